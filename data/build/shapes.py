"""Geometry of the boundary files: simplify as one coverage, dissolve, orient, label, measure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from data.build.records import Point

GRID_DEG = 0.001
ISLET_DEG2 = 0.0004
SLIVER_DEG2 = 0.0002
HALF_TURN_DEG = 180.0
SOURCE_CUT_DEG = 179.8999


def drop_islets(shape: BaseGeometry, smallest_deg2: float) -> BaseGeometry:
    """Leave out parts smaller than a threshold; the largest part always stays."""
    parts = sorted(shapely.get_parts(_polygons(shape)), key=lambda part: -part.area)
    kept = [part for part in parts if part.area >= smallest_deg2] or parts[:1]
    return shapely.multipolygons(kept) if kept else shape


def reach_antimeridian(shape: BaseGeometry) -> BaseGeometry:
    """Draw the cut of the source at ±179.9° out to ±180°, so that no slit is left there."""

    def pull(xy: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
        cut = np.abs(xy[:, 0]) >= SOURCE_CUT_DEG
        xy[cut, 0] = np.copysign(HALF_TURN_DEG, xy[cut, 0])
        return xy

    return shapely.transform(shape, pull)


def simplify_together(shapes: Sequence[BaseGeometry], tolerance_deg: float) -> list[BaseGeometry]:
    """Simplify polygons so that borders they share stay shared, and round to the grid.

    Follows Visvalingam and Whyatt (1993) on the edges of the coverage.
    """
    simplified = shapely.coverage_simplify(np.array(shapes, dtype=object), tolerance_deg)
    return [on_grid(shape) for shape in simplified]


def on_grid(shape: BaseGeometry, decimals: int = 3) -> BaseGeometry:
    """Round to a number of decimals; a polygon that thereby crosses itself is repaired."""
    rounded = shapely.transform(shape, lambda xy: np.round(xy, decimals) + 0.0)
    if not shapely.is_valid(rounded):
        rounded = shapely.set_precision(shape, 10.0**-decimals)
        if not shapely.is_valid(rounded):
            rounded = shapely.make_valid(rounded, method="structure")
        rounded = shapely.transform(rounded, lambda xy: np.round(xy, decimals) + 0.0)
    return _polygons(rounded)


def dissolve(shapes: Sequence[BaseGeometry]) -> BaseGeometry:
    """Unite polygons that share borders, without the slivers rounding leaves between them."""
    united = _polygons(shapely.union_all(list(shapes), grid_size=GRID_DEG))
    parts = []
    for part in shapely.get_parts(united):
        holes = [ring for ring in part.interiors if shapely.Polygon(ring).area > SLIVER_DEG2]
        parts.append(shapely.Polygon(part.exterior, holes))
    rounded: BaseGeometry = shapely.transform(
        shapely.multipolygons(parts), lambda xy: np.round(xy, 3) + 0.0
    )
    return rounded


def divide(
    shape: BaseGeometry, sites: Sequence[tuple[str, float, float]]
) -> list[tuple[str, BaseGeometry]]:
    """Divide a shape among codes: each spot goes to the code of the nearest site.

    Nearness is measured in degrees with longitudes narrowed to the shape's middle latitude.
    """
    _, south, _, north = shape.bounds
    narrow = float(np.cos(np.radians((south + north) / 2)))
    unique = {(round(x * narrow, 5), round(y, 5)): code for code, x, y in sorted(sites)}
    points = shapely.multipoints(list(unique))
    cells = shapely.get_parts(
        shapely.voronoi_polygons(
            points, extend_to=shapely.transform(shape, lambda xy: xy * [narrow, 1]), ordered=True
        )
    )
    by_code = group(zip(unique.values(), cells, strict=True))
    divided = []
    for code, parts in by_code.items():
        cell = shapely.transform(shapely.union_all(parts), lambda xy: xy / [narrow, 1])
        part = _polygons(shapely.intersection(shape, cell, grid_size=GRID_DEG))
        if part.area > 0:
            divided.append((code, part))
    return divided


def group(pairs: Iterable[tuple[str, BaseGeometry]]) -> dict[str, list[BaseGeometry]]:
    """Collect shapes by key, keys sorted."""
    grouped: dict[str, list[BaseGeometry]] = defaultdict(list)
    for key, shape in pairs:
        grouped[key].append(shape)
    return {key: grouped[key] for key in sorted(grouped)}


def oriented(shape: BaseGeometry) -> BaseGeometry:
    """Turn rings as RFC 7946 §3.1.6 wants, exterior counter-clockwise; parts in a fixed order."""
    parts = [
        shapely.normalize(part) for part in shapely.get_parts(_polygons(shape)) if part.area > 0
    ]
    parts.sort(key=lambda part: (-part.area, part.wkt))
    turned = [shapely.orient_polygons(part) for part in parts]
    whole: BaseGeometry = turned[0] if len(turned) == 1 else shapely.multipolygons(turned)
    return whole


def label_point(shape: BaseGeometry) -> Point:
    """Centroid of the largest part, or the centre of its largest circle where that lies outside.

    Readers look for California in the middle of the state, not in the widest part of its desert.
    """
    largest = max(shapely.get_parts(_polygons(shape)), key=lambda part: part.area)
    middle = largest.centroid
    x, y = round(middle.x, 3), round(middle.y, 3)
    if largest.contains(shapely.Point(x, y)):
        return Point(y, x)
    west, south, east, north = largest.bounds
    tolerance = max(east - west, north - south) / 100
    centre = shapely.get_point(
        shapely.maximum_inscribed_circle(largest, max(tolerance, GRID_DEG)), 0
    )
    x, y = round(centre.x, 3), round(centre.y, 3)
    if not largest.contains(shapely.Point(x, y)):
        centre = largest.representative_point()
        x, y = centre.x, centre.y
    return Point(y, x)


def bbox(shape: BaseGeometry) -> list[float]:
    """West, south, east, north in degrees; west > east where the box crosses 180° (RFC 7946 §5.2).

    The box leaves out the widest gap between the parts on the circle of longitudes.
    """
    _, south, _, north = shape.bounds
    spans = sorted((part.bounds[0], part.bounds[2]) for part in shapely.get_parts(shape))
    west, east = spans[0][0], max(span[1] for span in spans)
    gap = west + 2 * HALF_TURN_DEG - east
    reach = spans[0][1]
    for start, end in spans[1:]:
        if start - reach > gap:
            gap, west, east = start - reach, start, reach
        reach = max(reach, end)
    return [round(value, 3) for value in (west, south, east, north)]


def shared_line(first: BaseGeometry, second: BaseGeometry) -> BaseGeometry | None:
    """Border two neighbours share, as lines; ``None`` when they do not touch along one."""
    common = shapely.line_merge(
        shapely.union_all(
            [
                part
                for part in shapely.get_parts(
                    shapely.intersection(first.boundary, second.boundary, grid_size=GRID_DEG)
                )
                if part.geom_type in {"LineString", "MultiLineString"}
            ]
        )
    )
    return None if common.is_empty else common


def buffered_line(coordinates: Sequence[tuple[float, float]], width_deg: float) -> BaseGeometry:
    """Band along a line: how rivers and thin things become areas."""
    band: BaseGeometry = shapely.LineString(coordinates).buffer(width_deg, quad_segs=3)
    return band


def union_of(codes: Iterable[str], shapes: Mapping[str, BaseGeometry]) -> BaseGeometry | None:
    """Unite the shapes of codes; ``None`` when none of them has a shape."""
    members = [shapes[code] for code in codes if code in shapes]
    return dissolve(members) if members else None


def _polygons(shape: BaseGeometry) -> BaseGeometry:
    """Keep only the polygons of whatever a repair has left."""
    parts = []
    for part in shapely.get_parts(shape):
        if part.geom_type == "Polygon" and part.area > 0:
            parts.append(part)
        elif part.geom_type in {"MultiPolygon", "GeometryCollection"}:
            parts.extend(shapely.get_parts(_polygons(part)))
    whole: BaseGeometry = shapely.multipolygons(parts)
    return whole
