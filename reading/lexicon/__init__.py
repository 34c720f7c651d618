"""The words that reading knows, as data: one tab-separated file a lexicon, sorted, with a header.

Lines that start with ``#`` are remarks. A row has exactly the columns of the header, so that a
slip of the hand is found when the file is first read and not by a wrong reading later.
"""

from functools import cache
from pathlib import Path

from reading.errors import LexiconError
from reading.lexicon.long_list import LongTable

_FOLDER = Path(__file__).parent


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of the lexicon `name`, each as column → text.

    Parameters
    ----------
    name : str
        File name without its suffix: ``"abbreviations"``.

    Raises
    ------
    LexiconError
        The file is missing, or a row has another number of columns than the header.

    Examples
    --------
    >>> rows("abbreviations")[0].keys()
    dict_keys(['abbreviation', 'class'])
    """
    path = _FOLDER / f"{name}.tsv"
    if not path.is_file():
        raise LexiconError(f"there is no lexicon {name!r}: {path.name} is missing; reinstall")
    header: list[str] | None = None
    found: list[dict[str, str]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            continue
        if len(cells) != len(header):
            raise LexiconError(
                f"{path.name}, line {number}: {len(cells)} columns where the header has "
                f"{len(header)}; separate cells with one tab"
            )
        found.append(dict(zip(header, cells, strict=True)))
    return tuple(found)


@cache
def long_table(name: str) -> LongTable:
    """Return a lexicon of thousands of words, which is not loaded but asked word by word."""
    return LongTable(_FOLDER / f"{name}.tsv")
