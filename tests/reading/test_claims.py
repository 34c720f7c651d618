"""One claim for one thing: clauses, times, quantities, parts, slots and what is carried."""

import json
import os
from datetime import date
from pathlib import Path

import pytest

from reading.article import read_article
from reading.claims import extract
from reading.events import event_types
from reading.lexicon import rows
from reading.model import Claim, Reading

ARTICLES = Path(__file__).parents[1] / "articles"
THURSDAY = "2024-05-16"


def read(text: str, published: str | None = THURSDAY) -> Reading:
    return extract(read_article(f"Headline of the day\n\n{text}", date=published))


def claims(text: str, published: str | None = THURSDAY) -> tuple[Claim, ...]:
    return read(text, published).claims[1:]


def evidence(text: str) -> list[str]:
    reading = read(text)
    return [claim.evidence.of(reading.article.text) for claim in reading.claims[1:]]


def event(text: str, published: str | None = THURSDAY) -> tuple[date | None, date | None]:
    found = claims(text, published)
    assert len(found) == 1, found
    return found[0].event_start, found[0].event_end


# -- clauses ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The region borders on Orvel, and tension has grown there in recent weeks.",
            ["The region borders on Orvel", "tension has grown there in recent weeks."],
        ),
        (
            "These troops entered Zembla in May and are training at three camps.",
            ["These troops entered Zembla in May", "are training at three camps."],
        ),
        (
            "There are 900 soldiers in Zembla, including 50 officers, with three of them generals.",
            [
                "There are 900 soldiers in Zembla",
                "including 50 officers",
                "with three of them generals.",
            ],
        ),
        (
            "Guards have held the pass since the raid began on May 3.",
            ["Guards have held the pass", "the raid began on May 3."],
        ),
        (
            "They train for a month before they are expected to march north.",
            ["They train for a month", "before they are expected to march north."],
        ),
        (
            "Guards shelled a village near the lake, killing two farmers.",
            ["Guards shelled a village near the lake", "killing two farmers."],
        ),
        (
            "The fire has grown to 900 acres and driven 40 people from their homes.",
            ["The fire has grown to 900 acres", "driven 40 people from their homes."],
        ),
        (
            "The mayor said shops were open and that trams were running.",
            ["The mayor said shops were open", "trams were running."],
        ),
        (
            "Zembla signed a pact in June, pledging to help Orvel.",
            ["Zembla signed a pact in June", "pledging to help Orvel."],
        ),
        (
            "The ministry accused guards of shelling a farm and of burning a barn.",
            ["The ministry accused guards of shelling a farm", "of burning a barn."],
        ),
        (
            "Admiral Ana Berg told reporters, “It is calm,” and he blamed Orvel for the raid.",
            ["Admiral Ana Berg told reporters, “It is calm,”", "he blamed Orvel for the raid."],
        ),
    ],
)
def test_one_clause_for_one_thing_claimed(text: str, parts: list[str]) -> None:
    assert [part.rstrip(".,") for part in evidence(text)] == [part.rstrip(".,") for part in parts]


@pytest.mark.parametrize(
    "text",
    [
        "Between 110 and 130 people drowned off Marla.",
        "Clashes between guards and farmers left four dead.",
        "The flood killed and injured dozens of people.",
        "“It rained, and then it froze,” Mayor Ivo Lind said.",
        "Two people died when a bus and a lorry collided.",
        "The train leaves at 10:00 local time.",
        "Ivo Lind, a farmer, and his son were hurt.",
    ],
)
def test_what_belongs_together_is_not_cut(text: str) -> None:
    assert len(evidence(text)) == 1


def test_every_claim_is_a_verbatim_stretch_of_its_sentence() -> None:
    for path in sorted(ARTICLES.glob("*.txt")):
        reading = extract(read_article(path.read_bytes(), date=THURSDAY))
        for claim in reading.claims:
            sentence = reading.segmentation.sentences[claim.sentence]
            assert sentence.span.contains(claim.evidence), path.name
            assert claim.evidence.contains(claim.content) or claim.cue is not None
            assert claim.paragraph == sentence.paragraph


# -- times -----------------------------------------------------------------------------------------


def test_a_day_beside_the_speaker_dates_the_statement_and_one_in_the_content_the_event() -> None:
    (claim,) = claims("The navy said on Wednesday that a boat had sunk on Monday.")
    assert (claim.statement_start, claim.statement_end) == (date(2024, 5, 15), date(2024, 5, 15))
    assert (claim.event_start, claim.event_end) == (date(2024, 5, 13), date(2024, 5, 13))


def test_the_weekday_of_publication_is_that_day() -> None:
    (claim,) = claims("The navy said on Thursday that a boat had sunk.")
    assert claim.statement_start == date(2024, 5, 16)


def test_a_month_with_the_past_perfect_ends_with_the_statement() -> None:
    found = claims("On Wednesday, the navy said that ten boats had come in May.")
    assert (found[0].event_start, found[0].event_end) == (date(2024, 5, 1), date(2024, 5, 15))


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("The boat sank off Marla.", (None, date(2024, 5, 16))),
        ("The boats are in the strait.", (None, date(2024, 5, 16))),
        ("The boats have reached the strait.", (None, date(2024, 5, 16))),
        ("The boats will leave the strait.", (date(2024, 5, 16), None)),
        ("The boats are expected to leave the strait.", (date(2024, 5, 16), None)),
        ("The navy pledged to protect the strait.", (date(2024, 5, 16), None)),
        ("The navy urged ships to stay in port.", (date(2024, 5, 16), None)),
        ("If the wind turns, the boats will leave.", (date(2024, 5, 16), None)),
        ("Zembla is believed to have received grain.", (None, date(2024, 5, 16))),
        ("The province lies on the border with Orvel.", (None, None)),
        ("“We do not know if they will come,” Mayor Ivo Lind said.", (date(2024, 5, 16), None)),
        ("Guards have held the pass since May 3.", (date(2024, 5, 3), date(2024, 5, 16))),
        ("The boats will leave by Sunday.", (date(2024, 5, 16), date(2024, 5, 19))),
    ],
)
def test_without_a_date_the_tense_speaks(
    text: str, interval: tuple[date | None, date | None]
) -> None:
    assert event(text) == interval


def test_without_a_publication_date_relative_days_stay_open() -> None:
    (claim,) = claims("The navy said on Wednesday that a boat had sunk.", None)
    assert (claim.event_start, claim.event_end) == (None, None)
    assert (claim.statement_start, claim.statement_end) == (None, None)
    assert claim.date_basis == "none"


def test_an_inherited_statement_keeps_its_day() -> None:
    found = claims("The navy said on Wednesday that boats had come. They are in the strait.")
    assert [claim.statement_start for claim in found] == [date(2024, 5, 15)] * 2
    assert found[1].event_end == date(2024, 5, 15)


def test_a_later_statement_of_the_same_speaker_keeps_his_day() -> None:
    text = (
        "On Wednesday, Ivo Lind, a spokesman for the navy, said that boats had come.\n\n"
        "Lind stated that the strait was closed."
    )
    assert claims(text)[1].statement_start == date(2024, 5, 15)


def test_when_a_coach_came_is_not_when_he_spoke() -> None:
    (claim,) = claims("“We won,” said Ivo Lind, the coach, who took over in January.")
    assert claim.statement_time is None


def test_a_since_clause_dates_the_clause_before_it() -> None:
    found = claims("Guards have held the pass since the raid began on May 3.")
    assert [(claim.event_start, claim.event_end) for claim in found] == [
        (date(2024, 5, 3), date(2024, 5, 16)),
        (date(2024, 5, 3), date(2024, 5, 3)),
    ]


def test_a_clause_without_a_verb_of_its_own_happens_with_the_one_before() -> None:
    found = claims("Guards shelled a village on Monday, killing two farmers.")
    assert found[1].event_start == date(2024, 5, 13)
    assert found[1].date_basis == "carried"


# -- how many --------------------------------------------------------------------------------------


def test_a_part_points_to_its_whole() -> None:
    reading = read("There are 900 soldiers in Zembla, including 50 officers.")
    whole, part = reading.claims[1:]
    assert [quantity.value for quantity in (*whole.quantities, *part.quantities)] == [900, 50]
    assert reading.claims[part.part_of or 0] == whole


def test_a_number_in_a_date_is_no_quantity() -> None:
    (claim,) = claims("On May 3, 12 boats left the strait.")
    assert [quantity.value for quantity in claim.quantities] == [12]


# -- slots ----------------------------------------------------------------------------------------


def _slots(text: str) -> set[tuple[str, str, str | None, str | None]]:
    reading = read(text)
    return {
        (slot.span.of(reading.article.text), slot.function, slot.preposition, slot.governor)
        for claim in reading.claims[1:]
        for slot in claim.slots
    }


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("Guards have entered Zembla.", ("Zembla", "object", None, "enter")),
        ("The guards marched into Zembla.", ("Zembla", "oblique", "into", "march")),
        ("Guards came from Zembla.", ("Zembla", "oblique", "from", "come")),
        ("Guards were seen in the Marla valley.", ("the Marla valley", "oblique", "in", "see")),
        ("Moscow has sent guards.", ("Moscow", "subject", None, "send")),
        ("The guards fought against Zembla.", ("Zembla", "oblique", "against", "fight")),
        ("Land occupied by Zembla was mined.", ("Zembla", "oblique", "by", "occupy")),
        ("Zemblan guards left the town.", ("Zemblan", "modifier", None, "guard")),
        ("The raid on Orvel ended.", ("Orvel", "oblique", "on", "raid")),
        ("The navy told reporters in Orvel that it was calm.", ("Orvel", "source", "in", None)),
        ("Police in Orvel said that it was calm.", ("Orvel", "source", None, None)),
    ],
)
def test_a_name_stands_in_a_slot(text: str, slot: tuple[str, str, str | None, str | None]) -> None:
    assert slot in _slots(text)


def test_a_day_is_no_slot() -> None:
    assert not any(words.startswith("Monday") for words, *_ in _slots("Guards left on Monday."))


def test_a_clause_carries_the_slots_of_its_thread_nearest_first() -> None:
    reading = read(
        "The navy said 300 soldiers had arrived in Marla. They came by sea and are training there."
    )
    carried = [slot.span.of(reading.article.text) for slot in reading.claims[-1].carried]
    assert carried.index("sea") < carried.index("Marla")


def test_a_denial_carries_what_it_denies() -> None:
    reading = read(
        "Zembla faces allegations of sending shells to Orvel. Zembla has denied these accusations."
    )
    accusation, denial = reading.claims[1:]
    assert denial.antecedent == 1
    assert denial.carried == accusation.slots


# -- kinds of events ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Soldiers have entered Zembla.", "deployment_into"),
        ("They are in training at five camps.", "training"),
        ("Ten people were killed.", "casualties"),
        ("Zembla and Orvel signed a treaty.", "treaty"),
        ("The president appointed a general.", "appointment"),
        ("The river flooded the town.", "disaster"),
        ("The party won the election.", "election"),
        ("Exports rose by 3 percent.", "economy"),
        ("The police arrested a man.", "crime"),
        ("The virus has infected children.", "health"),
        ("Protesters marched through the town.", "protest"),
        ("The town hall is painted green.", "other"),
    ],
)
def test_the_event_is_of_a_listed_kind(text: str, kind: str) -> None:
    assert claims(text)[0].event_type == kind


def test_every_kind_of_the_lexicon_has_its_group_on_the_map() -> None:
    table = Path(__file__).parents[2] / "data" / "curated" / "event_types.tsv"
    lines = table.read_text(encoding="utf-8").splitlines()
    named = {line.split("\t")[0] for line in lines[1:] if line and not line.startswith("#")}
    assert event_types() <= named


def test_every_phrase_of_the_event_lexicon_gives_its_kind() -> None:
    kinds = {(row["phrase"], row["class"]): row["event_type"] for row in rows("events")}
    assert len(kinds) == len(rows("events")), "a phrase of two kinds can give only one"


# -- the whole ------------------------------------------------------------------------------------


def test_another_language_gives_no_claims() -> None:
    text = (
        "Überschwemmung im Norden\n\nDie Polizei sagte am Montag, dass die Brücke eingestürzt sei "
        "und dass niemand verletzt wurde. Der Bürgermeister bestätigte das nicht."
    )
    assert extract(read_article(text, date=THURSDAY)).claims == ()


def test_two_readings_of_one_text_are_equal() -> None:
    path = min(ARTICLES.glob("*.txt"))
    article = read_article(path.read_bytes(), date=THURSDAY)
    assert extract(article) == extract(article)


@pytest.mark.parametrize(
    "piece",
    [
        "He said and ",
        "Smith, who said, ",
        "according to ",
        "“He said ",
        "reports of ",
        "and it is ",
    ],
)
def test_a_sentence_without_end_is_read_in_stretches(piece: str) -> None:
    reading = read(piece * 3000)
    assert all(claim.evidence.end <= len(reading.article.text) for claim in reading.claims)


@pytest.mark.skipif(
    not os.environ.get("DATELINE_EVAL"), reason="DATELINE_EVAL names no folder with the corpora"
)
def test_the_first_article_s_speakers_and_clauses() -> None:
    folder = Path(os.environ["DATELINE_EVAL"])
    gold = json.loads((folder / "nk-soldiers-kursk.gold.json").read_text(encoding="utf-8"))
    text = (folder.parent / "article" / gold["document"]["file"]).read_text(encoding="utf-8")
    found = extract(read_article(text, date=gold["document"]["date"])).claims
    spans = {(claim.evidence.start, claim.evidence.end) for claim in found}
    near = [
        claim["id"]
        for claim in gold["claims"]
        if not any(abs(claim["start"] - a) <= 8 and abs(claim["end"] - b) <= 8 for a, b in spans)
    ]
    assert near == []
    inherited = [claim for claim in found if claim.attribution == "continuation"]
    assert {claim.source.name for claim in inherited} >= {"John Kirby", "Ukrainian intelligence"}


def test_what_is_too_short_to_tell_its_language_is_read_as_english():
    (claim,) = extract(read_article("Floods hit Lagos, officials said.", date="2024-10-24")).claims
    assert claim.source.name == "officials"


def test_a_long_text_of_unknown_language_gives_no_claims_and_says_so():
    article = read_article("Zuzen bidali zuten gutuna etxera joan ziren. " * 12, date="2024-10-24")
    assert article.language == "und"
    assert extract(article).claims == ()
    assert "The language of the text cannot be told: places only, no claims." in article.warnings
