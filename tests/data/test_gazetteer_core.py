"""The core gazetteer: what it holds, and facts about the world that it must get right."""

from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "data"

COLUMNS = [
    *("id", "geonameid", "wikidata_id", "name", "asciiname", "alternatenames"),
    *("latitude", "longitude", "feature_class", "feature_code"),
    *("country_code", "country_code_defacto", "admin1_code", "admin2_code", "iso_3166_2"),
    *("population", "timezone", "boundary_id", "precision", "dispute_note"),
    *("valid_from", "valid_to", "source", "source_version", "licence", "modification_date"),
]


def variants(row: dict[str, str]) -> set[str]:
    return {row["name"], *row["alternatenames"].split("|")}


def test_columns_are_those_of_the_contract(table) -> None:
    assert list(table("gazetteer.csv")[0]) == COLUMNS


def test_rows_are_sorted_and_no_id_stands_twice(table) -> None:
    ids = [row["id"] for row in table("gazetteer.csv")]
    assert ids == sorted(set(ids))


def test_it_holds_every_country_and_every_first_order_division(gazetteer) -> None:
    rows = gazetteer.values()
    countries = {row["country_code"] for row in rows if row["precision"] == "country"}
    assert len(countries) == 250
    assert {"XK", "PS", "TW", "EH", "SS", "TL"} <= countries
    assert not {"AN", "CS", "YU"} & countries, "states that are no more"
    assert sum(row["feature_code"] == "ADM1" for row in rows) == 3862


def test_every_place_has_a_point_on_earth(gazetteer) -> None:
    for row in gazetteer.values():
        assert -90 <= float(row["latitude"]) <= 90, row["id"]
        assert -180 <= float(row["longitude"]) <= 180, row["id"]


def test_every_place_says_how_exact_it_is_and_where_it_comes_from(gazetteer) -> None:
    for row in gazetteer.values():
        known = {"point", "city", "district", "region", "country", "vague_area"}
        assert row["precision"] in known, row["id"]
        assert row["licence"] in {"CC-BY-4.0", "BSD-3-Clause"}, row["id"]
        assert row["source"], row["id"]


@pytest.mark.parametrize(
    ("place", "name", "boundary"),
    [
        ("gn:538555", "Kursk Oblast", "RU.41"),
        ("gn:2017623", "Primorsky Krai", "RU.59"),
        ("gn:709716", "Donetsk Oblast", "UA.05"),
        ("gn:4736286", "Texas", "US.TX"),
        ("gn:2155400", "New South Wales", "AU.02"),
        ("gn:1811017", "Fujian", "CN.07"),
        ("gn:2112922", "Fukushima Prefecture", "JP.08"),
        ("gn:1873107", "North Korea", "KP"),
        ("gn:703883", "Crimea", "UA.11"),
        ("dl:ru-far-east", "Russian Far East", "dl:ru-far-east"),
    ],
)
def test_a_place_has_the_name_english_uses_and_its_boundary(
    gazetteer, place: str, name: str, boundary: str
) -> None:
    assert gazetteer[place]["name"] == name
    assert gazetteer[place]["boundary_id"] == boundary


@pytest.mark.parametrize(
    ("place", "variant"),
    [
        ("gn:703448", "Kiev"),
        ("gn:538555", "Kursk"),
        ("gn:2017623", "Primorye"),
        ("gn:6252001", "U.S."),
        ("gn:2635167", "UK"),
        ("gn:203312", "DRC"),
        ("gn:290557", "UAE"),
        ("gn:1873107", "DPRK"),
        ("gn:298795", "Türkiye"),
        ("gn:1327865", "Burma"),
        ("gn:5332921", "Calif."),
        ("gn:4482348", "N.C."),
        ("gn:4482348", "NC"),
        ("gn:1275339", "Bombay"),
        ("gn:1566083", "Saigon"),
        ("gn:5128581", "NYC"),
        ("gn:2886242", "Köln"),
        ("dl:crimea", "Russian-occupied Crimea"),
        ("dl:ua-occupied", "Ukrainian territories occupied by Russia"),
    ],
)
def test_a_place_is_found_under_its_other_names(gazetteer, place: str, variant: str) -> None:
    assert variant in variants(gazetteer[place])


def test_crimea_is_ukraine_by_the_united_nations_and_held_by_russia(gazetteer) -> None:
    for place in ("gn:703883", "gn:694422", "gn:694423"):
        assert gazetteer[place]["country_code"] == "UA"
        assert gazetteer[place]["country_code_defacto"] == "RU"
        assert "A/RES/68/262" in gazetteer[place]["dispute_note"]


def test_a_bare_point_of_the_compass_names_no_region(gazetteer) -> None:
    words = {"North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western"}
    for row in gazetteer.values():
        assert not words & variants(row), row["id"]


def test_what_is_a_region_and_a_city_of_one_name_are_two_places(gazetteer) -> None:
    assert gazetteer["gn:538560"]["precision"] == "city"
    assert gazetteer["gn:538555"]["precision"] == "region"
    assert "Moscow" not in variants(gazetteer["gn:524894"]), (
        "the federal city leaves it to the city"
    )


def test_names_in_other_scripts_carry_their_language(gazetteer, table) -> None:
    rows = table("names.csv")
    found = {(row["id"], row["lang"]): row["name"] for row in rows if row["kind"] == "preferred"}
    assert found["gn:690791", "ko"] == "우크라이나"
    assert found["gn:690791", "uk"] == "Україна"
    assert found["gn:1873107", "zh"] == "朝鲜"
    assert found["gn:2017370", "ar"] == "روسيا"
    languages = {lang for place, lang in found if place == "gn:2017370"}
    assert len(languages) == 20
    assert {row["id"] for row in rows} <= gazetteer.keys()
    assert {row["kind"] for row in rows} <= {"preferred", "variant", "historical", "adjective"}
    assert (DATA / "names.csv").stat().st_size < 4_000_000


def test_capitals_are_there_however_small(gazetteer) -> None:
    capitals = {row["country_code"] for row in gazetteer.values() if row["feature_code"] == "PPLC"}
    assert {"VA", "SM", "TV", "LI", "MC", "UA", "KP", "BT"} <= capitals
