"""Two readings of one report: which claims came, went and changed, and what is no change."""

import dataclasses

from layers.build import build
from layers.differences import differences


def with_claims(document, *groups):
    annotations = tuple(a for group in groups for a in group)
    return dataclasses.replace(document, annotations=annotations, layers=build(annotations))


def changed(group, **parts):
    return tuple(
        dataclasses.replace(
            a,
            **{name: getattr(a, name)._replace(**own) for name, own in parts.items()},
        )
        for a in group
    )


def test_the_same_reading_has_no_differences(document):
    found = differences(document, document)
    assert found.is_empty
    assert found.same == len(document.claims())


def test_a_claim_that_only_one_reading_has_came_or_went(document):
    first, second = document.claims()
    less = with_claims(document, first)
    assert differences(less, document).came == (second,)
    assert differences(document, less).went == (second,)
    assert differences(document, less).same == 1


def test_a_claim_of_another_speaker_on_the_same_words_is_a_change(document):
    first, second = document.claims()
    other = changed(first, who={"source": "an agency"}, anchor={"claim_id": "another"})
    found = differences(document, with_claims(document, other, second))
    assert (found.came, found.went, found.same) == ((), (), 1)
    (change,) = found.changed
    (field,) = change.fields
    assert (field.name, field.before, field.after) == ("source", "the ministry", "an agency")


def test_a_claim_that_moved_is_a_change_of_its_places(document):
    first, second = document.claims()
    other = changed(first, where={"place": "Freedonia"})
    (change,) = differences(document, with_claims(document, other, second)).changed
    assert [field.name for field in change.fields] == ["places"]
    assert "Elbonia" in str(change.fields[0].before)
    assert "Freedonia" in str(change.fields[0].after)


def test_another_outline_of_the_same_place_is_a_change_too(document):
    first, second = document.claims()
    square = first[0].geometry
    moved = tuple(dataclasses.replace(a, geometry=None) for a in first)
    assert square is not None
    (change,) = differences(document, with_claims(document, moved, second)).changed
    assert [field.name for field in change.fields] == ["places"]


def test_what_only_says_how_it_was_made_is_no_change(document):
    first, second = document.claims()
    same = changed(
        first,
        audit={"rules": ("another",), "gazetteer_version": "core-0"},
        where={"match_confidence": 0.5, "match_evidence": ("another",)},
    )
    assert differences(document, with_claims(document, same, second)).is_empty
