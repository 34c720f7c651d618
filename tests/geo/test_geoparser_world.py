"""Reports from all over the world: what stands for a place there, and which place it is.

Some towns that the core does not hold are added to it.
"""

import pytest

from geo.geoparser import locate

TOWNS = (
    ("gn:1000002", "Gwoza", 11.08313, 13.69595, "NG", "27", 15_176),
    ("gn:4369076", "Severn", 39.13705, -76.69830, "US", "MD", 44_231),
    ("gn:1000003", "Santiago", -14.18917, -75.71258, "PE", "11", 19_000),
    ("gn:1000004", "Boston", 53.00000, -8.90000, "IE", "C", 570),
    ("gn:1000005", "Calcutta", -25.9, 29.2, "ZA", "07", 35_864),
    ("gn:1000006", "Los Andes", -32.83, -70.6, "CL", "01", 63_000),
    ("gn:1000007", "Ar Rahad", 12.71667, 30.65, "SD", "56", 36_518, "Er Rahad"),
    ("gn:1000008", "Orzum", 5.0, 38.0, "ET", "51", 6_000, "Walkemo"),
    ("gn:1000009", "Gwarzo Abuja", 9.3, 7.3, "NG", "31", 80_000, "Abuja"),
    ("gn:1000012", "St Ives", 50.20861, -5.4875, "GB", "ENG", 11_165),
    ("gn:1000013", "St Ives", 52.33251, -0.07656, "GB", "ENG", 16_000),
    ("gn:1000001", "Tarsea", -2.00000, 35.00000, "TZ", "03", 4_000),
)


@pytest.fixture(scope="module")
def world(core_with):
    return core_with(TOWNS)


def found(gazetteer, text):
    """Return the words that are taken for places, and the ids of these."""
    return {
        item.toponym.text: None if item.place is None else item.place.id
        for item in locate(text, gazetteer).resolutions
    }


def test_a_town_is_believed_where_its_neighbours_are_named(world):
    assert "Gwoza" not in found(world, "Gwoza fell silent. Traders had left.")
    text = "Gwoza fell silent. Traders had left for Maiduguri in Borno."
    (gwoza, *_) = locate(text, world).resolutions
    assert gwoza.place.id == "gn:1000002"
    assert "native" in {reason.name for reason in gwoza.evidence}


def test_a_seldom_name_that_stands_like_a_place_is_believed_in_its_country(world):
    alone = "All was quiet in Walkemo."
    among = "In Ethiopia officials from Addis Ababa and Bahir Dar said all was quiet in Walkemo."
    assert "Walkemo" not in found(world, alone)
    assert found(world, among)["Walkemo"] == "gn:1000008"
    assert "Walkemo" not in found(world, among.replace("in Walkemo", "as Walkemo"))


def test_what_a_region_holds_lies_near_it(world):
    text = "Birds died in St Ives, a seaside town in Cornwall."
    assert found(world, text)["St Ives"] == "gn:1000012"


def test_a_county_that_is_named_without_doubt_is_meant_by_its_short_name_too(world):
    text = "Farmers heard of Clare County Council{}."
    assert found(world, text.format(" in Co Clare"))["Clare County"] == "dl:ie-county-clare"
    assert found(world, text.format(""))["Clare County"].startswith("fips:")


def test_a_town_seldom_called_like_a_capital_yields_to_it(world):
    text = "Buses from Minna and Suleja in Niger State reached Abuja."
    assert found(world, text)["Abuja"] == "gn:2352778"


@pytest.mark.parametrize(
    ("text", "words", "place_id"),
    [
        ("LIMA (Wire) - A farmer, Eusebio Lima, spoke of rain.", "LIMA", "gn:3936456"),
        ("NICE (Wire) - Shops were shut on Monday.", "NICE", "gn:2990440"),
    ],
)
def test_what_opens_a_report_in_capitals_is_its_place(gazetteer, text, words, place_id):
    assert found(gazetteer, text)[words] == place_id


def test_what_stands_after_the_article_is_a_river_and_no_town(world):
    text = "Boats sank in Maryland. Others sank {} Severn, divers said."
    assert found(world, text.format("on the"))["Severn"] == "dl:river-severn"
    assert found(world, text.format("in"))["Severn"] == "gn:4369076"
    assert "Tarsea" not in found(world, "In Tanzania boats sank on the Tarsea.")
    assert found(world, "In Tanzania boats sank in Tarsea.")["Tarsea"] == "gn:1000001"


def test_of_two_towns_after_one_article_none_is_a_river(world):
    text = "They paid at the Severn and Annapolis booths in Maryland."
    assert found(world, text)["Severn"] == "gn:4369076"


def test_a_common_word_that_holds_something_is_a_town(gazetteer):
    assert found(gazetteer, "Shops burned in Reading on Monday.")["Reading"] == "gn:2639577"
    assert found(gazetteer, "Reading is good for children.") == {}
    assert found(gazetteer, "Many pupils find reading hard, and in Reading they lag.") == {}


def test_divisions_of_a_list_share_the_word_at_its_end(gazetteer):
    text = "Floods reached Delta, Bayelsa and Rivers states."
    assert found(gazetteer, text) == {
        "Delta": "gn:2565341",
        "Bayelsa": "gn:2595344",
        "Rivers": "gn:2324433",
    }


def test_the_capital_of_a_country_that_is_named_comes_first(world):
    text = (
        "In Peru, Ica and Nazca have no water, and Pisco waits. Chile will help. Santiago agreed."
    )
    assert found(world, text)["Santiago"] == "gn:3871336"


def test_a_hamlet_is_not_taken_for_a_famous_town(world):
    text = "Firemen from Galway and Limerick met in Ireland. Some went on to Boston."
    assert found(world, text)["Boston"] == "gn:4930956"


@pytest.mark.parametrize(
    "text",
    [
        "He leaves his wife, Florence.",
        "She leaves two daughters, Virginia and Adelaide, and a dog.",
        "Her sisters Victoria and Georgia spoke.",
        "The race went to Bart van Breda by a length.",
        "Ursula von der Aachen spoke.",
        "Aoife Kilkenny spoke for them.",
    ],
)
def test_kin_and_persons_of_many_tongues_are_no_places(gazetteer, text):
    assert found(gazetteer, text) == {}


def test_a_city_does_not_cease_to_be_one_for_a_person_of_its_name(gazetteer):
    text = "A banker, Thomas Oxford, paid for it. Shops in Oxford sold it."
    assert [item.toponym.span.start for item in locate(text, gazetteer).resolutions] == [
        text.rindex("Oxford")
    ]
    assert found(gazetteer, "A banker, Thomas Oxford, paid. Much was lost in Oxford's firm.") == {}


def test_islands_that_no_gazetteer_lists_lie_by_what_their_sentence_names(gazetteer):
    text = "Shops shut in Tokyo. Rain fell on the Zokara Islands, south of Kyushu."
    near = next(
        item for item in locate(text, gazetteer).resolutions if "Zokara" in item.toponym.text
    )
    assert (near.name, near.precision) == ("Zokara Islands, Kyushu", "vague_area")


@pytest.mark.parametrize(
    "words", ["on", "opposite", "as far as", "the outskirts of", "residents of", "south of"]
)
def test_words_that_say_where_speak_for_a_place(world, words):
    (item,) = [
        item
        for item in locate(f"In Tanzania they saw {words} Tarsea a ship.", world).resolutions
        if item.toponym.text.endswith("Tarsea")
    ]
    assert item.place.id == "gn:1000001"
    assert "locative preposition" in item.toponym.rules


def test_what_fails_against_a_capital_is_aimed_at_its_government(gazetteer):
    (item,) = locate("The sanctions on Moscow failed.", gazetteer).resolutions
    assert item.toponym.kind == "metonym"


@pytest.mark.parametrize(
    ("text", "words", "place_id"),
    [
        ("Ministers of Queensland and WA met.", "WA", "gn:2058645"),
        ("Ministers of Queensland met in WA.", "WA", "gn:2058645"),
    ],
)
def test_two_letters_beside_another_division_are_one_of_its_country(
    gazetteer, text, words, place_id
):
    assert found(gazetteer, text)[words] == place_id


def test_two_letters_without_another_division_are_none(gazetteer):
    assert "WA" not in found(gazetteer, "Ministers of Spain met in WA.")


def test_a_road_is_named_by_the_towns_at_its_ends(world):
    text = "Lorries burned on the Mwanza-Tarsea road."
    assert found(world, text)["Tarsea"] == "gn:1000001"


def test_a_city_of_two_words_may_speak(gazetteer):
    assert found(gazetteer, "People of Wad Madani said that it rained.") == {
        "Wad Madani": "gn:364103"
    }


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Calcutta", "gn:1275004"),
        ("Odessa", "gn:698740"),
        ("the Vatican", "gn:3164670"),
        ("the Holy See", "gn:3164670"),
        ("the Andes", "dl:andes"),
    ],
)
def test_names_that_english_has_for_a_place_are_as_good_as_its_own(world, name, place_id):
    (item,) = locate(f"Help came from {name} on Monday.", world).resolutions
    assert item.place.id == place_id


def test_a_currency_is_no_country(gazetteer):
    assert found(gazetteer, "It cost US$3m, or A$4m.") == {}
    assert found(gazetteer, "It cost the US 3m.")["US"] == "gn:6252001"


@pytest.mark.parametrize(
    ("text", "words", "place_id"),
    [
        ("Ferries stopped on Cook Strait.", "Cook Strait", "dl:cook-strait"),
        ("Snow fell on the Pennines.", "Pennines", "dl:pennines"),
        ("Boats sank on the White Nile.", "White Nile", "dl:white-nile"),
        ("Troops reached Jebel Marra.", "Jebel Marra", "dl:jebel-marra"),
        ("Police searched homes in Khayelitsha.", "Khayelitsha", "dl:za-khayelitsha"),
        ("Landslides hit Wayanad.", "Wayanad", "dl:in-wayanad"),
    ],
)
def test_features_and_districts_of_many_countries_are_known(gazetteer, text, words, place_id):
    assert found(gazetteer, text)[words] == place_id


def test_a_division_as_small_as_a_town_is_no_likelier_than_one(gazetteer):
    text = "Ferries from Jolo and Zamboanga in the Philippines go to Isabela."
    isabela = next(
        item for item in locate(text, gazetteer).resolutions if item.toponym.text == "Isabela"
    )
    assert isabela.confidence < 0.5
    assert "stranger" in {reason.name for reason in isabela.evidence}


def test_an_article_that_is_romanised_otherwise_is_the_same_name(world):
    assert found(world, "In Sudan shells hit Er Rahad and El Obeid.")["Er Rahad"] == "gn:1000007"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Middle East talks fail\n\nThey met on Monday.", "Middle East"),
        ("Gulf Coast braces for storm\n\nIt rained.", "Gulf Coast"),
    ],
)
def test_a_region_of_common_words_is_one_in_a_headline_too(gazetteer, text, words):
    assert words in found(gazetteer, text)
