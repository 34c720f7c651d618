"""The land along each border that two countries share, drawn once so that no reader has to."""

import json
from collections.abc import Iterator
from itertools import combinations

from data.build.boundaries import VIEWS
from geo import shapes
from geo.boundaries import BORDER_ZONE_KM, zone_id
from geo.geodesy import overlap
from geo.model import Geometry

FILE = "border_zones.geojsonl"
_BOTH = "any"


def zone_lines(countries: bytes) -> list[tuple[str, str, bytes]]:
    """Return id, worldview and Feature of each border zone, sorted, from the file of countries.

    Zones are cut from the very outlines that are shown, so that they end where these do.
    """
    known = [json.loads(line, parse_int=float) for line in countries.splitlines()]
    found: dict[str, dict[str, dict[str, object]]] = {}
    for view in VIEWS:
        outlines = [one for one in known if one["properties"]["worldview"] in {_BOTH, view}]
        for zone, feature in _zones(outlines):
            found.setdefault(zone, {})[view] = feature
    lines = []
    for zone, features in sorted(found.items()):
        alike = [features[view] for view in VIEWS if view in features]
        equal = len(alike) == len(VIEWS) and all(one == alike[0] for one in alike)
        for view, feature in sorted({_BOTH: alike[0]}.items() if equal else features.items()):
            feature["properties"] |= {"worldview": view}  # type: ignore[operator]
            text = json.dumps(feature, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            lines.append((zone, view, f"{text}\n".encode()))
    return lines


def _zones(outlines: list[dict[str, dict[str, object]]]) -> Iterator[tuple[str, dict[str, object]]]:
    for one, other in combinations(outlines, 2):
        facts, others = one["properties"], other["properties"]
        if not overlap(facts["bbox"], others["bbox"]):  # type: ignore[arg-type]
            continue
        zone = shapes.border_zone(_geometry(one), _geometry(other), BORDER_ZONE_KM)
        if zone is None:
            continue
        key = zone_id(str(facts["id"]), str(others["id"]))
        yield (
            key,
            {
                "type": "Feature",
                "geometry": {"type": zone.type, "coordinates": zone.coordinates},
                "properties": {
                    "bbox": shapes.bbox(zone),
                    "country_code": "",
                    "id": key,
                    "label": shapes.label_point(zone),
                    "name": f"{facts['name']} and {others['name']}",
                    "source": facts["source"],
                },
            },
        )


def _geometry(feature: dict[str, dict[str, object]]) -> Geometry:
    shape = feature["geometry"]
    return Geometry(shape["type"], shape["coordinates"])  # type: ignore[arg-type]
