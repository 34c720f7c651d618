"""Which kind of speaker the words of a mention show: by whom they act for, by what they are.

A spokesman, a chief, a captain is of the kind of the body that stands beside the word: "police
captain", "captain of the team". An economist, a mayor, a witness is the same wherever they are. A
body is what its name says as a whole, else what its head noun says.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from reading.bodies import kind_of_body, names_company
from reading.lexicon import rows
from reading.model import SourceType
from reading.phrases import Range, Tokens
from reading.tokens import NOUNS, Token
from reading.words import SourceNoun, source_nouns

_PREPOSITIONS = frozenset({"of", "for", "at", "in", "from", "with", "to", "on", "near"})
_BELONGING = frozenset({"of", "for", "at", "with", "from"})
_LEADING = frozenset({"chair", "direct", "head", "lead", "manage", "run"})
_NOT_NOW = frozenset({"former", "ex", "one-time", "then"})
_GENERAL_OF = frozenset({"assembly", "council", "dynamics", "electric", "mills", "motors"})
_GENERALS = frozenset({"director", "secretary", "attorney", "consul", "governor", "solicitor"})
_FOR_NOW = frozenset(
    {"acting", "caretaker", "incumbent", "interim", "mr", "mrs", "ms", "outgoing", "senior"}
    | {"state", "then", "transitional", "vice"}
)
_LOCAL = frozenset({"city", "county", "district", "local", "municipal", "provincial", "regional"})
_LESSER = frozenset({"vice", "deputy"})
_STRONG: tuple[SourceType, ...] = (
    "intergovernmental_organisation",
    "intelligence_agency",
    "ministry",
    "eyewitness",
)
_OF_STATE = frozenset({"ministry", "government_metonym", "head_of_state", "official_spokesperson"})
_OF_NO_BODY = frozenset({"eyewitness", "unattributed_reports"})
_PARTS_OF_STATES = frozenset({"canton", "prefecture", "province", "region", "territory"})
_KNOWN_ANYWHERE: SourceType = "intergovernmental_organisation"
_RANKS: tuple[SourceType, ...] = (
    "military_spokesperson",
    "official_spokesperson",
    "head_of_state",
    "intergovernmental_organisation",
    "state_media",
    "media",
    "intelligence_agency",
    "ministry",
    "government_metonym",
    "eyewitness",
    "unattributed_reports",
)
_REMEMBERED = 1 << 14
_KNOWN: dict[tuple[object, ...], tuple[SourceType | None, str | None]] = {}
"""Kinds by the words of a role, which reports say over and over."""


@cache
def _acting() -> dict[str, dict[str, str]]:
    """Return the nouns of those who act for others, with what they are where nobody is named."""
    return {row["noun"]: row for row in rows("acting_nouns")}


def acts_for_others(word: str) -> bool:
    """Say whether a word is of who acts for another and is of no kind alone: "spokesman"."""
    return word in _acting()


def kind_of_role(tokens: Tokens, ranges: Sequence[Range]) -> tuple[SourceType | None, str | None]:
    """Return the kind of speaker that the words of a role or a body show, and the gender.

    The first range holds the role, any other what stands behind the name: "Captain … of the fleet".
    """
    called = tuple([(tokens.lowers[a:b], tokens.tags[a:b], tokens.nouns[a:b]) for a, b in ranges])
    known = _KNOWN.get(called)
    if known is None:
        if len(_KNOWN) >= _REMEMBERED:
            _KNOWN.clear()
        first, *others = [tokens[a:b] for a, b in ranges] or [()]
        nouns = [noun for _, _, part in called for noun in part if noun is not None]
        gender = next((noun.gender for noun in nouns if noun.gender), None)
        known = _KNOWN[called] = _kind(first, [*chain.from_iterable(others)]), gender
    return known


def kind_led(tokens: Tokens, where: Range) -> SourceType | None:
    """Return the kind of who "heads the disaster office", as a relative clause says it."""
    at = where[0]
    if tokens[at].lower != "who" or at + 1 >= where[1] or tokens[at + 1].lemma not in _LEADING:
        return None
    return _acted_for([], [tokens[n] for n in range(at + 2, where[1])])


def kind_of_belonging(tokens: Tokens, where: Range) -> SourceType | None:
    """Return the kind of whose name "of the coast guard" follows; None where it says nothing."""
    if tokens[where[0]].lower not in _BELONGING:
        return None
    return _acted_for([], [tokens[n] for n in range(where[0] + 1, where[1])])


def acts_for_a_name(words: str) -> bool:
    """Say whether a role is of somebody who acts for a name alone: "Velmar spokesman".

    Whether the name is that of a state or a town, and the speaker an official, reading cannot tell.
    """
    parts = words.replace("’s", "").replace("'s", "").split()
    lowers = [part.lower().strip(".,") for part in parts]
    acting = [_acting()[word]["of_name"] for word in lowers if word in _acting()]
    heads_staff = "secretary" in lowers and "general" in lowers
    if not heads_staff and "other" not in acting:
        return False
    if kind_of_body(set(lowers)) is not None:
        return False
    unknown = [
        part
        for part, lower in zip(parts, lowers, strict=True)
        if part[:1].isupper()
        and not (lower in source_nouns() or lower in _acting() or lower in _FOR_NOW)
    ]
    bodies = [word for word in lowers if word in source_nouns() and word not in _acting()]
    return bool(unknown) and not bodies


def _kind(first: Sequence[Token], others: Sequence[Token]) -> SourceType | None:
    lowers = [_plain(token.lower) for token in first]
    end = _end_of_phrase(first)
    if lowers and lowers[-1].startswith("spokes"):  # "Ministry of Trade spokeswoman"
        end = len(first)
    head = _head(first[:end])
    if lowers[:1] == ["forces"] and first[1:] and first[1].tag == "NP":
        return kind_of_body(set(lowers[1:])) or "other"  # "Forces Libres"
    if _NOT_NOW.intersection(lowers[:head]):
        return "other"
    words = {*lowers, *(_plain(token.lower) for token in others)}
    whole = kind_of_body(words, several=True)
    kinds = [*_kinds(first, lowers), *_kinds(others, [token.lower for token in others])]
    for named in (whole, kind_of_body(words), *kinds):
        if named == _KNOWN_ANYWHERE:
            return named
    if head is None:
        return whole or kind_of_body(words) or _first_in_rank(kinds)
    noun = first[head].noun
    if lowers[head] in _acting():
        kind = _acted_for(first[: head + 1], [*first[end + 1 :], *others])
        return _as_acting(kind, lowers, head, _acting()[lowers[head]]["alone"])
    if noun is not None and noun.type is not None and not noun.body:
        return kind_of_body(set(lowers[: head + 1]), several=True) or _own(noun, lowers, head)
    if noun is not None and noun.type == "ministry":  # "the civil protection ministry"
        whole = noun.type
    kind = whole or _body(noun, kinds, words)
    return "official_spokesperson" if kind == "ministry" and _LOCAL & words else kind


def _kinds(words: Sequence[Token], lowers: Sequence[str]) -> Iterator[SourceType]:
    """Yield what each word by itself would say of the speaker."""
    for at, token in enumerate(words):
        kind = token.noun.type if token.noun is not None else None
        if kind is not None and not _is_no_rank(lowers, at):
            yield kind


def _body(
    noun: SourceNoun | None, kinds: Sequence[SourceType], words: set[str]
) -> SourceType | None:
    """Return the kind of a body: by the strongest word, by its head, by any word of its name."""
    strong = [kind for kind in _STRONG if kind in kinds]
    if strong:
        return strong[0]
    if noun is not None and noun.type is not None:
        return noun.type
    return kind_of_body(words) or _first_in_rank(kinds)


def _own(noun: SourceNoun, lowers: Sequence[str], head: int) -> SourceType | None:
    """Return the kind of a role that is the same at any body: "prime minister", "mayor"."""
    before = lowers[head - 1] if head else ""
    if lowers[head] == "minister" and before == "prime":
        lesser = _LESSER.intersection(lowers[: head - 1])
        return "official_spokesperson" if lesser else "head_of_state"
    if noun.type == "head_of_state" and _LESSER.intersection(lowers[:head]):
        return "official_spokesperson"
    return noun.type


def _as_acting(
    kind: SourceType | None, lowers: Sequence[str], head: int, alone: str
) -> SourceType | None:
    """Return the kind of who acts for a body of a kind, or for nobody named."""
    if kind is not None:
        return kind
    lesser = _LESSER.intersection(lowers[:head]) or _PARTS_OF_STATES.intersection(lowers)
    if alone == "head_of_state" and lesser:
        return "official_spokesperson"
    return None if alone == "-" else alone  # type: ignore[return-value]


def _is_no_rank(lowers: Sequence[str], head: int) -> bool:
    """Say whether "general" is no rank: "secretary general", "General Motors"."""
    if lowers[head] != "general":
        return False
    after = lowers[head + 1] if head + 1 < len(lowers) else ""
    return (head > 0 and lowers[head - 1] in _GENERALS) or after in _GENERAL_OF


def _acted_for(before: Sequence[Token], after: Sequence[Token]) -> SourceType | None:
    """Return the kind of who acts for the bodies before and behind the word; None if none is told.

    Who speaks for a ministry is an official; who does for residents is no witness.
    """
    words = {_plain(token.lower) for token in (*before, *after)}
    return kind_for(kind_of_body(words, several=True) or _nearest(before, after))


def kind_for(body: SourceType | None) -> SourceType | None:
    """Return the kind of who acts for a body of a kind."""
    if body in _OF_STATE:
        return "official_spokesperson"
    return "other" if body in _OF_NO_BODY else body


def _nearest(before: Sequence[Token], after: Sequence[Token]) -> SourceType | None:
    """Return the kind of the body that stands next: last before the word, head of what follows."""
    end = _end_of_phrase(after)
    for token in (*reversed(before), *reversed(after[:end]), *after[end:]):
        if (kind := _kind_alone(token)) is not None:
            return kind
    return None


def _kind_alone(token: Token) -> SourceType | None:
    lower = _plain(token.lower)
    if lower in _acting():
        return None
    noun = token.noun
    if noun is not None and noun.type is not None:
        return noun.type
    if token.tag == "NP" and names_company(lower):
        return "other"
    return kind_of_body({lower})


def _end_of_phrase(words: Sequence[Token]) -> int:
    """Return where the first noun phrase ends: at a preposition or "and" behind a noun."""
    seen = False
    for at, token in enumerate(words):
        if seen and (token.lower in _PREPOSITIONS or token.tag in {"CC", "PU", "WH"}):
            return at
        seen = seen or token.tag in NOUNS or token.noun is not None
    return len(words)


def _head(words: Sequence[Token]) -> int | None:
    """Return the last word of a phrase that names a speaker."""
    lowers = [_plain(token.lower) for token in words]
    for at in range(len(words) - 1, -1, -1):
        known = words[at].noun is not None or lowers[at] in _acting()
        if known and not _is_no_rank(lowers, at):
            return at
    return None


def _plain(word: str) -> str:
    """Return a word without its full stops: "u.n." is "un"."""
    return word.replace(".", "") if "." in word else word


def _first_in_rank(kinds: Sequence[SourceType]) -> SourceType | None:
    known = [kind for kind in _RANKS if kind in kinds]
    return next(iter([*known, *kinds]), None)
