"""Keeping: one Store, a dialect for each database."""

from pathlib import Path

from layers.errors import StoreError
from layers.store.search import Found
from layers.store.store import MapSummary, Store, check_map_id, digest, open_sqlite

__all__ = ["Found", "MapSummary", "Store", "check_map_id", "digest", "open_store"]


def open_store(address: str | Path) -> Store:
    """Open the store at a path; it is made where there is none.

    Raises
    ------
    StoreError
        The address is of a kind that is not supported, or cannot be opened.
    """
    text = str(address)
    if "://" in text:
        kind = text.split("://", 1)[0]
        raise StoreError(f"store address of kind {kind!r}: give the path of an SQLite file")
    return open_sqlite(Path(text))
