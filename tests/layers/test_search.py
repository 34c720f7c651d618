"""Maps are found by what they speak of, and stores of the first schema become findable too."""

import sqlite3
from dataclasses import replace

import pytest

from geo.model import PlaceName
from layers.model import PlaceRecord
from layers.reader import read
from layers.store import digest, open_store
from layers.store import migrate as migration
from layers.store.search import normal
from reading.article import read_article

RUSSIA = PlaceRecord(
    "gn:2017370",
    "Russia",
    "country",
    "RU",
    96.0,
    61.5,
    2017370,
    None,
    (
        PlaceName("Russia", "en", "preferred"),
        PlaceName("Росія", "uk", "preferred"),
        PlaceName("ロシア", "ja", "preferred"),
        PlaceName("روسيا", "ar", "preferred"),
        PlaceName("São Rússia", "und-Latn", "variant"),
    ),
)


@pytest.fixture
def store(tmp_path, document):
    with open_store(tmp_path / "maps.sqlite3") as made:
        made.add(replace(document, places=(RUSSIA,)))
        yield made


@pytest.mark.parametrize(
    ("query", "kind", "shown"),
    [
        ("росія", "place", "Росія"),
        ("РОСІ", "place", "Росія"),
        ("ロシ", "place", "ロシア"),
        ("シア", "place", "ロシア"),
        ("روسيا", "place", "روسيا"),
        ("sao russia", "place", "São Rússia"),
        ("elbonia", "place", "Elbonia"),
        ("ministry", "speaker", "the ministry"),
        ("camps stand", "text", "Two camps stand in Elbonia, the ministry said."),
        ("Officials DENIED", "text", "Officials denied that."),
    ],
)
def test_a_map_is_found_by_places_in_any_script_by_speakers_and_by_words(store, query, kind, shown):
    found = {(one.kind, one.shown) for one in store.search(query)}
    assert (kind, shown) in found


def test_what_is_found_says_where_and_in_which_language(store):
    (found,) = store.search("Росія")
    assert (found.map_id, found.key, found.name, found.lang) == ("camps", RUSSIA.id, "Russia", "uk")


@pytest.mark.parametrize("query", ["", "  ", "“”", "bonia", "%", "_", "camps nowhere", "'; --"])
def test_what_begins_no_word_finds_nothing(store, query):
    assert store.search(query) == ()


def test_words_are_compared_without_case_accents_and_punctuation():
    assert normal("“Kursk” – São  Paulo!") == " kursk sao paulo "


def test_a_removed_map_is_found_no_more(store):
    store.remove("camps")
    assert store.search("Elbonia") == ()


def test_a_map_keeps_the_records_of_its_places(store):
    assert store.get("camps").places == (RUSSIA,)


def test_a_reading_brings_the_names_that_the_gazetteer_has(gazetteer, boundaries):
    article = read_article("Troops reached Kyiv in Ukraine, Moscow said.", date="2024-10-24")
    records = read([article], gazetteer, boundaries).places
    by_name = {record.name: record for record in records}
    assert PlaceName("Україна", "uk", "preferred") in by_name["Ukraine"].names
    assert {"Київ"} <= {name.name for name in by_name["Kyiv"].names}
    assert len(records) == len({record.id for record in records})


def test_equal_documents_have_equal_digests(document):
    assert digest(document) == digest(replace(document))
    assert digest(document) != digest(replace(document, title="Others"))


def age(path, document):
    """Make a store as the first schema had it."""
    with open_store(path) as store:
        store.add(document)
    with sqlite3.connect(path) as old:
        old.execute("DROP TABLE terms")
        old.execute("ALTER TABLE maps DROP COLUMN extractor_version")
        old.execute("ALTER TABLE maps DROP COLUMN gazetteer_version")
        old.execute("PRAGMA user_version = 1")
    old.close()


def test_a_store_of_the_first_schema_is_brought_up_and_a_copy_laid_aside(tmp_path, document):
    path = tmp_path / "maps.sqlite3"
    age(path, document)
    with open_store(path) as store:
        assert store.get("camps") == document
        (summary,) = store.list()
        assert summary.extractor_version == document.extractor_version
        assert {one.kind for one in store.search("camps")} == {"headline", "text"}
    with sqlite3.connect(tmp_path / "maps.sqlite3.schema1") as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (1,)
        assert copy.execute("SELECT id FROM maps").fetchall() == [("camps",)]
    copy.close()


def test_an_upgrade_that_fails_leaves_the_store_as_it_was(tmp_path, document, monkeypatch):
    path = tmp_path / "maps.sqlite3"
    age(path, document)

    def fail(_document):
        raise RuntimeError("the lights went out")

    monkeypatch.setattr(migration.search, "term_rows", fail)
    with pytest.raises(RuntimeError):
        open_store(path)
    monkeypatch.undo()
    with sqlite3.connect(path) as old:
        assert old.execute("PRAGMA user_version").fetchone() == (1,)
        names = {row[1] for row in old.execute("PRAGMA table_info(maps)")}
    old.close()
    assert "extractor_version" not in names
    with open_store(path) as store:
        assert store.get("camps") == document
