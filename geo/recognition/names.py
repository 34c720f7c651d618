"""Which words of a text are names that the gazetteer knows, and how they are meant."""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Final

from geo.cues import COMMON, LISTED, LOCATIVE, MEDIUM, PERSON, SUPPORTING, TYPED
from geo.gazetteer import fold
from geo.lexicon import long_list, word_map, word_set, words_as
from geo.model import Kind, Place
from geo.recognition import context
from geo.recognition.people import People, find_people
from geo.recognition.sought import Sought
from geo.recognition.spans import find_spans
from geo.recognition.tokens import LOWER, UPPER, Tokens
from geo.senses import Lexicon, Senses

_AREA_WORDS_MAP: Final = word_map("area_words")
_APOSTROPHES: Final = frozenset({"'", "’"})
_LONGEST_CLITIC: Final = 2
_CALENDAR_WORDS: Final = word_set("calendar_words")
_COMPASS_WORDS_MAP: Final = word_map("compass_words")
_NATURAL: Final = words_as("natural")
_WORDS: Final = long_list("words")
_TOWN_LOG: Final = 4.0
_WELL_KNOWN_LOG: Final = 5.0
_LONGEST_KNOWN: Final = 12
_METROPOLIS_LOG: Final = 5.7
_POSTAL_LENGTH: Final = 2
_LONGEST_GAP_WORDS: Final = 10
_LIST: Final = re.compile(
    r"(?:, | and |, and | or |, or |,? as well as (?:in )?|, in | and in )"
    r"(?:[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+){0,2}(?:, | and |, and | or ))*"
)
_JOINERS: Final = frozenset({"and", "or", "as", "in"})
_JOINT: Final = re.compile(r"\b(?:and|or|well)\b")
_DISEASES: Final = Sought(words_as("disease"))
_WATERS: Final = Sought({"bay", "gulf", "strait", "straits"})
_COASTS: Final = frozenset({"coast", "seaboard"})
_LIST_CUES: Final = frozenset({LOCATIVE, TYPED})


@dataclass(slots=True)
class Name:
    """A name found in a text; positions are folded ones, `first` and `last` count words.

    Nobody changes it, but it is not frozen: many are made, and freezing costs twice their price.
    """

    first: int
    last: int
    start: int
    end: int
    kind: Kind
    senses: Senses
    cues: tuple[str, ...]


def find_names(tokens: Tokens, lexicon: Lexicon) -> tuple[list[Name], People]:
    """Find all names in a text, from left to right, the longest first, without overlap."""
    spans = _without_others(tokens, find_spans(tokens, lexicon))
    states: set[int] = set()
    state_keys: set[str] = set()
    covered: dict[int, int] = {}
    known: set[int] = set()
    for first, (last, _, senses) in spans.items():
        if senses.is_state:
            states.add(first)
            state_keys.add(senses.key)
            covered[first] = last
        if last > first:
            covered[first] = last
            known.update(range(first, min(last, first + _LONGEST_KNOWN) + 1))
        elif senses.is_state or senses.most_people_log > _TOWN_LOG:
            known.add(first)
    people = find_people(tokens, covered, states)
    words, joints = tokens.words, tokens.joints
    lone = len(state_keys) < 2
    names: list[Name] = []
    postal: list[int] = []
    taken = -1
    for first, (last, end, senses) in spans.items():
        if first <= taken or (words[first] == "the" and _only_article(first, last, spans)):
            continue
        kind = _kind(tokens, first, last, senses)
        if kind is not None and last in joints and _is_of_feature(tokens, last, senses):
            continue
        if kind is None:
            if _is_postal(tokens, first, last, senses):
                postal.append(len(names))
                kind = "literal"
            else:
                continue
        taken = last
        short = bool(senses.abbreviated) or (
            tokens.shapes[first] == UPPER and first == last and _is_short_form(lexicon, senses)
        )
        if senses.key != tokens.folded[tokens.starts[first] : end]:
            cues: tuple[str, ...] = (TYPED,)  # one of "Clinch and Ware counties"
        else:
            cues = context.cues(
                tokens,
                people,
                first,
                last,
                known,
                lone=lone,
                abbreviated=short,
                prominent=senses.is_state or senses.most_people_log > 5.5,
            )
        names.append(Name(first, last, tokens.starts[first], end, kind, senses, cues))
    names = _share_along_lists(tokens, _without_unnamed(names, frozenset(postal)))
    return _plausible(tokens, names), people


def _is_short_form(lexicon: Lexicon, senses: Senses) -> bool:
    """Tell whether capitals are the short form of a state or region: "UAE", but not "SWAT"."""
    if not senses.is_state or not senses.places or not senses.places[0].id.startswith("dl:"):
        return senses.is_state
    names = lexicon.gazetteer.names(senses.places[0].id)
    return any(name.name.isupper() and fold(name.name) == senses.key for name in names)


def _only_article(first: int, last: int, spans: Mapping[int, tuple[int, int, Senses]]) -> bool:
    """Tell whether a longer name begins after "the": not "the Gulf" in "the Gulf of Aden"."""
    longer = spans.get(first + 1)
    return longer is not None and longer[0] > last


def _without_others(
    tokens: Tokens, spans: dict[int, tuple[int, int, Senses]]
) -> dict[int, tuple[int, int, Senses]]:
    """Leave out the names in those of diseases and waters: "Rift Valley fever", "Strait of X"."""
    diseases = {at - 1 for at in tokens.at(_DISEASES) if tokens.gaps[at - 1] == " "}
    waters = {at + 2 for at in tokens.at(_WATERS) if tokens.is_capital(at)}
    if not diseases and not waters:
        return spans
    return {
        first: span
        for first, span in spans.items()
        if not (_is_water(tokens, first, waters) or _names_disease(tokens, span[0], diseases))
    }


def _is_water(tokens: Tokens, first: int, waters: Set[int]) -> bool:
    """Tell whether a strait or bay bears the name, which is no town: "the Strait of Belle Isle"."""
    return first in waters and tokens.words[first - 1] == "of" and tokens.gaps[first - 1] == " "


def _names_disease(tokens: Tokens, last: int, diseases: Set[int]) -> bool:
    """Tell whether a name is part of a disease's: "Rift Valley fever", "Crimean-Congo fever"."""
    return last in diseases or (last + 1 in diseases and tokens.gaps[last] == "-")


def _is_of_feature(tokens: Tokens, last: int, senses: Senses) -> bool:
    """Tell whether a mountain or bay bears the name, not the town that is called so besides.

    "Tokara" is Tokyo in some language, but the Tokara Islands are others.
    """
    at = last + 1
    if tokens.words[at] not in _NATURAL or tokens.gaps[last] != " ":
        return False
    if not senses.places or senses.demonyms or senses.is_state:
        return False
    return not any(senses.preferred)


def _is_postal(tokens: Tokens, first: int, last: int, senses: Senses) -> bool:
    """Tell whether two capitals may be the short form of a division: "BC", "NSW"."""
    return (
        first == last
        and tokens.shapes[first] == UPPER
        and bool(senses.abbreviated)
        and not _WORDS[senses.key]
    )


def _without_unnamed(names: Sequence[Name], postal: frozenset[int]) -> list[Name]:
    """Leave out short forms of divisions that the text does not name in another way too.

    One that stands like a place beside another division of its country may stay: "Queensland and
    WA", "in WA".
    """
    if not postal:
        return list(names)
    others = [name for at, name in enumerate(names) if at not in postal]
    named = {
        place.id for name in others for place in (*name.senses.abbreviated, *name.senses.places[:1])
    }
    lands = {
        place.country_code
        for name in others
        for place in name.senses.places[:1]
        if place.feature_code == "ADM1"
    }
    return [
        name
        for at, name in enumerate(names)
        if at not in postal
        or len(name.senses.key) > _POSTAL_LENGTH
        or any(place.id in named for place in name.senses.abbreviated)
        or (
            any(place.country_code in lands for place in name.senses.abbreviated)
            and (LOCATIVE in name.cues or (at > 0 and names[at - 1].last == name.first - 2))
        )
    ]


def _share_along_lists(tokens: Tokens, names: Sequence[Name]) -> list[Name]:
    """Let all members of "in Yass, Lithgow and Cootamundra" stand like places if one does.

    Capitalised words between them may be places that the gazetteer lacks.
    """
    out = list(names)
    begin = 0
    for index in range(1, len(out) + 1):
        if index < len(out):
            gap = _gap_text(tokens, out[index - 1], out[index])
            if gap is not None and _LIST.fullmatch(gap):
                continue
        if index - begin > 1:
            _share_in_list(tokens, out, begin, index)
        begin = index
    return out


def _share_in_list(tokens: Tokens, names: list[Name], begin: int, end: int) -> None:
    joined = tokens.folded[names[begin].end : names[end - 1].start]
    supported = any(
        not _LIST_CUES.isdisjoint(name.cues) and PERSON not in name.cues
        for name in names[begin:end]
    )
    if not supported or not (_JOINT.search(joined) or end - begin > 2):
        return
    for at in range(begin, end):
        if SUPPORTING.isdisjoint(names[at].cues):
            names[at] = replace(names[at], cues=(*names[at].cues, LISTED))


def _gap_text(tokens: Tokens, left: Name, right: Name) -> str | None:
    """Return the text between two names, or None where it is too long for a list."""
    if right.first - left.last > _LONGEST_GAP_WORDS:
        return None
    if tokens.words[left.last + 1] not in _JOINERS and tokens.gaps[left.last] != ", ":
        return None
    return tokens.text[tokens.offsets[left.end] : tokens.offsets[right.start]]


def _plausible(tokens: Tokens, names: Sequence[Name]) -> list[Name]:
    """Leave out persons, and common words that nowhere stand like a place."""
    supported: set[str] = set()
    if any(COMMON in name.cues for name in names):
        supported.update(
            name.senses.key
            for name in names
            if not SUPPORTING.isdisjoint(name.cues)
            or (tokens.gaps[name.last].startswith(",") and tokens.is_capital(name.last + 1))
        )
    return [
        name
        for name in names
        if PERSON not in name.cues
        and not (MEDIUM in name.cues and _is_famous(name.senses))
        and (
            COMMON not in name.cues
            or name.senses.key in supported
            or name.senses.is_state
            or name.senses.most_people_log > _WELL_KNOWN_LOG
        )
    ]


def _is_famous(senses: Senses) -> bool:
    """Tell whether a medium's name says nothing of the place: "The Washington Post"."""
    return senses.is_state or senses.most_people_log > _METROPOLIS_LOG


def _kind(tokens: Tokens, first: int, last: int, senses: Senses) -> Kind | None:
    """Say how a name is meant, before its context is known; None if it cannot be a name here."""
    word = senses.key
    if first == last and word in _CALENDAR_WORDS:
        return None
    if _is_cut(tokens, last) or (first < last and _is_day(tokens, first, last)):
        return None
    if senses.abbreviated and not senses.demonyms:
        if _is_abbreviation(tokens, first, last, senses):
            return "literal"
        short = {place.id for place in senses.abbreviated}
        if all(place.id in short for place in senses.places):
            return None
    if senses.demonyms:
        return "demonym"
    if senses.metonyms and (senses.names_building or not senses.places):
        return "metonym"
    if senses.places and senses.places[0].id.startswith("dl:"):
        if _is_organisation(senses.places[0], tokens, last):
            return None
        if _is_vague(senses.places[0]):
            return None if _is_other_coast(tokens, first, last) else "vague_region"
    if len(word) == 2 and tokens.shapes[first] == UPPER and not senses.is_state:
        return None
    return "literal" if senses.places else None


def _is_cut(tokens: Tokens, last: int) -> bool:
    """Tell whether a longer name goes on behind an apostrophe: "Ba" of "Ba’adweyn"."""
    if tokens.gaps[last] not in _APOSTROPHES or last + 1 >= tokens.size:
        return False
    return tokens.shapes[last + 1] == LOWER and len(tokens.words[last + 1]) > _LONGEST_CLITIC


def _is_day(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether a name is a date, which some town is called by: "on October 6"."""
    words = tokens.words[first : last + 1]
    dated = all(word.isdigit() or word in _CALENDAR_WORDS for word in words)
    return dated and tokens.words[last + 1 : last + 2] != ["city"]


def _is_organisation(place: Place, tokens: Tokens, last: int) -> bool:
    """Tell whether a bloc is a body with members and no land: the UN is one, the West is not."""
    if place.sense != "bloc" or place.composition not in (None, "none"):
        return False
    return tokens.words[last] not in _COMPASS_WORDS_MAP


def _is_vague(place: Place) -> bool:
    return place.precision == "vague_area" and place.sense != "bloc"


def _is_other_coast(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether the words around say whose coast it is: "the West Coast of Scotland"."""
    if tokens.words[last] not in _COASTS:
        return False
    if tokens.words[first - 1] == "s" and first > 1 and tokens.is_capital(first - 2):
        return True
    of = tokens.gaps[last] == " " and tokens.words[last + 1 : last + 2] == ["of"]
    return of and (tokens.is_capital(last + 2) or tokens.is_capital(last + 3))


def _is_abbreviation(tokens: Tokens, first: int, last: int, senses: Senses) -> bool:
    """Tell whether this is printed as an abbreviation: "U.S.", "N.C.", "Ky.", "Portland, OR"."""
    key = senses.key
    if any(place.feature_code != "ADM1" for place in senses.abbreviated):
        return True
    tied = first > 0 and tokens.is_capital(first - 1) and tokens.gaps[first - 1] in (", ", ",", "-")
    bare = key.rstrip(".")
    if tokens.shapes[last] == UPPER and bare == key and last == first:
        start, end = tokens.span(tokens.starts[first], tokens.ends[last])
        return tied or "." in tokens.text[start:end]
    return tied or (len(bare) > 2 and not _WORDS[bare])


def area_word_after(tokens: Tokens, last: int) -> str | None:
    """Return the word after a name that says what it is: "region" of "Kursk region"."""
    at = last + 1
    if at >= tokens.size or tokens.gaps[last] != " ":
        return None
    word = tokens.words[at]
    return word if word in _AREA_WORDS_MAP else None
