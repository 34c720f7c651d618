"""The syntactic slots of a clause: which function each noun phrase has, after which preposition.

Reading knows no geography, so every noun phrase is a slot; whoever knows places looks which of
them holds one.
"""

from functools import cache

from reading.lexicon import rows
from reading.model import Slot, SlotFunction, Span
from reading.phrases import (
    Range,
    Tokens,
    calendar_words,
    phrase_right,
    singular,
    verb_group,
)
from reading.statement import Statement
from reading.tokens import NOMINAL, NOUNS

_VERBS = frozenset({"VF", "VN", "VB", "VG"})
_BEING = frozenset({"AX", "BE"})
_CLAUSE_OPENERS = frozenset({"SC", "TH", "WH"})
_STOPS = frozenset({",", ";", ":"})


@cache
def _place_nouns() -> frozenset[str]:
    """Nouns that make a place of the name before them: "Kursk region"."""
    return frozenset(row["word"] for row in rows("inheritance") if row["kind"] == "background")


def slots(tokens: Tokens, statement: Statement) -> tuple[Slot, ...]:
    """Return the slots of the words of one statement, in text order."""
    found: dict[tuple[int, int], Slot] = {}
    source = None
    if statement.frame is not None and statement.frame.form not in {"noun", "passive"}:
        source = statement.frame.source
    if source is not None:
        for where in _phrases(tokens, source):
            _add(found, tokens, where, "source")
    start, end = statement.content
    _walk(tokens, (start, end), statement, source, found)
    for left, right in ((statement.evidence[0], start), (end, statement.evidence[1])):
        if right > left:
            _around(tokens, (left, right), found)
    return tuple([found[key] for key in sorted(found)])


def _around(tokens: Tokens, where: Range, found: dict[tuple[int, int], Slot]) -> None:
    """Beside cue and speaker every name belongs to the speaking: "told reporters in Geneva"."""
    for left, right in _phrases(tokens, where):
        if not _names_something(tokens, left, right):
            continue
        preposition = None
        if left > where[0] and tokens[left - 1].tag in {"IN", "TO"}:
            preposition = tokens[left - 1].lower
        _add(found, tokens, (left, right), "source", preposition)


def _names_something(tokens: Tokens, start: int, end: int) -> bool:
    """Say whether a noun stands there, and more than words of the calendar."""
    tags, lowers, dated = tokens.tags, tokens.lowers, calendar_words()
    for index in range(start, end):  # noqa: SIM110  (asked of each phrase, and so without a generator)
        if tags[index] in NOUNS and lowers[index] not in dated:
            return True
    return False


def _add(
    found: dict[tuple[int, int], Slot],
    tokens: Tokens,
    where: Range,
    function: SlotFunction,
    preposition: str | None = None,
    governor: str | None = None,
) -> None:
    """Keep a slot by where it begins and ends, so that of two that begin alike the longer leads."""
    start, end = tokens[where[0]].start, tokens[where[1] - 1].end
    if (start, -end) not in found:
        found[start, -end] = Slot(Span(start, end), function, preposition, governor)


def _phrase_end(tokens: Tokens, start: int, end: int) -> int:
    """Return the end of the noun phrase that opens at `start`, one word at least."""
    return min(max(phrase_right(tokens, start, linked=False), start + 1), end)


def _phrases(tokens: Tokens, where: Range) -> list[Range]:
    found: list[Range] = []
    start, end = where
    for index, tag in enumerate(tokens.tags[start:end], start):
        if tag in NOMINAL and index >= start:
            start = _phrase_end(tokens, index, end)
            found.append((index, start))
    return found


def _walk(
    tokens: Tokens,
    where: Range,
    statement: Statement,
    source: Range | None,
    found: dict[tuple[int, int], Slot],
) -> None:
    start, end = where
    verb = statement.clause.verb
    group_end = (
        verb_group(tokens, verb, end)[1] if verb is not None and start <= verb < end else None
    )
    governor: str | None = None
    preposition: str | None = None
    index, tags = start, tokens.tags
    while index < end:
        if source is not None and source[0] <= index < source[1]:
            index = source[1]
            preposition = None
            continue
        tag = tags[index]
        if tag in NOMINAL:
            stop = _phrase_end(tokens, index, end)
            if _names_something(tokens, index, stop):
                function = _function(index, verb, preposition, statement)
                gov = governor
                if function == "subject" and verb is not None:
                    gov = _main_verb(tokens, verb, group_end or verb + 1)
                _add(found, tokens, (index, stop), function, preposition, gov)
                _modifiers(tokens, (index, stop), preposition, found)
            index = stop
            continue
        if tag in _VERBS:
            governor, preposition = tokens[index].lemma, None
        elif governor is None and tag in _BEING and tokens[index].lemma == "be":
            governor, preposition = "be", None
        elif tag == "IN" or (tag == "TO" and _to_noun(tokens, index, end)):
            preposition = tokens[index].lower
            if preposition == "of" and index > start and tokens[index - 1].lower == "out":
                preposition = "out of"
            governor = _governor(tokens, index, start, governor)
        elif tag in _CLAUSE_OPENERS:
            governor = preposition = None
        elif preposition is not None and tokens[index].lower in _STOPS:
            preposition = None
        index += 1


def _to_noun(tokens: Tokens, index: int, end: int) -> bool:
    return index + 1 < end and tokens[index + 1].tag not in {"VB", "BE", "AX"}


def _governor(tokens: Tokens, index: int, start: int, governor: str | None) -> str | None:
    """Return the word that the prepositional phrase hangs on: the noun or verb before it."""
    before = index - 1
    while before >= start and tokens[before].tag in {"RB", "PU"}:
        before -= 1
    if before < start:
        return governor
    token = tokens[before]
    if token.tag in _VERBS:
        return token.lemma
    if token.tag in NOUNS:
        return singular(token.lower)
    return governor


def _function(
    index: int, verb: int | None, preposition: str | None, statement: Statement
) -> SlotFunction:
    if preposition is not None:
        return "oblique"
    if verb is None:
        return "quoted" if statement.direct else "object"
    if index < verb:
        return "subject"
    return "object"


def _main_verb(tokens: Tokens, verb: int, group_end: int) -> str:
    for index in range(group_end - 1, verb - 1, -1):
        if tokens[index].tag in {"VF", "VB", "VN", "VG", "BE"}:
            return tokens[index].lemma
    return tokens[verb].lemma


def _modifiers(
    tokens: Tokens,
    where: Range,
    preposition: str | None,
    found: dict[tuple[int, int], Slot],
) -> None:
    """Names before another noun: "Russian forces", "North Korea’s army", titles of persons."""
    start, end = where
    tags = tokens.tags[start:end]
    if "NP" not in tags or tags.count("NP") == len(tags):
        return
    index = start
    while index < end:
        if tags[index - start] != "NP":
            index += 1
            continue
        stop = index
        while stop < end and tags[stop - start] == "NP":
            stop += 1
        possessive = stop < end and tags[stop - start] == "PS"
        head = next((n for n in range(end - 1, stop - 1, -1) if tags[n - start] in NOUNS), None)
        if head is not None and (possessive or tokens[head].lower not in _place_nouns()):
            governor = singular(tokens[head].lower)
            _add(found, tokens, (index, stop), "modifier", preposition, governor)
        index = stop
