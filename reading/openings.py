"""What stands at the opening of a range: a subject and its verb, a number, an apposition."""

from reading.phrases import Tokens, finite_at, has_finite, phrase_right
from reading.tokens import FINITE, NOMINAL

_OPENING_REACH = 14
_APPOSITION_REACH = 16
_FIGURE_REACH = 16
_SHARE_REACH = 7
_ASIDE_REACH = 40
_RANKING_REACH = 12
_LONG_SUBJECT = 20
RANKING = frozenset(
    {
        *("first", "second", "third", "fourth", "fifth", "only", "most", "least", "best", "worst"),
        *("biggest", "bloodiest", "busiest", "closest", "coldest", "costliest", "deadliest"),
        *("deepest", "driest", "earliest", "fastest", "fiercest", "greatest", "heaviest"),
        *("highest", "hottest", "largest", "latest", "lightest", "longest", "lowest", "poorest"),
        *("richest", "sharpest", "slowest", "smallest", "steepest", "strongest", "warmest"),
        *("weakest", "wettest", "record"),
    }
)
ASIDES = frozenset({"who", "which", "whose", "where", "when"})
_FINITE_OR_PARTICIPLE = FINITE | {"VN"}
_APPOSED = frozenset({"DT", "NN", "NP", "WH", "JJ", "CD"})
_STANDING_ALONE = frozenset(
    {"those", "these", "this", "some", "several", "many", "most", "both", "all", "few"}
)
_QUANTITIES = frozenset({"dozens", "hundreds", "thousands", "millions", "scores"})
_BEFORE_NUMBER = frozenset({"IN", "JJ", "RB", "DT", "PR"})
_COUNTERS = frozenset(
    {
        *("some", "several", "many", "most", "all", "both", "dozens", "hundreds", "thousands"),
        *("a", "an", "few", "none", "half", "last", "first", "latest"),
    }
)
_PLACING = frozenset({"in", "at", "near", "around", "outside", "across", "off"})
_CONDITIONS = frozenset({"care", "condition", "state"})
_BREAKING = frozenset({"CC", "PU", "SC", "TH"})
_TOLLS = frozenset({"casualties", "deaths", "fatalities", "injuries"})
_FURTHER = frozenset({"another", "further"})
_BESIDES_REACH = 5
_STATE_REACH = 9
_SHORT_REACH = 6
_GONE_REACH = 6
_GONE = frozenset({"missing", "trapped", "unaccounted"})
_CALLED = frozenset({"aged", "called", "named"})
_DASHES = frozenset({"—", "–"})
_FATE_REACH = 6
_FATES = frozenset(
    {
        *("arrested", "dead", "detained", "displaced", "drowned", "homeless", "hurt", "injured"),
        *("killed", "missing", "stranded", "trapped", "unaccounted", "wounded"),
    }
)
_STATES = frozenset({"dead", "hurt", "missing", "unaccounted"})
PARTED = frozenset({"them", "whom", "which", "these", "those"})


def subject_and_verb(tokens: Tokens, index: int, end: int, *, reach: int = 12) -> bool:
    """Say whether a subject and its finite verb open the range (after an opening phrase).

    The verb may stand `reach` words after the subject's first noun phrase.
    """
    index += _approximates(tokens, index, end)
    while index < end and tokens[index].tag in {"IN", "SC"}:
        comma = _comma(tokens, index, end)
        if comma is None:
            return False
        index = comma + 1
    after = _subject_end(tokens, index, end)
    relative, described = False, after
    for ahead in range(after, min(end, after + reach) if after > index else after):
        token = tokens[ahead]
        if ahead < described:
            continue
        if token.lower == "," and ahead + 1 < end and tokens[ahead + 1].lower in ASIDES:
            return aside_end(tokens, ahead, end) is not None
        past = _past_description(tokens, ahead, end)
        if past is not None:
            described = past
            continue
        if token.quote >= 0 or (token.lower == "," and appositive(tokens, ahead)):
            continue
        if token.tag in FINITE:
            if not relative:
                return True
            relative = False
        elif token.tag == "WH":
            relative = True
        elif token.tag in _BREAKING and not _joins_nouns(tokens, ahead, end):
            return False
    return False


def _past_description(tokens: Tokens, index: int, end: int) -> int | None:
    """Return the word behind the age or the bracket that stands at `index`, if one does.

    "And a British man, 71, died", "and the Lake Army (LA) denied".
    """
    if tokens[index].lower == ",":
        return index + 3 if index + 2 < end and _is_age(tokens, index + 1) else None
    if tokens[index].lower != "(":
        return None
    bracket = range(index, min(end, index + _SHORT_REACH))
    return next((n for n in bracket if tokens[n].lower == ")"), index) + 1


def _joins_nouns(tokens: Tokens, conjunction: int, end: int) -> bool:
    """Say whether two nouns have one verb: "and 629 passengers and crew had been rescued"."""
    after = conjunction + 2
    if tokens[conjunction].tag != "CC" or after >= end or tokens[after].tag not in FINITE:
        return False
    return tokens[conjunction - 1].tag == tokens[conjunction + 1].tag == "NN"


def _approximates(tokens: Tokens, index: int, end: int) -> bool:
    """Say whether "around" belongs to the number behind it: "where around 2,000 had fled"."""
    number = index + 1 < end and tokens[index + 1].tag == "CD"
    return number and tokens[index].lower in {"about", "around", "over"}


def _is_age(tokens: Tokens, index: int) -> bool:
    """Say whether a number stands between commas, as ages do."""
    return tokens[index].tag == "CD" and tokens[index + 1].lower == ","


def _comma(tokens: Tokens, index: int, end: int) -> int | None:
    """Return the comma that ends an opening phrase, if it is short and something follows."""
    for comma in range(index, min(end - 1, index + _OPENING_REACH)):
        if tokens[comma].lower == ",":
            return comma
    return None


def _subject_end(tokens: Tokens, index: int, end: int) -> int:
    if index >= end:
        return index
    if tokens[index].tag == "PR":
        return index + 1
    after = phrase_right(tokens, index)
    alone = after == index and tokens[index].lower in _STANDING_ALONE
    return index + 1 if alone else after


def appositive(tokens: Tokens, comma: int) -> bool:
    """Say whether the comma opens an apposition that another comma closes soon."""
    size = len(tokens)
    if comma + 1 >= size:
        return False
    if tokens[comma + 1].tag not in _APPOSED and tokens[comma + 1].lower != "or":
        return False
    return closing_comma(tokens, comma) is not None


def closing_comma(tokens: Tokens, comma: int) -> int | None:
    """Return the comma soon after the one at `comma`."""
    stop = min(len(tokens), comma + _APPOSITION_REACH)
    return next((n for n in range(comma + 1, stop) if tokens[n].lower == ","), None)


def aside_end(tokens: Tokens, comma: int, end: int) -> int | None:
    """Return the comma that closes the relative clause after a subject, where the verb follows.

    "The storm, which formed on Sunday and grew, has killed two": nothing is cut inside it.
    """
    if comma + 1 >= end or tokens[comma + 1].lower not in ASIDES or tokens[comma + 1].tag == "NP":
        return None
    for closing in range(comma + 2, min(end - 1, comma + _ASIDE_REACH)):
        if tokens[closing].lower != "," or tokens[closing].quote >= 0:
            continue
        verb = closing + 1
        while verb < end - 1 and tokens[verb].tag == "RB":
            verb += 1
        if tokens[verb].tag in _FINITE_OR_PARTICIPLE:
            return closing
    return None


def counted(tokens: Tokens, index: int, end: int) -> bool:
    """Say whether a number opens the noun phrase: "500 officers", "at least two", "dozens of"."""
    for ahead in range(index, min(end, index + 5)):
        token = tokens[ahead]
        if token.tag == "CD" or token.lower in _QUANTITIES:
            return True
        if ahead == index and token.lower in {"some", "several", "a", "an"}:
            return token.lower in {"some", "several"}
        if token.tag not in _BEFORE_NUMBER:
            return False
    return False


def figure_ahead(tokens: Tokens, start: int, end: int) -> bool:
    """Say whether a figure stands soon after: "bringing the total to 9,500"."""
    return any(tokens[n].tag == "CD" for n in range(start, min(end, start + _FIGURE_REACH)))


def part_of_them(tokens: Tokens, index: int, end: int) -> bool:
    """Say whether "three of them", "most of whom" or "the last of these" opens the range."""
    if index < end and tokens[index].lower == "the":
        index += 1
    for ahead in range(index, min(end - 1, index + 5)):
        token = tokens[ahead]
        if token.lower == "of":
            return tokens[ahead + 1].lower in PARTED and ahead > index
        if token.tag not in {"CD", "RB", "IN", "JJ"} and token.lower not in _COUNTERS:
            return False
    return False


def ranks_since(tokens: Tokens, lowest: int, since: int) -> bool:
    """Say whether "since" tells how long something was not so: "the deadliest crash since 2015"."""
    return any(
        (tokens[n].lower in RANKING and tokens[max(0, n - 1)].lower != "at")
        or tokens[n].lower.endswith(("-highest", "-level", "-largest"))
        for n in range(max(lowest, since - _RANKING_REACH), since)
    )


def share(tokens: Tokens, index: int, end: int) -> bool:
    """Say whether a bare number and a place open the range: "22 in Marla", "one each in"."""
    if index + 2 >= end or tokens[index].tag != "CD":
        return False
    index += 2 if tokens[index + 1].lower in {"each", "more", "others"} else 1
    if tokens[index].lower not in _PLACING:
        return False
    described = index + 2 < end and tokens[index + 1].tag == "JJ"
    return not described or tokens[index + 2].lower not in _CONDITIONS  # "in serious condition"


def recorded(tokens: Tokens, index: int, end: int) -> bool:
    """Say whether "11 deaths recorded in Marla", "40 homes near the coast" opens the range."""
    if not counted(tokens, index, end):
        return False
    after = phrase_right(tokens, index, linked=False)
    after += after < end and tokens[after].tag in {"VN", "VF"}
    placed = index < after < end - 1 and tokens[after].lower in _PLACING
    return placed and tokens[after + 1].tag in {"NP", "DT"}


def with_count(tokens: Tokens, index: int, end: int) -> bool:
    """Say whether "with 68 killed", "with two towns in the north still cut off" opens the range."""
    if tokens[index].lower != "with" or not counted(tokens, index + 1, end):
        return False
    for ahead in range(index + 2, min(end, index + _STATE_REACH)):
        if tokens[ahead].lower == "still" or tokens[ahead].lower in _STATES:
            return True
        if tokens[ahead].tag in {"VN", "VF"}:
            return tokens[ahead].lower.endswith("ed") and tokens[ahead].lower not in _CALLED
        if tokens[ahead].tag in {"PU", "CC", "WH", "TH", "SC"}:
            return False
    return False


def with_toll(tokens: Tokens, index: int, end: int) -> bool:
    """Say whether "with 40 fatalities" opens the range."""
    if tokens[index].lower != "with" or not counted(tokens, index + 1, end):
        return False
    return not _TOLLS.isdisjoint(tokens.lowers[index + 2 : min(end, index + _BESIDES_REACH)])


def besides(tokens: Tokens, index: int, end: int) -> bool:
    """Say whether "with another three dead in Lima", "with six more in Lima" opens the range."""
    if tokens[index].lower != "with" or index + 3 >= end:
        return False
    led = tokens[index + 1].lower in _FURTHER
    number = index + 1 + led
    if tokens[number].tag != "CD" or not (led or tokens[number + 1].lower == "more"):
        return False
    reach = range(number + 1, min(end - 1, number + _BESIDES_REACH))
    return any(tokens[n].lower in _PLACING and tokens[n + 1].tag in {"NP", "DT"} for n in reach)


def missing_behind(tokens: Tokens, index: int, end: int) -> bool:
    """Say whether "with 30 still missing" opens the range, which needs no comma."""
    if not counted(tokens, index + 1, end):
        return False
    return any(t.lower in _GONE for t in tokens[index + 2 : min(end, index + _GONE_REACH)])


def figure_and_place(tokens: Tokens, start: int, end: int) -> bool:
    """Say whether the range ends with a figure in a place: "killed 12 people in the north"."""
    if end <= start or tokens[end - 1].tag not in NOMINAL:
        return False
    for at in range(end - 1, max(start, end - _SHARE_REACH), -1):
        if tokens[at].lower in _PLACING:
            before = range(max(start, at - _SHARE_REACH), at)
            return any(tokens[n].tag == "CD" for n in before)
        if tokens[at].tag not in NOMINAL and tokens[at].lower != "of":
            return False
    return False


def undergone(tokens: Tokens, conjunction: int, begin: int, border: int, end: int) -> bool:
    """Find "about 90 injured" after "three people were killed and", the "and" at `conjunction`.

    The clause so far begins at `begin`, its part with the verb at `border`.
    """
    reach = min(end, conjunction + _STATE_REACH)
    number = next((n for n in range(conjunction + 1, reach) if tokens[n].tag == "CD"), None)
    if number is None or not counted(tokens, conjunction + 1, number + 1):
        return False
    after = number + 1
    while after < reach and (
        tokens[after].tag in {"NN", "CD", "JJ", "DT"} or tokens[after].lower == "others"
    ):
        after += 1
    if after >= reach or tokens[after].tag != "VN" or after > number + 3:
        return False
    ends = after + 1 >= end or tokens[after + 1].tag not in {"NN", "JJ"}
    verb = finite_at(tokens, border, conjunction)
    passive = verb is not None and tokens[verb].tag == "AX" and tokens[verb + 1].tag == "VN"
    return ends and passive and counted(tokens, begin, end)


def another_fate(tokens: Tokens, joint: int, begin: int, end: int) -> bool:
    """Find "30 wounded" after "12 dead and", "leaving 12 dead,": the joint stands at `joint`."""
    if tokens[joint - 1].lower not in _FATES or joint - 2 < begin:
        return False
    before = range(joint - 2, max(begin - 1, joint - _FATE_REACH), -1)
    return any(tokens[n].tag == "CD" for n in before) and fate_of_some(tokens, joint + 1, end)


def fate_of_some(tokens: Tokens, index: int, end: int) -> bool:
    """Say whether "at least 30 others wounded", and no more of a clause, opens the range."""
    reach = min(end, index + _STATE_REACH)
    number = next((n for n in range(index, reach) if tokens[n].tag == "CD"), None)
    if number is None or not counted(tokens, index, number + 1):
        return False
    after = number + 1
    while after < reach and (
        tokens[after].tag in {"NN", "CD"} or tokens[after].lower in {"others", "more", "still"}
    ):
        if tokens[after].lower in _FATES:
            break
        after += 1
    if after >= reach or tokens[after].lower not in _FATES or after > number + 4:
        return False
    return after + 1 >= end or tokens[after + 1].tag not in {"NN", "JJ", "VN"}


def undergone_beside(tokens: Tokens, conjunction: int, end: int) -> bool:
    """Find "and 90 miners forced to leave" behind "with 12 miners killed"."""
    if not counted(tokens, conjunction + 1, end):
        return False
    after = phrase_right(tokens, conjunction + 1, linked=False)
    while after < end and tokens[after].tag in {"CD", "RB"}:
        after = max(after + 1, phrase_right(tokens, after, linked=False))
    return after < end and tokens[after].tag in {"VN", "VF"} and tokens[after].lower.endswith("ed")


def two_adverbs(tokens: Tokens, conjunction: int) -> bool:
    """Say whether two adverbs share an adjective: "an economically and socially torn land"."""
    return tokens[conjunction - 1].tag == tokens[conjunction + 1].tag == "RB" and all(
        tokens[n].lower.endswith("ly") for n in (conjunction - 1, conjunction + 1)
    )


def dash_closes(tokens: Tokens, dash: int, end: int) -> bool:
    """Say whether another dash closes a list: "in three towns — A, B and C — but he left"."""
    if tokens[dash].lower not in _DASHES:
        return False
    closing = next((n for n in range(dash + 1, end - 1) if tokens[n].lower in _DASHES), None)
    return closing is not None and not has_finite(tokens, dash + 1, closing)


def describes(tokens: Tokens, stop: int, after: int) -> bool:
    """Say whether the form after "and" is an adjective: "queued for buses and bottled water"."""
    listed = tokens[stop - 1].tag == "NN" and (
        tokens[stop - 2].tag == "IN" or tokens[stop - 2].lower == ","
    )
    named = after + 1 < len(tokens) and tokens[after + 1].tag == "NN"
    return listed and named and tokens[after].lower.endswith("ed") and tokens[after].tag == "VF"


def long_subject(tokens: Tokens, index: int, end: int) -> bool:
    """Say whether a verb ends "miners and other foes of the new council of Orvel"."""
    if index >= end or tokens[index].tag not in {"DT", "NN", "NP"}:
        return False
    joined = False
    for ahead in range(index + 1, min(end, index + _LONG_SUBJECT)):
        if tokens[ahead].tag == "VF":
            return joined
        joined = joined or tokens[ahead].tag == "CC"
        if tokens[ahead].tag not in NOMINAL | {"CC", "IN"}:
            return False
    return False
