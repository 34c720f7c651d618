"""Attributions by fixed words: "according to X", "per Reuters", "had no comment"."""

from collections.abc import Sequence

from reading.cues import ACCORDING, FEELINGS, NO_COMMENT, Cue, Form, Frame
from reading.openings import subject_and_verb
from reading.phrases import Range, Tokens, finite_at, group_start, is_temporal, phrase_right
from reading.subjects import subject_before, subject_of_clause_before, tells_more
from reading.tokens import FINITE

_MEDIA = frozenset({"media", "state_media"})
_FEELINGS_REACH = 4
_AT_ONCE = "immediately"
_OF_PHRASES = frozenset({"DT", "JJ", "NN", "NP", "PS"})
_PARTING = frozenset({",", ";", "and", "but", "while"})
_NUMBER_REACH = 4
_TAIL_ENDS = frozenset({"CC", "VG", "SC"})


def per(tokens: Tokens, index: int) -> Frame | None:
    """Read ", per Reuters": a medium, and not "per cent"."""
    after = tokens[index + 1 : index + 3]
    if not index or tokens[index - 1].tag != "PU" or not after or after[0].tag not in {"DT", "NP"}:
        return None
    named = any(token.noun is not None and token.noun.type in _MEDIA for token in after)
    return according(tokens, index, index + 1) if named else None


def no_comment(tokens: Tokens, index: int) -> Frame | None:
    """Read "There was no immediate comment from the army"."""
    if index + 2 >= len(tokens) or tokens[index + 1].lower != "from":
        return None
    lowest = max(0, index - _FEELINGS_REACH)
    no = next((n for n in range(index - 1, lowest - 1, -1) if tokens[n].lower == "no"), None)
    end = phrase_right(tokens, index + 2)
    if no is None or end == index + 2:
        return None
    there = next((n for n in range(no - 1, max(-1, no - 4), -1) if tokens[n].lower == "there"), no)
    return Frame(NO_COMMENT, (no, index + 1), (index + 2, end), there, no, end, "before", "none")


def according(tokens: Tokens, index: int, first: int) -> Frame:
    """Read "According to X, …" and "…, according to X": the speaker begins at `first`."""
    size, end = len(tokens), first
    told = finite_at(tokens, 0, index) is not None
    if not told and index and tokens[index - 1].lower == ",":
        told = finite_at(tokens, 0, index, quoted=True) is not None
    if not told:
        unparted = phrase_right(tokens, first)
        numbers = (n for n in range(first + 1, unparted) if tokens[n].tag == "CD")
        unparted = next(numbers, unparted)
        if first < unparted < size - 1 and _goes_right_on(tokens, unparted):
            source = _stripped(tokens, first, unparted)
            words = index, first
            return Frame(ACCORDING, words, source, index, unparted, unparted, "according", "np")
        while end < size and not (tokens[end].lower == "," and _clause_opens(tokens, end + 1)):
            end += 1
        if end >= size:
            end = next((n for n in range(first, size) if tokens[n].lower == ","), size)
        content = min(end + 1, size)
        source = _stripped(tokens, first, end)
        return Frame(ACCORDING, (index, first), source, index, content, content, "according", "np")
    while end < size and not _ends_tail(tokens, end):
        end += 1
    source = _stripped(tokens, first, end)
    return Frame(ACCORDING, (index, first), source, index, index, end, "after", "np")


def _goes_right_on(tokens: Tokens, index: int) -> bool:
    """Say whether what is told follows without a comma: "According to Orvel there are 23".

    So too of "According to Berg at least two fled" and "According to Berg the vote was fair".
    """
    if tokens[index].lower == "there":
        return tokens[index + 1].tag in FINITE
    named = tokens[index - 1].tag == "NP"
    while index < len(tokens) - 1 and tokens[index].tag == "RB":
        index += 1
    opens = tokens[index].tag in {"CD", "PR"} or (named and tokens[index].tag == "DT")
    return opens and _clause_opens(tokens, index)


def _ends_tail(tokens: Tokens, index: int) -> bool:
    token, last = tokens[index], index == len(tokens) - 1
    if token.lower in {";", "(", "—", "–"} or (token.tag == "PU" and last):
        return True
    if token.lower == "," and tokens[index + 1].lower == "with":
        return True
    if token.tag == "SC":
        return token.lower in {"while", "although", "because", "after"}
    if token.lower != ",":
        return False
    if tells_more(tokens, index):
        return True
    return last or tokens[index + 1].tag in _TAIL_ENDS


def _clause_opens(tokens: Tokens, index: int) -> bool:
    """Say whether a subject and its verb follow, so that the comma before ends an opening."""
    size = len(tokens)
    while index < size and tokens[index].tag == "RB":
        index += 1
    if index >= size:
        return False
    return tokens[index].quote >= 0 or subject_and_verb(tokens, index, size, reach=size)


def _stripped(tokens: Tokens, start: int, end: int) -> Range | None:
    while end > start and tokens[end - 1].tag == "PU":
        end -= 1
    dated = end - 2  # "according to the board last week"
    if dated > start and is_temporal(tokens, dated, end) and tokens[dated].tag == "JJ":
        end = dated
    return (start, end) if end > start else None


def phrase(
    tokens: Tokens, index: int, options: tuple[tuple[tuple[str, ...], Cue], ...]
) -> Frame | None:
    """Read the first of the phrases that stands at `index`: "declined to comment on"."""
    for words, cue in options:
        end = _phrase_end(tokens, index, words)
        if end is None:
            continue
        if tokens[index].tag in {"VN", "VF"} and index and tokens[index - 1].lemma == "be":
            return None
        if (
            index
            and tokens[index].tag == "VB"
            and tokens[index - 1].tag == "TO"
            and words[0] in FEELINGS.values()
        ):
            return None  # "marched to express their support"
        source, start = subject_before(tokens, group_start(tokens, index))
        if source is not None and tokens[source[0]].lower in {"no", "nobody", "none"}:
            return None
        form: Form = "before"
        if source is None:
            start = group_start(tokens, index)
            source = shared_subject(tokens, start)
        if source is None and tokens[index].tag == "VG" and index and tokens[index - 1].tag == "PU":
            form = "participle"  # ", voicing deep regret over the raid"
        if source is None and form == "before":
            return None
        content = end + (end < len(tokens) and tokens[end].tag == "TH")
        kind = "np" if "np" in cue.complements else "none"
        if content >= len(tokens) or all(t.tag == "PU" for t in tokens[content:]):
            content, kind = index, "none"
        return Frame(cue, (index, end), source, start, content, end, form, kind)
    return None


def _phrase_end(tokens: Tokens, index: int, words: tuple[str, ...]) -> int | None:
    """Return where a phrase ends: "has no comment", "expressed a deep and lasting regret"."""
    end = index + len(words)
    if tokens.lowers[index:end] == words:
        return end
    near = tokens.lowers[index : end + 1]
    if _AT_ONCE in near and tuple(word for word in near if word != _AT_ONCE) == words:
        return end + 1  # "could not be reached immediately for comment"
    if words[0] not in FEELINGS.values() or len(words) != 2:
        return None
    if FEELINGS.get(tokens[index].lemma) != words[0]:
        return None
    for ahead in range(index + 1, min(len(tokens), index + 1 + _FEELINGS_REACH)):
        if tokens[ahead].lower == words[1]:
            return ahead + 1
        if tokens[ahead].tag not in {"DT", "JJ", "NN", "RB", "CC", "VG"}:
            return None
    return None


def shared_subject(tokens: Tokens, group: int) -> Range | None:
    """Return the subject of the clause before, which the verb behind "and" shares."""
    if group > 0 and tokens[group - 1].tag == "CC":
        return subject_of_clause_before(tokens, group - 1)
    return None


def with_others(tokens: Tokens, found: Sequence[Frame], counted: Frame) -> tuple[Frame, ...]:
    """Add who else puts a figure at something: "the mayor put the toll at 12, the union at 20"."""
    last = counted.words[1]
    given = False
    for index in range(last, len(tokens) - 1):
        if tokens[index].lower != "at" or not _number_follows(tokens, index + 1):
            continue
        start = index
        while start > last and tokens[start - 1].tag in _OF_PHRASES:
            start -= 1
        parted = start > last and tokens[start - 1].lower in _PARTING
        speaks = any(
            tokens[n].noun is not None or tokens[n].tag == "NP" for n in range(start, index)
        )
        if given and parted and speaks:
            words = (index, index + 1)
            other = Frame(counted.cue, words, (start, index), start, index, index, "before", "np")
            return tuple(sorted((*found, other), key=lambda frame: frame.words))
        given = True
    return tuple(found)


def _number_follows(tokens: Tokens, index: int) -> bool:
    return any(tokens[n].tag == "CD" for n in range(index, min(len(tokens), index + _NUMBER_REACH)))
