"""Who takes back what was said, who says otherwise than at first, and who owns up to it."""

from collections.abc import Iterable, Sequence

from layers.relations.comparable import NARRATOR, Comparable
from layers.relations.links import Link, are_near, likeness, one_side, tells_the_same

_REACH = 8
_NEAR = 6
_NEXT = 2
_FEWEST = 3


def revised(claim: Comparable, earlier: Sequence[Comparable]) -> Iterable[Link]:
    """Link what is taken back, or told otherwise than at first, and what somebody owns up to."""
    before = _own_before(claim, earlier)
    if before is not None:
        yield Link(claim, "updates", before, "relation:taken-back")
    elif claim.owns_up and claim.source != NARRATOR and claim.stance == "asserts":
        told = _owned_up(claim, earlier)
        if told is not None:
            yield Link(claim, "corroborates", told, "relation:confirmed")


def _own_before(claim: Comparable, earlier: Sequence[Comparable]) -> Comparable | None:
    """Return what the speaker said before: "first said", or what it withdraws."""
    turned = True
    for other in reversed(earlier[-_NEXT:]):
        if not are_near(claim, other, _NEXT):
            return None
        if claim.takes_back and NARRATOR in {claim.source, other.source}:
            return other  # the report tells who withdrew what it has just reported
        if other.source == claim.source and (claim.takes_back or (turned and other.at_first)):
            return other
        turned = other.takes_back
    return None


def _owned_up(claim: Comparable, earlier: Sequence[Comparable]) -> Comparable | None:
    """Return what another said that the speaker confirms: the same in words, or one number."""
    found, most = None, 0.0
    for other in reversed(earlier[-_REACH:]):
        if other.article != claim.article or other.stance != "asserts" or one_side(claim, other):
            continue
        if (claim.negates is None) != (other.negates is None):
            continue
        alike = likeness(claim, other) if _says_the_same(claim, other) else 0.0
        alike += _gives_number_of(claim, other)
        if alike > most:
            found, most = other, alike
    return found


def _says_the_same(claim: Comparable, other: Comparable) -> bool:
    """Say whether both tell the same, and not only speak of the same thing."""
    shared = (claim.words & other.words) - claim.place_words
    return tells_the_same(claim, other) and not shared <= claim.subject | other.subject


def _gives_number_of(claim: Comparable, other: Comparable) -> bool:
    if claim.number is None or claim.number != other.number or claim.number < _FEWEST:
        return False
    return are_near(claim, other, _NEAR)
