"""Whose word each clause is: frames of a sentence, their reach, and who the next sentence quotes.

The outcome is one :class:`Statement` for each thing said by each speaker, in text order. A sentence
without a cue keeps the speaker of the one before when it opens with They, These, It, "The plan", or
is the rest of a split quotation; otherwise it is the article's own word.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from reading.clauses import Clause, main_verb, split_clauses
from reading.cues import Cue, Frame
from reading.frames import frames
from reading.lexicon import rows
from reading.model import Attribution, Segmentation, Sentence, Source, Span
from reading.phrases import Range, Tokens, finite_at, has_finite, head_noun, phrase_right, words_of
from reading.sources import Mention, Speakers, as_source, media_nouns
from reading.tokens import CLOSING_QUOTES, NOUNS, OPENING_QUOTES

NARRATOR = Source(name="narrator", mention=None, type="narrator")
_BEFORE = frozenset({"before", "according", "colon", "around"})


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said by one speaker.

    Parameters
    ----------
    sentence : int
        Index of the sentence.
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


@dataclass(frozen=True, slots=True)
class _Region:
    """A stretch of a sentence under one frame, or under none."""

    frame: Frame | None
    start: int
    end: int
    evidence_start: int
    evidence_end: int
    cue: Cue | None = None
    via: Range | None = None
    continues: bool = False
    whole: bool = False


@cache
def _openers() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in rows("inheritance")}


def attribute(
    sentences: Sequence[Tokens], segmentation: Segmentation, text: str
) -> tuple[Statement, ...]:
    """Return every statement of an article in text order."""
    return _Attribution(sentences, segmentation, text).run()


class _Attribution:
    def __init__(self, sentences: Sequence[Tokens], segmentation: Segmentation, text: str) -> None:
        self._sentences = sentences
        self._segmentation = segmentation
        self._text = text
        self._speakers = Speakers(sentences, text)
        self._found: list[Statement] = []
        self._last_mention: Mention | None = None

    def run(self) -> tuple[Statement, ...]:
        for sentence, tokens in zip(self._segmentation.sentences, self._sentences, strict=True):
            if any(token.tag not in {"PU"} for token in tokens):
                self._sentence(sentence, tokens)
        return tuple(self._found)

    # -- one sentence --------------------------------------------------------------------------

    def _sentence(self, sentence: Sentence, tokens: Tokens) -> None:
        found = frames(tokens, headline=sentence.is_headline)
        first = len(self._found)
        for region in _regions(tokens, found):
            if region.frame is None:
                self._unframed(sentence, tokens, region)
            else:
                self._framed(sentence, tokens, region, first)

    def _framed(self, sentence: Sentence, tokens: Tokens, region: _Region, first: int) -> None:
        frame = region.frame
        if frame is None:
            return
        rules = (f"cue:{frame.cue.name}", f"frame:{frame.form}")
        speakers = self._speakers_of(tokens, frame, first)
        clauses = (
            (Clause(region.start, region.end, "main", main_verb(tokens, region.start, region.end)),)
            if region.whole
            else split_clauses(tokens, region.start, region.end)
        )
        if not clauses:
            return
        medium = self._medium(tokens, frame)
        via = words_of(tokens, region.via, self._text) if region.via else None
        via = via or self._via(tokens, frame)
        if via is not None and via.lower().startswith("the "):
            via = via[4:]
        for mention in speakers:
            lead: int | None = None
            for number, clause in enumerate(clauses):
                last = number == len(clauses) - 1
                evidence = _evidence(tokens, region, clause, number == 0, last)
                source, how = self._source(tokens, frame, mention, region, clause, evidence)
                if source is not NARRATOR:
                    source = replace(source, via=via, medium=source.medium or medium)
                direct = _is_quoted(tokens, clause)
                self._found.append(
                    Statement(
                        sentence.index,
                        evidence,
                        (clause.start, clause.end),
                        clause,
                        frame,
                        region.cue or frame.cue,
                        source,
                        how,
                        tuple(_frame_words(region)),
                        lead,
                        None,
                        direct,
                        rules + ((f"clause:{clause.kind}",) if clause.kind != "main" else ()),
                    )
                )
                if lead is None:
                    lead = len(self._found) - 1
            if mention is not None:
                self._speakers.spoke(self._speakers.resolve(mention))
                self._last_mention = mention

    def _speakers_of(self, tokens: Tokens, frame: Frame, first: int) -> list[Mention | None]:
        if frame.form in {"passive", "noun"} or frame.source is None:
            if frame.form == "participle":
                return [self._last_mention] if len(self._found) > first else [None]
            return [None]
        both = _coordinated(tokens, frame.source)
        return [self._speakers.read(tokens, where) for where in both]

    def _source(
        self,
        tokens: Tokens,
        frame: Frame,
        mention: Mention | None,
        region: _Region,
        clause: Clause,
        evidence: Range,
    ) -> tuple[Source, Attribution]:
        how: Attribution = "indirect"
        if frame.form == "colon":
            how = "headline_colon"
        elif frame.form == "noun" and not region.whole:
            how = "embedded"
        elif _is_quoted(tokens, clause):
            how = "direct"
        elif any(tokens[n].quote >= 0 for n in range(clause.start, clause.end)):
            how = "mixed"
        if mention is None:
            if frame.form == "participle":
                return (self._found[-1].source if self._found else NARRATOR), how
            words = frame.words
            span = Span(tokens[words[0]].start, tokens[words[1] - 1].end)
            name = {
                "reported": "unattributed reports",
                "alleged": "unattributed allegations",
                "believed": "unattributed belief",
            }.get(frame.cue.certainty, "unattributed reports")
            if frame.cue.passive == "accused":
                name = "unattributed allegations"
            return Source(name=name, mention=span, type="unattributed_reports"), how
        full = self._speakers.resolve(mention)
        if mention.type == "unattributed_reports" and not mention.proper:
            full = replace(mention, name="unattributed reports")
        inside = (
            frame.source is not None
            and evidence[0] <= frame.source[0]
            and frame.source[1] <= evidence[1]
        )
        named = mention.head not in {"he", "she", "it", "they"}
        return as_source(
            mention, full, inherited=not (inside and named), via=None, medium=None
        ), how

    def _medium(self, tokens: Tokens, frame: Frame) -> str | None:
        nouns = media_nouns()
        if frame.addressee is not None:
            words = words_of(tokens, frame.addressee, self._text)
            if words.lower() in {"reporters", "journalists", "the media", "the press"}:
                return f"remarks to {words.lower()}"
        for left, right in ((frame.start, frame.content), (frame.start, frame.end)):
            for index in range(left, min(right, len(tokens))):
                if tokens[index].lower in nouns and tokens[index].tag in NOUNS:
                    start = index
                    while start > left and tokens[start - 1].tag in {"NN", "NP", "JJ"}:
                        start -= 1
                    if frame.source and frame.source[0] <= index < frame.source[1]:
                        continue
                    return words_of(tokens, (start, index + 1), self._text)
        return None

    def _via(self, tokens: Tokens, frame: Frame) -> str | None:
        """ "told Reuters": who is told is the messenger, where it is a name."""
        if frame.addressee is None or frame.cue.name not in {"tell", "say"}:
            return None
        names = [n for n in range(*frame.addressee) if tokens[n].tag == "NP"]
        if not names:
            return None
        return words_of(tokens, (names[0], frame.addressee[1]), self._text)

    # -- sentences without a cue -----------------------------------------------------------------

    def _unframed(self, sentence: Sentence, tokens: Tokens, region: _Region) -> None:
        before = self._found[-1] if self._found else None
        clauses = split_clauses(tokens, region.start, region.end)
        if not clauses:
            return
        quoted = _wholly_quoted(tokens, region)
        keeps = region.continues or (
            before is not None and self._keeps_source(sentence, tokens, region, before, quoted)
        )
        if keeps and before is not None and before.source.type != "narrator":
            index = len(self._found) - 1
            root = index if before.inherits is None else before.inherits
            source = replace(before.source, inherited=True)
            how: Attribution = "direct" if quoted else "continuation"
            rule = "source:split_quotation" if quoted else "source:inherited"
        else:
            root, source, how = None, NARRATOR, "narrator"
            rule = "source:narrator"
        cue = before.cue if keeps and quoted and before is not None else None
        lead: int | None = None
        for clause in clauses:
            self._found.append(
                Statement(
                    sentence.index,
                    (clause.start, clause.end),
                    (clause.start, clause.end),
                    clause,
                    None,
                    None if cue is None else replace(cue, stance="asserts", certainty="stated"),
                    source,
                    how,
                    (),
                    lead,
                    root,
                    quoted,
                    (rule,) + ((f"clause:{clause.kind}",) if clause.kind != "main" else ()),
                )
            )
            if lead is None:
                lead = len(self._found) - 1

    def _keeps_source(
        self,
        sentence: Sentence,
        tokens: Tokens,
        region: _Region,
        before: Statement,
        quoted: bool,
    ) -> bool:
        sentences = self._segmentation.sentences
        previous = sentences[before.sentence]
        if quoted:
            return before.direct or previous.paragraph == sentence.paragraph
        if previous.paragraph != sentence.paragraph or previous.is_headline:
            return False
        if before.source.type in {"unattributed_reports", "narrator"}:
            return False
        index = region.start
        while index < region.end and tokens[index].tag in {"CC", "RB", "PU"}:
            index += 1
        if index >= region.end:
            return False
        if tokens[index].lower in {"after", "before"} and index + 1 < region.end:
            index += 1 if tokens[index + 1].lower in {"that", "this"} else 0
        opener = _openers().get(tokens[index].lower)
        if opener == "pronoun":
            return True
        if tokens[index].lower not in {"the", "these", "those"}:
            return False
        end = phrase_right(tokens, index)
        head = head_noun(tokens, (index, end))
        kind = _openers().get(head or "")
        if kind == "noun":
            return True
        if kind == "background" or head is None:
            return False
        heads = {token.lower for token in self._sentences[before.sentence] if token.tag in NOUNS}
        return head in heads


# -- which words each frame rules ------------------------------------------------------------------


def _regions(tokens: Tokens, found: Sequence[Frame]) -> list[_Region]:
    size = len(tokens)
    top = _top_frames(tokens, found)
    regions: list[_Region] = []
    done = 0
    for number, (frame, nested) in enumerate(top):
        limit = top[number + 1][0].start if number + 1 < len(top) else size
        limit = max(limit, frame.content)
        if frame.form in {"before", "according", "colon", "participle"}:
            regions += _lead(tokens, done, frame.start, regions)
            regions.append(_before_region(tokens, frame, nested, limit))
            done = limit
        elif frame.form == "around":
            regions.append(_Region(frame, done, limit, done, limit, whole=True))
            done = limit
        elif frame.form == "after":
            regions.append(_Region(frame, done, frame.start, done, frame.end))
            done = frame.end
        elif frame.form == "passive":
            start = max(done, frame.start)
            regions.append(_Region(frame, start, limit, start, limit))
            done = limit
        else:
            region = _noun_region(tokens, frame, done, limit)
            if region.evidence_start == frame.words[0]:
                regions += _lead(tokens, done, frame.start, regions)
            regions.append(region)
            done = region.evidence_end
    regions += _lead(tokens, done, size, regions)
    return [region for region in regions if _has_words(tokens, region)]


def _has_words(tokens: Tokens, region: _Region) -> bool:
    return any(tokens[n].tag != "PU" for n in range(region.start, region.end))


def _lead(tokens: Tokens, start: int, end: int, regions: Sequence[_Region]) -> list[_Region]:
    """What stands outside every frame: the narrator's, or the rest of what was said before it."""
    while start < end and tokens[start].tag == "PU" and tokens[start].quote < 0:
        start += 1
    while end > start and tokens[end - 1].lower in {",", "and", "but", ";"}:
        end -= 1
    if end - start < 2:
        return []
    after = bool(regions) and regions[-1].frame is not None and regions[-1].frame.form == "after"
    if after:
        first = tokens[start]
        if first.tag in {"CC", "SC"} or first.lower in {"up", "down", "because", "as"}:
            begin = start + (first.tag == "CC")
            if has_finite(tokens, begin, end) or first.lower in {"up", "down"}:
                return [_Region(None, begin, end, begin, end, continues=True)]
        return []
    if not has_finite(tokens, start, end) and start > 0:
        return []
    if (
        start == 0
        and end < len(tokens)
        and (
            not has_finite(tokens, start, end)
            or tokens[start].tag in {"SC", "IN", "VN", "VG", "WH"}
        )
    ):
        return []
    return [_Region(None, start, end, start, end)]


def _before_region(tokens: Tokens, frame: Frame, nested: Sequence[Frame], limit: int) -> _Region:
    content = min(frame.content, limit)
    inner = nested[0] if nested else None
    if inner is not None and inner.form == "before" and inner.source is not None:
        near = inner.start <= frame.content + 1
        self_reference = near and tokens[inner.source[0]].lower in {"it", "they", "he", "she", "we"}
        if self_reference and inner.source[1] - inner.source[0] == 1:
            if inner.cue.stance != "asserts":
                return _Region(
                    frame, min(inner.content, limit), limit, frame.start, limit, cue=inner.cue
                )
        elif near and _is_medium(tokens, frame):
            return _Region(
                inner, min(inner.content, limit), limit, frame.start, limit, via=frame.source
            )
    return _Region(frame, content, limit, frame.start, limit)


def _is_medium(tokens: Tokens, frame: Frame) -> bool:
    from reading.sources import source_nouns

    if frame.source is None:
        return False
    nouns = source_nouns()
    kinds = {nouns[tokens[n].lower].type for n in range(*frame.source) if tokens[n].lower in nouns}
    return bool(kinds & {"media", "state_media"})


def _noun_region(tokens: Tokens, frame: Frame, done: int, limit: int) -> _Region:
    opens = tokens[done].tag in {"SC", "IN", "VN", "VG", "WH"} or (
        tokens[done].tag == "VF" and tokens[done].text[0].isupper()
    )
    if not opens and finite_at(tokens, done, frame.start) is not None:
        return _Region(frame, done, limit, done, limit, whole=True)
    end = frame.content
    while end < limit and tokens[end].lower not in {",", ";"}:
        end += 1
    return _Region(frame, frame.content, end, frame.words[0], end)


def _top_frames(tokens: Tokens, found: Sequence[Frame]) -> list[tuple[Frame, tuple[Frame, ...]]]:
    """Tell frames that stand side by side from those within what another speaker says."""
    top: list[tuple[Frame, list[Frame]]] = []
    for frame in found:
        if (
            top
            and frame.start >= top[-1][0].content
            and top[-1][0].form in _BEFORE | {"participle"}
        ):
            if not _breaks(tokens, top[-1][0], frame):
                top[-1][1].append(frame)
                continue
        elif top and frame.words[0] < top[-1][0].end and top[-1][0].form != "noun":
            continue
        if top and frame.form == "passive" and top[-1][0].form in {"noun", "passive"}:
            continue
        top.append((frame, []))
    posts = [frame for frame, _ in top if frame.form == "after"]
    if posts:
        last = posts[-1]
        top = [
            (frame, nested)
            for frame, nested in top
            if frame is last
            or frame.form in {"after", "around"}
            or frame.start >= last.end
            or _own_speaker(tokens, frame, last)
        ]
    return [(frame, tuple(nested)) for frame, nested in top]


def _own_speaker(tokens: Tokens, frame: Frame, last: Frame) -> bool:
    """A frame before "…, X said" stands on its own only where it quotes."""
    return frame.complement == "quote" and frame.form in _BEFORE


def _breaks(tokens: Tokens, outer: Frame, frame: Frame) -> bool:
    if frame.form == "participle":
        return True
    if frame.form in {"noun", "passive"}:
        return False
    if frame.start == 0:
        return False
    first, previous = tokens[frame.start], tokens[frame.start - 1]
    if previous.quote >= 0:
        return True
    if frame.form == "after":
        return frame.complement == "post" and outer.complement not in {"clause"}
    coordinated = first.tag == "CC" or previous.tag == "CC" or previous.lower == ";"
    if not coordinated:
        return first.tag == "SC" and first.lower in {"while", "although", "whereas"}
    if frame.source is None:
        return True
    comma = any(
        tokens[n].lower in {",", ";"} for n in range(max(0, frame.start - 2), frame.start + 1)
    )
    return comma or frame.start > outer.content


def _evidence(tokens: Tokens, region: _Region, clause: Clause, first: bool, last: bool) -> Range:
    start, end = clause.start, clause.end
    if first:
        start = min(start, region.evidence_start)
    if last:
        end = max(end, region.evidence_end)
    while start < end - 1 and (
        tokens[start].tag == "CC"
        or (tokens[start].tag == "RB" and tokens[start + 1].lower == ",")
        or (tokens[start].tag == "PU" and tokens[start].quote < 0)
    ):
        start += 1
    while end - 1 > start and tokens[end - 1].lower in {",", ";"} and tokens[end - 1].quote < 0:
        end -= 1
    return start, end


def _frame_words(region: _Region) -> list[Range]:
    found = []
    if region.evidence_start < region.start:
        found.append((region.evidence_start, region.start))
    if region.evidence_end > region.end:
        found.append((region.end, region.evidence_end))
    if region.frame is not None and region.frame.form == "around":
        found.append((region.frame.words[0], region.frame.end))
    return found


def _is_quoted(tokens: Tokens, clause: Clause) -> bool:
    first = next(
        (
            n
            for n in range(clause.start, clause.end)
            if tokens[n].tag != "PU" or tokens[n].quote >= 0
        ),
        None,
    )
    if first is None or tokens[first].quote < 0:
        return False
    inner = sum(1 for n in range(clause.start, clause.end) if tokens[n].quote >= 0)
    return inner * 2 > clause.end - clause.start


def _wholly_quoted(tokens: Tokens, region: _Region) -> bool:
    return all(
        tokens[n].quote >= 0 or tokens[n].tag == "PU" for n in range(region.start, region.end)
    ) and any(tokens[n].quote >= 0 for n in range(region.start, region.end))


def _coordinated(tokens: Tokens, where: Range) -> list[Range]:
    """Return each of several named speakers: "both A and B", "A and B"."""
    start, end = where
    while start < end and (tokens[start].lower in {"both", "neither"} or tokens[start].tag == "RB"):
        start += 1
    ands = [n for n in range(start, end) if tokens[n].lower in {"and", "nor"}]
    if len(ands) != 1 or any(tokens[n].lower == "," for n in range(start, end)):
        return [where]
    left, right = (start, ands[0]), (ands[0] + 1, end)
    for part in (left, right):
        if part[1] <= part[0] or any(tokens[n].tag not in {"NP", "DT"} for n in range(*part)):
            return [where]
    if not all(any(tokens[n].tag == "NP" for n in range(*part)) for part in (left, right)):
        return [where]
    return [left, right]


def quote_marks() -> frozenset[str]:
    """Return every mark that opens or closes a quotation."""
    return OPENING_QUOTES | CLOSING_QUOTES
