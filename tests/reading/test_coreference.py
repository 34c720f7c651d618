"""Whom a short mention means: an office, a body, a given name, a leader without a name."""

import pytest

from reading.article import read_article
from reading.claims import extract


def sources(text: str) -> list[str]:
    article = read_article(f"Headline of the day\n\n{text}", date="2024-05-16")
    return [claim.source.name for claim in extract(article).claims[1:]]


def test_the_leader_of_a_nation_is_its_only_president() -> None:
    text = (
        "President Maria Torva declared an emergency. “Nobody should return,” "
        "the Guatemalan leader wrote."
    )
    assert sources(text)[-1] == "Maria Torva"


def test_two_leaders_are_told_apart_by_their_titles() -> None:
    text = (
        "Kenyan President Amos Otieno met Ugandan President Joel Opio. The road would open, "
        "the Ugandan president said."
    )
    assert sources(text)[-1] == "Joel Opio"


def test_a_leader_is_not_the_president_of_another_country() -> None:
    text = "Malaysian Prime Minister Hassan Razak was there. The Laotian leader said he would stay."
    assert sources(text)[-1] == "Laotian leader"


def test_the_interior_ministry_is_not_the_foreign_ministry() -> None:
    text = (
        "The foreign ministry denied that troops had fired. Some 900 people had left, "
        "the interior ministry said."
    )
    assert sources(text)[-1] == "interior ministry"


def test_the_ministry_is_the_one_that_spoke() -> None:
    text = "The foreign ministry said troops had fired. The ministry added that 900 had left."
    assert sources(text)[-1] == "foreign ministry"


@pytest.mark.parametrize("verb", ["added", "said"])
def test_a_leader_may_go_by_the_first_of_his_names(verb: str) -> None:
    text = f"Prime Minister Hassan Razak said the talks were over. “I will go on,” Hassan {verb}."
    assert sources(text)[-1] == "Hassan Razak"


def test_a_country_is_not_the_company_that_bears_its_name() -> None:
    text = "Norway ordered a diplomat to leave. The operator Space Norway said the cable was cut."
    assert sources(text) == ["Norway", "Space Norway"]


def test_analysts_are_no_company() -> None:
    text = "Analysts at Orvel Bank said prices would fall. The company said it would pay."
    assert sources(text)[-1] != "Analysts at Orvel Bank"


def test_nothing_is_said_after_the_report_of_it() -> None:
    text = (
        "In a letter about next year, the council said the bridge was safe. "
        "Four years from now, she said, it would be gone."
    )
    article = read_article(f"Headline of the day\n\n{text}", date="2024-05-16")
    published = article.date_published
    assert published is not None
    for claim in extract(article).claims:
        for day in (claim.statement_start, claim.statement_end):
            assert day is None or day <= published


def test_a_body_with_its_full_name_is_itself() -> None:
    text = (
        "The fire service said it was late. According to the national institute of volcanology, "
        "ash fell on the valley. The institute said it would go on."
    )
    assert sources(text) == [
        "fire service",
        "national institute of volcanology",
        "national institute of volcanology",
    ]


@pytest.mark.parametrize(
    ("headline", "body", "source"),
    [
        ("Orvel: Train derails in the north", "It was Orvel’s deadliest crash.", "narrator"),
        ("Orvel: Train derails in the north", "Orvel’s army was there.", "Orvel"),
        ("Orvel: Train derails in the north", "A crane fell, Orvel said.", "Orvel"),
    ],
)
def test_a_name_before_a_headline_colon_speaks_if_it_has_a_voice(
    headline: str, body: str, source: str
) -> None:
    found = extract(read_article(f"{headline}\n\n{body}", date="2024-05-16")).claims
    assert found[0].source.name == source


def test_an_apposition_of_a_foreign_name_is_passed_over() -> None:
    text = (
        "The raid was claimed by Nusrat wal-Muslimin, a group linked to al-Marla, "
        "which said it took a fort."
    )
    assert sources(text)[-1] == "Nusrat wal-Muslimin"
