"""The report's text as the page shows it: numbered paragraphs, cut where claims and names begin.

Nothing is added to the words and nothing is left out: the runs of all paragraphs and the white
space between them are the stored text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import overload

from layers.model import MapDocument, Mention
from reading.model import Article, Span
from reading.segment import segment
from web.cards import Card, Cards


@dataclass(frozen=True, slots=True)
class Run:
    """Words over which nothing changes.

    ``claims`` are the ids of the claims that hold them; ``opens`` are the cards of the claims that
    begin here; ``mention`` is the place name they are (part of).
    """

    text: str
    claims: tuple[str, ...]
    opens: tuple[Card, ...]
    mention: Mention | None


@dataclass(frozen=True, slots=True)
class Voice:
    """Claims of one speaker that follow each other."""

    speaker: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `voices` are those whose claims begin in it."""

    number: int
    is_headline: bool
    runs: tuple[Run, ...]
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Manuscript:
    """One report of a map."""

    article: Article
    paragraphs: tuple[Paragraph, ...]


class Manuscripts(Sequence[Manuscript]):
    """The reports of a map, each made ready when it is first asked for."""

    def __init__(self, document: MapDocument, cards: Cards) -> None:
        self._articles = document.articles
        self._cards = cards
        self._made: dict[int, Manuscript] = {}
        self._claims: dict[str, list[tuple[Span, str]]] = {}
        self._mentions: dict[str, list[Mention]] = {}
        for group in document.claims():
            anchor = group[0].anchor
            own = self._claims.setdefault(anchor.article_id, [])
            own.append((Span(anchor.start, anchor.end), anchor.claim_id))
        for mention in document.mentions:
            self._mentions.setdefault(mention.article_id, []).append(mention)

    def __len__(self) -> int:
        return len(self._articles)

    @overload
    def __getitem__(self, place: int) -> Manuscript: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Manuscript, ...]: ...

    def __getitem__(self, place: int | slice) -> Manuscript | tuple[Manuscript, ...]:
        if isinstance(place, slice):
            return tuple(self[rank] for rank in range(*place.indices(len(self))))
        rank = range(len(self))[place]
        if rank not in self._made:
            self._made[rank] = self._manuscript(self._articles[rank])
        return self._made[rank]

    def _manuscript(self, article: Article) -> Manuscript:
        own = [(span, self._cards.of(claim)) for span, claim in self._claims.get(article.id, ())]
        names = _outermost(self._mentions.get(article.id, []))
        segmentation = segment(article)
        headlines = {s.paragraph for s in segmentation.sentences if s.is_headline}
        paragraphs = tuple(
            _paragraph(article.text, span, index, index in headlines, own, names)
            for index, span in enumerate(segmentation.paragraphs)
        )
        return Manuscript(article, paragraphs)


def _paragraph(
    text: str,
    span: Span,
    index: int,
    is_headline: bool,
    claims: list[tuple[Span, Card]],
    names: list[Mention],
) -> Paragraph:
    near = [(s, card) for s, card in claims if s.overlaps(span)]
    here = [m for m in names if span.start <= m.start and m.end <= span.end]
    cuts = {span.start, span.end}
    for s, _ in near:
        cuts |= {max(s.start, span.start), min(s.end, span.end)}
    for m in here:
        cuts |= {m.start, m.end}
    edges = sorted(cuts)
    runs = []
    for start, end in pairwise(edges):
        runs.append(
            Run(
                text=text[start:end],
                claims=tuple(c.claim_id for s, c in near if s.start <= start and end <= s.end),
                opens=tuple(c for s, c in near if s.start == start),
                mention=next((m for m in here if m.start <= start and end <= m.end), None),
            )
        )
    begun = [card for s, card in near if span.start <= s.start < span.end]
    voices = tuple(
        Voice(name, tuple(cards)) for name, cards in groupby(begun, key=lambda card: card.speaker)
    )
    return Paragraph(index + 1, is_headline, tuple(runs), voices)


def _outermost(mentions: list[Mention]) -> list[Mention]:
    """Drop the names that stand within a longer one."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept
