"""Coordinates written in a text: decimal, degrees-minutes-seconds, MGRS, Plus Codes."""

import re
from collections.abc import Iterator

from geo.model import Toponym
from geo.recognition.tokens import Tokens
from reading.text import Span

_HEMISPHERES = {"N": 1, "S": -1, "E": 1, "W": -1}
_NUMBER = r"\d{1,3}(?:\.\d{1,10})?"
_DECIMAL = (
    r"(?<![\d.])([+-]?\d{1,2}\.\d{2,10})°?(?: ?([NS])\b)?, ?"
    r"([+-]?\d{1,3}\.\d{2,10})°?(?: ?([EW])\b)?(?!\.?\d)"
)
_MAYBE_DECIMAL = re.compile(r"\.\d\d\d*°?(?: ?[NS])?, ?[+-]?\d")
_ANGLE = (
    rf"({_NUMBER})° ?"
    r"(?:(\d{1,2}(?:\.\d{1,6})?)['′’] ?)?"
    r"(?:(\d{1,2}(?:\.\d{1,6})?)[\"″”] ?)?"
)
_SEXAGESIMAL = rf"{_ANGLE}([NS])[ ,;]{{0,3}}{_ANGLE}([EW])"
_MGRS = (
    r"(?<![A-Za-z0-9])(\d{1,2}[C-HJ-NP-X] ?[A-HJ-NP-Z][A-HJ-NP-V] ?"
    r"(?:\d{5} ?\d{5}|\d{4} ?\d{4}|\d{10}|\d{8}))(?![A-Za-z0-9])"
)
_DIGITS = "23456789CFGHJMPQRVWX"
_PLUS_CODE = rf"(?<![A-Z0-9])([{_DIGITS}]{{8}}\+[{_DIGITS}]{{2,3}})(?![A-Z0-9])"


def find_coordinates(tokens: Tokens) -> list[Toponym]:
    """Return the coordinates that stand in a text; `core` is ``"lat,lon"`` in decimal degrees.

    Numbers that are no position on earth (latitude above 90°) are left out.
    """
    text = tokens.text
    found: list[Toponym] = []
    for rule, start, end, lat_deg, lon_deg in (
        *_decimal(text),
        *_sexagesimal(text),
        *(_mgrs(text) if tokens.is_coded else ()),
        *_plus_codes(text),
    ):
        if abs(lat_deg) > 90 or abs(lon_deg) > 180:
            continue
        if any(start < other.span.end and other.span.start < end for other in found[-4:]):
            continue
        core = f"{lat_deg:.6f},{lon_deg:.6f}"
        found.append(
            Toponym(Span(start, end), text[start:end], "coordinate", core, None, None, (rule,))
        )
    return found


Match = tuple[str, int, int, float, float]


def _decimal(text: str) -> Iterator[Match]:
    if _MAYBE_DECIMAL.search(text) is None:
        return
    for match in re.finditer(_DECIMAL, text):
        lat, north, lon, east = match.groups()
        if not (north or east) and not _is_announced(text, match.start(), lat, lon):
            continue
        yield (
            "decimal degrees",
            *match.span(),
            float(lat) * _HEMISPHERES.get(north or "N", 1),
            float(lon) * _HEMISPHERES.get(east or "E", 1),
        )


def _is_announced(text: str, start: int, lat: str, lon: str) -> bool:
    """Tell whether bare decimals are coordinates: said so, or given to four places and more."""
    fine = all(len(number.partition(".")[2]) >= 4 for number in (lat, lon))
    before = text[max(0, start - 40) : start].casefold()
    return fine or any(
        word in before for word in ("coordinates", "latitude", "located at", "position")
    )


def _sexagesimal(text: str) -> Iterator[Match]:
    if "°" not in text:
        return
    for match in re.finditer(_SEXAGESIMAL, text):
        degrees, minutes, seconds, north, degrees2, minutes2, seconds2, east = match.groups()
        yield (
            "degrees and minutes",
            *match.span(),
            _degrees(degrees, minutes, seconds) * _HEMISPHERES[north],
            _degrees(degrees2, minutes2, seconds2) * _HEMISPHERES[east],
        )


def _degrees(degrees: str, minutes: str | None, seconds: str | None) -> float:
    return float(degrees) + float(minutes or 0) / 60 + float(seconds or 0) / 3600


def _mgrs(text: str) -> Iterator[Match]:
    converter = None
    for match in re.finditer(_MGRS, text):
        import mgrs

        converter = converter or mgrs.MGRS()
        try:
            lat, lon = converter.toLatLon(match[1].replace(" ", ""))
        except mgrs.core.MGRSError:
            continue  # no such grid square: then it is an ordinary code
        yield "MGRS", *match.span(), float(lat), float(lon)


def _plus_codes(text: str) -> Iterator[Match]:
    if "+" not in text:
        return
    for match in re.finditer(_PLUS_CODE, text):
        from openlocationcode import openlocationcode

        if openlocationcode.isFull(match[1]):
            area = openlocationcode.decode(match[1])
            yield "Plus Code", *match.span(), area.latitudeCenter, area.longitudeCenter
