"""Read an index: find names in a text, and the records behind a name, without loading either.

The files are memory-mapped, so an index of a million names opens in milliseconds and several
processes share it. Opening checks the manifest and the sizes; `verify` reads everything against
its digest.
"""

import json
import mmap
import os
import sqlite3
import sys
import threading
from array import array
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any, cast

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
from geo.model import Place, PlaceName

LONGEST_NAME = 120
"""Code points; longer names are cut off from recognition, none known is."""
_CACHED_PLACES = 20_000
_CACHED_KEYS = 20_000
_CACHED_NAMES = 2_000
_SELECT = f"SELECT record,{','.join(PLACE_COLUMNS)},keys,crc FROM place"  # noqa: S608 (constants)
# Written without blanks between words, so that a name may end anywhere.
_FIRST_UNSPACED = "\u0e00"
_UNSPACED = (("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"), ("\u2e80", "\ud7ff"))


def read_manifest(folder: Path) -> dict[str, Any]:
    """Return the manifest of an index.

    Raises
    ------
    GazetteerError
        It is missing, not ours, changed by another hand, or of another format.
    """
    path = folder / MANIFEST
    try:
        manifest = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise GazetteerError(f"{path} is missing") from None
    except (OSError, ValueError) as error:
        raise GazetteerError(f"{path} cannot be read: {error}") from None
    if not isinstance(manifest, dict) or manifest.get("seal") != seal(manifest):
        raise GazetteerError(f"{path} is damaged: its seal does not match its content")
    if manifest.get("format") != INDEX_FORMAT:
        raise GazetteerError(
            f"{folder} is outdated: format {manifest.get('format')!r}, "
            f"this version reads {INDEX_FORMAT}"
        )
    return manifest


def verify(folder: Path) -> list[str]:
    """Read all files of an index and return what is wrong with them, one sentence each."""
    try:
        manifest = read_manifest(folder)
    except GazetteerError as error:
        return [str(error)]
    problems = []
    for name in FILES:
        path = folder / name
        facts = manifest["files"][name]
        if not path.is_file():
            problems.append(f"{path} is missing")
        elif path.stat().st_size != facts["bytes"]:
            problems.append(
                f"{path} is truncated: {path.stat().st_size} bytes, {facts['bytes']} expected"
            )
        elif file_digest(path) != facts["blake2b"]:
            problems.append(f"{path} is damaged: its BLAKE2b digest does not match the manifest")
    return problems


class Index:
    """An open index folder.

    Parameters
    ----------
    folder : Path

    Raises
    ------
    GazetteerError
        A file is missing, truncated, damaged or outdated; the message names it.
    """

    def __init__(self, folder: Path) -> None:
        import marisa_trie

        self.folder = folder
        self.manifest = read_manifest(folder)
        for name in FILES:
            path = folder / name
            expected = self.manifest["files"][name]["bytes"]
            actual = path.stat().st_size if path.is_file() else None
            if actual is None:
                raise GazetteerError(f"{path} is missing")
            if actual != expected:
                raise GazetteerError(f"{path} is truncated: {actual} bytes, {expected} expected")
        if file_crc(folder / FILES[0]) != self.manifest["files"][FILES[0]]["crc32"]:
            raise GazetteerError(f"{folder / FILES[0]} is damaged: its CRC-32 does not match")
        self._trie = marisa_trie.Trie()
        try:
            self._trie.mmap(str(folder / "names.marisa"))
        except (RuntimeError, OSError) as error:
            raise GazetteerError(f"{folder / 'names.marisa'} is damaged: {error}") from None
        self._first = _map_u32(folder / "first.u32")
        self._lists = _map_u32(folder / "lists.u32")
        if len(self._first) != len(self._trie):
            raise GazetteerError(f"{folder / 'first.u32'} is damaged: wrong number of names")
        self._connect()
        self._places: dict[int, tuple[Place, bytes]] = {}
        self._by_key: dict[str, tuple[Place, ...]] = {}
        self._names: dict[str, tuple[PlaceName, ...]] = {}
        self._prefixes = self._trie.prefixes

    def _connect(self) -> None:
        """Open the database for this process: a forked one must not share its file offset."""
        uri = f"{(self.folder / 'places.sqlite').absolute().as_uri()}?mode=ro&immutable=1"
        self._database = sqlite3.connect(uri, uri=True, check_same_thread=False)
        self._lock = threading.Lock()
        self._process = os.getpid()

    def close(self) -> None:
        """Close the database; the maps go with the object."""
        self._database.close()

    def names_within(self, opening: str) -> tuple[int, bool]:
        """Return the length of the longest name that ends in an opening, and whether others go on.

        Parameters
        ----------
        opening : str
            Folded words with what stands between them and after the last one.
        """
        longest = next(iter(self.names_at(opening, 0)), 0)
        return longest, next(self._trie.iterkeys(opening), None) is not None

    def find_names(self, folded: str, starts: Iterable[int]) -> list[tuple[int, int]]:
        """Return the longest known name at each start that ends where a word ends.

        Parameters
        ----------
        folded : str
            A folded text.
        starts : iterable of int
            Where names may begin.

        Returns
        -------
        list of (int, int)
            Start and end in `folded`, in the order of `starts`; starts without a name are left
            out. Spans may overlap: "New York" inside "New York City" is tried only as a start.
        """
        found = []
        prefixes = self._prefixes
        for start in starts:
            keys = prefixes(folded[start : start + LONGEST_NAME])
            while keys:
                end = start + len(keys.pop())
                goes_on = folded[end : end + 1].isalnum()
                if goes_on and folded[end - 1] < _FIRST_UNSPACED and folded[end - 1].isalnum():
                    continue
                if not goes_on or ends_name(folded, end):
                    found.append((start, end))
                    break
        return found

    def names_at(self, folded: str, start: int) -> list[int]:
        """Return the ends of all known names at a start, the longest first."""
        return [
            start + len(key)
            for key in reversed(self._prefixes(folded[start : start + LONGEST_NAME]))
            if ends_name(folded, start + len(key))
        ]

    def has_key(self, key: str) -> bool:
        """Tell whether any name or word folds to this."""
        return key in self._trie

    def keys(self, prefix: str) -> list[str]:
        """Return all keys that begin so, sorted."""
        return sorted(self._trie.keys(prefix))

    def keys_after(self, prefix: str, most: int) -> list[str]:
        """Return some keys that begin so, at most so many, in the order of the trie."""
        return list(islice(self._trie.iterkeys(prefix), most))

    def records(self, key: str) -> Sequence[int]:
        """Return the records of a key by prominence."""
        number = self._trie.get(key)
        if number is None:
            return ()
        value = self._first[number]
        if value == NO_RECORD:
            return ()
        if not value & LIST_FLAG:
            return (value,)
        at = value & ~LIST_FLAG
        size = self._lists[at] & 0xFFFF if at < len(self._lists) else 0
        found = self._lists[at + 1 : at + 1 + size]
        if not size or list_head(found.tobytes()) != self._lists[at]:
            raise self._damaged("lists.u32", f"the list of {key!r} does not match")
        return found.tolist()

    def places(self, key: str) -> tuple[Place, ...]:
        """Return the places of a key by prominence.

        Raises
        ------
        GazetteerError
            The index is damaged.
        """
        known = self._by_key.get(key)
        if known is not None:
            return known
        records = self.records(key)
        table = self._load(records)
        hashed = key_hash(key)
        out = []
        for record in records:
            place, hashes = table[record]
            if hashed not in array("H", hashes):
                raise self._damaged("first.u32", f"{key!r} leads to {place.id}, not its name")
            out.append(place)
        if len(self._by_key) >= _CACHED_KEYS:
            self._by_key = {}
        self._by_key[key] = places = tuple(out)
        return places

    def places_of(self, records: Sequence[int]) -> tuple[Place, ...]:
        """Return the places of records, in their order."""
        table = self._load(records)
        return tuple(table[record][0] for record in records)

    def places_with_ids(self, ids: Sequence[str]) -> dict[str, Place]:
        """Return the places of ids; unknown ids are left out."""
        out: dict[str, Place] = {}
        for at in range(0, len(ids), 500):
            some = ids[at : at + 500]
            for place in self.select(f"id IN ({','.join('?' * len(some))})", some):
                out[place.id] = place
        return out

    def select(self, where: str, values: Sequence[object]) -> tuple[Place, ...]:
        """Return the places of a condition, by population and id.

        Parameters
        ----------
        where : str
            A constant SQL condition with question marks.
        values : sequence
            For the question marks.
        """
        rows = self.query(f"{_SELECT} WHERE {where} ORDER BY population DESC, id", values)
        return tuple(self._place(row)[0] for row in rows)

    def query(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run a constant query.

        Raises
        ------
        GazetteerError
            The database is damaged.
        """
        if self._process != os.getpid():
            self._connect()
        try:
            with self._lock:
                return self._database.execute(sql, values).fetchall()
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise self._damaged("places.sqlite", str(error)) from None

    def names(self, place_id: str) -> tuple[PlaceName, ...]:
        """Return all names of a place, the preferred one first."""
        known = self._names.get(place_id)
        if known is not None:
            return known
        rows = self.query(
            "SELECT n.record, n.names, n.crc FROM names n JOIN place p USING (record) "
            "WHERE p.id = ?",
            (place_id,),
        )
        if not rows:
            return ()
        record, packed, crc = rows[0]
        if checksum((record, packed)) != crc:
            raise self._damaged("places.sqlite", f"the names of {place_id} do not match")
        lines = (line.split("\t") for line in packed.split("\n"))
        found = tuple(PlaceName(name, lang, cast("Any", kind)) for name, lang, kind in lines)
        if len(self._names) >= _CACHED_NAMES:
            self._names = {}
        self._names[place_id] = found
        return found

    def words(self, key: str) -> list[tuple[str, str, str]]:
        """Return kind, place id and note of the words of a key that stand for places.

        Raises
        ------
        GazetteerError
            The index is damaged.
        """
        rows = self._lexicon.get(key, ())
        for row in rows:
            if checksum(row[:-1]) != row[-1]:
                raise self._damaged("places.sqlite", f"the word {row[2]!r} does not match")
        return [(kind, place_id, note) for kind, _key, _word, place_id, note, _crc in rows]

    @cached_property
    def _lexicon(self) -> dict[str, list[tuple[Any, ...]]]:
        """The words that stand for places by key; each is checked when it is asked for."""
        out: dict[str, list[tuple[Any, ...]]] = {}
        for row in self.query(
            "SELECT kind, key, word, place_id, note, crc FROM lexicon ORDER BY rowid"
        ):
            out.setdefault(row[1], []).append(row)
        return out

    def _load(self, records: Sequence[int]) -> dict[int, tuple[Place, bytes]]:
        """Return a table that holds these records, and others that were asked for before."""
        # Another thread may put a new table in place; this one stays whole for its caller.
        table = self._places
        if len(table) > _CACHED_PLACES:
            self._places = table = {}
        missing = [record for record in records if record not in table]
        for at in range(0, len(missing), 500):
            some = missing[at : at + 500]
            marks = ",".join("?" * len(some))
            for row in self.query(f"{_SELECT} WHERE record IN ({marks})", some):
                table[row[0]] = self._place(row)
        for record in missing:
            if record not in table:
                raise self._damaged("first.u32", f"record {record} is not in places.sqlite")
        return table

    def _place(self, row: tuple[Any, ...]) -> tuple[Place, bytes]:
        values, hashes, crc = row[1:-2], row[-2], row[-1]
        if not isinstance(hashes, bytes) or checksum((*values, hashes)) != crc:
            raise self._damaged("places.sqlite", f"the record of {row[1]!r} does not match")
        return Place(*values), hashes

    def _damaged(self, name: str, what: str) -> GazetteerError:
        return GazetteerError(
            f"{self.folder / name} is damaged ({what}): run `dateline gazetteer build`"
        )


def ends_name(folded: str, end: int) -> bool:
    """Tell whether a name may end here: at a word's end, or anywhere in unspaced scripts."""
    if end >= len(folded) or not folded[end].isalnum():
        return True
    last = folded[end - 1]
    return not last.isalnum() or any(low <= last <= high for low, high in _UNSPACED)


def _map_u32(path: Path) -> "memoryview[int]":
    """Map a file of little-endian 32-bit numbers."""
    with path.open("rb") as stream:
        if path.stat().st_size == 0:
            return memoryview(b"").cast("I")
        mapped = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    if sys.byteorder == "big":
        swapped = array("I", mapped[:])
        swapped.byteswap()
        return memoryview(swapped)
    return memoryview(mapped).cast("I")
