"""Which kind of event a claim is about, by the words of one list."""

import pytest

from reading.article import read_article
from reading.claims import extract
from reading.events import event_type
from reading.lexicon import rows
from reading.tokens import Token, Tokens


def kinds(text: str) -> list[str]:
    return [claim.event_type for claim in extract(read_article(text, date="2024-10-24")).claims]


@pytest.mark.parametrize("row", rows("events"), ids=lambda row: row["phrase"])
def test_every_row_decides_where_its_words_stand_alone(row):
    words = row["phrase"].split("_")
    tags = ["VF" if row["class"] == "v" else "NN", *["NN"] * (len(words) - 1)]
    tokens = Tokens.of(
        Token(n * 20, n * 20 + len(word), word, word, tag, word, 0)
        for n, (word, tag) in enumerate(zip(words, tags, strict=True))
    )
    assert event_type(tokens, (0, len(tokens))) == row["event_type"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Armed men hijacked a tanker off the coast on Monday.", "attack"),
        ("The raiders set fire to homes on Monday.", "attack"),
        ("A coach plunged into a ravine on Monday.", "disaster"),
        ("Two goods trains collided on Monday.", "disaster"),
        ("The explosion in the mine was caused by gas.", "disaster"),
        ("Airport workers went on strike on Monday.", "protest"),
        ("The protests were held for Ada Lund, who was jailed in March for theft.", "protest"),
        ("Ada Lund, who was jailed in March, was there.", "crime"),
        ("The farm party won 49 of 53 seats in the capital.", "election"),
        ("The president was ousted in 2012.", "appointment"),
        ("The army bombarded the hills on Monday.", "attack"),
        ("Sand and water entered the tunnel on Friday.", "disaster"),
        ("In the heavy exchange of fire a soldier screamed.", "attack"),
        ("The soldiers recovered a cache of weapons and ammunition on Monday.", "crime"),
        ("The guards had prepared the population for it.", "other"),
        ("About 5,000 people joined the protest.", "protest"),
        ("The rebels laid down their arms in 2016.", "treaty"),
        ("The two ministers agreed on the course of the border.", "treaty"),
        ("The country expelled three diplomats on Monday.", "sanctions"),
        ("The president was re-elected on Sunday.", "election"),
        ("Some of the migrants crossed the river on Monday.", "evacuation"),
        ("Two children tested positive for polio.", "health"),
        ("Police apprehended a man on Friday.", "crime"),
        ("Customs agents seized 12 kilograms of cocaine on Friday.", "crime"),
        ("The two men were in charge of the bag.", "other"),
        ("Passengers crossed the border on Friday.", "arrival"),
        ("Troops crossed the border on Friday.", "invasion"),
        ("Snow has left 40 villages isolated.", "disaster"),
        ("Two patients were isolated on Friday.", "health"),
        ("There were signs of life.", "other"),
        ("The two ministers signed the document.", "treaty"),
        ("The rainy season began early.", "disaster"),
        ("The drugs were seized during a raid at one house.", "crime"),
        ("The officers also seized papers.", "crime"),
        ("The town was the hardest hit.", "disaster"),
        ("A new strain of the virus was found.", "health"),
        ("The tram veered off the road and into a wall.", "disaster"),
        ("The driver was named as Vera Roe.", "statement"),
        ("Crowds stood in front of the gate.", "other"),
    ],
)
def test_the_kind_is_that_of_what_happened(text, kind):
    assert kinds(text) == [kind]


def test_who_has_gone_home_is_no_aid_in_return():
    assert kinds("Some members of the group had already returned home.") != ["aid_in_return"]
    assert kinds("The state has received food in return.") == ["aid_in_return"]


def test_who_does_not_say_makes_a_statement():
    assert kinds("The company did not say how much it would pay for the bridge.") == ["statement"]
