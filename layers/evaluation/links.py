"""Predicted relations between claims beside the gold's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from layers.evaluation.gold import Gold, GoldRelation
from layers.evaluation.prediction import Guess
from layers.model import SYMMETRIC_RELATIONS

Link = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class LinkVerdict:
    """Relations by verdict: predicted ones as "left kind right", missed ones as in the gold."""

    right: tuple[str, ...]
    wrong: tuple[str, ...]
    left_out: tuple[str, ...]
    missed: tuple[Mapping[str, Any], ...]


def judge_relations(
    gold: Gold, guesses: Sequence[Guess], stands_for: Mapping[str, Sequence[str]]
) -> LinkVerdict:
    """Judge every predicted relation between claims that stand for gold claims.

    Parameters
    ----------
    gold : Gold
    guesses : sequence of Guess
    stands_for : mapping of str to sequence of str
        Id of a predicted claim to the ids of the gold claims that it stands for.
    """
    wanted = [relation for relation in gold.relations if not relation.optional]
    wanted_links = frozenset().union(*map(_links, wanted))
    free_links = frozenset().union(*(_links(r) for r in gold.relations if r.optional))
    predicted = {_link(kind, g.id, target) for g in guesses for kind, target in g.relations}
    verdicts: dict[str, list[str]] = {"right": [], "wrong": [], "left_out": []}
    found: set[Link] = set()
    for kind, left, right in sorted(predicted):
        meant = {
            _link(kind, a, b)
            for a in stands_for.get(left, ())
            for b in stands_for.get(right, ())
            if a != b
        }
        if not meant:
            continue
        found |= meant
        verdict = "right" if meant & wanted_links else "left_out" if meant & free_links else "wrong"
        verdicts[verdict].append(f"{left} {kind} {right}")
    return LinkVerdict(
        right=tuple(verdicts["right"]),
        wrong=tuple(verdicts["wrong"]),
        left_out=tuple(verdicts["left_out"]),
        missed=tuple(relation.record for relation in wanted if not _links(relation) & found),
    )


def _links(relation: GoldRelation) -> frozenset[Link]:
    return frozenset(
        _link(kind, relation.claim, target)
        for kind in relation.kinds
        for target in relation.targets
    )


def _link(kind: str, left: str, right: str) -> Link:
    if kind in SYMMETRIC_RELATIONS:
        left, right = sorted((left, right))
    return kind, left, right
