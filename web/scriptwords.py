"""What our scripts say: one block of JSON in the page, in its language.

A script asks for words by name (``Dateline.say("zoom_in")``); where a number decides the form, the
block has all forms and the browser chooses among them.
"""

from collections.abc import Mapping
from functools import cache

import orjson
from markupsafe import Markup

from layers.render.standalone import inert_json
from web import language
from web.language import marked

WORDS: Mapping[str, str] = {
    "copied": marked("Copied"),
    "east": marked("%(degrees)s° E"),
    "failed": marked("The map could not be drawn (%(error)s). Text and claims are complete."),
    "first_day": marked("First day shown"),
    "keys": marked("Keys"),
    "last_day": marked("Last day shown"),
    "map": marked("Map: %(title)s"),
    "more": marked("and %(num)s more"),
    "north": marked("%(degrees)s° N"),
    "of_place": marked("%(place)s: %(claims)s"),
    "on_map": marked("%(claims)s, %(drawn)s on the map"),
    "show_all": marked("Show the whole map"),
    "south": marked("%(degrees)s° S"),
    "two_fingers": marked("Use two fingers to move the map"),
    "unnamed": marked("Unnamed place"),
    "west": marked("%(degrees)s° W"),
    "wheel": marked("Hold Ctrl or ⌘ and scroll to zoom"),
    "zoom_in": marked("Zoom in"),
    "zoom_out": marked("Zoom out"),
}


def plural(one: str, many: str) -> tuple[str, str]:
    """Return a message in its two English forms; this only shows it to those who translate."""
    return one, many


COUNTED: Mapping[str, tuple[str, str]] = {
    "claims": plural("%(num)s claim", "%(num)s claims"),
    "some_of": plural("%(shown)s of %(num)s claim shown", "%(shown)s of %(num)s claims shown"),
    "some_on_map": plural(
        "%(shown)s of %(num)s claim shown, %(drawn)s on the map; the others are hidden by the "
        "layers and days you chose",
        "%(shown)s of %(num)s claims shown, %(drawn)s on the map; the others are hidden by the "
        "layers and days you chose",
    ),
}


def block() -> Markup:
    """Return the block for the page that is being written."""
    return _block(language.code())


@cache
def _block(_code: str) -> Markup:
    words: dict[str, object] = {name: language.gettext(words) for name, words in WORDS.items()}
    words.update({name: language.forms(*both) for name, both in COUNTED.items()})
    text = inert_json(orjson.dumps(words, option=orjson.OPT_SORT_KEYS))
    return Markup('<script type="application/json" id="words">{}</script>').format(Markup(text))  # noqa: S704
