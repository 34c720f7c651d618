"""Streets, roads and landmarks that no gazetteer lists: "Augusta Street", "Barclays Center".

They are places, and the text says in which town. Their toponyms carry the rule ``local feature``;
resolution puts them in the town that the text names nearest to them.
"""

from collections.abc import Sequence
from typing import Final

from geo.cues import LOCAL_FEATURE
from geo.lexicon import long_list, word_set
from geo.model import Toponym
from geo.recognition.names import Name
from geo.recognition.people import People
from geo.recognition.sought import Sought
from geo.recognition.tokens import NUMBER, TITLE, Tokens
from reading.text import Span

_LANDMARK_WORDS: Final = word_set("landmark_words")
_STOP_NAMES: Final = word_set("stop_names")
_STREET_WORDS: Final = word_set("street_words")
_WORDS: Final = long_list("words")

_NUMBERED: Final = frozenset({"interstate", "highway", "hwy", "route"})
_HEADS: Final = Sought(_STREET_WORDS | _LANDMARK_WORDS | _NUMBERED)
_PLURALS: Final = frozenset({"streets", "avenues", "roads", "lanes", "drives"})
_LONGEST: Final = 5


def find_features(
    tokens: Tokens, names: Sequence[Name], people: People
) -> tuple[list[Toponym], list[Span]]:
    """Find streets and landmarks.

    Returns
    -------
    features : list of Toponym
    streets : list of Span
        Their spans as far as they are streets: a town in a street's name ("Dublin Road") is not
        meant.
    """
    heads = tokens.at(_HEADS)
    if not heads:
        return [], []
    words, shapes = tokens.words, tokens.shapes
    landmarks = {at for at in heads if shapes[at] == TITLE and words[at] in _LANDMARK_WORDS}
    named = _words_of(names) if landmarks else set()
    features: list[Toponym] = []
    streets: list[Span] = []
    for index in heads:
        word = words[index]
        found: list[tuple[int, int]] = []
        if word in _STREET_WORDS and index > 0:
            found = _street(tokens, index)
        elif word in _NUMBERED and tokens.is_capital(index):
            found = _numbered(tokens, index)
        if found:
            spans = [_span(tokens, first, last) for first, last in found]
            streets += spans
            features += [_feature(tokens, span) for span in spans]
        elif index in landmarks:
            first = _run_start(tokens, index)
            inside = range(first, index)
            plain = all(_WORDS[words[at]] or words[at] in tokens.all_words for at in inside)
            if not plain and people.words.isdisjoint(inside) and named.isdisjoint(inside):
                features.append(_feature(tokens, _span(tokens, first, index)))
    return features, streets


def _words_of(names: Sequence[Name]) -> set[int]:
    return {
        index for name in names for index in range(name.first, min(name.last, name.first + 9) + 1)
    }


def _feature(tokens: Tokens, span: Span) -> Toponym:
    text = span.of(tokens.text)
    return Toponym(span, text, "literal", text, None, None, ("literal", LOCAL_FEATURE))


def _span(tokens: Tokens, first: int, last: int) -> Span:
    start, end = tokens.span(tokens.starts[first], tokens.ends[last])
    if (
        tokens.words[last] in ("st", "ave", "rd", "blvd", "dr", "ln")
        and tokens.text[end : end + 1] == "."
    ):
        end += 1
    return Span(start, end)


def _street(tokens: Tokens, index: int) -> list[tuple[int, int]]:
    """Return first and last words of the streets whose kind is named at a word."""
    word = tokens.words[index]
    if word in _PLURALS:
        return _pair(tokens, index)
    if tokens.shapes[index] != TITLE or tokens.gaps[index - 1] != " ":
        return []
    if word in ("st", "dr") and tokens.is_capital(index + 1) and tokens.gaps[index] in (" ", ". "):
        return []  # Saint, Doctor
    first = _run_start(tokens, index)
    if first == index:
        return []
    last = index
    if index + 1 < tokens.size and tokens.shapes[index + 1] == NUMBER and tokens.gaps[index] == " ":
        last = index + 1
    return [(first, last)]


def _run_start(tokens: Tokens, index: int) -> int:
    """Return the first word of the capitalised name that ends at a word."""
    first = index
    while first > 0 and index - first < _LONGEST:
        before = first - 1
        ordinal = tokens.shapes[before] == NUMBER and not tokens.words[before].isdecimal()
        if tokens.gaps[before] not in (" ", "-", "'") or not (ordinal or tokens.is_capital(before)):
            break
        opens = tokens.starts_sentence(before) or tokens.words[before] == "the"
        if opens and tokens.words[before] in _STOP_NAMES:
            break
        first = before
    return first


def _pair(tokens: Tokens, index: int) -> list[tuple[int, int]]:
    """Return both streets of "Lake and Harrison streets", or the one of "Lake streets"."""
    last = index - 1
    if not tokens.is_capital(last) or tokens.gaps[last] != " ":
        return []
    second = _run_start(tokens, last)
    joint = second - 1
    if joint < 1 or tokens.words[joint] != "and" or not tokens.is_capital(joint - 1):
        return []
    return [(_run_start(tokens, joint - 1), joint - 1), (second, last)]


def _numbered(tokens: Tokens, index: int) -> list[tuple[int, int]]:
    """Return "Highway 19", "Interstate 64 West"."""
    after = index + 1
    if (
        after >= tokens.size
        or tokens.shapes[after] != NUMBER
        or tokens.gaps[index] not in (" ", "-")
    ):
        return []
    return [(_run_start(tokens, index), after)]
