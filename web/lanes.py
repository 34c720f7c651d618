"""The two lanes of the timeline: when things were said, and when they are said to have happened."""

from dataclasses import dataclass
from datetime import date
from typing import get_args

from layers.timeline import Lane, Span, Timeline
from web import words
from web.axis import DayAxis, day_axis
from web.cards import Card, Cards

_LEAST_PERCENT = 0.5
_FADE_PERCENT = 4.0
MOST_ROWS = 250
MOST_IN_ROW = 40


@dataclass(frozen=True, slots=True)
class Row:
    """Claims of one speaker at one time; the bar's ends in per cent of the width.

    ``early`` and ``late`` say that an end lies beyond the side of the axis; ``beyond`` is the year
    of what lies there wholly. ``claims`` counts all of them; of very many the first have a card.
    """

    speaker: str
    cards: tuple[Card, ...]
    claims: int
    words: str
    left: float
    right: float
    open_left: bool
    open_right: bool
    soft: bool
    early: bool
    late: bool
    is_day: bool
    beyond: str | None

    @property
    def is_open(self) -> bool:
        """Whether one end is not known."""
        return self.open_left or self.open_right

    @property
    def width(self) -> float:
        """How long the bar is; one day on a long axis is still seen."""
        return round(max(self.right - self.left, _LEAST_PERCENT), 2)

    @property
    def middle(self) -> float:
        """Where the dot of a single day stands."""
        return round((self.left + self.right) / 2, 2)

    @property
    def fade(self) -> float:
        """How much of each end is faded where the ends are approximate."""
        return round(min(self.width / 4, _FADE_PERCENT), 2)


@dataclass(frozen=True, slots=True)
class Lanes:
    """Both lanes over one axis; without any day, no axis and no rows.

    ``more`` counts, for each lane, the rows of a large map that are left out.
    """

    line: Timeline
    axis: DayAxis | None
    said: tuple[Row, ...]
    refers: tuple[Row, ...]
    undated: tuple[Card, ...]
    more: dict[Lane, int]


def lanes(cards: Cards, made: Timeline) -> Lanes:
    """Return the lanes of a map."""
    axis = None
    if made.first is not None and made.last is not None:
        axis = day_axis(made.first, made.last)
    grouped = {lane: _grouped(cards, made, lane) for lane in get_args(Lane)}
    return Lanes(
        line=made,
        axis=axis,
        said=_rows(cards, grouped["said"], axis),
        refers=_rows(cards, grouped["refers"], axis),
        undated=tuple(cards.of(claim) for claim in made.undated("refers")[:MOST_ROWS]),
        more={lane: len(rows[MOST_ROWS:]) for lane, rows in grouped.items()},
    )


def _grouped(cards: Cards, made: Timeline, lane: Lane) -> list[tuple[Span, list[str]]]:
    """Return the claims of one speaker and time together; what only the tense dates stands last."""
    grouped: dict[tuple[str, str, Span], list[str]] = {}
    for moment in made.moments:
        span = moment.span(lane)
        if span is not None:
            stance = moment.stance if lane == "refers" else ""
            grouped.setdefault((moment.source, stance, span), []).append(moment.claim_id)
    found = [(span, own) for (_, _, span), own in grouped.items()]
    return sorted(found, key=lambda row: _order(row[0], cards.numbers[row[1][0]]))


def _rows(
    cards: Cards, grouped: list[tuple[Span, list[str]]], axis: DayAxis | None
) -> tuple[Row, ...]:
    if axis is None:
        return ()
    return tuple(
        _row(axis, span, tuple(cards.of(claim) for claim in own[:MOST_IN_ROW]), len(own))
        for span, own in grouped[:MOST_ROWS]
    )


def _order(span: Span, number: int) -> tuple[bool, date, date, int]:
    is_open = span.start is None or span.end is None
    return is_open, span.start or date.min, span.end or date.max, number


def _row(axis: DayAxis, span: Span, own: tuple[Card, ...], claims: int) -> Row:
    early = _ahead(span.start, axis.first) or _ahead(span.end, axis.first)
    late = _ahead(axis.last, span.start) or _ahead(axis.last, span.end)
    return Row(
        speaker=own[0].speaker,
        cards=own,
        claims=claims,
        words=words.interval(span.start, span.end) or "",
        left=0.0 if span.start is None or span.start < axis.first else axis.start(span.start),
        right=100.0 if span.end is None or span.end > axis.last else axis.end(span.end),
        open_left=span.start is None,
        open_right=span.end is None,
        soft=span.is_approximate,
        early=early,
        late=late,
        is_day=span.start == span.end,
        beyond=_beyond(axis, span),
    )


def _beyond(axis: DayAxis, span: Span) -> str | None:
    if span.end is not None and span.end < axis.first:
        return str(span.end.year)
    if span.start is not None and span.start > axis.last:
        return str(span.start.year)
    return None


def _ahead(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one < other
