"""What shows that a name without a record is a settlement: people live there, or go there."""

from collections.abc import Set as AbstractSet

from geo.lexicon import long_list
from layers.standing import verb_before
from reading.tokens import Tokens

_LOCATIVES = frozenset({"at", "in", "near"})
BEFORE_A_TOWN = frozenset(
    {"across", "around", "at", "from", "in", "into", "near", "outside", "through", "to"}
)
_SIDES = frozenset(
    {"east", "north", "northeast", "northwest", "outside", "outskirts", "south", "southeast"}
    | {"southwest", "west"}
)
_LOCALS = frozenset(
    {"farmer", "farmers", "herder", "herders", "inhabitants", "mayor", "resident", "residents"}
    | {"shopkeeper", "shopkeepers", "villager", "villagers"}
)
_INTO = frozenset({"into", "through", "toward", "towards"})
_WHERE = frozenset({"at", "in"})
_ENTERING = frozenset(
    {"advance", "cross", "drive", "flee", "march", "move", "pass", "push", "ride", "sweep", "walk"}
)
_OVERRUNNING = frozenset({"besiege", "overrun", "recapture", "retake", "shell"})
_BEFALLING = frozenset(
    {"abduct", "burn", "clash", "collapse", "crash", "die", "explode", "injure", "kidnap", "kill"}
    | {"shoot", "wound"}
)
_WORDS = long_list("words")
_JOINS = frozenset({",", "and", "or"})
_VERBS = frozenset({"AX", "BE", "MD", "PS", "VF"})
_PHRASE = frozenset({"JJ", "NN", "NP", "PS"})


def is_beside(tokens: Tokens, first: int, last: int, towns: AbstractSet[int]) -> bool:
    """Say whether a name stands in a list with a town: "into Tahoua, Kwari and Dankal"."""
    joined = (first > 0 and tokens[first - 1].lower in _JOINS) or (
        last < len(tokens) and tokens[last].lower in _JOINS
    )
    if not joined or any(token.noun for token in tokens[first:last]):
        return False
    members = [first]
    at = first
    while at > 1 and tokens[at - 1].lower in _JOINS and tokens[at - 2].tag == "NP":
        at -= 2
        while at > 0 and tokens[at - 1].tag == "NP":
            at -= 1
        members.append(at)
    end = last
    while end + 1 < len(tokens) and tokens[end].lower in _JOINS and tokens[end + 1].tag == "NP":
        members.append(end + 1)
        end += 1
        while end < len(tokens) and tokens[end].tag == "NP":
            end += 1
    goes_on = end < len(tokens) and tokens[end].tag in _VERBS
    placed = at > 0 and tokens[at - 1].lower in BEFORE_A_TOWN
    return placed and not goes_on and any(tokens[n].start in towns for n in members)


def lies_within(tokens: Tokens, first: int, last: int, starts: set[int]) -> bool:
    """Say whether "In Tawila, in North Darfur state," tells where a name without a record lies."""
    if first == 0 or tokens[first - 1].lower not in _LOCATIVES or last + 2 >= len(tokens):
        return False
    if tokens[last].text != "," or any(token.noun for token in tokens[first:last]):
        return False
    after = last + 1
    if tokens[after].lower in {"in", "near"}:
        after += 1 + (tokens[after + 1].tag == "DT")
    return after < len(tokens) and tokens[after].start in starts


def is_lived_in(tokens: Tokens, first: int, last: int) -> bool:
    """Say whether "a farmer from Tawila", "residents of Tawila", "Tawila resident" live there."""
    if any(token.noun for token in tokens[first:last]):
        return False
    if last < len(tokens) and tokens[last].lower in _LOCALS:
        return True
    if first < 2:
        return False
    before, noun = tokens[first - 1].lower, tokens[first - 2].lower
    if before == "near" or (before == "of" and noun in _SIDES):
        goes_on = last < len(tokens) and tokens[last].tag in _PHRASE
        return not goes_on  # "near Unity party offices" is no town
    return before in {"from", "in", "of"} and noun in _LOCALS


def is_gone_into(tokens: Tokens, first: int, last: int) -> bool:
    """Say whether people moved "into Tawila", "overran Tawila", or "were killed in Tawila".

    Its words are none of the language, and so no operation, ship or festival.
    """
    if first < 2 or any(
        t.noun or not t.text.istitle() or _WORDS[t.lower] for t in tokens[first:last]
    ):
        return False
    after = tokens[last] if last < len(tokens) else None
    if after is not None and after.tag in {"NN", "PS"} and after.lower != "overnight":
        return False
    before = tokens[first - 1]
    if before.lemma in _OVERRUNNING:
        return True
    verbs = _ENTERING if before.lower in _INTO else _BEFALLING if before.lower in _WHERE else None
    return verbs is not None and verb_before(tokens, first - 1) in verbs
