"""A long list of words, asked of the file itself."""

from bisect import bisect_left
from pathlib import Path

_REMEMBERED = 1 << 16


class LongList:
    """The first column of a sorted file, for asking whether a word stands in it.

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
    >>> "harbour" in long_list("words"), "kursk" in long_list("words")
    (True, False)
    """

    def __init__(self, path: Path) -> None:
        self._lines = path.read_bytes()
        self._positions = range(self._lines.index(b"\n") + 1, len(self._lines))
        self._known: dict[str, bool] = {}

    def __contains__(self, word: str) -> bool:
        known = self._known.get(word)
        if known is None:
            known = self._find(word.encode())
            if len(self._known) < _REMEMBERED:
                self._known[word] = known
        return known

    def _find(self, word: bytes) -> bool:
        at = bisect_left(self._positions, word, key=self._word_at)
        return at < len(self._positions) and self._word_at(self._positions[at]) == word

    def _word_at(self, position: int) -> bytes:
        """Return the first column of the line that a byte belongs to."""
        start = self._lines.rfind(b"\n", 0, position) + 1
        return self._lines[start : self._lines.find(b"\n", position)].partition(b"\t")[0]
