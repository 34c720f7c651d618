"""A gold file (schema ``claims-gold/1``) as values: what an annotator wrote down by hand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from layers.errors import EvaluationError
from layers.evaluation.names import WORD, Interval, day, fold, head
from layers.model import PlaceRole

EVENT_ROLES = frozenset({"event_location", "origin", "destination", "party", ""})
PRIMARY_ROLES = frozenset({"event_location", "destination", "party", ""})
UNPLACED_ROLES: frozenset[PlaceRole | str] = frozenset(
    {"metonym", "speaker_seat", "neighbour", "none"}
)
PINNABLE = frozenset({"point", "city", "district"})
AREAS = frozenset({"region", "country", "vague_area", "none"})


@dataclass(frozen=True, slots=True)
class GoldSource:
    """Who says it; `accept` are further speakers that are right as well."""

    name: str
    type: str
    names: tuple[str, ...]
    accept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """One place of a claim; latitude and longitude in degrees."""

    name: str
    role: str
    precision: str
    primary: bool
    latitude_deg: float | None
    longitude_deg: float | None
    mention: str | None
    aliases: tuple[str, ...]
    role_accept: frozenset[str]
    precision_accept: frozenset[str]


@dataclass(frozen=True, slots=True)
class GoldQuantity:
    """A printed number; an optional one may be given or left out."""

    value: float | None
    qualifier: str | None
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One claim; `events` and `statements` are the intervals that count as right, none if undated.

    ``explicit`` says that the text gives a time expression, ``no_pin_ok`` that no event place is
    right too, ``may_split`` that it may be annotated as two.
    """

    id: str
    quote: str
    tokens: frozenset[int]
    core: bool
    source: GoldSource
    stance: str
    stance_accept: tuple[str, ...]
    quantities: tuple[GoldQuantity, ...]
    places: tuple[GoldPlace, ...]
    events: tuple[Interval, ...]
    explicit: bool
    statements: tuple[Interval, ...]
    no_pin_ok: bool
    may_split: bool

    @property
    def primary(self) -> tuple[GoldPlace, ...]:
        """The places where it happened."""
        return tuple(place for place in self.places if place.primary)

    @property
    def values(self) -> frozenset[float]:
        """Every number printed in it."""
        return frozenset(q.value for q in self.quantities if q.value is not None)


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """A link between two claims, with the kinds and targets that count as the same."""

    record: Mapping[str, Any]
    claim: str
    kinds: tuple[str, ...]
    targets: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Gold:
    """One document by hand."""

    id: str
    claims: tuple[GoldClaim, ...]
    relations: tuple[GoldRelation, ...]
    ignored: frozenset[int]
    precisions: Mapping[tuple[str, ...], frozenset[str]]


def read_gold(record: Mapping[str, Any]) -> Gold:
    """Build the gold of one document from its JSON object.

    Raises
    ------
    EvaluationError
        A field that the scores need is missing or of the wrong kind.
    """
    try:
        claims = tuple(_claim(item) for item in record["claims"])
        return Gold(
            id=record["document"]["id"],
            claims=claims,
            relations=tuple(_relation(item) for item in record.get("relations") or ()),
            ignored=frozenset(
                offset
                for span in record.get("ignore") or ()
                for offset in range(span["start"], span["end"])
            ),
            precisions=_known_precisions(record),
        )
    except KeyError as error:
        raise EvaluationError(f"the gold lacks {error}; see schema claims-gold/1") from error
    except (TypeError, AttributeError) as error:
        raise EvaluationError(f"the gold is not of schema claims-gold/1: {error}") from error


def _claim(item: Mapping[str, Any]) -> GoldClaim:
    return GoldClaim(
        id=item["id"],
        quote=item["quote"],
        tokens=word_starts(item["quote"], item["start"]),
        core=item.get("core", True),
        source=_source(item["source"]),
        stance=item["stance"],
        stance_accept=tuple(item.get("stance_accept") or ()),
        quantities=tuple(
            GoldQuantity(q.get("value"), q.get("qualifier"), bool(q.get("optional")))
            for q in item["quantity"]
        ),
        places=tuple(_place(place) for place in item["places"]),
        events=_intervals(item["event_time"]),
        explicit=bool(item["event_time"].get("expression")),
        statements=_intervals(item["statement_time"]),
        no_pin_ok=bool(item.get("no_pin_ok")),
        may_split=bool(item.get("may_split")),
    )


def word_starts(quote: str, start: int) -> frozenset[int]:
    """Return the offsets in the text at which the words of a quote begin."""
    return frozenset(start + match.start() for match in WORD.finditer(quote))


def _source(item: Mapping[str, Any]) -> GoldSource:
    mention = (item.get("mention") or {}).get("text")
    names = (item["name"], *(item.get("aliases") or ()), *((mention,) if mention else ()))
    return GoldSource(item["name"], item["type"], names, tuple(item.get("accept") or ()))


def _place(item: Mapping[str, Any]) -> GoldPlace:
    return GoldPlace(
        name=item["name"],
        role=item["role"],
        precision=item["precision"],
        primary=bool(item.get("primary")),
        latitude_deg=item.get("lat"),
        longitude_deg=item.get("lon"),
        mention=(item.get("mention") or {}).get("text"),
        aliases=tuple(item.get("aliases") or ()),
        role_accept=frozenset(item.get("role_accept") or ()),
        precision_accept=frozenset(item.get("precision_accept") or ()),
    )


def _intervals(item: Mapping[str, Any] | None) -> tuple[Interval, ...]:
    if not item or (item.get("from") is None and item.get("to") is None):
        return ()
    options = [(item.get("from"), item.get("to")), *(item.get("accept") or ())]
    return tuple((day(first, last=False), day(last, last=True)) for first, last in options)


def _relation(item: Mapping[str, Any]) -> GoldRelation:
    return GoldRelation(
        record=item,
        claim=item["claim"],
        kinds=(item["type"], *(item.get("accept") or ())),
        targets=(item["to"], *(item.get("to_accept") or ())),
        optional=bool(item.get("optional")),
    )


def _known_precisions(record: Mapping[str, Any]) -> dict[tuple[str, ...], frozenset[str]]:
    known: dict[tuple[str, ...], frozenset[str]] = {}
    for place in _named_places(record):
        for name in (place["name"], head(place["name"])):
            key = fold(name)
            known[key] = known.get(key, frozenset()) | {place["precision"]}
    return known


def _named_places(record: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for claim in record["claims"]:
        yield from claim["places"]
    yield from record.get("mentions") or ()
