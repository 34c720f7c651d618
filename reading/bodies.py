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
def _phrases() -> tuple[tuple[frozenset[str], SourceType], ...]:
    """Return the words of each row and its type, the longest first."""
    found = [(frozenset(row["words"].split()), row["type"]) for row in rows("body_phrases")]
    ordered = sorted(found, key=lambda row: (-len(row[0]), sorted(row[0])))
    return tuple(ordered)  # type: ignore[arg-type]


def kind_of_body(words: AbstractSet[str]) -> SourceType | None:
    """Return the type of a body by the words of its name; None where they do not tell.

    >>> kind_of_body({"the", "state", "news", "agency"})
    'state_media'
    """
    return next((kind for phrase, kind in _phrases() if phrase <= words), None)
