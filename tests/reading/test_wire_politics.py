"""Speakers and words of reports on votes, courts, raids and talks."""

import pytest

from reading.article import read_article
from reading.claims import extract
from reading.model import Claim

HEADLINE = "Headline of the day"


def claims(text: str) -> tuple[Claim, ...]:
    return extract(read_article(f"{HEADLINE}\n\n{text}", date="2024-05-16")).claims[1:]


def told(text: str) -> list[tuple[str, str]]:
    """Who says what: each source with its evidence."""
    whole = f"{HEADLINE}\n\n{text}"
    return [(claim.source.name, claim.evidence.of(whole)) for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The marchers were fined, with investigators saying they had planned a raid.",
            [
                ("narrator", "The marchers were fined"),
                ("investigators", "with investigators saying they had planned a raid."),
            ],
        ),
        (
            (
                "Two guards were killed, the army said on Monday, with medics telling Zembla Radio "
                "that six had died."
            ),
            [
                ("army", "Two guards were killed, the army said on Monday"),
                ("medics", "with medics telling Zembla Radio that six had died."),
            ],
        ),
        (
            "Stressing that any aid was a breach, Anna Orne listed new curbs on trade.",
            [
                ("Anna Orne", "Stressing that any aid was a breach"),
                ("narrator", "Anna Orne listed new curbs on trade."),
            ],
        ),
        (
            "Accusing Berg of trying to sabotage his cabinet, Orne raised the stakes.",
            [
                ("Orne", "Accusing Berg of trying to sabotage his cabinet"),
                ("narrator", "Orne raised the stakes."),
            ],
        ),
        (
            "Calling the vote “a sham,” Orvel Watch said two men were held.",
            [
                ("Orvel Watch", "Calling the vote “a sham,”"),
                ("Orvel Watch", "Orvel Watch said two men were held."),
            ],
        ),
        (
            (
                "Also held were Ali Berg, head of the Farm Party; and Ameen Sula, deputy leader "
                "of the River Party, officials said."
            ),
            [
                (
                    "officials",
                    (
                        "Also held were Ali Berg, head of the Farm Party; and Ameen Sula, deputy "
                        "leader of the River Party, officials said"
                    ),
                )
            ],
        ),
        (
            "Several men were hurt although none badly, witnesses said, and more are expected.",
            [
                (
                    "witnesses",
                    "Several men were hurt although none badly, witnesses said",
                ),
                ("witnesses", "more are expected."),
            ],
        ),
        (
            "Orvel Watch said Berg, 19, Sula, 24, and Orne, 20, were held for their views.",
            [
                (
                    "Orvel Watch",
                    "Orvel Watch said Berg, 19, Sula, 24, and Orne, 20, were held for their views.",
                )
            ],
        ),
        (
            (
                "“Armed men attacked the village” in the north, “mainly targeting guards”, "
                "according to the mayor."
            ),
            [
                (
                    "mayor",
                    (
                        "“Armed men attacked the village” in the north, “mainly targeting guards”, "
                        "according to the mayor"
                    ),
                )
            ],
        ),
        (
            "Berg said — through his lawyer — that the vote was void.",
            [("Berg", "Berg said — through his lawyer — that the vote was void.")],
        ),
        (
            (
                "The ministry said 500 had died, while a rescue chief, whose staff is small, said "
                "on television that 300 had died."
            ),
            [
                ("ministry", "The ministry said 500 had died"),
                (
                    "rescue chief",
                    "a rescue chief, whose staff is small, said on television that 300 had died.",
                ),
            ],
        ),
        (
            "The party called for talks, but rejected forming a cabinet with Orne.",
            [
                ("party", "The party called for talks"),
                ("party", "rejected forming a cabinet with Orne."),
            ],
        ),
        (
            "Berg expressed a grave concern over the pact, and Orne voiced deep regret.",
            [
                ("Berg", "Berg expressed a grave concern over the pact"),
                ("Orne", "Orne voiced deep regret."),
            ],
        ),
        (
            "Berg cited gaps in the count.",
            [("Berg", "Berg cited gaps in the count.")],
        ),
        (
            "The ministers shared the view that the pact is a threat.",
            [("ministers", "The ministers shared the view that the pact is a threat.")],
        ),
    ],
)
def test_each_speaker_has_what_is_said(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_an_owner_before_a_surname_leads_to_the_full_name_and_to_he() -> None:
    text = (
        "Merer Berg of the Lake coalition said the vote was rigged. The head of the board, Ali "
        "Sula, said it was fair. “It was not,” said the coalition’s Berg. He added that he was sad."
    )
    assert [name for name, _ in told(text)] == [
        "Merer Berg",
        "Ali Sula",
        "Merer Berg",
        "Merer Berg",
    ]


def test_a_surname_is_looked_for_below_the_headline_first() -> None:
    text = "Minister Soh Sang-mi met the envoy. Soh said the talks were good."
    whole = f"MP Soh meets envoy\n\n{text}"
    found = extract(read_article(whole, date="2024-05-16")).claims
    assert found[-1].source.name == "Soh Sang-mi"


def test_a_reason_cited_is_no_speech() -> None:
    (claim,) = claims("The rise was cited by the minister as a reason for the curbs.")
    assert claim.source.name == "narrator"


@pytest.mark.parametrize("agency", ["per Reuters", "according to Reuters"])
def test_the_agency_behind_what_somebody_said_passes_it_on(agency: str) -> None:
    (claim,) = claims(f"The ministry said two guards had died, {agency}.")
    assert (claim.source.name, claim.source.via) == ("ministry", "Reuters")


@pytest.mark.parametrize(("opens", "closes"), [("“", '"'), ('"', "”"), ("“", "”")])
def test_a_quotation_typed_by_two_hands_is_one(opens: str, closes: str) -> None:
    (claim,) = claims(f"{opens}The bridge was lost,{closes} Berg said.")
    assert (claim.source.name, claim.attribution) == ("Berg", "direct")
