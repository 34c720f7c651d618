"""What a claim takes from the claims before it: a whole, an antecedent, places already named.

"Two of them" are two of the number just given, "these accusations" are somebody else's last claim,
and a sentence that names no place may speak of the places of its thread.
"""

from collections.abc import Sequence

from reading.model import Claim, Sentence, Slot
from reading.openings import share
from reading.statement import Statement

_CARRIED_CLAIMS = 6
_ANAPHORS = frozenset({"this", "that", "these", "those", "the", "such"})
_DEEDS = frozenset(
    {"bill", "deal", "law", "measure", "measures", "offer", "plan", "proposal", "sanctions"}
)


def whole_of(statements: Sequence[Statement], claims: Sequence[Claim], index: int) -> int | None:
    """Return the claim before whose number a part is a part of, or whose unit it shares."""
    statement = statements[index]
    clause = statement.clause
    if clause.kind not in {"part", "gapped"}:
        return None
    listed = share(statement.tokens, clause.start, clause.end)  # one beside other parts
    for other in range(index - 1, -1, -1):
        if statements[other].sentence != statement.sentence:
            return None
        whole = claims[other]
        if whole.quantities and not (listed and whole.part_of is not None):
            return other
    return None


def antecedent_of(
    statements: Sequence[Statement], claims: Sequence[Claim], index: int, stance: str
) -> tuple[int | None, tuple[str, ...]]:
    """Return what "these accusations" answer to: the nearest claim of somebody else."""
    if stance not in {"denies", "neither_confirms_nor_denies"}:
        return None, ()
    statement = statements[index]
    tokens = statement.tokens
    start, end = statement.content
    while end > start and tokens[end - 1].tag == "PU":
        end -= 1
    first = tokens[start].lower
    short = end - start <= 4 and first in _ANAPHORS
    comment = statement.frame is not None and statement.frame.complement == "none"
    if not (short or comment) or (short and tokens[end - 1].lower in _DEEDS):
        return None, ()
    for other in range(index - 1, -1, -1):
        claim = claims[other]
        if claim.source.name != statement.source.name and claim.stance == "asserts":
            told = statements[other]
            goes_on = short and told.clause.kind == "shared_subject" and told.lead is not None
            # "had crossed and been driven back": the crossing
            return told.lead if goes_on else other, ("antecedent:nearest",)
    return None, ()


def carried_slots(
    statements: Sequence[Statement],
    claims: Sequence[Claim],
    sentences: Sequence[Sentence],
    index: int,
    antecedent: int | None,
) -> tuple[Slot, ...]:
    """Slots of the claims before in the same thread, nearest first."""
    if antecedent is not None:
        return claims[antecedent].slots
    statement = statements[index]
    found: list[Slot] = []
    for other in range(index - 1, max(-1, index - 1 - _CARRIED_CLAIMS), -1):
        earlier = statements[other]
        same_sentence = earlier.sentence == statement.sentence
        same_thread = statement.inherits is not None and (
            statement.inherits in {other, earlier.inherits}
        )
        same_paragraph = (
            sentences[earlier.sentence].paragraph == sentences[statement.sentence].paragraph
        )
        if not (same_sentence or same_thread or same_paragraph):
            break
        found += [slot for slot in claims[other].slots if slot.function != "source"]
    return tuple(found)
