"""Where a clause opens that hangs on the one before: ", which fell", "while Y rose", "before …"."""

from reading.open_clause import Cut, OpenClause
from reading.openings import long_subject, ranks_since
from reading.phrases import finite_at, is_temporal
from reading.tokens import FINITE

_CONTRASTS = frozenset({"while", "whereas", "although", "though", "so"})
_HEADED = _CONTRASTS | {"since", "before"}
_AHEAD = frozenset({"expected", "due", "set", "scheduled", "planned"})
_FINITE_OR_GERUND = FINITE | {"VG"}


def relative(here: OpenClause, comma: int, index: int) -> Cut | None:
    """Cut before ", which fell" and ", where schools closed", not in the midst of a clause."""
    tokens, later = here.tokens, index + 1
    while later < here.end and tokens[later].tag == "RB":
        later += 1
    if tokens[index].lower in {"when", "where"}:
        return Cut(comma, index, "relative") if here.clause_at(later) else None
    if tokens[index].lower == "who" and not here.framed:
        return None
    if later >= here.end or tokens[later].tag not in FINITE:
        return None
    goes_on = any(
        tokens[n].lower == "," and tokens[n + 1].tag in _FINITE_OR_GERUND
        for n in range(later, here.end - 1)
    )
    return None if goes_on else Cut(comma, index, "relative")


def subordination(here: OpenClause, stop: int, index: int) -> Cut | None:
    """Cut before "while Y rose" and "since X left", and before what "before" says is planned."""
    tokens, lower = here.tokens, here.tokens[index].lower
    if lower not in _HEADED or lower == "so":
        return None
    long = lower == "since" and long_subject(tokens, index + 1, here.end)
    if not long and not here.clause_at(index + 1):
        return None
    if lower == "since":
        dated = is_temporal(tokens, index + 1, min(here.end, index + 3))
        dated = dated or tokens[index + 1].lower in {"early", "late", "then"}
        ranked = ranks_since(tokens, here.begin, index)
        named = tokens[index + 1].tag != "PR"
        return Cut(stop, index + 1, "since") if named and not dated and not ranked else None
    if lower != "before":
        at_the_time = lower == "while" and index == stop and tokens[index + 1].tag == "PR"
        return None if at_the_time else Cut(stop, index + 1, "contrast")
    verb = finite_at(tokens, index + 1, here.end)
    if verb is None:
        return None
    planned = any(tokens[n].lower in _AHEAD for n in range(verb, min(here.end, verb + 3)))
    ahead = planned or (tokens[verb].tag == "MD" and tokens[verb].lower not in {"can", "could"})
    return Cut(stop, index, "before") if ahead else None
