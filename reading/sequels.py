"""What hangs on a clause by time or number: ", a day after X left", ", against the 288 of Y".

The clause behind tells a fact of its own, and the figure that another is held against is often
somebody else's.
"""

from reading.openings import counted, subject_and_verb
from reading.phrases import Range, Tokens, finite_at, phrase_left, phrase_right
from reading.words import speech_verbs

_SPELLS = frozenset({"hour", "day", "week", "month", "year", "decade", "minute"})
_LED = frozenset({"CD", "DT", "RB", "JJ"})
_EARLIER_REACH = 6
_COMPARING = frozenset({"higher", "lower", "more", "fewer", "less", "greater", "above", "below"})
_AGAINST = frozenset({"against", "versus"})
_DEGREE_REACH = 3
_AMOUNTS = frozenset({"be", "exceed", "reach", "stand"})
_COUNTS = frozenset({"count", "estimate", "figure", "tally", "toll", "total"})
_FIGURE_REACH = 5
_GIVEN = frozenset(
    {
        *("announce", "cite", "claim", "confirm", "count", "declare", "estimate", "give", "issue"),
        *("publish", "put", "record", "release", "report", "state"),
    }
)


def earlier(tokens: Tokens, index: int, end: int) -> int | None:
    """Return where the clause of ", a day after police raided it", ", after X left" begins.

    What befell the same one before, "after he was warned", is no fact of its own.
    """
    spell = False
    for ahead in range(index, min(end - 2, index + _EARLIER_REACH)):
        token = tokens[ahead]
        if token.lower == "after":
            begins = ahead + 1
            apart = spell or ahead == index
            named = tokens[begins].tag not in {"PR", "PS", "WH", "VG"}
            return begins if apart and named and subject_and_verb(tokens, begins, end) else None
        spell = token.lower.rstrip("s") in _SPELLS
        if not spell and token.tag not in _LED and token.lower not in {"of", "than"}:
            return None
    return None


def meanwhile(tokens: Tokens, index: int, end: int) -> bool:
    """Say whether ", as hundreds slept outdoors" opens the range, and not ", as police say"."""
    if tokens[index].lower != "as" or index + 2 >= end or tokens[index + 1].tag == "PR":
        return False
    if not subject_and_verb(tokens, index + 1, end):
        return False
    verb = finite_at(tokens, index + 1, end)
    return verb is not None and tokens[verb].lemma not in speech_verbs()


def compared(tokens: Tokens, index: int, end: int) -> bool:
    """Find the figure before or another's: ", up from 40 the day before", ", against 40"."""
    token = tokens[index]
    if index + 2 >= end:
        return False
    if token.lower == "compared":
        return tokens[index + 1].lower in {"with", "to"} and counted(tokens, index + 2, end)
    if token.lower in {"down", "up"}:
        return tokens[index + 1].lower == "from" and counted(tokens, index + 2, end)
    if token.lower in _AGAINST:
        return counted(tokens, index + 1, end)
    for ahead in range(index, min(end - 2, index + _DEGREE_REACH)):
        if tokens[ahead].lower in _COMPARING:
            than = ahead + (tokens[ahead + 1].lower == "than") + 1
            if than < end and tokens[than].tag == "CD" and subject_and_verb(tokens, than, end):
                return False  # "In the port alone, more than 1,300 men have been called in"
            return than < end and _figure(tokens, than, end)
        if tokens[ahead].tag != "RB" and tokens[ahead].lower not in {"far", "well", "much"}:
            return False
    return False


def _figure(tokens: Tokens, index: int, end: int) -> bool:
    index += tokens[index].lower == "the"
    return index < end and tokens[index].tag == "CD"


def counter(tokens: Tokens, start: int, verb: int | None, end: int) -> Range | None:
    """Return whose figure "The police count was 9,000", "the union's estimate is 40" gives."""
    if verb is None or verb < start + 2 or tokens[verb].lemma not in _AMOUNTS:
        return None
    if tokens[verb - 1].lower not in _COUNTS:
        return None
    if not any(tokens[n].tag == "CD" for n in range(verb + 1, min(end, verb + _FIGURE_REACH))):
        return None
    last = verb - 1
    while last > start and tokens[last - 1].tag in {"JJ", "PS"}:
        last -= 1
    first = phrase_left(tokens, last, start)
    return (first, last) if any(tokens[n].noun is not None for n in range(first, last)) else None


def counted_by(tokens: Tokens, start: int, end: int) -> Range | None:
    """Return who gave the figure of "compared with 40 reported by the army"."""
    for index in range(start + 1, end - 2):
        if tokens[index].lower != "by" or tokens[index - 1].lemma not in _GIVEN:
            continue
        if any(tokens[n].tag == "CD" for n in range(start, index)):
            last = min(phrase_right(tokens, index + 1), end)
            return (index + 1, last) if last > index + 1 else None
    return None
