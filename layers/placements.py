"""The places of each claim of one article, chosen, carried over and counted.

What a claim names is decided first, for all claims (:mod:`layers.stated`); then a claim that says
where only by way of another takes the place from there (:mod:`layers.carrying`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from geo.gazetteer import Gazetteer
from geo.model import Resolution
from layers.carrying import Carrying
from layers.containment import holds
from layers.denotation import acts
from layers.located import Located
from layers.model import PlaceRole
from layers.openers import filed_from, names_a_place, opening
from layers.placement import AREAS, Placement, key_of, primary
from layers.pointing import pointing
from layers.scene import Scene
from layers.speakers import Speakers
from layers.stated import Stated
from layers.syntax import Syntax
from layers.typed import as_typed
from layers.unlocated import unlocated
from layers.valency import countable
from reading.model import Claim, Reading, Span

_FAR_FETCHED = frozenset({("carried:lead",), ("carried:paragraph",)})


class Placer:
    """Gives the claims of one article their places."""

    def __init__(
        self,
        reading: Reading,
        resolutions: Sequence[Resolution],
        gazetteer: Gazetteer,
        roles: Mapping[Span, PlaceRole] | None = None,
        by_hand: Iterable[Span] = (),
    ) -> None:
        self._reading = reading
        self._claims = reading.claims
        self._gazetteer = gazetteer
        self._by_hand = roles or {}
        self._syntax = Syntax(reading)
        sentences = self._syntax.sentences
        nameless = unlocated(sentences, resolutions, reading.article.text, by_hand)
        named = Located((*as_typed(sentences, resolutions), *nameless))
        located = Located((*named, *pointing(sentences, named, reading.article.text)))
        self._syntax.learn([r.toponym.span for r in located])
        self.speakers = Speakers(reading.claims, located, gazetteer)
        self._located = located
        self._sentences = reading.segmentation.sentences
        self._stated = Stated(located, self._syntax, gazetteer, self._by_hand)

    def places(self) -> tuple[tuple[Placement, ...], ...]:
        """Return the places of every claim, in the order of the claims."""
        placed = [
            self._stated.of(claim, self.speakers.of(index))
            for index, claim in enumerate(self._claims)
        ]
        named = tuple(map(primary, placed))
        opened = opening(self._reading, self._located, self.speakers, self._syntax)
        filed = filed_from(self._reading, self._located)
        elsewhere = filed is None or names_a_place(self._reading, self._located, filed)
        site = None if elsewhere else filed
        scene = Scene(self._claims, named, self._gazetteer, opened, self._headlines(), site)
        carrying = Carrying(
            self._claims, named, scene, self._syntax, self.speakers, self._gazetteer, filed
        )
        for index, claim in enumerate(self._claims):
            if not named[index] and not self._decided_by_hand(claim):
                placed[index] = (*carrying.carried(index, placed), *placed[index])
        return tuple(
            self._finished(claim, places)
            for claim, places in zip(self._claims, placed, strict=True)
        )

    def _headlines(self) -> int:
        """Return how many claims stand in the headline; they are the first."""
        return sum(self._sentences[claim.sentence].is_headline for claim in self._claims)

    def _decided_by_hand(self, claim: Claim) -> bool:
        return any(claim.evidence.contains(name) for name in self._by_hand)

    def _finished(self, claim: Claim, placed: Sequence[Placement]) -> tuple[Placement, ...]:
        """Settle origins, count unnamed places, and leave out what is said twice."""
        if not placed:
            return ()
        drawn = primary(placed)
        kept: list[Placement] = []
        for placement in placed:
            if placement.role == "origin" and not self._leads_somewhere(placement, drawn):
                demonym = placement.resolution.toponym.kind == "demonym"
                if not placement.weak:
                    kept.append(placement)
                elif placement.explicit and not demonym and acts(placement.resolution):
                    kept.append(replace(placement, role="metonym"))
            else:
                kept.append(placement)
        kept += self._counted(claim, drawn)
        unique: dict[tuple[object, ...], Placement] = {}
        for placement in kept:
            unique.setdefault(key_of(placement), placement)
        return tuple(unique.values())

    def _leads_somewhere(self, origin: Placement, drawn: Sequence[Placement]) -> bool:
        """Say whether a claim leads from an origin to a place outside of it."""
        if not drawn:
            return False
        if origin.weak and all(p.rules[:1] in _FAR_FETCHED for p in drawn):
            return False
        place = origin.resolution.place
        return not any(
            holds(origin.resolution, other.resolution, self._gazetteer)
            for other in drawn
            if place is not None
        )

    def _counted(self, claim: Claim, drawn: Sequence[Placement]) -> list[Placement]:
        """Return "five camps in the Far East" as so many unnamed places within the area."""
        areas = [p for p in drawn if p.resolution.precision in AREAS and p.role != "party"]
        if len(areas) != 1:
            return []
        return [
            replace(areas[0], count=quantity, rules=(*areas[0].rules, "place:counted"))
            for quantity in claim.quantities
            if quantity.unit in countable() and claim.evidence.contains(quantity.span)
        ]
