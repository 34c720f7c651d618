"""What a printed word shows by itself: so that it is looked up once and not for each word."""

from dataclasses import dataclass
from functools import cache

from reading.words import (
    SourceNoun,
    Tag,
    VerbForm,
    closed_words,
    common_nouns,
    source_nouns,
    verb_form,
)

_TYPED_DASHES = frozenset({"-", "--", "---"})
WEAK_MARKS = frozenset({",", "-", "’", "'", "(", ")", "/", "&"})
NAME_PARTICLES = frozenset(
    {
        *("al", "el", "bin", "ibn", "bint", "abu", "de", "da", "di", "du"),
        *("das", "del", "della", "do", "dos"),
        *("van", "von", "der", "den", "ter", "la", "le", "ul", "ur", "ash", "ad"),
    }
)
_HAVE = frozenset({"has", "have", "had", "hasn’t", "haven’t", "hadn’t", "’ve"})
_BE = frozenset(
    {
        *("is", "are", "was", "were", "am", "be", "been", "being", "isn’t", "aren’t"),
        *("wasn’t", "weren’t", "’re", "’m"),
    }
)
_DO = frozenset({"do", "does", "did", "don’t", "doesn’t", "didn’t"})
_WITH_PRONOUN = ("i’", "we’", "they’", "it’", "you’")


@dataclass(frozen=True, slots=True)
class Form:
    """A printed form.

    Parameters
    ----------
    lower : str
        In lower case with ’ for apostrophes.
    sure : Tag or None
        Tag and lemma of a word of the closed classes in lower case, wherever it stands, or of a
        figure.
    closed : str or None
        Tag of the closed class that it belongs to.
    verb : VerbForm or None
        What it is as a verb.
    speaker : SourceNoun or None
        What it says of a speaker; an acronym does so only as a name.
    is_mark, is_weak : bool
        A mark; one after which a sentence does not open anew.
    is_upper, is_lower : bool
        How it begins.
    is_particled, is_particle : bool
        A name with its particle, "al-Burhan"; the particle of one, "van".
    is_pronoun : bool
        "I", "we’re": never a name, nor is "according".
    is_acronym : bool
        In capitals all through.
    is_noun, looks_common : bool
        A common noun; one or its plural, or an adverb.
    """

    lower: str
    sure: Tag | None
    closed: str | None
    verb: VerbForm | None
    speaker: SourceNoun | None
    is_mark: bool
    is_weak: bool
    is_upper: bool
    is_lower: bool
    is_particled: bool
    is_particle: bool
    is_pronoun: bool
    is_acronym: bool
    is_noun: bool
    looks_common: bool


def form_of(text: str) -> Form:
    """Return what a word or mark shows as it is printed."""
    lower, head = "–" if text in _TYPED_DASHES else fold(text), text[0]
    closed = closed_words().get(lower)
    return Form(
        lower,
        _settled().get(text) or _figure(text, lower),
        closed,
        verb_form(lower),
        source_nouns().get(lower.rstrip(".")),
        is_mark=not head.isalnum() and lower != "’s",
        is_weak=text in WEAK_MARKS,
        is_upper=head.isupper(),
        is_lower=head.islower(),
        is_particled=head.islower() and "-" in text and _is_particled(text),
        is_particle=text in NAME_PARTICLES,
        is_pronoun=lower in {"i", "according"} or lower.startswith(_WITH_PRONOUN),
        is_acronym=len(text) > 1 and text.isupper(),
        is_noun=lower in common_nouns(),
        looks_common=_looks_common(lower),
    )


def fold(word: str) -> str:
    """Return a word in lower case with ’ for apostrophes."""
    lower = word.lower()
    return lower.replace("'", "’") if "'" in lower else lower


def closed_lemma(lower: str) -> str:
    """Return have, be or do for their forms; of other words of the closed classes the word."""
    return "have" if lower in _HAVE else "be" if lower in _BE else "do" if lower in _DO else lower


@cache
def _settled() -> dict[str, Tag]:
    """Return words of the closed classes as printed in lower case, wherever they stand."""
    return {
        word: (tag, closed_lemma(word))
        for word, tag in closed_words().items()
        if word.isalpha()
        and word.islower()
        and word not in {"to", "according", "that"} | NAME_PARTICLES
    }


def _figure(text: str, lower: str) -> Tag | None:
    if not text[0].isdigit():
        return None
    letters = any(char.isalpha() for char in text)
    return ("JJ" if letters and ("-" in lower or lower[-2:].isalpha()) else "CD"), lower


def _is_particled(text: str) -> bool:
    """Say whether a word is a name with its particle: "al-Burhan", and not "post-Brexit"."""
    prefix, _, rest = text.partition("-")
    return rest[:1].isupper() and prefix in NAME_PARTICLES


def _looks_common(lower: str) -> bool:
    nouns = common_nouns()
    if lower in nouns or lower.endswith("ly"):
        return True
    if lower.endswith("ies"):
        return lower[:-3] + "y" in nouns
    return lower.endswith("s") and (lower[:-1] in nouns or lower[:-2] in nouns)
