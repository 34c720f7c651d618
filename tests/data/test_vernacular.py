"""Names of divisions in other languages: each is found once, and none is taken for its town."""

import csv
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="module")
def called() -> dict[str, str]:
    with (DATA / "place_names.csv").open(encoding="utf-8", newline="") as handle:
        return {row["id"]: row["name"] for row in csv.DictReader(handle) if row["lang"] == "uk"}


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("gn:538555", "Курська область"),
        ("gn:703446", "Київська область"),
        ("gn:703447", "Місто Київ"),
        ("gn:524925", "Московська область"),
        ("gn:1138957", "Провінція Кабул"),
        ("gn:4197000", "Джорджія"),
        ("gn:408666", "Північний Дарфур"),
        ("dl:ru-far-east", "Далекий Схід Росії"),
    ],
)
def test_a_division_is_found_with_its_kind(called, place, name):
    assert called[place] == name


def test_nearly_all_divisions_of_the_first_order_have_a_name(called):
    with (DATA / "gazetteer.csv").open(encoding="utf-8", newline="") as handle:
        divisions = [r["id"] for r in csv.DictReader(handle) if r["feature_code"] == "ADM1"]
    assert sum(place in called for place in divisions) > 0.75 * len(divisions)


@pytest.mark.parametrize("table", ["division_codes.csv", "region_names.csv"])
def test_tables_by_hand_name_places_that_are_there_once_and_in_order(table):
    with (DATA / "gazetteer.csv").open(encoding="utf-8", newline="") as handle:
        known = {row["id"] for row in csv.DictReader(handle)}
    with (DATA / "curated" / table).open(encoding="utf-8", newline="") as handle:
        ids = [row["id"] for row in csv.DictReader(handle)]
    assert set(ids) <= known
    assert ids == sorted(set(ids))
