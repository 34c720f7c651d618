"""Which days date an event: not what it is compared with, nor what is told of its subject."""

from datetime import date

import pytest

from reading.article import read_article
from reading.claims import extract
from reading.model import Claim

FRIDAY = "2024-05-17"


def claims(text: str) -> tuple[Claim, ...]:
    return extract(read_article(f"Headline of the day\n\n{text}", date=FRIDAY)).claims[1:]


@pytest.mark.parametrize(
    "sentence",
    [
        "Turnout was 62.8 percent, eight points lower than four years ago.",
        "Prices rose by 3 percent compared with 2022.",
        "It admitted 120 patients a day, three times as many as in March.",
        "The clinic admitted three times as many patients as in March.",
        "The junta that took power in Orvel in 2020 has closed the border.",
        "The store, opened in 1968, was empty.",
        "Critics accused the government of ignoring a 2022 report.",
    ],
)
def test_a_day_that_is_compared_with_dates_nothing(sentence: str) -> None:
    found = claims(sentence)
    assert all(claim.date_basis == "tense" for claim in found)
    assert all(claim.event_start is None for claim in found)


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("More than 20 people died on Monday.", date(2024, 5, 13), date(2024, 5, 13)),
        (
            "Prices slowed to 3 percent in April from 5 percent in March.",
            "2024-04-01",
            "2024-04-30",
        ),
        ("Teams from Orvel met rivals from Marla in April.", "2024-04-01", "2024-04-30"),
        ("The road was still closed as of Monday.", "2024-05-13", "2024-05-13"),
        ("The bridge fell as late as 10 May.", "2024-05-10", "2024-05-10"),
        ("Joblessness rose from 7.3 percent in March to 7.7 in April.", "2024-04-01", "2024-04-30"),
        ("The man who led the party died on Monday.", date(2024, 5, 13), date(2024, 5, 13)),
        ("The 2022 flood was worse, and 20 people died on Monday.", "2024-05-13", "2024-05-13"),
    ],
)
def test_a_day_of_the_event_stays(sentence: str, start: date | str, end: date | str) -> None:
    last = claims(sentence)[-1]
    assert (str(last.event_start), str(last.event_end)) == (str(start), str(end))


def test_what_a_speaker_hopes_for_by_sunday_lies_ahead() -> None:
    (claim,) = claims("The company said it hoped to reconnect the rest by Sunday.")
    assert (claim.event_start, claim.event_end) == (date(2024, 5, 17), date(2024, 5, 19))


def test_a_trial_expected_in_september_is_to_come() -> None:
    (claim,) = claims("The prosecutor said she expected the trial to open in September.")
    assert (claim.event_start, claim.event_end) == (date(2024, 9, 1), date(2024, 9, 30))


def test_killed_and_wounded_share_their_day() -> None:
    dead, wounded = claims("Some 21 soldiers were killed and 14 others were wounded on Monday.")
    assert dead.event_start == wounded.event_start == date(2024, 5, 13)
    assert dead.event_end == wounded.event_end


def test_what_took_place_is_told_beside_what_is_asked() -> None:
    asked, told = claims("He asked the council to hold a meeting, which took place on Monday.")
    assert asked.stance == "requests"
    assert (told.source.name, told.event_start) == ("narrator", date(2024, 5, 13))


def test_since_a_year_to_come_runs_forwards() -> None:
    told, _ = claims("He has had no contact with his family since the bank failed in 2031.")
    assert told.event_start == date(2031, 1, 1)
    assert told.event_end is None or told.event_end >= told.event_start


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("The court set aside the 2021 permit.", None, "2024-05-16"),
        (
            "The package, the second since the invasion of Zembla in May 2022, freezes assets.",
            None,
            "2024-05-16",
        ),
        ("The agency said rations would have to be halved in June.", "2024-06-01", "2024-06-30"),
    ],
)
def test_a_year_that_names_a_thing_or_stands_in_an_aside_dates_nothing(sentence, start, end):
    article = read_article(f"Headline of the day\n\n{sentence}", date="2024-05-16")
    *_, claim = extract(article).claims
    shown = [
        None if day is None else day.isoformat() for day in (claim.event_start, claim.event_end)
    ]
    assert shown == [start, end]


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("The ban runs until June 3.", "2024-05-16", "2024-06-03"),
        (
            "Two states argue over the island, which a court gave to Orvel in 1950.",
            None,
            "2024-05-16",
        ),
        ("The office suspected a gang that had seized a boat in March.", None, "2024-05-16"),
        ("The fire could have been set on purpose, police said.", None, "2024-05-16"),
    ],
)
def test_until_lies_near_and_a_relative_clause_dates_itself(sentence, start, end):
    article = read_article(f"Headline of the day\n\n{sentence}", date="2024-05-16")
    *_, claim = extract(article).claims
    shown = [
        None if day is None else day.isoformat() for day in (claim.event_start, claim.event_end)
    ]
    assert shown == [start, end]


def test_what_was_before_is_dated_by_its_own_year():
    now, before = claims("The party won 21.3 percent, down from 34.5 percent in 2022.")
    assert now.date_basis == "tense"
    assert (before.event_start, before.event_end) == (date(2022, 1, 1), date(2022, 12, 31))
