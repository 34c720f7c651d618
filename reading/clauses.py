"""One clause for one thing claimed: where a sentence is cut, and why.

The cuts follow the punctuation and coordination of news English: ", and" with a subject and a verb
of its own, a second verb for the same subject, "including", "with three of them", "before they are
expected to", "killing two". Inside a quotation only whole sentences are cut.
"""

from reading.clause import Clause, main_verb
from reading.commas import at_comma
from reading.coordination import at_conjunction
from reading.open_clause import Cut, OpenClause
from reading.openings import (
    PARTED,
    aside_end,
    dash_closes,
    missing_behind,
    recorded,
    share,
)
from reading.phrases import Range, Tokens, finite_at, has_finite
from reading.subordination import subordination
from reading.tokens import FINITE

_JOINTS = frozenset({"and", "but", "yet"})
_CUTTING = frozenset({"PU", "CC", "SC", "WH", "TH"})
_SUBORDINATING = frozenset({"SC", "WH", "TH"})
_EDGES = frozenset({",", ";", "—", "–", ":"})
_LOOSE_ENDS = _EDGES | {"and", "but"}
_FIGURES = frozenset({"count", "estimate", "figure", "number", "toll", "total"})


def split_clauses(
    tokens: Tokens,
    start: int,
    end: int,
    *,
    headline: bool = False,
    charges: bool = False,
    colon: bool = False,
    framed: bool = False,
) -> tuple[Clause, ...]:
    """Cut the range into clauses, in order; the first is ``main``.

    Parameters
    ----------
    tokens : sequence of Token
        One sentence.
    start, end : int
        Word indexes, end exclusive.
    headline : bool
        Cut "X leaves two dead, turns to Y" and "X falls as Y rises" as well.
    charges : bool
        The content lists deeds: "of shelling A and of burning B".
    colon : bool
        A clause after a colon is a thing of its own.
    framed : bool
        Somebody says it, so that ", who moved away last year" is an aside of the article.
    """
    here = OpenClause(
        tokens, start, end, headline=headline, charges=charges, colon=colon, framed=framed
    )
    found: list[Clause] = []
    left, kind = start, here.kind
    for cut in (*_cuts(here), Cut(end, end, "main")):
        trimmed = _trim(tokens, left, cut.stop)
        if trimmed is not None:
            found.append(Clause(*trimmed, kind, main_verb(tokens, *trimmed)))
        left, kind = cut.start, cut.kind
    return tuple(found)


def _cuts(here: OpenClause) -> list[Cut]:
    """Return every cut, from left to right."""
    found: list[Cut] = []
    aside = here.begin
    tags, lowers, quotes = here.tokens.tags, here.tokens.lowers, here.tokens.quotes
    for index in range(here.begin, here.end - 1):
        quoted, tag = quotes[index] >= 0, tags[index]
        if index < here.begin or not (quoted or tag in _CUTTING or lowers[index] == "with"):
            continue
        if quoted:
            cut = _sentence_end(here, index)
        else:
            if lowers[index] == "," and index >= aside and not here.has_verb(index):
                aside = aside_end(here.tokens, index, here.end) or aside
            if index < aside:
                continue
            cut = _at(here, index)
        if cut is not None:
            found.append(cut)
            here.begins(cut)
        elif not quoted and tag in _SUBORDINATING:
            here.border = index + 1
    return found


def _at(here: OpenClause, index: int) -> Cut | None:
    token = here.tokens[index]
    if token.lower == ",":
        return at_comma(here, index)
    if token.lower == "(":
        return _bracket(here, index)
    if token.lower in _EDGES:
        return _colon(here, index) if token.lower == ":" else _mark(here, index)
    if token.tag == "CC" and token.lower in _JOINTS:
        return at_conjunction(here, index)
    if token.tag == "WH" and here.tokens[index - 1].lower == "of" and here.counted(index + 1):
        of_them = index > here.begin + 1 and here.has_verb(index) and token.lower in PARTED
        return Cut(index - 1, index - 1, "part") if of_them else None
    if token.lower == "with":
        gone = missing_behind(here.tokens, index, here.end) and here.has_verb(index)
        return Cut(index, index, "result") if gone else None
    if token.tag == "SC" and index > here.begin and here.has_verb(index):
        if here.headline and token.lower == "as" and here.clause_at(index + 1):
            return Cut(index, index + 1, "contrast")
        return subordination(here, index, index)
    return None


def _sentence_end(here: OpenClause, index: int) -> Cut | None:
    """Cut a quotation of several sentences where one ends and the next begins."""
    token, following = here.tokens[index], here.tokens[index + 1]
    ends = token.text in {".", "!", "?"} and following.quote == token.quote
    opens = following.text[0].isupper() and index > here.begin
    return Cut(index + 1, index + 1, "coordinate") if ends and opens else None


def _mark(here: OpenClause, index: int) -> Cut | None:
    """Cut at a dash or a semicolon between two clauses."""
    led = here.has_verb(index) or here.kind == "part"
    led = led and not _closes_aside(here, index)
    both = led and has_finite(here.tokens, index + 1, here.end)
    both = both and not dash_closes(here.tokens, index, here.end)
    return Cut(index, index + 1, "coordinate") if both else None


def _colon(here: OpenClause, index: int) -> Cut | None:
    """Cut at a colon before a number, or before a clause where that is a thing of its own."""
    following = here.tokens[index + 1]
    if here.tokens[index].end == following.start or here.tokens[index - 1].lower in _FIGURES:
        return None
    if here.has_verb(index) and following.tag == "CD":
        return Cut(index, index + 1, "part")
    quoted = following.quote >= 0 and finite_at(here.tokens, index + 1, here.end, quoted=True)
    if here.colon and (quoted or here.clause_at(index + 1)):
        return Cut(index, index + 1, "coordinate")
    return None


def _closes_aside(here: OpenClause, dash: int) -> bool:
    """Say whether a dash ends the aside between a subject and its verb: "– it grew –"."""
    tokens, mark = here.tokens, here.tokens[dash].lower
    opens = any(tokens[n].lower == mark for n in range(here.begin, dash))
    return mark in {"–", "—"} and opens and tokens[dash + 1].tag in FINITE


def _bracket(here: OpenClause, index: int) -> Cut | None:
    """Read "have died (11 in the north and one in the south)"."""
    closes = next((n for n in range(index, here.end) if here.tokens[n].lower == ")"), None)
    if closes is None or any(here.tokens[n].tag != "PU" for n in range(closes, here.end)):
        return None
    opens = share(here.tokens, index + 1, closes) or recorded(here.tokens, index + 1, closes)
    return Cut(index, index + 1, "part") if opens and here.has_verb(index) else None


def _trim(tokens: Tokens, start: int, end: int) -> Range | None:
    while end > start and tokens[end - 1].lower in _LOOSE_ENDS:
        end -= 1
    while start < end and tokens[start].lower in _EDGES:
        start += 1
    return (start, end) if end > start else None
