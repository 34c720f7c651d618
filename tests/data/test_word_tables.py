"""The words for places that no gazetteer has: every row leads to a place, and to the right one."""

import csv
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from geo.gazetteer import fold

DATA = Path(__file__).resolve().parents[2] / "data"
TABLES = ("aliases", "city_names", "demonyms", "metonyms")
SENSES = {"body", "building", "capital", "district", "figure", "seat"}


@cache
def read(table: str) -> tuple[dict[str, str], ...]:
    path = DATA / ("gazetteer.csv" if table == "gazetteer" else f"curated/{table}.csv")
    with path.open(encoding="utf-8", newline="") as handle:
        return tuple(csv.DictReader(handle))


@cache
def places() -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in read("gazetteer")}


def named(table: str, column: str, word: str) -> set[str]:
    """Return the names of the places that a word of a table leads to."""
    return {places()[row["place_id"]]["name"] for row in read(table) if row[column] == word}


@pytest.mark.parametrize("table", TABLES)
def test_every_row_leads_to_a_place_of_the_gazetteer(table: str) -> None:
    assert [row for row in read(table) if row["place_id"] not in places()] == []


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_sorted_whole_and_single(table: str) -> None:
    rows = [tuple(row.values()) for row in read(table)]
    assert len(rows) > 100
    assert rows == sorted(set(rows))
    assert all(cell == cell.strip() for row in rows for cell in row)
    assert all(row[0] and row[1] for row in rows)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("Ukrainian", {"Ukraine"}),
        ("Congolese", {"Democratic Republic of the Congo", "Republic of the Congo"}),
        ("Dominicans", {"Dominica", "Dominican Republic"}),
        ("Nigerien", {"Niger"}),
        ("Nigerian", {"Nigeria"}),
        ("English", {"England"}),
        ("Welsh", {"Wales"}),
        ("Palestinian", {"Palestinian Territories"}),
        ("Chechen", {"Chechnya"}),
        ("Kurdish", {"Kurdistan"}),
        ("Muscovites", {"Moscow"}),
        ("Spaniard", {"Spain"}),
        ("African American", {"United States"}),
        ("West African", {"West Africa"}),
    ],
)
def test_people_and_things_are_called_after_their_place(form: str, expected: set[str]) -> None:
    assert named("demonyms", "form", form) == expected


def test_demonyms_are_adjectives_or_people_of_nearly_every_country() -> None:
    rows = read("demonyms")
    assert {row["kind"] for row in rows} == {"adjective", "people"}
    assert len({row["form"] for row in rows}) >= 600
    countries = {row["id"]: row for row in read("gazetteer") if row["feature_code"] == "PCLI"}
    without = set(countries) - {row["place_id"] for row in rows}
    assert {countries[place]["name"] for place in without} <= {"Vatican City"}


def test_no_demonym_hides_the_name_of_a_country_or_region() -> None:
    """A name that is also a demonym would be read as one: "in the U.S." must stay a place."""
    forms = {fold(row["form"]) for row in read("demonyms")}
    hidden = {
        row["name"]
        for row in read("gazetteer")
        if fold(row["name"]) in forms or fold(row["asciiname"]) in forms
    }
    assert hidden <= {"Brits", "German"}, "a town in South Africa and a parish of the Isle of Man"
    assert not forms & {"us", "u.s.", "uk", "u.k.", "eu"}


def test_each_form_of_a_demonym_has_one_kind() -> None:
    kinds = Counter(form for form, _ in {(row["form"], row["kind"]) for row in read("demonyms")})
    assert [form for form, count in kinds.items() if count > 1] == []


@pytest.mark.parametrize(
    ("alias", "place"),
    [
        ("Kiev", "gn:703448"),
        ("Bombay", "gn:1275339"),
        ("Leningrad", "gn:498817"),
        ("Swaziland", "gn:934841"),
        ("Burma", "gn:1327865"),
        ("Holland", "gn:2750405"),
        ("Gaza City", "gn:281133"),
        ("NYC", "gn:5128581"),
        ("Stepanakert", "gn:146970"),
        ("Northern Cyprus", "dl:northern-cyprus"),
    ],
)
def test_other_names_lead_to_the_place_of_today(alias: str, place: str) -> None:
    tables = [
        {row["place_id"] for row in read("aliases") if row["alias"] == alias},
        {
            row["id"]
            for row in read("gazetteer")
            if alias in (row["name"], *row["alternatenames"].split("|"))
        },
    ]
    assert place in set.union(*tables)


def test_both_states_on_the_congo_are_called_congo() -> None:
    assert named("aliases", "alias", "Congo") == {
        "Democratic Republic of the Congo",
        "Republic of the Congo",
    }


def test_an_alias_says_more_than_the_name_itself() -> None:
    assert [
        row for row in read("aliases") if row["alias"] == places()[row["place_id"]]["name"]
    ] == []
    assert len(read("aliases")) >= 300


@pytest.mark.parametrize(
    ("name", "country", "speaker"),
    [
        ("Kremlin", "RU", "Presidency of Russia"),
        ("Kyiv", "UA", "Government of Ukraine"),
        ("Pyongyang", "KP", "Government of North Korea"),
        ("White House", "US", "Presidency of the United States"),
        ("Élysée", "FR", "Presidency of France"),
        ("Blue House", "KR", "Presidency of South Korea"),
        ("Scotland Yard", "GB", "Metropolitan Police"),
    ],
)
def test_buildings_and_capitals_speak_for_their_governments(
    name: str, country: str, speaker: str
) -> None:
    (row,) = [row for row in read("metonyms") if row["name"] == name]
    assert (row["country_code"], row["government"]) == (country, speaker)
    assert places()[row["place_id"]]["country_code"] == country


def test_brussels_speaks_for_the_union_and_for_belgium() -> None:
    rows = [row for row in read("metonyms") if row["name"] == "Brussels"]
    assert {row["country_code"] for row in rows} == {"BE", "EU"}


def test_every_state_has_a_capital_that_speaks_and_senses_are_known() -> None:
    rows = read("metonyms")
    assert {row["sense"] for row in rows} <= SENSES
    speaking = {row["country_code"] for row in rows}
    states = {row["country_code"] for row in read("gazetteer") if row["feature_code"] == "PCLI"}
    assert states - speaking <= {"NR", "SM"}, "one has no capital, one calls it like the country"


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("gn:2886242", "Cologne"),
        ("gn:2510911", "Seville"),
        ("gn:99532", "Basra"),
        ("gn:104515", "Mecca"),
        ("gn:1529102", "Urumqi"),
        ("gn:2925533", "Frankfurt"),
        ("gn:5128581", "New York"),
        ("gn:3110044", "San Sebastián"),
    ],
)
def test_cities_are_called_as_english_print_calls_them(place: str, name: str) -> None:
    assert {row["name"] for row in read("city_names") if row["place_id"] == place} == {name}


def test_a_city_has_one_printed_name() -> None:
    counts = Counter(row["place_id"] for row in read("city_names"))
    assert [place for place, count in counts.items() if count > 1] == []
