"""The speaker's own country, and the country that a report is about."""

import pytest


def places(pin, text, words):
    return [
        (a.where.place, a.where.place_role)
        for a in pin(text)
        if words in a.anchor.quote and a.where.place
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Latvia said that a wrecked drone lay on its territory.", ("Latvia", "event_location")),
        ("Romania’s army said a drone had entered its airspace.", ("Romania", "destination")),
        ("Finland found a wrecked drone in its own waters.", ("Finland", "event_location")),
        ("Latvia said Poland had sold a drone and its engine.", ("Latvia", "metonym")),
    ],
)
def test_its_territory_is_the_country_of_whoever_says_so(pin, text, expected):
    found = places(pin, text, "drone")
    assert expected in found
    assert ("Latvia", "event_location") not in found or expected[1] == "event_location"


def test_own_soil_is_an_area_and_no_pin(pin):
    (drawn,) = (
        a.geometry
        for a in pin("Latvia said that a drone had crashed on its soil.")
        if a.where.place_role == "event_location"
    )
    assert "Polygon" in drawn.type


REPORT = (
    "Bulgarian PM Quits\n\n"
    "Bulgarian Prime Minister Ivan Petrov resigned on Monday.\n\n"
    "Germany welcomed the decision. Russia criticised it.\n\n"
    "Floods had cut nine roads across the country on Sunday. Snow closed shops in the north."
)


def test_the_country_is_the_one_that_the_report_is_about(pin):
    assert ("Bulgaria", "event_location") in places(pin, REPORT, "nine roads")
    assert ("northern Bulgaria", "event_location") in places(pin, REPORT, "Snow closed")


def test_the_country_is_another_where_something_was_just_told_of_it(pin):
    text = f"{REPORT} A storm hit Ghana on Friday. It emptied markets across the country."
    assert ("Ghana", "event_location") in places(pin, text, "emptied markets")


def test_a_headline_of_the_people_of_a_country_is_set_in_it(pin):
    assert places(pin, REPORT, "PM Quits") == [("Bulgaria", "event_location")]
    text = REPORT.replace("Bulgarian PM Quits", "PM Quits")
    assert places(pin, text, "PM Quits") == []
