"""The two times of a claim: their ends, how sure they are, and what a choice of days keeps."""

import dataclasses
from datetime import date

import pytest

from layers.model import When
from layers.timeline import Span, timeline

THURSDAY = date(2024, 10, 24)


def with_whens(document, *whens):
    """The hand-made document with one claim for each time."""
    base = document.annotations[0]
    return dataclasses.replace(
        document,
        annotations=tuple(
            dataclasses.replace(
                base,
                anchor=base.anchor._replace(id=f"a{n}", claim_id=f"c{n}"),
                when=when,
            )
            for n, when in enumerate(whens)
        ),
    )


def when(start=None, end=None, *, precision=None, basis="expression", said=(THURSDAY, THURSDAY)):
    return When(start, end, None, precision, basis, *said)


def test_a_day_is_exact_a_month_and_a_tense_are_not(document):
    made = timeline(
        with_whens(
            document,
            when(date(2024, 10, 23), date(2024, 10, 23), precision="day"),
            when(date(2024, 10, 1), date(2024, 10, 31), precision="month"),
            when(None, THURSDAY, basis="tense"),
        )
    )
    assert [m.refers.is_approximate for m in made.moments] == [False, True, True]
    assert [m.said.is_approximate for m in made.moments] == [False] * 3


def test_no_time_is_undated_and_an_open_end_is_not(document):
    made = timeline(with_whens(document, when(), when(None, THURSDAY, basis="tense")))
    assert made.undated("refers") == ("c0",)
    assert made.undated("said") == ()


@pytest.mark.parametrize(
    ("start", "end", "low", "high", "kept"),
    [
        (date(2024, 8, 6), THURSDAY, date(2024, 9, 1), date(2024, 9, 2), True),
        (date(2024, 8, 6), date(2024, 8, 6), date(2024, 8, 6), date(2024, 8, 6), True),
        (date(2024, 8, 6), date(2024, 8, 6), date(2024, 8, 7), None, False),
        (date(2024, 8, 6), date(2024, 8, 6), None, date(2024, 8, 5), False),
        (None, THURSDAY, None, date(1990, 1, 1), True),
        (None, THURSDAY, date(2024, 10, 25), None, False),
        (THURSDAY, None, date(2031, 1, 1), None, True),
        (THURSDAY, None, None, date(2024, 10, 23), False),
    ],
)
def test_open_ends_touch_every_day_beyond_them(start, end, low, high, kept):
    assert Span(start, end, False).touches(low, high) is kept


def test_a_choice_of_days_keeps_the_undated_only_if_asked(document):
    made = timeline(
        with_whens(document, when(), when(date(2024, 8, 6), date(2024, 8, 6), precision="day"))
    )
    days = (date(2024, 8, 1), date(2024, 8, 31))
    assert made.within("refers", *days) == {"c0", "c1"}
    assert made.within("refers", *days, undated=False) == {"c1"}
    assert made.within("said", *days, undated=False) == frozenset()
    assert made.within("refers", None, None) == {"c0", "c1"}


def test_the_axis_holds_the_story_and_not_what_was_long_ago(document):
    made = timeline(
        with_whens(
            document,
            when(date(1974, 1, 1), THURSDAY, precision="year"),
            when(date(2024, 6, 1), date(2024, 6, 30), precision="month"),
            when(THURSDAY, date(2024, 12, 31), precision="year"),
        )
    )
    assert (made.first, made.last) == (date(2024, 6, 1), date(2024, 12, 31))


def test_a_map_without_any_day_has_no_axis(document):
    undated = dataclasses.replace(
        with_whens(document, when(said=(None, None))),
        articles=(dataclasses.replace(document.articles[0], date_published=None),),
    )
    made = timeline(undated)
    assert (made.first, made.last) == (None, None)
    assert made.undated("said") == ("c0",)


def test_what_was_read_keeps_both_times_apart(pin, document):
    annotations = pin("John Kirby said on Wednesday that soldiers had come to Russia in June.")
    made = timeline(dataclasses.replace(document, annotations=annotations))
    moment = made.moments[0]
    assert moment.said == Span(date(2024, 10, 23), date(2024, 10, 23), False)
    assert moment.refers == Span(date(2024, 6, 1), date(2024, 6, 30), True)
