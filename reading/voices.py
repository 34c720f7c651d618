"""Several voices in one attribution: lists of speakers, whom a paper cites, who relays.

"France and Germany said" are two speakers; in "the Courier reports, citing two diplomats" and
"witnesses quoted by the agency" one speaks and another relays.
"""

from reading.nouns import is_body, is_title
from reading.phrases import Range, Tokens, phrase_right
from reading.regions import Region
from reading.tokens import FINITE, Token

_JOINTS = frozenset({"and", "nor"})
_CITING = frozenset({"citing", "quoting"})
RELAYING = frozenset({"media", "state_media"})


def coordinated(tokens: Tokens, where: Range) -> list[Range]:
    """Return each of several named speakers: "both A and B", "A, B and C", "the A and the B"."""
    described = _described(tokens, where)
    if described:
        return described
    start, end = _without_apposition(tokens, where)
    both = False
    while start < end and (tokens[start].lower in {"both", "neither"} or tokens[start].tag == "RB"):
        both = both or tokens[start].lower in {"both", "neither"}
        start += 1
    joints = [n for n, word in enumerate(tokens.lowers[start:end], start) if word in _JOINTS]
    if len(joints) != 1:
        return [where]
    commas = [n for n in range(start, joints[0]) if tokens[n].lower == ","]
    stops = [*commas, joints[0], end]
    parts = [(a + 1, b) for a, b in zip([start - 1, *stops], stops, strict=False) if b > a + 1]
    articles = [tokens[part[0]].tag == "DT" for part in parts]
    if not both and articles[0] and not any(articles[1:]) and _one_body(tokens, parts):
        return [where]
    named = all(
        tokens[n].tag in {"NP", "DT"} and not is_title(tokens[n])
        for part in parts
        for n in range(*part)
    )  # "Zembla and the United Front"
    named = named and not articles[0]
    she = parts[0][1] - parts[0][0] == 1 and tokens[parts[0][0]].tag == "PR" and len(parts) == 2
    if she and articles[1]:
        return parts  # "She and the union said"
    alike = both or all(articles) or not any(articles) or len(parts) > 2 or named
    if len(parts) < 2 or not alike:
        return [where]
    allowed = {"NP", "DT", "NN", "JJ"} if both or all(articles) else {"NP", "DT"}
    for part in parts:
        tags = {tokens[n].tag for n in range(*part)}
        titled = all(articles) and any(is_title(tokens[n]) for n in range(*part))
        if not tags <= allowed or not (both or titled or "NP" in tags):
            return [where]
        if len(parts) > 2 and any(is_title(tokens[n]) for n in range(*part)):
            return [where]
    return parts


def _described(tokens: Tokens, where: Range) -> list[Range]:
    """Return "A, the mayor," and "B, a guard" of "A, the mayor, and B, a guard"; [] for no such.

    In the list "A, B, and C" no name is described.
    """
    start, end = where
    commas = [n for n in range(start, end) if tokens[n].lower == ","]
    if len(commas) < 2 or commas[1] + 2 >= end or tokens[commas[1] + 1].lower != "and":
        return []
    aside, second = (commas[0] + 1, commas[1]), (commas[1] + 2, end)
    named = second[1] if len(commas) < 3 else commas[2]
    tells = tokens[aside[0]].tag in {"WH", "DT"} or any(is_title(tokens[n]) for n in range(*aside))
    two = all(
        any(tokens[n].tag == "NP" for n in range(*part))
        and not any(tokens[n].tag in {"IN", "TO"} | FINITE for n in range(*part))
        for part in ((start, commas[0]), (second[0], named))
    )
    return [(start, commas[1]), second] if tells and two else []


def _one_body(tokens: Tokens, parts: list[Range]) -> bool:
    """Say whether "and" stands in one name: "the Meteorology and Geophysics Agency"."""
    first = any(tokens[n].noun is not None for part in parts[:-1] for n in range(*part))
    return not first and is_body(tokens, *parts[-1])


def cited(tokens: Tokens, region: Region) -> Range | None:
    """Return whom "…, citing two diplomats" names: they speak, the medium relays."""
    low = min(region.start, region.evidence_start)
    high = max(region.end, region.evidence_end) - 1
    if region.frame is not None and region.frame.form == "after":
        high = min(high + 3, len(tokens) - 1)  # "…, the portal said, citing police"
    if _CITING.isdisjoint(tokens.lowers[low:high]):
        return None
    for index, token in enumerate(tokens[low:high], low):
        if token.lower in _CITING and token.quote < 0:
            end = phrase_right(tokens, index + 1)
            return (index + 1, end) if end > index + 1 else None
    return None


def quoted_by(tokens: Tokens, source: Range) -> Range | None:
    """Return the medium of "witnesses quoted by the state news agency"."""
    for index in range(source[0], source[1] - 2):
        if tokens[index].lower in {"quoted", "cited", "interviewed"} and (
            tokens[index + 1].lower in {"by", "in"}
        ):
            return index + 2, max(phrase_right(tokens, index + 2), index + 3)
    return None


def relays(token: Token) -> bool:
    """Say whether the word names a medium: "Reuters", "newspaper", "TRT"."""
    noun = token.noun
    if noun is not None:
        return noun.type in RELAYING
    acronym = token.text.isupper() and 2 < len(token.text) <= 5
    return (acronym and token.text.isalpha()) or token.lower in {"radio", "tv", "television"}


def _without_apposition(tokens: Tokens, where: Range) -> Range:
    """Leave out what two names are called behind them: "Niger and Mali, members of the bloc"."""
    start, end = where
    comma = next((n for n in range(start, end) if tokens[n].lower == ","), None)
    if comma is None or not all(
        tokens[n].tag == "NP" or tokens[n].lower == "and" for n in range(start, comma)
    ):
        return where
    one = sum(tokens[n].lower == "and" for n in range(start, comma)) == 1
    listed = any(tokens[n].lower == "and" for n in range(comma, end))
    return (start, comma) if one and not listed else where
