"""``dateline read --explain``: sentence by sentence, what was read, which rules fired, and why."""

from collections.abc import Iterator
from itertools import groupby
from textwrap import fill
from typing import TYPE_CHECKING

from layers.explanation import Explained, rules_fired
from layers.explanation import explain as sentences

if TYPE_CHECKING:
    from layers.model import Annotation, MapDocument

_WIDTH = 100


def explain(document: "MapDocument") -> bytes:
    """Return the reading of a document as plain text, UTF-8; every sentence is there."""
    titles = {
        a.id: f"{a.title or a.id} (published {a.date_published or 'unknown'})"
        for a in document.articles
    }
    lines: list[str] = []
    for article_id, group in groupby(sentences(document), key=lambda found: found.article_id):
        lines.append(titles[article_id])
        for sentence in group:
            lines += _sentence(sentence)
    lines += [f"warning: {warning}" for warning in document.warnings]
    return ("\n".join(lines) + "\n").encode()


def _sentence(sentence: Explained) -> Iterator[str]:
    yield ""
    text = " ".join(sentence.text.split())
    yield fill(f"{sentence.paragraph}.{sentence.number} {text}", _WIDTH)
    for claim in sentence.claims:
        yield from (fill(line, _WIDTH, subsequent_indent=" " * 14) for line in _claim(claim))
    if not sentence.claims:
        yield "    no claim"


def _claim(claim: tuple["Annotation", ...]) -> Iterator[str]:
    first = claim[0]
    who, how, when, count = first.who, first.how, first.when, first.how_many
    yield f"  [{first.claim_id}] {first.what.summary}"
    inherited = ", named in an earlier sentence" if who.source_inherited else ""
    yield f"    who       {who.source} ({who.source_type}{inherited})"
    cue = f"cue “{how.cue}”" if how.cue else "no cue"
    hedges = f", hedges {'; '.join(f'“{h}”' for h in how.hedges)}" if how.hedges else ""
    yield f"    how       {how.stance}, {how.certainty}, {how.attribution}: {cue}{hedges}"
    if count.quantity_qualifier is not None:
        span = f"[{_number(count.quantity_min)}, {_number(count.quantity_max)}]"
        unit = count.quantity_unit or "(no unit)"
        yield f"    how many  {_number(count.quantity)} {unit}, {count.quantity_qualifier} {span}"
    words = f" “{when.date_expression}”" if when.date_expression else ""
    yield f"    when      {_days(when.date_start, when.date_end)}, by {when.date_basis}{words}"
    yield f"    said      {_days(when.statement_date_start, when.statement_date_end)}"
    for annotation in claim:
        where, drawn = annotation.where, annotation.drawn
        if where.place is None:
            yield f"    where     nowhere: {drawn.geometry_reason}"
            continue
        carried = "" if where.place_explicit else ", carried over"
        yield f"    where     {where.place} ({where.place_role}, {where.place_precision}{carried})"
        if where.match_evidence:
            yield f"              because {'; '.join(where.match_evidence)}"
        if drawn.geometry_reason:
            yield f"              {drawn.geometry_reason}"
    for relation in first.relations:
        yield f"    relation  {relation.type} {relation.target}"
    for number, fired in enumerate(rules_fired(claim)):
        words = "" if fired.words is None else f": {fired.words.replace('{word}', fired.of or '')}"
        yield f"    {'' if number else 'rules':<10}{fired.rule}{words}"


def _number(value: float | None) -> str:
    return "…" if value is None else f"{value:,.10g}"


def _days(start: object, end: object) -> str:
    if start is None and end is None:
        return "undated"
    return str(start) if start == end else f"{start or '…'} to {end or '…'}"
