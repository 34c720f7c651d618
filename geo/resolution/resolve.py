"""Decide which place each toponym means, and whether it is a place at all."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from geo import cues
from geo.cues import DATELINE
from geo.model import Candidate, Evidence, Place, Resolution, Toponym
from geo.resolution import weights
from geo.resolution.beside import heed_neighbours
from geo.resolution.candidates import Group
from geo.resolution.coherence import apply_context
from geo.resolution.describe import UNNAMED_SITE, Meaning, describe
from geo.resolution.features import place_features
from geo.resolution.naming import doubt_towns, naming, namings, prefer_towns
from geo.resolution.qualifiers import Qualification, apply_qualifiers
from geo.senses import Lexicon
from reading.text import Span

MOST_CANDIDATES = 5
FRONT = "front"
_NOWHERE_LISTED = frozenset({FRONT, cues.LOCAL_FEATURE, cues.UNLISTED})
CUE_WEIGHTS = {
    cues.LOCATIVE: weights.PLACE_CUE,
    cues.OF: weights.WEAK_CUE,
    cues.TYPED: weights.STRONG_CUE,
    cues.DATELINE: weights.STRONG_CUE,
    cues.LISTED: weights.PLACE_CUE,
    cues.ATTRIBUTIVE: weights.WEAK_CUE,
    cues.INSTITUTION: 0.0,
    cues.PERSON: weights.PERSON_CUE,
    cues.SURNAME: weights.SURNAME_CUE,
    cues.FIRST_NAME: weights.DOUBT,
    cues.PARTY: weights.STRONG_CUE,
    cues.WORD_LEFT: weights.DOUBT,
    cues.SPEAKS: weights.NAME_CUE,
    cues.UNKNOWN_LEFT: weights.NAME_CUE,
    cues.UNKNOWN_RIGHT: weights.NAME_CUE,
    cues.COMMON: weights.COMMON_WORD,
    cues.COMMON_HERE: weights.DOUBT,
    cues.LOWER_ELSEWHERE: weights.DOUBT,
    cues.SENTENCE_START: weights.DOUBT,
    cues.BRAND: weights.NAME_CUE,
    cues.MEDIUM: weights.DOUBT,
    cues.STREET: weights.NAME_CUE,
    cues.ACRONYM: weights.NAME_CUE,
}
_CUE_EVIDENCE = {
    rule: Evidence(rule, weight, f"in the text: {rule}") for rule, weight in CUE_WEIGHTS.items()
}
_STRANGER = Evidence(
    "stranger", -weights.HOME, "a small town in a country that the text says nothing else of"
)
_NATIVE = Evidence("native", weights.NATIVE, "other names of the text lie in its division")
_NAME_CUES = frozenset({cues.PERSON, cues.SURNAME})


def resolve(
    text: str, toponyms: Sequence[Toponym], lexicon: Lexicon, home: Place | None = None
) -> tuple[Resolution, ...]:
    """Return what the toponyms of a text mean; what is no place is left out.

    Parameters
    ----------
    text : str
        As given.
    toponyms : sequence of Toponym
        In text order.
    lexicon : Lexicon
    home : Place, optional
        Where the outlet is at home.
    """
    groups, of_mention = _group(toponyms, lexicon)
    qualified = apply_qualifiers(text, toponyms, of_mention)
    cue_scores = _cue_scores(toponyms, qualified)
    for group in groups:
        _believe(group, cue_scores)
    apply_context(groups, home)
    verdicts = {id(group): _verdict(group) for group in groups if group.options}
    partners = _partners(toponyms, of_mention, verdicts)
    found = []
    for index, toponym in enumerate(toponyms):
        meant = of_mention[index]
        if toponym.kind == "coordinate":
            found.append(_coordinate(toponym))
        elif FRONT in toponym.rules:
            found.append(_unplaced(toponym))
        elif meant is not None and meant.options:
            verdict = verdicts[id(meant)]
            belief = _belief(verdict, cue_scores[index])
            if belief > 0.0:
                others = partners.get(toponym.span, ()) if partners else ()
                found.append(_resolution(toponym, verdict, belief, others))
    found = heed_neighbours(text, found)
    unlisted = [item for item, group in zip(toponyms, of_mention, strict=True) if group is None]
    if unlisted:
        found += place_features(text, unlisted, found)
        found.sort(key=lambda item: (item.toponym.span.start, -item.toponym.span.end))
    return tuple(found)


def _partners(
    toponyms: Sequence[Toponym],
    of_mention: Sequence[Group | None],
    verdicts: dict[int, "_Verdict"],
) -> dict[Span, list[Place]]:
    """Return, for each phrase, the places named in it beside its core."""
    if all(toponym.nested_in is None for toponym in toponyms):
        return {}
    wholes = {item.span: item for item in toponyms if item.kind == "vague_region"}
    out: dict[Span, list[Place]] = {}
    for index, toponym in enumerate(toponyms):
        group = of_mention[index]
        if toponym.nested_in is None or group is None or not group.options:
            continue
        whole = wholes.get(toponym.nested_in)
        if whole is not None and whole.core != toponym.core:
            out.setdefault(toponym.nested_in, []).append(verdicts[id(group)].place)
    return out


def _group(toponyms: Sequence[Toponym], lexicon: Lexicon) -> tuple[list[Group], list[Group | None]]:
    """Put the mentions of one name together: one sense per discourse."""
    known = namings(lexicon)
    groups: dict[tuple[str, str], Group] = {}
    of_mention: list[Group | None] = []
    for index, toponym in enumerate(toponyms):
        rules = toponym.rules
        if toponym.kind == "coordinate" or not _NOWHERE_LISTED.isdisjoint(rules):
            of_mention.append(None)
            continue
        called = (toponym.core, toponym.qualifier)
        name = known.get(called)
        if name is None:
            name = known[called] = naming(*called, lexicon)
        group = groups.get((name.key, name.role))
        if group is None:
            group = groups[name.key, name.role] = Group.called(name)
        group.mentions.append(index)
        if cues.ARTICLE in rules:
            group.takes_article = True
        # What one mention says of a town holds for all that say no other kind.
        group.town_word = group.town_word or (DATELINE if DATELINE in rules else name.town_word)
        of_mention.append(group)
    for group in groups.values():
        if group.takes_article and group.name.role != "demonym":
            doubt_towns(group)
        if group.town_word is not None and not _is_bare_division(group):
            prefer_towns(group, group.town_word)
    return list(groups.values()), of_mention


def _is_bare_division(group: Group) -> bool:
    """Tell whether a dateline names a division that a town is seldom called like."""
    if group.town_word != DATELINE:
        return False
    towns = [option for option in group.options if option.place.feature_class == "P"]
    states = any(option.place.feature_code == "ADM1" for option in group.options)
    return states and all(option.variant for option in towns)


def _cue_scores(toponyms: Sequence[Toponym], qualified: dict[int, Qualification]) -> list[float]:
    scores = [_cue_score(toponym.rules) for toponym in toponyms]
    for index in qualified:
        scores[index] += weights.STRONG_CUE
    return scores


@lru_cache(maxsize=1 << 12)
def _cue_score(rules: tuple[str, ...]) -> float:
    return sum(CUE_WEIGHTS.get(rule, 0.0) for rule in rules)


@lru_cache(maxsize=1 << 12)
def _cue_evidence(rules: tuple[str, ...]) -> tuple[Evidence, ...]:
    return tuple(_CUE_EVIDENCE[rule] for rule in rules if rule in _CUE_EVIDENCE)


def _believe(group: Group, cue_scores: Sequence[float]) -> None:
    """Set how far a group is believed to name a place, before the context is known."""
    if not group.options:
        return
    group.prior = max(group.priors)
    best = max([cue_scores[index] for index in group.mentions])
    group.belief = weights.BIAS + group.prior + best


@lru_cache(maxsize=1 << 12)
def _prior_evidence(name: str, prior: float) -> Evidence:
    return Evidence("prior", prior, f"how often the name means {name}")


@dataclass(slots=True)
class _Verdict:
    """What a group of mentions means: the same for all of them."""

    place: Place
    whole: Meaning
    prior: float
    belief: float
    share: float
    evidence: tuple[Evidence, ...]
    candidates: tuple[Candidate, ...]


def _verdict(group: Group) -> _Verdict:
    first, best = group.ranked[0], group.best
    place = best.place
    doubts = (_STRANGER,) if group.stranger else (_NATIVE,) if group.native else ()
    doubt = doubts[0].weight if doubts else 0.0
    return _Verdict(
        place,
        best.whole,
        group.prior + doubt,
        group.belief + doubt,
        max(group.shares),
        (_prior_evidence(place.name, group.priors[first]), *group.evidence[first], *doubts),
        tuple([group.candidate(at) for at in group.ranked[:MOST_CANDIDATES]]),
    )


def _belief(verdict: _Verdict, own: float) -> float:
    """Return how far one mention is believed, given its own cues and those of its group."""
    alone = weights.BIAS + verdict.prior + own
    if own <= weights.PERSON_CUE / 2:
        return alone
    return alone + weights.SHARE * max(0.0, verdict.belief - alone)


def _resolution(
    toponym: Toponym, verdict: _Verdict, belief: float, partners: Sequence[Place]
) -> Resolution:
    confidence = weights.CERTAINTY * verdict.share / (1.0 + math.exp(-weights.SLOPE * belief))
    meaning = verdict.whole
    if toponym.qualifier is not None or UNNAMED_SITE in toponym.rules:
        meaning = describe(toponym, verdict.place, partners)
    name, precision, lat, lon, part, partner, uncertainty_km = meaning
    return Resolution(
        toponym,
        verdict.place,
        name,
        precision,
        lat,
        lon,
        round(confidence, 4),
        verdict.evidence + _cue_evidence(toponym.rules),
        verdict.candidates,
        part,
        partner,
        uncertainty_km,
    )


def _coordinate(toponym: Toponym) -> Resolution:
    """Return the point that coordinates name: exactly what stands there, and no place."""
    lat, lon = map(float, toponym.core.split(","))
    return Resolution(
        toponym=toponym,
        place=None,
        name=toponym.text,
        precision="point",
        latitude_deg=lat,
        longitude_deg=lon,
        confidence=0.99,
        evidence=tuple(Evidence(rule, 0.0, f"read as {rule}") for rule in toponym.rules),
    )


def _unplaced(toponym: Toponym) -> Resolution:
    """Return an abstention: words for a place that they do not tell."""
    return Resolution(
        toponym=toponym,
        place=None,
        name=toponym.text,
        precision="none",
        latitude_deg=None,
        longitude_deg=None,
        confidence=0.5,
        evidence=tuple(Evidence(rule, 0.0, f"in the text: {rule}") for rule in toponym.rules),
    )
