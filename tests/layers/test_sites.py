"""Where the event of a report is that its claims do not name again."""

import pytest


def drawn(pin, text, words):
    """(place, rule) of each claim that holds some words."""
    return [
        (a.where.place, next((r for r in a.audit.rules if r.startswith("carried:")), None))
        for a in pin(text)
        if words in a.anchor.quote and a.where.place_role == "event_location"
    ]


@pytest.mark.parametrize(
    ("dateline", "opening", "expected"),
    [
        ("MOMBASA, Kenya (XY) — ", "A fire killed two people in a barn", "Mombasa"),
        ("MOMBASA, Kenya (XY) — ", "A fire killed two people in Kisumu", "Kisumu"),
        ("NAIROBI (XY) — ", "A fire killed two people in a barn", None),
        ("", "A fire killed two people in a barn", None),
    ],
)
def test_a_dateline_is_the_site_where_a_report_opens_with_no_other_place(
    pin, dateline, opening, expected
):
    found = drawn(pin, f"{dateline}{opening}.\n\nSome 30 people were injured.", "injured")
    rule = "carried:dateline" if expected == "Mombasa" else "carried:scene"
    assert found == ([(expected, rule)] if expected else [])


def test_officials_of_a_country_tell_of_it_where_they_name_no_other_place(pin):
    text = "{} said on Monday that floods had killed 17 people.\n\nSome 30 people were injured."
    assert drawn(pin, text.format("Officials in Zambia"), "injured") == [
        ("Zambia", "carried:setting")
    ]
    assert drawn(pin, text.format("An analyst in Zambia"), "injured") == []


def test_several_sites_within_one_area_leave_the_area(pin):
    text = (
        "Floods killed 17 people in southern Kenya.\n\n"
        "Nine people drowned in Kwale County, Kenya, in the village of Ormo. "
        "Eight drowned in the village of Tesk in Kwale County.\n\nSome 30 people were injured."
    )
    assert drawn(pin, text, "30")[0][0] == "Kwale County"


@pytest.mark.parametrize(
    ("claim", "place"),
    [
        ("The war has killed 42,000 people.", "Sudan"),
        ("The shelling has killed 420 people.", "Kassala"),
        ("Some 3 million people have fled.", "Sudan"),
        ("Some 3,000 people have fled.", "Kassala"),
    ],
)
def test_a_whole_war_and_millions_are_of_the_country_and_not_of_one_town(pin, claim, place):
    text = f"Shells fell on a market in Kassala in Sudan on Monday, killing 9 people. {claim}"
    assert drawn(pin, text, claim[-14:])[0][0] == place


def test_the_dead_that_a_government_counts_are_of_its_own_land_if_that_was_told(pin):
    text = (
        "Floods in Kenya have killed 17 people.\n\n"
        "Kenya's government said 90 people had been injured."
    )
    assert drawn(pin, text, "90") == [("Kenya", "carried:scene")]


def test_a_ministry_that_opens_a_report_tells_of_its_country(pin):
    text = "Zambia's health ministry said 17 people had died of cholera.\n\nSome 30 more are ill."
    assert drawn(pin, text, "30")[0][0] == "Zambia"


def test_what_is_conceded_first_is_told_of_another_place(pin):
    text = (
        "Measles has spread in Sudan. While doctors fight Ebola in Kassala, 170 cases have been "
        "recorded across the country."
    )
    assert drawn(pin, text, "170") == [("Sudan", None)]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("in Herat province", "Herat"),
        ("in Herat province, and shops in the city burned", "Herāt"),
        ("in Farah province", "Herāt"),
    ],
)
def test_a_bare_name_is_the_province_that_the_text_calls_so_elsewhere(pin, words, place):
    text = f"Air strikes in Herat killed 17 people.\n\nOthers died {words}."
    precision = {a.where.place_precision for a in pin(text) if "17" in a.anchor.quote}
    assert precision == {"region" if place == "Herat" else "city"}


@pytest.mark.parametrize(
    ("dateline", "verdict", "expected"),
    [
        ("MOMBASA, Kenya (XY) — ", "A court jailed a general for the killing of 40 in Goma", "d"),
        ("NAIROBI, Kenya (XY) — ", "A court jailed a general for the killing of 40 in Goma", "-"),
        ("MOMBASA, Kenya (XY) — ", "A court in Kisumu jailed a general for killing 40", "s"),
    ],
)
def test_a_trial_is_where_it_is_reported_from_and_not_where_the_deed_was_done(
    pin, dateline, verdict, expected
):
    found = drawn(pin, f"{dateline}{verdict}.\n\nThe judge sentenced him to 30 years.", "30 years")
    places = {"d": [("Mombasa", "carried:dateline")], "s": [("Kisumu", "carried:scene")], "-": []}
    assert found == places[expected]


def test_the_first_half_of_a_quotation_is_told_of_the_home_that_the_second_names(pin):
    text = (
        "A quake shook Mindanao on Monday.\n\n"
        "“Roofs fell in. They killed 17 people,” said Ana Cruz, the mayor of Butuan."
    )
    assert drawn(pin, text, "Roofs") == [("Butuan", "carried:speaker")]


def test_a_governor_named_before_counts_in_the_own_province(pin):
    text = (
        "Storms killed nine people in Herat Province and Kunduz Province, officials said.\n\n"
        "Ali Noor, governor of Herat Province, said 40 houses had collapsed.\n\n"
        "Noor said 17 people were missing. {} said 23 people were injured."
    )
    said = text.format("Doctors")
    assert drawn(pin, said, "17") == [("Herat Province", "carried:scene")]
    assert len(drawn(pin, said, "23")) == 2


def test_a_village_without_a_record_is_no_site_among_several_places(pin):
    text = (
        "Fires burned in Kwale County and Kitui County, Kenya.\n\n"
        "The flames destroyed homes in the village of Ormo.\n\nSome houses have burned down."
    )
    assert "Ormo" not in {place for place, _ in drawn(pin, text, "burned down")}


def test_this_southern_town_is_the_one_that_a_report_is_filed_from(pin):
    text = "MOMBASA, Kenya (XY) — Gunmen attacked a bank in this southern {} Thursday."
    assert drawn(pin, text.format("town"), "bank") == [("Mombasa", None)]


def test_the_patients_of_a_storm_are_where_it_struck(pin):
    text = (
        "A storm hit northern Kenya on Monday.\n\nIt tore off roofs.\n\n"
        "It flooded shops in Marsabit.\n\nSome 30 patients were admitted to hospital."
    )
    assert drawn(pin, text, "patients")[0][0] != "northern Kenya"


def test_who_speaks_from_the_site_tells_of_it(pin):
    text = (
        "A ferry sank in Mombasa on Monday, killing nine people.\n\n"
        "Ali Noor, police chief in {}, said 17 people had been rescued."
    )
    assert drawn(pin, text.format("Mombasa"), "17")[0][0] == "Mombasa"
