"""Which annotations of a document are asked for.

A query holds typed values; the web parses parameters into it, and the store may answer it in SQL.
"""

from dataclasses import dataclass
from datetime import date

from layers.bounds import Box, bounds, intersects
from layers.model import Annotation, MapDocument

Interval = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Query:
    """Conditions that all must hold; None asks for nothing.

    Parameters
    ----------
    bbox : tuple of float or None
        west, south, east, north in degrees; west > east crosses 180°. Unplaced claims fall out.
    datetime, said : tuple of (date or None) or None
        Inclusive interval that the event, or the statement, must touch; undated claims fall out.
    source, stance, event_type, layer : str or None
    limit : int or None
        At most so many annotations, in text order.
    """

    bbox: Box | None = None
    datetime: Interval | None = None
    said: Interval | None = None
    source: str | None = None
    stance: str | None = None
    event_type: str | None = None
    layer: str | None = None
    limit: int | None = None


def select(document: MapDocument, query: Query) -> tuple[Annotation, ...]:
    """Return the annotations that the query asks for, in text order.

    Raises
    ------
    KeyError
        The document has no layer of that id.
    """
    wanted: frozenset[str] | None = None
    if query.layer is not None:
        layers = {layer.id: layer for layer in document.layers}
        wanted = frozenset(layers[query.layer].annotation_ids)
    chosen = tuple(
        a for a in document.annotations if (wanted is None or a.id in wanted) and _fits(a, query)
    )
    return chosen if query.limit is None else chosen[: query.limit]


def _fits(annotation: Annotation, query: Query) -> bool:
    when = annotation.when
    return (
        (query.source is None or annotation.who.source.casefold() == query.source.casefold())
        and (query.stance is None or annotation.how.stance == query.stance)
        and (query.event_type is None or annotation.what.event_type == query.event_type)
        and (query.datetime is None or _touches(when.date_start, when.date_end, query.datetime))
        and (
            query.said is None
            or _touches(when.statement_date_start, when.statement_date_end, query.said)
        )
        and (query.bbox is None or _inside(annotation, query.bbox))
    )


def _touches(start: date | None, end: date | None, interval: Interval) -> bool:
    if start is None and end is None:
        return False
    low, high = interval
    return (high is None or start is None or start <= high) and (
        low is None or end is None or low <= end
    )


def _inside(annotation: Annotation, box: Box) -> bool:
    if annotation.geometry is None:
        return False
    own = bounds((annotation.geometry,))
    return own is not None and intersects(own, box)
