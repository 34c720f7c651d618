"""Which predicted span answers which gold span."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

Span = Mapping[str, Any]


def match_spans(
    gold: Sequence[Span],
    predicted: Sequence[Span],
    optional: Callable[[Span], bool],
    *,
    exact_only: bool = False,
) -> dict[int, int]:
    """Pair gold and predicted spans one to one.

    Pairs share at least one character; equal spans come first, then gold that counts before
    optional gold, then the pairs with most characters in common.

    Parameters
    ----------
    gold, predicted : sequence of mapping
        With ``start`` and ``end``, code points, end exclusive.
    optional : callable
        Says whether a gold span may be left out.
    exact_only : bool
        Take equal spans only.

    Returns
    -------
    dict
        Index in `gold` to index in `predicted`.
    """
    order = sorted(range(len(predicted)), key=lambda index: predicted[index]["start"])
    pairs = []
    for i, wanted in enumerate(gold):
        for j in order:
            found = predicted[j]
            if found["start"] >= wanted["end"]:
                break
            common = min(wanted["end"], found["end"]) - max(wanted["start"], found["start"])
            same = wanted["start"] == found["start"] and wanted["end"] == found["end"]
            if common > 0 and (same or not exact_only):
                pairs.append((not same, optional(wanted), -common, i, j))
    pairs.sort()
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, _, i, j in pairs:
        if i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
    return matched
