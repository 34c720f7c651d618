"""Who says it: cues, speakers, short mentions, messengers, and what a speaker's reach is."""

import pytest

from reading.article import read_article
from reading.claims import extract
from reading.cues import cue_table
from reading.lexicon import rows
from reading.model import Claim
from reading.words import verb_forms


def claims(text: str, date: str = "2024-05-16") -> tuple[Claim, ...]:
    return extract(read_article(f"Headline of the day\n\n{text}", date=date)).claims[1:]


def said(text: str) -> list[tuple[str, str]]:
    """The claims as (source, evidence)."""
    whole = f"Headline of the day\n\n{text}"
    found = extract(read_article(whole, date="2024-05-16")).claims[1:]
    return [(claim.source.name, claim.evidence.of(whole)) for claim in found]


def sources(text: str) -> list[str]:
    return [claim.source.name for claim in claims(text)]


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("The coast guard said the ferry had sunk off Marla.", "coast guard"),
        ("Officials say that the ferry had sunk off Marla.", "Officials"),
        ("The ferry had sunk off Marla, the coast guard said.", "coast guard"),
        ("The ferry had sunk off Marla, said the coast guard.", "coast guard"),
        ("The ferry, the coast guard said, had sunk off Marla.", "coast guard"),
        ("According to the coast guard, the ferry had sunk off Marla.", "coast guard"),
        ("The ferry had sunk off Marla, according to the coast guard.", "coast guard"),
        ("The coast guard told reporters in Orvel that the ferry had sunk.", "coast guard"),
        ("In a statement on Monday the coast guard said the ferry had sunk.", "coast guard"),
        ("On Monday, the coast guard reported that the ferry had sunk.", "coast guard"),
        ("The coast guard pointed out that the ferry had sunk.", "coast guard"),
        ("“The ferry has sunk,” the coast guard said.", "coast guard"),
        ("“The ferry,” the coast guard said, “has sunk.”", "coast guard"),
        ("The coast guard added: “The ferry has sunk.”", "coast guard"),
        ("The captain was quoted as saying that the ferry had sunk.", "captain"),
        ("The coast guard reported 14 deaths in the bay.", "coast guard"),
        ("The coast guard put the number of deaths at 14.", "coast guard"),
        ("The coast guard declined to comment.", "coast guard"),
        ("Figures released by the coast guard show that 14 ferries sank.", "coast guard"),
    ],
)
def test_each_way_of_saying_it_names_the_speaker(sentence: str, source: str) -> None:
    assert sources(sentence) == [source]


@pytest.mark.parametrize(
    "sentence",
    [
        "The airline added 500 seats to the route.",
        "The storm claimed 12 lives in Orvel.",
        "The mayor found a wallet in the park.",
        "The bridge, which was built in 1931, collapsed on Monday.",
        "The council recalled 300 buses in March.",
    ],
)
def test_a_verb_of_speech_in_another_sense_is_no_attribution(sentence: str) -> None:
    assert sources(sentence) == ["narrator"]


def test_a_country_that_records_cases_does_not_speak() -> None:
    assert sources("Zembla has recorded 18,000 cases.") == ["narrator"]
    assert sources("The health ministry has recorded 18,000 cases.") == ["health ministry"]


def test_a_cue_inside_a_quotation_belongs_to_the_words_quoted() -> None:
    found = claims("“My sister said the dam would hold,” Ana Berg, a farmer, said.")
    assert [claim.source.name for claim in found] == ["Ana Berg"]


# -- titles and appositions ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("speaker", "name", "role", "kind"),
    [
        ("Zemblan President Ivo Lind", "Ivo Lind", "Zemblan President", "head_of_state"),
        ("Prime Minister Ana Berg", "Ana Berg", "Prime Minister", "head_of_state"),
        ("Vice President Ana Berg", "Ana Berg", "Vice President", "official_spokesperson"),
        ("police chief Ivo Lind", "Ivo Lind", "police chief", "official_spokesperson"),
        (
            "Ivo Lind, a spokesman for the Zemblan border service,",
            "Ivo Lind",
            "spokesman for the Zemblan border service",
            "official_spokesperson",
        ),
        ("An army spokesman, Colonel Ivo Lind,", "Ivo Lind", "army spokesman", None),
        ("Ivo Lind, who leads the alliance,", "Ivo Lind", None, None),
        ("Dr. Ana Berg", "Ana Berg", "Dr.", None),
        ("The World Health Organization (WHO)", "World Health Organization", None, None),
        ("The health ministry of Zembla", "health ministry of Zembla", None, "ministry"),
        (
            "Zembla’s State Committee for Security",
            "Zembla’s State Committee for Security",
            None,
            None,
        ),
        ("A resident of Orvel", "resident of Orvel", None, "eyewitness"),
        ("The military", "military", None, "military_spokesperson"),
    ],
)
def test_a_title_is_the_role_and_the_rest_the_name(
    speaker: str, name: str, role: str | None, kind: str | None
) -> None:
    (claim,) = claims(f"{speaker} said the dam had burst.")
    assert (claim.source.name, claim.source.role) == (name, role)
    if kind is not None:
        assert claim.source.type == kind


def test_the_organisation_in_a_role_is_its_affiliation() -> None:
    text = "Shots fired\n\nIvo Lind, a spokesman for the Zemblan guard, said shots were fired."
    (_, claim) = extract(read_article(text, date="2024-05-16")).claims
    assert claim.source.affiliation is not None
    assert claim.source.affiliation.of(text) == "a spokesman for the Zemblan guard"


def test_an_aside_about_the_speaker_does_not_hide_him() -> None:
    sentence = (
        "A nurse at the hospital, who asked not to be named because she was not allowed to speak, "
        "told the Courier that 20 people had died."
    )
    (claim,) = claims(sentence)
    assert claim.source.name == "nurse at the hospital"
    assert claim.source.via == "Courier"


# -- short mentions --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("second", "source"),
    [
        ("Lind said the dam was safe.", "Ivo Lind"),
        ("“The dam is safe,” Lind said.", "Ivo Lind"),
        ("He said the dam was safe.", "Ivo Lind"),
        ("The mayor said the dam was safe.", "Ivo Lind"),
    ],
)
def test_a_surname_a_pronoun_and_an_office_stand_for_the_last_full_mention(
    second: str, source: str
) -> None:
    found = claims(f"Mayor Ivo Lind said the town was dry. {second}")
    assert [claim.source.name for claim in found] == [source, source]


def test_a_full_name_that_comes_later_is_found_as_well() -> None:
    text = "Lind: dam is safe\n\nMayor Ivo Lind said on Monday that the dam was safe."
    first = extract(read_article(text, date="2024-05-16")).claims[0]
    assert (first.source.name, first.attribution) == ("Ivo Lind", "headline_colon")


def test_she_is_not_the_spokesman() -> None:
    text = (
        "A spokeswoman, Ana Berg, said the road was closed. The spokesman of the rail company, "
        "Ivo Lind, said trains were running. She said buses would come."
    )
    assert sources(text) == ["Ana Berg", "Ivo Lind", "Ana Berg"]


def test_she_is_whom_the_sentence_before_was_about() -> None:
    text = (
        "Police chief Jon Dahl told a radio station that ten people were missing. The governor of "
        "Orvel, Ana Berg, gave a lower toll. Four bodies had been found, she said."
    )
    assert sources(text)[-1] == "Ana Berg"


def test_it_is_the_body_that_spoke_and_they_the_people() -> None:
    assert sources("The interior ministry denied it. It accused guards of firing first.") == [
        "interior ministry",
        "interior ministry",
    ]
    text = (
        "Mayor Ivo Lind said it was calm. Two survivors contradicted him: it was chaos, they said."
    )
    assert sources(text)[-1] == "Two survivors"


def test_the_aid_group_is_the_one_named_in_the_sentence() -> None:
    text = "The ministry said it was calm. Doctors Without Borders sent 30 nurses, the group said."
    assert sources(text)[-1] == "Doctors Without Borders"


# -- several speakers, messengers ------------------------------------------------------------------


def test_coordinated_deniers_deny_one_claim_each() -> None:
    text = "Both Zembla and Orvel have denied these accusations."
    assert said(text) == [("Zembla", text), ("Orvel", text)]


def test_a_joint_name_is_one_speaker() -> None:
    text = "The Flood Forecasting and Warning Centre said the river was rising."
    assert sources(text) == ["Flood Forecasting and Warning Centre"]


def test_speaker_messenger_and_channel_are_three_fields() -> None:
    (claim,) = claims("Ana Berg, a minister, told Reuters in an interview that rice had arrived.")
    assert (claim.source.name, claim.source.via) == ("Ana Berg", "Reuters")
    (claim,) = claims("The navy said on Telegram that two boats had been sunk.")
    assert (claim.source.name, claim.source.medium) == ("navy", "Telegram")
    (claim,) = claims("Ana Berg, a minister, told reporters that rice had arrived.")
    assert (claim.source.via, claim.source.medium) == (None, "remarks to reporters")


def test_of_nested_sources_the_inner_one_speaks_through_the_outer() -> None:
    (claim,) = claims("Reuters reported that the navy said the strait was closed.")
    assert (claim.source.name, claim.source.via) == ("navy", "Reuters")
    (claim,) = claims("Witnesses quoted by the news agency Andar said the driver fell asleep.")
    assert (claim.source.name, claim.source.via) == ("Witnesses", "news agency Andar")


def test_an_agency_s_channel_is_no_part_of_its_name() -> None:
    (claim,) = claims("According to the navy’s official Telegram channel, two boats were sunk.")
    assert (claim.source.name, claim.source.medium) == ("navy", "Telegram channel")


def test_whom_a_paper_cites_speaks_and_the_paper_relays() -> None:
    (claim,) = claims("The Courier reports that talks have stalled, citing two diplomats.")
    assert (claim.source.name, claim.source.via) == ("two diplomats", "Courier")
    (claim,) = claims("Yonhap, quoting the Joint Chiefs of Staff, said the missile flew far.")
    assert (claim.source.name, claim.source.via) == ("Joint Chiefs of Staff", "Yonhap")


def test_a_list_of_names_speaks_one_by_one() -> None:
    text = "In a joint statement, Zembla, Orvel and the United Kingdom condemned the attack."
    assert sources(text) == ["Zembla", "Orvel", "United Kingdom"]


def test_a_claim_denied_in_passing_is_two_claims() -> None:
    text = "Zembla’s navy said it had taken the island of Marla, a claim Orvel denied."
    assert said(text) == [
        ("Zembla’s navy", "Zembla’s navy said it had taken the island of Marla"),
        ("Orvel", "a claim Orvel denied."),
    ]
    assert claims(text)[1].stance == "denies"


def test_one_who_denies_in_a_relative_clause_is_not_the_speaker_of_the_sentence() -> None:
    assert sources("Mr. Lind, who denies all charges, will appear in court in April.") == [
        "narrator"
    ]


def test_who_is_no_world_health_organization() -> None:
    (claim,) = claims("“They knocked,” said Jon Dahl, a teacher who slept in a school.")
    assert claim.source.type != "intergovernmental_organisation"


def test_the_particles_of_a_name_belong_to_it() -> None:
    text = "The army chief, General Omar al-Tariq, rejected the plan."
    assert sources(text) == ["Omar al-Tariq"]


# -- nobody named ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "name", "certainty"),
    [
        ("Reports say that boats were seen in the strait.", "unattributed reports", "reported"),
        ("It is believed that the boats were sunk.", "unattributed belief", "believed"),
        ("Zembla is believed to have received grain.", "unattributed belief", "believed"),
        ("Zembla is said to have received grain.", "unattributed reports", "reported"),
        ("Zembla faces allegations of sending shells.", "unattributed allegations", "alleged"),
        ("Zembla stands accused of sending shells.", "unattributed allegations", "alleged"),
    ],
)
def test_what_nobody_is_named_for_is_typed_and_kept(
    sentence: str, name: str, certainty: str
) -> None:
    (claim,) = claims(sentence)
    assert claim.source.type == "unattributed_reports"
    assert (claim.source.name, claim.certainty) == (name, certainty)


def test_reports_in_a_question_are_a_claim_of_their_own() -> None:
    text = (
        "Asked about reports of troops joining the war, Ivo Lind said he was in touch with Orvel."
    )
    assert said(text) == [
        ("unattributed reports", "reports of troops joining the war"),
        ("Ivo Lind", "Ivo Lind said he was in touch with Orvel."),
    ]


# -- who the next sentence still quotes ------------------------------------------------------------


@pytest.mark.parametrize(
    "second",
    [
        "They are training at five camps.",
        "These soldiers entered the valley in May.",
        "The plan is to move them to the front.",
        "It is the largest group so far.",
        "The soldiers came by train.",
        "After that they are expected to leave.",
    ],
)
def test_a_sentence_that_speaks_on_keeps_the_speaker(second: str) -> None:
    first = "The border service said that 300 soldiers had come."
    found = claims(f"{first} {second}")
    assert [claim.source.name for claim in found] == ["border service", "border service"]
    assert (found[0].source.inherited, found[1].source.inherited) == (False, True)
    assert found[1].attribution == "continuation"


@pytest.mark.parametrize(
    "second",
    [
        "The region borders on Orvel.",
        "Orvel closed its schools on Monday.",
        "Meanwhile, prices rose in the capital.",
        "It was the third launch this year.",
    ],
)
def test_the_article_s_own_context_ends_the_speech(second: str) -> None:
    found = claims(f"The border service said soldiers had come to the region. {second}")
    assert found[-1].source.name == "narrator"


def test_a_paragraph_ends_the_speech() -> None:
    found = claims("The border service said soldiers had come.\n\nThey had no winter clothes.")
    assert [claim.source.name for claim in found] == ["border service", "narrator"]


def test_reports_of_nobody_are_not_carried_on() -> None:
    found = claims("Reports say that soldiers had come. They had no winter clothes.")
    assert found[1].source.name == "narrator"


def test_the_rest_of_a_split_quotation_has_the_same_speaker() -> None:
    text = "“We trust them,” Ana Berg, a farmer, said. “But what we do is our affair.”"
    found = claims(text)
    assert [claim.source.name for claim in found] == ["Ana Berg", "Ana Berg"]
    assert [claim.attribution for claim in found] == ["direct", "direct"]
    assert found[1].source.inherited
    assert found[1].cue is None


def test_a_topic_before_a_headline_s_colon_does_not_speak() -> None:
    text = "Cholera: schools stay closed\n\nCholera has reached five provinces of the country."
    assert extract(read_article(text, date="2024-05-16")).claims[0].source.name == "narrator"
    text = "Orvel: boats are across\n\nOrvel’s navy said on Monday that boats had crossed the bay."
    assert extract(read_article(text, date="2024-05-16")).claims[0].source.name == "Orvel"


@pytest.mark.parametrize("mark", [" –", " -", ":"])
def test_who_stands_last_in_a_headline_says_it(mark: str) -> None:
    text = f"Two dead in storm off Marla{mark} coast guard\n\nThe storm hit the coast on Monday."
    first = extract(read_article(text, date="2024-05-16")).claims[0]
    assert first.source.name == "coast guard"


def test_a_quotation_within_a_quotation_is_of_the_outer_speaker() -> None:
    text = (
        "“We asked him, ‘Will you sign?’ and he said, ‘Never,’” the mediator, Ivo Lind, recalled."
    )
    assert sources(text) == ["Ivo Lind"]


def test_no_reports_are_no_source() -> None:
    assert sources("There were no immediate reports of damage in the town.") == ["narrator"]


def test_what_another_side_does_is_not_put_into_the_speaker_s_mouth() -> None:
    text = "Zembla said it was watching the frontier, while Orvel moved its guns."
    assert said(text)[1] == ("narrator", "Orvel moved its guns.")


def test_speech_that_goes_on_behind_the_speaker_is_his() -> None:
    text = "There was no sign of fire, the mayor said in an interview, and the school was safe."
    assert sources(text) == ["mayor", "mayor"]


# -- the lexicon -----------------------------------------------------------------------------------

_ENDINGS = {
    "clause": "that the old bridge had fallen.",
    "quote": "“The old bridge fell.”",
    "account": "the report of the flood.",
    "np": "the fall of the old bridge.",
    "to": "to mend the old bridge.",
    "vg": "cutting the old bridge.",
    "of": "of a flood.",
    "for": "for calm.",
    "against": "against panic.",
    "on": "on the neighbours.",
    "object_of": "the guards of cutting the bridge.",
    "object_for": "the guards for cutting the bridge.",
    "object_to": "the guards to mend the bridge.",
    "object_as": "the guard as Tim Orne.",
    "on_to": "on the guards to mend the bridge.",
    "to_for": "to the guards for calm.",
    "put_at": "the toll at 12.",
}


def _past(lemma: str) -> str:
    return next(
        form for form, entry in verb_forms().items() if entry.lemma == lemma and "D" in entry.kinds
    )


def _examples() -> list[tuple[str, str]]:
    found = []
    for row in rows("cues"):
        if row["form"] != "verb":
            continue
        for kind in row["complements"].split("|"):
            if kind not in _ENDINGS:
                continue
            particle = "" if row["particle"] == "-" else f" {row['particle']}"
            told = " the council" if "addressee" in row["complements"].split("|") else ""
            thing = "account" if "account" in row["complements"].split("|") else kind
            said = f"{_past(row['cue'])}{particle}{told} {_ENDINGS[thing]}"
            found.append(
                (row["cue"], f"statement {said}" if "document" in row["complements"] else said)
            )
    return found


@pytest.mark.parametrize(("cue", "rest"), _examples())
def test_every_verb_of_the_lexicon_attributes_with_each_of_its_complements(
    cue: str, rest: str
) -> None:
    found = claims(f"The harbour ministry {rest}")
    assert found[0].source.name == "harbour ministry"
    assert f"cue:{cue}" in found[0].rules


@pytest.mark.parametrize("row", [row for row in rows("cues") if row["form"] == "phrase"])
def test_every_phrase_of_the_lexicon_attributes(row: dict[str, str]) -> None:
    helper = "could " if row["cue"].split()[0] in {"neither", "not"} else ""
    found = claims(f"The harbour ministry {helper}{row['cue']} the fall of the bridge.")
    assert found[0].source.name == "harbour ministry"
    assert (found[0].stance, found[0].certainty) == (row["stance"], row["certainty"])


def test_no_cue_is_listed_twice() -> None:
    table = cue_table()
    names = [row["cue"] for row in rows("cues") if row["form"] == "verb"]
    assert len(names) == len(set(names)) == len(table.verbs)


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("Police said a trawler, the Marla, had crossed the bay.", ["Police"]),
        ("Police said James Okoro, 45, went into the bay.", ["Police"]),
        ("In Naha, the capital, officials said the bay was closed.", ["officials"]),
        ("Niger and Mali, members of the bloc, condemned the attack.", ["Niger", "Mali"]),
    ],
)
def test_the_speaker_is_found_where_commas_stand_between(
    sentence: str, speakers: list[str]
) -> None:
    found = sources(sentence)
    assert [name for name in speakers if name in found] == speakers
    assert set(found) <= {*speakers, "narrator"}


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "The raid was led by the Orvel Front, a rebel group, which said it took a fort.",
            "Orvel Front",
        ),
        ("The road was seen by Anna Berg, 30, of Marla, who said it was empty.", "Anna Berg"),
    ],
)
def test_a_relative_clause_speaks_for_the_name_before_it(sentence: str, speaker: str) -> None:
    assert sources(sentence) == ["narrator", speaker]


def test_a_court_that_drops_a_case_says_why_itself() -> None:
    text = "The navy said it would sail. A court in Orvel dropped the case, saying it was too late."
    assert sources(text)[1:] == ["narrator", "court in Orvel"]
