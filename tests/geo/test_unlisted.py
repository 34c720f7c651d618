"""Villages and districts that the gazetteer does not know, by what the text calls them."""

import pytest

from geo.cues import UNLISTED
from geo.geoparser import locate


def _unlisted(text, gazetteer):
    return [
        (one.toponym.text, one.place.name)
        for one in locate(text, gazetteer).resolutions
        if UNLISTED in one.toponym.rules
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Gunmen raided the village of Zurmoku in Borno state.",
            [("Zurmoku", "Borno State")],
        ),
        (
            "The villages of Zurmoku, Talwari and Kembele in Borno state were burnt.",
            [("Zurmoku", "Borno State"), ("Talwari", "Borno State"), ("Kembele", "Borno State")],
        ),
        ("Police in Nairobi searched Kamurei village.", [("Kamurei", "Nairobi")]),
        ("In Ullimore district near Nairobi all was quiet.", [("Ullimore", "Nairobi")]),
        (
            "Two men died at Castleburn, near Dublin, on Friday. Castleburn has one road.",
            [("Castleburn", "Dublin"), ("Castleburn", "Dublin")],
        ),
        (
            "Cases were found in Maiduguri, Zurmoku and Talwari.",
            [("Zurmoku", "Maiduguri"), ("Talwari", "Maiduguri")],
        ),
        (
            "The dead came from Zurmoku Local Government Area of Borno state.",
            [("Zurmoku Local Government Area", "Borno State")],
        ),
        ("He was shot in the Tervane area of Karachi.", [("Tervane", "Karachi")]),
    ],
)
def test_what_the_text_calls_a_village_lies_near_what_it_names(gazetteer, text, found):
    assert _unlisted(text, gazetteer) == found


@pytest.mark.parametrize(
    "text",
    [
        "The town of Free Speech is a joke in Nairobi.",
        "Nairobi, Kiprotich and Wanjiru said they were content.",
        "She works at Techvane, in her words the best firm in Nairobi.",
        "This is the Zurmoku area, he said in Nairobi.",
        "Brian Town lives in Nairobi.",
        "Gunmen raided the village of Zurmoku.",
    ],
)
def test_other_names_are_left_alone(gazetteer, text):
    assert _unlisted(text, gazetteer) == []


def test_an_unlisted_village_is_an_area_and_no_pin(gazetteer):
    *_, village = locate("In Nairobi they came from Kamurei village.", gazetteer).resolutions
    assert (village.precision, village.part) == ("vague_area", "in")
    assert village.name == "Kamurei, Nairobi"


def test_a_reader_of_claims_leaves_them_to_the_syntax(gazetteer):
    text = "Police in Nairobi searched Kamurei village."
    found = locate(text, gazetteer, unlisted=False).resolutions
    assert [one.toponym.text for one in found] == ["Nairobi"]
