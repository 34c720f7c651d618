"""Put shapes together: unions, compass parts, border zones, circles, always fit for RFC 7946.

Shapely works here in shifted longitude, so that what crosses 180° hangs together while it is cut
and joined; every result is split at 180° again, wound by the right-hand rule, valid, and rounded to
`DECIMALS`. Shapely is imported when the first shape is put together, not before.
"""

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from geo.errors import BoundaryError
from geo.geodesy import BBox, Position, bounds, circle, wrap_lon
from geo.model import Geometry

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

DECIMALS = 4
"""Digits kept of a degree: eleven metres."""
DIRECTIONS = (
    "north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest", "central",
)  # fmt: skip
_GRID_DEG = 10**-DECIMALS
_KM_PER_DEG = 111.195
_MAINLAND_GAP_DEG = 3.0
_MAINLAND_SHARE = 0.3
_BORDER_PIECE_DEG = 1.0


def normal_direction(word: str) -> str:
    """Return a compass direction in the one spelling used here.

    Parameters
    ----------
    word : str
        ``"North-East"``, ``"northeastern"``, ``"N"``, ``"centre"``.

    Raises
    ------
    BoundaryError
        It is no direction.
    """
    form = word.casefold().replace("-", "").replace(" ", "").removesuffix("ern")
    short = {"n": "north", "s": "south", "e": "east", "w": "west"}
    if form in {"center", "centre", "middle", "mid"}:
        form = "central"
    elif form and len(form) <= 2 and set(form) <= set(short):
        form = "".join(short[letter] for letter in form)
    if form not in DIRECTIONS:
        raise BoundaryError(
            f"{word!r} is no compass direction: write one of {', '.join(DIRECTIONS)}"
        )
    return form


def positions(geometry: Geometry) -> list[Position]:
    """Return all corners of a geometry."""
    out: list[Position] = []
    stack: list[Any] = [geometry.coordinates]
    while stack:
        item = stack.pop()
        if len(item) and isinstance(item[0], (int, float)):
            out.append((item[0], item[1]))
        else:
            stack.extend(item)
    return out


def bbox(geometry: Geometry) -> BBox | None:
    """Return the box of a geometry; west > east where it crosses 180°."""
    return bounds(positions(geometry))


def union(geometries: Iterable[Geometry]) -> Geometry | None:
    """Return the area that polygons cover together, or None for none."""
    import shapely

    shapes = list(geometries)
    if not shapes:
        return None
    crossing = _crosses(shapes)
    return from_shapely(
        shapely.union_all([to_shapely(shape, crossing) for shape in shapes], grid_size=_GRID_DEG)
    )


def part(geometry: Geometry, direction: str) -> Geometry | None:
    """Return a compass part of an area: that half of its mainland, or the middle third.

    Two-word directions take both halves ("northeast" a quarter). The mainland is the largest
    polygon and all that lies within three degrees of it; farther islands and exclaves stay out
    unless they hold three tenths of the area: "western United States" does not mean Alaska.

    Parameters
    ----------
    geometry : Geometry
        Polygon or MultiPolygon.
    direction : str
        As :func:`normal_direction` takes it.
    """
    import shapely

    word = normal_direction(direction)
    mainland = _mainland(to_shapely(geometry, _crosses([geometry])))
    west, south, east, north = mainland.bounds
    mid_lon, mid_lat = (west + east) / 2, (south + north) / 2
    low_lon, low_lat, high_lon, high_lat = west, south, east, north
    if word == "central":
        low_lon, high_lon = west + (east - west) / 3, east - (east - west) / 3
        low_lat, high_lat = south + (north - south) / 3, north - (north - south) / 3
    if word.startswith("north"):
        low_lat = mid_lat
    elif word.startswith("south"):
        high_lat = mid_lat
    if word.endswith("east"):
        low_lon = mid_lon
    elif word.endswith("west"):
        high_lon = mid_lon
    return from_shapely(
        shapely.intersection(mainland, shapely.box(low_lon, low_lat, high_lon, high_lat))
    )


def border_zone(one: Geometry, other: Geometry, km: float) -> Geometry | None:
    """Return the land within a distance of the border that two areas share.

    Parameters
    ----------
    one, other : Geometry
        Polygons cut from one coverage, so that shared borders are equal.
    km : float
        To either side.

    Returns
    -------
    Geometry or None
        Inside the two areas only; None where they do not touch.
    """
    import shapely

    crossing = _crosses([one, other])
    a, b = to_shapely(one, crossing), to_shapely(other, crossing)
    # Rounding moved the two copies of a border by up to a thousandth of a degree.
    line = shapely.intersection(shapely.boundary(a), shapely.buffer(shapely.boundary(b), 2e-3))
    lines = [piece for piece in shapely.get_parts(line) if piece.length > 0]
    if not lines:
        return None
    zone = shapely.unary_union(
        [_buffer_km(piece, km) for whole in lines for piece in _pieces(whole)]
    )
    return from_shapely(shapely.intersection(zone, shapely.union(a, b)))


def edge_zone(geometry: Geometry, km: float) -> Geometry | None:
    """Return the area within a distance of an area's edge, inside and outside."""
    import shapely

    whole = to_shapely(geometry, _crosses([geometry]))
    lines = shapely.get_parts(shapely.boundary(whole))
    pieces = [_buffer_km(piece, km) for line in lines for piece in _pieces(line)]
    return from_shapely(shapely.union_all(pieces))


def without(geometry: Geometry, others: Iterable[Geometry]) -> Geometry | None:
    """Return what an area has beyond others, or None where nothing is left."""
    import shapely

    taken = list(others)
    crossing = _crosses([geometry, *taken])
    rest = to_shapely(geometry, crossing)
    for other in taken:
        rest = shapely.difference(rest, to_shapely(other, crossing))
    return from_shapely(rest)


def buffer_point(
    lon_deg: float, lat_deg: float, km: float, direction: str | None = None
) -> Geometry | None:
    """Return the area within a distance of a point, or the quarter of it that lies in a direction.

    Parameters
    ----------
    lon_deg, lat_deg : float
    km : float
        Geodesic radius.
    direction : str, optional
        Keep only what lies within 45° of this azimuth.
    """
    import shapely

    ring = circle(lon_deg, lat_deg, km)
    shape: BaseGeometry = shapely.Polygon(ring)
    if direction is not None and (word := normal_direction(direction)) != "central":
        azimuth = 45 * DIRECTIONS.index(word)
        steps = len(ring) - 1
        # The ring runs anticlockwise from north.
        turns = range(azimuth - 45, azimuth + 46, 360 // steps)
        edge = [ring[round(-turn % 360 * steps / 360) % steps] for turn in turns]
        shape = shapely.Polygon([(lon_deg, lat_deg), *edge])
    return from_shapely(shape)


def buffer_line(line: Sequence[Position], km: float) -> Geometry | None:
    """Return the area within a distance of a line, or None where the distance is 0."""
    import shapely

    box = bounds(line)
    crossing = box is not None and box[0] > box[2]
    shifted = [(lon + 360.0 if crossing and lon < 0 else lon, lat) for lon, lat in line]
    pieces = _pieces(shapely.LineString(shifted))
    return from_shapely(shapely.union_all([_buffer_km(piece, km) for piece in pieces]))


def clip(geometry: Geometry, within: Geometry) -> Geometry | None:
    """Return what two areas share, or None."""
    import shapely

    crossing = _crosses([geometry, within])
    return from_shapely(
        shapely.intersection(to_shapely(geometry, crossing), to_shapely(within, crossing))
    )


def contains(geometry: Geometry, lon_deg: float, lat_deg: float) -> bool:
    """Tell whether a point lies inside a Polygon or MultiPolygon (even-odd rule, no shapely)."""
    if geometry.type not in {"Polygon", "MultiPolygon"}:
        return False
    polygons = [geometry.coordinates] if geometry.type == "Polygon" else geometry.coordinates
    return any(
        _in_ring(rings[0], lon_deg, lat_deg)
        and not any(_in_ring(hole, lon_deg, lat_deg) for hole in rings[1:])
        for rings in polygons
    )


def label_point(geometry: Geometry) -> Position | None:
    """Return a point inside the largest polygon, far from its edges."""
    import shapely

    shape = to_shapely(geometry, _crosses([geometry]))
    largest = max(_polygons(shape), key=_area, default=None)
    if largest is None:
        return None
    west, south, east, north = largest.bounds
    tolerance = max(east - west, north - south) / 100
    line = shapely.maximum_inscribed_circle(largest, tolerance=tolerance or 0.01)
    lon, lat = line.coords[0]
    return round(wrap_lon(lon), DECIMALS), round(lat, DECIMALS)


def to_shapely(geometry: Geometry, crossing: bool = False) -> "BaseGeometry":
    """Return a geometry for shapely; `crossing` puts western longitudes past 180.

    Raises
    ------
    BoundaryError
        It cannot be an area.
    """
    import shapely
    from shapely.geometry import shape

    try:
        out = shape({"type": geometry.type, "coordinates": geometry.coordinates})
    except (ValueError, TypeError, shapely.errors.ShapelyError) as error:
        raise BoundaryError(f"a {geometry.type} cannot be used: {error}") from None
    if crossing:
        # The halves of one land meet along 180° now, which no valid MultiPolygon may do.
        halves = [_valid(part) for part in shapely.get_parts(shapely.transform(out, _shift))]
        return shapely.union_all(halves)
    return _valid(out)


def _valid(shape: "BaseGeometry") -> "BaseGeometry":
    import shapely

    return shape if shape.is_valid else shapely.make_valid(shape)


def from_shapely(shape: "BaseGeometry") -> Geometry | None:
    """Return an area in shifted longitude as a geometry of RFC 7946, or None when it is empty."""
    import shapely

    whole = shapely.union_all(_wrapped(shape)) if _outside(shape) else shape
    polygons = _polygons(shapely.set_precision(whole, _GRID_DEG))
    if not polygons:
        return None
    coordinates = sorted(
        (
            tuple(_ring(ring.coords) for ring in (polygon.exterior, *polygon.interiors))
            for polygon in map(shapely.orient_polygons, polygons)
        ),
        key=lambda rings: (-len(rings[0]), rings[0]),
    )
    if len(coordinates) == 1:
        return Geometry("Polygon", coordinates[0])
    return Geometry("MultiPolygon", tuple(coordinates))


def _polygons(shape: "BaseGeometry") -> list[Any]:
    """Return the polygons of whatever an operation left: lines and points have no area."""
    import shapely

    parts = shapely.get_parts(shapely.get_parts(shape))
    return [part for part in parts if part.geom_type == "Polygon" and not part.is_empty]


def _ring(coords: Iterable[Sequence[float]]) -> tuple[Position, ...]:
    return tuple((round(x, DECIMALS) + 0.0, round(y, DECIMALS) + 0.0) for x, y, *_z in coords)


def _crosses(geometries: Sequence[Geometry]) -> bool:
    box = bounds(position for geometry in geometries for position in positions(geometry))
    return box is not None and box[0] > box[2]


def _shift(coordinates: Any) -> Any:
    shifted = coordinates.copy()
    shifted[shifted[:, 0] < 0, 0] += 360.0
    return shifted


def _outside(shape: "BaseGeometry") -> bool:
    west, _south, east, _north = shape.bounds
    return west < -180.0 or east > 180.0


def _wrapped(shape: "BaseGeometry") -> list["BaseGeometry"]:
    """Cut at 180° and bring every piece home."""
    import shapely
    from shapely.affinity import translate

    pieces = []
    for turn in (-1, 0, 1):
        window = shapely.box(-180.0 + 360.0 * turn, -90.0, 180.0 + 360.0 * turn, 90.0)
        piece = shapely.intersection(shape, window)
        if not piece.is_empty:
            pieces.append(translate(piece, xoff=-360.0 * turn))
    return pieces


def _mainland(shape: "BaseGeometry") -> "BaseGeometry":
    """Return the largest polygon with its neighbours, or all where others weigh as much."""
    import shapely

    polygons = sorted(_polygons(shape), key=_area)
    if len(polygons) < 2:
        return shape
    kept = [polygons.pop()]
    rest = polygons
    total = sum(map(_area, [*kept, *rest]))
    while True:
        boxes = [polygon.bounds for polygon in kept]
        near = [
            polygon
            for polygon in rest
            if any(_gap_deg(polygon.bounds, box) <= _MAINLAND_GAP_DEG for box in boxes)
        ]
        if not near:
            break
        kept += near
        rest = [polygon for polygon in rest if polygon not in near]
    if sum(map(_area, rest)) >= _MAINLAND_SHARE * total:
        return shape
    return shapely.MultiPolygon(kept)


def _gap_deg(one: Sequence[float], other: Sequence[float]) -> float:
    lat = math.radians((one[1] + one[3]) / 2)
    dx = max(0.0, one[0] - other[2], other[0] - one[2]) * math.cos(lat)
    dy = max(0.0, one[1] - other[3], other[1] - one[3])
    return math.hypot(dx, dy)


def _area(shape: Any) -> float:
    """Return an area in square degrees of latitude, narrowed by the cosine of its latitude."""
    _west, south, _east, north = shape.bounds
    return float(shape.area * math.cos(math.radians((south + north) / 2)))


def _pieces(line: Any) -> list[Any]:
    """Cut a line into pieces short enough for one scale of longitude."""
    from shapely.ops import substring

    count = max(1, math.ceil(line.length / _BORDER_PIECE_DEG))
    step = line.length / count
    return [substring(line, at * step, (at + 1) * step) for at in range(count)]


def _buffer_km(line: Any, km: float) -> "BaseGeometry":
    """Buffer a short line in a plane that keeps its latitude's scale."""
    import shapely
    from shapely.affinity import affine_transform

    _west, south, _east, north = line.bounds
    scale = math.cos(math.radians(min(89.0, abs(south + north) / 2)))
    flat = affine_transform(line, [scale, 0, 0, 1, 0, 0])
    wide = shapely.buffer(flat, km / _KM_PER_DEG, quad_segs=8)
    back: BaseGeometry = affine_transform(wide, [1 / scale, 0, 0, 1, 0, 0])
    return back


def _in_ring(ring: Sequence[Sequence[float]], lon: float, lat: float) -> bool:
    inside = False
    x1, y1 = ring[-1][0], ring[-1][1]
    for x2, y2, *_z in ring:
        if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
            inside = not inside
        x1, y1 = x2, y2
    return inside
