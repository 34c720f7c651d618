"""Bytes on their way: strong ETags over the content, gzip made once, caching said aloud."""

import gzip
import hashlib
from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Response

SMALLEST_ZIPPED_BYTES = 600
_ZIPPED_KEPT = 64
_YEAR_S = 31_536_000
_TEXTUAL = ("text/", "application/json", "application/geo+json", "image/svg+xml")

_zipped: OrderedDict[str, bytes] = OrderedDict()
_lock = Lock()


def deliver(
    body: bytes,
    mimetype: str,
    *,
    status: int = 200,
    shared: bool = False,
    immutable: bool = False,
) -> "Response":
    """Return an answer that caches can trust.

    Parameters
    ----------
    body : bytes
    mimetype : str
        ``text/*`` is sent as UTF-8.
    status : int
    shared : bool
        Any origin may read it (data and static files; a sandboxed frame has no origin of its own).
    immutable : bool
        The address names the content, so it may be kept for a year.
    """
    from flask import Response, request

    digest = hashlib.sha256(body).hexdigest()[:32]
    zipped = (
        len(body) >= SMALLEST_ZIPPED_BYTES
        and mimetype.startswith(_TEXTUAL)
        and request.accept_encodings.quality("gzip") > 0
    )
    tag = f"{digest}-gzip" if zipped else digest
    charset = "; charset=utf-8" if mimetype.startswith("text/") else ""
    response = Response(status=status, content_type=f"{mimetype}{charset}")
    response.headers["Vary"] = (
        "Accept-Encoding, Accept-Language" if mimetype == "text/html" else "Accept-Encoding"
    )
    if status == 200:
        response.set_etag(tag)
        response.headers["Cache-Control"] = (
            f"public, max-age={_YEAR_S}, immutable" if immutable else "no-cache"
        )
    if shared:
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    if status == 200 and request.if_none_match.contains_weak(tag):
        response.status_code = 304
        del response.headers["Content-Type"]
        return response
    if zipped:
        response.headers["Content-Encoding"] = "gzip"
        body = _gzip(digest, body)
    response.set_data(body)
    return response


def _gzip(digest: str, body: bytes) -> bytes:
    with _lock:
        kept = _zipped.get(digest)
        if kept is not None:
            _zipped.move_to_end(digest)
            return kept
    made = gzip.compress(body, compresslevel=6, mtime=0)
    with _lock:
        _zipped[digest] = made
        while len(_zipped) > _ZIPPED_KEPT:
            _zipped.popitem(last=False)
    return made
