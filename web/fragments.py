"""Parts of a page by address: cards, list and timeline of a map too large to hold them all."""

from typing import TYPE_CHECKING

from flask import Blueprint

from web.pages import map_page

if TYPE_CHECKING:
    from flask import Response

blueprint = Blueprint("fragments", __name__)


@blueprint.get("/maps/<map_id>/card")
def card(map_id: str) -> "Response":
    """Give the card of ``claim``, or the list of claims at ``place``."""
    return _part(map_page(map_id, "_fragment_card.html", "card"))


@blueprint.get("/maps/<map_id>/list")
def claims(map_id: str) -> "Response":
    """Give a sheet of the list of claims that the filters leave."""
    return _part(map_page(map_id, "_list.html", "list"))


@blueprint.get("/maps/<map_id>/lanes")
def lanes(map_id: str) -> "Response":
    """Give the two lanes of the timeline in little."""
    return _part(map_page(map_id, "_fragment_lanes.html", "lanes"))


def _part(response: "Response") -> "Response":
    """Let frames without an origin of their own read it, and keep it out of search engines."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
