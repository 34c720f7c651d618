"""A predicted FeatureCollection as values: features that share ``claim_id`` are one claim."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from layers.errors import EvaluationError
from layers.evaluation.gold import word_starts
from layers.evaluation.names import Interval, day, fold


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place that a claim names, with its role and precision ("" where not given)."""

    name: str
    role: str
    precision: str


@dataclass(frozen=True, slots=True)
class GuessFeature:
    """What one feature draws; `point` is (longitude, latitude) in degrees."""

    names: tuple[str, ...]
    role: str
    precision: str
    drawn: bool
    pinned: bool
    point: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Guess:
    """One predicted claim; `exact` says whether its quote stands at its offsets (None: no text)."""

    id: str
    tokens: frozenset[int]
    exact: bool | None
    source: str | None
    source_type: str | None
    stance: str
    event: Interval
    statement: Interval
    values: tuple[float, ...]
    qualifiers: tuple[str, ...]
    places: tuple[NamedPlace, ...]
    features: tuple[GuessFeature, ...]
    relations: frozenset[tuple[str, str]]


def read_prediction(
    collection: Mapping[str, Any] | bytes, text: str | None = None
) -> tuple[Guess, ...]:
    """Build the predicted claims from a FeatureCollection, in the order of their first features.

    Parameters
    ----------
    collection : mapping or bytes
        GeoJSON as an object, or as UTF-8 bytes.
    text : str or None
        The article; finds quotes without offsets and checks those with them.

    Raises
    ------
    EvaluationError
        It is no FeatureCollection, or a property cannot be read.
    """
    if isinstance(collection, bytes):
        try:
            collection = json.loads(collection)
        except ValueError as error:
            raise EvaluationError(f"the prediction is no JSON: {error}") from error
    if not isinstance(collection, Mapping) or not isinstance(collection.get("features"), list):
        raise EvaluationError("the prediction is no FeatureCollection: it has no list `features`")
    grouped: dict[str, list[Mapping[str, Any]]] = {}
    for rank, feature in enumerate(collection["features"]):
        if not isinstance(feature, Mapping):
            raise EvaluationError(f"feature {rank} of the prediction is no object")
        properties = feature.get("properties") or {}
        key = str(properties.get("claim_id") or feature.get("id") or f"#{rank}")
        grouped.setdefault(key, []).append(feature)
    return tuple(_guess(key, features, text) for key, features in grouped.items())


def _guess(key: str, features: Sequence[Mapping[str, Any]], text: str | None) -> Guess:
    properties = [feature.get("properties") or {} for feature in features]
    first = properties[0]
    # Features of one claim share their fields; should they not, the words are those of the last.
    quote, start, end = _words(properties[-1], text)
    return Guess(
        id=key,
        tokens=word_starts(quote, start) if start >= 0 else frozenset(),
        exact=None if text is None else start >= 0 and text[start:end] == quote,
        source=first.get("source", first.get("speaker")),
        source_type=first.get("source_type"),
        stance=_stance(first.get("stance")),
        event=_interval(first, "date"),
        statement=_interval(first, "statement_date"),
        values=_numbers(first.get("quantity", first.get("quantity_value"))),
        qualifiers=_qualifiers(first.get("quantity_qualifier")),
        places=tuple(place for fields in properties for place in _named(fields)),
        features=tuple(_feature(feature) for feature in features),
        relations=frozenset(
            link for fields in properties for link in _links(fields.get("relations"))
        ),
    )


def _words(fields: Mapping[str, Any], text: str | None) -> tuple[str, int, int | None]:
    quote, start, end = fields.get("quote") or "", fields.get("start"), fields.get("end")
    if start is None and text is not None and quote:
        found = text.find(quote)
        if found >= 0:
            start, end = found, found + len(quote)
    if start is None or not quote:
        return quote, -1, -1
    if not isinstance(start, int) or not isinstance(end, int | None):
        raise EvaluationError(f"start and end are code-point offsets, not {start!r}, {end!r}")
    return quote, start, end


def _named(fields: Mapping[str, Any]) -> tuple[NamedPlace, ...]:
    own = NamedPlace(
        fields.get("place", fields.get("place_name")) or "",
        fields.get("place_role") or "",
        fields.get("place_precision") or "",
    )
    listed = fields.get("places") or ()
    more = [
        NamedPlace(item.get("name") or "", item.get("role") or "", item.get("precision") or "")
        if isinstance(item, Mapping)
        else NamedPlace(item or "", "", "")
        for item in (listed.split(" | ") if isinstance(listed, str) else listed)
    ]
    return tuple(place for place in (own, *more) if place.name)


def _feature(feature: Mapping[str, Any]) -> GuessFeature:
    fields, geometry = feature.get("properties") or {}, feature.get("geometry") or {}
    own = fields.get("place", fields.get("place_name"))
    point = None
    if geometry.get("type") == "Point":
        lon, lat = geometry["coordinates"][:2]
        point = (float(lon), float(lat))
    return GuessFeature(
        names=(own,) if own else tuple(place.name for place in _named(fields)),
        role=fields.get("place_role") or "",
        precision=fields.get("place_precision") or "",
        drawn=bool(geometry),
        pinned=_has_pin(geometry),
        point=point,
    )


def _has_pin(geometry: Mapping[str, Any]) -> bool:
    if geometry.get("type") in ("Point", "MultiPoint"):
        return True
    return any(_has_pin(part) for part in geometry.get("geometries") or ())


def _interval(fields: Mapping[str, Any], name: str) -> Interval:
    return (
        day(fields.get(f"{name}_start"), last=False),
        day(fields.get(f"{name}_end"), last=True),
    )


def _numbers(value: Any) -> tuple[float, ...]:
    if value is None or value == "":
        return ()
    try:
        return tuple(
            float(item)
            for item in (value if isinstance(value, list) else [value])
            if item is not None and not isinstance(item, bool)
        )
    except (TypeError, ValueError) as error:
        raise EvaluationError(f"quantity is a number or a list of them, not {value!r}") from error


def _qualifiers(value: Any) -> tuple[str, ...]:
    if not value:
        return ()
    given = value if isinstance(value, list) else [value]
    return tuple(qualifier_of(item) for item in given)


def qualifier_of(value: str) -> str:
    """Return a qualifier's one name: ``at_least`` for "at least", ``exactly`` for "including"."""
    return _QUALIFIERS.get(value, value)


def _stance(value: str | None) -> str:
    name = (value or "").strip().casefold()
    return _STANCES.get(name, name.replace(" ", "_"))


def _links(value: Any) -> frozenset[tuple[str, str]]:
    items = value if isinstance(value, list) else str(value or "").split()
    pairs = (str(item).split(":", 1) for item in items if ":" in str(item))
    return frozenset(("_".join(fold(kind)), target) for kind, target in pairs)


_STANCES = {
    "affirms": "asserts",
    "assert": "asserts",
    "denial": "denies",
    "deny": "denies",
    "neither": "neither_confirms_nor_denies",
    "neither confirms nor denies": "neither_confirms_nor_denies",
    "pledge": "pledges",
    "promises": "pledges",
    "reports": "asserts",
    "speculate": "speculates",
    "states": "asserts",
}
_QUALIFIERS = {
    "about": "approximately",
    "around": "approximately",
    "at least": "at_least",
    "exact": "exactly",
    "including": "exactly",
    "more than": "more_than",
    "over": "more_than",
}
