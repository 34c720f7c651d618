"""Words with their classes: one pass over an article, shared by everything that listens to it."""

import re
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache, partial
from itertools import accumulate, repeat
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from reading.lexicon import rows
from reading.model import Article, Segmentation
from reading.quotation import DOUBLED
from reading.tagging import tag, vocabulary
from reading.words import RawWord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_WORD = re.compile(rf"(\w(?:[\w’'.-]|(?<=\d)[,:](?=\d))*|{DOUBLED}|[^\w\s])")
_TAIL = re.compile(f"{DOUBLED}|.")
_DOUBLED = frozenset(DOUBLED.split("|"))
_TRAILING = ".’'-,‘`"
_POSSESSIVES = ("’s", "'s")
OPENING_QUOTES = frozenset('“„«‘"')
CLOSING_QUOTES = frozenset('”»’"“')
FINITE = frozenset({"VF", "AX", "MD"})
NOMINAL = frozenset({"DT", "JJ", "CD", "NN", "NP", "PS"})
NOUNS = frozenset({"NN", "NP"})


class Token(NamedTuple):
    """One word or mark.

    A named tuple and not a frozen dataclass because a report makes a thousand of them.

    Parameters
    ----------
    start, end : int
        Code-point offsets in the article, end exclusive.
    text, lower : str
        As printed; in lower case with ’ for every apostrophe. Two apostrophes are one ``"``.
    tag : str
        DT determiner, JJ adjective, CD number, NN noun, NP name, PS possessive mark, PR pronoun,
        IN preposition, TO, TH the conjunction "that", SC subordinator, CC coordinator, WH, MD
        modal, AX finite be/have/do, BE, VF finite verb, VB base, VN participle, VG -ing, RB adverb,
        PU punctuation.
    lemma : str
        Base form of verbs; else ``lower``.
    quote : int
        Index of the quotation that holds the word, its marks included; -1 outside.
    """

    start: int
    end: int
    text: str
    lower: str
    tag: str
    lemma: str
    quote: int


# A thousand of each are made of a report: from a tuple that is there already, in one step.
_token = cast("Callable[[tuple[Any, ...]], Token]", partial(tuple.__new__, Token))
_raw = cast("Callable[[tuple[Any, ...]], RawWord]", partial(tuple.__new__, RawWord))


@lru_cache(maxsize=2)  # claims and places ask for the same article, one after the other
def tokenise(article: Article, segmentation: Segmentation) -> tuple[tuple[Token, ...], ...]:
    """Return the tagged words of each sentence, in the order of ``segmentation.sentences``.

    Linear in the length of the text.
    """
    starts, ends = _outermost(segmentation)
    raws = [
        _raw_words(article.text, sentence.span.start, sentence.span.end)
        for sentence in segmentation.sentences
    ]
    seen = vocabulary(raws)
    found: list[tuple[Token, ...]] = []
    for words in raws:
        quotes: Iterable[int] = repeat(-1)
        if words and bisect_left(starts, words[-1].end) > bisect_right(ends, words[0].start):
            quotes = [_quote(starts, ends, word.start) for word in words]
        tagged = zip(words, tag(words, seen), quotes, strict=False)
        found.append(tuple(_token((*word, *tags, quote)) for word, tags, quote in tagged))
    return tuple(found)


def _quote(starts: list[int], ends: list[int], at: int) -> int:
    """Return the number of the quotation that holds an offset, -1 for none."""
    index = bisect_right(starts, at) - 1
    return index if index >= 0 and at < ends[index] else -1


def _outermost(segmentation: Segmentation) -> tuple[list[int], list[int]]:
    """Return where the quotations that stand in no other begin and end."""
    starts: list[int] = []
    ends: list[int] = []
    for quotation in segmentation.quotations:
        if not ends or quotation.span.start >= ends[-1]:
            starts.append(quotation.span.start)
            ends.append(quotation.span.end)
    return starts, ends


def _raw_words(text: str, start: int, end: int) -> list[RawWord]:
    # Gaps and words take turns, so the lengths of both add up to where each word stands.
    parts = _WORD.split(text[start:end])
    borders = [*accumulate(map(len, parts), initial=start)]
    words = parts[1::2]
    plain = map(_raw, zip(borders[1::2], borders[2::2], words, map(_fold, words), strict=False))
    found: list[RawWord] = []
    for raw in plain:
        word = raw.text
        tailed = len(word) > 1 and (word[-1] in _TRAILING or word.endswith(_POSSESSIVES))
        if tailed and not _is_initial(text, raw, end):
            found += _without_tail(word, raw.start)
        else:
            found.append(raw)
    return found


def _is_initial(text: str, raw: RawWord, end: int) -> bool:
    """Say whether a letter and its stop stand before a name: "Anna P. Berg"."""
    initial = len(raw.text) == 2 and raw.text[1] == "." and raw.text[0].isupper()
    return initial and raw.end + 1 < end and text[raw.end + 1].isupper()


def _mark(start: int, mark: str) -> RawWord:
    """Return a mark as a word; two apostrophes are a quotation mark."""
    text = '"' if mark in _DOUBLED else mark
    return RawWord(start, start + len(mark), text, text)


def _without_tail(word: str, left: int) -> list[RawWord]:
    """Part a word from the marks and the possessive behind it; "U.S." and "Dr." keep their stop."""
    if word in _DOUBLED:
        return [_mark(left, word)]
    body = word.rstrip(_TRAILING)
    stop = body != word and word[len(body)] == "." and body[0].isalpha()
    if stop and ("." in body or body.lower() in _titles()):
        body = word[: len(body) + 1]
    right = left + len(body)
    found: list[RawWord] = []
    if len(body) > 2 and body.endswith(_POSSESSIVES):
        found.append(RawWord(left, right - 2, body[:-2], _fold(body[:-2])))
        found.append(RawWord(right - 2, right, body[-2:], "’s"))
    else:
        found.append(RawWord(left, right, body, _fold(body)))
    tail = _TAIL.finditer(word, len(body))
    found += (_mark(left + mark.start(), mark.group()) for mark in tail)
    return found


@cache
def _titles() -> frozenset[str]:
    """Return the abbreviations that stand before a name: their stop belongs to them."""
    return frozenset(
        row["abbreviation"].lower() for row in rows("abbreviations") if row["class"] == "title"
    )


def _fold(word: str) -> str:
    lower = word.lower()
    return lower.replace("'", "’") if "'" in lower else lower
