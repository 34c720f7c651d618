"""Which two numbers are of one thing, and how they stand to each other.

Two numbers are of one thing when they count the same (:func:`same_measure`), can be of one place
and one time, and are of one matter: the same kind of event, or the same words for what is counted.
A bare number next to a count ("the union spoke of 2,100") is of what that count is of.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from layers.relations.comparable import NARRATOR, VAGUE, Comparable
from layers.relations.counted import RUNNING
from layers.relations.links import (
    Link,
    are_near,
    count_before,
    covers,
    likeness,
    one_side,
    when_touches,
    where_touches,
)
from layers.relations.worded import SPEAKING
from layers.topics import stems

_MEASURED = frozenset({"area", "crowd", "loss", "pay", "ransom", "share", "spill"})
_WORKFORCE = {"workforce"}
_ILLNESS = {"casualties", "health"}
_COMMON = frozenset({"money", "people", "percent"})
_SCALES = stems("hundred thousand million billion trillion dozen hundreds thousands millions")
_SHELTERED = stems("camps churches halls schools shelter shelters sheltering sleeping tents")
_TROOPS = stems("servicemen soldiers troops")
_FARTHEST = 50
_TWICE = 2
_AFTERMATH = timedelta(days=3)
_NEAR = 0.3
_FEW = 2
# Who was taken is missing; who moved out of an area has left home.
_OF_ONE_KIND = ({"missing", "taken"},)
_MOVED = {"displaced", "people"}


def give_bare_figures_their_unit(claims: Sequence[Comparable]) -> None:
    """Let "spoke of 2,100" count what somebody counted right before it.

    Parameters
    ----------
    claims : sequence of Comparable
        Of one map, in order; those that give but a figure get unit and kind of the count before.
    """
    for claim in claims:
        if not claim.is_bare or claim.rate or not (claim.is_figure or claim.tells_before):
            continue
        before = reversed(claims[max(0, claim.rank - 3) : claim.rank])
        counted = [other for other in before if _may_be_of(claim, other)]
        if counted:
            # "The fire brigade raised its figure": the one that it gave before.
            own = (other for other in counted if claim.revises and _is_whose(claim, other))
            claim.counts_as(next(own, counted[0]))
        elif "crowd" in claim.matters:
            claim.unit, claim.persons = "people", True


def _may_be_of(claim: Comparable, other: Comparable) -> bool:
    """Say whether a bare number can be of what somebody counted right before it."""
    counts = other.printed and other.part_of is None and not other.tells_before
    named = claim.names_figure and claim.rank - other.rank == 1
    return (
        counts
        and (named or other.unit is not None)
        and (claim.names_figure or claim.paragraph == other.paragraph)
        and claim.unit in {None, other.unit}
        and are_near(claim, other)
        and not other.headline
        and _is_of_one_kind(claim, other)
    )


def _is_of_one_kind(claim: Comparable, other: Comparable) -> bool:
    """Say whether a bare number can be of what another counts: no wish, and of one matter."""
    if other.stance not in {"asserts", claim.stance}:
        return False
    of_what = frozenset() if claim.names_figure else claim.subject - claim.counted
    if claim.unit == "percent" and of_what and not of_what & other.all_words:
        return False  # "40 percent of the loans" says of what
    return not claim.matters or claim.unit != "percent" or bool(claim.matters & other.matters)


def same_number(one: Comparable, other: Comparable) -> bool:
    """Say whether two claims give one number of one thing."""
    return one.quantity is not None and one.quantity == other.quantity and same_measure(one, other)


def numbers_clash(claim: Comparable, other: Comparable) -> bool:
    """Say whether two numbers of one thing exclude each other."""
    if claim.quantity is None or other.quantity is None or not same_measure(claim, other):
        return False
    return not claim.quantity.touches(other.quantity)


def same_measure(claim: Comparable, other: Comparable) -> bool:
    """Say whether two claims count the same: the dead, hectares, francs; people by any name."""
    if claim.unit == "money" == other.unit:
        return claim.counted == other.counted
    if claim.unit == other.unit:
        return True
    if {claim.unit, other.unit} in _OF_ONE_KIND and are_near(claim, other):
        return True
    if claim.family == other.family == "evacuation" and {claim.unit, other.unit} == _MOVED:
        return True
    if _are_troops(claim, other):
        return True
    plain = claim.persons and other.persons and RUNNING.isdisjoint({claim.unit, other.unit})
    return plain and "people" in {claim.unit, other.unit}


def _are_troops(claim: Comparable, other: Comparable) -> bool:
    return claim.camp == other.camp == "uniformed" and claim.counted | other.counted <= _TROOPS


def numbers(claim: Comparable, earlier: Sequence[Comparable]) -> Iterable[Link]:
    """Link a counted claim to the likeliest earlier one that counts the same."""
    if claim.figure_of is not None:
        yield from _figure(claim, claim.figure_of)
        return
    if claim.is_fraction and claim.stance not in SPEAKING:
        yield from _fraction(claim, earlier[-_FEW:])
        return
    if claim.says_more_or_less or claim.confirms_figure:
        yield from _without_number(claim, earlier)
        return
    if not claim.countable:
        return
    alike = [
        other
        for other in earlier
        if other.countable and claim.past == other.past and _of_one_thing(claim, other)
    ]
    if claim.tells_before and alike:
        yield Link(alike[-1], "updates", claim, "relation:later-number")
        return
    later = [other for other in alike if _is_later_count(claim, other)]
    if later:
        best = max(later, key=lambda other: (_is_whose(claim, other), other.rank))
        if claim.looks_back and (claim.looks_back_first or not claim.revises):
            # What is no longer said is held against nobody's number.
            yield Link(best, "updates", claim, "relation:later-number")
            return
        yield Link(claim, "updates", best, "relation:later-number")
    held = [
        other
        for other in alike
        if _of_one_time(claim, other)
        and not covers(claim, other)
        and not (other.looks_back_first or _is_of_own(other))
        and not (claim.is_additional and claim.article == other.article)
    ]
    wider = [other for other in held if _is_of_finer_place(claim, other)]
    if wider:
        whole = max(wider, key=lambda other: (_likeliness(claim, other), other.rank))
        yield Link(claim, "part_of", whole, "relation:part-of-area")
        return
    others = [
        other
        for other in held
        if not (one_side(claim, other) or _is_of_finer_place(other, claim) or claim.is_of_rest)
        and not other.tells_before
    ]
    if others:
        best = max(others, key=lambda other: (_likeliness(claim, other), other.rank))
        yield from _compared(claim, best)


def _is_of_own(claim: Comparable) -> bool:
    """Say whether a bare number tells on of its own count: "22, saying six were pupils"."""
    return claim.figure_of is not None and claim.figure_of.source == claim.source


def _fraction(claim: Comparable, before: Sequence[Comparable]) -> Iterable[Link]:
    """Link "fewer than half of that" to the count that somebody else gave right before."""
    for other in reversed(before):
        if other.countable and are_near(claim, other) and not one_side(claim, other):
            yield Link(claim, "differs", other, "relation:other-number")
            return


def _without_number(claim: Comparable, earlier: Sequence[Comparable]) -> Iterable[Link]:
    """Link "the death count was higher", and "confirmed the tally", to the nearest count."""
    counted = count_before(claim, earlier)
    if counted is None or one_side(claim, counted):
        return
    if not claim.names_figure and counted.unit != "dead":
        return
    if claim.confirms_figure:
        yield Link(claim, "corroborates", counted, "relation:confirmed")
    else:
        yield Link(claim, "differs", counted, "relation:other-number")


def _figure(claim: Comparable, other: Comparable) -> Iterable[Link]:
    """Compare a bare number with the count that it is of."""
    if claim.stance in SPEAKING:
        return
    if claim.tells_before:
        if not claim.past:
            yield Link(other, "updates", claim, "relation:later-number")
        return
    grown = claim.revises and claim.unit in RUNNING and claim.number != other.number
    if not grown and not one_side(claim, other):
        yield from _compared(claim, other)
    elif claim.quantity != other.quantity and (claim.revises or _is_told_later(claim, other)):
        yield Link(claim, "updates", other, "relation:later-number")


def _compared(claim: Comparable, other: Comparable) -> Iterable[Link]:
    """Say how two numbers stand; the report's own word counts only where tolls do not agree."""
    if _one_voice(claim, other) and claim.unit not in RUNNING and claim.figure_of is None:
        return
    if same_number(claim, other):
        if claim.retells or other.retells:
            yield Link(claim, "same_event_as", other, "relation:retold")
        elif not _one_voice(claim, other):
            yield Link(claim, "corroborates", other, "relation:same-number")
    elif numbers_clash(claim, other):
        yield Link(claim, "differs", other, "relation:other-number")
    else:
        yield Link(claim, "compatible", other, "relation:number-within-bounds")


def _one_voice(claim: Comparable, other: Comparable) -> bool:
    return NARRATOR in {claim.source, other.source} and claim.article == other.article


def _of_one_thing(claim: Comparable, other: Comparable) -> bool:
    """Say whether two numbers are of one thing, the cheap questions first."""
    if not same_measure(claim, other) or claim.modality != other.modality:
        return False
    if claim.unit in RUNNING and not _of_one_camp(claim, other):
        return False
    if (claim.lost and not other.killed) or (other.lost and not claim.killed):
        return False
    near = are_near(claim, other)
    carried = near and not (claim.explicit and other.explicit)
    if not (carried or where_touches(claim, other)):
        return False
    if ("aftershock" in claim.words) != ("aftershock" in other.words):
        return False
    if claim.adds_up != other.adds_up and _tells_how_long(claim, other):
        return False
    if _counts_some(claim, other) or _counts_some(other, claim):
        return False
    return not _is_beyond_dispute(claim, other) and _of_one_matter(claim, other, near)


def _counts_some(claim: Comparable, whole: Comparable) -> bool:
    """Say whether of all whom another counts one counts the civilians, or those in hospital."""
    if claim.unit not in RUNNING or not _is_more(whole, claim):
        return False
    if claim.of_civilians and not whole.of_civilians:
        return not _is_many_times(whole, claim)
    return claim.in_hospital and not whole.in_hospital


def _is_many_times(whole: Comparable, claim: Comparable) -> bool:
    """Say whether one number is so large that another can hardly be most of it."""
    if whole.quantity is None or claim.quantity is None or not claim.quantity.low:
        return False
    return (whole.quantity.low or 0) > _TWICE * claim.quantity.low


def _tells_how_long(claim: Comparable, other: Comparable) -> bool:
    """Say whether it is known of what adds up how long it went on, or that it was a war."""
    whole = claim if claim.adds_up else other
    return whole.first is None or (claim.first is not None and other.first is not None)


def _of_one_camp(claim: Comparable, other: Comparable) -> bool:
    """Say whether the same may be counted: bodies may be those of rebels, but not all of police."""
    camps = {claim.camp, other.camp}
    return len(camps) == 1 or camps == {"fighter", None}


def _is_beyond_dispute(claim: Comparable, other: Comparable) -> bool:
    """Say whether two tolls are so far apart that they can hardly be of one event."""
    one, two = claim.quantity, other.quantity
    if one is None or two is None or not one.low or not two.low or claim.unit == "money":
        return False
    return max(one.low, two.low) > _FARTHEST * min(one.low, two.low)


def _of_one_matter(claim: Comparable, other: Comparable, near: bool) -> bool:
    if not near and claim.causes and other.causes and not claim.causes & other.causes:
        return False
    shared = not claim.subject & other.subject <= claim.counted | _SCALES
    if claim.unit == "cases":
        return claim.family == other.family or {claim.family, other.family} == _ILLNESS
    if claim.unit in RUNNING:
        of_kind = claim.family == other.family or {claim.family, other.family} == _ILLNESS
        return near or of_kind or bool(claim.places & other.places)
    if claim.unit == "percent" and near and claim.matters & other.matters >= _WORKFORCE:
        return True
    if near and claim.family == other.family and _are_troops(claim, other):
        return True
    if claim.unit in _COMMON or claim.unit != other.unit:
        alike = claim.family == other.family and shared
        return alike or (near and not _MEASURED.isdisjoint(claim.matters & other.matters))
    if claim.family in VAGUE or other.family in VAGUE:
        return near
    measured = not _MEASURED.isdisjoint(claim.matters & other.matters)
    return claim.family == other.family or shared or measured


def _of_one_time(claim: Comparable, other: Comparable) -> bool:
    """Say whether two numbers can be of one time: a toll of Monday may be of Sunday's storm."""
    if when_touches(claim, other):
        return True
    if claim.unit not in RUNNING or claim.article != other.article or claim.past != other.past:
        return False
    begins = max(claim.first or date.min, other.first or date.min)
    ends = min(claim.last or date.max, other.last or date.max)
    return begins - ends <= _AFTERMATH


def _is_of_finer_place(claim: Comparable, other: Comparable) -> bool:
    """Say whether a claim counts fewer, in a named place within the wider one of another.

    Of all who left home those who sleep in schools are some, wherever that is.
    """
    if claim.unit == "percent" or not claim.explicit or not _is_more(other, claim):
        return False
    if claim.unit == "displaced" and claim.words & _SHELTERED and not other.words & _SHELTERED:
        return True
    return other.wide and not claim.wide and not claim.places & other.places


def _likeliness(claim: Comparable, other: Comparable) -> float:
    return likeness(claim, other) + _NEAR * are_near(claim, other)


def _is_later_count(claim: Comparable, other: Comparable) -> bool:
    """Say whether a number is a newer one of the same: risen, or of a later day."""
    spilt = "spill" in claim.matters & other.matters
    if not (claim.unit in RUNNING or spilt) or covers(claim, other):
        return False
    if claim.number == other.number:
        return False
    if claim.says_later and _are_of_two_bodies(claim, other):
        return False
    if claim.revises and not claim.looks_back_first:
        return True
    of_nobody = claim.source == NARRATOR and claim.looks_back_first
    if not (of_nobody or one_side(claim, other)):
        return False
    if claim.looks_back or other.looks_back or claim.says_now:
        return True
    return _is_told_later(claim, other) and _is_more(claim, other)


def _are_of_two_bodies(claim: Comparable, other: Comparable) -> bool:
    """Say whether two speak who are named, and neither for the other."""
    return NARRATOR not in {claim.source, other.source} and not one_side(claim, other)


def _is_whose(claim: Comparable, other: Comparable) -> bool:
    """Say whether a newer number is of the same side: told so, or "The guard raised its figure"."""
    if claim.source == NARRATOR != other.source:
        return other.speaker <= claim.all_words
    return claim.source == other.source


def _is_more(claim: Comparable, other: Comparable) -> bool:
    """Say whether a number is the larger one, as a running count mostly is the later one."""
    if claim.quantity is None or other.quantity is None:
        return False
    low, before = claim.quantity.low, other.quantity.low
    return low is not None and before is not None and low > before


def _is_told_later(claim: Comparable, other: Comparable) -> bool:
    if claim.dated and claim.last is not None and other.last is not None:
        return claim.last > other.last
    if claim.article != other.article:
        told, before = claim.published, other.published
        return told is not None and before is not None and told > before
    one, two = claim.said_last, other.said_last
    return one is not None and two is not None and one > two
