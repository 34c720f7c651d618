"""Who speaks, where something stands between the speaker, the cue and what is said."""

import pytest

from reading.article import read_article
from reading.claims import extract
from reading.standins import may_mean


def told(text: str) -> list[tuple[str, str]]:
    article = read_article(f"Headline of the day\n\n{text}", date="2024-05-16")
    return [(c.source.name, c.evidence.of(article.text)) for c in extract(article).claims[1:]]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Anna Berg, a colonel, said unidentified gunmen attacked a village.", "Anna Berg"),
        ("Orne said armed men had burned the market.", "Orne"),
        (
            "Berg, a spokesman for the ministry, said in the past three weeks, 41 men have died.",
            "Berg",
        ),
        ("The agency says the fund, for now, will house 2.1 million people.", "agency"),
        ("It said men of the Lake Front, on May 7, burned 17 lorries.", "it"),
        ("The United Nations estimates three-million people lack clean water.", "United Nations"),
        ("The Courier quoted Anna Berg, a colonel, as saying two men died.", "Anna Berg"),
        ("Residents said the raiders also rustled several cows.", "Residents"),
        ("The court confirmed on Friday, after counting all ballots, that Berg had won.", "court"),
        (
            "Experts estimate it cost $2m, a Customs and Ports spokesman said.",
            "Customs and Ports spokesman",
        ),
        ("Prosecutors believe he took bribes, the minister said.", "minister"),
        ("Officials said two men died, the Orvel News reported.", "Officials"),
        ("The clinic has said the toll since late on Friday has reached 214.", "clinic"),
        (
            "They were shot, aid workers and displaced residents said.",
            "aid workers and displaced residents",
        ),
        ("The ministry said 1,200 men, 40 tanks and six jets would be sent.", "ministry"),
        ("Police said two men, a woman and a child were killed.", "Police"),
        ("Zemblan officials have, however, denied any part in the raid.", "Zemblan officials"),
        ("Ambassador Ada Orne reacted by saying that the inquiry was biased.", "Ada Orne"),
        ("Anna Berg, mayor of Orvel, reminded the youths that the cup is theirs.", "Anna Berg"),
        ("Her rival, the lawyer Ada Orne, on Thursday said that the vote was rigged.", "Ada Orne"),
        ("Zemblan state radio says the court freed two men.", "Zemblan state radio"),
        ("Zembla’s state television said the bridge had collapsed.", "Zembla’s state television"),
        ("The harbour master could not be reached immediately for comment.", "harbour master"),
        ("“The envoy must go” after Orvel demanded an apology, the ministry added.", "ministry"),
    ],
)
def test_the_speaker_is_heard(sentence: str, speaker: str) -> None:
    assert [name for name, _ in told(sentence)] == [speaker]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("His rival, Prime Minister Ada Orne, called the vote a sham.", "head_of_state"),
        ("Zemblan state radio says the court freed two men.", "state_media"),
    ],
)
def test_a_description_with_a_title_has_the_kind_of_the_title(sentence: str, kind: str) -> None:
    article = read_article(f"Headline of the day\n\n{sentence}", date="2024-05-16")
    assert extract(article).claims[1].source.type == kind


def test_that_before_a_comma_is_what_was_said_before() -> None:
    said = [
        ("ministry", "The ministry denied that"),
        ("ministry", "saying the count was final."),
    ]
    assert told("The ministry denied that, saying the count was final.") == said
    assert [name for name, _ in told("The mayor said that, in all, 12 men had died.")] == ["mayor"]


def test_a_second_count_is_of_the_same_speaker() -> None:
    assert told("The army said that only two men died, while four were hurt in the raid.") == [
        ("army", "The army said that only two men died"),
        ("army", "four were hurt in the raid."),
    ]


def test_what_another_offers_meanwhile_is_told_by_the_report() -> None:
    assert [name for name, _ in told("The army said two men died, while Orvel offered talks.")] == [
        "army",
        "narrator",
    ]


def test_the_charity_is_no_hospital() -> None:
    text = "Help the Young said a shell hit Orvel hospital. Two died, the charity said."
    assert [name for name, _ in told(text)] == ["Help the Young", "Help the Young"]


def test_a_body_is_not_whoever_heads_it() -> None:
    text = "OFR Director of Supplies Jan Berg says two died. The OFR is asking for help."
    assert told(text)[1][0] == "OFR"


@pytest.mark.parametrize(
    "sentence",
    [
        "Twenty-two proven and likely cases have been counted.",
        "The death rate – by far the highest Orvel has seen – is more than 60 percent.",
        "A boy walked in at 8:57 a.m. ET on Monday.",
        "At least 14 boys and 25 men suspected of fraud and theft were arrested.",
        "Around 90 inmates were turned round just before they could flee.",
    ],
)
def test_what_is_one_claim_stays_whole(sentence: str) -> None:
    assert told(sentence) == [("narrator", sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The deal drew fire, but the Lake Army (LA) group denied it had fallen.",
            [
                ("narrator", "The deal drew fire"),
                ("Lake Army", "the Lake Army (LA) group denied it had fallen."),
            ],
        ),
        ("OFR has said it offered a rise of 12 percent.", [("OFR", "")]),
        (
            "A guard said 31 had come, while the Aid Fund, citing the army, put the figure at 18.",
            [("guard", "A guard said 31 had come"), ("army", "")],
        ),
        (
            "There were 40 cases in Orvel while Sula and Tula reported 19 and 8 cases.",
            [("narrator", "There were 40 cases in Orvel"), ("Sula", ""), ("Tula", "")],
        ),
        (
            "The dead included four children, the news agency said, adding that 75 were freed.",
            [
                ("news agency", "The dead included four children, the news agency said"),
                ("news agency", "adding that 75 were freed."),
            ],
        ),
        (
            "Work went on to find 15 people, who had been missing since May, an official said.",
            [("official", ""), ("official", "")],
        ),
        (
            "The blast killed six, including two men who had come to report and were shot.",
            [
                ("narrator", "The blast killed six"),
                ("narrator", "including two men who had come to report and were shot."),
            ],
        ),
        (
            "Rescuers searched through rock, mud and upturned trees on Monday.",
            [("narrator", "Rescuers searched through rock, mud and upturned trees on Monday.")],
        ),
    ],
)
def test_who_says_which_part(sentence: str, expected: list[tuple[str, str]]) -> None:
    found = told(sentence)
    assert [name for name, _ in found] == [name for name, _ in expected]
    for (_, words), (_, stated) in zip(found, expected, strict=True):
        assert stated in {"", words}


def test_the_company_is_no_union() -> None:
    text = "The Dockers’ Union said two men fell. Six cranes were running, the company said."
    assert [name for name, _ in told(text)] == ["Dockers’ Union", "company"]


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        ("group", "Sula Agency", False),
        ("agency", "Sula Agency", True),
        ("company", "Dockers’ Union", False),
        ("group", "Dockers’ Union", True),
        ("charity", "Orvel Hospital", False),
    ],
)
def test_what_a_body_can_be_called(head: str, name: str, expected: bool) -> None:
    assert may_mean(head, name) is expected


def test_a_headline_counts_in_capitals() -> None:
    article = read_article(
        "Orvel School Shooting: 2 Dead, 18 Injured\n\nIt rained.", date="2024-05-16"
    )
    found = [q.value for claim in extract(article).claims for q in claim.quantities]
    assert found == [2, 18]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Residents burned tyres. They said 40 were hurt.", "Residents"),
        ("The army said 12 died. Villagers fled. They said 40 houses burned.", "Villagers"),
        ("Guards said rebels had left. They said the bridge was open.", "Guards"),
        ("Villagers said 12 died. Soldiers held the bridge. They said it was shut.", "Villagers"),
    ],
)
def test_they_are_the_people_just_told_of_if_they_can_speak(text: str, speaker: str) -> None:
    assert told(text)[-1][0] == speaker
