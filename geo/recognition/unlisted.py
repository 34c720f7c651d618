"""Villages and districts that no gazetteer lists: "the village of Nuwari", "Kapedo ward".

The text says that they are places, and near what: their toponyms carry the rule ``unlisted``, and
resolution puts them where their sentence says, as an area and not as a point.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from geo.cues import LOCATIVE, UNLISTED
from geo.lexicon import Memo, long_list, word_map, word_set
from geo.model import Toponym
from geo.recognition.names import Name
from geo.recognition.people import People
from geo.recognition.sought import Sought
from geo.recognition.tokens import LOWER, TITLE, Tokens
from reading.text import Span

_CALENDAR_WORDS: Final = word_set("calendar_words")
_COMPANY_WORDS: Final = word_set("company_words")
_LANDMARK_WORDS: Final = word_set("landmark_words")
_MEDIA_WORDS: Final = word_set("media_words")
_STANDS: Final = word_map("place_kinds")
_STOP_NAMES: Final = word_set("stop_names")
_STREET_WORDS: Final = word_set("street_words")
_TITLES: Final = word_set("titles")
_WORDS: Final = long_list("words")

_AFTER: Final = frozenset(word for word, stands in _STANDS.items() if stands != "before")
_BEFORE: Final = frozenset(word for word, stands in _STANDS.items() if stands != "after")
_KINDS: Final = Sought(_STANDS)
_LONGEST: Final = 3
_AFTER_LIST: Final = frozenset(
    {"after", "are", "as", "before", "for", "have", "in", "is", "last", "on", "since", "this"}
    | {"to", "was", "were", "when", "where", "which", "while", "with"}
)
_LAND: Final = frozenset({"literal", "vague_region"})
_MOST_LISTED: Final = 12
_LIES: Final = frozenset({"in", "at", "near", "outside", "from", "of", "around"})
_OFFICIAL: Final = frozenset(
    {
        "area",
        "areas",
        "council",
        "district",
        "government",
        "lga",
        "municipality",
        "subdistrict",
        "taluk",
        "taluka",
        "tehsil",
    }
    | {"territory", "township", "village", "ward", "woreda"}
)
_BESIDE: Final = frozenset({"in", "near", "outside", "off"})

Run = tuple[int, int]
"""First and last word of a name."""


def find_unlisted(
    tokens: Tokens, names: Sequence[Name], people: People, streets: Sequence[Span]
) -> list[Toponym]:
    """Return what the text calls a village, a town or a district, and no list knows.

    Parameters
    ----------
    tokens : Tokens
    names : sequence of Name
        What the gazetteer knows; its words are left alone.
    people : People
    streets : sequence of Span
        Streets, which are found already.
    """
    kinds = tokens.at(_KINDS)
    after = [name for name in names if _stands_after_comma(tokens, name)]
    before = [name for name in names if _may_open_list(tokens, name)]
    if not kinds and not after and not before:
        return []
    taken = set(people.words)
    for name in names:
        taken.update(range(name.first, min(name.last, name.first + _LONGEST) + 1))
    found: dict[int, Run] = {}  # by its first word: the last of the name, and of the toponym
    for index in kinds:
        for (first, last), end in _called(tokens, index, taken):
            found.setdefault(first, (last, end))
    for name in after:
        for first, last in _beside(tokens, name, taken):
            found.setdefault(first, (last, last))
    for name in before:
        for first, last in _listed(tokens, name, taken):
            found.setdefault(first, (last, last))
    if not found:
        return []
    _add_repeated(tokens, found, taken)
    out = []
    for first, (_, end) in sorted(found.items()):
        span = Span(*tokens.span(tokens.starts[first], tokens.ends[end]))
        if not any(street.overlaps(span) for street in streets):
            text = span.of(tokens.text)
            out.append(Toponym(span, text, "literal", text, None, None, ("literal", UNLISTED)))
    return out


def _called(tokens: Tokens, index: int, taken: set[int]) -> Iterator[tuple[Run, int]]:
    """Yield the names that a word calls a village, and where the toponym ends."""
    word, shape = tokens.words[index], tokens.shapes[index]
    if shape == LOWER and word in _BEFORE and tokens.words[index + 1 : index + 2] == ["of"]:
        yield from _list_after(tokens, index + 2, taken, several=_is_plural(word))
    if word not in _AFTER or not index or tokens.gaps[index - 1] != " ":
        return
    end = index
    if word == "local":
        end = _local_government(tokens, index)
        if end == index:
            return
    if shape == LOWER:
        for run, last in _list_before(tokens, index - 1, taken, several=_is_plural(word)):
            if word != "area" or _leads(tokens, run[0] - 1):
                yield run, last
    elif tokens.words[end] in _OFFICIAL and not tokens.joined(end):
        whole = _run_before(tokens, index - 1, taken)
        if whole is not None:
            yield whole, end


def _leads(tokens: Tokens, at: int) -> bool:
    """Tell whether a word before a name says that it is an area: "in the Hardee area"."""
    word = tokens.words[at]
    return word in _LIES or (word == "the" and tokens.words[at - 1] in _LIES)


def _is_plural(word: str) -> bool:
    return word.endswith("s")


def _local_government(tokens: Tokens, index: int) -> int:
    """Return the last word of "Local Government Area", as far as it stands there."""
    if tokens.words[index + 1 : index + 2] != ["government"]:
        return index
    area = tokens.words[index + 2 : index + 3] in (["area"], ["areas"], ["council"])
    return index + 2 if area else index + 1


def _list_after(
    tokens: Tokens, first: int, taken: set[int], *, several: bool
) -> Iterator[tuple[Run, int]]:
    """Yield the names that begin at a word: one, or all of "of Nuwari, Musari and Walori"."""
    for _ in range(_MOST_LISTED if several else 1):
        last = first
        while tokens.joined(last):
            last += 1
        if not tokens.is_capital(first):
            return
        if taken.isdisjoint(range(first, last + 1)) and _is_name(tokens, first, last):
            yield (first, last), last
        first = last + 1
        if tokens.words[first : first + 1] == ["and"]:
            first += 1
        elif tokens.gaps[last] != ", ":
            return


def _list_before(
    tokens: Tokens, last: int, taken: set[int], *, several: bool
) -> Iterator[tuple[Run, int]]:
    """Yield the names that end at a word: one, or all of "Nuwari, Musari and Walori villages"."""
    for _ in range(_MOST_LISTED if several else 1):
        if not tokens.is_capital(last):
            return
        first = _opening(tokens, last)
        if taken.isdisjoint(range(first, last + 1)) and _is_name(tokens, first, last):
            yield (first, last), last
        last = first - 1
        if last > 0 and tokens.words[last] == "and":
            last -= 1
        elif last < 0 or tokens.gaps[last] != ", ":
            return


def _opening(tokens: Tokens, last: int) -> int:
    """Return the first word of a run of capitals, without the one that a sentence begins with."""
    first = last
    while first and tokens.joined(first - 1):
        first -= 1
    opens = first < last and tokens.starts_sentence(first)
    return first + 1 if opens and _WORDS[tokens.words[first]] else first


def _run_before(tokens: Tokens, last: int, taken: set[int]) -> Run | None:
    """Return the name that ends at a word, as far as it is one."""
    first = _opening(tokens, last)
    free = tokens.is_capital(last) and taken.isdisjoint(range(first, last + 1))
    return (first, last) if free and _is_name(tokens, first, last) else None


def _stands_after_comma(tokens: Tokens, name: Name) -> bool:
    """Tell whether a name stands after a comma, or a preposition that does."""
    at = name.first - 1
    gap = tokens.gaps[at]
    if gap == " " and tokens.words[at] in _BESIDE:
        at -= 1
        gap = tokens.gaps[at]
    return gap == ", " and at > 0 and name.kind in _LAND


def _beside(tokens: Tokens, name: Name, taken: set[int]) -> Iterator[Run]:
    """Yield the name in "at Castlefarm, near Dunboyne": it lies by the one that is known."""
    at = name.first - 1
    run = _run_before(tokens, at if tokens.gaps[at] == ", " else at - 1, taken)
    if run is not None and _lies(tokens, run[0]):
        yield run


def _lies(tokens: Tokens, first: int) -> bool:
    """Tell whether a preposition of place stands before a name."""
    at = first - 1
    lies = at >= 0 and tokens.words[at] in _LIES and tokens.gaps[at] == " "
    return lies and tokens.shapes[at] == LOWER


def _may_open_list(tokens: Tokens, name: Name) -> bool:
    """Tell whether a name stands like a place, and a comma or "and" after it."""
    gap = tokens.gaps[name.last]
    if gap != ", " and (gap != " " or tokens.words[name.last + 1 : name.last + 2] != ["and"]):
        return False
    return name.kind == "literal" and LOCATIVE in name.cues


def _listed(tokens: Tokens, name: Name, taken: set[int]) -> Iterator[Run]:
    """Yield the strange names in "in Yola, Nuwari and Walori": all stand like the known one."""
    gap = tokens.gaps[name.last]
    found: list[Run] = []
    first, closed = name.last + 1, False
    for _ in range(_MOST_LISTED):
        if tokens.words[first : first + 1] == ["and"] and tokens.gaps[first] == " ":
            first, closed = first + 1, True
        elif gap != ", ":
            return
        if not tokens.is_capital(first):
            return
        last = first
        while tokens.joined(last):
            last += 1
        if taken.isdisjoint(range(first, last + 1)):
            if not _is_name(tokens, first, last):
                return
            found.append((first, last))
        if closed:
            break
        gap, first = tokens.gaps[last], last + 1
    if closed and _ends_list(tokens, last):
        yield from found


def _ends_list(tokens: Tokens, last: int) -> bool:
    """Tell whether a list ends with a name: no verb follows, whose subject that would be."""
    return tokens.gaps[last] != " " or tokens.words[last + 1] in _AFTER_LIST


def _add_repeated(tokens: Tokens, found: dict[int, Run], taken: set[int]) -> None:
    """Add the other mentions of the names that were found."""
    names = {tuple(tokens.words[first : last + 1]) for first, (last, _) in found.items()}
    words = {word for first, (_, end) in found.items() for word in range(first, end + 1)}
    firsts = {name[0] for name in names}
    for at in tokens.capitals:
        if tokens.words[at] not in firsts or tokens.shapes[at] != TITLE:
            continue
        if at in words or tokens.joined(at - 1):
            continue
        last = at
        while tokens.joined(last):
            last += 1
        whole = tuple(tokens.words[at : last + 1]) in names
        if whole and taken.isdisjoint(range(at, last + 1)):
            found[at] = last, last


def _is_name(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether capitals can be the name of a village: no words of the language alone."""
    span = range(first, last + 1)
    if last - first >= _LONGEST or any(tokens.shapes[at] != TITLE for at in span):
        return False
    words = tokens.words[first : last + 1]
    return any(map(_STRANGE.__getitem__, words)) and not any(map(_REFUSED.__getitem__, words))


_STRANGE: Final = Memo(lambda word: not _WORDS[word] and len(word) > 1)


def _is_refused(word: str) -> bool:
    """Tell whether no village is called by a word: months, titles, companies."""
    if word in _CALENDAR_WORDS or word in _TITLES or word in _STOP_NAMES:
        return True
    if word in _LANDMARK_WORDS or word in _STREET_WORDS:
        return True
    return word in _COMPANY_WORDS or word in _MEDIA_WORDS


_REFUSED: Final = Memo(_is_refused)
