"""The role of a place behind a preposition, by what the phrase hangs on.

A place after "in" is where it happened, after "into" whither, after "from" whence; a country or
capital that is acted with or against stands for its government.
"""

from geo.model import Resolution
from layers.decision import COURTS, OF_ROAD, Decision
from layers.denotation import acts, is_capital, is_country
from layers.lexicon import table
from layers.standing import Standing
from layers.traits import Traits
from layers.valency import LINKING, goes, noun_class, verb_role

_ARRIVAL_PREPOSITIONS = frozenset({"in", "at", "on", "near"})
_STRICT_DESTINATION = frozenset({"into", "onto", "toward", "towards"})
_WAYS = frozenset(
    {"bus", "ferry", "flight", "flights", "line", "route", "routes", "train", "trains"}
)
_ROADS = frozenset(
    {"corridor", "expressway", "highway", "line", "motorway", "path", "railway", "road", "route"}
    | {"stretch", "track"}
)
_BESIDE = frozenset({"beside", "near", "outside"})
_CARE = frozenset({"clinic", "clinics", "hospital", "hospitals", "morgue", "mortuary"})
_TAKING = frozenset({"airlift", "bring", "carry", "fly", "move", "rush", "take", "transfer"})
_PARTY_PREPOSITIONS = frozenset({"between", "with", "by"})
_HEARING = frozenset({"cite", "get", "hear", "learn", "obtain", "quote", "report", "see", "show"})
_TAKEN_FROM = frozenset(
    {"abduct", "dig", "exhume", "kidnap", "loot", "pull", "recover", "rescue", "retrieve"}
    | {"seize", "snatch", "steal"}
)
_FORCED = frozenset({"attack", "crime"})
_RANGED = frozenset(
    {"areas", "cities", "counties", "countries", "districts", "islands", "nations", "places"}
    | {"ports", "provinces", "regions", "states", "towns", "villages"}
)


def behind_preposition(
    resolution: Resolution, standing: Standing, event: Traits
) -> Decision | None:
    """Decide for a place behind any preposition but "of"."""
    if _of_road(standing) and not is_country(resolution):
        return Decision("event_location", OF_ROAD, weak=True)
    ranges = standing.noun in _RANGED and standing.preposition in {"from", "to"}
    if ranges and not event.moves:
        # "In 20 countries from Haiti to Yemen" nobody went anywhere.
        return Decision("event_location", "role:from-to")
    elsewhere = _threatened(standing) or _elsewhere(resolution, standing)
    return elsewhere or _by_preposition(resolution, standing, event)


def _by_preposition(resolution: Resolution, standing: Standing, event: Traits) -> Decision | None:
    """Decide by what the preposition says by itself, and by the verb or noun before it."""
    word = standing.preposition or ""
    role = table("prepositions").get(word, {}).get("role", "event_location")
    rule = f"role:{word.replace(' ', '-')}"
    if noun_class(standing.noun) == "measure" and acts(resolution):
        return Decision("metonym", rule)
    if role == "event_location":
        hangs_on_verb = standing.noun is None or noun_class(standing.noun) == "place"
        arrives = word in _ARRIVAL_PREPOSITIONS and hangs_on_verb
        inside = verb_role(standing.verb, "inside")
        if arrives and inside == "destination":
            return Decision("destination", f"{rule}-arrival")
        if inside == "none" and not event.moves:
            return Decision("none", f"role:{standing.verb}-in")
        heard = standing.noun is None or noun_class(standing.noun) == "addressee"
        if heard and inside == "speaker_seat":
            return Decision("speaker_seat", "role:said-there")
        # "Bikoro, a town near Lake Tumba": the town, if it is named.
        beside = word in _BESIDE and (noun_class(standing.noun) == "place" or standing.apart)
        return Decision("event_location", rule, weak=beside)
    if role == "destination":
        return _towards(resolution, standing, event, word, rule)
    if role == "origin":
        return _from(resolution, standing, event, rule)
    if noun_class(standing.noun) == "border":
        return Decision("neighbour", "role:border-with")
    if event.parties and word in _PARTY_PREPOSITIONS:
        return Decision("party", "role:party")
    if not acts(resolution) and word in {"between", "against", "upon"}:
        return Decision("event_location", rule)
    if word == "between" and _is_way(standing) and not is_country(resolution):
        return Decision("event_location", rule)
    return Decision("metonym", rule)


def _of_road(standing: Standing) -> bool:
    """Say whether a place is the end of a road: "the road from X to Y", "a bridge linking X to"."""
    word = standing.preposition
    return word in {"from", "to", "with"} and (
        (standing.noun in _ROADS and word != "with") or standing.verb in LINKING
    )


def _elsewhere(resolution: Resolution, standing: Standing) -> Decision | None:
    """Decide for "taken to a hospital in Lima" and "near the capital": it happened elsewhere."""
    is_named = resolution.toponym.kind != "anaphor"
    if standing.noun in _CARE and standing.verb in _TAKING and is_named:
        return Decision("destination", "role:taken-to-care")
    if standing.leads and standing.preposition in _ARRIVAL_PREPOSITIONS and goes(standing.verb):
        return Decision("destination", f"role:{standing.preposition}-arrival")
    points_back = resolution.toponym.text.endswith("capital") and not is_named
    beside = standing.preposition in _BESIDE and points_back
    return (
        Decision("neighbour", "role:near-the-capital")
        if beside and is_capital(resolution)
        else None
    )


def _threatened(standing: Standing) -> Decision | None:
    """Decide for "a warning for Fiji", "no risk to Hawaii"."""
    if noun_class(standing.noun) != "harm" or standing.preposition not in {"for", "to"}:
        return None
    return Decision("event_location", f"role:{standing.preposition}-harm")


def _is_way(standing: Standing) -> bool:
    """Say whether two places are the ends of a way: "the road between", "flights between"."""
    if standing.noun in _WAYS or noun_class(standing.noun) in {"facility", "mover"}:
        return True
    return standing.noun is None and goes(standing.verb)


def _from(resolution: Resolution, standing: Standing, event: Traits, rule: str) -> Decision | None:
    """Decide after "from": whence somebody or something comes, or only whence one hears.

    Who is abducted from a village was abducted there. "A nurse from Leeds" lives there.
    """
    one = standing.noun in table("persons") and not (standing.noun or "").endswith("s")
    if one and noun_class(standing.noun) is None and not event.moves:
        return None
    forced = standing.verb == "take" and event.family in _FORCED
    if forced or standing.verb in _TAKEN_FROM:
        return Decision("event_location", rule)
    if event.moves or noun_class(standing.noun) in {"mover", "people"} or goes(standing.verb):
        return Decision("origin", rule)
    if acts(resolution) and standing.noun is not None:
        return Decision("metonym", rule)
    return Decision("event_location" if standing.verb in _HEARING else "origin", rule)


def _towards(
    resolution: Resolution, standing: Standing, event: Traits, word: str, rule: str
) -> Decision:
    if noun_class(standing.noun) == "harm":
        return Decision("event_location", f"{rule}-harm")
    if word in _STRICT_DESTINATION or event.moves or goes(standing.verb):
        return Decision("destination", rule)
    if acts(resolution):
        return Decision("metonym", rule)
    return Decision("destination" if word == "to" else "event_location", rule)


def of(resolution: Resolution, standing: Standing, event: Traits) -> Decision | None:
    """Decide for a place behind "of", by the noun before it: "the streets of", "people of"."""
    if standing.noun == "distance":
        return Decision("neighbour", "role:measured-from")
    if standing.noun == ",":
        # "Mary Jones, 55, of Park Ridge" lives there.
        return None
    noun = noun_class(standing.noun)
    if standing.in_name and noun != "government":
        return None
    if noun == "event":
        return Decision("event_location", "role:event-of")
    if noun == "government":
        if event.parties and acts(resolution):
            return Decision("party", "role:government-signs")
        if standing.noun in COURTS and not acts(resolution):
            return Decision("event_location", "role:of")
        return Decision("metonym", "role:government")
    if standing.noun == "way" and not is_country(resolution):
        return Decision("event_location", "role:via")
    if noun == "people" and event.placed and not event.moves and not acts(resolution):
        return Decision("event_location", "role:people-of", weak=True)
    if noun == "people" or acts(resolution):
        return None
    return Decision("event_location", "role:of")
