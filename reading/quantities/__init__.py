"""Find how many of what a text says: "at least 3,000 soldiers", "dozens of shops", "$3bn".

Only what counts or measures something is a quantity. Numbers that are dates, ages, names, scores,
calibres, clock times or mere labels are left out; a number that nothing near says the unit of is
left out too, unless the words around it say that it counts.
"""

import re
from functools import cache

from reading.lexicon import rows
from reading.model import Qualifier, Quantity, Span
from reading.numerals import number_words
from reading.quantities.counting import carried_unit, placed_at, shares, unit_of
from reading.quantities.guards import (
    counts_in_words,
    is_age,
    is_label,
    is_score,
    looks_like_year,
    ratio,
    stands_alone,
)
from reading.quantities.numbers import Number, numbers, scale_of, triggers
from reading.quantities.qualifiers import bounds, qualifier_after, qualifier_before
from reading.quantities.units import (
    Unit,
    are_nationals,
    counted_before,
    head_noun,
    measure_after,
    noun_after,
    state_after,
)
from reading.stretch import stretch

_LONG_WORDS = re.compile(r"[^\W\d_]{4,40}")
_WORD = re.compile(r"\S+")
_DASHES = frozenset("-–—‑")
_RANGE_WORDS = frozenset(("to", "and", "or"))
_SO_MANY = re.compile(r"\b(?:how|so|as|too|not|very)\s$", re.IGNORECASE)
_BY = re.compile(r"\bby\s(?:[a-z]{2,9}\s){0,2}$")
_PAIR = re.compile(r"\s(?:and|or)\s")
_NATION_AND = re.compile(r"\s[A-Z][a-z]{2,14}(?:,|\sand|,\sand)\s")
_MINUS = re.compile(r"\bminus\s$", re.IGNORECASE)
_NAME = re.compile(r"\s[A-Z][a-z]{2,20}(?=\s)")
_LARGE = 1000
_LEAST_OF_HEADLINE = 3


def quantities(
    text: str,
    start: int,
    end: int,
    exclude: tuple[Span, ...] = (),
    whole: Quantity | None = None,
    *,
    headline: bool = False,
) -> tuple[Quantity, ...]:
    """Return the quantities in ``text[start:end]``, in text order, none overlapping.

    Parameters
    ----------
    text : str
        The whole text; only the window is read.
    start, end : int
        Code-point offsets of the window, end exclusive.
    exclude : tuple of Span
        Where no quantity may stand, as a rule the spans of the time expressions.
    whole : Quantity, optional
        What the window counts a part of: "22 in Marla" counts the same.
    headline : bool
        The window is of a headline: "18 Injured" may be all in capitals.

    Returns
    -------
    tuple of Quantity
        ``minimum`` and ``maximum`` follow from the qualifier: both are the value for exactly,
        approximately, nearly and including; one is None for at least, more than, up to, less than.
        A range has no value, and the qualifier approximately.

    Examples
    --------
    >>> text = "At least 3,000 North Korean soldiers came."
    >>> [(q.value, q.minimum, q.maximum, q.unit) for q in quantities(text, 0, len(text))]
    [(3000.0, 3000.0, None, 'soldiers')]
    >>> quantities("The 45-year-old flew a Boeing 737.", 0, 34)
    ()
    """
    words, figures = stretch(text, start, end)
    if not figures and triggers().isdisjoint(words):
        return ()
    least = 1 if headline else _LEAST_OF_HEADLINE
    alone = whole is None or headline
    if alone and _is_headline_case(text, start, end, least):
        window = "".join(_lower(character) for character in text[start:end])
        moved = tuple(
            Span(max(s.start, start) - start, s.end - start)
            for s in exclude
            if s.end > start and s.start < end
        )
        found = tuple(_shifted(q, start) for q in _found(window, 0, len(window), moved))
        if found or whole is None:
            return found
    return tuple(_found(text, start, end, exclude, whole))


def _found(
    text: str, start: int, end: int, exclude: tuple[Span, ...], whole: Quantity | None = None
) -> list[Quantity]:
    found: list[Quantity] = []
    known = _outside(numbers(text, start, end), exclude)
    rank = 0
    while rank < len(known):
        if found and _converts(text, end, known[rank], found[-1]):
            rank += 1
            continue
        following = known[rank + 1] if rank + 1 < len(known) else None
        last = found[-1] if found else whole
        quantity = None if following is None else _range(text, start, end, known[rank], following)
        if quantity is not None:
            rank += 1
        elif (
            following is not None
            and not following.money
            and _PAIR.fullmatch(text, known[rank].end, following.start)
        ):
            quantity = _of_nation(text, start, end, known[rank], following)
        elif (counted := _counted_with(text, known, rank)) > rank:
            quantity = _of_nation(text, start, end, known[rank], known[counted])
        else:
            quantity = _single(text, start, end, known[rank], last)
        if quantity is not None and (not found or quantity.span.start >= found[-1].span.end):
            found.append(quantity)
        rank += 1
    return found


def _converts(text: str, end: int, number: Number, last: Quantity) -> bool:
    """Say whether a number in brackets says the one before it in other units: "12 km (7.5 mi)"."""
    if text[number.start - 1 : number.start] != "(" or last.unit_span is None:
        return False
    beside = text[last.unit_span.end : number.start - 1].strip() == ""
    unit = measure_after(text, number.end, end) if beside else None
    return unit is not None and text[unit.span.end : unit.span.end + 1] == ")"


def _outside(known: list[Number], exclude: tuple[Span, ...]) -> list[Number]:
    """Return the numbers that overlap no span of `exclude`, in one walk over both."""
    banned = sorted(exclude)
    kept: list[Number] = []
    rank, reach = 0, 0
    for number in known:
        while rank < len(banned) and banned[rank].start < number.end:
            reach = max(reach, banned[rank].end)
            rank += 1
        if reach <= number.start:
            kept.append(number)
    return kept


def _counted_with(text: str, known: list[Number], rank: int) -> int:
    """Return the last number of "six Dutch, a Thai and two Swiss tourists": all share its noun."""
    while rank + 1 < len(known) and _NATION_AND.fullmatch(
        text, known[rank].end, known[rank + 1].start
    ):
        if are_nationals(text, known[rank].end + 1):
            break  # "96 Germans, two Danes"
        rank += 1
    return rank


def _of_nation(text: str, start: int, end: int, number: Number, last: Number) -> Quantity | None:
    """Read "six Dutch" in "six Dutch and two Swiss tourists", "193" in "193 and 86 cases"."""
    unit = unit_of(text, start, end, last)
    if unit is None or number.value is None or is_label(text, start, end, number):
        return None
    stated, begin = qualifier_before(text, start, number.start)
    low, high = bounds(number.value, stated)
    span = Span(begin, number.end)
    return _quantity(span, number.value, low, high, stated or "exactly", unit)


def _range(text: str, start: int, end: int, one: Number, two: Number) -> Quantity | None:
    """Read "between 20 and 30", "3,000 to 5,000", "10-15 million"."""
    gap = text[one.end : two.start].removeprefix("%")
    word = gap.strip().lower()
    if one.value is None or two.value is None or len(gap) > 5:
        return None
    if word not in _DASHES and word not in _RANGE_WORDS:
        return None
    lead = _range_lead(text, start, one, two, word)
    if lead is None:
        return None
    low, high = one.value, two.value
    scale = scale_of(text[two.start : two.end])
    if scale and low < _LARGE and not scale_of(text[one.start : one.end]):
        low *= scale
    elif low < high / _LARGE and word in _DASHES and "," in text[two.start : two.end]:
        low *= _LARGE  # "12-15,000 men"
    if low >= high or any(is_age(text, start, end, n) for n in (one, two)):
        return None
    unit = unit_of(text, start, end, two._replace(money=None)) if one.money is None else None
    if one.money is not None:
        unit = unit_of(text, start, end, one)
    if word in _DASHES:
        if unit is None or is_score(text, start, end, one, two):
            return None
    elif is_label(text, start, end, one):
        return None
    stated, begin = qualifier_before(text, start, lead)
    if unit is None and stated is None and low < _LARGE:
        return None
    span = Span(begin, _span_end(two, unit))
    return _quantity(span, None, low, high, stated or "approximately", unit)


def _each_measured(one: Number, two: Number, text: str) -> bool:
    """Say whether each of two numbers has its own sign of money or per cent."""
    return (one.money is not None and two.money is not None) or text[one.end] == "%"


def _changes(text: str, at: int) -> bool:
    """Say whether a verb of change stands right before a number."""
    before = text[max(0, at - 20) : at].lower().split()
    return bool(before) and before[-1] in _change_verbs()


def _range_lead(text: str, start: int, one: Number, two: Number, word: str) -> int | None:
    """Return where the words of a range begin; None where the two numbers are none.

    "20 and 30" is a range only after "between", and "rose from 20 to 30" tells of a change.
    """
    if word == "to" and _each_measured(one, two, text) and _changes(text, one.start):
        return None  # "rose $1.20 to $83.45"
    before = text[max(start, one.start - 70) : one.start].lower()
    between = before.endswith("between ")
    if between != (word == "and") and not (between and word in _DASHES):
        return None
    grows = _BY.search(before) is not None
    if grows or before.endswith("from "):
        tells_change = any(w.strip(",.;:") in _change_verbs() for w in before.split())
        if tells_change or grows:
            return None if tells_change else one.start
        return one.start - len("from ")
    return one.start - len("between ") if between else one.start


def _single(
    text: str, start: int, end: int, number: Number, last: Quantity | None
) -> Quantity | None:
    """Read one number with what stands around it; None where it is no quantity."""
    number = _signed(text, start, _in_millions(text, end, number))
    if number.value is None:
        return _vague_quantity(text, start, end, number, last)
    stated, begin = qualifier_before(text, start, number.start)
    if is_label(text, start, end, number) or is_age(text, start, end, number, begin):
        return None
    share = ratio(text, end, number)
    if share is not None:
        value, stop, unit = share
        return _quantity(Span(begin, stop), value, value, value, stated or "exactly", unit)
    counts = number.is_figure or shares(text, start, end, number, last)
    if not counts and not counts_in_words(text, start, end, number):
        return None
    unit = unit_of(text, start, end, number, begin) or carried_unit(
        text, start, end, number._replace(start=begin), last
    )
    if number.is_figure and looks_like_year(text, number) and (unit is None or unit.is_part):
        return None
    stop = number.end
    if stated is None and (after := qualifier_after(text, number.end, end)) is not None:
        stated, stop = after
        unit = noun_after(text, stop, end) or unit
    if unit is None and not _is_large(text, number, stated):
        placed = placed_at(text, number.end, end)
        if not stands_alone(text, start, end, number, begin, placed=placed):
            return None
    if unit is not None and unit.is_part:
        stated = stated or "including"
        if not unit.name and last is not None and last.unit is not None:
            unit = Unit(last.unit, last.unit_span or last.span, is_part=True)
    if number.value == 1 and unit is not None and not unit.name:
        return None
    low, high = bounds(number.value, stated)
    span = Span(begin, max(stop, _span_end(number, unit)))
    return _quantity(span, number.value, low, high, stated or "exactly", unit)


def _in_millions(text: str, end: int, number: Number) -> Number:
    """Read "5m customers", "70m Egyptian pounds" and "1.1M" as millions, not as metres."""
    suffix = text[number.end : number.end + 2].rstrip()
    if not number.is_figure or number.money is not None or number.value is None:
        return number
    if suffix not in {"m", "M"} or not text[number.end : number.end + 2].endswith(" "):
        return number
    behind = number.end + 1
    head = head_noun(text, behind, end) or head_noun(text, _past_name(text, behind, end), end)
    if head is None and suffix == "m":
        return number
    millions = number.value * 1_000_000
    return number._replace(end=behind, value=millions, minimum=millions)


def _signed(text: str, start: int, number: Number) -> Number:
    """Read "minus 7 degrees" as below zero."""
    below = _MINUS.search(text, max(start, number.start - 6), number.start) is not None
    if not below or number.value is None:
        return number
    return number._replace(value=-number.value, minimum=-number.value)


def _past_name(text: str, at: int, end: int) -> int:
    name = _NAME.match(text, at, end)
    return at if name is None else name.end()


def _vague_quantity(
    text: str, start: int, end: int, number: Number, last: Quantity | None
) -> Quantity | None:
    """Read "dozens of shops", "some soldiers": only before a plural or a state."""
    weak = number.qualifier in {"some", "several"}
    following = _WORD.search(text, number.end, min(end, number.end + 16))
    if following is not None and _begins_number(following.group()):
        return None
    if weak and _SO_MANY.search(text[max(start, number.start - 6) : number.start]):
        return None
    unit = noun_after(text, number.end, end)
    if unit is None and not weak:
        unit = state_after(text, number.end, end) or counted_before(text, start, number.start)
    if unit is None and (weak or following is None):
        return None
    if unit is None and last is not None and last.unit is not None:
        unit = Unit(last.unit, last.unit_span or last.span)
    if unit is not None and not unit.name and weak:
        return None
    span = Span(number.start, number.end)
    return _quantity(span, None, number.minimum, None, number.qualifier, unit)


def _is_large(text: str, number: Number, stated: Qualifier | None) -> bool:
    """Say whether a number without a unit counts by its qualifier or by its size."""
    printed = text[number.start : number.end]
    large = number.value is not None and number.value >= _LARGE and not printed.isdigit()
    return large or stated not in {None, "exactly", "including"}


def _quantity(
    span: Span,
    value: float | None,
    low: float | None,
    high: float | None,
    qualifier: Qualifier,
    unit: Unit | None,
) -> Quantity:
    named = unit if unit is not None and unit.name else None
    return Quantity(
        span=span,
        value=value,
        minimum=low,
        maximum=high,
        qualifier=qualifier,
        unit=None if named is None else named.name,
        unit_span=None if named is None else named.span,
    )


def _span_end(number: Number, unit: Unit | None) -> int:
    """Return the end of the quantity's own words: "53 per cent" holds its unit."""
    if unit is not None and unit.name.startswith(("per cent", "percent")):
        return unit.span.end
    return number.end


def _begins_number(word: str) -> bool:
    return word[0].isdigit() or word.lower().split("-")[0] in number_words()


def _is_headline_case(text: str, start: int, end: int, least: int) -> bool:
    """Say whether all longer words are capitalised, as in a headline: then capitals say nothing."""
    longer = 0
    for word in _LONG_WORDS.finditer(text, start, end):
        if not text[word.start()].isupper():
            return False
        longer += 1
    return longer >= least


def _lower(character: str) -> str:
    lower = character.lower()
    return lower if len(lower) == 1 else character


def _shifted(quantity: Quantity, by: int) -> Quantity:
    unit = quantity.unit_span
    return Quantity(
        span=Span(quantity.span.start + by, quantity.span.end + by),
        value=quantity.value,
        minimum=quantity.minimum,
        maximum=quantity.maximum,
        qualifier=quantity.qualifier,
        unit=quantity.unit,
        unit_span=None if unit is None else Span(unit.start + by, unit.end + by),
    )


@cache
def _change_verbs() -> frozenset[str]:
    return frozenset(row["verb"] for row in rows("change_verbs"))
