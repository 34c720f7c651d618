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
    assert counts_a_part("5 had died in his city alone")
    assert not counts_a_part("5 sailed alone in a boat")
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


def kinds(annotations, words):
    """Return how the claim with these words stands to others, each by its first words."""
    return {
        (kind, " ".join(other.split()[:3]))
        for quote, kind, other in links(annotations)
        if words in quote
    }


TOLL = (
    "At least 16 people were killed in floods in Ghana, the fire service said.\n\n"
    "By Thursday noon the toll had risen to 19 people killed, according to the fire service."
)


def test_a_toll_that_has_risen_updates_the_one_before(pin):
    assert {kind for kind, _ in kinds(pin(TOLL), "risen to 19")} == {"updates"}


def test_the_same_body_in_a_later_report_updates_itself(pin):
    said = "{} people were killed in floods in Ghana, the fire service said."
    one = pin(said.format("At least 16"), id="one", date="2024-10-24")
    two = pin(said.format("At least 19"), id="two", date="2024-10-26")
    related = relate((*one, *two))
    assert {str(r).split(":")[0] for a in related for r in a.relations} == {"updates"}


def test_two_bodies_that_give_one_number_bear_each_other_out(pin):
    annotations = pin(
        "The police said that 18 people had been killed in floods in Ghana.\n\n"
        "The health ministry said that 18 people had been killed in floods in Ghana."
    )
    assert {kind for _, kind, _ in links(annotations)} == {"corroborates"}


def test_some_of_what_was_just_counted_are_a_part_of_it(pin):
    annotations = pin("The storm sank nine boats off Ghana. Two of them were ferries, he said.")
    assert {kind for kind, _ in kinds(annotations, "Two of them")} == {"part_of"}


def test_the_two_others_are_a_part(pin):
    annotations = pin(
        "Police said that four people had died in floods in Ghana.\n\n"
        "The two others drowned in a river, the mayor said."
    )
    assert kinds(annotations, "two others") == {("part_of", "Police said that")}


@pytest.mark.parametrize(
    "quote",
    [
        "killing 358 people in one of the worst train accidents",
        "a woman was hurt as one of the walls fell",
        "12,000 soldiers of a foreign army",
    ],
)
def test_a_number_in_passing_is_no_part(quote):
    assert not counts_a_part(quote)


def test_who_is_among_the_dead_is_a_part():
    assert counts_a_part("A woman and her two children were among the dead")


def test_a_share_of_the_vote_is_no_part_of_another(pin):
    annotations = pin(
        "Mary Banda won 52.6 percent of the vote in Malawi, the commission said.\n\n"
        "John Phiri won 44 percent of the vote in Malawi, the commission said."
    )
    assert not {kind for _, kind, _ in links(annotations)} & {"part_of"}


def test_who_contradicts_speaks_to_what_was_just_said(pin):
    annotations = pin(
        "The ferry was not overloaded, its owner said. "
        "Two survivors contradicted the owner: people had been sitting on the roof, they said."
    )
    assert {kind for kind, _ in kinds(annotations, "contradicted")} == {"contradicts"}


def test_who_will_not_say_where_declines_nothing(pin):
    annotations = pin(
        "Police said that the major had been seen at the radio station in Ghana. "
        "The major refused to say where he had been."
    )
    assert kinds(annotations, "refused to say") == set()


def test_an_aftershock_is_another_quake(pin):
    annotations = pin(
        "A magnitude 6.8 earthquake struck Ghana on Tuesday, the institute said.\n\n"
        "An aftershock of magnitude 5.1 struck Ghana on Tuesday, the mayor said."
    )
    assert "differs" not in {kind for _, kind, _ in links(annotations)}


def test_a_ministry_denies_what_its_capital_has_just_denied(pin):
    annotations = pin(
        "Ukrainian officials accused Russia of shelling the town of Sumy on Monday. "
        "Moscow has denied the shelling.\n\n"
        "“Not one of our guns was there,” the Russian defence ministry said. It denied everything."
    )
    denied = {r.target for a in annotations for r in a.relations if r.type == "denies"}
    assert len(denied) == 1


def test_a_sum_over_months_is_no_toll_of_one_day(pin):
    annotations = pin(
        "At least 19 people drowned off Ghana on Tuesday, the navy said.\n\n"
        "More than 400 people have drowned off Ghana since January, the agency said."
    )
    assert not links(annotations)


def test_who_declines_to_comment_on_nothing_declines_nothing(pin):
    annotations = pin(
        "Police said that the mine in Ghana had been closed. The owner declined to comment."
    )
    assert kinds(annotations, "declined") == set()


def test_a_denial_in_its_own_words_does_not_answer_one_word_far_away(pin):
    text = (
        "A ferry sank off Ghana on Monday, the navy said.\n\n"
        "Police closed the port. The mayor went home. A school was opened. Two roads were cut. "
        "The market was shut.\n\n"
        "The owner denied that the ferry had been overloaded."
    )
    assert kinds(pin(text), "overloaded") == set()


def test_what_a_speaker_goes_on_to_say_is_no_second_telling(pin):
    annotations = pin(
        "A fire broke out at a depot in Ghana on Monday, the fire service said.\n\n"
        "It said the fire had been put out at the depot by noon."
    )
    assert not links(annotations)


def test_the_reports_own_word_is_held_against_a_speaker_only_for_tolls(pin):
    annotations = pin(
        "The tax will add 25 dollars per tonne to the price of fuel in Ghana. "
        "The government said the tax had brought in 250 million dollars in Ghana."
    )
    assert not links(annotations)


def test_who_takes_up_these_forces_tells_on_of_one_event(pin):
    annotations = pin(
        "John Kirby said that 3,000 North Korean soldiers had arrived in eastern Russia. "
        "These forces entered Russia in early October."
    )
    assert kinds(annotations, "These forces") == {("same_event_as", "John Kirby said")}
