"""Which words of a text are names that the gazetteer knows, and how they are meant."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from geo.cues import COMMON, LISTED, LOCATIVE, MEDIUM, PERSON, SUPPORTING, TYPED
from geo.gazetteer import fold
from geo.lexicon import long_list, word_map, word_set, words_as
from geo.model import Kind, Place
from geo.recognition import context
from geo.recognition.people import People, find_people
from geo.recognition.tokens import LOWER, UNCASED, UPPER, Tokens
from geo.senses import LONGEST_SHORT, PLURALS, Lexicon, Senses

_AREA_WORDS_MAP: Final = word_map("area_words")
_CALENDAR_WORDS: Final = word_set("calendar_words")
_COMPASS_WORDS_MAP: Final = word_map("compass_words")
_NATURAL: Final = words_as("natural")
_REGION_OPENERS: Final = word_set("region_openers")
_STOP_NAMES: Final = word_set("stop_names")
_OF_THE_STATE: Final = frozenset(
    ("agency", "broadcaster", "media", "news", "radio", "television", "tv", "visit")
)
_WORDS: Final = long_list("words")

SHORTEST_UNCASED: Final = 2
_TOWN_LOG: Final = 4.0
_WELL_KNOWN_LOG: Final = 5.0
_LONGEST_KNOWN: Final = 12
_LONGEST_LIST: Final = 30
_METROPOLIS_LOG: Final = 5.7
_ARTICLES: Final = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az"})
_AFTER_ARTICLE: Final = re.compile("-(?:(?<=al-|el-|ad-|an-|ar-|as-|at-|az-)|(?<=ash-))")
_PLURALS: Final = frozenset(PLURALS)
_CURRENCIES: Final = tuple("$€£")
_MARKS_OF_HANDLES: Final = tuple("@#*_")
_CONNECTOR_LENGTH: Final = 4
_POSTAL_LENGTH: Final = 2
_SPANNING: Final = frozenset({"inter", "pan", "trans"})
_LONGEST_GAP_WORDS: Final = 10
_LIST: Final = re.compile(
    r"(?:, | and |, and | or |, or |,? as well as (?:in )?|, in | and in )"
    r"(?:[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+){0,2}(?:, | and |, and | or ))*"
)
_JOINERS: Final = frozenset({"and", "or", "as", "in"})
_JOINT: Final = re.compile(r"\b(?:and|or|well)\b")
_LIST_CUES: Final = frozenset({LOCATIVE, TYPED})
_UNCASED_PEOPLE_LOG: Final = 4.3  # names in scripts without capitals: towns of 20,000 and more


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
    spans = _spans(tokens, lexicon)
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
    words = tokens.words
    names: list[Name] = []
    postal: list[int] = []
    taken = -1
    for first, (last, end, senses) in spans.items():
        if first <= taken or (words[first] == "the" and _only_article(first, last, spans)):
            continue
        kind = _kind(tokens, first, last, senses)
        if kind is not None and _is_of_feature(tokens, last, senses):
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
                lone=len(state_keys) < 2,
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


def _is_of_feature(tokens: Tokens, last: int, senses: Senses) -> bool:
    """Tell whether a mountain or bay bears the name, not the town that is called so besides.

    "Tokara" is Tokyo in some language, but the Tokara Islands are others.
    """
    at = last + 1
    if last not in tokens.joints or tokens.words[at] not in _NATURAL or tokens.gaps[last] != " ":
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
    supported = {
        name.senses.key
        for name in names
        if not SUPPORTING.isdisjoint(name.cues)
        or (tokens.gaps[name.last].startswith(",") and tokens.is_capital(name.last + 1))
    }
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


def _spans(tokens: Tokens, lexicon: Lexicon) -> dict[int, tuple[int, int, Senses]]:
    """Return, for each word where names begin, last word, end, and what the name can mean."""
    folded, ends, shapes = tokens.folded, tokens.ends, tokens.shapes
    out: dict[int, tuple[int, int, Senses]] = {}
    for first, start, longest in _longest_names(tokens, lexicon):
        if longest == ends[first] and shapes[first] != LOWER:
            last, end = first, longest
        else:
            fit = _fit(tokens, lexicon, first, longest)
            if fit is None:
                continue
            last, end = fit
        name = folded[start:end]
        if _is_stopped(tokens, first, last, name):
            continue
        senses = lexicon.senses(name)
        if len(name) <= LONGEST_SHORT:
            printed = tokens.text[tokens.offsets[start] : tokens.offsets[end]]
            senses = lexicon.printed(name, printed)
        if senses.is_known and _long_enough(shapes[first], senses):
            out[first] = (last, end, senses)
    _add_counties(tokens, lexicon, out)
    return dict(sorted(out.items()))


def _fit(tokens: Tokens, lexicon: Lexicon, first: int, longest: int) -> tuple[int, int] | None:
    """Return last word and end of the longest name here that print does not speak against."""
    last = _last_word(tokens, first, longest)
    if last is None:
        last = _curated(tokens, lexicon, first, longest)
    if last is not None:
        return last, longest
    if tokens.shapes[first] == LOWER:
        return None
    ends = lexicon.gazetteer.names_at(tokens.folded, tokens.starts[first])
    fits = ((_last_word(tokens, first, end), end) for end in ends if end < longest)
    last, end = next((fit for fit in fits if fit[0] is not None), (None, None))
    if _is_division(tokens, lexicon, first, longest, end):
        last, end = tokens.ending(longest, first), longest
    return None if last is None or end is None else (last, end)


def _is_division(
    tokens: Tokens, lexicon: Lexicon, first: int, longest: int, shorter: int | None
) -> bool:
    """Tell whether a division is named in full only: "Plateau state", of no place called Plateau.

    Where the bare name is that of a division too ("Benue state"), it is the name.
    """
    last = tokens.ending(longest, first)
    if last is None or tokens.words[last] not in _AREA_WORDS_MAP or "\n" in tokens.gaps[last - 1]:
        return False
    begin = tokens.starts[first]
    whole = lexicon.senses(tokens.folded[begin:longest]).places
    if not whole or whole[0].feature_code not in ("ADM1", "ADM2"):
        return False
    if shorter is None:
        return True
    bare = lexicon.senses(tokens.folded[begin:shorter])
    if bare.is_state and (last + 1 < tokens.size and tokens.words[last + 1] in _OF_THE_STATE):
        return False  # "Niger state television" is the country's, "Niger state" is in Nigeria
    return all(whole[0].id != place.id for place in bare.places)


def _longest_names(tokens: Tokens, lexicon: Lexicon) -> Iterator[tuple[int, int, int]]:
    """Yield the words where names begin, with start and end of the longest one.

    Most capitals begin no name of the gazetteer, or none that goes on with the next word: that is
    remembered by the words, and the trie is asked about the others.
    """
    folded, starts, gaps = tokens.folded, tokens.starts, tokens.gaps
    openings, find_names = lexicon.openings, lexicon.gazetteer.find_names
    size = len(starts)
    for first in _openers(tokens):
        start, longest, goes_on = starts[first], 0, True
        if first + 1 < size and gaps[first]:
            longest, goes_on = openings[folded[start : starts[first + 1]]]
        if goes_on and first + 2 < size and gaps[first + 1]:
            longest, goes_on = openings[folded[start : starts[first + 2]]]
        if goes_on:
            for _, end in find_names(folded, (start,)):
                yield first, start, end
        elif longest:
            yield first, start, start + longest


def _openers(tokens: Tokens) -> list[int]:
    """Return the words that names may begin with: capitals, and "eastern" of "eastern Russia"."""
    shapes, words = tokens.shapes, tokens.words
    found = tokens.capitals.copy()
    if UNCASED in shapes:
        found += [at for at, shape in enumerate(shapes) if shape == UNCASED]
    found += [at for at in tokens.at(_REGION_OPENERS) if shapes[at] == LOWER]
    for hyphen in _AFTER_ARTICLE.finditer(tokens.folded):
        at = tokens.ending(hyphen.start(), 0)
        if at is not None and words[at] in _ARTICLES and shapes[at] == LOWER:
            found.append(at)
    return found


def _is_famous(senses: Senses) -> bool:
    """Tell whether a medium's name says nothing of the place: "The Washington Post"."""
    return senses.is_state or senses.most_people_log > _METROPOLIS_LOG


def _add_counties(
    tokens: Tokens, lexicon: Lexicon, spans: dict[int, tuple[int, int, Senses]]
) -> None:
    """Add names known only with the word that a list says once: "Clinch and Ware counties"."""
    for index in tokens.at(_PLURALS):
        singular = PLURALS[tokens.words[index]]
        at = index - 1
        while tokens.is_capital(at) and index - at < _LONGEST_LIST:
            senses = lexicon.senses(f"{tokens.words[at]} {singular}")
            if at not in spans and senses.is_known:
                spans[at] = (at, tokens.ends[at], senses)
            at -= 1
            if tokens.words[at] == "and" and at:
                at -= 1


def _is_stopped(tokens: Tokens, first: int, last: int, name: str) -> bool:
    """Tell whether words are never a place: "The", "El Niño", a handle, a web address.

    "OR" may be Oregon.
    """
    gap = tokens.gaps[first - 1]
    if gap != " " and gap.endswith(_MARKS_OF_HANDLES):
        return True
    if gap == "-" and tokens.words[first - 1] in _SPANNING:
        return True
    if tokens.gaps[last] == "." and tokens.shapes[last + 1] == LOWER:
        return True
    if tokens.gaps[last].startswith(_CURRENCIES):
        return True  # "US$3m"
    if name not in _STOP_NAMES:
        return False
    return not (tokens.shapes[first] == UPPER and len(tokens.words[first]) == 2)


def _last_word(tokens: Tokens, first: int, end: int) -> int | None:
    """Return the last word of a name that ends here, or None where print speaks against it."""
    if end == tokens.ends[first]:
        return None if tokens.shapes[first] == LOWER else first
    last = tokens.ending(end, first)
    if last is None and tokens.folded[end - 1] == ".":
        last = tokens.ending(end - 1, first)
    if last is None:
        return None
    if tokens.shapes[first] == LOWER and not _opens_with_article(tokens, first, last):
        return None
    if last == first:
        return last
    if tokens.shapes[last] == LOWER and (tokens.gaps[last - 1] != "'" or tokens.words[last] == "s"):
        return None
    for index in range(first + 1, last):
        if tokens.shapes[index] == LOWER and len(tokens.words[index]) > _CONNECTOR_LENGTH:
            return None
        if "." in tokens.gaps[index] and len(tokens.words[index]) > _CONNECTOR_LENGTH:
            return None
    return last


def _opens_with_article(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether a name begins with the Arabic article in lower case: "al-Bab"."""
    return (
        tokens.words[first] in _ARTICLES
        and tokens.gaps[first] == "-"
        and tokens.is_capital(first + 1)
        and last > first
        and tokens.gaps[first - 1] != "-"
    )


def _curated(tokens: Tokens, lexicon: Lexicon, first: int, end: int) -> int | None:
    """Return the last word of a region's name that print does not show: "occupied territories"."""
    last = tokens.ending(end, first)
    if last is None or last == first:
        return None
    if tokens.words[first] == "the" and tokens.shapes[last] == LOWER:
        return None
    if tokens.shapes[first] == LOWER and first and tokens.is_capital(first - 1):
        return None  # "the Georgian territories occupied by Russia" are others
    span = range(first, last + 1)
    if not any(tokens.is_capital(at) or tokens.words[at] == "occupied" for at in span):
        return None
    places = lexicon.senses(tokens.folded[tokens.starts[first] : end]).places
    return last if places and places[0].id.startswith("dl:") else None


def _long_enough(shape: int, senses: Senses) -> bool:
    if shape != UNCASED:
        return len(senses.key) > 1
    if len(senses.key) < SHORTEST_UNCASED:
        return False
    return senses.is_state or senses.most_people_log >= _UNCASED_PEOPLE_LOG


def _kind(tokens: Tokens, first: int, last: int, senses: Senses) -> Kind | None:
    """Say how a name is meant, before its context is known; None if it cannot be a name here."""
    word = senses.key
    if first == last and word in _CALENDAR_WORDS:
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
            return "vague_region"
    if len(word) == 2 and tokens.shapes[first] == UPPER and not senses.is_state:
        return None
    return "literal" if senses.places else None


def _is_organisation(place: Place, tokens: Tokens, last: int) -> bool:
    """Tell whether a bloc is a body with members and no land: the UN is one, the West is not."""
    if place.sense != "bloc" or place.composition not in (None, "none"):
        return False
    return tokens.words[last] not in _COMPASS_WORDS_MAP


def _is_vague(place: Place) -> bool:
    return place.precision == "vague_area" and place.sense != "bloc"


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
