"""Claims that tell of one event: a headline and its story, and two who tell the same."""

from collections.abc import Iterable, Sequence

from layers.comparable import (
    NARRATOR,
    VAGUE,
    Comparable,
    covers,
    when_touches,
    where_touches,
)
from layers.links import Link, likeness, overlap
from layers.tallies import RUNNING, numbers_clash, same_measure, same_number

STORY = 16
_SAME_WORDS = 0.34
_UNDER_HEADLINE = 4
_ASSERTED = frozenset({"stated", "reported", "alleged", "believed"})


def story(headline: Comparable, following: Sequence[Comparable]) -> Iterable[Link]:
    """Link a headline to the claim of its story that tells the same."""
    if headline.family in VAGUE and headline.family != "other":
        return
    alike = [
        other
        for other in following
        if not other.headline
        and other.article == headline.article
        and other.paragraph - headline.paragraph <= _UNDER_HEADLINE
        and other.stance == headline.stance
        and not numbers_clash(headline, other)
        and len(headline.words & other.words) >= _words_of_story(headline, other)
    ]
    if alike:
        best = max(
            alike,
            key=lambda other: (
                likeness(headline, other)
                + _same_toll(headline, other)
                - 0.5 * (not where_touches(headline, other))
                - 0.2 * (other.rank - headline.rank)
            ),
        )
        yield Link(headline, "same_event_as", best, "relation:headline")


def _same_toll(headline: Comparable, other: Comparable) -> bool:
    """Say whether both give one number; a headline need not say of what ("19 drown")."""
    if headline.quantity is None or headline.quantity != other.quantity:
        return False
    return headline.unit is None or other.unit is None or same_number(headline, other)


def _words_of_story(headline: Comparable, other: Comparable) -> int:
    """Return how many words a headline and its story must share."""
    if _same_toll(headline, other):
        return 0 if headline.unit in RUNNING and same_number(headline, other) else 1
    if headline.places & other.places and headline.family == other.family == "other":
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
    elif best.source == claim.source or one_voice(claim, best):
        yield Link(claim, "same_event_as", best, "relation:told-on")
    else:
        yield Link(claim, "corroborates", best, "relation:told-by-another")


def _same_event(claim: Comparable, other: Comparable) -> bool:
    """Say whether two claims of one kind tell of the same event."""
    if other.stance != "asserts" or other.part_of or other.is_part:
        return False
    if covers(claim, other):
        return claim.source != other.source
    if not (when_touches(claim, other) and where_touches(claim, other)):
        return False
    if claim.adds_up != other.adds_up:
        return False
    if claim.printed and other.printed and (
        not same_measure(claim, other) or numbers_clash(claim, other)
    ):  # fmt: skip
        return False
    if claim.source == other.source:
        next_to = claim.rank - other.rank == 1 and claim.article == other.article
        return next_to and claim.opens and claim.inherited and bool(claim.places and other.places)
    if NARRATOR in {claim.source, other.source} or claim.accuses or other.accuses:
        return False
    if not {claim.certainty, other.certainty} <= _ASSERTED:
        return False
    if (claim.negates is None) != (other.negates is None):
        return False
    if not claim.places & other.places:
        return False
    if overlap(claim.words, other.words) >= _SAME_WORDS:
        return True
    # One subject, and one thing told of it: polling stations opened, or were raided.
    shared = (claim.words & other.words) - claim.place_words
    return bool(claim.subject & other.subject) and not shared <= claim.subject | other.subject


def one_voice(claim: Comparable, other: Comparable) -> bool:
    """Say whether one of two claims is the article's own telling of the other."""
    return NARRATOR in {claim.source, other.source} and claim.article == other.article
