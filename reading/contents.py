"""What a frame rules is taken apart: its clauses, whose word each is, and which cue it is told by.

"X urged them to wait for the result, which is due on Monday" tells what X urged and, beside it, a
fact of the report's own.
"""

from dataclasses import replace

from reading.clause import Clause, main_verb
from reading.clauses import split_clauses
from reading.cues import ACCORDING, Cue, Frame
from reading.openings import counted
from reading.phrases import Tokens
from reading.regions import Region
from reading.source import HEARSAY
from reading.tokens import FINITE

_HEARSAY = HEARSAY | {"claim", "claims"}


def clauses_of(
    tokens: Tokens, region: Region, frame: Frame, *, headline: bool
) -> tuple[Clause, ...]:
    """Return the clauses of what a frame rules: one where its words stand or fall together."""
    if region.whole or _denies_hearsay(tokens, region, frame):
        if region.whole and frame.form == "around":
            verb = _verb_around(tokens, region, frame)
        else:
            verb = main_verb(tokens, region.start, region.end)
        return (Clause(region.start, region.end, "main", verb),)
    return split_clauses(
        tokens,
        region.start,
        region.end,
        headline=headline,
        charges=frame.complement in {"object_of", "of"},
        colon=frame.complement == "np",
        framed=True,
    )


def _denies_hearsay(tokens: Tokens, region: Region, frame: Frame) -> bool:
    """Say whether all that "reports that two fled and four died" tell is denied as one."""
    opens = tokens[region.start : region.start + 3]
    told = [token.lower in _HEARSAY for token in opens]
    linked = any(token.tag == "TH" for token in opens)
    return frame.cue.stance == "denies" and frame.complement == "np" and linked and any(told)


def _verb_around(tokens: Tokens, region: Region, frame: Frame) -> int | None:
    """Return the verb of what stands on both sides of the speaker."""
    verbs = [
        n
        for n in range(region.start, region.end)
        if tokens[n].tag in FINITE and not frame.start <= n < frame.end
    ]
    quoted = [n for n in verbs if tokens[n].quote >= 0]
    return next(iter(quoted or verbs), None)


def leads(tokens: Tokens, frame: Frame) -> bool:
    """Say whether what is said begins before "according to": "In Orvel, according to X, two …"."""
    before = frame.start - 1
    return frame.form == "according" and before > 0 and tokens[before].lower == ","


def is_aside(tokens: Tokens, clause: Clause, frame: Frame) -> bool:
    """Say whether a clause is the article's own, though it stands behind somebody's words.

    "X urged them to wait for the result, which is due on Monday"; "X said …, while Y offered to
    …"; "X ordered an inquiry and left".
    """
    if clause.kind == "relative":
        spoken = frame.complement in {"clause", "quote", "post"} or frame.cue is ACCORDING
        said = frame.cue.stance == "asserts" and spoken
        of_person = tokens[clause.start].lower == "who" and frame.form != "after"
        return not said or of_person
    if clause.kind == "earlier" and frame.complement not in {"clause", "post", "quote"}:
        return True
    acts = tokens[clause.start - 1].tag == "CC" and tokens[clause.start].tag != "CD"
    joined = clause.kind == "shared_subject" or (clause.kind == "coordinate" and acts)
    if joined and (frame.form, frame.complement) == ("before", "np"):
        return True
    before = tokens[clause.start - 1].lower if clause.start else ""
    if counted(tokens, clause.start, clause.end):
        return False  # "said that two died, while four were wounded"
    shown = frame.cue.name in {"indicate", "show"}  # "a chart showing that A, while B"
    contrasts = clause.kind == "contrast" and frame.form == "before" and not shown
    return contrasts and before in {"while", "whereas"}


def cue_of(region: Region, frame: Frame, clause: Clause, number: int) -> Cue:
    """Return the cue that gives a clause its stance: what follows a denied thing is asserted."""
    cue = region.cue or frame.cue
    asked = "addressee" in cue.complements or cue.name == "ask"
    if asked and frame.complement in {"object_to", "for"}:
        cue = replace(cue, stance="requests")
    if number and frame.complement in {"np", "none"} and clause.kind != "part":
        return replace(cue, stance="asserts", certainty="stated")
    if clause.kind == "relative" and cue.stance != "asserts":
        return replace(cue, stance="asserts", certainty="stated")
    return cue
