"""From the schema of an older version to today's: one transaction, after a copy was laid aside."""

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from layers.store import fetch, schema, search


def migrate(connection: Connection, version: int) -> None:
    """Bring an older store to today's schema, step by step, in the transaction that is open.

    Parameters
    ----------
    connection : Connection
    version : int
        The schema that the store has.
    """
    for step in range(version, schema.SCHEMA_VERSION):
        _STEPS[step](connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {schema.SCHEMA_VERSION}")


def lay_aside(raw: sqlite3.Connection, path: Path, version: int) -> Path:
    """Copy a store beside itself, ``maps.sqlite3.schema1``, and return where the copy is."""
    target = path.with_name(f"{path.name}.schema{version}")
    with sqlite3.connect(target) as copy:
        raw.backup(copy)
    copy.close()
    return target


def _add_terms(connection: Connection) -> None:
    """Make maps findable, and say what each was read with: schema 2."""
    for name in ("extractor_version", "gazetteer_version"):
        connection.exec_driver_sql(
            f"ALTER TABLE maps ADD COLUMN {name} TEXT NOT NULL DEFAULT ''"  # our own two names
        )
    schema.terms.create(connection)
    for (map_id,) in connection.execute(sa.select(schema.maps.c.id)).all():
        document = fetch.document(connection, map_id)
        connection.execute(
            sa.update(schema.maps)
            .where(schema.maps.c.id == map_id)
            .values(
                extractor_version=document.extractor_version,
                gazetteer_version=document.gazetteer_version,
            )
        )
        rows = [{"map_id": map_id, **row} for row in search.term_rows(document)]
        if rows:
            connection.execute(sa.insert(schema.terms), rows)


_STEPS: Mapping[int, Callable[[Connection], None]] = {1: _add_terms}
