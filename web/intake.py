"""Reports come in, their reading shown before it is kept; and maps go out again."""

import base64
import json
from dataclasses import replace
from typing import TYPE_CHECKING

from flask import Blueprint, redirect, request

from layers.build import slug
from layers.errors import MapExistsError
from layers.store import check_map_id, digest
from web.addresses import link
from web.context import Context, context, page, root_url
from web.delivery import deliver
from web.maps import ready
from web.picture import picture
from web.problems import wants_page
from web.security import check_editor
from web.submission import Submission, make_room, submission

if TYPE_CHECKING:
    from flask import Response

    from layers.model import MapDocument

_TRIES = 50

blueprint = Blueprint("intake", __name__)


@blueprint.post("/articles")
def add() -> "Response":
    """Read a report and keep its map; 201 with the address of the map.

    A form that says which reading it saw (``expect``) gets it kept or, if the report is read
    otherwise now, is shown the other reading first.
    """
    here = context()
    make_room(here.settings.max_body_bytes)
    check_editor(request, here.settings)
    posted = submission(here.settings.max_body_bytes)
    document = _read(here, posted)
    expected = request.form.get("expect")
    if expected is not None and expected != digest(document):
        return _preview(posted, document, is_other=True)
    document = _keep(here, document, posted.fields.get("id"))
    address = f"/maps/{document.id}"
    if wants_page():
        location = link(f"{request.script_root}{address}")
        response = page("added.html", status=201, document=document, location=location)
        response.headers["Refresh"] = f"0; url={location}"
    else:
        location = f"{request.script_root}{address}"
        body = {
            "id": document.id,
            "location": f"{root_url()}{address}",
            "claims": len(document.claims()),
            "warnings": list(document.warnings),
        }
        response = deliver(json.dumps(body).encode(), "application/json", status=201)
    response.headers["Location"] = location
    return response


@blueprint.post("/articles/preview")
def preview() -> "Response":
    """Show how a report is read; nothing is kept."""
    here = context()
    make_room(here.settings.max_body_bytes)
    check_editor(request, here.settings)
    posted = submission(here.settings.max_body_bytes)
    return _preview(posted, _read(here, posted))


@blueprint.post("/maps/<map_id>/remove")
def remove_by_form(map_id: str) -> "Response":
    """Remove a map from a page of ours."""
    here = context()
    check_editor(request, here.settings)
    here.store.remove(map_id)
    return redirect(link(f"{request.script_root}/"), 303)  # type: ignore[return-value]


@blueprint.delete("/maps/<map_id>")
def remove(map_id: str) -> "Response":
    """Remove a map."""
    here = context()
    check_editor(request, here.settings)
    here.store.remove(map_id)
    return deliver(b"", "text/plain", status=204)


def _read(here: Context, posted: Submission) -> "MapDocument":
    """Read the report through the whole pipeline."""
    from layers.reader import read

    wanted = posted.fields.get("id")
    if wanted is not None:
        check_map_id(wanted)
    article = posted.article()
    return read([article], here.gazetteer, here.boundaries, id=wanted or slug(article.id))


def _preview(posted: Submission, document: "MapDocument", *, is_other: bool = False) -> "Response":
    seen = digest(document)
    return page(
        "preview.html",
        ready=ready(document, seen),
        document=document,
        article=document.articles[0],
        posted=posted,
        seen=seen,
        is_other=is_other,
        token=request.form.get("token", ""),
        picture=base64.b64encode(picture(document)).decode(),
    )


def _keep(here: Context, document: "MapDocument", wanted: str | None) -> "MapDocument":
    """Keep a map; an id that is taken gets a number, unless it was asked for."""
    base = document.id
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
