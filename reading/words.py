"""What a word can be by itself: closed classes, verb forms, common nouns, from the lexicons."""

from functools import cache
from typing import NamedTuple

from reading.lexicon import rows

_IRREGULAR_THIRD = {"have": "has", "go": "goes", "do": "does", "be": "is"}


Tag = tuple[str, str]
PLURAL_NOUNS = frozenset({"police", "people", "media", "troops", "women", "men", "children"})
SPEAKING = frozenset({"say", "tell", "add"})


class RawWord(NamedTuple):
    """A word before it is tagged: offsets, as printed, and in lower case with ’ for apostrophes."""

    start: int
    end: int
    text: str
    lower: str


class VerbForm(NamedTuple):
    """What a form can be: ``kinds`` of B(ase) S(-s) D(past) N(participle) G(-ing).

    ``noun`` says that the same form is a common noun.
    """

    lemma: str
    kinds: str
    noun: bool


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
        lemma = row["lemma"]
        add(_third_person(lemma), lemma, "S", noun=row["noun"] == "1")
        stems = (lemma + lemma[-1], lemma) if row["doubles"] == "1" else (lemma,)
        for stem in stems:
            past = row["past"] if row["past"] != "-" else _past(stem)
            add(past, lemma, "D")
            add(row["participle"] if row["participle"] != "-" else past, lemma, "N")
            add(_gerund(stem), lemma, "G")
    return found


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
