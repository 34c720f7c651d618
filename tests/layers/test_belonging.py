"""What is told of the event of a report is put where the event was, and only that."""

import pytest

from layers.lexicon import table

FIRE = "A fire broke out at a hotel in Lyon on Monday, police said.\n\n"
CRASH = "A bus crashed near Lyon on Monday, killing four people, police said.\n\n"


def places_of(annotations, quote):
    """Return (place, role, explicit) of the one claim whose words hold `quote`."""
    found = [a for a in annotations if quote in a.anchor.quote]
    assert found, [a.anchor.quote for a in annotations]
    return [
        (a.where.place, a.where.place_explicit)
        for a in found
        if a.where.place_role in {"event_location", "destination"}
    ]


@pytest.mark.parametrize(
    ("told", "quote"),
    [
        ("A survivor, Ada Orne, said that the brakes had failed.", "brakes"),
        ("“Nobody came for an hour,” said Ada Orne, a teacher.", "Nobody came"),
        ("Police said the brakes had failed.", "brakes"),
        ("“We found the door locked,” said Ivo Lund, a fire brigade spokesman.", "locked"),
        ("The crash was the third in a month.", "third"),
        ("The owner of the bus denied that it had crashed.", "denied"),
    ],
)
def test_who_was_there_tells_of_the_place_of_the_event(pin, told, quote):
    assert places_of(pin(CRASH + told), quote) == [("Lyon", False)]


@pytest.mark.parametrize(
    ("told", "quote"),
    [
        ("Ada Orne, an economist, said that the brakes had failed.", "brakes"),
        ("Police in Berlin said the brakes had failed.", "brakes"),
        ("The owner of the bus denied any wrongdoing.", "denied"),
        ("Police said the brakes might have failed.", "brakes"),
    ],
)
def test_who_was_not_there_tells_of_no_place(pin, told, quote):
    assert places_of(pin(CRASH + told), quote) == []


def test_of_two_sites_what_a_witness_tells_may_be_of_either(pin):
    found = pin(
        "Bombs killed four people in Lyon on Monday, police said. A bomb killed two in Lille.\n\n"
        "A survivor, Ada Orne, said that the ground shook."
    )
    assert places_of(found, "ground shook") == []


@pytest.mark.parametrize(
    ("told", "quote"),
    [
        ("The hotel had closed its doors in May.", "closed its doors"),
        ("Its owner would sell the hotel, a paper reported.", "would sell"),
    ],
)
def test_a_thing_that_stands_is_where_it_was_named_first(pin, told, quote):
    assert places_of(pin(FIRE + told), quote) == [("Lyon", False)]


@pytest.mark.parametrize(
    ("told", "quote"),
    [
        ("A hotel had closed its doors in May.", "closed its doors"),
        ("The hotel owner went home in May.", "went home"),
        ("The mill had closed its doors in May.", "closed its doors"),
    ],
)
def test_another_thing_is_no_thing_named_before(pin, told, quote):
    assert places_of(pin(FIRE + told), quote) == []


def test_a_thing_is_where_it_was_named_last(pin):
    found = pin(
        FIRE + "A mill burned down in Lille a day later. The mill had opened in May. "
        "The hotel had opened in June."
    )
    assert places_of(found, "in May") == [("Lille", False)]
    assert places_of(found, "in June") == [("Lyon", False)]


@pytest.mark.parametrize("thing", table("standing_things"))
def test_every_standing_thing_stays_where_it_is(pin, thing):
    found = pin(f"A fire burned down a {thing} in Lyon on Monday.\n\nThe {thing} was old.")
    assert places_of(found, "was old") == [("Lyon", False)]


def test_a_trial_is_where_the_court_is_and_not_where_the_deed_was(pin):
    found = pin(
        "A court in Lyon on Monday sentenced a mayor to five years in prison.\n\n"
        "Prosecutors said he had stolen money meant for a bridge in Lille. "
        "Two others were acquitted."
    )
    assert places_of(found, "acquitted") == [("Lyon", False)]


def test_a_crash_is_not_where_the_train_was_going(pin):
    found = pin(
        "A train crashed near Lyon on Monday, police said.\n\n"
        "The train was travelling from Paris to Marseille. At least 60 passengers were injured."
    )
    assert places_of(found, "60 passengers") == [("Lyon", False)]


def test_the_town_of_a_mayor_is_not_where_all_of_it_happened(pin):
    found = pin(
        "An earthquake hit central Italy on Monday.\n\n"
        "“Many houses fell,” said Ada Orne, the mayor of the village of Orvelo.\n\n"
        "Two people were hurt in the earthquake."
    )
    assert places_of(found, "houses fell") == [("Orvelo", True)]
    assert places_of(found, "Two people") == [("central Italy", False)]


def test_the_place_beside_the_name_of_an_event_is_its_site(pin):
    found = pin(
        "Cholera has killed 58 people in the south of Sudan, officials said.\n\n"
        "The outbreak in the city of Kosti was blamed on bad water by the ministry.\n\n"
        "The disease killed nine people on Friday."
    )
    assert places_of(found, "nine people") == [("Kosti", False)]


def test_villages_named_together_are_the_site_together(pin):
    found = pin(
        "Gunmen abducted 60 people from the villages of Dankala, Tungara and Kwaria, police said."
        "\n\nFour people were killed."
    )
    expected = ["Dankala", "Tungara", "Kwaria"]
    assert places_of(found, "abducted") == [(name, True) for name in expected]
    assert places_of(found, "Four people") == [(name, False) for name in expected]


def test_towns_named_together_are_not_drawn_for_what_else_is_told(pin):
    found = pin(
        "Bombs killed four people in Lyon and Lille on Monday, police said.\n\n"
        "Twelve people were hurt."
    )
    assert places_of(found, "Twelve") == []


@pytest.mark.parametrize(
    ("told", "quote", "place"),
    [
        ("The health department of Punjab counted 23 dead.", "23 dead", "Punjab (Pakistan)"),
        ("Haryana reported 12 deaths.", "12 deaths", "Haryana"),
        ("Police in Jodhpur said two people had died.", "two people", "Jodhpur"),
    ],
)
def test_an_authority_counts_what_happened_in_its_own_land(pin, told, quote, place):
    found = pin(
        "Heat killed dozens of people in India and Pakistan this week, officials said.\n\n"
        f"Sindh reported nine deaths. {told}"
    )
    assert places_of(found, quote) == [(place, True)]


def test_an_authority_counts_at_the_site_within_its_land(pin):
    found = pin(
        "A bomb exploded in Jodhpur on Monday.\n\n"
        "The health department of Rajasthan counted 23 dead."
    )
    assert places_of(found, "23 dead") == [("Jodhpur", False)]


def test_the_ministry_of_a_state_counts_where_it_happened(pin):
    found = pin(
        "A bomb exploded in Jodhpur on Monday.\n\nThe health ministry of India counted 23 dead."
    )
    assert places_of(found, "23 dead") == [("Jodhpur", False)]


def test_words_point_to_where_it_happened(pin):
    found = pin("A bomb exploded in Jodhpur on Monday. Soldiers were sent to the area.")
    assert places_of(found, "sent to the area") == [("Jodhpur", False)]


@pytest.mark.parametrize(
    "told",
    [
        "A Seoul court on Friday sentenced a mayor to five years in prison.",
        "A Seoul appeals court late Friday sentenced a mayor to five years in prison.",
        "A mayor was sentenced to five years in prison by a Seoul court.",
    ],
)
def test_a_court_sits_in_the_town_before_its_name(pin, told):
    assert places_of(pin(told), "mayor") == [("Seoul", True)]


def test_a_state_tries_in_no_place_of_its_own(pin):
    assert places_of(pin("A French court jailed a mayor on Monday."), "jailed") == [
        ("France", False)
    ]


def test_a_court_abroad_tries_at_home_and_goes_on_trying_there(pin):
    found = pin(
        "A court in Lyon sentenced a jeweller to nine years of prison on Monday.\n\n"
        "A Kenyan court in 2011 convicted him of smuggling.\n\n"
        "In 2014 he got a second sentence for arson."
    )
    assert places_of(found, "convicted") == [("Kenya", False)]
    assert places_of(found, "second sentence") == [("Kenya", False)]


def test_a_court_of_the_country_tries_in_the_town_that_is_told(pin):
    found = pin(
        "A court in Lyon sentenced a jeweller to nine years of prison on Monday.\n\n"
        "A French court had convicted him of smuggling before."
    )
    assert places_of(found, "convicted") == [("Lyon", False)]


def test_what_an_official_goes_on_to_count_is_where_the_sentence_says(pin):
    found = pin(
        "In the district of Pesisara, 23 people were found dead and six were still missing, "
        "according to Ada Orne, an official from Rajasthan."
    )
    assert places_of(found, "still missing") == [("Pesisara", False)]


def test_a_river_beside_the_one_town_is_no_second_site(pin):
    found = pin(
        "The Orvela River flooded on Monday. Four people died in Jodhpur, police said.\n\n"
        "Twelve people were hurt."
    )
    assert places_of(found, "Twelve") == [("Jodhpur", False)]


def test_the_dead_of_an_outbreak_are_not_all_of_the_last_town_named(pin):
    found = pin(
        "Cholera is spreading through Sudan, officials said on Monday.\n\n"
        "Hospitals treated patients for cholera, doctors said.\n\n"
        "A case of cholera was found in Kosti on Monday.\n\n"
        "The disease killed nine people on Friday."
    )
    assert places_of(found, "nine people") == [("Sudan", False)]


def test_what_can_be_is_true_of_any_country(pin):
    found = pin(
        "Cholera has spread through Sudan, officials said on Monday.\n\n"
        "The disease could kill within hours, doctors said."
    )
    assert places_of(found, "within hours") == []


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("The hotel in Lyon was damaged. It will open again in May.", [("Lyon", False)]),
        ("The fire reached Lyon. It will open again in May.", []),
        ("The hotel in Lyon was damaged.\n\nIt will open again in May.", []),
    ],
)
def test_it_is_the_thing_that_the_sentence_before_was_about(pin, told, place):
    assert places_of(pin(told), "open again") == place


RAIDS = "Drones hit a mill in Odesa on Monday. A shop burned in Lviv. {}"


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("Kharkiv Governor Ann Roe said drones had damaged two shops.", "Kharkiv"),
        ("Officials in Kryvyi Rih said two people had been hurt.", "Kryvyi Rih"),
        ("Officials in Kyiv said two people had been hurt.", None),
    ],
)
def test_a_governor_and_the_officials_of_a_town_count_their_own(pin, told, place):
    found = [
        a.where.place
        for a in pin(RAIDS.format(told))
        if "two" in a.anchor.quote and a.where.place_role == "event_location"
    ]
    assert ("Kyiv" not in found) if place is None else (found == [place])


def test_officials_of_another_town_count_their_own_in_a_sentence_of_two_speakers(pin):
    text = (
        "Raids on Odesa killed five people, Ukrainian officials said, while officials in the town "
        "of Poltava said one man had died."
    )
    found = [
        a.where.place
        for a in pin(text)
        if "one man" in a.anchor.quote and a.where.place_role == "event_location"
    ]
    assert found == ["Poltava"]


def test_the_country_that_owns_a_town_is_that_of_the_town(pin):
    text = "Two people died in a Russian attack on the country’s southern city of Odesa."
    assert {a.where.place for a in pin(text) if a.where.place_role == "event_location"} == {"Odesa"}


@pytest.mark.parametrize(
    ("speaker", "place"),
    [
        ("Ana Cruz, vice-mayor of Butuan,", "Butuan"),
        ("Ana Cruz, disaster officer of Butuan,", "Mindanao"),
        ("Ana Cruz, disaster officer of Koronadal town,", "Koronadal"),
        ("The mayor of nearby Davao", "Mindanao"),
        ("The mayor of Davao, another nearby city,", "Mindanao"),
    ],
)
def test_local_officials_tell_of_their_own_town_unless_it_is_only_nearby(pin, speaker, place):
    text = f"A storm struck Mindanao on Sunday. {speaker} said fishermen had been rescued."
    told = [a.where.place for a in pin(text) if "fishermen" in a.anchor.quote]
    assert told[0] == place
