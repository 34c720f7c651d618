"""Where a sentence of several counts, asides and joined words is cut, and who says each part."""

import datetime as dt

import pytest

from reading.article import read_article
from reading.claims import extract
from reading.model import Claim

OPENING = "Two days in Orvel\n\n"


def claims(text: str) -> tuple[Claim, ...]:
    return extract(read_article(OPENING + text, date="2024-05-16")).claims[1:]


def parts(text: str) -> list[str]:
    return [claim.evidence.of(OPENING + text) for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Six people were killed and about 90 injured Friday, the agency said.",
            ["Six people were killed", "about 90 injured Friday, the agency said"],
        ),
        (
            "Two guards were killed and three injured miners fled.",
            ["Two guards were killed", "three injured miners fled."],
        ),
        (
            "It was a week of unrest in an economically and socially troubled land.",
            ["It was a week of unrest in an economically and socially troubled land."],
        ),
        (
            "Cases were found in three towns — Arka, Belt and Cano — but Orne left the valley.",
            ["Cases were found in three towns — Arka, Belt and Cano", "Orne left the valley."],
        ),
        (
            ("Some 800 were hurt since miners and other foes of the new council of Orvel took "
            "to the streets."),
            [
                "Some 800 were hurt",
                "miners and other foes of the new council of Orvel took to the streets.",
            ],
        ),
        (
            "Cases were found in Arka — the mayor left the town.",
            ["Cases were found in Arka", "the mayor left the town."],
        ),
        (
            ("A chart by the ministry showed that deaths were now eleven, up from eight on "
            "Wednesday, while cases had reached 35."),
            [
                "A chart by the ministry showed that deaths were now eleven",
                "up from eight on Wednesday",
                "cases had reached 35.",
            ],
        ),
        (
            "Two thousand miners have left, and around 41% of the valley lies empty.",
            ["Two thousand miners have left", "around 41% of the valley lies empty."],
        ),
        (
            "Figures showed that sales to Zembla slid 5.3 percent and imports from Orvel grew 31.",
            [
                "Figures showed that sales to Zembla slid 5.3 percent",
                "imports from Orvel grew 31.",
            ],
        ),
        (
            "Exports fell in May and imports logged their first rise since March.",
            ["Exports fell in May", "imports logged their first rise since March."],
        ),
        (
            "The agency fed 4.1 million refugees and 8.7 million internally displaced people.",
            ["The agency fed 4.1 million refugees and 8.7 million internally displaced people."],
        ),
        (
            "The army freed farmers and miners trapped in the pit.",
            ["The army freed farmers and miners trapped in the pit."],
        ),
        (
            "The firm met farmers and miners offered a rise by Orne.",
            ["The firm met farmers and miners offered a rise by Orne."],
        ),
        (
            "Two guards were killed and at least 13 others wounded near Orvel on Friday.",
            ["Two guards were killed", "at least 13 others wounded near Orvel on Friday."],
        ),
        (
            (
                "The miners, including three listed in grave condition and 13 in stable "
                "condition, were flown to Sula."
            ),
            [
                (
                    "The miners, including three listed in grave condition and 13 in stable "
                    "condition, were flown to Sula."
                ),
            ],
        ),
    ],
)  # fmt: skip
def test_each_thing_told_is_a_part(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


def test_two_counts_with_one_day_share_it() -> None:
    killed, hurt = claims("Six people were killed and about 90 injured Friday, the agency said.")
    assert killed.event_start == hurt.event_start == dt.date(2024, 5, 10)
    assert [q.value for q in hurt.quantities] == [90]


def test_who_vows_not_to_cordon_off_a_place_pledges() -> None:
    (claim,) = claims("Berg vowed not to cordon off the pier.")
    assert (claim.source.name, claim.stance) == ("Berg", "pledges")


def test_what_a_chart_shows_beside_is_of_the_same_speaker() -> None:
    text = "A ministry report showed that deaths were seven, while cases had reached 35."
    assert [claim.source.name for claim in claims(text)] == ["ministry", "ministry"]


def test_the_three_dead_are_counted() -> None:
    (claim,) = claims("The guard said the five dead included a nurse.")
    assert [(q.value, q.unit) for q in claim.quantities] == [(5, "dead")]


def test_a_headline_counts_who_was_saved_from_what_sinks() -> None:
    text = "Barge with 73 aboard capsizes in fog, 12 saved\n\nIt went down on Monday."
    first, second, _ = extract(read_article(text, date="2024-05-16")).claims
    assert second.evidence.of(text) == "12 saved"
    assert first.evidence.of(text) == "Barge with 73 aboard capsizes in fog"


def test_a_line_of_town_agency_and_day_claims_nothing() -> None:
    text = "Two killed in Orvel\n\nLima (AFP) May 3, 2021\n\nTwo people were killed in Orvel."
    article = read_article(text)
    assert article.date_published == dt.date(2021, 5, 3)
    assert len(extract(article).claims) == 2


@pytest.mark.parametrize(
    "opening",
    ["While declining to say how many were hurt", "Refusing to confirm the raid"],
)
def test_who_refuses_before_he_speaks_commits_to_nothing(opening: str) -> None:
    refuses, says = claims(f"{opening}, Odo Marl said that two guards had fled.")
    assert [claim.source.name for claim in (refuses, says)] == ["Odo Marl", "Odo Marl"]
    assert (refuses.stance, says.stance) == ("neither_confirms_nor_denies", "asserts")


def test_who_refuses_without_speaking_is_told_of() -> None:
    assert [c.stance for c in claims("Refusing to leave, Odo Marl hid in the barn.")] == ["asserts"]


@pytest.mark.parametrize(
    "text",
    [
        "There were also unconfirmed reports of a raid on the town of Sula.",
        "Four men are being held on suspicion of burning the mill.",
        "Some 900 miners marched in the capital Orvel Saturday to express their anger at Orne.",
    ],
)
def test_words_of_speech_that_rule_nothing_cut_nothing(text: str) -> None:
    assert parts(text) == [text]


def test_who_asks_not_to_be_named_claims_nothing_by_it() -> None:
    text = (
        "Several men attacked the mill overnight, a miner told the Courier, requesting anonymity."
    )
    assert parts(text) == ["Several men attacked the mill overnight, a miner told the Courier"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nine more bodies were dug out, a guard told the Courier, bringing the toll to 17.",
            ["Nine more bodies were dug out, a guard told the Courier", "bringing the toll to 17."],
        ),
        (
            "A mine blew up in Orvel, police said, killing 13 people and wounding 31.",
            ["A mine blew up in Orvel, police said", "killing 13 people", "wounding 31."],
        ),
        (
            "Two bodies were found, the guard said, as a hunt went on for 13 miners.",
            [
                "Two bodies were found, the guard said",
                "as a hunt went on for 13 miners.",
            ],
        ),
    ],
)  # fmt: skip
def test_what_came_of_it_is_told_behind_the_speaker(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


def test_more_than_so_many_who_act_are_held_against_nobody() -> None:
    text = "In the port alone, more than 1,300 men have been called in."
    assert parts(text) == [text]
