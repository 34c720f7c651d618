"""Long lists of words, asked of the files themselves.

An article asks for a few hundred words, and a list of forty thousand takes longer to load than the
article to read: a list stays as it is on disk and is searched by halves, once for each word.
"""

from bisect import bisect_left
from pathlib import Path

_REMEMBERED = 1 << 16
_LONGEST = 64
"""Letters; no list has a longer word, and none is remembered."""


class _SortedFile:
    """A header line, then lines sorted by their first column."""

    def __init__(self, path: Path) -> None:
        self._lines = path.read_bytes()
        self._positions = range(self._lines.index(b"\n") + 1, len(self._lines))

    def cells(self, word: str) -> list[bytes] | None:
        """Return the line whose first column is a word, cut at tabs; None if there is none."""
        first = word.encode()
        at = bisect_left(self._positions, first, key=self._first_at)
        if at == len(self._positions):
            return None
        cells = self._line_at(self._positions[at]).split(b"\t")
        return cells if cells[0] == first else None

    def _first_at(self, position: int) -> bytes:
        return self._line_at(position).partition(b"\t")[0]

    def _line_at(self, position: int) -> bytes:
        """Return the line that a byte belongs to."""
        start = self._lines.rfind(b"\n", 0, position) + 1
        return self._lines[start : self._lines.find(b"\n", position)]


class LongList(dict[str, bool]):
    """The first column of a sorted file: a word mapped to whether it stands in it.

    Parameters
    ----------
    path : Path
        A header line, then lines sorted by their first column.

    Examples
    --------
    >>> from geo.lexicon import long_list
    >>> long_list("words")["harbor"], "kursk" in long_list("words")
    (True, False)
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._file = _SortedFile(path)

    def __missing__(self, word: str) -> bool:
        if len(word) > _LONGEST:
            return False
        known = self._file.cells(word) is not None
        if len(self) < _REMEMBERED:
            self[word] = known
        return known

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self[word]


class LongTable(dict[str, str | None]):
    """The first column of a sorted file mapped to the second; None for what does not stand in it.

    Parameters
    ----------
    path : Path
        As for :class:`LongList`.

    Examples
    --------
    >>> from reading.lexicon import long_table
    >>> long_table("given_names")["laura"], long_table("given_names")["kursk"]
    ('f', None)
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._file = _SortedFile(path)

    def __missing__(self, word: str) -> str | None:
        if len(word) > _LONGEST:
            return None
        cells = self._file.cells(word)
        found = None if cells is None else cells[1].decode()
        if len(self) < _REMEMBERED:
            self[word] = found
        return found
