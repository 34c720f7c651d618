"""A document to rows and back, without loss: ``decode(encode(document)) == document``."""

from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import date
from typing import Any

import orjson

from geo.model import Geometry, PlaceName
from layers.bounds import bounds
from layers.build import build
from layers.model import Annotation, MapDocument, Mention, PlaceRecord
from reading.model import Article, Span

Row = dict[str, Any]
_DATES = ("date_published", "date_accessed")
_SPANS = ("headline", "dateline")


def _dumps(value: Any) -> str:
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()


def document_row(document: MapDocument) -> str:
    """Return what belongs to the whole map as JSON text."""
    return _dumps(
        {
            "credits": document.credits,
            "extractor_version": document.extractor_version,
            "gazetteer_version": document.gazetteer_version,
            "places": [asdict(record) for record in document.places],
            "warnings": document.warnings,
            "worldview": document.worldview,
        }
    )


def article_rows(document: MapDocument) -> list[Row]:
    """Return one row an article, its mentions beside it."""
    rows = []
    for ordinal, article in enumerate(document.articles):
        own = {f.name: getattr(article, f.name) for f in fields(article) if f.name != "text"}
        mentions = [asdict(m) for m in document.mentions if m.article_id == article.id]
        rows.append(
            {
                "ordinal": ordinal,
                "id": article.id,
                "text": article.text,
                "fields": _dumps(own),
                "mentions": _dumps(mentions),
            }
        )
    return rows


def shape_rows(document: MapDocument) -> list[Row]:
    """Return one row a distinct geometry; keyed by ``drawn.shape``."""
    rows: dict[str, Row] = {}
    for annotation in document.annotations:
        geometry, key = annotation.geometry, shape_key(annotation)
        if geometry is None or key is None or key in rows:
            continue
        box = bounds((geometry,)) or (0.0, 0.0, 0.0, 0.0)
        rows[key] = {
            "key": key,
            "geometry": _dumps({"type": geometry.type, "coordinates": geometry.coordinates}),
            **dict(zip(("minx", "miny", "maxx", "maxy"), box, strict=True)),
        }
    return list(rows.values())


def shape_key(annotation: Annotation) -> str | None:
    """Return the key under which an annotation's geometry is kept, None without geometry."""
    if annotation.geometry is None:
        return None
    return annotation.drawn.shape or annotation.id


def annotation_rows(document: MapDocument) -> list[Row]:
    """Return one row an annotation, in text order."""
    return [
        {
            "ordinal": ordinal,
            "id": a.id,
            "claim_id": a.claim_id,
            "shape": shape_key(a),
            "t0": a.when.date_start.isoformat() if a.when.date_start else None,
            "t1": a.when.date_end.isoformat() if a.when.date_end else None,
            "properties": _dumps(a.properties()),
        }
        for ordinal, a in enumerate(document.annotations)
    ]


def decode(
    map_row: Row,
    articles: Iterable[tuple[str, str, str]],
    shapes: Iterable[tuple[str, str]],
    annotations: Iterable[tuple[str | None, str]],
) -> MapDocument:
    """Build the document that the rows were made from.

    Parameters
    ----------
    map_row : dict
    articles : iterable of (text, fields, mentions)
    shapes : iterable of (key, geometry)
    annotations : iterable of (shape, properties)
    """
    geometries: dict[str | None, Geometry | None] = {None: None}
    geometries.update((key, _geometry(geometry)) for key, geometry in shapes)
    made = tuple(
        [
            Annotation.from_properties(orjson.loads(properties), geometries[shape])
            for shape, properties in annotations
        ]
    )
    reports = tuple(articles)
    common = orjson.loads(map_row["document"])
    return MapDocument(
        id=map_row["id"],
        title=map_row["title"],
        articles=tuple(_article(text, fields) for text, fields, _ in reports),
        annotations=made,
        mentions=tuple(_mention(m) for *_, found in reports for m in orjson.loads(found)),
        layers=build(made),
        extractor_version=common["extractor_version"],
        gazetteer_version=common["gazetteer_version"],
        worldview=common["worldview"],
        credits=tuple(common["credits"]),
        warnings=tuple(common["warnings"]),
        # Maps of schema 1 know their places by one name only, until they are read again.
        places=tuple(_place(value) for value in common.get("places", ())),
    )


def _place(value: Row) -> PlaceRecord:
    return PlaceRecord(**{**value, "names": tuple(PlaceName(**name) for name in value["names"])})


def _geometry(text: str) -> Geometry:
    value = orjson.loads(text)
    return Geometry(value["type"], _frozen(value["coordinates"]))


def _frozen(value: Any) -> Any:
    if not isinstance(value, list):
        return value
    if value and not isinstance(value[0], list):
        return tuple(value)
    return tuple([_frozen(item) for item in value])


def _article(text: str, fields: str) -> Article:
    own = orjson.loads(fields)
    for name in _DATES:
        own[name] = date.fromisoformat(own[name]) if own[name] else None
    for name in _SPANS:
        own[name] = Span(**own[name]) if own[name] else None
    own["warnings"] = tuple(own["warnings"])
    return Article(**own, text=text)


def _mention(value: Row) -> Mention:
    lists = {name: tuple(value[name]) for name in ("candidates", "evidence")}
    return Mention(**{**value, **lists})
