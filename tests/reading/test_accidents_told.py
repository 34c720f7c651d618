"""Reports of accidents, crimes and disasters as agencies and local papers print them."""

import pytest

from reading.article import read_article
from reading.claims import extract
from reading.model import Claim


def claims(text: str, date: str = "2024-10-24") -> list[Claim]:
    return list(extract(read_article(text, date=date)).claims)


def told(text: str) -> list[tuple[str, str]]:
    article = read_article(text, date="2024-10-24")
    return [
        (claim.source.name, claim.evidence.of(article.text)) for claim in extract(article).claims
    ]


@pytest.mark.parametrize(
    "credit",
    [
        "By Vera Roe",
        "By Vera Roe and Tom Lark in Orvel",
        "(Reporting by Vera Roe; Editing by Tom Lark)",
        "Reporting by Vera Roe; Writing by Ann Moss",
    ],
)
def test_a_line_that_credits_the_writer_claims_nothing(credit):
    text = f"Bridge falls\n\n{credit}\n\nThe bridge fell on Monday."
    assert [words for _, words in told(text)] == ["Bridge falls", "The bridge fell on Monday."]


def test_a_sentence_that_begins_like_a_credit_is_a_claim():
    assert len(claims("By Monday night in Orvel the water had fallen.")) == 1


@pytest.mark.parametrize("word", ["aboard", "inside", "outside"])
def test_a_verb_behind_a_place_that_needs_no_name_is_the_verb(word):
    text = f"A tram with 12 riders {word} crashed into a wall, as police hoped to find the cause."
    assert told(text)[0] == ("narrator", f"A tram with 12 riders {word} crashed into a wall")


@pytest.mark.parametrize("day", ["Sunday, October 20", "Sunday, 20 October", "October 20, 2024"])
def test_a_day_with_a_comma_is_one_day(day):
    text = f"Nobody was hurt, Vera Roe, the mayor, told the Orvel Courier on {day}."
    (claim,) = claims(text)
    assert (claim.source.name, claim.source.via) == ("Vera Roe", "Orvel Courier")
    assert str(claim.statement_start) == "2024-10-20"


def test_what_is_told_to_a_paper_is_not_told_by_it():
    (claim,) = claims("The tests were clean, Vera Roe, the warden, told reporters on Sunday.")
    assert claim.source.name == "Vera Roe"


@pytest.mark.parametrize("word", ["though", "although", "as"])
def test_what_the_report_sets_against_a_speaker_is_its_own_word(word):
    text = f"The dam broke on Sunday, the warden said, {word} nobody was hurt."
    assert [source for source, _ in told(text)] == ["warden", "narrator"]


def test_who_acts_behind_and_goes_on_speaking():
    text = "Two men died in the crush and Orvel's mayor Vera Roe defended the use of dogs, saying"
    assert told(f"{text}: “It was bad.”")[-1] == ("Vera Roe", "saying: “It was bad.”")


def counted(text: str) -> list[tuple[float | None, str | None]]:
    return [(q.value, q.unit) for claim in claims(text) for q in claim.quantities]


def test_a_toll_may_stand_far_behind_its_noun():
    text = (
        "The death toll from landslides and devastating floods in the central highlands set off by "
        "a tropical storm climbed to 85, officials said."
    )
    assert counted(text) == [(85, "deaths")]


def test_a_magnitude_measures_no_rocks():
    assert counted("Magnitude 7.0 quake rocks towns\n\nRoofs fell.") == [(7, "magnitude")]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Strong quake rocks towns: ZRA\n\nRoofs fell.", "ZRA"),
        ("Strong quake rocks towns: Vera\n\nRoofs fell.", "narrator"),
    ],
)
def test_a_headline_may_end_with_the_initials_of_its_speaker(text, source):
    assert told(text)[0][0] == source


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("A poll had forecast a rise of 2 percent in September.", "2024-09-01"),
        ("The bank forecasts a rise of 2 percent in September.", "2025-09-01"),
    ],
)
def test_what_had_been_forecast_has_come(text, start):
    (claim,) = claims(text)
    assert str(claim.event_start) == start


@pytest.mark.parametrize(
    ("text", "told_apart"),
    [
        (
            "The floods drove thousands away, with two towns in the north still cut off on Sunday.",
            [(None, None), (2, "2024-10-20")],
        ),
        ("The storm hit the north, with 68 killed in landslides.", [(None, None), (68, None)]),
        (
            "The rate rose to 1.8% in September, compared with 1.5% in August.",
            [(1.8, "2024-09-01"), (1.5, "2024-08-01")],
        ),
    ],
)
def test_a_count_behind_with_is_a_claim_of_its_own(text, told_apart):
    found = [
        (c.quantities[0].value, c.event_start and str(c.event_start))
        if c.quantities
        else (None, None)
        for c in claims(text)
    ]
    assert [(value, day) for value, day in found] == told_apart


@pytest.mark.parametrize(
    "text", ["She met two men, with two dogs named Rex.", "He opened a shop, with 20 workers."]
)
def test_what_somebody_has_with_them_is_no_claim_of_its_own(text):
    assert len(claims(text)) == 1


def test_who_is_still_missing_needs_no_comma():
    (_, missing) = claims("The toll had risen to 82 dead with 30 people still missing.")
    assert [q.value for q in missing.quantities] == [30]


def test_a_line_of_names_alone_claims_nothing():
    assert told("The fire is out.\n\nOrvel Press") == [("narrator", "The fire is out.")]


def test_what_a_place_is_called_between_commas_does_not_speak():
    text = "In Orvel, one of the most quake-prone towns, police said there was no damage."
    assert told(text)[0][0] == "police"


def test_where_somebody_speaks_is_told_of_no_further():
    text = "The fire is out, the mayor said from Orvel, one of the worst-hit towns."
    assert len(told(text)) == 1


def test_what_is_planned_for_somebody_is_not_planned_by_the_claim():
    (claim,) = claims("Police took papers of two men who were scheduled to travel on Monday.")
    assert claim.certainty == "stated"


@pytest.mark.parametrize("sign", ["Sh", "Sh ", "KSh", "Rp"])
def test_money_with_its_sign_in_letters_is_read_whole(sign):
    assert [value for value, _ in counted(f"The house cost {sign}11 million.")] == [11_000_000]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("At least 28 were confirmed dead.", "dead"),
        ("Some 213 were still missing.", "missing"),
        ("The toll could exceed 28 deaths.", "deaths"),
    ],
)
def test_what_is_confirmed_or_still_so_is_what_is_counted(text, unit):
    assert [u for _, u in counted(text)] == [unit]


def test_two_nouns_may_have_one_verb():
    text = "Ten people were confirmed dead and 629 passengers and crew had been rescued."
    assert [words for _, words in told(text)] == [
        "Ten people were confirmed dead",
        "629 passengers and crew had been rescued.",
    ]


def test_a_body_with_its_initials_in_brackets_speaks():
    assert told("The Fisheries Agency (ZFA) estimates that 60 people are hungry.")[0][0] == (
        "Fisheries Agency"
    )


def test_a_thing_that_threatens_says_nothing():
    assert told("Drought and salt water are threatening crops.")[0][0] == "narrator"


def test_what_goes_on_behind_but_says_nothing():
    text = "He is not charged with murder, but the investigation continues."
    assert {source for source, _ in told(text)} == {"narrator"}


def test_the_day_behind_the_verb_dates_what_its_subject_did():
    (claim,) = claims("The suspect in a robbery over the weekend appeared in court Monday.")
    assert str(claim.event_start) == "2024-10-21"


def test_a_hedge_in_an_aside_is_no_hedge_of_the_claim():
    (claim,) = claims("A man, who was allegedly armed, entered a shop on Monday.")
    assert claim.certainty == "stated"


def test_pct_is_a_share():
    assert counted("The rate rose to 5.33 pct in September.") == [(5.33, "per cent")]
