"""Numbers that stand side by side and are not of one thing, and counts of a part of the land."""

import pytest

CASES = [
    (
        (
            "The province of Salta has asked for 40,000 tents. A spokesman for the Red Cross, "
            "Luis Rey, said 15,000 would be sent from Panama next week."
        ),
        [],
    ),
    (
        (
            "The council in Leeds promised to repair 900 bridges. The auditor put the figure at "
            "210, the council said later."
        ),
        [],
    ),
    (
        (
            "A clinic in Lusaka has counted 31 cases of cholera. In the north the toll has risen "
            "by about 10 a day, nurses said."
        ),
        [],
    ),
    (
        (
            "Turnout was 52 per cent. Mr Ruiz won 61 per cent of the ballots, the electoral "
            "court in Lima said. Turnout was 44 per cent, the opposition said."
        ),
        [("44", "differs", "Turnout was 52")],
    ),
    (
        (
            "A nurse at the clinic in Kisumu said 18 people had been wounded. Three policemen "
            "were wounded, the commissioner said."
        ),
        [],
    ),
    (
        (
            "Rescuers in Bolivia said at least 14 people had died. The governor of Potosí raised "
            "the number of deaths to 14."
        ),
        [("raised", "compatible", "at least 14")],
    ),
    (
        (
            "The mayor of Bari was jailed with three other people over a fire at a depot, after "
            "which 11 people died. Two Danish tourists were among the dead, a clerk said."
        ),
        [],
    ),
    (
        (
            "The relief body Hilfe, whose trucks carry most of the town’s dead, said it had found "
            "80 bodies in Derna. The ministry of health spoke of 25 deaths."
        ),
        [("25", "differs", "80")],
    ),
    (
        (
            "Officials said on Monday that the storm had killed 90 people in the Philippines. In "
            "Cebu, the governor said, 12 people were killed by the storm."
        ),
        [("In Cebu", "part_of", "killed 90")],
    ),
    (
        (
            "Officials said 9,000 people had fled from the volcano in Ecuador. Some 1,200 "
            "evacuees were sleeping in schools in Ambato, a priest said."
        ),
        [("1,200", "part_of", "9,000")],
    ),
    (
        (
            "The agency said 8,000 people had crossed into Uganda on Friday. Uganda asked for "
            "another $90 million. The agency plans to move 1,500 of the new arrivals to a camp."
        ),
        [],
    ),
    (
        (
            "The two sides agreed to swap 640 captives, the envoy said. Under the deal, 400 men "
            "held in Tartus would be flown to Aleppo and 240 would go the other way."
        ),
        [("400", "part_of", "640"), ("240", "part_of", "640")],
    ),
    (
        (
            "The ministry has recorded 52 cases of measles in Ghana. Of the 52, 31 were in "
            "Tamale and 14 in Kumasi, it said."
        ),
        [("31", "part_of", "52 cases"), ("14", "part_of", "52 cases")],
    ),
    (
        "The institute in Lomé reported 630 cases as of Tuesday, up from 480 a week earlier.",
        [("630", "updates", "480")],
    ),
    (
        (
            "By April it had checked only 320, according to the paper Avui. A spokesman put the "
            "figure at 540."
        ),
        [("540", "differs", "320")],
    ),
    (
        (
            "Gunmen took 70 people from a village near Kano, residents said. The chief, Ado Sule, "
            "put the number of those taken at 110. It was quiet at noon."
        ),
        [("110", "differs", "70")],
    ),
    (
        (
            "The army said 21 of its soldiers had been killed near Gao. Two officials put the "
            "army's losses higher, at more than 40."
        ),
        [("40", "differs", "21")],
    ),
    (
        (
            "A flood swept through Pasto on Sunday, killing at least 12 people, police said. The "
            "mayor put the number of dead at 12 on Monday evening."
        ),
        [("evening", "compatible", "at least 12")],
    ),
    (
        (
            "Cholera has killed 90 people in Malawi since May. A priest in Zomba claimed that "
            "more than 300 people had died."
        ),
        [("300", "differs", "90")],
    ),
    (
        (
            "The firm Oleum, which runs the line, says 700 barrels escaped off Angola on Friday. "
            "A skipper, Rui Costa, put the spill at more than 5,000 barrels."
        ),
        [("5,000", "differs", "700")],
    ),
    (
        (
            "The flood killed 4,000 people in the port of Tela, the relief agency said. An "
            "estimated 90 people had been killed elsewhere in Honduras, the mayor said."
        ),
        [],
    ),
    (
        (
            "The rebels said they had killed two soldiers near Agadez. The army said 14 rebels "
            "were killed near Agadez."
        ),
        [],
    ),
    (
        (
            "The rebels said they had found 15 bodies near Jaffna. The war has killed more than "
            "60,000 people, a UN agency said."
        ),
        [],
    ),
    (
        (
            "The unions said 80 per cent of workers had joined the strike in Chile. Employers said "
            "only 20 to 30 per cent of workers had joined the strike."
        ),
        [("20 to 30", "differs", "80")],
    ),
    (
        (
            "The clerk said 9 million people had walked out in Brazil. The country's total "
            "population is 140 million, the bureau said."
        ),
        [],
    ),
    (
        (
            "A nurse at the clinic in Davos said 14 patients had been brought there. Another 23 "
            "patients were taken to the hospital in Chur, a doctor said."
        ),
        [],
    ),
    (
        (
            "The harbour police said 12 men had died in the fire in Oran. Samir Haddad, the "
            "harbour police chief, said 12 men had died in the fire in Oran."
        ),
        [],
    ),
    (
        (
            "Officers found nine bodies in Minna. A teacher said he feared the men would later be "
            "shown among the 30 dead."
        ),
        [],
    ),
    (
        (
            "A board in the hall of Legazpi put the deaths at 300 on Sunday. Deaths rose by more "
            "than 90 to 410 on Monday, the council said."
        ),
        [("410", "updates", "300")],
    ),
    (
        (
            "The army said 12 civilians had been killed near Gao and that it had killed about 60 "
            "rebels. The rebel group Anya said 12 civilians had been killed and that it had lost "
            "two men."
        ),
        [("rebel group Anya", "corroborates", "The army said"), ("lost two", "differs", "60")],
    ),
    (
        (
            "A bus fell into a ravine near Loja, and 31 people were taken to hospitals, the "
            "police said. The bus company spoke of about 40 injured."
        ),
        [("40", "differs", "31")],
    ),
    (
        (
            "The ministry in Lomé has counted 90 cases of cholera, including nine deaths. Doctors "
            "in Lomé counted 140 cases. They said 22 of the patients had died."
        ),
        [
            ("nine deaths", "part_of", "90"),
            ("140", "differs", "90"),
            ("22", "part_of", "140"),
            ("22", "differs", "nine"),
        ],
    ),
    (
        (
            "Some 400 families in Marib have no water, a charity said on Tuesday, up from 130 in "
            "September. The governor put the number at 90."
        ),
        [("400", "updates", "130"), ("90", "differs", "400")],
    ),
    (
        (
            "A mudslide in Kano killed 17 people on Monday, the governor said, raising an earlier "
            "toll of nine. The miners’ union put the number of dead at 21."
        ),
        [("17", "updates", "nine"), ("21", "differs", "17")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_only_numbers_of_one_thing_are_held_against_each_other(
    pin, related, has_just, text, expected
):
    has_just(related(pin(text)), expected)
