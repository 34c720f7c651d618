"""One place of one claim, and what can be asked of several."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from geo.gazetteer import Gazetteer
from geo.model import Place, Resolution
from layers.containment import holds, is_finer
from layers.decision import Decision
from layers.denotation import acts, is_country
from layers.model import PlaceRole
from reading.filled import filled
from reading.model import Quantity

PRIMARY: frozenset[PlaceRole] = frozenset({"event_location", "destination", "party"})
AREAS = frozenset({"region", "country", "vague_area"})
_FEWEST = 2
_UNPLACED = frozenset({"metonym", "speaker_seat", "neighbour"})
FILED = "carried:dateline"
_LOCATED = frozenset({"event_location", "destination", "origin"})


@filled
@dataclass(frozen=True, slots=True)
class Placement:
    """One place of one claim; `count` says that so many unnamed ones lie within it.

    ``names_event``: an event is named beside it ("the outbreak in the city of Orvel").
    """

    resolution: Resolution
    role: PlaceRole
    explicit: bool
    rules: tuple[str, ...]
    weak: bool = False
    count: Quantity | None = None
    names_event: bool = False


Placed = tuple[Placement, ...]


def key_of(placement: Placement) -> tuple[object, ...]:
    """Return what makes two placements of one claim the same."""
    resolution = placement.resolution
    place = resolution.place.id if resolution.place else resolution.name
    count = placement.count.span if placement.count else None
    return place, resolution.part, placement.role, count


def place_as(resolution: Resolution, decision: Decision, *, names_event: bool = False) -> Placement:
    """Return a named place in the role decided for it."""
    rules = (decision.rule,)
    return Placement(resolution, decision.role, True, rules, decision.weak, None, names_event)


def as_country(resolution: Resolution, country: Place) -> Resolution:
    """Return a mention as one of the country around what it names."""
    return resolution._replace(
        place=country,
        name=country.name,
        precision=country.precision,
        latitude_deg=country.latitude_deg,
        longitude_deg=country.longitude_deg,
        part=None,
        partner=None,
        uncertainty_km=None,
    )


def primary(placed: Sequence[Placement]) -> tuple[Placement, ...]:
    """Return the places that the claim is to be drawn at."""
    return tuple([p for p in placed if p.role in PRIMARY and p.count is None]) if placed else ()


def without_weak(placed: Sequence[Placement]) -> list[Placement]:
    """Let states that "have" or "see" something be where it happens only if nothing else is."""
    if len(placed) < _FEWEST:
        return [*placed]
    firm = any(p.role in PRIMARY and not p.weak for p in placed)
    return [
        replace(p, role="metonym" if acts(p.resolution) else "neighbour", weak=False)
        if firm and p.weak and p.role == "event_location"
        else p
        for p in placed
    ]


def again(placed: Sequence[Placement], rule: str, role: PlaceRole | None) -> tuple[Placement, ...]:
    """Return places as another claim takes them over; the town of a dateline says that it is."""
    if not placed:
        return ()
    rules = (rule,)
    return tuple(
        [
            Placement(
                p.resolution,
                role or p.role,
                False,
                p.rules if p.rules == (FILED,) else rules,
                p.weak,
                None,
                p.names_event,
            )
            for p in placed
        ]
    )


def finest(placed: Sequence[Placement], gazetteer: Gazetteer) -> tuple[Placement, ...]:
    """Leave out places that only say where a finer one of the claim lies."""
    if len(placed) < _FEWEST:
        return tuple(placed)
    return tuple(
        placement
        for placement in placed
        if placement.role not in _LOCATED
        or not any(
            other.role in _LOCATED
            and (other.role == "origin") == (placement.role == "origin")
            and other is not placement
            and is_finer(other.resolution, placement.resolution)
            and holds(placement.resolution, other.resolution, gazetteer)
            for other in placed
        )
    )


def is_event(placement: Placement) -> bool:
    """Say whether something happened there, and did not only begin or end there."""
    return placement.role == "event_location"


def speaking(own: Placed, *, of_itself: bool = False) -> set[str]:
    """Return the names that a claim has in another part than that of its place.

    A ministry of health may speak of its own land: ``of_itself``.
    """
    parts = (p for p in own if p.role in _UNPLACED)
    return {p.resolution.name for p in parts if not (of_itself and is_country(p.resolution))}


def acting(own: Placed) -> set[str]:
    """Return the names in a claim that act or lie beside it; who speaks from the site was there."""
    parts = (p for p in own if p.role in {"metonym", "neighbour"} and not is_country(p.resolution))
    return {p.resolution.name for p in parts}
