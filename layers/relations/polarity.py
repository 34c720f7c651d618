"""Whether words say that something is so or not: negations, and words that exclude each other."""

from collections.abc import Sequence
from functools import cache

from layers.lexicon import table
from layers.topics import stems

_NEGATORS = frozenset({"never", "no", "nobody", "none", "not", "nothing"})
_NOT_ONLY = frozenset(
    {"just", "longer", "merely", "only", "yet", "clear", "known", "sure"}
    | {"comment", "date", "details", "immediate", "mention", "name", "reason", "reasons", "word"}
)
_SIGNS = frozenset({"evidence", "indication", "indications", "proof", "sign", "signs", "trace"})
_REACH = 6


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
    for at, word in enumerate(words):
        if word not in _NEGATORS and not word.endswith(("n't", "n’t")):
            continue
        after = words[at + 1 : at + 1 + _REACH]
        if after and after[0] in _SIGNS:
            after = after[1:]
        if not after or after[0] in _NOT_ONLY:
            continue
        return next((stem for one in after for stem in stems(one)), None)
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
    for at, word in enumerate(words):
        if word not in openers:
            continue
        row = known.get(word)
        if row is None and at < last:
            row = known.get(f"{word} {words[at + 1]}")
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
