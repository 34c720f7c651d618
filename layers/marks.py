"""What is drawn for a place in its role: its own footprint, a line that joins two places, nothing.

A line from origin to destination is a great circle between two label points. It says that the claim
joins them, and is no route.
"""

from collections.abc import Mapping
from typing import NamedTuple
from weakref import WeakKeyDictionary

from geo.boundaries import Boundaries
from geo.footprint import footprint
from geo.gazetteer import Gazetteer
from geo.geodesy import curve, distance_km
from geo.model import Footprint, Geometry, Resolution
from layers.model import DRAWN_ROLES, Drawn, PlaceRole

DECIMALS = 4
_LINE_POINTS = 33
_SAME_SPOT_KM = 1.0
_MOST_KEPT = 4096
# A page reads many reports with the same boundaries, and half of them name the same countries.
_FOOTPRINTS: WeakKeyDictionary[Boundaries, dict[tuple[str, str, str], "Mark"]] = WeakKeyDictionary()
_NOT_DRAWN: Mapping[PlaceRole, str] = {
    "metonym": "“{words}” stands for a government or a body here; nothing happened there",
    "speaker_seat": "“{words}” says who or where the speaker is; nothing is claimed to be there",
    "neighbour": "“{words}” only says what lies beside the place",
    "none": "“{words}” is no place that can be drawn",
}


class Mark(NamedTuple):
    """A geometry with all that must be said of it."""

    drawn: Drawn
    geometry: Geometry | None


class Marker:
    """Draws the places of one article; equal shapes are drawn once."""

    def __init__(self, gazetteer: Gazetteer, boundaries: Boundaries) -> None:
        self._gazetteer = gazetteer
        self._boundaries = boundaries
        known = _FOOTPRINTS.setdefault(boundaries, {})
        if len(known) > _MOST_KEPT:
            known.clear()
        self._footprints = known
        self._lines: dict[str, Mark | None] = {}

    def mark(
        self, resolution: Resolution, role: PlaceRole, towards: Resolution | None = None
    ) -> Mark:
        """Return what is drawn for a place.

        Parameters
        ----------
        resolution : Resolution
        role : str
            Only event locations, origins, destinations and parties are drawn.
        towards : Resolution or None
            For an origin, the place that it leads to.
        """
        if role not in DRAWN_ROLES:
            reason = _NOT_DRAWN[role].format(words=resolution.toponym.text)
            return Mark(_undrawn(reason), None)
        own = self._footprint(resolution)
        if role == "origin" and towards is not None:
            way = f"flow:{_name_of_shape(resolution)}>{_name_of_shape(towards)}"
            if way not in self._lines:
                end = self._footprint(towards).drawn
                self._lines[way] = _line(way, resolution.name, own.drawn, towards.name, end)
            return self._lines[way] or own
        return own

    def key(self, resolution: Resolution) -> str:
        """Return what tells one shape from another: boundary, part and whose view it is."""
        name = _name_of_shape(resolution)
        if resolution.precision in {"point", "city", "district"}:
            return name
        return f"{name}@{self._boundaries.worldview}"

    def _footprint(self, resolution: Resolution) -> Mark:
        """Return what is drawn for the place alone."""
        # The words of the text stand in the reason, so the same shape may have several footprints.
        shape = self.key(resolution)
        key = (self._gazetteer.version, shape, resolution.toponym.text)
        found = self._footprints.get(key)
        if found is None:
            found = _mark(shape, footprint(resolution, self._gazetteer, self._boundaries))
            self._footprints[key] = found
        return found


def _mark(shape: str, own: Footprint) -> Mark:
    drawn = Drawn(
        shape=shape if own.geometry is not None else None,
        geometry_role=own.role,
        geometry_reason=own.reason,
        uncertainty_km=own.uncertainty_km,
        label_lon=own.label_lon_deg,
        label_lat=own.label_lat_deg,
        boundary_source=own.boundary_source,
        boundary_worldview=own.boundary_worldview,
        boundary_as_of=own.boundary_as_of,
    )
    return Mark(drawn, own.geometry)


def _line(way: str, origin: str, start: Drawn, target: str, end: Drawn) -> Mark | None:
    """Return the line between two places, or None where they are one spot or lie nowhere."""
    lon1, lat1, lon2, lat2 = start.label_lon, start.label_lat, end.label_lon, end.label_lat
    if lon1 is None or lat1 is None or lon2 is None or lat2 is None:
        return None
    if distance_km(lon1, lat1, lon2, lat2) < _SAME_SPOT_KM:
        return None
    lines = [
        tuple([(round(x, DECIMALS), round(y, DECIMALS)) for x, y in line])
        for line in curve(lon1, lat1, lon2, lat2, _LINE_POINTS)
    ]
    geometry = (
        Geometry("LineString", lines[0])
        if len(lines) == 1
        else Geometry("MultiLineString", tuple(lines))
    )
    middle = lines[0][len(lines[0]) // 2] if len(lines) == 1 else lines[0][-1]
    drawn = Drawn(
        shape=way,
        geometry_role="flow",
        geometry_reason=f"A line joins {origin} and {target}; it is no route.",
        uncertainty_km=None,
        label_lon=middle[0],
        label_lat=middle[1],
        boundary_source=None,
        boundary_worldview=None,
        boundary_as_of=None,
    )
    return Mark(drawn, geometry)


def _undrawn(reason: str) -> Drawn:
    return Drawn(None, None, reason, None, None, None, None, None, None)


# The mark of a claim without any place.
NOTHING = Mark(_undrawn("The words of the claim name no place."), None)


def _name_of_shape(resolution: Resolution) -> str:
    place = resolution.place
    if place is None:
        if resolution.longitude_deg is None or resolution.latitude_deg is None:
            return f"name:{resolution.name}"
        return f"at:{resolution.longitude_deg:.5f},{resolution.latitude_deg:.5f}"
    area = resolution.precision not in {"point", "city", "district"}
    name = (place.boundary_id if area else None) or place.id
    if place.composition is not None:
        name = place.id
    if resolution.part is not None:
        name += f":{resolution.part}"
    if resolution.partner is not None:
        name += f"+{resolution.partner.boundary_id or resolution.partner.id}"
    return name
