"""Where a trial is held, which is not where the deed was done.

A report seats one court, or is filed from its town. "A Kenyan court" of a report about Lyon sits
in Kenya, and so does what the next paragraph tells of it.
"""

from collections.abc import Sequence

from geo.gazetteer import Gazetteer
from layers.decision import COURTS
from layers.denotation import is_country
from layers.placement import Placed, Placement, is_event
from layers.syntax import Syntax
from reading.kept import kept
from reading.model import Claim

_OF_COURT = frozenset(
    {"acquit", "acquittal", "appeal", "convict", "conviction", "court", "guilty"}
    | {"judge", "jury", "parole", "plead", "probation", "retrial", "ruling"}
    | {"sentence", "trial", "tribunal", "try", "verdict"}
)
_BLAMING = frozenset({"for", "over"})


class Trials:
    """The claims of one article that tell of trials; ``filed`` is the town of its dateline."""

    def __init__(
        self,
        claims: Sequence[Claim],
        named: Sequence[Placed],
        syntax: Syntax,
        gazetteer: Gazetteer,
        filed: Placement | None = None,
    ) -> None:
        self._claims = claims
        self._named = named
        self._syntax = syntax
        self._gazetteer = gazetteer
        self._filed = filed

    def includes(self, index: int) -> bool:
        """Say whether a claim tells of a trial."""
        claim = self._claims[index]
        if claim.event_type != "crime":
            return False
        return any(word.lemma in _OF_COURT for word in self._syntax.words(claim.content))

    def differ(self, index: int, other: int) -> bool:
        """Say whether of two claims one tells of a trial, and the other of what is tried."""
        of_crime = self._claims[index].event_type == "crime"
        return of_crime and self.includes(index) != self.includes(other)

    def court(self, index: int, placed: Sequence[Placed]) -> Placed:
        """Return where the court of a claim sits, for a claim of a trial.

        Parameters
        ----------
        index : int
            Of the claim.
        placed : sequence of tuple of Placement
            The places of all claims so far, carried ones with them.
        """
        if not self.includes(index):
            return ()
        state = self._state(index, placed)
        if state is not None:
            return self._court if self._is_of(state, self._court) else (state,)
        near = self._claims[index].paragraph - 1
        for other in range(index - 1, -1, -1):
            if self._claims[other].paragraph < near:
                break
            state = self._state(other, placed)
            if state is not None and not self._is_of(state, self._court):
                return tuple(filter(is_event, placed[other]))
            if state is not None or any(map(is_event, self._named[other])):
                break
        return self._court

    def _state(self, index: int, placed: Sequence[Placed]) -> Placement | None:
        """Return the country whose court a claim tells of: "a Kenyan court"."""
        if not self.includes(index):
            return None
        if COURTS.isdisjoint(self._syntax.lowers(self._claims[index].content)):
            return None
        states = (p for p in placed[index] if "role:government" in p.rules)
        return next((state for state in states if is_country(state.resolution)), None)

    def _is_of(self, state: Placement, court: Placed) -> bool:
        """Say whether a court sits in a country."""
        code = state.resolution.place and self._gazetteer.country_code(state.resolution.place)
        return any(
            p.resolution.place is not None
            and self._gazetteer.country_code(p.resolution.place) == code
            for p in court
        )

    @kept
    def _court(self) -> Placed:
        """The one place where people are tried, or the town from where a trial is reported."""
        if self._filed is not None and self._opens_in_court():
            return (self._filed,)
        seats = {
            place.resolution.name: place
            for n in range(len(self._claims))
            if self.includes(n)
            for place in self._named[n]
            if place.role == "event_location" and place.explicit and not self._is_of_deed(n, place)
        }
        return tuple(seats.values()) if len(seats) == 1 else ()

    def _opens_in_court(self) -> bool:
        """Say whether the first claims are of a trial and name no place where it is held."""
        first = self._claims[0].paragraph if self._claims else 0
        opening = [n for n, claim in enumerate(self._claims) if claim.paragraph == first]
        if not opening or not self.includes(opening[0]):
            return False
        return all(
            self._is_of_deed(n, place) or place.role != "event_location"
            for n in opening
            for place in self._named[n]
        )

    def _is_of_deed(self, index: int, place: Placement) -> bool:
        """Say whether "found guilty for the killing of 40 in Orvel" stands before a place."""
        start = place.resolution.toponym.span.start
        before = [w for w in self._syntax.words(self._claims[index].content) if w.start < start]
        tried = next((n for n, word in enumerate(before) if word.lemma in _OF_COURT), len(before))
        return any(word.lower in _BLAMING for word in before[tried:])
