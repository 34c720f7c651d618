"""Words of a folded text, with the shape they have in print."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from geo.gazetteer import fold_with_offsets
from geo.lexicon import word_set

LOWER: Final = 0
TITLE: Final = 1  # Kursk
UPPER: Final = 2  # KURSK, two letters or more
NUMBER: Final = 3
UNCASED: Final = 4  # 平壌

# Scripts written without blanks: every letter may begin a name. Marks stay with their letter.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff"
_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0dff\u0f00-\u0fff\u20d0-\u20ff"
_WORD = re.compile(f"[{_UNSPACED}]|(?:[^\\W_{_UNSPACED}]|[{_MARKS}])+")
_ENDS_SENTENCE = re.compile(r"[.!?:;\n\u2026\u3002]")
_OPENS = re.compile(r'["(\[\u2022*]')
WINDOW = 6


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
        if not (self.is_capital(index) and self.is_capital(index + 1)):
            return False
        gap = self.gap(index)
        if gap in (" ", "-", "'"):
            return True
        return gap in (". ", ".") and (
            len(self.words[index]) == 1 or self.words[index] in word_set("titles")
        )

    def starts_sentence(self, index: int) -> bool:
        """Tell whether a capital here may be due to the beginning of a sentence or quotation."""
        gap = self.gap(index - 1)
        if _OPENS.search(gap):
            return True
        if not _ENDS_SENTENCE.search(gap):
            return False
        before = self.words[index - 1] if index else ""
        return not (gap == ". " and (len(before) == 1 or before in word_set("titles")))

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


def tokenise(text: str) -> Tokens:
    """Cut a text into words."""
    folded, offsets = fold_with_offsets(text)
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    shapes: list[int] = []
    for match in _WORD.finditer(folded):
        start, end = match.span()
        starts.append(start)
        ends.append(end)
        word = match[0]
        words.append(word)
        first = text[offsets[start]]
        if first.islower():
            shapes.append(LOWER)
        elif first.isupper():
            second = text[offsets[start + 1]] if end - start > 1 else "a"
            shapes.append(
                UPPER if second.isupper() and _is_upper(text, offsets, start, end) else TITLE
            )
        elif first.isdigit():
            shapes.append(NUMBER)
        else:
            shapes.append(UNCASED)
    return Tokens(text, folded, offsets, starts, ends, words, shapes)


def _is_upper(text: str, offsets: Sequence[int], start: int, end: int) -> bool:
    return text[offsets[start] : offsets[end]].isupper()
