"""Where a sentence is cut into things claimed, and where it is not."""

import pytest

from reading.article import read_article
from reading.claims import extract


def quotes(text: str) -> list[str]:
    article = read_article(f"Headline of the day\n\n{text}", date="2024-05-16")
    return [claim.evidence.of(article.text) for claim in extract(article).claims[1:]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Two people died in Orvel and a British man, 71, died in a hospital in Sula.",
            ["Two people died in Orvel", "a British man, 71, died in a hospital in Sula."],
        ),
        (
            "The court jailed Berg for taking bribes while he was governor of Orvel.",
            ["The court jailed Berg for taking bribes while he was governor of Orvel."],
        ),
        (
            "Guards stopped nine men, two of them officers, and seized 52 kg of gold.",
            ["Guards stopped nine men", "two of them officers", "seized 52 kg of gold."],
        ),
        (
            "The ministry reported 1,575 new cases, including 22 deaths.",
            ["The ministry reported 1,575 new cases", "including 22 deaths."],
        ),
        (
            "It carried 4,000 tonnes of fuel, of which about 300 tonnes had leaked by Monday.",
            ["It carried 4,000 tonnes of fuel", "of which about 300 tonnes had leaked by Monday."],
        ),
    ],
)
def test_one_clause_for_one_thing_claimed(sentence: str, expected: list[str]) -> None:
    assert quotes(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "People in Orvel queued for buses and bottled water.",
            ["People in Orvel queued for buses and bottled water."],
        ),
        (
            "The police acknowledged 96 deaths, among them 17 officers.",
            ["The police acknowledged 96 deaths", "among them 17 officers."],
        ),
        (
            "Six people were hurt, five of them badly; two were in danger on Monday.",
            ["Six people were hurt", "five of them badly", "two were in danger on Monday."],
        ),
        (
            "A jet skidded off the runway while landing in heavy rain, the authority said.",
            ["A jet skidded off the runway while landing in heavy rain, the authority said"],
        ),
    ],
)  # fmt: skip
def test_lists_asides_and_halves(sentence: str, expected: list[str]) -> None:
    assert quotes(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Gunmen killed 13 and wounded 31.", ["Gunmen killed 13", "wounded 31."]),
        ("The army killed 13 rebels, captured 31 and seized 41 rifles.",
         ["The army killed 13 rebels", "captured 31", "seized 41 rifles."]),
        ("The bus fell into a gorge, leaving 13 dead and 21 injured.",
         ["The bus fell into a gorge", "leaving 13 dead", "21 injured."]),
        ("The blast left 13 dead, 31 injured and four missing.",
         ["The blast left 13 dead", "31 injured", "four missing."]),
        ("The toll rose to 41, with six miners missing and 76 others injured.",
         ["The toll rose to 41", "with six miners missing", "76 others injured."]),
        ("The raid left 13 dead, including three boys, and 31 wounded.",
         ["The raid left 13 dead", "including three boys", "31 wounded."]),
        ("The raid left 13 dead and 31 wounded miners in the pit.",
         ["The raid left 13 dead and 31 wounded miners in the pit."]),
        ("Of the 41 aboard, 13 died, 20 were hurt and eight are missing.",
         ["Of the 41 aboard, 13 died", "20 were hurt", "eight are missing."]),
        ("It has climbed to 413 suspected cases of which 131 cases were proven.",
         ["It has climbed to 413 suspected cases", "of which 131 cases were proven."]),
        ("Rescuers came after a ferry hit a rock and sank, killing 13 people.",
         ["Rescuers came after a ferry hit a rock and sank", "killing 13 people."]),
        ("The army said on Monday, six days after the mill burned, that it had been mined.",
         ["The army said on Monday, six days after the mill burned, that it had been mined."]),
        ("It killed 72, including 25 children, while 31 remain missing.",
         ["It killed 72", "including 25 children", "31 remain missing."]),
        ("The dam burst, sweeping away 41 homes and killing a miner and her sons.",
         ["The dam burst", "sweeping away 41 homes", "killing a miner and her sons."]),
        ("The ministry reported 13 new deaths, bringing the toll to 41.",
         ["The ministry reported 13 new deaths", "bringing the toll to 41."]),
        ("The blaze has killed two men, destroyed 1,300 homes and forced 31,000 people to flee.",
         ["The blaze has killed two men", "destroyed 1,300 homes",
          "forced 31,000 people to flee."]),
        ("Three people were killed and several more were wounded in a mill.",
         ["Three people were killed", "several more were wounded in a mill."]),
        ("The flood has killed cattle, ruined crops and forced 1,300 people from their homes.",
         ["The flood has killed cattle, ruined crops", "forced 1,300 people from their homes."]),
        ("Police say that 13 men have died and that 31 are missing.",
         ["Police say that 13 men have died", "31 are missing."]),
        ("Fears grew for 143 miners in Arka, with reports that just 13 had come out.",
         ["Fears grew for 143 miners in Arka", "reports that just 13 had come out."]),
        ("The town lies in ruins, with some 130 people killed and at least 310 people forced out.",
         ["The town lies in ruins", "with some 130 people killed",
          "at least 310 people forced out."]),
        ("With 13 men killed and 41 hurt, the band fled.",
         ["With 13 men killed and 41 hurt, the band fled."]),
        ("He left with 13 men and 31 horses.", ["He left with 13 men and 31 horses."]),
        ("Yet, a second blast hurt six people.", ["a second blast hurt six people."]),
        ("A mill burned in Arka, which is about 90 km north of Orvel.",
         ["A mill burned in Arka"]),
        ("The guards fled to Arka, which is under siege and 40 km away.",
         ["The guards fled to Arka", "which is under siege and 40 km away."]),
    ],
)  # fmt: skip
def test_each_fate_of_so_many_is_a_claim(sentence: str, expected: list[str]) -> None:
    assert quotes(sentence) == expected


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Storm kills 13 in Arka, homes destroyed in north",
         ["Storm kills 13 in Arka", "homes destroyed in north"]),
        ("Council meets in Arka, region known for storms",
         ["Council meets in Arka, region known for storms"]),
        ("Blasts in Arka Kill 17 Miners, Wound 31",
         ["Blasts in Arka Kill 17 Miners", "Wound 31"]),
        ("Arka Ferry Sinks: 13 Dead, 31 Missing",
         ["Arka Ferry Sinks: 13 Dead", "31 Missing"]),
    ],
)  # fmt: skip
def test_a_headline_tells_of_what_was_done_besides(headline: str, expected: list[str]) -> None:
    text = f"{headline}\n\nIt rained."
    claims = extract(read_article(text, date="2024-05-16")).claims[:-1]
    assert [claim.evidence.of(text) for claim in claims] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The figures were sent but not yet accepted.",
         ["The figures were sent but not yet accepted."]),
        ("It burned 90 hectares on Sunday, up from 40 the day before.",
         ["It burned 90 hectares on Sunday", "up from 40 the day before."]),
        ("The opposition rejected the count; two people were killed in Sula.",
         ["The opposition rejected the count", "two people were killed in Sula."]),
    ],
)  # fmt: skip
def test_what_was_before_and_what_was_not_done(sentence: str, expected: list[str]) -> None:
    assert quotes(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "parts", "counted"),
    [
        (
            "The ministry confirmed 12 deaths nationwide, with another three dead in Lima.",
            ["The ministry confirmed 12 deaths nationwide", "with another three dead in Lima."],
            [(12, "deaths"), (3, "dead")],
        ),
        (
            "Four people were killed in Orvel, with six more in Sula.",
            ["Four people were killed in Orvel", "with six more in Sula."],
            [(4, "people"), (6, "people")],
        ),
    ],
)
def test_more_of_them_in_another_place_are_a_claim_of_their_own(
    sentence: str, parts: list[str], counted: list[tuple[int, str]]
) -> None:
    found = extract(read_article(sentence, date="2024-05-16")).claims
    assert [claim.evidence.of(sentence) for claim in found] == parts
    assert [(q.value, q.unit) for claim in found for q in claim.quantities] == counted


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "The survey reported a tremor of magnitude 6.4, later raising it to 6.6.",
            [
                "The survey reported a tremor of magnitude 6.4",
                "later raising it to 6.6.",
            ],
        ),
        (
            "The office confirmed 520 cases there, with 40 fatalities.",
            ["The office confirmed 520 cases there", "with 40 fatalities."],
        ),
    ],
)
def test_a_revision_and_a_toll_behind_an_object_are_claims_of_their_own(
    sentence: str, parts: list[str]
) -> None:
    assert quotes(sentence) == parts
