"""A clause without "that": "said 12 people were killed", and what only looks like one."""

from reading.openings import appositive, closing_comma
from reading.phrases import Tokens, is_temporal
from reading.tokens import FINITE, NOMINAL, NOUNS, OPENING_QUOTES

_BARE_REACH = 40
_LIST_REACH = 14
_NOUN_OR_PRONOUN = NOUNS | {"PR"}


def bare_clause(tokens: Tokens, index: int) -> bool:
    """Find a subject and a finite verb: "said 12 people were killed"."""
    for ahead in range(index, min(len(tokens), index + _BARE_REACH)):
        token = tokens[ahead]
        if token.tag in FINITE and ahead > index:
            return True
        opens = token.text in OPENING_QUOTES and token.quote >= 0 and tokens[ahead - 1].quote < 0
        if opens and tokens[ahead - 1].tag not in {"DT", "JJ", "IN"}:
            return tokens[ahead - 1].tag in _NOUN_OR_PRONOUN
        behind = min(len(tokens), ahead + 4)
        since = token.lower == "since" and is_temporal(tokens, ahead + 1, behind)
        if token.tag == "TH" or (token.tag == "SC" and not since) or token.lower in {";", ":"}:
            return False
        if token.tag == "WH" and ahead > index and tokens[ahead - 1].tag in {"IN", "TO"}:
            return False
        if token.lower == ",":
            listed = _is_age(tokens, ahead - 1) and tokens[ahead + 1 : ahead + 2]
            if listed and tokens[ahead + 1].tag == "CC":
                continue  # "said Berg, 19, and Orne, 20, were freed"
            after = (closing_comma(tokens, ahead) or ahead) + 1
            aside = after < len(tokens) and tokens[after].tag in FINITE
            aside = aside and tokens[ahead + 1].tag in {"IN", "RB"}
            if _is_list(tokens, ahead):
                return not _goes_on_doing(tokens, index, ahead)
            if not (aside or appositive(tokens, ahead) or _of_which(tokens, ahead)):
                return False
            if after < len(tokens) and tokens[after].tag in FINITE:
                return True
    return False


def _goes_on_doing(tokens: Tokens, start: int, comma: int) -> bool:
    """Say whether "windows breaking" is whole, so that ", and dozens ran" is another clause."""
    return tokens[comma + 1].tag == "CC" and tokens[comma - 1].tag == "VG" and comma - 1 > start


def _is_list(tokens: Tokens, comma: int) -> bool:
    """Say whether the comma stands in a list of subjects: "said 12 men, two boys and a dog"."""
    joined = False
    for ahead in range(comma + 1, min(len(tokens), comma + _LIST_REACH)):
        token = tokens[ahead]
        if token.tag in FINITE:
            return joined
        joined = joined or token.lower == "and"
        if token.tag not in NOMINAL and token.lower not in {"and", ",", "of", "at", "least"}:
            return False
    return False


def _is_age(tokens: Tokens, index: int) -> bool:
    """Say whether a number stands between commas, as ages do."""
    return tokens[index].tag == "CD" and tokens[index - 1].lower == ","


def _of_which(tokens: Tokens, comma: int) -> bool:
    """Say whether ", in which 270 drones were used," stands between a subject and its verb."""
    opens = tokens.tags[comma + 1 : comma + 3]
    return opens == ("IN", "WH") and closing_comma(tokens, comma) is not None
