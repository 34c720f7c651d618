"""The whole trip from text to places: offsets, form, hostile texts, cost."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.evaluation import evaluate_mentions, evaluate_places, read_json, read_jsonl
from geo.geoparser import locate, to_json
from reading.model import Article

PIECES = st.sampled_from(
    ["Kursk", "region", "U.S.", "the", "\u0301", "\u200b", "\u202e", "é", "東京", "Łódź", ", ", "-",
     "’s",
     "\n\n", "30 km north of", "Nairobi", "51°45'N 36°11'E", " ", "\x00", "St. ", "İ", "ﬁ", "🙂"]
)  # fmt: skip


def offsets_are_true(text, gazetteer):
    places = to_json(locate(text, gazetteer), "x", text)["places"]
    assert all(text[place["start"] : place["end"]] == place["text"] for place in places)
    spans = [(place["start"], place["end"]) for place in places]
    assert spans == sorted(spans, key=lambda span: (span[0], -span[1]))
    return places


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(max_examples=150, deadline=None)
def test_offsets_index_the_text_as_given(gazetteer, text):
    offsets_are_true(text, gazetteer)


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text_can_be_located(gazetteer, text):
    offsets_are_true(text, gazetteer)


def test_an_article_and_its_text_give_the_same(gazetteer):
    text = "Rain fell in Nairobi and Kampala."
    article = Article(id="rain", text=text, sha256="")
    assert locate(article, gazetteer) == locate(text, gazetteer)


def test_the_same_text_gives_the_same_bytes(gazetteer):
    text = "Paris, London and the Kursk region. Ukrainian troops left northern Chad."
    first = json.dumps(to_json(locate(text, gazetteer), "x", text))
    assert first == json.dumps(to_json(locate(text, gazetteer), "x", text))


def test_the_record_has_the_fields_of_the_terminal(gazetteer):
    text = "Rain fell in Nairobi."
    record = to_json(locate(text, gazetteer), "rain", text)
    (place,) = record.pop("places")
    assert record == {"id": "rain"}
    assert list(place) == [
        "start", "end", "text", "kind", "place_id", "name", "lat", "lon", "feature_code",
        "country_code", "precision", "confidence", "evidence", "candidates",
    ]  # fmt: skip
    assert (place["place_id"], place["feature_code"], place["country_code"]) == (
        "gn:184745",
        "PPLC",
        "KE",
    )
    assert 0.5 < place["confidence"] < 1
    assert {"locative preposition", "prior"} <= {item["name"] for item in place["evidence"]}


def test_the_result_names_the_gazetteer_that_answered(gazetteer):
    assert locate("", gazetteer).gazetteer_version == gazetteer.version


@pytest.mark.parametrize(
    "text",
    ["", " ", "\x00", "\u0301" * 1000, "x" * 300_000, "Kursk" + "\u0301" * 1000, "-" * 100_000],
    ids=["empty", "blank", "nul", "marks", "one word", "marked name", "dashes"],
)
def test_hostile_texts_are_located(gazetteer, text):
    offsets_are_true(text, gazetteer)


def test_a_name_said_again_and_again_is_no_person(gazetteer):
    assert len(offsets_are_true("Nairobi " * 1000, gazetteer)) == 1000
    assert len(offsets_are_true("Paris " * 1000, gazetteer)) == 1000


def test_one_name_ten_thousand_times_is_found_ten_thousand_times(gazetteer):
    text = "in Nairobi, " * 10_000
    places = offsets_are_true(text, gazetteer)
    assert len(places) == 10_000
    assert {place["place_id"] for place in places} == {"gn:184745"}


def test_first_article(gazetteer, eval_dir):
    path = eval_dir.parent / "article" / "nk-soldiers-kursk.txt"
    if not path.is_file():
        pytest.skip("the first article does not lie beside the evaluation files")
    text = path.read_text(encoding="utf-8")
    gold = read_json(eval_dir / "nk-soldiers-kursk.gold.json")
    report = evaluate_mentions(gold, to_json(locate(text, gazetteer), "x", text))
    assert report.right.value >= 0.95
    assert report.precision.value >= 0.95


@pytest.mark.parametrize(("corpus", "least"), [("lgl-dev", 0.50), ("geowebnews-dev", 0.68)])
def test_the_core_alone_places_news(gazetteer, eval_dir, corpus, least):
    gold = read_jsonl(eval_dir / f"{corpus}.jsonl")
    places = [to_json(locate(item["text"], gazetteer), item["id"], item["text"]) for item in gold]
    assert evaluate_places(gold, places).end_to_end.f1 >= least
