"""Our scripts and styles: vendored, ours, and those that are made.

Made are the map's shell, the palette, and two that hold all the others one after the other: a page
asks for one script and one style sheet, and both can still be read as they were written.
"""

import hashlib
import mimetypes
from functools import cache
from pathlib import Path

from layers.model import Style
from layers.render.shell import map_script
from layers.style import BOUNDARY_COLOUR, LAPS, NARRATOR_COLOUR, SPEAKER_COLOURS

_FOLDER = Path(__file__).parent / "static"
_TYPES = frozenset({".css", ".js", ".svg", ".png"})
_MAKERS = frozenset({".py", ".html", ".css", ".js", ".tsv", ".mo"})
ALL_SCRIPTS, ALL_STYLES = "map-page.js", "site.css"
MADE = ("map.js", "palette.css", ALL_SCRIPTS, ALL_STYLES)
STYLES = (
    "vendor/leaflet/leaflet.css",
    "palette.css",
    "page.css",
    "timeline.css",
    "desk.css",
    "map.css",
)
# In the order in which they run; classic scripts, so that a stand-alone file can hold them.
MAP_SCRIPTS = (
    "vendor/leaflet/leaflet.js",
    "map.js",
    "js/words.js",
    "js/base.js",
    "js/state.js",
    "js/seam.js",
    "js/ground.js",
    "js/patterns.js",
    "js/marks.js",
    "js/outline.js",
    "js/reach.js",
    "js/pieces.js",
    "js/paint.js",
    "js/brush.js",
    "js/hits.js",
    "js/crowd.js",
    "js/placing.js",
    "js/labels.js",
    "js/controls.js",
    "js/cards.js",
    "js/panel.js",
    "js/list.js",
    "js/days.js",
    "js/lanes.js",
    "js/linking.js",
    "js/keys.js",
    "js/start.js",
)


@cache
def asset(name: str) -> bytes:
    """Return one file by its name below ``static``.

    Raises
    ------
    KeyError
        There is no such file.
    """
    if name == "map.js":
        return map_script()
    if name == "palette.css":
        return palette()
    if name in (ALL_SCRIPTS, ALL_STYLES):
        parts = MAP_SCRIPTS if name == ALL_SCRIPTS else STYLES
        return b"\n".join(asset(part) for part in parts)
    if name not in names():
        raise KeyError(name)
    return (_FOLDER / name).read_bytes()


@cache
def names() -> frozenset[str]:
    """Return the names of all files that are served."""
    found = {
        path.relative_to(_FOLDER).as_posix()
        for path in _FOLDER.rglob("*")
        if path.is_file() and (path.suffix in _TYPES or path.name == "LICENSE")
    }
    return frozenset(found | set(MADE))


@cache
def digest(name: str) -> str:
    """Return what stands in an asset's address, so that it may be cached for ever."""
    return hashlib.sha256(asset(name)).hexdigest()[:12]


@cache
def fingerprint() -> str:
    """Return what changes whenever a page might be written differently: all that makes pages."""
    made = hashlib.sha256()
    for folder in (_FOLDER.parent, _FOLDER.parent.parent / "layers"):
        for path in sorted(folder.rglob("*")):
            if path.suffix in _MAKERS:
                made.update(path.read_bytes())
    return made.hexdigest()[:12]


def media_type(name: str) -> str:
    """Return the media type of an asset."""
    if name.endswith(".js"):
        return "text/javascript"
    return mimetypes.guess_type(name)[0] or "text/plain"


def tone(look: Style | str, lap: int = 0) -> str:
    """Return the class that carries a colour of the style table, and which time it comes.

    Examples
    --------
    >>> tone("#0072b2"), tone("#0072b2", 1)
    ('tone-0072b2', 'tone-0072b2-1')
    """
    if not isinstance(look, str):
        return tone(look.colour, look.lap)
    return f"tone-{look.removeprefix('#')}" + (f"-{lap}" if lap else "")


def palette() -> bytes:
    """Return the style sheet that gives each colour of the style table its class."""
    colours = dict.fromkeys((*SPEAKER_COLOURS, NARRATOR_COLOUR, BOUNDARY_COLOUR))
    rules = [f".{tone(colour)} {{ --tone: {colour}; }}" for colour in colours]
    rules += [
        f".{tone(colour, lap)} {{ --tone: {colour}; }}"
        for colour in SPEAKER_COLOURS
        for lap in range(1, LAPS)
    ]
    return ("\n".join(rules) + "\n").encode()
