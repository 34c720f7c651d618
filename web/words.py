"""The words of cards, tables and lists: numbers, dates, roles, relations as people write them.

The tables are English; what a function returns is in the language that is spoken.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from layers.model import Annotation, HowMany, PlaceRole, RelationType, When
from layers.style import NARRATOR
from reading.model import Certainty, SourceType
from web import units
from web.language import SOURCE, gettext, locale, marked

_BEFORE_NUMBER: Mapping[str, str] = {
    "approximately": marked("about %(number)s"),
    "at_least": marked("at least %(number)s"),
    "up_to": marked("up to %(number)s"),
    "more_than": marked("more than %(number)s"),
    "less_than": marked("less than %(number)s"),
    "nearly": marked("nearly %(number)s"),
    "including": marked("among them %(number)s"),
}
_WITHOUT_NUMBER: Mapping[str, tuple[str, str]] = {
    "some": (marked("some"), marked("some %(unit)s")),
    "several": (marked("several"), marked("several %(unit)s")),
    "dozens": (marked("dozens"), marked("dozens of %(unit)s")),
    "hundreds": (marked("hundreds"), marked("hundreds of %(unit)s")),
    "thousands": (marked("thousands"), marked("thousands of %(unit)s")),
    "millions": (marked("millions"), marked("millions of %(unit)s")),
}
ROLE_WORDS: Mapping[PlaceRole, str] = {
    "event_location": marked("where it happens"),
    "origin": marked("from here"),
    "destination": marked("to here"),
    "party": marked("takes part"),
    "neighbour": marked("lies beside it"),
    "speaker_seat": marked("where the speaker sits"),
    "metonym": marked("stands for a government"),
    "none": marked("named only"),
}
_ROLES_NOT_DRAWN: Mapping[PlaceRole, str] = {
    "neighbour": marked("lies beside it; not drawn"),
    "speaker_seat": marked("where the speaker sits; not drawn"),
    "metonym": marked("stands for a government; not drawn"),
    "none": marked("named only; not drawn"),
}
CERTAINTY_WORDS: Mapping[Certainty, str | None] = {
    "stated": None,
    "reported": marked("as reported by others"),
    "alleged": marked("alleged"),
    "believed": marked("believed"),
    "expected": marked("expected"),
    "planned": marked("planned"),
    "possible": marked("possible"),
    "unknown": marked("not known"),
    "not_committed": marked("without commitment"),
    "counterfactual": marked("contrary to fact"),
}
WORLDVIEWS: Mapping[str, str] = {
    "un": marked("United Nations view"),
    "defacto": marked("de facto view"),
}
_DATE_WORDS: Mapping[str, str] = {
    "given": marked("as given when it was added"),
    "dateline": marked("from the dateline"),
    "metadata": marked("from the page"),
}
_MENTION_WORDS: Mapping[str, str] = {
    "resolved": marked("resolved"),
    "ambiguous": marked("could mean other places too"),
    "not_found": marked("not found in the gazetteer"),
}
# Words before a number that decide the case of what is counted.
_PREPOSITIONS = frozenset({"approximately", "up_to"})
_CONTEXT_CHARS = 32
_NOBODY = "unattributed "
_OTHER_SOURCE: SourceType = "other"
_RELATION_WORDS: Mapping[RelationType, tuple[str, str]] = {
    "corroborates": (marked("says the same as"), marked("said also in")),
    "compatible": (marked("compatible with"), marked("compatible with")),
    "differs": (marked("differs from"), marked("differs from")),
    "contradicts": (marked("contradicts"), marked("is contradicted by")),
    "denies": (marked("denies"), marked("is denied by")),
    "declines_to_confirm": (marked("declines to confirm"), marked("is not confirmed in")),
    "updates": (marked("updates"), marked("is updated by")),
    "part_of": (marked("part of"), marked("of which")),
    "same_event_as": (marked("same event as"), marked("same event as")),
}


def speaker(source: str) -> str:
    """Return a speaker's name for readers."""
    from web.phrases import phrase

    if source == NARRATOR:
        return gettext("The report itself")
    return phrase(source) if source.startswith(_NOBODY) else source


def number(value: float) -> str:
    """Return a number with thousands set apart.

    Examples
    --------
    >>> number(12000.0), number(2.5)
    ('12,000', '2.5')
    """
    if value == int(value):
        return format_decimal(int(value), locale=locale())
    return format_decimal(float(f"{value:.10g}"), "#,##0.##########", locale=locale())


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
        counted = number(how_many.quantity)
        if unit:
            noun = units.counted(unit, how_many.quantity, governed=qualifier in _PREPOSITIONS)
            counted = f"{counted} {noun}"
        form = _BEFORE_NUMBER.get(qualifier)
        return counted if form is None else gettext(form, number=counted)
    if qualifier not in _WITHOUT_NUMBER:
        return None
    alone, of = _WITHOUT_NUMBER[qualifier]
    return gettext(of, unit=units.counted(unit)) if unit else gettext(alone)


def map_count(annotation: Annotation) -> str | None:
    """Return what may be written on the area of a claim: a count of things, no measure."""
    unit = annotation.how_many.quantity_unit
    if unit is None or unit.lower().split()[-1] in _measures():
        return None
    how_many = annotation.how_many
    if how_many.quantity_qualifier == "including":
        how_many = how_many._replace(quantity_qualifier=None)
    return quantity(how_many)


@cache
def _measures() -> frozenset[str]:
    """Return the units of time, length, money and the like."""
    text = (Path(__file__).parent / "lexicon" / "measures.tsv").read_text(encoding="utf-8")
    return frozenset(text.split()[1:])


def day(value: date) -> str:
    """Return a day as in ``24 Oct 2024``.

    Examples
    --------
    >>> day(date(2024, 10, 24))
    '24 Oct 2024'
    """
    return _day(value, locale(), "d MMM y")


def day_of_year(value: date) -> str:
    """Return a day without its year, as in ``24 Oct``."""
    return _day(value, locale(), "d MMM")


def month(value: date) -> str:
    """Return the month of a day without its year, as in ``Oct``."""
    return _day(value, locale(), "LLL")


def month_of_year(value: date) -> str:
    """Return the month of a day, as in ``Oct 2024``."""
    return _day(value, locale(), "LLL y")


@lru_cache(maxsize=1 << 12)
def _day(value: date, spoken: Locale, form: str) -> str:
    return format_date(value, form, locale=spoken)


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
        return gettext("by %(day)s", day=day(end))
    if end is None and start is not None:
        return gettext("from %(day)s on", day=day(start))
    if start is not None and end is not None and start != end:
        return gettext("%(first)s to %(last)s", first=day(start), last=day(end))
    return day(start) if start is not None else None


def event_date(when: When) -> str:
    """Return when the claimed event was or is to be, and how that is known."""
    words = interval(when.date_start, when.date_end)
    if words is None:
        return gettext("not stated")
    if when.date_expression:
        return gettext("%(days)s (“%(words)s”)", days=words, words=when.date_expression)
    return gettext("%(days)s (from the tense)", days=words) if when.date_basis == "tense" else words


def statement_date(when: When) -> str:
    """Return when it was said."""
    return interval(when.statement_date_start, when.statement_date_end) or gettext("not stated")


def source_type(kind: str) -> str | None:
    """Return a kind of speaker in words, or None where it says nothing."""
    from web.phrases import phrase

    return None if kind in {NARRATOR, _OTHER_SOURCE} else phrase(kind.replace("_", " "))


def place_role(role: PlaceRole, *, drawn: bool) -> str:
    """Return in which role a place stands; of what is drawn nobody need be told that it is."""
    here, there = ROLE_WORDS[role], _ROLES_NOT_DRAWN.get(role)
    return gettext(here) if drawn or there is None else gettext(there)


def certainty(kind: Certainty) -> str | None:
    """Return how sure the speaker is, or None where it is simply stated."""
    words = CERTAINTY_WORDS[kind]
    return None if words is None else gettext(words)


def worldview(kind: str) -> str:
    """Return whose borders are drawn."""
    return gettext(WORLDVIEWS[kind]) if kind in WORLDVIEWS else kind


def date_source(kind: str) -> str:
    """Return how the day of publication is known."""
    return gettext(_DATE_WORDS[kind]) if kind in _DATE_WORDS else kind


def language_name(tag: str) -> str:
    """Return the name of a report's language, or that it could not be told.

    Examples
    --------
    >>> language_name("en"), language_name("und")
    ('English', 'language not told')
    """
    if tag == "und":
        return gettext("language not told")
    return str(locale().languages.get(tag.replace("-", "_"), tag))


def mention_status(status: str) -> str:
    """Return how a place name was understood."""
    return gettext(_MENTION_WORDS[status])


def language_of(tag: str) -> str:
    """Return the language of a report for ``lang``; one that could not be told is read as English.

    Examples
    --------
    >>> language_of("und")
    'en'
    """
    return SOURCE if tag == "und" else tag


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
    words = gettext(_RELATION_WORDS[kind][reverse])
    if kind == "compatible" and lower_bound:
        return gettext("%(relation)s (lower bound)", relation=words)
    return words


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
