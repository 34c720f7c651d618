"""Places that several words describe: borders, distances, occupied land, unnamed sites.

Each rule turns one or two names into a larger toponym of kind ``vague_region`` whose ``qualifier``
says the relation; the names it is made of become ``nested`` in it where they name other places.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from geo.lexicon import word_set, words_as
from geo.model import Toponym
from geo.recognition.names import Name
from geo.recognition.sought import Sought
from geo.recognition.tokens import LOWER, Tokens
from reading.text import Span

_BETWEEN: Final = words_as("between")
_BORDER_TAIL: Final = words_as("border tail")
_COUNT: Final = words_as("count")
_LAND: Final = words_as("land")
_OCCUPIES: Final = words_as("occupies")
_SITE_WORDS: Final = Sought(word_set("site_words"))

Found = list[tuple[Name, Toponym]]

_BORDER: Final = frozenset({"border", "frontier", "borders"})
_JOINING: Final = Sought({*_BORDER, *_OCCUPIES, "between", "held", "occupied"})
"""One of these stands in each phrase that two names make."""
_UNITS: Final = {"km": "km", "kms": "km", "kilometers": "km", "kilometres": "km",
                 "kilometer": "km", "kilometre": "km", "miles": "mi", "mile": "mi",
                 "nautical miles": "nmi", "nautical mile": "nmi", "metres": "m", "meters": "m",
                 "m": "m"}  # fmt: skip
_NUMBERS: Final = {
    "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0,
    "eight": 8.0, "nine": 9.0, "ten": 10.0, "eleven": 11.0, "twelve": 12.0, "fifteen": 15.0,
    "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0,
    "eighty": 80.0, "ninety": 90.0, "a hundred": 100.0, "half a": 0.5,
}  # fmt: skip
_COMPASS: Final = r"(?:north|south|east|west)"
_NUMERAL: Final = r"\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.\d{1,2})?"
_ANY_UNIT: Final = "|".join(sorted(_UNITS, key=len, reverse=True))
_DISTANCE: Final = (
    rf"(?<![\w.,])(?P<amount>{_NUMERAL}|{'|'.join(_NUMBERS)})[ -]?(?P<unit>{_ANY_UNIT})"
    rf"(?: \((?:about |some )?(?:{_NUMERAL})[ -]?(?:{_ANY_UNIT})\))?"
    rf"(?: (?:to the |due |further )?(?P<direction>{_COMPASS}(?:[ -]?{_COMPASS}){{0,2}}))?"
    r" (?:of|from|outside|away from|inland from|off)"
    r"(?: the (?:\w{1,12} )?(?:capital|city|town|port|village|coast)(?: of)?(?: city)?,?)?"
    r"(?: the)? $"
)
_COMPASS_WORD: Final = re.compile(_COMPASS)
_FARTHEST: Final = 300.0
_BESIDE: Final = frozenset({"near", "along", "at", "on", "to", "toward", "towards", "across"})
_BORDER_OF: Final = r"(?:'s)? (?:[a-z-]{4,13} )?(?:border|frontier) with (?:the )?"
_COAST_REACH: Final = 48
_SHORES: Final = frozenset({"literal", "metonym", "vague_region", "demonym"})
_COAST: Final = r"off the (?:[a-z-]{4,13} )?coasts? of (?:the )?$"
_BORDER_WITH: Final = (
    r"near (?:the|its|their) (?:[a-z-]{4,13} )?(?:border|frontier) with (?:the )?$"
)
_OWN_COAST: Final = r"'s (?:[a-z-]{4,13} )?(?:coast|shores?)(?![\w-])"
_COORDINATES: Final = re.compile(r"[,;]? ?\(?(?:at )?(?:coordinates )?[+-]?\d{1,3}(?:\.\d+)?°")
_DISTANCE_REACH: Final = 110
_CALLED: Final = frozenset({"capital", "city", "town", "port", "village", "off"})
_LINKS: Final = frozenset({"of", "from", "outside"})
_LEADS: Final = _LINKS | _CALLED | {"with", "the"}
"""Words before the place from which a distance is, or off whose coast."""
_LINK_WORDS: Final = 5
"""Most words between two names that one phrase holds: "territories occupied by"."""
_SIDES: Final = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"}
)
_FUNCTION: Final = words_as("function")
_TO_BORDER: Final = frozenset({"the", "to", "near", "at", "toward", "towards"})
_SITE_REACH: Final = 40
_SITE_MEMORY: Final = 12
_FRONTS: Final = Sought({"battlefield", "front", "frontline", "frontlines"})
_FRONT: Final = re.compile(r"\b[Tt]he (?:battlefield|front ?lines?|frontlines?)\b")


def find_phrases(tokens: Tokens, found: Found) -> list[Toponym]:
    """Return all toponyms of a text: the names, and the phrases made of them.

    Parameters
    ----------
    tokens : Tokens
    found : list of (Name, Toponym)
        Names in text order, each with its toponym so far.
    """
    wholes: list[Toponym] = []
    parts: dict[int, Toponym | None] = {}
    joining = tokens.at(_JOINING)
    for index, (name, toponym) in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        whole: Toponym | None = None
        if joining and following and following[0].first - name.last <= _LINK_WORDS + 1:
            item = (name, toponym)
            whole = (
                _border(tokens, item, following)
                or _occupied(tokens, item, following)
                or _between(tokens, item, following)
            )
        if joining and whole is None and tokens.words[name.last + 1 : name.last + 2] == ["border"]:
            whole = _own_border(tokens, name, toponym)
        if whole is None and name.first and tokens.words[name.first - 1] in _LEADS:
            whole = (
                _distance(tokens, name, toponym)
                or _coast(tokens, name, toponym)
                or _side(tokens, name, toponym)
            )
        if whole is None or any(whole.span.overlaps(other.span) for other in wholes[-1:]):
            continue
        wholes.append(whole)
        pair = following is not None and whole.span.contains(following[1].span)
        if pair and following is not None:
            # The ends of a road are places of their own; the sides of a border are not meant.
            kinds = (toponym.kind, following[1].kind)
            if whole.qualifier != "between":
                kinds = ("nested", "nested")
            parts[index] = toponym._replace(kind=kinds[0], nested_in=whole.span)
            parts[index + 1] = following[1]._replace(kind=kinds[1], nested_in=whole.span)
        else:
            parts[index] = None
    names = [parts.get(index, toponym) for index, (_, toponym) in enumerate(found)]
    return [*(name for name in names if name is not None), *wholes]


def _make(
    tokens: Tokens, start: int, end: int, toponym: Toponym, qualifier: str, rule: str
) -> Toponym:
    """Make a phrase of the words from `start` to `end` (positions in the text)."""
    return Toponym(
        span=Span(start, end),
        text=tokens.text[start:end],
        kind="vague_region",
        core=toponym.core,
        qualifier=qualifier,
        rules=(*toponym.rules, rule),
    )


def _end_of(tokens: Tokens, index: int) -> int:
    return tokens.span(tokens.starts[index], tokens.ends[index])[1]


def _start_of(tokens: Tokens, index: int) -> int:
    return tokens.offsets[tokens.starts[index]]


def _border(
    tokens: Tokens, item: tuple[Name, Toponym], following: tuple[Name, Toponym]
) -> Toponym | None:
    """Find "the Russia-Ukraine border", "the border between Iran and Iraq" and the like."""
    name, toponym = item
    other, second = following
    between = tokens.folded[name.end : other.start]
    if between in ("-", "/", " - "):
        last = other.last + 1
        if (
            last >= tokens.size
            or tokens.words[last] not in _BORDER
            or tokens.gaps[other.last] != " "
        ):
            return None
        while last + 1 < tokens.size and tokens.words[last + 1] in _BORDER_TAIL:
            if tokens.gaps[last] != " ":
                break
            last += 1
        return _make(
            tokens, toponym.span.start, _end_of(tokens, last), toponym, "border", "shared border"
        )
    beside = tokens.words[name.first - 1 - (tokens.words[name.first - 1] == "the")] in _BESIDE
    if name.first > 1 and beside and len(between) < 40 and re.fullmatch(_BORDER_OF, between):
        return _make(
            tokens, toponym.span.start, second.span.end, toponym, "border", "shared border"
        )
    if between == " and " and name.first > 1 and tokens.words[name.first - 1] == "between":
        head = name.first - 2
        if tokens.words[head] in _BORDER:
            return _make(
                tokens, _start_of(tokens, head), second.span.end, toponym, "border", "shared border"
            )
    return None


def _occupied(
    tokens: Tokens, item: tuple[Name, Toponym], following: tuple[Name, Toponym]
) -> Toponym | None:
    """Find "the Georgian territories occupied by Russia", "Russian-occupied Ukraine"."""
    name, toponym = item
    other, second = following
    between = tokens.folded[name.end : other.start].strip()
    if between == "-occupied":
        # The occupier stands first; the place is the second.
        return _make(
            tokens, toponym.span.start, second.span.end, second, "occupied", "occupied territory"
        )
    words = between.split()
    after = other.last + 1
    relative = words in (["that"], ["which"]) and after < tokens.size
    if relative and tokens.words[after] in _OCCUPIES and tokens.gaps[other.last] == " ":
        start = toponym.span.start
        if name.first > 1 and tokens.words[name.first - 2] in _LAND:
            start = _start_of(tokens, name.first - 2)
        end = _end_of(tokens, after)
        return _make(tokens, start, end, toponym, "occupied", "occupied territory")
    if len(words) == 3 and words[0] in _LAND and words[1:] in (["occupied", "by"], ["held", "by"]):
        start = toponym.span.start
        if name.first > 0 and tokens.words[name.first - 1] == "the":
            start = _start_of(tokens, name.first - 1)
        return _make(tokens, start, second.span.end, toponym, "occupied", "occupied territory")
    return None


def _distance(tokens: Tokens, name: Name, toponym: Toponym) -> Toponym | None:
    """Find "30 km north of Kursk", "some 20 miles (32 km) outside Goma", "5km from Suja"."""
    at = name.first - 1
    at -= at > 0 and tokens.words[at] == "the"
    whole = toponym.kind == "literal" or (toponym.kind, toponym.qualifier) == ("vague_region", None)
    if at < 2 or not whole or tokens.shapes[at] != LOWER:
        return None
    if tokens.words[at] not in _LINKS and tokens.words[at] not in _CALLED:
        return None
    end = tokens.starts[name.first]
    begin = max(0, end - _DISTANCE_REACH)
    match = re.search(_DISTANCE, tokens.folded[begin:end])  # compiled when first needed
    if match is None:
        return None
    words, unit = match["amount"], _UNITS[match["unit"]]
    amount = _NUMBERS.get(words) or float(words.replace(",", ""))
    if unit == "m":
        amount, unit = amount / 1000, "km"
    if amount > _FARTHEST:
        return None  # says how far apart two places are, and not where something is
    if _COORDINATES.match(tokens.text, toponym.span.end):
        return None  # coordinates say it better
    parts = _COMPASS_WORD.findall(match["direction"] or "")
    direction = "-".join(filter(None, ("".join(parts[:-2]), "".join(parts[-2:]))))
    return _make(
        tokens,
        tokens.offsets[begin + match.start()],
        toponym.span.end,
        toponym,
        f"{amount:.10g} {unit}{' ' if direction else ''}{direction}",
        "distance",
    )


def _own_border(tokens: Tokens, name: Name, toponym: Toponym) -> Toponym | None:
    """Find "the Turkish border", on either side of which it may be; guards of it are no place."""
    border, before = name.last + 1, tokens.words[name.first - 1] if name.first else ""
    if toponym.kind not in {"literal", "demonym"} or not name.senses.is_state:
        return None
    if tokens.gaps[name.last] != " " or tokens.shapes[border] != LOWER or before not in _TO_BORDER:
        return None
    if tokens.gaps[border] == " " and tokens.words[border + 1] not in _FUNCTION:
        return None
    end = _end_of(tokens, border)
    return _make(tokens, toponym.span.start, end, toponym, "near the border", "near the border")


def _before_capital(tokens: Tokens, at: int) -> int:
    """Return the word before "the capital", "the provincial capital" that ends at a word."""
    for article in range(at - 1, max(-1, at - 3), -1):
        if tokens.words[article] == "the":
            return article - 1
    return -1


def _side(tokens: Tokens, name: Name, toponym: Toponym) -> Toponym | None:
    """Find "north of Kursk", which is not in it; "the north of Kursk" would be a part."""
    at = name.first - 2
    if at < 0 or toponym.kind != "literal" or name.senses.demonyms:
        return None
    if all(place.feature_class != "P" for place in name.senses.places):
        return None  # a land has no edge that all know
    if tokens.words[at + 1] == "capital":
        at = _before_capital(tokens, at + 1) - 1
    if at < 0 or tokens.words[at + 1] != "of" or set(tokens.gaps[at : at + 2]) != {" "}:
        return None
    way, first = tokens.words[at], at
    if way not in _SIDES:
        return None
    if at > 0 and tokens.gaps[at - 1] == "-" and tokens.words[at - 1] in _SIDES:
        first, way = at - 1, tokens.words[at - 1] + way
    before = tokens.words[first - 1] if first else ""
    if before == "the" and tokens.words[first - 2] != "to":
        return None
    if before in _UNITS or (first and ")" in tokens.gaps[first - 1]):
        return None  # a distance, which coordinates say better
    if tokens.shapes[first] != LOWER and not tokens.starts_sentence(first):
        return None
    return _make(
        tokens, _start_of(tokens, first), toponym.span.end, toponym, f"{way} of", "side of a town"
    )


def _between(
    tokens: Tokens, item: tuple[Name, Toponym], following: tuple[Name, Toponym]
) -> Toponym | None:
    """Find "the road between Goma and Bukavu"."""
    name, toponym = item
    if name.first < 2 or tokens.words[name.first - 1] != "between":
        return None
    other, second = following
    if tokens.folded[name.end : other.start] != " and ":
        return None
    if tokens.words[name.first - 2] not in _BETWEEN:
        return None
    return _make(
        tokens, _start_of(tokens, name.first - 2), second.span.end, toponym, "between", "between"
    )


def _coast(tokens: Tokens, name: Name, toponym: Toponym) -> Toponym | None:
    """Find "off the southern coast of Yemen", "off Yemen's coast", "near the border with Chad"."""
    at = name.first - 1
    if at < 0 or tokens.shapes[at] != LOWER or toponym.kind not in _SHORES:
        return None
    begin = max(0, tokens.starts[name.first] - _COAST_REACH)
    before = tokens.folded[begin : tokens.starts[name.first]]
    end = toponym.span.end
    if tokens.words[at] in ("of", "with", "the"):
        match = re.search(_COAST, before) or re.search(_BORDER_WITH, before)
    elif tokens.words[at] == "off" and (
        after := re.match(_OWN_COAST, tokens.folded[name.end :][:30])
    ):
        match = re.search("off $", before)
        end = tokens.offsets[name.end + after.end()]
    else:
        return None
    if match is None:
        return None
    qualifier = (
        "near the border" if "border" in match[0] or "frontier" in match[0] else "off the coast"
    )
    return _make(tokens, tokens.offsets[begin + match.start()], end, toponym, qualifier, qualifier)


def find_sites(tokens: Tokens, toponyms: Sequence[Toponym]) -> list[Toponym]:
    """Find unnamed sites, "five camps", which lie somewhere in a place named near them.

    A place in the same sentence comes first; without one, the last region or country before.
    """
    out: list[Toponym] = []
    sites = tokens.at(_SITE_WORDS)
    if not sites:
        return out
    kinds = ("literal", "vague_region")
    usable = sorted((item for item in toponyms if item.kind in kinds), key=lambda item: item.span)
    positions = [item.span.start for item in usable]
    for index in sites:
        if index == 0 or tokens.shapes[index] != LOWER:
            continue
        if tokens.gaps[index - 1] != " " or tokens.words[index - 1] not in _COUNT:
            continue
        start, end = _start_of(tokens, index - 1), _end_of(tokens, index)
        anchor = _anchor(tokens, usable, positions, start, end)
        if anchor is not None:
            out.append(
                Toponym(
                    Span(start, end),
                    tokens.text[start:end],
                    "vague_region",
                    anchor.core,
                    anchor.qualifier,
                    None,
                    (*anchor.rules, "unnamed site"),
                )
            )
    return out


def _anchor(
    tokens: Tokens, usable: Sequence[Toponym], starts: Sequence[int], start: int, end: int
) -> Toponym | None:
    """Return the place that an unnamed site lies in."""
    after = bisect_left(starts, end)
    near = after < len(usable) and starts[after] <= end + _SITE_REACH
    if near and "." not in tokens.text[end : starts[after]]:
        return usable[after]
    before = usable[max(0, bisect_left(starts, start) - _SITE_MEMORY) : bisect_left(starts, start)]
    regions = [item for item in before if item.kind == "vague_region" or item.qualifier]
    last = regions or before
    return last[-1] if last else None


def find_fronts(tokens: Tokens) -> list[Toponym]:
    """Find "the battlefield", "the front line": somewhere, but the words do not say where."""
    if not tokens.at(_FRONTS):
        return []
    return [
        Toponym(Span(*match.span()), match[0], "vague_region", match[0], "front", None, ("front",))
        for match in _FRONT.finditer(tokens.text)
    ]
