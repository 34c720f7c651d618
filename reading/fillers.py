"""Clauses that claim nothing: cries, lines that credit the writer, why a speaker has no name."""

from reading.phrases import Tokens
from reading.tokens import FINITE

_TELLING = FINITE | {"VB", "VN", "VG", "BE", "CD", "NP"}
_NAMELESS = (
    ("condition", "of", "anonymity"),
    ("not", "to", "be", "named"),
    ("not", "to", "be", "identified"),
    ("requested", "anonymity"),
    ("no", "details"),
    ("no", "further", "details"),
    ("no", "other", "details"),
    ("speak", "anonymously"),
    ("spoke", "anonymously"),
)
_SHOWING = frozenset({"anonymity", "anonymously", "details", "not"})
_LEAVE = frozenset({"allowed", "authorised", "authorized", "permitted"})
_TALKING = frozenset({"brief", "comment", "discuss", "speak", "talk"})
_LONGEST_CRY = 6
_CREDITED = frozenset({"by", "editing", "photo", "photos", "reporting", "writing", "written"})
_LYING = frozenset({"be", "lie", "sit", "stand"})
_LENGTHS = frozenset({"km", "kilometers", "kilometres", "metres", "meters", "miles"})
_POINTS = frozenset(
    {
        *("away", "east", "from", "north", "northeast", "northwest", "off", "outside", "south"),
        *("southeast", "southwest", "west"),
    }
)
_LONGEST_WAY = 24
_WAY_REACH = 5
_FIRST_WORDS = 3


def claims_nothing(tokens: Tokens, start: int, end: int) -> bool:
    """Say whether a clause outside quotations tells of no event at all.

    "Lovely weather." has no verb, number, name or "no"; "By Vera Roe" and "Orvel Press" say who
    writes; "He was not authorised to speak to the media" tells why nobody is named.
    """
    if tokens[start].quote >= 0:
        return False
    return (
        _is_cry(tokens, start, end)
        or all(token.tag in {"NP", "CC", "PU"} for token in tokens[start:end])
        or _is_credit(tokens, start, end)
        or keeps_a_name_back(tokens, start, end)
        or _only_lies(tokens, start, end)
    )


def _only_lies(tokens: Tokens, start: int, end: int) -> bool:
    """Find "which is about 90 km north of Sula", said of a town in passing."""
    if tokens[start].lower not in {"which", "where"} or end - start > _LONGEST_WAY:
        return False
    lies = tokens[start + 1].lemma in _LYING or tokens[start + 1].lower in {"is", "was"}
    measured = any(
        tokens[n].tag == "CD" and tokens[n + 1].lower in _LENGTHS
        for n in range(start + 2, min(end - 1, start + _WAY_REACH))
    )
    return lies and measured and not _POINTS.isdisjoint(tokens.lowers[start:end])


def _is_credit(tokens: Tokens, start: int, end: int) -> bool:
    """Find the byline "By Vera Roe" and "(Reporting by Vera Roe; Editing by Tom Lark)"."""
    if tokens[start].lower not in _CREDITED or tokens[end - 1].text == ".":
        return False
    opening = tokens[start : min(end, start + _FIRST_WORDS)]
    credits_name = opening[-1].tag == "NP" or any(t.lower == "by" for t in opening[1:])
    return credits_name and not any(t.tag in FINITE for t in tokens[start:end])


def _is_cry(tokens: Tokens, start: int, end: int) -> bool:
    if end != len(tokens) or tokens[end - 1].text not in {".", "!"}:
        return False
    words = [token for token in tokens[start:end] if token.tag != "PU"]
    return len(words) <= _LONGEST_CRY and not any(
        word.tag in _TELLING or word.lower in {"no", "none", "not"} for word in words
    )


def keeps_a_name_back(tokens: Tokens, start: int, end: int) -> bool:
    """Find "spoke on condition of anonymity", "not authorised to speak to reporters"."""
    words = tokens.lowers[start:end]
    if not _SHOWING.intersection(words):
        return False
    for index, word in enumerate(words):
        if any(words[index : index + len(known)] == known for known in _NAMELESS):
            return True
        ahead = words[index + 1 : index + 3]
        if word in _LEAVE and ahead[:1] == ("to",) and ahead[1] in _TALKING:
            return "not" in words[max(0, index - 2) : index]
    return False
