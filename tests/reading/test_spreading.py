"""Days that clauses share, bodies behind "it", and what is relative after all."""

import datetime as dt

import pytest

from reading.article import read_article
from reading.claims import extract
from reading.model import Claim

DAY = dt.date(2024, 5, 14)  # a Tuesday


def claims(text: str) -> tuple[Claim, ...]:
    return extract(read_article(f"Headline of the day\n\n{text}", date=DAY)).claims[1:]


def days(text: str) -> list[tuple[str | None, str | None]]:
    return [
        (c.event_start and str(c.event_start), c.event_end and str(c.event_end))
        for c in claims(text)
    ]


MONDAY = ("2024-05-13", "2024-05-13")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Guards shot dead three people and hurt at least nine on Monday.", [MONDAY, MONDAY]),
        ("Twelve people were killed and 30 were wounded on Monday.", [MONDAY, MONDAY]),
        ("The court rejected the appeal and freed a man on Monday.", [MONDAY, MONDAY]),
        ("The premier fled, and a crowd cheered on Monday.", [(None, "2024-05-14"), MONDAY]),
    ],
)
def test_a_day_at_the_end_belongs_to_all_that_one_did(
    sentence: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert days(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        ("It has built homes since 2022, when many had to leave.", "2022-12-31"),
        ("It has built homes since March 2022, when many had to leave.", "2022-03-31"),
        ("It has built homes since 4 March 2022, when many had to leave.", "2022-03-04"),
    ],
)
def test_when_tells_of_the_time_that_since_names(sentence: str, last: str) -> None:
    assert days(sentence)[1][1] == last


def test_a_count_is_of_the_year_that_it_is_made_for() -> None:
    assert days("In 2023, the agency counted 1,300 dead.") == [("2023-01-01", "2023-12-31")]
    assert days("On Monday, the agency counted 1,300 dead.") == [(None, "2024-05-13")]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Orvel Marine denies it. In a letter on Monday, it said it would stay.", "Orvel Marine"),
        ("The Red Cross treated 31 people, it said. The aid group did not say why.", "Red Cross"),
        ("The army will go, it said. The port authority is shut, it said.", "port authority"),
    ],
)
def test_it_is_the_body_that_acts_or_spoke(text: str, source: str) -> None:
    assert claims(text)[-1].source.name == source


def test_a_report_that_somebody_published_is_one_subject() -> None:
    (claim,) = claims("A report that he published in March had warned that magma was rising.")
    assert claim.attribution == "indirect"


def test_a_relative_clause_gives_a_place_no_verb() -> None:
    text = "Marches took place in Kisu and Momba, where shops stayed closed, the radio reported."
    assert len(claims(text)) == 2


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Three buses were set on fire in Orvel.", (None, "2024-05-14")),
        ("The vote was set to be held in Orvel.", ("2024-05-14", None)),
        ("It was not clear whether the road would reopen.", ("2024-05-14", None)),
    ],
)
def test_what_is_set_on_fire_has_burned(
    sentence: str, expected: tuple[str | None, str | None]
) -> None:
    assert days(sentence) == [expected]


def test_a_headline_tells_what_was_done_after_its_comma() -> None:
    found = extract(read_article("Volcano erupts, town evacuated\n\nIt rained.", date=DAY)).claims
    assert [claim.sentence for claim in found] == [0, 0, 1]


@pytest.mark.parametrize(
    ("text", "source", "value"),
    [
        ("Rescuers counted 20 dead. The police put it at 18.", "police", 18),
        ("Orvel’s energy ministry gave a lower figure: 1.8 billion.", "Orvel’s energy", 1.8e9),
        ("Police had earlier given the number of dead as seven.", "Police", 7),
    ],
)
def test_who_gives_a_figure(text: str, source: str, value: float) -> None:
    claim = claims(text)[-1]
    assert claim.source.name.startswith(source)
    assert [quantity.value for quantity in claim.quantities] == [value]


@pytest.mark.parametrize(
    ("text", "source", "stance"),
    [
        ("The bus company, Ruiz Lines, denied that.", "Ruiz Lines", "denies"),
        ("Orvel offered to send boats.", "Orvel", "pledges"),
        ("Police have not said whether it sank.", "Police", "neither_confirms_nor_denies"),
        ("His colleague, Ana Roe, called it too early to judge.", "Ana Roe", "asserts"),
        ("Ana Roe called the vote a sham.", "Ana Roe", "asserts"),
        ("Ana Roe called a meeting in Orvel.", "narrator", "asserts"),
        ("Orvel’s ministry met. A clerk for its embassy spoke. The ministry denied this.",
         "Orvel’s ministry", "denies"),
    ],
)  # fmt: skip
def test_short_answers(text: str, source: str, stance: str) -> None:
    claim = claims(text)[-1]
    assert (claim.source.name, claim.stance) == (source, stance)


def test_what_is_said_to_lie_somewhere_lies_there_now() -> None:
    assert days("The break lies west of Orvel, the firm said.") == [(None, "2024-05-14")]
    assert days("“We can hear people,” the guard said.") == [(None, "2024-05-14")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Roe won, as the opposition cried foul and pledged to march.",
            ["narrator", "narrator", "opposition"],
        ),
        ("Six candidates, including Roe, and two leaders called for calm.", ["Six candidates"]),
        ('"Invalid, invalid," the crowd chanted.', ["crowd"]),
        ("The rebels denied that and said they held Orvel.", ["rebels", "rebels"]),
        ("When it fell, officials ran and warned that it burned.", ["narrator", "officials"]),
    ],
)
def test_whose_second_verb_it_is(sentence: str, expected: list[str]) -> None:
    assert [claim.source.name for claim in claims(sentence)] == expected


def test_two_speak_in_a_headline() -> None:
    text = "Army says coup foiled, opposition calls it staged\n\nIt rained."
    found = extract(read_article(text, date=DAY)).claims
    assert [claim.source.name for claim in found[:2]] == ["Army", "opposition"]
