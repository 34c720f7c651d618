"""Every report of our own has gold, and the gold is true to the text."""

import json
import os
import re
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "data" / "sample"
FOLDERS = (HERE, HERE / "held", SAMPLE)
GOLDS = tuple(sorted(path for folder in FOLDERS[:2] for path in folder.glob("*.gold.json")))
TEXTS = tuple(sorted(path for folder in FOLDERS for path in folder.glob("*.txt")))
PAGES = tuple(sorted(path for folder in FOLDERS for path in folder.glob("*.html")))

STANCES = {
    "asserts",
    "denies",
    "neither_confirms_nor_denies",
    "speculates",
    "pledges",
    "threatens",
    "requests",
}
CERTAINTIES = {
    "stated",
    "reported",
    "alleged",
    "believed",
    "expected",
    "planned",
    "possible",
    "unknown",
    "not_committed",
    "counterfactual",
}
ROLES = {
    "event_location",
    "origin",
    "destination",
    "party",
    "neighbour",
    "speaker_seat",
    "metonym",
    "none",
}
PRECISIONS = {"point", "city", "district", "region", "country", "vague_area", "none"}
MENTION_TYPES = {
    "literal",
    "demonym",
    "metonym",
    "vague_region",
    "nested",
    "anaphor",
    "coordinate",
    "implied_venue",
}
RELATIONS = {
    "corroborates",
    "compatible",
    "differs",
    "contradicts",
    "denies",
    "declines_to_confirm",
    "updates",
    "part_of",
    "same_event_as",
}
METADATA = {"title", "date_published", "publisher", "author", "url", "language", "licence"}
Json = dict[str, Any]


def name_of(path: Path) -> str:
    return path.name.split(".")[0]


def text_of(gold_path: Path) -> str:
    beside = gold_path.parent / f"{name_of(gold_path)}.txt"
    path = beside if beside.exists() else SAMPLE / beside.name
    return path.read_bytes().decode("utf-8")


def load(path: Path) -> Json:
    data: Json = json.loads(path.read_text(encoding="utf-8"))
    return data


def objects(node: object) -> Iterator[Json]:
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from objects(value)
    elif isinstance(node, list):
        for value in node:
            yield from objects(value)


@pytest.fixture(params=GOLDS, ids=name_of)
def gold_path(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_every_text_has_gold_and_every_gold_a_text() -> None:
    assert {name_of(path) for path in TEXTS} == {name_of(path) for path in GOLDS}
    assert len(TEXTS) == len({path.name for path in TEXTS})


def test_the_readme_lists_every_report_as_dev_or_held() -> None:
    table = set(re.findall(r"^\| `([\w/-]+)`", (HERE / "README.md").read_text(), re.MULTILINE))
    assert table == {
        f"held/{name_of(path)}" if path.parent.name == "held" else name_of(path) for path in GOLDS
    }


def test_gold_belongs_to_the_bytes_of_its_text(gold_path: Path) -> None:
    document, text = load(gold_path)["document"], text_of(gold_path)
    assert document["id"] == name_of(gold_path)
    assert document["sha256"] == sha256(text.encode("utf-8")).hexdigest()
    assert document["length_chars"] == len(text)
    assert document["weekday"] == date.fromisoformat(document["date"]).strftime("%A")


def test_every_span_is_verbatim(gold_path: Path) -> None:
    text = text_of(gold_path)
    for node in objects(load(gold_path)):
        if "start" in node:
            words = node.get("quote", node.get("text"))
            assert words
            assert text[node["start"] : node["end"]] == words


def test_evidence_does_not_begin_or_end_inside_a_word(gold_path: Path) -> None:
    text = text_of(gold_path)
    for claim in load(gold_path)["claims"]:
        for edge in (claim["start"], claim["end"]):
            assert not re.fullmatch(r"\w\w", text[max(0, edge - 1) : edge + 1]), claim["id"]


def test_dates_are_real_days_in_order(gold_path: Path) -> None:
    for node in objects(load(gold_path)):
        pairs = [(node["from"], node["to"])] if "from" in node and "to" in node else []
        for first, last in pairs + [tuple(pair) for pair in node.get("accept", []) if pairs]:
            days = [date.fromisoformat(day) for day in (first, last) if day is not None]
            assert days == sorted(days), node


def test_a_weekday_that_is_named_is_that_weekday(gold_path: Path) -> None:
    for expression in load(gold_path)["time_expressions"]:
        if expression["kind"] == "weekday" and expression["from"] == expression["to"]:
            day = date.fromisoformat(expression["from"])
            assert day.strftime("%A") in expression["text"]


def test_words_of_the_schema_are_used(gold_path: Path) -> None:
    gold = load(gold_path)
    assert gold["schema"] == "claims-gold/1"
    for claim in gold["claims"]:
        assert STANCES.issuperset([claim["stance"], *claim.get("stance_accept", [])])
        assert claim["certainty"]["level"] in CERTAINTIES
        for place in claim["places"]:
            assert ROLES.issuperset([place["role"], *place.get("role_accept", [])])
            assert PRECISIONS.issuperset([place["precision"], *place.get("precision_accept", [])])
    for mention in gold["mentions"]:
        assert MENTION_TYPES.issuperset([mention["type"], *mention.get("type_accept", [])])
        assert mention["precision"] in PRECISIONS


def test_a_government_or_a_seat_is_never_where_the_claim_is_drawn(gold_path: Path) -> None:
    for claim in load(gold_path)["claims"]:
        for place in claim["places"]:
            if place["role"] in {"metonym", "speaker_seat", "neighbour", "none"}:
                assert not place.get("primary"), (claim["id"], place["name"])


def test_a_place_has_one_position_and_one_precision_in_a_report(gold_path: Path) -> None:
    gold = load(gold_path)
    seen: dict[str, tuple[object, ...]] = {}
    for place in [p for c in gold["claims"] for p in c["places"]] + gold["mentions"]:
        facts = (place["name"], place["iso2"], place["lat"], place["lon"], place["precision"])
        assert seen.setdefault(place["ref"], facts) == facts
        assert place["lat"] is None or -90 <= place["lat"] <= 90
        assert place["lon"] is None or -180 <= place["lon"] <= 180


def test_only_nested_mentions_stand_inside_others(gold_path: Path) -> None:
    end = 0
    for mention in sorted(load(gold_path)["mentions"], key=lambda m: (m["start"], -m["end"])):
        if mention["type"] == "nested":
            assert mention["end"] <= end, mention["text"]
        else:
            assert mention["start"] >= end, mention["text"]
            end = mention["end"]


def test_relations_join_two_claims_of_the_report_once(gold_path: Path) -> None:
    gold = load(gold_path)
    ids = [claim["id"] for claim in gold["claims"]]
    assert len(ids) == len(set(ids))
    seen = set()
    for relation in gold["relations"]:
        others = [relation["to"], *relation.get("to_accept", [])]
        assert set(ids).issuperset([relation["claim"], *others])
        assert relation["claim"] not in others
        assert RELATIONS.issuperset([relation["type"], *relation.get("accept", [])])
        key = (relation["claim"], relation["type"], relation["to"])
        assert key not in seen
        seen.add(key)


def test_a_part_names_the_claim_of_the_whole(gold_path: Path) -> None:
    claims = load(gold_path)["claims"]
    ids = {claim["id"] for claim in claims}
    for claim in claims:
        wholes = {quantity.get("part_of") for quantity in claim["quantity"]} - {None}
        assert wholes <= ids - {claim["id"]}


def test_every_report_says_what_is_known_about_it() -> None:
    for path in TEXTS:
        known = load(path.with_suffix(".json"))
        assert known.keys() >= METADATA, path.name
        if known["date_published"] is not None:
            gold = next(gold for gold in GOLDS if name_of(gold) == name_of(path))
            assert known["date_published"] == load(gold)["document"]["date"]


class ArticleWords(HTMLParser):
    """The words of the heading and the paragraphs within <article>, without byline and scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"article", "h1", "script"} or tag == "p":
            byline = tag == "p" and ("class", "byline") in attrs
            self.open.append("byline" if byline else tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"article", "h1", "script", "p"}:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open and self.open[0] == "article" and self.open[-1] in {"h1", "p"}:
            self.words += data.split()


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_page_holds_the_words_of_its_text(page: Path) -> None:
    parser = ArticleWords()
    parser.feed(page.read_text(encoding="utf-8"))
    text = page.with_suffix(".txt").read_text(encoding="utf-8")
    assert "".join(parser.words) == "".join(text.split())


def runs_of_words(text: str, length: int = 8) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


def test_no_report_shares_a_run_of_eight_words_with_the_publishers_article() -> None:
    folder = os.environ.get("DATELINE_EVAL")
    if not folder:
        pytest.skip("DATELINE_EVAL does not point to the corpora")
    article = Path(folder).parent / "article" / "nk-soldiers-kursk.txt"
    if not article.exists():
        pytest.skip(f"no article at {article.name} beside DATELINE_EVAL")
    theirs = runs_of_words(article.read_text(encoding="utf-8"))
    for path in TEXTS:
        for stretch in re.split(r"“[^”]*”", path.read_text(encoding="utf-8")):
            assert not runs_of_words(stretch) & theirs, path.name
