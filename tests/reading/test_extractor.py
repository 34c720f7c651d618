"""Another extractor: its words are found in the text or dropped, the rules fill in the rest."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reading.article import read_article
from reading.claims import extract
from reading.errors import ProposalError
from reading.extractor import Extractor, RulesExtractor, SavedExtractor, read_with
from reading.model import Claim, Reading
from reading.proposals import Proposal, parse_proposals

ARTICLES = Path(__file__).parents[1] / "articles"
TEXTS = sorted((*ARTICLES.glob("*.txt"), *(ARTICLES / "held").glob("*.txt")))
NAMES = [path.stem for path in TEXTS]
MONDAY, WEDNESDAY, THURSDAY = date(2024, 5, 13), date(2024, 5, 15), date(2024, 5, 16)
STORM = (
    "Storm crosses Zembla\n\n"
    "The storm killed 12 people in Orvel on Monday, Mayor Ada Quill said on Wednesday. "
    "Nine boats sank, and two piers were lost. The storm killed 12 people in Orvel on Monday, "
    "a union claimed.\n\n"
    "Quill will rebuild both piers. The harbour is calm."
)


def told(quote: str, source: str | None = None, **fields: object) -> Proposal:
    plain = Proposal(quote, source, "asserts", "stated", "indirect")
    return replace(plain, **fields)


def hear(*proposals: Proposal, text: str = STORM) -> Reading:
    extractor: Extractor = SavedExtractor("saved", proposals)
    return read_with(read_article(text, date=str(THURSDAY)), extractor)


def only(proposal: Proposal) -> Claim:
    reading = hear(proposal)
    assert not reading.warnings
    (claim,) = reading.claims
    return claim


# -- the rules as an extractor ---------------------------------------------------------------------


@pytest.mark.parametrize("path", TEXTS, ids=NAMES)
def test_the_rules_come_back_from_their_own_proposals_unchanged(path: Path) -> None:
    known = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    article = read_article(path.read_bytes(), date=known["date_published"])
    heard, again = extract(article), read_with(article, RulesExtractor())
    assert again.warnings == ()
    assert heard.claims
    assert [replace(c, rules=()) for c in again.claims] == [
        replace(c, rules=()) for c in heard.claims
    ]
    assert {claim.rules[0] for claim in again.claims} == {"extractor:rules"}


# -- a scripted one --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def flood() -> Reading:
    article = read_article((ARTICLES / "flood-bangladesh.txt").read_bytes(), date="2025-06-19")
    saved = (ARTICLES / "flood-bangladesh.proposals.json").read_bytes()
    return read_with(article, SavedExtractor("flood-bangladesh.proposals", parse_proposals(saved)))


def test_an_invented_quote_is_dropped_and_said_so(flood: Reading) -> None:
    (warning,) = flood.warnings
    assert "“The bridge at Chhatak was swept away on Tuesday night” was dropped" in warning
    assert "these words do not stand in the text" in warning
    assert len(flood.claims) == 14
    assert not any("bridge" in c.evidence.of(flood.article.text) for c in flood.claims)


def test_the_rules_count_and_date_what_is_proposed(flood: Reading) -> None:
    by_quote = {claim.evidence.of(flood.article.text): claim for claim in flood.claims}
    dead = by_quote[
        "Its volunteers had counted 41 dead in Sylhet and Sunamganj districts by Wednesday evening"
    ]
    assert [(q.value, q.unit) for q in dead.quantities] == [(41, "dead")]
    assert dead.event_end == date(2025, 6, 18)
    rice = by_quote["promised 2,000 tonnes of rice for the region"]
    assert rice.source.name == "Kamal Talukder"
    assert (rice.stance, rice.event_start, rice.event_end) == ("pledges", date(2025, 6, 19), None)
    missing = by_quote["Some 60 people were missing"]
    assert missing.source.name == "Farhana Akter"


# -- quotes ----------------------------------------------------------------------------------------


def test_the_first_place_not_yet_used_is_taken() -> None:
    quote = "The storm killed 12 people in Orvel on Monday"
    first, second = hear(told(quote, "Ada Quill"), told(quote, "union")).claims
    assert first.evidence.start == STORM.index(quote)
    assert second.evidence.start == STORM.rindex(quote)
    assert (first.source.name, second.source.name) == ("Ada Quill", "union")


def test_two_may_say_what_stands_there_once() -> None:
    quote = "two piers were lost"
    first, second = hear(told(quote, "Ada Quill"), told(quote, "union")).claims
    assert first.evidence == second.evidence


@pytest.mark.parametrize("offset", [0, 60, 100, 170, 199, 10**9, -5])
def test_the_place_nearest_to_the_hint_is_taken(offset: int) -> None:
    quote = "The storm killed 12 people in Orvel on Monday"
    places = STORM.index(quote), STORM.rindex(quote)
    nearest = min(places, key=lambda place: abs(place - min(max(offset, 0), len(STORM))))
    assert only(told(quote, near=offset)).evidence.start == nearest


@pytest.mark.parametrize(
    "quote",
    ["", "  ", "nine boats sank", "Nine  boats sank", "Nine boats\nsank", "Storm crosses Orvel"],
)
def test_what_differs_by_a_letter_or_a_space_is_dropped(quote: str) -> None:
    reading = hear(told(quote))
    assert reading.claims == ()
    assert len(reading.warnings) == 1
    assert "do not stand in the text" in reading.warnings[0]


def test_a_quote_may_be_narrower_than_a_clause_or_wider_than_a_sentence() -> None:
    assert only(told("12 people")).quantities[0].value == 12
    whole = only(told("Nine boats sank, and two piers were lost."))
    assert [quantity.value for quantity in whole.quantities] == [9, 2]
    wide = only(told("Nine boats sank, and two piers were lost. The storm killed 12 people"))
    assert [quantity.value for quantity in wide.quantities] == [9, 2, 12]
    assert (wide.sentence, wide.paragraph) == (2, 1)
    cut = only(told("ine boats sa"))
    assert cut.evidence.of(STORM) == "ine boats sa"


def test_a_whole_report_is_no_single_claim() -> None:
    text = "Headline\n\n" + "Rain fell in Orvel again. " * 60
    reading = hear(told(text.split("\n\n")[1].strip()), text=text)
    assert reading.claims == ()
    assert "no single claim" in reading.warnings[0]


def test_claims_come_in_the_order_of_their_sentences() -> None:
    quotes = ["The harbour is calm.", "two piers were lost", "Nine boats sank", "Storm crosses"]
    heard = [claim.evidence.of(STORM) for claim in hear(*map(told, quotes)).claims]
    assert heard == [
        "Storm crosses",
        "two piers were lost",
        "Nine boats sank",
        "The harbour is calm.",
    ]


# -- sources and cues ------------------------------------------------------------------------------


def test_a_surname_is_given_its_full_name_and_role() -> None:
    source = only(told("Nine boats sank", "Quill")).source
    assert (source.name, source.role, source.inherited) == ("Ada Quill", "Mayor", True)


@pytest.mark.parametrize("name", ["Otto Brand", "uill", "nion", "ada quill"])
def test_a_source_that_is_not_in_the_text_gives_way_to_the_narrator(name: str) -> None:
    reading = hear(told("Nine boats sank", name))
    claim = reading.claims[0]
    assert (claim.source.name, claim.attribution) == ("narrator", "narrator")
    assert "a source that is not in the text" in reading.warnings[0]


def test_reports_of_nobody_need_no_name_in_the_text() -> None:
    source = only(told("Nine boats sank", "unattributed reports")).source
    assert (source.name, source.type) == ("unattributed reports", "unattributed_reports")


def test_a_speaker_whom_the_rules_hear_lends_the_day_of_speaking() -> None:
    claim = only(told("The storm killed 12 people in Orvel", "Ada Quill"))
    assert (claim.statement_start, claim.statement_end) == (WEDNESDAY, WEDNESDAY)
    other = only(told("The storm killed 12 people in Orvel", "union"))
    assert (other.statement_start, other.statement_end) == (None, THURSDAY)


def test_a_cue_is_found_in_its_own_sentence_or_left_to_the_rules() -> None:
    claim = only(told("The storm killed 12 people in Orvel", "Ada Quill", cue="said on"))
    assert claim.cue is not None
    assert claim.cue.of(STORM) == "said on"
    reading = hear(told("Nine boats sank", cue="claimed"))
    assert reading.claims[0].cue is None
    assert "a cue that is not in the text" in reading.warnings[0]


# -- terms -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("field", ["stance", "certainty", "attribution"])
def test_a_term_that_no_claim_may_have_drops_the_proposal(field: str) -> None:
    reading = hear(told("Nine boats sank", **{field: "hints"}), told("two piers were lost"))
    assert [claim.evidence.of(STORM) for claim in reading.claims] == ["two piers were lost"]
    assert f"{field} “hints” is none of" in reading.warnings[0]


def test_the_stance_proposed_decides_and_dates() -> None:
    said = only(told("Nine boats sank"))
    vowed = only(told("Nine boats sank", stance="pledges", certainty="planned"))
    assert (said.event_start, said.event_end) == (None, THURSDAY)
    assert (vowed.event_start, vowed.event_end) == (THURSDAY, None)


def test_what_is_proposed_of_the_event_stands_if_it_is_known() -> None:
    claim = only(told("Nine boats sank", event_type="protest", subject="boats", object="piers"))
    assert (claim.event_type, claim.subject, claim.object) == ("protest", "boats", "piers")
    reading = hear(told("Nine boats sank", event_type="regatta", subject="ships"))
    plain = only(told("Nine boats sank"))
    assert reading.claims[0].event_type == plain.event_type
    assert reading.claims[0].subject == plain.subject == "Nine boats"
    assert len(reading.warnings) == 2


def test_the_day_in_the_quote_dates_the_event() -> None:
    claim = only(told("The storm killed 12 people in Orvel on Monday", "Ada Quill"))
    assert (claim.event_start, claim.event_end) == (MONDAY, MONDAY)


def test_a_text_in_another_language_gives_no_claims() -> None:
    text = "Der Sturm hat am Montag zwölf Menschen in der Stadt getötet, und das ist nicht alles."
    assert hear(told("Der Sturm"), text=text).claims == ()


# -- saved proposals -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("saved", "words"),
    [
        (b"{", "no JSON"),
        (b"\xff", "no JSON"),
        (b"[" * 200_000, "no JSON"),
        (b"{}", "no list"),
        (b"[1]", "proposal 1 is no JSON object"),
        (b'[{"quote": "x"}]', "proposal 1: 'stance' must be a string"),
        (b'[{"quote": 7}]', "proposal 1: 'quote' must be a string"),
        (b'[{"quotes": "x"}]', "unknown member “quotes”"),
    ],
)
def test_what_is_no_list_of_proposals_is_a_clear_error(saved: bytes, words: str) -> None:
    with pytest.raises(ProposalError, match=words):
        parse_proposals(saved)


@pytest.mark.parametrize("near", ["4", True, 4.5])
def test_near_is_a_number_of_characters(near: object) -> None:
    record = {"quote": "x", "stance": "a", "certainty": "b", "attribution": "c", "near": near}
    with pytest.raises(ProposalError, match="a number of characters"):
        parse_proposals(json.dumps([record]).encode())


def test_half_a_character_is_not_found_and_can_be_printed() -> None:
    saved = json.dumps([{**_plain(), "quote": "\ud83c", "source": None}]).encode()
    (proposal,) = parse_proposals(saved)
    reading = hear(proposal)
    assert reading.claims == ()
    assert reading.warnings[0].encode("utf-8")


def _plain() -> dict[str, str]:
    return {"stance": "asserts", "certainty": "stated", "attribution": "narrator"}


def test_any_stretch_of_a_report_is_heard_as_it_stands() -> None:
    for start in range(0, len(STORM), 7):
        for size in (1, 5, 23, 61, 140):
            quote = STORM[start : start + size]
            fields = {"near": start, "cue": "said" if size > 20 else None}
            for source in (None, "Ada Quill", "union"):
                for claim in hear(told(quote, source, **fields)).claims:
                    assert claim.evidence.of(STORM) == quote
                    assert claim.evidence.contains(claim.content)
