"""What each command does; heavy imports inside."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.output import emit, warn
from geo.errors import GeoError
from layers.errors import LayersError
from reading.errors import ReadingError
from web.errors import WebError

if TYPE_CHECKING:
    from dateline.api import MapDocument
    from layers.store import Store
    from reading.model import Article
    from web.settings import Settings

Parse = Callable[[Any, str], dict[str, Any]]
ERRORS = (ReadingError, GeoError, LayersError, WebError, OSError)


def run(options: argparse.Namespace) -> int:
    """Run the command that the options name; return the exit status."""
    return _COMMANDS[options.command](options)


def message(error: Exception) -> str:
    """Return an error as one line."""
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename is not None else ""
        return f"{where}{error.strerror}"
    return " ".join(str(error).split())


def _read(options: argparse.Namespace) -> int:
    document = _document(options, [options.article])
    if options.explain:
        from dateline.explaining import explain as written
    else:
        from layers.export.geojson import collection as written
    emit(written(document), options.output)
    return 0


def _map(options: argparse.Namespace) -> int:
    document = _document(options, options.article)
    page = document.to_html(quotes_only=options.quotes_only, lang=options.lang)
    emit(page, options.output)
    return 0


def _add(options: argparse.Namespace) -> int:
    document = _document(options, options.article, map_id=options.id)
    with _store() as store:
        store.add(document, replace=options.replace)
    emit(f"{document.id}\n".encode(), None)
    return 0


def _list(_options: argparse.Namespace) -> int:
    with _store() as store:
        for row in store.list():
            numbers = f"{row.claims} claims\t{row.places} places\t{row.unplaced} unplaced"
            emit(f"{row.id}\t{row.date_published or '-'}\t{numbers}\t{row.title}\n".encode(), None)
    return 0


def _remove(options: argparse.Namespace) -> int:
    with _store() as store:
        store.remove(options.id)
    return 0


def _serve(options: argparse.Namespace) -> int:
    from dateline.server import serve

    serve(options.host, options.port, options.workers)
    return 0


def _geoparse(options: argparse.Namespace) -> int:
    from dateline.opening import open_gazetteer
    from geo.geoparser import locate, to_json

    gazetteer = open_gazetteer(_data_dir())
    warn(*gazetteer.warnings)

    def parse(identity: Any, text: str) -> dict[str, Any]:
        return to_json(locate(text, gazetteer), identity, text)

    lines = _jsonl if options.jsonl else _texts
    emit(lines(options.file, parse), options.output)
    return 0


def _texts(files: list[str], parse: Parse) -> Iterator[bytes]:
    for name in files or ["-"]:
        article = _article(name, {})
        result = parse(None if name == "-" else article.id, article.text)
        yield json.dumps(result, ensure_ascii=False, sort_keys=True).encode() + b"\n"


def _jsonl(files: list[str], parse: Parse) -> Iterator[bytes]:
    """Answer each line with a line, in order; a bad one with its error."""
    for name in files or ["-"]:
        with nullcontext(sys.stdin.buffer) if name == "-" else Path(name).open("rb") as stream:
            for number, line in enumerate(stream, 1):
                if line.strip():
                    result = _jsonl_line(line, number, parse)
                    yield json.dumps(result, ensure_ascii=False, sort_keys=True).encode() + b"\n"


def _jsonl_line(line: bytes, number: int, parse: Parse) -> dict[str, Any]:
    identity = None
    try:
        record = json.loads(line.decode("utf-8"))
        if not isinstance(record, dict) or not isinstance(record.get("text"), str):
            return {"id": None, "error": f'line {number}: needs an object {{"id", "text"}}'}
        identity = record.get("id")
        record["text"].encode("utf-8")
        return parse(identity, record["text"])
    except UnicodeError as error:
        return {"id": identity, "error": f"line {number}: no valid Unicode: {error}"}
    except json.JSONDecodeError as error:
        return {"id": None, "error": f"line {number}: no JSON: {error.msg} at {error.pos}"}
    except (ReadingError, GeoError) as error:
        return {"id": identity, "error": f"line {number}: {message(error)}"}


def _geocode(options: argparse.Namespace) -> int:
    from dateline.geocoding import answer
    from dateline.opening import open_gazetteer

    gazetteer = open_gazetteer(_data_dir())
    warn(*gazetteer.warnings)
    emit(answer(gazetteer, options), None)
    return 0


def _gazetteer(options: argparse.Namespace) -> int:
    from dateline.geocoding import gazetteer_action

    return gazetteer_action(options, _data_dir())


def _evaluate(options: argparse.Namespace) -> int:
    from dateline.scoring import evaluate

    emit(evaluate(options, _data_dir()), None)
    return 0


def _document(
    options: argparse.Namespace, names: list[str], *, map_id: str | None = None
) -> "MapDocument":
    from dateline.api import with_methods
    from dateline.opening import open_places
    from layers.overrides import load_overrides
    from layers.reader import read

    if map_id is not None:
        from layers.store import check_map_id

        check_map_id(map_id)
    given = {
        name: getattr(options, name) for name in ("date", "title", "publisher", "author", "url")
    }
    articles = [_article(name, given) for name in names]
    overrides = load_overrides(Path(options.overrides)) if options.overrides else ()
    settings = _settings()
    gazetteer, boundaries = open_places(settings.data_dir, settings.worldview)
    document = read(articles, gazetteer, boundaries, id=map_id, overrides=overrides)
    warn(*document.warnings)
    return with_methods(document)


def _article(name: str, given: dict[str, Any]) -> "Article":
    from reading.article import read_article

    if name == "-":
        return read_article(sys.stdin.buffer.read(), **given)
    return read_article(Path(name), **given)


def _settings() -> "Settings":
    from web.settings import Settings

    return Settings.from_environ()


def _data_dir() -> Path:
    return _settings().data_dir


def _store() -> "Store":
    from layers.store import open_store

    return open_store(_settings().store)


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "add": _add,
    "evaluate": _evaluate,
    "gazetteer": _gazetteer,
    "geocode": _geocode,
    "geoparse": _geoparse,
    "list": _list,
    "map": _map,
    "read": _read,
    "remove": _remove,
    "serve": _serve,
}
