"""The lexicon of cues, and what a cue found in a sentence is: a frame."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple, cast

from reading.filled import filled
from reading.lexicon import rows
from reading.model import Certainty, Stance
from reading.phrases import Range

Form = Literal[
    "before",
    "after",
    "around",
    "according",
    "colon",
    "passive",
    "noun",
    "participle",
    "opening",
]


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the lexicon of cues.

    ``complements`` are those it takes, ``passive`` says whose word its passive is.
    """

    name: str
    form: str
    particle: str | None
    complements: frozenset[str]
    stance: Stance
    certainty: Certainty
    passive: str | None


@filled
@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution in a sentence.

    Parameters
    ----------
    cue : Cue
    words : Range
        The words that show it.
    source : Range or None
        The words that name the speaker; None where nobody is named, or the speaker is that of the
        clause before.
    start : int
        First word that belongs to cue and speaker.
    content : int
        First word of what is said after the cue; ``start`` where it stands before only.
    end : int
        Past the last word of cue and speaker.
    form : str
        Where the content stands: ``before`` names the place of the cue, so the content follows;
        ``opening`` is that of "Saying that it was lost, X left".
    complement : str
        Which complement was found.
    addressee : Range or None
        Who is spoken to.
    via : Range or None
        Who passes it on: the agency that quotes the mayor.
    """

    cue: Cue
    words: Range
    source: Range | None
    start: int
    content: int
    end: int
    form: Form
    complement: str
    addressee: Range | None = None
    via: Range | None = None


ACCORDING = Cue("according to", "phrase", None, frozenset({"np"}), "asserts", "stated", None)
COLON = Cue(":", "mark", None, frozenset({"clause"}), "asserts", "stated", None)


class CueTable(NamedTuple):
    """The lexicon, by what is looked up: verbs by lemma, nouns by form, phrases by first word.

    ``openers`` are all of them: a word that is none opens no cue.
    """

    verbs: dict[str, Cue]
    nouns: dict[str, Cue]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]
    openers: frozenset[str]


NO_COMMENT = Cue(
    "no comment", "phrase", None, frozenset({"none"}),
    "neither_confirms_nor_denies", "not_committed", None,
)  # fmt: skip
REFUSING = {"declining": "declined", "refusing": "refused"}
COMMENTS = frozenset({"comment", "reaction", "reply", "response"})
NAMING = frozenset({"brand", "call", "describe", "dub", "label"})
MADE = frozenset({"publish", "write", "release", "issue", "make", "receive", "obtain", "call"})
FEELINGS = {"express": "expressed", "raise": "raised", "voice": "voiced"}


@cache
def cue_table() -> CueTable:
    """Return the lexicon of cues; of the phrases with one first word the longest comes first."""
    verbs: dict[str, Cue] = {}
    nouns: dict[str, Cue] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for row in rows("cues"):
        cue = Cue(
            row["cue"],
            row["form"],
            None if row["particle"] == "-" else row["particle"],
            frozenset(row["complements"].split("|")),
            cast("Stance", row["stance"]),
            cast("Certainty", row["certainty"]),
            None if row["passive"] == "-" else row["passive"],
        )
        if cue.form == "verb":
            verbs[cue.name] = cue
        elif cue.form == "noun":
            nouns.update(dict.fromkeys(cue.name.split("|"), cue))
        else:
            words = tuple(cue.name.split())
            phrases.setdefault(words[0], []).append((words, cue))
    ordered = {
        first: tuple(sorted(found, key=lambda item: (-len(item[0]), item[0])))
        for first, found in phrases.items()
    }
    openers = frozenset(
        {"according", "per", *COMMENTS, *FEELINGS, *REFUSING, *verbs, *nouns, *ordered}
    )
    return CueTable(verbs, nouns, ordered, openers)
