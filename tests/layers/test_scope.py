"""Places that a clause names without telling where it happened, or leans on."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The group has waged war in Africa's most populous country.", {"Africa": "none"}),
        ("It is the only mine in Europe that digs tungsten.", {"Europe": "none"}),
        ("The fire was the largest in Spain this year.", {"Spain": "event_location"}),
        (
            "They turned to the Inter-American Court of Human Rights in San José, Costa Rica.",
            {"San José": "speaker_seat", "Costa Rica": "speaker_seat"},
        ),
        ("Two men were fined by a court in Lausanne.", {"Lausanne": "event_location"}),
        (
            "The ministry said on Monday that 600 children in Odesa had fallen ill.",
            {"Odesa": "event_location"},
        ),
        (
            "Thirty people died in Odesa and were taken to hospitals in the city.",
            {"Odesa": "event_location"},
        ),
    ],
)
def test_role_of_what_only_ranks_judges_or_treats(roles, sentence, expected):
    assert roles(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("“The house shook,” said Ali Musa, a shopkeeper in Odesa.", "event_location"),
        ("Fishermen in Odesa said that oil had reached the beach.", "event_location"),
        ("“Nobody slept,” Odesa resident Anna Berg told the radio.", "event_location"),
        ("Residents of Odesa called for help.", "speaker_seat"),
        ("“The house shook,” said Ali Musa, a lawyer in Odesa.", "speaker_seat"),
    ],
)
def test_who_lives_in_a_town_tells_of_it(roles, sentence, role):
    assert roles(sentence) == {"Odesa": role}


def test_where_tells_of_the_place_named_before_it(pin):
    *_, last = pin(
        "The storm hit Odesa and cut power in Lviv, where the airport delayed dozens of flights."
    )
    assert (last.where.place, last.where.place_role) == ("Lviv", "event_location")
    assert "carried:where" in last.audit.rules


def test_a_war_that_spreads_killed_where_it_began(pin):
    first, second = pin("Thousands have died in the war, which has spread to Chad.")
    assert "carried:ahead" not in first.audit.rules
    assert (second.where.place, second.where.place_explicit) == ("Chad", True)


def test_an_unknown_town_within_a_known_region_is_kept_by_name(pin):
    names = {
        (a.where.place, a.where.place_precision, a.geometry is None)
        for a in pin("At least 12 people died in Karusta, in Kursk region.")
    }
    assert ("Karusta", "city", True) in names


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "About 20,000 people crossed into Chad after fighters overran Odesa.",
            {"Chad": "destination"},
        ),
        ("Thirty people died after a boat sank off Odesa.", {"Odesa": "event_location"}),
        (
            "The court sent the plan back to the regulator in Odesa.",
            {"Odesa": "speaker_seat"},
        ),
        (
            "Families would be moved to a site near Odesa, the mayor said.",
            {"Odesa": "destination"},
        ),
        (
            "Workers at ten airports, including Lviv and Kyiv, walked off the job.",
            {"Lviv": "event_location", "Kyiv": "event_location"},
        ),
    ],
)
def test_role_of_what_another_clause_or_noun_governs(roles, sentence, expected):
    assert roles(sentence) == expected


def test_his_region_is_the_one_he_governs_and_the_department_is_no_region(pin):
    *_, water = pin(
        "The governor of Kursk region, Anna Berg, said his region had run out of water."
    )
    assert water.where.place == "Kursk Oblast"
    *_, studied = pin("Berg lives in Odesa region. The department was studying the judgment.")
    assert studied.where.place is None


def test_a_town_beside_the_one_named_is_its_neighbour(roles):
    found = roles("A slide buried 12 houses in Simferopol, near Sevastopol, on Monday.")
    assert found == {"Simferopol": "event_location", "Sevastopol": "neighbour"}


def test_a_person_named_forest_is_no_forest(pin):
    (claim,) = pin("Police chief Roberto Eid Forest said the man had acted alone.")
    assert claim.where.place is None


def test_what_is_measured_from_afar_is_no_place_of_what_follows(pin):
    *_, hurt = pin(
        "The school, about 200 km west of Odesa, was the target. Six people were hurt, police said."
    )
    assert "200 km" not in (hurt.where.place or "")
