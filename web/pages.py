"""The pages people read: the list of maps, the report beside its map, the map alone, the table."""

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from flask import Blueprint, request

from web import assets, language
from web.context import context, page, root_url, send, written
from web.delivery import deliver
from web.maps import Ready
from web.problems import problem
from web.security import Audience
from web.state import State

if TYPE_CHECKING:
    from flask import Response

blueprint = Blueprint("pages", __name__)


def state_of(ready: Ready) -> State:
    """Read the state from the address; what this map does not know is left out."""
    claims = {card.claim_id for card in ready.cards}
    places = {place.shape for place in ready.places}
    claim, place = request.args.get("claim"), request.args.get("place")
    layers = None
    if request.args.get("filter"):
        known = {layer.id for layer in ready.document.layers}
        layers = frozenset(request.args.getlist("layer")) & known
    return State(claim if claim in claims else None, place if place in places else None, layers)


def map_values(ready: Ready, plan: str) -> dict[str, Any]:
    """Return what the templates of every page with a map need."""
    return {
        "ready": ready,
        "document": ready.document,
        "plan_name": plan,
        "site": root_url(),
        "state": state_of(ready),
        "topic_ids": frozenset(line.id for line in ready.topics),
        "standalone": False,
        "data_root": f"{request.script_root}/maps/{ready.document.id}",
    }


def map_page(map_id: str, template: str, plan: str, audience: Audience = "app") -> "Response":
    """Send a page of one map; it is written once for each version, address and query."""
    maps = context().maps
    ready = maps.get(map_id)
    key = (map_id, ready.version, template, language.code(), root_url(), request.query_string)
    html = maps.page(key, lambda: written(template, **map_values(ready, plan)))
    return send(html, audience)


@blueprint.get("/")
def index() -> "Response":
    """List the maps and offer to add a report."""
    return page("index.html", maps=context().maps.list())


@blueprint.get("/maps/<map_id>")
def reader(map_id: str) -> "Response":
    """Show a report beside its map."""
    return map_page(map_id, "reader.html", "reader")


@blueprint.get("/maps/<map_id>/map")
def map_only(map_id: str) -> "Response":
    """Show the map alone."""
    return map_page(map_id, "map.html", "map")


@blueprint.get("/maps/<map_id>/claims")
def claims(map_id: str) -> "Response":
    """Show the claims as a table."""
    return map_page(map_id, "claims.html", "claims")


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
