"""The words of cards, tables and lists: numbers, dates, roles, relations as people write them."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from layers.model import Annotation, HowMany, PlaceRole, RelationType, When
from layers.style import NARRATOR
from reading.model import Certainty, SourceType

REPORT_ITSELF = "The report itself"
_BEFORE_NUMBER: Mapping[str, str] = {
    "approximately": "about ",
    "at_least": "at least ",
    "up_to": "up to ",
    "more_than": "more than ",
    "less_than": "less than ",
    "nearly": "nearly ",
    "including": "among them ",
}
_WITHOUT_NUMBER: Mapping[str, str] = {
    "some": "some",
    "several": "several",
    "dozens": "dozens of",
    "hundreds": "hundreds of",
    "thousands": "thousands of",
    "millions": "millions of",
}
ROLE_WORDS: Mapping[PlaceRole, str] = {
    "event_location": "where it happens",
    "origin": "from here",
    "destination": "to here",
    "party": "takes part",
    "neighbour": "lies beside it; not drawn",
    "speaker_seat": "where the speaker sits; not drawn",
    "metonym": "stands for a government; not drawn",
    "none": "named only; not drawn",
}
CERTAINTY_WORDS: Mapping[Certainty, str | None] = {
    "stated": None,
    "reported": "as reported by others",
    "alleged": "alleged",
    "believed": "believed",
    "expected": "expected",
    "planned": "planned",
    "possible": "possible",
    "unknown": "not known",
    "not_committed": "without commitment",
    "counterfactual": "contrary to fact",
}
WORLDVIEWS: Mapping[str, str] = {"un": "United Nations view", "defacto": "de facto view"}
_CONTEXT_CHARS = 32
_OTHER_SOURCE: SourceType = "other"
_RELATION_WORDS: Mapping[RelationType, tuple[str, str]] = {
    "corroborates": ("says the same as", "said also in"),
    "compatible": ("compatible with", "compatible with"),
    "differs": ("differs from", "differs from"),
    "contradicts": ("contradicts", "is contradicted by"),
    "denies": ("denies", "is denied by"),
    "declines_to_confirm": ("declines to confirm", "is not confirmed in"),
    "updates": ("updates", "is updated by"),
    "part_of": ("part of", "of which"),
    "same_event_as": ("same event as", "same event as"),
}


def speaker(source: str) -> str:
    """Return a speaker's name for readers."""
    return REPORT_ITSELF if source == NARRATOR else source


def number(value: float) -> str:
    """Return a number with thousands set apart.

    Examples
    --------
    >>> number(12000.0), number(2.5)
    ('12,000', '2.5')
    """
    return f"{int(value):,}" if value == int(value) else f"{value:,.10g}"


def quantity(how_many: HowMany) -> str | None:
    """Return how many of what, with the qualifier, or None where nothing is counted.

    Examples
    --------
    >>> quantity(HowMany(3000.0, 3000.0, None, "at_least", "soldiers", None))
    'at least 3,000 soldiers'
    >>> quantity(HowMany(None, 1000.0, None, "thousands", "tons", None))
    'thousands of tons'
    """
    qualifier, unit = how_many.quantity_qualifier or "exactly", how_many.quantity_unit
    if how_many.quantity is not None:
        words = _BEFORE_NUMBER.get(qualifier, "") + number(how_many.quantity)
    elif qualifier in _WITHOUT_NUMBER:
        words = _WITHOUT_NUMBER[qualifier]
        if unit is None:
            words = words.removesuffix(" of")
    else:
        return None
    return f"{words} {unit}" if unit else words


def map_count(annotation: Annotation) -> str | None:
    """Return what may be written on the area of a claim: a count of things, no measure."""
    unit = annotation.how_many.quantity_unit
    if unit is None or unit.lower().split()[-1] in _measures():
        return None
    words = quantity(annotation.how_many)
    return None if words is None else words.removeprefix("among them ")


@cache
def _measures() -> frozenset[str]:
    """Return the units of time, length, money and the like."""
    text = (Path(__file__).parent / "lexicon" / "measures.tsv").read_text(encoding="utf-8")
    return frozenset(text.split()[1:])


def day(value: date) -> str:
    """Return a day as in ``24 Oct 2024``."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def interval(start: date | None, end: date | None) -> str | None:
    """Return an interval of inclusive days in words, or None where both sides are open.

    Examples
    --------
    >>> interval(None, date(2024, 10, 24))
    'by 24 Oct 2024'
    """
    if start is None and end is None:
        return None
    if start is None and end is not None:
        return f"by {day(end)}"
    if end is None and start is not None:
        return f"from {day(start)} on"
    if start is not None and end is not None and start != end:
        return f"{day(start)} to {day(end)}"
    return day(start) if start is not None else None


def event_date(when: When) -> str:
    """Return when the claimed event was or is to be, and how that is known."""
    words = interval(when.date_start, when.date_end)
    if words is None:
        return "not stated"
    if when.date_expression:
        return f"{words} (“{when.date_expression}”)"
    return f"{words} (from the tense)" if when.date_basis == "tense" else words


def statement_date(when: When) -> str:
    """Return when it was said."""
    return interval(when.statement_date_start, when.statement_date_end) or "not stated"


def source_type(kind: str) -> str | None:
    """Return a kind of speaker in words, or None where it says nothing."""
    return None if kind in {NARRATOR, _OTHER_SOURCE} else kind.replace("_", " ")


def relation(kind: RelationType, *, reverse: bool, lower_bound: bool) -> str:
    """Return how one claim stands to another.

    Parameters
    ----------
    kind : str
    reverse : bool
        The other claim is the one that refers to this.
    lower_bound : bool
        One of the two counts "at least", so that the numbers do not contradict.
    """
    words = _RELATION_WORDS[kind][reverse]
    return f"{words} (lower bound)" if kind == "compatible" and lower_bound else words


def context_before(text: str) -> str:
    """Return the words before a quote, without the half word that they may begin with.

    Examples
    --------
    >>> context_before("ank of general, the agency said. ")
    'of general, the agency said. '
    """
    parts = text.split()
    kept = " ".join(parts[1:] if len(text) >= _CONTEXT_CHARS else parts)
    return f"{kept} " if kept and text[-1:].isspace() else kept


def context_after(text: str) -> str:
    """Return the words after a quote, without the half word that they may end with."""
    parts = text.split()
    kept = " ".join(parts[:-1] if len(text) >= _CONTEXT_CHARS else parts)
    return f" {kept}" if kept and text[:1].isspace() else kept


def safe_link(address: str | None) -> str | None:
    """Return an address that may become a link, or None.

    Only http and https, without credentials, with an ASCII host: a name in another script can look
    like one that it is not.

    Examples
    --------
    >>> safe_link("https://example.org/a"), safe_link("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    if address is None or any(c.isspace() or ord(c) < 32 for c in address):
        return None
    try:
        parts = urlsplit(address)
        host, credentials = parts.hostname, parts.username or parts.password
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not host or credentials or not host.isascii():
        return None
    return None if "\\" in address else address
