"""Which day a clause means: since when, until when, and whose tense counts."""

import datetime as dt

import pytest

from reading.article import read_article
from reading.claims import extract
from reading.model import Claim


def claims(text: str) -> tuple[Claim, ...]:
    return extract(read_article(f"Headline of the day\n\n{text}", date="2024-05-16")).claims[1:]


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        # since looks back, whatever the tense
        ("Since March the pumps are to be checked each week.", (2024, 3, 1), (2024, 5, 16)),
        ("Since March, officials said, 300 people have fled.", (2024, 3, 1), (2024, 5, 16)),
        ("At least 300 people have been killed since January.", (2024, 1, 1), (2024, 5, 16)),
        # a deadline looks ahead
        ("The firm has until June 30 to clear the port.", (2024, 5, 16), (2024, 6, 30)),
        ("The party wants a vote by the end of June.", (2024, 5, 16), (2024, 6, 30)),
        ("The ministry seeks a ruling in August.", (2024, 8, 1), (2024, 8, 31)),
        # what would come is counted from the day it was said
        ("In 2019 the mayor said the port would open in May.", (2019, 5, 1), (2019, 5, 31)),
        ("The mayor said in April the port would open in June.", (2024, 6, 1), (2024, 6, 30)),
        # the verb of the clause gives the tense, not that of the relative clause of its subject
        ("The bridge that was built in 1931 will be closed.", (2024, 5, 16), None),
        # nor that of the relative clause of what will be done
        ("The army will take back the hill that fell on May 3.", (2024, 5, 16), None),
        ("The port that was shelled on May 3 will open on May 20.", (2024, 5, 20), (2024, 5, 20)),
        ("The army will hold the hill that it takes on May 20.", (2024, 5, 20), (2024, 5, 20)),
        # and of two days the one of the main verb
        ("Troops began a week ago a raid which ended on May 12.", (2024, 5, 6), (2024, 5, 12)),
        ("The crew that left Orvel in March will be freed.", (2024, 5, 16), None),
    ],
)
def test_a_clause_means_the_days_of_its_own_verb(
    sentence: str, start: tuple[int, int, int], end: tuple[int, int, int] | None
) -> None:
    (claim,) = claims(sentence)
    assert claim.event_start == dt.date(*start)
    assert claim.event_end == (None if end is None else dt.date(*end))


def test_earlier_in_the_day_is_on_the_day_of_speaking() -> None:
    text = "A shell fell on May 3. A guard said on Tuesday that the hill fell earlier in the day."
    assert claims(text)[1].event_start == dt.date(2024, 5, 14)


def test_a_superlative_since_ranks_and_dates_nothing() -> None:
    (claim,) = claims("It was the deadliest crash in the valley since 2015.")
    assert claim.event_start is None


def test_the_speaker_may_stand_behind_the_words_that_say_when() -> None:
    (claim,) = claims("Since March, officials said, 300 people have fled.")
    assert claim.source.name == "officials"


def test_the_start_of_the_year_since_when_is_that_of_this_year() -> None:
    text = (
        "In 2021 the town had 40 cases. It has had 90 since the start of the year, the clinic said."
    )
    before, since = claims(text)
    assert before.event_end == dt.date(2021, 12, 31)
    assert (since.event_start, since.event_end) == (dt.date(2024, 1, 1), dt.date(2024, 5, 16))
