"""Which expressions of a clause say when it happened, and which clauses look ahead.

"Turnout was 62 percent, eight points lower than in 2022" did not happen in 2022, and "the junta
that took power in 2020 has closed the border" tells of a closure after it. "It hoped to reconnect
them by Sunday" was said of the Sunday to come.
"""

from bisect import bisect_left, bisect_right

from reading.clause import Clause
from reading.model import TimeExpression
from reading.openings import aside_end, ranks_since
from reading.phrases import Range, Tokens, has_finite, is_temporal, phrase_left, verb_group
from reading.tokens import FINITE, NOUNS, Token

_REACH = 9
_SINCE_REACH = 16
_SCHEDULED = frozenset(
    {
        *("arrive", "begin", "close", "come", "end", "expire", "face", "fall", "go", "leave"),
        *("meet", "open", "play", "resume", "return", "run", "start", "take", "travel", "visit"),
    }
)
_INTENDING = frozenset({"hope", "plan", "intend", "aim", "expect", "promise"})
_WANTING = frozenset({"want", "wants", "seek", "seeks", "need", "needs"})
_GIVEN = frozenset({"give", "have", "get", "grant"})
_MORE = frozenset({"more", "less", "fewer", "later", "earlier", "sooner"})
_DAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today"}
)
_COMPARING = frozenset({"compared", "versus", "unlike"})
_SOON = frozenset({"soon", "late", "early", "long", "recently", "far"})
_WIDE = frozenset({"decade", "month", "season", "year"})
_STOPS = frozenset({",", ";", "—", "–"})
_FINDING = frozenset({"be", "find", "get", "have", "leave", "report", "see", "show", "count"})
_BEHIND = frozenset({"about", "after", "against", "for", "over", "since"})
_DEEDS = frozenset({"VF", "VN", "VG", "VB"})
_WAS = frozenset({"had", "was", "were"})
_JUDGING = frozenset(
    {
        *("accuse", "acquit", "charge", "convict", "fine", "imprison", "indict", "jail"),
        *("prosecute", "sentence", "suspect", "try"),
    }
)
_DOCUMENTS = frozenset(
    {
        *("accord", "agreement", "audit", "book", "census", "deal", "film", "interview", "law"),
        *("memo", "pact", "report", "resolution", "ruling", "study", "survey", "treaty"),
    }
)


def dates_the_event(tokens: Tokens, clause: Clause, expression: TimeExpression) -> bool:
    """Say whether an expression dates its clause, and not what it is compared with or told by."""
    words, (begin, end) = expression.span, (clause.start, clause.end)
    first = max(begin, bisect_right(tokens.starts, words.start, begin, end) - 1)
    first += first < end and tokens[first].end <= words.start
    last = bisect_left(tokens.starts, words.end, begin, end) - 1
    if first >= end or last < first:
        return True
    return not (
        _tells_of_person(tokens, clause, first)
        or _is_ranked(tokens, clause.start, first)
        or _is_compared(tokens, clause.start, first, last)
        or _tells_of_subject(tokens, clause, first)
        or _stands_in_aside(tokens, clause, first, last)
        or (expression.precision in _WIDE and _tells_of_object(tokens, clause, first))
        or _names_a_document(tokens, (first, last), clause.end)
        or (expression.precision in _WIDE and _dates_the_offence(tokens, clause, first))
    )


def _is_compared(tokens: Tokens, lowest: int, first: int, last: int) -> bool:
    """Find "than four years ago", "three times as many as in August", "from 75% in May"."""
    number = False
    for index in range(first - 1, max(lowest - 1, first - _REACH), -1):
        lower, tag = tokens[index].lower, tokens[index].tag
        if lower == "than":
            degree = index > 0 and tokens[index - 1].lower in _MORE
            return not (degree and tokens[index + 1].tag == "CD")
        if lower in _COMPARING:
            return (
                index > lowest
            )  # a clause of its own tells what there was: "compared with 2 in …"
        if lower == "as" and first - index <= 2:
            return _is_equative(tokens, index)
        if lower == "to" or lower in _STOPS or tag in FINITE or tag in {"SC", "TH"}:
            return False
        if lower == "from":
            opens = index <= lowest + 1
            return number and not opens and not _is_clock(tokens, index, last)
        number = number or tag == "CD"
    return False


def _is_equative(tokens: Tokens, index: int) -> bool:
    """Tell "as many as in August" from "as soon as Monday" and "as of Monday"."""
    if index == 0 or tokens[index + 1].lower == "of":
        return False
    before = tokens[index - 1]
    many = before.lower in {"many", "much", "few", "little"}
    return many or (before.lower not in _SOON and before.tag in {"JJ", "NN", "RB"})


def _is_clock(tokens: Tokens, start: int, last: int) -> bool:
    return any(
        tokens[n].lower.rstrip(".") in {"p.m", "a.m", "pm", "am"} for n in range(start, last)
    )


def _tells_of_subject(tokens: Tokens, clause: Clause, first: int) -> bool:
    """Find a relative clause of the subject, closed before the verb of the clause.

    "The suspect in a robbery over the weekend appeared on Monday": the day behind the verb counts.
    """
    verb = _main_verb_after(tokens, clause, first)
    if verb is None:
        return False
    opens_with_subject = tokens[clause.start].tag in {"DT", "NN", "NP", "CD"}
    alone = not any(tokens[n].tag in FINITE for n in range(clause.start, first))
    inside = alone and opens_with_subject and "," not in _words(tokens, clause.start, verb)
    behind = _words(tokens, verb + 1, min(clause.end, verb + _REACH))
    if inside and first > clause.start + 2 and not _DAYS.isdisjoint(behind):
        return True
    relative = None
    for index in range(clause.start + 1, first):
        if tokens[index].lower in {"that", "which", "who"} and tokens[index - 1].tag in NOUNS:
            relative = index
    return (
        relative is not None
        and any(tokens[n].tag in FINITE for n in range(relative + 1, first))
        and not any(tokens[n].tag in FINITE for n in range(clause.start, relative))
    )


def _words(tokens: Tokens, start: int, end: int) -> tuple[str, ...]:
    return tokens.lowers[start:end]


def _tells_of_object(tokens: Tokens, clause: Clause, first: int) -> bool:
    """Find "suspects a gang that had seized a boat in October", "which a court gave to it"."""
    relative, comma = None, False
    for index in range(clause.start + 1, first):
        if tokens[index].lower not in {"that", "which", "who"}:
            continue
        after_comma = tokens[index - 1].lower == "," and tokens[index - 2].tag in NOUNS
        if after_comma or tokens[index - 1].tag in NOUNS:
            relative, comma = index, after_comma
    if relative is None:
        return False
    verbs = [tokens[n] for n in range(relative + 1, first) if tokens[n].tag in FINITE]
    return bool(verbs) and (comma or verbs[0].lower == "had")


def _tells_of_person(tokens: Tokens, clause: Clause, first: int) -> bool:
    """Find "the leader, who left in May and …, is on trial": what happened to him before."""
    for comma in range(clause.start, first):
        if tokens[comma].lower != ",":
            continue
        if tokens[comma + 1].lower == "who" and not has_finite(tokens, clause.start, comma):
            closing = aside_end(tokens, comma, clause.end)
            return closing is not None and first < closing
    return False


def _stands_in_aside(tokens: Tokens, clause: Clause, first: int, last: int) -> bool:
    """Find "the store, opened in 1968, needs work": what an aside tells, its date with it."""
    verb = last + 2
    while verb < clause.end - 1 and tokens[verb].tag == "RB":
        verb += 1
    closes = last + 2 < clause.end and tokens[last + 1].lower == ","
    if not closes or tokens[verb].tag not in FINITE:
        return False
    opener = first - 1
    while opener > clause.start and tokens[opener].lower not in _STOPS:
        opener -= 1
    opens = tokens[opener].lower == "," and opener > clause.start and opener + 1 < first
    if not opens or tokens[opener + 1].tag in {"VN", "VF", "WH"}:
        return opens
    apposed = tokens[opener + 1].tag == "DT" and tokens[opener - 1].tag in NOUNS
    return apposed and tokens[clause.start].tag in {"DT", "NP"} and not (
        has_finite(tokens, clause.start, first)
    )  # fmt: skip


def _main_verb_after(tokens: Tokens, clause: Clause, first: int) -> int | None:
    """Return the finite verb that follows an expression with no new clause between them."""
    for index in range(first, clause.end):
        if tokens[index].tag in FINITE:
            return index
        if tokens[index].tag in {"SC", "TH", "WH", "CC"} or tokens[index].lower == ";":
            return None
    return None


def _names_a_document(tokens: Tokens, where: Range, end: int) -> bool:
    """Find "a 2023 report", "the 2018 agreement": the year is the name's."""
    first, last = where
    if first == 0 or tokens[first - 1].tag not in {"DT", "PS"}:
        return False
    if tokens[first - 1].tag == "DT" and first > 1 and tokens[first - 2].lower in _BEHIND:
        # "for the 2012 killing", "against the May 1 coup"
        return last + 1 < end and tokens[last + 1].tag in {"NN", "JJ"}
    if first != last:
        return False
    if tokens[first - 1].tag == "PS":  # "upheld Berg's 2022 conviction"
        first = phrase_left(tokens, first, 0) + 1
    after = next((n for n in range(last + 1, min(end, last + 4)) if tokens[n].tag == "NN"), None)
    if after is None:
        return False
    acted_on = first > 1 and tokens[first - 2].tag in {"VF", "VB", "VN", "VG", "RP"}
    return tokens[after].lower in _DOCUMENTS or acted_on or _is_particle(tokens, first - 2)


def _dates_the_offence(tokens: Tokens, clause: Clause, first: int) -> bool:
    """Find "jailed two men over riots in Sula in 2017": the year of what they are jailed for."""
    judged = False
    for index in range(clause.start, first):
        judged = judged or (tokens[index].tag in _DEEDS and tokens[index].lemma in _JUDGING)
        if judged and tokens[index].lower in {"for", "of", "over"}:
            return tokens[index + 1].tag in {"DT", "JJ", "NN", "NP", "VG", "PS"}
    return False


def dates_a_participle(
    tokens: Tokens, clause: Clause, expression: TimeExpression, *, ahead: bool
) -> bool:
    """Find "the release of six men arrested on June 6": the day of the arrest.

    `ahead` says that something is demanded or planned.
    """
    first = next(
        (n for n in range(clause.start, clause.end) if tokens[n].end > expression.span.start), None
    )
    if first is None:
        return False
    verb = first - 1 - (tokens[first - 1].tag in {"IN", "JJ"})
    while verb > clause.start and tokens[verb].tag in {"NP", "IN"}:
        verb -= 1
    hangs = verb > clause.start and tokens[verb].tag == "VN" and tokens[verb - 1].tag in NOUNS
    ruled = clause.verb is not None and tokens[clause.verb].lemma in _FINDING
    return hangs and not ruled and (ahead or has_finite(tokens, clause.start, verb))


def dates_what_was(tokens: Tokens, clause: Clause, expression: TimeExpression) -> bool:
    """Find "will take back the hill that fell on Sunday": the day on which it fell."""
    for index in range(clause.start + 1, clause.end):
        if tokens[index].start >= expression.span.start:
            return False
        told = tokens[index - 1].tag == "WH" or tokens[index - 1].lower == "that"
        if told and tokens[index].tag in FINITE and tokens[index - 2].tag in NOUNS | {"RB"}:
            break
    else:
        return False
    past = tokens[index].lower in _WAS or (
        tokens[index].tag == "VF" and not _is_present(tokens[index])
    )
    between = range(index + 1, clause.end)
    return past and not any(
        tokens[n].lower in _STOPS or tokens[n].tag in FINITE
        for n in between
        if tokens[n].end <= expression.span.start
    )


def _is_particle(tokens: Tokens, index: int) -> bool:
    """Say whether "aside" belongs to the verb before: "set aside the 2021 permit"."""
    particle = index > 0 and tokens[index].lower in {"aside", "down", "off", "out", "up"}
    return particle and tokens[index - 1].tag in {"VF", "VN", "VB", "VG"}


def goes_on_since(tokens: Tokens, clause: Clause, expression: TimeExpression | None) -> bool:
    """Say whether "since" opens what an expression dates: "since it won independence in 1974"."""
    if expression is None:
        return False
    first = next(
        (n for n in range(clause.start, clause.end) if tokens[n].end > expression.span.start),
        clause.start,
    )
    for index in range(first, max(clause.start - 1, first - _SINCE_REACH), -1):
        if tokens[index].lower == "since":
            return True
        if tokens[index].lower in _STOPS:
            return False
    return False


def _is_ranked(tokens: Tokens, lowest: int, first: int) -> bool:
    for index in range(first, max(lowest, first - _REACH), -1):
        if tokens[index].lower == "since":
            return ranks_since(tokens, lowest, index)
        if tokens[index].lower in _STOPS:
            return False
    return False


def _is_scheduled(tokens: Tokens, verb: int, end: int) -> bool:
    """Find "talks resume on Thursday": the present, with a day named after it, is yet to come."""
    token = tokens[verb]
    if token.lemma not in _SCHEDULED or token.tag != "VF" or not _is_present(token):
        return False
    return any(
        tokens[n].lower in {"on", "from", "next"} and is_temporal(tokens, n + 1, min(end, n + 4))
        for n in range(verb + 1, min(end - 1, verb + _REACH))
    )


def _is_present(token: Token) -> bool:
    return token.lower == token.lemma or token.lower.endswith("s")


def looks_ahead(tokens: Tokens, clause: Clause) -> bool:
    """Say whether a clause tells of what is hoped, planned or given time for.

    "It hoped to reconnect the rest", "she expected the trial to open", "he was given until Monday",
    "they want a vote by the end of March".
    """
    if clause.verb is None:
        return False
    if _is_scheduled(tokens, clause.verb, clause.end) or tokens[clause.verb].lower in _WANTING:
        return True
    end = verb_group(tokens, clause.verb, clause.end)[1]
    lemma = tokens[end - 1].lemma
    if lemma in _GIVEN and end < clause.end and tokens[end].lower == "until":
        return True
    if lemma not in _INTENDING:
        return False
    for index in range(end, min(clause.end - 1, end + _REACH)):
        if tokens[index].tag in FINITE or tokens[index].lower in _STOPS:
            return False
        if tokens[index].tag == "TO":
            return tokens[index + 1].tag in {"VB", "BE", "AX"}
    return False
