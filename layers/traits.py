"""What an event type means for its places: whether it happens somewhere, moves, binds states."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from layers.lexicon import table
from layers.model import PlaceRole


@dataclass(frozen=True, slots=True)
class Traits:
    """What an event type means for its places (``lexicon/event_traits.tsv``).

    ``moves``: people or goods go from one place to another. ``placed``: it happens somewhere, so
    that an unnamed place may be carried over in the role ``carried_as``; ``counted``: only to a
    claim that counts or measures something. ``parties``: states agree.
    ``of_speaker``: a state that says so without naming a place speaks of itself. ``on_site``: what
    a report adds of it happened where its event did, or only if the report opened there.
    ``family``: which types are kinds of one.
    """

    moves: bool
    placed: bool
    parties: bool
    carried_as: PlaceRole = "event_location"
    of_speaker: bool = False
    on_site: Literal["yes", "opening", "no"] = "no"
    family: str = ""
    counted: bool = False


@cache
def traits_of(event_type: str) -> Traits:
    """Return what an event type means for its places; unknown types carry nothing over.

    >>> traits_of("arrival").moves
    True
    """
    row = table("event_traits").get(event_type)
    if row is None:
        return Traits(moves=False, placed=False, parties=False)
    return Traits(
        row["moves"] == "yes",
        row["placed"] != "no",
        row["parties"] == "yes",
        row["carried_as"],  # type: ignore[arg-type]
        row["of_speaker"] == "yes",
        row["on_site"],  # type: ignore[arg-type]
        row["family"],
        counted=row["placed"] == "counted",
    )
