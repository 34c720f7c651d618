"""What the words around a name say for and against its being a place.

Each cue is one of the names in `geo.cues`.
"""

from collections.abc import Sequence, Set
from typing import Final

from geo.cues import (
    ACRONYM,
    ARTICLE,
    ATTRIBUTIVE,
    BRAND,
    COMMON,
    COMMON_HERE,
    DATELINE,
    FIRST_NAME,
    HEADLINE,
    INSTITUTION,
    LANDMARK,
    LOCATIVE,
    LOWER_ELSEWHERE,
    MEDIUM,
    OF,
    PARTY,
    PERSON,
    SENTENCE_START,
    SPEAKS,
    STREET,
    SUPPORTING,
    SURNAME,
    TYPED,
    UNKNOWN_LEFT,
    UNKNOWN_RIGHT,
    WORD_LEFT,
)
from geo.lexicon import long_list, word_map, word_set, words_as
from geo.recognition.people import People
from geo.recognition.tokens import LOWER, NUMBER, TITLE, UPPER, Tokens
from reading.words import verb_form

_AREA_WORDS_MAP: Final = word_map("area_words")
_COMPANY_WORDS: Final = word_set("company_words")
_COMPASS_WORDS_MAP: Final = word_map("compass_words")
_FIRST_NAMES: Final = long_list("first_names")
_INHABITANT_WORDS: Final = word_set("inhabitant_words")
_LANDMARK_WORDS: Final = word_set("landmark_words")
_LOCATIVES: Final = word_set("locatives")
_MAKES: Final = word_set("make_words")
_MEDIA_WORDS: Final = word_set("media_words")
_PERSON_PRONOUN: Final = words_as("person pronoun")
_SPEECH_VERBS: Final = word_set("speech_verbs")
_STATE_PRONOUN: Final = words_as("state pronoun")
_FUNCTION: Final = words_as("function")
_NATURAL: Final = words_as("natural")
_STREET_WORDS: Final = word_set("street_words")
_TITLES: Final = word_set("titles")
_VESSEL_WORDS: Final = word_set("vessel_words")
_WORDS: Final = long_list("words")

_ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ez", "ul"})
_LONGEST_END = 3
_WAYS = frozenset(
    {"border", "corridor", "expressway", "highway", "line", "motorway", "pipeline", "rail"}
    | {"railway", "road", "route", "stretch", "track", "train"}
)
_LIES_BY = frozenset(
    {
        *("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"),
        *("north-east", "north-west", "south-east", "south-west", "centre", "center", "edge"),
        *("outskirts", "vicinity", "heart", "upstream", "downstream", "suburb", "suburbs"),
        *("capital", "citizens", "inhabitants", "natives", "people", "residents", "streets"),
    }
)
_INSIDE = frozenset({"in", "inside", "near", "outside", "around", "throughout"})
_JOINTS = frozenset({"and", "or"})
_ONE = frozenset({"a", "an"})
_APOSTROPHES = frozenset({"'", "’"})
_ENDS = frozenset({",", ".", ";", ":", ")", "?", "!", "'", "’"})
_UNSAID_BY_DATELINES = frozenset({COMMON, SENTENCE_START, LOWER_ELSEWHERE, SURNAME, FIRST_NAME})
_PARTIES = frozenset({"d", "r", "dfl", "i", "dem", "rep", "lab", "con", "gop"})


def cues(
    tokens: Tokens,
    people: People,
    first: int,
    last: int,
    known: Set[int],
    *,
    abbreviated: bool = False,
    prominent: bool = False,
    lone: bool = False,
) -> tuple[str, ...]:
    """Return the cues for a name.

    Parameters
    ----------
    tokens : Tokens
    people : People
    first, last : int
        First and last word of the name.
    known : set of int
        Words of other known place names and demonyms.
    abbreviated : bool
        The name is an abbreviation: that "us" is a word too says nothing of "US".
    prominent : bool
        The name is that of a country, a division or a large city, whoever else is called so.
    lone : bool
        The text names no second country or division.
    """
    if first in people.words or (last > first and last in people.words):
        return (PERSON,)
    found: list[str] = []
    headline = tokens.in_headline(first, last)
    if headline:
        found.append(HEADLINE)
    if not abbreviated:
        _own(tokens, first, last, people, found, known_place=prominent)
    _before(tokens, first, people, known, found, headline=headline)
    _after(tokens, last, people, known, found, headline=headline)
    cue = _by_article(tokens, first, last, found)
    if cue is not None:
        found.append(cue)
    if tokens.shapes[first] == UPPER and _is_dateline(tokens, first, last):
        return (*(cue for cue in found if cue not in _UNSAID_BY_DATELINES), DATELINE)
    if COMMON in found and LOCATIVE in found and _holds_something(tokens, first, last, found):
        found[found.index(COMMON)] = COMMON_HERE
    if SPEAKS in found and not SUPPORTING.isdisjoint(found):
        found.remove(SPEAKS)  # "the office in Nadi said"
    if SPEAKS in found and last > first and not _FIRST_NAMES[tokens.words[first]]:
        found.remove(SPEAKS)
    named = SPEAKS in found and _FIRST_NAMES[tokens.words[first]]
    if named and _speaks_as_person(tokens, last + 1, lone=lone):
        return (PERSON,)
    inside = LOCATIVE in found and tokens.words[first - 1] in _INSIDE and not headline
    if inside and SURNAME in found and tokens.gaps[last][:1] not in _APOSTROPHES:
        found.remove(SURNAME)
    if SURNAME in found and SUPPORTING.isdisjoint(found) and not _qualified(tokens, last):
        return (PERSON,)
    return tuple(found)


def _own(
    tokens: Tokens, first: int, last: int, people: People, found: list[str], *, known_place: bool
) -> None:
    """Cues in the name itself."""
    word = tokens.words[first]
    if first == last:
        if _WORDS[word]:
            found.append(COMMON)
            if tokens.starts_sentence(first):
                found.append(SENTENCE_START)
        if word in tokens.all_words:
            found.append(LOWER_ELSEWHERE)
        if word in people.surnames:
            found.append(SURNAME)
        elif _FIRST_NAMES[word] and not known_place:
            found.append(FIRST_NAME)
        if tokens.shapes[first] == UPPER and len(word) <= 5 and not _shouted(tokens, first):
            found.append(ACRONYM)
    elif (
        not (known_place and tokens.shapes[first] == TITLE)  # "Middle East talks"
        and (tokens.starts_sentence(first) or tokens.in_headline(first, last))
        and all(_WORDS[tokens.words[index]] for index in range(first, last + 1))
    ):
        found.append(COMMON)


def _by_article(tokens: Tokens, first: int, last: int, found: Sequence[str]) -> str | None:
    """Return the cue in "a" and "the" before a name, or in a make without either."""
    before = tokens.words[first - 1] if first else ""
    if before == "the" and _stands_with_article(tokens, first, last):
        return ARTICLE
    alone = first == last and (before in _ONE or tokens.words[first] in _MAKES)
    return BRAND if alone and SUPPORTING.isdisjoint(found) and _is_make(tokens, first) else None


def _is_make(tokens: Tokens, at: int) -> bool:
    """Tell whether a car, an arm or an aircraft is called by its make: "a Toyota", "two Colts".

    What stands alone after "a" is a thing, whatever town is called so; "a Boston man" is not alone.
    """
    if _qualified(tokens, at):
        return False
    if tokens.words[at] in _MAKES:
        return True
    if tokens.gaps[at - 1] != " ":
        return False
    after, gap = at + 1, tokens.gaps[at]
    if after >= tokens.size or gap != " ":
        return gap[:1] in _ENDS and gap[:1] not in _APOSTROPHES
    return tokens.shapes[after] == LOWER and (
        tokens.words[after] in _FUNCTION or tokens.words[after] in _LOCATIVES
    )


def _shouted(tokens: Tokens, index: int) -> bool:
    """Tell whether the words around are all capitals too, or a dateline begins here."""
    near = [
        tokens.shapes[at] == UPPER
        for at in range(max(0, index - 3), min(tokens.size, index + 4))
        if at != index and len(tokens.words[at]) > 3 and tokens.shapes[at] != NUMBER
    ]
    return len(near) > 1 and all(near)


def _before(
    tokens: Tokens,
    first: int,
    people: People,
    known: Set[int],
    found: list[str],
    *,
    headline: bool,
) -> None:
    """Cues in the word before."""
    at = first - 1
    gap = tokens.gaps[at]
    if at < 0 or "\n" in gap:
        return
    cue: str | None = None
    if gap == "-" and at in known and _joins_places(tokens, first):
        cue = LOCATIVE
    elif gap == "-" and tokens.words[at] in _PARTIES and tokens.is_capital(at):
        cue = PARTY
    elif gap == "-" and tokens.words[at] in _ARTICLES and tokens.shapes[at] == LOWER:
        cue = UNKNOWN_LEFT  # "Maaret al-Numan" is not Numan
    elif gap == " " and tokens.shapes[at] == LOWER:
        cue = _lower_before(tokens, at)
    elif tokens.joined(at) and at not in known:
        cue = _capital_before(tokens, at, people, headline=headline)
    if cue is not None:
        found.append(cue)


def _joins_places(tokens: Tokens, first: int) -> bool:
    """Tell whether a road or line is named by its ends: "the Kaduna-Birnin Gwari highway"."""
    at = first
    while tokens.is_capital(at) and at - first < _LONGEST_END:
        at += 1
    return at < tokens.size and tokens.words[at] in _WAYS and tokens.gaps[at - 1] == " "


def _lower_before(tokens: Tokens, at: int) -> str | None:
    word = tokens.words[at]
    if word in _LOCATIVES or word in _COMPASS_WORDS_MAP:
        return LOCATIVE
    if word == "of":
        return _of_what(tokens.words[at - 1] if at else "")
    if word == "as" and at > 1 and tokens.words[at - 2 : at] == ["as", "far"]:
        return LOCATIVE
    return PERSON if word in _TITLES or word in _VESSEL_WORDS else None


def _of_what(word: str) -> str:
    """Return what "residents of", "the outskirts of", "south of" say of the name after."""
    if word in _AREA_WORDS_MAP:
        return TYPED
    return LOCATIVE if word in _LIES_BY else OF


def _capital_before(tokens: Tokens, at: int, people: People, *, headline: bool) -> str | None:
    word = tokens.words[at]
    if at in people.words:
        return UNKNOWN_LEFT
    if (word in _TITLES and tokens.gaps[at] == ". ") or word in _VESSEL_WORDS:
        return PERSON
    if word in _LOCATIVES:
        return LOCATIVE
    is_word = _WORDS[word]
    if headline or word in _COMPASS_WORDS_MAP or (is_word and tokens.starts_sentence(at)):
        return None
    return WORD_LEFT if is_word else UNKNOWN_LEFT


def _after(
    tokens: Tokens,
    last: int,
    people: People,
    known: Set[int],
    found: list[str],
    *,
    headline: bool,
) -> None:
    """Cues in the word after."""
    at = last + 1
    gap = tokens.gaps[last]
    if at >= tokens.size or "\n" in gap:
        return
    word, shape = tokens.words[at], tokens.shapes[at]
    if gap == "'" and word == "s":
        return
    if gap == "-":
        if shape == LOWER and word in _INHABITANT_WORDS:
            found.append(ATTRIBUTIVE)
        elif shape == TITLE and at not in known and not headline:
            found.append(UNKNOWN_RIGHT)
        return
    if gap != " ":
        return
    if shape == LOWER:
        if word in _AREA_WORDS_MAP:
            found.append(TYPED)
        elif word in _INHABITANT_WORDS:
            found.append(ATTRIBUTIVE)
        elif word in _SPEECH_VERBS:
            found.append(SPEAKS)
    elif tokens.joined(last) and at not in known:
        _after_capital(tokens, last, people, found, headline=headline)


def _after_capital(
    tokens: Tokens, last: int, people: People, found: list[str], *, headline: bool
) -> None:
    """Cues in a capitalised word after, and in the last word of the same run."""
    at = last + 1
    word = tokens.words[at]
    end = at
    while end - at < 5 and tokens.joined(end) and end + 1 not in people.words:
        end += 1
    if word in _STREET_WORDS:
        found.append(STREET)
    elif word in _AREA_WORDS_MAP:
        found.append(TYPED)
    elif word in _TITLES:
        found.append(ATTRIBUTIVE)
    elif word in _MEDIA_WORDS and end == at and not headline:
        found.append(MEDIUM)
    elif word in _COMPANY_WORDS or tokens.words[end] in _COMPANY_WORDS:
        found.append(BRAND)
    elif word in _LANDMARK_WORDS:
        found.append(LANDMARK)
    elif _WORDS[word]:
        found.append(INSTITUTION)
    elif at in people.words:
        pass
    elif not headline:
        found.append(UNKNOWN_RIGHT)


def _holds_something(tokens: Tokens, first: int, last: int, found: Sequence[str]) -> bool:
    """Tell whether a common word is said to hold something, as "in Reading" is."""
    if HEADLINE in found or LOWER_ELSEWHERE in found or tokens.shapes[first] != TITLE:
        return False
    return first == last and tokens.words[first - 1] in _INSIDE and last not in tokens.joints


def _stands_with_article(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether "the" belongs to the name, as to a river's: not in "the London office"."""
    if tokens.gaps[first - 1] != " ":
        return False
    after, gap = last + 1, tokens.gaps[last]
    if after >= tokens.size or "\n" in gap:
        return True
    if gap != " ":
        return gap[:1] in _ENDS
    word = tokens.words[after]
    if tokens.shapes[after] != LOWER:
        return False
    if word in _JOINTS:
        return not tokens.is_capital(after + 1)  # "the Allston and Weston booths"
    if word in _FUNCTION or word in _NATURAL or word in _LOCATIVES:
        return True
    form = verb_form(word)
    return form is not None and not form.noun and "D" in form.kinds


def _qualified(tokens: Tokens, last: int) -> bool:
    """Tell whether ", Texas" may follow."""
    return tokens.gaps[last].startswith(",") and tokens.is_capital(last + 1)


def _speaks_as_person(tokens: Tokens, verb: int, *, lone: bool) -> bool:
    """Tell whether "Jordan said" is a man: he goes on as "he", a state as "it"."""
    for word in tokens.words[verb + 1 : verb + 8]:
        if word in _PERSON_PRONOUN:
            return True
        if word in _STATE_PRONOUN:
            return False
    return lone


def _is_dateline(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether the name opens a paragraph as the place of writing: "BEIRUT (AP) —"."""
    if "\n" not in tokens.gaps[first - 1] and not tokens.starts_sentence(first):
        return False
    if not all(tokens.shapes[index] == UPPER for index in range(first, last + 1)):
        return False
    gap = tokens.gaps[last]
    return gap.strip() in ("(", ",", "-", "--", ":") or gap.strip().startswith("-")
