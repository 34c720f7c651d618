"""What the claims of one map say of each other, within a report and across reports.

Quantities compare as intervals: "at least 3,000" contains 12,000, so the two are compatible, while
five camps and three camps differ. A source that repeats itself tells of the same event, another
source corroborates it. Each claim is linked to the likeliest claim of each kind, not to all.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from layers.comparable import (
    NARRATOR,
    SPEAKING,
    VAGUE,
    Comparable,
    comparables,
    covers,
    when_touches,
    where_touches,
)
from layers.denials import denial, joined
from layers.model import Annotation, Relation
from layers.topics import stems

_LOOKBACK = 120
_SAME_WORDS = 0.34
_STORY = 16
_NEARLY_NEXT = 3
_UNDER_HEADLINE = 4
_ASSERTED = frozenset({"stated", "reported", "alleged", "believed"})
_TOLLS = frozenset({"dead", "hurt", "missing"})
_PEOPLE = _TOLLS | {"people"}
_OTHERS = stems("others")
_COMMON_UNITS = frozenset({"percent", "money", "people"})


def relate(annotations: tuple[Annotation, ...]) -> tuple[Annotation, ...]:
    """Link the claims of one map.

    Parameters
    ----------
    annotations : tuple of Annotation
        Of all reports of the map together, in text order.

    Returns
    -------
    tuple of Annotation
        The same, with ``relations`` on each: what was known from the words themselves, and what
        comparing the claims adds. Symmetric relations stand at the later claim.
    """
    claims = comparables(annotations)
    links: dict[str, list[Relation]] = {}
    for claim in claims:
        earlier = claims[max(0, claim.rank - _LOOKBACK) : claim.rank]
        links[claim.id] = list(_links(claim, earlier, claims))
        if claim.stance == "denies" and not links[claim.id] and not claim.known and earlier:
            links[claim.id] = list(joined(claim, earlier[-1], links[earlier[-1].id]))
    return tuple(_linked(annotation, links[annotation.claim_id]) for annotation in annotations)


def _linked(annotation: Annotation, links: Sequence[Relation]) -> Annotation:
    if not links:
        return annotation
    relations = tuple(dict.fromkeys((*annotation.relations, *links)))
    return replace(annotation, relations=relations)


def _links(
    claim: Comparable, earlier: Sequence[Comparable], claims: Sequence[Comparable]
) -> Iterable[Relation]:
    if claim.stance in SPEAKING:
        if not claim.known:
            yield from denial(claim, earlier, claims)
        return
    if claim.headline:
        if claim.family in VAGUE and claim.family != "other":
            return
        yield from _story(claim, claims[claim.rank + 1 : claim.rank + _STORY])
        return
    taken = set(claim.known)
    told = [other for other in earlier if not other.headline]
    found = (
        *_whole(claim, told),
        *_later_count(claim, told),
        *_numbers(claim, told),
        *_dispute(claim, told),
        *_events(claim, told),
    )
    for relation in found:
        if relation.target not in taken:
            taken.add(relation.target)
            yield relation


def _story(headline: Comparable, following: Sequence[Comparable]) -> Iterable[Relation]:
    """Link a headline to the claim of its story that tells the same."""
    alike = [
        other
        for other in following
        if not other.headline
        and other.article == headline.article
        and other.paragraph - headline.paragraph <= _UNDER_HEADLINE
        and other.stance == headline.stance
        and not _numbers_clash(headline, other)
        and len(headline.words & other.words) >= _words_of_story(headline, other)
    ]
    if alike:
        best = max(
            alike,
            key=lambda other: (
                _likeness(headline, other)
                + _same_number(headline, other)
                - 0.5 * (not where_touches(headline, other))
                - 0.2 * (other.rank - headline.rank)
            ),
        )
        yield Relation("same_event_as", best.id)


def _words_of_story(headline: Comparable, other: Comparable) -> int:
    """Return how many words a headline and its story must share."""
    if _same_number(headline, other):
        return 0 if headline.unit in _TOLLS and headline.unit == other.unit else 1
    if headline.places & other.places and headline.family == other.family == "other":
        return 1
    return 1 if other.family == headline.family and headline.family not in VAGUE else 2


def _same_number(one: Comparable, other: Comparable) -> bool:
    units = {one.unit, other.unit} - {None}
    alike = len(units) <= 1 or units <= _PEOPLE
    return one.quantity is not None and one.quantity == other.quantity and alike


def _whole(claim: Comparable, earlier: Sequence[Comparable]) -> Iterable[Relation]:
    """Link "two of the dead" to the claim that counts the dead."""
    if claim.part_of is not None or claim.known:
        return
    if claim.some or claim.listed:
        before = earlier[-1] if earlier else None
        if before is not None and _is_next(claim, before) and _may_hold(before, claim):
            yield Relation("part_of", before.id)
            return
    if not claim.is_part:
        return
    wholes = [
        other
        for other in earlier
        if other.quantity is not None
        and not other.listed
        and (
            claim.unit is not None
            or claim.counted == _OTHERS
            or claim.rank - other.rank <= _NEARLY_NEXT
        )
        and other.article == claim.article
        and (
            other.unit == claim.unit
            or (
                (other.source == claim.source or claim.counted == _OTHERS)
                and (claim.counted != _OTHERS or other.unit in _TOLLS)
                and (claim.counted == _OTHERS or claim.rank - other.rank <= _NEARLY_NEXT)
            )
        )
        and _larger(other, claim)
    ]
    if wholes:
        best = max(wholes, key=lambda other: _wholeness(other, claim))
        yield Relation("part_of", best.id)


def _is_next(claim: Comparable, before: Comparable) -> bool:
    return claim.rank - before.rank == 1 and claim.paragraph == before.paragraph


def _may_hold(whole: Comparable, part: Comparable) -> bool:
    """Say whether the claim before can be the whole: it counts, and more, if the part counts."""
    if whole.quantity is None or whole.article != part.article:
        return False
    return (part.quantity is None and part.some) or _larger(whole, part)


def _wholeness(whole: Comparable, part: Comparable) -> tuple[bool, bool, bool, bool, int]:
    """Rank wholes: the same noun, then the same kind, no part itself, the same source, near."""
    return (
        whole.counted == part.counted,
        whole.unit == part.unit,
        whole.part_of is None and not whole.is_part,
        whole.source == part.source,
        whole.rank,
    )


def _larger(whole: Comparable, part: Comparable) -> bool:
    if whole.quantity is None or part.quantity is None or part.quantity.low is None:
        return False
    return whole.quantity.high is None or whole.quantity.high > part.quantity.low


def _numbers(claim: Comparable, earlier: Sequence[Comparable]) -> Iterable[Relation]:
    """Compare a counted claim with the likeliest of another source that counts the same."""
    if claim.bare_figure:
        yield from _figure(claim, earlier[-_NEARLY_NEXT:])
    if not claim.countable:
        return
    alike = [
        other
        for other in earlier
        if other.countable
        and other.unit == claim.unit
        and other.source != claim.source
        and not covers(claim, other)
        and where_touches(claim, other)
        and when_touches(claim, other)
        and _counts_the_same(claim, other)
    ]
    if not alike:
        return
    best = max(alike, key=lambda other: (_likeness(claim, other), other.rank))
    if _one_voice(claim, best) and not (claim.unit in _TOLLS and _numbers_clash(claim, best)):
        return
    if _same_number(claim, best):
        yield Relation("corroborates", best.id)
    else:
        yield Relation("differs" if _numbers_clash(claim, best) else "compatible", best.id)


def _figure(claim: Comparable, before: Sequence[Comparable]) -> Iterable[Relation]:
    """Hold "the police put it at 18" against the last number that another speaker gave."""
    for other in reversed(before):
        near = other.article == claim.article and claim.paragraph - other.paragraph <= 1
        if near and other.printed and other.source != claim.source:
            if other.quantity is not None and claim.quantity is not None:
                touches = claim.quantity.touches(other.quantity)
                yield Relation("compatible" if touches else "differs", other.id)
            return


def _later_count(claim: Comparable, earlier: Sequence[Comparable]) -> Iterable[Relation]:
    """Link a toll that has risen, or that the same body gives in a later report, to the one before.

    Only tolls are counted anew; 500 soldiers after 300 may be others.
    """
    if not claim.countable or claim.unit not in _TOLLS:
        return
    before = [
        other
        for other in earlier
        if other.countable
        and other.unit == claim.unit
        and other.family == claim.family
        and other.quantity != claim.quantity
        and where_touches(claim, other)
        and when_touches(claim, other)
        and (claim.revises or _is_told_later(claim, other))
    ]
    if before:
        best = max(before, key=lambda other: (other.source == claim.source, other.rank))
        yield Relation("updates", best.id)


def _is_told_later(claim: Comparable, other: Comparable) -> bool:
    if claim.source != other.source or claim.published is None or other.published is None:
        return False
    return claim.published > other.published


def _dispute(claim: Comparable, earlier: Sequence[Comparable]) -> Iterable[Relation]:
    """Link "two survivors contradicted the company" to what somebody else said right before."""
    if not claim.disputes or not earlier:
        return
    before = earlier[-1]
    near = claim.article == before.article and claim.paragraph - before.paragraph <= 1
    if near and before.source != claim.source:
        yield Relation("contradicts", before.id)


def _counts_the_same(claim: Comparable, other: Comparable) -> bool:
    if ("aftershock" in claim.words) != ("aftershock" in other.words):
        return False
    if claim.adds_up != other.adds_up and claim.first is not None and other.first is not None:
        return False
    near = claim.article == other.article and claim.rank - other.rank <= 2
    if claim.unit in _COMMON_UNITS:
        return claim.family == other.family and bool(claim.subject & other.subject)
    if claim.family in VAGUE or other.family in VAGUE:
        return near
    return claim.family == other.family or bool(claim.subject & other.subject)


def _numbers_clash(claim: Comparable, other: Comparable) -> bool:
    if claim.unit != other.unit or claim.quantity is None or other.quantity is None:
        return False
    return not claim.quantity.touches(other.quantity)


def _events(claim: Comparable, earlier: Sequence[Comparable]) -> Iterable[Relation]:
    """Link a claim to an earlier one about the same event."""
    if claim.family in VAGUE or claim.stance != "asserts" or claim.part_of or claim.is_part:
        return
    family = claim.family
    alike = [other for other in earlier if other.family == family and _same_event(claim, other)]
    if not alike:
        return
    best = max(alike, key=lambda other: (_likeness(claim, other), other.rank))
    if covers(claim, best):
        yield Relation("contradicts" if claim.accuses else "corroborates", best.id)
    elif best.source == claim.source or _one_voice(claim, best):
        yield Relation("same_event_as", best.id)
    else:
        yield Relation("corroborates", best.id)


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
        claim.unit != other.unit or _numbers_clash(claim, other)
    ):  # fmt: skip
        return False
    if claim.source == other.source:
        next_to = claim.rank - other.rank == 1 and claim.article == other.article
        return next_to and claim.opens and claim.inherited and bool(claim.places and other.places)
    if NARRATOR in {claim.source, other.source} or claim.accuses or other.accuses:
        return False
    if not {claim.certainty, other.certainty} <= _ASSERTED:
        return False
    alike = bool(claim.subject & other.subject) or _overlap(claim.words, other.words) >= _SAME_WORDS
    return alike and bool(claim.places & other.places)


def _one_voice(claim: Comparable, other: Comparable) -> bool:
    """Say whether one of two claims is the article's own telling of the other."""
    return NARRATOR in {claim.source, other.source} and claim.article == other.article


def _likeness(claim: Comparable, other: Comparable) -> float:
    score = _overlap(claim.words, other.words) + _overlap(claim.subject, other.subject)
    if claim.event == other.event:
        score += 0.5
    elif claim.family == other.family:
        score += 0.3
    if claim.places & other.places:
        score += 0.5
    return score


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    shared = len(one & other)
    return shared / min(len(one), len(other)) if shared else 0.0
