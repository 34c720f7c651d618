"""What a text calls a place: "the village of X", "X island", "X, a trading town"."""

from layers.lexicon import table
from reading.tokens import Tokens

_APPOSITION = 5
_LISTED = 12
_ARTICLES = frozenset({"a", "an", "the", "its"})
_PLAIN = frozenset({"hamlet", "island", "lake", "river", "village", "volcano"})


def appellative(
    tokens: Tokens, first: int, last: int, *, apposed: bool = True
) -> tuple[str, str | None]:
    """Return a name, and what the text calls it: "village", "island", "river" or nothing."""
    types = table("place_types")
    words = [token.text for token in tokens[first:last]]
    if len(words) > 1 and words[-1].lower() in types:
        rules = words[0].endswith("ic")  # "Islamic State" is an army
        return " ".join(words), None if rules else words[-1].lower()
    name = " ".join(words)
    if len(words) > 1 and table("place_types").get(words[0].lower(), {}).get("leads") == "yes":
        return name, words[0].lower()
    after = tokens[last].lower if last < len(tokens) else ""
    if after in types and not after.endswith("s"):
        return f"{name} {tokens[last].text}", after
    if (listed := _before(tokens, first) or _after(tokens, last)) is not None:
        return name, listed
    return name, _apposed(tokens, last) if apposed else None


def _before(tokens: Tokens, first: int) -> str | None:
    """Return the type in "the village of X", and in "the provinces of X and Y" for both."""
    types, at = table("place_types"), first - 1
    lowest = max(0, first - _LISTED)
    while at > lowest and tokens[at].lower in {",", "and"}:
        at -= 1
        while at > lowest and tokens[at].tag == "NP":
            at -= 1
    if at == first - 1 >= 1 and tokens[at].lower in _PLAIN and tokens[at - 1].tag == "DT":
        return tokens[at].lower
    if at < 1 or tokens[at].lower != "of" or tokens[at - 1].lower not in types:
        return None
    kind = tokens[at - 1].lower
    return kind if at == first - 1 or kind.endswith("s") else None


def _after(tokens: Tokens, last: int) -> str | None:
    """Return the type in "X, Y and Z counties" for each of them."""
    for at in range(last, min(len(tokens), last + _LISTED)):
        token = tokens[at]
        if token.lower in table("place_types") and token.lower.endswith("s"):
            return token.lower
        if token.tag != "NP" and token.lower not in {",", "and"}:
            return None
    return None


def _apposed(tokens: Tokens, last: int) -> str | None:
    """Return the type in ", a trading town"."""
    if last + 1 >= len(tokens) or tokens[last].text != ",":
        return None
    if tokens[last + 1].lower not in _ARTICLES:
        return None
    for at, token in enumerate(tokens[last + 2 : last + _APPOSITION], last + 3):
        if token.lower in table("place_types"):
            titled = at < len(tokens) and tokens[at].tag in {"NN", "PS"}
            return None if titled else token.lower  # "Ada Orne, the district judge"
        if token.tag not in {"JJ", "NN", "VG", "VN", "NP"}:
            return None
    return None
