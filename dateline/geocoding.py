"""``dateline geocode`` and ``dateline gazetteer``: answers of the gazetteer itself."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.output import emit
from geo.errors import GazetteerError

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer
    from geo.model import Place

_CREDIT = "GeoNames (geonames.org), CC BY 4.0"


def answer(gazetteer: "Gazetteer", options: argparse.Namespace) -> bytes:
    """Return the candidates of each name, or the places around a position, as GeoJSON.

    Raises
    ------
    GazetteerError
        Neither a name nor a position is given, or a position is none.
    """
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
        features += [
            _feature(gazetteer, hit.place, query=name, rank=rank, match=hit.match, edits=hit.edits)
            for rank, hit in enumerate(found, 1)
        ]
    document = {
        "type": "FeatureCollection",
        "features": features,
        "attribution": [_CREDIT],
        "gazetteer_version": gazetteer.version,
    }
    return json.dumps(document, ensure_ascii=False, sort_keys=True).encode() + b"\n"


def position(text: str) -> tuple[float, float]:
    """Return "LON,LAT" as degrees.

    Raises
    ------
    GazetteerError
        It is no longitude and latitude.

    Examples
    --------
    >>> position("36.19,51.73")
    (36.19, 51.73)
    """
    try:
        lon_deg, lat_deg = (float(part) for part in text.split(","))
    except ValueError:
        raise GazetteerError(
            f"{text!r} is no position: write LON,LAT in degrees, such as 36.19,51.73"
        ) from None
    if not (-180 <= lon_deg <= 180 and -90 <= lat_deg <= 90):
        raise GazetteerError(f"{text!r} lies off the globe: longitude first, then latitude")
    return lon_deg, lat_deg


def gazetteer_action(options: argparse.Namespace, data_dir: Path) -> int:
    """Build, inspect, check or extend the world index; return the exit status."""
    from geo.gazetteer import world
    from geo.gazetteer.ready import terminal_progress

    if options.action == "build":
        folder = world.build(data_dir, options.threshold, progress=terminal_progress)
        emit(f"{folder}\n".encode(), None)
    elif options.action == "info":
        emit(json.dumps(_info(data_dir), sort_keys=True, indent=1).encode() + b"\n", None)
    elif options.action == "check":
        problems = world.check(data_dir)
        emit("".join(f"{problem}\n" for problem in problems or ["intact"]).encode(), None)
        return 1 if problems else 0
    else:
        _import(options, data_dir)
    return 0


def _import(options: argparse.Namespace, data_dir: Path) -> None:
    """Take in a file of places or outlines, and build the world index with it."""
    from geo.gazetteer import world
    from geo.gazetteer.importers import import_file
    from geo.gazetteer.ready import terminal_progress

    done = import_file(
        data_dir,
        Path(options.file),
        format=options.format,
        name=options.name,
        source=options.source,
        licence=options.licence,
        as_of=options.as_of,
        skip_bad=options.skip_bad,
        progress=terminal_progress,
    )
    for error in done.errors:
        sys.stderr.write(f"{options.file}: {error}\n")
    world.build(data_dir, _info(data_dir).get("threshold", 500), progress=terminal_progress)
    taken = {
        "name": done.name,
        "format": done.format,
        "places": done.places,
        "names": done.names,
        "outlines": done.outlines,
        "bad_rows": done.bad,
    }
    emit(json.dumps(taken, sort_keys=True, indent=1).encode() + b"\n", None)


def _info(data_dir: Path) -> dict[str, Any]:
    """Return what answers now: the world's manifest, or the core's version with the reason."""
    from geo.gazetteer import Gazetteer, world

    try:
        return world.info(data_dir)
    except GazetteerError as error:
        with_core = Gazetteer.open(data_dir, core_only=True)
        return {"version": with_core.version, "kind": "core", "why": str(error)}


def _feature(gazetteer: "Gazetteer", place: "Place", **more: object) -> dict[str, Any]:
    parent = gazetteer.parent(place)
    point = (
        None
        if place.longitude_deg is None or place.latitude_deg is None
        else {"type": "Point", "coordinates": [place.longitude_deg, place.latitude_deg]}
    )
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": point,
        "properties": {
            "name": place.name,
            "within": parent.name if parent else None,
            "country_code": place.country_code,
            "admin1_code": place.admin1_code,
            "feature_code": place.feature_code,
            "population": place.population,
            "precision": place.precision,
            **more,
        },
    }
