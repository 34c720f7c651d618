"""What is taken back or owned up to, and shares and soldiers by two names."""

import pytest

CASES = [
    (
        (
            "A spokesman for Sahel Air, Ali Dia, first said that the crew had left the plane in "
            "Bamako. On Monday he acknowledged that the pilots had slept on board."
        ),
        [("acknowledged", "updates", "first said")],
    ),
    (
        (
            "Sahel Air said on Monday that the plane had been sold. It withdrew the report on "
            "Tuesday."
        ),
        [("withdrew", "updates", "sold")],
    ),
    (
        (
            "Sahel Air said on Monday that the plane had been sold. It withdrew two pilots on "
            "Tuesday."
        ),
        [],
    ),
    (
        (
            "Chad’s foreign ministry first denied that the general had crossed the border. On "
            "Tuesday evening it withdrew that denial and said two of his sons had been in Libya "
            "since May."
        ),
        [("withdrew", "updates", "first denied"), ("sons", "updates", "first denied")],
    ),
    (
        (
            "Witnesses said guards had locked the barracks in Tumba with chains. The warden, Luis "
            "Sol, admitted that the barracks had been locked."
        ),
        [("admitted", "corroborates", "with chains")],
    ),
    (
        (
            "Witnesses said guards had locked the barracks in Tumba with chains. The warden, Luis "
            "Sol, admitted that the barracks had no water."
        ),
        [],
    ),
    (
        (
            "Some 40 miners were trapped in Lota, of them 17 Peruvians, the union said. Peru’s "
            "foreign ministry confirmed that 17 of its citizens were among them."
        ),
        [("of them 17", "part_of", "40 miners"), ("confirmed", "corroborates", "of them 17")],
    ),
    (
        (
            "The operator said 30 percent of its staff had not come to work in Mombasa on Monday. "
            "The dockers’ union said more than 70 percent of its members were on strike."
        ),
        [("70", "differs", "30")],
    ),
    (
        (
            "The bank said 30 percent of its staff were women. The union said 70 percent of the "
            "loans went to farmers."
        ),
        [],
    ),
    (
        (
            "About 900 Chadian troops are near Faya, General Musa Ali said. A diplomat put the "
            "number of soldiers at 300 to 400."
        ),
        [("300", "differs", "900")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_speaks_otherwise_than_before_or_as_another(pin, related, has_just, text, expected):
    has_just(related(pin(text)), expected)
