"""What holds of every map of every report: our own, and a sample of two corpora where they are.

Nothing is said here of what a report means; only of what no map may ever contain.
"""

import json
import math
import os
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from geo.boundaries import Boundaries
from geo.gazetteer import Gazetteer
from layers.export.geojson import collection
from layers.reader import read
from reading.article import read_article
from reading.model import Article

ROOT = Path(__file__).resolve().parent
DAY = "2012-06-14"
EVERY = 8
POINTS = {"point", "city", "district"}
UNDRAWN = {"metonym", "speaker_seat", "neighbour", "none"}

Feature = dict[str, object]


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory) -> Gazetteer:
    return Gazetteer.open(tmp_path_factory.mktemp("dateline-data"), core_only=True)


@pytest.fixture(scope="module")
def boundaries() -> Boundaries:
    return Boundaries.open()


def _texts(folder: Path | None) -> Iterator[tuple[str, str]]:
    if folder is None:
        for path in sorted((ROOT / "articles").glob("*.txt")):
            yield path.stem, path.read_text(encoding="utf-8")
        return
    rows = []
    for name in ("lgl-dev.jsonl", "geowebnews-dev.jsonl"):
        # Texts hold other line separators, so that only a file cuts at line feeds alone.
        with (folder / name).open(encoding="utf-8", newline="\n") as lines:
            rows += [json.loads(line) for line in lines]
    yield from ((row["id"], row["text"]) for row in rows[::EVERY])


@pytest.fixture(scope="module", params=["our own", "corpora"])
def maps(request, gazetteer, boundaries) -> list[tuple[Article, bytes]]:
    """Every report as an article and as the bytes of its map."""
    folder = None
    if request.param == "corpora":
        value = os.environ.get("DATELINE_EVAL")
        if not value or not (Path(value) / "lgl-dev.jsonl").is_file():
            pytest.skip("DATELINE_EVAL does not point to the folder with the corpora")
        folder = Path(value)
    made = []
    for name, text in _texts(folder):
        article = read_article(text, date=DAY, id=name.lower(), kind="txt")
        made.append((article, collection(read([article], gazetteer, boundaries))))
    return made


@pytest.fixture(scope="module")
def features(maps) -> list[tuple[Article, dict]]:
    return [(a, f) for a, written in maps for f in json.loads(written)["features"]]


def test_a_quote_and_a_place_stand_where_they_say(features):
    for article, feature in features:
        said = feature["properties"]
        assert 0 <= said["start"] < said["end"] <= len(article.text)
        assert article.text[said["start"] : said["end"]] == said["quote"]
        assert said["quote"] == said["quote"].strip()
        if said["place_start"] is not None:
            mention = article.text[said["place_start"] : said["place_end"]]
            assert mention == said["place_mention"]
        for name in ("source_mention", "cue"):
            assert said[name] is None or said[name] in article.text


def test_ids_are_unique_and_relations_lead_to_other_claims_of_the_map(maps):
    for _, written in maps:
        said = [f["properties"] for f in json.loads(written)["features"]]
        assert len({p["id"] for p in said}) == len(said)
        claims = {p["claim_id"] for p in said}
        for one in said:
            targets = {link.partition(":")[2] for link in (one["relations"] or "").split()}
            assert targets <= claims - {one["claim_id"]}


def test_no_time_runs_backwards_and_nobody_spoke_after_the_report(features):
    for article, feature in features:
        said = feature["properties"]
        for first, last in (
            ("date_start", "date_end"),
            ("statement_date_start", "statement_date_end"),
        ):
            ends = [date.fromisoformat(said[end]) for end in (first, last) if said[end]]
            assert ends == sorted(ends), said["quote"]
            if first.startswith("statement"):
                assert all(end <= article.date_published for end in ends), said["quote"]


def test_numbers_are_finite_and_lie_within_their_bounds(features):
    for _, feature in features:
        said = feature["properties"]
        assert all(math.isfinite(v) for v in said.values() if isinstance(v, float))
        assert not any(isinstance(value, list | dict) for value in said.values())
        known = [
            said[key]
            for key in ("quantity_min", "quantity", "quantity_max")
            if said[key] is not None
        ]
        assert known == sorted(known), said["quote"]


def test_points_stand_for_places_and_nothing_stands_for_speakers(features):
    for _, feature in features:
        said, shape = feature["properties"], feature["geometry"]
        if shape is None:
            continue
        assert said["place_role"] not in UNDRAWN, said["quote"]
        if shape["type"] in {"Point", "MultiPoint", "GeometryCollection"}:
            assert said["place_precision"] in POINTS, said["quote"]


def test_every_shape_is_valid_by_rfc_7946(features):
    seen = set()
    for _, feature in features:
        written = json.dumps(feature["geometry"])
        if feature["geometry"] is not None and written not in seen:
            seen.add(written)
            _check(feature["geometry"])
    assert seen


def test_the_same_report_gives_the_same_bytes(maps, gazetteer, boundaries):
    for article, written in maps[::4]:
        assert collection(read([article], gazetteer, boundaries)) == written


def _check(shape: dict) -> None:
    kind, coordinates = shape["type"], shape["coordinates"]
    if kind == "Point":
        _check_line([coordinates])
    elif kind == "LineString":
        _check_line(coordinates)
    elif kind in {"MultiPoint", "MultiLineString"}:
        for part in coordinates:
            _check_line([part] if kind == "MultiPoint" else part)
    else:
        polygons = [coordinates] if kind == "Polygon" else coordinates
        assert kind in {"Polygon", "MultiPolygon"}
        for polygon in polygons:
            for number, ring in enumerate(polygon):
                _check_line(ring)
                assert len(ring) >= 4
                assert ring[0] == ring[-1]
                # Counter-clockwise outside, clockwise inside (section 3.1.6).
                assert (_signed_area(ring) > 0) == (number == 0)


def _check_line(line: list[list[float]]) -> None:
    for lon_deg, lat_deg in line:
        assert -180 <= lon_deg <= 180
        assert -90 <= lat_deg <= 90
    for (lon_deg, _), (next_deg, _) in pairwise(line):
        assert abs(next_deg - lon_deg) <= 180, "not split at the antimeridian"


def _signed_area(ring: list[list[float]]) -> float:
    return sum(a * d - c * b for (a, b), (c, d) in pairwise(ring))
