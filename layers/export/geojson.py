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
from layers.bounds import Box, Extent, box_of, extent
from layers.errors import ExportError
from layers.export.geometry import DECIMALS, geometry_object, geometry_text
from layers.model import DECIMAL_PROPERTIES, Annotation, MapDocument

_UNPLACED = (None, None)


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
    # Many claims share one outline: it is walked and written out once.
    drawn = {id(a.geometry): a.geometry for a in chosen if a.geometry}
    reaches = {key: extent(geometry) for key, geometry in drawn.items()}
    shapes = {key: _shape(geometry, reaches[key]) for key, geometry in drawn.items()}
    box = box_of(reaches.values())
    if box is not None:
        members["bbox"] = _rounded_box(box)
    head = orjson.dumps(members, option=orjson.OPT_SORT_KEYS)
    lines = b",\n".join(
        orjson.dumps(
            _feature(a, *shapes.get(id(a.geometry), _UNPLACED)), option=orjson.OPT_SORT_KEYS
        )
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
    geometry = annotation.geometry
    if geometry is None:
        return _feature(annotation, *_UNPLACED)
    return _feature(annotation, geometry_object(geometry), _own_box(geometry, extent(geometry)))


def _feature(
    annotation: Annotation,
    geometry: dict[str, Any] | orjson.Fragment | None,
    box: list[float] | None,
) -> dict[str, Any]:
    properties = annotation.properties()
    for name in DECIMAL_PROPERTIES:
        value = properties[name]
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


def _shape(geometry: Geometry, reach: Extent) -> tuple[orjson.Fragment, list[float] | None]:
    """Return a geometry as JSON and its box."""
    return orjson.Fragment(geometry_text(geometry, reach)), _own_box(geometry, reach)


def _own_box(geometry: Geometry, reach: Extent) -> list[float] | None:
    """Return the bounding box that a Feature carries: a point needs none."""
    box = None if geometry.type == "Point" else box_of((reach,))
    return None if box is None else _rounded_box(box)


def _rounded_box(box: Box) -> list[float]:
    return [round(side, DECIMALS) + 0.0 for side in box]


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
