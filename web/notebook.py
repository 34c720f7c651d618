"""A real folium map for notebooks, whose text folium never reads."""

from typing import TYPE_CHECKING

from layers.model import MapDocument
from layers.render.shell import MAP_ID
from layers.render.shell import folium_map as shell_with
from layers.render.standalone import inert_json
from web import addresses, assets
from web.desk import desk_values
from web.maps import ready
from web.standalone import data_blocks
from web.state import State
from web.templating import render

if TYPE_CHECKING:
    import folium

_PRELUDE = f"""
document.getElementById("{MAP_ID}").dataset.plan = "embed";
document.getElementById("{MAP_ID}").dataset.state = "hash";
"""


def folium_map(document: MapDocument) -> "folium.Map":
    """Return the document as a folium map to which more can be added.

    Leaflet and our scripts stand in it, so that it needs no network; what is added later may.

    Parameters
    ----------
    document : MapDocument
    """
    made = ready(document, "notebook")
    styles = b"\n".join(assets.asset(name) for name in assets.STYLES).decode()
    leaflet, _shell, *ours = assets.MAP_SCRIPTS
    blocks = "\n".join(
        f'<script type="application/json" id="{name}">{inert_json(value)}</script>'
        for name, value in data_blocks(made).items()
    )
    body = render(
        "notebook.html",
        **desk_values(made, State()),
        here=addresses.alone,
        standalone=True,
        data_root="",
    )
    scripts = b"\n".join(assets.asset(name) for name in ours).decode()
    return shell_with(
        head=f"<style>{styles}</style><script>{assets.asset(leaflet).decode()}</script>",
        body=f"{body}\n{blocks}",
        script=_PRELUDE + scripts,
    )
