"""Where a sentence is cut into things claimed, and where it is not."""

import pytest

from reading.article import read_article
from reading.claims import extract


def quotes(text: str) -> list[str]:
    article = read_article(f"Headline of the day\n\n{text}", date="2024-05-16")
    return [claim.evidence.of(article.text) for claim in extract(article).claims[1:]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Two people died in Orvel and a British man, 71, died in a hospital in Sula.",
            ["Two people died in Orvel", "a British man, 71, died in a hospital in Sula."],
        ),
        (
            "The court jailed Berg for taking bribes while he was governor of Orvel.",
            ["The court jailed Berg for taking bribes while he was governor of Orvel."],
        ),
        (
            "Guards stopped nine men, two of them officers, and seized 52 kg of gold.",
            ["Guards stopped nine men", "two of them officers", "seized 52 kg of gold."],
        ),
        (
            "The ministry reported 1,575 new cases, including 22 deaths.",
            ["The ministry reported 1,575 new cases", "including 22 deaths."],
        ),
        (
            "It carried 4,000 tonnes of fuel, of which about 300 tonnes had leaked by Monday.",
            ["It carried 4,000 tonnes of fuel", "of which about 300 tonnes had leaked by Monday."],
        ),
    ],
)
def test_one_clause_for_one_thing_claimed(sentence: str, expected: list[str]) -> None:
    assert quotes(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "People in Orvel queued for buses and bottled water.",
            ["People in Orvel queued for buses and bottled water."],
        ),
        (
            "The police acknowledged 96 deaths, among them 17 officers.",
            ["The police acknowledged 96 deaths", "among them 17 officers."],
        ),
        (
            "Six people were hurt, five of them badly; two were in danger on Monday.",
            ["Six people were hurt", "five of them badly", "two were in danger on Monday."],
        ),
        (
            "A jet skidded off the runway while landing in heavy rain, the authority said.",
            ["A jet skidded off the runway while landing in heavy rain, the authority said"],
        ),
    ],
)  # fmt: skip
def test_lists_asides_and_halves(sentence: str, expected: list[str]) -> None:
    assert quotes(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The figures were sent but not yet accepted.",
         ["The figures were sent but not yet accepted."]),
        ("It burned 90 hectares on Sunday, up from 40 the day before.",
         ["It burned 90 hectares on Sunday", "up from 40 the day before."]),
        ("The opposition rejected the count; two people were killed in Sula.",
         ["The opposition rejected the count", "two people were killed in Sula."]),
    ],
)  # fmt: skip
def test_what_was_before_and_what_was_not_done(sentence: str, expected: list[str]) -> None:
    assert quotes(sentence) == expected
