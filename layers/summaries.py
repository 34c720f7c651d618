"""One short neutral line for a claim, made from its fields and from nothing else."""

from collections.abc import Mapping, Sequence

from layers.model import PlaceRole
from layers.naming import Names
from layers.placement import Placement
from layers.speakers import NARRATOR
from reading.model import Claim, Quantity, Stance

_STANCES: Mapping[Stance, str] = {
    "denies": "denies",
    "neither_confirms_nor_denies": "neither confirms nor denies",
    "speculates": "thinks possible",
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
    "including": "among them",
}
_OF = frozenset({"dozens", "hundreds", "thousands", "millions"})
_WHERE: Mapping[PlaceRole, str] = {
    "event_location": "in",
    "origin": "from",
    "destination": "to",
    "party": "between",
}
_POINTING = frozenset(
    {"he", "i", "it", "its", "one", "others", "she", "that", "their", "them", "these", "they"}
    | {"this", "those", "we", "what", "which", "who", "you"}
)
_SAYS_NOTHING = frozenset({"denial", "other", "statement"})
_UNSURE = frozenset({"alleged", "believed", "expected", "planned", "possible", "counterfactual"})
_LONGEST = 200


def summarise(
    claim: Claim, quantity: Quantity | None, places: Sequence[Placement], names: Names
) -> str:
    """Return a line such as "John Kirby: at least 3,000 soldiers; arrival, to eastern Russia".

    Parameters
    ----------
    claim : Claim
    quantity : Quantity or None
        The one that the annotation shows.
    places : sequence of Placement
        Of the claim; those that are drawn are named.
    names : Names
        What they are called.
    """
    who = "The report" if claim.source.name == NARRATOR else _capital(claim.source.name)
    if claim.stance in _STANCES:
        who += f" ({_STANCES[claim.stance]})"
    event = ""
    if claim.event_type not in _SAYS_NOTHING:
        event = claim.event_type.removesuffix("_into").replace("_", " ")
        if claim.certainty in _UNSURE:
            event += f" ({claim.certainty})"
    what = _what(claim, quantity)
    where = ", ".join(filter(None, (event, _where(places, names))))
    line = "; ".join(filter(None, (what, where)))
    sentence = f"{who}: {line or 'a statement'}."
    return sentence if len(sentence) <= _LONGEST else f"{sentence[: _LONGEST - 1].rstrip()}…"


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _what(claim: Claim, quantity: Quantity | None) -> str:
    if quantity is not None:
        return _how_many(quantity)
    for argument in (claim.subject, claim.object):
        words = argument.split() if argument else ()
        if words and words[0].casefold() not in _POINTING:
            return " ".join(words)
    return ""


def _how_many(quantity: Quantity) -> str:
    unit, value = quantity.unit or "", quantity.value
    if value is None:
        of = " of" if quantity.qualifier in _OF and unit else ""
        return f"{quantity.qualifier}{of} {unit}".strip()
    number = f"{value:,.0f}" if value == int(value) else f"{value:,}"
    return f"{_QUALIFIERS.get(quantity.qualifier, '')} {number} {unit}".strip()


def _where(places: Sequence[Placement], names: Names) -> str:
    if not places:
        return ""
    shown: dict[PlaceRole, list[str]] = {}
    for place in places:
        if place.role in _WHERE and place.count is None:
            shown.setdefault(place.role, []).append(names.shown(place.resolution))
    return " ".join(
        [
            f"{word} {' and '.join(dict.fromkeys(shown[role]))}"
            for role, word in _WHERE.items()
            if role in shown
        ]
    )
