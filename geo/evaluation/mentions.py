"""Score the mentions of one article: found, of the right kind, meaning the right place.

Finer than `geo.evaluation.places`: a demonym, a metonym and a vague region are told apart, and what
is "the same place" depends on how precisely the gold says where.
"""

import math
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from geo.errors import CorpusError
from geo.evaluation.matching import match_spans
from geo.lexicon import words_as

OPTIONAL_TYPES = frozenset({"nested", "implied_venue"})
# What a mention must not be given as, by how precisely the gold says where.
REFUSED = {
    "country": frozenset({"point", "city", "district", "region"}),
    "region": frozenset({"country", "city", "point"}),
    "vague_area": frozenset({"country", "city", "district", "point"}),
}
REGION_KM = 400.0
CITY_KM = 161.0
EARTH_DIAMETER_KM = 12742.0

Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Figure:
    """A share with its counts; `value` is None where there are no cases."""

    hits: int
    cases: int

    @property
    def value(self) -> float | None:
        """Hits over cases."""
        return self.hits / self.cases if self.cases else None


@dataclass(frozen=True, slots=True)
class WrongMention:
    """A mention that was found but misunderstood; `kind` and `referent` say (wanted, given)."""

    mention: str
    kind: tuple[str, str | None] | None
    referent: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class MentionsReport:
    """All figures of one or more articles.

    Parameters
    ----------
    recall, precision, exact, kind, referent, right : Figure
        Mentions found; predictions that are mentions; of the found: equal spans, right kind, same
        place; and of all mentions: found with right kind and place.
    missed, spurious : tuple of str
        ``start-end words``.
    wrong : tuple of WrongMention
    """

    recall: Figure
    precision: Figure
    exact: Figure
    kind: Figure
    referent: Figure
    right: Figure
    missed: tuple[str, ...]
    spurious: tuple[str, ...]
    wrong: tuple[WrongMention, ...]

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None where the gold is empty."""
        precision, recall = self.precision.value or 0.0, self.recall.value or 0.0
        if precision + recall:
            return 2 * precision * recall / (precision + recall)
        return 0.0 if self.recall.cases else None


def evaluate_mentions(gold: Item, predicted: Item) -> MentionsReport:
    """Score the places predicted for one article against its gold mentions.

    Parameters
    ----------
    gold : mapping
        ``{"mentions": [{"start", "end", "text", "type", "name", "iso2", "lat", "lon", "precision",
        "type_accept"?, "aliases"?, "optional"?}]}``.
    predicted : mapping
        ``{"places": [{"start", "end", "kind", "name", "country_code", "lat", "lon",
        "precision"}]}``.

    Raises
    ------
    CorpusError
        The gold has no mentions.
    """
    if "mentions" not in gold:
        raise CorpusError('gold: a record needs "mentions"')
    mentions: Sequence[Item] = gold["mentions"]
    places: Sequence[Item] = predicted.get("places") or []
    matched = match_spans(mentions, places, _is_optional)
    counts = {
        name: [0, 0] for name in ("recall", "precision", "exact", "kind", "referent", "right")
    }
    missed: list[str] = []
    wrong: list[WrongMention] = []

    def count(name: str, *, hit: bool) -> None:
        counts[name][0] += hit
        counts[name][1] += 1

    for i, mention in enumerate(mentions):
        if _is_optional(mention):
            continue
        count("recall", hit=i in matched)
        if i not in matched:
            count("right", hit=False)
            missed.append(_show(mention))
            continue
        place = places[matched[i]]
        kind, referent = _kind_is_right(mention, place), is_same_place(mention, place)
        same_span = mention["start"] == place["start"] and mention["end"] == place["end"]
        count("exact", hit=same_span)
        count("kind", hit=kind)
        count("referent", hit=referent)
        count("right", hit=kind and referent)
        if not (kind and referent):
            wrong.append(
                WrongMention(
                    _show(mention),
                    None if kind else (mention["type"], place.get("kind")),
                    None if referent else (_where(mention), _where(place)),
                )
            )
    spurious = _count_precision(counts["precision"], mentions, places, matched)
    figures = {name: Figure(*cell) for name, cell in counts.items()}
    return MentionsReport(
        **figures, missed=tuple(missed), spurious=tuple(spurious), wrong=tuple(wrong)
    )


def is_same_place(mention: Item, place: Item) -> bool:
    """Say whether a predicted place is what the gold mention means, as precisely as it says so."""
    country = (place.get("country_code") or "").upper() or None
    same_country = country == mention.get("iso2")
    precision = mention["precision"]
    named, km = _names_match(mention, place), _distance_km(mention, place)
    if precision == "none":
        return named or (place.get("lat") is None and country is None)
    if mention["type"] == "metonym" and mention.get("iso2"):
        return same_country
    if _given_as(place) in REFUSED.get(precision, ()):
        return False
    if precision == "country":
        return same_country
    if precision == "region":
        return same_country and (named or km <= REGION_KM)
    if precision == "vague_area":
        compatible = same_country or country is None or mention.get("iso2") is None
        return (named and compatible) or km <= REGION_KM
    if km <= CITY_KM:
        return True
    return mention["type"] == "anaphor" and same_country and (named or km <= REGION_KM)


def _count_precision(
    cell: list[int], mentions: Sequence[Item], places: Sequence[Item], matched: dict[int, int]
) -> list[str]:
    """Count the predictions, without nested names in a gold mention and optional hits."""
    counting = {j for i, j in matched.items() if not _is_optional(mentions[i])}
    forgiven = set(matched.values()) - counting
    spurious = []
    for j, place in enumerate(places):
        nested = place.get("kind") == "nested" and any(
            mention["start"] <= place["start"] and place["end"] <= mention["end"]
            for mention in mentions
        )
        if j in forgiven or (j not in counting and nested):
            continue
        cell[0] += j in counting
        cell[1] += 1
        if j not in counting:
            spurious.append(_show(place))
    return spurious


def _kind_is_right(mention: Item, place: Item) -> bool:
    allowed = {mention["type"], *mention.get("type_accept", ())}
    if mention["type"] == "literal" and mention["precision"] == "vague_area":
        allowed.add("vague_region")
    return place.get("kind") in allowed


def _is_optional(mention: Item) -> bool:
    return bool(mention.get("optional")) or mention["type"] in OPTIONAL_TYPES


def _given_as(place: Item) -> str | None:
    if place.get("precision"):
        return str(place["precision"])
    code = place.get("feature_code") or ""
    if code.startswith("PCL"):
        return "country"
    return "city" if code.startswith("PP") else None


def _names_match(mention: Item, place: Item) -> bool:
    names = [mention.get("name"), *mention.get("aliases", ())]
    if mention["type"] != "anaphor":
        names.append(mention["text"])
    found = _content_words(place.get("name"))
    if not found:
        return False
    wanted = [words for words in map(_content_words, names) if words]
    return any(found <= words or words <= found for words in wanted)


def _content_words(name: str | None) -> set[str]:
    folded = unicodedata.normalize("NFKD", name or "").casefold()
    plain = "".join(
        char if char.isalnum() else " " for char in folded if not unicodedata.combining(char)
    )
    return set(plain.split()) - words_as("generic")


def _distance_km(mention: Item, place: Item) -> float:
    """Kilometres between the two points; infinite where one of them has none."""
    numbers = [mention.get("lat"), mention.get("lon"), place.get("lat"), place.get("lon")]
    if None in numbers:
        return math.inf
    lat1, lon1, lat2, lon2 = (math.radians(number) for number in numbers if number is not None)
    h = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return EARTH_DIAMETER_KM * math.asin(min(1.0, math.sqrt(h)))


def _show(item: Item) -> str:
    return f"{item['start']}-{item['end']} {item.get('text') or item.get('name')}"


def _where(item: Item) -> str:
    country = item.get("iso2", item.get("country_code"))
    return f"{item.get('name')}, {country}, {item.get('precision')}"
