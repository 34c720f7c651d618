"""Who relays what somebody says: a paper that cites, the reporters it was told to, a post.

In "the Courier reports, citing two diplomats" and "witnesses quoted by the agency" one speaks and
another relays; "told a press conference" and "said in a broadcast" name the medium only.
"""

from reading.cues import Frame
from reading.nouns import media_nouns
from reading.phrases import Range, Tokens, is_temporal, phrase_right, words_of
from reading.regions import Region
from reading.tokens import NOUNS, Token

_PRESS = frozenset({"reporters", "journalists", "the media", "the press"})
_CITING = frozenset({"citing", "quoting"})
RELAYING = frozenset({"media", "state_media"})


def medium_of(tokens: Tokens, frame: Frame, text: str) -> str | None:
    """Return the medium in which somebody spoke: a post, a broadcast, remarks to reporters."""
    if frame.addressee is not None:
        words = words_of(tokens, frame.addressee, text)
        if words.lower() in _PRESS:
            return f"remarks to {words.lower()}"
    nouns, end = media_nouns(), min(max(frame.content, frame.end), len(tokens))
    near = enumerate(tokens.lowers[frame.start : end], frame.start)
    for index in [n for n, word in near if word in nouns and tokens[n].tag in NOUNS]:
        if frame.source is not None and frame.source[0] <= index < frame.source[1]:
            continue
        start = index
        while start > frame.start and tokens[start - 1].tag in {"NN", "NP", "JJ"}:
            start -= 1
        return words_of(tokens, (start, index + 1), text)
    return None


def messenger(tokens: Tokens, region: Region, frame: Frame, text: str) -> str | None:
    """Return who passes it on: the medium that quotes, or whom a speaker "told"."""
    where = region.via or frame.via
    if where is None and frame.source is not None:
        where = _quoted_by(tokens, frame.source)
    if where is None and frame.addressee is not None:
        where = _told(tokens, frame.addressee)
    if where is None:
        return None
    words = words_of(tokens, where, text)
    return words[4:] if words.lower().startswith("the ") else words


def _told(tokens: Tokens, addressee: Range) -> Range | None:
    """Return the name of the medium that somebody "told", without the day behind it."""
    start, end = addressee
    names = [n for n in range(start, end) if tokens[n].tag == "NP"]
    if not names or not any(_relays(tokens[n]) for n in range(start, end)):
        return None
    while end > names[0] + 1 and is_temporal(tokens, end - 1, end):
        end -= 1  # "told Reuters Monday"
    return names[0], end


def cited(tokens: Tokens, region: Region) -> Range | None:
    """Return whom "…, citing two diplomats" names: they speak, the medium relays."""
    low = min(region.start, region.evidence_start)
    high = max(region.end, region.evidence_end) - 1
    if region.frame is not None and region.frame.form == "after":
        high = min(high + 3, len(tokens) - 1)  # "…, the portal said, citing police"
    if _CITING.isdisjoint(tokens.lowers[low:high]):
        return None
    for index, token in enumerate(tokens[low:high], low):
        if token.lower in _CITING and token.quote < 0:
            end = phrase_right(tokens, index + 1)
            return (index + 1, end) if end > index + 1 else None
    return None


def _quoted_by(tokens: Tokens, source: Range) -> Range | None:
    """Return the medium of "witnesses quoted by the state news agency"."""
    for index in range(source[0], source[1] - 2):
        if tokens[index].lower in {"quoted", "cited", "interviewed"} and (
            tokens[index + 1].lower in {"by", "in"}
        ):
            return index + 2, max(phrase_right(tokens, index + 2), index + 3)
    return None


def _relays(token: Token) -> bool:
    """Say whether the word names a medium: "Reuters", "newspaper", "TRT"."""
    noun = token.noun
    if noun is not None:
        return noun.type in RELAYING
    acronym = token.text.isupper() and 2 < len(token.text) <= 5
    return (acronym and token.text.isalpha()) or token.lower in {"radio", "tv", "television"}
