"""Put the recognisers together: names, phrases, coordinates."""

from typing import Final

from geo.cues import SPEAKS
from geo.lexicon import word_map, words_as
from geo.model import Kind, Toponym
from geo.recognition.anaphora import find_anaphors
from geo.recognition.coordinates import find_coordinates
from geo.recognition.features import find_features
from geo.recognition.kinds import tell_kinds
from geo.recognition.names import Name, area_word_after, find_names
from geo.recognition.phrases import find_fronts, find_phrases, find_sites
from geo.recognition.tokens import LOWER, UPPER, Tokens, tokenise
from geo.recognition.unlisted import find_unlisted
from geo.senses import Lexicon
from reading.text import Span

_AREA_WORDS_MAP: Final = word_map("area_words")
_DIRECTIONS: Final = {
    "centre": "central",
    "center": "central",
    **{
        word: f"{word}ern"
        for word, part in word_map("compass_words").items()
        if word.replace("-", "") == part and word.endswith(("th", "st"))
    },
}
_AFTER_PART: Final = frozenset(
    {
        *("after", "and", "are", "as", "before", "but", "by", "for", "had", "has", "have", "in"),
        *("is", "last", "near", "on", "since", "that", "this", "to", "was", "were", "when"),
        *("where", "which", "while", "will", "with"),
    }
)
_COMPASS_WORDS_MAP: Final = word_map("compass_words")
_COUNTRY: Final = "PCLI"
_NATURAL: Final = words_as("natural")
_SPANNING: Final = words_as("spanning")


def recognise(text: str, lexicon: Lexicon, *, unlisted: bool = True) -> tuple[Toponym, ...]:
    """Return the toponyms of a text, in text order.

    Parameters
    ----------
    text : str
        As given; spans index it.
    lexicon : Lexicon
        What names can mean.
    unlisted : bool
        Find what the text calls a village or district too, where no list knows it.
    """
    tokens = tokenise(text)
    names, people = find_names(tokens, lexicon)
    kinds = tell_kinds(tokens, names)
    found = [(name, _toponym(tokens, name, kind)) for name, kind in zip(names, kinds, strict=True)]
    features, streets = find_features(tokens, names, people)
    found = _share_types(tokens, _outside(found, streets))
    toponyms = find_phrases(tokens, found) + features
    if unlisted:
        toponyms += find_unlisted(tokens, [name for name, _ in found], people, streets)
    toponyms += find_anaphors(tokens, names, people, toponyms, lexicon)
    toponyms += find_sites(tokens, toponyms)
    toponyms += find_fronts(tokens)
    toponyms += find_coordinates(tokens)
    return tuple(sorted(toponyms, key=lambda toponym: (toponym.span.start, -toponym.span.end)))


def _share_types(tokens: Tokens, found: list[tuple[Name, Toponym]]) -> list[tuple[Name, Toponym]]:
    """Let all of "Clinch and Ware counties", "the provinces of Bali and Banten" be what is said."""
    if not any(toponym.qualifier and toponym.qualifier[-1] == "s" for _, toponym in found):
        return found
    out = list(found)
    for step, order in ((-1, range(len(out) - 1, 0, -1)), (1, range(len(out) - 1))):
        for index in order:
            name, toponym = out[index]
            word = (toponym.qualifier or "").rpartition(" ")[2]
            if not word.endswith("s"):
                continue
            after = area_word_after(tokens, name.last) == word
            if (step < 0) != after and toponym is found[index][1]:
                continue
            other, neighbour = out[index + step]
            first, second = (other, name) if step < 0 else (name, other)
            gap = tokens.folded[first.end : second.start]
            if gap in (" and ", ", ", ", and ") and neighbour.qualifier is None:
                out[index + step] = (other, neighbour._replace(qualifier=word))
    return out


def _outside(found: list[tuple[Name, Toponym]], spans: list[Span]) -> list[tuple[Name, Toponym]]:
    """Return what does not lie in one of the spans; both come in text order."""
    if not spans:
        return found
    out = []
    at = 0
    for name, toponym in found:
        while at < len(spans) and spans[at].end <= toponym.span.start:
            at += 1
        if at == len(spans) or not spans[at].overlaps(toponym.span):
            out.append((name, toponym))
    return out


def _toponym(tokens: Tokens, name: Name, kind: Kind) -> Toponym:
    """Make a toponym of a name, with the words that belong to it."""
    text, offsets = tokens.text, tokens.offsets
    start, end = begin, stop = offsets[name.start], offsets[name.end]
    core = text[start:end]
    rules: tuple[str, ...] = (kind, *name.cues)
    if kind == "metonym" and SPEAKS in rules:
        rules = tuple(rule for rule in rules if rule != SPEAKS)
    qualifiers = []
    left = tokens.words[name.first - 1] if name.first else ""
    right = tokens.words[name.last + 1] if name.last + 1 < tokens.size else ""
    if left == "the" and _takes_article(tokens, name, kind):
        start = tokens.offsets[tokens.starts[name.first - 1]]
    part = _part_named(tokens, name, kind) if left == "of" or right == "s" else None
    if part is not None:
        word, first, last = part
        start = tokens.span(tokens.starts[first], tokens.ends[first])[0]
        end = tokens.span(tokens.starts[last], tokens.ends[last])[1]
        kind = "vague_region"
        qualifiers.append(word)
    elif kind in ("literal", "metonym"):
        before, compass = _compass(tokens, name.first - 1) if left else (0, None)
        if compass is not None and _is_part(tokens, before, name):
            start = tokens.offsets[tokens.starts[before]]
            kind = "vague_region"
            qualifiers.append(compass)
        spaced = tokens.gaps[name.last] == " "
        if spaced and (right in _AREA_WORDS_MAP or right in _NATURAL):
            # "Colca valley": the gazetteer knows only a town of that name.
            qualifiers.append(right)
            if right in _SPANNING or right not in _AREA_WORDS_MAP:
                end = tokens.offsets[tokens.ends[name.last + 1]]
        elif left == "of" and (kind_of := _type_before(tokens, name.first)) is not None:
            qualifiers.append(kind_of)
    qualifier = " ".join(qualifiers) if qualifiers else None
    words = core if start == begin and end == stop else text[start:end]
    return Toponym(Span(start, end), words, kind, core, qualifier, None, rules)


def _takes_article(tokens: Tokens, name: Name, kind: Kind) -> bool:
    """Tell whether "the" belongs to the toponym: "the West", "the territories occupied by …"."""
    if not name.senses.places:
        return False
    if name.senses.places[0].sense == "bloc":
        return kind == "metonym"
    return kind == "vague_region" and tokens.shapes[name.last - (name.last > name.first)] == LOWER


def _has_parts(name: Name) -> bool:
    """Tell whether a name is that of a country, a division or a county."""
    places = name.senses.places
    return name.senses.is_state or (bool(places) and places[0].feature_code == "ADM2")


def _compass(tokens: Tokens, at: int) -> tuple[int, str | None]:
    """Return where the compass word that ends at a word begins, and the word: "south-western"."""
    word = tokens.words[at]
    if at and tokens.gaps[at - 1] == "-" and f"{tokens.words[at - 1]}-{word}" in _COMPASS_WORDS_MAP:
        return at - 1, f"{tokens.words[at - 1]}-{word}"
    return at, word if word in _COMPASS_WORDS_MAP else None


def _is_part(tokens: Tokens, before: int, name: Name) -> bool:
    """Tell whether the compass word at `before` names a part: "western Russia".

    Cities have none; and of "Pakistan's eastern Punjab" it says where all of Punjab lies.
    """
    if tokens.gaps[name.first - 1] != " " or not _has_parts(name):
        return False
    places = name.senses.places
    owned = before > 1 and tokens.words[before - 1] == "s" and tokens.gaps[before - 2] in {"'", "’"}
    if owned and (not places or places[0].feature_code != _COUNTRY):
        return False
    shape = tokens.shapes[before]
    shouted = shape == UPPER and tokens.shapes[name.first] == UPPER
    return (
        shape == LOWER
        or shouted
        or tokens.starts_sentence(before)
        or _is_capitalised_part(tokens, before, name)
    )


def _is_capitalised_part(tokens: Tokens, before: int, name: Name) -> bool:
    """Tell whether a paper prints "Northern Nigeria" for the north of a country."""
    places, after = name.senses.places, name.last + 1
    is_country = bool(places) and places[0].feature_code == _COUNTRY
    goes_on = after < tokens.size and tokens.gaps[name.last] == " "
    named_on = goes_on and tokens.shapes[after] != LOWER
    return tokens.words[before].endswith("ern") and is_country and not named_on


def _part_named(tokens: Tokens, name: Name, kind: Kind) -> tuple[str, int, int] | None:
    """Return "northern" and the words of "the north of Bolivia" and "Nigeria’s north"."""
    first, last, size = name.first, name.last, tokens.size
    if kind not in ("literal", "metonym", "demonym") or not _has_parts(name):
        return None
    if first >= 3 and tokens.words[first - 1] == "of" and tokens.gaps[first - 1] == " ":
        begin, compass = _direction(tokens, first - 2, -1)
        opened = begin > 0 and tokens.words[begin - 1] == "the" and tokens.gaps[begin - 1] == " "
        return (compass, begin - 1, last) if compass and opened else None
    if last + 2 >= size or tokens.words[last + 1] != "s" or tokens.gaps[last] not in {"'", "’"}:
        return None
    end, compass = _direction(tokens, last + 2, 1)
    if compass is None or tokens.shapes[end] != LOWER:
        return None
    ends = end + 1 >= size or tokens.gaps[end] != " "
    return (compass, first, end) if ends or tokens.words[end + 1] in _AFTER_PART else None


def _direction(tokens: Tokens, at: int, step: int) -> tuple[int, str | None]:
    """Return "northeastern" for "north-east" that begins or ends at a word, and its other end."""
    other = at + step
    if 0 <= other < tokens.size and tokens.gaps[min(at, other)] == "-":
        joined = tokens.words[min(at, other)] + tokens.words[max(at, other)]
        return other, _DIRECTIONS.get(joined)
    return at, _DIRECTIONS.get(tokens.words[at])


def _type_before(tokens: Tokens, first: int) -> str | None:
    """Return "city" of "the city of Kursk"."""
    if first < 2 or tokens.words[first - 1] != "of" or tokens.gaps[first - 1] != " ":
        return None
    word = tokens.words[first - 2]
    return word if word in _AREA_WORDS_MAP and tokens.gaps[first - 2] == " " else None
