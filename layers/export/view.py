"""What the reading page and the stand-alone file load: shapes once, claims beside them.

Many claims share one outline (Russia's alone is some hundred kilobytes), so a shape is sent once,
as GeoJSON, and annotations refer to it by key.
"""

from dataclasses import asdict
from typing import Any

import orjson

from geo.model import Geometry
from layers import build, citations, style
from layers.bounds import bounds
from layers.export.geometry import geometry_text
from layers.model import Annotation, MapDocument


def shapes(document: MapDocument) -> bytes:
    """Return the distinct shapes as a GeoJSON FeatureCollection, in order of first use.

    Each Feature's ``annotations`` lists, joined by `` | ``, the ids of the annotations it stands
    for; ``label_lon`` and ``label_lat`` say where a count may be written.
    """
    geometries: dict[str, Geometry] = {}
    groups: dict[str, list[Annotation]] = {}
    for annotation in document.annotations:
        if annotation.geometry is not None and annotation.drawn.shape is not None:
            geometries.setdefault(annotation.drawn.shape, annotation.geometry)
            groups.setdefault(annotation.drawn.shape, []).append(annotation)
    features = [_shape(key, geometries[key], group) for key, group in groups.items()]
    return orjson.dumps(
        {"type": "FeatureCollection", "features": features}, option=orjson.OPT_SORT_KEYS
    )


def claims(document: MapDocument, *, quotes_only: bool = False) -> bytes:
    """Return everything but shapes and text as JSON.

    Parameters
    ----------
    quotes_only : bool
        Leave out the context around each quote, for texts that may not be republished.
    """
    styles = style.speaker_styles(document.annotations)
    view = build.view(document.annotations)
    return orjson.dumps(
        {
            "id": document.id,
            "title": document.title,
            "annotations": [
                _annotation(a, asdict(style.style_of(a, styles)), quotes_only=quotes_only)
                for a in document.annotations
            ],
            "layers": [asdict(layer) for layer in document.layers],
            "legend": [asdict(entry) for entry in style.legend(document.annotations)],
            "speakers": {name: look.colour for name, look in styles.items()},
            "citations": {
                group[0].claim_id: citations.cite(document, group[0]) for group in document.claims()
            },
            "credits": list(document.credits),
            "disclaimer": citations.disclaimer(document.worldview),
            "warnings": list(document.warnings),
            "view": None
            if view is None
            else [view.west_lon_deg, view.south_lat_deg, view.east_lon_deg, view.north_lat_deg],
        },
        option=orjson.OPT_SORT_KEYS,
    )


def _shape(key: str, geometry: Geometry, group: list[Annotation]) -> dict[str, Any]:
    first = group[0]
    return {
        "type": "Feature",
        "id": key,
        "bbox": list(bounds((geometry,)) or ()),
        "geometry": orjson.Fragment(geometry_text(geometry)),
        "properties": {
            "shape": key,
            "place": first.where.place,
            "precision": first.where.place_precision,
            "geometry_role": first.drawn.geometry_role,
            "label_lon": first.drawn.label_lon,
            "label_lat": first.drawn.label_lat,
            "annotations": " | ".join(a.id for a in group),
        },
    }


def _annotation(
    annotation: Annotation, look: dict[str, Any], *, quotes_only: bool
) -> dict[str, Any]:
    properties: dict[str, Any] = dict(annotation.properties())
    if quotes_only:
        properties["prefix"] = properties["suffix"] = ""
    properties["style"] = look
    properties["drawn"] = annotation.geometry is not None
    return properties
