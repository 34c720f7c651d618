"""What a resolved toponym means on the ground: the place, a part of it, or an area beside it."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from geo.geodesy import destination, distance_km
from geo.lexicon import word_map, words_as
from geo.model import Place, Precision, Toponym
from geo.senses import is_country

_DISTANCE: Final = re.compile(r"(\d{1,6}(?:\.\d{1,10})?) (km|mi|nmi)(?: ([a-z-]+))?")
_KM_PER: Final = {"km": 1.0, "mi": 1.609344, "nmi": 1.852}
_AZIMUTHS: Final = {
    "north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0,
    "south": 180.0, "southwest": 225.0, "west": 270.0, "northwest": 315.0,
    "north-northeast": 22.5, "east-northeast": 67.5, "east-southeast": 112.5,
    "south-southeast": 157.5,
    "south-southwest": 202.5, "west-southwest": 247.5, "west-northwest": 292.5,
    "north-northwest": 337.5,
}  # fmt: skip
_TOWNS: Final = frozenset({"city", "district", "point"})
_BEARING_SPREAD: Final = 0.3
_SIDE: Final = re.compile(r"([a-z]+) of")
SIDE_KM: Final = 25.0
UNNAMED_SITE: Final = "unnamed site"
COAST_KM: Final = 100.0
BORDER_KM: Final = 50.0


class Meaning(NamedTuple):
    """The fields of a resolution that say where: see `geo.model.Resolution`."""

    name: str
    precision: Precision
    latitude_deg: float | None
    longitude_deg: float | None
    part: str | None = None
    partner: Place | None = None
    uncertainty_km: float | None = None


def describe(toponym: Toponym, place: Place, partners: Sequence[Place]) -> Meaning:
    """Say what a toponym means, given the place that its core names.

    Parameters
    ----------
    toponym : Toponym
    place : Place
        What its core means.
    partners : sequence of Place
        Other places named within the toponym: the far side of a border, the occupier.
    """
    qualifier = toponym.qualifier
    meaning = _of_qualifier(toponym, qualifier, place, partners) if qualifier else whole(place)
    if UNNAMED_SITE in toponym.rules:
        name, _, lat, lon, *_ = meaning
        return Meaning(f"{toponym.text} ({name})", "vague_area", lat, lon)
    return meaning


def whole(place: Place) -> Meaning:
    """Say what a name means that nothing is said of: the place itself."""
    lat, lon = place.latitude_deg, place.longitude_deg
    return Meaning(place.name, place.precision, lat, lon, None, None, place.uncertainty_km)


def _of_qualifier(
    toponym: Toponym, qualifier: str, place: Place, partners: Sequence[Place]
) -> Meaning:
    lat, lon = place.latitude_deg, place.longitude_deg
    partner = partners[0] if partners else None
    if qualifier == "border" and partner is not None:
        part = f"border:{partner.country_code}" if is_country(partner) else "border"
        return Meaning(
            f"{place.name}-{partner.name} border zone", "vague_area", None, None, part, partner
        )
    if qualifier == "between" and partner is not None:
        return _between(place, partner)
    if qualifier == "occupied":
        name = f"{place.name}, occupied"
        if partner is not None:
            name = f"{place.name} territories occupied by {partner.name}"
        return Meaning(name, "vague_area", lat, lon, "occupied", partner)
    if match := _DISTANCE.fullmatch(qualifier):
        return _distance(place, float(match[1]), match[2], match[3])
    if match := _SIDE.fullmatch(qualifier):
        return _side(place, match[1])
    if qualifier in ("off the coast", "near the border"):
        words = "off the coast of" if qualifier == "off the coast" else "near the border of"
        radius = COAST_KM if qualifier == "off the coast" else BORDER_KM
        return Meaning(f"{words} {place.name}", "vague_area", lat, lon, "near", None, radius)
    if qualifier in words_as("natural"):
        return Meaning(f"{toponym.core} {qualifier}", "vague_area", lat, lon)
    for word in qualifier.split():
        if word in word_map("compass_words") and not place.id.startswith("dl:"):
            part = word_map("compass_words")[word]
            return Meaning(f"{word} {place.name}", "vague_area", lat, lon, part)
    return whole(place)


def _side(place: Place, direction: str) -> Meaning:
    """Return the land on one side of a town, which lies at its edge; a land has no such side."""
    lat, lon = place.latitude_deg, place.longitude_deg
    if place.precision not in _TOWNS or lat is None or lon is None:
        return Meaning(place.name, place.precision, lat, lon, None, None, place.uncertainty_km)
    lon, lat = destination(lon, lat, _AZIMUTHS[direction], SIDE_KM)
    name, part = f"{direction} of {place.name}", f"{direction} side"
    return Meaning(name, "vague_area", round(lat, 5), round(lon, 5), part, None, SIDE_KM)


def _between(place: Place, partner: Place) -> Meaning:
    """Return the middle of two places, as uncertain as half their distance."""
    name = f"between {place.name} and {partner.name}"
    points = (place.longitude_deg, place.latitude_deg, partner.longitude_deg, partner.latitude_deg)
    lon1, lat1, lon2, lat2 = points
    if lon1 is None or lat1 is None or lon2 is None or lat2 is None:
        return Meaning(name, "vague_area", None, None, "between", partner)
    half_km = distance_km(lon1, lat1, lon2, lat2) / 2
    turn = (lon2 - lon1 + 180.0) % 360.0 - 180.0
    lon = (lon1 + turn / 2 + 180.0) % 360.0 - 180.0
    return Meaning(
        name, "vague_area", (lat1 + lat2) / 2, lon, "between", partner, round(half_km, 1)
    )


def _distance(place: Place, amount: float, unit: str, direction: str | None) -> Meaning:
    """Return the point at a distance and bearing, or the ring around a place."""
    km = amount * _KM_PER[unit]
    heading = direction or ""
    azimuth = _AZIMUTHS.get(heading)
    words = f"{amount:g} {unit} {direction or 'from'}"
    name = f"{words} of {place.name}" if direction else f"{words} {place.name}"
    part = f"{km:.1f}".removesuffix(".0") + " km" + (f" {heading}" if azimuth is not None else "")
    lat, lon = place.latitude_deg, place.longitude_deg
    if lat is None or lon is None:
        return Meaning(name, "vague_area", None, None, part)
    if azimuth is None:
        return Meaning(name, "vague_area", lat, lon, part, None, round(km, 1))
    lon, lat = destination(lon, lat, azimuth, km)
    return Meaning(
        name, "vague_area", round(lat, 5), round(lon, 5), part, None, round(km * _BEARING_SPREAD, 1)
    )
