"""Word lists that recognition goes by: TSV files beside this module, one word or phrase a line."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@cache
def word_set(name: str) -> frozenset[str]:
    """Return the first column of a word list, folded.

    Parameters
    ----------
    name : str
        File name without ``.tsv``.
    """
    lines = _lines(name)
    if "\t" not in lines[0]:
        return frozenset(lines[1:])
    return frozenset([line.partition("\t")[0] for line in lines[1:]])


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
    return [line.split("\t") for line in _lines(name)[1:]]


def _lines(name: str) -> list[str]:
    """Return the lines of a list, the header first."""
    return (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
