"""One Jinja environment for pages and stand-alone files: all is escaped, nothing is missing."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from layers.citations import LICENCE, disclaimer
from web import addresses, assets, language, names, scriptwords, words
from web.phrases import phrase, said

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.runtime import Context

_FOLDER = Path(__file__).parent / "templates"


@cache
def environment() -> "Environment":
    """Return the environment; templates are ours, values are data and are escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(_FOLDER, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
    )
    made.policies["ext.i18n.trimmed"] = True
    _speak(made)
    made.globals["asset"] = asset_address
    made.globals["map_script"] = assets.ALL_SCRIPTS
    made.globals["styles"] = assets.ALL_STYLES
    made.filters["tone"] = assets.tone
    made.filters["day"] = words.day
    made.filters["iso_day"] = lambda text: words.day(date.fromisoformat(text))
    made.filters["plain"] = plain
    made.filters["safe_link"] = words.safe_link
    made.globals["disclaimer_of"] = disclaimer
    return made


def _speak(made: "Environment") -> None:
    """Give templates our languages; the language is asked for when a page is filled."""
    from jinja2 import pass_context

    made.install_gettext_callables(  # type: ignore[attr-defined]
        gettext=lambda message: language.translations().ugettext(message),
        ngettext=lambda one, many, n: language.translations().ungettext(one, many, n),
        pgettext=lambda context, message: language.translations().upgettext(context, message),
        newstyle=True,
    )
    counted: Any = made.globals["ngettext"]

    @pass_context
    def ngettext(here: "Context", one: str, many: str, num: int, **values: Any) -> Any:
        """Say how many, the number written as the language writes it."""
        return counted(here, one, many, num, **{"num": words.number(num), **values})

    made.globals["ngettext"] = ngettext
    made.globals["language"] = language
    made.globals["link"] = addresses.link
    made.globals["in_language"] = addresses.in_language
    made.globals["script_words"] = scriptwords.block
    made.globals["worldview"] = words.worldview
    made.globals["date_source"] = words.date_source
    made.globals["language_name"] = words.language_name
    made.globals["licence"] = LICENCE
    made.globals["mention_status"] = words.mention_status
    made.filters["phrase"] = phrase
    made.filters["said"] = said
    made.filters["language_of"] = words.language_of
    made.filters["leaning"] = names.leaning
    made.filters["direction"] = names.text_direction
    made.filters["number"] = words.number


def render(name: str, **values: Any) -> str:
    """Return a template filled with values."""
    return environment().get_template(name).render(**values)


def asset_address(name: str) -> str:
    """Return the address of an asset below the site's root, with the digest of its content."""
    return f"/static/{name}?v={assets.digest(name)}"


def plain(text: str) -> str:
    """Return text without the controls that turn the direction of what follows, for a title bar."""
    return "".join(c for c in text if c not in _DIRECTION_CONTROLS)


_DIRECTION_CONTROLS = frozenset(
    "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
