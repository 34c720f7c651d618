"""The only folium: a constant shell, and the road by which data passes it unread.

folium renders its script block as a template a second time, so words of a report that reach it
would run in our process. Therefore the map is built here from constants alone, and text reaches a
notebook's map only inside :class:`Raw` elements, which give their content back untouched.
"""

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import folium

MAP_ID = "map_00"


@cache
def map_script() -> bytes:
    """Return the script that makes the empty map, ``var map_00 = L.map("map_00", …)``.

    The same bytes in every process: no text of any report stands in it, and all ids are fixed.
    """
    figure: Any = empty_map().get_root()
    figure.render()
    lines = (line.strip() for line in figure.script.render().splitlines())
    return ("\n".join(line for line in lines if line) + "\n").encode()


def empty_map() -> "folium.Map":
    """Return the shell: a map without tiles or layers, with its panes and a scale bar.

    Its scripts and styles are ours to bring; nothing is loaded from any other host.
    """
    import folium

    shell = folium.Map(
        location=(20, 0),
        zoom_start=2,
        tiles=None,
        height="72%",
        control_scale=True,
        zoom_control=False,
        zoom_snap=0.25,
        zoom_delta=0.5,
        min_zoom=0,
        max_zoom=12,
        world_copy_jump=False,
        attribution_control=False,
    )
    shell.default_js = []
    shell.default_css = []
    shell._id = "00"  # noqa: SLF001  (folium has no public way to fix an id)
    # Panes from the ground up; Leaflet draws vectors at 400 and tooltips at 650.
    panes = (
        folium.map.CustomPane("lands", z_index=210),
        folium.map.CustomPane("borders", z_index=220),
        folium.map.CustomPane("crowd", z_index=430),
        folium.map.CustomPane("names", z_index=450),
        folium.map.CustomPane("counts", z_index=460),
    )
    for rank, pane in enumerate(panes):
        pane._id = f"{rank:02}"  # noqa: SLF001
        pane.add_to(shell)
    return shell


def folium_map(head: str, body: str, script: str) -> "folium.Map":
    """Return the shell as a folium map that a notebook shows, with content that folium never reads.

    Parameters
    ----------
    head, body, script : str
        HTML for the head and the body, and a classic script that runs after the map is made; each
        already safe for its place.
    """
    shell = empty_map()
    figure: Any = shell.get_root()
    raw = _raw_class()
    figure.header.add_child(raw(head), name="dateline_head")
    figure.html.add_child(raw(body), name="dateline_body")
    shell.add_child(_tail_class()(raw(script)), name="dateline_tail")
    return shell


@cache
def _raw_class() -> Any:
    from branca.element import Element

    class Raw(Element):
        """An element whose content is no template."""

        def __init__(self, content: str) -> None:
            super().__init__()
            self.content = content

        def render(self, **_: Any) -> str:
            """Return the content untouched."""
            return self.content

    return Raw


@cache
def _tail_class() -> Any:
    from branca.element import Element

    class Tail(Element):
        """Puts its content at the end of the figure's script, after the map is made."""

        def __init__(self, content: Any) -> None:
            super().__init__()
            self.content = content

        def render(self, **_: Any) -> str:
            """Hand the content on and stand nowhere itself."""
            root: Any = self.get_root()
            root.script.add_child(self.content, name="dateline_script")
            return ""

    return Tail
