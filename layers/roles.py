"""Which part a place plays in a claim: where it happened, whence, whither, or who acts.

The rules follow the geographic slots of news English. What a name modifies or owns is asked first
(:mod:`layers.attributive`), then the slot: behind a preposition (:mod:`layers.obliques`), subject
or object. A country or capital that acts stands for its government.
"""

from dataclasses import replace

from geo.model import Resolution
from layers.attributive import by_head
from layers.decision import OF_ROAD, Decision
from layers.denotation import acts, is_capital, is_country, is_measured
from layers.obliques import behind_preposition, of
from layers.standing import Standing
from layers.traits import Traits
from layers.valency import LINKING, verb_role

_SETTLEMENTS = frozenset(
    {"capital", "city", "harbor", "harbour", "hub", "port", "resort", "town", "village"}
)
_WATERS_AND_HEIGHTS = frozenset({"H", "T"})
_LYING = frozenset({"adjoin", "border", "lie", "share", "sit", "straddle"})
_GOING = frozenset({"bound", "wide"})


def decide(
    resolution: Resolution, standing: Standing, event: Traits, *, is_subject: bool = False
) -> Decision | None:
    """Return the role of a named place in a claim, or None where it has nothing to say.

    Parameters
    ----------
    resolution : Resolution
        What the name means.
    standing : Standing
        How it stands in its clause.
    event : Traits
        Of the claim's event type.
    is_subject : bool
        The claim is about what this place does.
    """
    kind, place = resolution.toponym.kind, resolution.place
    if kind == "nested" or (place is None and resolution.precision == "none"):
        return None
    if place is not None and (place.sense == "bloc" or resolution.precision == "none"):
        return Decision("none", "role:bloc")
    if standing.scope and place is not None and place.country_code is None:
        return Decision("none", "role:scope")
    if standing.joined is not None and standing.joined not in _GOING:
        return None  # "Iran-backed rebels", "a Qatar-mediated truce" say who stands behind them
    if standing.apart and is_measured(resolution):
        # "In Hwaseong, about 45 km south of Seoul": it says where the place before it lies.
        return Decision("event_location", "role:measured", weak=True)
    if kind != "demonym" and place is not None and _is_beside_town(place.feature_class, standing):
        decision = _by_function(resolution, standing, event, is_subject)
        return replace(decision, weak=True) if decision is not None else None
    if standing.head is not None or kind == "demonym":
        decided, by_phrase = by_head(resolution, standing, event)
        if decided:
            return by_phrase
    return _by_function(resolution, standing, event, is_subject)


def _is_beside_town(feature_class: str, standing: Standing) -> bool:
    """Say whether a sea only says where a town is: "the Black Sea port of Varna"."""
    lies = feature_class in _WATERS_AND_HEIGHTS and not standing.possessive
    return lies and standing.head in _SETTLEMENTS


def _by_function(
    resolution: Resolution, standing: Standing, event: Traits, is_subject: bool
) -> Decision | None:
    if standing.speaks:
        return Decision("speaker_seat", "role:officials-in")
    if standing.function == "oblique":
        return behind_preposition(resolution, standing, event)
    if standing.function == "of":
        return of(resolution, standing, event)
    if standing.as_town and is_capital(resolution):
        return Decision("event_location", "role:the-capital")
    if standing.function == "object":
        return _object(resolution, standing)
    if standing.function == "subject":
        return _subject(resolution, standing, event, is_subject)
    if event.placed and (standing.function == "topic" or not acts(resolution)):
        return Decision("event_location", f"role:{standing.function}")
    return None


def _object(resolution: Resolution, standing: Standing) -> Decision:
    role = verb_role(standing.verb, "object")
    if standing.verb in LINKING and not is_country(resolution):
        return Decision("event_location", OF_ROAD, weak=True)
    rule = f"role:object-of-{standing.verb}"
    listed = standing.verb == "include" and is_capital(resolution)
    if listed or (role == "metonym" and not acts(resolution)):
        return Decision("event_location", rule)
    if role is not None:
        return Decision(role, rule)
    return Decision("metonym" if acts(resolution) else "event_location", rule)


def _subject(
    resolution: Resolution, standing: Standing, event: Traits, is_subject: bool
) -> Decision:
    rule = f"role:subject-of-{standing.verb}"
    if standing.passive:
        if verb_role(standing.verb, "object") == "event_location" or not acts(resolution):
            return Decision("event_location", rule)
        return Decision("metonym", rule)
    role = verb_role(standing.verb, "subject")
    if standing.verb == "be" and event.of_speaker and is_country(resolution):
        return Decision("event_location", rule, weak=True)
    if role == "event_location" and standing.verb in _LYING:
        return Decision("event_location", rule)
    if role == "event_location" and (event.placed or not acts(resolution)):
        return Decision("event_location", rule, weak=acts(resolution))
    if not acts(resolution):
        governs = role == "metonym" and resolution.precision == "region"
        return Decision("metonym" if governs else "event_location", rule)
    if not is_country(resolution):
        return Decision("metonym", rule)
    if event.parties:
        return Decision("party", "role:party")
    if role == "destination":
        return Decision("destination", rule)
    if role == "origin" or (event.moves and is_subject and role is None):
        return Decision("origin", rule, weak=True)
    return Decision("metonym", rule)
