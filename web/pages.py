"""The pages people read: the report beside its map, and the map alone."""

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from flask import Blueprint, request

from web import addresses, assets, language, listing
from web.context import context, root_url, send, written
from web.delivery import deliver, digest_of
from web.desk import desk_values
from web.maps import Ready
from web.parameters import WORLDVIEW, parse_worldview
from web.problems import problem
from web.security import Audience
from web.state import REFERENCE, REFERENCES, State, parse_state

if TYPE_CHECKING:
    from collections.abc import Collection

    from flask import Response

blueprint = Blueprint("pages", __name__)


def state_of(ready: Ready) -> State:
    """Read the state from the address; what this map does not know is left out."""
    groups: dict[str, Collection[str]] = {REFERENCE: REFERENCES}
    groups |= {group: {line.id for line in lines} for group, lines in ready.groups.items()}
    return parse_state(request.args, groups, ready.cards.numbers, ready.places)


def map_values(ready: Ready, plan: str) -> dict[str, Any]:
    """Return what the templates of every page with a map need."""
    state = state_of(ready)
    data_root = f"{request.script_root}/maps/{ready.document.id}"
    return {
        **desk_values(ready, state, listing.asked(request.args)),
        "here": addresses.here,
        "plan_name": plan,
        "site": root_url(),
        "standalone": False,
        "data_root": data_root,
        **_addresses(ready, data_root),
    }


def _addresses(ready: Ready, data_root: str) -> dict[str, str]:
    """Return where the map's scripts find what they draw."""
    view = {WORLDVIEW: ready.document.worldview} if request.args.get(WORLDVIEW) else {}
    drawing = {"v": ready.version, language.PARAMETER: language.code(), **view}
    ground = {WORLDVIEW: ready.document.worldview}
    if language.code() != language.SOURCE:
        ground[language.PARAMETER] = language.code()
    return {
        "drawing_address": f"{data_root}/drawing.json?{urlencode(drawing)}",
        "ground_address": f"{request.script_root}/ground.json?{urlencode(ground)}",
    }


def map_page(map_id: str, template: str, plan: str, audience: Audience = "app") -> "Response":
    """Send a page of one map; it is written once for each version, address and query.

    Who has it already is told so from the version, without writing it.
    """
    here = context()
    spoken = language.code()
    worldview = parse_worldview(request.args)
    version = here.maps.version(map_id, worldview)
    drawn_on = (here.settings.tiles, here.settings.tiles_credit)
    key = (map_id, version, template, spoken, root_url(), request.query_string, drawn_on)

    def write() -> bytes:
        addresses.keep(request.args)
        return written(template, **map_values(here.maps.get(map_id, worldview), plan))

    return send(
        lambda: here.maps.page(key, write), audience, tag=digest_of(assets.fingerprint(), *key)
    )


@blueprint.get("/maps/<map_id>")
def reader(map_id: str) -> "Response":
    """Show a report beside its map."""
    return map_page(map_id, "reader.html", "reader")


@blueprint.get("/maps/<map_id>/map")
def map_only(map_id: str) -> "Response":
    """Show the map alone."""
    return map_page(map_id, "map.html", "map")


@blueprint.get("/static/<path:name>")
def static(name: str) -> "Response":
    """Give a file of ours; with its digest in the address it may be kept for a year."""
    if name not in assets.names():
        return problem(HTTPStatus.NOT_FOUND, f"there is no file {name!r}")
    immutable = request.args.get("v") == assets.digest(name)
    response = deliver(
        assets.asset(name), assets.media_type(name), shared=True, immutable=immutable
    )
    response.headers["Content-Security-Policy"] = "default-src 'none'"
    return response


@blueprint.get("/favicon.ico")
def icon() -> "Response":
    """Give the icon to those who ask for it without reading the page."""
    return static("icon.svg")
