"""The figures of one document or of several, and the table that shows them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from layers.evaluation.gold import Gold, GoldClaim, read_gold
from layers.evaluation.judging import invented_pin, judge, judge_places
from layers.evaluation.links import LinkVerdict, judge_relations
from layers.evaluation.matching import Matching, match
from layers.evaluation.prediction import Guess, GuessFeature, read_prediction

FIGURES = (
    "precision",
    "recall",
    "f1",
    "recall_core",
    "quote_exact",
    "source",
    "source_type",
    "place",
    "place_all",
    "place_role",
    "place_precision",
    "no_pin",
    "false_pin",
    "invented_pin",
    "coord_161km",
    "date",
    "date_explicit",
    "date_overlap",
    "statement_date",
    "quantity",
    "quantity_spurious",
    "qualifier",
    "stance",
    "all_right",
    "all_right_recall",
    "relation_recall",
    "relation_precision",
)
LOWER_IS_BETTER = frozenset({"false_pin", "quantity_spurious", "invented_pin"})


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: `value` is a share (None without cases), `cases` its denominator."""

    name: str
    value: float | None
    cases: int | None


@dataclass(frozen=True, slots=True)
class Match:
    """A gold claim, the predicted claim that stands for it, and the fields that are wrong."""

    gold: str
    predicted: str
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How a prediction fares against its gold.

    Parameters
    ----------
    counts : mapping of str to (int, int)
        Figure name to (hits, cases).
    document : str
        Id of the gold's document; several, joined by " + ", after :func:`pool`.
    matched : tuple of Match
    missed, spurious, left_out : tuple of str
        Gold claims not found; predicted claims that stand for none; those that do not count.
    merged : tuple of (str, str)
        Gold claims that lie inside a longer predicted claim.
    invented_pins : tuple of (str, str)
        Predicted claim and the place that it pins without ground.
    relations : LinkVerdict or None
        None where the gold relates no claims.
    """

    counts: Mapping[str, tuple[int, int]]
    document: str
    matched: tuple[Match, ...] = ()
    missed: tuple[str, ...] = ()
    spurious: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    merged: tuple[tuple[str, str], ...] = ()
    invented_pins: tuple[tuple[str, str], ...] = ()
    relations: LinkVerdict | None = None

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure, in the order of the table."""
        found: dict[str, Figure] = {}
        for name in FIGURES:
            hits, cases = self.counts.get(name, (0, 0))
            found[name] = Figure(name, round(hits / cases, 4) if cases else None, cases)
        precision = found["precision"].value or 0.0
        recall = found["recall"].value or 0.0
        both = precision + recall
        f1 = round(2 * precision * recall / both, 4) if both else 0.0
        found["f1"] = Figure("f1", f1, None)
        return tuple(found.values())

    def __getitem__(self, name: str) -> float | None:
        """Return the value of one figure: ``evaluation["all_right"]``."""
        return next(figure.value for figure in self.figures if figure.name == name)

    def table(self, *, details: bool = False) -> str:
        """Lay the figures out for a terminal; `details` adds what was missed or wrong."""
        lines = [self.document]
        for figure in self.figures:
            value = "-" if figure.value is None else f"{figure.value:.3f}"
            cases = "" if figure.cases is None else f"  n={figure.cases}"
            lower = "  (lower is better)" if figure.name in LOWER_IS_BETTER else ""
            lines.append(f"{figure.name:18} {value:>6}{cases}{lower}")
        if details:
            lines += _detail_lines(self)
        return "\n".join(lines)

    def to_json(self) -> dict[str, Any]:
        """Return figures and details as a JSON object."""
        relations = self.relations and {
            "right": list(self.relations.right),
            "wrong": list(self.relations.wrong),
            "left_out": list(self.relations.left_out),
            "missed": [dict(relation) for relation in self.relations.missed],
        }
        return {
            "document": self.document,
            "figures": {f.name: {"value": f.value, "n": f.cases} for f in self.figures},
            "details": {
                "matched": [
                    {"gold": m.gold, "pred": m.predicted, "wrong": list(m.wrong)}
                    for m in self.matched
                ],
                "missed": list(self.missed),
                "spurious": list(self.spurious),
                "left_out": list(self.left_out),
                "merged": dict(self.merged),
                "invented_pins": [{"pred": p, "place": n} for p, n in self.invented_pins],
                "relations": relations,
            },
        }


def evaluate_claims(
    gold: Mapping[str, Any], features: Mapping[str, Any] | bytes, text: str | None = None
) -> Evaluation:
    """Score predicted claims against a gold file.

    Parameters
    ----------
    gold : mapping
        JSON object of schema ``claims-gold/1``.
    features : mapping or bytes
        GeoJSON FeatureCollection with the properties of ``docs/annotation.md``.
    text : str or None
        The article; checks every quote at its offsets.

    Returns
    -------
    Evaluation

    Raises
    ------
    EvaluationError
        The gold or the prediction cannot be read.

    Examples
    --------
    >>> gold = {"document": {"id": "empty"}, "claims": []}
    >>> evaluate_claims(gold, {"features": []})["f1"]
    0.0
    """
    hand, guesses = read_gold(gold), read_prediction(features, text)
    matching = match(hand.claims, guesses)
    tally = _Tally(hand, guesses, matching)
    tally.count_claims()
    tally.count_pins()
    tally.count_fields()
    relations = tally.count_relations()
    used = set(matching.matched.values())
    claims = hand.claims
    return Evaluation(
        counts={name: (hits, cases) for name, (hits, cases) in tally.counts.items()},
        document=hand.id,
        matched=tuple(tally.matches),
        missed=tuple(
            claim.id
            for row, claim in enumerate(claims)
            if row not in matching.matched and row not in matching.merged
        ),
        spurious=tuple(
            guess.id
            for number, guess in enumerate(guesses)
            if number not in used and number not in tally.left_out
        ),
        left_out=tuple(guesses[number].id for number in sorted(tally.left_out)),
        merged=tuple((claims[r].id, guesses[c].id) for r, c in matching.merged.items()),
        invented_pins=tuple(
            (guesses[number].id, " | ".join(pin.names))
            for number, pins in tally.pins.items()
            for pin in pins
        ),
        relations=relations,
    )


def pool(evaluations: Iterable[Evaluation]) -> Evaluation:
    """Add the counts of several documents; details stay with each."""
    total: dict[str, tuple[int, int]] = {}
    documents = []
    for evaluation in evaluations:
        documents.append(evaluation.document)
        for name, (hits, cases) in evaluation.counts.items():
            before = total.get(name, (0, 0))
            total[name] = (before[0] + hits, before[1] + cases)
    return Evaluation(total, " + ".join(documents))


@dataclass(slots=True)
class _Tally:
    gold: Gold
    guesses: Sequence[Guess]
    matching: Matching
    counts: dict[str, list[int]] = field(default_factory=dict)
    left_out: set[int] = field(default_factory=set)
    pins: dict[int, tuple[GuessFeature, ...]] = field(default_factory=dict)
    matches: list[Match] = field(default_factory=list)

    def add(self, name: str, hit: object) -> None:
        cell = self.counts.setdefault(name, [0, 0])
        cell[0] += bool(hit)
        cell[1] += 1

    def stands_for(self) -> dict[int, list[GoldClaim]]:
        found: dict[int, list[GoldClaim]] = {}
        for pairs in (self.matching.matched, self.matching.parts, self.matching.merged):
            for row, column in pairs.items():
                found.setdefault(column, []).append(self.gold.claims[row])
        return found

    def count_claims(self) -> None:
        matched, merged = self.matching.matched, self.matching.merged
        for row, claim in enumerate(self.gold.claims):
            self.add("recall", row in matched or row in merged)
            if claim.core:
                self.add("recall_core", row in matched or row in merged)
        used = set(matched.values())
        self.left_out.update(self.matching.parts.values())
        for number, guess in enumerate(self.guesses):
            background = 2 * len(guess.tokens & self.gold.ignored) > len(guess.tokens)
            if number not in used and background:
                self.left_out.add(number)
            if number not in self.left_out:
                self.add("precision", number in used)
            if guess.exact is not None:
                self.add("quote_exact", guess.exact)

    def count_pins(self) -> None:
        meant = self.stands_for()
        anything_drawn = any(f.drawn for guess in self.guesses for f in guess.features)
        for number, guess in enumerate(self.guesses):
            verdicts = [
                invented_pin(feature, meant.get(number, ()), self.gold)
                for feature in guess.features
            ]
            self.pins[number] = tuple(
                feature
                for feature, invented in zip(guess.features, verdicts, strict=True)
                if invented
            )
            if anything_drawn:
                for invented in verdicts:
                    self.add("invented_pin", invented)

    def count_fields(self) -> None:
        precise = any(place.precision for guess in self.guesses for place in guess.places)
        matched, signed = self.matching.matched, set()
        for row, column in sorted({**self.matching.merged, **matched}.items()):
            claim, guess = self.gold.claims[row], self.guesses[column]
            fields, places = judge(claim, guess), judge_places(claim, guess, self.gold)
            right = {**fields.fields, **places.fields, "invented_pin": not self.pins[column]}
            if all(right.values()):
                signed.add(row)
            if row not in matched:
                continue
            for name, hit in (*fields.marks, *places.marks):
                if name != "place_precision" or precise:
                    self.add(name, hit)
            self.add("all_right", all(right.values()))
            wrong = tuple(sorted(name for name, good in right.items() if not good))
            self.matches.append(Match(claim.id, guess.id, wrong))
        for row, claim in enumerate(self.gold.claims):
            if claim.core:
                self.add("all_right_recall", row in signed)

    def count_relations(self) -> LinkVerdict | None:
        if not self.gold.relations:
            return None
        meant = {
            self.guesses[number].id: tuple(claim.id for claim in claims)
            for number, claims in self.stands_for().items()
        }
        verdict = judge_relations(self.gold, self.guesses, meant)
        missed = len(verdict.missed)
        for number in range(sum(not relation.optional for relation in self.gold.relations)):
            self.add("relation_recall", number >= missed)
        for _ in verdict.right:
            self.add("relation_precision", True)
        for _ in verdict.wrong:
            self.add("relation_precision", False)
        return verdict


def _detail_lines(evaluation: Evaluation) -> list[str]:
    lines = [f"missed     {', '.join(evaluation.missed) or 'none'}"]
    lines.append(f"spurious   {', '.join(evaluation.spurious) or 'none'}")
    lines += [f"pin        {place} in {claim}" for claim, place in evaluation.invented_pins]
    lines += [
        f"{match.gold:10} {match.predicted}: {', '.join(match.wrong)} wrong"
        for match in evaluation.matched
        if match.wrong
    ]
    if evaluation.relations:
        lines += [f"relation   wrong: {link}" for link in evaluation.relations.wrong]
        lines += [
            f"relation   missed: {link['claim']} {link['type']} {link['to']}"
            for link in evaluation.relations.missed
        ]
    return lines
