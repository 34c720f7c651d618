"""The ground as path data: the outlines of the GeoJSON, projected; no coast along a cut."""

import math
import re

import orjson
import pytest

from web import ground
from web.basemap import ground_bytes
from web.ground import SIDE, ground_drawing


def drawn(path: str) -> list[list[tuple[int, int]]]:
    """The points of each run of path data, from its steps."""
    runs = []
    for words in re.findall(r"M[^M]*", path):
        numbers = list(map(int, re.findall(r"-?\d+", words)))
        x, y = numbers[:2]
        points = [(x, y)]
        for at in range(2, len(numbers), 2):
            x, y = x + numbers[at], y + numbers[at + 1]
            points.append((x, y))
        runs.append(points)
    return runs


def degrees(point: tuple[int, int]) -> tuple[float, float]:
    x, y = point
    lat = math.degrees(2 * math.atan(math.exp(math.pi * (1 - 2 * y / SIDE))) - math.pi / 2)
    return 360 * x / SIDE - 180, lat


def world(monkeypatch, *features) -> dict:
    """What is drawn of a world of these features."""
    made = orjson.dumps({"type": "FeatureCollection", "features": features})
    monkeypatch.setattr(ground, "ground_bytes", lambda *_: made)
    return orjson.loads(ground_drawing.__wrapped__("un", "en"))


def feature(kind: str, coordinates, geometry: str = "Polygon", **own) -> dict:
    return {
        "type": "Feature",
        "geometry": {"type": geometry, "coordinates": coordinates},
        "properties": {"kind": kind, **own},
    }


def test_steps_lead_round_the_outline_and_are_whole_numbers(monkeypatch):
    ring = [[0, 0], [90, 0], [90, 45], [0, 45], [0, 0]]
    made = world(monkeypatch, feature("country", [ring], name="Square", label=[45, 20], rank=2))
    half = SIDE // 2
    high = round(SIDE * math.log(math.tan(math.pi / 4 + math.radians(45) / 2)) / (2 * math.pi))
    assert made["whole"] == (f"M{half} {half}l{SIDE // 4} 0 0 {-high} {-SIDE // 4} 0 0 {high}z")
    assert made["fills"] == made["edges"] == ""
    assert made["names"] == [["Square", 45, 20, 2, 90.0]]


def test_a_ring_cut_at_180_degrees_is_filled_whole_and_has_no_coast_along_the_cut(monkeypatch):
    ring = [[170, 0], [180, 0], [180, 10], [180, 20], [170, 20], [170, 0]]
    made = world(monkeypatch, feature("country", [ring], name="Cut"))
    assert made["whole"] == ""
    [filled] = drawn(made["fills"])
    assert len(filled) == 6
    assert [len(run) for run in drawn(made["edges"])] == [2, 3]
    assert all(len({x for x, _ in run}) > 1 for run in drawn(made["edges"]))


def test_a_disputed_line_keeps_its_parts_and_where_each_lies(monkeypatch):
    parts = [[[0, 0], [1, 2]], [[5, 5], [4, 7], [6, 8]]]
    made = world(monkeypatch, feature("disputed", parts, "MultiLineString", name="Line"))
    [line] = made["lines"]
    assert line["kind"] == "disputed"
    assert [len(run) for run in drawn(line["d"])] == [2, 3]
    assert line["boxes"] == [[0, 0, 1, 2], [4, 5, 6, 8]]


@pytest.mark.parametrize("lang", ["en", "uk"])
def test_every_country_of_the_base_map_is_drawn_where_it_lies(lang):
    made = orjson.loads(ground_drawing("un", lang))
    features = orjson.loads(ground_bytes("un", lang))["features"]
    rings = []
    for one in features:
        geometry = one["geometry"]
        if geometry["type"] == "Polygon":
            rings += geometry["coordinates"]
        elif geometry["type"] == "MultiPolygon":
            rings += [ring for polygon in geometry["coordinates"] for ring in polygon]
    runs = drawn(made["whole"]) + drawn(made["fills"])
    assert len(runs) == len(rings)

    def place(run) -> tuple[float, float, float, float]:
        lons, lats = [p[0] for p in run], [max(-85.05, min(85.05, p[1])) for p in run]
        return min(lons), min(lats), max(lons), max(lats)

    ours = sorted(place([degrees(point) for point in run]) for run in runs)
    theirs = sorted(place(ring) for ring in rings)
    for one, other in zip(ours, theirs, strict=True):
        assert one == pytest.approx(other, abs=0.002)
    countries = [one["properties"] for one in features if one["properties"]["kind"] == "country"]
    assert [name[0] for name in made["names"]] == [one["name"] for one in countries]
