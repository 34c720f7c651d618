"""By which words two names are of one speaker: surnames, owners, the short name of a body."""

import unicodedata
from collections.abc import Iterator, Sequence

from reading.lexicon import long_table
from reading.phrases import Range, Tokens

_ARTICLES = frozenset({"al-", "el-", "ul-", "ad-", "as-", "ar-"})
_OWN_NAMED = frozenset({"ministry", "minister", "agency", "department", "office", "secretary"})
_LONGEST_FULL_NAME = 12
_SMALL_WORDS = frozenset({"and", "for", "in", "of", "on", "the", "to"})


def acronyms(tokens: Tokens) -> Iterator[tuple[str, Range]]:
    """Yield each short form in brackets with the words that it is made of.

    "the National Electoral Council (NEC)" gives NEC and the range of the three words.
    """
    for index in range(2, len(tokens) - 2):
        short = tokens[index + 1].text
        if tokens[index].text != "(" or tokens[index + 2].text != ")" or not short.isupper():
            continue
        initials = ""
        for start in range(index - 1, max(-1, index - 1 - _LONGEST_FULL_NAME), -1):
            word = tokens[start]
            if word.text[0].isupper():
                initials = word.text[0] + initials
            elif word.lower not in _SMALL_WORDS:
                break
            if initials == short and len(short) > 1:
                yield short, (start, index)
                break


def words_of_name(name: str) -> list[str]:
    """Return the words by which a name is known again: "Al-Moallem" and "al-Moallem" are one."""
    return [
        word.partition("-")[2] if word[:3] in _ARTICLES else word for word in name.lower().split()
    ]


def without_owner(words: list[str]) -> list[str]:
    """Return the words of "Berg" in "the coalition’s Berg"."""
    owned = [n for n, word in enumerate(words[:-1]) if word.endswith(("’s", "'s", "s’", "s'"))]
    return words[owned[-1] + 1 :] if owned else words


def stands_in(words: Sequence[str], others: Sequence[str]) -> int | None:
    """Return where the words stand side by side among the others."""
    size = len(words)
    reach = range(len(others) - size + 1)
    return next((n for n in reach if list(others[n : n + size]) == list(words)), None)


def named_in(words: Sequence[str], role: Sequence[str]) -> str | None:
    """Return "Orvel Observatory for Peace" of "head of the Orvel Observatory for Peace"."""
    start = stands_in(words, role)
    if start is None:
        return None
    end = start + len(words)
    while start and role[start - 1][:1].isupper() and "-" not in role[start - 1]:
        start -= 1
    while end < len(role) and (
        role[end][:1].isupper()
        or (
            role[end] in {"and", "for", "of"}
            and role[end + 1 : end + 2]
            and role[end + 1].istitle()
        )
    ):
        end += 1
    longer = end - start > len(words)
    return " ".join(role[start:end]) if longer else None


def differ(words: Sequence[str], others: Sequence[str], head: str) -> bool:
    """Say whether two bodies or offices go by different words: "interior", "foreign ministry"."""
    if head not in _OWN_NAMED:
        return False
    own, other = words.index(head) if head in words else 0, others.index(head)
    return own > 0 and other > 0 and words[own - 1] != others[other - 1]


def gender_by_name(name: str) -> str | None:
    """Return "f" or "m" where the first of several names is given to women or to men only.

    >>> gender_by_name("Laura Berg"), gender_by_name("José Berg"), gender_by_name("Berg")
    ('f', 'm', None)
    """
    first, _, others = name.partition(" ")
    if not others:
        return None
    plain = unicodedata.normalize("NFKD", first).encode("ascii", "ignore").decode().lower()
    given = long_table("given_names")
    return given[plain] or given[plain.partition("-")[0]]
