"""Figures of parts, of before, of nobody's own, and words about figures without a number."""

import pytest

CASES = [
    (
        (
            "Officials had said at least 56 people were killed when a ferry sank off Beira, but "
            "now put the confirmed death toll under 40."
        ),
        [("now put", "updates", "at least 56")],
    ),
    (
        (
            "The railway said 31 people had died in the crash at Kitwe. The toll was earlier put "
            "at 38, which the provincial government revised to 31 on Sunday."
        ),
        [("31 people", "updates", "earlier put at 38")],
    ),
    (
        (
            "The governor, Ana Paz, said 35 people had died in the blaze at Puebla. “Post-mortem "
            "examinations have been carried out on 22 of the bodies,” the chief doctor, Rosa Ruiz, "
            "said. The dead included 16 women and nine men."
        ),
        [("22 of the bodies", "part_of", "35 people"), ("The dead included", "part_of", "35")],
    ),
    (
        (
            "The railway said 78 people had died in the crash at Kitwe. Of the 78 bodies, 57 have "
            "been identified, a hospital official, Paul Banda, said."
        ),
        [("57 have", "part_of", "78 people")],
    ),
    (
        (
            "Police said 38 people had been killed in the crash near Kitwe. The 37 bodies "
            "identified were handed to relatives, a priest said."
        ),
        [("37 bodies", "part_of", "38 people")],
    ),
    (
        (
            "Nine civilians were killed in an air strike, police in Bria said. A spokesman for the "
            "hospital, Paul Doko, said 16 people had been killed."
        ),
        [],
    ),
    (
        (
            "At least 38 people were killed in a raid on Djibo, a nurse said. The army said nine "
            "civilians and four soldiers had died."
        ),
        [("nine civilians", "differs", "38 people")],
    ),
    (
        (
            "A total of 18 people were killed in an attack on the village of Moro in Mali, "
            "officials said. A spokesman for the governor, Ali Diarra, said gunmen had stormed the "
            "village, killing its chief and 17 other residents."
        ),
        [],
    ),
    (
        (
            "Police arrested 105 people during a march in Lima, officials said. The commander of "
            "the guard, Luis Paz, said 16 women and 89 men were arrested on Wednesday. He had "
            "earlier spoken of about 80 arrests. The legal aid group Amparo confirmed the tally."
        ),
        [
            ("16 women", "corroborates", "105 people"),
            ("16 women", "updates", "about 80"),
            ("confirmed the tally", "corroborates", "16 women"),
        ],
    ),
    (
        (
            "About 300 people were injured when an earthquake struck Arica, officials said. "
            "Eighty-one people have been admitted to hospital, a nurse said."
        ),
        [],
    ),
    (
        (
            "The coast guard said about 80 gallons of oil had spilled into the bay at Valdez. The "
            "tanker was carrying 5 million gallons of oil, the owner said. The initial estimates "
            "by the coast guard said only 10 gallons had spilled."
        ),
        [("80 gallons", "updates", "initial estimates")],
    ),
    (
        (
            "Rebels attacked a camp at Bria, killing at least four soldiers, the prefect said. "
            "Rebel forces said the death count was higher."
        ),
        [("death count", "differs", "four soldiers")],
    ),
    (
        (
            "Four soldiers were killed in an ambush near Bria, the prefect said. Villagers said "
            "many more had died."
        ),
        [("many more", "differs", "Four soldiers")],
    ),
    (
        (
            "Four soldiers were killed in an ambush near Bria, the prefect said. The ministry "
            "confirmed that the higher figures came from a hospital."
        ),
        [],
    ),
    (
        (
            "The toll of the fever in Mubende has risen to seven, the health ministry said on "
            "Friday.\n\nWards are full, a nurse said.\n\nThe health ministry gave the number of "
            "deaths as seven."
        ),
        [("number of deaths", "same_event_as", "has risen to seven")],
    ),
    (
        (
            "Twelve civilians, most of them women, were killed by an air strike near Arlit, the "
            "mayor said. The army said only gunmen had died."
        ),
        [("only gunmen", "contradicts", "Twelve civilians")],
    ),
    (
        (
            "Sudan said that Chadian soldiers had opened fire near Adre on Monday. N'Djamena "
            "accused Sudanese guards of firing at a Chadian patrol."
        ),
        [("accused Sudanese", "contradicts", "Chadian soldiers")],
    ),
    (
        (
            "Observers said the vote in Togo was free and fair. The opposition leader, Jean Fabre, "
            "said on Monday that the vote had been rigged."
        ),
        [("rigged", "contradicts", "free and fair")],
    ),
    (
        (
            "The police chief of Bria put the total dead at 15. The president's office later put "
            "the death toll at 16."
        ),
        [("toll at 16", "differs", "dead at 15")],
    ),
    (
        (
            "Twelve people were killed when a bus fell off a bridge at Oaxaca, the state police "
            "said. The city government's toll, however, remained unchanged at nine."
        ),
        [("unchanged at nine", "differs", "Twelve people")],
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
            "The marchers' league said four people had been killed in Jos on Sunday. The police "
            "chief, Ade Bello, insisted that no marcher had been killed."
        ),
        [("no marcher", "contradicts", "four people")],
    ),
    (
        (
            "Chadian soldiers fired across the border near Adre on Monday, a Sudanese army "
            "spokesman said. A Chadian army official said Sudan had started the clash."
        ),
        [("started the clash", "contradicts", "fired across")],
    ),
    (
        (
            "Sources close to the pirates said the crew was freed after a ransom of 2 million "
            "dollars was paid. “We have freed the crew after the ransom of 2 million dollars was "
            "paid,” a pirate told a radio station."
        ),
        [("a pirate told", "corroborates", "Sources close")],
    ),
    (
        (
            "The police chief of Bria put the total dead at 15, saying four were girls. The "
            "president's office put the death toll at 16."
        ),
        [("toll at 16", "differs", "dead at 15")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_figures_are_held_against_those_that_they_are_of(pin, related, has_just, text, expected):
    has_just(related(pin(text)), expected)
