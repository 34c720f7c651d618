"""Answers about single words that are remembered."""

from collections.abc import Callable

_REMEMBERED = 1 << 16
_LONGEST = 64
"""Letters; what is longer is no word of any list, and is asked anew."""


class Memo(dict[str, bool]):
    """A word mapped to the answer to a question about it, which is asked once.

    Parameters
    ----------
    question : callable
    """

    def __init__(self, question: Callable[[str], bool]) -> None:
        super().__init__()
        self._question = question

    def __missing__(self, word: str) -> bool:
        answer = self._question(word)
        if len(self) < _REMEMBERED and len(word) <= _LONGEST:
            self[word] = answer
        return answer
