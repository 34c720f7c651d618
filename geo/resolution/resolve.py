"""Decide which place each toponym means, and whether it is a place at all."""

import math
from collections.abc import Sequence

from geo import cues
from geo.gazetteer import fold
from geo.model import Candidate, Evidence, Place, Resolution, Toponym
from geo.resolution import weights
from geo.resolution.candidates import Group, Option, options_of
from geo.resolution.coherence import apply_context, shares
from geo.resolution.qualifiers import Qualification, apply_qualifiers
from geo.senses import LONGEST_SHORT, Lexicon

MOST_CANDIDATES = 5
CUE_WEIGHTS = {
    cues.LOCATIVE: weights.PLACE_CUE,
    cues.OF: weights.WEAK_CUE,
    cues.TYPED: weights.STRONG_CUE,
    cues.DATELINE: weights.STRONG_CUE,
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
    cues.LOWER_ELSEWHERE: weights.DOUBT,
    cues.SENTENCE_START: weights.DOUBT,
    cues.BRAND: weights.NAME_CUE,
    cues.STREET: weights.NAME_CUE,
    cues.ACRONYM: weights.DOUBT,
}
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
    found = []
    ranked = {id(group): group.ranked() for group in groups}
    for index, toponym in enumerate(toponyms):
        group = of_mention[index]
        if group is None or not group.options:
            continue
        belief = _belief(group, cue_scores[index])
        if belief > weights.ACCEPT:
            found.append(_resolution(toponym, group, ranked[id(group)], belief, qualified.get(index)))
    return tuple(found)


def _group(
    toponyms: Sequence[Toponym], lexicon: Lexicon
) -> tuple[list[Group], list[Group | None]]:
    """Put the mentions of one name together: one sense per discourse."""
    groups: dict[tuple[str, str], Group] = {}
    of_mention: list[Group | None] = []
    for index, toponym in enumerate(toponyms):
        key = fold(toponym.core)
        role = _role(key, toponym)
        group = groups.get((key, role))
        if group is None:
            senses = lexicon.printed(key, toponym.core)
            group = Group(key, role, senses, options_of(toponym, senses), [])
            groups[key, role] = group
        group.mentions.append(index)
        of_mention.append(group)
    return list(groups.values()), of_mention


def _role(key: str, toponym: Toponym) -> str:
    """Return what tells mentions of one name apart: what it is called, and how short words look."""
    if toponym.kind == "demonym":
        return "demonym"
    shape = toponym.core if len(key) <= LONGEST_SHORT else ""
    return f"{toponym.qualifier or ''}/{shape}"


def _cue_scores(
    toponyms: Sequence[Toponym], qualified: dict[int, Qualification]
) -> list[float]:
    scores = []
    for index, toponym in enumerate(toponyms):
        score = sum(CUE_WEIGHTS.get(rule, 0.0) for rule in toponym.rules)
        if index in qualified:
            score += weights.STRONG_CUE
        scores.append(score)
    return scores


def _believe(group: Group, cue_scores: Sequence[float]) -> None:
    """Set how far a group is believed to name a place, before the context is known."""
    if not group.options:
        group.belief = -math.inf
        return
    best = max(option.prior for option in group.options)
    group.belief = weights.BIAS + best + max(cue_scores[index] for index in group.mentions)


def _belief(group: Group, own: float) -> float:
    """Return how far one mention is believed, given its own cues and those of its group."""
    best = max(option.prior for option in group.options)
    alone = weights.BIAS + best + own
    if own <= weights.PERSON_CUE / 2:
        return alone
    return alone + weights.SHARE * max(0.0, group.belief - alone)


def _resolution(
    toponym: Toponym,
    group: Group,
    ranked: Sequence[Option],
    belief: float,
    qualification: Qualification | None,
) -> Resolution:
    best = ranked[0]
    share = max(shares(group))
    confidence = share / (1.0 + math.exp(-weights.SLOPE * belief))
    place = best.place
    vague = toponym.kind == "vague_region"
    evidence = [Evidence("prior", round(best.prior, 3), f"{place.name} is well known")]
    evidence += best.evidence
    evidence += [
        Evidence(rule, CUE_WEIGHTS[rule], rule) for rule in toponym.rules if rule in CUE_WEIGHTS
    ]
    return Resolution(
        toponym=toponym,
        place=place,
        name=f"{toponym.qualifier} {place.name}" if vague else place.name,
        precision="vague_area" if vague else place.precision,
        latitude_deg=place.latitude_deg,
        longitude_deg=place.longitude_deg,
        confidence=round(min(0.999, confidence), 4),
        evidence=tuple(evidence),
        candidates=tuple(
            Candidate(option.place, round(option.score, 3), tuple(option.evidence))
            for option in ranked[:MOST_CANDIDATES]
        ),
        part=None,
    )
