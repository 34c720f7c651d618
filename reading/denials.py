"""Denials and threats that do without the words "deny" and "threaten".

"We did not fire", "the army said it had not fired", "called the report “completely false”"; "the
union warned that it would strike".
"""

from collections.abc import Sequence
from itertools import pairwise

from reading.cues import NAMING, Cue
from reading.phrases import Range, Tokens, phrase_right
from reading.tagging import QUOTE_MARKS

_OPINION_VERBS = frozenset(
    {
        *("know", "see", "want", "have", "believe", "expect", "comment", "think", "need", "rule"),
        *("like", "understand", "care", "get", "stop", "give", "forget", "doubt", "hesitate"),
    }
)
_SAYING = frozenset(
    {"add", "insist", "maintain", "post", "reply", "respond", "say", "state", "stress", "tell"}
    | {"tweet", "write"}
)
_SELF = frozenset({"he", "it", "she", "they"})
_FALSE = frozenset(
    {
        *("baseless", "fabricated", "fabrication", "false", "groundless", "hoax", "lie"),
        *("exaggerated", "fake", "fantasy", "fiction", "invented", "invention", "lies"),
        *("misleading", "nonsense", "propaganda", "unfounded", "untrue"),
    }
)
_DOWNRIGHT = frozenset({"complete", "mere", "pure", "sheer", "total", "utter"})
_COUNTS = frozenset({"count", "estimate", "figure", "figures", "number", "numbers"})
_FACTS = frozenset({"facts", "reality", "truth"})
_ACCORDING = frozenset({"accord", "agree", "conform", "correspond", "fit", "match", "reflect"})
_FORMS_OF_BE = frozenset({"is", "are", "was", "were", "be", "been"})
_HOSTILE = frozenset(
    {
        *("answer", "attack", "block", "bomb", "boycott", "close", "crush", "destroy", "expel"),
        *("fire", "hit", "invade", "punish", "respond", "retaliate", "seize", "shoot", "shut"),
        *("strike", "sue", "withdraw"),
    }
)
_REPRISALS = frozenset({"consequences", "reprisals", "retaliation", "revenge"})
_UNMATCHED = frozenset({"like", "so", "such"})
_REACH = 5


def negated_deed(tokens: Tokens, start: int, end: int) -> bool:
    """Find a deed of the speaker's own denied: "We did not fire", "I have never met him"."""
    for index in range(start + 1, min(end, start + 5)):
        token = tokens[index]
        if token.tag in {"AX", "MD"} and token.lower in {"will", "would", "can", "could", "must"}:
            return False
        if token.lower in {"not", "never"} or token.lower.endswith("n’t"):
            after = index + 1
            while after < end and tokens[after].tag in {"RB", "CC"}:
                after += 1
            if token.lower == "never" and not _UNMATCHED.isdisjoint(tokens.lowers[after:end]):
                return False  # "I have never seen such rain"
            return (
                after < end
                and tokens[after].tag in {"VB", "VN", "VF", "AX"}
                and tokens[after].lemma not in _OPINION_VERBS
            )
        if token.tag not in {"AX", "RB"}:
            return False
    return False


def denies_in_words(tokens: Tokens, content: Range, cue: Cue) -> bool:
    """Say whether what is said, or what something is called, amounts to a denial.

    Parameters
    ----------
    tokens : sequence of Token
    content : Range
        The words of what is claimed.
    cue : Cue
        "said", "insisted", "called".
    """
    start, end = content
    if cue.name not in NAMING and cue.name not in _SAYING:
        return False
    words = tokens.lowers[start:end]
    if cue.name in NAMING:
        return not _FALSE.isdisjoint(words)
    if words[:1] and words[0] in _SELF:
        undone = ("nothing", "wrong") in pairwise(words)
        if undone or negated_deed(tokens, start, end):
            return True
    if _nobody_did(tokens, start, end):
        return True
    if not _FACTS.isdisjoint(words) and _is_against_facts(tokens, start, end):
        return True
    return not _FORMS_OF_BE.isdisjoint(words) and _is_called_false(tokens, start, end)


def _is_against_facts(tokens: Tokens, start: int, end: int) -> bool:
    """Find "does not accord with the facts", "doesn’t match reality"."""
    for index in range(start, end - 2):
        if tokens[index].lower == "not" or tokens[index].lower.endswith(("n’t", "n't")):
            after = tokens.lowers[index + 2 : index + 2 + _REACH]
            if tokens[index + 1].lower in _ACCORDING and not _FACTS.isdisjoint(after):
                return True
    return False


def _nobody_did(tokens: Tokens, start: int, end: int) -> bool:
    """Find a deed that nobody did: "No soldier had crossed", "none of the guards fired"."""
    while start < end and tokens[start].text in QUOTE_MARKS:
        start += 1
    if start >= end or tokens[start].lower not in {"no", "none"}:
        return False
    after = phrase_right(tokens, start)
    if after == start and start + 2 < end and tokens[start + 1].lower == "of":
        after = phrase_right(tokens, start + 2)
    if not start < after < end - 1:
        return False
    acts = tokens[after].lemma == "have" and tokens[after + 1].tag == "VN"
    verb = after + 1 if acts else after
    acts = acts or tokens[after].tag == "VF"
    return acts and tokens[verb].lemma not in _OPINION_VERBS | {"be"}


def _is_called_false(tokens: Tokens, start: int, end: int) -> bool:
    """Find "was not true", "are “untrue”"."""
    for index in range(start, end - 1):
        if tokens[index].lower not in _FORMS_OF_BE:
            continue
        after = index + 1
        while after < end - 1 and (
            tokens[after].text in QUOTE_MARKS
            or tokens[after].tag in {"RB", "DT"}
            or tokens[after].lower in _DOWNRIGHT
        ):
            if tokens[after].lower == "not":
                return _is_not_right(tokens.lowers[after + 1 : after + 3])
            after += 1
        if tokens[after].lower in _FALSE:
            return True
    return False


def _is_not_right(words: Sequence[str]) -> bool:
    """Find "not true", "not our estimate"."""
    if not words:
        return False
    return words[0] in {"true", "correct"} or (words[0] == "our" and words[-1] in _COUNTS)


def threatens_to(tokens: Tokens, content: Range, cue: Cue) -> bool:
    """Say whether a warning tells what the speaker will do: "warned that it would strike"."""
    start, end = content
    if cue.name != "warn":
        return False
    near = [tokens[n] for n in range(start, min(end, start + _REACH))]
    if any(token.lower in _REPRISALS for token in near):
        return True
    modal = next((n for n, t in enumerate(near) if t.lower in {"will", "would", "’ll"}), None)
    own = bool(near) and (near[0].lower in _SELF or near[0].lower in {"we", "i"})
    if modal is None:
        return False
    deed = any(t.lemma in _HOSTILE or t.lower in _HOSTILE for t in near[modal + 1 :])
    return deed and (own or near[-1].lower in {"answer", "retaliate", "respond"})
