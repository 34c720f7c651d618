"""Words that point back to a place: "the region", "the area", "his country"."""

from collections.abc import Mapping, Sequence
from typing import Final

from geo.cues import LOCATIVE
from geo.lexicon import word_set, words_as
from geo.model import Toponym
from geo.recognition.names import Name
from geo.recognition.people import People
from geo.recognition.sought import Sought
from geo.recognition.tokens import LOWER, Tokens
from geo.senses import Lexicon, is_country
from reading.text import Span

_REGION: Final = words_as("region")
_REGION_OPENERS: Final = word_set("region_openers")
_TITLES: Final = word_set("titles")

_POINTERS: Final = frozenset({"the", "this", "that"})
_REGION_NOUNS: Final = frozenset({"region", "area", "province", "oblast", "peninsula", "enclave"})
_OWNERS: Final = frozenset({"his", "her"})
_HOMES: Final = frozenset({"country", "nation", "homeland"})
_CAPITAL: Final = "capital"
_PARLIAMENT: Final = "parliament"
_SEATED: Final = frozenset({_CAPITAL, _PARLIAMENT})
_BY_HOUSE: Final = frozenset({"inside", "near", "outside"})
_POINTED: Final = Sought(_REGION_NOUNS | _HOMES | _SEATED)
_ONE: Final = frozenset({"a", "an", "another", "one"})
_RELATIONS: Final = frozenset({"distance", "between", "off the coast", "near the border"})
_COPULAS: Final = frozenset({"is", "was", "as", "became", "remains", "called"})
_REACH_CHARS: Final = 400


def find_anaphors(
    tokens: Tokens,
    names: Sequence[Name],
    people: People,
    toponyms: Sequence[Toponym],
    lexicon: Lexicon,
) -> list[Toponym]:
    """Return the words that point back to a place that the text has named.

    "The region" points to the last place that was called a region or described as one, not to what
    merely says where that lies ("the Kursk region in western Russia": Kursk). "His country" points
    to the country of the last person of whom the text tells one ("Russian President Putin"), "the
    capital" to that of the last country named.
    """
    pointers = _pointers(tokens)
    words = {tokens.words[index] for index in pointers}
    regions = [] if words.isdisjoint(_REGION_NOUNS) else _antecedents(tokens.text, toponyms)
    homes = {} if words.isdisjoint(_HOMES) else _homes(tokens, names, people)
    capitals = [] if words.isdisjoint(_SEATED) else _capitals(tokens, names, lexicon)
    home = _home_capital(tokens.text, capitals) if capitals else None
    out: list[Toponym] = []
    reach = -_REACH_CHARS
    for index in pointers:
        word = tokens.words[index]
        bare = word == _PARLIAMENT and tokens.words[index - 1] != "the"
        start = tokens.offsets[tokens.starts[index if bare else index - 1]]
        end = tokens.span(tokens.starts[index], tokens.ends[index])[1]
        if word in _REGION_NOUNS:
            antecedent = _last(regions, start)
            if antecedent and start - max(antecedent.span.end, reach) > _REACH_CHARS:
                antecedent = None
            elif antecedent:
                reach = end
        elif word in _HOMES:
            antecedent = _home_before(tokens, homes, index)
        else:
            antecedent = _capital_meant(tokens.text, start, _last(capitals, start), home)
        if antecedent is not None:
            out.append(_back(tokens.text, start, end, antecedent))
    return out


def _pointers(tokens: Tokens) -> list[int]:
    """Return the nouns of "the region", "his country", "the capital"."""
    found = []
    for index in tokens.at(_POINTED):
        word = tokens.words[index]
        if index == 0 or tokens.shapes[index] != LOWER:
            continue
        before = tokens.words[index - 1]
        owned = word in _HOMES and before in _OWNERS
        shown = before in _POINTERS if word in _REGION_NOUNS else before == "the"
        free = word not in _HOMES and shown and not _goes_on(tokens, index)
        free = free and not _describes(tokens, index - 1)
        free = _is_at_house(tokens, index) if word == _PARLIAMENT else free
        if (owned or free) and tokens.gaps[index - 1] == " ":
            found.append(index)
    return found


def _is_at_house(tokens: Tokens, index: int) -> bool:
    """Tell whether people are "outside parliament" or "in front of the parliament building"."""
    before = index - 2 if tokens.words[index - 1] == "the" else index - 1
    if tokens.words[before] == "of":
        stands = tokens.words[max(0, before - 2) : before] == ["in", "front"]
    else:
        stands = tokens.words[before] in _BY_HOUSE
    after = index + 1 + (tokens.words[index + 1 : index + 2] == ["building"])
    return stands and tokens.words[after : after + 1] not in (["in"], ["of"], ["s"])


def _home_capital(text: str, capitals: Sequence[Toponym]) -> Toponym | None:
    """Return the capital of the one country that the first two paragraphs name."""
    first = text.strip().split("\n\n", 2)[:2]
    end = text.find(first[-1]) + len(first[-1])
    opening = {item.core: item for item in capitals if item.span.end <= end}
    return next(iter(opening.values())) if len(opening) == 1 else None


def _capital_meant(
    text: str, start: int, last: Toponym | None, home: Toponym | None
) -> Toponym | None:
    """Return the capital of the land that the report is about, or was just said to be in."""
    if home is None or last is None or last.core == home.core:
        return last
    located = LOCATIVE in last.rules and "\n" not in text[last.span.end : start]
    return last if located else home


def _back(text: str, start: int, end: int, antecedent: Toponym) -> Toponym:
    """Return words that mean what another toponym means."""
    rules = (*antecedent.rules, "points back")
    core, qualifier = antecedent.core, antecedent.qualifier
    return Toponym(Span(start, end), text[start:end], "anaphor", core, qualifier, None, rules)


def _describes(tokens: Tokens, index: int) -> bool:
    """Tell whether words say what the name before them is: "Jos, the capital", "Mopti is the"."""
    before = index - 1
    if tokens.gaps[before] == ", " and tokens.is_capital(before):
        return True
    return tokens.gaps[before] == " " and before >= 0 and tokens.words[before] in _COPULAS


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Tell whether the noun goes on: "the area of Goma", "the capital, Nairobi"."""
    if tokens.gaps[index] in (" ", ", ") and tokens.is_capital(index + 1):
        return True
    return tokens.gaps[index] == " " and index + 1 < tokens.size and tokens.words[index + 1] in (
        "of", "around", "between", "near", "surrounding", "s",
    )  # fmt: skip


def _antecedents(text: str, toponyms: Sequence[Toponym]) -> list[Toponym]:
    """Return the toponyms that "the region" can point to, in text order."""
    out = []
    openers = _REGION_OPENERS
    ordered = sorted(toponyms, key=lambda item: item.span)
    called_so: dict[str, Toponym] = {}
    for index, item in enumerate(ordered):
        if _REGION.intersection((item.qualifier or "").split()):
            called_so[item.core] = item
        called = item.core in called_so
        described = (
            item.kind == "vague_region"
            and _RELATIONS.isdisjoint(item.rules)
            and (item.qualifier is not None or item.text.split()[0].casefold() in openers)
        )
        if not called and not described:
            continue
        before = ordered[index - 1] if index else None
        if before is not None and text[before.span.end : item.span.start] in (" in ", ", in "):
            continue
        out.append(called_so[item.core]._replace(span=item.span) if called else item)
    return out


def _capitals(tokens: Tokens, names: Sequence[Name], lexicon: Lexicon) -> list[Toponym]:
    """Return, where countries, their people or towns are named, the capital that goes with them.

    One foreigner among them ("an Italian doctor") is not what a report is about.
    """
    out = []
    for name in names:
        senses = name.senses
        if senses.demonyms and tokens.words[name.first - 1] in _ONE:
            continue
        if tokens.text[name.end : name.end + 1] == "-":
            continue  # "Sham-Ouadda" is no name of Damascus
        places = [place for place, _ in senses.demonyms[:1]] or senses.abbreviated or senses.places
        code = places[0].country_code if places else None
        country = places[:1] and (is_country(places[0]) or places[0].feature_code == "PPLC")
        capital = lexicon.gazetteer.capital(code) if code and country else None
        if capital is not None:
            span = Span(name.start, name.end)
            rules = ("literal", *name.cues)
            out.append(Toponym(span, capital.name, "literal", capital.name, None, None, rules))
    return out


def _last(items: Sequence[Toponym], position: int) -> Toponym | None:
    low, high = 0, len(items)
    while low < high:
        middle = (low + high) // 2
        if items[middle].span.end <= position:
            low = middle + 1
        else:
            high = middle
    return items[low - 1] if low else None


def _homes(tokens: Tokens, names: Sequence[Name], people: People) -> Mapping[str, Toponym]:
    """Return the country that the text gives a person: "Russian President Vladimir Putin"."""
    homes: dict[str, Toponym] = {}
    titles = _TITLES
    for name in names:
        if name.kind not in ("demonym", "literal") or not name.senses.is_state:
            continue
        at = name.last + 1
        if tokens.gaps[name.last] == "'" and at < tokens.size and tokens.words[at] == "s":
            at += 1
        titled = False
        while at < tokens.size and at - name.last < 6 and tokens.words[at] in titles:
            titled = True
            at += 1
        if not titled:
            continue
        start, end = tokens.span(name.start, name.end)
        core = tokens.text[start:end]
        home = Toponym(Span(start, end), core, name.kind, core, None, None, (name.kind,))
        while (
            at < tokens.size
            and (at in people.words or tokens.is_capital(at))
            and at - name.last < 10
        ):
            homes.setdefault(tokens.words[at], home)
            at += 1
    return homes


def _home_before(tokens: Tokens, homes: Mapping[str, Toponym], index: int) -> Toponym | None:
    """Return the country of the last person named before a word."""
    for at in range(index - 1, max(-1, index - 80), -1):
        if tokens.shapes[at] != LOWER and tokens.words[at] in homes:
            return homes[tokens.words[at]]
    return None
