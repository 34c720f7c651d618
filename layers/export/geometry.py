"""A geometry as the JSON of GeoJSON: two numbers a position, five decimals, nothing off the globe.

Outlines are kept with no more decimals than that, so the text that a fast writer makes of them is
as a rule the answer. It is searched for what may not stand there, and only where something is
found, each number is rounded.
"""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import orjson

from geo.model import Geometry
from layers.bounds import Box, Extent, box_of, extent, positions
from layers.errors import ExportError

DECIMALS = 5
"""Digits kept of a degree: about a metre."""
_AREAS = frozenset({"Polygon", "MultiPolygon"})
_MOST_KEPT = 512
_TO_ROUND = re.compile(rb"\.\d{6}|-0\.0[,\]]")


class Written(NamedTuple):
    """A geometry as it stands in a Feature.

    Parameters
    ----------
    text : bytes
        JSON, keys sorted.
    reach : Extent
    box : tuple of float or None
        What the Feature's ``bbox`` says: a point needs none.
    """

    text: bytes
    reach: Extent
    box: Box | None


# Reports name the same countries, whose outlines the boundaries hand out as one and the same
# object. What is kept holds on to it, so that its number stays its own.
_OUTLINES: dict[int, tuple[Geometry, Written]] = {}


def write(geometry: Geometry) -> Written:
    """Return a geometry as text with its box; an area is walked and written only the first time.

    Raises
    ------
    ExportError
        A coordinate is not finite, or lies outside ±180, ±90.
    """
    known = _OUTLINES.get(id(geometry))
    if known is not None:
        return known[1]
    reach = extent(geometry)
    box = None if geometry.type == "Point" else box_of((reach,))
    written = Written(geometry_text(geometry, reach), reach, rounded(box) if box else None)
    if geometry.type in _AREAS:
        if len(_OUTLINES) >= _MOST_KEPT:
            _OUTLINES.clear()
        _OUTLINES[id(geometry)] = geometry, written
    return written


def rounded(box: Box) -> Box:
    """Return a box with the decimals that positions have."""
    west, south, east, north = (round(side, DECIMALS) + 0.0 for side in box)
    return west, south, east, north


def geometry_text(geometry: Geometry, reach: Extent | None = None) -> bytes:
    """Return a geometry as JSON text, keys sorted.

    Parameters
    ----------
    geometry : Geometry
    reach : Extent, optional
        How far it reaches, where that is known.

    Raises
    ------
    ExportError
        A coordinate is not finite, or lies outside ±180, ±90.

    Examples
    --------
    >>> geometry_text(Geometry("Point", (-0.0000001, 51.1234567)))
    b'{"coordinates":[0.0,51.12346],"type":"Point"}'
    """
    points = positions(geometry.coordinates)
    text = orjson.dumps(geometry.coordinates)
    if b"null" in text or not _is_on_globe(reach or extent(geometry)):
        raise ExportError(_off_globe(points))
    if (
        text.count(b".") != 2 * len(points)
        or b"e" in text
        or _TO_ROUND.search(text) is not None
        or any(size != 2 for size in set(map(len, points)))
    ):
        text = orjson.dumps(_rounded(geometry.coordinates))
    return b'{"coordinates":%b,"type":"%b"}' % (text, geometry.type.encode())


def geometry_object(geometry: Geometry | None) -> dict[str, Any] | None:
    """Return a geometry as the object of :func:`geometry_text`, None for none.

    Raises
    ------
    ExportError
        A coordinate is not finite, or lies outside ±180, ±90.
    """
    if geometry is None:
        return None
    found: dict[str, Any] = orjson.loads(geometry_text(geometry))
    return found


def _is_on_globe(reach: Extent) -> bool:
    sides = [side for span in reach.lons for side in span] or [0.0]
    lons = min(sides) >= -180.0 and max(sides) <= 180.0
    return lons and (not reach.lons or (reach.south >= -90.0 and reach.north <= 90.0))


def _off_globe(points: Sequence[Sequence[float]]) -> str:
    """Say which position is none; what is no number at all lies nowhere."""
    lon, lat = next(
        (lon, lat)
        for lon, lat, *_ in points
        if not (-180.0 <= lon <= 180.0 and -90.0 <= lat <= 90.0)
    )
    return f"position {lon!r}, {lat!r} is no longitude and latitude in degrees"


def _rounded(coordinates: Sequence[Any]) -> list[Any]:
    if coordinates and isinstance(coordinates[0], (int, float)):
        lon, lat = float(coordinates[0]), float(coordinates[1])
        return [round(lon, DECIMALS) + 0.0, round(lat, DECIMALS) + 0.0]
    return [_rounded(item) for item in coordinates]
