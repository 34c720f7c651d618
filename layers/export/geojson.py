"""GeoJSON (RFC 7946) of a document: the same annotations, the same bytes.

One Feature is one (claim, place). All sourcing stands in ``properties``, because most tools drop
what stands beside it. Numbers that JSON cannot write never reach the output: a NaN is an error.
"""

import math
from collections.abc import Sequence
from typing import Any

import orjson

from layers import citations
from layers.bounds import Box, box_of
from layers.errors import ExportError
from layers.export.geometry import rounded, write
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
    written = {key: write(geometry) for key, geometry in drawn.items()}
    shapes = {key: (orjson.Fragment(one.text), one.box) for key, one in written.items()}
    box = box_of([one.reach for one in written.values()])
    if box is not None:
        members["bbox"] = rounded(box)
    head = orjson.dumps(members, option=orjson.OPT_SORT_KEYS)
    # The members of a Feature and its properties are in the order of their names already.
    lines = b",\n".join(
        [orjson.dumps(_feature(a, *shapes.get(id(a.geometry), _UNPLACED))) for a in chosen]
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
    written = write(geometry)
    return _feature(annotation, orjson.loads(written.text), written.box)


def _feature(
    annotation: Annotation,
    geometry: dict[str, Any] | orjson.Fragment | None,
    box: Box | None,
) -> dict[str, Any]:
    properties = annotation.properties()
    for name in DECIMAL_PROPERTIES:
        value = properties[name]
        if isinstance(value, float) and not math.isfinite(value):
            raise ExportError(f"annotation {annotation.id}: {name} is {value!r}, no JSON number")
    out: dict[str, Any] = {} if box is None else {"bbox": list(box)}
    out["geometry"] = geometry
    out["id"] = annotation.id
    out["properties"] = properties
    out["type"] = "Feature"
    return out


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
