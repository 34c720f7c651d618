"""Query parameters of the data addresses: typed, and all bad ones reported together."""

import math
from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, cast, get_args

from geo.model import Worldview
from layers.query import Interval, Query
from reading.model import Stance
from web.errors import ParameterError

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict

MAX_LIMIT = 100_000
WORLDVIEW = "worldview"
_LONGEST_CHARS = 200
_OPEN = frozenset({"", ".."})


def parse_worldview(arguments: "MultiDict[str, str]") -> Worldview | None:
    """Return whose borders the address asks for; None leaves those with which the map is kept.

    Raises
    ------
    ParameterError
        There is no such worldview.
    """
    given = arguments.get(WORLDVIEW)
    for known in get_args(Worldview):
        if given == known:
            return cast("Worldview", known)
    if given is None:
        return None
    known = ", ".join(get_args(Worldview))
    raise ParameterError({WORLDVIEW: f"{given[:_LONGEST_CHARS]!r}: write one of {known}"})


def parse_query(
    arguments: "MultiDict[str, str]", *, layer: str | None = None, also: Iterable[str] = ()
) -> Query:
    """Return the query that the parameters ask for.

    Parameters
    ----------
    arguments : MultiDict
    layer : str, optional
        From the path.
    also : iterable of str
        Names of parameters that mean something elsewhere.

    Raises
    ------
    ParameterError
        A parameter is unknown, given twice, or cannot be used; names every one of them.
    """
    values: dict[str, Any] = {}
    problems: dict[str, str] = {}
    for name in arguments:
        parser = _PARSERS.get(name)
        if parser is None:
            if name not in also:
                problems[name[:_LONGEST_CHARS]] = f"unknown; known are {', '.join(_PARSERS)}"
            continue
        given = arguments.getlist(name)
        if len(given) > 1:
            problems[name] = "given twice; give it once"
            continue
        try:
            values[name] = parser(given[0].strip())
        except ValueError as error:
            problems[name] = str(error)
    if problems:
        raise ParameterError(problems)
    return Query(**values, layer=layer)


def _bbox(text: str) -> tuple[float, float, float, float]:
    try:
        sides = [float(part) for part in text.split(",")]
    except ValueError:
        sides = []
    if len(sides) == 6:
        del sides[5], sides[2]
    if len(sides) != 4 or not all(map(math.isfinite, sides)):
        raise ValueError(f"{text[:_LONGEST_CHARS]!r}: write west,south,east,north in degrees")
    west, south, east, north = sides
    if not (-180 <= west <= 180 and -180 <= east <= 180):
        raise ValueError("longitudes lie between -180 and 180; west > east crosses 180°")
    if not -90 <= south <= north <= 90:
        raise ValueError("latitudes lie between -90 and 90, south before north")
    return west, south, east, north


def _interval(text: str) -> Interval:
    start, slash, end = text.partition("/")
    low = _day(start)
    high = _day(end) if slash else low
    if low is None and high is None:
        raise ValueError(
            "write a day 2024-10-24, or an interval 2024-10-01/2024-10-24, ../2024-10-24"
        )
    if low is not None and high is not None and low > high:
        raise ValueError(f"{text[:_LONGEST_CHARS]!r} ends before it starts")
    return low, high


def _day(text: str) -> date | None:
    if text in _OPEN:
        return None
    try:
        return (
            date.fromisoformat(text[:10]) if text[10:11] in {"", "T"} else date.fromisoformat(text)
        )
    except ValueError:
        raise ValueError(f"{text[:_LONGEST_CHARS]!r} is no day; write 2024-10-24") from None


def _stance(text: str) -> str:
    if text not in get_args(Stance):
        raise ValueError(f"{text[:_LONGEST_CHARS]!r}: write one of {', '.join(get_args(Stance))}")
    return text


def _word(text: str) -> str:
    if not text:
        raise ValueError("is empty; leave it out or write a value")
    return text


def _limit(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 7 and 1 <= int(text) <= MAX_LIMIT):
        raise ValueError(f"write a whole number from 1 to {MAX_LIMIT:,}")
    return int(text)


_PARSERS: dict[str, Callable[[str], Any]] = {
    "bbox": _bbox,
    "datetime": _interval,
    "said": _interval,
    "source": _word,
    "stance": _stance,
    "event_type": _word,
    "limit": _limit,
}
