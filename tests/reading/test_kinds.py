"""Which kind of speaker the words of a name and a role show."""

from pathlib import Path

import pytest

from reading.article import read_article
from reading.claims import extract
from reading.kinds import acts_for_a_name
from reading.lexicon import rows

TABLE = Path(__file__).parent / "tables" / "kinds.tsv"
TOLD = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines()[2:]]
WORLD = "intergovernmental_organisation"
ARMY = "military_spokesperson"


def kinds(text):
    claims = extract(read_article(f"A day in town\n\n{text}\n", date="2024-05-01")).claims
    return {claim.source.type or "other" for claim in claims if claim.source.name != "narrator"}


@pytest.mark.parametrize(("sentence", "kind"), TOLD)
def test_who_says_it_is_of_a_kind(sentence, kind):
    assert kinds(sentence) == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "The U.N. refugee agency sent tents. It fell, said Ada Orne, the agency’s spokeswoman.",
        "The U.N. refugee agency sent tents. The bridge fell, its spokeswoman, Ada Orne, said.",
    ],
)
def test_who_speaks_for_a_body_named_before_is_of_its_kind(text):
    claims = extract(read_article(f"A day in town\n\n{text}\n", date="2024-05-01")).claims
    assert [c.source.type for c in claims if c.source.name == "Ada Orne"] == [WORLD]


def test_a_colleague_is_what_the_other_is():
    text = (
        "Defence Minister Ada Orne said it fell. Her colleague, Ivo Lund, said the road was shut."
    )
    claims = extract(read_article(f"A day in town\n\n{text}\n", date="2024-05-01")).claims
    assert claims[-1].source.name == "Ivo Lund"
    assert claims[-1].source.type == "official_spokesperson"


@pytest.mark.parametrize("row", rows("acting_nouns"), ids=lambda row: row["noun"])
def test_every_acting_noun_takes_the_kind_of_the_body_beside_it(row):
    assert kinds(f"The bridge fell at noon, said a navy {row['noun']}.") == {ARMY}


@pytest.mark.parametrize("row", rows("acting_nouns"), ids=lambda row: row["noun"])
def test_every_acting_noun_beside_a_name_alone(row):
    assert acts_for_a_name(f"Velmar {row['noun']}") == (row["of_name"] == "other")


@pytest.mark.parametrize("row", rows("private_nouns"), ids=lambda row: row["noun"])
def test_every_private_noun_is_of_a_witness(row):
    assert kinds(f"“My house is gone,” said Ada Orne, a {row['noun']}.") == {"eyewitness"}
