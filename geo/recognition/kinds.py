"""How a name is meant: the place itself, its government, or a label on something else.

Only countries, capitals and blocs stand for governments here. A country before a noun ("U.S.
officials", "Ukraine's Security Service", "the Egypt-Sudan dispute") works like a demonym.
"""

from collections.abc import Sequence
from typing import Final

from geo import cues
from geo.lexicon import word_map, word_set, words_as
from geo.model import Kind, Place
from geo.recognition.names import Name
from geo.recognition.tokens import LOWER, Tokens
from geo.senses import is_country

_ADVERBS: Final = frozenset({"also", "now", "still", "already", "again", "later", "never", "once"})
_BE: Final = frozenset({"is", "are", "was", "were", "being", "been", "be"})
_PASSIVE: Final = frozenset({"by"})


def tell_kinds(tokens: Tokens, names: Sequence[Name]) -> list[Kind]:
    """Return the kind of each name."""
    kinds: list[Kind] = [_kind(tokens, name) for name in names]
    _share_along_lists(tokens, names, kinds)
    return kinds


def speaks_for_state(name: Name) -> bool:
    """Tell whether a name may stand for a government: a country, a capital, a bloc."""
    return any(_is_power(place) for place in name.senses.places[:1]) or any(
        is_country(place) for place in name.senses.abbreviated[:1]
    )


def _is_power(place: Place) -> bool:
    return is_country(place) or place.feature_code == "PPLC" or place.sense == "bloc"


def _kind(tokens: Tokens, name: Name) -> Kind:
    if name.kind != "literal" or not speaks_for_state(name):
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
    if before < 0 or tokens.gap(before) != " " or tokens.shapes[before] != LOWER:
        return False
    return tokens.words[before] in word_set("locatives") and tokens.words[before] != "between"


def _is_label(tokens: Tokens, name: Name) -> bool:
    """Tell whether a country labels the noun after it, or an institution before it."""
    if cues.ATTRIBUTIVE in name.cues or cues.INSTITUTION in name.cues:
        return True
    after, gap = name.last + 1, tokens.gap(name.last)
    if gap == "'" and after + 1 < len(tokens) and tokens.words[after] == "s":
        if tokens.is_capital(after + 1) and tokens.words[after + 1] in word_set("words"):
            return True
    elif gap == " " and after < len(tokens) and tokens.shapes[after] == LOWER:
        word = tokens.words[after]
        if name.senses.key == "us" or name.senses.abbreviated:
            verb = word in word_set("acting_verbs") or word in word_set("speech_verbs")
            return word not in words_as("function") and not verb
        return word in word_set("titles")
    before = name.first - 1
    return (
        before > 0
        and tokens.words[before] == "of"
        and tokens.is_capital(before - 1)
        and not tokens.starts_sentence(before - 1)
        and tokens.words[before - 1] in word_set("words")
        and tokens.words[before - 1] not in word_map("area_words")
    )


def _acts(tokens: Tokens, name: Name) -> bool:
    """Tell whether a name is the subject of what states do, or owns an action."""
    after, gap = name.last + 1, tokens.gap(name.last)
    if after >= len(tokens):
        return False
    if gap.startswith(":") and tokens.starts_sentence(name.first):
        return True
    if gap == "'" and tokens.words[after] == "s":
        return after + 1 < len(tokens) and tokens.words[after + 1] in word_set("state_actions")
    if gap != " ":
        return False
    while after + 1 < len(tokens) and tokens.words[after] in _ADVERBS and tokens.gap(after) == " ":
        after += 1
    word = tokens.words[after]
    if tokens.shapes[after] != LOWER:
        return False
    if word in _BE:
        return _is_active(tokens, after + 1)
    return word in word_set("acting_verbs") or word in word_set("speech_verbs")


def _is_active(tokens: Tokens, index: int) -> bool:
    """Tell whether what follows "is" is an action: "is also facing", "was expected"."""
    while index + 1 < len(tokens) and tokens.words[index] in _ADVERBS:
        index += 1
    if index >= len(tokens):
        return False
    word = tokens.words[index]
    return len(word) > 4 and word.endswith("ing")


def _is_addressed(tokens: Tokens, name: Name) -> bool:
    """Tell whether something is done to or with a government."""
    before = name.first - 1
    if before < 1 or tokens.gap(before) != " " or tokens.shapes[before] != LOWER:
        return before == 0 and tokens.words[0] in word_set("acted_upon")
    word, earlier = tokens.words[before], tokens.words[before - 1]
    if word == "the" and before > 1:
        word, earlier = earlier, tokens.words[before - 2]
    if word in word_set("acted_upon"):
        return True
    if word == "with":
        return earlier in word_set("dealings")
    if word in _PASSIVE:
        return earlier.endswith("ed") or earlier in word_set("acting_verbs")
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
        elif gap == "-" and _labels_pair(tokens, right):
            kinds[index] = "demonym"
            if kinds[index + 1] == "literal":
                kinds[index + 1] = "demonym"


def _labels_pair(tokens: Tokens, right: Name) -> bool:
    """Tell whether "Egypt-Sudan" labels a noun after it."""
    after = right.last + 1
    if after >= len(tokens) or tokens.gap(right.last) != " " or tokens.shapes[after] != LOWER:
        return False
    return tokens.words[after] not in words_as("function")
