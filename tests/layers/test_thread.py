"""Where a claim happened that names no place: where the report's event did, or nowhere."""

import pytest


def drawn(pin, text, words):
    """Return the event places of the claim whose quote holds some words, with their rules."""
    found = [a for a in pin(text) if words in a.anchor.quote]
    return [
        (a.where.place, a.where.place_explicit)
        for a in found
        if a.where.place_role in {"event_location", "destination", "party"}
    ]


CRASH = (
    "Bus plunges into ravine in northern Italy\n\n"
    "A bus plunged into a ravine in northern Italy on Tuesday, police said.\n\n"
    "The crash happened near Turin, according to the rescue service.\n\n"
    "The driver is in custody. Nobody has said why the brakes failed.\n\n"
    "Eleven passengers were killed, a hospital official said."
)


def test_a_toll_further_on_is_of_the_site_that_the_report_named(pin):
    assert drawn(pin, CRASH, "Eleven passengers") == [("Turin", False)]


def test_a_report_of_several_towns_has_no_one_site(pin):
    text = CRASH.replace(
        "The driver is", "A second bus crashed near Milan on the same day. The driver is"
    )
    assert drawn(pin, text, "Eleven passengers") == [("northern Italy", False)]


def test_what_is_long_past_is_not_the_site(pin):
    text = CRASH.replace(
        "The crash happened near Turin, according to the rescue service.",
        "In March 2015 a bus crashed near Turin, killing nine people.",
    )
    assert drawn(pin, text, "Eleven passengers") == [("northern Italy", False)]


def test_a_site_abroad_is_not_that_of_a_report_set_at_home(pin):
    text = (
        "Bolivian court sentences former minister\n\n"
        "A Bolivian court sentenced a former minister to nine years in prison on Monday.\n\n"
        "His brother was arrested in Paraguay in May.\n\n"
        "Four other officials were convicted of fraud."
    )
    assert drawn(pin, text, "Four other officials") == [("Bolivia", False)]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Kenyan voters elected a new parliament on Tuesday.", "Kenya"),
        ("Police in riot gear arrested forty Serbian students on Friday.", "Serbia"),
    ],
)
def test_a_report_that_opens_with_one_nation_is_set_there(pin, text, country):
    assert (country, False) in drawn(pin, text, text[:12])


def test_two_nations_leave_the_setting_open(pin):
    assert drawn(pin, "Kenyan police arrested a Ugandan trader on Friday.", "Kenyan") == []


def test_a_setting_is_an_area_and_never_a_pin(pin):
    annotations = pin("Kenyan voters elected a new parliament on Tuesday.")
    drawn_as = [a.geometry.type for a in annotations if a.geometry is not None]
    assert drawn_as
    assert set(drawn_as) <= {"Polygon", "MultiPolygon"}


def test_a_neighbour_that_asks_for_calm_is_not_where_it_happened(pin):
    text = (
        "Kenyan voters elected a new parliament on Tuesday.\n\n"
        "Uganda urged both sides to accept the election result."
    )
    assert drawn(pin, text, "Uganda urged") == []


def test_who_is_hurt_in_a_match_is_not_told_of_a_place(pin):
    text = (
        "Lyon beat Nantes 3-1 in the cup final on Sunday.\n\n"
        "The goalkeeper has a broken finger and was injured twice before."
    )
    assert drawn(pin, text, "injured twice") == []


def test_a_strike_that_spreads_is_not_pinned_at_the_first_town(pin):
    text = (
        "Dock workers strike in Spain\n\n"
        "Dock workers in Spain began a strike on Monday, their union said.\n\n"
        "Police used tear gas against strikers in Valencia.\n\n"
        "Some 8,000 workers joined the protest, according to the union."
    )
    assert drawn(pin, text, "Some 8,000") == [("Spain", False)]


def test_there_points_back_to_the_place_of_the_sentence_before(pin):
    text = "The tanker was taken to Turin on Monday, police said. Its captain was held there."
    assert drawn(pin, text, "Its captain") == [("Turin", False)]


def test_there_were_points_nowhere(pin):
    text = "The tanker was taken to Turin on Monday, police said. There were no spare parts."
    assert drawn(pin, text, "There were") == []


def test_what_a_state_does_about_it_is_not_pinned_at_the_site(pin):
    text = CRASH + "\n\nItaly has ordered an inquiry into the crash."
    assert ("Turin", False) not in drawn(pin, text, "ordered an inquiry")


def test_the_site_that_the_same_sentence_goes_on_to_name_is_that_of_its_toll(pin):
    text = (
        "At least 19 people drowned and dozens were missing after a boat sank off Turin on "
        "Tuesday, the coast guard said."
    )
    assert drawn(pin, text, "At least 19") == [("Turin", False)]


def test_a_count_over_months_is_not_of_the_site(pin):
    text = CRASH + "\n\nMore than 400 people have died on such roads since January, he said."
    assert drawn(pin, text, "More than 400") == []


def test_a_flight_is_of_the_town_only_if_the_report_opens_there(pin):
    text = (
        "Fire breaks out in Turin\n\n"
        "A fire destroyed a hotel in Turin on Tuesday, police said.\n\n"
        "Nobody knows the cause.\n\nSome 170 guests were evacuated within an hour."
    )
    assert drawn(pin, text, "Some 170") == [("Turin", False)]
    later = text.replace("in Turin", "in northern Italy").replace(
        "Nobody knows the cause.", "Sparks fell on a school in Turin."
    )
    assert ("Turin", False) not in drawn(pin, later, "Some 170")


def test_of_several_towns_that_somebody_else_named_none_is_meant(pin):
    text = (
        "Shops stayed closed in Turin, a newspaper reported, and there were queues in Milan. "
        "The interior ministry said 85 people had been arrested."
    )
    assert drawn(pin, text, "85 people") == []


def test_a_vote_to_come_makes_nothing_of_today_long_past(pin):
    text = CRASH + "\n\nA vote on road safety will be held on March 20, 2025, he said."
    assert drawn(pin, text, "Eleven passengers") == [("Turin", False)]
