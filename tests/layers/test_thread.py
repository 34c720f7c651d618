"""The thread of a report that a claim without a place continues."""

import pytest


@pytest.mark.parametrize("clauses", [3, 1000])
def test_each_clause_of_a_sentence_however_long_takes_its_place_from_those_before(pin, clauses):
    claims = pin(f"Two bridges collapsed in Odesa{'; and they burned' * clauses}.")
    assert {claim.where.place for claim in claims} == {"Odesa"}
    assert [claim.where.place_explicit for claim in claims] == [True, *[False] * clauses]


def test_a_new_toll_is_not_put_where_only_a_part_of_the_dead_fell(pin):
    text = (
        "A landslide killed nine people in northern Peru on Monday. "
        "Four of the dead were found in Arequipa. Sixty people were injured."
    )
    places = {a.anchor.quote: a.where.place for a in pin(text)}
    assert places["Sixty people were injured."] == "northern Peru"


def test_what_is_counted_of_an_economy_is_told_of_the_country_of_the_report(pin):
    text = "Inflation in Kenya slowed. The rate fell to 4 percent. Analysts liked the economy."
    places = {a.anchor.quote: a.where.place for a in pin(text)}
    assert places["The rate fell to 4 percent."] == "Kenya"
    assert places["Analysts liked the economy."] is None


@pytest.mark.parametrize(
    ("claim", "place"),
    [("There was no risk of a tsunami.", None), ("There were no deaths.", "Arequipa")],
)
def test_what_does_not_threaten_is_told_of_no_place(pin, claim, place):
    places = {a.anchor.quote: a.where.place for a in pin(f"A quake shook Arequipa. {claim}")}
    assert places[claim] == place


def test_a_ministry_of_health_tells_of_its_own_land(pin):
    text = "Cholera in Zambia\n\nZambia’s health ministry said cases had risen to 13."
    roles = [(a.where.place, a.where.place_role) for a in pin(text) if "ministry" in a.anchor.quote]
    assert ("Zambia", "event_location") in roles
