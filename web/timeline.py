"""The timeline on a page of its own: all rows under each other, and the claims one by one."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Blueprint

from layers.timeline import Span
from web.cards import Card
from web.context import context, page
from web.pages import map_values

if TYPE_CHECKING:
    from flask import Response

blueprint = Blueprint("timeline", __name__)
MOST_ENTRIES = 500


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim of the list, with the days that a script filters by."""

    card: Card
    said: Span | None
    refers: Span | None


@blueprint.get("/maps/<map_id>/timeline")
def show(map_id: str) -> "Response":
    """Show the two times of every claim; the address may ask for some days only."""
    ready = context().maps.get(map_id)
    entries = tuple(
        Entry(ready.cards.of(m.claim_id), m.said, m.refers)
        for m in ready.line.moments[:MOST_ENTRIES]
    )
    return page("timeline.html", entries=entries, **map_values(ready, "timeline"))
