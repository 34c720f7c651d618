"""Places that a report names and the gazetteer does not know.

"The village of Kok-Tash" is a place even where no record of it is at hand: the claim keeps the
name, and nothing is drawn. Only what the text itself calls a village, an island or a river is
taken, so that no person and no company becomes a place.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from geo.gazetteer import fold
from geo.lexicon import long_list
from geo.model import Evidence, Precision, Resolution, Toponym
from layers.lexicon import table
from layers.standing import verb_before
from reading.model import Span
from reading.phrases import calendar_words
from reading.tokens import Tokens

_LONGEST = 4
_APPOSITION = 5
_LISTED = 12
_LONG_WORD = 5
_ARTICLES = frozenset({"a", "an", "the", "its"})
_PLAIN = frozenset({"hamlet", "island", "lake", "river", "village", "volcano"})
_WATERS = frozenset({"bay", "channel", "gulf", "lagoon", "lake", "passage", "sea", "strait"})
_LOCATIVES = frozenset({"at", "in", "near"})
_BEFORE_A_TOWN = frozenset(
    {"across", "around", "at", "from", "in", "into", "near", "outside", "through", "to"}
)
_SIDES = frozenset(
    {"east", "north", "northeast", "northwest", "outside", "outskirts", "south", "southeast"}
    | {"southwest", "west"}
)
_LOCALS = frozenset(
    {"farmer", "farmers", "herder", "herders", "inhabitants", "mayor", "resident", "residents"}
    | {"shopkeeper", "shopkeepers", "villager", "villagers"}
)
_INTO = frozenset({"into", "through", "toward", "towards"})
_WHERE = frozenset({"at", "in"})
_ENTERING = frozenset(
    {"advance", "cross", "drive", "flee", "march", "move", "pass", "push", "ride", "sweep", "walk"}
)
_OVERRUNNING = frozenset({"besiege", "overrun", "recapture", "retake", "shell"})
_BEFALLING = frozenset(
    {"abduct", "burn", "clash", "collapse", "crash", "die", "explode", "injure", "kidnap", "kill"}
    | {"shoot", "wound"}
)
_JOINED_VERBS = ("ed", "-held", "-run")
_WORDS = long_list("words")
_JOINS = frozenset({",", "and", "or"})
_TOWNS = frozenset({"city", "district", "point"})
_VERBS = frozenset({"AX", "BE", "MD", "PS", "VF"})
_PHRASE = frozenset({"JJ", "NN", "NP", "PS"})
_HOLDING = frozenset({"literal", "vague_region"})


def unlocated(
    sentences: Sequence[Tokens],
    resolutions: Sequence[Resolution],
    text: str,
    by_hand: Iterable[Span] = (),
) -> tuple[Resolution, ...]:
    """Return the places without a record, each wherever its name stands.

    Parameters
    ----------
    sentences : sequence of Tokens
        The tagged words of the text.
    resolutions : sequence of Resolution
        What the gazetteer knows; its words are left alone.
    text : str
    by_hand : iterable of Span
        Mentions that somebody has decided on: one that is dropped is no place.

    Returns
    -------
    tuple of Resolution
        In text order, without place and position.
    """
    taken = _offsets((*(resolution.toponym.span for resolution in resolutions), *by_hand))
    known = {resolution.toponym.core for resolution in resolutions}
    runs = [
        (tokens, first, last)
        for tokens in sentences
        for first, last in _runs(tokens)
        if not _is_person(tokens, first)
        if taken.isdisjoint(range(tokens[first].start, tokens[last - 1].end))
    ]
    starts = {r.toponym.span.start for r in resolutions if r.toponym.kind in _HOLDING}
    names = [_called(*run) for run in runs]
    called: dict[str, str] = {}
    short: dict[str, str] = {}
    for (tokens, first, last), (name, kind) in zip(runs, names, strict=True):
        settled = kind is None and (
            _lies_within(tokens, first, last, starts)
            or _is_lived_in(tokens, first, last)
            or _is_gone_into(tokens, first, last)
        )
        found_kind = "settlement" if settled else kind
        if found_kind is not None and name not in known and not _is_headline(tokens):
            called.setdefault(name, found_kind)
            if name.lower().endswith(f" {found_kind}"):
                short.setdefault(name[: -len(found_kind) - 1], name)
    towns = {r.toponym.span.start for r in resolutions if r.precision in _TOWNS}
    towns |= {
        t[first].start
        for (t, first, _), (name, _) in zip(runs, names, strict=True)
        if name in called
    }
    for (tokens, first, last), (name, _) in zip(runs, names, strict=True):
        if name not in called and name not in known and _is_beside(tokens, first, last, towns):
            called[name] = "settlement"
    found = []
    for (tokens, first, last), (printed, _) in zip(runs, names, strict=True):
        longer = short.get(printed)
        in_full = longer is None or not (
            printed in called or _is_there(tokens, first, called[longer])
        )
        name = printed if in_full or longer is None else longer
        if name in called:
            found.append(_resolution(tokens, first, last, name, called[name], text))
    return tuple(found)


def _is_headline(tokens: Tokens) -> bool:
    """Say whether all longer words are capitals: "Holiday Island Burns" names no island."""
    longer = [token.text[0] for token in tokens if len(token.text) >= _LONG_WORD]
    return len(longer) >= _LONGEST and all(map(str.isupper, longer))


def _is_beside(tokens: Tokens, first: int, last: int, towns: AbstractSet[int]) -> bool:
    """Say whether a name stands in a list with a town: "into Tahoua, Kwari and Dankal"."""
    joined = (first > 0 and tokens[first - 1].lower in _JOINS) or (
        last < len(tokens) and tokens[last].lower in _JOINS
    )
    if not joined or any(token.noun for token in tokens[first:last]):
        return False
    members = [first]
    at = first
    while at > 1 and tokens[at - 1].lower in _JOINS and tokens[at - 2].tag == "NP":
        at -= 2
        while at > 0 and tokens[at - 1].tag == "NP":
            at -= 1
        members.append(at)
    end = last
    while end + 1 < len(tokens) and tokens[end].lower in _JOINS and tokens[end + 1].tag == "NP":
        members.append(end + 1)
        end += 1
        while end < len(tokens) and tokens[end].tag == "NP":
            end += 1
    goes_on = end < len(tokens) and tokens[end].tag in _VERBS
    placed = at > 0 and tokens[at - 1].lower in _BEFORE_A_TOWN
    return placed and not goes_on and any(tokens[n].start in towns for n in members)


def _is_there(tokens: Tokens, first: int, kind: str) -> bool:
    """Say whether a name without its kind stands as a place would: "in Orvel", "the Orvel"."""
    if first == 0:
        return False
    before = tokens[first - 1].lower
    if table("place_types")[kind]["precision"] == "vague_area":
        return before == "the"
    return before in _BEFORE_A_TOWN


def as_typed(
    sentences: Sequence[Tokens], resolutions: Sequence[Resolution]
) -> tuple[Resolution, ...]:
    """Return the resolutions, none of them a town where the text says region, river or valley.

    "The region of Arequipa" is the region if the gazetteer knows one; "the Colca valley" is no town
    of Colca, and keeps its name without a position. What points back must agree in kind.
    """
    starts = [tokens[0].start for tokens in sentences if tokens]
    filled = [tokens for tokens in sentences if tokens]
    settled = []
    for resolution in resolutions:
        number = bisect_right(starts, resolution.toponym.span.start) - 1
        tokens = filled[number] if number >= 0 else Tokens()
        settled.append(_as_typed(tokens, resolution))
    return _as_islands(resolutions, settled)


def _as_islands(
    resolutions: Sequence[Resolution], settled: Sequence[Resolution]
) -> tuple[Resolution, ...]:
    """Return the resolutions, every mention of an island as that and not as its town."""
    islands = {
        after.toponym.core: after
        for before, after in zip(resolutions, settled, strict=True)
        if before.precision == "city" and after.place is None and _is_island(after)
    }
    if not islands:
        return tuple(settled)
    return tuple(
        islands[r.toponym.core]._replace(toponym=r.toponym)
        if r.precision == "city" and r.toponym.core in islands and r.toponym.qualifier is None
        else r
        for r in settled
    )


def _is_island(resolution: Resolution) -> bool:
    return _says(resolution.name, "island") in resolution.evidence


def _as_typed(tokens: Tokens, resolution: Resolution) -> Resolution:
    toponym, place = resolution.toponym, resolution.place
    if toponym.kind == "anaphor":
        return _agreeing(resolution)
    is_land = toponym.kind in {"literal", "vague_region"} and resolution.precision != "city"
    if is_land and place is not None:
        return _as_water(tokens, resolution)
    if toponym.kind != "literal" or place is None or resolution.precision != "city":
        return resolution
    first = bisect_left(tokens.starts, toponym.span.start)
    last = bisect_left(tokens.starts, toponym.span.end)
    if first == last:
        return resolution
    name, kind = _called(tokens, first, last, apposed=False)
    precision = table("place_types")[kind]["precision"] if kind else "city"
    if kind is None or precision == "city":
        return resolution
    if fold(place.name) == fold(name) and fold(name).endswith(kind):
        # Fall River is a town.
        return resolution
    for candidate in resolution.candidates:
        other = candidate.place
        if other.precision == precision and other.country_code == place.country_code:
            return resolution._replace(
                place=other,
                name=other.name,
                precision=other.precision,
                latitude_deg=other.latitude_deg,
                longitude_deg=other.longitude_deg,
                evidence=(*resolution.evidence, _says(name, kind)),
            )
    if precision == "district":
        # A town gives its name to the district around it; its point lies within.
        return resolution._replace(
            precision="district",
            evidence=(*resolution.evidence, _says(name, kind)),
        )
    return resolution._replace(
        place=None,
        name=name,
        precision=precision,  # type: ignore[arg-type]
        latitude_deg=None,
        longitude_deg=None,
        confidence=0.0,
        evidence=(_says(name, kind),),
    )


def _as_water(tokens: Tokens, resolution: Resolution) -> Resolution:
    """Return a land as it is, but for the sea that is named after it: "the Åland Sea"."""
    span = resolution.toponym.span
    following = bisect_left(tokens.starts, span.end)
    after = tokens[following] if following < len(tokens) else None
    if after is None or after.tag != "NP" or after.lower not in _WATERS:
        return resolution
    name = f"{resolution.toponym.core} {after.text}"
    return resolution._replace(
        toponym=resolution.toponym._replace(
            span=Span(span.start, after.end),
            text=f"{resolution.toponym.text} {after.text}",
        ),
        place=None,
        name=name,
        precision="vague_area",
        latitude_deg=None,
        longitude_deg=None,
        confidence=0.0,
        evidence=(_says(name, after.lower),),
    )


def _agreeing(resolution: Resolution) -> Resolution:
    """Return what "the island" points back to, unless that is a town; "the city" is no province."""
    row = table("place_types").get(resolution.toponym.text.split()[-1].lower())
    if row is None or (row["precision"] == "city") == (resolution.precision in {"city", "point"}):
        return resolution
    return resolution._replace(place=None, precision="none", latitude_deg=None, longitude_deg=None)


def _says(name: str, kind: str) -> Evidence:
    return Evidence("typed", 0.0, f"the text calls {name} a {kind}")


def _is_person(tokens: Tokens, first: int) -> bool:
    """Say whether a title stands before: "Police chief Roberto Eid Forest" is no forest."""
    if first == 0 or tokens[first - 1].tag not in {"JJ", "NN"}:
        return False
    noun = tokens[first - 1].noun
    return noun is not None and noun.title and not noun.body


def _lies_within(tokens: Tokens, first: int, last: int, starts: set[int]) -> bool:
    """Say whether "In Tawila, in North Darfur state," tells where a name without a record lies."""
    if first == 0 or tokens[first - 1].lower not in _LOCATIVES or last + 2 >= len(tokens):
        return False
    if tokens[last].text != "," or any(token.noun for token in tokens[first:last]):
        return False
    after = last + 1
    if tokens[after].lower in {"in", "near"}:
        after += 1 + (tokens[after + 1].tag == "DT")
    return after < len(tokens) and tokens[after].start in starts


def _is_lived_in(tokens: Tokens, first: int, last: int) -> bool:
    """Say whether "a farmer from Tawila", "residents of Tawila", "Tawila resident" live there."""
    if any(token.noun for token in tokens[first:last]):
        return False
    if last < len(tokens) and tokens[last].lower in _LOCALS:
        return True
    if first < 2:
        return False
    before, noun = tokens[first - 1].lower, tokens[first - 2].lower
    if before == "near" or (before == "of" and noun in _SIDES):
        goes_on = last < len(tokens) and tokens[last].tag in _PHRASE
        return not goes_on  # "near Unity party offices" is no town
    return before in {"from", "in", "of"} and noun in _LOCALS


def _is_gone_into(tokens: Tokens, first: int, last: int) -> bool:
    """Say whether people moved "into Tawila", "overran Tawila", or "were killed in Tawila".

    Its words are none of the language, and so no operation, ship or festival.
    """
    if first < 2 or any(
        t.noun or not t.text.istitle() or _WORDS[t.lower] for t in tokens[first:last]
    ):
        return False
    after = tokens[last] if last < len(tokens) else None
    if after is not None and after.tag in {"NN", "PS"} and after.lower != "overnight":
        return False
    before = tokens[first - 1]
    if before.lemma in _OVERRUNNING:
        return True
    verbs = _ENTERING if before.lower in _INTO else _BEFALLING if before.lower in _WHERE else None
    return verbs is not None and verb_before(tokens, first - 1) in verbs


def _offsets(spans: Iterable[Span]) -> set[int]:
    return {offset for span in spans for offset in range(span.start, span.end)}


def _runs(tokens: Tokens) -> Iterable[tuple[int, int]]:
    """Yield the runs of words that are names."""
    no_names = calendar_words()
    lowers = tokens.lowers
    names = [
        n
        for n, tag in enumerate(tokens.tags)
        if tag == "NP" and lowers[n] not in no_names
        if "-" not in lowers[n] or not lowers[n].endswith(_JOINED_VERBS)
    ]
    first = 0
    for rank, at in enumerate(names, start=1):
        if rank == len(names) or names[rank] != at + 1:
            if rank - first <= _LONGEST:
                yield names[first], at + 1
            first = rank


def _called(
    tokens: Tokens, first: int, last: int, *, apposed: bool = True
) -> tuple[str, str | None]:
    """Return a name, and what the text calls it: "village", "island", "river" or nothing."""
    types = table("place_types")
    words = [token.text for token in tokens[first:last]]
    if len(words) > 1 and words[-1].lower() in types:
        rules = words[0].endswith("ic")  # "Islamic State" is an army
        return " ".join(words), None if rules else words[-1].lower()
    name = " ".join(words)
    if len(words) > 1 and table("place_types").get(words[0].lower(), {}).get("leads") == "yes":
        return name, words[0].lower()
    after = tokens[last].lower if last < len(tokens) else ""
    if after in types and not after.endswith("s"):
        return f"{name} {tokens[last].text}", after
    if (listed := _before(tokens, first) or _after(tokens, last)) is not None:
        return name, listed
    return name, _apposed(tokens, last) if apposed else None


def _before(tokens: Tokens, first: int) -> str | None:
    """Return the type in "the village of X", and in "the provinces of X and Y" for both."""
    types, at = table("place_types"), first - 1
    lowest = max(0, first - _LISTED)
    while at > lowest and tokens[at].lower in {",", "and"}:
        at -= 1
        while at > lowest and tokens[at].tag == "NP":
            at -= 1
    if at == first - 1 >= 1 and tokens[at].lower in _PLAIN and tokens[at - 1].tag == "DT":
        return tokens[at].lower
    if at < 1 or tokens[at].lower != "of" or tokens[at - 1].lower not in types:
        return None
    kind = tokens[at - 1].lower
    return kind if at == first - 1 or kind.endswith("s") else None


def _after(tokens: Tokens, last: int) -> str | None:
    """Return the type in "X, Y and Z counties" for each of them."""
    for at in range(last, min(len(tokens), last + _LISTED)):
        token = tokens[at]
        if token.lower in table("place_types") and token.lower.endswith("s"):
            return token.lower
        if token.tag != "NP" and token.lower not in {",", "and"}:
            return None
    return None


def _apposed(tokens: Tokens, last: int) -> str | None:
    """Return the type in ", a trading town"."""
    if last + 1 >= len(tokens) or tokens[last].text != ",":
        return None
    if tokens[last + 1].lower not in _ARTICLES:
        return None
    for at, token in enumerate(tokens[last + 2 : last + _APPOSITION], last + 3):
        if token.lower in table("place_types"):
            titled = at < len(tokens) and tokens[at].tag in {"NN", "PS"}
            return None if titled else token.lower  # "Ada Orne, the district judge"
        if token.tag not in {"JJ", "NN", "VG", "VN", "NP"}:
            return None
    return None


def _resolution(
    tokens: Tokens, first: int, last: int, name: str, kind: str, text: str
) -> Resolution:
    end = last + 1 if last < len(tokens) and tokens[last].lower == kind else last
    span = Span(tokens[first].start, tokens[end - 1].end)
    precision: Precision = table("place_types")[kind]["precision"]  # type: ignore[assignment]
    words = f"the text calls {name} a {kind}; the gazetteer has no record of it"
    return Resolution(
        toponym=Toponym(span, span.of(text), "literal", name, rules=("place:unlocated",)),
        place=None,
        name=name,
        precision=precision,
        latitude_deg=None,
        longitude_deg=None,
        confidence=0.0,
        evidence=(Evidence("unlocated", 0.0, words),),
    )
