"""Why a report was read as it was: sentence by sentence, its claims, and the rules in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from layers.lexicon import table
from layers.model import Annotation, MapDocument
from reading.model import Article
from reading.segment import segment


@dataclass(frozen=True, slots=True)
class Fired:
    """A rule that fired: its name as annotations list it, and what it means in words.

    ``words`` is None for a rule that nobody has described; ``of`` is what stood in the place of
    ``{word}``, the cue of ``cue:say``.
    """

    rule: str
    words: str | None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Explained:
    """A sentence with the claims that begin in it.

    Attributes
    ----------
    article_id
        Of the report.
    paragraph, number
        From 1, as readers count.
    start, end
        Code-point offsets in the report's text.
    text
        The sentence verbatim.
    claims
        Each a claim's annotations, in text order.
    """

    article_id: str
    paragraph: int
    number: int
    start: int
    end: int
    text: str
    claims: tuple[tuple[Annotation, ...], ...]


def explain(document: MapDocument) -> tuple[Explained, ...]:
    """Return every sentence of every report with the claims that begin in it."""
    claims: dict[str, list[tuple[Annotation, ...]]] = {}
    for claim in document.claims():
        claims.setdefault(claim[0].anchor.article_id, []).append(claim)
    return tuple(
        sentence
        for article in document.articles
        for sentence in _sentences(article, claims.get(article.id, ()))
    )


def _sentences(article: Article, claims: Sequence[tuple[Annotation, ...]]) -> list[Explained]:
    waiting = sorted(claims, key=lambda claim: claim[0].anchor.start)
    found, at = [], 0
    for sentence in segment(article).sentences:
        first = at
        while at < len(waiting) and waiting[at][0].anchor.start < sentence.span.end:
            at += 1
        found.append(
            Explained(
                article.id,
                sentence.paragraph + 1,
                sentence.index + 1,
                sentence.span.start,
                sentence.span.end,
                sentence.span.of(article.text),
                tuple(waiting[first:at]),
            )
        )
    return found


def rules_fired(claim: Sequence[Annotation]) -> tuple[Fired, ...]:
    """Return the rules behind a claim and its places, each once, in the order they fired."""
    rules = dict.fromkeys(rule for annotation in claim for rule in annotation.audit.rules)
    return tuple(in_words(rule) for rule in rules)


@cache
def in_words(rule: str) -> Fired:
    """Say what a rule means.

    A row of ``lexicon/rules.tsv`` describes one rule, or with ``*`` a family of them; the row with
    the most letters of its own wins.

    Examples
    --------
    >>> in_words("cue:say").words, in_words("cue:say").of
    ('“{word}” shows that somebody says so.', 'say')
    >>> in_words("role:in-arrival").of, in_words("a rule of tomorrow").words
    ('in', None)
    """
    rows = _rows()
    if rule in rows:
        return Fired(rule, rows[rule])
    for pattern in _families():
        head, tail = pattern.split("*")
        if rule.startswith(head) and rule.endswith(tail) and len(rule) > len(pattern) - 1:
            return Fired(rule, rows[pattern], rule[len(head) : len(rule) - len(tail)])
    return Fired(rule, None)


def _rows() -> Mapping[str, str]:
    return {rule: row["words"] for rule, row in table("rules").items()}


@cache
def _families() -> tuple[str, ...]:
    return tuple(sorted((r for r in table("rules") if "*" in r), key=lambda r: (-len(r), r)))
