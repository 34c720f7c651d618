"""What hangs on a clause by time or by number, and whose it is."""

import pytest

from reading.article import read_article
from reading.claims import extract
from reading.model import Claim

# 2024-05-16 is a Thursday.


def claims(text: str) -> tuple[Claim, ...]:
    return extract(read_article(f"Headline of the day\n\n{text}", date="2024-05-16")).claims[1:]


def told(text: str) -> list[tuple[str, str]]:
    whole = f"Headline of the day\n\n{text}"
    return [(claim.source.name, claim.evidence.of(whole)) for claim in claims(text)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Residents waited in Orvel on Friday, as the toll from the flood rose to 14.",
            ["Residents waited in Orvel on Friday", "the toll from the flood rose to 14."],
        ),
        (
            "The mayor left Orvel, after rebels burned the bridge on Monday.",
            ["The mayor left Orvel", "rebels burned the bridge on Monday."],
        ),
        (
            "The mayor left Orvel, after he was warned by his guards.",
            ["The mayor left Orvel, after he was warned by his guards."],
        ),
        (
            "The raid killed 12, bringing the toll to 40, while the number of hurt was unclear.",
            ["The raid killed 12", "bringing the toll to 40", "the number of hurt was unclear."],
        ),
        (
            "Of the 12 people freed, one died on Sunday.",
            ["Of the 12 people freed, one died on Sunday."],
        ),
    ],
)
def test_a_fact_of_its_own_stands_apart(sentence: str, expected: list[str]) -> None:
    assert [words for _, words in told(sentence)] == expected


def test_days_are_counted_back_from_the_clause_before() -> None:
    left, pulled = claims("Berg resigned on Thursday, two days after the League left the cabinet.")
    assert (str(left.event_start), str(pulled.event_start)) == ("2024-05-16", "2024-05-14")
    assert pulled.event_start == pulled.event_end


def test_what_came_before_a_demand_is_the_word_of_the_report() -> None:
    assert told("The mayor asked people to leave, after a dam burst near Sula on Monday.") == [
        ("mayor", "The mayor asked people to leave"),
        ("narrator", "a dam burst near Sula on Monday."),
    ]


@pytest.mark.parametrize(
    ("sentence", "speakers", "values"),
    [
        ("The army said it killed 300 men, higher than the 288 given by the ministry.",
         ["army", "ministry"], [300, 288]),
        ("The ministry counted 90 dead, compared with 40 reported by the army.",
         ["ministry", "army"], [90, 40]),
        ("Police put the dead at 90, against 40 announced by the army.",
         ["Police", "army"], [90, 40]),
        ("The fire burned 90 hectares, up from 40 recorded by rangers.",
         ["narrator", "rangers"], [90, 40]),
        ("The ministry counted 90 dead, compared with 40 in May.",
         ["ministry", "ministry"], [90, 40]),
    ],
)  # fmt: skip
def test_the_other_figure_is_of_who_gave_it(
    sentence: str, speakers: list[str], values: list[float]
) -> None:
    found = claims(sentence)
    assert [claim.source.name for claim in found] == speakers
    assert [quantity.value for claim in found for quantity in claim.quantities] == values


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Gunmen burned homes, according to a chief in Orvel, who also said eight men died.",
            [
                ("chief in Orvel", "Gunmen burned homes, according to a chief in Orvel"),
                ("chief in Orvel", "who also said eight men died."),
            ],
        ),
        (
            "The boat sank, said the coastguard, which lifted 62 people from the sea.",
            [
                ("coastguard", "The boat sank, said the coastguard"),
                ("narrator", "which lifted 62 people from the sea."),
            ],
        ),
        (
            "The boat sank, said the coastguard, which has its seat in Orvel.",
            [("coastguard", "The boat sank, said the coastguard, which has its seat in Orvel")],
        ),
        (
            "According to the council, 367 people, including 12 women, had been freed.",
            [
                (
                    "council",
                    "According to the council, 367 people, including 12 women, had been freed.",
                )
            ],
        ),
        (
            "Berg last week said he would resign.",
            [("Berg", "Berg last week said he would resign.")],
        ),
        (
            "Fourteen workers confirmed dead in the Orvel mine.",
            [("narrator", "Fourteen workers confirmed dead in the Orvel mine.")],
        ),
        (
            "The quake struck at 8:39 a.m. Orvel time, the agency said.",
            [("agency", "The quake struck at 8:39 a.m. Orvel time, the agency said")],
        ),
    ],
)
def test_what_hangs_on_a_speaker(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert told(sentence) == expected
