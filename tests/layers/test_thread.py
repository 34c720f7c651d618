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


REPORT = (
    "Cholera killed 14 people in Tete Province, officials in Mozambique said on Monday. {} "
    "Roads were closed."
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Nationwide, 230 people died.", "Mozambique"),
        ("The national toll rose to 230, the ministry said.", "Mozambique"),
        ("The toll rose to 230, the ministry said.", "Tete Province"),
    ],
)
def test_what_is_told_of_a_nation_is_not_of_the_province_named_last(pin, words, expected):
    drawn = {a.where.place for a in pin(REPORT.format(words)) if "230" in a.anchor.quote}
    assert drawn == {expected}


def test_elsewhere_is_not_where_the_town_is(pin):
    text = (
        "Floods killed six people in Arequipa, Peru, on Monday, officials said.\n\n"
        "Twelve people were hurt elsewhere in the district, police said."
    )
    drawn = [a.where.place for a in pin(text) if "Twelve" in a.anchor.quote]
    assert drawn == ["Peru"]


def test_jets_fly_from_where_they_take_off_and_not_into_the_village_before(pin):
    text = (
        "The army said militants had attacked a post in the village of Lolkuta, in Mandera "
        "County, and that jets took off from Nairobi."
    )
    drawn = [(a.where.place, a.where.place_role) for a in pin(text) if "jets" in a.anchor.quote]
    assert drawn == [("Nairobi", "origin")]


def test_who_says_here_means_the_site(pin):
    text = (
        "A fire destroyed a hotel in Marseille on Monday, the fire brigade said.\n\n"
        "“We lost 40 rooms here,” said the owner, Paul Blanc."
    )
    drawn = [a.where.place for a in pin(text) if "40 rooms" in a.anchor.quote]
    assert drawn == ["Marseille"]


RANGING = (
    "Floods kill dozens in Kenya\n\n"
    "Rain swept away a bridge in Nakuru on Monday. Five people died in Mombasa. {}"
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The interior ministry said 85 people had died.", "Kenya"),
        ("The National Rescue Council put the number of dead at 85.", "Kenya"),
        ("In total 85 people were hurt.", "Kenya"),
        ("Neighbours said 85 people had died.", "Mombasa"),
        ("The interior ministry said 85 people had died in Nakuru.", "Nakuru"),
    ],
)
def test_a_body_of_the_nation_counts_in_all_of_it_where_a_report_ranges(pin, words, expected):
    drawn = {a.where.place for a in pin(RANGING.format(words)) if "85" in a.anchor.quote}
    assert drawn == {expected}


def test_a_body_of_the_nation_counts_at_the_one_site_of_a_report(pin):
    text = "A dam burst in Mombasa on Monday. The interior ministry said 85 people had died."
    assert [a.where.place for a in pin(text) if "85" in a.anchor.quote] == ["Mombasa"]


def test_a_report_of_a_strike_in_one_town_is_told_of_that_town(pin):
    text = (
        "Dockers in Mombasa, Kenya’s busiest port, stayed off the job on Tuesday over pay.\n\n"
        "The union said 80 percent of its members were on strike. Eleven people were hurt."
    )
    drawn = {a.anchor.quote: a.where.place for a in pin(text)}
    assert drawn["Eleven people were hurt."] == "Mombasa"


def test_a_word_that_widens_one_claim_leaves_the_others_where_they_are(pin):
    text = (
        "A fire hurt six people in Odesa. Three firefighters were killed. "
        "Fires killed 40 people nationwide last year, the ministry said."
    )
    places = {a.anchor.quote: a.where.place for a in pin(text)}
    assert places["Three firefighters were killed."] == "Odesa"
