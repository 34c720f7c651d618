"""A role that a place plays, and the rule that gave it."""

from dataclasses import dataclass

from layers.model import PlaceRole
from reading.filled import filled

OF_ROAD = "role:of-road"
COURTS = frozenset({"court", "courts", "tribunal"})


@filled
@dataclass(frozen=True, slots=True)
class Decision:
    """A role and the rule that gave it.

    A `weak` origin needs a place that it leads to; a weak event location is one only where the
    claim names no other.
    """

    role: PlaceRole
    rule: str
    weak: bool = False
