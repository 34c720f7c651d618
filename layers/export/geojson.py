"""GeoJSON (RFC 7946) of a document: the same annotations, the same bytes.

One Feature is one (claim, place). All sourcing stands in ``properties``, because most tools drop
what stands beside it. Numbers that JSON cannot write never reach the output: a NaN is an error.
"""

import math
from collections.abc import Sequence
from typing import Any

import orjson

from geo.model import Geometry
from layers import citations
from layers.bounds import Box, bounds
from layers.errors import ExportError
from layers.model import Annotation, MapDocument

COORDINATE_DECIMALS = 5


def collection(
    document: MapDocument,
    annotations: Sequence[Annotation] | None = None,
    *,
    title: str | None = None,
) -> bytes:
    """Return annotations of a document as one FeatureCollection.

    Parameters
    ----------
    document : MapDocument
    annotations : sequence of Annotation, optional
        Those to write; by default all, unplaced claims with ``geometry: null`` included.
    title : str, optional
        Of the collection; by default the document's.

    Returns
    -------
    bytes
        UTF-8, keys sorted, one line for each Feature, ends with a newline.

    Raises
    ------
    ExportError
        A coordinate or number is not finite.
    """
    chosen = tuple(document.annotations if annotations is None else annotations)
    members: dict[str, Any] = {
        "type": "FeatureCollection",
        "title": title or document.title,
        "attribution": list(document.credits),
        "licence": citations.LICENCE,
        "disclaimer": citations.disclaimer(document.worldview),
        "generated_from": {
            "articles": [{"id": a.id, "sha256": a.sha256} for a in document.articles],
            "extractor_version": document.extractor_version,
            "gazetteer_version": document.gazetteer_version,
            "worldview": document.worldview,
        },
        "counts": _counts(chosen),
        "warnings": list(document.warnings),
    }
    box = bounds(a.geometry for a in chosen if a.geometry)
    if box is not None:
        members["bbox"] = _rounded_box(box)
    head = orjson.dumps(members, option=orjson.OPT_SORT_KEYS)
    # Many claims share one outline: it is written out once and its bytes are used again.
    shapes: dict[int, tuple[orjson.Fragment, list[float] | None]] = {}
    lines = b",\n".join(
        orjson.dumps(_feature(a, *_shape(a.geometry, shapes)), option=orjson.OPT_SORT_KEYS)
        for a in chosen
    )
    return head[:-1] + b',"features":[\n' + lines + b"\n]}\n"


def feature(annotation: Annotation) -> dict[str, Any]:
    """Return one annotation as a GeoJSON Feature.

    Raises
    ------
    ExportError
        A number is not finite.
    """
    return _feature(annotation, geometry_object(annotation.geometry), _box_of(annotation.geometry))


def _feature(
    annotation: Annotation,
    geometry: dict[str, Any] | orjson.Fragment | None,
    box: list[float] | None,
) -> dict[str, Any]:
    properties = annotation.properties()
    for name, value in properties.items():
        if isinstance(value, float) and not math.isfinite(value):
            raise ExportError(f"annotation {annotation.id}: {name} is {value!r}, no JSON number")
    out: dict[str, Any] = {
        "type": "Feature",
        "id": annotation.id,
        "geometry": geometry,
        "properties": properties,
    }
    if box is not None:
        out["bbox"] = box
    return out


def _shape(
    geometry: Geometry | None, known: dict[int, tuple[orjson.Fragment, list[float] | None]]
) -> tuple[orjson.Fragment | None, list[float] | None]:
    """Return a geometry as JSON and its box, from what is known where it was met before."""
    if geometry is None:
        return None, None
    found = known.get(id(geometry))
    if found is None:
        text = orjson.dumps(geometry_object(geometry), option=orjson.OPT_SORT_KEYS)
        found = known[id(geometry)] = (orjson.Fragment(text), _box_of(geometry))
    return found


def _box_of(geometry: Geometry | None) -> list[float] | None:
    """Return the bounding box that a Feature carries: a point needs none."""
    if geometry is None or geometry.type == "Point":
        return None
    box = bounds((geometry,))
    return None if box is None else _rounded_box(box)


def geometry_object(geometry: Geometry | None) -> dict[str, Any] | None:
    """Return a geometry as GeoJSON, coordinates rounded to five decimals (about a metre).

    Raises
    ------
    ExportError
        A coordinate is not finite, or lies outside ±180, ±90.
    """
    if geometry is None:
        return None
    return {"type": geometry.type, "coordinates": _rounded(geometry.coordinates)}


def _rounded(coordinates: Sequence[Any]) -> list[Any]:
    if coordinates and isinstance(coordinates[0], (int, float)):
        lon, lat = float(coordinates[0]), float(coordinates[1])
        if not (-180.0 <= lon <= 180.0 and -90.0 <= lat <= 90.0):
            raise ExportError(f"position {lon!r}, {lat!r} is no longitude and latitude in degrees")
        return [round(lon, COORDINATE_DECIMALS) + 0.0, round(lat, COORDINATE_DECIMALS) + 0.0]
    return [_rounded(item) for item in coordinates]


def _rounded_box(box: Box) -> list[float]:
    return [round(side, COORDINATE_DECIMALS) + 0.0 for side in box]


def _counts(annotations: Sequence[Annotation]) -> dict[str, int]:
    claims = {a.claim_id for a in annotations}
    placed = {a.claim_id for a in annotations if a.geometry}
    return {
        "annotations": len(annotations),
        "claims": len(claims),
        "places": len({a.drawn.shape for a in annotations if a.geometry}),
        "speakers": len({a.who.source for a in annotations}),
        "unplaced": len(claims - placed),
    }
