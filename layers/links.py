"""A relation that was found, with the claim at which it stands and the rule that found it."""

from typing import NamedTuple

from layers.comparable import Comparable
from layers.model import Relation, RelationType


class Link(NamedTuple):
    """One finding: ``claim`` stands in ``type`` to ``target`` because of ``rule``."""

    claim: Comparable
    type: RelationType
    target: Comparable
    rule: str

    @property
    def relation(self) -> Relation:
        """The link as annotations hold it."""
        return Relation(self.type, self.target.id)


def are_near(claim: Comparable, other: Comparable, claims: int = 3) -> bool:
    """Say whether two claims of one report stand within so many claims and next paragraphs."""
    return (
        claim.article == other.article
        and abs(claim.rank - other.rank) <= claims
        and abs(claim.paragraph - other.paragraph) <= 1
    )


def one_side(claim: Comparable, other: Comparable) -> bool:
    """Say whether one speaks for the other: the police and a police spokesman."""
    if claim.source == other.source:
        return True
    one, two = claim.speaker, other.speaker
    return bool(one and two) and (one <= two or two <= one)


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Return which share of the smaller set of words both have."""
    shared = len(one & other)
    return shared / min(len(one), len(other)) if shared else 0.0


def likeness(claim: Comparable, other: Comparable) -> float:
    """Return how alike two claims are in words, kind and place."""
    score = overlap(claim.words, other.words) + overlap(claim.subject, other.subject)
    if claim.event == other.event:
        score += 0.5
    elif claim.family == other.family:
        score += 0.3
    if claim.places & other.places:
        score += 0.5
    return score
