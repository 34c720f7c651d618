"""How well confidences hold: whether .8 comes true eight times in ten."""

from collections.abc import Iterable
from dataclasses import dataclass

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Predictions whose confidence lies in ``[low, high)`` (the last bin holds 1 too)."""

    low: float
    high: float
    count: int
    mean_confidence: float | None
    accuracy: float | None


@dataclass(frozen=True, slots=True)
class Calibration:
    """Reliability table and expected calibration error (Naeini et al. 2015), ten equal bins."""

    bins: tuple[Bin, ...]
    count: int
    expected_error: float | None


def calibrate(outcomes: Iterable[tuple[float, bool]]) -> Calibration:
    """Compare confidences with what came true.

    Parameters
    ----------
    outcomes : iterable of (float, bool)
        Confidence between 0 and 1, and whether the prediction was right.

    Examples
    --------
    >>> round(calibrate([(0.9, True), (0.9, False)]).expected_error, 2)
    0.4
    """
    cells: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in outcomes:
        cells[min(BINS - 1, int(confidence * BINS))].append((confidence, right))
    total = sum(map(len, cells))
    table = tuple(_bin(index, cell) for index, cell in enumerate(cells))
    gaps = [
        entry.count * abs(entry.mean_confidence - entry.accuracy)
        for entry in table
        if entry.mean_confidence is not None and entry.accuracy is not None
    ]
    return Calibration(table, total, sum(gaps) / total if total else None)


def _bin(index: int, cell: list[tuple[float, bool]]) -> Bin:
    low, high = index / BINS, (index + 1) / BINS
    if not cell:
        return Bin(low, high, 0, None, None)
    mean = sum(confidence for confidence, _ in cell) / len(cell)
    return Bin(low, high, len(cell), mean, sum(right for _, right in cell) / len(cell))
