"""Whose word each clause is, and who the next sentence still quotes.

The outcome is one :class:`Statement` for each thing said by each speaker, in text order. A sentence
without a cue keeps the speaker of the one before when it opens with They, These, It, "The plan", or
is the rest of a split quotation; otherwise it is the article's own word.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from reading.clause import Clause, Kind, main_verb, subject_of
from reading.clauses import split_clauses
from reading.cues import ACCORDING, Cue, Frame
from reading.evidence import evidence_of, is_quoted, manner, wholly_quoted
from reading.filled import filled
from reading.fillers import claims_nothing
from reading.frames import frames
from reading.lexicon import rows
from reading.mentions import Mention
from reading.model import Attribution, Segmentation, Sentence, Source
from reading.nouns import media_nouns
from reading.openings import counted
from reading.phrases import Range, Tokens, head_noun, is_temporal, phrase_right, span_of, words_of
from reading.regions import Region, frame_words, regions
from reading.sequels import counted_by
from reading.sources import Speakers, as_source
from reading.tokens import FINITE, NOUNS
from reading.voices import RELAYING, coordinated, quoted_by, relays
from reading.voices import cited as whom_cited

_ASIDES_REACH = 6
_LONGEST_SENTENCE = 250
NARRATOR = Source(name="narrator", mention=None, type="narrator")
_PRESS = frozenset({"reporters", "journalists", "the media", "the press"})
UNATTRIBUTED = {
    "reported": "unattributed reports",
    "alleged": "unattributed allegations",
    "believed": "unattributed belief",
}
_HEARSAY = frozenset({"reports", "report", "sources", "rumours", "rumors", "allegations"})
_OF_NOBODY = frozenset({"unattributed_reports", "narrator"})
_UNTOLD = frozenset({"uncertain", "unclear", "unknown"})
_KNOWN = frozenset({"clear", "known"})
_JOINTS = frozenset({"and", "but", "yet"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "latest", "last"})


@filled
@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said by one speaker.

    Parameters
    ----------
    sentence : int
        Index of the sentence.
    tokens : sequence of Token
        Its words, or a stretch of them where it is longer than any prose.
    evidence, content : Range
        Words of the sentence: with and without cue and speaker.
    clause : Clause
    frame : Frame or None
        The attribution; None where the speaker is inherited or the narrator.
    cue : Cue or None
        The cue that gives the stance: the frame's own, or that of the speech it reports.
    source : Source
    attribution : str
    frame_words : tuple of Range
        Words of the sentence that belong to cue and speaker: what is dated there is the statement.
    lead : int or None
        Index of the statement that this one was split from.
    inherits : int or None
        Index of the statement whose speaker, and time of speaking, this one keeps.
    direct : bool
        The content is quoted speech.
    rules : tuple of str
    """

    sentence: int
    tokens: Tokens
    evidence: Range
    content: Range
    clause: Clause
    frame: Frame | None
    cue: Cue | None
    source: Source
    attribution: Attribution
    frame_words: tuple[Range, ...]
    lead: int | None
    inherits: int | None
    direct: bool
    rules: tuple[str, ...]


@cache
def _openers() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in rows("inheritance")}


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


class _Attribution:
    """Reads the sentences of one article in order."""

    def __init__(self, sentences: Sequence[Tokens], segmentation: Segmentation, text: str) -> None:
        self.found: list[Statement] = []
        self._sentences = sentences
        self._segmentation = segmentation
        self._text = text
        self._speakers = Speakers(sentences, text)
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
        clauses = _clauses(tokens, region, frame, headline=sentence.is_headline)
        if not clauses:
            return
        medium, via = self._medium(tokens, frame), self._via(tokens, region, frame)
        rules = (f"cue:{frame.cue.name}", f"frame:{frame.form}")
        cited = whom_cited(tokens, region)
        if cited is not None and frame.source is not None:
            outer = self._speakers.resolve(self._speakers.read(tokens, frame.source))
            if outer.type in RELAYING or not outer.person:
                via, frame = outer.name, replace(frame, source=cited)
        said_in = frame_words(tokens, region)
        for mention in self._mentions(tokens, frame, first):
            lead: int | None = None
            full = None if mention is None else self._speakers.resolve(mention)
            for number, clause in enumerate(clauses):
                last = number == len(clauses) - 1
                evidence = evidence_of(tokens, region, clause, opens=number == 0, closes=last)
                other = self._other_count(tokens, clause)
                source = NARRATOR if other is None else other
                if other is None and not _is_aside(tokens, clause, frame):
                    source = self._source(tokens, frame, mention, full, evidence)
                if (
                    source is not NARRATOR
                    and other is None
                    and (via or (medium and not source.medium))
                ):
                    source = replace(source, via=via or source.via, medium=source.medium or medium)
                content = (clause.start, clause.end)
                if number == 0 and len(self.found) == first and _leads(tokens, frame):
                    content, evidence = (0, clause.end), (0, evidence[1])
                quoted = is_quoted(tokens, clause)
                own = source is NARRATOR or other is not None
                if source is NARRATOR and self._is_told(sentence, evidence):
                    continue  # two who urged it share one aside
                self.found.append(
                    Statement(
                        sentence.index,
                        tokens,
                        evidence,
                        content,
                        clause,
                        None if own else frame,
                        None if own else _cue_of(region, frame, clause, number),
                        source,
                        _manner_of_other(other)
                        if own
                        else manner(tokens, region, frame, clause, quoted=quoted),
                        () if own else said_in,
                        lead,
                        None,
                        quoted,
                        rules + _clause_rule(clause.kind),
                    )
                )
                lead = len(self.found) - 1 if lead is None else lead
            if full is not None and mention is not None:
                self._speakers.spoke(full, mention.span.start)
                self._last = mention

    def _other_count(self, tokens: Tokens, clause: Clause) -> Source | None:
        """Return who gave the figure of ", compared with 40 reported by the army"."""
        where = counted_by(tokens, clause.start, clause.end) if clause.kind == "contrast" else None
        if where is None:
            return None
        mention = self._speakers.read(tokens, where)
        full = self._speakers.resolve(mention)
        return as_source(mention, full, inherited=False, via=None, medium=None)

    def _is_told(self, sentence: Sentence, evidence: Range) -> bool:
        """Say whether the report itself has told the same words of this sentence before."""
        return any(
            told.evidence == evidence and told.source is NARRATOR
            for told in self.found[-_ASIDES_REACH:]
            if told.sentence == sentence.index
        )

    def _mentions(self, tokens: Tokens, frame: Frame, first: int) -> list[Mention | None]:
        if frame.form == "participle":
            return [self._of_clause_before(tokens, first)]
        if frame.form in {"passive", "noun"} or frame.source is None:
            return [None]
        return [self._speakers.read(tokens, each) for each in coordinated(tokens, frame.source)]

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

    def _source(
        self,
        tokens: Tokens,
        frame: Frame,
        mention: Mention | None,
        full: Mention | None,
        evidence: Range,
    ) -> Source:
        if mention is None or full is None:
            if frame.form == "participle":
                return _told_before(self.found).source if self.found else NARRATOR
            kind = "alleged" if frame.cue.passive == "accused" else frame.cue.certainty
            name = UNATTRIBUTED.get(kind, "unattributed reports")
            return Source(name, span_of(tokens, frame.words), "unattributed_reports")
        hearsay = mention.type == "unattributed_reports" and mention.name.lower() in _HEARSAY
        hearsay = hearsay and not (mention.definite and mention.head == "report")
        if hearsay and full.name == mention.name:
            full = mention._replace(name="unattributed reports")
        named = (
            mention.head not in {"he", "she", "it", "they"}
            and frame.source is not None
            and evidence[0] <= frame.source[0]
            and frame.source[1] <= evidence[1]
        )
        return as_source(mention, full, inherited=not named, via=None, medium=None)

    def _medium(self, tokens: Tokens, frame: Frame) -> str | None:
        if frame.addressee is not None:
            words = words_of(tokens, frame.addressee, self._text)
            if words.lower() in _PRESS:
                return f"remarks to {words.lower()}"
        nouns, end = media_nouns(), min(max(frame.content, frame.end), len(tokens))
        near = enumerate(tokens.lowers[frame.start : end], frame.start)
        for index in [n for n, word in near if word in nouns and tokens[n].tag in NOUNS]:
            if frame.source is not None and frame.source[0] <= index < frame.source[1]:
                continue
            start = index
            while start > frame.start and tokens[start - 1].tag in {"NN", "NP", "JJ"}:
                start -= 1
            return words_of(tokens, (start, index + 1), self._text)
        return None

    def _via(self, tokens: Tokens, region: Region, frame: Frame) -> str | None:
        """Return the messenger: the medium that quotes, or whom a speaker "told"."""
        where = region.via or frame.via
        if where is None and frame.source is not None:
            where = quoted_by(tokens, frame.source)
        if where is None and frame.addressee is not None:
            names = [n for n in range(*frame.addressee) if tokens[n].tag == "NP"]
            relays_it = any(relays(tokens[n]) for n in range(*frame.addressee))
            end = frame.addressee[1]
            while names and end > names[0] + 1 and is_temporal(tokens, end - 1, end):
                end -= 1  # "told Reuters Monday"
            where = (names[0], end) if names and relays_it else None
        if where is None:
            return None
        words = words_of(tokens, where, self._text)
        return words[4:] if words.lower().startswith("the ") else words

    # -- without a frame ---------------------------------------------------------------------------

    def _without_frame(self, sentence: Sentence, tokens: Tokens, region: Region) -> None:
        clauses = split_clauses(tokens, region.start, region.end, headline=sentence.is_headline)
        quoted = wholly_quoted(tokens, region)
        last = self._last_speech(sentence) if quoted else len(self.found) - 1
        before = self.found[last] if last >= 0 else None
        keeps = (
            before is not None
            and before.source.type != "narrator"
            and (
                region.continues
                or self._keeps_source(sentence, tokens, region, before, quoted=quoted)
            )
        )
        root: int | None = None
        source, rule = NARRATOR, "source:narrator"
        how: Attribution = "narrator"
        if keeps and before is not None:
            root = last if before.inherits is None else before.inherits
            source = replace(before.source, inherited=True)
            how = "direct" if quoted else "continuation"
            rule = "source:split_quotation" if quoted else "source:inherited"
        elif quoted and source is NARRATOR:
            teller = self._speakers.told_of(tokens[region.start].start)
            if teller is not None:
                source = as_source(
                    teller, self._speakers.resolve(teller), inherited=True, via=None, medium=None
                )
                how, rule = "direct", "source:told_of"
        lead: int | None = None
        for clause in clauses:
            if not sentence.is_headline and claims_nothing(tokens, clause.start, clause.end):
                continue
            words = (clause.start, clause.end)
            other = self._other_count(tokens, clause)
            opens = clause.start + (tokens[clause.start].lower in _JOINTS)
            self.found.append(
                Statement(
                    sentence.index,
                    tokens,
                    (opens, clause.end),
                    words,
                    clause,
                    None,
                    None,
                    source if other is None else other,
                    how if other is None else _manner_of_other(other),
                    (),
                    lead,
                    root if other is None else None,
                    quoted,
                    (rule, *_clause_rule(clause.kind)),
                )
            )
            lead = len(self.found) - 1 if lead is None else lead

    def _last_speech(self, sentence: Sentence) -> int:
        """Return who spoke last, in this paragraph or the one before: a quotation is somebody's."""
        for index in range(len(self.found) - 1, -1, -1):
            earlier = self._segmentation.sentences[self.found[index].sentence]
            if earlier.paragraph < sentence.paragraph - 1 or earlier.is_headline:
                break
            if self.found[index].source.type not in _OF_NOBODY:
                return index
        return len(self.found) - 1

    def _keeps_source(
        self, sentence: Sentence, tokens: Tokens, region: Region, before: Statement, *, quoted: bool
    ) -> bool:
        previous = self._segmentation.sentences[before.sentence]
        same_paragraph = previous.paragraph == sentence.paragraph
        if quoted:
            return True
        if not same_paragraph or previous.is_headline or before.source.type in _OF_NOBODY:
            return False
        index = region.start
        while index < region.end and tokens[index].tag in {"CC", "RB", "PU"}:
            index += 1
        if index + 1 < region.end and tokens[index].lower in {"after", "before"}:
            index += 2 if tokens[index + 1].lower in {"that", "this"} else 0
        if index >= region.end or self._counts_for_narrator(tokens, index, region.end):
            return False
        if _openers().get(tokens[index].lower) == "pronoun":
            return True
        return tokens[index].lower == "the" and self._speaks_on(tokens, index, before)

    def _counts_for_narrator(self, tokens: Tokens, index: int, end: int) -> bool:
        """Tell "It was the third launch", "It was unclear who", the article's own, from speech."""
        near = {tokens[n].lower for n in range(index, min(end, index + 8))}
        if near & _UNTOLD or ("not" in near and near & _KNOWN):
            return True
        return tokens[index].lower in {"it", "this", "that"} and any(
            tokens[n].lower in _ORDINALS for n in range(index, min(end, index + 7))
        )

    def _speaks_on(self, tokens: Tokens, index: int, before: Statement) -> bool:
        """Say whether "the soldiers" were named in the sentence before; "the region" is no such."""
        head = head_noun(tokens, (index, phrase_right(tokens, index)))
        kind = _openers().get(head or "")
        if kind is not None or head is None:
            return kind == "noun"
        return any(
            token.lower == head and token.tag in NOUNS for token in self._sentences[before.sentence]
        )


def _manner_of_other(other: Source | None) -> Attribution:
    return "narrator" if other is None else "embedded"


def _leads(tokens: Tokens, frame: Frame) -> bool:
    """Say whether what is said begins before "according to": "In Orvel, according to X, two …"."""
    before = frame.start - 1
    return frame.form == "according" and before > 0 and tokens[before].lower == ","


def _told_before(found: Sequence[Statement]) -> Statement:
    """Return the last statement that is no aside: "X urged calm, which held, and called for …"."""
    last = found[-1]
    if last.clause.kind == "relative" and last.source is NARRATOR and len(found) > 1:
        return found[-2] if found[-2].sentence == last.sentence else last
    return last


def _clause_rule(kind: Kind) -> tuple[str, ...]:
    return () if kind == "main" else (f"clause:{kind}",)


def _is_aside(tokens: Tokens, clause: Clause, frame: Frame) -> bool:
    """Say whether a clause is the article's own, though it stands behind somebody's words.

    "X urged them to wait for the result, which is due on Monday"; "X said …, while Y offered to
    …"; "X ordered an inquiry and left".
    """
    if clause.kind == "relative":
        spoken = frame.complement in {"clause", "quote", "post"} or frame.cue is ACCORDING
        said = frame.cue.stance == "asserts" and spoken
        of_person = tokens[clause.start].lower == "who" and frame.form != "after"
        return not said or of_person
    if clause.kind == "earlier" and frame.complement not in {"clause", "post", "quote"}:
        return True
    if clause.kind == "shared_subject" and (frame.form, frame.complement) == ("before", "np"):
        return True
    before = tokens[clause.start - 1].lower if clause.start else ""
    if counted(tokens, clause.start, clause.end):
        return False  # "said that two died, while four were wounded"
    shown = frame.cue.name in {"indicate", "show"}  # "a chart showing that A, while B"
    contrasts = clause.kind == "contrast" and frame.form == "before" and not shown
    return contrasts and before in {"while", "whereas"}


def _clauses(tokens: Tokens, region: Region, frame: Frame, *, headline: bool) -> tuple[Clause, ...]:
    if region.whole:
        verb = main_verb(tokens, region.start, region.end)
        if frame.form == "around":
            verb = _verb_around(tokens, region, frame)
        return (Clause(region.start, region.end, "main", verb),)
    if _denies_hearsay(tokens, region, frame):
        verb = main_verb(tokens, region.start, region.end)
        return (Clause(region.start, region.end, "main", verb),)
    of_object = frame.complement in {"object_of", "of"}
    return split_clauses(
        tokens, region.start, region.end, headline=headline, charges=of_object,
        colon=frame.complement == "np",
        framed=True,
    )  # fmt: skip


def _denies_hearsay(tokens: Tokens, region: Region, frame: Frame) -> bool:
    """Say whether all that "reports that two fled and four died" tell is denied as one."""
    opens = tokens[region.start : region.start + 3]
    told = [token.lower in _HEARSAY | {"claim", "claims"} for token in opens]
    linked = any(token.tag == "TH" for token in opens)
    return frame.cue.stance == "denies" and frame.complement == "np" and linked and any(told)


def _verb_around(tokens: Tokens, region: Region, frame: Frame) -> int | None:
    """Return the verb of what stands on both sides of the speaker."""
    verbs = [
        n
        for n in range(region.start, region.end)
        if tokens[n].tag in FINITE and not frame.start <= n < frame.end
    ]
    quoted = [n for n in verbs if tokens[n].quote >= 0]
    return next(iter(quoted or verbs), None)


def _cue_of(region: Region, frame: Frame, clause: Clause, number: int) -> Cue:
    """Return the cue that gives a clause its stance: what follows a denied thing is asserted."""
    cue = region.cue or frame.cue
    asked = "addressee" in cue.complements or cue.name == "ask"
    if asked and frame.complement in {"object_to", "for"}:
        cue = replace(cue, stance="requests")
    if number and frame.complement in {"np", "none"} and clause.kind != "part":
        return replace(cue, stance="asserts", certainty="stated")
    if clause.kind == "relative" and cue.stance != "asserts":
        return replace(cue, stance="asserts", certainty="stated")
    return cue
