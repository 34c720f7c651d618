"""One short neutral sentence for a claim, made from its fields and from nothing else."""

from collections.abc import Mapping, Sequence

from layers.model import PlaceRole
from layers.placements import Placement
from layers.speakers import NARRATOR
from reading.model import Claim, Quantity, Stance

_SAYS: Mapping[Stance, str] = {
    "asserts": "says",
    "denies": "denies",
    "neither_confirms_nor_denies": "neither confirms nor denies",
    "speculates": "considers possible",
    "pledges": "pledges",
    "threatens": "threatens",
    "requests": "calls for",
}
_QUALIFIERS: Mapping[str, str] = {
    "approximately": "about",
    "at_least": "at least",
    "up_to": "up to",
    "more_than": "more than",
    "less_than": "fewer than",
    "nearly": "nearly",
    "including": "including",
}
_WHERE: Mapping[PlaceRole, str] = {
    "event_location": "in",
    "destination": "to",
    "origin": "from",
    "party": "by",
}
_UNSURE = frozenset({"alleged", "believed", "expected", "planned", "possible", "counterfactual"})
_LONGEST = 200


def summarise(claim: Claim, quantity: Quantity | None, places: Sequence[Placement]) -> str:
    """Return a paraphrase such as "John Kirby says: arrival, at least 3000 soldiers, to Russia".

    Parameters
    ----------
    claim : Claim
    quantity : Quantity or None
        The one that the annotation shows.
    places : sequence of Placement
        Of the claim; those that are drawn are named.
    """
    who = "The report" if claim.source.name == NARRATOR else _capital(claim.source.name)
    what = [claim.event_type.replace("_", " ")]
    if claim.certainty in _UNSURE:
        what[0] += f" ({claim.certainty})"
    counted = _how_many(quantity)
    if counted:
        what.append(counted)
    if claim.subject and not (counted and _ends_alike(counted, claim.subject)):
        what.append(claim.subject)
    if claim.object:
        what.append(claim.object)
    where = _where(places)
    if where:
        what.append(where)
    sentence = f"{who} {_SAYS[claim.stance]}: {', '.join(what)}."
    return sentence if len(sentence) <= _LONGEST else f"{sentence[: _LONGEST - 1].rstrip()}…"


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _how_many(quantity: Quantity | None) -> str | None:
    if quantity is None:
        return None
    value = quantity.value
    if value is None:
        return f"{quantity.qualifier} {quantity.unit or ''}".strip()
    number = f"{value:,.0f}" if value == int(value) else f"{value:,}"
    return f"{_QUALIFIERS.get(quantity.qualifier, '')} {number} {quantity.unit or ''}".strip()


def _ends_alike(counted: str, subject: str) -> bool:
    return counted.rsplit(maxsplit=1)[-1].casefold() == subject.rsplit(maxsplit=1)[-1].casefold()


def _where(places: Sequence[Placement]) -> str:
    parts = []
    for role, word in _WHERE.items():
        names = [p.resolution.name for p in places if p.role == role and p.count is None]
        if names:
            parts.append(f"{word} {' and '.join(dict.fromkeys(names))}")
    return " ".join(parts)
