"""A map made ready for its pages, kept until its content changes."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from threading import Lock

from geo.model import Worldview
from layers import style
from layers.build import view
from layers.export.geojson import collection
from layers.facets import GROUPS, Facet, Facets, Group, facets
from layers.model import LegendEntry, MapDocument, View
from layers.query import Query, select
from layers.store import MapSummary, Store
from layers.timeline import Timeline, timeline
from web import language, words
from web.cards import Card, Cards, Places
from web.drawing import drawing
from web.lanes import Lanes, lanes
from web.language import gettext
from web.manuscript import Manuscript, Manuscripts
from web.phrases import phrase
from web.state import State, sift

# So many cards stand in a page; of larger maps each is fetched when it is opened.
MOST_IN_PAGE = 300
_KEPT = 24
_FILES_KEPT = 24
_PAGES_KEPT = 48


@dataclass(frozen=True)
class Ready:
    """All that the pages of one map show, in one language.

    What a page may do without is made when it is first asked for.
    """

    document: MapDocument
    version: str
    cards: Cards
    facets: Facets
    view: View | None
    quotes_only: bool = False

    @property
    def is_large(self) -> bool:
        """Whether the cards are too many to stand in a page all together."""
        return len(self.cards) > MOST_IN_PAGE

    @cached_property
    def places(self) -> Places:
        """The drawn shapes and their claims."""
        return Places(self.document, self.cards)

    @cached_property
    def manuscripts(self) -> Sequence[Manuscript]:
        """The reports with their claims and names."""
        return () if self.quotes_only else Manuscripts(self.document, self.cards)

    @cached_property
    def line(self) -> Timeline:
        """The two times of each claim."""
        return timeline(self.document)

    @cached_property
    def lanes(self) -> Lanes:
        """The timeline."""
        return lanes(self.cards, self.line)

    @cached_property
    def groups(self) -> Mapping[Group, tuple[Facet, ...]]:
        """The lines of the layer panel, by group, in the language that is spoken."""
        return {
            group: tuple(replace(line, title=_title(line)) for line in self.facets.group(group))
            for group in GROUPS
        }

    @property
    def speakers(self) -> tuple[Facet, ...]:
        """Who makes the claims."""
        return self.groups["speaker"]

    @property
    def topics(self) -> tuple[Facet, ...]:
        """What the claims are about."""
        return self.groups["topic"]

    @cached_property
    def legend(self) -> tuple[LegendEntry, ...]:
        """What the marks mean."""
        return tuple(
            replace(entry, label=phrase(entry.label)) if entry.kind != "speaker" else entry
            for entry in style.legend(self.document.annotations)
        )

    @cached_property
    def unplaced_ids(self) -> tuple[str, ...]:
        """The claims of which nothing is drawn."""
        placed = {a.claim_id for a in self.document.annotations if a.geometry is not None}
        return tuple(claim for claim in self.cards.numbers if claim not in placed)

    @property
    def unplaced(self) -> tuple[Card, ...]:
        """The cards of the claims of which nothing is drawn; of very many the first."""
        return tuple(self.cards.of(claim) for claim in self.unplaced_ids[:MOST_IN_PAGE])

    @cached_property
    def drawing(self) -> bytes:
        """What the scripts draw from."""
        return drawing(self.document, self.facets, self.view, words.map_count)

    def shown(self, state: State) -> frozenset[str]:
        """Return the claims that the filters of an address leave."""
        claim_of = [annotation.claim_id for annotation in self.document.annotations]
        return sift(state, self.facets, self.line, claim_of)


def ready(document: MapDocument, version: str, *, quotes_only: bool = False) -> Ready:
    """Make a document ready for its pages, in the language that is spoken.

    Parameters
    ----------
    document : MapDocument
    version : str
    quotes_only : bool
        Leave out the report's text.
    """
    return Ready(
        document=document,
        version=version,
        cards=Cards(document, quotes_only=quotes_only),
        facets=facets(document),
        view=view(document.annotations),
        quotes_only=quotes_only,
    )


def _title(line: Facet) -> str:
    if line.group != "speaker":
        return phrase(line.title)
    return gettext("The report itself") if line.is_narrator else line.title


class Maps:
    """The maps of a store, each made ready once for each version, language and worldview."""

    def __init__(
        self, store: Store, redraw: Callable[[MapDocument, Worldview], MapDocument]
    ) -> None:
        self.store = store
        self._redraw = redraw
        self._ready: OrderedDict[tuple[str, str, Worldview | None], Ready] = OrderedDict()
        self._files: OrderedDict[tuple[str, Query], bytes] = OrderedDict()
        self._pages: OrderedDict[tuple[Hashable, ...], bytes] = OrderedDict()
        self._lock = Lock()

    def version(self, map_id: str, worldview: Worldview | None = None) -> str:
        """Return the digest of a map's content and of the view it is seen in, without reading it.

        Raises
        ------
        MapNotFoundError
            No map of that id is kept.
        """
        version = self.store.version(map_id)
        return version if worldview is None else f"{version}-{worldview}"

    def get(self, map_id: str, worldview: Worldview | None = None) -> Ready:
        """Return a map, in the language that is spoken.

        Parameters
        ----------
        map_id : str
        worldview : {"un", "defacto"}, optional
            Whose borders it is drawn by; by default those with which it is kept.

        Raises
        ------
        MapNotFoundError
            No map of that id is kept.
        """
        version = self.version(map_id, worldview)
        key = (map_id, language.code(), worldview)
        with self._lock:
            kept = self._ready.get(key)
            if kept is not None and kept.version == version:
                self._ready.move_to_end(key)
                return kept
            same = next((one for one in self._ready.values() if one.version == version), None)
        if same is not None:
            document = same.document
        else:
            document = self.store.get(map_id)
            if worldview is not None and worldview != document.worldview:
                document = self._redraw(document, worldview)
        made = ready(document, version)
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
