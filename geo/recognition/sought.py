"""The words that rules begin at, "village" or "son": a text is gone through once for all of them.

A rule registers its words when it is imported; :meth:`geo.recognition.tokens.Tokens.at` tells where
they stand.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import compress, count

_SEEKERS: defaultdict[str, list["Sought"]] = defaultdict(list)


class Sought:
    """Words that a rule looks for; each instance is told apart from all others.

    Parameters
    ----------
    words : iterable of str
        Folded.
    """

    __slots__ = ("words",)

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        for word in self.words:
            _SEEKERS[word].append(self)


def find_sought(words: Sequence[str]) -> dict[Sought, list[int]]:
    """Return where the words stand that each rule looks for; rules without any are left out."""
    found: defaultdict[Sought, list[int]] = defaultdict(list)
    for at in compress(count(), map(_SEEKERS.__contains__, words)):
        for sought in _SEEKERS[words[at]]:
            found[sought].append(at)
    return found
