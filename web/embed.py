"""Maps on other people's pages: the embed page, oEmbed, and the stand-alone file."""

import json
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from flask import Blueprint, request

from layers.errors import MapNotFoundError
from layers.render.standalone import policy_of
from web import language
from web.context import context, root_url
from web.delivery import deliver
from web.errors import ParameterError
from web.pages import map_page
from web.security import policy
from web.standalone import standalone_page
from web.templating import render

if TYPE_CHECKING:
    from flask import Response

WIDTH_PX, HEIGHT_PX = 800, 560
SMALLEST_PX = 240
_YES = frozenset({"1", "true", "yes"})
_NO = frozenset({"", "0", "false", "no"})

blueprint = Blueprint("embed", __name__)


@blueprint.get("/embed/<map_id>")
def embed(map_id: str) -> "Response":
    """Show the map for frames."""
    return map_page(map_id, "embed.html", "embed", audience="embed")


@blueprint.get("/maps/<map_id>.html")
def standalone_file(map_id: str) -> "Response":
    """Give the stand-alone file; it may be looked at here, and saved."""
    wish = request.args.get("quotes_only", "").lower()
    if wish not in _YES | _NO:
        raise ParameterError({"quotes_only": f"{wish[:20]!r}: write 1 or 0"})
    here = context()
    body = standalone_page(here.maps.get(map_id).document, quotes_only=wish in _YES)
    response = deliver(body, "text/html")
    response.headers["Content-Security-Policy"] = policy("file", here.settings, policy_of(body))
    response.headers["Content-Disposition"] = f'inline; filename="{map_id}.html"'
    return response


@blueprint.get("/oembed")
def oembed() -> "Response":
    """Answer oEmbed 1.0 for the address of a map."""
    problems: dict[str, str] = {}
    address = request.args.get("url", "")
    path = urlsplit(address).path.removeprefix(request.script_root).strip("/").split("/")
    if len(path) < 2 or path[0] not in {"maps", "embed"}:
        problems["url"] = f"{address[:200]!r} is no address of a map: write {root_url()}/maps/…"
    if request.args.get("format", "json") != "json":
        problems["format"] = "only json is given"
    width = _size("maxwidth", WIDTH_PX, problems)
    height = _size("maxheight", HEIGHT_PX, problems)
    if problems:
        raise ParameterError(problems)
    try:
        document = context().maps.get(path[1]).document
    except MapNotFoundError:
        raise MapNotFoundError(f"no map {path[1]!r} is kept here") from None
    spoken = _asked(address)
    with language.speaking(spoken or language.code()):
        snippet = render(
            "snippet.html",
            site=root_url(),
            document=document,
            width=width,
            height=height,
            spoken=spoken,
        )
    body = {
        "version": "1.0",
        "type": "rich",
        "title": document.title,
        "provider_name": "Dateline",
        "provider_url": f"{root_url()}/",
        "html": snippet.strip(),
        "width": width,
        "height": height,
    }
    response = deliver(json.dumps(body).encode(), "application/json", shared=True)
    response.headers["Content-Security-Policy"] = policy("data", context().settings)
    return response


def _asked(address: str) -> str | None:
    """Return the language that the address of a map names, if we speak it."""
    given = parse_qs(urlsplit(address).query).get(language.PARAMETER, [""])[-1]
    return given if given in language.LANGUAGES else None


def _size(name: str, most: int, problems: dict[str, str]) -> int:
    text = request.args.get(name, str(most))
    if not (text.isascii() and text.isdigit() and len(text) <= 6):
        problems[name] = f"{text[:20]!r}: write a whole number of pixels"
        return most
    return max(SMALLEST_PX, min(most, int(text)))
