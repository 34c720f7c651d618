"""Figures of parts, of before, of nobody's own, and words about figures without a number."""

import pytest

CASES = [
    (
        (
            "The port had said at least 83 sailors died when a ferry sank off Beira, but now puts "
            "the number of dead under 70."
        ),
        [("now puts", "updates", "at least 83")],
    ),
    (
        (
            "The mine said 27 people had died in the blast at Kitwe. The toll was earlier put at "
            "33, which the mayor revised to 27 on Sunday."
        ),
        [("27 people", "updates", "earlier put at 33")],
    ),
    (
        (
            "The bishop, Luis Paz, said 48 people had died in the flood at Puebla. “Coffins have "
            "been found for 31 of the bodies,” the undertaker, Rosa Ruiz, said. The dead included "
            "12 girls and five boys."
        ),
        [("31 of the bodies", "part_of", "48 people"), ("The dead included", "part_of", "48")],
    ),
    (
        (
            "The airline said 94 people had died in the crash at Kitwe. Of the 94 bodies, 61 have "
            "been claimed, a priest, Paul Banda, said."
        ),
        [("61 have", "part_of", "94 people")],
    ),
    (
        (
            "Police said 52 people had been killed in the landslide near Kitwe. The 49 bodies "
            "identified have been buried, a priest said."
        ),
        [("49 bodies", "part_of", "52 people")],
    ),
    (
        (
            "Seven civilians were killed in a mortar attack, police in Bria said. A spokesman for "
            "the hospital, Paul Doko, said 13 people had been killed."
        ),
        [],
    ),
    (
        (
            "More than 50 people were killed in a raid on Dori, a nurse said. The army said seven "
            "civilians and three guards had died."
        ),
        [("seven civilians", "differs", "50 people")],
    ),
    (
        (
            "In all, 25 people were killed in a raid on a wedding in Moro in Mali, officials said. "
            "A spokesman for the governor, Ali Diarra, said horsemen had burst into the tent, "
            "killing the groom and 24 other guests."
        ),
        [],
    ),
    (
        (
            "Police arrested 74 people at a football match in Lima, officials said. The chief of "
            "the stewards, Luis Paz, said 31 girls and 43 boys were arrested on Sunday. He had "
            "earlier spoken of about 60 arrests. The fan club Amparo confirmed the tally."
        ),
        [
            ("31 girls", "corroborates", "74 people"),
            ("31 girls", "updates", "about 60"),
            ("confirmed the tally", "corroborates", "31 girls"),
        ],
    ),
    (
        (
            "About 450 people were injured when a storm struck Arica, officials said. Sixty-four "
            "people were admitted to hospital, a nurse said."
        ),
        [],
    ),
    (
        (
            "The port board said about 30 tonnes of wine had leaked into the bay at Arica. The "
            "barge was carrying 2,000 tonnes of wine, the owner said. The initial estimates of the "
            "port board said just 6 tonnes had leaked."
        ),
        [("30 tonnes", "updates", "initial estimates")],
    ),
    (
        (
            "Gunmen shelled a depot at Bria, killing more than six guards, the prefect said. The "
            "owner of the depot said the death count was higher."
        ),
        [("death count", "differs", "six guards")],
    ),
    (
        (
            "Six guards were killed in an ambush near Bria, the prefect said. Villagers said many "
            "more had died."
        ),
        [("many more", "differs", "Six guards")],
    ),
    (
        (
            "Six guards were killed in an ambush near Bria, the prefect said. The bishop confirmed "
            "that higher figures had been heard in a hospital."
        ),
        [],
    ),
    (
        (
            "The toll of the typhoid in Gulu has climbed to 23, the water ministry said on "
            "Tuesday.\n\nWells are closed, a nurse said.\n\nThe water ministry gave the number of "
            "deaths as 23."
        ),
        [("number of deaths", "same_event_as", "has climbed to 23")],
    ),
    (
        (
            "Nineteen civilians, most of them traders, were killed by a mine near Arlit, the mayor "
            "said. The army said only gunmen had died."
        ),
        [("only gunmen", "contradicts", "Nineteen civilians")],
    ),
    (
        (
            "Sudan said that Chadian soldiers had shelled a mill near Adre on Friday. N'Djamena "
            "accused Sudanese guards of shelling a Chadian school."
        ),
        [("accused Sudanese", "contradicts", "Chadian soldiers")],
    ),
    (
        (
            "Observers said the vote in Malawi was free and fair. A beaten candidate, Peter Zimba, "
            "said on Sunday that the vote had been rigged."
        ),
        [("rigged", "contradicts", "free and fair")],
    ),
    (
        (
            "The police chief of Bria put the total dead at 22. The bishop's office later put the "
            "toll at 27."
        ),
        [("toll at 27", "differs", "dead at 22")],
    ),
    (
        (
            "Nineteen people were killed when a crane fell on a café at Oaxaca, the state police "
            "said. The city government's toll, however, remained at 16."
        ),
        [("remained at 16", "differs", "Nineteen people")],
    ),
    (
        (
            "The fire brigade said 12 people had died. A hospital official gave the number as 14. "
            "On Tuesday the fire brigade raised its figure to 15."
        ),
        [("number as 14", "differs", "12 people"), ("figure to 15", "updates", "12 people")],
    ),
    (
        "The mayor put the toll at 12, the hospital at 20.",
        [("hospital at 20", "differs", "toll at 12")],
    ),
    (
        "Police put the crowd at 3,000, organisers at about 12,000.",
        [("organisers at", "differs", "crowd at 3,000")],
    ),
    (
        (
            "The mayor put the toll at 12 on Monday, a rise of four at the clinic at 20 Main "
            "Street in Oaxaca."
        ),
        [],
    ),
    (
        (
            "The drivers' league said six people had been killed in Jos on Sunday. The police "
            "chief, Ade Bello, insisted that no driver had been killed."
        ),
        [("no driver", "contradicts", "six people")],
    ),
    (
        (
            "Chadian soldiers shelled a mill near Adre on Friday, a Sudanese army captain said. A "
            "Chadian army official said Sudan had started the clash."
        ),
        [("started the clash", "contradicts", "shelled a mill")],
    ),
    (
        (
            "Sources close to the kidnappers said the doctors were freed after a ransom of 700,000 "
            "dollars was paid. “The doctors were freed once the ransom of 700,000 dollars was "
            "paid,” a kidnapper told a radio station."
        ),
        [("a kidnapper told", "corroborates", "Sources close")],
    ),
    (
        (
            "The police chief of Bria put the total dead at 22, saying six were pupils. The "
            "bishop's office put the death toll at 27."
        ),
        [("toll at 27", "differs", "dead at 22")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_figures_are_held_against_those_that_they_are_of(pin, related, has_just, text, expected):
    has_just(related(pin(text)), expected)
