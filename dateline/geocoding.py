"""``dateline geocode`` and ``dateline gazetteer``: answers of the gazetteer itself."""

import argparse
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.output import emit
from geo.errors import GazetteerError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from geo.gazetteer import Gazetteer
    from geo.model import Place


def answer(gazetteer: "Gazetteer", options: argparse.Namespace) -> bytes:
    """Return the candidates of each name, or the places around a position, as GeoJSON."""
    features: list[dict[str, Any]] = []
    if options.reverse:
        lon_deg, lat_deg = position(options.reverse)
        for place, km in gazetteer.near(lon_deg, lat_deg, limit=options.limit):
            features.append(_feature(gazetteer, place, distance_km=round(km, 2)))
    elif not options.name:
        raise GazetteerError("give a NAME, or --reverse LON,LAT")
    near = position(options.near) if options.near else None
    for name in options.name:
        found = gazetteer.search(
            name,
            country=options.country.upper() if options.country else None,
            near=near,
            limit=options.limit,
            fuzzy=options.fuzzy,
        )
        features += [_feature(gazetteer, place, query=name, rank=n) for n, place in ranked(found)]
    document = {
        "type": "FeatureCollection",
        "features": features,
        "attribution": ["GeoNames (geonames.org), CC BY 4.0"],
        "gazetteer_version": gazetteer.version,
    }
    return json.dumps(document, ensure_ascii=False, sort_keys=True).encode() + b"\n"
