"""What claims say of each other: numbers as intervals, denials, parts, one event told twice."""

import dataclasses

import pytest

from layers.model import HowMany, Relation
from layers.relations import relate
from layers.topics import Interval, counts_a_part, interval_of, kind_of_unit, stems


def many(value, low, high, qualifier="exactly", unit="soldiers"):
    return HowMany(value, low, high, qualifier, unit, None)


@pytest.mark.parametrize(
    ("one", "other", "touch"),
    [
        (many(3000, 3000, None, "at_least"), many(12000, 12000, 12000), True),
        (many(5, 5, 5), many(3, 3, 3), False),
        (many(None, 24, 99, "dozens"), many(40, 40, 40), True),
        (many(350, 350, 350, "approximately"), many(400, 400, 400), False),
        (many(350, 350, 350, "approximately"), many(370, 370, 370), True),
        (many(100, None, 100, "less_than"), many(100, 100, None, "more_than"), True),
        (many(20, None, 20, "up_to"), many(21, 21, None, "at_least"), False),
    ],
)
def test_quantities_compare_as_intervals(one, other, touch):
    assert interval_of(one).touches(interval_of(other)) is touch
    assert interval_of(other).touches(interval_of(one)) is touch


def test_no_quantity_is_no_interval():
    assert interval_of(many(None, None, None)) is None


def test_an_open_interval_touches_everything():
    assert Interval(None, None).touches(Interval(3, 3))


@pytest.mark.parametrize(
    ("unit", "event", "quote", "kind"),
    [
        ("people", "casualties", "41 people were killed", "dead"),
        ("bodies", "disaster", "divers found 14 bodies", "dead"),
        ("people", "casualties", "60 people are missing", "missing"),
        ("people", "casualties", "60 people were injured", "hurt"),
        ("people", "evacuation", "60 people were taken away", "people"),
        ("camps", "training", "at five camps", "camp"),
        (None, "training", "", None),
    ],
)
def test_what_is_counted_has_one_name(unit, event, quote, kind):
    assert kind_of_unit(unit, event, quote) == kind


def test_a_number_of_a_whole_is_a_part():
    assert counts_a_part("with three of them being generals")
    assert counts_a_part("Two of the dead were children")
    assert not counts_a_part("12,000 soldiers of a foreign army")


def test_words_compare_without_their_endings():
    assert stems("the shelling") & stems("was shelled")


def links(annotations):
    """Relations as (quote of one, kind, quote of the other)."""
    words = {a.claim_id: a.anchor.quote for a in annotations}
    return {(a.anchor.quote, r.type, words[r.target]) for a in annotations for r in a.relations}


def test_a_lower_bound_is_compatible_with_a_larger_count(pin):
    annotations = pin(
        "Ukrainian intelligence said that 12,000 North Korean soldiers were deployed in Russia.\n\n"
        "John Kirby said that at least 3,000 soldiers from North Korea had reached Russia."
    )
    assert {kind for _, kind, _ in links(annotations)} == {"compatible"}


def test_five_camps_differ_from_three_camps(pin):
    annotations = pin(
        "Ukrainian intelligence said that the soldiers were being trained at five camps in "
        "eastern Russia.\n\n"
        "John Kirby said that the soldiers were being trained at three camps in eastern Russia."
    )
    assert "differs" in {kind for _, kind, _ in links(annotations)}


def test_both_deniers_deny_the_accusation(pin):
    annotations = pin(
        "North Korea is facing accusations of supplying thousands of tons of artillery "
        "ammunition to Russia. "
        "Both Russia and North Korea have denied these accusations."
    )
    denials = {a.who.source: str(a.relations[0]) for a in annotations if a.how.stance == "denies"}
    accusation = next(a.claim_id for a in annotations if a.how.stance == "asserts")
    assert denials == {
        "North Korea": f"denies:{accusation}",
        "Russia": f"denies:{accusation}",
    }


def test_the_name_of_the_other_denier_is_no_word_of_the_denial(pin):
    annotations = pin(
        "The minister accused the West of helping Kyiv against Moscow.\n\n"
        "North Korea stands accused of having supplied Russia with thousands of tons of "
        "ammunition. Both Pyongyang and Moscow have rejected the accusations, although there is "
        "substantial evidence for them."
    )
    denied = {a.who.source: str(a.relations[0]) for a in annotations if a.how.stance == "denies"}
    supply = next(a.claim_id for a in annotations if "ammunition" in a.anchor.quote)
    assert denied == {"Pyongyang": f"denies:{supply}", "Moscow": f"denies:{supply}"}


def test_who_neither_confirms_nor_denies_declines_to_confirm(pin):
    annotations = pin(
        "Ukrainian intelligence said that 12,000 North Korean soldiers were deployed in Russia.\n\n"
        "Russian President Vladimir Putin neither confirmed nor denied that North Korean "
        "soldiers were in Russia."
    )
    kinds = {kind for _, kind, _ in links(annotations)}
    assert kinds == {"declines_to_confirm"}


def test_reports_of_two_articles_are_compared(pin):
    one = pin("Ukrainian intelligence said that 41 people had died in floods in Ghana.", id="one")
    two = pin(
        "The Red Cross said on Thursday that 27 people had died in floods in Ghana.", id="two"
    )
    related = relate((*one, *two))
    assert {r.type for a in related for r in a.relations} == {"differs"}


def test_a_claim_alone_has_no_relations(pin):
    for annotation in pin("The ministry said that two bridges had collapsed in Lagos."):
        assert annotation.relations == ()


def test_what_the_words_say_is_kept(pin):
    annotations = pin("The ministry said that two bridges had collapsed in Lagos.")
    known = Relation("updates", annotations[0].claim_id)
    given = tuple(dataclasses.replace(a, relations=(known,)) for a in annotations)
    assert all(known in a.relations for a in relate(given))


def test_nothing_relates_to_nothing():
    assert relate(()) == ()
