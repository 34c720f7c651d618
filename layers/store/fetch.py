"""Rows out of a connection that is open, and the document that they make."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from geo.pauses import no_cycle_search
from layers.errors import MapNotFoundError
from layers.model import MapDocument
from layers.store import codec, schema


def document(connection: Connection, map_id: str) -> MapDocument:
    """Return a map as it was kept.

    Raises
    ------
    MapNotFoundError
        No map of that id is kept.
    """
    row = map_row(connection, map_id, "id", "title", "document")
    article, shape, annotation = schema.articles.c, schema.shapes.c, schema.annotations.c
    texts = (article.text, article.fields, article.mentions)
    with no_cycle_search():
        return codec.decode(
            row,
            _all(connection, map_id, article.ordinal, *texts),
            _all(connection, map_id, shape.key, shape.key, shape.geometry),
            _all(connection, map_id, annotation.ordinal, annotation.shape, annotation.properties),
        )


def map_row(connection: Connection, map_id: str, *names: str) -> codec.Row:
    """Return some columns of a map's own row.

    Raises
    ------
    MapNotFoundError
        No map of that id is kept.
    """
    columns = [schema.maps.c[name] for name in names]
    query = sa.select(*columns).where(schema.maps.c.id == map_id)
    row = connection.execute(query).mappings().first()
    if row is None:
        raise not_found(map_id)
    return dict(row)


def not_found(map_id: str) -> MapNotFoundError:
    """Return the error for a map that is not kept."""
    return MapNotFoundError(f"no map {map_id!r} is kept; `dateline list` shows those that are")


def _all(
    connection: Connection, map_id: str, order: sa.Column[Any], *columns: sa.Column[Any]
) -> Iterator[tuple[Any, ...]]:
    """Yield some columns of all rows of a map, in the order of one."""
    query = sa.select(*columns).where(order.table.c.map_id == map_id).order_by(order)
    for row in connection.execute(query):
        yield tuple(row)
