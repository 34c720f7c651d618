"""Outlines for drawing, packed: steps from point to point as whole numbers.

A third of the bytes of GeoJSON. Wide outlines keep a fiftieth of a degree, still finer than the
ground that they lie on; narrower ones keep a thousandth.
"""

from collections.abc import Sequence
from typing import Any

from geo.model import Geometry
from layers.bounds import positions

WIDE_DEG = 10.0
_WIDE_STEPS = 50
_NARROW_STEPS = 1000
_LEAST_RING = 4
_DEPTHS = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}


def packed(geometry: Geometry) -> dict[str, Any]:
    """Return a line or an area as ``{"type", "steps", "lines"}``.

    Each line is one flat list: the first position in ``steps`` of a degree, then how far each next
    position lies from the one before. Rings too small to be seen at that scale are left out,
    unless nothing else is there.

    Examples
    --------
    >>> packed(Geometry("LineString", ((0.0, 0.0), (0.5, 0.25))))
    {'type': 'LineString', 'steps': 1000, 'lines': [0, 0, 500, 250]}
    """
    lons = [position[0] for position in positions(geometry.coordinates)]
    steps = _WIDE_STEPS if max(lons) - min(lons) > WIDE_DEG else _NARROW_STEPS
    lines = _lines(geometry.coordinates, _DEPTHS[geometry.type], steps)
    if geometry.type == "MultiPolygon":
        seen = [kept for polygon in lines if (kept := _seen(polygon))]
        lines = seen or lines
    elif geometry.type == "Polygon":
        lines = _seen(lines) or lines
    return {"type": geometry.type, "steps": steps, "lines": lines}


def _lines(coordinates: Sequence[Any], depth: int, steps: int) -> list[Any]:
    if depth:
        return [_lines(item, depth - 1, steps) for item in coordinates]
    out: list[int] = []
    before: tuple[int, int] | None = None
    for position in coordinates:
        here = (round(position[0] * steps), round(position[1] * steps))
        if here != before:
            x, y = before or (0, 0)
            out += (here[0] - x, here[1] - y)
            before = here
    return out


def _seen(polygon: list[list[int]]) -> list[list[int]]:
    """Return the rings that are still areas, or nothing where the outer one is none."""
    if len(polygon[0]) < 2 * _LEAST_RING:
        return []
    return [ring for ring in polygon if len(ring) >= 2 * _LEAST_RING]
