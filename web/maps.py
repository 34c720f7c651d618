"""A map made ready for its pages, kept until its content changes."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from threading import Lock

from layers import style
from layers.build import view
from layers.export import view as export_view
from layers.export.geojson import collection
from layers.model import Layer, LegendEntry, MapDocument, View
from layers.query import Query, select
from layers.store import MapSummary, Store
from web import language, words
from web.cards import Card, PlaceCard, cards, place_cards
from web.manuscript import Manuscript, manuscripts
from web.phrases import phrase

_KEPT = 24
_FILES_KEPT = 24
_PAGES_KEPT = 48


@dataclass(frozen=True, slots=True)
class LayerLine:
    """One line of the layer panel, counted in claims."""

    id: str
    title: str
    claims: int
    unplaced: int
    colour: str | None


@dataclass(frozen=True, slots=True)
class Ready:
    """All that the pages of one map show."""

    document: MapDocument
    version: str
    cards: tuple[Card, ...]
    places: tuple[PlaceCard, ...]
    manuscripts: tuple[Manuscript, ...]
    topics: tuple[LayerLine, ...]
    speakers: tuple[LayerLine, ...]
    legend: tuple[LegendEntry, ...]
    view: View | None
    shapes: bytes
    claims: bytes

    @property
    def unplaced(self) -> tuple[Card, ...]:
        """The claims of which nothing is drawn."""
        return tuple(card for card in self.cards if not card.placed)


def ready(
    document: MapDocument,
    version: str,
    *,
    quotes_only: bool = False,
    drawn: Ready | None = None,
) -> Ready:
    """Make a document ready for its pages, in the language that is spoken.

    Parameters
    ----------
    document : MapDocument
    version : str
    quotes_only : bool
        Leave out the report's text.
    drawn : Ready, optional
        The same document in another language: what holds no words of ours is taken from there.
    """
    made = cards(document)
    if quotes_only:
        made = tuple(replace(card, prefix="", suffix="") for card in made)
    colours = {
        name: look.colour for name, look in style.speaker_styles(document.annotations).items()
    }
    sources = {a.id: a.who.source for a in document.annotations}
    lines = {
        kind: tuple(
            _line(layer, made, colours, sources) for layer in document.layers if layer.kind == kind
        )
        for kind in ("topic", "speaker")
    }
    return Ready(
        document=document,
        version=version,
        cards=made,
        places=place_cards(document, made),
        manuscripts=() if quotes_only else manuscripts(document, made),
        topics=lines["topic"],
        speakers=lines["speaker"],
        legend=tuple(
            replace(entry, label=phrase(entry.label)) if entry.kind != "speaker" else entry
            for entry in style.legend(document.annotations)
        ),
        view=view(document.annotations),
        shapes=export_view.shapes(document) if drawn is None else drawn.shapes,
        claims=export_view.claims(document, quotes_only=quotes_only)
        if drawn is None
        else drawn.claims,
    )


class Maps:
    """The maps of a store, each made ready once for each version and language."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._ready: OrderedDict[tuple[str, str], Ready] = OrderedDict()
        self._files: OrderedDict[tuple[str, Query], bytes] = OrderedDict()
        self._pages: OrderedDict[tuple[Hashable, ...], bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, map_id: str) -> Ready:
        """Return a map, in the language that is spoken.

        Raises
        ------
        MapNotFoundError
            No map of that id is kept.
        """
        version = self.store.version(map_id)
        key = (map_id, language.code())
        with self._lock:
            kept = self._ready.get(key)
            if kept is not None and kept.version == version:
                self._ready.move_to_end(key)
                return kept
            drawn = next((one for one in self._ready.values() if one.version == version), None)
        document = self.store.get(map_id) if drawn is None else drawn.document
        made = ready(document, version, drawn=drawn)
        with self._lock:
            self._ready[key] = made
            while len(self._ready) > _KEPT:
                self._ready.popitem(last=False)
        return made

    def file(self, made: Ready, query: Query, title: str | None = None) -> bytes:
        """Return the GeoJSON of what a query asks of a map, written once for each version."""
        key = (made.version, query)
        with self._lock:
            kept = self._files.get(key)
            if kept is not None:
                self._files.move_to_end(key)
                return kept
        document = made.document
        written = collection(document, select(document, query), title=title)
        with self._lock:
            self._files[key] = written
            while len(self._files) > _FILES_KEPT:
                self._files.popitem(last=False)
        return written

    def page(self, key: tuple[Hashable, ...], write: Callable[[], bytes]) -> bytes:
        """Return a page, written once for each key; the key holds the version of its map."""
        with self._lock:
            kept = self._pages.get(key)
            if kept is not None:
                self._pages.move_to_end(key)
                return kept
        made = write()
        with self._lock:
            self._pages[key] = made
            while len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        return made

    def list(self) -> tuple[MapSummary, ...]:
        """Return the summaries of all maps, newest report first."""
        return self.store.list()


def _line(
    layer: Layer, made: tuple[Card, ...], colours: dict[str, str], sources: dict[str, str]
) -> LayerLine:
    own = [card for card in made if layer.id in card.layer_ids]
    colour = None
    if layer.kind == "speaker" and layer.annotation_ids:
        colour = colours[sources[layer.annotation_ids[0]]]
    title = layer.title
    if layer.kind == "topic":
        title = phrase(title)
    elif layer.annotation_ids:
        title = words.speaker(sources[layer.annotation_ids[0]])
    return LayerLine(layer.id, title, len(own), sum(not card.placed for card in own), colour)
