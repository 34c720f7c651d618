"""Who speaks where several are described, where a headline has a topic, where an aside denies."""

import pytest

from reading.article import read_article
from reading.claims import extract
from reading.model import Claim


def claims(text: str) -> tuple[Claim, ...]:
    return extract(read_article(f"Headline of the day\n\n{text}", date="2024-05-16")).claims[1:]


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        (
            "Anna Berg, the mayor of Orvel, and Carl Dahl, an officer, said the pier was gone.",
            ["Anna Berg", "Carl Dahl"],
        ),
        (
            "Governor Olga Sorem, who saw the pier, and Colonel Carl Dahl said it was gone.",
            ["Olga Sorem", "Carl Dahl"],
        ),
        ("Anna Berg, Carl Dahl, and John Orne said the pier was gone.",
         ["Anna Berg", "Carl Dahl", "John Orne"]),
        ("Anna Berg, the mayor of Orvel and Sula, said the pier was gone.", ["Anna Berg"]),
    ],
)  # fmt: skip
def test_each_of_two_who_are_described_speaks(sentence: str, speakers: list[str]) -> None:
    assert [claim.source.name for claim in claims(sentence)] == speakers


def test_what_a_headline_is_about_does_not_speak() -> None:
    text = "Zembla floods: death toll passes 210\n\nZembla said on Monday that the dam had held."
    found = extract(read_article(text, date="2024-05-16")).claims
    assert [claim.source.name for claim in found] == ["narrator", "Zembla"]


def test_who_continues_to_do_something_does_not_speak() -> None:
    text = "The death toll rose to 217 on Monday, as rescuers continued to search the car parks."
    assert {claim.source.name for claim in claims(text)} == {"narrator"}


def test_which_it_denies_is_a_denial_of_its_own() -> None:
    text = "The Front has held Orvel since May; the army accuses it of taking aid, which it denies."
    held, accuses, denies = claims(text)
    assert (held.source.name, held.stance) == ("narrator", "asserts")
    assert (accuses.source.name, accuses.certainty) == ("army", "alleged")
    assert (denies.source.name, denies.stance) == ("Front", "denies")


def test_could_not_say_begins_at_could() -> None:
    article = read_article(
        "Headline of the day\n\nThe agency has flown doses to Orvel, but could not say when they "
        "would arrive.", date="2024-05-16",
    )  # fmt: skip
    _, flown, unsaid = extract(article).claims
    assert flown.evidence.of(article.text) == "The agency has flown doses to Orvel"
    assert unsaid.evidence.of(article.text) == "could not say when they would arrive."
    assert unsaid.stance == "neither_confirms_nor_denies"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Chief Robert Orne of the Sula called it a victory.", "Robert Orne"),
        (
            "A spokesperson for Transport Minister Anna Berg said the pier was gone.",
            "spokesperson for Transport Minister Anna Berg",
        ),
        (
            "The army said the raids on Orvel, in which 270 drones were launched, had been heavy.",
            "army",
        ),
        ("The package also freezes the assets of 75 firms, Anna Berg told reporters.", "Anna Berg"),
    ],
)
def test_who_speaks_of_a_title_an_aside_or_a_verb_behind_also(sentence: str, name: str) -> None:
    (claim,) = claims(sentence)
    assert claim.source.name == name


def test_the_company_is_the_one_that_spoke_and_no_person() -> None:
    text = (
        "The court said it would hear the Orne Nations. Zembla Energy said it was disappointed. "
        "The company said about 2,400 people worked there."
    )
    assert [c.source.name for c in claims(text)] == ["court", "Zembla Energy", "Zembla Energy"]


def test_measures_that_are_dismissed_were_no_claim() -> None:
    *_, dismissed = claims("Orvel announced sanctions. Zembla’s ministry dismissed the measures.")
    assert (dismissed.stance, dismissed.antecedent) == ("denies", None)


def test_a_strike_of_a_union_is_a_protest_and_no_attack() -> None:
    strike, _ = claims("The ports were hit by a strike. The union is demanding more pay.")
    assert strike.event_type == "protest"
    (strike,) = claims("The army said the strike had killed two soldiers.")
    assert strike.event_type != "protest"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Police said 900 people came; organisers spoke of 3,000.", ["Police", "organisers"]),
        ("The army said it had fired. It was unclear who was hit.", ["army", "narrator"]),
        ("A mayor said he had fled. His fate is unknown.", ["mayor", "narrator"]),
        ("A small aid group, Casa do Povo, said it knew of seven deaths.", ["Casa do Povo"]),
        ("Wrong, answered Karl Weber.", ["Karl Weber"]),
    ],
)
def test_who_speaks_of_a_number_answers_or_cannot_be_known(text: str, speakers: list[str]) -> None:
    assert [claim.source.name for claim in claims(text)] == speakers


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Nine were bandaged at the scene.", 9),
        ("Four were sent to Orvel.", 4),
        ("Police said 900 people came; organisers spoke of 3,000.", 3000),
    ],
)
def test_a_number_without_its_noun_counts(sentence: str, value: float) -> None:
    assert claims(sentence)[-1].quantities[0].value == value
