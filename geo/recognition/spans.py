"""Where names that the gazetteer knows stand in a text: the longest ones that print allows."""

import re
from collections.abc import Iterator
from typing import Final

from geo.lexicon import word_map, word_set
from geo.recognition.sought import Sought
from geo.recognition.tokens import LOWER, UNCASED, UPPER, Tokens
from geo.senses import LONGEST_SHORT, PLURALS, Lexicon, Senses

_AREA_WORDS_MAP: Final = word_map("area_words")
_REGION_OPENERS: Final = Sought(word_set("region_openers"))
_STOP_NAMES: Final = word_set("stop_names")
_OF_THE_STATE: Final = frozenset(
    ("agency", "broadcaster", "media", "news", "radio", "television", "tv", "visit")
)
SHORTEST_UNCASED: Final = 2
_LONGEST_LIST: Final = 30
_ARTICLES: Final = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az"})
_AFTER_ARTICLE: Final = re.compile("-(?:(?<=al-|el-|ad-|an-|ar-|as-|at-|az-)|(?<=ash-))")
_PLURALS: Final = Sought(PLURALS)
_CURRENCIES: Final = tuple("$€£")
_MARKS_OF_HANDLES: Final = tuple("@#*_")
_CONNECTOR_LENGTH: Final = 4
_SPANNING: Final = frozenset({"inter", "pan", "trans"})
_UNCASED_PEOPLE_LOG: Final = 4.3  # names in scripts without capitals: towns of 20,000 and more


def find_spans(tokens: Tokens, lexicon: Lexicon) -> dict[int, tuple[int, int, Senses]]:
    """Return, for each word where names begin, last word, end, and what the name can mean."""
    folded, ends, shapes, gaps = tokens.folded, tokens.ends, tokens.shapes, tokens.gaps
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
        alone = gaps[first - 1] == " " == gaps[last] and name not in _STOP_NAMES
        if not alone and _is_stopped(tokens, first, last, name):
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
            if goes_on and first + 3 < size and gaps[first + 2]:
                longest, goes_on = openings[folded[start : starts[first + 3]]]
        if goes_on:
            for _, end in find_names(folded, (start,)):
                yield first, start, end
        elif longest:
            yield first, start, start + longest


def _openers(tokens: Tokens) -> list[int]:
    """Return the words that names may begin with: capitals, and "eastern" of "eastern Russia"."""
    shapes, words = tokens.shapes, tokens.words
    found = tokens.capitals.copy()
    found += tokens.uncased
    found += [at for at in tokens.at(_REGION_OPENERS) if shapes[at] == LOWER]
    for hyphen in _AFTER_ARTICLE.finditer(tokens.folded):
        at = tokens.ending(hyphen.start(), 0)
        if at is not None and words[at] in _ARTICLES and shapes[at] == LOWER:
            found.append(at)
    return found


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
    gap, after = tokens.gaps[first - 1], tokens.gaps[last]
    if gap != " " and gap.endswith(_MARKS_OF_HANDLES):
        return True
    if gap == "-" and tokens.words[first - 1] in _SPANNING:
        return True
    if after != " ":
        if after == "." and tokens.shapes[last + 1] == LOWER:
            return True
        if after.startswith(_CURRENCIES):
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
