"""Which words before or after a cue name the speaker."""

from reading.openings import subject_and_verb
from reading.phrases import (
    Range,
    Tokens,
    calendar_words,
    finite_at,
    has_finite,
    is_temporal,
    phrase_left,
    phrase_right,
)
from reading.tokens import FINITE, NOMINAL, NOUNS, Token
from reading.words import speech_verbs

_RELATIVES = frozenset({"who", "which", "whose", "whom", "where"})
_JOINTS = frozenset({"and", "but", "yet"})
_CLAUSE_MARKS = frozenset({";", ":", "—", "–"})
_DASHES = frozenset({"—", "–"})
_CONTRASTS = frozenset({"while", "whereas", "although", "though", "as"})
_SETTLED = frozenset(
    {"capital", "city", "district", "port", "province", "region", "town", "village"}
)
_ASIDE_REACH = 40
_AS_REACH = 10
_LAST = frozenset({"early", "earlier", "last", "late", "this"})
_COUNT_REACH = 4
ONESELF = frozenset({"herself", "himself", "themselves"})
_NAMING = NOUNS | {"PR", "CD"}
_OPENERS = frozenset({"IN", "TO", "SC", "VG", "VN", "WH"})


def subject_before(tokens: Tokens, group: int) -> tuple[Range | None, int]:
    """Return the speaker before the verb group at `group`, and where the attribution starts."""
    antecedent = antecedent_of(tokens, group)
    if antecedent is not None:
        return antecedent, group - 1
    dash = _dash_before(tokens, group)
    if dash is not None:
        return subject_before(tokens, dash)
    border = _border(tokens, group)
    segments = _segments(tokens, border, group)
    first = 0
    while first < len(segments) - 1 and _is_adverbial(tokens, segments[first]):
        if _is_told_of(tokens, *segments[first : first + 2]):
            break
        first += 1
    if first >= len(segments):
        return None, group
    first += _is_place_named(tokens, segments, first)
    if first and _is_apposed(tokens, segments[first:], group):
        first = len(segments) - 1
    start, end = segments[first][0], _before_day(tokens, segments[first:], group)
    while end > start + 1 and (
        tokens[end - 1].tag in {"RB", "PU"} or tokens[end - 1].lower == "there"
    ):
        end -= 1
    if end - start > 2 and tokens[end - 2].lower in _LAST and is_temporal(tokens, end - 2, end):
        end -= 2  # "Berg last week said"
    while start < end and tokens[start].tag in {"CC", "RB", "SC"}:
        start += 1
    if end - start > 2 and tokens[start].lower in _LAST and is_temporal(tokens, start, start + 2):
        start += 2  # "Last week the army said"
    if start >= end:
        return None, group
    return _speaker(tokens, (start, end), segments[first][1], border, group)


def _before_day(tokens: Tokens, segments: list[Range], group: int) -> int:
    """Return where the speaker of "Orne, the mayor, on Thursday said" ends."""
    last = segments[-1]
    dated = len(segments) > 1 and _is_adverbial(tokens, last) and is_temporal(tokens, *last)
    return last[0] if dated else group


def _is_place_named(tokens: Tokens, segments: list[Range], first: int) -> bool:
    """Say whether "Velmar" in "Speaking in the capital, Velmar, Ada Orne said" is the capital."""
    if not first or first + 1 >= len(segments):
        return False
    last = segments[first - 1][1] - 1
    placed = tokens[last].lower in _SETTLED and tokens[last - 1].tag in {"DT", "JJ", "NN"}
    named = all(tokens[n].tag == "NP" for n in range(*segments[first]))
    return placed and named and tokens[segments[first + 1][0]].tag in {"NP", "DT", "NN", "JJ"}


def _dash_before(tokens: Tokens, group: int) -> int | None:
    """Return the dash that opens the aside of "The letter – sent on Monday – said"."""
    if group < 3 or tokens[group - 1].lower not in _DASHES:
        return None
    lowest = max(0, group - _ASIDE_REACH)
    return next((n for n in range(group - 2, lowest, -1) if tokens[n].lower in _DASHES), None)


def antecedent_of(tokens: Tokens, group: int) -> Range | None:
    """Return whom "which" or "who" right before the verb means: "by a bank, which said".

    An apposition between the name and the relative is passed over: "the Front, a group, which".
    """
    comma = group - 2
    if comma < 1 or not _is_relative(tokens[group - 1]) or tokens[comma].lower != ",":
        return None
    goes_on = any(
        tokens[n].lower == ","
        and (tokens[n + 1].tag in FINITE or (n + 2 < len(tokens) and tokens[n + 2].tag in FINITE))
        and tokens[n + 1].tag in FINITE | {"PU", "RB"}
        for n in range(group, min(len(tokens) - 1, group + _ASIDE_REACH))
    )
    if goes_on:
        return None
    end = comma
    for opener in range(comma - 1, max(0, comma - _ASIDE_REACH), -1):
        # In an apposition "a group linked to the Front" the past form is a participle.
        participle = tokens[opener].tag == "VF" and tokens[opener].lower.endswith("ed")
        finite = tokens[opener].tag in FINITE and not participle
        if finite or tokens[opener].lower == ";":
            break
        apposed = tokens[opener + 1].lower in {"a", "an", "the"}
        if tokens[opener].lower == "," and (tokens[opener - 1].tag in {"NP", "CD"} or apposed):
            end = opener
    if tokens[end - 1].tag == "CD" and tokens[end - 2].lower == ",":
        end -= 2
    left = phrase_left(tokens, end, 0)
    return (left, end) if any(tokens[n].tag in NOUNS for n in range(left, end)) else None


def tells_more(tokens: Tokens, comma: int) -> bool:
    """Find what a speaker named behind the cue said or did besides: ", who also said two died".

    ", which lifted 62 of them from the sea" is told by the report; ", who heads the office" only
    describes.
    """
    size, verb = len(tokens), comma + 2
    if verb >= size or tokens[verb - 1].tag != "WH":
        return False
    while verb < size - 1 and tokens[verb].tag == "RB":
        verb += 1
    if verb + 1 >= size or tokens[verb].tag not in FINITE:
        return False
    if any(tokens[n].lower == "," and tokens[n + 1].tag in FINITE for n in range(verb, size - 1)):
        return False
    if tokens[verb].lemma in speech_verbs():
        return tokens[verb + 1].tag in {"DT", "CD", "NN", "NP", "PR", "TH"}
    number = range(verb + 1, min(size - 1, verb + _COUNT_REACH))
    return tokens[comma + 1].lower == "which" and any(
        tokens[n].tag == "CD" and not is_temporal(tokens, n, min(size, n + 2)) for n in number
    )


def _is_relative(token: Token) -> bool:
    return token.tag == "WH" and token.lower in _RELATIVES


def _is_apposed(tokens: Tokens, segments: list[Range], group: int) -> bool:
    """Say whether "the capital" in "In Naha, the capital, officials said" tells of the place.

    A speaker's own apposition would close with a comma before the verb.
    """
    if len(segments) != 2 or tokens[group - 1].lower == ",":
        return False
    one, last = segments
    joined = any(tokens[n].tag == "CC" for n in range(*last))
    is_one_of = tokens[one[0]].lower == "one" and tokens[one[0] + 1].lower == "of"
    tells = tokens[one[0]].tag == "DT" or is_one_of
    return tells and not joined and not has_finite(tokens, *one)


def _speaker(
    tokens: Tokens, where: Range, first_end: int, border: int, group: int
) -> tuple[Range | None, int]:
    start, end = _without_head(tokens, where)
    last = tokens[end - 1]
    if last.tag == "PR":
        alone = end - start == 1
        if last.lower == "there":
            return None, group
        if last.lower in {"i", "we"}:
            return None, group
        if alone or tokens[end - 2].tag == "PU" or tokens[start].tag in _OPENERS:
            led = tokens[start].tag == "IN" and tokens[start + 1].tag != "WH"
            told = tokens[end - 2].tag == "VG"  # "with investigators saying they"
            opens = led and not told and not has_finite(tokens, start, end)
            return (end - 1, end), border if alone or opens else end - 1
    named = phrase_right(tokens, start)
    if start < named < end and tokens[named].tag == "TH" and tokens[start].tag not in _OPENERS:
        return (start, named), border  # "a report that he published in May had warned"
    broken = has_finite(tokens, start, min(end, first_end))
    if tokens[start].tag in {"IN", "TO", "VG", "VN"} or broken:
        left = phrase_left(tokens, end, start)
        if last.tag == "PR" and last.lower != "there":
            return (end - 1, end), end - 1
        if left < end and last.tag in NOUNS:
            return (left, end), border if tokens[start].tag == "IN" else left
        return None, group
    alone = end - start == 1 and last.lower == "both"
    if alone or any(tokens[n].tag in _NAMING for n in range(start, end)):
        return (start, end), border
    return None, group


def _without_head(tokens: Tokens, where: Range) -> Range:
    """Leave out what the relative clause tells of: "which the minister denied"."""
    start, end = where
    if tokens[start].tag == "WH" and end - start > 1:
        return start + 1, end
    return where


def subject_after(tokens: Tokens, index: int) -> int:
    """Return the end of the speaker that stands from `index` on: "said X, the mayor of Y"."""
    size = len(tokens)
    end = phrase_right(tokens, index)
    if end == index and index < size and tokens[index].tag == "PR":
        end = index + 1
    if end == index:
        return index
    if end + 1 < size and tokens[end].lower in {"by", "from"}:  # "said a statement by the army"
        end = max(end, phrase_right(tokens, end + 1))
    while end < size and tokens[end].lower == "," and not tells_more(tokens, end):
        following = tokens[end + 1] if end + 1 < size else None
        if following is None or following.tag not in {"DT", "NN", "WH", "JJ", "NP", "CD"}:
            break
        if following.quote >= 0 or (
            subject_and_verb(tokens, end + 1, size) and following.tag != "WH"
        ):
            break
        end = _apposition_end(tokens, end + 1)
    return end


def _apposition_end(tokens: Tokens, index: int) -> int:
    size = len(tokens)
    while index < size and tokens[index].lower not in {",", ";"} and tokens[index].quote < 0:
        if index == size - 1 and tokens[index].tag == "PU":
            break
        index += 1
    return index


def tail_end(tokens: Tokens, index: int) -> int:
    """Return the end of what follows a speaker: "on Thursday", "in a statement", "to reporters"."""
    size = len(tokens)
    while index < size:
        token = tokens[index]
        if token.quote >= 0:
            return index
        if token.tag == "PU":
            following = tokens[index + 1] if index + 1 < size else None
            if following is not None and following.quote >= 0:
                return index + 1
            within_date = token.lower == "," and _is_within_date(tokens, index)
            if not within_date and (token.lower in {",", ";", "—", "–", "("} or index == size - 1):
                return index
        ends = token.tag == "SC" or (
            token.tag == "CC" and subject_and_verb(tokens, index + 1, size)
        )
        if ends and not is_temporal(tokens, index, min(size, index + 3)):
            return index
        index += 1
    return index


def _is_within_date(tokens: Tokens, comma: int) -> bool:
    """Find the comma of "on Sunday, September 29" and of "on September 29, 2019"."""
    before, after = tokens[max(0, comma - 2) : comma], tokens[comma + 1 : comma + 3]
    words = calendar_words()
    if not after or not any(token.lower in words for token in before):
        return False
    if len(after[0].text) == 4 and after[0].text.isdigit():
        return True
    day = {token.tag for token in after if token.lower not in words}
    return before[-1].lower in words and day == {"CD"}


def _segments(tokens: Tokens, start: int, end: int) -> list[Range]:
    found: list[Range] = []
    begin = start
    for index in range(start, end):
        if tokens[index].lower == "," and tokens[index].quote < 0:
            if index > begin:
                found.append((begin, index))
            begin = index + 1
    if end > begin:
        found.append((begin, end))
    return found


def _is_told_of(tokens: Tokens, where: Range, following: Range) -> bool:
    """Say whether "while the mayor" is the subject of ", who was there," and ", citing X,"."""
    start, end = where
    contrasts = tokens[start].tag == "SC" and tokens[start].lower in _CONTRASTS
    return (
        contrasts
        and start + 1 < end == phrase_right(tokens, start + 1)
        and (_is_relative(tokens[following[0]]) or tokens[following[0]].tag == "VG")
    )


def _is_adverbial(tokens: Tokens, where: Range) -> bool:
    first = tokens[where[0]]
    if first.quote >= 0 or first.tag in _OPENERS:
        return True
    if first.tag == "RB" and (
        is_temporal(tokens, *where) or all(tokens[n].tag == "RB" for n in range(*where))
    ):
        return True
    if first.tag == "CC":
        return where[1] - where[0] == 1
    return is_temporal(tokens, *where) and not any(
        tokens[n].tag == "NP" and tokens[n].lower not in calendar_words() for n in range(*where)
    )


def _border(tokens: Tokens, group: int) -> int:
    """Return where the clause of the verb group at `group` begins."""
    aside = _aside_before(tokens, group)
    if aside is not None:
        return _border(tokens, aside)
    finite = False
    commas = 0
    for index in range(group - 1, -1, -1):
        token = tokens[index]
        tag, lower = token.tag, token.lower
        if tag == "TH" and finite and not commas and tokens[index - 1].tag in NOUNS:
            finite = False  # "a report that he published in May had warned"
            continue
        if token.quote >= 0 or tag == "TH" or lower in _CLAUSE_MARKS:
            return index + 1
        if tag in FINITE:
            if commas and not _in_relative(tokens, index):
                return _after_last_comma(tokens, index, group)
            finite = True
        elif tag != "NP" and lower == "where" and not commas:
            return index + 1
        elif tag == "WH" and lower in _RELATIVES:
            finite = False
        elif lower == ",":
            commas += 1
            if tokens[index + 1].lower in _JOINTS and has_finite(tokens, 0, index):
                return index + 1
        elif not finite and _opens_clause(tokens, index, commas):
            return index
    return _after_last_comma(tokens, 0, group) if finite and commas else 0


def _opens_clause(tokens: Tokens, index: int, commas: int) -> bool:
    """Say whether "and" or "while" at `index` opens the clause read backwards so far."""
    token = tokens[index]
    if token.lower == "while" and tokens[index + 1].tag == "VG":
        return False  # "skidded while landing in rain, the authority said"
    if token.lower == "as" and tokens[index - 1].lower in ONESELF:
        return False  # "a man who identified himself as Orne said"
    if token.tag == "SC":
        beside = {tokens[max(0, index - 1)].lower, tokens[index + 1].lower}
        as_well = token.lower == "as" and "well" in beside
        as_well = as_well or (token.lower == "as" and _is_no_clause(tokens, index))
        return not as_well and (token.lower in _CONTRASTS or not commas)
    if token.lower not in {"and", "but"} or commas or _joins_speakers(tokens, index):
        return False
    return has_finite(tokens, 0, index) and not _within_name(tokens, index)


def _is_no_clause(tokens: Tokens, index: int) -> bool:
    """Say whether a comma ends "as civil missions," before any verb."""
    stop = min(len(tokens), index + _AS_REACH)
    comma = next((n for n in range(index, stop) if tokens[n].lower == ","), None)
    return comma is not None and not has_finite(tokens, index, comma)


def _joins_speakers(tokens: Tokens, conjunction: int) -> bool:
    """Say whether "and" joins two who speak: "…, a resident and a guard said"."""
    left = phrase_left(tokens, conjunction, 0)
    named = tokens[conjunction + 1].tag in NOMINAL
    opens = tokens[left - 1].lower == "," or (named and tokens[left - 1].tag in {"SC", "TH"})
    return 0 < left < conjunction and opens


def _within_name(tokens: Tokens, conjunction: int) -> bool:
    """Say whether "and" stands within a name: "Organization for Security and Co-operation"."""
    left = conjunction - 1
    while left > 0 and tokens[left].tag == "NP":
        left -= 1
    following = tokens[conjunction + 1].tag == "NP"
    return following and tokens[left].lower in {"for", "of", "on"} and tokens[left - 1].tag == "NP"


def _aside_before(tokens: Tokens, group: int) -> int | None:
    """Return the comma that opens "…, who asked not to be named, " before the verb group."""
    if group < 2 or tokens[group - 1].lower != ",":
        return None
    for comma in range(group - 2, max(0, group - _ASIDE_REACH), -1):
        if tokens[comma].quote >= 0:
            return None
        if tokens[comma].lower != ",":
            continue
        opener = tokens[comma + 1]
        if _is_relative(opener) or opener.tag in {"VN", "VG"} or _tells_who(tokens, comma, group):
            return comma
    return None


def _tells_who(tokens: Tokens, comma: int, group: int) -> bool:
    """Read ", a resident who fled when they fell," and ", the firm that owns it," of a name."""
    if tokens[comma - 1].tag != "NP" or tokens[comma + 1].lower not in {"a", "an", "one", "the"}:
        return False
    end = phrase_right(tokens, comma + 1)
    if not comma + 1 < end < group - 1:
        return False
    told = tokens[end].tag == "TH" and tokens[end + 1].tag in FINITE
    return told or _is_relative(tokens[end])


def _in_relative(tokens: Tokens, index: int) -> bool:
    for back in range(index - 1, max(-1, index - 6), -1):
        if _is_relative(tokens[back]):
            return True
        if tokens[back].lower == ",":
            return False
    return False


def _after_last_comma(tokens: Tokens, lowest: int, group: int) -> int:
    """Return the word that opens the speaker: after the last comma that is no apposition's."""
    commas = [n for n in range(lowest, group) if tokens[n].lower == "," and tokens[n].quote < 0]
    if not commas:
        return lowest
    if commas[-1] == group - 1 and len(commas) > 1:
        return commas[-3] + 1 if len(commas) > 2 else commas[-2] + 1
    return commas[-1] + 1


def subject_of_clause_before(tokens: Tokens, conjunction: int) -> Range | None:
    """Return the subject that a second verb shares: "The agency denied it and said …"."""
    opens = (n for n in range(conjunction - 1, 0, -1) if tokens[n].tag == "SC")
    within = next(opens, -1) + 1
    if not within and tokens[0].tag in {"SC", "IN"}:  # "When the wall fell, officials ran and …"
        commas = (n for n in range(conjunction) if tokens[n].lower == ",")
        within = next(commas, -1) + 1
    verb = finite_at(tokens, within, conjunction)
    if verb is None:
        verb = finite_at(tokens, 0, conjunction)
    if verb is None:
        return None
    while verb > 0 and tokens[verb - 1].tag in {"RB", "AX", "MD"}:
        verb -= 1
    source, _ = subject_before(tokens, verb)
    return source
