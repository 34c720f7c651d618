"""How many of what a sentence says, and which numbers count nothing."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading.model import Span
from reading.numerals import number_value
from reading.quantities import quantities
from reading.timex import time_expressions

TABLES = Path(__file__).parent / "tables"
ANCHOR = dt.date(2024, 10, 24)


def table(name):
    lines = (TABLES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if not line.startswith("#")][1:]


def read(text):
    times = time_expressions(text, 0, len(text), ANCHOR)
    return quantities(text, 0, len(text), tuple(e.span for e in times))


def number(words):
    return None if words == "-" else float(words)


@pytest.mark.parametrize("row", table("quantities"), ids=lambda row: row[0])
def test_a_quantity_has_its_value_bounds_qualifier_and_unit(row):
    text, words, value, least, most, qualifier, unit = row
    found = [
        (q.span.of(text), q.value, q.minimum, q.maximum, q.qualifier, q.unit or "-")
        for q in read(text)
    ]
    assert found == [(words, number(value), number(least), number(most), qualifier, unit)]


@pytest.mark.parametrize("text", [row[0] for row in table("quantities_none")])
def test_a_number_that_counts_nothing_is_no_quantity(text):
    assert [(q.span.of(text), q.unit) for q in read(text)] == []


def units(text):
    return [(q.value, q.qualifier, q.unit) for q in read(text)]


SEVERAL = [
    (
        "The quake killed 14 and injured dozens.",
        [(14, "exactly", "killed"), (None, "dozens", "injured")],
    ),
    (
        "Three civilians were killed and 11 wounded.",
        [(3, "exactly", "civilians"), (11, "exactly", "wounded")],
    ),
    (
        "There are 58 cases: 31 confirmed, 12 probable and 15 suspected.",
        [
            (58, "exactly", "cases"),
            (31, "exactly", "confirmed"),
            (12, "exactly", "probable"),
            (15, "exactly", "suspected"),
        ],
    ),
    (
        "There are about 1,200 medics, including 500 doctors, with three of them being surgeons.",
        [
            (1200, "approximately", "medics"),
            (500, "including", "doctors"),
            (3, "including", "surgeons"),
        ],
    ),
    (
        "It killed 12 people in Lviv and five in Odesa.",
        [(12, "exactly", "people"), (5, "exactly", "people")],
    ),
    (
        "Some 4,600 doses came and another 10,000 are due.",
        [(4600, "approximately", "doses"), (10000, "exactly", "doses")],
    ),
    (
        "Fourteen bodies were found, nine of them near the pier.",
        [(14, "exactly", "bodies"), (9, "including", "bodies")],
    ),
    (
        "Twelve men were held for robbery, five for fraud and 115 for theft.",
        [(12, "exactly", "men"), (5, "exactly", "men"), (115, "exactly", "men")],
    ),
    (
        "Fourteen out of the 18 hopefuls stayed.",
        [(14, "including", "hopefuls"), (18, "exactly", "hopefuls")],
    ),
    (
        "The 14 dead included three boys.",
        [(14, "exactly", "dead"), (3, "including", "boys")],
    ),
    (
        "Only three of the 14 survived.",
        [(3, "exactly", None), (14, "exactly", None)],
    ),
    (
        "Infections reached 4,000 and deaths 120.",
        [(4000, "exactly", "infections"), (120, "exactly", "deaths")],
    ),
    (
        "More than 200 were injured, 30 seriously.",
        [(200, "more_than", "injured"), (30, "exactly", "injured")],
    ),
    (
        "There were 96 Germans, two Danes and a Swede aboard.",
        [(96, "exactly", "Germans"), (2, "exactly", "Danes")],
    ),
    (
        "The towns reported 193 and 86 cases.",
        [(193, "exactly", "cases"), (86, "exactly", "cases")],
    ),
    ("Prices rose from 20 to 30 dollars.", [(30, "exactly", "dollars")]),
    (
        "He counted 4,930 of 5,502 polling stations.",
        [(4930, "including", "stations"), (5502, "exactly", "stations")],
    ),
    (
        "Sales rose 9.7pc, a 13-percent fall in Orvel aside.",
        [(9.7, "exactly", "per cent"), (13, "exactly", "percent")],
    ),
    ("The judge cut that sentence to 4.5 years.", [(4.5, "exactly", "years")]),
    ("He was given a nine-year sentence.", [(9, "exactly", "years")]),
    ("She got a seven-year prison term.", [(7, "exactly", "years")]),
    ("He has a seven-year term as mayor.", []),
    (
        "It put it at P713M, N2B and $2.5b.",
        [(713e6, "exactly", "pesos"), (2e9, "exactly", "naira"), (2.5e9, "exactly", "dollars")],
    ),
    ("It paid P713M and $2.5b.", [(713e6, "exactly", "pesos"), (2.5e9, "exactly", "dollars")]),
    (
        "He saw 83 hurt, including at least one in danger.",
        [(83, "exactly", "injured"), (1, "at_least", None)],
    ),
    (
        "It saw 17 deaths, including 13 found dead in Sula.",
        [(17, "exactly", "deaths"), (13, "including", "dead")],
    ),
    ("Rents grew to between 71% and 90% of pay.", [(None, "approximately", "per cent")]),
    ("Rents are 3% to 5% of pay.", [(None, "approximately", "per cent")]),
    ("A third of the 813 barns burned.", [(813, "exactly", "barns")]),
    (
        "A family of five, including two boys, died.",
        [(5, "exactly", None), (2, "including", "boys")],
    ),
    ("Over 200 girls fled; 57 later returned.", [(200, "more_than", "girls")]),
    ("The band put its losses at 13.", [(13, "exactly", None)]),
    ("Oil rose $1.21 to $83.46.", [(1.21, "exactly", "dollars"), (83.46, "exactly", "dollars")]),
    ("Output rose 3 to 5 percent.", [(None, "approximately", "percent")]),
    ("The council voted 203 to 11.", [(203, "exactly", "votes")]),
    (
        "The toll, which stood at 41, rose to 53.",
        [(41, "exactly", "deaths"), (53, "exactly", "deaths")],
    ),
    (
        "The freed men totalling 137 were 76 guards and 61 cooks.",
        [(137, "exactly", None), (76, "exactly", "guards"), (61, "exactly", "cooks")],
    ),
    ("A mudslide swept over 46 barns.", [(46, "exactly", "barns")]),
    ("Damage was put at P713 million.", [(713_000_000, "exactly", "pesos")]),
    ("Damage was put at QQ713 million.", []),
    ("Marl, one of the three oldest banks, has 53 mines.", [(53, "exactly", "mines")]),
    ("The widest of the six fires burned 530 barns.", [(530, "exactly", "barns")]),
    ("It had news about 13 miners.", [(13, "exactly", "miners")]),
    ("The reserve holds 13-15,000 cranes.", [(None, "approximately", "cranes")]),
    ("Sales rose 9.7pc.", [(9.7, "exactly", "per cent")]),
    ("A weaker 3.3 quake was felt.", [(3.3, "exactly", "magnitude")]),
    ("It measured 4.6 on the Richter scale.", [(4.6, "exactly", "magnitude")]),
    ("Two earthquakes followed.", [(2, "exactly", "earthquakes")]),
    (
        "The boat saved 13 boys, one of whom died.",
        [(13, "exactly", "boys"), (1, "including", "killed")],
    ),
    (
        "He brought 2,000 tonnes of rice and 300 tents.",
        [(2000, "exactly", "tonnes"), (300, "exactly", "tents")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=[text for text, _ in SEVERAL])
def test_each_of_several_quantities_has_its_own_unit(text, expected):
    assert units(text) == expected


def test_numbers_inside_times_are_left_to_them():
    assert read("On 24 October 2024 and for three days it rained from 9 a.m. to 5 p.m.") == ()
    assert units("In October 2024, 300 people left within 48 hours.") == [
        (300, "exactly", "people")
    ]


def test_a_quantity_stands_where_its_words_stand():
    text = "Rain fell. At least 3,000 soldiers came."
    (found,) = quantities(text, 11, len(text))
    assert found.span.of(text) == "At least 3,000"
    assert found.unit_span is not None
    assert found.unit_span.of(text) == "soldiers"


WINDOWS = [
    ("The union spoke of 240. Eight men left.", "240", [240]),
    ("The list:\n240. Eight men left.", "240", []),
    ("By May it had checked only 410, a paper wrote.", "it had checked only 410", [410]),
    ("It was 70 on Monday, up from 65 the day before.", "up from 65 the day before", [65]),
    ("Over 200 girls fled; 57 later returned.", "57 later returned", [57]),
    ("It flies at only 410, a pilot said.", "It flies at only 410", []),
    ("It counted 90, compared with 40 in May.", "compared with 40 in May", [40]),
    ("It killed 21, out of which 13 were shot.", "out of which 13 were shot", [13]),
    ("Of the 41, 21 were in Tamale.", "Of the 41, 21 were in Tamale", [21]),
    ("And 270 would go the other way.", "270 would go the other way", [270]),
]


@pytest.mark.parametrize(("text", "window", "values"), WINDOWS, ids=[row[0] for row in WINDOWS])
def test_a_bare_number_counts_by_the_words_around_it(text, window, values):
    start = text.index(window)
    assert [q.value for q in quantities(text, start, start + len(window))] == values


def test_an_excluded_stretch_holds_no_quantity():
    text = "They stayed 60 nights with 12 guests."
    assert [q.value for q in quantities(text, 0, len(text), (Span(12, 21),))] == [12]


VALUES = [
    ("3,000", 3000), ("12 000", 12000), ("2.5 million", 2.5e6), ("$3", None), ("3bn", 3e9),
    ("twelve", 12), ("twenty-five", 25), ("two hundred thousand", 2e5), ("a dozen", 12),
    ("half a million", 5e5), ("three million two hundred thousand", 3.2e6), ("zero", 0),
    ("one hundred and one", 101), ("a", None), ("and", None), ("Kursk", None), ("", None),
    ("two dozen", 24), ("5 lakh", 5e5), ("1.2 crore", 1.2e7), ("nineteen hundred", 1900),
]  # fmt: skip


@pytest.mark.parametrize(("words", "value"), VALUES)
def test_a_number_is_read_in_figures_and_words(words, value):
    assert number_value(words) == value


WORDS = [row[0] for row in table("news_words")]
NEWSY = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), max_size=14).map(" ".join)


@settings(max_examples=400, deadline=None)
@given(NEWSY, st.integers(0, 30), st.integers(0, 30))
def test_spans_lie_in_the_window_and_apart_whatever_the_text(text, left, right):
    start = min(left, len(text))
    end = max(start, len(text) - right)
    times = time_expressions(text, start, end, ANCHOR)
    found = quantities(text, start, end, tuple(e.span for e in times))
    for spans in ([e.span for e in times], [q.span for q in found]):
        edge = start
        for span in spans:
            assert edge <= span.start < span.end <= end
            edge = span.end
    for quantity in found:
        assert not any(e.span.overlaps(quantity.span) for e in times)
        assert quantity.unit_span is None or quantity.unit_span.end <= end
    for expression in times:
        if expression.start is not None and expression.end is not None:
            assert expression.start <= expression.end
        assert expression.edtf


@settings(max_examples=200, deadline=None)
@given(NEWSY, st.dates())
def test_any_day_of_the_calendar_can_be_the_anchor(text, anchor):
    for tense in ("past", "present", "future"):
        time_expressions(text, 0, len(text), anchor, tense=tense, reference=(anchor, anchor))
