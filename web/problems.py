"""One table from error classes to HTTP, and one way to say it: a page, or RFC 9457 JSON."""

import logging
from http import HTTPStatus
from typing import TYPE_CHECKING

from geo.errors import GeoError
from layers.errors import (
    LayersError,
    MapExistsError,
    MapIdError,
    MapNotFoundError,
    StoreBusyError,
    StoreError,
)
from reading.errors import ArticleError, DateError, ReadingError
from web.errors import ForbiddenError, MediaTypeError, ParameterError, SubmissionError

if TYPE_CHECKING:
    from flask import Flask, Response
    from werkzeug.exceptions import HTTPException

# The first class that fits decides; subclasses stand before their base.
STATUSES: tuple[tuple[type[Exception], HTTPStatus], ...] = (
    (ParameterError, HTTPStatus.BAD_REQUEST),
    (MediaTypeError, HTTPStatus.UNSUPPORTED_MEDIA_TYPE),
    (SubmissionError, HTTPStatus.BAD_REQUEST),
    (ForbiddenError, HTTPStatus.FORBIDDEN),
    (MapNotFoundError, HTTPStatus.NOT_FOUND),
    (MapExistsError, HTTPStatus.CONFLICT),
    (MapIdError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (ArticleError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (DateError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (StoreBusyError, HTTPStatus.SERVICE_UNAVAILABLE),
    (StoreError, HTTPStatus.SERVICE_UNAVAILABLE),
    (GeoError, HTTPStatus.SERVICE_UNAVAILABLE),
    (ReadingError, HTTPStatus.INTERNAL_SERVER_ERROR),
    (LayersError, HTTPStatus.INTERNAL_SERVER_ERROR),
)
_RETRY_AFTER_S = "2"
_DATA_SUFFIXES = (".json", ".geojson", "/oembed", "/healthz")

_log = logging.getLogger(__name__)


def install(app: "Flask") -> None:
    """Answer every error by the table; what is not in it is a 500 with its id and nothing more."""
    from werkzeug.exceptions import HTTPException

    for kind, status in STATUSES:
        app.register_error_handler(kind, _handler(status))
    app.register_error_handler(HTTPException, _http)


def _handler(status: HTTPStatus):  # type: ignore[no-untyped-def]
    def answer(error: Exception) -> "Response":
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            _log.error("%s: %s", type(error).__name__, error)
        return problem(status, str(error), errors=getattr(error, "problems", None))

    return answer


def _http(error: "HTTPException") -> "Response":
    status = HTTPStatus(error.code or 500)
    if error.response is not None and error.code is not None and error.code < 400:
        return error.response  # type: ignore[return-value]
    if status is HTTPStatus.INTERNAL_SERVER_ERROR:
        detail = "Something failed on our side. Tell the operator the number of this request."
    elif status is HTTPStatus.NOT_FOUND:
        detail = "There is nothing at this address. The list of maps is at /."
    elif status is HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        detail = f"The request is longer than {_limit():,} bytes; send a shorter report."
    else:
        detail = error.description or status.description
    response = problem(status, detail)
    for name, value in error.get_headers():
        if name.lower() in {"allow", "retry-after"}:
            response.headers[name] = value
    return response


def problem(status: HTTPStatus, detail: str, *, errors: dict[str, str] | None = None) -> "Response":
    """Return an error: a page for people, ``application/problem+json`` for programs.

    Parameters
    ----------
    status : HTTPStatus
    detail : str
        What happened, where, and what to do.
    errors : dict, optional
        What is wrong with each parameter.
    """
    from flask import g, request

    from web.delivery import deliver
    from web.templating import render

    request_id = g.get("request_id", "-")
    if wants_page():
        page = render(
            "error.html",
            root=request.script_root,
            status=status.value,
            phrase=status.phrase,
            detail=detail,
            errors=errors,
            request_id=request_id,
        )
        response = deliver(page.encode(errors="replace"), "text/html", status=status.value)
    else:
        body: dict[str, object] = {
            "type": "about:blank",
            "title": status.phrase,
            "status": status.value,
            "detail": detail,
            "request_id": request_id,
        }
        if errors:
            body["errors"] = [{"parameter": name, "detail": what} for name, what in errors.items()]
        response = deliver(
            _dump(body), "application/problem+json", status=status.value, shared=True
        )
    if status is HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = _RETRY_AFTER_S
    response.headers["Cache-Control"] = "no-store"
    return response


def wants_page() -> bool:
    """Say whether the sender is a person: asks for HTML, at an address that is no data."""
    from flask import request

    if request.path.endswith(_DATA_SUFFIXES):
        return False
    kinds = request.accept_mimetypes
    best = kinds.best_match(("application/problem+json", "application/json", "text/html"))
    return best == "text/html" and "text/html" in request.headers.get("Accept", "")


def _limit() -> int:
    from flask import current_app

    return int(current_app.config["MAX_CONTENT_LENGTH"])


def _dump(body: dict[str, object]) -> bytes:
    import json

    return json.dumps(body).encode()
