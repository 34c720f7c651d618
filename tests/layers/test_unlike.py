"""Numbers that stand side by side and are not of one thing, and counts of a part of the land."""

import pytest

CASES = [
    (
        (
            "The province of Salta has asked for 40,000 tents. A spokesman for the Red Cross, "
            "Luis Rey, said 15,000 would be sent from Panama next week."
        ),
        [],
    ),
    (
        (
            "The council in Leeds promised to repair 900 bridges. The auditor put the figure at "
            "210, the council said later."
        ),
        [],
    ),
    (
        (
            "A clinic in Lusaka has counted 31 cases of cholera. In the north the toll has risen "
            "by about 10 a day, nurses said."
        ),
        [],
    ),
    (
        (
            "Turnout was 52 per cent. Mr Ruiz won 61 per cent of the ballots, the electoral "
            "court in Lima said. Turnout was 44 per cent, the opposition said."
        ),
        [("44", "differs", "Turnout was 52")],
    ),
    (
        (
            "A nurse at the clinic in Kisumu said 18 people had been wounded. Three policemen "
            "were wounded, the commissioner said."
        ),
        [],
    ),
    (
        (
            "Rescuers in Bolivia said at least 14 people had died. The governor of Potosí raised "
            "the number of deaths to 14."
        ),
        [("raised", "compatible", "at least 14")],
    ),
    (
        (
            "The mayor of Bari was jailed with three other people over a fire at a depot, after "
            "which 11 people died. Two Danish tourists were among the dead, a clerk said."
        ),
        [],
    ),
    (
        (
            "The relief body Hilfe, whose trucks carry most of the town’s dead, said it had found "
            "80 bodies in Derna. The ministry of health spoke of 25 deaths."
        ),
        [("25", "differs", "80")],
    ),
    (
        (
            "Officials said on Monday that the storm had killed 90 people in the Philippines. In "
            "Cebu, the governor said, 12 people were killed by the storm."
        ),
        [("In Cebu", "part_of", "killed 90")],
    ),
    (
        (
            "Officials said 9,000 people had fled from the volcano in Ecuador. Some 1,200 "
            "evacuees were sleeping in schools in Ambato, a priest said."
        ),
        [("1,200", "part_of", "9,000")],
    ),
    (
        (
            "The agency said 8,000 people had crossed into Uganda on Friday. Uganda asked for "
            "another $90 million. The agency plans to move 1,500 of the new arrivals to a camp."
        ),
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_only_numbers_of_one_thing_are_held_against_each_other(pin, related, text, expected):
    found = related(pin(text))
    for said, kind, of in expected:
        match = [link for link in found if said in link[0] and link[1] == kind and of in link[2]]
        assert match, found
        found.remove(match[0])
    assert found == []
