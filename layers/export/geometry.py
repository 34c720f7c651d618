"""A geometry as the JSON of GeoJSON: two numbers a position, five decimals, nothing off the globe.

Outlines are kept with no more decimals than that, so the text that a fast writer makes of them is
as a rule the answer. It is searched for what may not stand there, and only where something is
found, each number is rounded.
"""

import re
from collections.abc import Sequence
from typing import Any

import orjson

from geo.model import Geometry
from layers.bounds import Extent, extent, positions
from layers.errors import ExportError

DECIMALS = 5
"""Digits kept of a degree: about a metre."""
_TO_ROUND = re.compile(rb"\.\d{6}|-0\.0[,\]]")


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
