"""Who speaks, and of which kind, where several sides have their say."""

import pytest

CASES = [
    (
        "Contrary to the above, a Red Cross statement reported only two wounded nurses in Goma.",
        [("two wounded", "Red Cross", "other")],
    ),
    (
        "Norsol Pipeline President Carl Bruns said the spill was closer to 75 barrels.",
        [("75 barrels", "Carl Bruns", "other")],
    ),
    (
        "Interim President Ada Lund said the spill was closer to 75 barrels.",
        [("75 barrels", "Ada Lund", "head_of_state")],
    ),
    (
        "Kenyan President Tom Oduya said the spill was closer to 75 barrels.",
        [("75 barrels", "Tom Oduya", "head_of_state")],
    ),
    (
        "Li Wen, a Chinese Ministry of Foreign Affairs spokesperson, said the border was quiet.",
        [("quiet", "Li Wen", "official_spokesperson")],
    ),
    (
        "The Forces Vives said seven people were killed in Conakry.",
        [("seven people", "Forces Vives", "other")],
    ),
    (
        "The security forces said seven people were killed in Conakry.",
        [("seven people", "security forces", "official_spokesperson")],
    ),
    (
        (
            "Norsol spokesman Carl Bruns said the spill was small. The inspectorate disagreed. "
            "Bruns said on Friday that the number was too high."
        ),
        [("spill was small", "Carl Bruns", "other"), ("too high", "Carl Bruns", "other")],
    ),
    (
        (
            "The Rivers Protection Agency said the water was unsafe. Eva Lund, an RPA spokeswoman, "
            "said the tests went on."
        ),
        [("tests went on", "Eva Lund", "official_spokesperson")],
    ),
    (
        (
            "Nine civilians were killed by an air strike near Bria, the police said. The "
            "governor's spokesman said the death toll was 16."
        ),
        [
            ("Nine civilians", "police", "official_spokesperson"),
            ("toll was 16", "governor's spokesman", "official_spokesperson"),
        ],
    ),
    (
        (
            "The Ogra Front said on Sunday it had taken a town. The information minister told "
            "Reuters that this was false. The rebel group has accused the government of burning "
            "villages."
        ),
        [("burning villages", "Ogra Front", "other")],
    ),
    (
        (
            "Orvel Mobil said 40 farmers had complained of oil on their land. The governor, Ada "
            "Lund, spoke of a scandal. The company said on Wednesday that the leak was closed."
        ),
        [("leak was closed", "Orvel Mobil", "other")],
    ),
    (
        (
            "Sources close to the pirates said hostages were freed after a ransom was paid, a "
            "claim repeated by one pirate."
        ),
        [("hostages were freed", "Sources close to the pirates", "unattributed_reports")],
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
            "Orvel Mobil said 40 farmers had complained. Governor Ada Lund told Reuters it was a "
            "scandal. The company told reporters that the leak was closed."
        ),
        [("leak was closed", "Orvel Mobil", "other")],
    ),
    (
        (
            "The harbour guard at first said no docker was hurt. A day later it said about five "
            "dockers were hurt."
        ),
        [
            ("no docker", "harbour guard", "official_spokesperson"),
            ("about five", "harbour guard", "official_spokesperson"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_each_side_has_its_name_and_its_kind(pin, text, expected):
    said = {a.anchor.quote: a.who for a in pin(text)}
    for words, name, kind in expected:
        found = [(w.source, w.source_type) for quote, w in said.items() if words in quote]
        assert found == [(name, kind)]
