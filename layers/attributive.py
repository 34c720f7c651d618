"""The role of a place whose name modifies or owns a noun: "Chad's epidemic", "a Seoul court".

"North Korean soldiers" come from North Korea where the claim moves them, and say nothing else of
where anything is.
"""

from geo.model import Resolution
from layers.decision import COURTS, Decision
from layers.denotation import acts, is_country
from layers.standing import Standing
from layers.traits import Traits
from layers.valency import noun_class

_QUARTERS = frozenset(
    {"district", "neighborhood", "neighbourhood", "quarter", "slum", "suburb", "township"}
)
_UNDERGONE = frozenset(
    {
        *("crash", "crisis", "deficit", "disaster", "drought", "earthquake", "economy"),
        *("election", "elections", "epidemic", "eruption", "famine", "flood", "flooding"),
        *("floods", "gdp", "harvest", "inflation", "landslide", "outbreak", "output", "pandemic"),
        *("poll", "polls", "quake", "rate", "referendum", "storm", "unemployment", "unrest"),
        *("vote", "wildfire", "wildfires"),
    }
)


def by_head(
    resolution: Resolution, standing: Standing, event: Traits
) -> tuple[bool, Decision | None]:
    """Decide by the noun that the name modifies or owns: (decided, decision)."""
    noun, demonym = noun_class(standing.head), resolution.toponym.kind == "demonym"
    if standing.in_name and noun is None:
        return True, None
    if noun == "border" and standing.preposition in {"to", "with"}:
        return True, Decision("neighbour", "role:border-of")
    if noun in {"ground", "border"} or (noun in {"place", "facility"} and not demonym):
        return _of_ground(standing, noun)
    if noun == "event":
        # "Chad's worst epidemic" was in Chad; "Chad's attack" was not.
        owns = demonym or (standing.possessive and acts(resolution))
        if owns and standing.head not in _UNDERGONE:
            return True, None
        return True, Decision("event_location", "role:names-event", weak=demonym)
    if noun == "mover":
        return True, _mover(standing, event)
    if noun == "government":
        return True, _office(resolution, standing, event)
    if demonym or noun in {"people", "capital"}:
        return True, None
    if standing.possessive:
        if standing.head in _QUARTERS and not is_country(resolution):
            return True, Decision("event_location", "role:owner-place")
        if acts(resolution):
            return True, Decision("metonym", "role:owner")
        return True, Decision("event_location", "role:owner-place")
    return standing.function not in {"oblique", "object"}, None


def _of_ground(standing: Standing, noun: str) -> tuple[bool, Decision | None]:
    """Decide for "jolted Chile's coast": what is done to its ground happens in a land."""
    if noun == "ground" and standing.possessive and standing.function == "object":
        return True, Decision("event_location", "role:owner-place")
    return False, None


def _office(resolution: Resolution, standing: Standing, event: Traits) -> Decision:
    """Decide for "Zembla's government", and for "a Seoul court", which tries in its town."""
    if standing.head in COURTS and event.family == "crime" and not is_country(resolution):
        return Decision("event_location", "role:court-of")
    if event.parties and standing.function == "subject":
        return Decision("party", "role:government-signs")
    return Decision("metonym", "role:government")


def _mover(standing: Standing, event: Traits) -> Decision | None:
    """Decide for "North Korean soldiers": whence they come, if the claim moves them."""
    if not event.moves:
        return None
    suffers = standing.function == "object" or (standing.function == "subject" and standing.passive)
    if suffers and event.family == "attack":
        return None
    if standing.function == "oblique" and standing.preposition not in {"by", "from"}:
        return None
    return Decision("origin", "role:movers-from", weak=True)
