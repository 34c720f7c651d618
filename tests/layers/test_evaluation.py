"""Claims against gold: our figures are those of the evaluation program, number by number."""

import importlib.util
import json
import random
from pathlib import Path

import pytest

from geo.geoparser import locate
from layers.annotate import annotate
from layers.errors import EvaluationError
from layers.evaluation import evaluate_claims, pool
from layers.evaluation.matching import assign
from layers.evaluation.names import GENERIC, STOP, compare_intervals, day, similar
from layers.export.geojson import collection
from layers.reader import read
from layers.relations import relate
from reading.article import read_article
from reading.claims import extract

ARTICLES = Path(__file__).resolve().parent.parent / "articles"
GOLDS = sorted(ARTICLES.glob("*.gold.json"))[:6]  # as many as time allows


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def program(eval_dir):
    spec = importlib.util.spec_from_file_location("score_claims", eval_dir / "score_claims.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def golds(eval_dir):
    return [load(path) for path in (*GOLDS, *sorted(eval_dir.glob("*.gold.json")))]


def both(program, gold, prediction, text=None):
    """Score with the program and with ours, after a trip through JSON as a file would make."""
    written = json.dumps(prediction)
    counts, details = program.score(gold, program.read_predictions(json.loads(written), text))
    ours = evaluate_claims(gold, written.encode(), text).to_json()
    return {"figures": program.summary(counts), "details": details}, {
        "figures": ours["figures"],
        "details": ours["details"],
    }


def test_gold_as_prediction_scores_as_in_the_program(program, golds):
    for gold in golds:
        theirs, ours = both(program, gold, program.gold_as_predictions(gold))
        assert ours == theirs
        assert ours["figures"]["all_right"]["value"] == 1.0
        assert ours["figures"]["invented_pin"]["value"] == 0.0


def test_spoiled_gold_scores_as_in_the_program(program, golds):
    for gold in golds:
        for name, _, spoiled in program.mutations(gold):
            theirs, ours = both(program, gold, spoiled)
            assert ours == theirs, name


def test_randomly_damaged_claims_score_as_in_the_program(program, golds):
    """Shifted, cut, swapped, dropped and doubled features: every branch of the matching."""
    chance = random.Random(20241024)  # noqa: S311
    for gold in golds:
        for _ in range(2):
            prediction = program.gold_as_predictions(gold)
            features = prediction["features"]
            for feature in list(features):
                damage(feature, features, chance)
            theirs, ours = both(program, gold, prediction, "x" * 50)
            assert ours == theirs


def damage(feature, features, chance):
    fields = feature["properties"]
    others = [other["properties"] for other in features]
    kind = chance.randrange(9)
    if kind == 0:
        features.remove(feature)
    elif kind == 1:
        cut = chance.randrange(1, len(fields["quote"]))
        fields["quote"], fields["end"] = fields["quote"][:cut], fields["start"] + cut
    elif kind == 2:
        for name in ("source", "source_type", "stance", "quantity", "date_start", "date_end"):
            fields[name] = chance.choice(others)[name]
    elif kind == 3:
        fields["place"] = chance.choice(others).get("place")
        fields["place_role"] = chance.choice(("origin", "", "metonym", "destination"))
    elif kind == 4:
        feature["geometry"] = {"type": "Point", "coordinates": [chance.uniform(-180, 180), 10.0]}
    elif kind == 5:
        fields["claim_id"] = f"{fields['claim_id']}-{chance.randrange(3)}"
    elif kind == 6:
        fields["relations"] = f"differs:{chance.choice(others)['claim_id']}"
        fields.pop("place_precision", None)
    elif kind == 7:
        fields["places"] = [{"name": chance.choice(others).get("place"), "role": "party"}]
        fields["start"] = None


def test_what_we_read_scores_as_in_the_program(program, eval_dir, gazetteer, boundaries):
    """The whole way on the first article: the same figures, and those that were promised."""
    gold = load(eval_dir / "nk-soldiers-kursk.gold.json")
    text = (eval_dir.parent / "article" / "nk-soldiers-kursk.txt").read_bytes().decode("utf-8")
    article = read_article(text, date=gold["document"]["date"])
    located = locate(article, gazetteer)
    annotations = relate(annotate(extract(article), located, gazetteer, boundaries))
    features = [
        {
            "type": "Feature",
            "geometry": a.geometry
            and {"type": a.geometry.type, "coordinates": a.geometry.coordinates},
            "properties": a.properties(),
        }
        for a in annotations
    ]
    theirs, ours = both(program, gold, {"features": features}, article.text)
    assert ours == theirs
    found = {name: figure["value"] for name, figure in ours["figures"].items()}
    assert found["quote_exact"] == 1.0
    assert found["f1"] >= 0.9
    assert found["place"] >= 0.85
    assert found["all_right"] >= 0.6
    assert found["relation_recall"] >= 0.7
    assert found["false_pin"] == 0.0
    assert found["invented_pin"] == 0.0


def test_the_sample_is_read_as_its_gold_says(gazetteer, boundaries):
    """What a new user sees first: every speaker, no pin that says too much, nine claims of ten."""
    gold = load(ARTICLES / "nk-soldiers-kursk.gold.json")
    path = ARTICLES.parent.parent / "data" / "sample" / "nk-soldiers-kursk.txt"
    document = read([read_article(path, date=gold["document"]["date"])], gazetteer, boundaries)
    figures = evaluate_claims(gold, collection(document)).to_json()["figures"]
    found = {name: figure["value"] for name, figure in figures.items()}
    assert [found[name] for name in ("f1", "source", "stance")] == [1.0, 1.0, 1.0]
    assert found["invented_pin"] == 0.0
    assert found["all_right"] >= 0.9


def test_a_spoiled_gold_is_seen(golds, program):
    """The scores notice a region pinned as a city."""
    for gold in golds:
        whole = evaluate_claims(gold, program.gold_as_predictions(gold))
        for name, touched, spoiled in program.mutations(gold):
            found = evaluate_claims(gold, spoiled)
            seen = found["all_right"] < whole["all_right"] or (found["invented_pin"] or 0) > (
                whole["invented_pin"] or 0
            )
            # An unplaced claim may accept a party: then the spoiled role is right by the gold.
            assert seen or not touched, (gold["document"]["id"], name)


GOLD = {
    "document": {"id": "camps"},
    "claims": [
        {
            "id": "C1",
            "quote": "five camps in the Kursk region",
            "start": 10,
            "end": 40,
            "source": {"name": "Defense Intelligence of Ukraine", "type": "intelligence_agency"},
            "stance": "asserts",
            "quantity": [{"value": 5, "qualifier": "exactly"}],
            "places": [
                {
                    "name": "Kursk Oblast",
                    "role": "event_location",
                    "precision": "region",
                    "primary": True,
                    "lat": 51.75,
                    "lon": 36.0,
                }
            ],
            "event_time": {"from": None, "to": "2024-10-24"},
            "statement_time": {"from": "2024-10-24", "to": "2024-10-24"},
        }
    ],
}


def feature(geometry=None, **changes):
    properties = {
        "claim_id": "p",
        "quote": "five camps in the Kursk region",
        "start": 10,
        "end": 40,
        "source": "Ukraine's Defense Intelligence",
        "stance": "asserts",
        "quantity": 5,
        "place": "Kursk Oblast",
        "place_role": "event_location",
        "place_precision": "region",
        "date_end": "2024-10-24",
    }
    return {"type": "Feature", "geometry": geometry, "properties": {**properties, **changes}}


def scored(*features):
    return evaluate_claims(GOLD, {"type": "FeatureCollection", "features": list(features)})


def test_a_claim_with_every_field_right_is_all_right():
    assert scored(feature())["all_right"] == 1.0


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"source": "Russia"}, "source"),
        ({"quantity": 3}, "quantity"),
        ({"stance": "denies"}, "stance"),
        ({"place": "Kazan"}, "place"),
        ({"date_end": "2024-10-20"}, "date"),
        ({"place_role": "origin"}, "place_role"),
        ({"place_precision": "city"}, "place_precision"),
    ],
)
def test_one_wrong_field_is_named(change, wrong):
    assert wrong in scored(feature(**change)).matched[0].wrong


def test_a_region_drawn_as_a_point_is_an_invented_pin():
    evaluation = scored(feature({"type": "Point", "coordinates": [36.0, 51.75]}))
    assert evaluation.invented_pins == (("p", "Kursk Oblast"),)
    assert evaluation["invented_pin"] == 1.0


def test_the_table_names_figures_and_errors():
    table = scored(feature(quantity=3)).table(details=True)
    assert "all_right           0.000  n=1" in table
    assert "C1         p: quantity wrong" in table


def test_documents_pool_by_cases_not_by_average():
    right, wrong = scored(feature()), scored(feature(quantity=3))
    assert pool((right, right, right, wrong))["quantity"] == 0.75


@pytest.mark.parametrize(
    ("gold", "prediction", "words"),
    [
        ({}, {"features": []}, "lacks 'claims'"),
        (GOLD, b"{", "no JSON"),
        (GOLD, {"type": "Point"}, "no list `features`"),
        (GOLD, {"features": [feature(date_start="soon")]}, "'soon' is no ISO date"),
        (GOLD, {"features": [feature(quantity="many")]}, "'many'"),
        (GOLD, {"features": [feature(start="ten")]}, "'ten'"),
    ],
)
def test_files_that_cannot_be_scored_say_why(gold, prediction, words):
    with pytest.raises(EvaluationError, match=words):
        evaluate_claims(gold, prediction)


def test_the_assignment_gives_up_the_best_pair_for_the_best_total():
    assert assign([[0.9, 0.8], [0.8, 0.1]]) == {1: 0, 0: 1}


def test_months_and_years_are_intervals():
    assert day("2024-02", last=True).isoformat() == "2024-02-29"
    assert day("2024", last=False).isoformat() == "2024-01-01"
    assert day(None, last=True) is None


def test_an_open_side_must_be_left_open_or_near():
    by_thursday = ((None, day("2024-10-24", last=True)),)
    assert compare_intervals(by_thursday, (None, day("2024-10-23", last=True))) == (True, True)
    assert compare_intervals(by_thursday, (day("2024-10-25", last=False), None)) == (False, False)


def test_generic_words_do_not_make_two_places_one():
    assert similar("the Kursk region", "Kursk Oblast", GENERIC)
    assert not similar("Kursk Oblast", "Bryansk Oblast", GENERIC)
    assert similar("the Ministry of Health", "Health Ministry", STOP)
