"""One clause of a sentence: its words, its verb, its subject and its object."""

from dataclasses import dataclass
from typing import Literal

from reading.filled import filled
from reading.openings import subject_and_verb
from reading.phrases import Range, Tokens, finite_at, is_temporal, phrase_right
from reading.tagging import QUOTE_MARKS
from reading.tokens import NOMINAL, NOUNS

Kind = Literal[
    "main",
    "coordinate",
    "shared_subject",
    "part",
    "gapped",
    "result",
    "since",
    "before",
    "earlier",
    "contrast",
    "relative",
]

_DEGREES = frozenset(
    {
        *("at", "least", "most", "more", "less", "than", "approximately", "about", "around"),
        *("nearly", "almost", "up", "to", "as", "many", "roughly", "some", "over", "only", "fewer"),
    }
)
_OBJECT_OPENERS = NOMINAL | {"RB"}


@filled
@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: its words, how it hangs on the clause before, and its finite verb."""

    start: int
    end: int
    kind: Kind
    verb: int | None


def main_verb(tokens: Tokens, start: int, end: int) -> int | None:
    """Return the finite verb of a clause: outside its quotations, else inside them.

    Of "if the army splits, the bloc could send troops" it is "could".
    """
    while start < end and tokens[start].text in QUOTE_MARKS:
        start += 1
    quoted = start < end and tokens[start].quote >= 0
    if start < end and tokens[start].tag == "SC":
        for comma in range(start + 1, end - 1):
            if tokens[comma].lower == "," and subject_and_verb(tokens, comma + 1, end):
                return finite_at(tokens, comma + 1, end, quoted=quoted)
            if quoted and tokens[comma].lower == "," and tokens[comma + 1].tag == "PR":
                return finite_at(tokens, comma + 1, end, quoted=True)
    found = finite_at(tokens, start, end)
    return found if found is not None else finite_at(tokens, start, end, quoted=True)


def subject_of(tokens: Tokens, clause: Clause) -> Range | None:
    """Return the words of the subject of a clause, without leading adverbials."""
    if clause.verb is None:
        return None
    begin, end = clause.start, clause.verb
    for comma in range(clause.start, clause.verb - 1):
        if tokens[comma].lower != ",":
            continue
        opens = tokens[begin].tag in {"IN", "SC", "RB", "VG", "VN", "TO", "WH"}
        if opens or begin == comma:
            begin = comma + 1
    while begin < end and (
        tokens[begin].tag in {"CC", "SC", "TH", "PU"}
        or (tokens[begin].tag == "RB" and tokens[begin].lower not in _DEGREES)
    ):
        begin += 1
    while end > begin and tokens[end - 1].tag in {"RB", "PU"}:
        end -= 1
    if end - begin > 2 and tokens[end - 2].tag == "IN" and is_temporal(tokens, end - 1, end):
        end -= 2  # "The court on Friday upheld it"
    if begin >= end or tokens[begin].tag in {"IN", "TO"}:
        return None
    if tokens[begin].tag == "VG" and not (begin + 1 < end and tokens[begin + 1].tag == "NN"):
        return None
    return begin, end


def object_of(tokens: Tokens, clause: Clause, verb_end: int) -> Range | None:
    """Return the noun phrase that follows the verb group at once, or None."""
    index = verb_end
    while index < clause.end and tokens[index].text in QUOTE_MARKS:
        index += 1
    if index >= clause.end or tokens[index].tag not in _OBJECT_OPENERS:
        return None
    end = min(phrase_right(tokens, index), clause.end)
    if end <= index or not any(tokens[n].tag in NOUNS for n in range(index, end)):
        return None
    return index, end
