"""Outlines by boundary id, each read by one seek; compositions, parts and border zones of them.

``data/boundaries/index.tsv`` says where in which file each outline lies. Disputed territory follows
the worldview: the UN's (A/RES/68/262, A/RES/ES-11/4) by default, de facto control as a choice. Ids
are ISO 3166-1 alpha-2 for countries ("RU"), GeoNames codes for divisions ("RU.41"), gazetteer ids
for curated regions ("dl:donbas"), ``line:…`` for disputed borders, and two countries ("RU+UA") for
the land along the border that they share.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from geo import shapes
from geo.data import data_path
from geo.errors import BoundaryError
from geo.geodesy import BBox, Position, overlap
from geo.model import Geometry, Worldview

INDEX = "index.tsv"
WORLDVIEWS: tuple[Worldview, ...] = ("un", "defacto")
BORDER_ZONE_KM = 50.0
_COLUMNS = ("file", "id", "worldview", "offset", "length")
_RELEASED = (("Natural Earth 4.1.0", "2018-05"),)
_KEPT = 256


@dataclass(frozen=True, slots=True)
class _Slice:
    """Where in which file an outline lies."""

    file: Path
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Outline:
    """An outline with what its file says of it.

    Parameters
    ----------
    geometry : Geometry
        Polygon or MultiPolygon; lines for rivers and disputed borders.
    name : str
    bbox : (west, south, east, north)
        Degrees; west > east across 180°.
    label : (lon, lat)
        A point inside its largest part.
    source : str
        Who drew it, by which release.
    note : str
        What a disputed line divides, or how a region is made up; may be empty.
    """

    geometry: Geometry
    name: str
    bbox: BBox
    label: Position
    source: str
    note: str


class Boundaries:
    """The outlines of a worldview.

    Made by :meth:`open`. Reading is safe from several threads.
    """

    def __init__(self, folder: Path, worldview: Worldview, imports: Iterable[Path] = ()) -> None:
        if worldview not in WORLDVIEWS:
            raise BoundaryError(
                f"{worldview!r} is no worldview: choose {' or '.join(map(repr, WORLDVIEWS))}"
            )
        self.worldview: Worldview = worldview
        self._slices = _read_index(folder, worldview)
        self._dates: dict[str, str] = {}
        self._imported: set[str] = set()
        self._has_zones: bool | None = None
        for one in imports:
            self._slices |= (added := _read_index(one, worldview))
            self._imported |= added.keys()
            date = _date_of(one)
            self._dates |= dict.fromkeys(added, date) if date else {}
        self._outlines: dict[str, Outline] = {}
        self._kept: dict[tuple[str, ...], Geometry | None] = {}

    @classmethod
    def open(
        cls,
        worldview: Worldview = "un",
        folder: Path | None = None,
        data_dir: Path | None = None,
    ) -> "Boundaries":
        """Open the outlines.

        Parameters
        ----------
        worldview : {"un", "defacto"}
        folder : Path, optional
            With ``index.tsv``; the package's own by default.
        data_dir : Path, optional
            Where the world index lies: outlines that the user imported are read from there.

        Raises
        ------
        BoundaryError
            The worldview is unknown, or the index damaged.
        GazetteerError
            The data is not installed.
        """
        home = data_dir / "gazetteer" / "imports" if data_dir is not None else None
        imports = sorted(index.parent for index in home.glob(f"*/{INDEX}")) if home else []
        return cls(folder or data_path("boundaries"), worldview, imports)

    def __contains__(self, boundary_id: str) -> bool:
        return boundary_id in self._slices

    def ids(self) -> tuple[str, ...]:
        """Return all boundary ids, sorted."""
        return tuple(sorted(self._slices))

    def outline(self, boundary_id: str) -> Outline | None:
        """Return an outline with what is known of it, or None where there is none of this id.

        Raises
        ------
        BoundaryError
            The file does not hold at that place what the index says.
        """
        where = self._slices.get(boundary_id)
        if where is None:
            return None
        known = self._outlines.get(boundary_id)
        if known is None:
            if len(self._outlines) >= _KEPT:
                self._outlines = {}
            self._outlines[boundary_id] = known = self._read(boundary_id, where)
        return known

    def geometry(self, boundary_id: str) -> Geometry | None:
        """Return an outline's geometry, or None."""
        outline = self.outline(boundary_id)
        return outline.geometry if outline else None

    def label(self, boundary_id: str) -> Position | None:
        """Return a point inside the largest part of an outline, or None."""
        outline = self.outline(boundary_id)
        return outline.label if outline else None

    def bbox(self, boundary_id: str) -> BBox | None:
        """Return west, south, east, north of an outline, west > east across 180°; or None."""
        outline = self.outline(boundary_id)
        return outline.bbox if outline else None

    def source(self, boundary_id: str) -> str | None:
        """Return who drew an outline, or None."""
        outline = self.outline(boundary_id)
        return outline.source if outline else None

    def as_of(self, boundary_id: str) -> str | None:
        """Return when the source of an outline was released, year and month, or None."""
        if boundary_id in self._dates:
            return self._dates[boundary_id]
        outline = self.outline(boundary_id)
        if outline is None:
            return None
        return next((date for name, date in _RELEASED if outline.source.startswith(name)), None)

    def disputed(self) -> tuple[str, ...]:
        """Return the ids of the lines that some party does not accept as a border."""
        return tuple(one for one in self.ids() if one.startswith("line:"))

    def union(self, boundary_ids: Iterable[str]) -> Geometry | None:
        """Return the area of several outlines together, or None where none of them is known."""
        known = tuple(sorted({one for one in boundary_ids if one in self._slices}))
        if not known:
            return None
        if len(known) == 1:
            return self.geometry(known[0])
        parts = (self.geometry(one) for one in known)
        return self._once(
            ("union", *known), lambda: shapes.union(part for part in parts if part is not None)
        )

    def compose(
        self, composition: str | None, uncertainty_km: float | None = None
    ) -> Geometry | None:
        """Return the area of a curated region.

        Parameters
        ----------
        composition : str or None
            ``union:RU.05 RU.11``, ``polygon:lon lat,lon lat,…``, ``line:lon lat,…``,
            ``piece:golan`` or ``none``, as in ``data/curated/regions.csv``.
        uncertainty_km : float, optional
            How far to either side of a line its area reaches; without it a line has none.

        Raises
        ------
        BoundaryError
            It is written otherwise.
        """
        kind, _colon, rest = (composition or "none").partition(":")
        if kind == "none":
            return None
        if kind == "union":
            return self.union(rest.split())
        if kind == "polygon":
            return self._once(("polygon", rest), lambda: _polygon(rest))
        if kind == "piece":
            return self.geometry(rest)
        if kind == "line":
            km = uncertainty_km or 0.0
            return self._once(
                ("line", rest, str(km)), lambda: shapes.buffer_line(_positions(rest, 2), km)
            )
        raise BoundaryError(
            f"the composition {composition!r} is none of union, polygon, line, piece and none"
        )

    def part(self, boundary_id: str, direction: str) -> Geometry | None:
        """Return a compass part of an outline, as :func:`geo.shapes.part` cuts it."""
        whole = self.geometry(boundary_id)
        if whole is None:
            return None
        word = shapes.normal_direction(direction)
        return self._once(("part", boundary_id, word), lambda: shapes.part(whole, word))

    def border_zone(
        self, boundary_id: str, other_id: str, km: float = BORDER_ZONE_KM
    ) -> Geometry | None:
        """Return the land on either side of a shared border, or None where there is none."""
        if km == BORDER_ZONE_KM and self._is_prepared(boundary_id, other_id):
            return self.geometry(zone_id(boundary_id, other_id))
        one, other = self.geometry(boundary_id), self.geometry(other_id)
        if one is None or other is None:
            return None
        return self._once(
            ("zone", zone_id(boundary_id, other_id), str(km)),
            lambda: shapes.border_zone(one, other, km),
        )

    def border_label(self, boundary_id: str, other_id: str) -> Position | None:
        """Return a point inside the border zone, where one is written down; or None."""
        if not self._is_prepared(boundary_id, other_id):
            return None
        return self.label(zone_id(boundary_id, other_id))

    def _is_prepared(self, *boundary_ids: str) -> bool:
        """Say whether these are countries whose zones lie beside them in the same folder."""
        if self._has_zones is None:
            self._has_zones = any("+" in one for one in self._slices)
        own = (len(one) == 2 and one not in self._imported for one in boundary_ids)
        return self._has_zones and all(own)

    def edge_zone(
        self, boundary_id: str, km: float = BORDER_ZONE_KM, *, sea: bool = False
    ) -> Geometry | None:
        """Return the land along all borders of an outline, or the sea along its coast.

        Parameters
        ----------
        boundary_id : str
        km : float
            How far the zone reaches from the outline.
        sea : bool
            The sea instead of the land: what is no country's outline.

        Returns
        -------
        Geometry or None
            None where the outline is unknown, or has no such neighbour.
        """
        whole = self.geometry(boundary_id)
        if whole is None:
            return None
        key = ("edge", boundary_id, str(km), str(sea))
        return self._once(key, lambda: self._edge_zone(boundary_id, whole, km, sea))

    def _edge_zone(
        self, boundary_id: str, whole: Geometry, km: float, sea: bool
    ) -> Geometry | None:
        zone = shapes.edge_zone(whole, km)
        box = shapes.bbox(zone) if zone is not None else None
        if zone is None or box is None:
            return None
        countries = [one for one in self.ids() if len(one) == 2]
        near = [
            (one, outline.geometry)
            for one in countries
            if (outline := self.outline(one)) is not None and overlap(outline.bbox, box)
        ]
        if sea:
            return shapes.without(zone, [shape for _one, shape in near])
        if boundary_id not in countries:
            return zone
        zones = (
            self.border_zone(boundary_id, one, km) for one, _shape in near if one != boundary_id
        )
        return shapes.union(zone for zone in zones if zone is not None)

    def buffer(
        self, lon_deg: float, lat_deg: float, km: float, direction: str | None = None
    ) -> Geometry | None:
        """Return the area within a geodesic distance of a point, as `shapes.buffer_point`."""
        return shapes.buffer_point(lon_deg, lat_deg, km, direction)

    def _once(self, key: tuple[str, ...], make: Callable[[], Geometry | None]) -> Geometry | None:
        """Return what was made before, or make it."""
        if key not in self._kept:
            if len(self._kept) >= _KEPT:
                self._kept = {}
            self._kept[key] = make()
        return self._kept[key]

    def _read(self, boundary_id: str, where: _Slice) -> Outline:
        path = where.file
        try:
            with path.open("rb") as stream:
                stream.seek(where.offset)
                # A corner on a whole degree is written without a point, and is no integer.
                feature = json.loads(stream.read(where.length), parse_int=float)
            facts, shape = feature["properties"], feature["geometry"]
            if facts["id"] != boundary_id:
                raise BoundaryError(f"{path} holds {facts['id']!r} where {boundary_id} should be")
            west, south, east, north = map(float, facts["bbox"])
            lon, lat = map(float, facts["label"])
            return Outline(
                geometry=Geometry(shape["type"], shape["coordinates"]),
                name=facts["name"],
                bbox=(west, south, east, north),
                label=(lon, lat),
                source=facts["source"],
                note=facts.get("note", ""),
            )
        except OSError as error:
            raise BoundaryError(f"{path} cannot be read: {error}") from error
        except (ValueError, KeyError, TypeError) as error:
            if isinstance(error, BoundaryError):
                raise
            raise BoundaryError(
                f"{path} is damaged at byte {where.offset}: no outline of {boundary_id}"
            ) from error


def zone_id(one: str, other: str) -> str:
    """Return under which id the land along the border of two countries is kept: "RU+UA"."""
    return "+".join(sorted((one, other)))


def _positions(text: str, least: int) -> list[Position]:
    """Return the corners that a composition lists."""
    try:
        out = [(float(lon), float(lat)) for lon, lat in map(str.split, text.split(","))]
    except ValueError:
        raise BoundaryError(f"{text[:60]!r} is no list of lon lat, lon lat") from None
    if len(out) < least:
        raise BoundaryError(f"{text[:60]!r} has {len(out)} corners, at least {least} are needed")
    return out


def _polygon(text: str) -> Geometry:
    """Return the polygon of a curated region, closed and wound by the right-hand rule."""
    ring = _positions(text, 3)
    if ring[0] != ring[-1]:
        ring.append(ring[0])
    area = shapes.union([Geometry("Polygon", (tuple(ring),))])
    if area is None:
        raise BoundaryError(f"the polygon {text[:60]!r} has no area")
    return area


def _date_of(folder: Path) -> str | None:
    """Return the date of an import."""
    path = folder / "about.json"
    try:
        date = json.loads(path.read_text("utf-8"))["as_of"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BoundaryError(f"{path} is damaged: import it again ({error})") from error
    return None if date is None else str(date)


def _read_index(folder: Path, worldview: Worldview) -> dict[str, _Slice]:
    """Return where the outlines of a worldview lie: those that all share, and its own."""
    path = folder / INDEX
    try:
        header, *lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise BoundaryError(f"{path} cannot be read: {error}") from error
    if tuple(header.split("\t")) != _COLUMNS:
        raise BoundaryError(f"{path} line 1: the columns must be {', '.join(_COLUMNS)}")
    out: dict[str, _Slice] = {}
    files: dict[str, Path] = {}
    for number, line in enumerate(lines, start=2):
        try:
            file, boundary_id, view, offset, length = line.split("\t")
            if view in {"any", worldview}:
                where = files.get(file) or files.setdefault(file, folder / file)
                out[boundary_id] = _Slice(where, int(offset), int(length))
        except ValueError as error:
            raise BoundaryError(f"{path} line {number}: {error}") from error
    return out
