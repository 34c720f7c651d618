"""Our own reports of other manners: how well their places are found with the core alone.

The floors hold what was reached, less a point.
"""

from pathlib import Path

import pytest

from geo.evaluation import evaluate_places, read_jsonl
from geo.geoparser import locate, to_json

CORPUS = Path(__file__).with_name("corpus")
FLOORS = {"dev": (0.835, 0.79), "kept": (0.81, 0.755)}


@pytest.fixture(params=FLOORS)
def half(request):
    return request.param


@pytest.fixture
def gold(half):
    return read_jsonl(CORPUS / f"{half}.jsonl")


def test_the_gold_is_sound(gold):
    assert len({document["id"] for document in gold}) == len(gold)
    for document in gold:
        ends = [0]
        for item in document["toponyms"]:
            assert document["text"][item["start"] : item["end"]] == item["text"]
            assert item["start"] >= ends[-1]
            ends.append(item["end"])
            assert ("lat" in item) == ("lon" in item)
            assert -90 <= item.get("lat", 0) <= 90
            assert -180 <= item.get("lon", 0) <= 180


def test_places_are_found_as_well_as_before(gazetteer, gold, half):
    found = [
        to_json(locate(document["text"], gazetteer), document["id"], document["text"])
        for document in gold
    ]
    result = evaluate_places(gold, found)
    recognised, right = FLOORS[half]
    assert result.recognition_overlap.f1 >= recognised
    assert result.end_to_end.f1 >= right
