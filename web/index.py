"""The main page: the maps, a search over all of them, and a form to add a report."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from flask import Blueprint, request

import reading
from layers.store import Found, MapSummary
from layers.store.search import TermKind
from web.context import context, page

if TYPE_CHECKING:
    from flask import Response

blueprint = Blueprint("index", __name__)
_LONGEST_CHARS = 200
_SNIPPET_CHARS = 180
_MOST: Mapping[TermKind, int] = {"headline": 0, "place": 4, "speaker": 4, "text": 2}


@dataclass(frozen=True, slots=True)
class Hit:
    """What of a map fits the query; a place is one hit, however many of its names fit."""

    kind: TermKind
    key: str
    name: str
    shown: str
    lang: str | None

    @property
    def paragraph(self) -> tuple[str, str]:
        """Of a text, the report it stands in and the number of its paragraph."""
        article, _, number = self.key.rpartition(":")
        return article, number


@dataclass(frozen=True, slots=True)
class Entry:
    """One map of the list; `more` counts the hits that are not shown."""

    map: MapSummary
    hits: tuple[Hit, ...]
    more: int
    is_older: bool


@blueprint.get("/")
def index() -> "Response":
    """List the maps, or those that a query finds, and offer to add a report."""
    here = context()
    query = " ".join(request.args.get("q", "")[:_LONGEST_CHARS].split())
    maps = here.maps.list()
    found = here.store.search(query) if query else ()
    by_map = {name: tuple(own) for name, own in groupby(found, key=lambda one: one.map_id)}
    return page(
        "index.html",
        entries=tuple(
            _entry(summary, by_map.get(summary.id, ()))
            for summary in maps
            if not query or summary.id in by_map
        ),
        query=query,
        all_maps=len(maps),
    )


def _entry(summary: MapSummary, found: Sequence[Found]) -> Entry:
    hits = _hits(found)
    shown = [
        hit
        for kind, most in _MOST.items()
        for hit in [one for one in hits if one.kind == kind][:most]
    ]
    counted = sum(hit.kind != "headline" for hit in hits)
    older = summary.extractor_version != reading.__version__
    return Entry(summary, tuple(shown), counted - len(shown), older)


def _hits(found: Iterable[Found]) -> list[Hit]:
    """Return one hit for each thing found; a place by its English name where that fits too."""
    hits: dict[tuple[str, str], Hit] = {}
    for one in found:
        shown = one.shown if one.kind != "text" else _snippet(one.shown)
        hits.setdefault((one.kind, one.key), Hit(one.kind, one.key, one.name, shown, one.lang))
    return list(hits.values())


def _snippet(text: str) -> str:
    words = " ".join(text.split())
    if len(words) <= _SNIPPET_CHARS:
        return words
    return words[:_SNIPPET_CHARS].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
