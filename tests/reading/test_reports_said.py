"""What reports of accidents and quarrels say in passing: who did not say, who rejects, how many."""

import datetime as dt

import pytest

from reading.article import read_article
from reading.claims import extract
from reading.model import Claim
from reading.segment import segment


def claims(text: str) -> tuple[Claim, ...]:
    return extract(read_article(f"Headline of the day\n\n{text}", date="2024-05-16")).claims[1:]


def heard(text: str) -> list[tuple[str, str, str]]:
    """The claims as (source, stance, evidence)."""
    whole = f"Headline of the day\n\n{text}"
    found = extract(read_article(whole, date="2024-05-16")).claims[1:]
    return [(claim.source.name, claim.stance, claim.evidence.of(whole)) for claim in found]


# -- who speaks ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sentence",
    [
        "Initial reports said the bridge had fallen.",
        "Preliminary reports suggested that the bridge had fallen.",
        "Unconfirmed reports say the bridge has fallen.",
    ],
)
def test_first_reports_are_nobody_with_a_name(sentence: str) -> None:
    (claim,) = claims(sentence)
    assert claim.source.type == "unattributed_reports"


def test_a_capital_that_calls_that_a_lie_denies_and_goes_on_speaking() -> None:
    text = "Bogota called that “a plain lie”. It said its soldiers had stayed at home."
    assert heard(text) == [
        ("Bogota", "denies", "Bogota called that “a plain lie”."),
        ("Bogota", "asserts", "It said its soldiers had stayed at home."),
    ]


def test_a_thing_may_be_called_false_without_quotation_marks() -> None:
    (claim,) = claims("The embassy called the report false.")
    assert (claim.source.name, claim.stance) == ("embassy", "denies")


def test_a_letter_may_be_seen_by_a_paper_before_its_words_come() -> None:
    (claim,) = claims(
        "Anna Berg wrote in a letter seen by the Courier that she would leave the council."
    )
    assert (claim.source.name, claim.source.medium) == ("Anna Berg", "letter")


def test_an_aside_may_stand_between_said_and_a_clause_without_that() -> None:
    (claim,) = claims("The official said, in a call from the port, four sailors had been saved.")
    assert claim.source.name == "official"
    assert [quantity.value for quantity in claim.quantities] == [4]


@pytest.mark.parametrize("mark", ["''", "’’"])
def test_two_apostrophes_are_a_quotation_mark(mark: str) -> None:
    text = f"{mark}The pier is gone,{mark} said Obar Sula. {mark}No one was hurt. We wait.{mark}"
    assert [q.content.of(text) for q in segment(read_article(text)).quotations] == [
        "The pier is gone,",
        "No one was hurt. We wait.",
    ]
    assert [claim.source.name for claim in claims(text)] == ["Obar Sula"] * 3


def test_two_apostrophes_may_close_what_a_curly_mark_opened() -> None:
    text = "“The pier is gone,'' said Obar Sula."
    assert heard(text) == [("Obar Sula", "asserts", "“The pier is gone,'' said Obar Sula")]


# -- with which stance -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The fire brigade said arson could not be ruled out.", "speculates"),
        ("Arson has not been ruled out, the fire brigade said.", "speculates"),
        ("The ministry had not said whether the ship had sunk.", "neither_confirms_nor_denies"),
        ("The ministry has not disclosed how many died.", "neither_confirms_nor_denies"),
        ("The ministry did not dispute that the ship sank.", "neither_confirms_nor_denies"),
        ("The ministry has not said that the ship sank.", "asserts"),
        ("Anna Berg said she would recommend closing the port.", "pledges"),
        ("Anna Berg recommended closing the port.", "requests"),
    ],
)
def test_what_is_left_open_is_neither_asserted_nor_denied(sentence: str, stance: str) -> None:
    (claim,) = claims(sentence)
    assert claim.stance == stance


def test_who_rejects_a_report_asserts_what_follows_the_colon() -> None:
    assert heard("The ministry rejected the report: the ship was in the bay, it said.") == [
        ("ministry", "denies", "The ministry rejected the report"),
        ("ministry", "asserts", "the ship was in the bay"),
    ]
    assert heard("The ministry rejected the charge: “Our ships stayed in port.”") == [
        ("ministry", "denies", "The ministry rejected the charge"),
        ("ministry", "asserts", "“Our ships stayed in port.”"),
    ]


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The firm dismissed 600 workers.", "asserts"),
        ("The president dismissed his defence minister.", "asserts"),
        ("The firm dismissed the report.", "denies"),
    ],
)
def test_who_loses_a_post_is_not_denied(sentence: str, stance: str) -> None:
    (claim,) = claims(sentence)
    assert claim.stance == stance


# -- how many --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("The governor put the number of dead at fourteen.", 14, "dead"),
        ("The governor put the number of injured at thirty-two.", 32, "injured"),
        ("The bus overturned, injuring more than 200.", 200, "injured"),
        ("The death toll from the fire has risen to 63.", 63, "deaths"),
    ],
)
def test_a_number_counts_what_stands_before_it(sentence: str, value: float, unit: str) -> None:
    (quantity,) = claims(sentence)[-1].quantities
    assert (quantity.value, quantity.unit) == (value, unit)


# -- which clauses claim something -----------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Lovely weather.",
        "Well then.",
        "He spoke on condition of anonymity because he was not authorised to speak to the media.",
        "She asked not to be named.",
    ],
)
def test_a_cry_and_the_reason_for_having_no_name_claim_nothing(text: str) -> None:
    assert claims(text) == ()


@pytest.mark.parametrize("text", ["No injuries.", "Twelve dead.", "The port is closed."])
def test_few_words_may_claim_something(text: str) -> None:
    assert len(claims(text)) == 1


def test_the_middle_of_three_predicates_is_a_claim() -> None:
    assert heard("Police raided the house, seized 40 rifles and arrested three men.") == [
        ("narrator", "asserts", "Police raided the house"),
        ("narrator", "asserts", "seized 40 rifles"),
        ("narrator", "asserts", "arrested three men."),
    ]


def test_who_goes_on_speaking_behind_an_aside_is_the_speaker() -> None:
    assert heard("The mayor condemned the strike, which killed four, and called for calm.") == [
        ("mayor", "asserts", "The mayor condemned the strike"),
        ("narrator", "asserts", "which killed four"),
        ("mayor", "requests", "called for calm."),
    ]


def test_two_officials_make_two_claims() -> None:
    found = claims("The police chief and the mayor said two boys had drowned.")
    assert [claim.source.name for claim in found] == ["police chief", "mayor"]


@pytest.mark.parametrize("object_", ["that", "the charge", "it"])
def test_that_may_be_all_that_is_denied(object_: str) -> None:
    found = claims(f"The army accused Zembla of shelling the port. Zembla denied {object_}.")
    assert [(claim.source.name, claim.stance) for claim in found] == [
        ("army", "asserts"),
        ("Zembla", "denies"),
    ]


def test_that_may_be_dismissed_as_something() -> None:
    (claim,) = claims("The army dismissed that as a lie.")
    assert (claim.source.name, claim.stance) == ("army", "denies")


def test_a_higher_toll_is_a_toll() -> None:
    (quantity,) = claims("The Red Cross put the toll higher, at 19.")[0].quantities
    assert (quantity.value, quantity.unit) == (19, "deaths")


def test_a_rumour_that_is_denied_is_a_claim_of_nobody_named() -> None:
    text = "The ministry denied reports that 12 soldiers had been killed."
    assert heard(text) == [
        ("ministry", "denies", text),
        ("unattributed reports", "asserts", "reports that 12 soldiers had been killed."),
    ]


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("Rebels took the town on Monday, opening a road to the coast.", "opening a road"),
        ("The bridge fell on Monday, cutting off the island.", "cutting off the island"),
    ],
)
def test_what_a_deed_brings_about_is_a_claim_of_the_same_day(sentence: str, evidence: str) -> None:
    first, second = claims(sentence)
    assert heard(sentence)[1][2].startswith(evidence)
    assert first.event_start == second.event_start == dt.date(2024, 5, 13)


@pytest.mark.parametrize(
    "sentence",
    [
        "Opening the port, the mayor thanked the crew.",
        "The mayor left, holding a box.",
        "The mayor praised the town, burned the year before and rebuilt since.",
        "The mayor announced a plan for closing the port.",
    ],
)
def test_what_somebody_does_meanwhile_is_no_claim_of_its_own(sentence: str) -> None:
    assert len(claims(sentence)) == 1


@pytest.mark.parametrize(
    ("text", "evidence", "source"),
    [
        (
            "The depot was destroyed, the army said in a statement that was posted on Monday.",
            "The depot was destroyed, the army said in a statement that was posted on Monday",
            "army",
        ),
        (
            "The army said in a statement that was posted on Monday that the depot was destroyed.",
            "The army said in a statement that was posted on Monday that the depot was destroyed.",
            "army",
        ),
        (
            "The boat carried no arms, as prosecutors allege, Karl Voss said.",
            "The boat carried no arms, as prosecutors allege, Karl Voss said",
            "Karl Voss",
        ),
    ],
)
def test_what_is_said_of_a_statement_is_no_statement(text, evidence, source):
    (claim,) = extract(read_article(text, date="2024-05-10")).claims
    assert claim.evidence.of(text) == evidence
    assert claim.source.name == source


def test_who_rejects_a_report_rejects_it_whoever_tells_the_rest():
    text = (
        "Zembla rejected the report: its men had been shelled first, according to the defence "
        "ministry."
    )
    denial, shelling = extract(read_article(text, date="2024-05-10")).claims
    assert (denial.source.name, denial.stance) == ("Zembla", "denies")
    assert denial.evidence.of(text) == "Zembla rejected the report"
    assert (shelling.source.name, shelling.stance) == ("defence ministry", "asserts")
