"""What the page's scripts draw from: shapes once, claims beside them, in columns.

No word of a report stands in it but names of places and counted things: text, quotes and cards
come from the server as pages. Columns keep it small (of a hundred thousand claims at as many spots
some ten megabytes, two when zipped), and a shape is sent once however many claims it stands for
(Russia's outline alone is some hundred kilobytes).
"""

from collections.abc import Callable
from typing import Any

import orjson

from layers import style
from layers.facets import GROUPS, Facets
from layers.model import Annotation, MapDocument, Style, View
from layers.timeline import Span, Timeline
from web.outlines import packed

_DECIMALS = 5


def drawing(
    document: MapDocument,
    facets: Facets,
    view: View | None,
    line: Timeline,
    count_words: Callable[[Annotation], str | None],
    place_words: Callable[[Annotation], str | None],
) -> bytes:
    """Return everything but text as JSON.

    Parameters
    ----------
    document : MapDocument
    facets : Facets
        Of this document.
    view : View or None
        What the map shows first.
    line : Timeline
        The two times of its claims.
    count_words : callable
        Gives what may be written on the area of an annotation, or None.
    place_words : callable
        Gives what its place is called, or None where it has no name.
    """
    shapes = _Table()
    looks = _Table()
    words = _Table()
    claims: dict[str, int] = {}
    shape_columns: dict[str, list[Any]] = {
        name: [] for name in ("place", "precision", "flow", "label", "at", "geometry")
    }
    columns: dict[str, list[Any]] = {
        name: [] for name in ("claim", "shape", "look", "count", "role", *GROUPS)
    }
    styles = style.speaker_styles(document.annotations)
    roles = _Table()
    for annotation, own in zip(document.annotations, facets.of, strict=True):
        columns["claim"].append(claims.setdefault(annotation.claim_id, len(claims)))
        columns["look"].append(looks.at(_look(style.style_of(annotation, styles))))
        columns["role"].append(roles.at(annotation.where.place_role))
        for group, value in zip(GROUPS, own, strict=True):
            columns[group].append(value)
        count = count_words(annotation) if annotation.geometry is not None else None
        columns["count"].append(-1 if count is None else words.at(count))
        key = annotation.drawn.shape
        if annotation.geometry is None or key is None:
            columns["shape"].append(-1)
            continue
        known = len(shapes.values)
        columns["shape"].append(shapes.at(key))
        if len(shapes.values) > known:
            _add_shape(shape_columns, annotation, place_words(annotation))
    moments = {moment.claim_id: moment for moment in line.moments}
    spans = _Table()
    said = [_days(spans, moments[claim].said) for claim in claims]
    refers = [_days(spans, moments[claim].refers) for claim in claims]
    return orjson.dumps(
        {
            "id": document.id,
            "title": document.title,
            "groups": {group: [line.id for line in facets.group(group)] for group in GROUPS},
            "facets": [line.id for line in facets.lines],
            "looks": looks.values,
            "roles": roles.values,
            "words": words.values,
            "claims": list(claims),
            "said": said,
            "refers": refers,
            "spans": spans.values,
            "annotations": columns,
            "shapes": {"key": shapes.values, **shape_columns},
            "view": None
            if view is None
            else [view.west_lon_deg, view.south_lat_deg, view.east_lon_deg, view.north_lat_deg],
        },
        option=orjson.OPT_SORT_KEYS,
    )


class _Table:
    """Values kept once; others refer to them by position."""

    def __init__(self) -> None:
        self._places: dict[Any, int] = {}
        self.values: list[Any] = []

    def at(self, value: Any) -> int:
        """Return the position of a value, a new one at the end."""
        place = self._places.setdefault(value, len(self.values))
        if place == len(self.values):
            self.values.append(value)
        return place


def _look(look: Style) -> tuple[str, int, str | None, str]:
    return look.colour, look.lap, look.dash, look.hatch


def _add_shape(columns: dict[str, list[Any]], annotation: Annotation, place: str | None) -> None:
    drawn, geometry = annotation.drawn, annotation.geometry
    if geometry is None:
        return
    is_point = geometry.type == "Point"
    columns["place"].append(place)
    columns["precision"].append(annotation.where.place_precision)
    columns["flow"].append(int(drawn.geometry_role == "flow"))
    columns["label"].append(
        None
        if is_point or drawn.label_lon is None or drawn.label_lat is None
        else [round(drawn.label_lon, _DECIMALS), round(drawn.label_lat, _DECIMALS)]
    )
    spot = [round(degrees, _DECIMALS) for degrees in geometry.coordinates] if is_point else None
    columns["at"].append(spot)
    columns["geometry"].append(None if is_point else packed(geometry))


def _days(spans: _Table, span: Span | None) -> int:
    return -1 if span is None else spans.at((span.start, span.end))
