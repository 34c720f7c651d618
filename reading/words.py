"""What a word can be by itself: closed classes, verb forms, nouns, from the lexicons."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple, cast

from reading.lexicon import rows
from reading.model import SourceType

_IRREGULAR_THIRD = {"have": "has", "go": "goes", "do": "does", "be": "is"}
_LONGEST_FORM = 32
_ENDINGS = ((1, ""), (2, ""), (3, ""), (3, "y"), (3, "e"), (4, ""), (4, "ie"))
"""How many letters of a regular form to take off, and what to put on, to come to a lemma."""


Tag = tuple[str, str]
PLURAL_NOUNS = frozenset({"police", "people", "media", "troops", "women", "men", "children"})
SPEAKING = frozenset({"say", "tell", "add"})


def is_plural(word: str) -> bool:
    """Say whether a noun in lower case looks like a plural: "police", "reports", not "press"."""
    regular = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return regular or word in PLURAL_NOUNS


class VerbForm(NamedTuple):
    """What a form can be: ``kinds`` of B(ase) S(-s) D(past) N(participle) G(-ing).

    ``noun`` says that the same form is a common noun.
    """

    lemma: str
    kinds: str
    noun: bool


class SourceNoun(NamedTuple):
    """What a noun says of the speaker that it names."""

    type: SourceType | None
    title: bool
    body: bool
    plural: bool
    gender: str | None
    acronym: bool


@cache
def source_nouns() -> dict[str, SourceNoun]:
    """Return the nouns that name speakers."""
    return {
        row["noun"]: SourceNoun(
            cast("SourceType", row["type"]) if row["type"] != "-" else None,
            row["title"] == "1",
            row["body"] == "1",
            row["plural"] == "1",
            row["gender"] if row["gender"] != "-" else None,
            row["acronym"] == "1",
        )
        for row in rows("source_nouns")
    }


@cache
def closed_words() -> dict[str, str]:
    """Return word → tag of the closed classes."""
    return {row["word"]: row["tag"] for row in rows("words")}


@cache
def common_nouns() -> frozenset[str]:
    """Return nouns that are no names where a sentence opens with them."""
    return frozenset(row["word"] for row in rows("common_nouns"))


@cache
def speech_verbs() -> frozenset[str]:
    """Return lemmas that take a clause without "that": "said the bridge fell"."""
    return frozenset(
        row["cue"]
        for row in rows("cues")
        if row["form"] == "verb" and "bare" in row["complements"].split("|")
    )


@cache
def verb_forms() -> dict[str, VerbForm]:
    """Return form → lemma and kinds of every verb of the lexicon."""
    found: dict[str, VerbForm] = {}

    def add(form: str, lemma: str, kind: str, *, noun: bool = False) -> None:
        known = found.get(form)
        if known is None:
            found[form] = VerbForm(lemma, kind, noun)
        elif known.lemma == lemma:
            found[form] = VerbForm(lemma, known.kinds + kind, known.noun or noun)

    table = rows("verbs")
    for row in table:
        add(row["lemma"], row["lemma"], "B", noun=row["noun"] == "1")
    for row in table:
        for form, kind in _forms(row):
            add(form, row["lemma"], kind, noun=kind == "S" and row["noun"] == "1")
    return found


def verb_form(word: str) -> VerbForm | None:
    """Return what `verb_forms` says of one form, without making all the others."""
    return _verb_form(word) if len(word) <= _LONGEST_FORM else None


@lru_cache(maxsize=1 << 14)
def _verb_form(word: str) -> VerbForm | None:
    ranks = _ranks()
    lemma: str | None = word
    if word not in ranks:
        stems = {word[:-cut] + end for cut, end in _ENDINGS}.union(_irregular().get(word, ()))
        possible = sorted(stems & ranks.keys(), key=ranks.__getitem__)
        table = rows("verbs")
        fitting = (one for one in possible if any(word == f for f, _ in _forms(table[ranks[one]])))
        lemma = next(fitting, None)
    if lemma is None:
        return None
    row = rows("verbs")[ranks[lemma]]
    kinds = "B" if lemma == word else ""
    kinds += "".join(kind for form, kind in _forms(row) if form == word)
    return VerbForm(lemma, kinds, row["noun"] == "1" and kinds[0] in "BS")


@cache
def _ranks() -> dict[str, int]:
    """Return where in the lexicon the row of each lemma stands."""
    return {row["lemma"]: at for at, row in enumerate(rows("verbs"))}


@cache
def _irregular() -> dict[str, set[str]]:
    """Return lemmas by the forms that no ending leads back to."""
    found: dict[str, set[str]] = {third: {lemma} for lemma, third in _IRREGULAR_THIRD.items()}
    for row in rows("verbs"):
        for form in (row["past"], row["participle"]):
            if form != "-":
                found.setdefault(form, set()).add(row["lemma"])
    return found


def _forms(row: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the forms of a verb but its lemma, each with its kind."""
    lemma = row["lemma"]
    yield _third_person(lemma), "S"
    stems = (lemma + lemma[-1], lemma) if row["doubles"] == "1" else (lemma,)
    for stem in stems:
        past = row["past"] if row["past"] != "-" else _past(stem)
        yield past, "D"
        yield (row["participle"] if row["participle"] != "-" else past), "N"
        yield _gerund(stem), "G"


def _third_person(lemma: str) -> str:
    if lemma in _IRREGULAR_THIRD:
        return _IRREGULAR_THIRD[lemma]
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"


def _past(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    if stem.endswith("y") and stem[-2] not in "aeiou":
        return stem[:-1] + "ied"
    return stem + "ed"


def _gerund(stem: str) -> str:
    if stem.endswith("ie"):
        return stem[:-2] + "ying"
    if stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")) and len(stem) > 2:
        return stem[:-1] + "ing"
    return stem + "ing"
