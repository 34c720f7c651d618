"""A long list of words, asked of the file itself."""

from bisect import bisect_left
from pathlib import Path

_REMEMBERED = 1 << 16
_LONGEST = 64
"""Letters; no list has a longer word, and none is remembered."""


class LongList(dict[str, bool]):
    """The first column of a sorted file: a word mapped to whether it stands in it.

    An article asks for a few hundred words, and a list of forty thousand takes longer to load than
    the article to read: the list stays as it is on disk and is searched by halves, once for each
    word.

    Parameters
    ----------
    path : Path
        A header line, then lines sorted by their first column.

    Examples
    --------
    >>> from geo.lexicon import long_list
    >>> long_list("words")["harbour"], "kursk" in long_list("words")
    (True, False)
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._lines = path.read_bytes()
        self._positions = range(self._lines.index(b"\n") + 1, len(self._lines))

    def __missing__(self, word: str) -> bool:
        if len(word) > _LONGEST:
            return False
        known = self._find(word.encode())
        if len(self) < _REMEMBERED:
            self[word] = known
        return known

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self[word]

    def _find(self, word: bytes) -> bool:
        at = bisect_left(self._positions, word, key=self._word_at)
        return at < len(self._positions) and self._word_at(self._positions[at]) == word

    def _word_at(self, position: int) -> bytes:
        """Return the first column of the line that a byte belongs to."""
        start = self._lines.rfind(b"\n", 0, position) + 1
        return self._lines[start : self._lines.find(b"\n", position)].partition(b"\t")[0]
