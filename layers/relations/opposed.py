"""Claims that exclude each other without a number and without a word of denial."""

from collections.abc import Iterable, Sequence

from layers.relations.comparable import NARRATOR, Comparable
from layers.relations.links import (
    Link,
    are_near,
    begin_alike,
    count_before,
    covers,
    one_side,
    overlap,
    when_touches,
    where_touches,
)
from layers.relations.worded import SPEAKING
from layers.topics import stems

_REACH = 6
_SURE = frozenset({"stated", "reported", "alleged", "believed"})
_NAMESAKES = 4
_MOST_WORDS = 0.5
_PRONOUN_REACH = 2
_MISTAKEN = stems(
    "baseless error exaggerated false incorrect inflated mistake mistaken misunderstanding"
    " overstated premature wrong"
)
_FIGHTING = frozenset({"attack", "combat"})
_DEEDS = frozenset({"attack", "arms_supply", "combat", "crime", "evacuation", "training", "troops"})
_RISK = stems("danger risk threat")


def opposed(claim: Comparable, earlier: Sequence[Comparable]) -> Iterable[Link]:
    """Link a claim to the nearest of another side that says the opposite, or right before it.

    Three ways to say the opposite are known: a word on the other side of the same thing ("alive"
    after "killed"), the same said not to be so ("there was no explosion"), and what was denied
    said to be so after all; and who "contradicted" somebody spoke to what was just said.
    """
    sure = claim.stance == "asserts" and claim.certainty in _SURE and claim.source != NARRATOR
    takes_sides = sure and _takes_sides(claim)
    for other in reversed(earlier[-_REACH:]) if sure else ():
        if not are_near(claim, other, _REACH):
            break
        if not (takes_sides or other.says_no) or not _speak_of_one_thing(claim, other):
            continue
        rule = _opposition(claim, other)
        if rule is not None:
            yield Link(claim, "contradicts", other, rule)
            return
    if claim.disputes or claim.knows_of_none:
        yield from _dispute(claim, earlier)
    told = claim.stance == "asserts" and claim.source != NARRATOR
    mistaken = told and claim.names_figure and claim.words & _MISTAKEN
    counted = count_before(claim, earlier) if mistaken else None
    if counted is not None and not one_side(claim, counted):
        yield Link(claim, "contradicts", counted, "relation:figure-answered")


def _takes_sides(claim: Comparable) -> bool:
    """Say whether a claim can be the opposite of what is asserted: by a side, a no or a charge."""
    if claim.sides or claim.negates is not None or claim.of_nobody:
        return True
    began = claim.says_who_began or claim.says_who_started
    return began or claim.only_under_arms or claim.accuses


def _speak_of_one_thing(claim: Comparable, other: Comparable) -> bool:
    if other.source == NARRATOR:
        return False
    if one_side(claim, other) or covers(claim, other):
        return False
    if other.certainty not in _SURE and not _answers_fear(claim, other):
        return False
    carried = not (claim.explicit and other.explicit)
    return (carried or where_touches(claim, other)) and when_touches(claim, other)


def _opposition(claim: Comparable, other: Comparable) -> str | None:
    if other.stance in SPEAKING:
        return "relation:said-after-denial" if _says_denied(claim, other) else None
    if other.stance != "asserts":
        return None
    same = _answers_fear(claim, other) or _about_the_same(claim, other)
    against = [axis for axis, side in other.sides.items() if claim.sides.get(axis, side) != side]
    if against and (same or (other.points_back and "bullets" in against)):
        return "relation:opposite-words"
    if _none_of_that(claim, other) or _answers_charge(claim, other) or _began(claim, other):
        return "relation:negated"
    if _only_of_others(claim, other):
        return "relation:opposite-words"
    if _accuses_back(claim, other):
        return "relation:accused-each-other"
    if not same:
        return None
    if _answers_fear(claim, other) or _negates(claim, other) or _negates(other, claim):
        return "relation:negated"
    return None


def _none_of_that(claim: Comparable, other: Comparable) -> bool:
    """Say whether one knows of none of what the other tells: "no shot had been fired"."""
    if claim.negated_state is not None and claim.negated_state == other.unit:
        return True
    told = other.negates is None and other.family in _DEEDS
    return told and other.family in claim.negated_families and are_near(claim, other)


def _only_of_others(claim: Comparable, other: Comparable) -> bool:
    """Say whether "only gunmen had died" comes after civilians were said to have died."""
    if other.unit != "dead" or not other.of_civilians or not claim.only_under_arms:
        return False
    return claim.family == other.family and are_near(claim, other)


def _accuses_back(claim: Comparable, other: Comparable) -> bool:
    """Say whether a state accuses another of what that one has just said of its own men."""
    if not (claim.accuses and claim.speaks_for_state and other.speaks_for_state):
        return False
    if claim.country == other.country or not are_near(claim, other):
        return False
    of_kind = claim.family == other.family or bool(claim.matters & other.matters)
    return of_kind and (_names_side(claim, other) or _names_side(other, claim))


def _names_side(claim: Comparable, other: Comparable) -> bool:
    """Say whether a claim speaks of the state of another speaker: "Chinese guards"."""
    if other.country in claim.named_states:
        return True
    return begin_alike(other.names, claim.words, _NAMESAKES)


def _began(claim: Comparable, other: Comparable) -> bool:
    """Say whether "the guards had fired first" comes after what was told of their attackers.

    Of two states that one started the clash is what the other does not say.
    """
    states = {claim.country, other.country} - {None}
    if claim.says_who_started and len(states) > 1:
        return other.family in _FIGHTING and are_near(claim, other)
    return claim.says_who_began and other.family in _FIGHTING and are_near(claim, other)


def _answers_charge(claim: Comparable, other: Comparable) -> bool:
    """Say whether soldiers "never aimed at anybody" after being accused of firing."""
    charged = other.accuses or other.certainty == "alleged"
    if not charged or claim.owns_up or claim.negates is None or not are_near(claim, other):
        return False
    return bool(claim.subject & other.words) or (claim.of_uniformed and other.of_uniformed)


def _answers_fear(claim: Comparable, other: Comparable) -> bool:
    """Say whether "the capital is not at risk" comes after what might happen to it."""
    return claim.negates in _RISK and other.certainty == "possible" and are_near(claim, other)


def _about_the_same(claim: Comparable, other: Comparable) -> bool:
    """Say whether both are of one subject, by its noun or a pronoun right after it."""
    if claim.subject & other.subject or claim.of_nobody:
        return True
    if claim.means_known and claim.subject & other.words:
        return True
    if claim.paragraph == other.paragraph:
        uniformed = claim.of_uniformed and other.of_uniformed
        known = claim.means_known and other.tells_of_name and claim.rank - other.rank == 1
        if known or (uniformed and are_near(claim, other)):
            return True
    return claim.points_back and claim.rank - other.rank <= _PRONOUN_REACH


def _negates(claim: Comparable, other: Comparable) -> bool:
    """Say whether one says of what the other tells that it is not so."""
    return claim.negates in other.words and claim.negates != other.negates


def _says_denied(claim: Comparable, denial: Comparable) -> bool:
    if denial.stance != "denies" or claim.negates or claim.end <= denial.end:
        return False
    if len(claim.words & denial.words) <= 1:
        return False
    return overlap(claim.words, denial.words) >= _MOST_WORDS


def _dispute(claim: Comparable, earlier: Sequence[Comparable]) -> Iterable[Link]:
    """Link "two survivors contradicted the company" to what somebody else said right before.

    So too who knows of "no such shipments", or has "no record" of them.
    """
    if not earlier:
        return
    before = earlier[-1]
    near = claim.article == before.article and claim.paragraph - before.paragraph <= 1
    told = claim.disputes or before.stance == "asserts"
    if claim.knows_of_none not in {None, "such"} and not claim.words & before.words:
        return
    if near and told and not one_side(claim, before):
        yield Link(claim, "contradicts", before, "relation:disputes")
