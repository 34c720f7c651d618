"""Cut an article into paragraphs, sentences and quotations.

Every step walks the text once, so the cost grows with its length and with nothing else. The rules
are those of Kiss and Strunk's orthographic heuristics with a closed list of abbreviations
(``lexicon/abbreviations.tsv``): a full stop ends a sentence when the token before it is no
abbreviation, or is one that may end a sentence and is followed by a word that opens one.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from reading.almanac import month_pattern
from reading.lexicon import rows
from reading.model import Article, Quotation, Segmentation, Sentence, Span
from reading.quotation import quotations

_LINE = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_STOPS = re.compile(r"[.!?…]+|[。！？]")
_CLOSERS = frozenset("\"'”’»›)]}*_")
_OPENERS = frozenset("\"'“‘„‚«‹([{-–—•*_#¿¡")
_NOT_OPENING = frozenset("([{-–—•")
_WIDE_STOPS = frozenset("。！？")
_WRAP_COLUMNS = 120
_PARTICLES = frozenset(
    (
        "al",
        "bin",
        "da",
        "de",
        "del",
        "den",
        "der",
        "di",
        "du",
        "el",
        "la",
        "le",
        "of",
        "the",
        "van",
        "von",
    )
)
_SUBHEADING_LENGTH = 60
_MARKS = "\"'”’»)"
_ENDS = frozenset(".!?…:;,。！？")
_TOKEN_REACH = 24
_SPEAKER_REACH = 80
_REFERENCE = re.compile(r"(?:\[\d{1,3}\]){1,9}")
_WORD = re.compile(r"[^\W\d_][\w’'.-]{0,30}")
_MONTH = re.compile(rf"{month_pattern()}(?!\w)")
_CALENDAR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|[A-Z]{1,4}T\b|GMT\b|UTC\b"
    r"|(?:Eastern|Central|Mountain|Pacific|Moscow|Greenwich) "
    r"|(?:[A-Z][\w’'-]{1,15} ){1,2}[Tt]ime\b"
)


def segment(article: Article) -> Segmentation:
    """Cut `article` into paragraphs, sentences and quotations, each in text order.

    Parameters
    ----------
    article : Article
        Its headline is a paragraph and a sentence of its own; its dateline stands in no sentence.

    Returns
    -------
    Segmentation
        Sentences never overlap and hold no space at either end; nothing inside a closed quotation
        splits them. A text of white space alone has no paragraph.

    Examples
    --------
    >>> from reading.article import read_article
    >>> text = "Gen. Lee left the U.S. on Nov. 3. “I am tired. I go,” he said."
    >>> [s.span.of(text) for s in segment(read_article(text)).sentences]
    ['Gen. Lee left the U.S. on Nov. 3.', '“I am tired. I go,” he said.']
    """
    text = article.text
    paragraphs = _paragraphs(text, article.headline)
    quoted = quotations(text, paragraphs)
    walls = _Walls.of(quoted)
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs):
        is_headline = article.headline is not None and article.headline.contains(paragraph)
        start = paragraph.start
        if article.dateline is not None and paragraph.contains(article.dateline):
            start = article.dateline.end
        ends = () if is_headline else _sentence_ends(text, start, paragraph.end, walls)
        is_subheading = not ends and not is_headline and _is_subheading(text, paragraphs, number)
        for left, right in pairwise((start, *ends, paragraph.end)):
            span = _stripped(text, left, right)
            if span is not None:
                sentences.append(Sentence(span, number, len(sentences), is_headline, is_subheading))
    return Segmentation(paragraphs, tuple(sentences), quoted)


def _is_subheading(text: str, paragraphs: Sequence[Span], number: int) -> bool:
    """Say whether a paragraph is a few words over the next ones: no full stop, between such."""
    paragraph = paragraphs[number]
    if not 1 < number < len(paragraphs) - 1 or len(paragraph) > _SUBHEADING_LENGTH:
        return False
    return not _is_stopped(text, paragraph) and all(
        _is_stopped(text, paragraphs[number + step]) for step in (-1, 1)
    )


def _is_stopped(text: str, paragraph: Span) -> bool:
    """Say whether a paragraph ends like a sentence, within its quotation marks if it has them."""
    return (
        text[max(paragraph.start, paragraph.end - 3) : paragraph.end].rstrip(_MARKS)[-1:] in _ENDS
    )


def _paragraphs(text: str, headline: Span | None) -> tuple[Span, ...]:
    """Cut at blank lines, and at each line end that is layout of paragraphs, not of columns."""
    found: list[Span] = []
    block: list[Span] = []
    for line in (*_lines(text), None):
        span = None if line is None else _stripped(text, line.start, line.end)
        if span is not None:
            block.append(span)
        elif block:
            found.extend(_paragraphs_of_block(text, block))
            block = []
    if headline is None or not found:
        return tuple(found)
    return tuple(_apart(text, found, headline))


def _lines(text: str) -> list[Span]:
    starts = [0]
    ends = []
    for mark in _LINE.finditer(text):
        ends.append(mark.start())
        starts.append(mark.end())
    ends.append(len(text))
    return [Span(left, right) for left, right in zip(starts, ends, strict=True)]


def _paragraphs_of_block(text: str, lines: list[Span]) -> list[Span]:
    """Join the lines of a block that was wrapped at a column, else take each line by itself.

    A wrapped line is full: the first word of the next line would not have fitted on it.
    """
    width = max(len(line) for line in lines)
    if len(lines) > 1 and width <= _WRAP_COLUMNS:
        full = 0
        for line, after in pairwise(lines):
            room = width - len(line) - 1
            word_end = text.find(" ", after.start, after.end)
            word = (after.end if word_end < 0 else word_end) - after.start
            full += word > room
        if full == len(lines) - 1:
            return [Span(lines[0].start, lines[-1].end)]
    return list(lines)


def _apart(text: str, paragraphs: list[Span], headline: Span) -> list[Span]:
    """Make the headline paragraphs of its own, where it is printed in one line with the text."""
    result: list[Span] = []
    for paragraph in paragraphs:
        if paragraph.start < headline.end < paragraph.end:
            halves = ((paragraph.start, headline.end), (headline.end, paragraph.end))
            result.extend(s for a, b in halves if (s := _stripped(text, a, b)) is not None)
        else:
            result.append(paragraph)
    return result


def _stripped(text: str, start: int, end: int) -> Span | None:
    while start < end and (text[start].isspace() or text[start] in "\ufeff\u200b"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in "\ufeff\u200b"):
        end -= 1
    return Span(start, end) if start < end else None


@dataclass(frozen=True, slots=True)
class _Walls:
    """Stretches that no sentence end may stand in: outermost quotations, sorted and apart."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, quoted: tuple[Quotation, ...]) -> "_Walls":
        outer: list[Span] = []
        left_open: Span | None = None
        for quotation in quoted:
            if outer and quotation.span.start < outer[-1].end:
                continue
            if quotation.continues and left_open is not None:
                outer.append(left_open)
                left_open = None
            if quotation.content.end < quotation.span.end:
                outer.append(quotation.span)
            elif left_open is None or left_open.end <= quotation.span.start:
                left_open = quotation.span
        return cls(tuple(s.start for s in outer), tuple(s.end for s in outer))

    def around(self, position: int) -> bool:
        """Say whether `position` lies strictly inside a stretch."""
        rank = bisect_right(self.starts, position - 1) - 1
        return rank >= 0 and position < self.ends[rank]


def _sentence_ends(text: str, start: int, end: int, walls: _Walls) -> list[int]:
    ends: list[int] = []
    for stop in _STOPS.finditer(text, start, end):
        after = stop.end()
        while after < end and text[after] in _CLOSERS:
            after += 1
        if after < end and text[after] == "[" and (note := _REFERENCE.match(text, after, end)):
            after = note.end()
        if after >= end or walls.around(after):
            continue
        if text[stop.start()] in _WIDE_STOPS or _ends_sentence(text, stop, after, end):
            ends.append(after)
    return ends


def _ends_sentence(text: str, stop: re.Match[str], after: int, end: int) -> bool:
    """Say whether the full stop (or ?, !, …) at `stop` ends a sentence that others follow."""
    if not text[after].isspace():
        return False
    follows = after
    while follows < end and text[follows].isspace():
        follows += 1
    first = follows
    while first < end and first - follows < 4 and text[first] in _OPENERS:
        first += 1
    if follows >= end or (first < end and text[first].islower()):
        return False
    closed = after > stop.end()
    if text[stop.start()] != "." or len(stop.group()) > 1:
        return not (closed and _speaks(text, follows, end))
    return closed or _abbreviation_ends(text, start=stop.start(), follows=follows, first=first)


def _speaks(text: str, start: int, end: int) -> bool:
    """Say whether "Kirby asked" follows a quotation that ends in a question or an outcry."""
    words = text[start : min(end, start + _SPEAKER_REACH)].split()
    for rank, word in enumerate(words):
        if rank and word.rstrip(".,") in _speech_verbs():
            return True
        if not word[0].isupper() and word not in _PARTICLES:
            return False
    return False


def _abbreviation_ends(text: str, start: int, follows: int, first: int) -> bool:
    """Say whether the token before the full stop at `start` lets a sentence end here."""
    reach = text[max(0, start - _TOKEN_REACH) : start]
    pieces = reach.split()
    token = pieces[-1].lstrip("\"'“‘(«[—–-") if pieces and not reach[-1].isspace() else ""
    if token.isdigit() and len(token) < 3 and _MONTH.match(text, follows):
        return False
    known = _abbreviations()
    kind = known.get(token) or known.get(token.rpartition("-")[2])
    if kind is None:
        if not all(len(part) == 1 and part.isupper() for part in token.split(".")):
            return True
        kind = "final"
    if kind in {"title", "inner"}:
        return False
    if kind in {"number", "month"}:
        return not text[follows].isdigit() and not (kind == "number" and text[follows] == "#")
    if kind == "time":
        return _CALENDAR.match(text, first) is None
    if first > follows:
        return text[follows] not in _NOT_OPENING
    if text[follows].isdigit():
        return False
    word = _WORD.match(text, first)
    return word is None or word.group().rstrip(".,") in _openers()


@cache
def _abbreviations() -> dict[str, str]:
    return {row["abbreviation"]: row["class"] for row in rows("abbreviations")}


@cache
def _openers() -> frozenset[str]:
    return frozenset(row["opener"] for row in rows("sentence_openers"))


@cache
def _speech_verbs() -> frozenset[str]:
    return frozenset(row["verb"] for row in rows("quotation_verbs"))
