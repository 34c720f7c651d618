"""Our scores, by hand on small cases and equal to the evaluation programs on whole files."""

import json
import subprocess
import sys

import pytest

from geo.errors import CorpusError
from geo.evaluation import calibrate, evaluate_mentions, evaluate_places, read_json, read_jsonl

TEXT = "Rain in Oslo, Bergen and Tromsø; the Nordic Council met."
OSLO, BERGEN, TROMSO = (59.91, 10.75), (60.39, 5.32), (69.65, 18.96)


def toponym(name, point=None, **more):
    start = TEXT.index(name)
    place = {"start": start, "end": start + len(name), "text": name, **more}
    if point is not None:
        place |= {"lat": point[0], "lon": point[1]}
    return place


GOLD = [
    {
        "id": "a",
        "text": TEXT,
        "toponyms": [
            toponym("Oslo", OSLO),
            toponym("Bergen", BERGEN),
            toponym("Tromsø", TROMSO),
            toponym("Nordic Council", optional=True),
        ],
    }
]


def report(*places, **options):
    return evaluate_places(GOLD, [{"id": "a", "places": list(places)}], **options)


def test_a_place_within_161_km_is_right_and_one_beyond_is_not():
    result = report(toponym("Oslo", OSLO), toponym("Bergen", OSLO))
    assert (result.end_to_end.hits, result.end_to_end.predicted, result.end_to_end.gold) == (
        1,
        2,
        3,
    )
    assert result.recognition_overlap.recall == pytest.approx(2 / 3)
    assert result.resolution_recognised.accuracy == 0.5
    assert result.resolution_all.accuracy == pytest.approx(1 / 3)


def test_a_place_without_coordinates_is_half_the_circumference_off():
    result = report(toponym("Oslo"))
    assert result.resolution_recognised.mean_km == 20039.0
    assert [error.error for error in result.errors] == ["no place", "missed", "missed"]


def test_an_optional_toponym_is_neither_missed_nor_spurious():
    assert report(toponym("Nordic Council", OSLO)).end_to_end.predicted == 0
    assert report(toponym("Nordic Council", OSLO), strict=True).recognition_overlap.hits == 1


def test_the_same_span_twice_is_one_prediction():
    assert report(toponym("Oslo", OSLO), toponym("Oslo", BERGEN)).end_to_end.predicted == 1


def test_the_error_listing_says_what_where_and_how_far():
    error = next(e for e in report(toponym("Bergen", OSLO)).errors if e.error == "wrong place")
    assert (error.document, error.text) == ("a", "Bergen")
    assert error.km == pytest.approx(305, abs=3)
    assert "Oslo, Bergen and" in error.context


def test_tables_break_down_by_kind_and_feature_class():
    gold = [{**GOLD[0], "toponyms": [toponym("Oslo", OSLO, fcode="PPLC")]}]
    places = [{"id": "a", "places": [toponym("Oslo", OSLO, kind="literal", confidence=0.9)]}]
    result = evaluate_places(gold, places)
    assert [(row.label, row.right, row.count) for row in result.by_kind] == [("literal", 1, 1)]
    assert [(row.label, row.right, row.count) for row in result.by_feature_class] == [("P", 1, 1)]
    assert result.calibration.expected_error == pytest.approx(0.1)


def test_calibration_of_a_coin_called_sure():
    table = calibrate([(1.0, True), (1.0, False), (0.25, False), (0.25, False)])
    assert table.expected_error == pytest.approx(0.5 * 0.5 + 0.5 * 0.25)
    assert [entry.count for entry in table.bins] == [0, 0, 2, 0, 0, 0, 0, 0, 0, 2]
    assert calibrate([]).expected_error is None


def test_a_broken_line_is_named(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "a", "text": "x\u2028y", "toponyms": []}\n\n{"id": 3}\n', "utf-8")
    with pytest.raises(CorpusError, match="line 3"):
        read_jsonl(path)


@pytest.mark.parametrize("content", ["[1]", "{", ""])
def test_what_is_no_object_is_refused(tmp_path, content):
    path = tmp_path / "gold.json"
    path.write_text(content, "utf-8")
    with pytest.raises(CorpusError, match=r"gold\.json"):
        read_json(path)


def test_a_metonym_may_be_the_capital_or_the_country_but_a_region_is_no_city():
    text = "Oslo said the Viken region was safe."
    gold = {
        "mentions": [
            {"start": 0, "end": 4, "text": "Oslo", "type": "metonym", "name": "Oslo", "iso2": "NO",
             "lat": 59.9, "lon": 10.7, "precision": "city"},
            {"start": 14, "end": 26, "text": "Viken region", "type": "literal", "name": "Viken",
             "iso2": "NO", "lat": 59.9, "lon": 10.2, "precision": "region"},
        ]
    }  # fmt: skip
    place = {"country_code": "NO", "lat": 61.0, "lon": 9.0}
    places = [
        {
            "start": 0,
            "end": 4,
            "kind": "metonym",
            "name": "Norway",
            "precision": "country",
            **place,
        },
        {"start": 14, "end": 26, "kind": "literal", "name": "Viken", "precision": "city", **place},
    ]
    result = evaluate_mentions(gold, {"places": places})
    assert text[14:26] == "Viken region"
    assert (result.recall.value, result.kind.value, result.right.value) == (1.0, 1.0, 0.5)
    assert result.wrong[0].referent == ("Viken, NO, region", "Viken, NO, city")


def spoiled(gold):
    """Predictions with every kind of mistake, the same each time."""
    for number, document in enumerate(gold):
        places = []
        for index, item in enumerate(document["toponyms"]):
            if (number + index) % 5 == 0:
                continue
            place = {"start": item["start"], "end": item["end"] + index % 2, "confidence": 0.5}
            if item.get("lat") is not None and index % 7:
                place |= {"lat": item["lat"] + (index % 3) * 2.0, "lon": item["lon"]}
            places.append(place)
        places.append({"start": 0, "end": 3, "lat": 0.0, "lon": 0.0})
        yield {"id": document["id"], "places": places}


@pytest.mark.parametrize("corpus", ["lgl-dev", "geowebnews-dev"])
def test_places_are_scored_as_the_evaluation_program_does(eval_dir, tmp_path, corpus):
    gold = read_jsonl(eval_dir / f"{corpus}.jsonl")
    predicted = list(spoiled(gold))
    path = tmp_path / "places.jsonl"
    path.write_text("".join(json.dumps(item) + "\n" for item in predicted), "utf-8")
    program = [sys.executable, eval_dir / "score_geoparse.py", eval_dir / f"{corpus}.jsonl", path]
    ran = subprocess.run([*program, "--json"], capture_output=True, check=True, text=True)
    theirs, ours = json.loads(ran.stdout), evaluate_places(gold, predicted)
    for name, score in (
        ("recognition_exact", ours.recognition_exact),
        ("recognition_overlap", ours.recognition_overlap),
        ("end_to_end", ours.end_to_end),
    ):
        assert theirs[name]["precision"] == pytest.approx(score.precision)
        assert theirs[name]["recall"] == pytest.approx(score.recall)
        assert theirs[name]["f1"] == pytest.approx(score.f1)
    for name, distances in (
        ("resolution_recognised", ours.resolution_recognised),
        ("resolution_all_gold", ours.resolution_all),
    ):
        assert theirs[name]["n"] == distances.count
        assert theirs[name]["acc"] == pytest.approx(distances.accuracy)
        assert theirs[name]["median_km"] == pytest.approx(distances.median_km)
        assert theirs[name]["mean_km"] == pytest.approx(distances.mean_km)
        assert theirs[name]["auc"] == pytest.approx(distances.auc)


def test_mentions_are_scored_as_the_evaluation_program_does(eval_dir, tmp_path):
    path = eval_dir / "nk-soldiers-kursk.gold.json"
    gold = read_json(path)
    places = []
    for index, item in enumerate(gold["mentions"]):
        if index % 6 == 0:
            continue
        places.append(
            {
                "start": item["start"],
                "end": item["end"] - index % 2,
                "kind": "literal" if index % 4 == 0 else item["type"],
                "name": item["name"] if index % 3 else "Oslo",
                "country_code": item["iso2"] if index % 5 else "NO",
                "lat": item["lat"],
                "lon": item["lon"],
                "precision": item["precision"] if index % 7 else "city",
            }
        )
    predicted = {"id": gold["document"]["id"], "places": places}
    (tmp_path / "places.json").write_text(json.dumps(predicted), "utf-8")
    program = [sys.executable, eval_dir / "score_mentions.py", path, tmp_path / "places.json"]
    ran = subprocess.run([*program, "--json"], capture_output=True, check=True, text=True)
    theirs, ours = json.loads(ran.stdout)["figures"], evaluate_mentions(gold, predicted)
    for name in ("recall", "precision", "exact", "kind", "referent", "right"):
        figure = getattr(ours, name)
        assert theirs[name]["value"] == pytest.approx(figure.value, abs=1e-4)
        assert theirs[name]["n"] == figure.cases
    assert theirs["f1"]["value"] == pytest.approx(ours.f1, abs=1e-4)
