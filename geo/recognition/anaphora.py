"""Words that point back to a place: "the region", "the area", "his country"."""

from collections.abc import Mapping, Sequence
from typing import Final

from geo.lexicon import word_set, words_as
from geo.model import Toponym
from geo.recognition.names import Name
from geo.recognition.people import People
from geo.recognition.tokens import LOWER, Tokens
from reading.model import Span

_POINTERS: Final = frozenset({"the", "this", "that"})
_REGION_NOUNS: Final = frozenset({"region", "area", "province", "oblast", "peninsula", "enclave"})
_OWNERS: Final = frozenset({"his", "her"})
_HOMES: Final = frozenset({"country", "nation", "homeland"})
_POINTED: Final = _REGION_NOUNS | _HOMES
_REACH_CHARS: Final = 400


def find_anaphors(
    tokens: Tokens, names: Sequence[Name], people: People, toponyms: Sequence[Toponym]
) -> list[Toponym]:
    """Return the words that point back to a place that the text has named.

    "The region" points to the last place that was called a region or described as one, not to what
    merely says where that lies ("the Kursk region in western Russia": Kursk). "His country" points
    to the country of the last person of whom the text tells one ("Russian President Putin").
    """
    out: list[Toponym] = []
    if _POINTED.isdisjoint(tokens.words):
        return out
    regions = _antecedents(tokens.text, toponyms)
    homes = _homes(tokens, names, people)
    last_reach = -1
    for index in range(1, len(tokens)):
        word = tokens.words[index]
        if word not in _POINTED:
            continue
        before = tokens.words[index - 1]
        if tokens.shapes[index] != LOWER or tokens.gap(index - 1) != " ":
            continue
        start = tokens.offsets[tokens.starts[index - 1]]
        end = tokens.span(tokens.starts[index], tokens.ends[index])[1]
        antecedent: Toponym | None = None
        if word in _REGION_NOUNS and before in _POINTERS and not _goes_on(tokens, index):
            antecedent = _last(regions, start)
            if (
                antecedent is not None
                and start - max(antecedent.span.end, last_reach) > _REACH_CHARS
            ):
                antecedent = None
            elif antecedent is not None:
                last_reach = end
        elif word in _HOMES and before in _OWNERS:
            antecedent = _home_before(tokens, homes, index)
        if antecedent is not None:
            out.append(
                Toponym(
                    Span(start, end),
                    tokens.text[start:end],
                    "anaphor",
                    antecedent.core,
                    antecedent.qualifier,
                    None,
                    (*antecedent.rules, "points back"),
                )
            )
    return out


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Tell whether the noun goes on: "the area of Goma", "the region around Lake Chad"."""
    return tokens.gap(index) == " " and index + 1 < len(tokens) and tokens.words[index + 1] in (
        "of", "around", "between", "near", "surrounding", "s",
    )  # fmt: skip


def _antecedents(text: str, toponyms: Sequence[Toponym]) -> list[Toponym]:
    """Return the toponyms that "the region" can point to, in text order."""
    out = []
    ordered = sorted(toponyms, key=lambda item: item.span)
    for index, item in enumerate(ordered):
        called = bool(words_as("region") & set((item.qualifier or "").split()))
        if not called and item.kind != "vague_region":
            continue
        before = ordered[index - 1] if index else None
        if before is not None and text[before.span.end : item.span.start] in (" in ", ", in "):
            continue
        out.append(item)
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
    titles = word_set("titles")
    for name in names:
        if name.kind not in ("demonym", "literal") or not name.senses.is_state:
            continue
        at = name.last + 1
        if tokens.gap(name.last) == "'" and at < len(tokens) and tokens.words[at] == "s":
            at += 1
        titled = False
        while at < len(tokens) and at - name.last < 6 and tokens.words[at] in titles:
            titled = True
            at += 1
        if not titled:
            continue
        start, end = tokens.span(name.start, name.end)
        core = tokens.text[start:end]
        home = Toponym(Span(start, end), core, name.kind, core, None, None, (name.kind,))
        while (
            at < len(tokens)
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
