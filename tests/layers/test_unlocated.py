"""Names that no gazetteer has, where the words around them say that they are places."""

import pytest


def unlocated(annotations):
    return sorted(
        {
            a.where.place
            for a in annotations
            if a.where.place is not None and "place:unlocated" in a.audit.rules
        }
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gunmen attacked Gumsara town. Nobody claimed the attack in Gumsara.", ["Gumsara town"]),
        ("The Surmala River rose. Boats sank on the Surmala on Monday.", ["Surmala River"]),
        ("A farmer from Dankala said that the crops had burned.", ["Dankala"]),
        ("Residents of Dankala said that the crops had burned.", ["Dankala"]),
        ("Dankala resident Ada Orne said that the crops had burned.", ["Dankala"]),
        ("Gunmen rode into Lyon, Dankala and Kwaria on Monday.", ["Dankala", "Kwaria"]),
        ("A bus crashed near Dankala on Monday.", ["Dankala"]),
        ("A bus crashed on the outskirts of Dankala.", ["Dankala"]),
        ("A bomb fell near Unity provincial offices in Lyon on Monday.", []),
        ("Ada Kwaria, the district judge, said that the crops had burned.", []),
        ("Dankala said that the crops had burned.", []),
        ("In Lyon, Orne and Lund signed a treaty.", []),
        ("The army fought in Lyon and Orne said nothing.", []),
        ("Ferry Sinks Off Holiday Island\n\nNine drowned near Lyon on Monday.", []),
        ("A farmer from the ministry said that the crops had burned.", []),
    ],
)
def test_a_name_is_a_place_where_its_words_say_so(pin, text, names):
    assert unlocated(pin(text)) == names


def test_the_short_name_of_a_town_is_that_of_the_town(pin):
    found = pin("Gunmen attacked Gumsara town on Monday. Four died in the attack in Gumsara.")
    assert {a.where.place for a in found if a.where.place_role == "event_location"} == {
        "Gumsara town"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen moved into Kwamboro on Tuesday.", [("Kwamboro", "destination")]),
        ("Rebels overran Zemtari on Monday.", [("Zemtari", "event_location")]),
        ("Six people were killed in Ngorumba overnight.", [("Ngorumba", "event_location")]),
        ("Gunmen raided the Zemtari community.", [("Zemtari community", "event_location")]),
        ("Two people died in Zemtari regency.", [("Zemtari regency", "event_location")]),
        ("He died in Operation Thunder.", []),
        ("Six people were killed in Ngorumba's car.", []),
        ("She invested in Ngorumba.", []),
    ],
)
def test_a_name_of_no_language_that_people_go_into_or_die_in_is_a_place(pin, text, expected):
    found = [(a.where.place, a.where.place_role) for a in pin(text) if a.where.place]
    assert found == expected
