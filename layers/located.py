"""The resolutions of one article, found by where they stand."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from geo.model import Resolution
from reading.model import Span


class Located:
    """Resolutions in text order; a longer name stands before those nested in it."""

    def __init__(self, resolutions: Iterable[Resolution]) -> None:
        self._all = tuple(
            sorted(resolutions, key=lambda r: (r.toponym.span.start, -r.toponym.span.end))
        )
        self._starts = [resolution.toponym.span.start for resolution in self._all]

    def __iter__(self) -> Iterator[Resolution]:
        """Yield all, in text order."""
        return iter(self._all)

    def __contains__(self, resolution: Resolution) -> bool:
        """Say whether a resolution is one of these, by where its name stands."""
        span = resolution.toponym.span
        return any(other.toponym.span == span for other in self.within(span))

    def within(self, span: Span) -> list[Resolution]:
        """Return those whose names lie wholly in a span."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end, first)
        return [r for r in self._all[first:last] if r.toponym.span.end <= span.end]
