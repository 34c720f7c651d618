"""The words and figures of a stretch of text, which show whether it dates or counts anything."""

import re
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[a-z]+|\d+")


class Stretch(NamedTuple):
    """What stands in a stretch: its words, in lower case, and its figures, as they are printed."""

    words: frozenset[str]
    figures: tuple[str, ...]


@lru_cache(maxsize=4)  # its times are asked for, and then its numbers
def stretch(text: str, start: int, end: int) -> Stretch:
    """Return the words and figures of ``text[start:end]``; figures are among the words too.

    Examples
    --------
    >>> found = stretch("At 9:30 on Monday", 3, 17)
    >>> sorted(found.words), found.figures
    (['30', '9', 'monday', 'on'], ('9', '30'))
    """
    found = _WORD.findall(text[start:end].lower())
    return Stretch(frozenset(found), tuple(filter(str.isdecimal, found)))
