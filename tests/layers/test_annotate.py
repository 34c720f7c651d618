"""Claims pinned to places: every mark traceable to its words, and never more than they say."""

import gc
import json
from pathlib import Path

import pytest

from geo.geoparser import locate
from layers.annotate import annotate, claim_ids
from layers.evaluation import evaluate_claims, pool
from layers.model import DRAWN_ROLES, Annotation
from layers.reader import read
from layers.relations import relate
from reading.article import read_article
from reading.claims import extract

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ROOT / "articles"
SAMPLE = ROOT.parent / "data" / "sample"
AREAS = {"region", "country", "vague_area", "none"}
NAMES = sorted(path.name.removesuffix(".gold.json") for path in ARTICLES.glob("*.gold.json"))
CAMPS = (
    "John Kirby said that at least 3,000 soldiers from North Korea had reached eastern Russia in "
    "October. They are being trained at three camps."
)


def report(name):
    folder = ARTICLES if (ARTICLES / f"{name}.txt").exists() else SAMPLE
    text = (folder / f"{name}.txt").read_bytes().decode("utf-8")
    about = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    return read_article(text, date=about["date_published"], title=about["title"])


@pytest.fixture(scope="module")
def pinned(gazetteer, boundaries):
    """Every article of ours with its annotations."""
    found = {}
    for name in NAMES:
        article = report(name)
        located = locate(article, gazetteer)
        found[name] = article, relate(annotate(extract(article), located, gazetteer, boundaries))
    return found


def collection(annotations):
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": a.id,
                "geometry": a.geometry
                and {"type": a.geometry.type, "coordinates": a.geometry.coordinates},
                "properties": a.properties(),
            }
            for a in annotations
        ],
    }


def every(pinned):
    for article, annotations in pinned.values():
        for annotation in annotations:
            yield article, annotation


def test_every_report_of_ours_makes_claims_on_the_map(pinned):
    for name, (_, annotations) in pinned.items():
        drawn = [a for a in annotations if a.geometry is not None]
        assert annotations, name
        assert drawn or name.startswith("sport"), name


def test_every_quote_stands_at_its_offsets(pinned):
    for article, a in every(pinned):
        anchor = a.anchor
        assert article.text[anchor.start : anchor.end] == anchor.quote
        assert article.text[: anchor.start].endswith(anchor.prefix)
        assert article.text[anchor.end :].startswith(anchor.suffix)
        assert max(len(anchor.prefix), len(anchor.suffix)) <= 32
        if a.where.place_start is not None:
            words = article.text[a.where.place_start : a.where.place_end]
            assert words == a.where.place_mention


def test_no_point_stands_for_an_area(pinned):
    for _, a in every(pinned):
        if a.where.place_precision in AREAS and a.geometry is not None:
            assert a.geometry.type != "Point", a.where


def test_nothing_is_drawn_for_governments_seats_and_neighbours(pinned):
    for _, a in every(pinned):
        if a.where.place_role not in DRAWN_ROLES:
            assert a.geometry is None
            assert a.drawn.shape is None


def test_what_is_drawn_says_why_and_where_it_may_be_labelled(pinned):
    for _, a in every(pinned):
        assert a.drawn.geometry_reason
        if a.geometry is not None:
            assert a.drawn.shape
            assert -180 <= a.drawn.label_lon <= 180
            assert -90 <= a.drawn.label_lat <= 90


def test_equal_shape_keys_draw_equal_shapes(pinned):
    seen = {}
    for _, a in every(pinned):
        if a.geometry is not None:
            assert seen.setdefault(a.drawn.shape, a.geometry) == a.geometry


def test_only_origins_are_drawn_as_flows_and_say_that_they_are_no_route(pinned):
    flows = [a for _, a in every(pinned) if a.drawn.geometry_role == "flow"]
    assert flows
    for a in flows:
        assert a.where.place_role == "origin"
        assert a.geometry.type in {"LineString", "MultiLineString"}
        assert "it is no route" in a.drawn.geometry_reason


def test_ids_are_unique_and_relations_point_to_claims(pinned):
    for _, annotations in pinned.values():
        assert len({a.id for a in annotations}) == len(annotations)
        claims = {a.claim_id for a in annotations}
        for a in annotations:
            for relation in a.relations:
                assert relation.target in claims - {a.claim_id}


def test_annotations_stand_in_text_order(pinned):
    for _, annotations in pinned.values():
        paragraphs = [a.anchor.paragraph for a in annotations]
        assert paragraphs == sorted(paragraphs)


def test_the_flat_form_gives_the_annotation_back(pinned):
    for _, a in every(pinned):
        assert Annotation.from_properties(a.properties(), a.geometry) == a


def test_two_runs_give_the_same_annotations(pinned, gazetteer, boundaries):
    name = NAMES[0]
    article, first = pinned[name]
    again = relate(annotate(extract(article), locate(article, gazetteer), gazetteer, boundaries))
    assert again == first


def test_no_value_of_a_report_is_held_by_a_ring_of_references(gazetteer, boundaries):
    article = report(NAMES[0])
    read([article], gazetteer, boundaries)  # what is remembered for all reports is made here
    gc.collect()
    gc.disable()
    try:
        assert read([article], gazetteer, boundaries).annotations
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_our_own_reports_are_mostly_all_right(pinned):
    """Floors well below what was measured, so that a step back is seen."""
    scores = []
    for name, (article, annotations) in pinned.items():
        gold = json.loads((ARTICLES / f"{name}.gold.json").read_text(encoding="utf-8"))
        scores.append(evaluate_claims(gold, collection(annotations), article.text))
    together = pool(scores)
    assert together["quote_exact"] == 1.0
    assert together["f1"] >= 0.85
    assert together["place"] >= 0.6
    assert together["all_right"] >= 0.55
    assert together["invented_pin"] <= 0.08
    assert together["relation_precision"] >= 0.5


def test_a_claim_without_a_place_is_kept_without_a_mark(pin):
    annotations = pin("The minister said on Monday that nobody had been told of the plan.")
    assert len(annotations) == 1
    only = annotations[0]
    assert (only.where.place, only.where.place_role, only.geometry) == (None, "none", None)
    assert only.where.gazetteer_id is None


def test_the_id_of_a_claim_is_twelve_hex_digits_and_the_same_each_time(pin):
    one, two = pin(CAMPS), pin(CAMPS)
    assert [a.id for a in one] == [a.id for a in two]
    for a in one:
        assert len(a.claim_id) == 12
        int(a.claim_id, 16)


def test_claim_ids_are_one_for_each_claim():
    heard = extract(read_article(CAMPS, date="2024-10-24"))
    assert len(set(claim_ids(heard))) == len(heard.claims) == 2


def test_unnamed_camps_are_counted_on_the_area_of_the_sentence_before(pin):
    trained = [a for a in pin(CAMPS) if a.what.event_type == "training"]
    by_place = {a.where.place: a for a in trained}
    counted = next(a for place, a in by_place.items() if place.startswith("three unnamed camps"))
    area = next(a for place, a in by_place.items() if "unnamed" not in place)
    assert counted.where.place_precision == area.where.place_precision == "vague_area"
    assert counted.drawn.shape == area.drawn.shape
    assert counted.geometry.type in {"Polygon", "MultiPolygon"}
    assert not area.where.place_explicit
    assert area.how_many.quantity == 3


def test_a_denial_takes_the_places_of_what_it_denies(pin):
    annotations = pin(
        "North Korea is facing accusations of supplying thousands of tons of artillery "
        "ammunition to Russia. "
        "Both Russia and North Korea have denied these accusations."
    )
    for speaker in ("North Korea", "Russia"):
        denial = [a for a in annotations if a.who.source == speaker and a.how.stance == "denies"]
        roles = {a.where.place_role: a.where.place for a in denial if not a.where.place_explicit}
        assert roles == {"destination": "Russia", "origin": "North Korea"}


def test_a_place_without_a_record_keeps_its_name_and_is_not_drawn(pin):
    annotations = pin("Floods have cut off the village of Zzyrkwa, the ministry said on Monday.")
    named = [a for a in annotations if a.where.place == "Zzyrkwa"]
    assert [a.where.place_role for a in named] == ["event_location"]
    assert named[0].geometry is None
    assert named[0].where.place_precision == "city"
    assert named[0].where.gazetteer_id is None
    assert "no record" in " ".join(named[0].where.match_evidence)


def test_the_gazetteer_record_can_be_looked_up(pin):
    annotations = pin("A market in Moscow burned down on Monday, police said in a statement.")
    moscow = next(a for a in annotations if a.where.place == "Moscow")
    assert moscow.where.gazetteer_id == "gn:524901"
    assert moscow.where.gazetteer_uri == "https://sws.geonames.org/524901/"
    assert (moscow.where.where_prec, moscow.where.geo_precision) == (1, 1)
    assert moscow.where.place_country == "RU"


def test_the_summary_is_made_from_the_fields(pin):
    arrived = next(a for a in pin(CAMPS) if a.how_many.quantity == 3000)
    summary = arrived.what.summary
    assert summary.startswith("John Kirby: ")
    assert "at least 3,000" in summary
    assert "Russia" in summary


def test_a_report_without_places_makes_no_mark(pin):
    annotations = pin("The company said that profits had fallen. Its owner denied the report.")
    assert all(a.geometry is None for a in annotations)


def test_people_count_before_distances(pin):
    text = "Police said a camp seven kilometres from the river had held 900 people."
    assert {(a.how_many.quantity, a.how_many.quantity_unit) for a in pin(text)} == {(900, "people")}


def test_a_distance_alone_is_kept(pin):
    text = "Police said the mudslide ran seven kilometres down the valley."
    assert {a.how_many.quantity_unit for a in pin(text)} == {"kilometres"}
