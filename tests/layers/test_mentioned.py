"""A report in another language shows the places it names, and claims nothing."""

import pytest

from layers.reader import read
from reading.article import read_article

TEXT = (
    "Die Regierung in Berlin hat am Montag erklärt, dass die russischen Truppen nicht nach "
    "Warschau verlegt werden. Das sagte ein Sprecher der Regierung auf einer Konferenz in München, "
    "und er sagte es in München nicht zum ersten Mal."
)


@pytest.fixture(scope="module")
def document(gazetteer, boundaries):
    return read([read_article(TEXT, date="2024-10-24")], gazetteer, boundaries)


def test_each_place_stands_once_under_its_sentence(document):
    found = [(a.where.place, a.anchor.quote[:3], a.where.place_role) for a in document.annotations]
    assert found == [
        ("Berlin", "Die", "event_location"),
        ("Warschau", "Die", "event_location"),
        ("München", "Das", "event_location"),
    ]


def test_nothing_is_claimed_of_them(document):
    for annotation in document.annotations:
        assert annotation.who.source == "narrator"
        assert annotation.what.event_type == "mention"
        assert annotation.how.certainty == "unknown"
        assert annotation.when.date_start is annotation.when.date_end is None
        assert not annotation.relations


def test_they_form_a_layer_of_their_own(document):
    assert [layer.id for layer in document.layers] == ["topic-mentions", "speaker-narrator"]
    assert document.warnings == ("The text is not in English: places only, no claims.",)
