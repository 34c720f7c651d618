"""Two numbers of one thing, and two that are not, in other words than those of any report."""

import pytest

CASES = [
    (
        (
            "Gendarmes counted about 700 tractors on the road to Lyon on Monday. The "
            "farmers' league spoke of 2,100."
        ),
        [("2,100", "differs", "700")],
    ),
    (
        "Police said 900 people had marched through Zagreb on Sunday; organisers spoke of 3,000.",
        [("3,000", "differs", "900")],
    ),
    (
        (
            "The insurer Alba estimates the loss at 8 to 9 million francs. The chamber of "
            "trade sets it at 20 million."
        ),
        [("20 million", "differs", "8 to 9")],
    ),
    (
        (
            "The ministry of health said 12 people had died in the floods in Ghana. The "
            "opposition put the figure at 19."
        ),
        [("19", "differs", "12")],
    ),
    (
        (
            "Officials in Accra said 14 people had died when a bridge fell on Monday. The "
            "mayor said the number of dead was 19 rather than 14."
        ),
        [("19", "differs", "14 people")],
    ),
    (
        (
            "The prefect said on Tuesday that 12 people had been killed by the flood in "
            "Ghana. “We have counted 19 bodies,” said the mayor, Kofi Addo."
        ),
        [("19", "differs", "12 people")],
    ),
    (
        (
            "Three people were shot dead at the march in Lagos, a nurse said. A lawyers' "
            "group said it knew of seven deaths."
        ),
        [("seven", "differs", "Three")],
    ),
    (
        (
            "The operator said 22 per cent of drivers had stayed at home. The union put "
            "participation at 75 per cent."
        ),
        [("75", "differs", "22")],
    ),
    (
        (
            "The electoral commission of Ghana said on Monday that turnout was 61 per "
            "cent. The opposition party NDC said turnout was no more than 40 per cent."
        ),
        [("40", "differs", "61")],
    ),
    (
        (
            "The oil firm Bexo said 600 barrels had escaped into the bay of Lagos. A "
            "skipper estimated it at over 3,500."
        ),
        [("3,500", "differs", "600")],
    ),
    (
        (
            "A landslide killed at least 30 people in Ghana on Monday, the police said. "
            "The Red Cross said it had counted 33 dead."
        ),
        [("33", "compatible", "30")],
    ),
    (
        (
            "A landslide in Ghana on Monday killed at least 30 people. The Red Cross said "
            "it had counted 33 dead."
        ),
        [("33", "compatible", "30")],
    ),
    (
        (
            "The civil protection agency, which had first told of 11 dead, raised the toll "
            "of the flood in Ghana to 14 on Sunday."
        ),
        [],
    ),
    (
        (
            "The flood in Ghana killed 11 people, the civil protection agency said on "
            "Friday.\n\nOn Sunday the agency raised the toll to 14."
        ),
        [("14", "updates", "11")],
    ),
    (
        (
            "The army said on Monday that eight soldiers had been killed in Ghana. On "
            "Tuesday the army said that 11 soldiers had been killed."
        ),
        [("11", "updates", "eight")],
    ),
    (
        "The district office recorded six deaths: four in Kumasi and two in Tamale.",
        [("two in", "part_of", "six")],
    ),
    (
        (
            "Police said they had made 40 arrests during the protest in Nairobi on "
            "Tuesday. The lawyers' union said at least 120 people had been detained."
        ),
        [("120", "differs", "40")],
    ),
    (
        (
            "The interior ministry said 85 protesters had been arrested in Minsk on "
            "Sunday. The rights group Vesna listed 212 detainees by name."
        ),
        [("212", "differs", "85")],
    ),
    (
        (
            "The fire has burned 4,000 hectares of forest in northern Greece, the fire "
            "service said. The environment group Arktos said the burnt area was 9,500 "
            "hectares."
        ),
        [("9,500", "differs", "4,000")],
    ),
    (
        (
            "The union said 60,000 workers had joined the strike in Chile. The company "
            "said fewer than half of that had stayed away."
        ),
        [("fewer than half", "differs", "60,000")],
    ),
    (
        (
            "The UN refugee agency said 30,000 people had fled the fighting in Ituri. The "
            "governor said the number of displaced was 12,000."
        ),
        [("12,000", "differs", "30,000")],
    ),
    (
        (
            "The toll of the fire in Manila stands at 23, the fire bureau said. A hospital "
            "director said 31 victims had been brought in."
        ),
        [("31", "differs", "23")],
    ),
    (
        (
            "The navy said 18 migrants had drowned off Tunisia on Sunday. The Red Crescent "
            "also gave a toll of 18."
        ),
        [("toll of 18", "corroborates", "18 migrants")],
    ),
    (
        (
            "The police said 12 people had been killed in a bus crash in Kenya. In Peru, "
            "the fire service said, 30 people died when a bridge fell."
        ),
        [],
    ),
    (
        (
            "The navy said 12 people had drowned off Tunisia on Sunday. The Red Crescent "
            "said 30 were missing."
        ),
        [],
    ),
    (
        (
            "The police said 12 people had been killed by a bomb in Lahore. A hospital "
            "said 40 people had been injured."
        ),
        [],
    ),
    (
        (
            "The agency said 4,000 houses had been destroyed in Sindh. About a third of "
            "them were in Dadu, it said."
        ),
        [("third", "part_of", "4,000")],
    ),
    (
        (
            "The charity has counted 300 refugees in the camp at Dadaab. Of these 90 are "
            "children, the charity said."
        ),
        [("90", "part_of", "300")],
    ),
    (
        (
            "A flood killed 12 people in Ghana on Monday, the fire service said. Three "
            "schools were shut.\n\nThe mayor opened a market.\n\nPolice said nine people had "
            "died in a bus crash in Ghana on Monday."
        ),
        [],
    ),
    (
        (
            "Police said 12 people had been killed in Kumasi on Monday. The Red Cross said "
            "30 people had been killed in Tamale on Monday."
        ),
        [],
    ),
    (
        (
            "Turnout was 61 per cent, the commission said. The president won 53 per cent "
            "of the vote, his party said."
        ),
        [],
    ),
    (
        (
            "The ministry said it would pay 5 million dollars for food in Chad. A bank "
            "said it had lost 20 million dollars in Chad."
        ),
        [],
    ),
    (
        (
            "The navy said two ships had sunk off Yemen. The union said 14 sailors had "
            "been saved off Yemen."
        ),
        [],
    ),
    (
        (
            "Police said 900 people had marched in Zagreb on Sunday. The hospital said 40 "
            "people had been treated for the heat."
        ),
        [],
    ),
    (
        (
            "The ministry said 40 cases of cholera had been found in Malawi. The bank said "
            "300 cases of fraud had been reported."
        ),
        [],
    ),
    (
        (
            "Police said they had arrested 40 people in Nairobi on Tuesday. A doctor said "
            "two people had been killed."
        ),
        [],
    ),
    (
        (
            "The union said teachers wanted a raise of 90 euros. The ministry said it had "
            "built 12 schools."
        ),
        [],
    ),
    (
        (
            "The fire chief said nine people had died in the hotel in Goa. The hospital "
            "had received 14 bodies, its director said."
        ),
        [("14 bodies", "differs", "nine people")],
    ),
    (
        (
            "The navy said 40 people were missing after the ferry sank off Samar. The "
            "owner said 62 were unaccounted for."
        ),
        [("62", "differs", "40")],
    ),
    (
        (
            "The police chief said 80 pupils had been kidnapped in Kaduna. Parents said "
            "137 children had been taken."
        ),
        [("137", "differs", "80")],
    ),
    (
        (
            "The disaster agency said 2,000 people were homeless in Sindh. The Red "
            "Crescent put the number of displaced at 9,000."
        ),
        [("9,000", "differs", "2,000")],
    ),
    (
        (
            "The ministry said 4,000 hectares had burned in Evros. Farmers said 7,000 "
            "hectares were lost."
        ),
        [("7,000", "differs", "4,000")],
    ),
    (
        (
            "The army said 11 soldiers had died in the ambush in Mali. The rebels claimed "
            "54 soldiers were killed."
        ),
        [("54", "differs", "11")],
    ),
    (
        "Police put the crowd in Turin at 9,000. The organisers claimed 40,000 people had come.",
        [("40,000", "differs", "9,000")],
    ),
    (
        (
            "Some 6,000 people attended the rally in Skopje, according to the police. "
            "Organisers said there were 25,000 demonstrators."
        ),
        [("25,000", "differs", "6,000")],
    ),
    (
        (
            "The city of Bergen puts the damage at 30 million euros. The insurer said the "
            "damage was closer to 55 million euros."
        ),
        [("55", "differs", "30")],
    ),
    (
        (
            "The health ministry said it had confirmed 23 cases of measles in Samoa. The "
            "World Health Organization listed 58 cases."
        ),
        [("58", "differs", "23")],
    ),
    (
        (
            "A hospital in Samoa said it had treated 60 measles patients. The ministry "
            "gave the number of infections as 23."
        ),
        [],
    ),
    (
        (
            "By Friday the police had counted nine dead in the flood in Ghana. By Sunday "
            "the police had counted 14 dead."
        ),
        [("14", "updates", "nine")],
    ),
    (
        (
            "The police said 14 people had died in the flood in Ghana. The police had "
            "earlier put the toll at nine."
        ),
        [("14", "updates", "nine")],
    ),
    (
        (
            "More than 90 people died in the stampede in Conakry, the opposition said. A "
            "doctor said he had counted 91 bodies."
        ),
        [("91", "compatible", "90")],
    ),
    (
        (
            "Gunmen seized herders in Borno\n\nGunmen rode into a camp near Gwoza on Tuesday "
            "and killed at least five herders, a chief said. The chief said 60 people had "
            "been taken. Police said 31 were missing.\n\nThe army denied that the camp had "
            "been left without guards. The governor’s office had no comment on the ransom."
        ),
        [
            ("seized herders", "same_event_as", "camp near"),
            ("31", "differs", "60"),
            ("The army denied", "denies", "camp near"),
        ],
    ),
    (
        (
            "Rail strike stops trains in Norland\n\nA strike brought trains in northern "
            "Italy to a halt on Monday. The operator said 22 per cent of its drivers had "
            "stayed at home. The union put participation at 75 per cent.\n\nThe union wants "
            "a rise of 90 euros. The transport minister called the strike “irresponsible”. "
            "Monday’s walkout is the third this year."
        ),
        [("Rail strike", "same_event_as", "A strike brought"), ("75", "differs", "22")],
    ),
    (
        (
            "Wildfire forces thousands from homes in Crete\n\nA wildfire drove 3,000 people "
            "from their homes on the Greek island of Crete on Sunday, the fire service "
            "said. It has burned 400 hectares. The mayor of Sitia, Anna Raki, said the "
            "burnt area was 900 hectares and that 5,000 people had fled.\n\nThe fire service "
            "said a farmer had been arrested on suspicion of arson. His lawyer said the "
            "fire had been an accident."
        ),
        [
            ("Wildfire forces", "same_event_as", "A wildfire"),
            ("900 hectares", "differs", "400"),
            ("5,000", "differs", "3,000"),
        ],
    ),
    (
        (
            "Oil spill off Gabon\n\nA pipeline leaked into the sea off Gabon on Friday, the "
            "oil firm Petrex said. It said 600 barrels had escaped. A skipper, Jean Obame, "
            "estimated it at over 3,500. The ministry of fisheries rejected that "
            "number.\n\nPetrex insisted that the leak had been closed within an hour. "
            "Fishermen said oil was still coming out on Sunday."
        ),
        [
            ("Oil spill", "same_event_as", "leaked"),
            ("3,500", "differs", "600"),
            ("rejected", "denies", "3,500"),
        ],
    ),
    (
        (
            "Guinea opposition rejects count; two killed in Labé\n\nTwo people were killed "
            "in Labé on Monday, a hospital said, when police fired on a crowd. The "
            "electoral commission said President Alpha Sow had won 58 per cent of the "
            "vote. His rival, Mamadou Ba, rejected the count. Turnout was 61 per cent, the "
            "commission said. Ba’s party spoke of 35 per cent.\n\nPolice denied that they "
            "had fired live rounds. The European Union’s observers, who had 90 people "
            "there, have not commented on the count."
        ),
        [
            ("Guinea opposition", "same_event_as", "rejected"),
            ("two killed", "same_event_as", "Two people"),
            ("Mamadou", "denies", "58"),
            ("35", "differs", "61"),
            ("live rounds", "denies", "fired on a"),
        ],
    ),
    (
        (
            "Quake kills 12 in Nepal\n\nAn earthquake of magnitude 6.1 struck western Nepal "
            "early on Friday, killing at least 12 people, police said. Most of the dead "
            "were in Jajarkot district. The interior ministry counted 15 dead by noon. By "
            "Sunday the ministry had raised the toll to 19.\n\n“We have buried 23 people,” "
            "said the mayor of Khalanga, Hari Thapa. The ministry said it could not "
            "confirm that figure."
        ),
        [
            ("Quake kills", "same_event_as", "12 people"),
            ("15", "compatible", "12"),
            ("19", "updates", "15"),
            ("that figure", "declines_to_confirm", "23"),
        ],
    ),
    (
        (
            "Cholera spreads in Zambia\n\nCholera has killed 40 people in Zambia’s Southern "
            "Province, the health ministry said on Monday. It has recorded 900 cases. A "
            "doctors’ union said there were more than 2,000 cases, and 70 deaths.\n\nThe "
            "minister, Ruth Banda, said the clinics had enough salt solution. Nurses said "
            "there was none."
        ),
        [("Cholera spreads", "same_event_as", "killed 40"), ("2,000", "differs", "900")],
    ),
    (
        (
            "Tanker hit off Yemen\n\nA tanker was hit by a missile off Yemen on Thursday, "
            "the British agency UKMTO said. The rebels said that they had sunk the ship. "
            "The owner said that she was still afloat. Three sailors were hurt, according "
            "to the owner; the rebels said nobody had been hurt.\n\nIran rejected "
            "accusations that it had supplied the missile."
        ),
        [
            ("Tanker hit", "same_event_as", "A tanker"),
            ("afloat", "contradicts", "sunk"),
            ("nobody", "contradicts", "Three"),
            ("Iran rejected", "denies", "accusations"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_numbers_of_one_thing_are_held_against_each_other(pin, related, has_just, text, expected):
    has_just(related(pin(text)), expected)
