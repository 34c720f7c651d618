"""Speakers told of on the way: behind a place, in a relative clause, by an acronym, by a paper."""

import datetime as dt

import pytest

from reading.article import read_article
from reading.claims import extract
from reading.model import Claim

OPENING = "Two days in Orvel\n\n"


def claims(text: str) -> tuple[Claim, ...]:
    return extract(read_article(OPENING + text, date="2024-05-16")).claims[1:]


def told(text: str) -> list[tuple[str, str | None, str]]:
    """Who says what: the name and the kind of each source with its evidence."""
    return [
        (claim.source.name, claim.source.type, claim.evidence.of(OPENING + text))
        for claim in claims(text)
    ]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            (
                "Addressing reporters in the capital, Velmar, Jon Besso, the League's envoy in "
                "Osteria, said on Tuesday the vote was fair."
            ),
            "Jon Besso",
            "official_spokesperson",
        ),
        (
            "Speaking in the port, Velmar, Jon Besso said the vote was fair.",
            "Jon Besso",
            None,
        ),
        (
            (
                "Rivals to Osterian President Ada Ghan, including his main foe Odo Marl, have "
                "disputed the count."
            ),
            "Rivals to Osterian President Ada Ghan",
            "other",
        ),
        (
            (
                "Delegates for Ada Lund as well as for the council of elders – a union of clans – "
                "said the vote was fair."
            ),
            "Delegates for Ada Lund as well as for the council of elders",
            "official_spokesperson",
        ),
        (
            "The council of elders -- a union of clans -- said the vote was fair.",
            "council of elders",
            "official_spokesperson",
        ),
        (
            "The council of elders - a union of clans - said the vote was fair.",
            "council of elders",
            "official_spokesperson",
        ),
        (
            "Ondar police said in an official microblog post that the road was open.",
            "Ondar police",
            "official_spokesperson",
        ),
        (
            "Envoy Mo Chamba said in a note that strikes had hit the port.",
            "Mo Chamba",
            "official_spokesperson",
        ),
        (
            "The Lake Survey of Osteria said the shore had sunk.",
            "Lake Survey of Osteria",
            "other",
        ),
        (
            "Sources close to the talks said a deal was near.",
            "Sources close to the talks",
            "unattributed_reports",
        ),
        (
            "“We got lost,” one trader on the ferry, who identified himself as Odo said.",
            "one trader on the ferry",
            "eyewitness",
        ),
        (
            (
                "Observers from the League have said the vote was clean, despite opposition claims "
                "of fraud."
            ),
            "Observers from the League",
            "other",
        ),
        (
            "Two men died in Orvel, said a navy statement published here on Thursday.",
            "navy",
            "military_spokesperson",
        ),
        ("The UN report last week described grim camps.", "UN", "intergovernmental_organisation"),
    ],
)
def test_the_speaker_is_who_speaks(text: str, name: str, kind: str | None) -> None:
    source = claims(text)[0].source
    assert (source.name, source.type) == (name, kind)


@pytest.mark.parametrize(
    ("role", "name", "kind"),
    [
        ("Rebel spokesman Aba Sabo", "Aba Sabo", "other"),
        ("The head of MONUC Alan Dorr", "Alan Dorr", "intergovernmental_organisation"),
        ("Osterian airforce spokesman Kico Taba", "Kico Taba", "military_spokesperson"),
        ("Osterian Secretary of State Ada Lund", "Ada Lund", "official_spokesperson"),
        ("Vice-Admiral Odo Marl", "Odo Marl", "military_spokesperson"),
        ("The army's chief, Lieutenant-Colonel Odo Marl,", "Odo Marl", "military_spokesperson"),
        ("General Odo Marl, the provincial police chief,", "Odo Marl", "official_spokesperson"),
        ("General Odo Marl, the tall one,", "Odo Marl", "military_spokesperson"),
        ("Chief of staff General Odo Marl", "Odo Marl", "military_spokesperson"),
        ("Osteria's chief geologist Leo Kand", "Leo Kand", "official_spokesperson"),
        ("The Orvel Daily, another official publication,", "Orvel Daily", "state_media"),
        ("The Orvel Daily, another old publication,", "Orvel Daily", "media"),
        ("An aide to President Ada Lund", "aide to President Ada Lund", "official_spokesperson"),
    ],
)
def test_a_role_shows_whom_somebody_speaks_for(role: str, name: str, kind: str) -> None:
    source = claims(f"{role} said the road was closed.")[0].source
    assert (source.name, source.type) == (name, kind)


def test_a_surname_keeps_the_kind_that_the_compound_title_shows() -> None:
    text = "The town fell, rebel spokesman Aba Sabo said. Sabo said that many had fled."
    assert [claim.source.type for claim in claims(text)] == ["other", "other"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "The agency said those saved from the Blue Pearl included a nurse and a cook, who "
                "said the boat turned over within minutes."
            ),
            [
                (
                    "agency",
                    "official_spokesperson",
                    "The agency said those saved from the Blue Pearl included a nurse and a cook",
                ),
                (
                    "cook",
                    "eyewitness",
                    "who said the boat turned over within minutes.",
                ),
            ],
        ),
        (
            "The Courier quoted two witnesses near the pier who said they heard a blast.",
            [
                (
                    "two witnesses",
                    "eyewitness",
                    "The Courier quoted two witnesses near the pier who said they heard a blast.",
                )
            ],
        ),
        (
            "A UN study described grim camps, with witnesses saying guards beat men.",
            [
                ("UN", "intergovernmental_organisation", "A UN study described grim camps"),
                ("witnesses", "eyewitness", "with witnesses saying guards beat men."),
            ],
        ),
        (
            "One guard was found dead, a city news portal said, citing police.",
            [
                (
                    "police",
                    "official_spokesperson",
                    "One guard was found dead, a city news portal said",
                )
            ],
        ),
        (
            "As yet no group has claimed the blast in the mill.",
            [
                (
                    "narrator",
                    "narrator",
                    "As yet no group has claimed the blast in the mill.",
                )
            ],
        ),
        (
            "Rejecting the charges, Odo Marl said he had been in Arka.",
            [
                ("Odo Marl", None, "Rejecting the charges"),
                ("Odo Marl", None, "Odo Marl said he had been in Arka."),
            ],
        ),
    ],
)
def test_each_is_heard_with_what_he_says(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


def test_rejecting_before_the_speaker_is_named_denies() -> None:
    rejects, says = claims("Rejecting the charges, Odo Marl said he had been in Arka.")
    assert (rejects.stance, says.stance) == ("denies", "asserts")


def test_the_day_is_no_part_of_whom_one_told() -> None:
    text = "“They fled,” army spokesman Odo Marl told AFP Monday."
    assert claims(text)[0].source.via == "AFP"


def test_a_call_from_a_vice_president_is_made_by_an_official() -> None:
    _, urged = claims("It followed a call from Vice President Odo Marl, who urged calm.")
    assert (urged.source.name, urged.source.type) == ("Odo Marl", "official_spokesperson")


@pytest.mark.parametrize(
    "text",
    [
        "President Ada Lund called the raid cowardly.",
        "President Ada Lund, in an address on Monday, called the count unfair.",
        "President Ada Lund issued a statement condemning the raid.",
    ],
)
def test_who_judges_a_thing_speaks(text: str) -> None:
    assert [claim.source.name for claim in claims(text)] == ["Ada Lund"]


def test_who_calls_the_police_does_not_speak() -> None:
    assert [c.source.name for c in claims("Ada Lund called the police quickly.")] == ["narrator"]


def test_a_spokesman_by_name_is_of_the_army_that_spoke_before() -> None:
    text = "Two men died, an army spokesman said. Spokesman Odo Marl said that four were hurt."
    assert [claim.source.type for claim in claims(text)] == ["military_spokesperson"] * 2


def test_what_stands_before_according_to_is_told_too() -> None:
    text = "In Orvel, late on Tuesday, according to police, a blast killed two men and hurt six."
    first, second = claims(text)
    assert first.evidence.of(OPENING + text).startswith("In Orvel, late on Tuesday")
    assert first.event_start == second.event_start == dt.date(2024, 5, 14)


@pytest.mark.parametrize("words", ["have not made comments", "are yet to make comment"])
def test_who_makes_no_comment_commits_to_nothing(words: str) -> None:
    (claim,) = claims(f"The rebels {words} on the report.")
    assert (claim.source.name, claim.stance) == ("rebels", "neither_confirms_nor_denies")
