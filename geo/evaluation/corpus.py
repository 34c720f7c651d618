"""Gold and prediction files: JSON lines, plain or gzipped, and JSON."""

import gzip
import json
from pathlib import Path
from typing import Any, cast

from geo.errors import CorpusError

Record = dict[str, Any]


def read_text(path: Path) -> str:
    """Return the text of a file, unpacked where its name ends in ``.gz``.

    Raises
    ------
    CorpusError
        The file is missing, damaged, or not UTF-8.
    """
    try:
        raw = path.read_bytes()
        data = gzip.decompress(raw) if path.suffix == ".gz" else raw
        return data.decode("utf-8")
    except (OSError, EOFError, gzip.BadGzipFile) as error:
        raise CorpusError(f"{path}: cannot be read ({error})") from error
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path}: byte {error.start} is not UTF-8") from error


def read_jsonl(path: Path) -> list[Record]:
    """Return the records of a JSON-lines file; empty lines are skipped.

    Raises
    ------
    CorpusError
        A line is not a JSON object with a string ``id``; the message names the line.
    """
    return [
        _record(line, f"{path}, line {number}")
        for number, line in enumerate(read_text(path).split("\n"), start=1)
        if line.strip()
    ]


def read_json(path: Path) -> Record:
    """Return the object of a JSON file.

    Raises
    ------
    CorpusError
        The file does not hold one JSON object.
    """
    return _object(read_text(path), str(path))


def _record(line: str, where: str) -> Record:
    record = _object(line, where)
    if not isinstance(record.get("id"), str):
        raise CorpusError(f'{where}: a record needs a text "id"')
    return record


def _object(text: str, where: str) -> Record:
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise CorpusError(f"{where}: not JSON ({error.msg}, column {error.colno})") from error
    if not isinstance(value, dict):
        raise CorpusError(f"{where}: expected a JSON object, found {type(value).__name__}")
    return cast("Record", value)
