"""The honest geometry of a resolution: what the words pin down, and no more.

A Point is drawn for a point, a city and a district only. A region, a country or a vague area is
drawn as its outline, because the text says no more than that something lies within it; a bloc, or
an area that nobody has outlined, is not drawn at all. Every footprint says in a sentence why it
looks as it does, and whose border it shows.
"""

import re
from dataclasses import dataclass, replace

from geo import shapes
from geo.boundaries import BORDER_ZONE_KM, Boundaries
from geo.errors import BoundaryError
from geo.gazetteer import Gazetteer, fold
from geo.geodesy import Position
from geo.model import Footprint, Geometry, Place, Resolution

POINT_PRECISIONS = frozenset({"point", "city", "district"})
_DISTANCE = re.compile(r"(\d+(?:\.\d+)?) km(?: ([a-z-]+))?")
# A wider circle around the middle of an ocean or a range covers more of other lands than of it.
_WIDEST_CIRCLE_KM = 300.0
_LONGEST_HALF = len("north")


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A geometry with the words for it, the boundary it was taken from, and a point inside it."""

    geometry: Geometry | None
    words: str
    role: str = "area_within_which"
    boundary_id: str | None = None
    uncertainty_km: float | None = None
    label: Position | None = None


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
    if resolution.precision == "point" and resolution.place is not None:
        words = f"The spot of {resolution.name}, as the gazetteer has it"
        return _Drawn(point, words, "label_point", uncertainty_km=resolution.uncertainty_km)
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
        label = boundaries.label(place.boundary_id)
        return _Drawn(shape, words, boundary_id=place.boundary_id, label=label)
    if place.composition is not None:
        shape = boundaries.compose(place.composition, place.uncertainty_km)
        if shape is not None:
            return _Drawn(shape, words)
    if (
        place.uncertainty_km
        and place.uncertainty_km <= _WIDEST_CIRCLE_KM
        and place.longitude_deg is not None
        and place.latitude_deg is not None
    ):
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
    if part.startswith("border"):
        other = resolution.partner or gazetteer.country(part.removeprefix("border:"))
        return _border(place, other, boundaries)
    if part == "between" and resolution.partner is not None:
        words = f"around the middle between {place.name} and {resolution.partner.name}"
        return _circle(resolution, words, boundaries)
    if match := _DISTANCE.fullmatch(part):
        if match[2] is None:
            words = f"around {place.name}, since no direction is given"
        else:
            words = f"around the point {match[1]} km {match[2]} of {place.name}"
        return _circle(resolution, words, boundaries)
    if part.endswith(" side"):
        side = part.removesuffix(" side")
        return _circle(resolution, f"{side} of {place.name}, at no distance given", boundaries)
    if part == "near":
        return _near(resolution, place, boundaries)
    if part == "occupied":
        return _occupied(place, gazetteer, boundaries)
    return _compass(place, part, gazetteer, boundaries)


def _compass(place: Place, part: str, gazetteer: Gazetteer, boundaries: Boundaries) -> _Drawn:
    """Return a compass part of a place, by what people mean by it or by a rough cut."""
    whole = _outline(place, boundaries)
    if whole.geometry is None:
        return whole
    try:
        word = shapes.normal_direction(part)
    except BoundaryError:
        # "coast", "interior": no outline of it is at hand, and the whole holds it.
        return replace(whole, words=f"{whole.words}, of which the {part} is not drawn apart")
    for region in gazetteer.region(fold(f"{word}ern {place.name}")):
        # What people mean by "eastern Ukraine" is written down; it is not half of the map.
        if region.composition is not None:
            return _outline(region, boundaries)
    if whole.boundary_id is not None:
        shape = boundaries.part(whole.boundary_id, word)
    else:
        shape = shapes.part(whole.geometry, word)
    share = f"The {word}ern {'quarter' if len(word) > _LONGEST_HALF else 'half'}"
    if word == "central":
        share = "The middle third"
    return _Drawn(shape, f"{share} of {place.name}, a rough cut", boundary_id=whole.boundary_id)


def _border(place: Place, other: Place | None, boundaries: Boundaries) -> _Drawn:
    """Return the land along a shared border, or the place where they share none."""
    if other is not None and place.boundary_id and other.boundary_id:
        zone = boundaries.border_zone(place.boundary_id, other.boundary_id)
        if zone is not None:
            border = f"the border between {place.name} and {other.name}"
            return _Drawn(
                zone,
                f"Land within {BORDER_ZONE_KM:g} km of {border}",
                boundary_id=place.boundary_id,
                uncertainty_km=BORDER_ZONE_KM,
                label=boundaries.border_label(place.boundary_id, other.boundary_id),
            )
    return _outline(place, boundaries)


def _near(resolution: Resolution, place: Place, boundaries: Boundaries) -> _Drawn:
    """Return what lies along the edge of an area, or around a town."""
    km = resolution.uncertainty_km
    if km is not None and place.boundary_id is not None and place.boundary_id in boundaries:
        sea = "coast" in (resolution.toponym.qualifier or resolution.name)
        zone = boundaries.edge_zone(place.boundary_id, km, sea=sea)
        if zone is not None:
            what = "Sea" if sea else "Land"
            edge = "coast" if sea else "borders"
            return _Drawn(
                zone,
                f"{what} within {km:g} km of the {edge} of {place.name}",
                boundary_id=place.boundary_id,
                uncertainty_km=km,
            )
        return _outline(place, boundaries)
    return _circle(resolution, f"around {place.name}", boundaries)


def _occupied(place: Place, gazetteer: Gazetteer, boundaries: Boundaries) -> _Drawn:
    """Return the regions that are held by another state, which is no front line."""
    for region in gazetteer.region(fold(f"occupied territories of {place.name}")):
        if region.composition is not None:
            return _outline(region, boundaries)
    whole = _outline(place, boundaries)
    return replace(whole, words=f"{whole.words}, of which what is occupied is not drawn apart")


def _circle(resolution: Resolution, words: str, boundaries: Boundaries) -> _Drawn:
    """Return the circle of a resolution's uncertainty."""
    lon, lat, km = resolution.longitude_deg, resolution.latitude_deg, resolution.uncertainty_km
    if lon is None or lat is None or not km:
        return _Drawn(None, f"Not drawn: how far “{resolution.toponym.text}” reaches is not known")
    shape = boundaries.buffer(lon, lat, km)
    return _Drawn(shape, f"Circle of {km:g} km {words}", uncertainty_km=km)


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
    if drawn.label is not None:
        return drawn.label
    return shapes.label_point(drawn.geometry)
