"""Names of persons, so that Paris Hilton and Mr Jordan are not put on the map."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Final

from geo.lexicon import Memo, long_list, word_set, words_as
from geo.recognition.sought import Sought
from geo.recognition.tokens import LOWER, NUMBER, TITLE, UPPER, Tokens

_AREA_WORDS: Final = word_set("area_words")
_CALENDAR_WORDS: Final = word_set("calendar_words")
_FIRST_NAMES: Final = long_list("first_names")
_HONORIFIC: Final = words_as("honorific")
_KIN: Final = Sought(words_as("kin"))
_LANDMARK_WORDS: Final = word_set("landmark_words")
_STREET_WORDS: Final = word_set("street_words")
_SURNAMES: Final = long_list("surnames")
_TITLES: Final = word_set("titles")
_WORDS: Final = long_list("words")

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "de", "da", "di", "van", "von", "der", "abu"})
_INFIXES: Final = Sought(
    {"al", "bin", "bint", "da", "de", "der", "di", "dos", "du", "ibn", "van", "von"}
)
_OLDEST = 110
_LONGEST_PERSON = 5
_NICKNAME_OPENS = frozenset({' "', " '", " ("})
_NICKNAME_CLOSES = frozenset({'" ', "' ", ") "})
_LONGEST_NICKNAME = 3
_IN = frozenset({"in", "near", "at", "outside", "around", "north", "south", "east", "west"})


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


def find_people(tokens: Tokens, covered: Mapping[int, int], states: Set[int]) -> People:
    """Find the names of persons in a text.

    Parameters
    ----------
    tokens : Tokens
    covered : mapping
        First word to last word of known place names; a place name of several words is no person.
    states : set of int
        Words that name countries, their divisions, or their people: "Israel Katz" is a person,
        "Austin Texas" is not.
    """
    words, gaps, joints = tokens.words, tokens.gaps, tokens.joints
    towns = _titled_towns(tokens, covered, states)
    inside: set[int] = set()
    surnames: set[str] = set()
    last = -1
    for index in tokens.capitals:
        led = index > 0 and words[index - 1] in _TITLES
        joined = index in joints or gaps[index] in _NICKNAME_OPENS
        if index <= last or not (joined or led):
            continue
        last = _end_of_run(tokens, index) if joined else index
        titled = led and _is_lower_title(tokens, index - 1)
        if titled or last > index:
            run = (index, last)
            _scan_run(tokens, run, covered, states, towns, inside, surnames, titled=titled)
    _add_kin(tokens, covered, inside)
    _add_joined(tokens, covered, inside, surnames)
    return People(frozenset(inside), frozenset(surnames))


def _add_kin(tokens: Tokens, covered: Mapping[int, int], inside: set[int]) -> None:
    """Mark first names after kin: "his wife, Florence", "two daughters, Virginia and Adelaide"."""
    for kin in tokens.at(_KIN):
        at = kin + 1
        if tokens.shapes[kin] != LOWER or tokens.gaps[kin] not in (", ", " "):
            continue
        while _is_first_name(tokens, at, covered):
            inside.add(at)
            listed = tokens.gaps[at] in (", ", " ") and at + 1 < tokens.size
            joint = listed and tokens.words[at + 1] == "and" and tokens.gaps[at + 1] == " "
            if not joint and not (listed and tokens.gaps[at] == ", "):
                break
            at += 2 if joint else 1


def _is_first_name(tokens: Tokens, at: int, covered: Mapping[int, int]) -> bool:
    """Tell whether a first name stands alone here, and no longer name of a place begins with it."""
    if not tokens.is_capital(at) or covered.get(at, at) > at or at in tokens.joints:
        return False
    return _FIRST_NAMES[tokens.words[at]]


def _add_joined(
    tokens: Tokens, covered: Mapping[int, int], inside: set[int], surnames: set[str]
) -> None:
    """Mark names with a particle in lower case: "Bart van Breda", "Ursula von der Leyen"."""
    for at in tokens.at(_INFIXES):
        if (
            tokens.shapes[at] != LOWER
            or not tokens.is_capital(at - 1)
            or tokens.gaps[at - 1] != " "
        ):
            continue
        last = at + 1
        infixes = _INFIXES.words
        while last < tokens.size and tokens.words[last] in infixes and tokens.gaps[last - 1] == " ":
            last += 1
        if tokens.gaps[last - 1] not in (" ", "-") or not tokens.is_capital(last):
            continue
        first = next((word for word in (at - 1, at - 2) if _begins_person(tokens, word, at)), None)
        if first is None:
            continue
        opens = max(0, first - 1)  # with the saint: "San Miguel de Tucumán"
        if any(covered.get(word, word) >= at for word in range(opens, at)):
            continue
        inside.update(range(first, last + 1))
        surnames.add(tokens.words[last])


def _begins_person(tokens: Tokens, word: int, before: int) -> bool:
    """Tell whether a first name stands here, and all up to a word is one name with it."""
    named = word >= 0 and tokens.is_capital(word) and _FIRST_NAMES[tokens.words[word]]
    return named and all(tokens.joined(at) for at in range(word, before - 1))


def _end_of_run(tokens: Tokens, index: int) -> int:
    """Return the last word of a run of capitals, past a nickname: "Joaquin “El Chapo” Guzman"."""
    while True:
        if index in tokens.joints:
            index += 1
        elif tokens.gaps[index] in _NICKNAME_OPENS:
            after = _after_nickname(tokens, index)
            if after is None:
                return index
            index = after
        else:
            return index


def _after_nickname(tokens: Tokens, index: int) -> int | None:
    """Return the capital after a nickname that a first name is followed by, or None."""
    if not _FIRST_NAMES[tokens.words[index]]:
        return None
    for at in range(index + 1, index + 1 + _LONGEST_NICKNAME):
        if tokens.gaps[at] in _NICKNAME_CLOSES:
            return at + 1 if tokens.is_capital(at + 1) else None
        if not tokens.joined(at):
            return None
    return None


def _titled_towns(tokens: Tokens, covered: Mapping[int, int], states: Set[int]) -> set[int]:
    """Return where names of places begin that open with a title: "Prince Rupert", "King George".

    The text shows of one that it is no person ("the town of Prince Rupert"), and of all with it.
    """
    titled = [
        (at, last) for at, last in covered.items() if tokens.words[at] in _TITLES and last > at
    ]
    if not titled:
        return set()
    names = [(at, tokens.folded[tokens.starts[at] : tokens.ends[last]]) for at, last in titled]
    shown = {
        name
        for (at, name), (_, last) in zip(names, titled, strict=True)
        if _stands_as_place(tokens, at)
        or (tokens.gaps[last] == ", " and last + 1 in states)
        or (at > 1 and tokens.words[at - 1] == "of" and tokens.words[at - 2] in _AREA_WORDS)
    }
    return {at for at, name in names if name in shown}


def _scan_run(
    tokens: Tokens,
    run: tuple[int, int],
    covered: Mapping[int, int],
    states: Set[int],
    towns: Set[int],
    inside: set[int],
    surnames: set[str],
    *,
    titled: bool,
) -> None:
    """Mark the persons within one run of capitalised words; `titled`: a title stands before it."""
    titles = _TITLES
    index, last = run
    if tokens.words[last] in _STREET_WORDS:
        return
    while index <= last:
        word = tokens.words[index]
        if covered.get(index, index) > index and (
            index in towns or _stands_as_place(tokens, index)
        ):
            index = covered[index] + 1
            continue
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


def _stands_as_place(tokens: Tokens, first: int) -> bool:
    """Tell whether a place name that begins like a person is used as one: "near Prince George"."""
    before = tokens.words[first - 1] if first else ""
    if before == "of" and first > 1:
        before = tokens.words[first - 2]
    return before in _IN


def _is_lower_title(tokens: Tokens, index: int) -> bool:
    return (
        tokens.shapes[index] == LOWER
        and tokens.words[index] in _TITLES
        and tokens.gaps[index] == " "
    )


def _person_end(
    tokens: Tokens,
    index: int,
    last: int,
    covered: Mapping[int, int],
    states: Set[int],
    *,
    titled: bool,
) -> int | None:
    """Return the last word of the person whose name begins here, or None."""
    if covered.get(index, index) > index:
        return None
    honoured = titled and index > 0 and tokens.words[index - 1] in _HONORIFIC
    if titled and index in states and index == last and not honoured:
        return None
    word = tokens.words[index]
    begins = (
        _FIRST_NAMES[word]
        or titled
        or _is_initial(tokens, index)
        or _is_pair(tokens, index, last, states)
    )
    end = index
    while (
        end < last
        and end - index < _LONGEST_PERSON
        and _continues(tokens, end + 1, covered, states)
    ):
        end += 1
    if titled:
        return end if _PERSONAL[word] else None
    if end > index and tokens.gaps[index] == "-" and end < index + 2:
        return None
    if end == index:
        return None
    if begins or _age_follows(tokens, end):
        return end
    return None


def _is_pair(tokens: Tokens, index: int, last: int, states: Set[int]) -> bool:
    """Tell whether two family names stand together: "Campbell Davis"."""
    second = index + 1
    if second > last or index in states or second in states or tokens.gaps[index] != " ":
        return False
    word = tokens.words[second]
    return _SURNAMES[tokens.words[index]] and _SURNAMES[word] and not _WORDS[word]


def _continues(tokens: Tokens, index: int, covered: Mapping[int, int], states: Set[int]) -> bool:
    """Tell whether a word can be a further part of a person's name."""
    if tokens.words[index] == tokens.words[index - 1]:
        return False
    if index in states and not _SURNAMES[tokens.words[index]]:
        return False
    if tokens.shapes[index] == UPPER and tokens.shapes[index - 1] != UPPER:
        return tokens.words[index] in _SUFFIXES
    if covered.get(index, index) > index and not _SURNAMES[tokens.words[index]]:
        return False
    return _PERSONAL[tokens.words[index]] or _is_initial(tokens, index)


def _is_personal(word: str) -> bool:
    """Tell whether a word can be a surname: a known one, or no English word at all."""
    if word in _LANDMARK_WORDS or word in _STREET_WORDS:
        return False
    if word in _AREA_WORDS or word in _CALENDAR_WORDS:
        return False
    if _SURNAMES[word] or word in _SUFFIXES or word in _PARTICLES:
        return True
    return not _WORDS[word] and word not in _TITLES


_PERSONAL: Final = Memo(_is_personal)


def _is_initial(tokens: Tokens, index: int) -> bool:
    return len(tokens.words[index]) == 1 and tokens.gaps[index] in (". ", ".")


def _age_follows(tokens: Tokens, index: int) -> bool:
    """Tell whether "…, 19," follows."""
    after = index + 1
    if after >= tokens.size or tokens.gaps[index] != ", " or tokens.shapes[after] != NUMBER:
        return False
    number = tokens.words[after]
    return number.isdecimal() and len(number) <= 3 and 0 < int(number) <= _OLDEST
