"""The hand-written tables: sorted, without double rows, and pointing to places that exist."""

from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "data"

TABLES = {
    "abbreviations.csv": "name",
    "admin1_names.csv": "code",
    "admin1_points.csv": "code",
    "admin1_retired.csv": "code",
    "admin1_terms.csv": "country_code",
    "aliases.csv": "alias",
    "city_names.csv": "place_id",
    "countries.csv": "iso2",
    "country_points.csv": "iso2",
    "demonyms.csv": "form",
    "generic_names.csv": "name",
    "metonyms.csv": "name",
    "places.csv": "id",
    "regions.csv": "id",
    "worldviews.csv": "territory",
}


@pytest.mark.parametrize(("name", "key"), TABLES.items())
def test_a_table_is_sorted_without_double_rows(name: str, key: str, table) -> None:
    rows = table(f"curated/{name}")
    keys = [row[key] for row in rows]
    assert keys == sorted(keys)
    cells = [tuple(row.values()) for row in rows]
    assert len(cells) == len(set(cells))
    assert all(value == value.strip() for row in rows for value in row.values())


@pytest.mark.parametrize(
    "name", ["abbreviations.csv", "aliases.csv", "city_names.csv", "demonyms.csv", "metonyms.csv"]
)
def test_every_place_a_table_names_is_in_the_gazetteer(gazetteer, name: str, table) -> None:
    missing = {row["place_id"] for row in table(f"curated/{name}")} - gazetteer.keys()
    assert missing == set()


def test_demonyms_reach_all_countries_and_far_beyond(gazetteer, table) -> None:
    rows = table("curated/demonyms.csv")
    assert len(rows) >= 900
    assert {row["kind"] for row in rows} == {"adjective", "people"}
    named = {gazetteer[row["place_id"]]["country_code"] for row in rows}
    states = {row["country_code"] for row in gazetteer.values() if row["feature_code"] == "PCLI"}
    assert states - named == {"VA"}


@pytest.mark.parametrize(
    ("form", "place"),
    [
        ("North Korean", "North Korea"),
        ("Ukrainians", "Ukraine"),
        ("Chechen", "Chechnya"),
        ("Texan", "Texas"),
        ("Londoner", "London"),
        ("Parisian", "Paris"),
        ("Siberian", "Siberia"),
        ("Catalan", "Catalonia"),
        ("European", "Europe"),
        ("Scottish", "Scotland"),
        ("Gazan", "Gaza Strip"),
        ("Kurdish", "Kurdistan"),
    ],
)
def test_a_demonym_means_its_place(gazetteer, form: str, place: str, table) -> None:
    rows = [row for row in table("curated/demonyms.csv") if row["form"] == form]
    assert {gazetteer[row["place_id"]]["name"] for row in rows} == {place}


def test_nigerien_is_not_nigerian(gazetteer, table) -> None:
    places = {row["form"]: row["place_id"] for row in table("curated/demonyms.csv")}
    assert gazetteer[places["Nigerien"]]["country_code"] == "NE"
    assert gazetteer[places["Nigerian"]]["country_code"] == "NG"
    both = [row["place_id"] for row in table("curated/demonyms.csv") if row["form"] == "Congolese"]
    assert {gazetteer[place]["country_code"] for place in both} == {"CD", "CG"}


@pytest.mark.parametrize(
    ("name", "city", "country"),
    [
        ("Kremlin", "Moscow", "RU"),
        ("Moscow", "Moscow", "RU"),
        ("White House", "Washington", "US"),
        ("Downing Street", "London", "GB"),
        ("Élysée", "Paris", "FR"),
        ("Pentagon", "Arlington", "US"),
        ("Pyongyang", "Pyongyang", "KP"),
        ("Kyiv", "Kyiv", "UA"),
    ],
)
def test_a_metonym_stands_in_its_city(gazetteer, name: str, city: str, country: str, table) -> None:
    rows = [row for row in table("curated/metonyms.csv") if row["name"] == name]
    assert [gazetteer[row["place_id"]]["name"] for row in rows] == [city]
    assert [row["country_code"] for row in rows] == [country]


def test_regions_are_made_of_what_exists(table) -> None:
    known = {row["id"] for row in table("boundaries/index.tsv")}
    rows = table("curated/regions.csv")
    countries = {row["iso2"] for row in table("curated/countries.csv")}
    for row in rows:
        kind = row["composition"].partition(":")[0]
        assert kind in {"union", "polygon", "line", "piece", "none"}, row["id"]
        assert row["sense"] in {"place", "government", "bloc"}, row["id"]
        assert set(row["countries"].split()) <= countries, row["id"]
        assert float(row["uncertainty_km"]) > 0, row["id"]
        assert row["id"].startswith("dl:"), row["id"]
        assert (row["id"] in known) == (kind != "none"), row["id"]
    missing = {
        (row["key"], row["name"])
        for row in table("build/unmatched.tsv")
        if row["reason"] == "member without polygon"
    }
    members = {
        (row["id"], member)
        for row in rows
        if row["composition"].startswith("union:")
        for member in row["composition"].removeprefix("union:").split()
        if member not in known
    }
    assert members == missing


def test_what_has_no_outline_is_not_mapped(table) -> None:
    rows = {row["id"]: row for row in table("curated/regions.csv")}
    for place in ("dl:the-west", "dl:global-south", "dl:nato", "dl:united-nations", "dl:brics"):
        assert rows[place]["composition"] == "none"
        assert rows[place]["sense"] == "bloc"
    assert len(rows["dl:european-union"]["countries"].split()) == 27
    assert len(rows["dl:nato"]["countries"].split()) == 32
    assert len(rows["dl:arab-world"]["countries"].split()) == 22
    assert len(rows["dl:new-england"]["composition"].split()) == 6


def test_a_region_holds_the_towns_everyone_puts_there(regions) -> None:
    inside = {
        "dl:donbas": (38.5, 48.5),
        "dl:sahel": (-1.5, 14.0),
        "dl:alps": (7.66, 46.0),
        "dl:bay-area": (-122.27, 37.8),
        "dl:siberia": (82.9, 55.0),
        "dl:middle-east": (44.4, 33.3),
        "dl:balkans": (20.5, 44.8),
        "dl:black-sea": (34.0, 43.5),
        "dl:south-china-sea": (114.0, 12.0),
        "dl:amazon-rainforest": (-60.0, -3.5),
        "dl:europe": (2.35, 48.86),
        "dl:nile": (32.5, 15.6),
    }
    for region, position in inside.items():
        assert regions[region].holds(*position), region
    assert not regions["dl:balkans"].holds(30.5, 50.4), "Kyiv"
    assert not regions["dl:sahel"].holds(3.4, 6.5), "Lagos"


def test_each_worldview_has_its_reason(table) -> None:
    rows = table("curated/worldviews.csv")
    assert {row["worldview"] for row in rows} == {"un", "defacto"}
    assert all(row["note"] for row in rows)
    views = {(row["territory"], row["worldview"]): row["country_code"] for row in rows}
    assert views["UA.11", "un"] == "UA"
    assert views["UA.11", "defacto"] == "RU"
    assert views["MA.12", "un"] == "EH"


def test_the_readme_lists_every_file() -> None:
    text = (DATA / "README.md").read_text(encoding="utf-8")
    for folder in ("curated", "boundaries"):
        for path in sorted((DATA / folder).iterdir()):
            assert f"`{path.name}`" in text or f"/{path.name}`" in text, path.name
