"""Speakers that are named by a place, and the countries that officials speak for."""

import pytest


def first(annotations):
    return annotations[0].who


def test_a_country_that_denies_is_a_government(pin):
    who = first(pin("Norway has denied that its ships were there."))
    assert (who.source, who.source_type, who.source_country) == (
        "Norway",
        "government_metonym",
        "NO",
    )


def test_two_countries_that_deny_are_two_speakers(pin):
    annotations = pin("Both Norway and Sweden have denied the report.")
    assert {a.who.source: a.who.source_country for a in annotations} == {
        "Norway": "NO",
        "Sweden": "SE",
    }


def test_a_capital_that_speaks_is_the_government_of_its_country(pin):
    who = first(pin("Warsaw said on Monday that two planes had been lost."))
    assert (who.source_type, who.source_country) == ("government_metonym", "PL")


def test_a_headline_speaker_before_a_colon(pin):
    who = first(
        pin(
            "Kenya: Soldiers have entered the zone\n\n"
            "Kenya said on Thursday that the soldiers who had crossed the river in the night were "
            "still in the zone."
        )
    )
    assert (who.source, who.source_type, who.source_country) == (
        "Kenya",
        "government_metonym",
        "KE",
    )


def test_a_headline_topic_before_a_colon_is_where_it_happened(roles):
    found = roles(
        "Kenya: Floods have cut off two towns\n\n"
        "The rain that fell on the coast last week is expected to go on, and the roads that lead "
        "to the two towns are under water."
    )
    assert found["Kenya"] == "event_location"


def test_a_title_gives_the_country_of_its_holder(pin):
    who = first(pin("Ukrainian President Volodymyr Zelensky said that the dam was safe."))
    assert who.source_country == "UA"
    assert who.source_type == "head_of_state"


def test_the_country_of_a_speaker_holds_where_only_the_surname_stands(pin):
    annotations = pin(
        "Ann Kerr, a spokeswoman for the U.S. Coast Guard, said that two "
        "ships had sunk.\n\nKerr said that nobody was hurt."
    )
    assert {a.who.source_country for a in annotations} == {"US"}


def test_the_articles_own_voice_has_no_country(pin):
    who = first(
        pin(
            "A dam broke in Ghana on Monday. Three people who were on the bridge below it have "
            "died, and the road to the north is closed for all."
        )
    )
    assert (who.source, who.source_country) == ("narrator", None)


def test_where_a_speaker_sits_is_never_drawn(pin):
    for a in pin("Police in Nairobi said that a bus had crashed in Mombasa."):
        if a.where.place_role in {"speaker_seat", "metonym"}:
            assert a.geometry is None
            assert a.drawn.shape is None


def test_a_neighbour_that_speaks_is_a_state(pin):
    annotation = next(iter(pin("Neighbouring Niger said that it had closed the border.")))
    assert annotation.who.source_type == "government_metonym"
    assert annotation.who.source_country == "NE"


@pytest.mark.parametrize(
    ("who", "kind"),
    [
        ("said Ada Orne, a spokeswoman for Velmar", "other"),
        ("Velmar spokesman Ivo Lund said", "other"),
        ("said Ivo Lund, the premier of Bavaria", "official_spokesperson"),
        ("Alberta Premier Ivo Lund said", "official_spokesperson"),
        ("a Houthi spokesman said", "other"),
        ("Buckingham Palace said", "government_metonym"),
        ("the White House said", "government_metonym"),
        ("the Vatican said", "government_metonym"),
        ("Moscow said", "government_metonym"),
        ("said Ada Orne, Bavaria’s premier", "official_spokesperson"),
        ("Local officials said", "official_spokesperson"),
        ("the health ministry of Bavaria said", "official_spokesperson"),
        ("the health ministry of Norway said", "ministry"),
        ("the Ghana Gold Board said", "official_spokesperson"),
        ("the Orvel Gold Board said", "other"),
        ("said Ada Orne, a spokeswoman for Norway", "official_spokesperson"),
    ],
)
def test_the_place_of_a_role_tells_whom_one_speaks_for(pin, who, kind):
    found = pin(f"The bridge fell at noon, {who}.")
    assert {a.who.source_type for a in found if a.who.source != "narrator"} == {kind}
