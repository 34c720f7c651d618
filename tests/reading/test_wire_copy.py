"""Ways of saying it that wire copy is full of."""

import pytest

from reading.article import read_article
from reading.claims import extract
from reading.model import Claim


def claims(text: str) -> tuple[Claim, ...]:
    return extract(read_article(f"Headline of the day\n\n{text}", date="2024-05-16")).claims[1:]


@pytest.mark.parametrize(
    ("sentence", "source", "stance"),
    [
        ("Berg said fighting in the industrial north was heavy.", "Berg", "asserts"),
        ("The army reported shelling near the bridge.", "army", "asserts"),
        ("Anna Berg denied taking part in the raid.", "Anna Berg", "denies"),
        ("Zembla’s army on Monday claimed to have captured a village.", "Zembla’s army", "asserts"),
        ("Orvel on Tuesday rejected as “a sham” the result of the vote.", "Orvel", "denies"),
        ("Ada Lund, a nurse who ran when shots fell, said two men fled.", "Ada Lund", "asserts"),
    ],
)
def test_the_speaker_of_wire_copy_is_heard(sentence: str, source: str, stance: str) -> None:
    (claim,) = claims(sentence)
    assert (claim.source.name, claim.stance) == (source, stance)


def test_what_is_claimed_to_have_happened_lies_in_the_past() -> None:
    (claim,) = claims("Zembla’s army on Monday claimed to have captured a village.")
    assert (claim.event_start, str(claim.event_end)) == (None, "2024-05-13")


def test_what_is_claimed_to_be_a_thing_is_no_speech_of_it() -> None:
    (claim,) = claims("A boat claimed to be carrying arms was stopped.")
    assert claim.source.type == "narrator"
