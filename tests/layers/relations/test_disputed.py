"""Denials in other words than "deny", and which of several claims they are of."""

import pytest

CASES = [
    (
        (
            "The police in Togo have denied the report of the death of nine marchers. Spokesman "
            "of the force, Kofi Agbe, said: “The figure given by the organisers is false.” The "
            "Marchers' Front, a group of unions, said nine people were shot dead on Monday."
        ),
        [
            ("police in Togo", "denies", "nine people were shot"),
            ("The figure given", "denies", "nine people were shot"),
        ],
    ),
    (
        (
            "The Tide Front said it had killed 90 soldiers near Tahoua on Sunday. Niger on Monday "
            "rebuffed a rebel group’s claim it had lost 90 soldiers."
        ),
        [("rebuffed", "denies", "a rebel group’s claim")],
    ),
    (
        (
            "The Tide Front said it had killed 90 soldiers near Tahoua on Sunday. “A claim that "
            "the Front killed 90 of our soldiers is pure invention,” the information minister, "
            "Issa Mano, told a radio station."
        ),
        [("pure invention", "denies", "it had killed 90")],
    ),
    (
        (
            "Herders near Arlit said three of their sons were killed when an aircraft bombed a "
            "well. But the Nigerien army challenged the herders' version of events, saying it had "
            "killed four gunmen."
        ),
        [("challenged", "denies", "three of their sons")],
    ),
    (
        (
            "The army said it had killed 40 rebels near Bria on Friday. There has been fighting in "
            "the area for weeks. “There is fighting in the area, but the army's claim is not "
            "correct,” rebel spokesman Jean Doka said."
        ),
        [("not correct", "denies", "it had killed 40")],
    ),
    (
        (
            "The inspectorate said the spill was 300 to 500 barrels. Norsol spokesman Carl Bruns "
            "said that “300 to 500 is not our number”."
        ),
        [("not our number", "denies", "the spill was")],
    ),
    (
        (
            "Shots fired on Chad's border\n\nSudan said on Monday that Chadian soldiers had opened "
            "fire on a patrol near Adre. But Chad, officially, denied they fired shots."
        ),
        [
            ("Shots fired", "same_event_as", "Sudan said"),
            ("denied they fired", "denies", "Sudan said"),
        ],
    ),
    (
        (
            "The marchers' union is holding a rally in Lima over what it calls a stolen vote. The "
            "marchers say the slow count is being rigged. The authorities deny the claim, warning "
            "that police will break up the rally."
        ),
        [("deny the claim", "denies", "slow count")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_denial_answers_what_it_is_of_whatever_its_words(pin, related, has_just, text, expected):
    has_just(related(pin(text)), expected)
