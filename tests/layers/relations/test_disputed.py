"""Denials in other words than "deny", and which of several claims they are of."""

import pytest

CASES = [
    (
        (
            "The navy in Togo has denied the report of the drowning of 26 stowaways. An officer of "
            "the fleet, Kofi Agbe, said: “The number that the dockers spread is false.” The "
            "Dockers' League, a trade union, said 26 people were left to drown on Friday."
        ),
        [
            ("navy in Togo", "denies", "26 people were left"),
            ("The number that", "denies", "26 people were left"),
        ],
    ),
    (
        (
            "The Tide Front said it had killed 64 policemen near Tahoua on Thursday. Niger on "
            "Friday rebuffed a rebel group’s claim it had lost 64 policemen."
        ),
        [("rebuffed", "denies", "a rebel group’s claim")],
    ),
    (
        (
            "The Tide Front said it had captured 41 policemen near Tahoua on Thursday. “The claim "
            "that the Front captured 41 of our men is a silly fantasy,” the mayor of the town, "
            "Issa Mano, told a radio station."
        ),
        [("silly fantasy", "denies", "it had captured 41")],
    ),
    (
        (
            "Fishermen near Diffa said two of their brothers were killed when a patrol shelled a "
            "canoe. But the Nigerien army challenged the fishermen's version of events, saying it "
            "had killed six smugglers."
        ),
        [("challenged", "denies", "two of their brothers")],
    ),
    (
        (
            "The army said it had killed 70 rebels near Birao on Saturday. Shells have fallen on "
            "the town for a month. “Shells fall on the town, but the army's claim is not correct,” "
            "Jean Doka, who speaks for the rebels, said."
        ),
        [("not correct", "denies", "it had killed 70")],
    ),
    (
        (
            "The harbour office said the leak was 60 to 80 tonnes. Norsol director Carl Bruns said "
            "that “60 to 80 is not our estimate”."
        ),
        [("not our estimate", "denies", "the leak was")],
    ),
    (
        (
            "Market burned on Chad's border\n\nSudan said on Friday that Chadian soldiers had "
            "burned a market near Adre. But Chad, officially, denied they burned it."
        ),
        [
            ("Market burned", "same_event_as", "Sudan said"),
            ("denied they burned", "denies", "Sudan said"),
        ],
    ),
    (
        (
            "The growers' union is holding a sit-in in Lima over what it calls an unfair auction. "
            "The growers say the low prices are being fixed. The market board denies the claim, "
            "adding that the auction will go on."
        ),
        [("denies the claim", "denies", "low prices")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_denial_answers_what_it_is_of_whatever_its_words(pin, related, has_just, text, expected):
    has_just(related(pin(text)), expected)


def test_a_claim_that_is_told_again_by_who_denies_it_does_not_bear_itself_out(
    pin, related, has_just
):
    text = (
        "The Tide Front said it had captured 41 policemen near Tahoua on Sunday. Niger on Monday "
        "rebuffed a rebel group’s claim it had captured 41 policemen."
    )
    has_just(
        related(pin(text)),
        [
            ("rebuffed", "denies", "a rebel group’s claim"),
            ("a rebel group’s claim", "same_event_as", "Tide Front said"),
        ],
    )
