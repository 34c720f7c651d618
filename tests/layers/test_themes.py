"""The kind of event of claims that name none: that which their report opens with."""

import pytest


def kinds(annotations) -> dict[str, str]:
    return {a.anchor.quote: a.what.event_type for a in annotations}


WRECK = "Two ferries collided on Monday. Rescuers found the wreck. {}"


def test_a_claim_without_a_telling_word_is_of_the_kind_that_the_report_opens_with(pin):
    claim = "The second engine had failed twice."
    found = [a for a in pin(WRECK.format(claim)) if a.anchor.quote == claim]
    assert [a.what.event_type for a in found] == ["disaster"]
    assert "event:theme" in found[0].audit.rules


def test_the_theme_of_a_report_places_nothing(pin):
    claim = "The second engine had failed twice."
    found = pin(f"Two ferries collided near Odesa on Monday.\n\n{claim}")
    assert [a.where.place for a in found if a.anchor.quote == claim] == [None]


def test_a_claim_with_a_word_of_its_own_keeps_its_kind(pin):
    claim = "The president was re-elected in May."
    assert kinds(pin(WRECK.format(claim)))[claim] == "election"


@pytest.mark.parametrize(
    "opening",
    [
        "The minister arrived in Odesa on Monday. A flood hit the town.",
        "The ferry left on Monday.",
    ],
)
def test_an_opening_of_several_kinds_or_none_is_no_theme(pin, opening):
    claim = "The second engine had failed twice."
    assert kinds(pin(f"{opening} {claim}"))[claim] == "other"


def test_the_officers_of_a_wreck_are_no_troops(pin):
    claim = "Six officers brought lamps."
    assert kinds(pin(WRECK.format(claim)))[claim] == "disaster"
    assert kinds(pin(claim))[claim] == "troop_presence"
