"""Read the dumps of GeoNames: places, alternate names, admin codes.

Columns as in the readme of the GeoNames export. Every reader takes lines and yields, for each, its
number and what it says, or an :class:`~geo.errors.ImportRowError` where it cannot be used.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Literal

from geo.errors import ImportRowError
from geo.gazetteer.names import script_tag
from geo.gazetteer.records import Entry
from geo.model import Place, PlaceName, Precision

PLACE_COLUMNS = 19
NAME_COLUMNS = (4, 8, 10)
CODE_COLUMNS = 4
_NO_LANGUAGE = frozenset(
    {"link", "wkdt", "post", "iata", "icao", "faac", "tcid", "unlc", "phon", "piny", "fr_1793"}
)
_POINT_CODES = frozenset({"MT", "PK", "HLL", "VLC", "PASS", "CAPE", "PT"})


@dataclass(frozen=True, slots=True)
class Renaming:
    """A further name of a place that some other file describes."""

    place_id: str
    name: PlaceName


def precision_of(feature_class: str, feature_code: str) -> Precision:
    """Return what a mention of a GeoNames feature pins down.

    Examples
    --------
    >>> precision_of("P", "PPL"), precision_of("A", "ADM1"), precision_of("T", "MTS")
    ('city', 'region', 'vague_area')
    """
    if feature_class == "P":
        return "district" if feature_code == "PPLX" else "city"
    if feature_class == "A":
        if feature_code.startswith("PCL") or feature_code == "TERR":
            return "country"
        return "district" if feature_code in {"ADM3", "ADM4", "ADM5"} else "region"
    if feature_class == "S" or feature_code in _POINT_CODES:
        return "point"
    return "vague_area"


def _read(
    lines: Iterable[str], reader: Callable[[list[str]], Entry | Renaming | None]
) -> Iterator[tuple[int, Entry | Renaming | ImportRowError]]:
    """Yield what a reader makes of the cells of each line."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            found = reader(line.rstrip("\r\n").split("\t"))
        except ValueError as error:
            yield number, ImportRowError(str(error), number)
        else:
            if found is not None:
                yield number, found


def read_places(
    lines: Iterable[str], source: str
) -> Iterator[tuple[int, Entry | Renaming | ImportRowError]]:
    """Yield the places of ``allCountries.txt`` or a country's file.

    Parameters
    ----------
    lines : iterable of str
    source : str
        Stands in every record.
    """
    return _read(lines, partial(_place, source=source))


def read_names(
    lines: Iterable[str],
) -> Iterator[tuple[int, Entry | Renaming | ImportRowError]]:
    """Yield the names of ``alternateNamesV2.txt``, without its codes and links."""
    return _read(lines, _renaming)


def read_codes(
    lines: Iterable[str], source: str
) -> Iterator[tuple[int, Entry | Renaming | ImportRowError]]:
    """Yield the divisions of ``admin1CodesASCII.txt`` or ``admin2Codes.txt``, which lack points."""
    return _read(lines, partial(_division, source=source))


def _place(cells: list[str], source: str) -> Entry:
    if len(cells) != PLACE_COLUMNS:
        raise ValueError(f"{len(cells)} columns, {PLACE_COLUMNS} expected of a GeoNames dump")
    geonameid = positive(cells[0], "geonameid")
    latitude, longitude = position(cells[4], cells[5])
    name = " ".join(cells[1].split())
    if not name:
        raise ValueError("the name is empty")
    names = {name: PlaceName(name, script_tag(name), "preferred")}
    for other in (cells[2], *cells[3].split(",")):
        if other := " ".join(other.split()):
            names.setdefault(other, PlaceName(other, script_tag(other), "variant"))
    place = Place(
        id=f"gn:{geonameid}",
        name=name,
        latitude_deg=latitude,
        longitude_deg=longitude,
        feature_class=cells[6],
        feature_code=cells[7],
        country_code=cells[8] or None,
        admin1_code=cells[10] if cells[10] not in {"", "00"} else None,
        admin2_code=cells[11] or None,
        population=positive(cells[14] or "0", "population"),
        precision=precision_of(cells[6], cells[7]),
        country_code_defacto=cells[8] or None,
        geonameid=geonameid,
        source=source,
    )
    return Entry(place, tuple(names.values()))


def _renaming(cells: list[str]) -> Renaming | None:
    if len(cells) not in NAME_COLUMNS:
        raise ValueError(f"{len(cells)} columns, 8 or 10 expected of alternateNamesV2")
    geonameid = positive(cells[1], "geonameid")
    lang, name = cells[2].strip(), " ".join(cells[3].split())
    if lang in _NO_LANGUAGE or not name:
        return None
    kind: Literal["historical", "preferred", "variant"] = "variant"
    if cells[7:8] == ["1"]:
        kind = "historical"
    elif cells[4:5] == ["1"]:
        kind = "preferred"
    tag = lang if lang and lang != "abbr" else script_tag(name)
    return Renaming(f"gn:{geonameid}", PlaceName(name, tag, kind))


def _division(cells: list[str], source: str) -> Entry:
    codes = cells[0].split(".", 2)
    if len(cells) != CODE_COLUMNS or len(codes) < 2:
        raise ValueError("code, name, ASCII name and geonameid expected")
    geonameid = positive(cells[3], "geonameid")
    name = " ".join(cells[1].split())
    if not name:
        raise ValueError("the name is empty")
    names = {name: PlaceName(name, script_tag(name), "preferred")}
    if ascii_name := " ".join(cells[2].split()):
        names.setdefault(ascii_name, PlaceName(ascii_name, "und-Latn", "variant"))
    place = Place(
        id=f"gn:{geonameid}",
        name=name,
        latitude_deg=None,
        longitude_deg=None,
        feature_class="A",
        feature_code=f"ADM{len(codes) - 1}",
        country_code=codes[0],
        admin1_code=codes[1],
        admin2_code=codes[2] if len(codes) > 2 else None,
        population=0,
        precision="region",
        country_code_defacto=codes[0],
        geonameid=geonameid,
        source=source,
    )
    return Entry(place, tuple(names.values()))


def positive(cell: str, what: str) -> int:
    """Return a whole number that is not negative.

    Raises
    ------
    ValueError
        It is none; says what it should be.
    """
    if not cell.isascii() or not cell.isdigit() or len(cell) > 15:
        raise ValueError(f"the {what} {cell[:40]!r} is no whole number")
    return int(cell)


def position(latitude: str, longitude: str) -> tuple[float, float]:
    """Return latitude and longitude in degrees.

    Raises
    ------
    ValueError
        They are no numbers, or lie off the earth.
    """
    try:
        lat, lon = float(latitude), float(longitude)
    except ValueError:
        raise ValueError(
            f"latitude {latitude[:40]!r}, longitude {longitude[:40]!r} are no degrees"
        ) from None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"latitude {lat}, longitude {lon} lie off the earth")
    return lat, lon
