"""Where the indexes lie in the data folder: the world's behind a pointer, the core's as a cache."""

import os
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from geo.errors import GazetteerError
from geo.gazetteer.index import Index
from geo.gazetteer.layout import INDEX_FORMAT

if TYPE_CHECKING:
    import logging
    from tempfile import TemporaryDirectory

POINTER = "current"
SOURCES = (
    "gazetteer.csv",
    "us_counties.csv",
    "names.csv",
    "curated/regions.csv",
    "curated/places.csv",
    "curated/aliases.csv",
    "curated/demonyms.csv",
    "curated/metonyms.csv",
    "curated/abbreviations.csv",
    "curated/worldviews.csv",
)
_OPTIONAL = frozenset(SOURCES[1:])
_SEEN = "core.seen"
_CORES_KEPT = 3
_PART_STALE_S = 3600.0


def _log() -> "logging.Logger":
    import logging

    return logging.getLogger(__name__)


def core_digest(root: Path) -> str:
    """Return the digest of all files that the core is made from.

    Parameters
    ----------
    root : Path
        The data folder.

    Raises
    ------
    GazetteerError
        ``gazetteer.csv`` is missing.
    """
    from hashlib import blake2b

    digest = blake2b(digest_size=8)
    for name in SOURCES:
        path = root / name
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            if name not in _OPTIONAL:
                raise GazetteerError(f"{path} is missing") from None
            continue
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def known_core_digest(root: Path, home: Path) -> str:
    """Return the digest of the core, read anew only when a file of it was touched.

    Parameters
    ----------
    root : Path
        The data folder of the core.
    home : Path
        The folder of indexes, where size, time and digest are noted.
    """
    facts = [str(root)]
    for name in SOURCES:
        try:
            stat = (root / name).stat()
        except FileNotFoundError:
            continue
        facts.append(f"{name} {stat.st_size} {stat.st_mtime_ns}")
    key = "\n".join(facts)
    seen = home / _SEEN
    try:
        digest, _blank, mark = seen.read_text("utf-8").partition(" ")
    except (OSError, UnicodeDecodeError):
        digest, mark = "", ""
    if mark and mark == _mark(digest, key):
        return digest
    digest = core_digest(root)
    note = seen.with_name(f"{_SEEN}.{os.getpid()}")
    try:
        home.mkdir(parents=True, exist_ok=True)
        note.write_text(f"{digest} {_mark(digest, key)}", "utf-8")
        note.replace(seen)
    except OSError as error:
        _log().info("the digest of the core cannot be noted in %s: %s", home, error)
    return digest


def _mark(digest: str, facts: str) -> str:
    return f"{zlib.crc32(f'{digest} {facts}'.encode()):08x}"


def current(home: Path) -> Path:
    """Return the folder that the pointer names.

    Raises
    ------
    GazetteerError
        There is no pointer, or it is damaged.
    """
    pointer = home / POINTER
    try:
        name = pointer.read_text("utf-8").strip()
    except FileNotFoundError:
        raise GazetteerError(f"The world gazetteer is not built in {home.parent}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise GazetteerError(f"{pointer} cannot be read: {error}") from None
    if not name.startswith("world") or Path(name).name != name or not name.isprintable():
        raise GazetteerError(f"{pointer} is damaged: {name[:40]!r} is no index")
    return home / name


def open_current(home: Path, core: str) -> Index:
    """Open the world index.

    Parameters
    ----------
    home : Path
        The folder of indexes.
    core : str
        Digest of the core that it must be built over.

    Raises
    ------
    GazetteerError
        It is not there, or its files are truncated, damaged or outdated.
    """
    index = Index(current(home))
    if index.manifest.get("core") != core:
        index.close()
        raise GazetteerError(
            f"The world gazetteer in {home.parent} is outdated: it was built over another core"
        )
    return index


def open_core(
    home: Path, root: Path, digest: str
) -> tuple[Index, "TemporaryDirectory[str] | None"]:
    """Open the index of the core, writing it first where there is none.

    Where the data folder cannot be written, the index lives as long as this process.
    """
    target = home / f"core-{digest}-{INDEX_FORMAT}"
    if target.is_dir():
        try:
            return Index(target), None
        except GazetteerError as error:
            _log().warning("the index of the core is written anew: %s", error)
    import shutil
    import tempfile

    try:
        home.mkdir(parents=True, exist_ok=True)
        building = Path(tempfile.mkdtemp(prefix="core-", suffix=".part", dir=home))
    except OSError as error:
        _log().info("no index of the core can be kept in %s: %s", home, error)
        scratch = tempfile.TemporaryDirectory(prefix="dateline-core-")
        write_core(Path(scratch.name), root, digest)
        return Index(Path(scratch.name)), scratch
    try:
        write_core(building, root, digest)
        shutil.rmtree(target, ignore_errors=True)
        building.chmod(0o755)
        try:
            building.rename(target)
        except OSError as error:
            # Another process was faster; its index is the same.
            _log().info("%s is already there: %s", target, error)
    finally:
        shutil.rmtree(building, ignore_errors=True)
    _clear_away(home, target)
    return Index(target), None


def _clear_away(home: Path, target: Path) -> None:
    """Drop old indexes of the core but the last few, which other versions may still use."""
    import shutil
    import time

    found = []
    for path in home.glob("core-*"):
        try:
            found.append((path.stat().st_mtime, path))
        except FileNotFoundError:
            continue
    found.sort()
    kept = [path for _time, path in found if path.is_dir() and path.suffix != ".part"][
        -_CORES_KEPT:
    ]
    for changed, path in found:
        stale = (
            time.time() - changed > _PART_STALE_S if path.suffix == ".part" else path not in kept
        )
        if stale and path != target:
            shutil.rmtree(path, ignore_errors=True)


def write_core(folder: Path, root: Path, digest: str) -> None:
    """Write the index of the core into an empty folder."""
    from geo.gazetteer.core import read_core
    from geo.gazetteer.writer import write_index

    entries, lexicon = read_core(root)
    about: dict[str, object] = {"version": f"core-{digest}", "kind": "core", "core": digest}
    write_index(folder, entries, lexicon, about)
