"""Which questions the claims of a map answer, who answers them, and how the answers stand."""

import dataclasses
import json
from pathlib import Path

import pytest

from geo.data import data_path
from layers.lexicon import table
from layers.model import HowMany, MapDocument, Relation
from layers.questions import questions
from layers.reader import read
from layers.topics import Interval
from reading.article import read_article

ARTICLES = Path(__file__).resolve().parent.parent / "articles"


@pytest.fixture(scope="module")
def document_of(gazetteer, boundaries):
    """Read texts of 24 October 2024 onto one map."""

    def read_all(*texts: str, date: str = "2024-10-24") -> MapDocument:
        articles = [
            read_article(text, date=date, id=f"report-{rank}") for rank, text in enumerate(texts)
        ]
        return read(articles, gazetteer, boundaries)

    return read_all


@pytest.fixture(scope="module")
def read_file(gazetteer, boundaries):
    """Read a report of the repository, as its note says."""

    def read_one(path: Path) -> MapDocument:
        known = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        article = read_article(path, id=path.stem, date=known["date_published"])
        return read([article], gazetteer, boundaries)

    return read_one


@pytest.fixture(scope="module")
def sample(read_file):
    return read_file(data_path("sample", "nk-soldiers-kursk.txt"))


def named(document, text):
    return next(question for question in questions(document) if question.text == text)


def answers(question):
    """Speaker to what is counted there."""
    return {
        cell.source: [(a.interval.low, a.interval.high) for a in cell.answers if a.interval]
        for cell in question.cells
    }


def verdicts_between(question):
    """(speaker, words, other speaker) of every link."""
    return {(a.source, link.words, link.source) for a in question.answers for link in a.links}


def test_the_sample_asks_how_many_camps_and_five_differ_from_three(sample):
    question = named(sample, "How many camps?")
    assert answers(question) == {
        "Ukraine’s Defense Intelligence Agency": [(5.0, 5.0)],
        "John Kirby": [(3.0, 3.0)],
    }
    assert verdicts_between(question) == {
        ("John Kirby", "differs", "Ukraine’s Defense Intelligence Agency")
    }
    assert question.verdicts == ("differs",)


def test_the_sample_asks_how_many_soldiers_and_a_lower_bound_is_compatible(sample):
    question = named(sample, "How many soldiers?")
    counted = answers(question)
    assert counted["Ukraine’s Defense Intelligence Agency"] == [
        (pytest.approx(10800), pytest.approx(13200))
    ]
    assert counted["John Kirby"] == [(3000.0, None)]
    assert {
        ("John Kirby", "compatible, lower bound", "Ukraine’s Defense Intelligence Agency"),
        ("Vladimir Putin", "declines to confirm", "Ukraine’s Defense Intelligence Agency"),
    } <= verdicts_between(question)


def test_who_declines_to_confirm_gives_no_number(sample):
    question = named(sample, "How many soldiers?")
    putin = next(cell for cell in question.cells if cell.source == "Vladimir Putin")
    assert [a.stance for a in putin.answers] == ["neither_confirms_nor_denies"]
    assert [a.interval for a in putin.answers] == [None]


def test_parts_of_a_number_never_stand_beside_the_whole(sample):
    question = named(sample, "How many soldiers?")
    printed = [a.how_many.quantity for a in question.answers]
    assert 500.0 not in printed
    officers = named(sample, "How many of the officers?")
    assert [a.how_many.quantity for a in officers.answers] == [3.0]
    assert not officers.is_compared


def test_where_they_are_is_asked_of_all_who_place_the_same_people(sample):
    question = named(sample, "Where are the soldiers from North Korea?")
    places = {cell.source: {p for a in cell.answers for p in a.places} for cell in question.cells}
    assert {place.casefold() for place in places["John Kirby"]} == {"eastern russia"}
    assert "Kursk Oblast" in places["Ukraine’s Defense Intelligence Agency"]
    assert "narrator" not in places


def test_the_sample_asks_whether_ammunition_was_supplied_and_two_deny_it(sample):
    question = next(q for q in questions(sample) if q.kind == "whether")
    assert question.text == "Were arms or ammunition supplied to Russia?"
    stances = {cell.source: cell.answers[0].stance for cell in question.cells}
    assert stances == {
        "unattributed allegations": "asserts",
        "Pyongyang": "denies",
        "Moscow": "denies",
    }
    assert question.verdicts == ("denies",)


def test_a_headline_that_tells_a_claim_again_is_no_second_speaker(sample):
    assert "Kyiv" not in {c.source for q in questions(sample) for c in q.cells}


def test_numbers_that_can_be_compared_come_first_and_lone_ones_last(sample):
    asked = questions(sample)
    assert asked[0].text == "How many camps?"
    compared = [question.is_compared for question in asked]
    assert compared == sorted(compared, reverse=True)


def test_both_deniers_stand_in_the_row_of_what_they_deny(document_of):
    document = document_of(
        "North Korea is facing accusations of supplying thousands of tons of artillery "
        "ammunition to Russia. "
        "Both Russia and North Korea have denied these accusations."
    )
    question = next(q for q in questions(document) if q.kind == "whether")
    assert question.text == "Were arms or ammunition supplied from North Korea to Russia?"
    stances = {cell.source: cell.answers[0].stance for cell in question.cells}
    assert stances["North Korea"] == stances["Russia"] == "denies"
    assert sorted(stances.values()) == ["asserts", "denies", "denies"]
    assert question.verdicts == ("denies",)
    assert "How many tons?" not in {q.text for q in questions(document)}


def test_two_counts_of_the_dead_are_one_question(document_of):
    document = document_of(
        "The Red Cross said on Thursday that 41 people had died in floods in Ghana.",
        "The interior ministry said on Thursday that 27 people had died in floods in Ghana.",
    )
    question = named(document, "How many were killed?")
    assert sorted(answers(question).items()) == [
        ("Red Cross", [(41.0, 41.0)]),
        ("interior ministry", [(27.0, 27.0)]),
    ]
    assert {a.article_id for a in question.answers} == {"report-0", "report-1"}
    assert question.verdicts == ("differs",)


def test_a_speaker_of_two_reports_has_one_column(document_of):
    document = document_of(
        "The Red Cross said on Thursday that 41 people had died in floods in Ghana.",
        "On Thursday the Red Cross said that 43 people had died in floods in Ghana.",
    )
    question = named(document, "How many were killed?")
    assert [cell.source for cell in question.cells] == ["Red Cross"]
    assert len(question.answers) == 2


def test_one_accusation_in_two_reports_is_one_question(document_of):
    document = document_of(
        "North Korea is facing accusations of supplying thousands of tons of artillery "
        "ammunition to Russia. "
        "North Korea has denied these accusations.",
        "North Korea stands accused of supplying Russia with thousands of tons of ammunition. "
        "Moscow has rejected these accusations.",
    )
    asked = [q for q in questions(document) if q.kind == "whether"]
    assert len(asked) == 1
    deniers = {a.source for a in asked[0].answers if a.stance == "denies"}
    assert deniers == {"North Korea", "Moscow"}


def test_the_dead_of_two_countries_are_two_questions(document_of):
    document = document_of(
        "The Red Cross said that 41 people had died in floods in Ghana.\n\n"
        "The army said that 12 people had died in floods in Peru."
    )
    texts = {q.text for q in questions(document) if q.kind == "how_many"}
    assert texts == {"How many were killed in Ghana?", "How many were killed in Peru?"}


def test_the_dead_of_long_ago_are_another_question(document_of):
    document = document_of(
        "The Red Cross said that 41 people had died in floods in Ghana.\n\n"
        "In 2015, floods killed 150 people in Ghana, the army said."
    )
    texts = [q.text for q in questions(document) if q.kind == "how_many"]
    assert len(texts) == 2
    assert "How many were killed in Ghana in 2015?" in texts


def test_kilometres_are_no_question(document_of):
    document = document_of(
        "The army said that its troops had advanced 40 kilometres towards Khartoum, Sudan."
    )
    assert not [q for q in questions(document) if q.kind == "how_many"]


def test_the_cases_of_the_dev_report_on_ebola_differ(read_file):
    question = named(read_file(ARTICLES / "ebola-equateur.txt"), "How many cases?")
    assert {a.interval.low for a in question.answers} == {23.0, 58.0}
    assert question.verdicts == ("differs",)


def test_a_lower_bound_in_the_dev_report_on_a_flood_is_compatible(read_file):
    asked = questions(read_file(ARTICLES / "flood-bangladesh.txt"))
    question = next(q for q in asked if "compatible, lower bound" in q.verdicts)
    assert question.text.startswith("How many were killed")
    assert {(a.interval.low, a.interval.high) for a in question.answers} == {
        (27.0, None),
        (41.0, 41.0),
    }


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.txt")), ids=lambda path: path.stem)
def test_questions_of_every_dev_report_hold_together(read_file, path):
    document = read_file(path)
    asked = questions(document)
    known = {group[0].claim_id for group in document.claims()}
    assert asked == questions(document)
    assert len({q.id for q in asked}) == len({q.text for q in asked}) == len(asked)
    for question in asked:
        ids = [a.claim_id for a in question.answers]
        assert len(ids) == len(set(ids))
        assert known.issuperset(ids)
        assert all(a.source == c.source for c in question.cells for a in c.answers)
        for answer in question.answers:
            for link in answer.links:
                assert link.claim_id in ids
                assert link.source != answer.source
        if question.is_compared:
            assert len(question.cells) > 1


def numbered(document, *quantities):
    """The hand-made document with one counted claim for each quantity, all at one place."""
    base = document.annotations[0]
    made = []
    for rank, many in enumerate(quantities):
        made.append(
            dataclasses.replace(
                base,
                anchor=base.anchor._replace(id=f"a{rank}", claim_id=f"c{rank}"),
                who=base.who._replace(source=f"speaker {rank}"),
                how_many=many,
            )
        )
    return dataclasses.replace(document, annotations=tuple(made))


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (HowMany(5, 5, 5, "exactly", "camps", None), (3, 3), "differs"),
        (HowMany(5, 5, 5, "exactly", "camps", None), (3, None), "compatible, lower bound"),
        (HowMany(5, 5, 5, "exactly", "camps", None), (None, 9), "compatible, upper bound"),
        (HowMany(5, 5, 5, "exactly", "camps", None), (2, 8), "compatible"),
        (HowMany(None, 24, 99, "dozens", "camps", None), (40, 40), "compatible"),
        (HowMany(None, 24, 99, "dozens", "camps", None), (3, 3), "differs"),
    ],
)
def test_numbers_that_nobody_linked_are_held_against_each_other(document, one, other, words):
    second = HowMany(None, *other, "some", "camps", None)
    question = questions(numbered(document, one, second))[0]
    assert question.answers[1].interval == Interval(*other)
    assert question.verdicts == (words,)


def test_what_the_relations_say_goes_before_what_the_numbers_say(document):
    five = HowMany(5, 5, 5, "exactly", "camps", None)
    three = HowMany(3, 3, 3, "exactly", "camps", None)
    made = numbered(document, five, three)
    first, second = made.annotations
    updated = dataclasses.replace(second, relations=(Relation("updates", "c0"),))
    question = questions(dataclasses.replace(made, annotations=(first, updated)))[0]
    assert question.verdicts == ("updates",)


def test_a_map_without_claims_asks_nothing(document):
    assert questions(dataclasses.replace(document, annotations=())) == ()


def test_every_row_of_the_wordings_is_about_something_that_is_known():
    with data_path("curated", "event_types.tsv").open(encoding="utf-8") as handle:
        events = {line.split("\t")[0] for line in handle}
    assert set(table("event_questions")) <= events
    assert set(table("count_questions")) == {row["kind"] for row in table("units").values()}
    assert not set(table("measures")) & set(table("units"))
    for name in ("event_questions", "count_questions", "measures"):
        assert list(table(name)) == sorted(table(name))


def test_no_wording_asks_who_without_saying_whom():
    for row in table("event_questions").values():
        asks = "{who}" in row["where"] + row["whether"]
        assert asks == (row["who"] != "-")


def test_a_bare_figure_stands_in_the_row_of_the_count_it_is_held_against(document_of):
    document = document_of(
        "The oil firm Petrex said on Friday that 600 barrels had escaped off Ghana. "
        "A skipper, Jean Obame, estimated it at over 3,500. The ministry rejected that number."
    )
    question = next(q for q in questions(document) if q.kind == "how_many")
    assert question.text == "How many barrels?"
    said = [(cell.source, [a.how_many.quantity for a in cell.answers]) for cell in question.cells]
    assert said == [("Petrex", [600.0]), ("Jean Obame", [3500.0]), ("ministry", [None])]
    assert question.verdicts == ("denies", "differs")
