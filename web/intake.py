"""Reports come in: pasted, uploaded, or posted by a program; and maps go out again."""

import json
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, get_args

from flask import Blueprint, redirect, request

from layers.build import slug
from layers.errors import MapExistsError
from layers.store import check_map_id
from reading.article import Kind, read_article
from web.context import Context, context, page, root_url
from web.delivery import deliver
from web.errors import MediaTypeError, SubmissionError
from web.problems import wants_page
from web.security import check_editor

if TYPE_CHECKING:
    from flask import Response

    from layers.model import MapDocument

FORM_TYPES = ("application/x-www-form-urlencoded", "multipart/form-data")
_FIELDS = ("title", "publisher", "author", "url", "date_published", "id")
_JSON_FIELDS = frozenset((*_FIELDS, "text", "html"))
_KINDS: dict[str, Kind] = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
}
_MAX_FIELD_CHARS = 2000
_TRIES = 50

blueprint = Blueprint("intake", __name__)


@dataclass(frozen=True, slots=True)
class Submission:
    """A posted report, not yet read."""

    source: str | bytes
    kind: Kind
    fields: dict[str, str]


@blueprint.post("/articles")
def add() -> "Response":
    """Read a report and keep its map; 201 with the address of the map."""
    here = context()
    check_editor(request, here.settings)
    submission = _submission()
    document = _keep(here, submission)
    location = f"{request.script_root}/maps/{document.id}"
    if wants_page():
        response = page("added.html", status=201, document=document, location=location)
        response.headers["Refresh"] = f"0; url={location}"
    else:
        body = {
            "id": document.id,
            "location": f"{root_url()}/maps/{document.id}",
            "claims": len(document.claims()),
            "warnings": list(document.warnings),
        }
        response = deliver(json.dumps(body).encode(), "application/json", status=201)
    response.headers["Location"] = location
    return response


@blueprint.post("/maps/<map_id>/remove")
def remove_by_form(map_id: str) -> "Response":
    """Remove a map from a page of ours."""
    here = context()
    check_editor(request, here.settings)
    here.store.remove(map_id)
    return redirect(f"{request.script_root}/", 303)  # type: ignore[return-value]


@blueprint.delete("/maps/<map_id>")
def remove(map_id: str) -> "Response":
    """Remove a map."""
    here = context()
    check_editor(request, here.settings)
    here.store.remove(map_id)
    return deliver(b"", "text/plain", status=204)


def _keep(here: Context, submission: Submission) -> "MapDocument":
    """Read the report through the whole pipeline; an id that is taken gets a number."""
    from layers.reader import read

    fields = submission.fields
    wanted = fields.get("id")
    if wanted is not None:
        check_map_id(wanted)
    article = read_article(
        submission.source,
        kind=submission.kind,
        date=fields.get("date_published"),
        title=fields.get("title"),
        publisher=fields.get("publisher"),
        author=fields.get("author"),
        url=fields.get("url"),
        id=wanted,
    )
    base = wanted or slug(article.id)
    document = read([article], here.gazetteer, here.boundaries, id=base)
    taken = {summary.id for summary in here.maps.list()}
    for number in range(1, _TRIES):
        name = base if number == 1 else f"{base}-{number}"
        if name in taken and wanted is None:
            continue
        try:
            kept = replace(document, id=name)
            here.store.add(kept)
        except MapExistsError:
            if wanted is not None:
                raise
        else:
            return kept
    raise MapExistsError(f"{_TRIES} maps are called {base!r}: give this one an id of its own")


def _submission() -> Submission:
    kind = request.mimetype
    if kind == "application/json":
        return _from_json()
    if kind in FORM_TYPES:
        return _from_form()
    raise MediaTypeError(
        f"the body is {kind or 'of no stated type'!r}: send application/json, or the form"
    )


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
    fields = _checked({name: value.get(name) for name in _FIELDS})
    if html is not None:
        return Submission(_encodable(html, "html"), "html", fields)
    return Submission(_encodable(str(text), "text"), "txt", fields)


def _from_form() -> Submission:
    fields = _checked({name: request.form.get(name) for name in _FIELDS})
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
    text = request.form.get("text", "").replace("\r\n", "\n")
    return Submission(_encodable(text, "text"), form_kind, fields)  # type: ignore[arg-type]


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
