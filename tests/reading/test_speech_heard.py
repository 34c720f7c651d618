"""Who speaks, where something stands between the speaker, the cue and what is said."""

import pytest

from reading.article import read_article
from reading.claims import extract


def told(text: str) -> list[tuple[str, str]]:
    article = read_article(f"Headline of the day\n\n{text}", date="2024-05-16")
    return [(c.source.name, c.evidence.of(article.text)) for c in extract(article).claims[1:]]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Anna Berg, a colonel, said unidentified gunmen attacked a village.", "Anna Berg"),
        ("Orne said armed men had burned the market.", "Orne"),
        (
            "Berg, a spokesman for the ministry, said in the past 10 weeks, 97 men have died.",
            "Berg",
        ),
        ("The agency says the fund, for now, will feed 5.7 million people.", "agency"),
        ("It said men of the Lake Front, on May 7, burned 17 lorries.", "it"),
        ("The United Nations estimates seven-million people are short of food.", "United Nations"),
        ("The Courier quoted Anna Berg, a colonel, as saying two men died.", "Anna Berg"),
        ("Zemblan officials have, however, denied any part in the raid.", "Zemblan officials"),
    ],
)
def test_the_speaker_is_heard(sentence: str, speaker: str) -> None:
    assert [name for name, _ in told(sentence)] == [speaker]


def test_a_second_count_is_of_the_same_speaker() -> None:
    assert told("The army said that only two men died, while four were hurt in the raid.") == [
        ("army", "The army said that only two men died"),
        ("army", "four were hurt in the raid."),
    ]


def test_what_another_offers_meanwhile_is_told_by_the_report() -> None:
    assert [name for name, _ in told("The army said two men died, while Orvel offered talks.")] == [
        "army",
        "narrator",
    ]


def test_the_charity_is_no_hospital() -> None:
    text = "Help the Young said a shell hit Orvel hospital. Two died, the charity said."
    assert [name for name, _ in told(text)] == ["Help the Young", "Help the Young"]


def test_a_body_is_not_whoever_heads_it() -> None:
    text = "OFR Director of Supplies Jan Berg says two died. The OFR is asking for help."
    assert told(text)[1][0] == "OFR"


@pytest.mark.parametrize(
    "sentence",
    [
        "At least 14 boys and 25 men suspected of fraud and theft were arrested.",
        "Around 250 prisoners were pushed back just before they could escape.",
    ],
)
def test_what_is_one_claim_stays_whole(sentence: str) -> None:
    assert told(sentence) == [("narrator", sentence)]
