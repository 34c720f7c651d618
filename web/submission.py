"""What was posted, in whichever form: pasted, uploaded, sent by a program, or handed back by us."""

import base64
import binascii
import json
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, get_args

from flask import request
from werkzeug.exceptions import RequestEntityTooLarge

from reading.article import Kind, read_article
from web.errors import MediaTypeError, SubmissionError

if TYPE_CHECKING:
    from reading.model import Article

FORM_TYPES = ("application/x-www-form-urlencoded", "multipart/form-data")
FIELDS = ("title", "publisher", "author", "url", "date_published", "id")
_JSON_FIELDS = frozenset((*FIELDS, "text", "html"))
_KINDS: dict[str, Kind] = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
}
_MAX_FIELD_CHARS = 2000
_FORM_OVERHEAD_BYTES = 65_536


@dataclass(frozen=True, slots=True)
class Submission:
    """A posted report, not yet read."""

    source: str | bytes
    kind: Kind
    fields: dict[str, str]

    @property
    def content(self) -> str | None:
        """An uploaded file in a form that a page can hand back; None for pasted text."""
        if isinstance(self.source, str):
            return None
        return base64.b64encode(self.source).decode()

    def article(self) -> "Article":
        """Read the report.

        Raises
        ------
        ArticleError
            It cannot be read.
        """
        fields = self.fields
        return read_article(
            self.source,
            kind=self.kind,
            date=fields.get("date_published"),
            title=fields.get("title"),
            publisher=fields.get("publisher"),
            author=fields.get("author"),
            url=fields.get("url"),
            id=fields.get("id"),
        )


def make_room(most_bytes: int) -> None:
    """Let the form be longer than the report: a file that we hand back is written in base64."""
    room = most_bytes * 3 // 2 + _FORM_OVERHEAD_BYTES
    request.max_content_length = request.max_form_memory_size = room


def submission(most_bytes: int) -> Submission:
    """Return what was posted.

    Parameters
    ----------
    most_bytes : int
        How long the report may be.

    Raises
    ------
    MediaTypeError
        The body is of a kind that is not taken.
    SubmissionError
        The body cannot be read.
    RequestEntityTooLarge
        The report is too long.
    """
    kind = request.mimetype
    if kind == "application/json":
        found = _from_json()
    elif kind in FORM_TYPES:
        found = _from_form()
    else:
        raise MediaTypeError(
            f"the body is {kind or 'of no stated type'!r}: send application/json, or the form"
        )
    source = found.source
    if len(source.encode() if isinstance(source, str) else source) > most_bytes:
        raise RequestEntityTooLarge
    return found


def _from_json() -> Submission:
    try:
        value = json.loads(request.get_data(cache=False))
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise SubmissionError(f"the body is no JSON: {error}") from error
    except RecursionError as error:
        raise SubmissionError(
            "the JSON is nested too deeply; a report is one flat object"
        ) from error
    if not isinstance(value, dict):
        raise SubmissionError('the JSON is no object: write {"text": "…", "date_published": "…"}')
    unknown = sorted(key[:40] for key in value.keys() - _JSON_FIELDS)
    if unknown:
        known = ", ".join(sorted(_JSON_FIELDS))
        raise SubmissionError(f"unknown keys {', '.join(map(repr, unknown))}; known are {known}")
    for key, content in value.items():
        if content is not None and not isinstance(content, str):
            raise SubmissionError(f"{key!r} is no string: put it in quotation marks")
    text, html = value.get("text"), value.get("html")
    if (text is None) == (html is None):
        raise SubmissionError('give either "text" or "html"')
    fields = _checked({name: value.get(name) for name in FIELDS})
    if html is not None:
        return Submission(_encodable(html, "html"), "html", fields)
    return Submission(_encodable(str(text), "text"), "txt", fields)


def _from_form() -> Submission:
    fields = _checked({name: request.form.get(name) for name in FIELDS})
    upload = request.files.get("file")
    if upload is not None and upload.filename:
        suffix = PurePosixPath(upload.filename).suffix.lower()
        kind = _KINDS.get(suffix)
        if kind is None:
            raise SubmissionError(f"the file ends with {suffix!r}: send {', '.join(_KINDS)}")
        return Submission(upload.read(), kind, fields)
    form_kind = request.form.get("kind", "txt")
    if form_kind not in get_args(Kind):
        raise SubmissionError(
            f"kind is {form_kind[:20]!r}: write one of {', '.join(get_args(Kind))}"
        )
    content = request.form.get("content")
    if content is not None:
        return Submission(_decoded(content), form_kind, fields)  # type: ignore[arg-type]
    text = request.form.get("text", "").replace("\r\n", "\n")
    return Submission(_encodable(text, "text"), form_kind, fields)  # type: ignore[arg-type]


def _decoded(content: str) -> bytes:
    try:
        return base64.b64decode(content, validate=True)
    except (binascii.Error, ValueError) as error:
        raise SubmissionError(f"content is no base64: {error}; send the file itself") from error


def _checked(given: dict[str, str | None]) -> dict[str, str]:
    fields = {name: value.strip() for name, value in given.items() if value and value.strip()}
    for name, value in fields.items():
        _encodable(value, name)
        if len(value) > _MAX_FIELD_CHARS:
            raise SubmissionError(f"{name} is longer than {_MAX_FIELD_CHARS:,} characters")
        if any(ord(c) < 32 or ord(c) == 127 for c in value):
            raise SubmissionError(f"{name} holds control characters; write plain words")
    return fields


def _encodable(text: str, name: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise SubmissionError(
            f"{name} holds half a character (lone surrogate) at {error.start}; send valid Unicode"
        ) from error
    return text
