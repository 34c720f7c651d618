"""Figures that two speakers give of one thing: alone, risen, other than the report's own."""

import pytest


def links(annotations):
    """Return (first words, kind, first words of the other) of each relation."""
    quotes = {a.claim_id: " ".join(a.anchor.quote.split()[:3]) for a in annotations}
    return {
        (quotes[a.claim_id], relation.type, quotes[relation.target])
        for a in annotations
        for relation in a.relations
    }


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("The police put it at 18.", "differs"),
        ("The police put it at 19.", "corroborates"),
        ("The mayor gave a lower figure: 12.", "differs"),
    ],
)
def test_a_bare_figure_is_held_against_the_last_that_another_gave(pin, said, kind):
    annotations = pin(f"Floods in Ghana killed 19 people, according to the fire service. {said}")
    assert (" ".join(said.split()[:3]), kind, "Floods in Ghana") in links(annotations)


def test_a_toll_that_the_report_gives_differs_from_that_of_a_company(pin):
    annotations = pin(
        "Four passengers were injured in a crash in Ghana.\n\nThe airline said two passengers "
        "had been injured in the crash in Ghana."
    )
    assert ("The airline said", "differs", "Four passengers were") in links(annotations)


def test_the_two_others_are_of_the_toll_however_far_above(pin):
    annotations = pin(
        "A quake killed four people in Peru, the agency said.\n\nTwo brothers died in their house "
        "in Peru, she said. Roads were blocked. Schools were shut. Trains stood still.\n\n"
        "The two others died when a slide buried a bus in Peru, she said."
    )
    assert ("The two others", "part_of", "A quake killed") in links(annotations)


def test_a_headline_that_gives_the_toll_tells_what_the_story_tells(pin):
    annotations = pin(
        "QUAKE HITS PERU, AT LEAST FOUR DEAD\n\nA quake shook Peru on Monday, killing at least "
        "four people, the agency said."
    )
    assert ("AT LEAST FOUR", "same_event_as", "killing at least") in links(annotations)


def test_who_accuses_bears_out_no_toll(pin):
    annotations = pin(
        "A charity accused Tunisia of leaving people to die off Tunisia.\n\nThe coast guard said "
        "19 people had died off Tunisia."
    )
    assert not {kind for _, kind, _ in links(annotations)} & {"corroborates"}


def test_a_denial_answers_what_a_sentence_begins_with(pin):
    annotations = pin(
        "Ghana's army said Malian troops had crossed into Ghana and had been driven back. "
        "Bamako denied the incursion."
    )
    assert ("Bamako denied the", "denies", "Ghana's army said") in links(annotations)
