from pathlib import Path

import pytest

import geo.lexicon
from geo.lexicon import word_map, word_set, words_as

LISTS = sorted(Path(geo.lexicon.__file__).parent.glob("*.tsv"))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_lists_are_sorted_folded_and_of_one_width(path):
    header, *rows = path.read_text("utf-8").splitlines()
    assert rows == sorted(set(rows))
    assert {row.count("\t") for row in rows} == {header.count("\t")}
    assert all(row == row.lower() for row in rows)


def test_lists_are_read_as_sets_and_maps():
    assert "paris" in word_set("surnames")
    assert word_map("compass_words")["north-eastern"] == "northeast"
    assert "counties" in word_map("area_words")
    assert {"north", "western"} <= words_as("direction")
