"""The data files, read once."""

import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"


@dataclass(frozen=True, slots=True)
class Area:
    """One Feature of a boundary file."""

    file: str
    id: str
    worldview: str
    country_code: str
    bbox: tuple[float, float, float, float]
    label: tuple[float, float]
    source: str
    geometry: BaseGeometry

    def holds(self, longitude_deg: float, latitude_deg: float) -> bool:
        return bool(self.geometry.covers(shapely.Point(longitude_deg, latitude_deg)))


def _table(name: str) -> list[dict[str, str]]:
    delimiter = "\t" if name.endswith(".tsv") else ","
    with (DATA / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle, delimiter=delimiter, strict=True))


@cache
def _areas(file: str) -> tuple[Area, ...]:
    with (DATA / "boundaries" / file).open(encoding="utf-8") as handle:
        return tuple(_area(file, json.loads(line)) for line in handle)


def _area(file: str, feature: dict) -> Area:
    properties = feature["properties"]
    return Area(
        file,
        properties["id"],
        properties["worldview"],
        properties["country_code"],
        tuple(properties["bbox"]),
        tuple(properties["label"]),
        properties["source"],
        shape(feature["geometry"]),
    )


@pytest.fixture(scope="session")
def table() -> Callable[[str], list[dict[str, str]]]:
    """Reader of a CSV or TSV file of the data folder."""
    return _table


@pytest.fixture(scope="session")
def areas() -> Callable[[str], tuple[Area, ...]]:
    """Reader of a boundary file."""
    return _areas


@pytest.fixture(scope="session")
def gazetteer() -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in _table("gazetteer.csv")}


@pytest.fixture(scope="session")
def divisions() -> dict[str, Area]:
    return {area.id: area for area in _areas("admin1.geojsonl")}


@pytest.fixture(scope="session")
def regions() -> dict[str, Area]:
    return {area.id: area for area in _areas("regions.geojsonl")}


@pytest.fixture(scope="session")
def countries() -> dict[str, dict[str, Area]]:
    """Countries by worldview and code; both views know those that are the same in both."""
    views: dict[str, dict[str, Area]] = {"un": {}, "defacto": {}}
    for area in _areas("countries.geojsonl"):
        for view in views if area.worldview == "any" else (area.worldview,):
            views[view][area.id] = area
    return views


@pytest.fixture(scope="session")
def everything() -> tuple[Area, ...]:
    return tuple(_all())


def _all() -> Iterator[Area]:
    for file in ("admin1.geojsonl", "countries.geojsonl", "regions.geojsonl"):
        yield from _areas(file)
