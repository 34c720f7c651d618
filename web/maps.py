"""A map made ready for its pages, kept until its content changes."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from geo.model import Worldview
from geo.pauses import no_cycle_search
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
from web.kept import Kept
from web.lanes import Lanes, lanes
from web.language import gettext
from web.manuscript import Manuscript, Manuscripts
from web.phrases import phrase
from web.picture import picture
from web.state import State, sift

# So many cards stand in a page; of larger maps each is fetched when it is opened.
MOST_IN_PAGE = 300
_KEPT = 24
_FILES_KEPT = 24
_PAGES_KEPT = 48
_PICTURES_KEPT = 128


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
        with no_cycle_search():
            return drawing(
                self.document,
                self.facets,
                self.view,
                self.line,
                words.map_count,
                self.cards.place_words,
            )

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
    return gettext("The report itself") if line.is_narrator else words.speaker(line.title)


class Maps:
    """The maps of a store, each made ready once for each version, language and worldview."""

    def __init__(
        self, store: Store, redraw: Callable[[MapDocument, Worldview], MapDocument]
    ) -> None:
        self.store = store
        self._redraw = redraw
        self._ready: Kept[tuple[str, str, str], Ready] = Kept(_KEPT)
        self._files: Kept[tuple[str, Query], bytes] = Kept(_FILES_KEPT)
        self._pages: Kept[tuple[Hashable, ...], bytes] = Kept(_PAGES_KEPT)
        self._pictures: Kept[str, bytes] = Kept(_PICTURES_KEPT)

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

        def make() -> Ready:
            others = (self._ready.peek((map_id, version, code)) for code in language.LANGUAGES)
            same = next(filter(None, others), None)
            document = same.document if same is not None else self._document(map_id, worldview)
            return ready(document, version)

        return self._ready.get((map_id, version, language.code()), make)

    def _document(self, map_id: str, worldview: Worldview | None) -> MapDocument:
        document = self.store.get(map_id)
        if worldview is None or worldview == document.worldview:
            return document
        return self._redraw(document, worldview)

    def file(self, made: Ready, query: Query, title: str | None = None) -> bytes:
        """Return the GeoJSON of what a query asks of a map, written once for each version."""
        document = made.document
        return self._files.get(
            (made.version, query),
            lambda: collection(document, select(document, query), title=title),
        )

    def page(self, key: tuple[Hashable, ...], write: Callable[[], bytes]) -> bytes:
        """Return a page, written once for each key; the key holds the version of its map."""

        def made() -> bytes:
            # The first page of a large map makes a million values.
            with no_cycle_search():
                return write()

        return self._pages.get(key, made)

    def picture(self, map_id: str) -> tuple[str, bytes]:
        """Return the version of a map and its small picture.

        Raises
        ------
        MapNotFoundError
            No map of that id is kept.
        """
        version = self.store.version(map_id)
        return version, self._pictures.get(version, lambda: picture(self.store.get(map_id)))

    def list(self) -> tuple[MapSummary, ...]:
        """Return the summaries of all maps, newest report first."""
        return self.store.list()
