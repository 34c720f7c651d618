"""The Store: maps kept and given back whole.

Writers take the database at once (``BEGIN IMMEDIATE``), so that none finds out at its first write
that another was faster; readers never wait (write-ahead log). A map is written in one transaction:
it is there whole or not at all.
"""

import hashlib
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError

from layers.errors import (
    MapExistsError,
    MapIdError,
    StoreBusyError,
    StoreError,
    StoreSchemaError,
)
from layers.model import MapDocument
from layers.store import codec, fetch, migrate, schema, search
from layers.store.search import Found

BUSY_TIMEOUT_MS = 5000
MOST_FOUND = 400
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MAX_ID = 80
_DISAGREE = frozenset({"differs", "contradicts", "denies", "declines_to_confirm"})


@dataclass(frozen=True, slots=True)
class MapSummary:
    """What the list of maps shows of one."""

    id: str
    title: str
    publisher: str | None
    date_published: str | None
    claims: int
    places: int
    disagreements: int
    unplaced: int
    version: str
    extractor_version: str
    gazetteer_version: str


def check_map_id(map_id: str) -> str:
    """Return the id unchanged if it is a slug.

    Raises
    ------
    MapIdError
        It is empty, too long, or holds anything but lower-case letters, digits and single hyphens.
    """
    if len(map_id) > _MAX_ID or not _SLUG.fullmatch(map_id):
        raise MapIdError(
            f"map id {map_id!r}: use lower-case letters, digits and single hyphens, "
            f"at most {_MAX_ID} characters"
        )
    return map_id


class Store:
    """Maps in a database; opened by :func:`layers.store.open_store`."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._readers = engine.execution_options(dateline_reads=True)
        self._name = name

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the database back."""
        self._engine.dispose()

    def add(self, document: MapDocument, *, replace: bool = False) -> None:
        """Keep a map; with `replace`, in place of the one of that id.

        Raises
        ------
        MapIdError
            The document's id is no slug.
        MapExistsError
            A map of that id is kept and `replace` is not set.
        StoreBusyError
            Another writer did not finish in time.
        """
        check_map_id(document.id)
        rows = _rows(document)
        with self._connection(self._engine) as connection:
            if replace:
                _delete(connection, document.id)
            try:
                connection.execute(sa.insert(schema.maps), rows["maps"])
            except IntegrityError as error:
                raise MapExistsError(
                    f"map {document.id!r} is kept already: choose another id, or remove it first"
                ) from error
            for table in (schema.articles, schema.shapes, schema.annotations, schema.terms):
                if rows[table.name]:
                    connection.execute(sa.insert(table), rows[table.name])

    def get(self, map_id: str) -> MapDocument:
        """Return a map as it was kept.

        Raises
        ------
        MapNotFoundError
            No map of that id is kept.
        """
        with self._connection(self._readers) as connection:
            return fetch.document(connection, map_id)

    def version(self, map_id: str) -> str:
        """Return the digest of a map's content, without reading the content.

        Raises
        ------
        MapNotFoundError
            No map of that id is kept.
        """
        with self._connection(self._readers) as connection:
            return str(fetch.map_row(connection, map_id, "version")["version"])

    def list(self) -> tuple[MapSummary, ...]:
        """Return the maps, newest report first, then by id."""
        table = schema.maps
        names = [table.c[name] for name in MapSummary.__dataclass_fields__]
        query = sa.select(*names).order_by(table.c.date_published.desc(), table.c.id)
        with self._connection(self._readers) as connection:
            return tuple(MapSummary(**row) for row in connection.execute(query).mappings())

    def search(self, query: str, limit: int = MOST_FOUND) -> tuple[Found, ...]:
        """Return what fits a query, map by map in the order of :meth:`list`.

        Parameters
        ----------
        query : str
            Words in any script; each must begin a word of what is found.
        limit : int
            At most so many.
        """
        wanted = search.condition(query)
        if wanted is None:
            return ()
        maps, terms = schema.maps, schema.terms
        columns = [terms.c[name] for name in Found.__dataclass_fields__]
        asked = (
            sa.select(*columns)
            .join(maps, maps.c.id == terms.c.map_id)
            .where(wanted)
            .order_by(maps.c.date_published.desc(), maps.c.id, terms.c.ordinal)
            .limit(limit)
        )
        with self._connection(self._readers) as connection:
            return tuple(Found(**row) for row in connection.execute(asked).mappings())

    def remove(self, map_id: str) -> None:
        """Forget a map.

        Raises
        ------
        MapNotFoundError
            No map of that id is kept.
        """
        with self._connection(self._engine) as connection:
            if not _delete(connection, map_id):
                raise fetch.not_found(map_id)

    def is_noted(self, note: str) -> bool:
        """Say whether something was once noted as done, such as offering the sample."""
        query = sa.select(schema.notes).where(schema.notes.c.note == note)
        with self._connection(self._readers) as connection:
            return connection.execute(query).first() is not None

    def note(self, note: str) -> None:
        """Note something as done for good; noting it again changes nothing."""
        with self._connection(self._engine) as connection:
            connection.execute(sa.delete(schema.notes).where(schema.notes.c.note == note))
            connection.execute(sa.insert(schema.notes), {"note": note})

    @contextmanager
    def _connection(self, engine: Engine) -> Iterator[Connection]:
        try:
            with engine.begin() as connection:
                yield connection
        except OperationalError as error:
            if "locked" in str(error.orig) or "busy" in str(error.orig):
                raise StoreBusyError(
                    f"{self._name} is held by another writer; try again in a moment"
                ) from error
            raise StoreError(f"{self._name}: {error.orig}") from error
        except IntegrityError:
            raise
        except DatabaseError as error:
            raise StoreError(f"{self._name}: {error.orig}") from error


def open_sqlite(path: Path) -> Store:
    """Open, or on a new machine create, a store in one SQLite file.

    Raises
    ------
    StoreError
        The file cannot be opened or made.
    StoreSchemaError
        The file is no store of ours, or was written by a newer version.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{path.parent}: cannot make the folder of the store: {error}") from error
    url = sa.URL.create("sqlite", database=str(path))
    engine = sa.create_engine(
        url, poolclass=sa.NullPool, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000}
    )

    @sa.event.listens_for(engine, "connect")
    def _on_connect(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        connection.execute("PRAGMA foreign_keys = ON")

    @sa.event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("dateline_reads") is None
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    store = Store(engine, str(path))
    _prepare(engine, path)
    return store


def _prepare(engine: Engine, path: Path) -> None:
    try:
        with engine.connect() as connection:
            raw = connection.connection.driver_connection
            if not isinstance(raw, sqlite3.Connection):
                raise StoreError(f"{path}: no SQLite connection")
            application = raw.execute("PRAGMA application_id").fetchone()[0]
            version = raw.execute("PRAGMA user_version").fetchone()[0]
            tables = raw.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            if tables and application != schema.APPLICATION_ID:
                raise StoreSchemaError(
                    f"{path}: this is a database of another program; give another path"
                )
            if version > schema.SCHEMA_VERSION:
                raise StoreSchemaError(
                    f"{path}: written by a newer version (schema {version}); upgrade dateline"
                )
            if tables and version < schema.SCHEMA_VERSION:
                migrate.lay_aside(raw, path, version)
            if not tables:
                raw.execute("PRAGMA journal_mode = WAL")
                raw.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
                raw.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION}")
        if tables and version < schema.SCHEMA_VERSION:
            _migrate(engine)
        schema.metadata.create_all(engine)
    except DatabaseError as error:
        raise StoreError(f"{path}: cannot be opened as a store: {error.orig}") from error
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{path}: cannot be opened as a store: {error}") from error


def _migrate(engine: Engine) -> None:
    with engine.begin() as connection:
        # Another process may have been faster.
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        migrate.migrate(connection, version)


def digest(document: MapDocument) -> str:
    """Return the digest of a map's content: equal documents have equal ones."""
    return str(_rows(document)["maps"]["version"])


def _rows(document: MapDocument) -> dict[str, Any]:
    placed = {a.claim_id for a in document.annotations if a.geometry}
    claims = {a.claim_id for a in document.annotations}
    first = document.articles[0]
    kept = {
        "articles": codec.article_rows(document),
        "shapes": codec.shape_rows(document),
        "annotations": codec.annotation_rows(document),
    }
    own = {"id": document.id, "title": document.title, "document": codec.document_row(document)}
    version = hashlib.sha256(repr((own, kept)).encode()).hexdigest()
    rows: dict[str, Any] = {
        name: [{"map_id": document.id, **row} for row in table] for name, table in kept.items()
    }
    rows["maps"] = {
        **own,
        "version": version,
        "publisher": first.publisher,
        "date_published": first.date_published.isoformat() if first.date_published else None,
        "claims": len(claims),
        "places": len({a.drawn.shape for a in document.annotations if a.geometry}),
        "disagreements": _disagreements(document),
        "unplaced": len(claims - placed),
        "extractor_version": document.extractor_version,
        "gazetteer_version": document.gazetteer_version,
    }
    rows["terms"] = [{"map_id": document.id, **row} for row in search.term_rows(document)]
    return rows


def _disagreements(document: MapDocument) -> int:
    pairs = {
        frozenset((a.claim_id, relation.target))
        for a in document.annotations
        for relation in a.relations
        if relation.type in _DISAGREE
    }
    return len(pairs)


def _delete(connection: Connection, map_id: str) -> bool:
    return connection.execute(sa.delete(schema.maps).where(schema.maps.c.id == map_id)).rowcount > 0
