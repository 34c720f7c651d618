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
    return frozenset(row[0] for row in _rows(name))


@cache
def words_as(role: str) -> frozenset[str]:
    """Return the words of ``relation_words.tsv`` that play a role: "direction", "border tail"."""
    return frozenset(row[0] for row in _rows("relation_words") if row[1] == role)


@cache
def word_map(name: str) -> dict[str, str]:
    """Return the first column of a word list mapped to the second."""
    return {row[0]: row[1] for row in _rows(name)}


def _rows(name: str) -> list[list[str]]:
    lines = (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]
