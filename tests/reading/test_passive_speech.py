"""Speech without "said": what is confirmed by somebody, called “absurd”, stood by."""

import pytest

from reading.article import read_article
from reading.claims import extract
from reading.model import Claim


def claims(text: str) -> tuple[Claim, ...]:
    return extract(read_article(f"Headline of the day\n\n{text}", date="2024-05-16")).claims[1:]


def sources(text: str) -> list[str]:
    return [claim.source.name for claim in claims(text)]


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("The deaths were confirmed by the health ministry.", "health ministry"),
        ("The attack was claimed by the Orvel Front.", "Orvel Front"),
        ("The raid was denied by the army.", "army"),
        ("The toll is to be confirmed by Monday.", "narrator"),
        ("Another 900 are expected by the end of the month.", "narrator"),
        ("The street was closed by the army.", "narrator"),
    ],
)
def test_who_confirms_is_named_after_by(sentence: str, source: str) -> None:
    assert sources(sentence) == [source]


def test_what_is_denied_by_somebody_is_denied() -> None:
    (claim,) = claims("The raid was denied by the army.")
    assert claim.stance == "denies"


def test_who_calls_a_thing_absurd_asserts_it() -> None:
    (claim,) = claims("The embassy called the decision “absurd”.")
    assert (claim.source.name, claim.stance) == ("embassy", "asserts")


def test_what_a_thing_is_called_is_no_speech() -> None:
    assert set(sources("The council passed what it called the “Bay Act” in May.")) == {"narrator"}


def test_to_call_for_something_is_a_request() -> None:
    (claim,) = claims("The embassy called for calm.")
    assert claim.stance == "requests"


def test_to_stand_by_somebody_is_a_verb() -> None:
    assert sources("The minister said the alliance stood by Marla.") == ["minister"]


def test_what_rises_by_a_number_rises() -> None:
    (claim,) = claims("The bank said exports increased by 4 percent.")
    assert claim.source.name == "bank"


def test_all_four_are_a_subject() -> None:
    assert sources("All four deny the charges, the prosecutor said.") == ["prosecutor"]


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Some 300 people died in the fire, official figures show.", "official figures"),
        ("Some 300 people died, figures from the Orvel Agency show.", "Orvel Agency"),
    ],
)
def test_figures_at_the_end_of_a_sentence_show(sentence: str, source: str) -> None:
    assert sources(sentence) == [source]


def test_tests_confirm_and_say_nothing() -> None:
    text = "Headline of the day\n\nOf the 143 cases, 67 were confirmed by laboratory tests."
    claim = extract(read_article(text, date="2024-05-16")).claims[1]
    assert claim.source.name == "narrator"
    assert [q.value for q in claim.quantities] == [67]
