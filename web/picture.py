"""A small picture of a map, made without a browser: SVG from the same shapes and the same styles.

It stands in the list of maps and beside a reading that is not kept yet. Corners nearer than a step
to the one before are left out, so that a coast of a million corners becomes a few hundred.
"""

import base64
import hashlib
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import orjson

from geo.model import Geometry, Worldview
from layers import style
from layers.build import view
from layers.model import Annotation, MapDocument, Style, View
from web.basemap import basemap_bytes

WIDTH_PX, HEIGHT_PX = 320, 200
_MARGIN_PX = 14
_MOST_NORTH_DEG = 84.0
_SMALLEST_SPAN_DEG = 8.0
_SEAM_DEG = 179.89
_STEP_PX = 1.4
_SPECK_PX = 2.5
_HATCH_PX = 5
_POINT_PX = 4
_BULGE = 0.12
_WORLD = View(-170.0, -56.0, 190.0, 76.0)
_STYLE = """
.sea { fill: #e9eef2 } .land { fill: #fbfaf7; stroke: #c9cfd5; stroke-width: .6 }
.disputed { fill: none; stroke: #9aa2aa; stroke-width: .8; stroke-dasharray: 2 2 }
@media (prefers-color-scheme: dark) {
.sea { fill: #1c2126 } .land { fill: #2a3036; stroke: #444c54 } .disputed { stroke: #7c858e } }
"""
_TURNS = {"diagonal": 45, "back": -45, "cross": 45, "dots": 0}

# A picture that is opened by itself may use its own style and nothing else.
STYLE_POLICY = f"'sha256-{base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()}'"

Position = Sequence[float]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where degrees stand in the picture; longitudes are unrolled around its middle."""

    middle_lon_deg: float
    middle_lat_deg: float
    across_px: float
    down_px: float

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Return where a position stands, in pixels rounded to a half."""
        x = WIDTH_PX / 2 + (lon - self.middle_lon_deg) * self.across_px
        y = HEIGHT_PX / 2 - (lat - self.middle_lat_deg) * self.down_px
        return round(2 * x) / 2, round(2 * y) / 2

    def shift(self, ring: Sequence[Position]) -> float:
        """Return how many degrees a ring is moved so that it lies nearest to the middle."""
        lons = [position[0] for position in ring]
        middle = (min(lons) + max(lons)) / 2
        return 360.0 * round((self.middle_lon_deg - middle) / 360.0)


def picture(document: MapDocument) -> bytes:
    """Return the picture of a map; equal documents give equal bytes."""
    frame = frame_of(view(document.annotations) or _WORLD)
    styles = style.speaker_styles(document.annotations)
    marks = list(_marks(document.annotations))
    marks.sort(key=lambda mark: -_size(mark[1]))
    drawn = [_mark(frame, geometry, looks) for _, geometry, looks in _styled(marks, styles)]
    patterns = dict.fromkeys(
        (look.hatch, look.colour) for _, _, looks in _styled(marks, styles) for look in looks[:1]
    )
    worldview: Worldview = "defacto" if document.worldview == "defacto" else "un"
    body = "\n".join([*_ground(frame, worldview), *filter(None, drawn)])
    defs = "".join(_pattern(hatch, colour) for hatch, colour in patterns if hatch != "none")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH_PX} {HEIGHT_PX}" '
        f'width="{WIDTH_PX}" height="{HEIGHT_PX}"><style>{_STYLE}</style><defs>{defs}</defs>'
        f'<rect class="sea" width="{WIDTH_PX}" height="{HEIGHT_PX}"/>\n{body}\n</svg>\n'
    ).encode()


def frame_of(shown: View) -> Frame:
    """Return the frame that holds a view, its middle parallel true to scale."""
    east = shown.east_lon_deg + (360.0 if shown.east_lon_deg < shown.west_lon_deg else 0.0)
    south, north = shown.south_lat_deg, min(shown.north_lat_deg, _MOST_NORTH_DEG)
    middle_lat = (south + north) / 2
    squeeze = max(math.cos(math.radians(middle_lat)), 0.2)
    wide = max((east - shown.west_lon_deg) * squeeze, _SMALLEST_SPAN_DEG)
    high = max(north - south, _SMALLEST_SPAN_DEG)
    down = min((WIDTH_PX - 2 * _MARGIN_PX) / wide, (HEIGHT_PX - 2 * _MARGIN_PX) / high)
    return Frame((shown.west_lon_deg + east) / 2, middle_lat, down * squeeze, down)


def _ground(frame: Frame, worldview: Worldview) -> Iterator[str]:
    for feature in orjson.loads(basemap_bytes(worldview))["features"]:
        geometry = feature["geometry"]
        if geometry is None:
            continue
        if geometry["type"].endswith("Polygon"):
            path = _closed(frame, _rings(geometry["type"], geometry["coordinates"]))
            if path:
                yield f'<path class="land" d="{path}"/>'
        elif feature["properties"]["kind"] == "disputed":
            path = _open(frame, _lines(geometry["type"], geometry["coordinates"]))
            if path:
                yield f'<path class="disputed" d="{path}"/>'


def _marks(annotations: Iterable[Annotation]) -> Iterator[tuple[str, Geometry, list[Annotation]]]:
    """Yield each distinct shape once, with the annotations that it stands for."""
    shapes: dict[str, tuple[Geometry, list[Annotation]]] = {}
    for annotation in annotations:
        if annotation.geometry is not None and style.is_drawn(annotation):
            key = annotation.drawn.shape or annotation.id
            shapes.setdefault(key, (annotation.geometry, []))[1].append(annotation)
    for key, (geometry, own) in shapes.items():
        yield key, geometry, own


def _styled(
    marks: Iterable[tuple[str, Geometry, list[Annotation]]], styles: dict[str, Style]
) -> Iterator[tuple[str, Geometry, list[Style]]]:
    for key, geometry, own in marks:
        yield key, geometry, list(dict.fromkeys(style.style_of(one, styles) for one in own))


def _mark(frame: Frame, geometry: Geometry, looks: Sequence[Style]) -> str:
    look = looks[0]
    dash = f' stroke-dasharray="{look.dash}"' if look.dash else ""
    if geometry.type.endswith("Polygon"):
        rings = list(_rings(geometry.type, geometry.coordinates))
        fill = look.colour if look.hatch == "none" else f"url(#{_pattern_id(look)})"
        opacity = look.fill_opacity if look.hatch == "none" else 0.8
        inked = f'fill="{fill}" fill-opacity="{opacity}"'
        line = f'stroke="{look.colour}"{dash}'
        closed = _closed(frame, rings)
        if not any(_is_cut(before, after) for ring in rings for before, after in pairwise(ring)):
            return f'<path {inked} {line} d="{closed}"/>'
        return f'<path {inked} d="{closed}"/><path fill="none" {line} d="{_open(frame, rings)}"/>'
    if geometry.type.endswith("LineString"):
        positions = [p for line in _lines(geometry.type, geometry.coordinates) for p in line]
        return _flow(frame, positions, look, dash)
    return _point(frame, geometry.coordinates, look)


def _point(frame: Frame, point: Any, look: Style) -> str:
    x, y = frame.at(point[0] + frame.shift([point]), point[1])
    return (
        f'<circle cx="{x:g}" cy="{y:g}" r="{_POINT_PX}" fill="{look.colour}" '
        'stroke="#fff" stroke-width="1"/>'
    )


def _flow(frame: Frame, positions: Sequence[Position], look: Style, dash: str) -> str:
    """Return a curve from the first position to the last, with a head; it is no route."""
    first, last = positions[0], positions[-1]
    x1, y1 = frame.at(first[0] + frame.shift([first]), first[1])
    x2, y2 = frame.at(last[0] + frame.shift([last]), last[1])
    side = 1 if x2 >= x1 else -1
    cx = (x1 + x2) / 2 + side * (y2 - y1) * _BULGE
    cy = (y1 + y2) / 2 - side * (x2 - x1) * _BULGE
    turn = math.degrees(math.atan2(y2 - cy, x2 - cx))
    return (
        f'<path fill="none" stroke="{look.colour}" stroke-width="1.6"{dash} '
        f'd="M{x1:g} {y1:g}Q{cx:g} {cy:g} {x2:g} {y2:g}"/>'
        f'<path fill="{look.colour}" d="M0 0L-7 -3L-7 3Z" '
        f'transform="translate({x2:g} {y2:g}) rotate({turn:.0f})"/>'
    )


def _pattern_id(look: Style) -> str:
    return f"{look.hatch}-{look.colour.removeprefix('#')}"


def _pattern(hatch: str, colour: str) -> str:
    name, size = f"{hatch}-{colour.removeprefix('#')}", _HATCH_PX
    if hatch == "dots":
        ink = f'<circle cx="2" cy="2" r="1" fill="{colour}"/>'
    else:
        lines = f"M0 0V{size}M0 0H{size}" if hatch == "cross" else f"M0 0V{size}"
        ink = f'<path d="{lines}" stroke="{colour}" stroke-width="1.4"/>'
    return (
        f'<pattern id="{name}" width="{size}" height="{size}" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate({_TURNS[hatch]})">{ink}</pattern>'
    )


def _rings(kind: str, coordinates: Any) -> Iterator[Sequence[Position]]:
    for polygon in (coordinates,) if kind == "Polygon" else coordinates:
        yield from polygon


def _lines(kind: str, coordinates: Any) -> Iterator[Sequence[Position]]:
    yield from (coordinates,) if kind == "LineString" else coordinates


def _is_cut(before: Position, after: Position) -> bool:
    return abs(before[0]) > _SEAM_DEG and abs(after[0]) > _SEAM_DEG


def _closed(frame: Frame, rings: Iterable[Sequence[Position]]) -> str:
    paths = [p for ring in rings if _is_seen(p := _pixels(frame, ring))]
    large = [p for p in paths if len(p) > 2 and _extent(p) >= _SPECK_PX]
    # What is small as a whole is still there.
    kept = large or sorted(paths, key=_extent)[-1:]
    return "".join(f"M{_steps(p)}Z" for p in kept)


def _open(frame: Frame, rings: Iterable[Sequence[Position]]) -> str:
    """Return outlines without the edges along 180° that only the cutting made."""
    found = []
    for ring in rings:
        piece = [ring[0]]
        for before, after in pairwise(ring):
            if _is_cut(before, after):
                found.append((ring, piece))
                piece = []
            piece.append(after)
        found.append((ring, piece))
    paths = (_pixels(frame, piece, frame.shift(ring)) for ring, piece in found if piece)
    return "".join(f"M{_steps(p)}" for p in paths if _is_seen(p) and _extent(p) >= _SPECK_PX)


def _pixels(
    frame: Frame, ring: Sequence[Position], shift: float | None = None
) -> list[tuple[float, float]]:
    moved = frame.shift(ring) if shift is None else shift
    last = frame.at(ring[0][0] + moved, ring[0][1])
    out = [last]
    for lon, lat in ring:
        x, y = frame.at(lon + moved, lat)
        if abs(x - last[0]) + abs(y - last[1]) >= _STEP_PX:
            last = (x, y)
            out.append(last)
    return out


def _extent(pixels: Sequence[tuple[float, float]]) -> float:
    xs, ys = [x for x, _ in pixels], [y for _, y in pixels]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def _steps(pixels: Iterable[tuple[float, float]]) -> str:
    return "L".join(f"{x:g} {y:g}" for x, y in pixels)


def _is_seen(pixels: Sequence[tuple[float, float]]) -> bool:
    xs, ys = [x for x, _ in pixels], [y for _, y in pixels]
    return min(xs) < WIDTH_PX and max(xs) > 0 and min(ys) < HEIGHT_PX and max(ys) > 0


def _size(geometry: Geometry) -> float:
    if not geometry.type.endswith("Polygon"):
        return -1.0 if geometry.type.endswith("Point") else 0.0
    positions = [p for ring in _rings(geometry.type, geometry.coordinates) for p in ring]
    lats = [p[1] for p in positions]
    return max(lats) - min(lats) + len(positions) / 1e6
