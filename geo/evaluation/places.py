"""Score places against a gold corpus: recognition, resolution, and both together.

Recognition and resolution are scored as by Gritta et al. 2020 ("A pragmatic guide to geoparsing
evaluation"): one-to-one span matching, accuracy within 161 km (100 miles), area under the curve of
log errors. Figures are micro averages: all toponyms of the corpus pooled.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from geo.errors import CorpusError
from geo.evaluation.calibration import Calibration, calibrate
from geo.evaluation.matching import match_spans

MAX_KM = 20039.0  # half the circumference: the error of a place that was not found
EARTH_RADIUS_KM = 6371.0088

Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 with the counts they come from."""

    hits: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of the predictions that are right."""
        return self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Distances:
    """How far off the places are, in kilometres; None where there are none."""

    count: int
    accuracy: float | None
    median_km: float | None
    mean_km: float | None
    auc: float | None


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a breakdown table: how one kind or feature class fares."""

    label: str
    count: int
    right: int

    @property
    def accuracy(self) -> float:
        """Share that is right."""
        return self.right / self.count if self.count else 0.0


@dataclass(frozen=True, slots=True)
class PlaceError:
    """One thing that went wrong: ``missed``, ``spurious``, ``wrong place`` or ``no place``."""

    document: str
    error: str
    start: int
    end: int
    text: str
    context: str
    km: float | None = None
    predicted: str | None = None


@dataclass(frozen=True, slots=True)
class PlacesReport:
    """All figures of one corpus.

    Parameters
    ----------
    recognition_exact, recognition_overlap : Score
        Spans alone, whatever they mean.
    resolution_recognised, resolution_all : Distances
        Over recognised gold with coordinates, and over all gold with coordinates.
    end_to_end : Score
        Overlapping and within `km`.
    calibration, calibration_recognised : Calibration
        Whether confidences hold: of all predictions that count end to end, which is what they
        promise, and of recognised toponyms with coordinates alone.
    by_kind : tuple of Row
        Precision end to end for each kind that the predictions give.
    by_feature_class : tuple of Row
        Recall end to end for each GeoNames class in the gold.
    errors : tuple of PlaceError
        In document and text order.
    """

    documents: int
    unknown_ids: int
    km: float
    recognition_exact: Score
    recognition_overlap: Score
    resolution_recognised: Distances
    resolution_all: Distances
    end_to_end: Score
    calibration: Calibration
    calibration_recognised: Calibration
    by_kind: tuple[Row, ...]
    by_feature_class: tuple[Row, ...]
    errors: tuple[PlaceError, ...]


def evaluate_places(
    gold: Sequence[Item], predicted: Iterable[Item], *, km: float = 161.0, strict: bool = False
) -> PlacesReport:
    """Score predicted places against gold toponyms.

    Parameters
    ----------
    gold : sequence of mapping
        ``{"id", "text", "toponyms": [{"start", "end", "lat"?, "lon"?, "optional"?, "fcode"?}]}``.
    predicted : iterable of mapping
        ``{"id", "places": [{"start", "end", "lat"?, "lon"?, "kind"?, "confidence"?}]}``. A gold
        document without prediction has no places; the same span twice counts once.
    km : float
        Distance within which a place is right.
    strict : bool
        Treat optional gold as ordinary.

    Raises
    ------
    CorpusError
        A record lacks what is needed.
    """
    by_id = {_need(item, "id", "prediction"): item.get("places") or [] for item in predicted}
    tally = _Tally(km)
    for document in gold:
        name = _need(document, "id", "gold")
        toponyms = _need(document, "toponyms", f"gold {name}")
        text = document.get("text") or ""
        _score_document(tally, name, text, toponyms, _unique(by_id.get(name, ())), strict)
    known = {document["id"] for document in gold}
    return tally.report(len(gold), len(set(by_id) - known))


class _Tally:
    """Counts that grow document by document."""

    def __init__(self, km: float) -> None:
        self.km = km
        self.exact = [0, 0, 0]
        self.overlap = [0, 0, 0]
        self.right = 0
        self.counting = 0
        self.found_km: list[float] = []
        self.all_km: list[float] = []
        self.resolved: list[tuple[float, bool]] = []
        self.marked: list[tuple[float, bool]] = []
        self.kinds: dict[str, list[int]] = {}
        self.classes: dict[str, list[int]] = {}
        self.errors: list[PlaceError] = []

    def report(self, documents: int, unknown: int) -> PlacesReport:
        return PlacesReport(
            documents=documents,
            unknown_ids=unknown,
            km=self.km,
            recognition_exact=Score(*self.exact),
            recognition_overlap=Score(*self.overlap),
            resolution_recognised=_distances(self.found_km, self.km),
            resolution_all=_distances(self.all_km, self.km),
            end_to_end=Score(self.right, self.counting, len(self.all_km)),
            calibration=calibrate(self.marked),
            calibration_recognised=calibrate(self.resolved),
            by_kind=_rows(self.kinds),
            by_feature_class=_rows(self.classes),
            errors=tuple(self.errors),
        )


def _score_document(
    tally: _Tally, name: str, text: str, gold: Sequence[Item], places: list[Item], strict: bool
) -> None:
    def optional(item: Item) -> bool:
        return bool(item.get("optional")) and not strict

    matched = match_spans(gold, places, lambda item: bool(item.get("optional")))
    _count_exact(tally.exact, gold, places, optional)
    forgiven = sum(optional(gold[i]) for i in matched)
    tally.overlap[0] += len(matched) - forgiven
    tally.overlap[1] += len(places) - forgiven
    tally.overlap[2] += sum(not optional(item) for item in gold)
    tally.counting += len(places)
    note = _Notes(tally, name, text, [])
    for i, wanted in enumerate(gold):
        _score_toponym(note, wanted, optional(wanted), places, matched.get(i))
    taken = set(matched.values())
    for j, place in enumerate(places):
        if j not in taken:
            note.mark(place, right=False)
            note.error("spurious", place, predicted=place)
    tally.errors.extend(sorted(note.errors, key=lambda error: (error.start, error.end)))


def _score_toponym(
    note: "_Notes", wanted: Item, optional: bool, places: list[Item], j: int | None
) -> None:
    tally = note.tally
    if optional or not has_point(wanted):
        tally.counting -= j is not None
        if j is None and not optional:
            note.error("missed", wanted)
        return
    cell = tally.classes.setdefault((wanted.get("fcode") or "?")[:1], [0, 0])
    cell[0] += 1
    if j is None:
        tally.all_km.append(MAX_KM)
        note.error("missed", wanted)
        return
    place = places[j]
    error_km = MAX_KM
    if has_point(place):
        error_km = min(
            MAX_KM, great_circle_km(wanted["lat"], wanted["lon"], place["lat"], place["lon"])
        )
    right = error_km <= tally.km
    tally.found_km.append(error_km)
    tally.all_km.append(error_km)
    tally.right += right
    cell[1] += right
    if place.get("confidence") is not None:
        tally.resolved.append((place["confidence"], right))
    note.mark(place, right=right)
    if not right:
        note.error("wrong place" if has_point(place) else "no place", wanted, error_km, place)


@dataclass(frozen=True, slots=True)
class _Notes:
    """Writes down what one document's errors are."""

    tally: _Tally
    document: str
    text: str
    errors: list[PlaceError]

    def mark(self, place: Item, *, right: bool) -> None:
        if place.get("confidence") is not None:
            self.tally.marked.append((place["confidence"], right))
        cell = self.tally.kinds.setdefault(place.get("kind") or "?", [0, 0])
        cell[0] += 1
        cell[1] += right

    def error(
        self, error: str, item: Item, km: float | None = None, predicted: Item | None = None
    ) -> None:
        start, end = item["start"], item["end"]
        shown = None
        if predicted is not None:
            parts = (predicted.get(key) for key in ("name", "country_code", "feature_code"))
            shown = ", ".join(str(part) for part in parts if part) or None
        self.errors.append(
            PlaceError(
                document=self.document,
                error=error,
                start=start,
                end=end,
                text=self.text[start:end] or item.get("text", ""),
                context=self.text[max(0, start - 50) : end + 40].replace("\n", " "),
                km=None if km is None else round(km, 1),
                predicted=shown,
            )
        )


def _count_exact(cell: list[int], gold: Sequence[Item], places: list[Item], optional: Any) -> None:
    """Count equal spans; an inexact hit on an optional toponym is forgiven as well."""
    matched = match_spans(gold, places, lambda item: bool(item.get("optional")), exact_only=True)
    taken = set(matched.values())
    loose = match_spans(
        [item for item in gold if optional(item)],
        [place for j, place in enumerate(places) if j not in taken],
        lambda item: bool(item.get("optional")),
    )
    forgiven = sum(optional(gold[i]) for i in matched)
    cell[0] += len(matched) - forgiven
    cell[1] += len(places) - forgiven - len(loose)
    cell[2] += sum(not optional(item) for item in gold)


def has_point(item: Item) -> bool:
    """Say whether an item has both coordinates."""
    return item.get("lat") is not None and item.get("lon") is not None


def great_circle_km(
    first_lat_deg: float, first_lon_deg: float, second_lat_deg: float, second_lon_deg: float
) -> float:
    """Return the great-circle distance in kilometres on a sphere of the mean Earth radius.

    The scorers of the field measure on the sphere, so this one does too; distances that the product
    shows are geodesics on WGS 84 (`geo.geodesy`).

    Examples
    --------
    >>> round(great_circle_km(0.0, 0.0, 0.0, 180.0))
    20015
    """
    first, second = math.radians(first_lat_deg), math.radians(second_lat_deg)
    d_lat = second - first
    d_lon = math.radians(second_lon_deg - first_lon_deg)
    h = math.sin(d_lat / 2) ** 2 + math.cos(first) * math.cos(second) * math.sin(d_lon / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(h)))


def _distances(errors_km: list[float], km: float) -> Distances:
    count = len(errors_km)
    if not count:
        return Distances(0, None, None, None, None)
    ordered = sorted(errors_km)
    middle = count // 2
    median = ordered[middle] if count % 2 else (ordered[middle - 1] + ordered[middle]) / 2
    return Distances(
        count=count,
        accuracy=sum(error <= km for error in errors_km) / count,
        median_km=median,
        mean_km=sum(errors_km) / count,
        auc=sum(math.log1p(error) for error in errors_km) / (count * math.log1p(MAX_KM)),
    )


def _rows(cells: dict[str, list[int]]) -> tuple[Row, ...]:
    return tuple(Row(label, *cells[label]) for label in sorted(cells))


def _unique(places: Iterable[Item]) -> list[Item]:
    kept: dict[tuple[int, int], Item] = {}
    for place in places:
        kept.setdefault((place["start"], place["end"]), place)
    return list(kept.values())


def _need(item: Item, key: str, what: str) -> Any:
    if key not in item:
        raise CorpusError(f'{what}: a record needs "{key}"')
    return item[key]
