"""Names that only say among what something ranks, and courts that lie in a town.

"Africa's most populous country" and "the only mine in Europe" tell of one place among many; they
are drawn nowhere. Who turns "to the Court of Arbitration in Lausanne" does so from elsewhere.
"""

from collections.abc import Sequence
from itertools import pairwise

from reading.openings import RANKING
from reading.tokens import Token

_REACH = 8
_BEHIND_OWNER = 4
_PHRASE = frozenset({"CD", "DT", "IN", "JJ", "NN", "NP", "RB", "VN"})
_WITHIN = frozenset({"across", "in", "of", "on"})
_COURTS = frozenset({"commission", "committee", "council", "court", "tribunal"})
_OFFICES = frozenset(
    {
        *("consulate", "embassy", "headquarters", "ministry", "parliament", "regulator"),
        *("secretariat", "tribunal"),
    }
)
_DEALING = frozenset({"to", "with"})
_NAME = frozenset({"NN", "NP"})
_GOALS = frozenset(
    {
        *("base", "bases", "camp", "camps", "center", "centre", "jail", "port", "prison"),
        *("refinery", "shelter", "shelters", "site", "sites", "terminal", "warehouse"),
    }
)
_LED = frozenset({"CD", "DT", "JJ", "NN", "NP"})
_LINKS = frozenset({"for", "of", "on"})
_SPANS = frozenset(
    {"hour", "hours", "km", "kilometer", "kilometers", "kilometre", "kilometres", "mile", "miles"}
    | {"min", "minute", "minutes"}
)
_NATIONWIDE = frozenset({"countrywide", "nationally", "nationwide"})
_TOLLS = frozenset({"count", "figure", "tally", "toll", "total"})
_SUMS = frozenset({"all", "total"})
_TOGETHER = frozenset({"altogether", "overall"})
_COUNTED = frozenset({"CD", "DT", "JJ"})
_TRAVELLED = frozenset({"IN", "JJ", "NN", "PS", "RB"})
_FARTHEST = 5
_FAR_IN = frozenset({"at", "in"})


def ranks_within(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Say whether a name is the whole in which something is the largest, the only, the first.

    Parameters
    ----------
    tokens : sequence of Token
        One sentence.
    first, end : int
        Word indexes of the name, end exclusive.
    """
    if end < len(tokens) and tokens[end].tag == "PS":
        return any(token.lower in RANKING for token in tokens[end + 1 : end + _BEHIND_OWNER])
    at = first - 1
    while at > 0 and tokens[at].tag in {"DT", "JJ"}:
        at -= 1
    if at < 1 or tokens[at].lower not in _WITHIN:
        return False
    for index in range(at - 1, max(-1, at - _REACH), -1):
        if tokens[index].lower in RANKING:
            return not (tokens[index].lower == "most" and tokens[index + 1].lower == "of")
        if tokens[index].tag not in _PHRASE:
            return False
    return False


def is_seat_of_court(tokens: Sequence[Token], first: int) -> bool:
    """Say whether "to the Court of Human Rights" stands before "in" and the name at `first`."""
    at = first - 1
    if at < 1 or tokens[at].lower != "in":
        return False
    index = at - 1
    while index > 0 and (tokens[index].tag in _NAME or tokens[index].lower in _LINKS):
        index -= 1
    words = tokens[index + 1 : at]
    named = any(t.lower in _COURTS and t.tag == "NP" for t in words)
    office = bool(words) and words[-1].lower in _OFFICES
    while index > 0 and tokens[index].tag in {"DT", "PU", "JJ"}:
        index -= 1
    return (named or office) and tokens[index].lower in _DEALING


def is_led_to(tokens: Sequence[Token], at: int) -> bool:
    """Say whether "to a camp" ends before the preposition at `at`: "moved to a camp near Iriba"."""
    left = at - 1
    while left > 0 and tokens[left].tag in _LED:
        left -= 1
    return tokens[left].lower == "to" and tokens[at - 1].lower in _GOALS


def is_away(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a preposition tells how far it is: "two hours by boat from Orvel", "away in"."""
    if tokens[at].lower in _FAR_IN and tokens[at - 1].lower == "away":
        return at > 1 and (tokens[at - 2].lower in _SPANS or tokens[at - 2].text == ")")
    if tokens[at].lower != "from":
        return False
    near = _bracket(tokens, at)
    for index in range(near - 1, max(0, near - _FARTHEST), -1):
        if tokens[index].lower in _SPANS:
            return tokens[index - 1].tag in _COUNTED
        if tokens[index].tag not in _TRAVELLED:
            return False
    return False


def _bracket(tokens: Sequence[Token], at: int) -> int:
    """Return where the bracket that ends before a word begins: "400 km (250 miles) from"."""
    if tokens[at - 1].text != ")":
        return at
    return next((n for n in range(at - 2, max(0, at - _REACH), -1) if tokens[n].text == "("), at)


# Without one of these words nothing is told of a whole country, or of another place.
WIDENING = _NATIONWIDE | {"national", "elsewhere"}


def is_national(lowers: Sequence[str]) -> bool:
    """Say whether something is told of a whole country: "nationwide", "the national toll"."""
    if not _NATIONWIDE.isdisjoint(lowers):
        return True
    return "national" in lowers and any(
        word == "national" and not _TOLLS.isdisjoint(lowers[at + 1 : at + 3])
        for at, word in enumerate(lowers)
    )


def adds_up(lowers: Sequence[str]) -> bool:
    """Say whether a number is that of all places together: "in total", "altogether"."""
    if not _TOGETHER.isdisjoint(lowers):
        return True
    return any(one == "in" and two in _SUMS for one, two in pairwise(lowers))


def is_elsewhere(lowers: Sequence[str]) -> bool:
    """Say whether something is told of another place than the one before: "elsewhere"."""
    return "elsewhere" in lowers
