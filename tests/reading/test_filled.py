"""Values whose slots are filled directly are values like any other."""

import copy
from dataclasses import FrozenInstanceError, dataclass, replace

import pytest

from reading.filled import filled
from reading.model import Claim, Slot, Span


@filled
@dataclass(frozen=True, slots=True)
class Bridge:
    """A value with a default."""

    name: str
    length_m: int | None = None


def test_fields_are_given_in_order_or_by_name():
    assert Bridge("Vel", 40) == Bridge(length_m=40, name="Vel")


def test_a_default_stands_where_nothing_is_given():
    assert Bridge("Vel").length_m is None


def test_what_has_no_default_must_be_given():
    with pytest.raises(TypeError, match="name"):
        Bridge()


def test_it_stays_frozen():
    bridge = Bridge("Vel")
    with pytest.raises(FrozenInstanceError):
        bridge.name = "Orn"


def test_it_is_replaced_copied_and_shown_as_before():
    bridge = replace(Bridge("Vel"), length_m=7)
    assert repr(copy.copy(bridge)) == "Bridge(name='Vel', length_m=7)"


def test_claims_know_their_fields():
    assert Claim.__init__.__annotations__["event_type"] is str
    assert Slot(Span(0, 3), "source").governor is None
