"""Corrections by hand are applied, recorded, and refused with the line that is wrong."""

import pytest

from layers.errors import OverrideError
from layers.overrides import Override, check_overrides, load_overrides
from reading.article import read_article

TEXT = "Floods have killed 12 people in Georgia, the ministry said."


def write(tmp_path, *lines):
    path = tmp_path / "fix.csv"
    path.write_text("\n".join(("mention,start,correction", *lines)) + "\n", encoding="utf-8")
    return path


def test_the_three_kinds_of_correction_are_read(tmp_path):
    path = write(tmp_path, "Georgia,32,gn:4197000", "Paris,,drop", "Lyon,,role=origin")
    assert load_overrides(path) == (
        Override("Georgia", 32, place_id="gn:4197000", line=2),
        Override("Paris", None, drop=True, line=3),
        Override("Lyon", None, role="origin", line=4),
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Georgia,32", "line 2: 2 columns"),
        (",32,drop", "line 2: no mention"),
        ("Georgia,first,drop", "line 2: start 'first'"),
        ("Georgia,,gn4197000", "line 2: 'gn4197000' is no correction"),
        ("Georgia,,role=hero", "line 2: 'hero' is no role"),
        ('"Georgia,,drop', "line 2"),
    ],
)
def test_a_wrong_line_is_named(tmp_path, line, words):
    with pytest.raises(OverrideError, match=words):
        load_overrides(write(tmp_path, line))


def test_a_file_without_the_header_is_refused(tmp_path):
    path = tmp_path / "fix.csv"
    path.write_text("Georgia,32,drop\n", encoding="utf-8")
    with pytest.raises(OverrideError, match="line 1: the header"):
        load_overrides(path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(OverrideError, match=r"nothing\.csv: there is no such file"):
        load_overrides(tmp_path / "nothing.csv")


def test_bytes_that_are_no_text_are_refused(tmp_path):
    path = tmp_path / "fix.csv"
    path.write_bytes(b"mention,start,correction\n\xff\xfe,,drop\n")
    with pytest.raises(OverrideError, match="cannot be read as UTF-8"):
        load_overrides(path)


def test_a_place_set_by_hand_is_the_place_and_says_so(pin, gazetteer):
    country = gazetteer.country("GE")
    state = next(p for p in gazetteer.places_named("georgia") if p.country_code == "US")
    for place in (country, state):
        fixed = pin(TEXT, overrides=(Override("Georgia", place_id=place.id),))
        pinned = [a for a in fixed if a.where.gazetteer_id == place.id]
        assert pinned
        assert f"override:place={place.id}" in pinned[0].audit.rules


def test_a_dropped_mention_is_drawn_nowhere(pin):
    fixed = pin(TEXT, overrides=(Override("Georgia", drop=True),))
    assert all(a.where.place is None and a.geometry is None for a in fixed)
    assert "override:drop" in fixed[0].audit.rules


def test_a_role_set_by_hand_holds_against_the_words(pin):
    fixed = pin(TEXT, overrides=(Override("Georgia", role="metonym"),))
    assert [a.where.place_role for a in fixed if a.where.place] == ["metonym"]
    assert all(a.geometry is None for a in fixed)


def test_a_correction_at_another_offset_leaves_the_mention_alone(pin):
    untouched, fixed = pin(TEXT), pin(TEXT, overrides=(Override("Georgia", 3, drop=True),))
    assert [a.id for a in fixed] == [a.id for a in untouched]


def test_a_correction_without_anything_to_correct_is_refused(gazetteer):
    article = read_article(TEXT, date="2024-10-24")
    check_overrides((Override("Georgia", 32, drop=True),), (article,), gazetteer)
    with pytest.raises(OverrideError, match="“Atlantis” does not stand in the text"):
        check_overrides((Override("Atlantis", drop=True),), (article,), gazetteer)
    with pytest.raises(OverrideError, match="knows no place 'gn:0'"):
        check_overrides((Override("Georgia", place_id="gn:0"),), (article,), gazetteer)
