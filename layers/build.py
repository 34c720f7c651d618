"""From annotations to layers: by what is claimed, and by who says it.

The topics are the groups of ``data/curated/event_types.tsv``, the same for every report, in the
order of that table; a topic or a speaker without annotations makes no layer.
"""

import csv
import hashlib
import math
import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from geo.data import data_path
from geo.model import Geometry
from layers.bounds import bounds
from layers.model import Annotation, Layer, View
from layers.style import NARRATOR, is_drawn, speakers

_WORDS = re.compile(r"[a-z0-9]+")
_MARGIN = 0.06
_SMALLEST_SHARE = 0.004
_LEAST_SHOWN = 0.95
_OTHER = ("other", "Other")


def build(annotations: tuple[Annotation, ...]) -> tuple[Layer, ...]:
    """Return the layers of one map: topics first, then speakers.

    Examples
    --------
    >>> build(())
    ()
    """
    topics: dict[tuple[str, str], list[str]] = {group: [] for group in _groups().values()}
    for annotation in annotations:
        group = _groups().get(annotation.what.event_type, _OTHER)
        topics.setdefault(group, []).append(annotation.id)
    layers = [
        Layer(f"topic-{slug(group)}", "topic", label, tuple(ids))
        for (group, label), ids in topics.items()
        if ids
    ]
    taken: set[str] = set()
    spoken: dict[str, list[str]] = {}
    for annotation in annotations:
        spoken.setdefault(annotation.who.source, []).append(annotation.id)
    for speaker in speakers(annotations):
        ids = spoken[speaker]
        name = f"speaker-{slug(speaker)}"
        while name in taken:
            name += "-"
        taken.add(name)
        title = "The report itself" if speaker == NARRATOR else speaker
        layers.append(Layer(name, "speaker", title, tuple(ids)))
    return tuple(layers)


def view(annotations: tuple[Annotation, ...]) -> View | None:
    """Return the box that shows every mark with a margin, or None where nothing is drawn.

    Islands far out that are next to nothing of their area do not decide it: Franz Josef Land would
    press Russia into half of its size.
    """
    shapes = {id(a.geometry): a.geometry for a in annotations if a.geometry and is_drawn(a)}
    box = bounds(body for shape in shapes.values() for body in _bodies(shape))
    if box is None:
        return None
    west, south, east, north = box
    width = (east - west) % 360.0 or (360.0 if east != west else 0.0)
    wide, high = max(width * _MARGIN, 0.5), max((north - south) * _MARGIN, 0.5)
    if width + 2 * wide >= 360.0:
        return View(-180.0, max(south - high, -85.0), 180.0, min(north + high, 85.0))
    return View(
        _wrap(west - wide), max(south - high, -85.0), _wrap(east + wide), min(north + high, 85.0)
    )


def _bodies(shape: Geometry) -> Sequence[Geometry]:
    """Return the parts of a shape that are worth seeing; all, where it is but small parts."""
    if shape.type != "MultiPolygon":
        return (shape,)
    pieces = [Geometry("Polygon", rings) for rings in shape.coordinates]
    sizes = [_size(piece) for piece in pieces]
    kept = [
        piece
        for piece, size in zip(pieces, sizes, strict=True)
        if size >= _SMALLEST_SHARE * sum(sizes)
    ]
    left = sum(size for size in sizes if size >= _SMALLEST_SHARE * sum(sizes))
    return kept if left >= _LEAST_SHOWN * sum(sizes) else pieces


def _size(polygon: Geometry) -> float:
    """Return the area of a polygon's outer ring in square degrees at the equator, roughly."""
    ring = polygon.coordinates[0]
    twice = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))
    middle = sum(position[1] for position in ring) / len(ring)
    return abs(float(twice)) / 2 * math.cos(math.radians(middle))


@lru_cache(maxsize=256)  # the topics and most speakers are those of the map before
def slug(text: str) -> str:
    """Return lower-case ASCII words joined by hyphens; of other scripts a short hash.

    Examples
    --------
    >>> slug("Defense Intelligence of Ukraine")
    'defense-intelligence-of-ukraine'
    """
    plain = text
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = "-".join(_WORDS.findall(plain.lower()))[:60].strip("-")
    return words or "x" + hashlib.sha256(text.encode()).hexdigest()[:8]


@cache
def _groups() -> dict[str, tuple[str, str]]:
    with data_path("curated", "event_types.tsv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle, delimiter="\t"))
    return {row["event_type"]: (row["group"], row["group_label"]) for row in rows}


def _wrap(longitude_deg: float) -> float:
    return (longitude_deg + 180.0) % 360.0 - 180.0 if abs(longitude_deg) > 180.0 else longitude_deg
