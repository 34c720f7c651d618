"""Speech passed on, read out or left without a speaker, and days that a clause only mentions."""

import datetime as dt

import pytest

from reading.article import read_article
from reading.claims import extract
from reading.model import Claim

DAY = dt.date(2024, 5, 14)  # a Tuesday


def claims(text: str) -> tuple[Claim, ...]:
    return extract(read_article(f"Headline of the day\n\n{text}", date=DAY)).claims[1:]


def sources(text: str) -> list[str]:
    return [claim.source.name for claim in claims(text)]


def dates(text: str) -> list[tuple[str | None, str | None]]:
    return [
        (c.event_start and str(c.event_start), c.event_end and str(c.event_end))
        for c in claims(text)
    ]


@pytest.mark.parametrize(
    ("sentence", "source", "via"),
    [
        ("The agency quoted a pilot as saying that the pier was gone.", "pilot", "agency"),
        ("The agency cited a pilot as saying he saw reports of fire.", "pilot", "agency"),
        ("“It burned,” a man was quoted as saying on the radio.", "man", None),
        ("A pilot was quoted by the agency as saying that the pier was gone.", "pilot", None),
        ("“All is lost,” the ministry statement read.", "ministry", None),
        ("A woman, who was not named, reported hearing three blasts.", "woman", None),
        ("Roe told the radio of her anger over the letter.", "Roe", None),
        ("The letter – sent to the mayor on Monday – said that the pier was gone.", "letter", None),
    ],
)
def test_the_one_who_speaks_is_named(sentence: str, source: str, via: str | None) -> None:
    (claim,) = claims(sentence)
    assert (claim.source.name, claim.source.via) == (source, via)


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Orvel has reported 12 cases of cholera.", "Orvel"),
        ("At least 30 countries have reported cases.", "narrator"),
        ("The court has a week to reach a decision and announce it.", "narrator"),
    ],
)
def test_what_only_looks_like_speech_is_told_apart(sentence: str, source: str) -> None:
    assert sources(sentence) == [source]


@pytest.mark.parametrize(
    "name",
    [
        "Orvel Meteorology, Climatology and Geophysics Agency",
        "Ministry of Land, Roads and Transport",
    ],
)
def test_a_name_with_commas_is_one_body(name: str) -> None:
    assert sources(f"The {name} said that the tremor was deep.") == [name]


def test_a_headline_says_a_thing_without_a_verb() -> None:
    found = extract(read_article("Orvel says truce 'still alive'\n\nIt rained.", date=DAY)).claims
    assert found[0].source.name == "Orvel"


def test_a_quotation_alone_is_whose_speech_came_before() -> None:
    text = (
        "In a statement, Ana Roe said the firm was aware of it.\n\n“We will go on with the work.”"
    )
    assert sources(text) == ["Ana Roe", "Ana Roe"]


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("The bank wants to halve the rate by 2026.", ("2024-05-14", "2026-12-31")),
        ("The plant had been due to close by 2022.", (None, "2022-12-31")),
        ("The blast was the deadliest since 2015.", (None, "2024-05-14")),
        ("Talks resume on Thursday.", ("2024-05-16", "2024-05-16")),
        ("The ban takes effect on 1 July.", ("2024-07-01", "2024-07-01")),
        ("A court sentenced her to seven years in prison.", (None, "2024-05-14")),
    ],
)
def test_the_day_of_the_event(sentence: str, days: tuple[str | None, str | None]) -> None:
    assert dates(sentence) == [days]


def test_an_hour_before_two_is_an_hour_of_the_day_spoken_of() -> None:
    friday = ("2024-05-10", "2024-05-10")
    assert dates("A quake hit Orvel on Friday. It struck just before 2 a.m.") == [friday, friday]


def test_since_after_a_superlative_opens_no_clause_of_its_own() -> None:
    assert len(claims("It was the first case since a general was tried in 2001.")) == 1


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("The crash killed all nine people aboard.", [9]),
        ("The dead included 22 in Orvel, 82 in Samoa and seven in Tonga.", [22, 82, 7]),
        ("She was fined 70m Egyptian pounds.", [70_000_000]),
        ("The firm has 5m customers.", [5_000_000]),
        ("The tower is 70m tall.", [70]),
        ("They were jailed for seven years.", [7]),
    ],
)
def test_what_is_counted(sentence: str, values: list[float]) -> None:
    (claim,) = claims(sentence)
    assert [quantity.value for quantity in claim.quantities] == values


def test_a_short_english_text_is_no_hungarian() -> None:
    assert sources("The inquiry could take a year before a cause is found.") == ["narrator"]
