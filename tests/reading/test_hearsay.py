"""Whose word it is where a noun, a clause of its own or a bare headline tells it."""

import pytest

from reading.article import read_article
from reading.claims import extract


def heard(text: str) -> list[tuple[str, str, str]]:
    """The claims as (source, stance, evidence)."""
    found = extract(read_article(text, date="2024-05-16")).claims
    return [(claim.source.name, claim.stance, claim.evidence.of(text)) for claim in found]


def test_a_claim_that_is_denied_stands_beside_its_denial() -> None:
    text = "Brunland on Friday rebuffed a dissident group's claim it had sunk 14 patrol boats."
    assert heard(text) == [
        ("Brunland", "denies", text),
        ("dissident group", "asserts", text.partition("rebuffed ")[2]),
    ]


@pytest.mark.parametrize(
    ("sentence", "teller", "told"),
    [
        (
            "The board dismissed the union's claim that 300 nurses had left.",
            "union",
            "the union's claim that 300 nurses had left.",
        ),
        (
            "Brunland rejected Tarvia's latest accusation that it had shelled a village.",
            "Tarvia",
            "Tarvia's latest accusation that it had shelled a village.",
        ),
        (
            "Brunland denied reports by the Tarvian army that it had shelled a village.",
            "Tarvian army",
            "reports by the Tarvian army that it had shelled a village.",
        ),
    ],
)
def test_an_owner_or_by_says_whose_claim_is_denied(sentence: str, teller: str, told: str) -> None:
    denial, claim = heard(sentence)
    assert denial[1:] == ("denies", sentence)
    assert claim == (teller, "asserts", told)


def test_who_repeats_a_claim_is_part_of_its_evidence() -> None:
    text = "The paper repeated claims by the governor that four villages had been burned."
    assert heard(text) == [("governor", "asserts", text)]


def test_no_owner_leaves_it_nobody_s() -> None:
    names = [name for name, *_ in heard("The board dismissed reports that 300 nurses had left.")]
    assert names == ["board", "unattributed reports"]


@pytest.mark.parametrize(
    ("sentence", "told", "denied"),
    [
        (
            "A court in Lyon jailed Ada Orne for three years on fraud charges she has denied.",
            "A court in Lyon jailed Ada Orne for three years",
            "fraud charges she has denied.",
        ),
        (
            "Police are holding Ada Orne over the allegations that she denies.",
            "Police are holding Ada Orne",
            "the allegations that she denies.",
        ),
        (
            "Ada Orne was jailed for six years after a trial she called “a lie”.",
            "Ada Orne was jailed for six years",
            "a trial she called “a lie”.",
        ),
    ],
)
def test_the_accused_answers_in_a_clause_of_her_own(sentence: str, told: str, denied: str) -> None:
    assert heard(sentence) == [
        ("narrator", "asserts", told),
        ("Ada Orne", "denies", denied),
    ]


def test_what_is_called_names_is_no_denial() -> None:
    (_, called) = heard("Ada Orne was jailed after a trial she called “a circus”.")
    assert called == ("Ada Orne", "asserts", "a trial she called “a circus”.")


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("The police count was 9,000.", "police"),
        ("The army's own toll stood at 40 on Monday.", "army"),
        ("The government's figure is 12 dead.", "government"),
        ("The death toll was 30.", "narrator"),
        ("The vote count was 30.", "narrator"),
    ],
)
def test_whose_count_a_figure_is(sentence: str, source: str) -> None:
    assert [name for name, *_ in heard(sentence)] == [source]


@pytest.mark.parametrize(
    "sentence",
    [
        "An official at a clinic told AFP rescuers had found six people.",
        "An official at a clinic told Reuters President Berg had left the capital.",
    ],
)
def test_what_a_medium_is_told_begins_behind_its_name(sentence: str) -> None:
    assert heard(sentence) == [("official at a clinic", "asserts", sentence)]


def test_a_headline_may_leave_out_who_and_what() -> None:
    assert heard("Rebels say killed 60 soldiers but government denies\n\nTwo died.")[:2] == [
        ("Rebels", "asserts", "Rebels say killed 60 soldiers"),
        ("government", "denies", "government denies"),
    ]


def test_who_announces_in_passing_says_it() -> None:
    text = "The storm hit trains, with port authorities announcing the closure of 14 piers."
    assert heard(text) == [
        ("narrator", "asserts", "The storm hit trains"),
        ("port authorities", "asserts", text.partition(", ")[2]),
    ]


def test_what_followed_a_report_of_shaking_is_the_article_s() -> None:
    text = "Residents of Orvel reported windows breaking, and dozens of families ran uphill."
    assert heard(text) == [
        ("Residents of Orvel", "asserts", "Residents of Orvel reported windows breaking"),
        ("narrator", "asserts", "dozens of families ran uphill."),
    ]


@pytest.mark.parametrize("link", ["but this", "which"])
def test_what_another_contests_is_told_beside_it(link: str) -> None:
    text = f"The ministry says four ships were sunk, {link} is contested by the army."
    said, contested = heard(text)
    assert said == ("ministry", "asserts", "The ministry says four ships were sunk")
    assert contested[:2] == ("army", "denies")
    assert contested[2].endswith("is contested by the army.")


def test_nobody_denies_a_claim_of_his_own() -> None:
    text = "Zambia's mining ministry dismissed the union's claim that 4,300 workers had left."
    assert [name for name, *_ in heard(text)] == ["Zambia's mining ministry", "union"]


@pytest.mark.parametrize("mark", ["'", "’"])
def test_a_plural_owns_by_a_straight_mark_too(mark: str) -> None:
    text = f"Zambia dismissed the miners{mark} union's claim that 4,300 workers had left."
    assert [name for name, *_ in heard(text)] == ["Zambia", f"miners{mark} union"]


def test_a_straight_mark_closes_what_one_has_opened() -> None:
    text = "Berg called it 'a plot of workers' and left."
    assert [evidence for *_, evidence in heard(text)] == [
        "Berg called it 'a plot of workers'",
        "left.",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "A court in Ndola jailed two organisers for six months on charges they have denied.",
        "Then two organisers were jailed for six months on charges they deny.",
    ],
)
def test_they_who_deny_a_charge_are_the_accused(sentence: str) -> None:
    _, *_, denial = heard(f"The unions said 40 had left. {sentence}")
    assert denial[:2] == ("two organisers", "denies")
