"""Addresses of our pages: what they ask for, and the language that the reader chose."""

from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from web import language

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict

_KEPT = frozenset(
    {"filter", "layer", "lane", "from", "to", "undated", "panel", "view", "list", "worldview"}
)


def link(address: str, **query: str | None) -> str:
    """Return an address with its query; a language that stands in the address stays in it.

    Parameters
    ----------
    address : str
        Empty for the page itself.
    **query
        What is None is left out.

    Examples
    --------
    >>> link("/maps/camps", claim="c1", place=None)
    '/maps/camps?claim=c1'
    """
    asked = _given(query)
    if not address:
        asked = [*_kept(), *asked]
    chosen = language.in_address()
    if chosen is not None and language.PARAMETER not in query:
        asked.append((language.PARAMETER, chosen))
    if not asked:
        return address or "?"
    return f"{address}?{urlencode(asked)}"


def keep(arguments: "MultiDict[str, str]") -> None:
    """Let links within the page that is being written keep its filters, its view and its panel."""
    from flask import g

    g.kept = [(name, value) for name, value in arguments.items(multi=True) if name in _KEPT]


def _kept() -> list[tuple[str, str]]:
    from flask import g, has_app_context

    kept: list[tuple[str, str]] = g.get("kept", []) if has_app_context() else []
    return kept


def in_language(code: str) -> str:
    """Return the address of this page in another language."""
    from flask import has_request_context, request

    asked: list[tuple[str, str]] = []
    if has_request_context() and request.method == "GET":
        asked = [
            (name, value)
            for name, value in request.args.items(multi=True)
            if name != language.PARAMETER
        ]
    return "?" + urlencode([*asked, (language.PARAMETER, code)])


def here(**changes: object) -> str:
    """Return the address of this page with some of what it asks for changed; None takes it out."""
    from flask import request

    asked = [pair for pair in request.args.items(multi=True) if pair[0] not in changes]
    return "?" + urlencode([*asked, *_given(changes)])


def alone(**changes: object) -> str:
    """Return what :func:`here` would, in a page that has no address: the changes and no more."""
    return "?" + urlencode(_given(changes))


def _given(changes: Mapping[str, object]) -> list[tuple[str, str]]:
    return [(name, str(value)) for name, value in changes.items() if value is not None]
