"""Who may do what: the one policy table, the check against foreign senders, the limits.

The Content-Security-Policy of every answer comes from `POLICIES`; nothing else sets one. There are
no cookies: what protects the forms is that a browser says where a request comes from (Fetch
Metadata, and the Origin header).
"""

import hmac
import re
import secrets
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from web.errors import ForbiddenError
from web.settings import ANY_ORIGIN, Settings

if TYPE_CHECKING:
    from flask import Flask, Request, Response

Audience = Literal["app", "embed", "data", "file"]
Policy = Mapping[str, str]

_PAGE: Policy = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
POLICIES: Mapping[Audience, Policy] = {
    # Pages of ours: nobody frames them.
    "app": {**_PAGE, "frame-ancestors": "'none'"},
    # Pages made for frames: the configured origins are added, or the directive is left out.
    "embed": _PAGE,
    # Data, pictures, style sheets: never a page.
    "data": {"default-src": "'none'", "frame-ancestors": "'none'"},
    # The stand-alone file: what it runs stands in it, named by its hash; it asks for nothing.
    "file": {"default-src": "'none'", "img-src": "data:", "base-uri": "'none'"},
}
FORM_PARTS = 16
_REQUEST_ID = re.compile(r"[A-Za-z0-9-]{1,64}\Z")
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def policy(audience: Audience, settings: Settings, extra: Policy | None = None) -> str:
    """Return the Content-Security-Policy for an answer.

    Parameters
    ----------
    audience : {"app", "embed", "data", "file"}
    settings : Settings
        Gives the origins that may frame the embeds, and that of the tiles.
    extra : mapping, optional
        Further directives, such as the hashes of a stand-alone file.

    Examples
    --------
    >>> from pathlib import Path
    >>> policy("data", Settings(Path("."), "maps.sqlite3"))
    "default-src 'none'; frame-ancestors 'none'"
    """
    directives = {**POLICIES[audience], **(extra or {})}
    if audience == "embed" and ANY_ORIGIN not in settings.embed_origins:
        directives["frame-ancestors"] = " ".join(settings.embed_origins) or "'none'"
    if audience in {"app", "embed"} and settings.tiles_origin is not None:
        directives["img-src"] += f" {settings.tiles_origin}"
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def install(app: "Flask", settings: Settings) -> None:
    """Set the limits, check every changing request, and put the headers on every answer."""
    from flask import g, request

    app.config["MAX_CONTENT_LENGTH"] = settings.max_body_bytes
    app.config["MAX_FORM_MEMORY_SIZE"] = settings.max_body_bytes
    app.config["MAX_FORM_PARTS"] = FORM_PARTS
    app.config["TRUSTED_HOSTS"] = list(settings.hosts) or None

    @app.before_request
    def check() -> None:
        given = request.headers.get("X-Request-ID", "")
        g.request_id = given if _REQUEST_ID.match(given) else secrets.token_hex(8)
        if request.method not in _SAFE_METHODS:
            check_sender(request, settings)
            check_length(request, settings)

    @app.after_request
    def dress(response: "Response") -> "Response":
        headers = response.headers
        headers.setdefault("Content-Security-Policy", policy("app", settings))
        headers.setdefault("X-Content-Type-Options", "nosniff")
        headers.setdefault("Referrer-Policy", "same-origin")
        headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        headers.setdefault("X-Request-ID", g.get("request_id", "-"))
        return response


def check_sender(request: "Request", settings: Settings) -> None:
    """Refuse a changing request that a foreign page sent.

    Programs send neither ``Sec-Fetch-Site`` nor ``Origin`` and pass; every browser sends one of
    them with a form that stands on another site.

    Raises
    ------
    ForbiddenError
        The request comes from another origin.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None and site not in {"same-origin", "none"}:
        raise ForbiddenError("the request comes from another site; use the form on this one")
    origin = request.headers.get("Origin")
    if origin is None or site is not None:
        return
    own = {request.host.lower()}
    if settings.base_url is not None:
        own.add(urlsplit(settings.base_url).netloc.lower())
    if urlsplit(origin).netloc.lower() not in own:
        raise ForbiddenError("the request comes from another origin; use the form on this one")


def check_length(request: "Request", settings: Settings) -> None:
    """Refuse a body that comes in pieces, without a length, and is too long.

    The library underneath cuts such a body at the limit; half a report must not pass for a whole.

    Raises
    ------
    RequestEntityTooLarge
        The body is longer than the limit.
    """
    from werkzeug.exceptions import RequestEntityTooLarge

    if request.content_length is None and len(request.get_data()) >= settings.max_body_bytes:
        raise RequestEntityTooLarge


def check_editor(request: "Request", settings: Settings) -> None:
    """Ask for the editor's token where one is set.

    Raises
    ------
    ForbiddenError
        The token is missing or wrong.
    """
    if settings.editor_token is None:
        return
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        given = request.form.get("token", "")
    if not hmac.compare_digest(given.strip().encode(), settings.editor_token.encode()):
        raise ForbiddenError(
            "adding and removing maps needs the editor's token: write it into the form, "
            "or send the header “Authorization: Bearer …”"
        )
