"""What kind of speaker a body is whose name tells it only as a whole: "the news agency"."""

from collections.abc import Set as AbstractSet
from functools import cache

from reading.lexicon import rows
from reading.model import SourceType

_COMPANIES = frozenset(
    {
        *("airlines", "airways", "associates", "bancorp", "brands", "brewing", "energy", "foods"),
        *("gas", "holdings", "industries", "insurance", "logistics", "metals", "minerals"),
        *("mines", "mining", "motors", "oil", "partners", "petroleum", "pharmaceuticals"),
        *("railways", "resources", "securities", "shipping", "software", "steel", "studios"),
        *("systems", "technologies", "telecom", "transportes"),
    }
)


def names_company(word: str) -> bool:
    """Say whether a name that ends, or begins, with the word is a company's: "Orvel Energy"."""
    return word in _COMPANIES


@cache
def _phrases() -> dict[str, tuple[tuple[frozenset[str], SourceType], ...]]:
    """Return the rows by one of their words, the longest first."""
    found: dict[str, list[tuple[frozenset[str], SourceType]]] = {}
    for row in rows("body_phrases"):
        words = row["words"].split()
        found.setdefault(max(words, key=len), []).append((frozenset(words), row["type"]))  # type: ignore[arg-type]
    return {word: tuple(sorted(group, key=_order)) for word, group in found.items()}


def _order(phrase: tuple[frozenset[str], SourceType]) -> tuple[int, list[str]]:
    return -len(phrase[0]), sorted(phrase[0])


def kind_of_body(words: AbstractSet[str], *, several: bool = False) -> SourceType | None:
    """Return the type of a body by the words of its name; None where they do not tell.

    With `several`, one word alone tells nothing.

    >>> kind_of_body({"the", "state", "news", "agency"})
    'state_media'
    """
    least = 1 if several else 0
    index = _phrases()
    named = [
        phrase
        for word in words
        if word in index
        for phrase in index[word]
        if len(phrase[0]) > least and phrase[0] <= words
    ]
    return min(named, key=_order)[1] if named else None
