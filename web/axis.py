"""Where things stand on an axis, as shares of its width: for numbers and for days.

Pages draw them as SVG whose horizontal places are percentages, so that a phone, a printer and a
wide screen get the same picture without a script.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from web import words

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_TICKS = 4
_DAY_TICKS = 7
_SIDE_PERCENT = 3.0
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the axis; `anchor` is SVG's ``text-anchor``."""

    percent: float
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class NumberAxis:
    """From nought to `top`, a round number above the largest."""

    top: float
    ticks: tuple[Tick, ...]

    def at(self, value: float) -> float:
        """Return where a number stands, in per cent of the width."""
        return round(100.0 * min(max(value, 0.0), self.top) / self.top, 2)


def number_axis(values: Iterable[float]) -> NumberAxis:
    """Return an axis that holds all values and begins at nought.

    Examples
    --------
    >>> number_axis([3.0, 5.0]).top
    6.0
    >>> [tick.label for tick in number_axis([12000.0]).ticks]
    ['0', '5,000', '10,000', '15,000']
    """
    largest = max((*values, 1.0))
    raw = largest * 1.05 / _TICKS
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(s * power for s in _STEPS if s * power >= raw)
    step = max(step, 1.0) if largest >= 1.0 else step
    count = math.ceil(round(largest * 1.05 / step, 9))
    top = step * count
    ticks = tuple(
        Tick(round(100.0 * n / count, 2), words.number(n * step), _anchor(n, count))
        for n in range(count + 1)
    )
    return NumberAxis(top, ticks)


@dataclass(frozen=True, slots=True)
class DayAxis:
    """From the first day to the last, with room for arrows at both sides."""

    first: date
    last: date
    ticks: tuple[Tick, ...]

    def start(self, day: date) -> float:
        """Return where a day begins, in per cent of the width."""
        return self._at((day - self.first).days)

    def end(self, day: date) -> float:
        """Return where a day ends."""
        return self._at((day - self.first).days + 1)

    def _at(self, days: int) -> float:
        whole = (self.last - self.first).days + 1
        inner = 100.0 - 2 * _SIDE_PERCENT
        return round(_SIDE_PERCENT + inner * min(max(days / whole, 0.0), 1.0), 2)


def day_axis(first: date, last: date) -> DayAxis:
    """Return an axis of days with marks at round days, Mondays, months or years.

    Examples
    --------
    >>> [tick.label for tick in day_axis(date(2024, 10, 21), date(2024, 10, 24)).ticks]
    ['21 Oct 2024', '22 Oct', '23 Oct', '24 Oct']
    """
    bare = DayAxis(first, last, ())
    days = _round_days(first, last)
    ticks = []
    for rank, day in enumerate(days):
        named = rank == 0 or day.year != days[rank - 1].year
        label = words.day(day) if named else words.day_of_year(day)
        if day.day == 1 and (last - first).days > 2 * 31:
            label = words.month_of_year(day) if named else words.month(day)
        percent = bare.start(day)
        ticks.append(Tick(percent, label, "start" if percent < 8 else "middle"))
    return DayAxis(first, last, tuple(ticks))


def _round_days(first: date, last: date) -> list[date]:
    whole = (last - first).days + 1
    for step in (1, 2, 7):
        if whole <= _DAY_TICKS * step:
            return [first + timedelta(days=n) for n in range(0, whole, step)]
    months = (last.year - first.year) * _MONTHS_A_YEAR + last.month - first.month + 1
    step = next(s for s in (1, 2, 3, 6, 12, 24, 60, 120, 1200) if months <= _DAY_TICKS * s)
    start = first.year * _MONTHS_A_YEAR + first.month - 1
    start += -start % step
    found = [
        date(n // _MONTHS_A_YEAR, n % _MONTHS_A_YEAR + 1, 1)
        for n in range(start, last.year * _MONTHS_A_YEAR + last.month, step)
    ]
    return [day for day in found if first <= day <= last] or [first]


def _anchor(rank: int, count: int) -> str:
    return "start" if rank == 0 else "end" if rank == count else "middle"
