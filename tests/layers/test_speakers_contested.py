"""Who speaks, and of which kind, where several sides have their say."""

import pytest

CASES = [
    (
        "Contrary to this, a Red Cross statement told of three bruised drivers in Bukavu.",
        [("three bruised", "Red Cross", "other")],
    ),
    (
        "Norsol Shipping President Carl Bruns said the leak was nearer to 40 tonnes.",
        [("40 tonnes", "Carl Bruns", "other")],
    ),
    (
        "Interim President Ada Lund said the leak was nearer to 40 tonnes.",
        [("40 tonnes", "Ada Lund", "head_of_state")],
    ),
    (
        "Kenyan President Tom Oduya said the leak was nearer to 40 tonnes.",
        [("40 tonnes", "Tom Oduya", "head_of_state")],
    ),
    (
        "Ana Quispe, a Peruvian Ministry of Fisheries spokesperson, said the port was open.",
        [("port was open", "Ana Quispe", "official_spokesperson")],
    ),
    (
        "The Forces Libres said 26 people were beaten in Kigali.",
        [("26 people", "Forces Libres", "other")],
    ),
    (
        "The security forces said 26 people were beaten in Kigali.",
        [("26 people", "security forces", "official_spokesperson")],
    ),
    (
        (
            "Norsol spokesman Carl Bruns said the fire was small. The fire brigade disagreed. "
            "Bruns said on Sunday that the damage was slight."
        ),
        [("fire was small", "Carl Bruns", "other"), ("slight", "Carl Bruns", "other")],
    ),
    (
        (
            "The Bridges Inspection Agency said the pier was unsafe. Eva Lund, a BIA spokeswoman, "
            "said the repairs went on."
        ),
        [("repairs went on", "Eva Lund", "official_spokesperson")],
    ),
    (
        (
            "Seven civilians were killed by a mine near Bria, the police said. The governor's "
            "spokesman said the death toll was 13."
        ),
        [
            ("Seven civilians", "police", "official_spokesperson"),
            ("toll was 13", "governor's spokesman", "official_spokesperson"),
        ],
    ),
    (
        (
            "The Tamu Front said on Friday it had taken a fort. The interior minister told Reuters "
            "that this was false. The rebel group accuses the army of poisoning wells."
        ),
        [("poisoning wells", "Tamu Front", "other")],
    ),
    (
        (
            "Orvel Dairy said 26 shops had complained of mould in their cheese. The mayor, Ada "
            "Lund, spoke of a disgrace. The company said on Sunday that the cellar was clean."
        ),
        [("cellar was clean", "Orvel Dairy", "other")],
    ),
    (
        (
            "Sources close to the smugglers said boats were returned after a fine was paid, a "
            "claim repeated by one smuggler."
        ),
        [("boats were returned", "Sources close to the smugglers", "unattributed_reports")],
    ),
    (
        "Police put the crowd at 3,000, organisers at about 12,000.",
        [
            ("crowd at 3,000", "Police", "official_spokesperson"),
            ("about 12,000", "organisers", "other"),
        ],
    ),
    (
        (
            "Orvel Dairy said 26 shops had complained. Mayor Ada Lund told Reuters it was a "
            "disgrace. The company told a newspaper that the cellar was clean."
        ),
        [("cellar was clean", "Orvel Dairy", "other")],
    ),
    (
        (
            "The harbour guard at first said no crane was damaged. A day later it said some eight "
            "cranes were damaged."
        ),
        [
            ("no crane", "harbour guard", "official_spokesperson"),
            ("some eight", "harbour guard", "official_spokesperson"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_each_side_has_its_name_and_its_kind(pin, text, expected):
    said = {a.anchor.quote: a.who for a in pin(text)}
    for words, name, kind in expected:
        found = [(w.source, w.source_type) for quote, w in said.items() if words in quote]
        assert found == [(name, kind)]
