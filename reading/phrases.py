"""Noun phrases, verb groups and borders within one tagged sentence.

A range is a pair of word indexes, end exclusive. Everything here looks at a bounded neighbourhood
or walks a sentence once.
"""

from functools import cache

from reading.lexicon import rows
from reading.model import Span
from reading.tagging import QUOTE_MARKS
from reading.tokens import FINITE, NOMINAL, NOUNS, Token
from reading.tokens import Tokens as Tokens  # noqa: PLC0414  (rules take it from here, with Range)

Range = tuple[int, int]

LINKS = frozenset({"of", "for"})
_RELATIVES = frozenset({"who", "which", "whose", "where", "whom"})
_VERBS_AND_BORDERS = FINITE | {"WH", "TH", "PU"}
_HOWEVER = frozenset({"however", "meanwhile", "nevertheless", "nonetheless"})
_JOINS = frozenset({"and", "&", "/"})
_SPOKEN_OF = NOUNS | {"PR", "CD", "RB"}
_LEFT_LINKS = frozenset({"of", "for", "at", "from", "with", "in"})


@cache
def calendar_words() -> frozenset[str]:
    """Return the names of days and months and the words that stand for them."""
    return frozenset(row["word"] for row in rows("calendar_words"))


def span_of(tokens: Tokens, where: Range) -> Span:
    """Return the article offsets of a range that is not empty."""
    return Span(tokens[where[0]].start, tokens[where[1] - 1].end)


def words_of(tokens: Tokens, where: Range, text: str) -> str:
    """Return the printed words of a range."""
    return text[tokens[where[0]].start : tokens[where[1] - 1].end]


def is_outer(token: Token) -> bool:
    """Say whether the word stands outside every quotation."""
    return token.quote < 0


def phrase_right(
    tokens: Tokens, start: int, *, linked: bool = True, links: frozenset[str] = LINKS
) -> int:
    """Return the end of the noun phrase that starts at `start`; `start` where none does.

    With `linked`, the words of `links` carry it on: "the head of the agency".
    """
    tags, lowers = tokens.tags, tokens.lowers
    index, size, seen_noun = start, len(tags), False
    while index < size:
        tag = tags[index]
        if tag in NOUNS:
            seen_noun = True
        elif tag in NOMINAL or (tag == "VN" and not seen_noun and index > start):
            if tag == "DT" and seen_noun and tags[index - 1] != "CC":
                break
        elif seen_noun:
            goes_on = linked and lowers[index] in links and _nominal(tokens, index + 1)
            if goes_on:
                seen_noun = False
            elif lowers[index] not in _JOINS or not _joins_names(tokens, index):
                break
        elif not _degree(tokens, index, start):
            break
        index += 1
    while index > start and tags[index - 1] in {"DT", "RB", "IN", "CC"}:
        index -= 1
    return index


def _nominal(tokens: Tokens, index: int) -> bool:
    return index < len(tokens) and tokens.tags[index] in NOMINAL


def _joins_names(tokens: Tokens, index: int) -> bool:
    """Say whether the "and" at `index` stands between two names: "Zembla and Orvel"."""
    joined = index + 1 < len(tokens)
    return joined and tokens[index - 1].tag == tokens[index + 1].tag == "NP"


def _degree(tokens: Tokens, index: int, start: int) -> bool:
    """Say whether the word stands before the noun: "at least 12", "over 300", a quotation mark."""
    token = tokens[index]
    if token.tag == "RB":
        following = tokens[index + 1].tag if index + 1 < len(tokens) else ""
        return following in {"CD", "JJ", "RB", "DT"}
    if token.tag == "IN":
        return token.lower in {"about", "around", "over"}
    return token.text in QUOTE_MARKS and index > start and _nominal(tokens, index + 1)


def phrase_left(tokens: Tokens, end: int, lowest: int) -> int:
    """Return the start of the noun phrase that ends before `end`, not left of `lowest`."""
    index = end
    while index > lowest:
        token = tokens[index - 1]
        if index < end and tokens[index].tag == "DT" and token.tag != "IN":
            break
        inside = token.tag in NOMINAL or (token.tag in {"VN", "VG"} and index < end)
        if not inside and not (index < end and _carries_left(tokens, index - 1, lowest)):
            break
        index -= 1
    return index


def _carries_left(tokens: Tokens, index: int, lowest: int) -> bool:
    """Say whether a noun phrase goes on to the left of the preposition or "and" at `index`."""
    token = tokens[index]
    joins = (token.tag == "IN" and token.lower in _LEFT_LINKS) or (
        token.tag == "CC" and token.lower != "but"
    )
    headed = index > lowest and (
        tokens[index - 1].tag in NOUNS or tokens[index - 1].noun is not None
    )
    return joins and headed


def has_finite(tokens: Tokens, start: int, end: int) -> bool:
    """Say whether a finite verb stands outside quotations in the range."""
    return finite_at(tokens, start, end) is not None


def finite_at(tokens: Tokens, start: int, end: int, *, quoted: bool = False) -> int | None:
    """Return the first finite verb, relative clauses left out; inside quotations if `quoted`."""
    relative, quotes = False, tokens.quotes
    for index, tag in enumerate(tokens.tags[start:end], start):
        if tag not in _VERBS_AND_BORDERS or (quotes[index] >= 0 and not quoted):
            continue
        if tag == "WH":
            if tokens[index].lower in _RELATIVES:
                relative = index > start
        elif tag == "TH":
            relative = relative or (index > start and _opens_relative(tokens, index, end))
        elif tag == "PU":
            if relative and tokens[index].lower == ",":
                relative = not _closes_relative(tokens, index)
        elif relative:
            relative = False
        else:
            return index
    return None


def _opens_relative(tokens: Tokens, index: int, end: int) -> bool:
    """Tell "the bridge that was built" from "said that the bridge was built"."""
    after = index + 1
    return tokens[index - 1].tag in NOUNS and after < end and tokens[after].tag in FINITE


def _closes_relative(tokens: Tokens, comma: int) -> bool:
    return tokens[comma - 1].tag in NOUNS or tokens[comma - 1].tag in {"RB", "CD"}


def verb_group(tokens: Tokens, finite: int, end: int) -> Range:
    """Return the range of the verb group that opens with the finite verb at `finite`."""
    index, tags = finite + 1, tokens.tags
    if tags[finite] in {"AX", "MD"}:
        while index < end and tags[index] in {"RB", "AX", "BE", "VB", "VN", "VG", "TO"}:
            if tags[index] == "TO" and not (index + 1 < end and tags[index + 1] in {"VB", "BE"}):
                break
            index += 1
    return finite, index


def head_noun(tokens: Tokens, where: Range) -> str | None:
    """Return the head of a noun phrase in lower case: the last noun before "of", a comma or PP."""
    head = None
    for index in range(*where):
        token = tokens[index]
        if token.tag in NOUNS:
            head = token.lower
        elif head is not None and token.tag not in NOMINAL:
            break
        elif token.tag == "PS":
            head = None
    return head


def singular(noun: str) -> str:
    """Return the singular of a regular plural: "soldiers" → "soldier"."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "ches", "shes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 3:
        return noun[:-1]
    return noun


def is_temporal(tokens: Tokens, start: int, end: int) -> bool:
    """Say whether the range holds a word of the calendar ("on Wednesday", "earlier this week")."""
    words = calendar_words()
    return any(tokens[index].lower in words for index in range(start, end))


def _before_however(tokens: Tokens, index: int) -> int:
    """Step back over the aside of "have, however, denied"."""
    aside = index > 3 and tokens[index - 1].lower == "," and tokens[index - 2].lower in _HOWEVER
    return index - 3 if aside and tokens[index - 3].lower == "," else index


def group_start(tokens: Tokens, index: int) -> int:
    """Return the first word of the verb group that ends with the verb at `index`."""
    start = _before_however(tokens, index)
    while start > 0 and tokens[start - 1].tag in {"AX", "MD", "BE", "RB", "TO"}:
        previous = tokens[start - 1]
        if previous.tag == "TO" and tokens[index].tag != "VB":
            break
        inside = start > 1 and tokens[start - 2].tag in {"AX", "MD", "WH"}
        dated = previous.tag == "RB" and previous.lower in calendar_words() and not inside
        if previous.quote >= 0 or dated:
            break
        start -= 1
    if start > 1 and tokens[start - 1].lower in {"all", "both", "each"}:
        whole = tokens[start - 2].tag == "AX"  # "have all condemned"
        start -= 2 * whole
    joined = start > 1 and tokens[start - 2].tag in _SPOKEN_OF
    if joined and tokens[start - 1].lower in {"both", "first", "last", "neither"}:
        start -= 1
    return start
