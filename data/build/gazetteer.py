"""Assemble ``data/gazetteer.csv`` and ``data/names.csv``."""

import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import astuple, replace
from pathlib import Path

from data.build.errors import CuratedError
from data.build.geonames import City
from data.build.packages import read_npm
from data.build.records import COLUMNS, Record, Territory
from data.build.tables import read_table, table_bytes

LANGUAGES = (
    "ar", "bn", "de", "el", "es", "fa", "fr", "he", "hi", "id",
    "it", "ja", "ko", "nl", "pl", "pt", "ru", "tr", "uk", "zh",
)  # fmt: skip

_SCRIPTS = (
    ("LATIN", "Latn"), ("CYRILLIC", "Cyrl"), ("ARABIC", "Arab"), ("HANGUL", "Hang"),
    ("HIRAGANA", "Jpan"), ("KATAKANA", "Jpan"), ("CJK", "Hani"), ("GREEK", "Grek"),
    ("HEBREW", "Hebr"), ("DEVANAGARI", "Deva"), ("BENGALI", "Beng"), ("THAI", "Thai"),
    ("GEORGIAN", "Geor"), ("ARMENIAN", "Armn"), ("TAMIL", "Taml"), ("TELUGU", "Telu"),
    ("KANNADA", "Knda"), ("MALAYALAM", "Mlym"), ("GUJARATI", "Gujr"), ("GURMUKHI", "Guru"),
    ("ORIYA", "Orya"), ("SINHALA", "Sinh"), ("MYANMAR", "Mymr"), ("KHMER", "Khmr"),
    ("LAO", "Laoo"), ("TIBETAN", "Tibt"), ("ETHIOPIC", "Ethi"), ("MONGOLIAN", "Mong"),
)  # fmt: skip

_NEWS_SCRIPTS = frozenset({"Latn", "Cyrl", "Arab", "Hang", "Jpan", "Hani", "Grek", "Hebr", "Deva"})
LATIN_MINIMUM = 4


def read_territories(curated: Path) -> dict[str, Territory]:
    """Read the worldview table by territory, both views side by side."""
    views: dict[str, dict[str, dict[str, str]]] = defaultdict(dict)
    for row in read_table(curated / "worldviews.csv"):
        views[row["territory"]][row["worldview"]] = row
    territories = {}
    for key, pair in views.items():
        if pair.keys() != {"un", "defacto"}:
            raise CuratedError(f"worldviews.csv: {key} needs one row for un and one for defacto")
        un, fact = pair["un"], pair["defacto"]
        territories[key] = Territory(
            un["country_code"], fact["country_code"], f"{un['note']}; in fact: {fact['note']}"
        )
    return territories


def gazetteer_bytes(records: Iterable[Record], boundary_ids: Mapping[str, str]) -> bytes:
    """Write the records sorted by id, each with the boundary it has.

    Raises
    ------
    CuratedError
        Two records share an id.
    """
    by_id: dict[str, Record] = {}
    for record in records:
        if record.id in by_id:
            raise CuratedError(
                f"two records for {record.id}: {by_id[record.id].name}, {record.name}"
            )
        by_id[record.id] = record
    rows = [
        astuple(replace(by_id[key], boundary_id=boundary_ids.get(key, ""))) for key in sorted(by_id)
    ]
    return table_bytes(COLUMNS, rows)


def names_bytes(records: Iterable[Record], cldr: Path, cities: Iterable[City]) -> bytes:
    """Write names with a language: countries by CLDR, cities by the script of each variant."""
    chosen = {record.id: record for record in records}
    rows: set[tuple[str, str, str, str]] = set()
    country_ids = {
        record.country_code: record.id
        for record in chosen.values()
        if record.precision == "country"
    }
    for language in LANGUAGES:
        for code, name in _territory_names(cldr, language):
            if code in country_ids:
                rows.add((country_ids[code], name, language, "preferred"))
    for city in cities:
        place_id = f"gn:{city.geonameid}"
        if place_id in chosen:
            known = {chosen[place_id].name, *chosen[place_id].alternatenames.split("|")}
            rows.update(_script_names(place_id, city.alternate_names, known))
    return table_bytes(("id", "name", "lang", "kind"), sorted(rows))


def script_of(name: str) -> str:
    """Return the ISO 15924 code of the first letter's script; ``"Zyyy"`` when there is none.

    >>> script_of("Киев"), script_of("Kyiv"), script_of("平壤")
    ('Cyrl', 'Latn', 'Hani')
    """
    found = "Zyyy"
    for char in name:
        if char.isalpha():
            label = unicodedata.name(char, "")
            code = next((code for prefix, code in _SCRIPTS if label.startswith(prefix)), "Zyyy")
            # Kana anywhere makes a mixed name Japanese.
            if code == "Jpan" or found == "Zyyy":
                found = code
    return found


def _script_names(
    place_id: str, names: Iterable[str], known: set[str]
) -> Iterable[tuple[str, str, str, str]]:
    for name in names:
        script = script_of(name)
        if name in known or script not in _NEWS_SCRIPTS:
            continue
        # Lower-case Latin forms are mechanical romanisations, capitals are airport codes.
        if script == "Latn" and (
            len(name) < LATIN_MINIMUM or not name[0].isupper() or name.isupper()
        ):
            continue
        yield place_id, name, f"und-{script}", "variant"


def _territory_names(cldr: Path, language: str) -> Iterable[tuple[str, str]]:
    raw = json.loads(read_npm(cldr, f"main/{language}/territories.json"))
    names: dict[str, str] = raw["main"][language]["localeDisplayNames"]["territories"]
    return sorted((code, name) for code, name in names.items() if len(code) == 2)
