"""``dateline evaluate``: the texts of a gold file are read afresh and scored against it."""

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.output import warn

if TYPE_CHECKING:
    from geo.evaluation import MentionsReport, PlacesReport
    from geo.gazetteer import Gazetteer
    from layers.evaluation.figures import Evaluation, Figure
    from reading.extractor import SavedExtractor


def evaluate(options: argparse.Namespace, data_dir: Path) -> bytes:
    """Score places, mentions or claims; return the table, or JSON.

    Raises
    ------
    CorpusError, EvaluationError
        A gold file cannot be used.
    ProposalError
        The saved proposals of an extractor cannot be used.
    """
    run = {"places": _places, "mentions": _mentions, "claims": _claims}[options.kind]
    table, record = run(options, data_dir)
    if options.json:
        return json.dumps(record, ensure_ascii=False, sort_keys=True, default=str).encode() + b"\n"
    return table.encode() + b"\n"


def _places(options: argparse.Namespace, data_dir: Path) -> tuple[str, dict[str, Any]]:
    from dateline.opening import open_gazetteer
    from geo.evaluation import evaluate_places, read_jsonl

    gold = read_jsonl(Path(options.gold))
    if options.predicted is not None:
        report = evaluate_places(gold, read_jsonl(Path(options.predicted)))
    else:
        report = evaluate_places(gold, _located(gold, open_gazetteer(data_dir)))
    return "\n".join(_places_table(report, details=options.details)), asdict(report)


def _mentions(options: argparse.Namespace, data_dir: Path) -> tuple[str, dict[str, Any]]:
    from dateline.opening import open_gazetteer
    from geo.evaluation import evaluate_mentions, read_json

    gold = read_json(Path(options.gold))
    text = _text(options.text)
    if options.predicted is not None:
        found = read_json(Path(options.predicted))
    else:
        document = {"id": gold["document"]["id"], "text": text}
        (found,) = _located([document], open_gazetteer(data_dir))
    report = evaluate_mentions(gold, found)
    return "\n".join(_mentions_table(report, details=options.details)), asdict(report)


def _claims(options: argparse.Namespace, data_dir: Path) -> tuple[str, dict[str, Any]]:
    from dateline.opening import open_places
    from geo.evaluation import read_json
    from layers.evaluation import evaluate_claims
    from layers.export.geojson import collection
    from layers.reader import read
    from reading.article import read_article

    gold = read_json(Path(options.gold))
    document = gold["document"]
    article = read_article(Path(options.text), date=document.get("date"), id=document["id"])
    places = open_places(data_dir)
    by_rules = read([article], *places)
    rules = evaluate_claims(gold, collection(by_rules), article.text)
    if options.proposals is None:
        return rules.table(details=options.details), rules.to_json()
    proposed = read([article], *places, extractor=_saved(Path(options.proposals)))
    warn(*(each for each in proposed.warnings if each not in by_rules.warnings))
    proposals = evaluate_claims(gold, collection(proposed), article.text)
    table = "\n".join(_beside(rules, proposals, details=options.details))
    return table, {"rules": rules.to_json(), "proposals": proposals.to_json()}


def _saved(path: Path) -> "SavedExtractor":
    from reading.errors import ProposalError
    from reading.extractor import SavedExtractor
    from reading.proposals import parse_proposals

    try:
        return SavedExtractor(path.stem, parse_proposals(path.read_bytes()))
    except ProposalError as error:
        raise ProposalError(f"{path}: {error}") from error


def _beside(rules: "Evaluation", proposals: "Evaluation", *, details: bool) -> Iterator[str]:
    yield rules.document
    yield f"{'':18} {'rules':>14} {'proposals':>14}"
    for left, right in zip(rules.figures, proposals.figures, strict=True):
        yield f"{left.name:18} {_with_cases(left):>14} {_with_cases(right):>14}".rstrip()
    if details:
        yield "\nrules"
        yield rules.table(details=True)
        yield "\nproposals"
        yield proposals.table(details=True)


def _with_cases(figure: "Figure") -> str:
    value = "-" if figure.value is None else f"{figure.value:.3f}"
    return value if figure.cases is None else f"{value} n={figure.cases:<3}"


def _located(documents: "list[dict[str, Any]]", gazetteer: "Gazetteer") -> Iterator[dict[str, Any]]:
    from geo.geoparser import locate, to_json

    for document in documents:
        yield to_json(locate(document["text"], gazetteer), document["id"], document["text"])


def _text(name: str) -> str:
    from reading.article import read_article

    return read_article(Path(name)).text


def _places_table(report: "PlacesReport", *, details: bool) -> Iterator[str]:
    yield f"{report.documents} documents, within {report.km:g} km"
    for label, score in (
        ("recognition, exact span", report.recognition_exact),
        ("recognition, overlap", report.recognition_overlap),
        ("end to end", report.end_to_end),
    ):
        yield (
            f"{label:26} P {_percent(score.precision)}  R {_percent(score.recall)}"
            f"  F1 {_percent(score.f1)}"
        )
    for label, distances in (
        ("(a) recognised toponyms", report.resolution_recognised),
        ("(b) all gold toponyms", report.resolution_all),
    ):
        yield (
            f"{label:26} n {distances.count:5}  acc {_percent(distances.accuracy)}"
            f"  median km {_short(distances.median_km)}  mean km {_short(distances.mean_km)}"
            f"  AUC {_short(distances.auc, 3)}"
        )
    yield from _calibration_table(report)
    for title, rows in (
        ("precision by kind", report.by_kind),
        ("recall by feature class", report.by_feature_class),
    ):
        yield f"\n{title}"
        for row in rows:
            yield f"  {row.label:22} {row.right:5} of {row.count:5}  {_percent(row.accuracy)}"
    if details:
        yield "\nerrors"
        for error in report.errors:
            yield "  " + " | ".join(f"{k} {v}" for k, v in asdict(error).items() if v is not None)


def _calibration_table(report: "PlacesReport") -> Iterator[str]:
    """Show how often marks of each tenth of confidence are right, and the error over all."""
    marks, found = report.calibration, report.calibration_recognised
    yield (
        f"expected calibration error {_short(marks.expected_error, 3)} of all marks,"
        f" {_short(found.expected_error, 3)} of those on a gold toponym"
    )
    yield "\nconfidence      marks    mean   right"
    for row in marks.bins:
        yield (
            f"  {row.low:.1f} to {row.high:.1f} {row.count:7}"
            f"  {_percent(row.mean_confidence):>6}  {_percent(row.accuracy):>6}"
        )


def _short(value: float | None, places: int = 1) -> str:
    return "-" if value is None else f"{value:.{places}f}"


def _mentions_table(report: "MentionsReport", *, details: bool) -> Iterator[str]:
    for name in ("recall", "precision", "exact", "kind", "referent", "right"):
        figure = getattr(report, name)
        value = "-" if figure.value is None else f"{figure.value:.3f}"
        yield f"{name:10} {value:>6}  n={figure.cases}"
    yield f"{'f1':10} {'-' if report.f1 is None else f'{report.f1:.3f}':>6}"
    if details:
        for title, rows in (
            ("missed", report.missed),
            ("spurious", report.spurious),
            ("wrong", report.wrong),
        ):
            yield f"\n{title}"
            yield from (f"  {row}" for row in rows)


def _percent(share: float | None) -> str:
    return "   -" if share is None else f"{100 * share:5.1f}"
