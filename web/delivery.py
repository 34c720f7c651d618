"""Bytes on their way: strong ETags over the content, gzip made once, caching said aloud."""

import gzip
import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from web.kept import Kept

if TYPE_CHECKING:
    from flask import Response

SMALLEST_ZIPPED_BYTES = 600
_ZIPPED_KEPT = 64
_YEAR_S = 31_536_000
_TEXTUAL = ("text/", "application/json", "application/geo+json", "image/svg+xml")

_zipped: Kept[str, bytes] = Kept(_ZIPPED_KEPT)


def deliver(
    body: bytes | Callable[[], bytes],
    mimetype: str,
    *,
    tag: str | None = None,
    status: int = 200,
    shared: bool = False,
    immutable: bool = False,
) -> "Response":
    """Return an answer that caches can trust.

    Parameters
    ----------
    body : bytes or callable
        The content, or what makes it.
    mimetype : str
        ``text/*`` is sent as UTF-8.
    tag : str, optional
        Names the content; then who has it is answered without making it. By default its digest.
    status : int
    shared : bool
        Any origin may read it (data and static files; a sandboxed frame has no origin of its own).
    immutable : bool
        The address names the content, so it may be kept for a year.
    """
    from flask import Response, request

    accepts_gzip = mimetype.startswith(_TEXTUAL) and request.accept_encodings.quality("gzip") > 0
    if tag is not None and status == 200:
        known = (tag, f"{tag}-gzip") if accepts_gzip else (tag,)
        held = next((one for one in known if request.if_none_match.contains_weak(one)), None)
        if held is not None:
            return _unchanged(held, mimetype, shared=shared, immutable=immutable)
    content = body if isinstance(body, bytes) else body()
    digest = tag or hashlib.sha256(content).hexdigest()[:32]
    zipped = accepts_gzip and len(content) >= SMALLEST_ZIPPED_BYTES
    own = f"{digest}-gzip" if zipped else digest
    if status == 200 and request.if_none_match.contains_weak(own):
        return _unchanged(own, mimetype, shared=shared, immutable=immutable)
    charset = "; charset=utf-8" if mimetype.startswith("text/") else ""
    response = Response(status=status, content_type=f"{mimetype}{charset}")
    _label(response, own if status == 200 else None, mimetype, shared=shared, immutable=immutable)
    if zipped:
        response.headers["Content-Encoding"] = "gzip"
        content = _gzip(digest, content)
    response.set_data(content)
    return response


def digest_of(*parts: object) -> str:
    """Return a tag for content that these parts decide."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]


def _unchanged(tag: str, mimetype: str, *, shared: bool, immutable: bool) -> "Response":
    from flask import Response

    response = Response(status=304)
    _label(response, tag, mimetype, shared=shared, immutable=immutable)
    del response.headers["Content-Type"]
    return response


def _label(
    response: "Response", tag: str | None, mimetype: str, *, shared: bool, immutable: bool
) -> None:
    """Say what caches and other origins may do with an answer; without a tag nothing is kept."""
    response.headers["Vary"] = (
        "Accept-Encoding, Accept-Language" if mimetype == "text/html" else "Accept-Encoding"
    )
    if tag is not None:
        response.set_etag(tag)
        response.headers["Cache-Control"] = (
            f"public, max-age={_YEAR_S}, immutable" if immutable else "no-cache"
        )
    if shared:
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"


def _gzip(digest: str, body: bytes) -> bytes:
    return _zipped.get(digest, lambda: gzip.compress(body, compresslevel=6, mtime=0))
