"""Towns, quarters and landmarks that the core adds to what the packages hold."""

import pytest

from geo.geoparser import locate


@pytest.mark.parametrize(
    ("text", "words", "place_id", "precision"),
    [
        ("Rain fell in Kapedo, Kenya.", "Kapedo", "dl:ke-kapedo", "city"),
        ("Rain fell in Kibera, Nairobi.", "Kibera", "dl:ke-kibera", "district"),
        ("Crowds left Tahrir Square in Cairo.", "Tahrir Square", "dl:tahrir-square", "point"),
        ("Flights left Gatwick Airport.", "Gatwick Airport", "dl:gatwick-airport", "point"),
        (
            "Fighting reached Walikale Territory and Kabambare Territory in Congo.",
            "Kabambare Territory",
            "dl:cd-kabambare-territory",
            "region",
        ),
        ("Rebels left Kabambare in Congo.", "Kabambare", "dl:cd-kabambare", "city"),
        (
            "Traders in Nigeria left Guma Local Government Area.",
            "Guma Local Government Area",
            "dl:ng-guma-local-government-area",
            "region",
        ),
        ("Rain fell on Flores, Indonesia.", "Flores", "dl:flores", "vague_area"),
    ],
)
def test_what_the_core_adds_is_found(gazetteer, text, words, place_id, precision):
    found = {item.toponym.text: item for item in locate(text, gazetteer).resolutions}
    assert (found[words].place.id, found[words].precision) == (place_id, precision)


def test_a_town_that_english_spells_in_its_own_way_has_that_name(gazetteer):
    found = locate("Troops entered Muqdadiya in Diyala, Iraq.", gazetteer).resolutions
    assert next(item.name for item in found) == "Muqdadiya"
