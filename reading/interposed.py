"""What stands between a cue and what is said: a date, a statement, a lawyer.

"Said late last week", "said, in a statement on Tuesday, that", "— through his lawyer —".
"""

from reading.openings import closing_comma, subject_and_verb
from reading.phrases import Tokens, calendar_words, phrase_right
from reading.tokens import FINITE

_OF = frozenset({"of"})
_PASSED_ON = frozenset({"see", "obtain", "read", "publish", "release", "post", "send", "issue"})
SPELLS = frozenset({"day", "hour", "week", "month", "year", "decade"})
_PARENTHESIS_REACH = 20
_DASHED_REACH = 12


def parenthesis(tokens: Tokens, comma: int) -> int | None:
    """Skip ", in a statement on Tuesday," after a cue; None where the comma ends the cue's part."""
    size = len(tokens)
    if (told := _past_spell(tokens, comma)) is not None:
        return told
    if comma + 1 >= size or tokens[comma + 1].tag not in {"IN", "RB", "VG", "VN", "SC"}:
        return None
    for ahead in range(comma + 1, min(size, comma + _PARENTHESIS_REACH)):
        if tokens[ahead].lower == ",":
            following = tokens[ahead + 1] if ahead + 1 < size else None
            goes_on = following is not None and (following.tag == "TH" or following.quote >= 0)
            opens = all(tokens[n].lower != "," and tokens[n].quote < 0 for n in range(comma))
            said = opens and subject_and_verb(tokens, ahead + 1, size)
            return ahead + 1 if goes_on or said else None
        if tokens[ahead].tag in FINITE:
            return None
    return None


def _past_spell(tokens: Tokens, comma: int) -> int | None:
    """Skip ", four days after the mill burned," before "that"."""
    opens = tokens[comma + 1 : comma + 4]
    spell = len(opens) == 3 and opens[1].lower.rstrip("s") in SPELLS
    if not spell or opens[2].lower not in {"after", "before"}:
        return None
    closing = closing_comma(tokens, comma)
    goes_on = closing is not None and tokens[closing + 1 : closing + 2]
    return closing + 1 if closing and goes_on and goes_on[0].tag == "TH" else None


def dashed(tokens: Tokens, dash: int) -> int | None:
    """Skip "— through his lawyer —" between a cue and what is said."""
    mark, size = tokens[dash].lower, len(tokens)
    if mark not in {"—", "–"}:
        return None
    for closing in range(dash + 2, min(size - 1, dash + _DASHED_REACH)):
        if tokens[closing].tag in FINITE:
            return None
        if tokens[closing].lower == mark:
            return closing + 1
    return None


def past_the_letter(tokens: Tokens, index: int) -> int:
    """Skip "seen by the Courier" and "that was posted on Monday" behind "in a letter"."""
    if index + 1 < len(tokens) and _opens_relative(tokens, index):
        later = range(index + 2, len(tokens) - 1)
        return next(
            (n for n in later if tokens[n].tag == "TH" and not _opens_relative(tokens, n)),
            len(tokens),
        )
    if index + 2 >= len(tokens) or tokens[index].tag not in {"VN", "VF"}:
        return index
    passed = tokens[index].lemma in _PASSED_ON and tokens[index + 1].tag in {"IN", "TO"}
    end = phrase_right(tokens, index + 2, links=_OF)
    return end if passed and end > index + 2 else index


def _opens_relative(tokens: Tokens, index: int) -> bool:
    """Say whether "that" stands for the noun before it: a verb follows, and no subject."""
    return tokens[index].lower in {"that", "which"} and tokens[index + 1].tag in FINITE


def is_date(tokens: Tokens, index: int) -> bool:
    """Find a date without a preposition: "said Monday", "said late last week"."""
    for ahead in range(index, min(len(tokens), index + 3)):
        if tokens[ahead].lower in calendar_words():
            return True
        if tokens[ahead].tag not in {"JJ", "DT", "RB"}:
            return False
    return False


def date_end(tokens: Tokens, index: int) -> int:
    """Return where a date ends that begins there."""
    words, size = calendar_words(), len(tokens)
    seen = False
    while index < size:
        token = tokens[index]
        in_calendar = token.lower in words
        dated = token.tag == "CD" or (not seen and token.tag in {"JJ", "DT"})
        if not in_calendar and not dated:
            break
        seen = seen or in_calendar
        index += 1
    return index
