"""What "the town", "this island" and "the country" point back to.

The geoparser follows "the region" and "his country". A claim may also say where by the bare kind of
a place; it means the last place of that kind that the report has named, a record or not.
"""

from collections.abc import Iterable, Sequence

from geo.model import Resolution, Toponym
from layers.lexicon import table
from layers.located import Located
from reading.model import Span
from reading.phrases import calendar_words
from reading.tokens import Token, Tokens

_POINTERS = frozenset({"her", "his", "our", "that", "the", "their", "this"})
_OFFICES = frozenset({"department", "municipality", "state"})
_ANOTHER = frozenset(
    {
        *("adjacent", "another", "capital", "different", "first", "home", "larger", "largest"),
        *("last", "main", "nearby", "neighboring", "neighbouring", "new", "next", "old", "only"),
        *("other", "second", "smaller", "surrounding", "third", "whole"),
    }
)
_DESCRIBED = 2
_FEATURES = {"lake": "LK", "river": "STM", "strait": "STRT", "volcano": "VLC"}
_NAMED_SO = frozenset({"island", "named"})
_MIDDLES = frozenset({"center", "centre", "outskirts"})
_GOES_ON = frozenset({"NN", "NP", "JJ", "CD"})
_INSIDE = frozenset({"across", "from", "in", "into", "through", "throughout"})
_COMPASS = {
    way: f"{way}ern"
    for way in (
        *("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest"),
    )
}
_WAYS = frozenset(_COMPASS)
_ARTICLES = frozenset({"a", "an"})
_DESCRIBING = frozenset({"JJ", "NN", "VN"})
_NAMING = frozenset({"called", "known", "named", "of", ","})
_REACH_CHARS = 700
_JUST_TOLD_CHARS = 200
_OPENING = 2
_OWNED = 4
_AROUND = 5
_ISLAND = "ISL"


def pointing(sentences: Sequence[Tokens], located: Located, text: str) -> tuple[Resolution, ...]:
    """Return the words that point back to a place by its kind, each meaning that place.

    Parameters
    ----------
    sentences : sequence of Tokens
        The tagged words of the text.
    located : Located
        What its names mean; their words are left alone.
    text : str

    Returns
    -------
    tuple of Resolution
        In text order, of kind ``anaphor``.
    """
    named = [_town_of(r) for r in located if r.toponym.kind not in {"nested", "anaphor"}]
    home = _home(sentences, named)
    found = []
    for span, compass in _parts(sentences):
        countries = {
            r.place.id: r
            for r in named
            if r.place is not None
            and 0 <= span.start - r.toponym.span.end <= _REACH_CHARS
            and _is_a(r, "country")
        }
        country = home if len(countries) != 1 else next(iter(countries.values()))
        if country is not None and not any(r.toponym.span.overlaps(span) for r in located):
            found.append(_part(country, span, compass, text))
    taken = [resolution.toponym.span for resolution in found]
    unnamed: dict[str, int] = {}
    for span, kind, word in _pointers(sentences):
        if kind == "country" and _is_owner(named, span, text):
            continue
        if any(other.overlaps(span) for other in taken):
            continue
        if any(r.toponym.span.overlaps(span) for r in located.within(Span(span.start, span.end))):
            continue
        meant = _meant(named, span, kind, word, text)
        doubtful = kind == "city" and meant is not None and not _is_called(meant, word, text)
        if doubtful and word not in unnamed:
            unnamed[word] = next(iter(_unnamed(sentences, word)), len(text))
        if doubtful and unnamed[word] < span.start:
            continue
        if kind == "country" and home is not None and not _is_set_in(meant, span):
            meant = home
        if meant is not None:
            words = span.of(text)
            toponym = Toponym(span, words, "anaphor", meant.toponym.core, rules=("points back",))
            found.append(meant._replace(toponym=toponym))
    return tuple(sorted(found, key=lambda resolution: resolution.toponym.span))


def _is_owner(named: Sequence[Resolution], span: Span, text: str) -> bool:
    """Say whether "the country’s southern city of X" names by itself where it is."""
    if text[span.end : span.end + 2] not in {"'s", "’s"}:
        return False
    follows = next((r.toponym.span for r in named if r.toponym.span.start > span.end), None)
    if follows is None:
        return False
    between = text[span.end + 2 : follows.start].split()
    return len(between) <= _OWNED and between[-1:] == ["of"]


def _town_of(resolution: Resolution) -> Resolution:
    """Return the town that "south of X" names; others as they are."""
    place = resolution.place
    if place is None or not (resolution.part or "").endswith(" side"):
        return resolution
    return resolution._replace(
        name=place.name,
        precision=place.precision,
        latitude_deg=place.latitude_deg,
        longitude_deg=place.longitude_deg,
        part=None,
        uncertainty_km=None,
    )


def _home(sentences: Sequence[Tokens], named: Sequence[Resolution]) -> Resolution | None:
    """Return the one country that a report opens with, in headline and first sentence."""
    opening = [tokens[-1].end for tokens in sentences[:_OPENING] if tokens]
    codes = {
        r.place.country_code
        for r in named
        if opening and r.place is not None and r.toponym.span.end <= opening[-1]
    }
    if len(codes) != 1 or None in codes:
        return None
    return next((r for r in named if _is_a(r, "country") and _code(r) in codes), None)


def _code(resolution: Resolution) -> str | None:
    return resolution.place.country_code if resolution.place is not None else None


def _is_set_in(meant: Resolution | None, span: Span) -> bool:
    """Say whether something was just told to be in a country, which did not only act."""
    if meant is None or meant.toponym.kind not in {"literal", "vague_region"}:
        return False
    return span.start - meant.toponym.span.end <= _JUST_TOLD_CHARS


def _parts(sentences: Sequence[Tokens]) -> Iterable[tuple[Span, str]]:
    """Yield "the north of the country", "the country’s north", and "the north" after "in".

    With each comes the adjective of its part.
    """
    for tokens in sentences:
        if _WAYS.isdisjoint(tokens.lowers):
            continue
        for at in [at for at, word in enumerate(tokens.lowers) if word in _WAYS]:
            if at < 2 or tokens[at].text[0].isupper():
                continue
            compass = _COMPASS[tokens[at].lower]
            words = tokens.lowers[at - 2 : at + 4]
            if words[3:6] == ("of", "the", "country") and words[1] == "the":
                yield Span(tokens[at - 1].start, tokens[at + 3].end), compass
            elif tokens.lowers[max(0, at - 3) : at] == ("the", "country", "’s"):
                if _ends_there(tokens, at + 1):
                    yield Span(tokens[at - 3].start, tokens[at].end), compass
            elif words[0] in _INSIDE and words[1] == "the" and _ends_there(tokens, at + 1):
                yield Span(tokens[at - 1].start, tokens[at].end), compass


def _ends_there(tokens: Sequence[Token], at: int) -> bool:
    """Say whether "the north" is all: not "the north coast", "the north-east"."""
    if at >= len(tokens):
        return True
    return tokens[at].tag not in _GOES_ON and tokens[at].lower not in {"of", "-", "–", "’s"}


def _part(country: Resolution, span: Span, compass: str, text: str) -> Resolution:
    toponym = Toponym(
        span, span.of(text), "anaphor", country.toponym.core, compass, rules=("points back",)
    )
    return country._replace(
        toponym=toponym,
        name=f"{compass} {country.name}",
        precision="vague_area",
        part=compass.removesuffix("ern"),
    )


def _pointers(sentences: Sequence[Tokens]) -> Iterable[tuple[Span, str, str]]:
    kinds = table("pointed_kinds")
    words = frozenset(kinds)
    for tokens in sentences:
        if words.isdisjoint(tokens.lowers):
            continue
        for at in [at for at, word in enumerate(tokens.lowers) if word in kinds]:
            first = at - 1
            if first > 0 and tokens[first].lower == "same":  # "in the same district"
                first -= 1
            first = _past_description(tokens, first)
            if first < 0 or tokens[at].tag != "NN":
                continue
            bare = tokens[at].lower == "town" and tokens[first].lower in _INSIDE  # "shops in town"
            if not bare and not _points(tokens, first, at):
                continue
            row = kinds[tokens[at].lower]
            after = tokens[at + 1] if at + 1 < len(tokens) else None
            if after is not None and (after.lower in _MIDDLES or after.lower in calendar_words()):
                after = None
            if after is None or not (after.tag in _GOES_ON or after.lower == "of"):
                span = Span(tokens[at if bare else first].start, tokens[at].end)
                yield span, row["means"], tokens[at].lower


def _unnamed(sentences: Sequence[Tokens], word: str) -> Iterable[int]:
    """Yield where "a village near Orvel" stands, which "the village" after it means."""
    for tokens in sentences:
        if word not in tokens.lowers:
            continue
        for at in [at for at, lower in enumerate(tokens.lowers) if lower == word and at]:
            first = at - 1
            while first and tokens[first].tag in _DESCRIBING:
                first -= 1
            after = tokens[at + 1] if at + 1 < len(tokens) else None
            named = after is not None and (after.tag == "NP" or after.lower in _NAMING)
            if tokens[first].lower in _ARTICLES and not named:
                yield tokens[at].start


def _past_description(tokens: Sequence[Token], first: int) -> int:
    """Return where "the" stands in "the rich mining district"; another district is no such."""
    start = first
    while start > max(0, first - _DESCRIBED) and tokens[start].tag in {"JJ", "NN", "VN"}:
        if tokens[start].lower in _ANOTHER:
            return first
        if tokens[start].lower.removesuffix("ern") in _COMPASS:
            # "This western town" is the one that the report is from.
            return start - 1 if tokens[start - 1].lower == "this" else first
        start -= 1
    return start if tokens[start].lower in {"the", "this"} else first


def _points(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Say whether "the town" or "his region" points back; "the department" is mostly an office."""
    if tokens[first].lower not in _POINTERS:
        return False
    is_office = tokens[at].lower in _OFFICES
    return not is_office or (first > 0 and tokens[first - 1].lower in _INSIDE)


def _meant(
    named: Sequence[Resolution], span: Span, kind: str, word: str, text: str
) -> Resolution | None:
    """Return the last place of the kind, rather one that the text calls by the same word."""
    near = [r for r in named if 0 <= span.start - r.toponym.span.end <= _REACH_CHARS]
    if kind == "city" and near and _is_beside(near[-1], span, text) and _is_a(near[-1], kind):
        return near[-1]  # "Odesa’s mayor said the city": no other has been named since
    called = [r for r in near if _is_called(r, word, text) and _is_a(r, kind)]
    if kind in _NAMED_SO:
        called += [r for r in near if _is_named_so(r, word, text)]
    return next(reversed(called or [r for r in near if _is_a(r, kind)]), None)


def _is_beside(resolution: Resolution, span: Span, text: str) -> bool:
    """Say whether a name stands in the same sentence."""
    return not {".", "\n"} & set(text[resolution.toponym.span.end : span.start])


def _is_named_so(resolution: Resolution, word: str, text: str) -> bool:
    """Say whether a place is named "X River", "the river X" or "the island of X"."""
    toponym = resolution.toponym
    if toponym.kind in {"demonym", "metonym"}:
        return False
    code = (resolution.place.feature_code or "") if resolution.place is not None else ""
    if code.startswith(_FEATURES.get(word, "-")):
        return True
    before = text[max(0, toponym.span.start - len(word) - _AROUND) : toponym.span.start]
    after = text[toponym.span.end : toponym.span.end + len(word) + 1].casefold()
    return (
        word in toponym.text.casefold().split()
        or after == f" {word}"
        or before.casefold().endswith((f"{word} ", f"{word} of "))
    )


def _is_called(resolution: Resolution, word: str, text: str) -> bool:
    """Say whether "village of X", "X village" or "X, a village" stands there."""
    span = resolution.toponym.span
    around = text[max(0, span.start - len(word) - _AROUND) : span.end + len(word) + _AROUND]
    return word in around.casefold()


def _is_a(resolution: Resolution, kind: str) -> bool:
    """Say whether a place is of a kind: a town, an island, a district, a region or a country."""
    toponym, place = resolution.toponym, resolution.place
    if kind == "country":
        return resolution.precision == "country" and resolution.part is None
    if toponym.kind in {"demonym", "metonym"}:
        return False
    if kind == "region" and resolution.precision == "vague_area":
        return True  # "the northeast", "the valley": what has no border is a region too
    if resolution.part is not None:
        return False
    if kind == "named":
        return False
    if kind == "island":
        called = "island" in toponym.text.casefold()
        return called or (place is not None and (place.feature_code or "").startswith(_ISLAND))
    return resolution.precision == kind
