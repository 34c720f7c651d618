"""Words with their classes: one pass over an article, shared by everything that listens to it."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import cache, lru_cache, partial
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from reading.forms import Form, form_of
from reading.lexicon import rows
from reading.model import Article, Segmentation
from reading.quotation import DOUBLED
from reading.tagging import Words, tag, vocabulary
from reading.words import SourceNoun

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_RUN = re.compile(r"(\S+)")
_WORD = re.compile(rf"\w[\w’'.-]*+(?:(?<=\d)[,:](?=\d)[\w’'.-]*+)*+|{DOUBLED}|--+|[^\w\s]")
_TAIL = re.compile(f"{DOUBLED}|.")
_DOUBLED = frozenset(DOUBLED.split("|"))
_KEPT = 32
"""Longer words are looked up anew each time, so that no text fills the memory."""
Piece = tuple[int, int, str, Form]
"""Where a piece of a word begins and ends in it, and how it is read."""
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
        As printed; in lower case with ’ for every apostrophe and – for "--" and for a hyphen that
        stands alone. Two apostrophes are one ``"``.
    tag : str
        DT determiner, JJ adjective, CD number, NN noun, NP name, PS possessive mark, PR pronoun,
        IN preposition, TO, TH the conjunction "that", SC subordinator, CC coordinator, WH, MD
        modal, AX finite be/have/do, BE, VF finite verb, VB base, VN participle, VG -ing, RB adverb,
        PU punctuation.
    lemma : str
        Base form of verbs; else ``lower``.
    quote : int
        Index of the quotation that holds the word, its marks included; -1 outside.
    noun : SourceNoun or None
        What the word says of a speaker: "minister", "WHO", but not "who".
    """

    start: int
    end: int
    text: str
    lower: str
    tag: str
    lemma: str
    quote: int
    noun: SourceNoun | None = None


class Tokens(tuple[Token, ...]):  # noqa: SLOT001  (no tuple can have slots)
    """The words of a sentence, and beside them in columns what their fields hold.

    A rule that looks for a form or a tag in a stretch asks the column, which is cut and searched in
    one step, and no word by itself.
    """

    starts: tuple[int, ...] = ()
    lowers: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    quotes: tuple[int, ...] = ()
    nouns: tuple[SourceNoun | None, ...] = ()

    @classmethod
    def of(cls, words: "Iterable[Token]") -> "Tokens":
        """Return some words as a sentence of its own."""
        made = cls(words)
        columns = list(zip(*made, strict=True)) or [()] * len(Token._fields)
        made.starts, _, _, made.lowers, made.tags, made.lemmas, made.quotes, made.nouns = columns
        return made


# A thousand are made of a report: from a tuple that is there already, in one step.
_token = cast("Callable[[tuple[Any, ...]], Token]", partial(tuple.__new__, Token))


@lru_cache(maxsize=2)  # claims and places ask for the same article, one after the other
def tokenise(article: Article, segmentation: Segmentation) -> tuple[Tokens, ...]:
    """Return the tagged words of each sentence, in the order of ``segmentation.sentences``.

    Linear in the length of the text.
    """
    starts, ends = _outermost(segmentation)
    sentences = [
        _words(article.text, sentence.span.start, sentence.span.end)
        for sentence in segmentation.sentences
    ]
    seen = vocabulary(sentences)
    found: list[Tokens] = []
    for words in sentences:
        begins, stops = tuple(words.starts), words.ends
        quotes = (-1,) * len(begins)
        if begins and bisect_left(starts, stops[-1]) > bisect_right(ends, begins[0]):
            quotes = tuple([_quote(starts, ends, start) for start in begins])
        tags, lemmas = zip(*tag(words, seen), strict=True) if begins else ((), ())
        lowers = tuple([form.lower for form in words.forms])
        nouns = tuple(
            [
                None if noun is not None and noun.acronym and tagged != "NP" else noun
                for noun, tagged in zip([form.speaker for form in words.forms], tags, strict=True)
            ]
        )
        columns = zip(begins, stops, words.texts, lowers, tags, lemmas, quotes, nouns, strict=True)
        sentence = Tokens(map(_token, columns))
        sentence.starts, sentence.lowers, sentence.tags = begins, lowers, tags
        sentence.lemmas, sentence.quotes, sentence.nouns = lemmas, quotes, nouns
        found.append(sentence)
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


class Run(NamedTuple):
    """What is printed without a space in it, "“Orvel’s,": its words in columns, from its start.

    ``open_ended``: the last is a letter and its stop, one word before a capital and two elsewhere.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    texts: tuple[str, ...]
    forms: tuple[Form, ...]
    open_ended: bool


def _words(text: str, start: int, end: int) -> Words:
    """Return the words of a sentence, parted from the marks and the possessives behind them."""
    printed, lefts = _runs(text, start, end)
    short = max(map(len, printed), default=0) <= _KEPT
    runs = list(map(_kept_run if short else _run, printed))
    begins, stops, texts, forms, initials = zip(*runs, strict=True)
    if True in initials:
        for n in [n for n, initial in enumerate(initials) if initial]:
            behind = lefts[n] + len(printed[n]) + 1
            if text[behind : min(behind + 1, end)].isupper():
                runs[n] = _run(printed[n], before_capital=True)
        begins, stops, texts, forms, _ = zip(*runs, strict=True)
    return Words(
        [left + at for left, run in zip(lefts, begins, strict=True) for at in run],
        [left + at for left, run in zip(lefts, stops, strict=True) for at in run],
        list(chain.from_iterable(texts)),
        list(chain.from_iterable(forms)),
    )


def _runs(text: str, start: int, end: int) -> tuple[list[str], list[int]]:
    """Return what stands between the spaces of a sentence, and where each begins."""
    sentence = text[start:end]
    runs = sentence.split()
    if " ".join(runs) == sentence:
        return runs, [*accumulate([len(run) + 1 for run in runs[:-1]], initial=start)]
    # Runs and gaps take turns, so the lengths of both add up to where each run stands.
    parts = _RUN.split(sentence)
    return parts[1::2], [*accumulate(map(len, parts), initial=start)][1:-1:2]


def _run(printed: str, *, before_capital: bool = False) -> Run:
    """Read a run of letters and marks; `before_capital`: a word with a capital is next."""
    found: list[tuple[int, int, str, Form]] = []
    open_ended = False
    for match in _WORD.finditer(printed):
        word, (left, right) = match.group(), match.span()
        form, pieces = _kept_parts(word) if len(word) <= _KEPT else _parts(word)
        initial = bool(pieces) and _is_initial(word)
        open_ended = initial and right == len(printed)
        following = before_capital if open_ended else printed[right + 1 : right + 2].isupper()
        if not pieces or (initial and following):
            found.append((left, right, word, form))
        else:
            found += [(left + a, left + b, shown, kind) for a, b, shown, kind in pieces]
    return Run(
        tuple([left for left, _, _, _ in found]),
        tuple([right for _, right, _, _ in found]),
        tuple([word for _, _, word, _ in found]),
        tuple([form for _, _, _, form in found]),
        open_ended,
    )


_kept_run = lru_cache(maxsize=1 << 13)(_run)


def _is_initial(word: str) -> bool:
    """Say whether a word is a letter and its stop, which before a name is one: "Anna P. Berg"."""
    return len(word) == 2 and word[1] == "." and word[0].isupper()


def _parts(word: str) -> tuple[Form, tuple[Piece, ...]]:
    """Return a word's form, and its pieces where marks or a possessive stand behind it.

    "U.S." and "Dr." keep their stop; two apostrophes are a quotation mark.
    """
    form = form_of(word)
    if word in _DOUBLED:
        return form, ((0, len(word), '"', form_of('"')),)
    if (
        len(word) < 2
        or word[0] == "-"
        or not (word[-1] in _TRAILING or word.endswith(_POSSESSIVES))
    ):
        return form, ()
    body = word.rstrip(_TRAILING)
    stop = body != word and word[len(body)] == "." and body[0].isalpha()
    if stop and ("." in body or body.lower() in _titles()):
        body = word[: len(body) + 1]
    right = len(body)
    cuts = [0, right]
    if right > 2 and body.endswith(_POSSESSIVES):
        cuts = [0, right - 2, right]
    found = [(a, b, body[a:b], form_of(body[a:b])) for a, b in pairwise(cuts)]
    for mark in _TAIL.finditer(word, right):
        printed = '"' if mark.group() in _DOUBLED else mark.group()
        found.append((*mark.span(), printed, replace(form_of(printed), lower=printed)))
    return form, tuple(found)


_kept_parts = lru_cache(maxsize=1 << 14)(_parts)


@cache
def _titles() -> frozenset[str]:
    """Return the abbreviations that stand before a name: their stop belongs to them."""
    return frozenset(
        row["abbreviation"].lower() for row in rows("abbreviations") if row["class"] == "title"
    )
