"""What a place is called: in the language of the page, where it lies, and in every script we know.

A name whose language is known says it (``lang``); of others only the script is known
(``und-Cyrl``), and nothing more is claimed of them.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.languages import get_official_languages

from layers.model import PlaceRecord
from web import language, placenames
from web.language import gettext
from web.phrases import phrase

_UNKNOWN = "und"
_LATIN = "Latn"
_WIKIDATA = re.compile(r"Q[1-9][0-9]{0,11}")
_RIGHT_TO_LEFT = frozenset({"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"})
_MOST_BESIDE = 3
_DIVISIONS = frozenset({"region", "district"})


@dataclass(frozen=True, slots=True)
class NameLine:
    """Names of one language or script; `lang` and `dir` are those of the words themselves."""

    label: str
    lang: str
    dir: str
    names: tuple[str, ...]
    is_language: bool


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The record of a place on another site."""

    site: str
    address: str


@dataclass(frozen=True, slots=True)
class Called:
    """What a page says of a place's names; `id` is that of its record, None without one."""

    name: str
    beside: tuple[NameLine, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    id: str | None = None


def of_place(place: str, record: PlaceRecord | None) -> Called:
    """Return how a place of a claim is called.

    Parameters
    ----------
    place : str
        The name that the map shows: the record's own, or that of a part ("eastern Russia").
    record : PlaceRecord or None
        What the gazetteer knows of it, or of the whole that it is a part of.
    """
    name = name_of(place, record)
    if record is None:
        return Called(name)
    if not _is_name_of(place, record):
        return Called(name, id=record.id)
    return Called(name, beside(record), elsewhere(record), record.id)


def name_of(place: str, record: PlaceRecord | None) -> str:
    """Return a place of a claim in the language of the page, or as the map shows it.

    A part ("eastern Russia") is never called by the name of the whole.
    """
    if record is None or not _is_name_of(place, record):
        return phrase(place)
    if language.code() == language.SOURCE:
        return place if _is_latin(place) else record.name
    return called(record, language.code()) or _with_kind(record) or phrase(place)


def _is_name_of(place: str, record: PlaceRecord) -> bool:
    wanted = place.casefold()
    return wanted == record.name.casefold() or any(
        wanted == name.name.casefold() for name in record.names
    )


def _is_latin(text: str) -> bool:
    """Say whether a name is in the script that readers of English read."""
    first = next(filter(str.isalpha, text), "a")
    return unicodedata.name(first, "LATIN").startswith("LATIN")


def _with_kind(record: PlaceRecord) -> str | None:
    return placenames.with_kind(record.name) if record.precision in _DIVISIONS else None


def by_id(records: Iterable[PlaceRecord]) -> Mapping[str, PlaceRecord]:
    """Return the records of a map by their ids."""
    return {record.id: record for record in records}


def shown(record: PlaceRecord) -> str:
    """Return the name in the language of the page, or in English."""
    return called(record, language.code()) or _with_kind(record) or record.name


def called(record: PlaceRecord, lang: str) -> str | None:
    """Return the name in a language, where it is known to be of that language.

    Countries bring theirs; divisions have them by Unicode CLDR, and the larger cities too, since
    time zones are called after them.
    """
    for name in record.names:
        if name.lang == lang and name.kind == "preferred":
            return name.name
    known = placenames.of_id(record.id, lang)
    if known is not None:
        return known
    zone = _zones().get((record.country_code or "", record.name))
    if zone is None or record.precision != "city":
        return None
    return _city_name(lang, zone)


def lines(record: PlaceRecord) -> tuple[NameLine, ...]:
    """Return all names: first by language, then by script where the language is not known."""
    grouped: dict[str, list[str]] = {}
    for name in record.names:
        if name.name != record.name:
            grouped.setdefault(name.lang, []).append(name.name)
    made = [_line(lang, tuple(dict.fromkeys(names))) for lang, names in grouped.items()]
    return tuple(sorted(made, key=lambda line: (not line.is_language, line.label)))


def beside(record: PlaceRecord) -> tuple[NameLine, ...]:
    """Return what stands beside the name on a card: English, and what it is called where it lies.

    Where no name of the country's language is known, those in its script stand for it, if they are
    so few that each can be shown.
    """
    here, spoken = shown(record), _spoken_in(record.country_code)
    found: dict[str, tuple[str, ...]] = {}
    if here != record.name:
        found[language.SOURCE] = (record.name,)
    local = {lang: name for lang in spoken if (name := called(record, lang)) is not None}
    for lang, name in local.items():
        if name not in {here, record.name}:
            found[lang] = (name,)
    if not local:
        for script in dict.fromkeys(map(_script, spoken)):
            tag = f"{_UNKNOWN}-{script}"
            written = tuple(dict.fromkeys(n.name for n in record.names if n.lang == tag))
            if script != _LATIN and 0 < len(written) <= _MOST_BESIDE:
                found[tag] = written
    return tuple(_line(lang, names) for lang, names in found.items())


def elsewhere(record: PlaceRecord) -> tuple[Elsewhere, ...]:
    """Return the place on other maps and in other gazetteers.

    An area is looked at whole, without a marker: none of its spots is meant. What no gazetteer
    records has no link.
    """
    found = []
    if record.geonameid is not None:
        lat, lon = record.latitude_deg, record.longitude_deg
        if lat is not None and lon is not None:
            zoom = _ZOOMS.get(record.precision, _WIDEST)
            view = f"#map={zoom}/{lat:.4f}/{lon:.4f}"
            found.append(Elsewhere("OpenStreetMap", f"https://www.openstreetmap.org/{view}"))
        address = f"https://www.geonames.org/{record.geonameid}"
        found.append(Elsewhere("GeoNames", address))
    if record.wikidata_id is not None and _WIKIDATA.fullmatch(record.wikidata_id):
        address = f"https://www.wikidata.org/wiki/{record.wikidata_id}"
        found.append(Elsewhere("Wikidata", address))
    return tuple(found)


_ZOOMS: Mapping[str, int] = {"point": 14, "city": 11, "district": 9, "region": 6, "country": 4}
_WIDEST = 4


def direction(tag: str) -> str:
    """Return ``rtl`` or ``ltr`` for a BCP 47 tag.

    Examples
    --------
    >>> direction("ar"), direction("und-Hebr"), direction("uk")
    ('rtl', 'rtl', 'ltr')
    """
    return "rtl" if _script(tag) in _RIGHT_TO_LEFT else "ltr"


def text_direction(tag: str) -> str:
    """Return the direction of a text, ``auto`` where its language could not be told.

    A text goes in the direction of its language, whatever word it begins with.

    Examples
    --------
    >>> text_direction("ar"), text_direction("en"), text_direction("und")
    ('rtl', 'ltr', 'auto')
    """
    return "auto" if tag == _UNKNOWN else direction(tag)


def leaning(text: str) -> str:
    """Return the direction that most letters of a text have, for a text of unknown language.

    Examples
    --------
    >>> leaning("الجيش and rebels trade blame"), leaning("قصف على سوق"), leaning("2025")
    ('ltr', 'rtl', 'ltr')
    """
    kinds = [unicodedata.bidirectional(char) for char in text]
    return (
        "rtl" if 2 * sum(k in {"R", "AL"} for k in kinds) > sum(map(str.isalpha, text)) else "ltr"
    )


@cache
def _zones() -> Mapping[tuple[str, str], str]:
    """Return the time zones by country and the English name of the city they are called after."""
    english = Locale(language.SOURCE).time_zones
    found = {}
    for zone, territory in get_global("zone_territories").items():
        city = english.get(zone, {}).get("city") or zone.rsplit("/", 1)[-1].replace("_", " ")
        found[territory, city] = zone
    return found


@cache
def _city_name(lang: str, zone: str) -> str | None:
    try:
        name = Locale.parse(lang, sep="-").time_zones.get(zone, {}).get("city")
    except (UnknownLocaleError, ValueError):
        return None
    return None if name is None else str(name)


def _line(lang: str, names: tuple[str, ...]) -> NameLine:
    is_language = not lang.startswith(_UNKNOWN)
    label = _language_name(lang) if is_language else _script_name(_script(lang))
    return NameLine(label, lang, direction(lang), names, is_language)


def _language_name(lang: str) -> str:
    return str(language.locale().languages.get(lang.replace("-", "_"), lang))


def _script_name(script: str) -> str:
    name = str(language.locale().scripts.get(script, script))
    return gettext("%(script)s script", script=name)


@cache
def _script(tag: str) -> str:
    subtags = tag.split("-")
    named = next((s for s in subtags[1:] if len(s) == 4 and s.isalpha()), None)
    if named is not None:
        return named
    likely = str(get_global("likely_subtags").get(subtags[0], "")).split("_")
    return likely[1] if len(likely) > 1 else _LATIN


@cache
def _spoken_in(country_code: str | None) -> tuple[str, ...]:
    """Return the official languages of a country; regional ones are left out."""
    if country_code is None:
        return ()
    official = get_official_languages(country_code)
    return tuple(official or get_official_languages(country_code, de_facto=True))
