"""The claims as a table that sorts and filters by its address, and each claim at its own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import Blueprint, request

from layers.errors import MapNotFoundError
from layers.store.search import normal
from web import listing
from web.cards import Card
from web.context import context, page
from web.language import marked
from web.maps import Ready
from web.pages import map_values

if TYPE_CHECKING:
    from flask import Response

blueprint = Blueprint("claims", __name__)
# Of larger maps the server filters, and so many rows stand in one sheet.
MOST_ROWS = 1000
_LONGEST_CHARS = 200


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the address, its title, and what rows are sorted by (None is last)."""

    name: str
    title: str
    key: Callable[[Card], Any]


COLUMNS: Sequence[Column] = (
    Column("no", marked("No."), lambda card: card.number),
    Column("speaker", marked("Who says it"), lambda card: card.speaker.casefold()),
    Column("how", marked("How"), lambda card: card.status),
    Column("words", marked("Words"), lambda card: card.quote.casefold()),
    Column("what", marked("What"), lambda card: card.event_type),
    Column("count", marked("How many"), lambda card: card.count),
    Column("where", marked("Where"), lambda card: next((p.called.name for p in card.places), None)),
    Column("happened", marked("When it happened"), lambda card: card.happened_iso or None),
    Column("said", marked("When it was said"), lambda card: card.said_iso or None),
)
_BY_NAME: Mapping[str, Column] = {column.name: column for column in COLUMNS}


@dataclass(frozen=True, slots=True)
class Wish:
    """Which rows the address asks for, in which order; empty strings ask for all."""

    speaker: str
    how: str
    what: str
    placed: str
    words: str
    sort: str
    down: bool

    def takes(self, card: Card) -> bool:
        """Say whether a claim is asked for."""
        return (
            self.speaker in {"", card.speaker_id}
            and self.how in {"", card.stance}
            and self.what in {"", card.event_type}
            and self.placed in {"", "yes" if card.placed else "no"}
            and all(f" {word}" in haystack(card) for word in normal(self.words).split())
        )

    def address(self, **other: str | None) -> dict[str, str]:
        """Return the query of this wish with something changed."""
        own = {
            "speaker": self.speaker,
            "how": self.how,
            "what": self.what,
            "placed": self.placed,
            "q": self.words,
            "sort": "" if self.sort == "no" else self.sort,
            "order": "down" if self.down else "",
        }
        return {name: value for name, value in {**own, **other}.items() if value}


def haystack(card: Card) -> str:
    """Return the words of a row in the form in which they are searched."""
    places = " ".join(f"{p.called.name} {p.name} {p.mention or ''}" for p in card.places)
    return normal(f"{card.speaker} {card.quote} {places} {card.quantity or ''}")


@blueprint.get("/maps/<map_id>/claims")
def table(map_id: str) -> "Response":
    """Show the claims as a table."""
    ready = context().maps.get(map_id)
    wish = parse_wish(ready)
    rows = in_order(ready.cards, wish)
    shown = frozenset(card.claim_id for card in ready.cards if wish.takes(card))
    sheet, sheets = 1, 1
    if ready.is_large:
        rows = [card for card in rows if card.claim_id in shown]
        sheets = max(1, -(-len(rows) // MOST_ROWS))
        sheet = min(max(listing.asked(request.args), 1), sheets)
        rows = rows[(sheet - 1) * MOST_ROWS : sheet * MOST_ROWS]
    return page(
        "claims.html",
        wish=wish,
        columns=COLUMNS,
        rows=rows,
        sheet=sheet,
        sheets=sheets,
        first=(sheet - 1) * MOST_ROWS + 1,
        taken=shown,
        speakers=dict.fromkeys((c.speaker_id, c.speaker) for c in ready.cards),
        stances=dict.fromkeys((c.stance, c.status) for c in ready.cards),
        events=tuple(sorted({card.event_type for card in ready.cards})),
        haystack=haystack,
        **map_values(ready, "claims"),
    )


def in_order(cards: Sequence[Card], wish: Wish) -> list[Card]:
    """Return the claims as the wish sorts them; those without a value last in either direction."""
    key = _BY_NAME[wish.sort].key
    named = [card for card in cards if key(card) is not None]
    return [
        *sorted(named, key=key, reverse=wish.down),
        *(card for card in cards if key(card) is None),
    ]


def parse_wish(ready: Ready) -> Wish:
    """Read the wish from the address; what this map does not know is left out."""
    known = {
        "speaker": {card.speaker_id for card in ready.cards},
        "how": {card.stance for card in ready.cards},
        "what": {card.event_type for card in ready.cards},
        "placed": {"yes", "no"},
        "sort": set(_BY_NAME),
    }
    given = {name: request.args.get(name, "") for name in known}
    wish = {name: value if value in known[name] else "" for name, value in given.items()}
    return Wish(
        speaker=wish["speaker"],
        how=wish["how"],
        what=wish["what"],
        placed=wish["placed"],
        words=" ".join(request.args.get("q", "")[:_LONGEST_CHARS].split()),
        sort=wish["sort"] or "no",
        down=request.args.get("order") == "down",
    )


@blueprint.get("/maps/<map_id>/claims/<claim_id>")
def claim(map_id: str, claim_id: str) -> "Response":
    """Show one claim with all that stands behind it."""
    ready = context().maps.get(map_id)
    at = next((n for n, card in enumerate(ready.cards) if card.claim_id == claim_id), None)
    if at is None:
        raise MapNotFoundError("this map has no such claim; its table has all of them")
    return page(
        "claim.html",
        card=ready.cards[at],
        before=ready.cards[at - 1] if at else None,
        after=ready.cards[at + 1] if at + 1 < len(ready.cards) else None,
        **map_values(ready, "claim"),
    )
