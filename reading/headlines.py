"""Speakers that a headline names with a mark: "Army: rebels fled", "Two dead in storm – police"."""

from reading.cues import COLON, Frame
from reading.phrases import Tokens, has_finite, phrase_right

_TAIL_REACH = 5
_COLON_REACH = 8


def headline_tail(tokens: Tokens, index: int) -> Frame | None:
    """Read "Two dead in storm – police", "Two held: mayor", "Reefs are dying: ZRA"."""
    size, first = len(tokens), index + 1
    joined = tokens[index - 1].end == tokens[index].start and tokens[index].lower != ":"
    if joined or not 1 <= size - first <= _TAIL_REACH or phrase_right(tokens, first) != size:
        return None
    if not any(tokens[n].noun is not None for n in range(first, size)) and not (
        size - first == 1 and tokens[first].text.isupper() and len(tokens[first].text) > 1
    ):
        return None
    return Frame(COLON, (index, first), (first, size), index, index, size, "after", "post")


def headline_colon(tokens: Tokens, index: int) -> Frame | None:
    """Read "Army: rebels fled", "Mayor: two held"."""
    if not 0 < index <= _COLON_REACH or index + 2 >= len(tokens) or has_finite(tokens, 0, index):
        return None
    if phrase_right(tokens, 0) != index:
        return None
    return Frame(COLON, (index, index + 1), (0, index), 0, index + 1, index + 1, "colon", "clause")
