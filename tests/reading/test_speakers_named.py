"""How a speaker is called: title before the name, owner of a report, surname with a particle."""

import pytest

from reading.article import read_article
from reading.claims import extract
from reading.model import Claim


def claims(text: str) -> tuple[Claim, ...]:
    return extract(read_article(f"Headline of the day\n\n{text}", date="2024-05-16")).claims[1:]


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("The pier is gone, said local official Obar Sula.", "Obar Sula", "local official"),
        ("Harbour pilot Mary Orne said the pier was gone.", "Mary Orne", "Harbour pilot"),
        (
            "The pier is gone, Orvel Fire Department Chief Anna P. Berg said.",
            "Anna P. Berg",
            "Orvel Fire Department Chief",
        ),
        ("Zembla’s Anna Berg said the pier was gone.", "Anna Berg", None),
        ("The pier is gone, said a Reuters witness in Orvel.", "Reuters witness", None),
        ("Rights group Orvel Watch said the pier was gone.", "Orvel Watch", None),
        ("The pier is gone, a Red Cross report said.", "Red Cross", None),
        ("The pier is gone, police sources said.", "police sources", None),
        ("The pier is gone, sources said.", "unattributed reports", None),
    ],
)
def test_name_and_role_are_told_apart(sentence: str, name: str, role: str | None) -> None:
    (claim,) = claims(sentence)
    assert (claim.source.name, claim.source.role) == (name, role)


def test_a_surname_with_an_article_finds_the_full_name() -> None:
    found = claims(
        "The foreign minister of Orvel, Walid al-Sorem, arrived on Monday. Al-Sorem accused Zembla "
        "of delay. Sorem said he would wait."
    )
    assert [claim.source.name for claim in found[1:]] == ["Walid al-Sorem", "Walid al-Sorem"]


def test_who_before_a_verb_is_the_health_organization_where_it_has_capitals() -> None:
    (claim,) = claims("In its latest report, WHO warned: “Cases are rising in Orvel.”")
    assert claim.source.name == "WHO"


@pytest.mark.parametrize(
    ("sentence", "qualifier"),
    [
        ("Officials said about 1,300 houses were damaged.", "approximately"),
        ("Officials said up to 1,300 houses were damaged.", "up_to"),
        ("Officials said at least 1,300 houses were damaged.", "at_least"),
        ("Officials said over 1,300 houses were damaged.", "more_than"),
    ],
)
def test_a_number_may_follow_said_with_its_qualifier(sentence: str, qualifier: str) -> None:
    (claim,) = claims(sentence)
    (quantity,) = claim.quantities
    assert claim.source.name == "Officials"
    assert (quantity.value, quantity.qualifier) == (1300, qualifier)


@pytest.mark.parametrize(
    "sentence",
    [
        "The survey had earlier reported that the tremor was deep.",
        "The survey has now said that the tremor was deep.",
    ],
)
def test_an_adverb_of_time_may_stand_in_the_verb(sentence: str) -> None:
    assert claims(sentence)[0].source.name == "survey"


def test_a_clause_may_go_over_into_a_quotation() -> None:
    (claim,) = claims("John Orne said the governments “seem intent on taking the town.”")
    assert claim.source.name == "John Orne"


def evidence(text: str) -> list[str]:
    whole = f"Headline of the day\n\n{text}"
    found = extract(read_article(whole, date="2024-05-16")).claims[1:]
    return [claim.evidence.of(whole) for claim in found]


def test_nothing_is_cut_inside_the_relative_clause_of_a_subject() -> None:
    assert evidence("The storm, which formed at sea and grew, has killed two, police said.") == [
        "The storm, which formed at sea and grew, has killed two, police said"
    ]


def test_a_threat_in_a_relative_clause_is_not_what_the_subject_goes_on_to_say() -> None:
    (claim,) = claims(
        "Zembla, which earlier threatened sanctions if the vote was late, urged calm."
    )
    assert (claim.source.name, claim.stance) == ("Zembla", "requests")


def test_what_happened_to_somebody_before_does_not_date_the_clause() -> None:
    (claim,) = claims("The leader, who stepped down in February, is on trial.")
    assert claim.date_basis == "tense"


def test_a_charge_stays_whole_though_it_tells_of_an_order() -> None:
    found = claims("Berg is on trial on charges that she ordered the raid.")
    assert [claim.certainty for claim in found] == ["stated", "alleged"]


def test_since_a_date_opens_no_clause() -> None:
    text = "Berg has been on the run since May 2, the day the premier stepped down."
    assert evidence(text) == [text]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The EU, the UN and Orvel have all condemned the raid.", ["EU", "UN", "Orvel"]),
        ("State TV said the deal was off, citing a minister.", ["minister"]),
        ("The BBC’s Ann Lee in Orvel says people are afraid.", ["Ann Lee"]),
        ("They have both denied the raid.", ["they"]),
    ],
)
def test_all_of_them_speak(sentence: str, names: list[str]) -> None:
    assert [claim.source.name for claim in claims(sentence)] == names
