"""Who answers in passing: ", a charge that Orvel rejected", the firm that owns it, last week."""

import pytest

from reading.article import read_article
from reading.claims import extract


def heard(text: str) -> list[tuple[str, str, str]]:
    """The claims as (source, stance, evidence)."""
    whole = f"Headline of the day\n\n{text}"
    found = extract(read_article(whole, date="2024-05-16")).claims[1:]
    return [(claim.source.name, claim.stance, claim.evidence.of(whole)) for claim in found]


@pytest.mark.parametrize(
    "answer",
    [
        "a charge that Orvel rejected within hours.",
        "an accusation that Orvel denied.",
        "a charge Orvel denies.",
        "which Orvel rejected.",
    ],
)
def test_an_answer_beside_the_charge_is_a_denial_of_its_own(answer: str) -> None:
    assert heard(f"Zembla accused Orvel on Friday of massing soldiers near Brenn, {answer}") == [
        ("Zembla", "asserts", "Zembla accused Orvel on Friday of massing soldiers near Brenn"),
        ("Orvel", "denies", answer),
    ]


@pytest.mark.parametrize(
    ("text", "source", "stance"),
    [
        ("Ostara, the firm that owns the mill, rejected the allegation.", "Ostara", "denies"),
        ("Ostara, the firm that owns the mill, said the door was open.", "Ostara", "asserts"),
        (
            "The mayor, Ada Orne, said late on Thursday that the ship had left.",
            "Ada Orne",
            "asserts",
        ),
        ("Ada Orne said early on Thursday that the ship had left.", "Ada Orne", "asserts"),
        ("Last month the army said it had retaken the road.", "army", "asserts"),
        ("This week Zembla said it had found the ship.", "Zembla", "asserts"),
        ("According to Ostara there were 21 sailors on board.", "Ostara", "asserts"),
        ("According to Roe it was dark when the ship sank.", "Roe", "asserts"),
        ("“This is a fantasy,” Ada Orne wrote on Friday.", "Ada Orne", "denies"),
        ("“That does not match the facts,” Ada Orne said.", "Ada Orne", "denies"),
        ("“That does not match the colours,” Ada Orne said.", "Ada Orne", "asserts"),
    ],
)
def test_the_speaker_is_heard_whatever_stands_beside(text: str, source: str, stance: str) -> None:
    assert [told[:2] for told in heard(text)] == [(source, stance)]


@pytest.mark.parametrize(
    "cue",
    [
        "could not verify the report.",
        "could not independently verify the report.",
        "could not independently confirm the report.",
        "was unable to verify the report.",
        "was unable to confirm the report.",
        "was unable to independently verify the report.",
    ],
)
def test_who_cannot_verify_does_not_commit(cue: str) -> None:
    (told,) = heard(f"The Red Cross {cue}")
    assert told[:2] == ("Red Cross", "neither_confirms_nor_denies")
