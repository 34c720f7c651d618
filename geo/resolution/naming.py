"""What a name can mean as it is called, before any context: worked out once for each name.

Texts name the same places over and over, so it is remembered by the words.
"""

import math
from collections.abc import Sequence
from weakref import WeakKeyDictionary

from geo.gazetteer import fold
from geo.lexicon import word_map
from geo.model import Place
from geo.resolution import weights
from geo.resolution.candidates import Naming, Tally
from geo.senses import LONGEST_SHORT, PLURALS, Lexicon, Senses, is_country, is_municipality

UNKNOWN_TOWN_PEOPLE = 2000
"""Of towns that are listed as seats of some office, without a count."""
NAMED_AFTER = "city of the name"
"""Evidence against a division whose metropolis is meant first: New York, Ankara."""
_UNSAID = frozenset(PLURALS)
_REMEMBERED = 1 << 14


_Namings = dict[tuple[str, str | None], Naming]
_KNOWN: WeakKeyDictionary[Lexicon, _Namings] = WeakKeyDictionary()


def namings(lexicon: Lexicon) -> _Namings:
    """Return the namings that are remembered, by core and qualifier."""
    known = _KNOWN.get(lexicon)
    if known is None:
        known = _KNOWN.setdefault(lexicon, {})
    if len(known) > _REMEMBERED:
        known.clear()
    return known


def naming(core: str, qualifier: str | None, lexicon: Lexicon) -> Naming:
    """Return what a name can mean, called so.

    Parameters
    ----------
    core : str
        The bare name as it is printed.
    qualifier : str or None
        What it is called.
    lexicon : Lexicon
    """
    key, words = fold(core), (qualifier or "").split()
    tally = _tally(core, words, lexicon.printed(key, core))
    for word in _UNSAID.intersection(words):
        tally = _joined(tally, _tally(core, words, lexicon.senses(f"{key} {PLURALS[word]}")))
    town_word = next((word for word in words if _level(word) == "city"), None)
    return Naming.of(key, _role(key, core, words, lexicon), town_word, tally)


def _role(key: str, core: str, words: Sequence[str], lexicon: Lexicon) -> str:
    if lexicon.senses(key).demonyms:
        return "demonym"
    levels = word_map("area_words")
    called = " ".join(word for word in words if levels.get(word, "city") != "city")
    return f"{called}/{core if len(key) <= LONGEST_SHORT else ''}"


def prior(place: Place, *, preferred: bool) -> float:
    """Return how probable a bare mention of one of its names means this place."""
    people = place.population
    if is_country(place):
        bonus = weights.COUNTRY
    elif place.feature_code == "CONT":
        return weights.COUNTRY + weights.PEOPLE_PER_DECADE * 5
    elif place.feature_code == "ADM1":
        people = people or weights.UNKNOWN_PEOPLE
        bonus = 0.0 if is_municipality(place) else weights.RANK
    elif place.feature_class != "P":
        bonus, people = weights.REGION, people or weights.UNKNOWN_PEOPLE
    else:
        bonus = weights.RANK if place.feature_code == "PPLC" else 0.0
        people = people or UNKNOWN_TOWN_PEOPLE
    score = bonus + weights.PEOPLE_PER_DECADE * (math.log10(people + 100) - 3)
    if preferred or is_country(place):  # the tables hold usual names
        return score
    return score + weights.VARIANT_NAME


def _joined(first: Tally, second: Tally) -> Tally:
    return Tally(
        [*first.options, *second.options],
        first.priors + second.priors,
        first.scores + second.scores,
        first.evidence + second.evidence,
    )


def _tally(core: str, words: Sequence[str], senses: Senses) -> Tally:
    if senses.demonyms:
        places: Sequence[Place] = [place for place, _ in senses.demonyms]
        scores = [
            prior(place, preferred=True) + (weights.RANK if is_country(place) else 0.0)
            for place in places
        ]
        return Tally.of(places, scores)
    if senses.metonyms and (senses.names_building or not senses.places):
        places = [place for place, _ in senses.metonyms]
        return Tally.of(places, [weights.COUNTRY + 2] * len(places))
    tally = _bare_tally(senses, dotted=core.endswith("."))
    for word in words:
        if _level(word) != "city":
            _match_type(word, tally)
    return tally


def _bare_tally(senses: Senses, *, dotted: bool) -> Tally:
    places = {place.id: place for place in senses.abbreviated}
    priors = {place.id: prior(place, preferred=True) for place in senses.abbreviated}
    if places and dotted:
        return Tally.of(places.values(), [*priors.values()])
    variants: set[str] = set()
    named = list(zip(senses.places, senses.preferred, strict=True))
    curated = any(
        preferred and place.id.startswith("dl:") and place.feature_class in "THL"
        for place, preferred in named
    )
    for place, preferred in named:
        if curated and not preferred and place.feature_class == "P":
            continue  # "Andes" is short for Los Andes to few
        if place.id not in places:
            score = prior(place, preferred=preferred or place.id.startswith("dl:"))
            if place.id in senses.foreign:
                score += weights.VARIANT_NAME
            places[place.id], priors[place.id] = place, score
            if not preferred:
                variants.add(place.id)
    tally = Tally.of(places.values(), [*priors.values()], variants)
    _prefer_city(tally)
    return tally


def _prefer_city(tally: Tally) -> None:
    """Take a division as second to the metropolis that it is named after.

    "Washington" is the capital and "New York" the city unless "state" follows: the capital of the
    country, or a city with a good part of the division's people.
    """
    for at, option in enumerate(tally.options):
        division = option.place
        if division.feature_code != "ADM1":
            continue
        for city in tally.options:
            place = city.place
            if place.feature_class != "P" or place.country_code != division.country_code:
                continue
            most = place.population > weights.METROPOLIS_SHARE * (division.population or math.inf)
            if place.feature_code == "PPLC" or (most and place.admin1_code == division.admin1_code):
                weight = weights.VARIANT_NAME
                tally.add(at, NAMED_AFTER, weight, f"{place.name} is what people mean first")
                tally.priors[at] += weight
                break


def prefer_towns(tally: Tally, word: str) -> None:
    """Prefer towns to divisions of the name, because a mention calls it one."""
    _match_type(word, tally, level="city")


def doubt_towns(tally: Tally) -> None:
    """Doubt the towns of a name that stands after the article: "the Severn" is the river."""
    others = any(option.place.feature_class != "P" for option in tally.options)
    weight = weights.NAME_CUE - (weights.TYPE_MATCH if others else 0.0)
    for at, option in enumerate(tally.options):
        if option.place.feature_class == "P":
            tally.priors[at] += weights.NAME_CUE
            tally.add(at, "article", weight, "the text says “the” before it")


def _level(word: str) -> str | None:
    return word_map("area_words").get(word)


def _match_type(word: str, tally: Tally, level: str | None = None) -> None:
    """Prefer what the words call it: a region for "Kursk region", a county for "Kent County"."""
    level = level or _level(word)
    fitting = [level is not None and _is_level(option.place, level) for option in tally.options]
    if not any(fitting):
        return
    for at, fits in enumerate(fitting):
        weight = weights.TYPE_MATCH if fits else -weights.TYPE_MATCH
        tally.add(at, "kind named", weight, f"the text says “{word}”")


def _is_level(place: Place, level: str) -> bool:
    if level == "region":
        return place.feature_code == "ADM1" or place.precision in ("region", "vague_area")
    if level == "district":
        return place.feature_code in ("ADM2", "ADM3") or place.precision == "district"
    return place.feature_class == "P"
