"""The data of a map by address: GeoJSON of all and of each layer, and what the page draws from."""

from typing import TYPE_CHECKING

from flask import Blueprint, request

from layers.errors import MapNotFoundError
from web import assets, language
from web.basemap import ground_bytes
from web.context import context
from web.delivery import deliver, digest_of
from web.ground import ground_drawing
from web.parameters import WORLDVIEW, parse_query, parse_worldview
from web.picture import STYLE_POLICY
from web.security import policy

if TYPE_CHECKING:
    from flask import Response

    from layers.model import Layer, MapDocument

GEOJSON = "application/geo+json"
blueprint = Blueprint("data", __name__)


@blueprint.get("/maps/<map_id>.geojson")
def whole(map_id: str) -> "Response":
    """Give every annotation of a map, or those that the parameters ask for."""
    query = parse_query(request.args)
    maps = context().maps
    return _file(maps.file(maps.get(map_id), query), GEOJSON, f"{map_id}.geojson")


@blueprint.get("/maps/<map_id>/layers/<layer_id>.geojson")
def layer(map_id: str, layer_id: str) -> "Response":
    """Give the annotations of one layer."""
    maps = context().maps
    ready = maps.get(map_id)
    found = _layer(ready.document, layer_id)
    query = parse_query(request.args, layer=layer_id)
    body = maps.file(ready, query, f"{ready.document.title}: {found.title}")
    return _file(body, GEOJSON, f"{map_id}--{layer_id}.geojson")


@blueprint.get("/maps/<map_id>/drawing.json")
def drawing(map_id: str) -> "Response":
    """Give what a page's scripts draw from: each distinct shape once, and which claims stand there.

    ``lang`` decides in which language things are counted.
    """
    parse_query(request.args, also=("v", language.PARAMETER, WORLDVIEW))
    ready = context().maps.get(map_id, parse_worldview(request.args))
    tag = digest_of(assets.fingerprint(), map_id, ready.version, language.code())
    immutable = request.args.get("v") == ready.version
    return _data(
        deliver(
            lambda: ready.drawing, "application/json", tag=tag, shared=True, immutable=immutable
        )
    )


@blueprint.get("/maps/<map_id>/picture.svg")
def small_picture(map_id: str) -> "Response":
    """Give the small picture of a map."""
    version, body = context().maps.picture(map_id)
    immutable = request.args.get("v") == version
    response = deliver(body, "image/svg+xml", shared=True, immutable=immutable)
    own = policy("data", context().settings, {"style-src": STYLE_POLICY})
    response.headers["Content-Security-Policy"] = own
    return response


@blueprint.get("/basemap.geojson")
def basemap() -> "Response":
    """Give the outlines and names that every map is drawn on."""
    parse_query(request.args, also=(WORLDVIEW, language.PARAMETER))
    worldview = parse_worldview(request.args) or context().settings.worldview
    ground = ground_bytes(worldview, language.in_address() or language.SOURCE)
    return _data(deliver(ground, GEOJSON, shared=True))


@blueprint.get("/ground.json")
def ground() -> "Response":
    """Give the same made ready to be drawn, as the page's scripts want it."""
    parse_query(request.args, also=(WORLDVIEW, language.PARAMETER))
    worldview = parse_worldview(request.args) or context().settings.worldview
    body = ground_drawing(worldview, language.in_address() or language.SOURCE)
    return _data(deliver(body, "application/json", shared=True))


@blueprint.get("/healthz")
def health() -> "Response":
    """Say that the store and the gazetteer answer."""
    here = context()
    count = len(here.maps.list())
    version = here.gazetteer.version
    body = f'{{"status":"ok","maps":{count},"gazetteer":"{version}"}}\n'
    response = _data(deliver(body.encode(), "application/json"))
    response.headers["Cache-Control"] = "no-store"
    return response


def _layer(document: "MapDocument", layer_id: str) -> "Layer":
    for found in document.layers:
        if found.id == layer_id:
            return found
    raise MapNotFoundError(
        f"map {document.id!r} has no layer {layer_id!r}; its layers are "
        + ", ".join(found.id for found in document.layers)
    )


def _file(body: bytes, mimetype: str, name: str) -> "Response":
    response = _data(deliver(body, mimetype, shared=True))
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response


def _data(response: "Response") -> "Response":
    response.headers["Content-Security-Policy"] = policy("data", context().settings)
    return response
