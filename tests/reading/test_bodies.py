"""What a body is, by the words of its name."""

import pytest

from reading.article import read_article
from reading.bodies import kind_of_body
from reading.claims import extract
from reading.lexicon import rows


@pytest.mark.parametrize("row", rows("body_phrases"), ids=lambda row: row["words"])
def test_every_row_tells_the_body_of_its_words(row):
    assert kind_of_body(set(row["words"].split())) == row["type"]


def test_a_body_of_other_words_is_not_told():
    assert kind_of_body({"the", "harbour", "board"}) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The official Zemblan News Agency said that two bridges fell.", "state_media"),
        (
            "Two bridges fell, the United Nations refugee agency said.",
            "intergovernmental_organisation",
        ),
        ("The Zemblan Geological Survey said that the ground had shaken.", "official_spokesperson"),
        ("The Zemblan embassy said that nobody was hurt.", "official_spokesperson"),
    ],
)
def test_the_type_of_a_speaker_is_that_of_its_body(text, kind):
    claims = extract(read_article(text, date="2024-10-24")).claims
    assert [claim.source.type for claim in claims] == [kind]
