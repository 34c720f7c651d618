"""How a name is meant: the place itself, its government, or a label on something else.

Only countries, capitals and blocs stand for governments here. A country before a noun ("U.S.
officials", "Ukraine's Security Service", "the Egypt-Sudan dispute") works like a demonym.
"""

from collections.abc import Sequence
from typing import Final

from geo import cues
from geo.lexicon import long_list, word_map, word_set, words_as
from geo.model import Kind
from geo.recognition.names import Name
from geo.recognition.tokens import LOWER, Tokens
from geo.senses import is_country
from reading.words import verb_form

_ACTED_UPON: Final = word_set("acted_upon")
_AREA_WORDS_MAP: Final = word_map("area_words")
_DEALINGS: Final = word_set("dealings")
_FUNCTION: Final = words_as("function")
_LOCATIVES: Final = word_set("locatives")
_STATE_ACTIONS: Final = word_set("state_actions")
_STATIC_VERBS: Final = word_set("static_verbs")
_TITLES: Final = word_set("titles")
_WORDS: Final = long_list("words")

_ADVERBS: Final = frozenset(
    {"also", "not", "now", "still", "already", "again", "later", "never", "once"}
)
_BETWEEN_POWERS: Final = frozenset({"between", "on"})
_BE: Final = frozenset({"is", "are", "was", "were", "being", "been", "be"})
_AUXILIARIES: Final = frozenset(
    {"has", "have", "had", "will", "would", "could", "may", "might", "must", "should", "can", "did"}
)
_BELIEVED: Final = frozenset(
    {"believed", "expected", "accused", "suspected", "thought", "said", "reported", "determined"}
)
_PASSIVE: Final = frozenset({"by"})


def tell_kinds(tokens: Tokens, names: Sequence[Name]) -> list[Kind]:
    """Return the kind of each name."""
    kinds: list[Kind] = [_kind(tokens, name) for name in names]
    _share_along_lists(tokens, names, kinds)
    _share_forward(tokens, names, kinds)
    return kinds


def speaks_for_state(name: Name) -> bool:
    """Tell whether a name may stand for a government: a country, a capital, a bloc."""
    return name.senses.names_power


def _kind(tokens: Tokens, name: Name) -> Kind:
    if cues.MEDIUM in name.cues:
        return "demonym"
    if name.kind != "literal" or cues.DATELINE in name.cues or not speaks_for_state(name):
        return name.kind
    if name.senses.places and name.senses.places[0].sense == "bloc":
        return "metonym"
    country = not name.senses.places or is_country(name.senses.places[0])
    if country and _is_label(tokens, name):
        return "demonym"
    if _is_located(tokens, name):
        return "literal"
    return "metonym" if _acts(tokens, name) or _is_addressed(tokens, name) else "literal"


def _is_located(tokens: Tokens, name: Name) -> bool:
    """Tell whether a preposition of place stands before: "in Russia"."""
    before = name.first - 1
    if before < 0 or tokens.gaps[before] != " " or tokens.shapes[before] != LOWER:
        return False
    word = tokens.words[before]
    if word == "to" and before and tokens.words[before - 1] == "according":
        return False
    return word in _LOCATIVES and word not in _BETWEEN_POWERS


def _is_label(tokens: Tokens, name: Name) -> bool:
    """Tell whether a country labels the noun after it, or an institution before it."""
    if cues.ATTRIBUTIVE in name.cues or cues.INSTITUTION in name.cues:
        return True
    after, gap = name.last + 1, tokens.gaps[name.last]
    if gap == "'" and after + 1 < tokens.size and tokens.words[after] == "s":
        return tokens.words[after + 1] not in _STATE_ACTIONS
    if gap == " " and tokens.words[after : after + 2] == ["state", "department"]:
        return True
    if gap == " " and after < tokens.size and tokens.shapes[after] == LOWER:
        word = tokens.words[after]
        if name.senses.key == "us" or name.senses.abbreviated:
            form = verb_form(word)
            verb = form is not None and not form.noun and "S" not in form.kinds
            return word not in _FUNCTION and not verb and not word.endswith("ly")
        return word in _TITLES
    before = name.first - 1
    return (
        before > 0
        and tokens.words[before] == "of"
        and tokens.is_capital(before - 1)
        and not tokens.starts_sentence(before - 1)
        and _WORDS[tokens.words[before - 1]]
        and tokens.words[before - 1] not in _AREA_WORDS_MAP
    )


def _acts(tokens: Tokens, name: Name, *, together: bool = False) -> bool:
    """Tell whether a name is the subject of what states do, or owns an action.

    Several that act together take the plain form of the verb: "Chad and Niger agree".
    """
    after, gap = name.last + 1, tokens.gaps[name.last]
    if after >= tokens.size or _is_owner(tokens, name.first - 1):
        return False
    if gap.startswith(":") and tokens.starts_sentence(name.first):
        return True
    if gap == "'" and tokens.words[after] == "s":
        return after + 1 < tokens.size and tokens.words[after + 1] in _STATE_ACTIONS
    if gap != " ":
        return False
    while after + 1 < tokens.size and tokens.words[after] in _ADVERBS and tokens.gaps[after] == " ":
        after += 1
    if tokens.shapes[after] != LOWER:
        return False
    if tokens.words[after] in _BE:
        believed = tokens.words[after + 1 : after + 2]
        return _verb(tokens, after + 1, "G") or bool(believed and believed[0] in _BELIEVED)
    if tokens.words[after] in _AUXILIARIES:
        return _verb(tokens, after + 1, "BN")
    return _verb(tokens, after, "BD" if together else "SD")


def _is_owner(tokens: Tokens, before: int) -> bool:
    """Tell whether "of" stands before: in "the ministry of Chad said" the ministry speaks."""
    if before > 0 and tokens.words[before] == "the":
        before -= 1
    return before >= 0 and tokens.words[before] == "of" and tokens.shapes[before] == LOWER


def _verb(tokens: Tokens, index: int, kinds: str) -> bool:
    """Tell whether a word, after adverbs, is a form of a verb of action: not "lies", "has had"."""
    while index + 1 < tokens.size and tokens.words[index] in _ADVERBS:
        index += 1
    if index >= tokens.size:
        return False
    form = verb_form(tokens.words[index])
    if form is None or form.lemma in _STATIC_VERBS:
        return False
    return any(kind in form.kinds for kind in kinds)


def _is_addressed(tokens: Tokens, name: Name) -> bool:
    """Tell whether something is done to or with a government."""
    before = name.first - 1
    if before < 1 or tokens.gaps[before] != " " or tokens.shapes[before] != LOWER:
        return before == 0 and tokens.words[0] in _ACTED_UPON
    word, earlier = tokens.words[before], tokens.words[before - 1]
    if word == "the" and before > 1:
        word, earlier = earlier, tokens.words[before - 2]
    if word in _ACTED_UPON:
        return True
    if word == "to" and earlier == "according":
        return True
    if word == "with":
        return earlier in _DEALINGS
    if word in _PASSIVE:
        form = verb_form(earlier)
        return form is not None and "N" in form.kinds
    return False


def _share_along_lists(tokens: Tokens, names: Sequence[Name], kinds: list[Kind]) -> None:
    """Give all members of "Russia and North Korea signed" the kind of the last one."""
    for index in range(len(names) - 2, -1, -1):
        left, right = names[index], names[index + 1]
        if right.first - left.last > 3 or kinds[index] != "literal" or not speaks_for_state(left):
            continue
        gap = tokens.folded[left.end : right.start]
        if gap in (" and ", ", ", ", and ", " or "):
            if kinds[index + 1] == "metonym" and not _is_located(tokens, left):
                kinds[index] = "metonym"
            elif (
                gap != ", "
                and _acts(tokens, right, together=True)
                and not _is_located(tokens, left)
            ):
                kinds[index] = kinds[index + 1] = "metonym"
        elif gap == "-" and _labels_pair(tokens, right):
            kinds[index] = "demonym"
            if kinds[index + 1] == "literal":
                kinds[index + 1] = "demonym"


def _share_forward(tokens: Tokens, names: Sequence[Name], kinds: list[Kind]) -> None:
    """Give "talks with Seoul and Tokyo" one kind."""
    for index in range(len(names) - 1):
        left, right = names[index], names[index + 1]
        if kinds[index] != "metonym" or kinds[index + 1] != "literal":
            continue
        gap = tokens.folded[left.end : right.start] if right.first - left.last < 4 else ""
        listed = gap in (" and ", ", ", ", and ") and speaks_for_state(right)
        if listed and _is_addressed(tokens, left):
            kinds[index + 1] = "metonym"


def _labels_pair(tokens: Tokens, right: Name) -> bool:
    """Tell whether "Egypt-Sudan" labels a noun after it."""
    after = right.last + 1
    if after >= tokens.size or tokens.gaps[right.last] != " " or tokens.shapes[after] != LOWER:
        return False
    return tokens.words[after] not in _FUNCTION
