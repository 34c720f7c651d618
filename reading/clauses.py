"""One clause for one thing claimed: where a sentence is cut, and why.

The cuts follow the punctuation and coordination of news English: ", and" with a subject and a verb
of its own, a second verb for the same subject, "including", "with three of them", "before they are
expected to", "killing two". Nothing is cut inside a quotation.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from reading.phrases import (
    Range,
    Tokens,
    finite_at,
    has_finite,
    phrase_right,
)
from reading.tagging import QUOTE_MARKS
from reading.tokens import FINITE, NOMINAL, NOUNS

Kind = Literal[
    "main",
    "coordinate",
    "shared_subject",
    "part",
    "result",
    "since",
    "before",
    "contrast",
    "relative",
]
DEPENDENT = frozenset({"shared_subject", "part", "result"})

_COORDINATORS = frozenset(
    {"and", "but", "yet", "so", "while", "or", "whereas", "although", "though"}
)
_SHARED = frozenset({"and", "but", "yet"})
_COUNTERS = frozenset(
    {
        *("some", "several", "many", "most", "all", "both", "dozens", "hundreds", "thousands"),
        *("a", "an", "few", "none", "half", "last", "first", "latest"),
    }
)
_DEGREES = frozenset(
    {
        *("at", "least", "most", "more", "less", "than", "approximately", "about", "around"),
        *("nearly", "almost", "up", "to", "as", "many", "roughly", "some", "over", "only", "fewer"),
    }
)
_STANDING_ALONE = frozenset(
    {"those", "these", "this", "some", "many", "most", "both", "all", "few"}
)
_TOTALLING = frozenset({"bring", "take", "raise", "push", "lift", "put"})
_OPENING_REACH = 14
_PARTED = frozenset({"them", "whom", "which", "these", "those"})


class _Style(NamedTuple):
    """Which of the less common cuts are made."""

    headline: bool
    charges: bool
    colon: bool
    framed: bool


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: its words, how it hangs on the clause before, and its finite verb."""

    start: int
    end: int
    kind: Kind
    verb: int | None


def split_clauses(
    tokens: Tokens,
    start: int,
    end: int,
    *,
    headline: bool = False,
    charges: bool = False,
    colon: bool = False,
    framed: bool = False,
) -> tuple[Clause, ...]:
    """Cut the range into clauses, in order; the first is ``main``.

    Parameters
    ----------
    tokens : sequence of Token
        One sentence.
    start, end : int
        Word indexes, end exclusive.
    headline : bool
        Cut "X leaves two dead, turns to Y" and "X falls as Y rises" as well.
    charges : bool
        The content lists deeds: "of shelling A and of burning B".
    colon : bool
        A clause after a colon is a thing of its own.
    framed : bool
        Somebody says it, so that ", who moved away last year" is an aside of the article.
    """
    cuts: list[tuple[int, int, Kind]] = []
    last: tuple[int, int, Kind] = (end, end, "main")
    style = _Style(headline, charges, colon, framed)
    begin, border = start, start
    for index in range(start, end):
        if index < begin:
            continue
        token = tokens[index]
        if token.quote >= 0:
            continue
        cut = _cut_at(
            tokens, index, begin, border, end, style, bool(cuts) and cuts[-1][2] == "part"
        )
        if cut is not None:
            cuts.append(cut)
            begin = border = cut[1]
        elif token.tag in {"SC", "WH", "TH"}:
            border = index + 1
    found: list[Clause] = []
    left = start
    kind: Kind = "main"
    for stop, following, next_kind in (*cuts, last):
        trimmed = _trim(tokens, left, stop)
        if trimmed is not None:
            found.append(Clause(trimmed[0], trimmed[1], kind, main_verb(tokens, *trimmed)))
        left, kind = following, next_kind
    return tuple(found)


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


def _trim(tokens: Tokens, start: int, end: int) -> Range | None:
    while end > start and tokens[end - 1].lower in {",", ";", "—", "–", ":", "and", "but"}:
        end -= 1
    while start < end and tokens[start].lower in {",", ";", "—", "–", ":"}:
        start += 1
    return (start, end) if end > start else None


def _cut_at(
    tokens: Tokens,
    index: int,
    begin: int,
    border: int,
    end: int,
    style: _Style,
    after_part: bool,
) -> tuple[int, int, Kind] | None:
    """Return where the clause ends, where the next begins and its kind, or None for no cut."""
    token = tokens[index]
    if index + 1 >= end:
        return None
    if token.lower == ",":
        if style.headline and has_finite(tokens, begin, index):
            if tokens[index + 1].tag == "VF":
                return index, index + 1, "shared_subject"
            if _counted(tokens, index + 1, end):
                return index, index + 1, "result"
        return _after_comma(tokens, index, begin, end, style, after_part)
    if token.lower in {";", "—", "–"}:
        if has_finite(tokens, begin, index) and has_finite(tokens, index + 1, end):
            return index, index + 1, "coordinate"
        return None
    if token.lower == ":" and token.end < tokens[index + 1].start:
        if has_finite(tokens, begin, index) and tokens[index + 1].tag == "CD":
            return index, index + 1, "part"
        if style.colon and subject_and_verb(tokens, index + 1, end):
            return index, index + 1, "coordinate"
        return None
    if token.tag == "CC" and token.lower in _SHARED:
        if _joins_words(tokens, index, begin):
            return None
        if after_part and tokens[index + 1].tag == "CD" and index + 2 < end:
            return (index, index + 1, "part") if tokens[index + 2].tag == "IN" else None
        if tokens[index + 1].tag == "VG" and tokens[begin].tag == "VG":
            return (index, index + 1, "result") if _counted(tokens, index + 2, end) else None
        if style.charges and tokens[index + 1].lower in {"of", "for"}:
            return index, index + 1, "coordinate"
        return _coordination(tokens, index, index + 1, border, end)
    if token.tag == "SC" and index > begin and has_finite(tokens, begin, index):
        if style.headline and token.lower == "as" and subject_and_verb(tokens, index + 1, end):
            return index, index + 1, "contrast"
        return _subordination(tokens, index, end)
    return None


def _coordination(
    tokens: Tokens, stop: int, following: int, border: int, end: int
) -> tuple[int, int, Kind] | None:
    after = following
    while after < end and tokens[after].tag == "RB":
        after += 1
    if after >= end:
        return None
    verb = finite_at(tokens, border, stop)
    if tokens[after].tag == "TH" and after + 1 < end:
        return (stop, after + 1, "coordinate") if has_finite(tokens, after + 1, end) else None
    if verb is None:
        return None
    if tokens[after].tag == "VN" and tokens[verb].tag == "AX":
        return _shared_participle(tokens, stop, after, verb, end)
    if tokens[after].tag in FINITE:
        last = max(n for n in range(border, stop) if tokens[n].tag in FINITE or n == verb)
        if stop - last < 3 and tokens[after].tag == "VF":
            return None
        return stop, following, "shared_subject"
    if subject_and_verb(tokens, after, end):
        return stop, following, "coordinate"
    return None


def _shared_participle(
    tokens: Tokens, stop: int, after: int, verb: int, end: int
) -> tuple[int, int, Kind] | None:
    """Read "has grown to 900 acres and driven people from their homes"."""
    far = stop - verb >= 4 and tokens[stop - 1].tag in NOUNS
    goes_on = after + 1 < end and tokens[after + 1].tag in NOMINAL | {"IN", "TO", "RB"}
    return (stop, after, "shared_subject") if far and goes_on else None


def subject_and_verb(tokens: Tokens, index: int, end: int, *, reach: int = 12) -> bool:
    """Say whether a subject and its finite verb open the range (after an opening phrase).

    The verb may stand `reach` words after the subject's first noun phrase.
    """
    while index < end and tokens[index].tag in {"IN", "SC"}:
        comma = index
        while comma < end and tokens[comma].lower != ",":
            comma += 1
        if comma >= end - 1 or comma - index >= _OPENING_REACH:
            return False
        index = comma + 1
    if index < end and tokens[index].tag == "PR":
        after = index + 1
    else:
        after = phrase_right(tokens, index)
        if after == index and index < end and tokens[index].lower in _STANDING_ALONE:
            after = index + 1
        if after == index:
            return False
    relative = False
    for ahead in range(after, min(end, after + reach)):
        token = tokens[ahead]
        if token.quote >= 0:
            continue
        if token.tag in FINITE:
            if not relative:
                return True
            relative = False
        elif token.tag == "WH":
            relative = True
        elif token.lower == "," and appositive(tokens, ahead):
            continue
        elif token.tag in {"PU", "CC", "SC", "TH"}:
            return False
    return False


def appositive(tokens: Tokens, comma: int) -> bool:
    """Say whether the comma opens an apposition that another comma closes soon."""
    size = len(tokens)
    openers = {"DT", "NN", "NP", "WH", "JJ", "CD"}
    alternative = comma + 1 < size and tokens[comma + 1].lower == "or"
    if comma + 1 >= size or not (tokens[comma + 1].tag in openers or alternative):
        return False
    return any(tokens[n].lower == "," for n in range(comma + 1, min(size, comma + 16)))


def _after_comma(
    tokens: Tokens, comma: int, begin: int, end: int, style: _Style, after_part: bool
) -> tuple[int, int, Kind] | None:
    index = comma + 1
    token = tokens[index]
    if token.quote >= 0:
        return None
    if token.lower in _COORDINATORS and token.tag in {"CC", "SC", "RB"}:
        if token.lower in {"while", "whereas", "although", "though", "so"}:
            if has_finite(tokens, begin, comma) and subject_and_verb(tokens, index + 1, end):
                return comma, index + 1, "contrast"
            return None
        return _coordination(tokens, comma, index + 1, begin, end)
    if not after_part and not has_finite(tokens, begin, comma):
        return None
    if token.lower == "including" or (
        token.lower == "among" and index + 1 < end and tokens[index + 1].lower in _PARTED
    ):
        after = index + 1 + (token.lower == "among")
        one = token.lower == "among" and after < end and tokens[after].lower in {"a", "an"}
        return (comma, index, "part") if one or _counted(tokens, after, end) else None
    if token.lower == "with" and _part_of_them(tokens, index + 1, end):
        return comma, index, "part"
    if _part_of_them(tokens, index, end):
        return comma, index, "part"
    if token.tag == "VG" and (
        _counted(tokens, index + 1, min(end, index + 5))
        or (token.lemma in _TOTALLING and _figure(tokens, index + 1, end))
    ):
        return comma, index, "result"
    if token.lower in {"which", "who", "when", "where", "since", "before"}:
        if token.lower in {"since", "before"}:
            return _subordination(tokens, index, end)
        later = index + 1
        while later < end and tokens[later].tag == "RB":
            later += 1
        if token.lower == "who" and not style.framed:
            return None
        if token.lower in {"which", "who"}:
            ends = later < end and tokens[later].tag in FINITE and _ends_with(tokens, later, end)
            return (comma, index, "relative") if ends else None
        if subject_and_verb(tokens, later, end):
            return comma, index, "relative"
    return None


def _figure(tokens: Tokens, start: int, end: int) -> bool:
    """Find the figure of "bringing the total to 9,500"."""
    return any(tokens[n].tag == "CD" for n in range(start, min(end, start + 16)))


def _ends_with(tokens: Tokens, index: int, end: int) -> bool:
    """Say whether the relative clause runs to the end, no main clause going on behind it."""
    return not any(
        tokens[n].lower == "," and n + 1 < end and tokens[n + 1].tag in FINITE | {"VG"}
        for n in range(index, end)
    )


def _joins_words(tokens: Tokens, conjunction: int, begin: int) -> bool:
    """Say whether "and" joins two numbers, or the two sides of "between"."""
    if tokens[conjunction - 1].tag == tokens[conjunction + 1].tag == "CD":
        return True
    for index in range(conjunction - 1, max(begin, conjunction - 7) - 1, -1):
        if tokens[index].lower == "between":
            return True
        if tokens[index].tag in FINITE or tokens[index].lower in {"and", ","}:
            return False
    return False


def _counted(tokens: Tokens, index: int, end: int) -> bool:
    """A number opens the noun phrase: "500 officers", "at least two of them", "dozens of"."""
    for ahead in range(index, min(end, index + 5)):
        token = tokens[ahead]
        if token.tag == "CD" or token.lower in {"dozens", "hundreds", "thousands", "millions"}:
            return True
        if token.lower in {"some", "several", "a", "an"} and ahead == index:
            return token.lower in {"some", "several"}
        if token.tag not in {"IN", "JJ", "RB", "DT", "PR"}:
            return False
    return False


def _part_of_them(tokens: Tokens, index: int, end: int) -> bool:
    """Read "three of them", "most of whom", "the last of these"."""
    if index < end and tokens[index].lower == "the":
        index += 1
    for ahead in range(index, min(end - 1, index + 5)):
        token = tokens[ahead]
        if token.lower == "of":
            return tokens[ahead + 1].lower in _PARTED and ahead > index
        if (
            token.tag != "CD"
            and token.lower not in _COUNTERS
            and token.tag not in {"RB", "IN", "JJ"}
        ):
            return False
    return False


def _subordination(tokens: Tokens, index: int, end: int) -> tuple[int, int, Kind] | None:
    token = tokens[index]
    if token.lower not in {"since", "before", "while", "whereas", "although", "though"}:
        return None
    if not subject_and_verb(tokens, index + 1, end):
        return None
    if token.lower == "since":
        return index, index + 1, "since"
    if token.lower == "before":
        verb = finite_at(tokens, index + 1, end)
        ahead = verb is not None and (
            tokens[verb].tag == "MD"
            or any(
                tokens[n].lower in {"expected", "due", "set", "scheduled", "planned"}
                for n in range(verb, min(end, verb + 3))
            )
        )
        return (index, index, "before") if ahead else None
    return index, index + 1, "contrast"


def subject_of(tokens: Tokens, clause: Clause) -> Range | None:
    """Return the words of the subject of a clause, without leading adverbials."""
    if clause.verb is None:
        return None
    index = clause.start
    verb = clause.verb
    begin = index
    for ahead in range(index, verb):
        if tokens[ahead].lower == "," and ahead + 1 < verb:
            first = tokens[begin].tag
            if first in {"IN", "SC", "RB", "VG", "VN", "TO", "WH"} or begin == ahead:
                begin = ahead + 1
    while begin < verb and (
        tokens[begin].tag in {"CC", "SC", "TH", "PU"}
        or (tokens[begin].tag == "RB" and tokens[begin].lower not in _DEGREES)
    ):
        begin += 1
    end = verb
    while end > begin and tokens[end - 1].tag in {"RB", "PU"}:
        end -= 1
    if begin >= end or tokens[begin].tag in {"IN", "TO", "VG"}:
        return None
    return begin, end


def object_of(tokens: Tokens, clause: Clause, verb_end: int) -> Range | None:
    """Return the noun phrase that follows the verb group at once, or None."""
    index = verb_end
    while index < clause.end and tokens[index].text in QUOTE_MARKS:
        index += 1
    if index >= clause.end or tokens[index].tag not in NOMINAL | {"RB"}:
        return None
    end = min(phrase_right(tokens, index), clause.end)
    if end <= index or not any(tokens[n].tag in NOUNS for n in range(index, end)):
        return None
    return index, end
