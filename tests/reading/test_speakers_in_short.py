"""Speakers named in short: by letters, by "both", by the statement or the telephone they used."""

import pytest

from reading.article import read_article
from reading.claims import extract
from reading.model import Claim

HEADLINE = "Headline of the day"


def claims(text: str) -> tuple[Claim, ...]:
    return extract(read_article(f"{HEADLINE}\n\n{text}", date="2024-05-16")).claims[1:]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The National Electoral Council (NEC) met. The NEC said two had won.",
            "National Electoral Council",
        ),
        ("The Board of Orvel (BO) met. BO said two had won.", "Board of Orvel"),
        ("The Board of Orvel (XY) met. XY said two had won.", "XY"),
        ("Berg and Orne left, though both have said they expect to win.", "Berg and Orne"),
        ("An Orvel military statement said two rockets had hit the base.", "Orvel military"),
        ("“It was late,” said Abdulle by phone from Sula.", "Abdulle"),
    ],
)
def test_the_speaker_has_the_full_name(text: str, name: str) -> None:
    assert claims(text)[-1].source.name == name


def test_who_tells_nothing_more_claims_nothing() -> None:
    found = claims("Berg said two had died. He provided no further details.")
    assert len(found) == 1


@pytest.mark.parametrize(
    ("sentence", "certainty"),
    [
        (
            "“Had it not been for Orne, the toll could have been higher,” Berg said.",
            "counterfactual",
        ),
        ("“They shot at all that they could see,” Berg said.", "stated"),
        ("“They could shoot at all of us,” Berg said.", "possible"),
    ],
)
def test_what_could_be_seen_is_stated(sentence: str, certainty: str) -> None:
    (claim,) = claims(sentence)
    assert claim.certainty == certainty


def test_as_without_a_verb_opens_no_clause() -> None:
    (claim,) = claims(
        "While Orvel aims to keep its trips as civil missions, Berg said the country was ready."
    )
    whole = "Berg said the country was ready."
    text = "While Orvel aims to keep its trips as civil missions, " + whole
    assert claim.evidence.of(f"{HEADLINE}\n\n{text}").endswith(whole)
    assert not claim.evidence.of(f"{HEADLINE}\n\n{text}").startswith("as")


def test_what_they_say_within_an_aside_is_left_there() -> None:
    (claim,) = claims("It angered countries that dispute some borders they say cut into the sea.")
    assert claim.source.name == "narrator"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Orvel has lodged a diplomatic protest over the raid.", "diplomatic_contact"),
        ("A thousand people gathered outside parliament.", "protest"),
        ("Two petrol bombs were thrown at police.", "attack"),
    ],
)
def test_protests_of_states_and_of_people(sentence: str, kind: str) -> None:
    (claim,) = claims(sentence)
    assert claim.event_type == kind
