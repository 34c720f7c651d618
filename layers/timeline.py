"""When things were said and when they are said to have happened: the two lanes of the timeline.

Each claim has two times (``docs/annotation.md``): that of the statement and that of the event. Both
are intervals of inclusive days; None is an open side.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from layers.model import MapDocument, When
from reading.model import Stance

Lane = Literal["said", "refers"]
_EXACT = "day"
_BEFORE = timedelta(days=183)
_AFTER = timedelta(days=183)


class Span(NamedTuple):
    """Days from `start` to `end`, both included; at least one of them is known.

    ``is_approximate`` says that the days were not named: the ends come from a month, a season, "in
    recent weeks" or the tense of the verb.
    """

    start: date | None
    end: date | None
    is_approximate: bool

    def touches(self, low: date | None, high: date | None) -> bool:
        """Say whether any day lies in both; None is an open side.

        >>> Span(None, date(2024, 10, 24), True).touches(date(2024, 10, 25), None)
        False
        """
        return (high is None or self.start is None or self.start <= high) and (
            low is None or self.end is None or low <= self.end
        )


class Moment(NamedTuple):
    """The two times of one claim; None where a time is not stated."""

    claim_id: str
    source: str
    stance: Stance
    said: Span | None
    refers: Span | None

    def span(self, lane: Lane) -> Span | None:
        """Return the time of a lane."""
        return self.said if lane == "said" else self.refers


@dataclass(frozen=True, slots=True)
class Timeline:
    """The moments of a map in text order, and the days that an axis for them covers.

    ``first`` and ``last`` reach from half a year before the first statement to half a year after
    the last one at most: what happened long ago would press the rest against the edge.
    """

    moments: tuple[Moment, ...]
    first: date | None
    last: date | None

    def undated(self, lane: Lane) -> tuple[str, ...]:
        """Return the claims without a time in a lane."""
        return tuple(m.claim_id for m in self.moments if m.span(lane) is None)

    def within(
        self, lane: Lane, low: date | None, high: date | None, *, undated: bool = True
    ) -> frozenset[str]:
        """Return the claims whose time in a lane touches the days from `low` to `high`.

        Parameters
        ----------
        lane : {"said", "refers"}
        low, high : date or None
            Inclusive; None is an open side.
        undated : bool
            Claims without that time are kept too.
        """
        kept = set()
        for moment in self.moments:
            span = moment.span(lane)
            if undated if span is None else span.touches(low, high):
                kept.add(moment.claim_id)
        return frozenset(kept)


def timeline(document: MapDocument) -> Timeline:
    """Return the two times of every claim of a map.

    Parameters
    ----------
    document : MapDocument
    """
    moments = tuple(
        Moment(
            claim_id=group[0].claim_id,
            source=group[0].who.source,
            stance=group[0].how.stance,
            said=_span(
                group[0].when.statement_date_start, group[0].when.statement_date_end, exact=True
            ),
            refers=_span(
                group[0].when.date_start, group[0].when.date_end, exact=_is_exact(group[0].when)
            ),
        )
        for group in document.claims()
    )
    told = [day for m in moments if m.said for day in (m.said.start, m.said.end) if day]
    told += [article.date_published for article in document.articles if article.date_published]
    days = [
        day
        for m in moments
        for span in (m.said, m.refers)
        if span is not None
        for day in (span.start, span.end)
        if day is not None
    ]
    if not days:
        return Timeline(moments, None, None)
    earliest = min(told) - _BEFORE if told else min(days)
    latest = max(told) + _AFTER if told else max(days)
    kept = [day for day in (*days, *told) if earliest <= day <= latest]
    return Timeline(moments, min(kept), max(kept))


def _span(start: date | None, end: date | None, *, exact: bool) -> Span | None:
    return None if start is None and end is None else Span(start, end, not exact)


def _is_exact(when: When) -> bool:
    return when.date_basis != "tense" and when.date_precision == _EXACT
