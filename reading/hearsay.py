"""What a noun says is told: "reports that two died", "the union's claim that 300 had gone".

Nobody is named by most such nouns. An owner before them, or "by" behind, says whose word it is.
"""

from reading.cues import MADE, Cue, Frame
from reading.phrases import Range, Tokens, phrase_left, phrase_right
from reading.tokens import FINITE, NOUNS

_NONE = frozenset({"no", "any", "without", "few"})
_STIRRING = frozenset(
    {
        *("allay", "deepen", "dispel", "ease", "fan", "fuel", "heighten", "prompt", "raise"),
        *("renew", "revive", "spark", "stoke", "trigger"),
    }
)
_GROUNDS = frozenset({"suspicion", "suspicions"})
_DENIED = frozenset({"contest", "deny", "dispute", "reject"})
_OWNING = frozenset({"'s", "’s", "'", "’"})
_SELF = frozenset({"he", "it", "she", "they"})
_OWNER_REACH = 8


def told_by_noun(tokens: Tokens, index: int, cue: Cue) -> Frame | None:
    """Read the noun at `index`: "reports of …", "allegations that …", "the army's claim it won"."""
    if index + 1 >= len(tokens):
        return None
    if any(tokens[n].lower in _NONE for n in range(max(0, index - 2), index)):
        return None
    if index > 1 and (tokens[index - 1].lemma in _STIRRING or tokens[index - 2].lemma in _STIRRING):
        return None  # "the raid has stoked fears of a war" tells of the raid
    if index and tokens[index - 1].lower == "on" and tokens[index].lower in _GROUNDS:
        return None  # "held on suspicion of theft"
    owner = _owner(tokens, index)
    behind = index + 1
    if owner is None and tokens[behind].lower == "by":
        owner, behind = _teller(tokens, behind)
    if behind >= len(tokens):
        return None
    link = tokens[behind].lower
    if owner is not None and link in _SELF and tokens[behind + 1 : behind + 2]:
        told = tokens[behind + 1].tag in FINITE and "that" in cue.complements
        return _frame(cue, index, owner, behind, "that") if told else None
    if link not in cue.complements or (behind > index + 1 and link != "that"):
        return None
    if link == "that" and _is_relative_that(tokens, behind + 1):
        return None
    return _frame(cue, index, owner if link == "that" else None, behind + 1, link)


def _frame(cue: Cue, index: int, owner: Range | None, content: int, link: str) -> Frame:
    source = (index, index + 1) if owner is None else owner
    start = min(source[0], index)
    return Frame(cue, (index, content), source, start, content, content, "noun", link)


def names_teller(frame: Frame) -> bool:
    """Say whether a frame of a noun says whose word it is."""
    return frame.source is not None and frame.source[0] != frame.words[0]


def _is_relative_that(tokens: Tokens, index: int) -> bool:
    """Tell "a report that he published in May", "that he denies" from "a report that he fled"."""
    verb = index + 1
    while verb < len(tokens) and tokens[verb].tag in {"AX", "RB"}:
        verb += 1
    if index >= len(tokens) or tokens[index].tag != "PR" or verb >= len(tokens):
        return False
    closes = verb + 1 == len(tokens) or tokens[verb + 1].tag == "PU"
    return tokens[verb].lemma in MADE or (closes and tokens[verb].lemma in _DENIED)


def _owner(tokens: Tokens, index: int) -> Range | None:
    """Return whose word it is by what stands before the noun: "a rebel group's latest claim"."""
    while index > 1 and tokens[index - 1].tag == "JJ":
        index -= 1
    if index < 2 or tokens[index - 1].text not in _OWNING:
        return None
    start = phrase_left(tokens, index - 1, max(0, index - _OWNER_REACH))
    return (start, index - 1) if start < index - 1 else None


def _teller(tokens: Tokens, by: int) -> tuple[Range | None, int]:
    """Return whose word it is by "by" behind the noun, and where what is told may begin."""
    end = phrase_right(tokens, by + 1)
    names = any(tokens[n].tag in NOUNS for n in range(by + 1, end))
    return ((by + 1, end), end) if names else (None, by)
