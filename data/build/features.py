"""GeoJSON text sequences: one Feature a line, sorted, with an index for reading by seek."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from data.build.records import Point
from data.build.shapes import bbox, label_point, oriented

INDEX_HEADER = ("file", "id", "worldview", "offset", "length")


@dataclass(frozen=True, slots=True)
class Boundary:
    """One area (or disputed line) under one worldview: ``any``, ``un`` or ``defacto``."""

    id: str
    name: str
    country_code: str
    worldview: str
    shape: BaseGeometry
    source: str
    note: str = ""
    label: Point | None = None


def feature_line(boundary: Boundary, decimals: int = 3) -> bytes:
    """Write one Feature as a line of compact JSON with sorted keys."""
    is_line = shapely.get_dimensions(boundary.shape) == 1
    shape = boundary.shape if is_line else oriented(boundary.shape)
    label = boundary.label or (_middle(shape) if is_line else label_point(shape))
    properties: dict[str, object] = {
        "bbox": bbox(shape),
        "country_code": boundary.country_code,
        "id": boundary.id,
        "label": [_round(label.longitude_deg, decimals), _round(label.latitude_deg, decimals)],
        "name": boundary.name,
        "source": boundary.source,
        "worldview": boundary.worldview,
    }
    if boundary.note:
        properties["note"] = boundary.note
    feature = {
        "geometry": _geometry(shape, decimals),
        "properties": properties,
        "type": "Feature",
    }
    return (
        json.dumps(feature, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
    ).encode("utf-8")


def feature_lines(boundaries: Iterable[Boundary]) -> list[tuple[str, str, bytes]]:
    """Return id, worldview and line of each boundary, sorted."""
    ordered = sorted(boundaries, key=lambda b: (b.id, b.worldview))
    return [(b.id, b.worldview, feature_line(b)) for b in ordered]


def file_bytes(
    name: str, lines: Iterable[tuple[str, str, bytes]]
) -> tuple[bytes, list[tuple[str, str, str, str, str]]]:
    """Put the lines of a file together, and write their index rows."""
    content = bytearray()
    index = []
    for boundary_id, worldview, line in lines:
        index.append((name, boundary_id, worldview, str(len(content)), str(len(line))))
        content += line
    return bytes(content), index


def _geometry(shape: BaseGeometry, decimals: int) -> dict[str, object]:
    mapping = shapely.geometry.mapping(shape)
    return {"coordinates": _rounded(mapping["coordinates"], decimals), "type": mapping["type"]}


def _rounded(value: object, decimals: int) -> object:
    if isinstance(value, float):
        return _round(value, decimals)
    if isinstance(value, (list, tuple)):
        return [_rounded(item, decimals) for item in value]
    return value


def _round(value: float, decimals: int) -> float | int:
    rounded = round(value, decimals) + 0.0
    return int(rounded) if rounded == int(rounded) else rounded


def _middle(line: BaseGeometry) -> Point:
    longest = max(shapely.get_parts(line), key=lambda part: part.length)
    point = longest.interpolate(0.5, normalized=True)
    return Point(point.y, point.x)
