"""Which kind of event a claim is about: a closed list, found by lemmas and short phrases."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from reading.lexicon import rows
from reading.phrases import Range, Tokens

_REACH = 6
_UNION = re.compile(r"\b(?:trade |labou?r )?unions?\b")
_DISPUTE = re.compile(r"\b(?:walk(?:ed|ing)? (?:off|out)|walkouts?|pay|wages?|strikers|picket)\b")
_TAGS = {
    "v": frozenset({"VF", "VB", "VN", "VG"}),
    "n": frozenset({"NN"}),
}
_VERB_BONUS = 2


class _Entry(NamedTuple):
    """One row: the lemmas, the event type, the weight, the tags that the first word may have.

    ``reach``: how far each word may stand from the one before it.
    """

    words: tuple[str, ...]
    kind: str
    weight: int
    tags: frozenset[str] | None
    reach: int


@cache
def _lexicon() -> dict[str, tuple[_Entry, ...]]:
    """Return first lemma → entries."""
    found: dict[str, list[_Entry]] = {}
    for row in rows("events"):
        words = tuple(row["phrase"].split("_"))
        entry = _Entry(
            words,
            row["event_type"],
            int(row["weight"]),
            _TAGS.get(row["class"]),
            2 if row["class"] == "=" else _REACH,
        )
        found.setdefault(words[0], []).append(entry)
    return {word: tuple(items) for word, items in found.items()}


def event_types() -> frozenset[str]:
    """Return the event types that the lexicon names."""
    return frozenset(row["event_type"] for row in rows("events")) | {"other"}


def event_type(tokens: Tokens, content: Range, verb: Range | None = None) -> str:
    """Return the type whose words weigh most in the range; ``other`` where none stands there.

    The words of `verb`, the clause's verb group, weigh more than the others.
    """
    scores: dict[str, int] = {}
    start, end = content
    for index in range(start, end):
        token = tokens[index]
        entries = _entries(token.lower, token.lemma)
        if not entries:
            continue
        best: dict[str, int] = {}
        for words, kind, weight, tags, reach in entries:
            if tags is not None and token.tag not in tags:
                continue
            if len(words) == 1 or _phrase_at(tokens, index, end, words, reach):
                best[kind] = max(best.get(kind, 0), weight)
        main = verb is not None and verb[0] <= index < verb[1]
        for kind, weight in best.items():
            scores[kind] = scores.get(kind, 0) + weight + (_VERB_BONUS if main else 0)
    if not scores:
        return "other"
    return min(scores, key=lambda kind: (-scores[kind], kind))


def tells_of_labour(text: str) -> bool:
    """Say whether a report tells of a labour dispute, in which a strike is no attack."""
    return bool(_UNION.search(text)) and bool(_DISPUTE.search(text))


def is_stoppage(tokens: Tokens, content: Range) -> bool:
    """Say whether the strike of a labour dispute is all that makes a claim tell of an attack."""
    return any(
        tokens[n].lower in {"strike", "strikes"} and tokens[n].tag == "NN" for n in range(*content)
    )


@lru_cache(maxsize=8192)
def _entries(lower: str, lemma: str) -> tuple[_Entry, ...]:
    """Return the entries that can begin with a word."""
    table = _lexicon()
    return tuple(entry for form in _forms(lower, lemma) for entry in table.get(form, ()))


@lru_cache(maxsize=8192)
def _forms(lower: str, lemma: str) -> tuple[str, ...]:
    if lemma != lower:
        return (lemma, lower)
    if lower.endswith("ies") and len(lower) > 4:
        return (lower, lower[:-3] + "y")
    if lower.endswith("es") and len(lower) > 4:
        return (lower, lower[:-1], lower[:-2])
    if lower.endswith("s") and len(lower) > 3:
        return (lower, lower[:-1])
    return (lower,)


def _phrase_at(tokens: Tokens, index: int, end: int, words: tuple[str, ...], reach: int) -> bool:
    position = index
    for word in words[1:]:
        for ahead in range(position + 1, min(end, position + reach)):
            if word in _forms(tokens[ahead].lower, tokens[ahead].lemma):
                position = ahead
                break
        else:
            return False
    return True
