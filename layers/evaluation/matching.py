"""Which predicted claim stands for which gold claim.

One-to-one by maximum total weight (Kuhn 1955, the Hungarian method), then a second look at what
is left over: annotators cut sentences differently.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from layers.evaluation.gold import GoldClaim
from layers.evaluation.judging import judge, source_right
from layers.evaluation.prediction import Guess

MIN_OVERLAP = 0.5
MIN_JACCARD = 0.10


@dataclass(frozen=True, slots=True)
class Matching:
    """Row of a gold claim to column of a guess.

    ``matched`` pairs are judged; ``parts`` are second halves of a claim that may be split;
    ``merged`` gold claims lie inside a longer guess that is right about them too.
    """

    matched: dict[int, int]
    parts: dict[int, int]
    merged: dict[int, int]


def match(claims: Sequence[GoldClaim], guesses: Sequence[Guess]) -> Matching:
    """Pair gold claims with predicted ones."""
    matched: dict[int, int] = {}
    if claims and guesses:
        matched = assign([[_weight(claim, guess) for guess in guesses] for claim in claims])
    parts = _split(claims, guesses, matched)
    return Matching(matched, parts, _merge(claims, guesses, matched))


def assign(weights: Sequence[Sequence[float]]) -> dict[int, int]:
    """Return the assignment {row: column} of largest total weight; weightless pairs are left out.

    The Hungarian method with potentials, O(n³) in the larger side.

    >>> assign([[0.9, 0.8], [0.8, 0.1]])
    {1: 0, 0: 1}
    """
    rows, columns = len(weights), len(weights[0])
    size = max(rows, columns)
    cost = [[0.0] * (size + 1) for _ in range(size + 1)]
    for i, line in enumerate(weights, 1):
        for j, weight in enumerate(line, 1):
            cost[i][j] = -weight
    row_potential, column_potential = [0.0] * (size + 1), [0.0] * (size + 1)
    row_of = [0] * (size + 1)
    for row in range(1, size + 1):
        _augment(row, cost, row_potential, column_potential, row_of)
    return {
        row_of[j] - 1: j - 1
        for j in range(1, columns + 1)
        if row_of[j] <= rows and cost[row_of[j]][j] < 0
    }


def _augment(
    row: int,
    cost: Sequence[Sequence[float]],
    row_potential: list[float],
    column_potential: list[float],
    row_of: list[int],
) -> None:
    """Give `row` a column along the shortest augmenting path; column 0 is where it starts."""
    size = len(row_of) - 1
    slack, came_from = [math.inf] * (size + 1), [0] * (size + 1)
    visited = [False] * (size + 1)
    row_of[0], column = row, 0
    while row_of[column] != 0:
        visited[column] = True
        here, step, nearest = row_of[column], math.inf, 0
        for j in range(1, size + 1):
            if visited[j]:
                continue
            reduced = cost[here][j] - row_potential[here] - column_potential[j]
            if reduced < slack[j]:
                slack[j], came_from[j] = reduced, column
            if slack[j] < step:
                step, nearest = slack[j], j
        for j in range(size + 1):
            if visited[j]:
                row_potential[row_of[j]] += step
                column_potential[j] -= step
            else:
                slack[j] -= step
        column = nearest
    while column:
        row_of[column] = row_of[came_from[column]]
        column = came_from[column]


def _weight(claim: GoldClaim, guess: Guess) -> float:
    shared = len(claim.tokens & guess.tokens)
    jaccard = shared / (len(claim.tokens | guess.tokens) or 1)
    smaller = min(len(claim.tokens), len(guess.tokens)) or 1
    if shared / smaller < MIN_OVERLAP or jaccard < MIN_JACCARD:
        return 0.0
    # Small bonuses pair claims that share one sentence by what they say.
    bonus = 0.15 * bool(claim.values & set(guess.values))
    bonus += 0.10 * source_right(claim, guess.source, guess.source_type)
    bonus += 0.05 * (guess.stance == claim.stance)
    return jaccard + bonus


def _split(
    claims: Sequence[GoldClaim], guesses: Sequence[Guess], matched: dict[int, int]
) -> dict[int, int]:
    """Find second halves of claims that may be split; the better half takes over in `matched`."""
    parts: dict[int, int] = {}
    for number, guess in enumerate(guesses):
        if number in matched.values():
            continue
        for row in sorted(matched):
            claim, other = claims[row], guesses[matched[row]]
            apart = not guess.tokens & other.tokens or claim.values & set(guess.values) - set(
                other.values
            )
            if not claim.may_split or row in parts or not apart:
                continue
            if not _within(guess.tokens, claim.tokens, 0.9):
                continue
            left = number
            if _fields_right(claim, guess) > _fields_right(claim, other):
                left, matched[row] = matched[row], number
            fields = judge(claim, guesses[left]).fields
            if fields["source"] and fields["place"]:
                parts[row] = left
            break
    return parts


def _merge(
    claims: Sequence[GoldClaim], guesses: Sequence[Guess], matched: dict[int, int]
) -> dict[int, int]:
    merged: dict[int, int] = {}
    for row, claim in enumerate(claims):
        if row in matched:
            continue
        for column in sorted(matched.values()):
            if column in merged.values():
                continue
            if not _within(claim.tokens, guesses[column].tokens, 0.7):
                continue
            fields = judge(claim, guesses[column]).fields
            if all(fields[name] for name in ("source", "place", "quantity", "stance")):
                merged[row] = column
                break
    return merged


def _fields_right(claim: GoldClaim, guess: Guess) -> int:
    return sum(judge(claim, guess).fields.values())


def _within(small: frozenset[int], large: frozenset[int], share: float) -> bool:
    """Say whether `small` lies in `large` and is no crumb of it."""
    common = len(small & large)
    return (
        len(small) >= 3
        and common >= share * len(small)
        and common >= MIN_JACCARD * len(small | large)
    )
