"""What an address says is shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class State:
    """What the address says is shown: a claim, a place, and the layers that are on."""

    claim: str | None
    place: str | None
    layers: frozenset[str] | None

    def shows(self, layer_id: str) -> bool:
        """Say whether a layer is on; without a choice all are."""
        return self.layers is None or layer_id in self.layers

    def shows_card(self, topics: frozenset[str], layer_ids: tuple[str, ...]) -> bool:
        """Say whether a claim is shown: one of its topics and one of its speakers is on."""
        if self.layers is None:
            return True
        on = self.layers.intersection(layer_ids)
        return bool(on & topics) and bool(on - topics)
