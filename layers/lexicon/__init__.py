"""The words by which a place gets its role, as data: tab-separated files, sorted, with a header."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@cache
def table(name: str) -> dict[str, dict[str, str]]:
    """Return a lexicon: first column to the row's other columns.

    Parameters
    ----------
    name : str
        File name without ``.tsv``.

    Examples
    --------
    >>> table("prepositions")["into"]
    {'role': 'destination'}
    """
    lines = (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")[1:]
    rows = (line.split("\t") for line in lines[1:])
    return {row[0]: dict(zip(header, row[1:], strict=True)) for row in rows}


@cache
def of_class(name: str, column: str, value: str) -> frozenset[str]:
    """Return the words of a lexicon that have `value` in `column`."""
    return frozenset(word for word, row in table(name).items() if row[column] == value)
