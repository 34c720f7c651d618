"""What expressions of time mean in a report of Thursday, 24 October 2024."""

import datetime as dt
from pathlib import Path

import pytest

from reading.timex import time_expressions

TABLES = Path(__file__).parent / "tables"
ANCHOR = dt.date(2024, 10, 24)


def table(name):
    lines = (TABLES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if not line.startswith("#")][1:]


def read(text, anchor=ANCHOR, **known):
    return time_expressions(text, 0, len(text), anchor, **known)


def one(text, anchor=ANCHOR, **known):
    found = read(text, anchor, **known)
    assert len(found) == 1, [e.span.of(text) for e in found]
    return found[0]


def iso(day):
    return None if day is None else day.isoformat()


@pytest.mark.parametrize(("text", "words", "start", "end", "kind"), table("timex_meaning"))
def test_expression_means_these_days(text, words, start, end, kind):
    found = one(text)
    got = (found.span.of(text), iso(found.start) or "-", iso(found.end) or "-", found.kind)
    assert got == (words, start, end, kind)


@pytest.mark.parametrize("text", [row[0] for row in table("timex_none")])
def test_what_only_looks_like_a_time_is_none(text):
    assert [e.span.of(text) for e in read(text)] == []


@pytest.mark.parametrize(("text", "tense", "words", "start", "end"), table("timex_tense"))
def test_tense_says_which_way_a_name_looks(text, tense, words, start, end):
    found = one(text, tense=tense)
    assert (found.span.of(text), iso(found.start) or "-", iso(found.end) or "-") == (
        words,
        start,
        end,
    )


@pytest.mark.parametrize(("text", "before", "words", "start", "end", "kind"), table("timex_chain"))
def test_a_chain_counts_from_what_was_told_before(text, before, words, start, end, kind):
    day = dt.date.fromisoformat(before)
    found = one(text, reference=(day, day))
    assert (found.span.of(text), iso(found.start), iso(found.end), found.kind) == (
        words,
        start,
        end,
        kind,
    )


def test_a_chain_without_a_beginning_stays_open():
    found = one("They were isolated two days later.")
    assert (found.start, found.end, found.kind) == (None, None, "chain")


def test_what_happened_after_an_event_is_not_counted_from_another():
    found = one("It fell two days after the quake.", reference=(ANCHOR, ANCHOR))
    assert (found.start, found.end) == (None, None)


@pytest.mark.parametrize(("text", "form"), table("timex_open"))
def test_without_a_publication_date_relative_expressions_stay_open(text, form):
    found = one(text, anchor=None)
    assert (found.start, found.end, found.edtf) == (None, None, form)


@pytest.mark.parametrize(
    "text", ["It fell on 24 October 2024.", "It fell in 1976.", "In May 2021."]
)
def test_without_a_publication_date_full_dates_are_known(text):
    assert one(text, anchor=None) == one(text)


@pytest.mark.parametrize(("text", "form"), table("timex_edtf"))
def test_every_expression_has_an_edtf_form(text, form):
    assert one(text).edtf == form


def test_two_expressions_in_one_sentence_are_two():
    text = "On Wednesday he said that 3,000 men had come in October."
    assert [(e.span.of(text), e.edtf) for e in read(text)] == [
        ("Wednesday", "2024-10-23"),
        ("in October", "2024-10"),
    ]


def test_the_window_is_all_that_is_read():
    text = "It fell on Monday. It rose on Tuesday."
    found = time_expressions(text, 19, len(text), ANCHOR)
    assert [e.span.of(text) for e in found] == ["Tuesday"]


def test_the_last_day_of_february_waits_for_a_leap_year():
    assert iso(one("He was born on February 29.", tense="past").start) == "2024-02-29"
    later = one("He was born on February 29.", anchor=dt.date(2023, 6, 1), tense="past")
    assert iso(later.start) == "2020-02-29"


def test_a_weekday_printed_with_a_date_decides_the_year():
    assert iso(one("She left on Friday, Oct. 25.", tense="past").start) == "2024-10-25"


def test_thirty_february_is_no_date():
    assert read("It fell on February 30.") == ()
    assert read("It fell on 2023-02-30.") == ()


def test_days_named_together_are_of_one_week():
    text = "On Thursday and Friday it rained."
    assert [(e.span.of(text), iso(e.start)) for e in read(text)] == [
        ("Thursday", "2024-10-17"),
        ("Friday", "2024-10-18"),
    ]
