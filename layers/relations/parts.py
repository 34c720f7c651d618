"""Which claim counts the whole that another takes a part of."""

from collections.abc import Iterable, Sequence

from layers.relations.comparable import Comparable
from layers.relations.counted import RUNNING
from layers.relations.links import Link
from layers.topics import stems

_NEARLY_NEXT = 3
_SUM_REACH = 5
_SMALLEST_PART = 2
_OTHERS = stems("others")
_RULE = "relation:part"


def parts(claim: Comparable, earlier: Sequence[Comparable]) -> Iterable[Link]:
    """Link "two of the dead" to the claim that counts the dead."""
    if claim.part_of is not None or claim.known:
        return
    if claim.some or claim.listed:
        before = next((other for other in reversed(earlier[-2:]) if not other.tells_before), None)
        if before is not None and _is_next(claim, before) and _may_hold(before, claim):
            yield Link(claim, "part_of", before, _RULE)
            return
    of_number = _of_number(claim, earlier)
    if of_number is not None:
        yield Link(claim, "part_of", of_number, _RULE)
        return
    if claim.number is not None:
        yield from _adding_up(claim, earlier)
    listed = _listed_under(claim, earlier)
    if listed is not None:
        yield Link(claim, "part_of", listed, _RULE)
        return
    if not claim.is_part:
        return
    wholes = [other for other in earlier if _is_whole(other, claim)]
    if wholes:
        best = max(wholes, key=lambda other: _wholeness(other, claim))
        yield Link(claim, "part_of", best, _RULE)


def _of_number(claim: Comparable, earlier: Sequence[Comparable]) -> Comparable | None:
    """Return what counts the 41 of "Of the 41, 21 were in Tamale and 12 in Kumasi"."""
    number = claim.whole_number
    if number is None and claim.printed and not claim.opens and earlier:
        before = earlier[-1]
        next_to = _is_next(claim, before) and claim.is_fragment
        number = before.whole_number if next_to else None
    if number is None:
        return None
    return next(
        (o for o in reversed(earlier) if o.number == number and o.article == claim.article), None
    )


def _adding_up(claim: Comparable, earlier: Sequence[Comparable]) -> Iterable[Link]:
    """Link two counts in a row to the count right before them that is their sum."""
    before = earlier[-1] if earlier else None
    if claim.number is None or before is None or not _is_next(claim, before):
        return
    if before.number is None or before.source != claim.source:
        return
    if min(claim.number, before.number) < _SMALLEST_PART:
        return
    total = claim.number + before.number
    for other in reversed(earlier[-_SUM_REACH:-1]):
        if other.number == total and other.article == claim.article and _can_hold(other, before):
            yield Link(before, "part_of", other, "relation:adds-up")
            yield Link(claim, "part_of", other, "relation:adds-up")
            return


def _listed_under(claim: Comparable, earlier: Sequence[Comparable]) -> Comparable | None:
    """Return what "two in Tamale" is a part of after "six deaths: four in Kumasi"."""
    if claim.opens or not claim.printed or not claim.is_fragment:
        return None
    for other in reversed(earlier[-_NEARLY_NEXT:]):
        if other.paragraph != claim.paragraph or other.article != claim.article:
            return None
        if other.lists and other.unit == claim.unit and _larger(other, claim):
            return other
        if other.opens:
            return None
    return None


def _is_whole(other: Comparable, claim: Comparable) -> bool:
    """Say whether a claim before counts more of the same."""
    if other.quantity is None or other.listed or other.article != claim.article:
        return False
    near = claim.rank - other.rank <= _NEARLY_NEXT
    rest = claim.counted == _OTHERS
    if claim.unit is None and not (near or rest):
        return False
    if claim.is_share:
        return near and other.unit != "percent" and bool(other.counted & claim.all_words)
    if not _can_hold(other, claim):
        return False
    if other.unit != claim.unit:
        if not (near or rest) or (rest and other.unit not in RUNNING):
            return False
        if other.source != claim.source and not rest:
            return False
    return _larger(other, claim)


def _can_hold(whole: Comparable, part: Comparable) -> bool:
    """Say whether people are taken from people, and things from things."""
    if whole.unit is None or part.unit is None or part.counted == _OTHERS:
        return True
    return whole.of_persons == part.of_persons


def _is_next(claim: Comparable, before: Comparable) -> bool:
    return claim.rank - before.rank == 1 and claim.paragraph == before.paragraph


def _may_hold(whole: Comparable, part: Comparable) -> bool:
    """Say whether the claim before can be the whole: it counts, and more, if the part counts."""
    if whole.quantity is None or whole.article != part.article:
        return False
    return part.is_share or (part.quantity is None and part.some) or _larger(whole, part)


def _wholeness(whole: Comparable, part: Comparable) -> tuple[bool, bool, bool, bool, bool, int]:
    """Rank wholes: of people or not, the same noun, the same kind, no part, one source, near."""
    return (
        whole.of_persons == part.of_persons,
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
