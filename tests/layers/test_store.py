"""The store gives back what was kept, whole or not at all."""

import dataclasses
import sqlite3
import threading

import pytest

from layers.errors import (
    MapExistsError,
    MapIdError,
    MapNotFoundError,
    StoreBusyError,
    StoreError,
    StoreSchemaError,
)
from layers.store import check_map_id, open_store


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "new" / "maps.sqlite3") as opened:
        yield opened


def test_a_kept_document_comes_back_equal(store, document):
    store.add(document)
    assert store.get("camps") == document


def test_the_summary_counts_claims_places_disagreements_and_unplaced(store, document):
    store.add(document)
    (summary,) = store.list()
    assert (summary.claims, summary.places, summary.disagreements, summary.unplaced) == (2, 1, 1, 1)
    assert summary.publisher == "The <b>Post</b>"
    assert summary.date_published == "2024-10-24"


def test_the_version_changes_with_the_content_only(store, document):
    store.add(document)
    first = store.version("camps")
    store.add(document, replace=True)
    assert store.version("camps") == first
    store.add(dataclasses.replace(document, title="Other"), replace=True)
    assert store.version("camps") != first


def test_an_id_is_kept_once_unless_replaced(store, document):
    store.add(document)
    with pytest.raises(MapExistsError, match="'camps' is kept already"):
        store.add(dataclasses.replace(document, title="Second"))
    assert store.get("camps").title == "Camps"


def test_a_removed_map_is_gone_with_all_its_rows(store, document, tmp_path):
    store.add(document)
    store.remove("camps")
    with pytest.raises(MapNotFoundError):
        store.get("camps")
    with pytest.raises(MapNotFoundError):
        store.remove("camps")
    with pytest.raises(MapNotFoundError):
        store.version("camps")
    raw = sqlite3.connect(tmp_path / "new" / "maps.sqlite3")
    for table in ("articles", "shapes", "annotations"):
        assert raw.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)  # noqa: S608
    raw.close()


@pytest.mark.parametrize(
    "bad", ["", "A", "a.b", "../a", "a--b", "-a", "a-", "ü", "a b", "a/b", "x" * 81, "a\n"]
)
def test_an_id_is_a_lower_case_slug(bad):
    with pytest.raises(MapIdError, match="lower-case letters"):
        check_map_id(bad)


def test_the_log_is_write_ahead(store, document, tmp_path):
    raw = sqlite3.connect(tmp_path / "new" / "maps.sqlite3")
    assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    raw.close()


def test_a_reader_sees_the_old_state_while_a_writer_works(store, document, tmp_path):
    store.add(document)
    writer = sqlite3.connect(tmp_path / "new" / "maps.sqlite3", isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("DELETE FROM maps")
    assert store.get("camps") == document
    writer.execute("ROLLBACK")
    writer.close()


def test_four_writers_lose_nothing(tmp_path, document):
    path = tmp_path / "maps.sqlite3"
    open_store(path).close()

    def write(name: str) -> None:
        with open_store(path) as own:
            for number in range(10):
                own.add(dataclasses.replace(document, id=f"{name}-{number}"))

    threads = [threading.Thread(target=write, args=(f"w{n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with open_store(path) as store:
        assert len(store.list()) == 40


def test_a_store_held_for_too_long_says_so(tmp_path, document, monkeypatch):
    monkeypatch.setattr("layers.store.store.BUSY_TIMEOUT_MS", 50)
    with open_store(tmp_path / "maps.sqlite3") as store:
        holder = sqlite3.connect(tmp_path / "maps.sqlite3", isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusyError, match="held by another writer"):
            store.add(document)
        holder.close()


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Dear reader, this is no database at all, but long enough to look like one.")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="cannot be opened as a store"):
        open_store(path)
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_refused(tmp_path):
    path = tmp_path / "other.sqlite3"
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE birds (name)")
    raw.commit()
    raw.close()
    with pytest.raises(StoreSchemaError, match="another program"):
        open_store(path)


def test_a_newer_schema_is_refused(tmp_path, store):
    path = tmp_path / "new" / "maps.sqlite3"
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA user_version = 99")
    raw.close()
    with pytest.raises(StoreSchemaError, match="upgrade dateline"):
        open_store(path)


def test_a_note_is_kept_for_good(store, tmp_path):
    assert not store.is_noted("sample")
    store.note("sample")
    store.note("sample")
    with open_store(tmp_path / "new" / "maps.sqlite3") as again:
        assert again.is_noted("sample")
        assert not again.is_noted("other")


def test_an_unknown_kind_of_address_is_named():
    with pytest.raises(StoreError, match="'mysql'"):
        open_store("mysql://host/maps")
