"""The thread of a report: after which claims another goes on, the likeliest first.

A clause goes on with its sentence, then with its paragraph, the same speaker before others, then
with what the report opened with.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from layers.placement import Placed
from layers.scene import Scene
from layers.speakers import NARRATOR, Speakers
from layers.syntax import Syntax
from layers.traits import traits_of
from reading.kept import kept
from reading.model import Claim

NOWHERE = frozenset(
    {"appointment", "denial", "diplomatic_contact", "expectation", "position", "sanctions"}
    | {"source_discrepancy", "statement"}
)
_REACH = 3
# No sentence of prose makes so many claims, and no thread reaches past so many.
_MOST_CLAIMS = 100
_REACH_OF_NARRATOR = 1
_AHEAD = frozenset({"expected", "planned", "possible"})


class Thread:
    """The claims of one article in the order in which they follow from each other."""

    def __init__(
        self,
        claims: Sequence[Claim],
        named: Sequence[Placed],
        scene: Scene,
        syntax: Syntax,
        speakers: Speakers,
    ) -> None:
        self._claims = claims
        self._named = named
        self._scene = scene
        self._syntax = syntax
        self._speakers = speakers

    def around(self, index: int) -> Iterable[tuple[int, str]]:
        """Yield the claims whose place this one may share, the likeliest first."""
        claims, claim = self._claims, self._claims[index]
        same = _around(self._in_sentence[claim.sentence], index)
        yield from ((n, "carried:sentence") for n in reversed(same) if n < index)
        yield from (
            (n, "carried:ahead")
            for n in same
            if n > index
            and claims[n].certainty == claim.certainty
            and (claims[n].part_of != index or self._stands_apart(n))
            and traits_of(claims[n].event_type).placed
        )
        if self._speakers.of(index).is_place:
            # A government speaks of what happens elsewhere.
            return
        speaker = claim.source.name
        reach = _REACH_OF_NARRATOR if speaker == NARRATOR else _REACH
        before = [
            n
            for n in reversed(_around(self.in_paragraph.get(claim.paragraph, ()), index))
            if n < index and claim.sentence - claims[n].sentence <= reach
        ]
        own = {n for n in before if claims[n].source.name == speaker}
        nearest = sorted(before, key=lambda n: (-claims[n].sentence, n not in own, -n))
        yield from ((n, "carried:speaker" if n in own else "carried:paragraph") for n in nearest)
        traits = traits_of(claim.event_type)
        told = claim.certainty not in _AHEAD and claim.stance != "requests"
        if traits.placed and told and not self._scene.is_background(claim):
            if self._is_of_match:
                # Who is hurt or fined in a report of a match is not told of a place.
                return
            yield from ((n, "carried:lead") for n in self._lead[:_MOST_CLAIMS] if n < index)

    def _stands_apart(self, index: int) -> bool:
        """Say whether the places of a part stand after a comma, and so belong to the whole."""
        named = [p for p in self._named[index] if p.explicit]
        return bool(named) and all(self._syntax.of(p.resolution.toponym.span).apart for p in named)

    @kept
    def kind(self) -> str:
        """The kind of event that the report opens with."""
        told = (self._claims[n] for n in self._lead if self._scene.is_of_event(self._claims[n]))
        return next((claim.event_type for claim in told), "other")

    @kept
    def opening(self) -> int:
        """The second paragraph with claims: the headline's story, or what follows the first."""
        return sorted({claim.paragraph for claim in self._claims})[:2][-1]

    @kept
    def in_paragraph(self) -> dict[int, list[int]]:
        """The claims of each paragraph that may be of a place."""
        return _grouped(
            (claim.paragraph, n)
            for n, claim in enumerate(self._claims)
            if claim.event_type not in NOWHERE
        )

    @kept
    def _in_sentence(self) -> dict[int, list[int]]:
        return _grouped((claim.sentence, n) for n, claim in enumerate(self._claims))

    @kept
    def _lead(self) -> tuple[int, ...]:
        """The claims that say what the report is about: those of its first paragraphs."""
        about = [
            n
            for n, claim in enumerate(self._claims)
            if claim.paragraph <= self.opening and claim.event_type not in NOWHERE
        ]
        return tuple(sorted(about, key=lambda n: (-self._claims[n].paragraph, n)))

    @kept
    def _is_of_match(self) -> bool:
        return any(self._claims[n].event_type == "sport" for n in self._lead)


def _around(claims: Sequence[int], index: int) -> Sequence[int]:
    """Return the claims of a sorted group on either side of one, as far as a thread reaches."""
    first = bisect_left(claims, index - _MOST_CLAIMS)
    last = bisect_left(claims, index + _MOST_CLAIMS, first)
    return [n for n in claims[first:last] if n != index]


def _grouped(pairs: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    grouped: dict[int, list[int]] = {}
    for key, number in pairs:
        grouped.setdefault(key, []).append(number)
    return grouped
