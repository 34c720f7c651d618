"""Another extractor in place of the rules: they verify what it proposes, and fill in the rest.

An :class:`Extractor` says which words claim something, on whose word, and how surely. It never
makes a :class:`~reading.model.Claim` itself: its quotes and sources are looked up in the text, and
sentence, times, quantities and slots are heard by the same rules as ever.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol, cast

from reading.attribution import attribute
from reading.claims import Verdict, claims_of, extract
from reading.events import event_types
from reading.grounding import Found, afresh, is_same, recut, words_in
from reading.language import reads_as_english
from reading.model import (
    Article,
    Attribution,
    Certainty,
    Claim,
    Reading,
    Segmentation,
    Source,
    Span,
    Stance,
)
from reading.phrases import span_of
from reading.proposals import Finder, Proposal, shown
from reading.segment import segment
from reading.source import NARRATOR, UNATTRIBUTED, as_source
from reading.sources import Speakers
from reading.statement import Statement
from reading.tokens import Tokens, tokenise

_LONGEST_QUOTE = 250
_NOBODY = frozenset(UNATTRIBUTED.values())


class Extractor(Protocol):
    """Whatever hears claims in an article: the rules, a parser, a language model."""

    @property
    def name(self) -> str:
        """A short name; the rules of each claim begin with ``extractor:NAME``."""

    def propose(self, article: Article) -> Sequence[Proposal]:
        """Return the claims of `article`, those of one sentence in the order they are made."""


@dataclass(frozen=True, slots=True)
class SavedExtractor:
    """An extractor that has spoken already: its saved proposals for one article."""

    name: str
    proposals: tuple[Proposal, ...]

    def propose(self, article: Article) -> Sequence[Proposal]:
        """Return what was saved."""
        return self.proposals


@dataclass(frozen=True, slots=True)
class RulesExtractor:
    """The rules, seen as one extractor among others."""

    name: str = "rules"

    def propose(self, article: Article) -> Sequence[Proposal]:
        """Return every claim that the rules find, as a proposal."""
        return tuple(_as_proposal(claim, article.text) for claim in extract(article).claims)


def _as_proposal(claim: Claim, text: str) -> Proposal:
    return Proposal(
        quote=claim.evidence.of(text),
        source=None if claim.source.type == "narrator" else claim.source.name,
        stance=claim.stance,
        certainty=claim.certainty,
        attribution=claim.attribution,
        event_type=claim.event_type,
        cue=None if claim.cue is None else claim.cue.of(text),
        subject=claim.subject,
        object=claim.object,
        near=claim.evidence.start,
    )


def read_with(article: Article, extractor: Extractor) -> Reading:
    """Hear an article through an extractor.

    A quote that does not stand in the text, letter by letter, is dropped with a warning, and so is
    a stance, certainty or attribution that no claim may have. A source that does not stand in the
    text gives way to the narrator, with a warning; other words that do not, to those of the rules.

    Parameters
    ----------
    article : Article
        In English; a text in another language gives no claims, for the rules fill in times and
        quantities in English only.
    extractor : Extractor

    Returns
    -------
    Reading
        Claims in the order of their sentences, those of one sentence as proposed.

    Examples
    --------
    >>> from reading.article import read_article
    >>> article = read_article("Rain fell on Monday, the mayor said.", date="2024-05-07")
    >>> reading = read_with(article, RulesExtractor())
    >>> reading.claims[0].source.name, reading.claims[0].event_start
    ('mayor', datetime.date(2024, 5, 6))
    """
    segmentation = segment(article)
    if not reads_as_english(article.language, article.text):
        return Reading(article, segmentation, (), (), ())
    return _Hearing(article, segmentation, extractor.name).hear(extractor.propose(article))


class _Hearing:
    """Turns the proposals for one article into statements, and these into claims."""

    def __init__(self, article: Article, segmentation: Segmentation, name: str) -> None:
        self._article = article
        self._segmentation = segmentation
        self._rule = f"extractor:{name}"
        self._sentences = tokenise(article, segmentation)
        self._starts = [sentence.span.start for sentence in segmentation.sentences]
        self._speakers = Speakers(self._sentences, article.text)
        self._finder = Finder(article.text)
        self._ours = attribute(self._sentences, segmentation, article.text)
        self._ours_in: dict[int, list[int]] = {}
        for index, statement in enumerate(self._ours):
            self._ours_in.setdefault(statement.sentence, []).append(index)
        self._known = {each.source.name: each.source for each in reversed(self._ours)}
        self._taken: dict[int, int] = {}
        self._warnings: list[str] = []

    def hear(self, proposals: Sequence[Proposal]) -> Reading:
        tried = [self._find(proposal) for proposal in proposals]
        found = sorted((f for f in tried if f is not None), key=lambda f: f.sentence)
        statements = [self._statement(each, index) for index, each in enumerate(found)]
        verdicts = [self._verdict(each.proposal) for each in found]
        reading = claims_of(self._article, self._segmentation, statements, verdicts)
        return replace(
            reading,
            claims=tuple(map(self._as_found, found, reading.claims)),
            warnings=tuple(dict.fromkeys(self._warnings)),
        )

    # -- what stands in the text -------------------------------------------------------------------

    def _find(self, proposal: Proposal) -> Found | None:
        found = self._placed(proposal)
        if isinstance(found, str):
            self._warn(proposal, f"was dropped: {found}")
            return None
        return found

    def _placed(self, proposal: Proposal) -> Found | str:
        """Return where the words of a proposal stand, or in words why it cannot be used."""
        unknown = proposal.unknown_term()
        if unknown is not None:
            return unknown
        holds = self._finder.holds(proposal.quote)
        span = self._finder.quote(proposal.quote, proposal.near) if holds else None
        if span is None:
            return "these words do not stand in the text"
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = max(first + 1, bisect_right(self._starts, span.end - 1))
        tokens = Tokens.of(token for n in range(first, last) for token in self._sentences[n])
        words = words_in(tokens, span)
        if words[0] == words[1]:
            return "no sentence holds these words"
        if words[1] - words[0] > _LONGEST_QUOTE:
            return f"a quote of more than {_LONGEST_QUOTE} words is no single claim"
        source = self._around(proposal, "source", span)
        sentences = Span(tokens[0].start, max(tokens[-1].end, span.end))
        cue = self._around(proposal, "cue", span, sentences)
        return Found(proposal, span, first, tokens, words, source, cue)

    def _around(
        self, proposal: Proposal, field: str, span: Span, within: Span | None = None
    ) -> Span | None:
        words = getattr(proposal, field)
        if words is None or words in _NOBODY:
            return None
        found = self._finder.around(words, span, within)
        if found is None:
            instead = "the narrator speaks" if field == "source" else "the rules choose"
            self._warn(
                proposal, f"has a {field} that is not in the text, {shown(words)}: {instead}"
            )
        return found

    def _warn(self, proposal: Proposal, what: str) -> None:
        self._warnings.append(f"the proposed claim {shown(proposal.quote)} {what}")

    # -- statements --------------------------------------------------------------------------------

    def _statement(self, found: Found, index: int) -> Statement:
        source = self._source(found)
        number = self._counterpart(found, source)
        ours = None if number is None else self._ours[number]
        if number is not None:
            self._taken.setdefault(number, index)
        attribution = cast("Attribution", found.proposal.attribution)
        if found.proposal.source is not None and source is NARRATOR:
            attribution = "narrator"
        if ours is not None and self._says(ours, found, source):
            named = source.mention is not None and found.span.contains(source.mention)
            same = is_same(ours, found)
            source = ours.source if same else replace(ours.source, inherited=not named)
            kept = replace(
                ours,
                lead=self._earlier(ours.lead, index),
                inherits=self._earlier(ours.inherits, index),
            )
            made = kept if same else recut(kept, found)
        else:
            made = afresh(found, source, ours)
        return replace(made, source=source, attribution=attribution)

    def _says(self, ours: Statement, found: Found, source: Source) -> bool:
        """Say whether the rules hear the same speaker, under one name or another."""
        return ours.source.name in {source.name, found.proposal.source}

    def _source(self, found: Found) -> Source:
        name = found.proposal.source
        if name in _NOBODY:
            return Source(name, found.cue, "unattributed_reports")
        if name is None or found.source is None:
            return NARRATOR
        sentence = max(0, bisect_right(self._starts, found.source.start) - 1)
        tokens = self._sentences[sentence]
        words = words_in(tokens, found.source)
        if words[0] == words[1]:
            return Source(name, found.source, None, inherited=True)
        mention = self._speakers.read(tokens, words)
        full = self._speakers.resolve(mention)
        if mention.proper and not set(mention.name.split()) <= set(full.name.split()):
            full = mention
        self._speakers.spoke(full, mention.span.start)
        inherited = not found.span.contains(found.source)
        known = self._known.get(full.name)
        if known is not None:
            return replace(known, mention=found.source, inherited=inherited, via=None, medium=None)
        return as_source(mention, full, inherited=inherited)

    def _counterpart(self, found: Found, source: Source) -> int | None:
        """Return the statement of the rules that shares most with a proposal."""

        def likeness(number: int) -> tuple[bool, bool, bool, int]:
            ours = self._ours[number]
            span = span_of(ours.tokens, ours.evidence)
            shared = min(span.end, found.span.end) - max(span.start, found.span.start)
            said = self._says(ours, found, source)
            return span == found.span, said, number not in self._taken, shared

        options = [n for n in self._ours_in.get(found.sentence, ()) if likeness(n)[-1] > 0]
        return max(options, key=likeness, default=None)

    def _earlier(self, number: int | None, index: int) -> int | None:
        """Return which of the proposals stands for a statement of the rules, if it came before."""
        taken = None if number is None else self._taken.get(number)
        return taken if taken is not None and taken < index else None

    # -- claims ------------------------------------------------------------------------------------

    def _verdict(self, proposal: Proposal) -> Verdict:
        kind = proposal.event_type
        if kind is not None and kind not in event_types():
            self._warn(proposal, f"has an unknown event type, {shown(kind)}: the rules choose")
            kind = None
        arguments = []
        for field, words in (("subject", proposal.subject), ("object", proposal.object)):
            if words is not None and not self._finder.holds(words):
                what = f"has a {field} that is not in the text, {shown(words)}: the rules choose"
                self._warn(proposal, what)
                words = None  # noqa: PLW2901  (what is not in the text is as good as absent)
            arguments.append(words)
        stance = cast("Stance", proposal.stance)
        certainty = cast("Certainty", proposal.certainty)
        return Verdict(stance, certainty, kind, *arguments)

    def _as_found(self, found: Found, claim: Claim) -> Claim:
        start = max(claim.content.start, found.span.start)
        end = min(claim.content.end, found.span.end)
        heard = None if claim.cue is None else claim.cue.of(self._article.text)
        keeps = found.cue is None or heard == found.proposal.cue
        return replace(
            claim,
            evidence=found.span,
            content=Span(start, end) if start < end else found.span,
            cue=claim.cue if keeps else found.cue,
            rules=(self._rule, *claim.rules),
        )
