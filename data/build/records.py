"""The row of ``data/gazetteer.csv`` and the facts shared by everything that fills it."""

import unicodedata
from dataclasses import dataclass, fields

GEONAMES_LICENCE = "CC-BY-4.0"
OWN_LICENCE = "BSD-3-Clause"


@dataclass(frozen=True, slots=True)
class Record:
    """One place. Field names and order are the columns of the file; absence is ``""``."""

    id: str
    geonameid: str = ""
    wikidata_id: str = ""
    name: str = ""
    asciiname: str = ""
    alternatenames: str = ""
    latitude: str = ""
    longitude: str = ""
    feature_class: str = ""
    feature_code: str = ""
    country_code: str = ""
    country_code_defacto: str = ""
    admin1_code: str = ""
    admin2_code: str = ""
    iso_3166_2: str = ""
    population: str = ""
    timezone: str = ""
    boundary_id: str = ""
    precision: str = ""
    dispute_note: str = ""
    valid_from: str = ""
    valid_to: str = ""
    source: str = ""
    source_version: str = ""
    licence: str = ""
    modification_date: str = ""


COLUMNS = tuple(field.name for field in fields(Record))


@dataclass(frozen=True, slots=True)
class Point:
    """A position on WGS 84 in degrees."""

    latitude_deg: float
    longitude_deg: float

    def cells(self) -> tuple[str, str]:
        """Latitude and longitude as the file prints them: at most five decimals."""
        return decimal(self.latitude_deg), decimal(self.longitude_deg)


@dataclass(frozen=True, slots=True)
class Territory:
    """What the worldview table says of one admin-1 code or country."""

    country_code_un: str
    country_code_defacto: str
    note: str


def decimal(value: float) -> str:
    """Print a coordinate with at most five decimals and no trailing zeros.

    >>> decimal(60.0), decimal(-0.000001), decimal(36.18457)
    ('60', '0', '36.18457')
    """
    text = f"{value:.5f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


_PLAIN = str.maketrans({
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae",
    "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "ə": "a", "Ə": "A",
    "ǝ": "a", "ħ": "h", "Ħ": "H", "ʻ": "'", "ʼ": "'", "’": "'", "‘": "'", "`": "'", "–": "-",
    "—": "-", "ŋ": "n", "Ŋ": "N",
})  # fmt: skip


def ascii_name(name: str) -> str:
    """Fold a Latin-script name to ASCII.

    >>> ascii_name("Hallstahammar"), ascii_name("Łódź"), ascii_name("Ağcabǝdi")
    ('Hallstahammar', 'Lodz', 'Agcabadi')
    """
    decomposed = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    return "".join(char for char in decomposed if char.isascii())
