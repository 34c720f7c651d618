"""The ground that every map is drawn on: countries, disputed lines, names.

The United Nations' view lies ready in ``data/boundaries/basemap.geojson``. Any other is made from
the outlines of that worldview in the same form, simplified together so that neighbours keep one
border; islands too small to be seen are left out, countries never.
"""

from functools import cache
from typing import Any

import orjson
from babel import Locale

from geo.boundaries import Boundaries
from geo.data import data_path
from geo.model import Geometry, Worldview
from web.language import SOURCE

_COUNTRY_ID_CHARS = 2
_TOLERANCE_DEG = 0.07
_GRID_DEG = 0.01
_SMALLEST_PART_DEG2 = 0.04
_DECIMALS = 2


@cache
def basemap_bytes(worldview: Worldview) -> bytes:
    """Return the ground as GeoJSON, deterministic, made once in a process.

    Parameters
    ----------
    worldview : {"un", "defacto"}
        Whose borders are drawn.

    Raises
    ------
    BoundaryError
        The outlines are damaged.
    GazetteerError
        The data is not installed.
    """
    if worldview == "un":
        return data_path("boundaries", "basemap.geojson").read_bytes()
    boundaries = Boundaries.open(worldview)
    countries = [
        (one, outline)
        for one in boundaries.ids()
        if len(one) == _COUNTRY_ID_CHARS and (outline := boundaries.outline(one)) is not None
    ]
    features = [
        _feature(
            geometry,
            {
                "kind": "country",
                "id": one,
                "name": outline.name,
                "label": [round(degrees, _DECIMALS) for degrees in outline.label],
            },
        )
        for (one, outline), geometry in zip(
            countries, _simplified([outline.geometry for _, outline in countries]), strict=True
        )
    ]
    for one in boundaries.disputed():
        line = boundaries.outline(one)
        if line is not None:
            geometry = {"type": line.geometry.type, "coordinates": line.geometry.coordinates}
            features.append(_feature(geometry, {"kind": "disputed", "id": one, "name": line.name}))
    return orjson.dumps(
        {"type": "FeatureCollection", "features": features}, option=orjson.OPT_SORT_KEYS
    )


@cache
def ground_bytes(worldview: Worldview, lang: str) -> bytes:
    """Return the ground with the names of countries as a language has them.

    Parameters
    ----------
    worldview : {"un", "defacto"}
    lang : str
        A language that pages speak; what it has no name for keeps the English one.
    """
    ground = basemap_bytes(worldview)
    if lang == SOURCE:
        return ground
    names = Locale.parse(lang, sep="-").territories
    collection = orjson.loads(ground)
    for feature in collection["features"]:
        own = feature["properties"]
        if own["kind"] == "country":
            own["name"] = names.get(own["id"], own["name"])
    return orjson.dumps(collection, option=orjson.OPT_SORT_KEYS)


def _feature(geometry: dict[str, Any], properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def _simplified(geometries: list[Geometry]) -> list[dict[str, Any]]:
    import shapely

    shapes = [
        shapely.from_geojson(
            orjson.dumps({"type": one.type, "coordinates": one.coordinates}).decode()
        )
        for one in geometries
    ]
    simple = shapely.coverage_simplify([_without_specks(one) for one in shapes], _TOLERANCE_DEG)
    snapped = shapely.orient_polygons(shapely.set_precision(simple, _GRID_DEG))
    return [
        orjson.loads(shapely.to_geojson(coarse if not coarse.is_empty else fine))
        for coarse, fine in zip(snapped, shapes, strict=True)
    ]


def _without_specks(shape: Any) -> Any:
    import shapely

    if shape.geom_type != "MultiPolygon":
        return shape
    parts = sorted(shape.geoms, key=lambda part: part.area)
    kept = [part for part in parts[:-1] if part.area >= _SMALLEST_PART_DEG2]
    return shapely.MultiPolygon([*kept, parts[-1]])
