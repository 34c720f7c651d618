"""What stands on the desk around a map: layers, list, timeline, tray, and the card that is open."""

from typing import Any

from web.cards import Card, PlaceCard
from web.listing import listing
from web.maps import Ready
from web.reports import reports
from web.state import State


def desk_values(ready: Ready, state: State, sheet: int = 1) -> dict[str, Any]:
    """Return what the templates need, with or without a server.

    Parameters
    ----------
    ready : Ready
    state : State
    sheet : int
        Of the list of claims.
    """
    shown = ready.shown(state)
    unplaced = frozenset(ready.unplaced_ids)
    return {
        "ready": ready,
        "document": ready.document,
        "state": state,
        "shown": shown,
        "drawn": len(shown - unplaced),
        "listing": listing(ready, shown, sheet),
        "reports": reports(ready, state),
        "open_cards": _cards(ready, state),
        "open_places": _places(ready, state),
    }


def _cards(ready: Ready, state: State) -> tuple[Card, ...]:
    """Return the cards that stand in the page."""
    if not ready.is_large:
        return tuple(ready.cards)
    return () if state.claim is None else (ready.cards.of(state.claim),)


def _places(ready: Ready, state: State) -> tuple[PlaceCard, ...]:
    if not ready.is_large:
        return tuple(ready.places.values())
    return () if state.place is None else (ready.places[state.place],)
