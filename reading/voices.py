"""Several speakers in one attribution: "France and Germany said", "both A and B", "A, B and C"."""

from reading.nouns import is_body, is_title
from reading.phrases import Range, Tokens
from reading.tokens import FINITE

_JOINTS = frozenset({"and", "nor"})


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
