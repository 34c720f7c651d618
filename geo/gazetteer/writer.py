"""Write an index, in the format of :mod:`geo.gazetteer.layout`.

The same entries in the same order give the same bytes.
"""

import json
import sqlite3
import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from heapq import merge
from itertools import groupby, islice
from operator import attrgetter
from pathlib import Path
from typing import IO, Any

from geo.errors import GazetteerError
from geo.gazetteer.layout import (
    FILES,
    INDEX_FORMAT,
    LIST_FLAG,
    MANIFEST,
    NO_RECORD,
    PLACE_COLUMNS,
    checksum,
    file_crc,
    file_digest,
    key_hash,
    list_head,
    seal,
)
from geo.gazetteer.names import keys_of
from geo.gazetteer.records import Entry, LexiconEntry, prominence
from geo.model import PlaceName
from geo.pauses import no_cycle_search

_SCHEMA = """
CREATE TABLE place (
  record INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL,
  latitude_deg REAL, longitude_deg REAL, feature_class TEXT NOT NULL, feature_code TEXT NOT NULL,
  country_code TEXT, admin1_code TEXT, admin2_code TEXT, population INTEGER NOT NULL,
  precision TEXT NOT NULL, country_code_defacto TEXT, boundary_id TEXT, composition TEXT,
  uncertainty_km REAL, geonameid INTEGER, wikidata_id TEXT, dispute_note TEXT, definition TEXT,
  sense TEXT NOT NULL, source TEXT NOT NULL, keys BLOB NOT NULL, crc INTEGER NOT NULL
);
CREATE TABLE names (record INTEGER PRIMARY KEY, names TEXT NOT NULL, crc INTEGER NOT NULL);
CREATE TABLE lexicon (
  kind TEXT NOT NULL, key TEXT NOT NULL, word TEXT NOT NULL, place_id TEXT NOT NULL,
  note TEXT NOT NULL, crc INTEGER NOT NULL
);
CREATE VIRTUAL TABLE point USING rtree(record, min_lon, max_lon, min_lat, max_lat);
"""
_INDEXES = """
CREATE UNIQUE INDEX place_id ON place (id);
CREATE INDEX place_division ON place (country_code, feature_code, admin1_code)
  WHERE feature_class = 'A';
CREATE INDEX place_capital ON place (country_code) WHERE feature_code = 'PPLC';
"""

_place_row = attrgetter(*PLACE_COLUMNS)
_BATCH = 2000
_LOW = 0xFFFFFFFF
_MOST_PROMINENT = 30.0
_SORTED_AT_ONCE = 1 << 21
_SORTED_KEYS = 1 << 20
_UNPACKABLE = frozenset("\t\n\r")

Progress = Callable[[str, int], None]
"""Called with the step and the records done so far."""


def pack_names(names: Iterable[PlaceName]) -> str:
    """Return names as one string, a line each: name, language, kind."""
    return "\n".join(
        f"{name.name}\t{name.lang}\t{name.kind}"
        for name in names
        if not _UNPACKABLE.intersection(name.name)
    )


def write_index(
    folder: Path,
    entries: Iterable[Entry],
    lexicon: Sequence[LexiconEntry],
    about: dict[str, object],
    progress: Progress | None = None,
) -> None:
    """Write an index into an empty folder.

    Parameters
    ----------
    folder : Path
        Exists and is empty; the caller renames it into place when this returns.
    entries : iterable of Entry
        Read once; ids must be unique.
    lexicon : sequence of LexiconEntry
    about : dict
        What the manifest says of the sources: ``version``, ``kind``, and more.
    progress : callable, optional
        Called with the step and the number of records done.
    """
    import marisa_trie

    report = progress or (lambda _step, _done: None)
    keys_file, scores_file = folder / "keys.tmp", folder / "scores.tmp"
    with no_cycle_search(), scores_file.open("wb") as scores_out:
        database = folder / "places.sqlite"
        places = _write_records(database, keys_file, scores_out, entries, lexicon, report)
    report("sorting names", places)
    words = sorted({key for entry in lexicon for key in keys_of(entry.word)})
    trie = marisa_trie.Trie(_distinct(_all_keys(keys_file, words), folder))
    trie.save(str(folder / "names.marisa"))
    with scores_file.open("rb") as scores_in:
        scores = array("I")
        scores.fromfile(scores_in, places)
    _write_postings(folder, keys_file, trie, scores)
    keys_file.unlink()
    scores_file.unlink()
    report("checking", places)
    manifest = {
        **about,
        "format": INDEX_FORMAT,
        "names": len(trie),
        "places": places,
        "files": {name: _file_facts(folder / name) for name in FILES},
    }
    manifest["seal"] = seal(manifest)
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1, sort_keys=True) + "\n", "utf-8")


def _file_facts(path: Path) -> dict[str, object]:
    return {
        "bytes": path.stat().st_size,
        "blake2b": file_digest(path),
        "crc32": file_crc(path),
    }


def _write_records(
    path: Path,
    keys_file: Path,
    scores_out: IO[bytes],
    entries: Iterable[Entry],
    lexicon: Sequence[LexiconEntry],
    report: Progress,
) -> int:
    """Write the records and, beside them, keys and prominence of each; return how many there are.

    Both wait in files: the builder of the trie needs all the memory that there is.

    Raises
    ------
    GazetteerError
        Two entries have the same id, or the file cannot be written.
    """
    places = 0
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.executescript(
            "PRAGMA page_size=4096; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _SCHEMA
        )
        connection.execute("BEGIN")
        with keys_file.open("w", encoding="utf-8", newline="\n") as keys_out:
            numbered = enumerate(entries)
            while batch := list(islice(numbered, _BATCH)):
                report("reading places", batch[0][0])
                _write_batch(connection, batch, keys_out)
                falling = (_falling(prominence(entry.place)) for _record, entry in batch)
                array("I", falling).tofile(scores_out)
                places += len(batch)
        connection.executemany("INSERT INTO lexicon VALUES (?,?,?,?,?,?)", _lexicon_rows(lexicon))
        report("indexing", places)
        connection.execute("COMMIT")
        connection.executescript(_INDEXES)
    except sqlite3.Error as error:
        raise GazetteerError(f"{path} cannot be written: {error}") from error
    finally:
        connection.close()
    return places


def _write_batch(
    connection: sqlite3.Connection, batch: Sequence[tuple[int, Entry]], keys_out: IO[str]
) -> None:
    places, names, points = [], [], []
    for record, entry in batch:
        keys = dict.fromkeys(key for name in entry.names for key in keys_of(name.name))
        hashes = array("H", sorted({key_hash(key) for key in keys})).tobytes()
        row = _place_row(entry.place)
        places.append((record, *row, hashes, checksum((*row, hashes))))
        packed = pack_names(entry.names)
        names.append((record, packed, checksum((record, packed))))
        lon, lat = entry.place.longitude_deg, entry.place.latitude_deg
        if lon is not None and lat is not None:
            points.append((record, lon, lon, lat, lat))
        keys_out.write("\t".join(keys) + "\n")
    marks = ",".join("?" * (len(PLACE_COLUMNS) + 3))
    connection.executemany(f"INSERT INTO place VALUES ({marks})", places)  # noqa: S608 (marks only)
    connection.executemany("INSERT INTO names VALUES (?,?,?)", names)
    connection.executemany("INSERT INTO point VALUES (?,?,?,?,?)", points)


def _lexicon_rows(lexicon: Sequence[LexiconEntry]) -> Iterator[tuple[object, ...]]:
    for entry in lexicon:
        for key in keys_of(entry.word):
            values = (entry.kind, key, entry.word, entry.place_id, entry.note)
            yield (*values, checksum(values))


def _key_lines(keys_file: Path) -> Iterator[list[str]]:
    with keys_file.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            yield line[:-1].split("\t") if len(line) > 1 else []


def _all_keys(keys_file: Path, words: Sequence[str]) -> Iterator[str]:
    for keys in _key_lines(keys_file):
        yield from keys
    yield from words


def _distinct(keys: Iterator[str], folder: Path) -> Iterator[str]:
    """Yield each key once, in order.

    The builder of the trie holds all that it is given, and every second name of a large gazetteer
    is that of several places. So they are sorted piece by piece in files, and merged.
    """
    pieces: list[Path] = []
    while piece := {*islice(keys, _SORTED_KEYS)}:
        pieces.append(folder / f"keys.{len(pieces)}.tmp")
        with pieces[-1].open("w", encoding="utf-8", newline="\n") as out:
            out.writelines(f"{key}\n" for key in sorted(piece))
    with ExitStack() as stack:
        files = [stack.enter_context(path.open(encoding="utf-8", newline="\n")) for path in pieces]
        for line, _ in groupby(merge(*files)):
            yield line[:-1]
    for path in pieces:
        path.unlink()


def _write_postings(folder: Path, keys_file: Path, trie: Any, scores: "array[int]") -> None:
    """Write, for each key of the trie, its records by prominence."""
    by_rank = _by_prominence(scores)
    ranks = array("I", bytes(4 * len(by_rank)))
    for rank, record in enumerate(by_rank):
        ranks[record] = rank
    pairs = array("Q")
    for record, keys in enumerate(_key_lines(keys_file)):
        rank = ranks[record]
        pairs.extend([trie[key] << 32 | rank for key in keys])
    first = array("I", [NO_RECORD]) * len(trie)
    lists = array("I")
    for key, group in groupby(_in_order(pairs), _high):
        records = array("I", (by_rank[pair & _LOW] for pair in group))
        if len(records) == 1:
            first[key] = records[0]
        else:
            first[key] = LIST_FLAG | len(lists)
            lists.append(list_head(_little_endian(records)))
            lists.extend(records)
    (folder / "first.u32").write_bytes(_little_endian(first))
    (folder / "lists.u32").write_bytes(_little_endian(lists))


def _by_prominence(scores: "array[int]") -> "array[int]":
    """Return the records, the most prominent first: what is left of the most is the least."""
    order = array("Q", (score << 32 | record for record, score in enumerate(scores)))
    return array("I", (number & _LOW for number in _in_order(order)))


def _falling(score: float) -> int:
    """Return a 32-bit number that is the smaller, the greater a prominence is."""
    return round((_MOST_PROMINENT - score) * 1e8)


def _high(number: int) -> int:
    return number >> 32


def _in_order(numbers: "array[int]") -> Iterator[int]:
    """Yield numbers in rising order, sorting so many at a time that memory stays small."""
    return merge(
        *(
            array("Q", sorted(numbers[at : at + _SORTED_AT_ONCE]))
            for at in range(0, len(numbers), _SORTED_AT_ONCE)
        )
    )


def _little_endian(values: "array[int]") -> bytes:
    if sys.byteorder == "big":
        values = values[:]
        values.byteswap()
    return values.tobytes()
