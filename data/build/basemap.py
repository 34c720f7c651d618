"""The world behind the map in the browser: countries of the UN view, coarse, with label points."""

import json
from collections.abc import Mapping, Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from data.build.features import Boundary, feature_line
from data.build.shapes import drop_islets, label_point, on_grid, simplify_together

TOLERANCE_DEG = 0.09
SMALLEST_ISLE_DEG2 = 0.015
ATTRIBUTION = (
    "Made with Natural Earth. Borders as the United Nations sees them, disputed lines dashed."
)


def basemap_bytes(
    countries: Mapping[str, BaseGeometry], names: Mapping[str, str], disputed: Sequence[Boundary]
) -> bytes:
    """Write one FeatureCollection: countries, then disputed lines.

    ``rank`` orders labels: 1 for the largest lands, 6 for those only a close view names.
    """
    codes = sorted(countries)
    shapes = simplify_together(
        [drop_islets(countries[code], SMALLEST_ISLE_DEG2) for code in codes], TOLERANCE_DEG
    )
    features = []
    for code, shape in zip(codes, shapes, strict=True):
        coarse = Boundary(
            code, names[code], code, "un", on_grid(shape, 2), "Natural Earth 4.1.0",
            label=label_point(countries[code]),
        )  # fmt: skip
        feature = json.loads(feature_line(coarse, decimals=2))
        feature["properties"] = {
            "id": code,
            "kind": "country",
            "label": feature["properties"]["label"],
            "name": names[code],
            "rank": _rank(countries[code]),
        }
        features.append(feature)
    for line in disputed:
        shape = shapely.transform(line.shape.simplify(0.02), lambda xy: np.round(xy, 2) + 0.0)
        if shape.is_empty or line.worldview == "defacto":
            continue
        coarse = Boundary(line.id, line.name, "", line.worldview, shape, line.source)
        feature = json.loads(feature_line(coarse, decimals=2))
        feature["properties"] = {"id": line.id, "kind": "disputed", "name": line.name}
        features.append(feature)
    collection = {
        "attribution": ATTRIBUTION,
        "features": features,
        "type": "FeatureCollection",
        "worldview": "un",
    }
    text = json.dumps(collection, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return (text + "\n").encode("utf-8")


def _rank(shape: BaseGeometry) -> int:
    """Label rank by the square degrees of the largest part."""
    largest = max(float(part.area) for part in shapely.get_parts(shape))
    return 1 + sum(int(largest < limit) for limit in (300, 60, 12, 2, 0.3))
