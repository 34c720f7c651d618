"""Words of a folded text, with the shape they have in print."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Final

from geo.gazetteer import fold_with_offsets
from geo.lexicon import word_set

_TITLES: Final = word_set("titles")

LOWER: Final = 0
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
_WORD = f"[{_UNSPACED}]|(?:[^\\W_{_UNSPACED}]|[{_MARKS}])++"
_PLAIN = re.compile(r"[^\W_]+")
_PLAIN_PARTS = re.compile(r"([^\W_]+)")
_SPECIAL = f"[{_UNSPACED}{_MARKS}]"
_MAYBE_SPECIAL = re.compile("[^\x00-\u02ff]")
_ENDS_SENTENCE = re.compile(r"[.!?:;\n\u2026\u3002]")
_JOINTS = (" ", "-", "'")
_OPENS = re.compile(r'["(\[\u2022*]')
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
    """

    text: str
    folded: str
    offsets: Sequence[int]
    starts: list[int]
    ends: list[int]
    words: list[str]
    shapes: list[int]

    @cached_property
    def at_start(self) -> dict[int, int]:
        """Word by its start."""
        return {start: index for index, start in enumerate(self.starts)}

    @cached_property
    def at_end(self) -> dict[int, int]:
        """Word by its end."""
        return {end: index for index, end in enumerate(self.ends)}

    @cached_property
    def capitals(self) -> list[int]:
        """Words printed with a capital, by index."""
        return [index for index, shape in enumerate(self.shapes) if shape in (TITLE, UPPER)]

    @cached_property
    def all_words(self) -> frozenset[str]:
        """Words that stand somewhere in lower case."""
        return frozenset(
            word for word, shape in zip(self.words, self.shapes, strict=True) if shape == LOWER
        )

    def __len__(self) -> int:
        return len(self.starts)

    def gap(self, index: int) -> str:
        """Return what stands between a word and the next; a line feed past either end."""
        if index < 0 or index + 1 >= len(self.starts):
            return "\n"
        return self.folded[self.ends[index] : self.starts[index + 1]]

    def is_capital(self, index: int) -> bool:
        """Tell whether a word is printed with a capital."""
        return 0 <= index < len(self.shapes) and self.shapes[index] in (TITLE, UPPER)

    def joined(self, index: int) -> bool:
        """Tell whether a word and the next are printed with capitals as parts of one name."""
        shapes = self.shapes
        if not 0 <= index < len(shapes) - 1:
            return False
        if shapes[index] not in (TITLE, UPPER) or shapes[index + 1] not in (TITLE, UPPER):
            return False
        gap = self.folded[self.ends[index] : self.starts[index + 1]]
        if gap in _JOINTS:
            return True
        return gap in (". ", ".") and (len(self.words[index]) == 1 or self.words[index] in _TITLES)

    def starts_sentence(self, index: int) -> bool:
        """Tell whether a capital here may be due to the beginning of a sentence or quotation."""
        gap = self.gap(index - 1)
        if _OPENS.search(gap):
            return True
        if not _ENDS_SENTENCE.search(gap):
            return False
        before = self.words[index - 1] if index else ""
        return not (gap == ". " and (len(before) == 1 or before in _TITLES))

    def in_headline(self, first: int, last: int) -> bool:
        """Tell whether all longer words around are capitals: here capitals tell little."""
        near = 0
        for step, begin in ((-1, first - 1), (1, last + 1)):
            index = begin
            while 0 <= index < len(self.starts) and abs(index - begin) < WINDOW:
                if "\n" in self.gap(index if step < 0 else index - 1):
                    break
                if len(self.words[index]) > 3:
                    if self.shapes[index] == LOWER:
                        return False
                    near += 1
                index += step
        return near >= 3

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the text that folded positions come from."""
        return self.offsets[start], self.offsets[end]


class _Shapes(dict[str, int]):
    """Shape of a printed word; remembers the common ones."""

    def __missing__(self, word: str) -> int:
        shape = _shape(word)
        if len(self) < _REMEMBERED:
            self[word] = shape
        return shape


_SHAPES = _Shapes()


def _shape(word: str) -> int:
    first = word[:1]
    if first.islower():
        return LOWER
    if first.isupper():
        return UPPER if len(word) > 1 and word.isupper() else TITLE
    return NUMBER if first.isdigit() else UNCASED


def _is_special(folded: str) -> bool:
    """Tell whether a text has marks, or scripts that are written without blanks."""
    if folded.isascii() or _MAYBE_SPECIAL.search(folded) is None:
        return False
    return re.search(_SPECIAL, folded) is not None


def tokenise(text: str) -> Tokens:
    """Cut a text into words."""
    folded, offsets = fold_with_offsets(text)
    if not _is_special(folded):
        # Gaps and words take turns, so the lengths of both add up to where each word stands.
        parts = _PLAIN_PARTS.split(folded)
        borders = [*accumulate(map(len, parts))]
        starts, ends, words = borders[:-1:2], borders[1::2], parts[1::2]
    else:
        spans = [match.span() for match in re.finditer(_WORD, folded)]
        starts = [start for start, _ in spans]
        ends = [end for _, end in spans]
        words = [folded[start:end] for start, end in spans]
    if isinstance(offsets, range) and text.isascii():
        printed = _PLAIN.findall(text)
    elif isinstance(offsets, range):
        printed = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    else:
        at = offsets.__getitem__
        printed = [
            text[start:end] for start, end in zip(map(at, starts), map(at, ends), strict=True)
        ]
    shapes = [*map(_SHAPES.__getitem__, printed)]
    return Tokens(text, folded, offsets, starts, ends, words, shapes)
