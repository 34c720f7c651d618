"""Bounding boxes on a round world.

A box is (west, south, east, north) in degrees; west > east means that it crosses 180° (RFC 7946
§5.2). The longitudes of several shapes are joined on the circle: the widest gap between them is
what the box leaves out.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from geo.model import Geometry

Box = tuple[float, float, float, float]
_MULTIPLE = frozenset({"MultiPolygon", "MultiLineString"})


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


class Extent(NamedTuple):
    """How far a geometry reaches: one span of longitude for each simple shape in it."""

    lons: tuple[tuple[float, float], ...]
    south: float
    north: float


def extent(geometry: Geometry) -> Extent:
    """Return how far a geometry reaches; without any position it has no spans."""
    if geometry.type == "Point" and geometry.coordinates:
        lon, lat, *_ = geometry.coordinates
        return Extent(((float(lon), float(lon)),), float(lat), float(lat))
    simple = geometry.coordinates if geometry.type in _MULTIPLE else (geometry.coordinates,)
    spans, south, north = [], 90.0, -90.0
    for coordinates in simple:
        points = positions(coordinates)
        if points:
            lons, lats, *_ = zip(*points, strict=False)
            spans.append((float(min(lons)), float(max(lons))))
            south = min(south, float(min(lats)))
            north = max(north, float(max(lats)))
    return Extent(tuple(spans), south, north)


def box_of(extents: Iterable[Extent]) -> Box | None:
    """Return the smallest box that holds all that reach so far, or None where nothing does."""
    known = [one for one in extents if one.lons]
    if not known:
        return None
    west, east = _round_the_circle(sorted(span for one in known for span in one.lons))
    return west, min(one.south for one in known), east, max(one.north for one in known)


def bounds(geometries: Iterable[Geometry]) -> Box | None:
    """Return the smallest box that holds all geometries, or None where there is none.

    Examples
    --------
    >>> bounds([Geometry("Point", (179.0, 1.0)), Geometry("Point", (-179.0, 2.0))])
    (179.0, 1.0, -179.0, 2.0)
    >>> bounds([]) is None
    True
    """
    # Many claims share one outline: each is walked once.
    return box_of(map(extent, {id(one): one for one in geometries}.values()))


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
