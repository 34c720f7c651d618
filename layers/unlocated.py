"""Places that a report names and the gazetteer does not know.

"The village of Kok-Tash" is a place even where no record of it is at hand: the claim keeps the
name, and nothing is drawn. Only what the text itself calls a village, an island or a river is
taken, so that no person and no company becomes a place.
"""

from collections.abc import Iterable, Sequence

from geo.model import Evidence, Precision, Resolution, Toponym
from layers.appellatives import appellative
from layers.lexicon import table
from layers.settlements import BEFORE_A_TOWN, is_beside, is_gone_into, is_lived_in, lies_within
from reading.model import Span
from reading.phrases import calendar_words
from reading.tokens import Tokens

_LONGEST = 4
_LONG_WORD = 5
_JOINED_VERBS = ("ed", "-held", "-run")
_TOWNS = frozenset({"city", "district", "point"})
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
    names = [appellative(*run) for run in runs]
    called: dict[str, str] = {}
    short: dict[str, str] = {}
    for (tokens, first, last), (name, kind) in zip(runs, names, strict=True):
        settled = kind is None and (
            lies_within(tokens, first, last, starts)
            or is_lived_in(tokens, first, last)
            or is_gone_into(tokens, first, last)
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
        if name not in called and name not in known and is_beside(tokens, first, last, towns):
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


def _is_there(tokens: Tokens, first: int, kind: str) -> bool:
    """Say whether a name without its kind stands as a place would: "in Orvel", "the Orvel"."""
    if first == 0:
        return False
    before = tokens[first - 1].lower
    if table("place_types")[kind]["precision"] == "vague_area":
        return before == "the"
    return before in BEFORE_A_TOWN


def _is_person(tokens: Tokens, first: int) -> bool:
    """Say whether a title stands before: "Police chief Roberto Eid Forest" is no forest."""
    if first == 0 or tokens[first - 1].tag not in {"JJ", "NN"}:
        return False
    noun = tokens[first - 1].noun
    return noun is not None and noun.title and not noun.body


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
