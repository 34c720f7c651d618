"""How exactly a number is meant: "at least", "some", "or more", and the bounds that follow."""

import re
from functools import cache
from typing import cast

from reading.lexicon import rows
from reading.model import Qualifier

_WORD = re.compile(r"\S+")
_LEADING_MARKS = "(“\"‘'—–-"
_REACH = 40
_QUALIFIER_WORDS = 4


def bounds(value: float, qualifier: str | None) -> tuple[float | None, float | None]:
    """Return the least and the most that a number with this qualifier says."""
    if qualifier in {"at_least", "more_than"}:
        return value, None
    if qualifier in {"up_to", "less_than"}:
        return None, value
    return value, value


def qualifier_before(text: str, start: int, at: int) -> tuple[Qualifier | None, int]:
    """Return the qualifier before `at` and where its words begin."""
    reach = text[max(start, at - _REACH) : at]
    if not reach[-1:].isspace():
        return None, at
    last = reach.lower().split()[-1:]
    if _last_words().isdisjoint([*last, *(word.lstrip(_LEADING_MARKS) for word in last)]):
        return None, at
    words = list(_WORD.finditer(reach))
    for length in range(min(_QUALIFIER_WORDS, len(words)), 0, -1):
        first = words[-length]
        phrase = " ".join(word.group() for word in words[-length:]).lower()
        bare = phrase.lstrip(_LEADING_MARKS)
        qualifier = _phrases("before").get(bare)
        if qualifier is not None:
            verb = words[-length - 1].group().lower() if length < len(words) else ""
            if (verb, bare) in _preposition_verbs():
                return None, at
            if qualifier in {"exactly", "including"}:
                return qualifier, at
            return qualifier, at - len(reach) + first.start() + len(phrase) - len(bare)
    return None, at


def qualifier_after(text: str, at: int, end: int) -> tuple[Qualifier, int] | None:
    """Return the qualifier that stands at `at`, "or more", and where its words end."""
    found = _after_pattern().match(text, at, end)
    if found is None:
        return None
    return _phrases("after")[" ".join(found.group().lower().split())], found.end()


@cache
def _last_words() -> frozenset[str]:
    return frozenset(phrase.split()[-1] for phrase in _phrases("before"))


@cache
def _preposition_verbs() -> frozenset[tuple[str, str]]:
    return frozenset((row["verb"], row["word"]) for row in rows("preposition_verbs"))


@cache
def _phrases(position: str) -> dict[str, Qualifier]:
    return {
        row["phrase"]: cast("Qualifier", row["qualifier"])
        for row in rows("quantity_qualifiers")
        if row["position"] == position
    }


@cache
def _after_pattern() -> re.Pattern[str]:
    phrases = sorted(_phrases("after"), key=lambda phrase: (-len(phrase), phrase))
    joined = "|".join(phrase.replace(" ", r"\s") for phrase in phrases)
    return re.compile(rf"\s(?:{joined})\b", re.IGNORECASE)
