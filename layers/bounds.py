"""Bounding boxes on a round world.

A box is (west, south, east, north) in degrees; west > east means that it crosses 180° (RFC 7946
§5.2). The longitudes of several shapes are joined on the circle: the widest gap between them is
what the box leaves out.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from geo.model import Geometry

Box = tuple[float, float, float, float]


def positions(coordinates: Sequence[Any]) -> Sequence[Sequence[float]]:
    """Return every (lon, lat) of nested coordinates."""
    if not coordinates:
        return ()
    first = coordinates[0]
    if isinstance(first, (int, float)):
        return (coordinates,)
    if first and isinstance(first[0], (int, float)):
        return coordinates
    return [position for item in coordinates for position in positions(item)]


def parts(geometry: Geometry) -> Sequence[Geometry]:
    """Return the simple shapes a multi-geometry is made of."""
    if geometry.type == "MultiPolygon":
        return tuple(Geometry("Polygon", ring) for ring in geometry.coordinates)
    if geometry.type == "MultiLineString":
        return tuple(Geometry("LineString", line) for line in geometry.coordinates)
    return (geometry,)


def bounds(geometries: Iterable[Geometry]) -> Box | None:
    """Return the smallest box that holds all geometries, or None where there is none.

    Examples
    --------
    >>> bounds([Geometry("Point", (179.0, 1.0)), Geometry("Point", (-179.0, 2.0))])
    (179.0, 1.0, -179.0, 2.0)
    >>> bounds([]) is None
    True
    """
    spans: list[tuple[float, float]] = []
    south, north = 90.0, -90.0
    # Many claims share one outline: each is walked once.
    for geometry in {id(geometry): geometry for geometry in geometries}.values():
        for part in parts(geometry):
            points = positions(part.coordinates)
            if not points:
                continue
            lons = [float(point[0]) for point in points]
            lats = [float(point[1]) for point in points]
            spans.append((min(lons), max(lons)))
            south = min(south, *lats)
            north = max(north, *lats)
    if not spans:
        return None
    west, east = _round_the_circle(sorted(spans))
    return west, south, east, north


def intersects(box: Box, other: Box) -> bool:
    """Say whether two boxes share a point, either of them perhaps crossing 180°."""
    if box[1] > other[3] or other[1] > box[3]:
        return False
    return any(
        west <= other_east and other_west <= east
        for west, east in _unrolled(box)
        for other_west, other_east in _unrolled(other)
    )


def _unrolled(box: Box) -> tuple[tuple[float, float], ...]:
    west, _, east, _ = box
    return ((west, east),) if west <= east else ((west, 180.0), (-180.0, east))


def _round_the_circle(spans: list[tuple[float, float]]) -> tuple[float, float]:
    merged = [spans[0]]
    for west, east in spans[1:]:
        if west <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], east)
        else:
            merged.append((west, east))
    gap = merged[0][0] + 360.0 - merged[-1][1]
    best = merged[0][0], merged[-1][1]
    for (_, east), (west, _) in pairwise(merged):
        if west - east > gap:
            gap, best = west - east, (west, east)
    return best
