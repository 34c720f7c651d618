"""Which kind of event a claim is about: a closed list, found by lemmas and short phrases."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from reading.lexicon import rows
from reading.phrases import Range, Tokens

_REACH = 6
_PERSONS = frozenset({"who", "whose"})
_UNION = re.compile(r"\b(?:trade |labou?r )?unions?\b")
_DISPUTE = re.compile(r"\b(?:walk(?:ed|ing)? (?:off|out)|walkouts?|pay|wages?|strikers|picket)\b")
_COURT = re.compile(r"\b(?:courts?|judges?|prosecutors?|indictments?|tribunal)\b", re.IGNORECASE)
_DISEASE = re.compile(
    r"\b(?:infect\w{2,6}|virus|diseases?|outbreaks?|epidemic|vaccin\w{1,6}|patients?|cholera)\b",
    re.IGNORECASE,
)
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


class _Known(NamedTuple):
    """What is known of a word: the entries it begins, and the forms that it counts as."""

    entries: tuple[_Entry, ...]
    forms: tuple[str, ...]


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

    The words of `verb`, the clause's verb group, weigh more than the others. What ", who …" tells
    of a person counts only where nothing else shows the type.
    """
    aside = _told_of_person(tokens, content)
    if aside is None:
        return _heaviest(tokens, content, verb)
    kind = _heaviest(tokens, (content[0], aside), verb)
    return kind if kind != "other" else _heaviest(tokens, content, verb)


def _told_of_person(tokens: Tokens, content: Range) -> int | None:
    """Return where ", who was jailed in March" begins."""
    start, end = content
    if _PERSONS.isdisjoint(tokens.lowers[start:end]):
        return None
    return next(
        (
            index
            for index in range(start + 3, end)
            if tokens[index].lower in _PERSONS
            and tokens[index].tag == "WH"
            and tokens[index - 1].lower == ","
        ),
        None,
    )


def _heaviest(tokens: Tokens, content: Range, verb: Range | None) -> str:
    scores: dict[str, int] = {}
    start, end = content
    known = list(map(_known, tokens.lowers[start:end], tokens.lemmas[start:end]))
    for at, (entries, _) in enumerate(known):
        if not entries:
            continue
        index = start + at
        tag = tokens.tags[index]
        best: dict[str, int] = {}
        near: set[str] | None = None
        for words, kind, weight, tags, reach in entries:
            if (tags is not None and tag not in tags) or weight <= best.get(kind, 0):
                continue
            if len(words) > 1:
                if near is None:
                    near = set().union(*[forms for _, forms in known[at + 1 : at + _REACH]])
                if words[1] not in near or not _phrase_at(known, at, words, reach):
                    continue
            best[kind] = weight
        main = verb is not None and verb[0] <= index < verb[1]
        for kind, weight in best.items():
            scores[kind] = scores.get(kind, 0) + weight + (_VERB_BONUS if main else 0)
    if len(scores) < 2:
        return next(iter(scores), "other")
    return min(scores, key=lambda kind: (-scores[kind], kind))


def tells_of_labour(text: str) -> bool:
    """Say whether a report tells of a labour dispute, in which a strike is no attack."""
    return "union" in text and bool(_UNION.search(text)) and bool(_DISPUTE.search(text))


def tells_of_court(text: str) -> bool:
    """Say whether a report tells of a court and of no disease, so that a case is one at law."""
    return _COURT.search(text) is not None and _DISEASE.search(text) is None


def is_stoppage(tokens: Tokens, content: Range) -> bool:
    """Say whether the strike of a labour dispute is all that makes a claim tell of an attack."""
    start, end = content
    words = zip(tokens.lowers[start:end], tokens.tags[start:end], strict=True)
    return not {("strike", "NN"), ("strikes", "NN")}.isdisjoint(words)


@lru_cache(maxsize=8192)
def _known(lower: str, lemma: str) -> _Known:
    """Return the entries that can begin with a word, and the forms that it counts as."""
    table, forms = _lexicon(), _forms(lower, lemma)
    return _Known(tuple(entry for form in forms for entry in table.get(form, ())), forms)


def _forms(lower: str, lemma: str) -> tuple[str, ...]:
    if lemma != lower:
        return (lemma, lower)
    if lower.endswith("ies") and len(lower) > 4:
        return (lower, lower[:-3] + "y")
    if lower.endswith("es") and len(lower) > 4 and lower != "aides":
        return (lower, lower[:-1], lower[:-2])
    if lower.endswith("s") and len(lower) > 3:
        return (lower, lower[:-1])
    return (lower,)


def _phrase_at(known: Sequence[_Known], at: int, words: tuple[str, ...], reach: int) -> bool:
    position = at
    for word in words[1:]:
        for ahead in range(position + 1, min(len(known), position + reach)):
            if word in known[ahead].forms:
                position = ahead
                break
        else:
            return False
    return True
