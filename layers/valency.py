"""What a verb makes of the place in each of its slots, and a noun of the place beside it.

The tables are ``lexicon/verbs.tsv`` and ``lexicon/nouns.tsv``.
"""

from functools import cache
from typing import get_args

from layers.lexicon import of_class, table
from layers.model import PlaceRole

_ROLES = frozenset(get_args(PlaceRole))
LINKING = frozenset({"connect", "link"})
_VAGUE = frozenset({"coasts", "outskirts", "parts", "roads", "skies", "streets", "swathes"})


def noun_class(noun: str | None) -> str | None:
    """Return what a noun says of the place before it: mover, people, event, government."""
    row = table("nouns").get(noun or "")
    return row["class"] if row else None


@cache
def countable() -> frozenset[str]:
    """Return the nouns for unnamed places that are counted: "camps", "villages"."""
    plural = {word for word in of_class("nouns", "class", "place") if word.endswith("s")}
    return (of_class("nouns", "class", "counted") | plural) - _VAGUE


def verb_role(verb: str | None, column: str) -> PlaceRole | None:
    """Return the role that a verb gives to the place in one of its slots."""
    row = table("verbs").get(verb or "")
    role = row[column] if row else "-"
    return role if role in _ROLES else None  # type: ignore[return-value]


def goes_from_subject(verb: str | None) -> bool:
    """Say whether a verb sends something from its subject: "provide", "launch"."""
    return verb_role(verb, "subject") == "origin"


def goes(verb: str | None) -> bool:
    """Say whether somebody or something gets from one place to another by a verb."""
    return (
        verb_role(verb, "towards") == "destination"
        or verb_role(verb, "inside") == "destination"
        or verb_role(verb, "subject") in {"origin", "destination"}
    )
