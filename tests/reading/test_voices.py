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
    assert [claim.source.name for claim in claims(text)] == ["narrator"]


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
