"""How surely something is said, and with which stance: hedges, negation, questions, conditions."""

from functools import cache
from typing import NamedTuple, cast

from reading.cues import Cue
from reading.denials import denies_in_words, negated_deed, threatens_to
from reading.lexicon import rows
from reading.model import Certainty, Span, Stance
from reading.phrases import Range, Tokens, has_finite, span_of

_POSSIBLE_AFTER_ALL = frozenset({"impossible", "unlikely", "unthinkable"})
_WHO = frozenset({"who", "which"})
_RANK: dict[Certainty, int] = {
    "counterfactual": 9,
    "not_committed": 8,
    "unknown": 7,
    "alleged": 6,
    "possible": 5,
    "expected": 4,
    "planned": 4,
    "believed": 3,
    "reported": 2,
    "stated": 0,
}
_NO_HEDGE = frozenset({"not", "hardly", "hear", "see"})
"""Behind a modal: "could not go" is stated, and so is "all that they could see"."""
_QUOTE_MARKS = frozenset("“”\"„«»‘’'")


class Hedge(NamedTuple):
    """One row of the lexicon of hedges."""

    words: tuple[str, ...]
    certainty: Certainty
    stance: Stance | None
    where: str


class Judgement(NamedTuple):
    """Stance and certainty of a claim, the words that show them, and the rules that fired."""

    stance: Stance
    certainty: Certainty
    hedges: tuple[Span, ...]
    rules: tuple[str, ...]


@cache
def _hedges() -> dict[str, tuple[Hedge, ...]]:
    found: dict[str, list[Hedge]] = {}
    for row in rows("hedges"):
        words = tuple(row["phrase"].split())
        found.setdefault(words[0], []).append(
            Hedge(
                words,
                cast("Certainty", row["certainty"]),
                cast("Stance", row["stance"]) if row["stance"] != "-" else None,
                row["where"],
            )
        )
    return {
        word: tuple(sorted(hedges, key=lambda hedge: -len(hedge.words)))
        for word, hedges in found.items()
    }


def judge(
    tokens: Tokens,
    content: Range,
    cue: Cue | None,
    cue_words: Range | None,
    *,
    direct: bool,
    unattributed: bool,
) -> Judgement:
    """Return stance and certainty of one claim.

    Parameters
    ----------
    tokens : sequence of Token
        The sentence.
    content : Range
        The words of what is claimed.
    cue : Cue or None
        What shows the speaker; None for the narrator and for what is inherited.
    cue_words : Range or None
        Where it stands.
    direct : bool
        The content is quoted speech.
    unattributed : bool
        The source is reports, allegations or a belief of nobody named.
    """
    stance: Stance = cue.stance if cue is not None else "asserts"
    certainty: Certainty = cue.certainty if cue is not None else "stated"
    spans: list[Span] = []
    rules: list[str] = []
    if unattributed and certainty == "stated":
        certainty = "reported"
    if cue_words is not None and certainty != "stated" and cue is not None:
        if cue.certainty != "stated" or stance in {"neither_confirms_nor_denies", "speculates"}:
            spans.append(span_of(tokens, cue_words))
        rules.append(f"certainty:{certainty}")
    for hedge, where in _found(tokens, content):
        spans.append(span_of(tokens, where))
        if _RANK[hedge.certainty] > _RANK[certainty]:
            certainty = hedge.certainty
            rules.append(f"hedge:{' '.join(hedge.words)}")
        if hedge.stance is not None and stance == "asserts":
            stance = hedge.stance
    if stance == "asserts":
        stance, rule = _from_content(tokens, content, direct=direct)
        if rule is None:
            stance, rule = _from_words(tokens, content, cue)
        if rule is not None:
            rules.append(rule)
        if rule == "stance:question":
            certainty = "unknown"
    if _is_condition(tokens, content) and _RANK[certainty] < _RANK["possible"]:
        certainty = "possible"
        rules.append("certainty:condition")
    return Judgement(stance, certainty, tuple(sorted(set(spans))), tuple(rules))


def _found(tokens: Tokens, content: Range) -> list[tuple[Hedge, Range]]:
    table = _hedges()
    found: list[tuple[Hedge, Range]] = []
    start, end = content
    hedged = [at for at, word in enumerate(tokens.lowers[start:end], start) if word in table]
    if not hedged:
        return found
    while start < end and tokens[start].text in _QUOTE_MARKS:
        start += 1
    after = start
    for index in hedged:
        for hedge in table[tokens[index].lower] if index >= after else ():
            stop = index + len(hedge.words)
            if stop > end or (stop - index > 1 and tokens.lowers[index:stop] != hedge.words):
                continue
            if _stands(tokens, hedge, index, stop, start, end):
                found.append((hedge, (index, stop)))
                after = stop
                break
    return found


def _stands(tokens: Tokens, hedge: Hedge, index: int, stop: int, start: int, end: int) -> bool:
    if _is_of_relative(tokens, start, index):
        return False
    if hedge.where == "start":
        return index == start
    if hedge.where == "modal":
        negated = index + 1 < end and tokens[index + 1].lower in _NO_HEDGE
        return tokens[index].tag == "MD" and not negated
    if hedge.where == "be":
        return index > 0 and tokens[index - 1].lemma == "be"
    if hedge.where == "infinitive":
        return stop < end and tokens[stop].tag == "VB" and tokens[index].tag != "NN"
    if hedge.where == "perfect":
        return stop < end and tokens[stop].tag in {"VN", "VF", "BE", "RB"}
    return True


def _is_of_relative(tokens: Tokens, start: int, index: int) -> bool:
    """Say whether words hedge only a relative clause: "held two men who were to testify"."""
    before = index - 1
    while before > start and tokens[before].tag in {"AX", "BE", "RB"}:
        before -= 1
    opens = before > start and tokens[before].tag == "WH" and tokens[before].lower in _WHO
    return opens and (tokens[before - 1].text == "," or has_finite(tokens, start, before))


def _from_words(tokens: Tokens, content: Range, cue: Cue | None) -> tuple[Stance, str | None]:
    """Return what is denied, threatened or left open in other words than the cue's."""
    if cue is not None and denies_in_words(tokens, content, cue):
        return "denies", "stance:denied_in_words"
    if cue is not None and threatens_to(tokens, content, cue):
        return "threatens", "stance:warned_of_deed"
    if tokens[content[0]].lower == "whether":
        return "speculates", "stance:unknown_whether"
    return "asserts", None


def _from_content(tokens: Tokens, content: Range, *, direct: bool) -> tuple[Stance, str | None]:
    start, end = content
    while start < end and tokens[start].text in _QUOTE_MARKS:
        start += 1
    if "?" in tokens.lowers[max(start, end - 3) : end]:
        return "speculates", "stance:question"
    words = tokens.lowers[start : min(end, start + 8)] if direct else ()
    if len(words) < 3:
        return "asserts", None
    if words[0] in {"it", "that", "this", "these", "those"} and words[1] in {
        "is",
        "was",
        "’s",
        "are",
        "were",
        "isn’t",
        "wasn’t",
    }:
        negative = words[2] in {"not", "no", "never"} or words[1].endswith("n’t")
        negative = negative and not _POSSIBLE_AFTER_ALL.intersection(tokens.lowers[start:end])
        cleft = words[0] != "it" or any(
            tokens[n].tag in {"TH", "WH"} for n in range(start + 3, min(end, start + 12))
        )
        if negative and cleft:
            return "denies", "stance:negated_cleft"
        if words[2] in {"false", "untrue", "nonsense", "fabricated"} or "lie" in words[2:5]:
            return "denies", "stance:false"
    short = end - start <= 8
    if short and words[0] == "there" and words[2] == "no":
        return "denies", "stance:there_was_none"
    if words[0] == "not" and words[1] in {"one", "a"}:
        return "denies", "stance:not_one"
    if words[0] == "none" and words[1] == "of":
        return "denies", "stance:none_of"
    if words[0] in {"we", "i"} and negated_deed(tokens, start, end):
        return "denies", "stance:negated_deed"
    return "asserts", None


def _is_condition(tokens: Tokens, content: Range) -> bool:
    return tokens[content[0]].lower in {"if", "unless"}
