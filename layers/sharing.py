"""Which places of another claim a claim can share: none that it has itself in another part.

A pin says that something happened there, so whatever is less certain shares areas only.
"""

from collections.abc import Sequence

from geo.gazetteer import Gazetteer
from layers.containment import holds, is_finer
from layers.placement import AREAS, Placed, is_event, speaking
from layers.scene import Scene
from layers.thread import Thread
from layers.traits import traits_of
from reading.model import Claim

_NOT_SHARED = frozenset({"role:measured", "role:taken-to-care"})


class Sharing:
    """The claims of one article, asked what of one of them another may take over."""

    def __init__(
        self,
        claims: Sequence[Claim],
        named: Sequence[Placed],
        scene: Scene,
        thread: Thread,
        gazetteer: Gazetteer,
    ) -> None:
        self._claims = claims
        self._named = named
        self._scene = scene
        self._thread = thread
        self._gazetteer = gazetteer

    def offered(self, index: int, other: int, rule: str, own: Placed) -> Placed:
        """Return those places of another claim that this one can share by a rule."""
        traits = traits_of(self._claims[index].event_type)
        taken = speaking(own, of_itself=traits.of_speaker or traits.on_site != "no")
        found = tuple(
            p
            for p in self._named[other]
            if (p.role == "party") == traits.parties
            and p.resolution.name not in taken
            and not _NOT_SHARED.intersection(p.rules)
        )
        if rule in {"carried:ahead", "carried:lead"} and not self._is_one(index, other, rule):
            # What a report goes on to may be an area; a pin would say that it happened there.
            found = tuple(p for p in found if p.resolution.precision in AREAS)
        if rule == "carried:ahead" and not traits.moves:
            # "Thousands died in the war, which has spread to Chad": they died where it began.
            found = tuple(p for p in found if p.role != "destination")
        if rule == "carried:paragraph" and self._has_several(index, other):
            # Somebody else spoke of several places; which of them this one means is open.
            found = tuple(p for p in found if p.resolution.precision in AREAS)
        if traits.carried_as == "event_location":
            found = tuple(filter(is_event, found)) or found
        return found

    def finer_before(self, found: Placed, other: int, index: int) -> Placed:
        """Return the finer place that the same speaker named in this paragraph, within `found`."""
        claim = self._claims[index]
        if len(found) != 1 or claim.source.name != self._claims[other].source.name:
            return ()
        for n in range(other - 1, -1, -1):
            before = self._claims[n]
            if before.paragraph != claim.paragraph or before.source.name != claim.source.name:
                break
            if len(self._named[n]) == 1:
                one, wide = self._named[n][0].resolution, found[0].resolution
                if is_finer(one, wide) and holds(wide, one, self._gazetteer):
                    return self._named[n]
        return ()

    def _is_one(self, index: int, other: int, rule: str) -> bool:
        """Say whether a claim and what its sentence goes on to are one event, or part and whole."""
        claim, ahead = self._claims[index], self._claims[other]
        if rule != "carried:ahead":
            return False
        return ahead.part_of == index or (
            self._scene.is_of_event(claim) and self._scene.is_of_event(ahead)
        )

    def _has_several(self, index: int, other: int) -> bool:
        """Say whether a paragraph names several towns up to a claim, and of no one event."""
        if self._scene.is_of_event(self._claims[other]):
            return False
        towns = {
            p.resolution.name
            for n in self._thread.in_paragraph.get(self._claims[other].paragraph, ())
            if n < index
            for p in self._named[n]
            if p.resolution.precision not in AREAS
        }
        return len(towns) > 1
