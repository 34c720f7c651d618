"""What the nouns of a mention show: a title, a body, a channel, and which kind of speaker it is."""

from collections.abc import Sequence
from functools import cache

from reading.bodies import kind_of_body
from reading.lexicon import rows
from reading.model import SourceType
from reading.phrases import Range, Tokens
from reading.tokens import Token
from reading.words import SourceNoun

_GENERAL_OF = frozenset({"assembly", "council", "dynamics", "electric", "mills", "motors"})
_GENERALS = frozenset({"director", "secretary", "attorney", "consul", "governor", "solicitor"})
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
_STRONG: tuple[SourceType, ...] = (
    "intergovernmental_organisation",
    "intelligence_agency",
    "ministry",
    "eyewitness",
)
_UNIONS = frozenset({"european", "african"})


@cache
def media_nouns() -> frozenset[str]:
    """Return the nouns of channels: "briefing", "statement"."""
    return frozenset(row["noun"] for row in rows("media_nouns"))


def is_title(token: Token) -> bool:
    """Say whether the word stands before a person's name: "President", "Dr."."""
    return token.noun is not None and token.noun.title


def is_body(tokens: Tokens, start: int, end: int) -> bool:
    """Say whether a word of an organisation stands in the range."""
    nouns = [token.noun for token in tokens[start:end] if token.noun is not None]
    return True in [noun.body for noun in nouns]


def kind_of(tokens: Tokens, ranges: Sequence[Range]) -> tuple[SourceType | None, str | None]:
    """Return the kind of speaker that the words of a role or a name show, and the gender."""
    kinds, gender = _kinds(tokens, ranges)
    return min(kinds, key=_rank, default=None), gender


def _kinds(tokens: Tokens, ranges: Sequence[Range]) -> tuple[list[SourceType], str | None]:
    kinds: list[SourceType] = []
    gender: str | None = None
    for where in ranges:
        for index in range(*where):
            noun = tokens[index].noun
            if noun is None:
                continue
            gender = gender or noun.gender
            kind = _kind_at(tokens, index, where, noun)
            if kind is not None:
                kinds.append(kind)
    return kinds, gender


def _kind_at(tokens: Tokens, index: int, where: Range, noun: SourceNoun) -> SourceType | None:
    """Return the kind that one word shows where it stands: "prime minister", "former general"."""
    lower = tokens[index].lower
    before = tokens[index - 1].lower if index > where[0] else ""
    if "former" in [token.lower for token in tokens[where[0] : index]]:
        return "other"
    after = tokens[index + 1].lower if index + 1 < where[1] else ""
    if lower == "general" and (before in _GENERALS or after in _GENERAL_OF):
        return None
    if noun.type == "military_spokesperson" and _is_police(tokens, where):
        return "official_spokesperson"
    lesser = before in {"vice", "deputy"} or tokens[where[0]].lower in {"vice", "deputy"}
    if lower == "minister" and before == "prime":
        return "official_spokesperson" if lesser else "head_of_state"
    return "official_spokesperson" if noun.type == "head_of_state" and lesser else noun.type


def _is_police(tokens: Tokens, where: Range) -> bool:
    """Say whether a rank is one of the police: "police Lieutenant Berg"."""
    return any(tokens[n].lower == "police" for n in range(*where))


def _rank(kind: SourceType) -> int:
    return _RANKS.index(kind) if kind in _RANKS else len(_RANKS)


def body_kind(
    tokens: Tokens, where: Range, noun: SourceNoun | None
) -> tuple[SourceType | None, str | None]:
    """Return the kind and the gender that the words of a body or of people show."""
    kinds, gender = _kinds(tokens, [where])
    strong = [kind for kind in _STRONG if kind in kinds]
    if strong:
        return strong[0], gender
    words = {tokens[n].lower for n in range(*where)}
    if (kind := kind_of_body(words)) is not None:
        return kind, gender
    if noun is not None and noun.type not in {None, "other"}:
        heads = [n for n in range(*where) if tokens[n].noun is noun]
        kind = _kind_at(tokens, heads[-1], where, noun) if heads else noun.type
        return kind, noun.gender
    if "union" in words and words & _UNIONS:
        return "intergovernmental_organisation", gender
    return min(kinds, key=_rank, default=None), gender
