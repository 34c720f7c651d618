"""Speakers and words of reports on votes, courts, raids and talks."""

import pytest

from reading.article import read_article
from reading.claims import extract
from reading.model import Claim

HEADLINE = "Headline of the day"


def claims(text: str) -> tuple[Claim, ...]:
    return extract(read_article(f"{HEADLINE}\n\n{text}", date="2024-05-16")).claims[1:]


def told(text: str) -> list[tuple[str, str]]:
    """Who says what: each source with its evidence."""
    whole = f"{HEADLINE}\n\n{text}"
    return [(claim.source.name, claim.evidence.of(whole)) for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The marchers were fined, with investigators saying they had planned a raid.",
            [
                ("narrator", "The marchers were fined"),
                ("investigators", "with investigators saying they had planned a raid."),
            ],
        ),
        (
            (
                "Two guards were killed, the army said on Monday, with medics telling Zembla Radio "
                "that six had died."
            ),
            [
                ("army", "Two guards were killed, the army said on Monday"),
                ("medics", "with medics telling Zembla Radio that six had died."),
            ],
        ),
        (
            "Stressing that any aid was a breach, Anna Orne listed new curbs on trade.",
            [
                ("Anna Orne", "Stressing that any aid was a breach"),
                ("narrator", "Anna Orne listed new curbs on trade."),
            ],
        ),
        (
            "Accusing Berg of trying to sabotage his cabinet, Orne raised the stakes.",
            [
                ("Orne", "Accusing Berg of trying to sabotage his cabinet"),
                ("narrator", "Orne raised the stakes."),
            ],
        ),
        (
            "Calling the vote “a sham,” Orvel Watch said two men were held.",
            [
                ("Orvel Watch", "Calling the vote “a sham,”"),
                ("Orvel Watch", "Orvel Watch said two men were held."),
            ],
        ),
        (
            (
                "Also held were Ali Berg, head of the Farm Party; and Ameen Sula, deputy leader "
                "of the River Party, officials said."
            ),
            [
                (
                    "officials",
                    (
                        "Also held were Ali Berg, head of the Farm Party; and Ameen Sula, deputy "
                        "leader of the River Party, officials said"
                    ),
                )
            ],
        ),
        (
            "Several men were hurt although none badly, witnesses said, and more are expected.",
            [
                (
                    "witnesses",
                    "Several men were hurt although none badly, witnesses said",
                ),
                ("witnesses", "more are expected."),
            ],
        ),
        (
            "Orvel Watch said Berg, 19, Sula, 24, and Orne, 20, were held for their views.",
            [
                (
                    "Orvel Watch",
                    "Orvel Watch said Berg, 19, Sula, 24, and Orne, 20, were held for their views.",
                )
            ],
        ),
        (
            (
                "“Armed men attacked the village” in the north, “mainly targeting guards”, "
                "according to the mayor."
            ),
            [
                (
                    "mayor",
                    (
                        "“Armed men attacked the village” in the north, “mainly targeting guards”, "
                        "according to the mayor"
                    ),
                )
            ],
        ),
        (
            "Berg said — through his lawyer — that the vote was void.",
            [("Berg", "Berg said — through his lawyer — that the vote was void.")],
        ),
        (
            (
                "The ministry said 500 had died, while a rescue chief, whose staff is small, said "
                "on television that 300 had died."
            ),
            [
                ("ministry", "The ministry said 500 had died"),
                (
                    "rescue chief",
                    "a rescue chief, whose staff is small, said on television that 300 had died.",
                ),
            ],
        ),
        (
            "The party called for talks, but rejected forming a cabinet with Orne.",
            [
                ("party", "The party called for talks"),
                ("party", "rejected forming a cabinet with Orne."),
            ],
        ),
        (
            "Berg expressed a grave concern over the pact, and Orne voiced deep regret.",
            [
                ("Berg", "Berg expressed a grave concern over the pact"),
                ("Orne", "Orne voiced deep regret."),
            ],
        ),
        (
            "Berg cited gaps in the count.",
            [("Berg", "Berg cited gaps in the count.")],
        ),
        (
            "The ministers shared the view that the pact is a threat.",
            [("ministers", "The ministers shared the view that the pact is a threat.")],
        ),
    ],
)
def test_each_speaker_has_what_is_said(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_an_owner_before_a_surname_leads_to_the_full_name_and_to_he() -> None:
    text = (
        "Merer Berg of the Lake coalition said the vote was rigged. The head of the board, Ali "
        "Sula, said it was fair. “It was not,” said the coalition’s Berg. He added that he was sad."
    )
    assert [name for name, _ in told(text)] == [
        "Merer Berg",
        "Ali Sula",
        "Merer Berg",
        "Merer Berg",
    ]


def test_a_surname_is_looked_for_below_the_headline_first() -> None:
    text = "Minister Soh Sang-mi met the envoy. Soh said the talks were good."
    whole = f"MP Soh meets envoy\n\n{text}"
    found = extract(read_article(whole, date="2024-05-16")).claims
    assert found[-1].source.name == "Soh Sang-mi"


def test_a_reason_cited_is_no_speech() -> None:
    (claim,) = claims("The rise was cited by the minister as a reason for the curbs.")
    assert claim.source.name == "narrator"


@pytest.mark.parametrize("agency", ["per Reuters", "according to Reuters"])
def test_the_agency_behind_what_somebody_said_passes_it_on(agency: str) -> None:
    (claim,) = claims(f"The ministry said two guards had died, {agency}.")
    assert (claim.source.name, claim.source.via) == ("ministry", "Reuters")


@pytest.mark.parametrize(("opens", "closes"), [("“", '"'), ('"', "”"), ("“", "”")])
def test_a_quotation_typed_by_two_hands_is_one(opens: str, closes: str) -> None:
    (claim,) = claims(f"{opens}The bridge was lost,{closes} Berg said.")
    assert (claim.source.name, claim.attribution) == ("Berg", "direct")


@pytest.mark.parametrize(
    ("sentence", "source", "cue"),
    [
        ("The union issued a statement saying two men were held.", "union", "saying"),
        ("Fifty deputies signed a letter urging Berg to resign.", "Fifty deputies", "urging"),
        ("The judge filed a suit last week accusing the mayor of theft.", "judge", "accusing"),
        ("The court ruled on Monday that the vote was void.", "court", "ruled"),
        ("She must stay in jail, the Supreme Court ruled on Tuesday.", "Supreme Court", "ruled"),
        (
            "Orvel’s Court asked the board to strip Berg so she can be tried.",
            "Orvel’s Court",
            "asked",
        ),
        ("Berg welcomed the deal.", "Berg", "welcomed"),
        ("Berg questioned the count.", "Berg", "questioned"),
        ("Orvel denounced the raid.", "Orvel", "denounced"),
        ("The agency measured the tremor at 5.1.", "agency", "measured"),
    ],
)
def test_more_ways_to_speak(sentence: str, source: str, cue: str) -> None:
    (claim,) = claims(sentence)
    assert claim.cue is not None
    whole = f"{HEADLINE}\n\n{sentence}"
    assert (claim.source.name, claim.cue.of(whole)) == (source, cue)


@pytest.mark.parametrize(
    "sentence",
    [
        "Police questioned two men.",
        "Crowds welcomed the president.",
        "The party, which has ruled since 1990, lost.",
        "The union received a letter from the mayor.",
    ],
)
def test_deeds_are_no_speech(sentence: str) -> None:
    assert [claim.source.name for claim in claims(sentence)] == ["narrator"]


def test_a_second_name_has_a_deed_of_its_own() -> None:
    assert told("Berg welcomed the deal and Orne questioned the count.") == [
        ("Berg", "Berg welcomed the deal"),
        ("Orne", "Orne questioned the count."),
    ]


def test_what_the_other_side_claims_of_a_denied_raid_is_theirs() -> None:
    assert told("Orvel denied the raid on Sula, where Zembla claimed two guards had died.") == [
        ("Orvel", "Orvel denied the raid on Sula"),
        ("Zembla", "Zembla claimed two guards had died."),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "In a statement, the council said two died. The statement said more would come.",
            "council",
        ),
        (
            "Lake’s Guard Army said two died. The Guard Army said six were hurt.",
            "Lake’s Guard Army",
        ),
        (
            (
                "The head of the Orvel Observatory for Peace, Ada Orne, said two died. The "
                "Observatory said six were hurt."
            ),
            "Orvel Observatory for Peace",
        ),
    ],
)
def test_a_body_is_called_by_its_longer_name(text: str, name: str) -> None:
    assert claims(text)[-1].source.name == name


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("No soldier had crossed the river, Berg said.", "denies"),
        ("Berg said none of the guards fired.", "denies"),
        ("Berg said no decision was taken.", "asserts"),
        ("Berg said no trains were running.", "asserts"),
    ],
)
def test_a_deed_that_nobody_did_is_denied(sentence: str, stance: str) -> None:
    (claim,) = claims(sentence)
    assert claim.stance == stance


def test_what_is_intended_is_planned() -> None:
    (claim,) = claims("Berg said she intended to run for a seat.")
    assert claim.certainty == "planned"


def test_a_case_is_one_at_law_where_a_report_tells_of_a_court() -> None:
    assert claims("The court met. The case now goes to the board.")[1].event_type == "crime"
    assert claims("The clinic met. The case now goes to the board.")[1].event_type == "health"


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("The court upheld Berg’s 2022 conviction for theft.", None, "2024-05-16"),
        ("A court jailed two men over marches in Sula in 2017.", None, "2024-05-16"),
        ("Berg was charged in 2019 with theft.", "2019-01-01", "2019-12-31"),
        ("The 2022 election was marred by theft.", "2022-01-01", "2022-12-31"),
        ("Zembla demanded the release of six men arrested on May 6.", "2024-05-16", None),
        ("Zembla demanded the release of six men by June 6.", "2024-05-16", "2024-06-06"),
    ],
)
def test_a_day_of_another_deed_does_not_date_the_claim(
    sentence: str, start: str | None, end: str | None
) -> None:
    (claim,) = claims(sentence)
    begun, ended = claim.event_start, claim.event_end
    assert (begun and str(begun), ended and str(ended)) == (start, end)


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("Three quarters of the voters chose Berg.", []),
        ("It fell to minus 7 degrees.", [(-7, "degrees")]),
        (
            "Six Dutch, three Thai and two Swiss guests left.",
            [(6, "guests"), (3, "guests"), (2, "guests")],
        ),
        ("Police say 1,400 Israelis left.", [(1400, "Israelis")]),
        ("The two Koreas met.", []),
    ],
)
def test_numbers_of_nations_fractions_and_frost(
    sentence: str, counted: list[tuple[float, str]]
) -> None:
    (claim,) = claims(sentence)
    assert [(q.value, q.unit) for q in claim.quantities] == counted


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("One witness, who said he ran, told Reuters two people were shot.", ["One witness"]),
        ("Zembla and the United Front accuse Orvel of theft.", ["Zembla", "United Front"]),
        ("Fifty have died, according to the board last week.", ["board"]),
        ("The Foreign Office in a statement rejected the report.", ["Foreign Office"]),
        ("Berg insisted throughout the campaign that she won.", ["Berg"]),
        ("The mayor said a “small group” of ‘Sula’ guards fled.", ["mayor"]),
        ("Flare-ups have stoked fears of a return to war.", ["narrator"]),
        (
            (
                "The governor of the Orvel region said six died. In Sula, the regional governor "
                "said two died."
            ),
            ["governor of the Orvel region", "regional governor"],
        ),
    ],
)
def test_who_speaks_in_reports_of_war(text: str, names: list[str]) -> None:
    assert [name for name, _ in told(text)] == names


def test_the_dash_of_a_dateline_may_stand_close() -> None:
    text = "SULA (Reuters) -Orvel's army said on Tuesday it had taken the town."
    assert told(text) == [("Orvel's army", text.partition("-")[2])]


def test_reports_that_are_denied_are_denied_as_one() -> None:
    found = claims("Orvel rejected reports that troops had crossed the river and burned a post.")
    assert [(c.source.name, c.stance) for c in found] == [
        ("Orvel", "denies"),
        ("unattributed reports", "asserts"),
        ("unattributed reports", "asserts"),
    ]


def test_what_a_report_adds_to_a_verdict_has_no_cue() -> None:
    first, second = claims("Orvel condemned the raid and put its guards on alert.")
    assert first.cue is not None
    assert (second.source.name, second.cue, second.attribution) == ("narrator", None, "narrator")


def test_what_an_agency_adds_behind_where_is_the_agency_s() -> None:
    assert told("The war has spread to Sula, where around 2,000 fled, according to the board.") == [
        ("board", "The war has spread to Sula"),
        ("board", "where around 2,000 fled, according to the board"),
    ]


def test_but_is_no_part_of_a_claim() -> None:
    assert told("But the vote was held on Monday.") == [
        ("narrator", "the vote was held on Monday.")
    ]


@pytest.mark.parametrize(
    ("sentence", "end"),
    [
        ("The raid broke a truce agreed in March, Berg said on Monday.", "2024-05-13"),
        ("Fifty have died in marches against the May 1 coup, Berg said on Monday.", "2024-05-13"),
        ("Berg reported two men shot on May 1.", "2024-05-01"),
    ],
)
def test_a_truce_and_a_coup_have_days_of_their_own(sentence: str, end: str) -> None:
    (claim,) = claims(sentence)
    assert str(claim.event_end) == end


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The army has recaptured the town.", "attack"),
        ("The group has been waging an insurgency since May.", "combat_participation"),
        ("Troops were flown in to deal with the crisis.", "troop_presence"),
        ("An annex on the work was added.", "other"),
    ],
)
def test_words_of_war_tell_of_war(sentence: str, kind: str) -> None:
    (claim,) = claims(sentence)
    assert claim.event_type == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Berg was jailed on Monday for theft, a verdict she said was unfair.",
            [
                ("narrator", "Berg was jailed on Monday for theft"),
                ("she", "a verdict she said was unfair."),
            ],
        ),
        (
            "She and the union said the vote was rigged.",
            [
                ("she", "She and the union said the vote was rigged."),
                ("union", "She and the union said the vote was rigged."),
            ],
        ),
        (
            "The Lake Front fired rockets, while the Orvel-backed movement says it did not.",
            [
                ("narrator", "The Lake Front fired rockets"),
                ("Lake Front", "the Orvel-backed movement says it did not."),
            ],
        ),
        (
            "The Front’s Al-Sula television channel reported that two had died.",
            [
                (
                    "Front’s Al-Sula television channel",
                    "The Front’s Al-Sula television channel reported that two had died.",
                )
            ],
        ),
        (
            "A raid killed two men, the board said, nearly 11 months after the war began.",
            [("board", "A raid killed two men, the board said")],
        ),
        (
            "Its forces repelled a raid, killing ten guards, destroying five trucks.",
            [
                ("narrator", "Its forces repelled a raid"),
                ("narrator", "killing ten guards"),
                ("narrator", "destroying five trucks."),
            ],
        ),
        (
            "Two died, but there was no immediate response from the army.",
            [
                ("narrator", "Two died"),
                ("army", "there was no immediate response from the army."),
            ],
        ),
    ],
)
def test_asides_and_silence_have_their_speakers(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_no_comment_from_somebody_neither_confirms_nor_denies() -> None:
    (claim,) = claims("There was no immediate comment from Orvel.")
    assert (claim.stance, claim.certainty) == ("neither_confirms_nor_denies", "not_committed")


def test_a_title_with_a_hyphen_is_no_name() -> None:
    (claim,) = claims("UN Secretary-General Antonio Berg said two died.")
    assert (claim.source.name, claim.source.role) == ("Antonio Berg", "UN Secretary-General")


def test_drills_that_go_on_are_of_this_week() -> None:
    (claim,) = claims("Guards are holding drills from Tuesday through Sunday.")
    assert (str(claim.event_start), str(claim.event_end)) == ("2024-05-14", "2024-05-16")
    (claim,) = claims("Guards held drills from Tuesday through Sunday.")
    assert (str(claim.event_start), str(claim.event_end)) == ("2024-05-07", "2024-05-12")


def test_he_is_the_official_who_has_just_spoken() -> None:
    text = (
        "Lake Orvel said it was sad. “We lost men,” said a local RVF official. “Others are "
        "missing,” he added."
    )
    assert [name for name, _ in told(text)][1:] == ["local RVF official", "local RVF official"]
