"""A speaker and the channel of his words: "the agency’s Telegram channel", "a Red Cross report"."""

from reading.nouns import media_nouns
from reading.phrases import Range, Tokens, phrase_right
from reading.tokens import NOUNS, Token

_ISSUING = frozenset({"release", "publish", "issue", "conduct", "compile", "provide", "obtain"})
_OUTLETS = frozenset({"radio", "television", "tv"})
"""Channels that speak for themselves: "Orvel’s state radio", "Zemblan television"."""
_FINDINGS = frozenset(
    {
        *("figures", "data", "report", "reports", "findings", "documents", "results", "study"),
        *("poll", "survey", "analysis", "estimate", "estimates", "statistics", "count", "tally"),
    }
)


def without_channel(tokens: Tokens, start: int, end: int) -> tuple[str | None, Range]:
    """Part "the agency’s Telegram channel" and "a statement from the agency" from the agency."""
    for index in range(start + 1, end):
        named = index + 1 < end and tokens[index + 1].tag == "NP"
        own = named and tokens[index + 1].lower not in media_nouns()  # "the Front's Al-Sula radio"
        if (
            tokens[index].tag == "PS"
            and not own
            and tokens[end - 1].lower not in _OUTLETS
            and any(tokens[n].lower in media_nouns() for n in range(index + 1, end))
        ):
            words = [tokens[n].text for n in range(index + 1, end) if tokens[n].tag in NOUNS]
            return " ".join(words), (start, index)
    owner = _owner_of_words(tokens, start, end)
    if owner is not None:
        return tokens[end - 1].text, owner
    for index in range(start + 1, end - 1):
        before = tokens[index - 1].lower
        issued = tokens[index - 1].lemma in _ISSUING
        if tokens[index].lower in {"from", "by", "of"} and (
            before in media_nouns()
            or (before in _FINDINGS and tokens[index - 1].tag != "NP")
            or issued
        ):
            inner = index + 1 + (tokens[index + 1].tag == "DT")
            stop = min(phrase_right(tokens, inner), end)
            if stop > inner:
                return tokens[index - 1].text, (inner, stop)
        if tokens[index].tag not in {"NN", "JJ", "VN", "CD", "NP", "DT", "RB"}:
            break
    return None, (start, end)


def _owner_of_words(tokens: Tokens, start: int, end: int) -> Range | None:
    """Return whose the words are in "the ministry statement" and "a Red Cross report"."""
    words = tokens[end - 1]
    if (
        end - start < 2
        or words.lower in _OUTLETS
        or words.tag != "NN"
        or (words.lower not in _FINDINGS and words.lower not in media_nouns())
    ):
        return None
    stop = end - 1
    while stop > start and not _owns(tokens[stop - 1]):
        stop -= 1
    plain = all(tokens[n].tag in {"NP", "NN", "JJ"} for n in range(start, end))
    return (start, stop) if stop > start and plain else None


def _owns(token: Token) -> bool:
    """Say whether words can be of whom a noun names; those of "state television" are its own."""
    noun = token.noun
    of_noun = noun is not None and (token.tag == "NN" or (token.tag == "JJ" and noun.body))
    named = of_noun and token.lower != "state"
    return token.tag == "NP" or named
