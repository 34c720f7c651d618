"""The places of a map: what the report calls them, what others do, and who speaks of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Blueprint

from layers import style
from layers.model import Mention, PlaceRecord
from web import names
from web.cards import Card
from web.context import context, page
from web.maps import Ready
from web.names import Elsewhere, NameLine
from web.pages import map_values
from web.phrases import phrase

if TYPE_CHECKING:
    from flask import Response

blueprint = Blueprint("places", __name__)


@dataclass(frozen=True, slots=True)
class Printed:
    """A spelling of the report and how often it stands there."""

    text: str
    lang: str
    count: int


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """One place of the list; `shape` is the key of a mark of it, or None."""

    id: str
    name: str
    precision: str
    printed: tuple[Printed, ...]
    beside: tuple[NameLine, ...]
    by_language: tuple[NameLine, ...]
    by_script: tuple[NameLine, ...]
    elsewhere: tuple[Elsewhere, ...]
    cards: tuple[Card, ...]
    shape: str | None


@blueprint.get("/maps/<map_id>/places")
def show(map_id: str) -> "Response":
    """Show every place that the reports name."""
    ready = context().maps.get(map_id)
    document = ready.document
    unknown = [m for m in document.mentions if m.status == "not_found"]
    return page(
        "places.html",
        entries=tuple(_entry(ready, record) for record in document.places),
        unknown=_printed(ready, unknown),
        **map_values(ready, "places"),
    )


def _entry(ready: Ready, record: PlaceRecord) -> PlaceEntry:
    document = ready.document
    own = [a for a in document.annotations if a.where.gazetteer_id == record.id]
    claims = {a.claim_id for a in own}
    lines = names.lines(record)
    return PlaceEntry(
        id=record.id,
        name=names.shown(record),
        precision=""
        if record.precision == "none"
        else phrase(style.PRECISION_WORDS[record.precision].split(",")[0]),
        printed=_printed(ready, [m for m in document.mentions if m.place_id == record.id]),
        beside=names.beside(record),
        by_language=tuple(line for line in lines if line.is_language),
        by_script=tuple(line for line in lines if not line.is_language),
        elsewhere=names.elsewhere(record),
        cards=tuple(card for card in ready.cards if card.claim_id in claims),
        shape=next((a.drawn.shape for a in own if a.geometry is not None), None),
    )


def _printed(ready: Ready, mentions: Sequence[Mention]) -> tuple[Printed, ...]:
    from web.words import language_of

    counts: dict[tuple[str, str], int] = {}
    for mention in mentions:
        lang = language_of(ready.document.article(mention.article_id).language)
        key = (" ".join(mention.text.split()), lang)
        counts[key] = counts.get(key, 0) + 1
    ordered = sorted(counts.items(), key=lambda item: -item[1])
    return tuple(Printed(text, lang, count) for (text, lang), count in ordered)
