"""What the number at hand counts: by its own words, or as the number before it does."""

import re

from reading.model import Quantity, Span
from reading.quantities.guards import points_back
from reading.quantities.numbers import Number
from reading.quantities.units import (
    Unit,
    counted_before,
    currencies,
    done_before,
    head_noun,
    is_irregular,
    magnitude_after,
    magnitude_before,
    measure_after,
    noun_after,
    percent_after,
    rate_after,
    state_after,
)

_MORE_OF = re.compile(r"(?:\banother|\ba\sfurther|\ban\sadditional|\bsome)\s$", re.IGNORECASE)
_GAPPING = re.compile(r"(?:\band|,|\bbut)\s$")
_COMPARED = re.compile(
    r"\b(?:(?:up|down)\sfrom|compared\s(?:to|with)|against|rather\sthan)\s$", re.IGNORECASE
)
_PLACED = re.compile(
    r"(?:\s(?:each|more|others))?\s(?:in|on|at|near|from|along|outside|around|across|off)\b"
)
_GAPPED = re.compile(rf"{_PLACED.pattern}|\s(?:for|with)\b|\sto\s(?!\d)")
_DOUBLED = re.compile(r"\s\(\d[\d,]{0,12}\)")
_GAPPING_REACH = 90


def unit_of(
    text: str, start: int, end: int, number: Number, begin: int | None = None
) -> Unit | None:
    """Return what a number counts; `begin` is where its words begin ("more than 200")."""
    if number.money is not None:
        at = number.start
        return Unit(currencies()[number.money], Span(at, at + len(number.money)))
    beside = percent_after(text, number.end, end) or measure_after(text, number.end, end)
    beside = beside or rate_after(text, number.end, end)
    beside = beside or magnitude_before(text, start, number.start if begin is None else begin)
    if beside is None and number.value is not None:
        beside = magnitude_after(text, number.end, end, number.value)
    if beside is not None:
        return beside
    if number.value == 1:
        part = noun_after(text, number.end, end)
        if part is not None and part.is_part:
            return part
        head = head_noun(text, number.end, end, singular=True)
        if head is not None and not is_irregular(head.name):
            return head
        return state_after(text, number.end, end) or done_before(text, start, number.start)
    doubled = _DOUBLED.match(text, number.end, end)
    behind = number.end if doubled is None else doubled.end()
    return (
        noun_after(text, behind, end)
        or state_after(text, behind, end)
        or counted_before(text, start, number.start if begin is None else begin)
    )


def carried_unit(
    text: str, start: int, end: int, number: Number, last: Quantity | None
) -> Unit | None:
    """Return the unit of the quantity before: "12 people in Lviv and five in Odesa"."""
    if last is None or last.unit is None or last.unit_span is None:
        return None
    before = text[max(start, number.start - 16) : number.start]
    near = number.start - max(last.unit_span.end, last.span.end) <= _GAPPING_REACH
    gapped = near and bool(_GAPPING.search(before) and _GAPPED.match(text, number.end, end))
    gapped = gapped or shares(text, start, end, number, last)
    gapped = gapped or points_back(text, start, end, number)
    if gapped or _MORE_OF.search(before) or _COMPARED.search(before):
        return Unit(last.unit, last.unit_span, is_part=last.qualifier == "including")
    return None


def shares(text: str, start: int, end: int, number: Number, last: Quantity | None) -> bool:
    """Say whether "22 in Marla" opens the window, as a part of what was counted before it."""
    if last is None or last.unit_span is None or last.span.end > start:
        return False
    opens = text[start : number.start].strip().lower() in {"", "including", "with"}
    return opens and _PLACED.match(text, number.end, end) is not None


def placed_at(text: str, at: int, end: int) -> bool:
    """Say whether a place stands at `at`: "in Odesa", "each near"."""
    return _PLACED.match(text, at, end) is not None
