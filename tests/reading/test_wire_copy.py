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
        ("Guards said improvised explosive devices killed 13 men.", "Guards", "asserts"),
        ("According to the council at least 13 miners died in the blast.", "council", "asserts"),
        ("According to Berg 13 miners died in the blast.", "Berg", "asserts"),
        ("According to Berg the vote was fair.", "Berg", "asserts"),
        ("According to the mayor of Orvel, 13 miners died.", "mayor of Orvel", "asserts"),
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


def parts(text: str) -> list[tuple[str, float | None, str | None, int | None]]:
    """The claims as (evidence, minimum, unit, number of the claim that it is a part of)."""
    whole = f"Headline of the day\n\n{text}"
    found = []
    for claim in claims(text):
        (quantity,) = claim.quantities
        of = None if claim.part_of is None else claim.part_of - 1
        found.append((claim.evidence.of(whole), quantity.minimum, quantity.unit, of))
    return found


def test_each_place_of_a_list_has_its_own_part_of_the_toll() -> None:
    assert parts(
        "The council said 72 people were killed, including 30 in Marla City, 22 in San Tovel, "
        "and one each in Sedda and Brenn."
    ) == [
        ("The council said 72 people were killed", 72, "people", None),
        ("including 30 in Marla City", 30, "people", 0),
        ("22 in San Tovel", 22, "people", 0),
        ("one each in Sedda and Brenn.", 1, "people", 0),
    ]


@pytest.mark.parametrize(
    ("tail", "first", "last"),
    [
        (
            ", with 11 deaths recorded in Marla province and one in Sedda province.",
            "with 11 deaths recorded in Marla province",
            "one in Sedda province.",
        ),
        (
            " (11 in Marla province and one in Sedda province).",
            "11 in Marla province",
            "one in Sedda province",
        ),
    ],
)
def test_a_toll_is_parted_where_it_says_so(tail: str, first: str, last: str) -> None:
    told = parts(f"The mayor said the death toll stood at 12{tail}")
    assert told == [
        ("The mayor said the death toll stood at 12", 12, "deaths", None),
        (first, 11, "deaths", 0),
        (last, 1, "deaths", 0),
    ]


def test_votes_in_favour_are_no_part_of_the_pages() -> None:
    (claim,) = claims("The plan has 30 pages, with 12 votes in favour.")
    assert claim.part_of is None


def evidence(text: str) -> list[str]:
    whole = f"Headline of the day\n\n{text}"
    return [claim.evidence.of(whole) for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "“An outbreak has begun. Two clinics shut. Sadly, we have lost one child,” Berg said.",
            [
                "“An outbreak has begun.",
                "Two clinics shut.",
                "we have lost one child,” Berg said",
            ],
        ),
        (
            "Berg said: “The army shelled the town. Two people died.”",
            ["Berg said: “The army shelled the town.", "Two people died.”"],
        ),
        (
            "Berg said 10,000 houses fell, 19 wells were buried and 80 mills badly damaged.",
            [
                "Berg said 10,000 houses fell",
                "19 wells were buried",
                "80 mills badly damaged.",
            ],
        ),
        (
            "Officials reported heavy losses, including collapsed walls and damaged roads.",
            ["Officials reported heavy losses, including collapsed walls and damaged roads."],
        ),
        (
            "Fighting goes on in a valley where only scattered barns and few people remain.",
            ["Fighting goes on in a valley where only scattered barns and few people remain."],
        ),
        (
            "It shook the coast, according to the survey, with its core 12 km (7 mi) from Marla.",
            [
                "It shook the coast, according to the survey",
                "with its core 12 km (7 mi) from Marla.",
            ],
        ),
    ],
)
def test_one_claim_is_cut_for_each_thing_told(text: str, told: list[str]) -> None:
    assert evidence(text) == told


def test_a_distance_in_other_units_is_counted_once() -> None:
    (claim,) = claims("The village lies 12 kilometres (7.5 miles) from Marla.")
    assert [quantity.unit for quantity in claim.quantities] == ["kilometres"]


@pytest.mark.parametrize(
    ("sentence", "source", "kind"),
    [
        ("The child died, reports broadcaster TVO (Televizia Orvel).", "TVO", "media"),
        (
            "Two men died, informs the press service of Orvel President Ada Lund.",
            "press service of Orvel President Ada Lund",
            "official_spokesperson",
        ),
        (
            "A spokesman for President Ada Lund said the town fell.",
            "spokesman for President Ada Lund",
            "official_spokesperson",
        ),
        ("The dam could burst, warned Ion Berg.", "Ion Berg", "other"),
        ("Police Lieutenant Ion Berg said it fell.", "Ion Berg", "official_spokesperson"),
        ("General Ion Berg said the town fell.", "Ion Berg", "military_spokesperson"),
        ("General Motors said it would close the plant.", "General Motors", "other"),
    ],
)
def test_the_speaker_has_his_own_name_and_kind(sentence: str, source: str, kind: str) -> None:
    (claim,) = claims(sentence)
    assert (claim.source.name, claim.source.type or "other") == (source, kind)


def test_an_age_stands_for_who_spoke_last() -> None:
    first, second = claims("Ion Berg denied it. “They lied,” the 62-year-old alleged.")
    assert (first.source.name, second.source.name) == ("Ion Berg", "Ion Berg")


@pytest.mark.parametrize(
    ("tail", "stance"),
    [
        ("calling it a step in its offensive", "asserts"),
        ("calling the report a lie", "denies"),
        ("calling on the army to leave", "requests"),
    ],
)
def test_what_is_called_by_a_word_is_not_called_for(tail: str, stance: str) -> None:
    assert claims(f"The ministry said the town fell, {tail}.")[1].stance == stance


def test_letters_reports_and_memos_say_nothing() -> None:
    (claim,) = claims("He sent letters, reports and memos to Marla.")
    assert claim.source.type == "narrator"


def test_what_comes_as_others_go_on_does_not_arrive() -> None:
    (claim,) = claims("The vote comes as both sides continue to talk.")
    assert claim.event_type != "arrival"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The dead included 22 in Orvel, 82 in Samoa and seven in Tonga.",
            [
                ("The dead included 22 in Orvel", 22, "dead", None),
                ("82 in Samoa", 82, "dead", None),
                ("seven in Tonga.", 7, "dead", None),
            ],
        ),
        (
            "It reported 360,750 outages in Orvel, 135,730 in Palm Beach County and 12 in Lete.",
            [
                ("It reported 360,750 outages in Orvel", 360_750, "outages", None),
                ("135,730 in Palm Beach County", 135_730, "outages", None),
                ("12 in Lete.", 12, "outages", None),
            ],
        ),
        (
            "Police held 30 people in Marla and 12 in Sedda, including two in Brenn.",
            [
                ("Police held 30 people in Marla", 30, "people", None),
                ("12 in Sedda", 12, "people", None),
                ("including two in Brenn.", 2, "people", 1),
            ],
        ),
    ],
)
def test_each_place_has_its_own_figure(
    text: str, told: list[tuple[str, float, str | None, int | None]]
) -> None:
    assert parts(text) == told


def test_who_speaks_after_by_both_sides_is_heard() -> None:
    first, second = claims("It was broken by both sides and Orvel said troops killed a man.")
    assert (first.source.type, second.source.name) == ("narrator", "Orvel")
