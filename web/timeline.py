"""The timeline: when it was said and when it is said to have happened, in two lanes."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, cast, get_args

from flask import Blueprint, request

from layers.timeline import Lane, Span, Timeline, timeline
from web import words
from web.axis import DayAxis, day_axis
from web.cards import Card
from web.context import context, page
from web.errors import ParameterError
from web.maps import Ready
from web.pages import map_values

if TYPE_CHECKING:
    from flask import Response
    from werkzeug.datastructures import MultiDict

blueprint = Blueprint("timeline", __name__)
_LONGEST_CHARS = 40
_LEAST_PERCENT = 0.5
_FADE_PERCENT = 4.0


@dataclass(frozen=True, slots=True)
class Choice:
    """Which claims the address asks for; without days all."""

    lane: Lane
    low: date | None
    high: date | None
    undated: bool


@dataclass(frozen=True, slots=True)
class Row:
    """Claims of one speaker at one time; the bar's ends in per cent of the width.

    ``early`` and ``late`` say that an end lies beyond the side of the axis; ``beyond`` is the year
    of what lies there wholly.
    """

    speaker: str
    cards: tuple[Card, ...]
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
class Entry:
    """One claim of the list, with the days that a script filters by."""

    card: Card
    said: Span | None
    refers: Span | None


@blueprint.get("/maps/<map_id>/timeline")
def show(map_id: str) -> "Response":
    """Show the two times of every claim; the address may ask for some days only."""
    ready = context().maps.get(map_id)
    made = timeline(ready.document)
    choice = parse_choice(request.args)
    shown = made.within(choice.lane, choice.low, choice.high, undated=choice.undated)
    axis = None
    if made.first is not None and made.last is not None:
        axis = day_axis(made.first, made.last)
    cards = {card.claim_id: card for card in ready.cards}
    return page(
        "timeline.html",
        line=made,
        axis=axis,
        choice=choice,
        shown=shown,
        said=_rows(ready, made, axis, "said"),
        refers=_rows(ready, made, axis, "refers"),
        undated=tuple(cards[claim_id] for claim_id in made.undated("refers")),
        entries=tuple(Entry(cards[m.claim_id], m.said, m.refers) for m in made.moments),
        **map_values(ready, "timeline"),
    )


def parse_choice(arguments: "MultiDict[str, str]") -> Choice:
    """Return what the form's parameters ask for.

    Parameters
    ----------
    arguments : MultiDict
        ``lane``, ``from``, ``to``; ``undated`` counts only where ``filter`` is there too, since an
        unticked box sends nothing.

    Raises
    ------
    ParameterError
        A day is none, the days are the wrong way round, or the lane is unknown; names all of them.
    """
    problems: dict[str, str] = {}
    days: dict[str, date | None] = {}
    for name in ("from", "to"):
        given = arguments.get(name, "").strip()
        try:
            days[name] = date.fromisoformat(given) if given else None
        except ValueError:
            problems[name] = f"{given[:_LONGEST_CHARS]!r} is no day; write 2024-10-24"
    lane = arguments.get("lane", "refers")
    if lane not in get_args(Lane):
        problems["lane"] = f"{lane[:_LONGEST_CHARS]!r}: write one of {', '.join(get_args(Lane))}"
    low, high = days.get("from"), days.get("to")
    if low is not None and high is not None and low > high:
        problems["to"] = "ends before it starts; write the later day here"
    if problems:
        raise ParameterError(problems)
    undated = "filter" not in arguments or "undated" in arguments
    return Choice(cast("Lane", lane), low, high, undated)


def _rows(ready: Ready, made: Timeline, axis: DayAxis | None, lane: Lane) -> tuple[Row, ...]:
    """Return the rows of a lane: by time, what only the tense dates last."""
    cards = {card.claim_id: card for card in ready.cards}
    grouped: dict[tuple[str, str, Span], list[Card]] = {}
    for moment in made.moments:
        span = moment.span(lane)
        if span is not None:
            stance = moment.stance if lane == "refers" else ""
            grouped.setdefault((moment.source, stance, span), []).append(cards[moment.claim_id])
    if axis is None:
        return ()
    ordered = sorted(grouped.items(), key=lambda item: _order(item[0][2], item[1][0].number))
    return tuple(_row(axis, span, tuple(own)) for (_, _, span), own in ordered)


def _order(span: Span, number: int) -> tuple[bool, date, date, int]:
    is_open = span.start is None or span.end is None
    return is_open, span.start or date.min, span.end or date.max, number


def _row(axis: DayAxis, span: Span, own: tuple[Card, ...]) -> Row:
    early = _ahead(span.start, axis.first) or _ahead(span.end, axis.first)
    late = _ahead(axis.last, span.start) or _ahead(axis.last, span.end)
    return Row(
        speaker=own[0].speaker,
        cards=own,
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
