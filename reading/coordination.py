"""Where "and" and "but" join two clauses: with a subject of its own, or a second verb for one.

They join words, numbers and two verbs side by side as well; there nothing is cut.
"""

from reading.open_clause import Cut, OpenClause
from reading.openings import (
    another_fate,
    describes,
    figure_and_place,
    share,
    two_adverbs,
    undergone,
    undergone_beside,
)
from reading.phrases import finite_at, has_finite
from reading.tokens import FINITE, NOMINAL, NOUNS

_SHARES = frozenset({"part", "gapped"})
_HARMING = frozenset({"destroy", "displace", "injure", "kill", "wound"})
_NO_VERB_NEXT = NOMINAL | {"IN", "TO", "RB"}
_BETWEEN_REACH = 7


def at_conjunction(here: OpenClause, index: int) -> Cut | None:
    """Return the cut at "and", "but" or "yet", or None where it joins words."""
    following = here.tokens[index + 1]
    undone = here.tokens[index].lower == "yet" and here.tokens[index - 1].lower == "not"
    if undone or _joins_words(here, index):
        return None
    if is_share(here, index + 1):
        return next_share(here, index, index + 1)
    if is_fate(here, index):
        return Cut(index, index + 1, "gapped")
    if undergone(here.tokens, index, here.begin, here.border, here.end):
        return Cut(index, index + 1, "gapped")
    if two_adverbs(here.tokens, index):
        return None
    if here.kind == "part" and following.tag == "CD":
        return None
    if following.tag == here.tokens[here.begin].tag == "VG":
        counts = here.counted(index + 2) or here.counted(index + 3)
        counts = counts or following.lemma in _HARMING
        return Cut(index, index + 1, "result") if counts else None
    if here.charges and following.lower in {"of", "for"}:
        return Cut(index, index + 1, "coordinate")
    return coordination(here, index, index + 1, here.border)


def is_fate(here: OpenClause, joint: int) -> bool:
    """Find "30 wounded" after "12 dead and"; "With 12 dead and 30 wounded, Orvel …" only leads."""
    hangs = here.tokens[here.begin].lower == "with"
    if hangs and here.kind == "main":
        return False
    if hangs and here.tokens[joint].tag == "CC" and undergone_beside(here.tokens, joint, here.end):
        return True
    return another_fate(here.tokens, joint, here.begin, here.end)


def is_share(here: OpenClause, index: int) -> bool:
    """Find "five in Odesa" after "12 people died in Lviv and", "30 in Marla," before it."""
    if not share(here.tokens, index, here.end):
        return False
    sharing = here.kind in _SHARES
    return sharing or figure_and_place(here.tokens, here.begin, index - 1)


def next_share(here: OpenClause, stop: int, start: int) -> Cut:
    """Cut before a number and its place: parts of a whole, or figures that share one verb."""
    return Cut(stop, start, "part" if here.kind == "part" else "gapped")


def _joins_words(here: OpenClause, conjunction: int) -> bool:
    """Say whether "and" joins two numbers, or the two sides of "between"."""
    tokens = here.tokens
    if tokens[conjunction - 1].tag == tokens[conjunction + 1].tag == "CD":
        return True
    lowest = max(here.begin, conjunction - _BETWEEN_REACH)
    for index in range(conjunction - 1, lowest - 1, -1):
        if tokens[index].lower == "between":
            return True
        if tokens[index].tag in FINITE or tokens[index].lower in {"and", ","}:
            return False
    return False


def coordination(here: OpenClause, stop: int, start: int, border: int) -> Cut | None:
    """Cut before a clause with a subject of its own, or before a second verb for one subject.

    Parameters
    ----------
    here : OpenClause
    stop, start : int
        Where the clause ends, and what stands behind the conjunction.
    border : int
        Where the verb that is joined to may stand.
    """
    tokens, after = here.tokens, start
    while after < here.end and tokens[after].tag == "RB":
        after += 1
    undone = any(tokens[n].lower == "not" for n in range(start, min(after, here.end)))
    if after >= here.end or (undone and tokens[after].tag == "VF"):
        return None  # "sent but not yet accepted"
    if tokens[after].tag == "TH" and has_finite(tokens, after + 1, here.end):
        return Cut(stop, after + 1, "coordinate")
    if _within_relative(here, border, stop):
        return None
    verb = finite_at(tokens, border, stop)
    if verb is None and here.headline and tokens[stop].lower == "," and here.clause_at(after):
        return Cut(stop, start, "coordinate")
    if verb is None and here.kind == "part" and tokens[after].tag == "VF":
        return Cut(stop, start, "shared_subject")  # "nine, two of them boys, and seized gold"
    if verb is None and here.colon and tokens[stop].lower == "," and here.clause_at(after):
        return Cut(stop, start, "coordinate")  # "reported windows breaking, and dozens ran"
    if verb is None:
        deed = here.colon and tokens[after].tag == "VF" and stop > border
        return Cut(stop, start, "shared_subject") if deed else None
    if tokens[after].tag == "VN" and tokens[verb].tag == "AX":
        return _shared_participle(here, stop, after, verb)
    if tokens[after].tag in FINITE:
        last = max(n for n in range(border, stop) if tokens[n].tag in FINITE or n == verb)
        twins = stop - last < 3 and tokens[after].tag == "VF"
        twins = twins and tokens[stop - 1].tag != "CD"  # but "killed 12 and wounded 30"
        apart = stop - last > 1 and here.counted(after + 1, reach=3)
        twins = twins and not apart  # but "burned mills and killed 12"
        twins = twins or describes(tokens, stop, after) or _stands_alone(here, after)
        return None if twins else Cut(stop, start, "shared_subject")
    return Cut(stop, start, "coordinate") if here.clause_at(after) else None


def _stands_alone(here: OpenClause, verb: int) -> bool:
    """Say whether a second verb is all that "a ferry hit a rock and sank, killing two" adds."""
    behind = verb + 1
    return behind < here.end and here.tokens[behind].lower == "," and here.border > here.begin


def _within_relative(here: OpenClause, border: int, stop: int) -> bool:
    """Say whether what was read tells only of the subject: "The fire that killed two and …"."""
    tokens, opener = here.tokens, border - 1
    if opener <= here.begin or tokens[opener].lower not in {"that", "who", "which"}:
        return False
    if tokens[opener - 1].tag not in NOUNS or tokens[opener].tag == "PR":
        return False
    verbs = [n for n in range(border, stop) if tokens[n].tag in FINITE or tokens[n].lower == ","]
    return len(verbs) == 1 and not has_finite(tokens, here.begin, opener)


def _shared_participle(here: OpenClause, stop: int, after: int, verb: int) -> Cut | None:
    """Read "has grown to 900 acres and driven people from their homes"."""
    tokens = here.tokens
    far = stop - verb >= 4 and tokens[stop - 1].tag in NOUNS
    goes_on = after + 1 < here.end and tokens[after + 1].tag in _NO_VERB_NEXT
    return Cut(stop, after, "shared_subject") if far and goes_on else None
