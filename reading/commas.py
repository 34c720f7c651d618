"""Where a comma parts two things claimed: ", including 30", ", killing two", ", compared with 40".

Most commas part nothing: names in a row, asides, dates.
"""

from reading.coordination import coordination, is_fate, is_share, next_share
from reading.open_clause import Cut, OpenClause
from reading.openings import (
    PARTED,
    besides,
    fate_of_some,
    figure_ahead,
    part_of_them,
    recorded,
    with_count,
    with_toll,
)
from reading.phrases import has_finite, is_temporal
from reading.sequels import compared, earlier, meanwhile
from reading.subordination import relative, subordination
from reading.tokens import FINITE, NOUNS

_CONTRASTS = frozenset({"while", "whereas", "although", "though", "so"})
_JOINTS = frozenset({"and", "but", "yet"})
_SHARES = frozenset({"part", "gapped"})
_DOING = frozenset(
    {
        *(
            "block",
            "burn",
            "bury",
            "close",
            "cut",
            "damage",
            "destroy",
            "displace",
            "flood",
            "injure",
        ),
        *("kill", "open", "seize", "sink", "sweep", "topple", "trap", "wound"),
    }
)
_TOTALLING = frozenset({"bring", "take", "raise", "push", "lift", "put"})
_HAVING = frozenset({"had", "has", "have"})
_HARMING = frozenset({"arrest", "displace", "hurt", "injure", "kill", "wound"})
_CALLED = frozenset({"base", "call", "know", "locate", "name", "own"})
_LATER = frozenset({"later", "then"})
_REVISING = frozenset({"cut", "downgrade", "lower", "raise", "revise", "upgrade"})
_RELATIVES = frozenset({"which", "who", "when", "where"})
_ENDING = FINITE | {"SC", "WH", "TH", "PU"}


def at_comma(here: OpenClause, comma: int) -> Cut | None:
    """Return the cut at a comma outside quotations, or None where it parts nothing."""
    index = comma + 1
    token = here.tokens[index]
    if token.quote >= 0:
        return None
    if token.lower in _CONTRASTS:
        led = here.has_verb(comma) or here.kind in {"contrast", "part", "result"}
        two = led and here.clause_at(index + 1)
        return Cut(comma, index + 1, "contrast") if two else None
    if is_share(here, index + (token.tag == "CC")):
        return next_share(here, comma, index + (token.tag == "CC"))
    if is_fate(here, comma):
        return Cut(comma, index, "gapped")
    if token.tag == "CC" and here.kind == "part" and fate_of_some(here.tokens, index + 1, here.end):
        return Cut(comma, index + 1, "gapped")  # "12 dead, including two boys, and 30 wounded"
    if token.tag == "CC":
        joint = token.lower in _JOINTS and index + 1 < here.end
        return coordination(here, comma, index + 1, here.begin) if joint else None
    return _behind_comma(here, comma)


def _behind_comma(here: OpenClause, comma: int) -> Cut | None:
    """Cut before what hangs on a clause: ", which fell", ", including 30", ", killing two"."""
    index = comma + 1
    token = here.tokens[index]
    if token.lower in _RELATIVES and token.tag != "NP" and (here.framed or here.has_verb(comma)):
        return relative(here, comma, index)
    if here.kind == "result" and _is_result(here, index):
        return Cut(comma, index, "result")  # "killing ten, destroying five trucks"
    if besides(here.tokens, index, here.end):
        return Cut(comma, index, "gapped")
    if here.kind not in _SHARES and not here.has_verb(comma):
        return _comma_of_object(here, comma, index)
    deed = token.tag == "VF" or (token.tag == "VN" and here.counted(index + 1))
    if deed and ((here.headline and token.tag == "VF") or _is_listed(here, comma)):
        return Cut(comma, index, "shared_subject")
    if here.headline and here.counted(index):
        return Cut(comma, index, "result")
    if here.headline and token.lower in _HARMING and here.counted(index + 1):
        return Cut(comma, index, "shared_subject")  # "Blasts Kill 17, Wound 60"
    if here.headline and token.tag in NOUNS and here.tokens[index + 1 : index + 2]:
        done = here.tokens[index + 1]
        told = done.tag in {"VN", "VF"} and done.lemma not in _CALLED
        return Cut(comma, index, "coordinate") if told else None
    whole = here.tokens[here.begin].lower in {"of", "among"}  # "Of the 12 freed, one died"
    listed = here.kind != "part" and here.counted(here.begin) and here.counted(index)
    listed = listed and not (whole and "," not in here.tokens.lowers[here.begin : comma])
    if listed and here.clause_at(index):
        return Cut(comma, index, "coordinate")  # "10 houses fell, 19 wells were buried and …"
    if _is_part(here, index):
        return Cut(comma, index, "part")
    return _hanging(here, comma, index)


def _hanging(here: OpenClause, comma: int, index: int) -> Cut | None:
    """Cut before ", compared with 40", ", as X slept", ", a day after X", ", before X"."""
    tokens, lower = here.tokens, here.tokens[index].lower
    if compared(tokens, index, here.end) or meanwhile(tokens, index, here.end):
        return Cut(comma, index + (lower == "as"), "contrast")
    begins = earlier(tokens, index, here.end)
    if begins is not None:
        return Cut(comma, begins, "earlier")
    if _is_result(here, index) or with_count(tokens, index, here.end):
        return Cut(comma, index, "result")
    if lower in {"since", "before"}:
        return subordination(here, comma, index)
    return None


def _comma_of_object(here: OpenClause, comma: int, index: int) -> Cut | None:
    """Cut behind an object alone: "reported 40 cases, including two deaths"."""
    lower = here.tokens[index].lower
    if here.framed and lower in {"among", "including"} and _is_part(here, index):
        if _goes_on(here, index):
            return None  # "410 people, including 13 nuns, had been rescued"
        return Cut(comma, index, "part")
    if compared(here.tokens, index, here.end):
        return Cut(comma, index, "contrast")
    told = _is_total(here, index) or _is_revised(here, index)
    if here.framed and (told or with_toll(here.tokens, index, here.end)):
        return Cut(comma, index, "result")  # "reported 12 deaths, bringing the toll to 40"
    begins = earlier(here.tokens, index, here.end) if here.has_infinitive(comma) else None
    if begins is not None:
        return Cut(comma, begins, "earlier")
    demanded = here.framed and lower in _RELATIVES and here.has_infinitive(comma)
    return relative(here, comma, index) if demanded else None


def _goes_on(here: OpenClause, index: int) -> bool:
    """Say whether the verb of the subject stands behind the comma that closes an aside."""
    tokens = here.tokens
    closing = next((n for n in range(index, here.end - 1) if tokens[n].lower == ","), None)
    if closing is None or has_finite(tokens, index, closing):
        return False
    return tokens[closing + 1].tag in FINITE


def _is_listed(here: OpenClause, comma: int) -> bool:
    """Find the middle predicate of three: "raided the house, seized 40 rifles and fled"."""
    tokens, opens = here.tokens, comma + 2
    if opens >= here.end or tokens[opens].tag not in {"DT", "CD", "NP", "PR", "PS"}:
        return False
    if is_temporal(tokens, opens, min(here.end, opens + 2)):
        return False  # "the town, burned the year before and rebuilt"
    form = tokens[comma + 1].tag
    before = range(here.begin, comma)
    perfect = any(tokens[n].lower in _HAVING for n in before) and here.counted(comma + 2)
    if not perfect and (form != "VF" or not any(tokens[n].tag == "VF" for n in before)):
        return False
    for index in range(opens, here.end - 1):
        if tokens[index].lower == "and" and tokens[index + 1].tag in {"VF", form}:
            return True
        if tokens[index].tag in _ENDING:
            return False
    return False


def _is_part(here: OpenClause, index: int) -> bool:
    """Find "including 500 officers", "among them a boy", "with three of them"."""
    tokens, lower = here.tokens, here.tokens[index].lower
    if lower == "including":
        return here.counted(index + 1)
    if lower == "with" and recorded(tokens, index + 1, here.end):
        return True
    if lower == "among" and index + 2 < here.end and tokens[index + 1].lower in PARTED:
        return tokens[index + 2].lower in {"a", "an"} or here.counted(index + 2)
    if lower == "of" and tokens[index + 1].lower in PARTED:
        return here.counted(index + 2)
    return part_of_them(tokens, index + (lower == "with"), here.end)


def _is_result(here: OpenClause, index: int) -> bool:
    """Find "killing two soldiers", "bringing the total to 9,500"."""
    token = here.tokens[index]
    if _is_revised(here, index):
        return True
    if token.tag != "VG" or token.lemma in {"cite", "quote"}:
        return False
    total = _is_total(here, index)
    done = token.lemma in _DOING and _has_object(here, index + 1)
    return total or done or here.counted(index + 1, reach=4)


def _is_total(here: OpenClause, index: int) -> bool:
    token = here.tokens[index]
    totals = token.tag == "VG" and token.lemma in _TOTALLING
    return totals and figure_ahead(here.tokens, index + 1, here.end)


def _is_revised(here: OpenClause, index: int) -> bool:
    """Find "later lowering it to 6"."""
    if here.tokens[index].lower not in _LATER or index + 2 >= here.end:
        return False
    revised = here.tokens[index + 1]
    changed = revised.tag == "VG" and revised.lemma in _REVISING
    return changed and figure_ahead(here.tokens, index + 2, here.end)


def _has_object(here: OpenClause, index: int) -> bool:
    """Say whether a noun phrase with an article or a name stands right there."""
    tokens = here.tokens
    index += index < here.end and tokens[index].tag in {"RB", "IN"}
    return index + 1 < here.end and tokens[index].tag in {"DT", "NP"}
