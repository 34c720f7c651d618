"""What the bare kind of a place points back to."""

import pytest

from layers.lexicon import table


def places(pin, text, words):
    return [
        (a.where.place, a.where.place_mention, a.where.place_role)
        for a in pin(text)
        if words in a.anchor.quote and a.where.place
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A bomb exploded in Aleppo on Monday. Dozens of shops in the city were looted.",
            ("Aleppo", "the city", "event_location"),
        ),
        (
            "Rebels raided the village of Tal-Reba on Monday. Shops in the village were looted.",
            ("Tal-Reba", "the village", "event_location"),
        ),
        (
            "Voters in Kenya went to the polls. Shops across the country were looted.",
            ("Kenya", "the country", "event_location"),
        ),
        (
            "Floods hit the province of Chubut. In 2019 shops in the same province were looted.",
            ("Chubut Province", "the same province", "event_location"),
        ),
        (
            "Floods hit the province of Chubut. Shops in the rich oil province were looted.",
            ("Chubut Province", "the rich oil province", "event_location"),
        ),
        (
            "Storms hit northern Peru on Monday. Shops in the region were looted.",
            ("northern Peru", "the region", "event_location"),
        ),
        (
            "Fires hit the city of Odesa. Lviv Mayor Ann Roe said shops in the city were looted.",
            ("Lviv", "the city", "event_location"),
        ),
        (
            "A bomb exploded north of Aleppo on Monday. Dozens of shops in the city were looted.",
            ("Aleppo", "the city", "event_location"),
        ),
    ],
)
def test_a_kind_of_place_means_the_last_one_of_that_kind(pin, text, expected):
    assert expected in places(pin, text, "looted")


def test_a_town_is_no_country_and_a_country_no_town(pin):
    text = "A bomb exploded in Aleppo on Monday. Shops across the country were looted."
    assert all(mention != "the country" for _, mention, _ in places(pin, text, "looted"))


@pytest.mark.parametrize("words", ["the city council", "the town of Osh", "the state media"])
def test_what_goes_on_points_nowhere(pin, words):
    text = f"A bomb exploded in Aleppo on Monday. Near {words} shops were looted."
    pointed = {mention for _, mention, _ in places(pin, text, "looted")}
    assert not pointed & {"the city", "the town", "the state"}


@pytest.mark.parametrize("words", ["the neighbouring city", "the northern city", "the other city"])
def test_another_of_the_kind_is_not_meant(pin, words):
    text = f"A bomb exploded in Aleppo on Monday. Shops in {words} were looted."
    assert words not in {mention for _, mention, _ in places(pin, text, "looted")}


def test_a_mayor_speaks_of_the_town(pin):
    text = "Shells hit Aleppo on Monday. The city’s mayor said that nine houses were damaged."
    assert ("Aleppo", "The city", "event_location") in places(pin, text, "nine houses")


def test_who_lives_here_speaks_of_here(pin):
    text = "“Nobody here slept last night,” said a resident of Aleppo."
    assert ("Aleppo", "Aleppo", "event_location") in places(pin, text, "Nobody here")


def test_a_headline_without_a_place_has_that_of_its_story(pin):
    text = (
        "Police shoot dead three at march\n\n"
        "Police in Aleppo shot dead three people on Thursday, a rights group said."
    )
    assert ("Aleppo", "Aleppo", "event_location") in places(pin, text, "at march")


def test_a_headline_of_a_states_army_is_drawn_as_the_state(pin):
    text = (
        "Syrian army says attack foiled\n\n"
        "Gunmen attacked a barracks in Aleppo on Thursday, the army said."
    )
    found = places(pin, text, "attack foiled")
    assert all(name != "Aleppo" for name, _, _ in found)


def test_the_village_is_the_one_that_was_called_so(pin):
    text = (
        "Gunmen raided the village of Tal-Reba on Monday, a spokesman said in the city of Aleppo. "
        "Shops in the village were looted."
    )
    assert ("Tal-Reba", "the village", "event_location") in places(pin, text, "looted")


@pytest.mark.parametrize(
    "word", [row for row, kind in table("pointed_kinds").items() if kind["means"] == "named"]
)
def test_the_river_is_the_last_one_that_was_named_so(pin, word):
    text = f"A boat sank near the {word} of Orvelo in Peru on Monday. Divers searched the {word}."
    found = [place for place, _, _ in places(pin, text, "Divers")]
    assert len(found) == 1
    assert "Orvelo" in found[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gunmen raided the island of Basilan on Monday. Schools on the island were looted.",
            [("Basilan", "the island", "event_location")],
        ),
        (
            "A bomb exploded in Aleppo on Monday. Shops in town were looted.",
            [("Aleppo", "town", "event_location")],
        ),
        (
            "A bomb exploded in Aleppo on Monday. Shops in the city centre were looted.",
            [("Aleppo", "the city", "event_location")],
        ),
        ("A bomb exploded in Peru on Monday. Boats on the river were looted.", []),
        ("A bomb exploded in Peru on Monday. Shops in a town were looted.", []),
    ],
)
def test_an_island_and_a_town_are_known_by_what_they_were_called(pin, text, expected):
    found = places(pin, text, "looted")
    assert [place for place in found if place[0] != "Peru"] == expected


def test_the_village_that_a_report_left_without_a_name_is_no_town_nearby(pin):
    text = (
        "Horsemen looted a village in Kayes region, a priest in the nearby town of Gao said on "
        "Friday. They rode through the village and burned 30 granaries."
    )
    told = {a.where.place for a in pin(text) if "rode" in a.anchor.quote}
    assert told == {"Kayes Region"}
