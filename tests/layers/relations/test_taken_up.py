"""Which claim "that suggestion" takes up, and which claim of its story a headline tells."""

import pytest

DENIALS = [
    (
        (
            "Hospital staff in Beira believe that the fever came from the port. Maputo rejected "
            "that suggestion."
        ),
        [("Maputo", "denies", "Hospital staff")],
    ),
    (
        (
            "Engineers had checked two of the gates by Sunday, dam operator Luisa Prado said. "
            "She added that a flood could come within days. Her assessment was disputed by the "
            "mayor of Tete, Ana Banda."
        ),
        [("Her assessment", "denies", "Engineers had checked")],
    ),
    (
        (
            "“They flew without a map,” the widow of a pilot told a broadcaster in Perth. “The "
            "buses came a day late.” The tourism ministry rejected the criticism, saying nine "
            "buses had been sent."
        ),
        [("rejected", "denies", "The buses came")],
    ),
    (
        (
            "Peru said Friday that its navy had chased a Chilean trawler away from Arica. It was "
            "fishing without a licence, said Captain Luis Rey, who commands the patrol. Chile "
            "disputed the account."
        ),
        [("disputed the account", "denies", "Peru said")],
    ),
    (
        (
            "Samples from the canal showed lead at twice the legal level, the ecology ministry "
            "in Bishkek said, adding that wells were clean. Kazakh officials insist that no lead "
            "reached the canal."
        ),
        [("no lead", "denies", "showed lead")],
    ),
    (
        (
            "Chad’s security service said the herder had been shot by Libyan soldiers and called "
            "it “a disgrace”. The council in Murzuq denied that anyone had opened fire that day."
        ),
        [("opened fire", "denies", "had been shot")],
    ),
    (
        "Rebels said 40 soldiers had died near Osh. “This is a fantasy,” the general wrote on X.",
        [("fantasy", "denies", "40 soldiers")],
    ),
    (
        (
            "Rebels said they had shot down a drone near Osh. “The claim that a drone was shot "
            "down doesn’t match the facts,” a Kyrgyz general said."
        ),
        [("match the facts", "denies", "Rebels said")],
    ),
    (
        (
            "Chad said Libyan soldiers had abducted a herder near Faya. Monitors of the African "
            "Union said they could not verify either allegation."
        ),
        [("verify", "declines_to_confirm", "abducted")],
    ),
    (
        (
            "The mission’s head, Ana Ruiz, said that drones had been seen more often near "
            "Gori.\n\nRussia did not immediately comment."
        ),
        [],
    ),
    (
        (
            "Prime Minister Omar Saleh said that the attackers had fled to Chad. N’Djamena "
            "dismissed the claim. “Nobody crossed the border last night,” a government spokesman "
            "said."
        ),
        [("dismissed", "denies", "had fled"), ("Nobody crossed", "contradicts", "had fled")],
    ),
    (
        (
            "Prime Minister Omar Saleh said that the attackers had fled to Chad. N’Djamena "
            "dismissed the claim. A trader said sacks marked “not for sale” were on offer in Faya."
        ),
        [("dismissed", "denies", "had fled")],
    ),
]
HEADLINES = [
    (
        (
            "Latvia PM Gives Up After Quarrel\n\nLatvian Prime Minister Janis Ozols resigned on "
            "Friday.\n\nHe had led the cabinet for two years."
        ),
        [("Gives Up", "same_event_as", "resigned")],
    ),
    (
        (
            "Rockets hit Sudan’s port of Suakin, Eritrea says one came down on its "
            "side\n\nRockets struck a terminal in the Sudanese port of Suakin overnight, "
            "officials said on Wednesday, while neighbouring Eritrea said a rocket had landed "
            "near Karora.\n\nThe governor, Ali Musa, said 12 rockets had been intercepted."
        ),
        [
            ("Rockets hit", "same_event_as", "struck a terminal"),
            ("one came down", "same_event_as", "had landed"),
        ],
    ),
    (
        (
            "Thousands led to safety as ash falls on Java\n\nSome 3,200 people have been led out "
            "of villages on Java, the fire service says.\n\nThe ash has covered fields."
        ),
        [
            ("Thousands led", "same_event_as", "have been led"),
            ("ash falls", "same_event_as", "ash has covered"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), DENIALS)
def test_a_denial_takes_up_what_was_said_before_it(pin, related, has_just, text, expected):
    has_just(related(pin(text)), expected)


@pytest.mark.parametrize(("text", "expected"), HEADLINES)
def test_a_headline_is_joined_with_what_its_story_tells_of_it(
    pin, related, has_just, text, expected
):
    has_just(related(pin(text)), expected)
