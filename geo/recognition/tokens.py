"""Words of a folded text, with the shape they have in print."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, compress, count, pairwise
from operator import itemgetter
from typing import Final

from geo.gazetteer import fold_text
from geo.lexicon import word_set
from geo.recognition.sought import Sought, find_sought
from reading.kept import kept

_TITLES: Final = word_set("titles")

LOWER: Final = 0  # the one shape that is false
TITLE: Final = 1  # Kursk
UPPER: Final = 2  # KURSK, two letters or more
NUMBER: Final = 3
UNCASED: Final = 4  # 平壌

# Scripts written without blanks: every letter may begin a name. Marks stay with their letter.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff"
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f"
    "\u0670\u06d6-\u06ed\u0900-\u0dff\u0f00-\u0fff\u20d0-\u20ff"
)
# Slow to compile and seldom needed: these two are compiled when first used.
_WORD = f"([{_UNSPACED}]|(?:[^\\W_{_UNSPACED}]|[{_MARKS}])++)"
_ASCII_PARTS = re.compile("([a-z0-9]+)")
_PLAIN_PARTS = re.compile(r"([^\W_]+)")
_SPECIAL = f"[{_UNSPACED}{_MARKS}]"
_MAYBE_SPECIAL = re.compile("[^\x00-\u02ff]")
_ENDS_SENTENCE = re.compile(r"[.!?:;\n\u2026\u3002]")
_JOINTS = frozenset({" ", "-", "'"})
_STOPS = frozenset({". ", "."})
_OPENS = re.compile(r'["(\[\u2022*]')
_EDGE = ["\n"] * 8
WINDOW = 6
_REMEMBERED = 1 << 16


@dataclass(frozen=True)
class Tokens:
    """The words of a text, in order; positions are those of the folded text.

    Parameters
    ----------
    text : str
        As given.
    folded : str
        Its folded form.
    offsets : sequence of int
        Folded position to position in `text`.
    starts, ends : list of int
        Of each word in `folded`.
    words : list of str
        The folded words.
    shapes : list of int
        LOWER, TITLE, UPPER, NUMBER or UNCASED.
    gaps : list of str
        What stands between each word and the next; a few places past either end a line feed.
    capitals, uncased : list of int
        Words printed with a capital, and words in scripts without any, by index.
    lowered : bytes
        1 for each word in lower case.
    is_coded : bool
        Somewhere a capital stands right after a figure, as in grid references.
    """

    text: str
    folded: str
    offsets: Sequence[int]
    starts: list[int]
    ends: list[int]
    words: list[str]
    shapes: list[int]
    gaps: list[str]
    capitals: list[int]
    uncased: list[int]
    lowered: bytes
    is_coded: bool

    @kept
    def size(self) -> int:
        """How many words there are."""
        return len(self.words)

    @kept
    def all_words(self) -> frozenset[str]:
        """Words that stand somewhere in lower case."""
        return frozenset(compress(self.words, self.lowered))

    @kept
    def _sought(self) -> dict[Sought, list[int]]:
        return find_sought(self.words)

    @kept
    def joints(self) -> frozenset[int]:
        """Capitals that are followed by another as parts of one name."""
        gaps = self.gaps
        return frozenset(
            [
                at
                for at, following in pairwise(self.capitals)
                if following == at + 1
                and ((gap := gaps[at]) in _JOINTS or (gap in _STOPS and self._is_short(at)))
            ]
        )

    def _is_short(self, at: int) -> bool:
        return len(self.words[at]) == 1 or self.words[at] in _TITLES

    def ending(self, end: int, first: int) -> int | None:
        """Return the word from `first` on that ends at a folded position, or None."""
        last = bisect_left(self.ends, end, first)
        return last if last < len(self.ends) and self.ends[last] == end else None

    def is_capital(self, index: int) -> bool:
        """Tell whether a word is printed with a capital."""
        return 0 <= index < len(self.shapes) and self.shapes[index] in (TITLE, UPPER)

    def joined(self, index: int) -> bool:
        """Tell whether a word and the next are printed with capitals as parts of one name."""
        return index in self.joints

    def at(self, sought: Sought) -> Sequence[int]:
        """Return where any of the words stands that a rule looks for, by index."""
        return self._sought.get(sought, ())

    def starts_sentence(self, index: int) -> bool:
        """Tell whether a capital here may be due to the beginning of a sentence or quotation."""
        gap = self.gaps[index - 1]
        if gap == " ":
            return False
        if _OPENS.search(gap):
            return True
        if not _ENDS_SENTENCE.search(gap):
            return False
        before = self.words[index - 1] if index else ""
        return not (gap == ". " and (len(before) == 1 or before in _TITLES))

    def in_headline(self, first: int, last: int) -> bool:
        """Tell whether all longer words around are capitals: here capitals tell little."""
        words, shapes, gaps = self.words, self.shapes, self.gaps
        near = 0
        for index in range(last + 1, min(last + 1 + WINDOW, len(words))):
            if (gap := gaps[index - 1]) != " " and "\n" in gap:
                break
            if len(words[index]) > 3:
                if shapes[index] == LOWER:
                    return False
                near += 1
        for index in range(first - 1, max(first - 1 - WINDOW, -1), -1):
            if (gap := gaps[index]) != " " and "\n" in gap:
                break
            if len(words[index]) > 3:
                if shapes[index] == LOWER:
                    return False
                near += 1
        return near >= 3

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the text that folded positions come from."""
        return self.offsets[start], self.offsets[end]


class _Shapes(dict[str, int]):
    """Shape of a word by its first letter, TITLE for every capital; remembers the common ones."""

    def __missing__(self, letter: str) -> int:
        if "\u10d0" <= letter <= "\u10ff":
            shape = UNCASED  # Georgian begins no word with a capital
        elif letter.islower():
            shape = LOWER
        elif letter.isupper():
            shape = TITLE
        else:
            shape = NUMBER if letter.isdigit() else UNCASED
        if len(self) < _REMEMBERED:
            self[letter] = shape
        return shape


_SHAPES = _Shapes()
_BEYOND: Final = 5  # shape of letters beyond ASCII until they are looked at
_ASCII_SHAPES: Final = bytes(
    _BEYOND if chr(code) == "?" else _SHAPES[chr(code)] for code in range(256)
)
_IS_BEYOND: Final = bytes(shape == _BEYOND for shape in range(256))
_CODED: Final = bytes((NUMBER, TITLE))
_IS_LOWER: Final = bytes(shape == LOWER for shape in range(256))
_IS_TITLE: Final = bytes(shape == TITLE for shape in range(256))


def tokenise(text: str) -> Tokens:
    """Cut a text into words."""
    folded, printed, offsets = fold_text(text)
    # Gaps and words take turns, so the lengths of both add up to where each word stands.
    parts = _split(folded)
    borders = [*accumulate(map(len, parts))]
    starts, ends, words, gaps = borders[:-1:2], borders[1::2], parts[1::2], parts[2:-1:2]
    gaps += _EDGE
    letters = printed.encode("ascii", "replace").translate(_ASCII_SHAPES)
    initials = _pick(letters, starts)
    shapes = [*initials]
    if _BEYOND in initials:
        for index in compress(count(), initials.translate(_IS_BEYOND)):
            shapes[index] = _SHAPES[printed[starts[index]]]
        initials = bytes(shapes)
    capitals = [*compress(count(), initials.translate(_IS_TITLE))]
    uncased: list[int] = []
    if UNCASED in initials:
        uncased = [at for at, shape in enumerate(initials) if shape == UNCASED]
    for index in capitals:
        start, end = starts[index], ends[index]
        if end - start > 1 and letters[start + 1] and printed[start:end].isupper():
            shapes[index] = UPPER
    lowered = initials.translate(_IS_LOWER)
    columns = starts, ends, words, shapes, gaps, capitals, uncased, lowered
    return Tokens(text, folded, offsets, *columns, _CODED in letters)


def _pick(letters: bytes, places: list[int]) -> bytes:
    """Return the letters at some places."""
    if len(places) < 2:
        return bytes(letters[place] for place in places)
    return bytes(itemgetter(*places)(letters))


def _split(folded: str) -> list[str]:
    """Return gaps and words in turn, a gap at either end."""
    if folded.isascii():
        return _ASCII_PARTS.split(folded)
    if _MAYBE_SPECIAL.search(folded) and re.search(_SPECIAL, folded):
        return re.split(_WORD, folded)
    return _PLAIN_PARTS.split(folded)
