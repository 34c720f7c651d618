"""Statements made of quotes that others than the rules have cut.

A quote may be narrower or wider than what the rules cut, or have another speaker. What the rules
know of the same words (cue, speaker, time of speaking) is kept where the speaker is the same.
"""

from dataclasses import dataclass, replace

from reading.clause import Clause, main_verb
from reading.evidence import is_quoted
from reading.model import Source, Span
from reading.phrases import Range, Tokens, span_of
from reading.proposals import Proposal
from reading.statement import Statement


@dataclass(frozen=True, slots=True)
class Found:
    """A proposal whose quote stands in the text: there, in these words of these sentences."""

    proposal: Proposal
    span: Span
    sentence: int
    tokens: Tokens
    words: Range
    source: Span | None
    cue: Span | None


def words_in(tokens: Tokens, span: Span) -> Range:
    """Return the words that share a character with a span, of which there may be none."""
    inside = [n for n, t in enumerate(tokens) if t.start < span.end and span.start < t.end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def is_same(ours: Statement, found: Found) -> bool:
    """Say whether the rules cut exactly the same words."""
    return span_of(ours.tokens, ours.evidence) == found.span


def recut(ours: Statement, found: Found) -> Statement:
    """Return a statement of the rules cut to other words, in which the same one speaks."""
    first, last = found.tokens[found.words[0]], found.tokens[found.words[1] - 1]
    if first.start < ours.tokens[0].start or last.end > ours.tokens[-1].end:
        return afresh(found, ours.source, None)
    start, end = words = words_in(ours.tokens, found.span)
    if ours.evidence[0] <= start < ours.content[0]:
        start = ours.content[0]
    if ours.content[1] < end <= ours.evidence[1]:
        end = ours.content[1]
    return _cut(ours, words, (start, end) if start < end else words)


def afresh(found: Found, source: Source, ours: Statement | None) -> Statement:
    """Return a statement made of a quote in which the rules hear nobody, or somebody else."""
    if ours is not None and is_same(ours, found):
        frame = ours.frame and replace(ours.frame, source=None, addressee=None)
        return replace(ours, source=source, frame=frame, lead=None, inherits=None)
    content, speaking = _without_speaker(found)
    whole = Statement(
        sentence=found.sentence,
        tokens=found.tokens,
        evidence=found.words,
        content=content,
        clause=Clause(*content, "main", None),
        frame=None,
        cue=None,
        source=source,
        attribution="narrator",
        frame_words=speaking,
        lead=None,
        inherits=None,
        direct=False,
        rules=(),
    )
    return _cut(whole, found.words, content)


def _cut(statement: Statement, words: Range, content: Range) -> Statement:
    tokens = statement.tokens
    clause = Clause(*content, "main", main_verb(tokens, *content))
    direct = is_quoted(tokens, clause)
    return replace(statement, evidence=words, content=content, clause=clause, direct=direct)


def _without_speaker(found: Found) -> tuple[Range, tuple[Range, ...]]:
    """Part a quote into what is said and the words of cue and speaker before or behind it."""
    start, end = found.words
    cue = found.cue
    if cue is None or not found.span.contains(cue):
        return found.words, ()
    shown_by = [cue]
    if found.source is not None and found.span.contains(found.source):
        shown_by.append(found.source)
    low, high = min(s.start for s in shown_by), max(s.end for s in shown_by)
    left = start + sum(found.tokens[n].end <= low for n in range(start, end))
    right = end - sum(found.tokens[n].start >= high for n in range(start, end))
    if max(left - start, end - right) == 0:
        return found.words, ()
    if left - start > end - right:
        return (start, left), ((left, end),)
    return (right, end), ((start, right),)
