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


@pytest.mark.parametrize(
    ("sentence", "name", "via"),
    [
        ("The army acknowledged striking the airport.", "army", None),
        ("Students charged that police beat him.", "Students", None),
        ("The board considers that six of them were killed.", "board", None),
        ("Orne downplayed the raid as “not the biggest”.", "Orne", None),
        (
            "Orvel expelled two men, the ministry said on Monday, Reuters reports.",
            "ministry",
            "Reuters",
        ),
    ],
)
def test_who_concedes_weighs_and_passes_on(sentence: str, name: str, via: str | None) -> None:
    (claim,) = claims(sentence)
    assert (claim.source.name, claim.source.via) == (name, via)


def test_letters_are_no_short_form_of_a_longer_name() -> None:
    found = claims("The UN agency for peace said two died. The UN said six were hurt.")
    assert [claim.source.name for claim in found] == ["UN agency for peace", "UN"]


def test_two_who_urge_share_one_aside() -> None:
    found = claims("Orvel and Zembla urged Sula to stop, irking Anna Berg, who vowed to go on.")
    assert [claim.source.name for claim in found] == ["Orvel", "narrator", "Zembla"]


def test_a_headline_ends_with_its_speaker_behind_a_figure_too() -> None:
    text = "Over 8,100 reach safety after raid, UN says\n\nSULA (Orvel), April 2 (RVN) — It rained."
    found = extract(read_article(text, date="2024-05-16")).claims
    assert [(c.source.name, c.evidence.of(text)) for c in found] == [
        ("UN", "Over 8,100 reach safety after raid, UN says"),
        ("narrator", "It rained."),
    ]


def test_aides_give_no_aid() -> None:
    (claim,) = claims("Two aides of the mayor left the town.")
    assert claim.event_type != "aid_supply"
