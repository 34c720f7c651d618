"""Which part a place plays: where it happened, whence, whither, who acts."""

from pathlib import Path
from typing import get_args

import pytest

from geo.data import data_path
from layers import lexicon
from layers.lexicon import table
from layers.model import PlaceRole
from layers.traits import traits_of


@pytest.mark.parametrize(
    ("text", "place", "role"),
    [
        ("Two bridges collapsed in Lagos, the ministry said.", "Lagos", "event_location"),
        ("Rebels have entered Goma, the ministry said.", "Goma", "destination"),
        ("Some 400 soldiers arrived in Mali, the ministry said.", "Mali", "destination"),
        ("The convoy moved into Sudan on Monday, the ministry said.", "Sudan", "destination"),
        ("Some 300 soldiers arrived from Chad, the ministry said.", "Chad", "origin"),
        (
            "Shells that were fired from the hills hit Aleppo overnight, the ministry said.",
            "Aleppo",
            "event_location",
        ),
        ("The governor shares no border with Peru, the ministry said.", "Peru", "neighbour"),
        ("A girl died in the region of Arequipa, bordering Chile.", "Chile", "neighbour"),
        ("Kenya’s worst epidemic killed 900 people.", "Kenya", "event_location"),
        ("Kenya’s attack killed 900 people in Somalia.", "Kenya", None),
        ("Kenya’s annual inflation rate rose to 4 percent.", "Kenya", "event_location"),
        ("The Kenyan economy grew 4 percent.", "Kenya", "event_location"),
        ("A strong quake jolted Kenya’s southern coast.", "Kenya", "event_location"),
        ("A ship sank near the coast of the island nation of Fiji.", "Fiji", "event_location"),
        ("The navy issued a tsunami warning for Fiji.", "Fiji", "event_location"),
        ("There is no tsunami risk to Fiji.", "Fiji", "event_location"),
        ("He has ruled Angola since 1979.", "Angola", "event_location"),
        ("Berg said troops were “in full control” in Chubut.", "Chubut Province", "event_location"),
        ("The Dutch embassy in Accra welcomed the ruling.", "Accra", "speaker_seat"),
        ("A gunman shot two women in the Rhine port of Duisburg.", "Rhine", "neighbour"),
        ("A gunman shot two women in a Black Sea port.", "Black Sea", "event_location"),
        (
            "A boat sank an hour from the Shetland Islands.",
            "Shetland Islands",
            "neighbour",
        ),
        ("A mine flooded about 40 minutes from Lusaka.", "Lusaka", "neighbour"),
        ("A nurse from Leeds was killed in a fire near Lusaka.", "Leeds", None),
        ("He was sentenced by the court of Marseille.", "Marseille", "event_location"),
        ("The ivory ended up in Dubai, by way of Kampala.", "Kampala", "event_location"),
        ("Beijing claims most of the Sulu Sea.", "Sulu Sea", "event_location"),
        (
            "Ghana was losing $2 billion a year to smuggling.",
            "Ghana",
            "event_location",
        ),
        ("A bomb killed five in Idlib, south of Aleppo.", "south of Aleppo", "neighbour"),
        ("Gunmen shot two men south of Aleppo.", "south of Aleppo", "event_location"),
        ("A lorry overturned on the road from Lusaka to Ndola.", "Lusaka", "event_location"),
        ("A lorry overturned on the road from Lusaka to Ndola.", "Ndola", "event_location"),
        ("A bomb hit the bridge linking Idlib to Aleppo.", "Aleppo", "event_location"),
        ("Two died in Kabwe on the road from Lusaka to Ndola.", "Ndola", "neighbour"),
        ("Hunger grew in 20 countries from Haiti to Yemen.", "Haiti", "event_location"),
        ("Hunger grew in 20 countries from Haiti to Yemen.", "Yemen", "event_location"),
        ("Police raided a house in Nairobi’s Yonda slum.", "Nairobi", "event_location"),
        ("A strike hit Iran-aligned rebels near Aleppo.", "Iran", None),
        ("A Qatar-mediated truce collapsed near Aleppo.", "Qatar", None),
        ("Gunmen attacked Kenyan soldiers near Aleppo.", "Kenya", None),
        ("Kenyan soldiers were attacked near Aleppo.", "Kenya", None),
        ("Shops burned on the streets of the capital, Nairobi.", "Nairobi", "event_location"),
        ("The capital, Nairobi, accounted for 40 cases.", "Nairobi", "event_location"),
        ("A quake killed four in Chad, 300 km away in Khartoum.", "Khartoum", "neighbour"),
    ],
)
def test_the_words_around_a_place_say_its_part(roles, text, place, role):
    assert roles(text).get(place) == role


def test_speaking_from_berlin_is_not_where_it_happened(pin):
    annotations = pin("A dam broke in Ghana, the minister told reporters in Berlin.")
    drawn = {a.where.place: a.geometry for a in annotations}
    assert drawn["Ghana"] is not None
    seats = [a for a in annotations if a.where.place == "Berlin"]
    assert all(a.where.place_role == "speaker_seat" and a.geometry is None for a in seats)


def test_a_capital_that_acts_is_a_government(roles):
    assert roles("Moscow has accused Warsaw of lying, the report said.") == {
        "Moscow": "metonym",
        "Warsaw": "metonym",
    }


def test_a_capital_that_burns_is_a_place(roles):
    assert roles("A market in Moscow burned down on Monday, police said.") == {
        "Moscow": "event_location"
    }


def test_a_country_helped_against_another_is_no_place_of_events(roles):
    found = roles("He blamed the alliance for aiding Kyiv against Moscow.")
    assert {found.get("Kyiv"), found.get("Moscow")} <= {"metonym", None}


def test_soldiers_of_a_country_come_from_it(pin):
    annotations = pin("North Korean soldiers entered the Kursk region, the agency said.")
    by_place = {a.where.place: a for a in annotations}
    assert by_place["North Korea"].where.place_role == "origin"
    assert by_place["North Korea"].drawn.geometry_role == "flow"
    assert by_place["North Korea"].geometry.type in {"LineString", "MultiLineString"}
    assert by_place["Kursk Oblast"].where.place_role == "destination"


def test_a_demonym_alone_is_no_event_place(pin):
    annotations = pin("Russian officials said on Monday that talks had failed.")
    assert all(a.geometry is None for a in annotations)


def test_parties_to_a_treaty_are_parties(roles):
    found = roles("He said that Brazil and Norway signed a treaty in June.")
    assert found == {"Brazil": "party", "Norway": "party"}


def test_the_finer_place_wins_over_the_one_that_says_where_it_lies(pin):
    annotations = pin("Shells hit the Kursk region in western Russia, officials said.")
    events = [a.where.place for a in annotations if a.where.place_role == "event_location"]
    assert events == ["Kursk Oblast"]


def test_from_one_town_to_another_is_a_way(roles):
    found = roles("A bus that was travelling from Mombasa to Nairobi left the road, police said.")
    assert (found["Mombasa"], found["Nairobi"]) == ("origin", "destination")


def test_a_frame_in_a_capital_is_where_it_was_said(pin):
    annotations = pin("In Washington, a spokeswoman declined to comment on the strike.")
    assert all(a.where.place_role in {"speaker_seat", "none"} for a in annotations)
    assert all(a.geometry is None for a in annotations)


def test_a_frame_elsewhere_is_where_it_happened(roles):
    text = "In the Indian state of Assam, officials put the number of deaths from floods at 19."
    assert roles(text).get("Assam") == "event_location"


def test_governments_that_sign_are_drawn_as_their_countries(roles):
    found = roles("The group said that the treaty between Rome and Tripoli had been signed.")
    assert found == {
        "Rome": "metonym",
        "Italy": "party",
        "Tripoli": "metonym",
        "Libya": "party",
    }


def test_a_name_within_a_name_is_no_place(roles):
    assert roles("The student said that he had been sent to Florida Atlantic University.") == {}


def test_a_year_after_by_leaves_the_country_its_verb(roles):
    found = roles("The minister said that by 2030 China would have the most cars of all countries.")
    assert found.get("China") == "metonym"


def test_a_country_that_suffers_is_where_it_happens(roles):
    found = roles("The agency said that Peru had suffered four strong earthquakes this year.")
    assert found.get("Peru") == "event_location"


def test_what_stands_after_an_aside_belongs_to_the_whole(pin):
    annotations = pin(
        "A strike killed five people, including two children, in the town of Mombasa on Monday, "
        "the ministry said."
    )
    whole = [a for a in annotations if a.how_many.quantity == 5]
    assert [a.where.place for a in whole] == ["Mombasa"]


def test_a_distance_in_an_aside_only_says_where_the_town_lies(pin):
    annotations = pin(
        "Three workers died in a fire at a plant in Kisumu, about 45 km south of Nairobi, on "
        "Monday, the fire service said."
    )
    events = [a.where.place for a in annotations if a.where.place_role == "event_location"]
    assert events == ["Kisumu"]


def test_sanctions_on_a_country_hit_its_government(roles):
    assert roles("The ministers agreed to impose new sanctions on Belarus.") == {
        "Belarus": "metonym"
    }


def test_a_capital_in_an_aside_is_where_the_phrase_before_it_is(roles):
    found = roles("Gunfire was heard in the centre of the capital, Libreville, a reporter said.")
    assert found == {"Libreville": "event_location"}


def test_where_a_victim_lives_is_not_where_it_happened(roles):
    found = roles(
        "A man was charged with the murder of Mary Jones, 55, of Nairobi, in Mombasa, police said."
    )
    assert found == {"Mombasa": "event_location"}


def test_a_bloc_is_named_and_not_drawn(pin):
    annotations = pin("He blamed the West for the war.")
    for a in annotations:
        assert a.geometry is None
        assert a.where.place_role in {"none", "metonym"}


def test_traits_of_an_unknown_event_carry_nothing_over():
    traits = traits_of("juggling")
    assert (traits.moves, traits.placed, traits.parties) == (False, False, False)


LEXICONS = sorted(path.stem for path in Path(lexicon.__file__).parent.glob("*.tsv"))


@pytest.mark.parametrize("name", LEXICONS)
def test_every_lexicon_is_sorted_and_says_nothing_twice(name):
    path = Path(lexicon.__file__).parent / f"{name}.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    keys = [line.split("\t")[0] for line in lines[1:]]
    assert keys == sorted(set(keys))
    assert {len(line.split("\t")) for line in lines} == {len(lines[0].split("\t"))}


def test_verbs_and_prepositions_give_roles_that_exist():
    known = {*get_args(PlaceRole), "-"}
    cells = [row.values() for name in ("verbs", "prepositions") for row in table(name).values()]
    assert {cell for row in cells for cell in row} <= known
    assert {row["carried_as"] for row in table("event_traits").values()} <= known


def test_every_event_type_of_the_map_has_its_traits():
    listed = (data_path("curated") / "event_types.tsv").read_text(encoding="utf-8").splitlines()
    assert {line.split("\t")[0] for line in listed[1:]} == set(table("event_traits"))


def test_every_class_of_nouns_is_one_that_a_rule_asks_for():
    classes = {row["class"] for row in table("nouns").values()}
    assert classes == {
        "addressee",
        "border",
        "capital",
        "counted",
        "event",
        "facility",
        "government",
        "ground",
        "harm",
        "measure",
        "mover",
        "people",
        "place",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # An owner before a place leaves it where the preposition puts it.
        ("A bridge fell in Peru’s Ayacucho region, police said.", ("Ayacucho Region", "in")),
        # Two names side by side, with no comma between them.
        ("Polio was found in Morobe Province Papua New Guinea.", ("Morobe Province", "in")),
        ("The storm caused great damage to Vanuatu, police said.", ("Vanuatu", "to-harm")),
        ("Bombing in Crowded Baghdad Market Kills 15\n\nMany fled.", ("Baghdad", "in")),
        (
            "Also in the west, in Lyon, a newspaper said shots were fired at a police station.",
            ("Lyon", "frame"),
        ),
    ],
)
def test_where_it_happened_is_seen_past_what_stands_between(pin, text, expected):
    places = [(a.where.place, a.audit.rules) for a in pin(text) if a.where.place == expected[0]]
    assert [name for name, rules in places if f"role:{expected[1]}" in rules] == [expected[0]]


def test_a_town_beside_the_named_village_is_its_neighbour(roles):
    found = roles("The raid took place in Tal-Reba, a village near Aleppo, officials said.")
    assert found == {"Tal-Reba": "event_location", "Aleppo": "neighbour"}


def test_a_town_beside_a_village_without_a_name_is_the_place(roles):
    assert roles("Men raided a village near Aleppo.") == {"Aleppo": "event_location"}


def test_a_plane_flying_from_a_capital_comes_from_there(roles):
    found = roles("A plane flying from Kathmandu crashed near Pokhara.")
    assert found == {"Kathmandu": "origin", "Pokhara": "event_location"}


def test_those_who_sign_for_their_states_make_them_parties(roles):
    found = roles("The presidents of Chad and Niger signed a treaty in Tunis on Monday.")
    assert found == {"Chad": "party", "Niger": "party", "Tunis": "event_location"}
    found = roles("The Chilean president and the Danish foreign minister signed a treaty.")
    assert found == {"Chile": "party", "Denmark": "party"}


def test_a_day_between_states_and_what_they_do_parts_nothing(roles):
    found = roles("Chad and Niger on Tuesday signed a treaty.")
    assert found == {"Chad": "party", "Niger": "party"}


def test_a_gulf_with_a_second_name_is_that_gulf(pin):
    places = {a.where.place for a in pin("Pirates seized a ship in the Gulf of Aden on Monday.")}
    assert places == {"Gulf of Aden"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A ferry sank on Lake Kuluma, police said.", "Lake Kuluma"),
        ("Three climbers died on Mount Karabor, police said.", "Mount Karabor"),
        ("A raft sank on the river Inzara, police said.", "Inzara"),
    ],
)
def test_what_the_text_calls_a_lake_is_one_without_a_record(pin, text, name):
    annotation = next(a for a in pin(text) if a.where.place == name)
    assert annotation.where.place_precision == "vague_area"
    assert annotation.geometry is None


def test_a_sea_named_after_a_land_is_not_the_land(pin):
    annotation = next(iter(pin("A cable was cut in the Java Passage on Sunday.")))
    assert annotation.where.place == "Java Passage"
    assert annotation.where.place_precision == "vague_area"
    assert annotation.geometry is None


def test_about_so_many_kilometres_is_no_word_about_a_place(roles):
    found = roles("The break lies about 20 kilometres west of Athens, the ministry said.")
    assert found == {"20 km west of Athens": "event_location"}


def test_roads_of_a_country_are_in_it(roles):
    assert roles("Some 1,700 people died on the roads of Honduras.") == {
        "Honduras": "event_location"
    }


def test_what_flows_to_a_country_goes_there(roles):
    found = roles("Gas is to flow through Chad to Niger.")
    assert found == {"Chad": "event_location", "Niger": "destination"}


def test_what_is_said_on_a_day_in_a_capital_is_said_there(roles):
    found = roles("The forecast stays as it was, the governor said on Thursday in Ankara.")
    assert found == {"Ankara": "speaker_seat"}


def test_a_town_that_is_stormed_and_emptied_is_not_who_flees(pin):
    rules = [
        a.audit.rules
        for a in pin("Gunmen stormed Aleppo and residents fled.")
        if a.where.place == "Aleppo" and a.where.place_explicit
    ]
    assert all("role:object-of-storm" in fired for fired in rules)
    assert rules


def test_a_country_that_recovers_is_where_it_happened(roles):
    assert roles("Honduras is recovering from the floods.") == {"Honduras": "event_location"}


@pytest.mark.parametrize(
    "text",
    [
        "A bus left the road between Kabul and Jalalabad on Monday, police said.",
        "Flights between Kabul and Dubai were cancelled on Monday, police said.",
        "Twelve prisoners were flown between Kabul and Dubai on Monday, police said.",
    ],
)
def test_the_ends_of_a_way_are_places_and_no_governments(roles, text):
    assert roles(text).get("Kabul") == "event_location"


def test_talks_between_capitals_are_between_governments(roles):
    assert roles("Talks between Kabul and Tehran failed on Monday, he said.").get("Kabul") in {
        "metonym",
        None,
    }


def test_a_country_that_has_a_disease_is_where_it_is(roles):
    found = roles("Pakistan is one of the countries where the disease is still spreading.")
    assert found == {"Pakistan": "event_location"}


def test_where_a_firm_is_based_nothing_happened(pin):
    annotations = pin("The dam belongs to Ferro, a company based in Milan.")
    milan = next(a for a in annotations if a.where.place == "Milan")
    assert milan.where.place_role == "none"
    assert milan.geometry is None


def test_soldiers_that_are_based_somewhere_are_there(roles):
    assert roles("Some 400 soldiers are based in Mali.") == {"Mali": "event_location"}


def test_what_befalls_the_people_of_a_town_happens_there(roles):
    assert roles("Residents of Milan were hurt on Monday.") == {"Milan": "event_location"}


def test_a_distance_after_the_kind_of_a_place_only_says_where_it_lies(roles):
    found = roles("The plane was last seen over Lete, a village 30 km south of Athens.")
    assert found == {"Lete": "event_location", "30 km south of Athens": "neighbour"}


def test_a_river_called_so_is_reached(roles):
    assert roles("The mud reached the river Inzara on Monday.") == {"Inzara": "destination"}


@pytest.mark.parametrize("place", ["Punjab province", "Lahore"])
def test_a_number_after_a_place_counts_what_is_not_of_its_phrase(roles, place):
    assert set(roles(f"In {place} three people died on Monday.").values()) == {"event_location"}


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("in Kisumu, about 270 kilometers (168 miles) from the capital, Nairobi", "Kisumu"),
        ("in Herat, east of the provincial capital, Kandahar", "Herat"),
        ("in Pakistan's Swat Valley in the northwest", "Swat Valley"),
        ("in the U.N.-protected town of Goma", "Goma"),
    ],
)
def test_what_only_tells_where_a_place_lies_is_not_where_it_happened(pin, where, expected):
    claims = pin(f"Six workers were killed {where}.")
    assert {c.where.place for c in claims if c.where.place_role == "event_location"} == {expected}
    assert not any(c.where.place_role == "origin" for c in claims)


def test_the_army_of_a_faith_is_no_division(roles):
    assert roles("Six men were killed by Islamic State in Mosul.") == {"Mosul": "event_location"}
