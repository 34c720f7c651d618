"""The honest geometry of a resolution: what the words pin down, and no more.

A Point is drawn for a point, a city and a district only. A region, a country or a vague area is
drawn as its outline, because the text says no more than that something lies within it; a bloc, or
an area that nobody has outlined, is not drawn at all. Every footprint says in a sentence why it
looks as it does, and whose border it shows.
"""

import re
from dataclasses import dataclass

from geo import shapes
from geo.boundaries import BORDER_ZONE_KM, Boundaries
from geo.errors import BoundaryError
from geo.gazetteer import Gazetteer, fold
from geo.geodesy import Position, bounds, destination, geodesic_km
from geo.model import Footprint, Geometry, Place, Resolution

POINT_PRECISIONS = frozenset({"point", "city", "district"})
_DISTANCE = re.compile(r"(\d+(?:\.\d+)?) km(?: ([a-z-]+))?")
_BEARING_SPREAD = 0.3
"""A report's "30 km north" holds within three tenths of the distance."""
_BETWEEN_SPREAD = 0.25


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A geometry with the words for it, and the boundary it was taken from."""

    geometry: Geometry | None
    words: str
    role: str = "area_within_which"
    boundary_id: str | None = None
    uncertainty_km: float | None = None


def footprint(resolution: Resolution, gazetteer: Gazetteer, boundaries: Boundaries) -> Footprint:
    """Return what may honestly be drawn for a resolution.

    Parameters
    ----------
    resolution : Resolution
    gazetteer : Gazetteer
        Names the places of a relation.
    boundaries : Boundaries
        Outlines in the worldview to show.

    Returns
    -------
    Footprint
        Its `geometry` is a Point for ``point``, ``city`` and ``district`` only, and None where
        nothing can honestly be drawn.

    Raises
    ------
    BoundaryError
        The boundary data are damaged.
    """
    drawn = _draw(resolution, gazetteer, boundaries)
    label = _label(resolution, drawn, boundaries)
    source = boundaries.source(drawn.boundary_id) if drawn.boundary_id else None
    return Footprint(
        geometry=drawn.geometry,
        precision=resolution.precision,
        role=drawn.role if drawn.geometry is not None else "none",
        reason=f"{drawn.words}: the text says only “{resolution.toponym.text}”."
        if drawn.role == "area_within_which" and drawn.geometry is not None
        else f"{drawn.words}.",
        label_lon_deg=label[0] if label else None,
        label_lat_deg=label[1] if label else None,
        uncertainty_km=drawn.uncertainty_km,
        boundary_source=source,
        boundary_worldview=boundaries.worldview if source else None,
        boundary_as_of=boundaries.as_of(drawn.boundary_id) if drawn.boundary_id else None,
    )


def _draw(resolution: Resolution, gazetteer: Gazetteer, boundaries: Boundaries) -> _Drawn:
    place = resolution.place
    if place is None:
        if resolution.precision == "point":
            return _pin(resolution)
        return _Drawn(None, f"Not drawn: no place is known for “{resolution.toponym.text}”")
    if resolution.precision == "none" or place.sense == "bloc":
        return _Drawn(None, f"Not drawn: {_bloc(place)}")
    if resolution.part is not None:
        return _relation(resolution, place, resolution.part, gazetteer, boundaries)
    if resolution.precision in POINT_PRECISIONS:
        return _pin(resolution)
    return _outline(place, boundaries)


def _bloc(place: Place) -> str:
    what = "a group of countries" if place.sense == "bloc" else "no area"
    return f"{place.name} is {what}, not a place on the map"


def _pin(resolution: Resolution) -> _Drawn:
    """Return the point of a town or of coordinates."""
    lon, lat = resolution.longitude_deg, resolution.latitude_deg
    if lon is None or lat is None:
        return _Drawn(None, f"Not drawn: where {resolution.name} lies is not known")
    point = Geometry("Point", (round(lon, 5), round(lat, 5)))
    if resolution.precision == "point":
        words = f"The point given as “{resolution.toponym.text}”"
        return _Drawn(point, words, "exact", uncertainty_km=resolution.uncertainty_km)
    words = (
        f"The middle of {resolution.name}: the text names the {resolution.precision}, no spot in it"
    )
    return _Drawn(point, words, "label_point", uncertainty_km=resolution.uncertainty_km)


def _outline(place: Place, boundaries: Boundaries) -> _Drawn:
    """Return the outline of an area, from the boundary files or by its composition."""
    words = f"Outline of {place.name}"
    if place.definition:
        words += f" ({place.definition.rstrip('.')})"
    if place.boundary_id is not None and place.boundary_id in boundaries:
        shape = boundaries.geometry(place.boundary_id)
        return _Drawn(shape, words, boundary_id=place.boundary_id)
    if place.composition is not None:
        shape = boundaries.compose(place.composition, place.uncertainty_km)
        if shape is not None:
            return _Drawn(shape, words)
    if place.uncertainty_km and place.longitude_deg is not None and place.latitude_deg is not None:
        shape = boundaries.buffer(place.longitude_deg, place.latitude_deg, place.uncertainty_km)
        words = f"Circle of {place.uncertainty_km:g} km around the middle of {place.name}"
        return _Drawn(shape, words, uncertainty_km=place.uncertainty_km)
    return _Drawn(
        None, f"Not drawn: no outline of {place.name} is at hand, and a point would say too much"
    )


def _relation(
    resolution: Resolution,
    place: Place,
    part: str,
    gazetteer: Gazetteer,
    boundaries: Boundaries,
) -> _Drawn:
    """Return a part of a place, or an area that lies in some relation to it."""
    if part.startswith("border:"):
        other = resolution.partner or gazetteer.country(part.removeprefix("border:"))
        return _border(place, other, boundaries)
    if part == "between" and resolution.partner is not None:
        return _between(place, resolution.partner, boundaries)
    if match := _DISTANCE.fullmatch(part):
        return _distance(resolution, place, float(match[1]), match[2], boundaries)
    if part == "near" or resolution.uncertainty_km is not None:
        return _around(resolution, place, part, boundaries)
    whole = _outline(place, boundaries)
    if whole.geometry is None:
        return whole
    try:
        word = shapes.normal_direction(part)
    except BoundaryError:
        return whole
    for region in gazetteer.region(fold(f"{word}ern {place.name}")):
        # What people mean by "eastern Ukraine" is written down; it is not half of the map.
        if region.composition is not None:
            return _outline(region, boundaries)
    if whole.boundary_id is not None:
        shape = boundaries.part(whole.boundary_id, word)
    else:
        shape = shapes.part(whole.geometry, word)
    share = {"central": "The middle third"}.get(word, f"The {word}ern half")
    if len(word) > 5 and word != "central":
        share = f"The {word}ern quarter"
    return _Drawn(
        shape,
        f"{share} of {place.name}, a rough cut",
        boundary_id=whole.boundary_id,
    )


def _border(place: Place, other: Place | None, boundaries: Boundaries) -> _Drawn:
    if other is not None and place.boundary_id and other.boundary_id:
        zone = boundaries.border_zone(place.boundary_id, other.boundary_id)
        if zone is not None:
            border = f"the border between {place.name} and {other.name}"
            words = f"Land within {BORDER_ZONE_KM:g} km of {border}"
            return _Drawn(
                zone,
                words,
                boundary_id=place.boundary_id,
                uncertainty_km=BORDER_ZONE_KM,
            )
    return _outline(place, boundaries)


def _between(place: Place, other: Place, boundaries: Boundaries) -> _Drawn:
    """Return a circle around the middle of the way, as wide as the way is long at a quarter."""
    if (
        place.longitude_deg is None or place.latitude_deg is None
        or other.longitude_deg is None or other.latitude_deg is None
    ):  # fmt: skip
        return _Drawn(None, f"Not drawn: where {place.name} and {other.name} lie is not known")
    one = (place.longitude_deg, place.latitude_deg)
    two = (other.longitude_deg, other.latitude_deg)
    way_km = geodesic_km(*one, *two)
    middle = _middle(one, two)
    radius_km = max(1.0, way_km * _BETWEEN_SPREAD)
    words = f"Circle of {radius_km:.0f} km around the middle between {place.name} and {other.name}"
    return _Drawn(boundaries.buffer(*middle, radius_km), words, uncertainty_km=radius_km)


def _distance(
    resolution: Resolution, place: Place, km: float, direction: str | None, boundaries: Boundaries
) -> _Drawn:
    """Return the area that a distance, with or without a direction, leaves open."""
    if place.longitude_deg is None or place.latitude_deg is None:
        return _Drawn(None, f"Not drawn: where {place.name} lies is not known")
    if direction is None:
        shape = boundaries.buffer(place.longitude_deg, place.latitude_deg, km)
        words = f"Circle of {km:g} km around {place.name}, which gives no direction"
        return _Drawn(shape, words, uncertainty_km=km)
    azimuth = 45.0 * shapes.DIRECTIONS.index(shapes.normal_direction(direction))
    lon, lat = destination(place.longitude_deg, place.latitude_deg, azimuth, km)
    radius_km = resolution.uncertainty_km or max(1.0, km * _BEARING_SPREAD)
    words = f"Circle of {radius_km:g} km around the point {km:g} km {direction} of {place.name}"
    return _Drawn(boundaries.buffer(lon, lat, radius_km), words, uncertainty_km=radius_km)


def _around(resolution: Resolution, place: Place, part: str, boundaries: Boundaries) -> _Drawn:
    """Return a circle of the stated uncertainty."""
    lon, lat, radius_km = (
        resolution.longitude_deg, resolution.latitude_deg, resolution.uncertainty_km
    )  # fmt: skip
    if lon is None or lat is None or radius_km is None:
        return _outline(place, boundaries)
    words = f"Circle of {radius_km:g} km: {part} {place.name}"
    return _Drawn(boundaries.buffer(lon, lat, radius_km), words, uncertainty_km=radius_km)


def _middle(one: Position, two: Position) -> Position:
    box = bounds([one, two])
    if box is None:
        return one
    west, _south, east, _north = box
    half = ((east - west) % 360.0) / 2
    return (west + half + 180.0) % 360.0 - 180.0, (one[1] + two[1]) / 2


def _label(resolution: Resolution, drawn: _Drawn, boundaries: Boundaries) -> Position | None:
    """Return where a name may be written: inside what is drawn."""
    if drawn.geometry is None:
        return None
    if drawn.geometry.type == "Point":
        lon, lat = drawn.geometry.coordinates
        return lon, lat
    lon_deg, lat_deg = resolution.longitude_deg, resolution.latitude_deg
    if (
        lon_deg is not None
        and lat_deg is not None
        and shapes.contains(drawn.geometry, lon_deg, lat_deg)
    ):
        return round(lon_deg, 5), round(lat_deg, 5)
    if resolution.part is None and drawn.boundary_id is not None:
        return boundaries.label(drawn.boundary_id)
    return shapes.label_point(drawn.geometry)
