"""Word lists that recognition goes by: TSV files beside this module, one word or phrase a line."""

from functools import cache
from pathlib import Path

from geo.lexicon.memo import Memo
from reading.lexicon.long_list import LongList

__all__ = ["LongList", "Memo", "long_list", "word_map", "word_set", "words_as"]

_FOLDER = Path(__file__).parent


@cache
def word_set(name: str) -> frozenset[str]:
    """Return the first column of a word list, folded.

    Parameters
    ----------
    name : str
        File name without ``.tsv``.
    """
    return frozenset(row[0] for row in _rows(name))


@cache
def long_list(name: str) -> LongList:
    """Return a list of thousands of words, which is not loaded but asked word by word."""
    return LongList(_path(name))


@cache
def words_as(role: str) -> frozenset[str]:
    """Return the words of ``relation_words.tsv`` that play a role: "direction", "border tail"."""
    return frozenset(row[0] for row in _rows("relation_words") if row[1] == role)


@cache
def word_map(name: str) -> dict[str, str]:
    """Return the first column of a word list mapped to the second."""
    return {row[0]: row[1] for row in _rows(name)}


@cache
def _rows(name: str) -> list[list[str]]:
    _header, *lines = _path(name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines]


def _path(name: str) -> Path:
    return _FOLDER / f"{name}.tsv"
