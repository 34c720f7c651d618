from pathlib import Path

import pytest

import geo.lexicon
from geo.lexicon import long_list, word_map, word_set, words_as

LISTS = sorted(Path(geo.lexicon.__file__).parent.glob("*.tsv"))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_lists_are_sorted_folded_and_of_one_width(path):
    header, *rows = path.read_text("utf-8").splitlines()
    assert rows == sorted(set(rows))
    assert {row.count("\t") for row in rows} == {header.count("\t")}
    assert all(row == row.lower() for row in rows)


def test_lists_are_read_as_sets_and_maps():
    assert "in" in word_set("locatives")
    assert word_map("compass_words")["north-eastern"] == "northeast"
    assert "counties" in word_map("area_words")
    assert {"north", "western"} <= words_as("direction")


@pytest.mark.parametrize("name", ["words", "first_names", "surnames"])
def test_a_long_list_holds_its_words_and_no_others(name):
    path = next(path for path in LISTS if path.stem == name)
    words = [row.partition("\t")[0] for row in path.read_text("utf-8").splitlines()[1:]]
    listed = long_list(name)
    assert all(word in listed for word in words)
    others = (
        {f"{word}x" for word in words} | {word[:-1] for word in words} | {"", "\t", "ž", "word"}
    )
    assert {word for word in others if word in listed} == others.intersection(words)


def test_words_of_any_length_are_asked_and_long_ones_not_kept():
    listed = long_list("words")
    assert "x" * 1_000_000 not in listed
    assert max(map(len, listed.keys()), default=0) < 100
    assert all(len(line.partition("\t")[0]) <= 64 for path in LISTS for line in _lines(path))


def _lines(path):
    return path.read_text("utf-8").splitlines()
