"""The stand-alone page of a map, made without flask: for the site, the terminal and notebooks."""

from layers.model import MapDocument
from layers.render.standalone import Parts, standalone
from web import addresses, assets, language
from web.desk import desk_values
from web.ground import ground_drawing, worldview_of
from web.maps import Ready, ready
from web.state import State
from web.templating import plain, render


def standalone_page(document: MapDocument, *, quotes_only: bool = False) -> bytes:
    """Return the map as one file that asks for nothing, in the language that is spoken.

    Parameters
    ----------
    document : MapDocument
    quotes_only : bool
        Leave out the report's text and the context of the quotes, which often may not be
        republished; the quotes themselves stay.
    """
    made = ready(document, "file", quotes_only=quotes_only)
    body = render(
        "standalone.html",
        **desk_values(made, State()),
        here=addresses.alone,
        standalone=True,
        data_root="",
        quotes_only=quotes_only,
    )
    return standalone(
        Parts(
            title=plain(document.title),
            body=body,
            styles=[assets.asset(name) for name in assets.STYLES],
            scripts=[assets.asset(name) for name in assets.MAP_SCRIPTS],
            data=data_blocks(made),
            language=language.code(),
            direction=language.direction(),
        )
    )


def data_blocks(made: Ready) -> dict[str, bytes]:
    """Return the JSON that a page without a server carries, by the id of its element."""
    return {
        "data-drawing": made.drawing,
        "data-ground": ground_drawing(worldview_of(made.document), language.code()),
    }
