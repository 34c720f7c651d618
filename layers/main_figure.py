"""Of several numbers in one claim, the one that is claimed."""

import re
from collections.abc import Sequence

from layers.figures import is_growth
from layers.lexicon import of_class
from reading.model import Claim, Quantity

_BEFORE_NUMBER = 40
_MAGNITUDE = frozenset({"magnitude"})
_HARMFUL = frozenset({"attack", "casualties", "disaster"})
_LEAD = re.compile(
    r"\W{0,2}(?P<word>after|although|as|because|despite|during|following|for|if|in|once|on|since"
    r"|though|when|while|with|within)\s",
    re.IGNORECASE,
)
_COMMA = re.compile(r",[”\"]?\s")
_RELATIVE = re.compile(r"(?:which|who|whose)\b")
_ASIDE_REACH = 60
_DEED = re.compile(
    r"\b(?:(?:claim|injur|kill|wound)(?:ed|es|ing|s)|leave|leaves|leaving|left)\s"
    r"(?:(?:about|another|around|at least|more than|nearly|over|some|up to)\s)?$",
    re.IGNORECASE,
)
_FATE = re.compile(
    r"\b(?:dead|deaths?|died|dies|hurt|injur\w+|kill\w*|missing|wound\w+)\b", re.IGNORECASE
)


def main_quantity(claim: Claim, text: str) -> Quantity | None:
    """Return the first printed number, or the first of the words that stand for one.

    A distance says where and not how many: it is taken only where nothing else is counted. Of a
    quake of magnitude 7 that killed 12 the victims are what is claimed, of a toll that rose by 5 to
    30 the 30; of "After two bodies were found, the toll was 14" the 14, of "Two bombers killed 12"
    the dead.
    """
    if not claim.quantities:
        return None
    lengths = of_class("measures", "of", "length")
    if claim.event_type == "casualties":
        lengths |= _MAGNITUDE
    counted: Sequence[Quantity] = [q for q in claim.quantities if q.unit not in lengths]
    counted = counted or claim.quantities
    if all(_only_describes(q, lengths, text) for q in counted):
        return None
    if len(counted) > 1:
        counted = [q for q in counted if not _is_growth(q, text)] or counted
    if len(counted) > 1:
        counted = _outside_aside(counted, text)
    if len(counted) > 1:
        counted = _behind_lead(claim, counted, text)
    first = next((q for q in counted if q.value is not None), counted[0])
    return _done(claim, counted, first, text) or first


def _only_describes(quantity: Quantity, lengths: frozenset[str], text: str) -> bool:
    """Say whether a length only tells of a thing: "fell into a 40-metre gorge"."""
    unit = quantity.unit_span
    if unit is None or quantity.unit not in lengths:
        return False
    return text[quantity.span.end : unit.start] in {"-", "‑"}


def _is_growth(quantity: Quantity, text: str) -> bool:
    start = quantity.span.start
    return is_growth(text[max(0, start - _BEFORE_NUMBER) : start])


def _behind_lead(claim: Claim, counted: Sequence[Quantity], text: str) -> Sequence[Quantity]:
    """Leave out what a clause or phrase counts that only leads up to what is claimed."""
    start, end = claim.content.start, claim.content.end
    lead = _LEAD.match(text, start, end)
    if lead is None or counted[0].span.start < lead.end("word"):
        return counted  # "As many as 40"
    comma = _COMMA.search(text, lead.end(), end)
    if comma is None or comma.start() < counted[0].span.end:
        return counted
    behind = [q for q in counted if q.span.start >= comma.end()]
    led_by_list = lead.group("word").lower() == "with" and bool(behind)
    if led_by_list and behind[0].span.start - comma.end() < 2:
        return counted  # "With 12 dead, 30 hurt and four missing, …"
    return behind or counted


def _outside_aside(counted: Sequence[Quantity], text: str) -> Sequence[Quantity]:
    """Leave out the first of "The toll, which stood at 41 on Friday, rose to 53"."""
    first = counted[0].span
    opens = text.rfind(", ", max(0, first.start - _ASIDE_REACH), first.start)
    if opens < 0 or _RELATIVE.match(text, opens + 2) is None:
        return counted
    closes = _COMMA.search(text, first.end, counted[-1].span.start)
    behind = [] if closes is None else [q for q in counted if q.span.start >= closes.end()]
    return behind or counted


def _done(claim: Claim, counted: Sequence[Quantity], first: Quantity, text: str) -> Quantity | None:
    """Return the victims of so many: "Two bombers killed 12"."""
    if claim.event_type not in _HARMFUL:
        return None
    for quantity in counted:
        if quantity.span.start <= first.span.start:
            continue
        deed = _DEED.search(text, first.span.end, quantity.span.start)
        if deed is None:
            continue
        told = _FATE.search(text, first.span.end, deed.start())
        before = _DEED.search(
            text, max(claim.content.start, first.span.start - _BEFORE_NUMBER), first.span.start
        )
        return quantity if told is None and before is None else None
    return None
