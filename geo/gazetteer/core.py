"""Read the core that every installation carries: ``gazetteer.csv``, ``names.csv``, ``curated/``."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from geo.errors import GazetteerError
from geo.gazetteer.names import script_tag
from geo.gazetteer.records import Entry, LexiconEntry, LexiconKind
from geo.model import Place, PlaceName

LIST_SEPARATOR = "|"
PLACE_TABLES = ("gazetteer.csv", "us_counties.csv")
_NO_AREA = frozenset({None, "", "none"})


def read_core(root: Path) -> tuple[list[Entry], list[LexiconEntry]]:
    """Read all places and words of the core.

    Raises
    ------
    GazetteerError
        A file is missing or a row cannot be used; the message names file and line.
    """
    tables = ("regions.csv", "places.csv")
    regions = {row["id"]: row for table in tables for _line, row in _rows(root / "curated" / table)}
    names: dict[str, list[PlaceName]] = {}
    for _line, row in _rows(root / "names.csv"):
        names.setdefault(row["id"], []).append(
            PlaceName(row["name"], row["lang"], cast("Any", row["kind"]))
        )
    for _line, row in _rows(root / "curated" / "aliases.csv"):
        names.setdefault(row["place_id"], []).append(PlaceName(row["alias"], "en", "variant"))
    entries = []
    known: set[str] = set()
    found = ((table, row) for table in PLACE_TABLES for row in _rows(root / table))
    for table, (line, row) in found:
        try:
            place = _place(row, regions.get(row["id"], {}), known)
        except (KeyError, ValueError) as error:
            raise GazetteerError(f"{root / table} line {line}: {error}") from None
        entries.append(Entry(place, _all_names(row, names.get(place.id, []))))
    if not entries:
        raise GazetteerError(f"{root / 'gazetteer.csv'} is missing or holds no place")
    return entries, list(_lexicon(root))


def read_worldviews(root: Path) -> dict[str, tuple[str | None, str | None]]:
    """Return the country under the UN's view and de facto, for each code that is in dispute.

    Keys are GeoNames codes of countries ("FK") and divisions ("UA.11").
    """
    views: dict[str, dict[str, str]] = {}
    for _line, row in _rows(root / "curated" / "worldviews.csv"):
        views.setdefault(row["territory"], {})[row["worldview"]] = row["country_code"]
    return {
        code: (view.get("un") or None, view.get("defacto") or None) for code, view in views.items()
    }


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield line and cells of a table; nothing where an optional table is not there."""
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            reader = csv.DictReader(stream)
            for row in reader:
                yield reader.line_num, row
    except FileNotFoundError:
        return


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


def _place(row: dict[str, str], region: dict[str, str], known: set[str]) -> Place:
    if row["id"] in known:
        raise ValueError(f"the id {row['id']!r} is taken")
    known.add(row["id"])
    lat, lon = _number(row["latitude"]), _number(row["longitude"])
    if lat is not None and lon is not None and not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"{row['id']} lies at latitude {lat}, longitude {lon}")
    sense = region.get("sense") or "place"
    return Place(
        id=row["id"],
        name=row["name"],
        latitude_deg=lat,
        longitude_deg=lon,
        feature_class=row["feature_class"],
        feature_code=row["feature_code"],
        country_code=row["country_code"] or None,
        admin1_code=row["admin1_code"] or None,
        admin2_code=row["admin2_code"] or None,
        population=int(row["population"] or 0),
        precision=cast("Any", row["precision"] if sense == "place" else "none"),
        country_code_defacto=row["country_code_defacto"] or None,
        boundary_id=row["boundary_id"] or None,
        composition=region["composition"] if region.get("composition") not in _NO_AREA else None,
        uncertainty_km=_number(region.get("uncertainty_km", "")),
        geonameid=int(row["geonameid"]) if row["geonameid"] else None,
        wikidata_id=row["wikidata_id"] or None,
        dispute_note=row["dispute_note"] or None,
        definition=region.get("definition") or None,
        sense=cast("Any", sense),
        source=row["source"],
    )


def _all_names(row: dict[str, str], tagged: list[PlaceName]) -> tuple[PlaceName, ...]:
    """Return the preferred name, the tagged ones, then spellings without a language."""
    out = {row["name"]: PlaceName(row["name"], "en", "preferred")}
    for name in tagged:
        out.setdefault(name.name, name)
    for cell in (row["asciiname"], *row["alternatenames"].split(LIST_SEPARATOR)):
        if cell := cell.strip():
            out.setdefault(cell, PlaceName(cell, script_tag(cell), "variant"))
    return tuple(out.values())


def _lexicon(root: Path) -> Iterator[LexiconEntry]:
    """Yield demonyms, metonyms and abbreviations, also of towns that only the world index holds."""
    kinds: tuple[tuple[LexiconKind, str, str, str], ...] = (
        ("demonym", "demonyms", "form", "kind"),
        ("metonym", "metonyms", "name", "sense"),
        ("government", "metonyms", "name", "government"),
        ("abbreviation", "abbreviations", "name", "style"),
    )
    for kind, table, word, note in kinds:
        for _line, row in _rows(root / "curated" / f"{table}.csv"):
            yield LexiconEntry(kind, row[word], row["place_id"], row[note])
