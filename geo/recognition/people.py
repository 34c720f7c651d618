"""Names of persons, so that Paris Hilton and Mr Jordan are not put on the map."""

from collections.abc import Mapping
from dataclasses import dataclass

from geo.lexicon import word_set, words_as
from geo.recognition.tokens import LOWER, NUMBER, TITLE, UPPER, Tokens

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "de", "da", "di", "van", "von", "der", "abu"})
_OLDEST = 110
_LONGEST_PERSON = 5


@dataclass(frozen=True, slots=True)
class People:
    """Which words belong to the names of persons.

    Parameters
    ----------
    words : frozenset of int
        Indices of words inside a person's name.
    surnames : frozenset of str
        Last names that the text introduces with a first name or title.
    """

    words: frozenset[int]
    surnames: frozenset[str]


def find_people(tokens: Tokens, covered: Mapping[int, int], states: frozenset[int]) -> People:
    """Find the names of persons in a text.

    Parameters
    ----------
    tokens : Tokens
    covered : mapping
        First word to last word of known place names; a place name of several words is no person.
    states : frozenset of int
        Words that name countries, their divisions, or their people: "Israel Katz" is a person,
        "Austin Texas" is not.
    """
    inside: set[int] = set()
    surnames: set[str] = set()
    last = -1
    for index in tokens.capitals:
        if index <= last:
            continue
        last = index
        while tokens.joined(last):
            last += 1
        _scan_run(tokens, index, last, covered, states, inside, surnames)
    return People(frozenset(inside), frozenset(surnames))


def _scan_run(
    tokens: Tokens,
    first: int,
    last: int,
    covered: Mapping[int, int],
    states: frozenset[int],
    inside: set[int],
    surnames: set[str],
) -> None:
    """Mark the persons within one run of capitalised words."""
    titles = word_set("titles")
    titled = first > 0 and _is_lower_title(tokens, first - 1)
    index = first
    while index <= last:
        word = tokens.words[index]
        if word in titles and tokens.shapes[index] == TITLE and index < last:
            titled = True
            index += 1
            continue
        if covered.get(index, index) > index and not titled:
            index = covered[index] + 1
            continue
        end = _person_end(tokens, index, last, covered, states, titled=titled)
        if end is not None:
            inside.update(range(index, end + 1))
            family = end - 1 if tokens.words[end] in _SUFFIXES and end > index else end
            if len(tokens.words[family]) > 2:
                surnames.add(tokens.words[family])
            index = end
        titled = False
        index += 1


def _is_lower_title(tokens: Tokens, index: int) -> bool:
    return (
        tokens.shapes[index] == LOWER
        and tokens.words[index] in word_set("titles")
        and tokens.gap(index) == " "
    )


def _person_end(
    tokens: Tokens,
    index: int,
    last: int,
    covered: Mapping[int, int],
    states: frozenset[int],
    *,
    titled: bool,
) -> int | None:
    """Return the last word of the person whose name begins here, or None."""
    if covered.get(index, index) > index:
        return None
    honoured = titled and index > 0 and tokens.words[index - 1] in words_as("honorific")
    if titled and index in states and index == last and not honoured:
        return None
    word = tokens.words[index]
    begins = word in word_set("first_names") or titled or _is_initial(tokens, index)
    end = index
    while (
        end < last
        and end - index < _LONGEST_PERSON
        and _continues(tokens, end + 1, covered, states)
    ):
        end += 1
    if titled:
        return end if _personal(word) else None
    if end == index:
        return None
    if begins or _age_follows(tokens, end):
        return end
    return None


def _continues(
    tokens: Tokens, index: int, covered: Mapping[int, int], states: frozenset[int]
) -> bool:
    """Tell whether a word can be a further part of a person's name."""
    if index in states and tokens.words[index] not in word_set("surnames"):
        return False
    if tokens.shapes[index] == UPPER and tokens.shapes[index - 1] != UPPER:
        return tokens.words[index] in _SUFFIXES
    if covered.get(index, index) > index and tokens.words[index] not in word_set("surnames"):
        return False
    return _is_initial(tokens, index) or _personal(tokens.words[index])


def _personal(word: str) -> bool:
    """Tell whether a word can be a surname: a known one, or no English word at all."""
    if word in word_set("landmark_words") or word in word_set("street_words"):
        return False
    if word in word_set("area_words") or word in word_set("calendar_words"):
        return False
    if word in word_set("surnames") or word in _SUFFIXES or word in _PARTICLES:
        return True
    return word not in word_set("words") and word not in word_set("titles")


def _is_initial(tokens: Tokens, index: int) -> bool:
    return len(tokens.words[index]) == 1 and tokens.gap(index) in (". ", ".")


def _age_follows(tokens: Tokens, index: int) -> bool:
    """Tell whether "…, 19," follows."""
    after = index + 1
    if after >= len(tokens) or tokens.gap(index) != ", " or tokens.shapes[after] != NUMBER:
        return False
    number = tokens.words[after]
    return number.isdecimal() and len(number) <= 3 and 0 < int(number) <= _OLDEST
