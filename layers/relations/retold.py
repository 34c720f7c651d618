"""Claims that tell of one event: a headline and its story, and two who tell the same."""

from collections.abc import Iterable, Sequence

from layers.relations.comparable import NARRATOR, VAGUE, Comparable
from layers.relations.counted import RUNNING
from layers.relations.links import (
    Link,
    begin_alike,
    covers,
    likeness,
    one_side,
    tells_the_same,
    when_touches,
    where_touches,
)
from layers.relations.tallies import numbers_clash, same_measure, same_number

STORY = 16
_UNDER_HEADLINE = 4
_WORDS_OF_HALF = 2
_OPENING = 0.6
_SHARED = 0.15
_ENOUGH_WORDS = 4
_FEWEST = 3
_ASSERTED = frozenset({"stated", "reported", "alleged", "believed"})


def story(headline: Comparable, following: Sequence[Comparable]) -> Iterable[Link]:
    """Link a headline to the claim of its story that tells the same, each of its halves to one."""
    if headline.family in VAGUE and headline.family != "other":
        return
    told = [
        other
        for other in following
        if not other.headline
        and other.article == headline.article
        and other.paragraph - headline.paragraph <= _UNDER_HEADLINE
        and other.stance == headline.stance
        and not numbers_clash(headline, other)
    ]
    alike = [o for o in told if len(headline.words & o.words) >= _words_of_story(headline, o)]
    if not alike and headline.source != NARRATOR:
        # "Minsk threatens to answer": with what, the story says.
        alike = [other for other in told if one_side(headline, other)]
    best = None
    if alike:
        opening = told[0].paragraph
        best = max(
            alike, key=lambda o: _storyness(headline, o) + _OPENING * (o.paragraph == opening)
        )
    else:
        best = _lead(headline, told)
    if best is not None:
        yield Link(headline, "same_event_as", best, "relation:headline")
    for half in headline.halves:
        # "Cable cut, police board tanker" tells of two events.
        rest = [o for o in told if o is not best and len(half & o.words) >= _WORDS_OF_HALF]
        if rest and (best is None or len(half & best.words) < _WORDS_OF_HALF):
            fit = max(rest, key=lambda other: (len(half & other.words), -other.rank))
            yield Link(headline, "same_event_as", fit, "relation:headline")


def _lead(headline: Comparable, told: Sequence[Comparable]) -> Comparable | None:
    """Return what the story opens with, where it and its headline name one place or state.

    "PM quits" and "the prime minister resigned" share no word, and are in one country.
    """
    if headline.source != NARRATOR or not headline.starts or not told:
        return None
    first = told[0]
    if first.paragraph - headline.paragraph > 1 or not {first.certainty} <= _ASSERTED:
        return None
    if headline.named_states & first.named_states:
        return first
    return first if begin_alike(headline.all_words, first.all_words) else None


def _storyness(headline: Comparable, other: Comparable) -> float:
    """Return how well a claim of the story fits its headline: alike, by its number, and early."""
    named = bool(headline.place_words & other.words)
    shared = min(len(headline.words & other.words), _ENOUGH_WORDS)
    return (
        likeness(headline, other)
        + _SHARED * shared
        + _same_toll(headline, other)
        - 0.5 * (not named and not where_touches(headline, other))
        - 0.2 * (other.rank - headline.rank)
    )


def _same_toll(headline: Comparable, other: Comparable) -> bool:
    """Say whether both give one number; a headline need not say of what ("19 drown")."""
    if headline.quantity is None or headline.quantity != other.quantity:
        return False
    return headline.unit is None or other.unit is None or same_number(headline, other)


def _holds_number(headline: Comparable, other: Comparable) -> bool:
    """Say whether the number of the story lies in that of its headline: "thousands", "4,500"."""
    if headline.quantity is None or other.quantity is None or headline.number is not None:
        return False
    return headline.unit in {None, other.unit} and headline.quantity.touches(other.quantity)


def _words_of_story(headline: Comparable, other: Comparable) -> int:
    """Return how many words a headline and its story must share."""
    if _same_toll(headline, other):
        there = where_touches(headline, other)
        return 0 if there and headline.unit in RUNNING and same_number(headline, other) else 1
    if headline.places & other.places and headline.family == other.family == "other":
        return 1
    if _holds_number(headline, other):
        return 1
    return 1 if other.family == headline.family and headline.family not in VAGUE else 2


def events(claim: Comparable, earlier: Sequence[Comparable]) -> Iterable[Link]:
    """Link a claim to an earlier one about the same event."""
    if claim.family in VAGUE or claim.stance != "asserts" or claim.part_of or claim.is_part:
        return
    family = claim.family
    alike = [other for other in earlier if other.family == family and _same_event(claim, other)]
    if not alike:
        return
    best = max(alike, key=lambda other: (likeness(claim, other), other.rank))
    if covers(claim, best):
        if claim.accuses:
            yield Link(claim, "contradicts", best, "relation:accused-each-other")
        else:
            yield Link(claim, "corroborates", best, "relation:said-together")
    elif best.source == claim.source:
        yield Link(claim, "same_event_as", best, "relation:told-on")
    elif claim.retells or best.retells:
        yield Link(claim, "same_event_as", best, "relation:retold")
    else:
        yield Link(claim, "corroborates", best, "relation:told-by-another")


def _same_event(claim: Comparable, other: Comparable) -> bool:
    """Say whether two claims of one kind tell of the same event."""
    if other.stance != "asserts" or other.part_of or other.is_part:
        return False
    if covers(claim, other):
        return claim.source != other.source
    told_on = claim.source == other.source
    if not (_goes_on(claim, other) if told_on else _may_agree(claim, other)):
        return False
    if not (when_touches(claim, other) and where_touches(claim, other)):
        return False
    if claim.adds_up != other.adds_up:
        return False
    if claim.printed and other.printed and (
        not same_measure(claim, other) or numbers_clash(claim, other)
    ):  # fmt: skip
        return False
    return told_on or (not _speak_against(claim, other) and tells_the_same(claim, other))


def _goes_on(claim: Comparable, other: Comparable) -> bool:
    """Say whether a speaker gives one toll again, or tells on of what was just told: "these"."""
    if _repeats(claim, other):
        return True
    next_to = claim.rank - other.rank == 1 and claim.article == other.article
    return next_to and claim.tells_on and bool(claim.places and other.places)


def _may_agree(claim: Comparable, other: Comparable) -> bool:
    """Say whether two speakers, neither of them the report, assert things of one place."""
    if NARRATOR in {claim.source, other.source} or not claim.places & other.places:
        return False
    if not {claim.certainty, other.certainty} <= _ASSERTED or claim.accuses or other.accuses:
        return False
    return not one_side(claim, other)


def _repeats(claim: Comparable, other: Comparable) -> bool:
    """Say whether a speaker gives one toll again, not in the same breath."""
    if claim.unit not in RUNNING or claim.number is None or claim.number < _FEWEST:
        return False
    apart = claim.article == other.article and claim.paragraph != other.paragraph
    return apart and same_number(claim, other) and claim.source != NARRATOR


def _speak_against(claim: Comparable, other: Comparable) -> bool:
    """Say whether one says no where the other says yes, or they use opposite words."""
    if (claim.negates is None) != (other.negates is None):
        return True
    return any(claim.sides.get(axis, side) != side for axis, side in other.sides.items())
