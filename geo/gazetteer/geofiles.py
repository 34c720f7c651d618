"""Read gazetteers of other origin: CSV, Who's On First, Linked Places, GeoJSON polygons.

Every reader yields, for each row or feature, the line where it begins and what it says, or an
:class:`~geo.errors.ImportRowError` where it cannot be used.
"""

import csv
import json
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import IO, Any, TypeAlias, TypeVar, cast

from geo.errors import ImportRowError
from geo.gazetteer.dumps import position, positive, precision_of
from geo.gazetteer.names import script_tag
from geo.gazetteer.records import Entry
from geo.geodesy import wrap_lon
from geo.model import Geometry, Place, PlaceName

_CHUNK = 1 << 20
_LARGEST_FEATURE = 64 << 20
_PRECISIONS = frozenset({"point", "city", "district", "region", "country", "vague_area"})
_WOF_CODES = {
    "country": ("A", "PCLI"), "dependency": ("A", "PCLD"), "region": ("A", "ADM1"),
    "macroregion": ("L", "RGN"), "county": ("A", "ADM2"), "localadmin": ("A", "ADM3"),
    "locality": ("P", "PPL"), "borough": ("P", "PPLX"), "neighbourhood": ("P", "PPLX"),
    "macrohood": ("P", "PPLX"), "microhood": ("P", "PPLX"), "continent": ("L", "CONT"),
    "ocean": ("H", "OCN"), "marinearea": ("H", "SEA"), "disputed": ("A", "TERR"),
    "venue": ("S", "BLDG"), "campus": ("S", "BLDG"),
}  # fmt: skip
T = TypeVar("T")
Row: TypeAlias = tuple[int, T | ImportRowError]
"""Line, and what stands there."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A place with its outline."""

    entry: Entry
    geometry: Geometry


def read_csv(stream: IO[str], prefix: str, source: str) -> Iterator[Row[Entry]]:
    """Yield the places of a table with ``name``, ``latitude`` and ``longitude``.

    Other columns that are read: ``id``, ``alternatenames`` (by ``|``), ``lang``, ``country_code``,
    ``admin1_code``, ``admin2_code``, ``feature_class``, ``feature_code``, ``population``,
    ``precision``, ``wikidata_id``.

    Parameters
    ----------
    stream : text file
    prefix : str
        Of ids; rows without one are numbered.
    source : str
    """
    reader = csv.DictReader(stream)
    columns = {column.strip().lower(): column for column in reader.fieldnames or ()}
    for short, long in (("lat", "latitude"), ("lon", "longitude"), ("lng", "longitude")):
        if short in columns:
            columns.setdefault(long, columns[short])
    missing = [column for column in ("name", "latitude", "longitude") if column not in columns]
    if missing:
        yield 1, ImportRowError(f"no column {' and '.join(missing)} in the header", 1)
        return
    try:
        for number, row in enumerate(reader, start=1):
            cells = {name: (row[column] or "").strip() for name, column in columns.items()}
            try:
                yield reader.line_num, _csv_entry(cells, prefix, number, source)
            except ValueError as error:
                yield reader.line_num, ImportRowError(str(error), reader.line_num)
    except csv.Error as error:
        yield reader.line_num, ImportRowError(str(error), reader.line_num)


def _csv_entry(cells: dict[str, str], prefix: str, number: int, source: str) -> Entry:
    name = " ".join(cells["name"].split())
    if not name:
        raise ValueError("the name is empty")
    latitude, longitude = position(cells["latitude"], cells["longitude"])
    feature_class = cells.get("feature_class") or "P"
    feature_code = cells.get("feature_code") or ("PPL" if feature_class == "P" else "")
    precision = cells.get("precision") or precision_of(feature_class, feature_code)
    if precision not in _PRECISIONS:
        raise ValueError(f"the precision {precision[:40]!r} is none of {sorted(_PRECISIONS)}")
    country = cells.get("country_code", "").upper() or None
    if country is not None and (len(country) != 2 or not country.isalpha()):
        raise ValueError(f"the country code {country[:40]!r} is not two letters (ISO 3166-1)")
    place = Place(
        id=f"{prefix}:{cells.get('id') or number}",
        name=name,
        latitude_deg=latitude,
        longitude_deg=longitude,
        feature_class=feature_class,
        feature_code=feature_code,
        country_code=country,
        admin1_code=cells.get("admin1_code") or None,
        admin2_code=cells.get("admin2_code") or None,
        population=positive(cells.get("population") or "0", "population"),
        precision=cast("Any", precision),
        country_code_defacto=country,
        wikidata_id=cells.get("wikidata_id") or None,
        source=source,
    )
    lang = cells.get("lang") or script_tag(name)
    names = {name: PlaceName(name, lang, "preferred")}
    for other in cells.get("alternatenames", "").split("|"):
        if other := " ".join(other.split()):
            names.setdefault(other, PlaceName(other, script_tag(other), "variant"))
    return Entry(place, tuple(names.values()))


def read_wof(path: Path, source: str) -> Iterator[Row[Entry]]:
    """Yield the places of Who's On First: a file of features, or a folder of one file each.

    The line of an error in a folder is the number of the file in sorted order, named in its text.
    """
    if path.is_dir():
        files = sorted(one for one in path.rglob("*.geojson") if "-alt-" not in one.name)
        for number, one in enumerate(files, start=1):
            for _line, found in read_wof(one, source):
                if isinstance(found, ImportRowError):
                    yield number, ImportRowError(f"{one.name}: {found}", number)
                else:
                    yield number, found
        return
    with path.open(encoding="utf-8") as stream:
        for line, feature in features(stream):
            read = _read(feature, line, partial(_wof_entry, source=source))
            if read is not None:
                yield line, read


def _read(
    feature: dict[str, Any] | ImportRowError,
    line: int,
    reader: Callable[[dict[str, Any]], T | None],
) -> T | ImportRowError | None:
    """Return what a reader makes of a feature, or why it cannot."""
    if isinstance(feature, ImportRowError):
        return feature
    try:
        return reader(feature)
    except KeyError as error:
        return ImportRowError(f"the feature has no {error.args[0]!r}", line)
    except ValueError as error:
        return ImportRowError(str(error), line)
    except (TypeError, AttributeError, IndexError) as error:
        return ImportRowError(f"the feature is not built as expected: {error}", line)


def _wof_entry(feature: dict[str, Any], source: str) -> Entry | None:
    facts = feature["properties"]
    if facts.get("mz:is_current") == 0 or facts.get("edtf:deprecated") not in {None, "", "uuuu"}:
        return None
    feature_class, feature_code = _WOF_CODES.get(facts["wof:placetype"], ("L", "AREA"))
    latitude, longitude = position(
        str(facts.get("lbl:latitude", facts.get("geom:latitude"))),
        str(facts.get("lbl:longitude", facts.get("geom:longitude"))),
    )
    name = " ".join(str(facts["wof:name"]).split())
    names = {name: PlaceName(name, script_tag(name), "preferred")}
    for key in sorted(facts):
        lang, _x, kind = key.removeprefix("name:").partition("_x_")
        if not key.startswith("name:") or kind not in {"preferred", "variant", "historical"}:
            continue
        for other in facts[key]:
            clean = " ".join(str(other).split())
            tag = _languages().get(lang, lang)
            names.setdefault(clean, PlaceName(clean, tag, cast("Any", kind)))
    geonameid = (facts.get("wof:concordances") or {}).get("gn:id")
    country = str(facts.get("wof:country") or "") or None
    place = Place(
        id=f"wof:{positive(str(facts['wof:id']), 'wof:id')}",
        name=name,
        latitude_deg=latitude,
        longitude_deg=longitude,
        feature_class=feature_class,
        feature_code=feature_code,
        country_code=country,
        admin1_code=None,
        admin2_code=None,
        population=positive(str(facts.get("wof:population") or 0), "wof:population"),
        precision=precision_of(feature_class, feature_code),
        country_code_defacto=country,
        geonameid=positive(str(geonameid), "gn:id") if geonameid else None,
        source=source,
    )
    return Entry(place, tuple(names.values()))


def read_linked(stream: IO[str], prefix: str, source: str) -> Iterator[Row[Entry]]:
    """Yield the places of a Linked Places file (LPF 1.2): a FeatureCollection, or a line each."""
    for number, (line, feature) in enumerate(features(stream), start=1):
        reader = partial(_linked_entry, prefix=prefix, number=number, source=source)
        if (found := _read(feature, line, reader)) is not None:
            yield line, found


@cache
def _languages() -> dict[str, str]:
    """Return ISO 639-3, as Who's On First has it, to BCP 47, which takes two letters if it can."""
    table = Path(__file__).with_name("languages.tsv").read_text("utf-8")
    return dict(cast("tuple[str, str]", line.split("\t")) for line in table.splitlines()[1:])


def _linked_entry(feature: dict[str, Any], prefix: str, number: int, source: str) -> Entry:
    facts = feature["properties"]
    title = " ".join(str(facts["title"]).split())
    if not title:
        raise ValueError("the title is empty")
    centre = _centre(feature.get("geometry"))
    country = next(iter(facts.get("ccodes") or ()), None)
    feature_class = next(iter(facts.get("fclasses") or ()), "P")
    names = {title: PlaceName(title, script_tag(title), "preferred")}
    for one in feature.get("names") or ():
        clean = " ".join(str(one["toponym"]).split())
        lang = str(one.get("lang") or script_tag(clean))
        kind = "historical" if one.get("when") else "variant"
        names.setdefault(clean, PlaceName(clean, lang, cast("Any", kind)))
    identifier = str(feature.get("@id") or number).rstrip("/").rsplit("/", 1)[-1]
    place = Place(
        id=f"{prefix}:{identifier}",
        name=title,
        latitude_deg=centre[1] if centre else None,
        longitude_deg=centre[0] if centre else None,
        feature_class=str(feature_class),
        feature_code="PPL" if feature_class == "P" else "",
        country_code=country,
        admin1_code=None,
        admin2_code=None,
        population=0,
        precision=precision_of(str(feature_class), ""),
        country_code_defacto=country,
        source=source,
    )
    return Entry(place, tuple(names.values()))


def read_polygons(stream: IO[str], prefix: str, source: str) -> Iterator[Row[Drawing]]:
    """Yield the areas of a GeoJSON file (RFC 7946), each with a ``name``."""
    for number, (line, feature) in enumerate(features(stream), start=1):
        reader = partial(_drawing, prefix=prefix, number=number, source=source)
        if (found := _read(feature, line, reader)) is not None:
            yield line, found


def _drawing(feature: dict[str, Any], prefix: str, number: int, source: str) -> Drawing:
    facts = feature.get("properties") or {}
    name = " ".join(str(facts.get("name") or "").split())
    if not name:
        raise ValueError("the feature has no name in its properties")
    shape = feature["geometry"] or {}
    if shape.get("type") not in {"Polygon", "MultiPolygon"}:
        raise ValueError(f"the geometry is {shape.get('type')!r}, not a Polygon or MultiPolygon")
    geometry = Geometry(shape["type"], shape["coordinates"])
    centre = _centre(shape)
    if centre is None:
        raise ValueError("the polygon is empty")
    country = str(facts.get("country_code") or "").upper() or None
    identifier = f"{prefix}:{facts.get('id') or feature.get('id') or number}"
    names = {name: PlaceName(name, script_tag(name), "preferred")}
    for other in str(facts.get("alternatenames") or "").split("|"):
        if clean := " ".join(other.split()):
            names.setdefault(clean, PlaceName(clean, script_tag(clean), "variant"))
    place = Place(
        id=identifier,
        name=name,
        latitude_deg=centre[1],
        longitude_deg=centre[0],
        feature_class="L",
        feature_code="AREA",
        country_code=country,
        admin1_code=None,
        admin2_code=None,
        population=0,
        precision="vague_area",
        country_code_defacto=country,
        boundary_id=identifier,
        definition=str(facts["definition"]) if facts.get("definition") else None,
        source=source,
    )
    return Drawing(Entry(place, tuple(names.values())), geometry)


def _centre(shape: Any) -> tuple[float, float] | None:
    """Return the middle of a geometry's box; every position must be on the earth."""
    if not shape:
        return None
    stack: list[Any] = [shape.get("coordinates") or shape.get("geometries") or []]
    lons: list[float] = []
    lats: list[float] = []
    while stack:
        item = stack.pop()
        if isinstance(item, dict):
            stack.append(item.get("coordinates") or [])
        elif item and isinstance(item[0], (int, float)) and not isinstance(item[0], bool):
            lon, lat = float(item[0]), float(item[1])
            if not (math.isfinite(lon) and -180 <= lon <= 180 and -90 <= lat <= 90):
                raise ValueError(f"longitude {lon}, latitude {lat} lie off the earth")
            lons.append(lon)
            lats.append(lat)
        elif isinstance(item, list):
            stack.extend(item)
        else:
            raise ValueError(f"{str(item)[:40]!r} is no position")
    if not lons:
        return None
    west, east = min(lons), max(lons)
    if east - west > 180:
        shifted = [lon + 360 if lon < 0 else lon for lon in lons]
        west, east = min(shifted), max(shifted)
    lon, lat = wrap_lon((west + east) / 2), (min(lats) + max(lats)) / 2
    return round(lon, 5), round(lat, 5)


def features(stream: IO[str]) -> Iterator[tuple[int, dict[str, Any] | ImportRowError]]:
    """Yield line and content of each feature: of a collection, of a line each, or of a single one.

    A feature that is no JSON ends the reading; its place is taken by the error.
    """
    decode = json.JSONDecoder().raw_decode
    buffer, line = stream.read(_CHUNK), 1
    at = _first_feature(buffer)
    line += buffer.count("\n", 0, at)
    while True:
        start = buffer.find("{", at)
        line += buffer.count("\n", at, start if start >= 0 else len(buffer))
        try:
            value, end = decode(buffer, start) if start >= 0 else (None, at)
        except (ValueError, RecursionError):
            value, end = None, at
        if isinstance(value, dict) and (value.get("type") == "Feature" or "properties" in value):
            yield line, value
            line += buffer.count("\n", start, end)
            at = end
        elif value is not None:
            line += buffer.count("\n", start, end)
            at = end
        elif len(buffer) - at < _LARGEST_FEATURE and (more := stream.read(_CHUNK)):
            buffer, at = buffer[start if start >= 0 else len(buffer) :] + more, 0
        elif start < 0 or buffer[start:].strip() in {"", "}", "]}"}:
            return
        else:
            yield line, ImportRowError("the JSON ends, or is broken, inside this feature", line)
            return


def _first_feature(buffer: str) -> int:
    """Return where the features of a collection begin; 0 where the file is no collection."""
    at = buffer.find('"features"')
    return buffer.find("[", at) + 1 if at >= 0 else 0
