"""Which part a place plays in a claim: where it happened, whence, whither, or who acts.

The rules follow the geographic slots of news English. A place after "in" is where it happened,
after "into" whither, after "from" whence; a country or capital that acts, or is acted with or
against, stands for its government; "North Korean soldiers" come from North Korea where the claim
moves them, and say nothing else of where anything is.
"""

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, get_args

from geo.model import Resolution
from layers.lexicon import of_class, table
from layers.model import PlaceRole
from layers.standing import Standing
from reading.filled import filled

_ROLES = frozenset(get_args(PlaceRole))
_ARRIVAL_PREPOSITIONS = frozenset({"in", "at", "on", "near"})
_STRICT_DESTINATION = frozenset({"into", "onto", "toward", "towards"})
_WAYS = frozenset(
    {"bus", "ferry", "flight", "flights", "line", "route", "routes", "train", "trains"}
)
_QUARTERS = frozenset(
    {"district", "neighborhood", "neighbourhood", "quarter", "slum", "suburb", "township"}
)
_RANGED = frozenset(
    {"areas", "cities", "counties", "countries", "districts", "islands", "nations", "places"}
    | {"ports", "provinces", "regions", "states", "towns", "villages"}
)
_ROADS = frozenset(
    {"corridor", "expressway", "highway", "line", "motorway", "path", "railway", "road", "route"}
    | {"stretch", "track"}
)
_LINKING = frozenset({"connect", "link"})
_BESIDE = frozenset({"beside", "near", "outside"})
_CARE = frozenset({"clinic", "clinics", "hospital", "hospitals", "morgue", "mortuary"})
_TAKING = frozenset({"airlift", "bring", "carry", "fly", "move", "rush", "take", "transfer"})
_PARTY_PREPOSITIONS = frozenset({"between", "with", "by"})
_HEARING = frozenset({"cite", "get", "hear", "learn", "obtain", "quote", "report", "see", "show"})
_COURTS = frozenset({"court", "courts", "jury", "tribunal"})
_TAKEN_FROM = frozenset(
    {"abduct", "dig", "exhume", "kidnap", "loot", "pull", "recover", "rescue", "retrieve"}
    | {"seize", "snatch", "steal"}
)
_FORCED = frozenset({"attack", "crime"})
_COURTS = frozenset({"court", "courts", "tribunal"})
_SETTLEMENTS = frozenset(
    {"capital", "city", "harbor", "harbour", "hub", "port", "resort", "town", "village"}
)
_WATERS_AND_HEIGHTS = frozenset({"H", "T"})
_LYING = frozenset({"adjoin", "border", "lie", "share", "sit", "straddle"})
_UNDERGONE = frozenset(
    {
        *("crash", "crisis", "deficit", "disaster", "drought", "earthquake", "economy"),
        *("election", "elections", "epidemic", "eruption", "famine", "flood", "flooding"),
        *("floods", "gdp", "harvest", "inflation", "landslide", "outbreak", "output", "pandemic"),
        *("poll", "polls", "quake", "rate", "referendum", "storm", "unemployment", "unrest"),
        *("vote", "wildfire", "wildfires"),
    }
)
_GOING = frozenset({"bound", "wide"})
_VAGUE = frozenset({"coasts", "outskirts", "parts", "roads", "skies", "streets", "swathes"})
_CAPITAL = "PPLC"
OF_ROAD = "role:of-road"


@dataclass(frozen=True, slots=True)
class Traits:
    """What an event type means for its places (``lexicon/event_traits.tsv``).

    ``moves``: people or goods go from one place to another. ``placed``: it happens somewhere, so
    that an unnamed place may be carried over in the role ``carried_as``; ``counted``: only to a
    claim that counts or measures something. ``parties``: states agree.
    ``of_speaker``: a state that says so without naming a place speaks of itself. ``on_site``: what
    a report adds of it happened where its event did, or only if the report opened there.
    ``family``: which types are kinds of one.
    """

    moves: bool
    placed: bool
    parties: bool
    carried_as: PlaceRole = "event_location"
    of_speaker: bool = False
    on_site: Literal["yes", "opening", "no"] = "no"
    family: str = ""
    counted: bool = False


@filled
@dataclass(frozen=True, slots=True)
class Decision:
    """A role and the rule that gave it.

    A `weak` origin needs a place that it leads to; a weak event location is one only where the
    claim names no other.
    """

    role: PlaceRole
    rule: str
    weak: bool = False


@cache
def traits_of(event_type: str) -> Traits:
    """Return what an event type means for its places; unknown types carry nothing over.

    >>> traits_of("arrival").moves
    True
    """
    row = table("event_traits").get(event_type)
    if row is None:
        return Traits(moves=False, placed=False, parties=False)
    return Traits(
        row["moves"] == "yes",
        row["placed"] != "no",
        row["parties"] == "yes",
        row["carried_as"],  # type: ignore[arg-type]
        row["of_speaker"] == "yes",
        row["on_site"],  # type: ignore[arg-type]
        row["family"],
        counted=row["placed"] == "counted",
    )


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
        decided, by_phrase = _by_head(resolution, standing, event)
        if decided:
            return by_phrase
    return _by_function(resolution, standing, event, is_subject)


def _is_beside_town(feature_class: str, standing: Standing) -> bool:
    """Say whether a sea only says where a town is: "the Black Sea port of Varna"."""
    lies = feature_class in _WATERS_AND_HEIGHTS and not standing.possessive
    return lies and standing.head in _SETTLEMENTS


def acts(resolution: Resolution) -> bool:
    """Say whether a name can stand for a government: a country, a capital, the Kremlin."""
    place = resolution.place
    if resolution.toponym.kind == "metonym" or resolution.precision == "country":
        return True
    return place is not None and place.feature_code == _CAPITAL and resolution.part is None


def is_capital(resolution: Resolution) -> bool:
    """Say whether a name is that of a capital."""
    place = resolution.place
    return place is not None and place.feature_code == _CAPITAL


def is_measured(resolution: Resolution) -> bool:
    """Say whether words lead from a place to one beside it: "45 km south of X", "south of X"."""
    part = resolution.part or ""
    return part[:1].isdigit() or part.endswith(" side")


def is_country(resolution: Resolution) -> bool:
    """Say whether a name means a whole country, not its capital or a part."""
    return resolution.precision == "country" and resolution.part is None


def noun_class(noun: str | None) -> str | None:
    """Return what a noun says of the place before it: mover, people, event, government."""
    row = table("nouns").get(noun or "")
    return row["class"] if row else None


@cache
def countable() -> frozenset[str]:
    """Return the nouns for unnamed places that are counted: "camps", "villages"."""
    plural = {word for word in of_class("nouns", "class", "place") if word.endswith("s")}
    return (of_class("nouns", "class", "counted") | plural) - _VAGUE


def _verb_role(verb: str | None, column: str) -> PlaceRole | None:
    row = table("verbs").get(verb or "")
    role = row[column] if row else "-"
    return role if role in _ROLES else None  # type: ignore[return-value]


def goes_from_subject(verb: str | None) -> bool:
    """Say whether a verb sends something from its subject: "provide", "launch"."""
    return _verb_role(verb, "subject") == "origin"


def _by_head(
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
    if standing.head in _COURTS and event.family == "crime" and not is_country(resolution):
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


def _by_function(
    resolution: Resolution, standing: Standing, event: Traits, is_subject: bool
) -> Decision | None:
    if standing.speaks:
        return Decision("speaker_seat", "role:officials-in")
    if standing.function == "oblique":
        if _of_road(standing) and not is_country(resolution):
            return Decision("event_location", OF_ROAD, weak=True)
        ranges = standing.noun in _RANGED and standing.preposition in {"from", "to"}
        if ranges and not event.moves:
            # "In 20 countries from Haiti to Yemen" nobody went anywhere.
            return Decision("event_location", "role:from-to")
        threatened = _threatened(standing)
        elsewhere = threatened or _elsewhere(resolution, standing)
        return elsewhere or _oblique(resolution, standing, event)
    if standing.function == "of":
        return _of(resolution, standing, event)
    if standing.as_town and is_capital(resolution):
        return Decision("event_location", "role:the-capital")
    if standing.function == "object":
        return _object(resolution, standing)
    if standing.function == "subject":
        return _subject(resolution, standing, event, is_subject)
    if event.placed and (standing.function == "topic" or not acts(resolution)):
        return Decision("event_location", f"role:{standing.function}")
    return None


def _oblique(resolution: Resolution, standing: Standing, event: Traits) -> Decision | None:
    word = standing.preposition or ""
    role = table("prepositions").get(word, {}).get("role", "event_location")
    rule = f"role:{word.replace(' ', '-')}"
    if noun_class(standing.noun) == "measure" and acts(resolution):
        return Decision("metonym", rule)
    if role == "event_location":
        hangs_on_verb = standing.noun is None or noun_class(standing.noun) == "place"
        arrives = word in _ARRIVAL_PREPOSITIONS and hangs_on_verb
        inside = _verb_role(standing.verb, "inside")
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
        (standing.noun in _ROADS and word != "with") or standing.verb in _LINKING
    )


def _elsewhere(resolution: Resolution, standing: Standing) -> Decision | None:
    """Decide for "taken to a hospital in Lima" and "near the capital": it happened elsewhere."""
    is_named = resolution.toponym.kind != "anaphor"
    if standing.noun in _CARE and standing.verb in _TAKING and is_named:
        return Decision("destination", "role:taken-to-care")
    if standing.leads and standing.preposition in _ARRIVAL_PREPOSITIONS and _goes(standing.verb):
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
    return standing.noun is None and _goes(standing.verb)


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
    if event.moves or noun_class(standing.noun) in {"mover", "people"} or _goes(standing.verb):
        return Decision("origin", rule)
    if acts(resolution) and standing.noun is not None:
        return Decision("metonym", rule)
    return Decision("event_location" if standing.verb in _HEARING else "origin", rule)


def _goes(verb: str | None) -> bool:
    return (
        _verb_role(verb, "towards") == "destination"
        or _verb_role(verb, "inside") == "destination"
        or _verb_role(verb, "subject") in {"origin", "destination"}
    )


def _towards(
    resolution: Resolution, standing: Standing, event: Traits, word: str, rule: str
) -> Decision:
    if noun_class(standing.noun) == "harm":
        return Decision("event_location", f"{rule}-harm")
    if word in _STRICT_DESTINATION or event.moves or _goes(standing.verb):
        return Decision("destination", rule)
    if acts(resolution):
        return Decision("metonym", rule)
    return Decision("destination" if word == "to" else "event_location", rule)


def _of(resolution: Resolution, standing: Standing, event: Traits) -> Decision | None:
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
        if standing.noun in _COURTS and not acts(resolution):
            return Decision("event_location", "role:of")
        return Decision("metonym", "role:government")
    if standing.noun == "way" and not is_country(resolution):
        return Decision("event_location", "role:via")
    if noun == "people" and event.placed and not event.moves and not acts(resolution):
        return Decision("event_location", "role:people-of", weak=True)
    if noun == "people" or acts(resolution):
        return None
    return Decision("event_location", "role:of")


def _object(resolution: Resolution, standing: Standing) -> Decision:
    role = _verb_role(standing.verb, "object")
    if standing.verb in _LINKING and not is_country(resolution):
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
        if _verb_role(standing.verb, "object") == "event_location" or not acts(resolution):
            return Decision("event_location", rule)
        return Decision("metonym", rule)
    role = _verb_role(standing.verb, "subject")
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
