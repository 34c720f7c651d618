"""Which claim a denial answers, and which a refusal to say."""

from collections.abc import Iterable, Sequence

from layers.comparable import NARRATOR, SPEAKING, VAGUE, Comparable, covers
from layers.model import Relation, RelationType

_FEW_WORDS = 2
_NEAR = 4
_POINTING = 1.0
_DENYING = 1.6
_ANSWERING = 3.0


def denial(
    claim: Comparable, earlier: Sequence[Comparable], claims: Sequence[Comparable]
) -> Iterable[Relation]:
    """Link a denial to the claim that it most likely answers."""
    others = [
        other
        for other in (*earlier, *claims[claim.rank + 1 : claim.rank + 3])
        if other.source != claim.source
        and (other.stance in SPEAKING) == claim.denies_denial
        and not covers(other, claim)
    ]
    if not others or claim.withholds:
        return
    kind: RelationType = (
        "declines_to_confirm" if claim.stance == "neither_confirms_nor_denies" else "denies"
    )
    best = max(others, key=lambda other: (_answers(claim, other), other.rank))
    if _is_far_fetched(claim, best):
        return
    if _points(claim):
        enough = _POINTING
    elif claim.event == "denial":
        enough = _DENYING
    else:
        enough = _ANSWERING
    if _answers(claim, best) >= enough:
        yield Relation(kind, best.id)


def _is_far_fetched(claim: Comparable, other: Comparable) -> bool:
    """Say whether a denial in its own words shares but one with a claim far from it."""
    if claim.points or len(claim.words & other.words) > 1 or claim.words <= other.words:
        return False
    return claim.article == other.article and abs(claim.rank - other.rank) > _NEAR


def joined(claim: Comparable, before: Comparable, links: Sequence[Relation]) -> Iterable[Relation]:
    """Let a ministry deny what its government denied in the sentence before."""
    one_side = claim.country is not None and claim.country == before.country
    other_voice = claim.source != before.source
    if other_voice and claim.stance == "denies" and one_side and claim.article == before.article:
        yield from (link for link in links if link.type == "denies" and link.target != claim.id)


def _points(claim: Comparable) -> bool:
    """Say whether a denial only points at what it denies: "denied the incursion", "the claims"."""
    return claim.points or claim.denies_denial or len(claim.words) <= _FEW_WORDS


def _answers(claim: Comparable, other: Comparable) -> float:
    """Return how likely a denial answers a claim."""
    shared = len(claim.words & other.words)
    if claim.words and not shared and claim.event != "denial":
        return 0.0
    score = (1.2 if _points(claim) else 0.8) * shared
    if other.family in claim.named:
        score += 1.0
    if other.family in VAGUE:
        score -= 0.4
    elif other.family == claim.family:
        score += 1.0
    if claim.places & other.places:
        score += 0.3
    if claim.speaker & other.all_words and not claim.points:
        # Who denies is likely to have been named in what is denied.
        score += 0.5
    if other.article == claim.article and other.rank < claim.rank:
        score += max(0.0, 1.0 - 0.25 * (claim.rank - other.rank - 1))
    if other.source == NARRATOR:
        score -= 0.5
    if not other.opens:
        # What a sentence goes on to is denied less often than what it begins with.
        score -= 0.3
    if other.certainty in {"alleged", "reported"} and _points(claim):
        score += 0.6
    return score
