"""Whether words say that something is so or not: negations, and words that exclude each other."""

from collections.abc import Sequence
from functools import cache

from layers.lexicon import table
from layers.topics import counts_persons, stems

_NEGATORS = frozenset({"never", "no", "nobody", "none", "not", "nothing"})
_NOT_ONLY = frozenset(
    {"just", "longer", "merely", "only", "yet", "clear", "known", "sure"}
    | {"comment", "date", "details", "immediate", "mention", "name", "reason", "reasons", "word"}
)
_SIGNS = frozenset({"evidence", "indication", "indications", "proof", "sign", "signs", "trace"})
_NOBODY = frozenset({"nobody", "none"})
_BEING = frozenset({"are", "had", "has", "have", "is", "was", "were"})
_REACH = 6
_STATE_REACH = 4


def denied_word(words: Sequence[str]) -> str | None:
    """Return the stem of what is said not to be: of "there was no new explosion" that of "new".

    Parameters
    ----------
    words : sequence of str
        In lower case, without the marks around them.

    Examples
    --------
    >>> denied_word("there was no explosion at the depot".split())
    'explosion'
    >>> denied_word("nobody had been evacuated".split())
    'evacuat'
    >>> denied_word("not only the school was shut".split())
    """
    return next((stem for one in _denied(words) for stem in stems(one)), None)


def denied_words(words: Sequence[str]) -> frozenset[str]:
    """Return the stems of what is said not to be: "no shot had been fired".

    >>> sorted(denied_words("no shot had been fired".split()))
    ['fir', 'shot']
    """
    return stems(" ".join(_denied(words)))


def _denied(words: Sequence[str]) -> Sequence[str]:
    text = " ".join(words)
    if _NEGATORS.isdisjoint(words) and "n't" not in text and "n’t" not in text:
        return ()
    for at, word in enumerate(words):
        if word not in _NEGATORS and not word.endswith(("n't", "n’t")):
            continue
        after = words[at + 1 : at + 1 + _REACH]
        if after and after[0] in _SIGNS:
            after = after[1:]
        if not after or after[0] in _NOT_ONLY:
            continue
        return after
    return ()


def denied_state(words: Sequence[str]) -> str | None:
    """Return what is said to have befallen nobody: of "nobody was hurt" the hurt.

    Examples
    --------
    >>> denied_state("nobody is unaccounted for".split())
    'missing'
    >>> denied_state("no protester had been killed".split())
    'dead'
    >>> denied_state("nobody saw the wounded".split())
    """
    for at, word in enumerate(words):
        of_kind = word == "one" or counts_persons(word) or counts_persons(f"{word}s")
        if word not in _NOBODY and not (of_kind and words[max(0, at - 1)] == "no"):
            continue
        after = words[at + 1 : at + 1 + _STATE_REACH]
        if after and after[0] in _BEING:
            states = table("states")
            return next((states[one]["kind"] for one in after if one in states), None)
    return None


def sides(words: Sequence[str]) -> dict[str, bool]:
    """Return on which side of what a claim stands: safe or unsafe, dead or alive.

    A word after "not" or "no" stands on the other side.

    Examples
    --------
    >>> sides("the dam was unsafe".split()), sides("he was not alive".split())
    ({'safety': False}, {'life': False})
    """
    found: dict[str, bool] = {}
    openers, known, last = _openers(), _opposites(), len(words) - 1
    if openers.isdisjoint(words):
        return found
    for at, word in enumerate(words):
        if word not in openers:
            continue
        row = known.get(f"{word} {words[at + 1]}") if at < last else None
        row = row or known.get(word)
        if row is None:
            continue
        axis, side = row
        negated = not _NEGATORS.isdisjoint(words[max(0, at - 2) : at])
        found.setdefault(axis, side != negated)
    return found


@cache
def _openers() -> frozenset[str]:
    """Return the words that a row can begin with."""
    return frozenset(words.split()[0] for words in _opposites())


@cache
def _opposites() -> dict[str, tuple[str, bool]]:
    return {word: (row["axis"], row["side"] == "+") for word, row in table("opposites").items()}
