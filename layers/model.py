"""What is drawn: annotations with all that stands behind them, the layers they form, the document.

An :class:`Annotation` is one (claim, place). Its fields stand in groups, one named tuple each;
:meth:`Annotation.properties` lays them out as the flat scalars of ``docs/annotation.md`` and
:meth:`Annotation.from_properties` takes them back, so that the store, the exports and the pages
speak of the same names.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, Self, get_args, get_origin, get_type_hints

from geo.model import Geometry, Kind, PlaceName, Precision
from reading.filled import filled
from reading.model import Article, Attribution, Certainty, DateSource, Stance

PlaceRole = Literal[
    "event_location",
    "origin",
    "destination",
    "party",
    "neighbour",
    "speaker_seat",
    "metonym",
    "none",
]
RelationType = Literal[
    "corroborates",
    "compatible",
    "differs",
    "contradicts",
    "denies",
    "declines_to_confirm",
    "updates",
    "part_of",
    "same_event_as",
]
Hatch = Literal["none", "diagonal", "back", "dots"]
Shape = Literal["circle", "square", "diamond", "triangle"]
ReviewState = Literal["machine", "accepted", "corrected", "rejected"]
DRAWN_ROLES: frozenset[PlaceRole] = frozenset({"event_location", "origin", "destination", "party"})
SYMMETRIC_RELATIONS: frozenset[RelationType | str] = frozenset(
    {"corroborates", "compatible", "differs", "contradicts", "same_event_as"}
)
LIST_SEPARATOR = " | "

Scalar = str | int | float | bool | None


@filled
@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one claim to another: ``type:claim_id`` in the flat form."""

    type: RelationType
    target: str

    def __str__(self) -> str:
        return f"{self.type}:{self.target}"


class Anchor(NamedTuple):
    """Which words of which text (W3C TextQuoteSelector and TextPositionSelector)."""

    id: str
    claim_id: str
    quote: str
    start: int
    end: int
    prefix: str
    suffix: str
    paragraph: int
    article_id: str
    article_sha256: str
    headline: str | None
    publisher: str | None
    author: str | None
    url: str | None
    url_archived: str | None
    date_accessed: date | None
    language: str
    timezone: str | None
    date_published: date | None
    date_source: DateSource | None


class Who(NamedTuple):
    """Speaker, messenger, channel: three things."""

    source: str
    source_mention: str | None
    source_type: str
    source_role: str | None
    source_country: str | None
    source_inherited: bool
    via: str | None
    medium: str | None


class How(NamedTuple):
    """In which words it is said, and how surely."""

    attribution: Attribution
    cue: str | None
    stance: Stance
    certainty: Certainty
    hedges: tuple[str, ...]


class What(NamedTuple):
    """What is claimed; `summary` is built from the fields, never from outside the text."""

    subject: str | None
    object: str | None
    event_type: str
    summary: str


class HowMany(NamedTuple):
    """The number printed and the interval it means; `part_of` is a claim id."""

    quantity: float | None
    quantity_min: float | None
    quantity_max: float | None
    quantity_qualifier: str | None
    quantity_unit: str | None
    part_of: str | None


class When(NamedTuple):
    """The event's interval and the statement's, inclusive days; None is an open side."""

    date_start: date | None
    date_end: date | None
    date_expression: str | None
    date_precision: str | None
    date_basis: str
    statement_date_start: date | None
    statement_date_end: date | None


class Where(NamedTuple):
    """Which place, in which role, how precise, how sure, and why."""

    place: str | None
    place_role: PlaceRole
    place_mention: str | None
    place_start: int | None
    place_end: int | None
    place_explicit: bool
    place_country: str | None
    place_precision: Precision
    where_prec: int | None
    geo_precision: int | None
    gazetteer_id: str | None
    gazetteer_uri: str | None
    match_confidence: float | None
    match_evidence: tuple[str, ...]
    candidates: int | None


class Drawn(NamedTuple):
    """Which shape stands for the place, and why; equal `shape` keys draw the same geometry."""

    shape: str | None
    geometry_role: str | None
    geometry_reason: str | None
    uncertainty_km: float | None
    label_lon: float | None
    label_lat: float | None
    boundary_source: str | None
    boundary_worldview: str | None
    boundary_as_of: str | None


class Audit(NamedTuple):
    """How the annotation came about and who has looked at it since."""

    rules: tuple[str, ...]
    extractor_version: str
    gazetteer_version: str
    review_state: ReviewState = "machine"
    review_by: str | None = None
    review_on: date | None = None
    review_note: str | None = None
    reliability: str | None = None
    credibility: str | None = None


@filled
@dataclass(frozen=True, slots=True)
class Annotation:
    """One claim at one place, or one claim without any.

    ``geometry`` is None where nothing can honestly be drawn.
    """

    anchor: Anchor
    who: Who
    how: How
    what: What
    how_many: HowMany
    when: When
    where: Where
    drawn: Drawn
    audit: Audit
    relations: tuple[Relation, ...] = ()
    geometry: Geometry | None = None

    @property
    def id(self) -> str:
        """Hash of claim, place and role."""
        return self.anchor.id

    @property
    def claim_id(self) -> str:
        """Hash of article, span, source and ordinal."""
        return self.anchor.claim_id

    def linked(self, relations: tuple[Relation, ...], audit: Audit) -> Self:
        """Return the same with other relations, and what its audit says of them."""
        return type(self)(
            self.anchor,
            self.who,
            self.how,
            self.what,
            self.how_many,
            self.when,
            self.where,
            self.drawn,
            audit,
            relations,
            self.geometry,
        )

    def properties(self) -> dict[str, Scalar]:
        """Return the flat scalars of ``docs/annotation.md``, sorted by name."""
        flat: list[Any] = [
            " ".join(map(str, self.relations)) or None,
            *self.anchor,
            *self.who,
            *self.how,
            *self.what,
            *self.how_many,
            *self.when,
            *self.where,
            *self.drawn,
            *self.audit,
        ]
        for rank in _LISTS:
            flat[rank] = LIST_SEPARATOR.join(flat[rank]) or None
        for rank in _DATES:
            flat[rank] = flat[rank].isoformat() if flat[rank] is not None else None
        return dict(zip(_SORTED_NAMES, _SORTED(flat), strict=True))

    @classmethod
    def from_properties(
        cls, properties: Mapping[str, Scalar], geometry: Geometry | None = None
    ) -> Self:
        """Build an annotation from its flat form.

        Raises
        ------
        KeyError
            A property is missing.
        """
        flat = list(_IN_ORDER(properties))
        for rank in _LISTS:
            flat[rank] = tuple(flat[rank].split(LIST_SEPARATOR)) if flat[rank] else ()
        for rank in _DATES:
            flat[rank] = date.fromisoformat(flat[rank]) if flat[rank] is not None else None
        links = (flat[0] or "").split()
        relations = tuple([Relation(*link.split(":", 1)) for link in links])
        parts: Any = [make(flat[values]) for make, values in _PARTS]
        parts += relations, geometry
        return cls(*parts)


_GROUPS: dict[str, type[Any]] = {
    "anchor": Anchor,
    "who": Who,
    "how": How,
    "what": What,
    "how_many": HowMany,
    "when": When,
    "where": Where,
    "drawn": Drawn,
    "audit": Audit,
}


def _kind(hint: Any) -> Any:
    """Return what a value is where it is not None; of a tuple, the tuple."""
    options = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    kind = next(option for option in options if option is not NoneType)
    return get_origin(kind) or kind


# How the values of an annotation lie in the order of its groups, ahead of them its relations.
_KINDS = [("relations", str)] + [
    (name, _kind(hint))
    for group in _GROUPS.values()
    for name, hint in get_type_hints(group).items()
]
_LISTS = [rank for rank, (_, kind) in enumerate(_KINDS) if kind is tuple]
_DATES = [rank for rank, (_, kind) in enumerate(_KINDS) if kind is date]
_IN_ORDER = itemgetter(*(name for name, _ in _KINDS))
_PARTS: list[tuple[Any, slice]] = []
for _group in _GROUPS.values():
    _start = _PARTS[-1][1].stop if _PARTS else 1
    _PARTS.append((_group._make, slice(_start, _start + len(_group._fields))))
_SORTED_NAMES = sorted(name for name, _ in _KINDS)
_SORTED = itemgetter(*sorted(range(len(_KINDS)), key=lambda rank: _KINDS[rank][0]))
DECIMAL_PROPERTIES = tuple(name for name, kind in _KINDS if kind is float)


@filled
@dataclass(frozen=True, slots=True)
class Mention:
    """A place name in an article's text and what it was taken to mean, for the reading page."""

    article_id: str
    start: int
    end: int
    text: str
    kind: Kind
    status: Literal["resolved", "ambiguous", "not_found"]
    place_id: str | None
    name: str
    precision: Precision
    country_code: str | None
    longitude_deg: float | None
    latitude_deg: float | None
    confidence: float
    candidates: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


@filled
@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """What the gazetteer knows of a place that the map speaks of, kept with the map.

    ``name`` is English; ``names`` are all its names, the preferred first.
    """

    id: str
    name: str
    precision: Precision
    country_code: str | None
    longitude_deg: float | None
    latitude_deg: float | None
    geonameid: int | None
    wikidata_id: str | None
    names: tuple[PlaceName, ...]


@dataclass(frozen=True, slots=True)
class Style:
    """How a mark looks, wherever it is drawn; colours ``#rrggbb``, lengths in CSS pixels.

    ``lap`` tells speakers of one hue apart: 0 is plain, 1 and 2 are broken by a pattern.
    """

    colour: str
    dash: str | None
    hatch: Hatch
    shape: Shape
    stroke_px: float
    fill_opacity: float
    lap: int = 0


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One line of the legend: what it looks like and what it means, in words."""

    kind: Literal["speaker", "status", "geometry", "boundary", "unplaced"]
    key: str
    label: str
    style: Style
    count: int


@dataclass(frozen=True, slots=True)
class Layer:
    """Annotations that belong together: by what is claimed (`topic`) or by who says it (`speaker`).

    Parameters
    ----------
    id : str
        Slug, unique within the document: ``topic-movements``, ``speaker-john-kirby``.
    annotation_ids : tuple of str
        In text order; includes those without geometry, which stand in the tray.
    """

    id: str
    kind: Literal["topic", "speaker"]
    title: str
    annotation_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What the map shows first; west > east where it crosses 180°."""

    west_lon_deg: float
    south_lat_deg: float
    east_lon_deg: float
    north_lat_deg: float


@dataclass(frozen=True, slots=True)
class MapDocument:
    """One or more reports and all their annotations: what is kept, served and exported."""

    id: str
    title: str
    articles: tuple[Article, ...]
    annotations: tuple[Annotation, ...]
    mentions: tuple[Mention, ...]
    layers: tuple[Layer, ...]
    extractor_version: str
    gazetteer_version: str
    worldview: str
    credits: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    places: tuple[PlaceRecord, ...] = ()

    def article(self, article_id: str) -> Article:
        """Return the article of that id.

        Raises
        ------
        KeyError
            No such article is on this map.
        """
        for article in self.articles:
            if article.id == article_id:
                return article
        raise KeyError(article_id)

    def claims(self) -> tuple[tuple[Annotation, ...], ...]:
        """Return the annotations by claim, in text order; each claim has at least one."""
        grouped: dict[str, list[Annotation]] = {}
        for annotation in self.annotations:
            grouped.setdefault(annotation.claim_id, []).append(annotation)
        return tuple(tuple(group) for group in grouped.values())
