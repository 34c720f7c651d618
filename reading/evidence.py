"""Which words of a sentence bear a claim out, and whether they are quoted."""

from reading.clause import Clause
from reading.cues import Frame
from reading.model import Attribution
from reading.phrases import Range, Tokens
from reading.regions import Region
from reading.tokens import Token


def manner(
    tokens: Tokens, region: Region, frame: Frame, clause: Clause, *, quoted: bool
) -> Attribution:
    """Return how what is said is told: by a headline's colon, in quotation marks, in part."""
    if frame.form == "colon":
        return "headline_colon"
    if frame.form == "noun" and not region.whole:
        return "embedded"
    if quoted:
        return "direct"
    within = tokens.quotes[clause.start : clause.end]
    return "mixed" if max(within, default=-1) >= 0 else "indirect"


def evidence_of(
    tokens: Tokens, region: Region, clause: Clause, *, opens: bool, closes: bool
) -> Range:
    """Return the words of a clause, with cue and speaker where it is the first or the last."""
    start, end = clause.start, clause.end
    if opens:
        start = min(start, region.evidence_start)
    if closes:
        end = max(end, region.evidence_end)
    while start < end - 1 and (
        tokens[start].tag == "CC"
        or (start and tokens[start].lower in {"while", "whereas"})
        or (tokens[start].tag == "RB" and tokens[start + 1].lower == ",")
        or (tokens[start].tag == "PU" and (tokens[start].quote < 0 or tokens[start].lower == ","))
    ):
        start += 1
    while (
        end - 1 > start
        and tokens[end - 1].quote < 0
        and (tokens[end - 1].lower in {",", ";"} or tokens[end - 1].tag == "CC")
    ):
        end -= 1
    return start, _without_bracket(tokens, start, end)


def _without_bracket(tokens: Tokens, start: int, end: int) -> int:
    """Return the end without the bracket, and its stop, that another clause opened."""
    words = tokens.lowers[start:end]
    if words.count(")") != 1 or "(" in words:
        return end
    closes = next(n for n in range(end - 1, start - 1, -1) if tokens[n].lower == ")")
    ends = closes > start and all(tokens[n].tag == "PU" for n in range(closes, end))
    return closes if ends else end


def is_quoted(tokens: Tokens, clause: Clause) -> bool:
    """Say whether a clause opens inside a quotation and lies in it for the most part."""
    quotes = tokens.quotes[clause.start : clause.end]
    if max(quotes, default=-1) < 0:
        return False
    first = next((n for n in range(clause.start, clause.end) if not _is_bare_mark(tokens[n])), None)
    if first is None or tokens[first].quote < 0:
        return False
    inner = len(quotes) - quotes.count(-1)
    return inner * 2 > clause.end - clause.start


def _is_bare_mark(token: Token) -> bool:
    return token.tag == "PU" and token.quote < 0


def wholly_quoted(tokens: Tokens, region: Region) -> bool:
    """Say whether every word of a region stands in quotation marks."""
    quotes, tags = tokens.quotes[region.start : region.end], tokens.tags[region.start : region.end]
    if max(quotes, default=-1) < 0:
        return False
    words = [quote for quote, tag in zip(quotes, tags, strict=True) if tag != "PU"]
    return min(words, default=-1) >= 0
