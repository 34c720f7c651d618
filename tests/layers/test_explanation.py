"""A reading is explained sentence by sentence, and every rule that fires says what it means."""

import re
from datetime import date
from pathlib import Path

import pytest

from layers.explanation import explain, in_words, rules_fired
from layers.lexicon import table
from layers.reader import read
from reading.article import read_article

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = [
    *sorted((ROOT / "tests" / "articles").glob("*.txt")),
    ROOT / "data" / "sample" / "nk-soldiers-kursk.txt",
]
TEXT = (
    "Floods hit Ghana\n\n“The river has burst its banks,” the mayor of Tamale said on Monday. "
    "Nothing else moved.\n\nHe denied that anyone had died."
)


@pytest.fixture(scope="module")
def document(gazetteer, boundaries):
    return read([read_article(TEXT, date=date(2024, 10, 24))], gazetteer, boundaries)


def test_every_sentence_is_there_with_the_claims_that_begin_in_it(document):
    sentences = explain(document)
    assert [(s.paragraph, s.number) for s in sentences] == [(1, 1), (2, 2), (2, 3), (3, 4)]
    assert all(TEXT[s.start : s.end] == s.text for s in sentences)
    assert [c for s in sentences for c in s.claims] == list(document.claims())
    assert {c[0].how.stance for c in sentences[-1].claims} == {"denies"}


def test_a_claim_lists_each_rule_once_in_words(document):
    denial = explain(document)[-1].claims[0]
    fired = rules_fired(denial)
    assert len({f.rule for f in fired}) == len(fired)
    cue = next(f for f in fired if f.rule == "cue:deny")
    assert (cue.words, cue.of) == ("“{word}” shows that somebody says so.", "deny")


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_rule_that_fires_is_described(path, gazetteer, boundaries):
    made = read([read_article(path, date=date(2025, 9, 24))], gazetteer, boundaries)
    fired = [f for claim in made.claims() for f in rules_fired(claim)]
    assert [f.rule for f in fired if f.words is None] == []
    assert [f.rule for f in fired if "{word}" in (f.words or "") and not f.of] == []


def test_every_description_is_of_a_rule_that_the_code_can_fire():
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for package in ("reading", "geo", "layers")
        for path in (ROOT / package).rglob("*.py")
    )
    families = set(re.findall(r'"([a-z_]+:(?:[a-z]+[-=])*)\{', code))
    unused = [
        rule
        for rule in table("rules")
        if f'"{rule.partition("*")[0]}' not in code
        and not any(rule.startswith(family) for family in families)
    ]
    assert unused == []


def test_a_rule_that_nobody_described_has_no_words():
    assert in_words("a rule of tomorrow").words is None
