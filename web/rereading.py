"""Read a kept report again: what would change is shown before the new reading takes its place."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Blueprint, redirect, request
from markupsafe import Markup, escape

import reading
from layers.differences import Change, Differences, differences
from layers.model import MapDocument
from layers.store import digest
from web.addresses import link
from web.cards import Card, Cards
from web.context import Context, context, page
from web.kept import Kept
from web.language import gettext, marked
from web.maps import Ready
from web.security import check_editor

if TYPE_CHECKING:
    from flask import Response

_BY_HAND = "override:"
_LINES: Mapping[str, str] = {
    "speaker": marked("Who says it"),
    "status": marked("How"),
    "quote": marked("Words"),
    "event_type": marked("What"),
    "quantity": marked("How many"),
    "places": marked("Where"),
    "happened": marked("When it happened"),
    "said": marked("When it was said"),
}

_DETAILS: Mapping[str, str] = {
    "places": marked("a place has another outline, or another record behind the same name"),
}

_READ: Kept[tuple[str, ...], "Reread"] = Kept(8)

blueprint = Blueprint("rereading", __name__)


@dataclass(frozen=True, slots=True)
class Line:
    """What of a claim reads otherwise, in words; None where there is nothing."""

    label: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A claim of both readings; `details` are the names of fields that no card shows."""

    before: Card
    after: Card
    lines: tuple[Line, ...]
    details: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Reread:
    """A kept map read once more, with what stands on the server now."""

    document: MapDocument
    version: str
    found: Differences


@blueprint.post("/maps/<map_id>/again")
def compare(map_id: str) -> "Response":
    """Show what another reading would change; nothing is kept."""
    here = context()
    check_editor(request, here.settings)
    return _compared(here, here.maps.get(map_id))


@blueprint.post("/maps/<map_id>/again/keep")
def keep(map_id: str) -> "Response":
    """Put the new reading in the place of the old, if both are still those that were shown."""
    here = context()
    check_editor(request, here.settings)
    ready = here.maps.get(map_id)
    made = again(here, ready)
    shown = (request.form.get("seen"), request.form.get("expect"))
    if shown != (ready.version, made.version):
        return _compared(here, ready, is_other=True)
    here.store.add(made.document, replace=True)
    return redirect(link(f"{request.script_root}/maps/{map_id}"), 303)  # type: ignore[return-value]


def again(here: Context, ready: Ready) -> Reread:
    """Read a map's reports once more from the texts that are kept, and compare.

    The same reports, rules and places are read once.
    """
    key = (ready.version, here.gazetteer.version, here.boundaries.worldview, reading.__version__)
    return _READ.get(key, lambda: _again(here, ready.document))


def _again(here: Context, old: MapDocument) -> Reread:
    from layers.reader import read

    document = read(old.articles, here.gazetteer, here.boundaries, id=old.id, title=old.title)
    return Reread(document, digest(document), differences(old, document))


def by_hand(document: MapDocument) -> int:
    """Return how many claims hold a correction by hand, which another reading does not know."""
    return len(
        {
            a.claim_id
            for a in document.annotations
            if a.audit.review_state != "machine"
            or any(rule.startswith(_BY_HAND) for rule in a.audit.rules)
        }
    )


def _compared(here: Context, ready: Ready, *, is_other: bool = False) -> "Response":
    made = again(here, ready)
    before, after = ready.cards, Cards(made.document)
    return page(
        "again.html",
        ready=ready,
        document=ready.document,
        made=made,
        came=tuple(after.of(group[0].claim_id) for group in made.found.came),
        went=tuple(before.of(group[0].claim_id) for group in made.found.went),
        changed=tuple(_line(change, before, after) for change in made.found.changed),
        by_hand=by_hand(ready.document),
        token=request.form.get("token", ""),
        is_other=is_other,
        data_root=f"{request.script_root}/maps/{ready.document.id}",
    )


def _line(change: Change, before: Cards, after: Cards) -> ChangeLine:
    one = before.of(change.before[0].claim_id)
    other = after.of(change.after[0].claim_id)
    lines = tuple(
        Line(gettext(label), was, now)
        for name, label in _LINES.items()
        if (was := _words(one, name)) != (now := _words(other, name))
    )
    details = () if lines else tuple(_detail(field.name) for field in change.fields)
    return ChangeLine(one, other, lines, details)


def _detail(name: str) -> Markup:
    """Return what changed that no line shows; a field that has no words by its name."""
    if name in _DETAILS:
        return escape(gettext(_DETAILS[name]))
    return Markup('<code lang="en">{}</code>').format(name)


def _words(card: Card, name: str) -> str | None:
    if name == "places":
        places = (f"{place.called.name} ({place.role})" for place in card.places)
        return "; ".join(dict.fromkeys(places)) or None
    if name == "status":
        return card.status if card.certainty is None else f"{card.status}, {card.certainty}"
    value: str | None = getattr(card, name)
    return value
