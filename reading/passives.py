"""Speech told of in the passive, and speech that one passes on for another.

"It is believed that", "the deaths were confirmed by the ministry", "was quoted as saying".
"""

from dataclasses import replace

from reading.cues import Cue, Frame
from reading.openings import appositive, closing_comma
from reading.phrases import Range, Tokens, calendar_words, has_finite, phrase_right
from reading.subjects import subject_before, tail_end
from reading.tokens import NOUNS
from reading.words import speech_verbs

_WHO_REACH = 6
_POINTING = frozenset({"it", "that", "this", "which"})
_PROOFS = frozenset({"analyses", "analysis", "autopsies", "autopsy", "dna", "test", "tests"})


def passive(tokens: Tokens, index: int, after: int, group: int, cue: Cue) -> Frame | None:
    """Read "it is believed that", "is said to", "was quoted as saying"."""
    if after >= len(tokens):
        return None
    following = tokens[after]
    if following.lower == "by" and _is_told(cue):
        end = phrase_right(tokens, after + 1)
        named = any(tokens[n].tag in NOUNS for n in range(after + 1, end))
        named = named and tokens[end - 1].lower not in _PROOFS
        if named and not _is_time(tokens, after + 1, end):
            if cue.stance == "denies" and _points_back(tokens, group):
                return Frame(
                    cue, (group, after + 1), (after + 1, end), group - 1, group - 1, end,
                    "before", "none",
                )  # fmt: skip
            return Frame(
                cue, (group, after + 1), (after + 1, end), group, group, end, "after", "np"
            )
    if cue.passive is None:
        return None
    source, start = subject_before(tokens, group)
    if cue.passive == "quoted":
        if source is None:
            return None
        return _quoted_as(tokens, (group, after), cue, source, start)
    if cue.passive != "unattributed":
        return None
    if source is not None and tokens[source[0]].lower == "it" and following.tag != "TO":
        content = after + (following.tag == "TH")
        words = (source[0], after)
        return Frame(cue, words, None, start, content, content, "before", "clause")
    if following.tag == "TO":
        return Frame(cue, (group, after), None, start, start, start, "passive", "to")
    return None


def _points_back(tokens: Tokens, group: int) -> bool:
    """Say whether ", but this" or ", which" stands before "is contested by Y"."""
    if group < 3 or tokens[group - 1].lower not in _POINTING:
        return False
    return tokens[group - 2].tag == "CC" or tokens[group - 2].lower == ","


def _quoted_as(tokens: Tokens, words: Range, cue: Cue, source: Range, start: int) -> Frame | None:
    """Read "was quoted as saying", "is quoted by the paper saying that …"."""
    group, after = words
    if tokens[after].lower == "by":
        after = phrase_right(tokens, after + 1)
        if after < len(tokens) and tokens[after].lower == "saying":
            return _as_saying(tokens, (group, after - 1), cue, source, start)
    if after + 1 >= len(tokens) or tokens[after].lower != "as":
        return None
    if tokens[after + 1].tag != "VG":
        return None  # "was cited by the mayor as a reason"
    return _as_saying(tokens, (group, after), cue, source, start)


def _as_saying(tokens: Tokens, words: Range, cue: Cue, source: Range, start: int) -> Frame | None:
    """Read "was quoted as saying that …" and "“…,” a man was quoted as saying on the radio"."""
    content = words[1] + 2
    content += content < len(tokens) and tokens[content].tag == "TH"
    cue_words = (words[0], words[1] + 2)
    closed = start > 0 and (tokens[start - 1].quote >= 0 or tokens[start - 1].lower == ",")
    if closed and not has_finite(tokens, content, len(tokens)):
        end = tail_end(tokens, content)
        return Frame(cue, cue_words, source, start, start, end, "after", "post")
    if content >= len(tokens):
        return None
    return Frame(cue, cue_words, source, start, content, content, "before", "clause")


def quotes_somebody(tokens: Tokens, words: Range, cue: Cue) -> Frame | None:
    """Read "The agency quoted the mayor as saying …": the mayor speaks, the agency relays."""
    end = phrase_right(tokens, words[1])
    if end + 1 < len(tokens) and tokens[end].lower == "," and appositive(tokens, end):
        end = (closing_comma(tokens, end) or end) + 1  # "quoted Berg, a colonel, as saying"
    if end == words[1] or end + 1 >= len(tokens):
        return None
    who = next(
        (n for n in range(end, min(len(tokens), end + _WHO_REACH)) if _told(tokens, n)), None
    )
    if who is not None:
        via, start = subject_before(tokens, words[0])
        content = who + 2 + (tokens[min(who + 2, len(tokens) - 1)].tag == "TH")
        quoted = (words[1], end)
        return Frame(
            cue, (words[0], who + 2), quoted, start, content, content, "before", "clause", via=via
        )
    if tokens[end].lower != "as":
        return None
    if tokens[end + 1].tag != "VG":
        return None
    via, start = subject_before(tokens, words[0])
    frame = _as_saying(tokens, (words[0], end), cue, (words[1], end), start)
    return None if frame is None or via is None else replace(frame, via=via)


def _told(tokens: Tokens, index: int) -> bool:
    """Say whether "who said" stands at `index`: "quoted two witnesses nearby who said it fell"."""
    said = tokens[index : index + 2]
    return (
        len(said) == 2
        and said[0].lower == "who"
        and said[1].tag == "VF"
        and said[1].lemma in speech_verbs()
    )


def _is_told(cue: Cue) -> bool:
    """Say whether what "was confirmed by the ministry" is told, and not ordered or promised."""
    told = cue.stance in {"asserts", "denies"} and "np" in cue.complements
    told = told and cue.passive != "quoted"
    return (told and cue.certainty == "stated") or cue.name in {"claim", "announce"}


def _is_time(tokens: Tokens, start: int, end: int) -> bool:
    return any(
        tokens[n].lower in calendar_words() or tokens[n].tag == "CD" for n in range(start, end)
    )
