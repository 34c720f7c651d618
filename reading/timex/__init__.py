"""Find expressions of time in news English and the days they mean.

Rules for intervals in the manner of TIMEX3 and HeidelTime, without a dependency: each rule finds
one kind of expression and counts its days from the day of publication; then parts ("early"),
ranges ("from … to") and bounds ("since", "until") join what stands together. The result is written
in EDTF (ISO 8601-2).
"""

import datetime as dt
import re
from collections.abc import Callable
from typing import Literal

from reading.model import Span, TimeExpression
from reading.stretch import stretch
from reading.timex import clock, compose, counted, months, spans, units, weekdays, years
from reading.timex.days import edtf
from reading.timex.grammar import Atom, Scope

_Rule = Callable[[Scope], list[Atom]]
_RULES: tuple[tuple[frozenset[str], tuple[_Rule, ...]], ...] = (
    (weekdays.TRIGGERS, (weekdays.weekdays, weekdays.nth_weekdays)),
    (weekdays.DAY_TRIGGERS | {"night", "day"}, (weekdays.days_around,)),
    (months.TRIGGERS, (months.month_days_found, months.months)),
    (months.HOLIDAY_TRIGGERS, (months.holidays,)),
    (units.TRIGGERS, (counted.counted, counted.uncounted, spans.named)),
    (years.QUARTER_TRIGGERS, (years.quarters,)),
    (years.SEASON_TRIGGERS, (years.seasons,)),
    (years.CENTURY_TRIGGERS, (years.centuries,)),
)
_CLOCK_FIGURES = re.compile(r"\d\s?(?:[:.]\d\d|[AaPp]\.?[Mm]|o[’']clock|\d\d\s(?:GMT|UTC|h))")
_CLOCK_WORDS = frozenset(
    ("noon", "midday", "midnight", "dawn", "dusk", "sunrise", "sunset", "daybreak", "nightfall")
)
# Without one of these words and without a figure nothing says when.
_TELLTALES = _CLOCK_WORDS.union(*(triggers for triggers, _ in _RULES))


def time_expressions(
    text: str,
    start: int,
    end: int,
    anchor: dt.date | None,
    *,
    tense: Literal["past", "present", "future"] | None = None,
    reference: tuple[dt.date | None, dt.date | None] | None = None,
) -> tuple[TimeExpression, ...]:
    """Return the expressions of time in ``text[start:end]``, in text order, none overlapping.

    Parameters
    ----------
    text : str
        The whole text; only the window is read, with nothing before or behind it.
    start, end : int
        Code-point offsets of the window, end exclusive.
    anchor : date or None
        Day that "today" means, as a rule the day of publication; None leaves relative expressions
        open (``start`` and ``end`` None, EDTF ``XXXX-XX-XX``).
    tense : {"past", "present", "future"}, optional
        Tense of the clause: of a past event "Friday" is the latest Friday up to `anchor`, of a
        future one the next. Without it, words such as "will" and "by" before the name decide.
    reference : tuple of date, optional
        First and last day of what the words before spoke of, for "two days later", "the same day".

    Returns
    -------
    tuple of TimeExpression
        A month is not cut at the anchor, whatever the tense. A duration ("several weeks") that
        nothing ties to a day has no days, and its ISO 8601 length (``P3W``) in place of EDTF.

    Examples
    --------
    >>> found = time_expressions("It began on Monday.", 0, 19, dt.date(2024, 10, 24))
    >>> [(e.kind, e.edtf) for e in found]
    [('weekday', '2024-10-21')]
    >>> time_expressions("There were 2,000 men.", 0, 21, None)
    ()
    """
    words, figures = stretch(text, start, end)
    if not figures and _TELLTALES.isdisjoint(words):
        return ()
    telling = words & _TELLTALES
    scope = Scope(text, start, end, anchor, tense, reference, words)
    atoms = _longest(_atoms(scope, telling, {len(figure) for figure in figures}))
    if not atoms:
        return ()
    joins = compose.JOINS if len(atoms) > 1 else compose.JOINS_OF_ONE
    for join in joins:
        atoms = join(scope, atoms)
    return tuple(_expression(atom) for atom in atoms if atom.kind)


def _atoms(scope: Scope, telling: frozenset[str], lengths: set[int]) -> list[Atom]:
    """Run the rules whose words stand in the window; `lengths` are those of its figures."""
    found: list[Atom] = []
    if telling:
        for triggers, rules in _RULES:
            if not triggers.isdisjoint(telling):
                for rule in rules:
                    found += rule(scope)
    if 4 in lengths:
        found += months.numeric_dates(scope)
        found += years.years(scope)
    if 2 in lengths and "s" in scope.words:
        found += years.short_decades(scope)
    if not _CLOCK_WORDS.isdisjoint(telling) or (
        lengths and _CLOCK_FIGURES.search(scope.text, scope.start, scope.end)
    ):
        found += clock.clocks(scope)
    return found


def _longest(atoms: list[Atom]) -> list[Atom]:
    """Keep the longest of those that overlap, the first of equals."""
    if len(atoms) < 2:
        return atoms
    kept: list[Atom] = []
    taken: set[int] = set()
    for atom in sorted(atoms, key=lambda a: (a.start - a.end, a.start, a.kind)):
        places = range(atom.start, atom.end)
        if taken.isdisjoint(places):
            kept.append(atom)
            taken.update(places)
    return sorted(kept, key=lambda a: a.start)


def _expression(atom: Atom) -> TimeExpression:
    return TimeExpression(
        span=Span(atom.start, atom.end),
        start=atom.days.start,
        end=atom.days.end,
        precision=atom.precision,
        approximate=atom.approximate,
        kind=atom.kind,
        edtf=atom.form or edtf(atom.days, approximate=atom.approximate),
    )
