"""Whose word each clause is.

The outcome is one :class:`Statement` for each thing said by each speaker, in text order: under a
frame that of its speaker, without one that of the speaker before
(:mod:`reading.inheritance`) or the article's own.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from reading.clause import Clause, Kind, subject_of
from reading.clauses import split_clauses
from reading.contents import clauses_of, cue_of, is_aside, leads
from reading.cues import Frame
from reading.evidence import evidence_of, is_quoted, manner, wholly_quoted
from reading.fillers import claims_nothing
from reading.frames import frames
from reading.hearsay import names_teller
from reading.inheritance import Inheritance
from reading.mention import Mention
from reading.model import Attribution, Segmentation, Sentence, Source
from reading.phrases import Range, Tokens
from reading.regions import Region, frame_words, regions
from reading.relaying import RELAYING, cited, medium_of, messenger
from reading.sequels import counted_by, counter
from reading.source import NARRATOR, as_source, unattributed, without_hearsay
from reading.sources import Speakers
from reading.statement import Statement
from reading.tokens import NOUNS
from reading.voices import coordinated

_ASIDES_REACH = 6
_LONGEST_SENTENCE = 250
_JOINTS = frozenset({"and", "but", "yet"})


def attribute(
    sentences: Sequence[Tokens], segmentation: Segmentation, text: str
) -> tuple[Statement, ...]:
    """Return every statement of an article in text order."""
    attribution = _Attribution(sentences, segmentation, text)
    for sentence, tokens in zip(segmentation.sentences, sentences, strict=True):
        if sentence.is_subheading:
            continue
        for start in range(0, len(tokens), _LONGEST_SENTENCE):
            stretch = tokens
            if len(tokens) > _LONGEST_SENTENCE:
                stretch = Tokens.of(tokens[start : start + _LONGEST_SENTENCE])
            if stretch.tags.count("PU") < len(stretch):
                attribution.read(sentence, stretch)
    return tuple(attribution.found)


class _Speech(NamedTuple):
    """What a frame says of all that it rules: where it was said, and who passes it on."""

    sentence: Sentence
    tokens: Tokens
    region: Region
    frame: Frame
    clauses: tuple[Clause, ...]
    said_in: tuple[Range, ...]
    medium: str | None
    via: str | None


class _Keeping(NamedTuple):
    """The speaker of what stands without a cue, and why it is his word."""

    source: Source
    attribution: Attribution
    rule: str
    inherits: int | None


class _Attribution:
    """Reads the sentences of one article in order."""

    def __init__(self, sentences: Sequence[Tokens], segmentation: Segmentation, text: str) -> None:
        self.found: list[Statement] = []
        self._text = text
        self._speakers = Speakers(sentences, text)
        self._inheritance = Inheritance(sentences, segmentation)
        self._last: Mention | None = None

    def read(self, sentence: Sentence, tokens: Tokens) -> None:
        first = len(self.found)
        self._speakers.opens(tokens)
        found = frames(tokens, headline=sentence.is_headline)
        if found and found[0].form == "colon" and not self._speakers.has_voice(tokens, found[0]):
            found = found[1:]
        for region in regions(tokens, found):
            if region.frame is None:
                self._without_frame(sentence, tokens, region)
            else:
                self._under_frame(sentence, tokens, region, region.frame, first)

    # -- under a frame ---------------------------------------------------------------------------

    def _under_frame(
        self, sentence: Sentence, tokens: Tokens, region: Region, frame: Frame, first: int
    ) -> None:
        clauses = clauses_of(tokens, region, frame, headline=sentence.is_headline)
        if not clauses:
            return
        speech = self._with_cited(
            _Speech(
                sentence,
                tokens,
                region,
                frame,
                clauses,
                frame_words(tokens, region),
                medium_of(tokens, frame, self._text),
                messenger(tokens, region, frame, self._text),
            )
        )
        for mention in self._mentions(tokens, speech.frame, first):
            if mention is None:
                self._say(speech, None, None, first)
                continue
            full = self._speakers.resolve(mention)
            if frame.form == "noun" and self._denied_by(full, first):
                full = mention  # nobody denies his own claim
            self._say(speech, mention, full, first)
            self._speakers.spoke(full, mention.span.start)
            self._last = mention

    def _with_cited(self, speech: _Speech) -> _Speech:
        """Return a speech as that of whom a medium cites, which passes it on."""
        source = speech.frame.source
        whom = cited(speech.tokens, speech.region)
        if whom is None or source is None:
            return speech
        outer = self._speakers.resolve(self._speakers.read(speech.tokens, source))
        if outer.person and outer.type not in RELAYING:
            return speech
        return speech._replace(via=outer.name, frame=replace(speech.frame, source=whom))

    def _mentions(self, tokens: Tokens, frame: Frame, first: int) -> list[Mention | None]:
        if frame.form == "participle":
            return [self._of_clause_before(tokens, first)]
        if frame.form == "passive" or frame.source is None:
            return [None]
        if frame.form == "noun" and not names_teller(frame):
            return [None]
        return [self._speakers.read(tokens, each) for each in coordinated(tokens, frame.source)]

    def _denied_by(self, speaker: Mention, first: int) -> bool:
        """Say whether somebody has just denied something in this sentence."""
        return any(
            said.source.name == speaker.name
            and said.cue is not None
            and said.cue.stance == "denies"
            for said in self.found[first:]
        )

    def _of_clause_before(self, tokens: Tokens, first: int) -> Mention | None:
        """Return who goes on speaking in ", saying …": the speaker, or the subject, before it."""
        if len(self.found) <= first:
            return None
        before = _told_before(self.found[first:])
        if before.source.type != "narrator":
            return self._last
        subject = subject_of(tokens, before.clause)
        if subject is None or not any(tokens[n].tag in NOUNS for n in range(*subject)):
            return None
        return self._speakers.read(tokens, subject)

    def _say(
        self, speech: _Speech, mention: Mention | None, full: Mention | None, first: int
    ) -> None:
        """Find one statement for each clause of what one speaker says."""
        _, tokens, region, frame, clauses, *_ = speech
        opens = len(self.found) == first and leads(tokens, frame)
        lead: int | None = None
        for number, clause in enumerate(clauses):
            last = number == len(clauses) - 1
            evidence = evidence_of(tokens, region, clause, opens=number == 0, closes=last)
            other = self._other_count(tokens, clause)
            if other is not None:
                source = other
            elif is_aside(tokens, clause, frame):
                source = NARRATOR
            else:
                source = self._source(speech, mention, full, evidence)
            content = (clause.start, clause.end)
            if number == 0 and opens:
                content, evidence = (0, clause.end), (0, evidence[1])
            if source is NARRATOR and self._is_told(speech.sentence, evidence):
                continue  # two who urged it share one aside
            framed = source is not NARRATOR and other is None
            self._add(speech, number, source, evidence, content, lead, framed=framed)
            lead = len(self.found) - 1 if lead is None else lead

    def _add(
        self,
        speech: _Speech,
        number: int,
        source: Source,
        evidence: Range,
        content: Range,
        lead: int | None,
        *,
        framed: bool,
    ) -> None:
        sentence, tokens, region, frame, clauses, *_ = speech
        clause = clauses[number]
        quoted = is_quoted(tokens, clause)
        if framed:
            how = manner(tokens, region, frame, clause, quoted=quoted)
        else:
            how = "narrator" if source is NARRATOR else "embedded"
        self.found.append(
            Statement(
                sentence.index,
                tokens,
                evidence,
                content,
                clause,
                frame if framed else None,
                cue_of(region, frame, clause, number) if framed else None,
                source,
                how,
                speech.said_in if framed else (),
                lead,
                None,
                quoted,
                (f"cue:{frame.cue.name}", f"frame:{frame.form}", *_clause_rule(clause.kind)),
            )
        )

    def _source(
        self, speech: _Speech, mention: Mention | None, full: Mention | None, evidence: Range
    ) -> Source:
        """Return the speaker of a clause with the medium in which he spoke."""
        frame = speech.frame
        if mention is None or full is None:
            source = self._source_of_nobody(speech.tokens, frame)
        else:
            named = (
                mention.head not in {"he", "she", "it", "they"}
                and frame.source is not None
                and evidence[0] <= frame.source[0]
                and frame.source[1] <= evidence[1]
            )
            source = as_source(mention, without_hearsay(mention, full), inherited=not named)
        passed_on = speech.via or (speech.medium and not source.medium)
        if source is NARRATOR or not passed_on:
            return source
        return replace(source, via=speech.via or source.via, medium=source.medium or speech.medium)

    def _source_of_nobody(self, tokens: Tokens, frame: Frame) -> Source:
        """Return the speaker where the frame names none: that of the clause before, or nobody."""
        if frame.form != "participle":
            return unattributed(tokens, frame)
        return _told_before(self.found).source if self.found else NARRATOR

    def _other_count(self, tokens: Tokens, clause: Clause) -> Source | None:
        """Return who gave the figure of ", compared with 40 reported by the army"."""
        if clause.kind == "contrast":
            where = counted_by(tokens, clause.start, clause.end)
        else:
            where = counter(tokens, clause.start, clause.verb, clause.end)
        if where is None:
            return None
        mention = self._speakers.read(tokens, where)
        return as_source(mention, self._speakers.resolve(mention), inherited=False)

    def _is_told(self, sentence: Sentence, evidence: Range) -> bool:
        """Say whether the report itself has told the same words of this sentence before."""
        return any(
            told.evidence == evidence and told.source is NARRATOR
            for told in self.found[-_ASIDES_REACH:]
            if told.sentence == sentence.index
        )

    # -- without a frame -------------------------------------------------------------------------

    def _without_frame(self, sentence: Sentence, tokens: Tokens, region: Region) -> None:
        clauses = split_clauses(tokens, region.start, region.end, headline=sentence.is_headline)
        quoted = wholly_quoted(tokens, region)
        source, how, rule, root = self._kept(sentence, tokens, region, quoted=quoted)
        lead: int | None = None
        for clause in clauses:
            if not sentence.is_headline and claims_nothing(tokens, clause.start, clause.end):
                continue
            other = self._other_count(tokens, clause)
            opens = clause.start + (tokens[clause.start].lower in _JOINTS)
            opens += opens > clause.start and tokens[opens].lower == ","  # "Yet, two fled"
            self.found.append(
                Statement(
                    sentence.index,
                    tokens,
                    (opens, clause.end),
                    (clause.start, clause.end),
                    clause,
                    None,
                    None,
                    source if other is None else other,
                    how if other is None else "embedded",
                    (),
                    lead,
                    root if other is None else None,
                    quoted,
                    (rule, *_clause_rule(clause.kind)),
                )
            )
            lead = len(self.found) - 1 if lead is None else lead

    def _kept(
        self, sentence: Sentence, tokens: Tokens, region: Region, *, quoted: bool
    ) -> _Keeping:
        """Return whose word a region without a cue is."""
        last = self._inheritance.keeps(self.found, sentence, tokens, region, quoted=quoted)
        if last is not None:
            before = self.found[last]
            root = last if before.inherits is None else before.inherits
            source = replace(before.source, inherited=True)
            if quoted:
                return _Keeping(source, "direct", "source:split_quotation", root)
            return _Keeping(source, "continuation", "source:inherited", root)
        teller = self._speakers.told_of(tokens[region.start].start) if quoted else None
        if teller is None:
            return _Keeping(NARRATOR, "narrator", "source:narrator", None)
        source = as_source(teller, self._speakers.resolve(teller), inherited=True)
        return _Keeping(source, "direct", "source:told_of", None)


def _told_before(found: Sequence[Statement]) -> Statement:
    """Return the last statement that is no aside: "X urged calm, which held, and called for …"."""
    last = found[-1]
    if last.clause.kind == "relative" and last.source is NARRATOR and len(found) > 1:
        return found[-2] if found[-2].sentence == last.sentence else last
    return last


def _clause_rule(kind: Kind) -> tuple[str, ...]:
    return () if kind == "main" else (f"clause:{kind}",)
