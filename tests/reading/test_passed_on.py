"""Speech passed on, read out or left without a speaker, and days that a clause only mentions."""

import datetime as dt

import pytest

from reading.article import read_article
from reading.claims import extract
from reading.model import Claim

DAY = dt.date(2024, 5, 14)  # a Tuesday


def claims(text: str) -> tuple[Claim, ...]:
    return extract(read_article(f"Headline of the day\n\n{text}", date=DAY)).claims[1:]


def sources(text: str) -> list[str]:
    return [claim.source.name for claim in claims(text)]


def dates(text: str) -> list[tuple[str | None, str | None]]:
    return [
        (c.event_start and str(c.event_start), c.event_end and str(c.event_end))
        for c in claims(text)
    ]


@pytest.mark.parametrize(
    ("sentence", "source", "via"),
    [
        ("The agency quoted a pilot as saying that the pier was gone.", "pilot", "agency"),
        ("The agency cited a pilot as saying he saw reports of fire.", "pilot", "agency"),
        ("“It burned,” a man was quoted as saying on the radio.", "man", None),
        ("A pilot was quoted by the agency as saying that the pier was gone.", "pilot", None),
        ("“All is lost,” the ministry statement read.", "ministry", None),
        ("A woman, who was not named, reported hearing three blasts.", "woman", None),
        ("Roe told the radio of her anger over the letter.", "Roe", None),
        ("The letter – sent to the mayor on Monday – said that the pier was gone.", "letter", None),
    ],
)
def test_the_one_who_speaks_is_named(sentence: str, source: str, via: str | None) -> None:
    (claim,) = claims(sentence)
    assert (claim.source.name, claim.source.via) == (source, via)


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Orvel has reported 12 cases of cholera.", "Orvel"),
        ("At least 30 countries have reported cases.", "narrator"),
        ("The court rejected the appeal.", "narrator"),
        ("Voters rejected the new charter.", "narrator"),
        ("The ministry rejected the accusation.", "ministry"),
        ("The court has a week to reach a decision and announce it.", "narrator"),
    ],
)
def test_what_only_looks_like_speech_is_told_apart(sentence: str, source: str) -> None:
    assert sources(sentence) == [source]


@pytest.mark.parametrize(
    "name",
    [
        "Orvel Meteorology, Climatology and Geophysics Agency",
        "Ministry of Land, Roads and Transport",
    ],
)
def test_a_name_with_commas_is_one_body(name: str) -> None:
    assert sources(f"The {name} said that the tremor was deep.") == [name]


def test_a_headline_says_a_thing_without_a_verb() -> None:
    found = extract(read_article("Orvel says truce 'still alive'\n\nIt rained.", date=DAY)).claims
    assert found[0].source.name == "Orvel"


def test_a_quotation_alone_is_whose_speech_came_before() -> None:
    text = (
        "In a statement, Ana Roe said the firm was aware of it.\n\n“We will go on with the work.”"
    )
    assert sources(text) == ["Ana Roe", "Ana Roe"]


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("The bank wants to halve the rate by 2026.", ("2024-05-14", "2026-12-31")),
        ("The plant had been due to close by 2022.", (None, "2022-12-31")),
        ("The blast was the deadliest since 2015.", (None, "2024-05-14")),
        ("Talks resume on Thursday.", ("2024-05-16", "2024-05-16")),
        ("The ban takes effect on 1 July.", ("2024-07-01", "2024-07-01")),
        ("A court sentenced her to seven years in prison.", (None, "2024-05-14")),
    ],
)
def test_the_day_of_the_event(sentence: str, days: tuple[str | None, str | None]) -> None:
    assert dates(sentence) == [days]


def test_an_hour_before_two_is_an_hour_of_the_day_spoken_of() -> None:
    friday = ("2024-05-10", "2024-05-10")
    assert dates("A quake hit Orvel on Friday. It struck just before 2 a.m.") == [friday, friday]


def test_since_after_a_superlative_opens_no_clause_of_its_own() -> None:
    assert len(claims("It was the first case since a general was tried in 2001.")) == 1


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("The crash killed all nine people aboard.", [9]),
        ("She was fined 70m Egyptian pounds.", [70_000_000]),
        ("The firm has 5m customers.", [5_000_000]),
        ("The tower is 70m tall.", [70]),
        ("The storm left 1.1M without power.", [1_100_000]),
        ("They were jailed for seven years.", [7]),
    ],
)
def test_what_is_counted(sentence: str, values: list[float]) -> None:
    (claim,) = claims(sentence)
    assert [quantity.value for quantity in claim.quantities] == values


def test_a_short_english_text_is_no_hungarian() -> None:
    assert sources("The inquiry could take a year before a cause is found.") == ["narrator"]


@pytest.mark.parametrize(
    ("sentence", "source", "via"),
    [
        ("The army accused Orvel of a raid, Sky News reported.", "army", "Sky News"),
        ("“We are ready,” said a statement by the Orvel army.", "Orvel army", None),
        ("Roe called it “late” but insisted the “so-called army must go.”", "Roe", None),
        ("They turned back, saying they would wait, according to the army.", "army", None),
        ("Rights Watch has documented 24 deaths.", "Rights Watch", None),
        ("Most of those on board, believed to be men, were from Orvel.", "narrator", None),
    ],
)
def test_who_speaks_and_who_passes_it_on(sentence: str, source: str, via: str | None) -> None:
    found = claims(sentence)
    assert {(claim.source.name, claim.source.via) for claim in found} == {(source, via)}


def test_two_speakers_stand_side_by_side() -> None:
    text = (
        "As Orvel declared three days of mourning, police said it was unclear who had been aboard."
    )
    assert sources(text) == ["Orvel", "police"]
    text = (
        "A survivor said the boat was full, and an official who asked not to be named said it sank."
    )
    assert sources(text) == ["survivor", "official"]
    (first, second) = claims(
        "The agency estimated up to 400 while Orvel declined to speculate on it."
    )
    assert (first.source.name, first.quantities[0].value) == ("agency", 400)
    assert (second.source.name, second.stance) == ("Orvel", "neither_confirms_nor_denies")


def test_nobody_says_a_headline_of_what_is_feared() -> None:
    found = extract(
        read_article("Hundreds feared dead as boat sinks\n\nIt rained.", date=DAY)
    ).claims
    assert (found[0].source.name, found[0].certainty) == ("narrator", "possible")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Orvel’s rights commission spoke. According to its report, nine died.", "Orvel’s rights"),
        ("Orvel’s central bank raised its rate, the bank said on Friday.", "Orvel’s central bank"),
        ("Envoy Musa Faki Omar came on Monday. Faki urged calm.", "Musa Faki Omar"),
        ("Ana Roe came on Monday. She fled, the 34-year-old said.", "Ana Roe"),
        ("The coast guard said the ship sank. Nobody was hurt, he added.", "coast guard"),
    ],
)
def test_a_short_mention_finds_the_full_one(text: str, source: str) -> None:
    assert sources(text)[-1].startswith(source)


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("Talks planned for last weekend in Orvel failed.", ("2024-05-11", "2024-05-12")),
        ("Since the strike began two weeks ago, 39 have died.", ("2024-04-29", "2024-05-14")),
        ("Orvel has seen four coups since it became free in 1974.", ("1974-01-01", "2024-05-14")),
    ],
)
def test_the_day_of_what_began_or_was_to_be(sentence: str, days: tuple[str, str]) -> None:
    assert dates(sentence) == [days]


def test_an_agency_before_a_dash_is_no_part_of_the_claim() -> None:
    whole = "Headline of the day\n\n(CNN) — A plane came down in Orvel, police said."
    (claim,) = extract(read_article(whole, date=DAY)).claims[1:]
    assert claim.evidence.of(whole) == "A plane came down in Orvel, police said"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Gunmen killed two in a village, a resident and a guard said, in a raid blamed on him.",
            ["resident and a guard"],
        ),
        ("The toll may rise, the agency reported citing a source.", ["source"]),
        ("It rained when one of their leaders announced it.", ["narrator", "one of their leaders"]),
        ('"This is rare because it rained", said Fein, who saw it.', ["Fein"]),
        (
            "Roe, on a visit to Orvel, lashed out at it, saying a ban was wrong.",
            ["narrator", "Roe"],
        ),
        ("Orvel’s top court met. The court said it rose. It said it was done.", None),
    ],
)
def test_speakers_of_the_news_agencies(sentence: str, expected: list[str] | None) -> None:
    found = sources(sentence)
    assert found == (expected or ["narrator", "Orvel’s top court", "Orvel’s top court"])


def test_a_quotation_after_a_sentence_about_somebody_is_that_persons() -> None:
    text = "The mayor of Orvel, Ana Roe, met reporters on Monday.\n\n“We lost the bridge at noon.”"
    assert sources(text) == ["narrator", "Ana Roe"]


def test_two_days_joined_by_and_are_both_meant() -> None:
    assert dates("Bombs went off on Friday and Saturday.") == [("2024-05-10", "2024-05-11")]


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Reuters reports at least 12 people died.", "Reuters"),
        ("Roe is quoted by the Times saying the law was unfair.", "Roe"),
        ("Police identified the suspect as Tim Orne.", "Police"),
        ("Witnesses described hearing a loud bang.", "Witnesses"),
        ("The report found that the pilot was tired.", "report"),
        ("A poll by the Times put Roe on 52%.", "Times"),
        ("The result means Orvel will play in the final.", "narrator"),
    ],
)
def test_who_stands_behind_it(sentence: str, source: str) -> None:
    assert sources(sentence) == [source]


def test_what_a_thing_means_is_yet_to_come() -> None:
    assert dates("The result means Orvel will play in the final.") == [("2024-05-14", None)]


def test_a_thing_in_quotation_marks_is_no_speech() -> None:
    told = "Tim Orne recalled that Elbonia had concluded a “lasting friendship” in which they help."
    assert sources(told) == ["Tim Orne"]
    assert sources("Tim Orne said the “door remains open”.") == ["Tim Orne"]
