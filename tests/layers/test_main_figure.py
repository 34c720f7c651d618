"""Which of the numbers of one claim is the one that is claimed."""

import pytest

from layers.main_figure import main_quantity
from reading.article import read_article
from reading.claims import extract


def main_of(text: str) -> tuple[float | None, str | None]:
    article = read_article(f"Headline of the day\n\n{text}", date="2024-05-16")
    claim = extract(article).claims[1]
    quantity = main_quantity(claim, article.text)
    assert quantity is not None
    return quantity.value, quantity.unit


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("After two bodies were found, the toll rose to 17.", 17),
        ("In three valleys, 410 barns were destroyed.", 410),
        ("With 13 of 16 wards counted, Orne has 53 per cent.", 53),
        ("With 13 dead, 31 injured and four missing, the quake was the worst yet.", 13),
        ("In Orvel, 13 people were killed, and 31 in Sula.", 13),
        ("The toll, which stood at 41 on Friday, rose to 53.", 53),
        ("The barge, which had 41 men aboard, leaked 310 tonnes of oil.", 310),
        ("Orne, who has three sons, fled.", 3),
        ("As many as 86 barns were lost.", 86),
    ],
)
def test_what_leads_up_to_a_claim_is_not_what_is_claimed(text: str, value: float) -> None:
    assert main_of(text)[0] == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two bombers killed 13 guards in Orvel.", (13, "guards")),
        ("Seventeen people died when two bombers killed 13 at a market.", (17, "people")),
        ("Five blasts left at least 31 people dead.", (31, "people")),
        ("Two mudslides claimed 13 lives.", (13, "lives")),
        ("The raid wounded 11 and killed 3.", (11, "wounded")),
        ("The quake of magnitude 6 killed 13 miners.", (13, "miners")),
        ("It rose by 6 to 31 patients.", (31, "patients")),
    ],
)
def test_the_dead_are_claimed_and_not_who_killed_them(
    text: str, expected: tuple[float, str]
) -> None:
    assert main_of(text) == expected


def test_a_depth_is_not_what_is_claimed_of_a_crash() -> None:
    text = (
        "“The cart fell 40 metres, killing 13 nuns, two cooks and a guide,” the head forester, "
        "Odo Marl, told the Courier."
    )
    assert main_of(text) == (13, "nuns")


def test_a_length_that_only_describes_a_thing_is_not_claimed() -> None:
    article = read_article("Headline of the day\n\nThe bus fell into a 40-metre gorge.")
    assert main_quantity(extract(article).claims[1], article.text) is None
    assert main_of("The bus fell 40 metres into a gorge.") == (40, "metres")
    assert main_of("It burned a 3,100-acre farm.") == (3100, "acres")
