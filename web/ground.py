"""The ground made ready to be drawn: outlines as path data on the Mercator square, names with room.

Projecting forty thousand positions and writing them as path data takes a browser a tenth of a
second each time a map is opened; here it is done once in a process. The square has a side of
``SIDE`` units, west and north are 0; steps from point to point are whole numbers, so that the
browser adds them up without loss and the file is half of the same as GeoJSON.
"""

import math
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import orjson

from geo.model import Worldview
from layers.model import MapDocument
from web.basemap import ground_bytes

# One unit is 0.0014 degrees of longitude, a seventh of the grid that the outlines lie on.
SIDE = 1 << 18
_NORTHERNMOST_DEG = 85.05
# Outlines cut at 180° end there or, in some sources, a tenth of a degree before.
_SEAM_DEG = 179.89
_DECIMALS = 2

_Position = Sequence[float]
_Line = Sequence[_Position]


@cache
def ground_drawing(worldview: Worldview, lang: str) -> bytes:
    """Return what the page's scripts draw the ground from, as JSON.

    ``whole`` is path data of rings that are filled and outlined; ``fills`` and ``edges`` are those
    of rings cut at 180°, whose cut is no coast; ``lines`` are borders apart from countries, each
    with the boxes it lies in; ``names`` are name, longitude, latitude, rank and width in degrees of
    each country.

    Parameters
    ----------
    worldview : {"un", "defacto"}
    lang : str
        A language that pages speak.
    """
    whole: list[str] = []
    fills: list[str] = []
    edges: list[str] = []
    lines: list[dict[str, Any]] = []
    names: list[tuple[Any, ...]] = []
    for feature in orjson.loads(ground_bytes(worldview, lang))["features"]:
        own, geometry = feature["properties"], feature["geometry"]
        polygons = _polygons(geometry)
        for ring in (ring for polygon in polygons for ring in polygon):
            runs = list(_uncut(ring))
            if len(runs) == 1 and runs[0] is ring:
                whole.append(_path(ring) + "z")
            else:
                fills.append(_path(ring) + "z")
                edges.extend(map(_path, runs))
        own_lines = _lines(geometry)
        if own_lines:
            lines.append(
                {
                    "kind": own["kind"],
                    "d": "".join(map(_path, own_lines)),
                    "boxes": [_box(line) for line in own_lines],
                }
            )
        if own["kind"] == "country" and own.get("label"):
            width = max((_width(polygon[0]) for polygon in polygons), default=0.0)
            names.append((own["name"], *own["label"], own.get("rank") or 0, width))
    return orjson.dumps(
        {
            "side": SIDE,
            "whole": "".join(whole),
            "fills": "".join(fills),
            "edges": "".join(edges),
            "lines": lines,
            "names": names,
        }
    )


def worldview_of(document: MapDocument) -> Worldview:
    """Return the view by whose borders a map is drawn."""
    return "defacto" if document.worldview == "defacto" else "un"


def _polygons(geometry: dict[str, Any] | None) -> Sequence[Sequence[_Line]]:
    if geometry is None or geometry["type"] not in {"Polygon", "MultiPolygon"}:
        return ()
    coordinates: Sequence[Any] = geometry["coordinates"]
    return [coordinates] if geometry["type"] == "Polygon" else coordinates


def _lines(geometry: dict[str, Any] | None) -> Sequence[_Line]:
    if geometry is None or geometry["type"] not in {"LineString", "MultiLineString"}:
        return ()
    coordinates: Sequence[Any] = geometry["coordinates"]
    return [coordinates] if geometry["type"] == "LineString" else coordinates


def _uncut(ring: _Line) -> Iterator[_Line]:
    """Yield the runs of a ring between the edges along 180° that only the cutting made."""
    start = 0
    for at in range(1, len(ring)):
        if _on_seam(ring[at - 1]) and _on_seam(ring[at]):
            if at - start > 1:
                yield ring[start:at]
            start = at
    if start == 0:
        yield ring
    elif len(ring) - start > 1:
        yield ring[start:]


def _on_seam(position: _Position) -> bool:
    return abs(position[0]) > _SEAM_DEG


def _path(line: _Line) -> str:
    """Return path data: the first point as it is, then the steps to each next one."""
    points = [_square(position) for position in line]
    x, y = points[0]
    written = [f"M{x} {y}l"]
    for here in points[1:]:
        if here != (x, y):
            written.append(f"{here[0] - x} {here[1] - y} ")
            x, y = here
    return "".join(written).rstrip().removesuffix("l")


def _square(position: _Position) -> tuple[int, int]:
    lat = max(-_NORTHERNMOST_DEG, min(_NORTHERNMOST_DEG, position[1]))
    sine = math.sin(math.radians(lat))
    y = 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)
    return round(SIDE * (position[0] / 360 + 0.5)), round(SIDE * y)


def _box(line: _Line) -> tuple[float, float, float, float]:
    lons, lats = [one[0] for one in line], [one[1] for one in line]
    return min(lons), min(lats), max(lons), max(lats)


def _width(line: _Line) -> float:
    west, _, east, _ = _box(line)
    return round(east - west, _DECIMALS)
