"""Tell numbers that count from those that only name, date, score or label something."""

import re
from functools import cache

from reading.lexicon import rows
from reading.numerals import small_value
from reading.quantities.numbers import Number, vague_words
from reading.quantities.units import (
    Unit,
    counted_before,
    done_before,
    is_break,
    measure_after,
    noun_after,
    percent_after,
    state_after,
)

_AGE_AFTER = re.compile(
    r"[-‑\s](?:year|month|week|day)s?[-‑\s]?olds?\b|[-‑\s]?y(?:ear)?[-/]?o\b|\syears\sof\sage\b",
    re.IGNORECASE,
)
_AGE_RANGE = re.compile(r"\s?(?:to|and|or|[-–])\s?\d{1,3}[-‑\s]years?[-‑\s]olds?\b", re.IGNORECASE)
_AGE_BEFORE = re.compile(
    r"\b(?:aged?(?:\sbetween|\sfrom)?|ages|turned|turning)\s(?:\d{1,3}\s(?:and|to|or)\s)?$",
    re.IGNORECASE,
)
_NAME_AGE = re.compile(r"[^\W\d_]\w+,?\s\(?$")
_LABEL_BEFORE = re.compile(
    r"(?:\b(?:Nos?\.|no\.|§|p\.|pp\.)\s?|[#§№]|\d[-–]|\b[A-Z]{1,3}[-/]?|\b[A-Z]{2,5}\s)$"
)
_CAPITALISED_BEFORE = re.compile(r"(?P<word>[^\W\d_][\w’'.-]*)[\s-]$")
_SCORE_AFTER = re.compile(
    r"\s(?:win|victory|defeat|loss|draw|lead|score|thrashing|rout|aggregate|triumph|tie|vote|ruling"
    r"|decision|majority)\b"
)
_SCORE_BEFORE = re.compile(
    r"\b(?:won|win|wins|beat|beats|lost|lose|drew|draw|led|lead|ahead|score|score of)\s$",
    re.IGNORECASE,
)
_HYPHEN_NOUN = re.compile(r"[-‑][^\W\d_]")
_STRONG = re.compile(r"[-‑]strong\b")
_OPENS_WHOLE = re.compile(r"\W{0,3}(?:of|among)\s(?:(?:the|these|those)\s)?", re.IGNORECASE)
_THE_PART = re.compile(r"[^.,;:]{0,60},\s(?P<part>(?:[\w-]{1,20}\s){1,4})")
_FRACTION = re.compile(r"[\s-](?:quarters|thirds|fifths|sixths|eighths|tenths)\b")
_CALIBRE = re.compile(
    r"[\s-]?(?:mm|cm|millimet(?:re|er)|calib(?:re|er))\b"
    r"(?!\sof\b|\s(?:rain|snow|per|in)\b|\s\(|[.,;])",
    re.IGNORECASE,
)
_LONGER_FIGURE = re.compile(r"[-‑]\d|[:/x×]\d|[′″]|°(?!\s?[CF]\b)|\)\s?\d{3}|\s\d{3}[-\s]\d{3,4}\b")
_DEFINITE = re.compile(
    r"\b(?:the|these|those|both|its|his|her|their|our|my|your|all|first|last|next|final)\s$",
    re.IGNORECASE,
)
_DEMONSTRATIVE = re.compile(r"\b(?:these|those|both|all|first|last|next|final)\s$", re.IGNORECASE)
_ALL = re.compile(r"\ball\s$", re.IGNORECASE)
_PRONOUN_BEFORE = re.compile(
    r"\b(?:no|this|the|any|every|each|another|everyone|phase|square|day)[\s-]$", re.IGNORECASE
)
_ONE_OF = re.compile(
    r"\sof\s(?:(?:the|its|his|her|their|our|these|those)\s(?:(?:two|three|four|five|six|ten)\s)?"
    r"(?P<next>[^\W\d_]+)"
    r"|(?:them|whom|which)\b)",
    re.IGNORECASE,
)
_BEST_OF = re.compile(r"\b[a-z]{3,12}est\sof\sthe\s$", re.IGNORECASE)
_OF_THE = re.compile(r"\bone\sof\sthe\s$", re.IGNORECASE)
_SUPERLATIVE = ("est", "most", "main")
_NEXT_WORD = re.compile(r"\s([^\W\d_][\w’'-]*)")
_RATIO = re.compile(r"\s(?:in|out\sof)(?:\severy)?\s(?P<of>[a-z]+|\d{1,4})\b", re.IGNORECASE)
_UNDERGOES = re.compile(
    r"\s(?:(?:already|also|later|now|reportedly|since|still|then)\s)?(?:were|was|are|have|had|will|would|could|died|fled|came|fell|[a-z]{2,12}ed)\b"
)
_PUT_AT = re.compile(
    r"\b(?:number|figure|total|count|estimate|tally|caseload|toll)\s(?:was\s|stood\s)?(?:put\s)?(?:at|to|as)\s$"
    r"|\b(?:numbering|totall?ing)\s$"
    # "put the toll at 12, the hospital at"
    r"|\bput\s[^.;:”]{3,40}\sat\s[\d,.]{1,12}(?:\s[a-z]{3,12})?,?\s(?:and\s|while\s)?"
    r"[^\W\d][^.;:,”\d]{2,40}\sat\s$"
    r"|\btoll,?\s(?:however,\s)?(?:remain(?:s|ed)|stood|stands)\s(?:unchanged\s)?at\s$"
    r"|\bput(?:s|ting)?\s(?:it|them|this|that|(?:the|its|their|his|her)\s[a-z\s]{3,40})"
    r"\sat\s$|\b(?:figure|toll|estimate):\s$"
    r"|\b(?:raised|lowered|revised|corrected|updated|upgraded|downgraded|cut|increased)\s"
    r"(?:it|them|this|that|the\s[a-z\s]{3,30})\s(?:from\s[\d.,]{1,12}\s)?to\s$",
    re.IGNORECASE,
)
_ONLY = re.compile(r"(?<!\bat\s)\b(?:only|just)\s$", re.IGNORECASE)
_ROSE_FROM = re.compile(
    r"^\s*(?:(?:up|down)\sfrom|compared\s(?:to|with)|(?:higher|lower)\sthan|against|versus)\s$",
    re.IGNORECASE,
)
_OF_NUMBER = re.compile(
    r"^\s*of\s(?:them|these|those|whom|(?:the|these|those|its|their|\d[\d,]{0,12})\s[^.;:]{1,60}),\s$",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(r"^\s*(?:out\s)?of\s(?:which|whom)\s$", re.IGNORECASE)
_IT_WAS = re.compile(r"\b(?:it|this|that)\s(?:was|is|were|stood\sat)\s$", re.IGNORECASE)
_POINTING = re.compile(r"\bthe\s(?:other\s|remaining\s)?$", re.IGNORECASE)
_POINTED = re.compile(
    r"\s?[,.;”\"]|\s(?:in|on|at|from|after|by|who|had|have|has|were|was|are|is|will|would|could|given"
    r"|reported|announced|recorded|counted|[a-z]{3,12}ed|fled|left|came|died|lost)\b"
)
_FEWEST = 3
_GROUP_OF = re.compile(r"\b(?:crew|family|gang|group|party|team)\sof\s$", re.IGNORECASE)
_MORE_BEFORE = re.compile(r"\b(?:another|a\sfurther|an\sadditional)\s$", re.IGNORECASE)
_BY_AND_TO = re.compile(r"\bby\s(?:[a-z]{2,9}\s){0,2}\d[\d,.]{0,12}\s(?:[a-z]{2,12}\s)?to\s$")
_PUT_REACH = 70
_HANDLED = re.compile(
    r"\b(?:buried|counted|rescued|freed|released|saved|arrested|detained|held|treated|evacuated"
    r"|recovered|identified|executed|kidnapped|abducted|admitted|took in|taken in|lost)\s\Z",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"\s(?:already|alive|so far|on|in|at|from|since|today|yesterday|last)\b")
_ENDS = ' .,;”"'
_QUOTES = "“\"‘'(:—–-"


def is_label(text: str, start: int, end: int, number: Number) -> bool:
    """Say whether the number is part of a name, a label, a fraction, a longer figure or word."""
    before = text[max(start, number.start - 30) : number.start]
    if (
        _LABEL_BEFORE.search(before)
        or _BEST_OF.search(before)
        or before[-6:].lower() == "every "
        or before[-4:] == "per "
    ):
        return True
    if number.is_figure and number.money is None:
        if _CALIBRE.match(text, number.end, end) or _LONGER_FIGURE.match(text, number.end, end):
            return True
        line = text[max(0, number.start - 30) : number.start].rpartition("\n")[2]
        opens = (
            not before.strip()
            and not line.strip()
            and text[number.end : number.end + 2] in {". ", ") ", ".\t"}
        )
        if opens or before.endswith(("(+", "+")):
            return True
    if _is_whole(text, start, end, number):
        return True
    if not number.is_figure and _FRACTION.match(text, number.end, end):
        return True
    if _HYPHEN_NOUN.match(text, number.end, end) and not _STRONG.match(text, number.end, end):
        measured = measure_after(text, number.end, end) or percent_after(text, number.end, end)
        return measured is None
    return _is_in_name(text, start, end, number, before)


def _is_whole(text: str, start: int, end: int, number: Number) -> bool:
    """Find the 41 of "Of the 41 miners, 21 were from Sula": the part is what is told."""
    if _OPENS_WHOLE.fullmatch(text, start, number.start) is None:
        return False
    part = _THE_PART.match(text, number.end, end)
    words = () if part is None else part.group("part").split()
    return any(word.isdigit() or small_value(word) is not None for word in words)


def is_age(text: str, start: int, end: int, number: Number, begin: int | None = None) -> bool:
    """Say whether the number, its words beginning at `begin`, tells how old somebody is."""
    if number.value is None or number.value > 120:
        return False
    if _AGE_AFTER.match(text, number.end, end) or _AGE_RANGE.match(text, number.end, end):
        return True
    at = number.start if begin is None else begin
    before = text[max(start, at - 24) : at]
    if _AGE_BEFORE.search(before):
        return True
    if not number.is_figure or _NAME_AGE.search(before) is None:
        return False
    beside = text[number.end : number.end + 1] if number.end < end else ""
    return (before.endswith(", ") and beside in {",", ".", ""}) or (
        before.endswith("(") and beside == ")"
    )


def is_score(text: str, start: int, end: int, one: Number, two: Number) -> bool:
    """Say whether two numbers joined by a dash are the score of a game or a vote."""
    before = text[max(start, one.start - 12) : one.start]
    return bool(_SCORE_BEFORE.search(before) or _SCORE_AFTER.match(text, two.end, end))


def looks_like_year(text: str, number: Number) -> bool:
    """Say whether the number is printed as years are: four figures, no comma."""
    printed = text[number.start : number.end]
    return printed.isdigit() and len(printed) == 4 and 1500 <= int(printed) <= 2100


def counts_in_words(text: str, start: int, end: int, number: Number) -> bool:
    """Say whether a number word counts: not "the two sides", "no one", "the Group of Seven"."""
    printed = text[number.start : number.end]
    before = text[max(start, number.start - 14) : number.start]
    if printed[0].isupper() and before.strip() and before.rstrip()[-1] not in _QUOTES:
        return False
    if _OF_THE.search(before) and _ranks(text, number.end):
        return False  # "one of the three largest mines"
    if number.value is not None and number.value <= 10 and _DEFINITE.search(before):
        unit = noun_after(text, number.end, end) or state_after(text, number.end, end)
        whole = _ALL.search(before) and number.value > 2 and unit is not None  # "all nine aboard"
        pointed = _DEMONSTRATIVE.search(before) or unit is None or unit.name in _dual_nouns()
        if pointed and not whole and not points_back(text, start, end, number):
            return False
    if number.value != 1 or done_before(text, start, number.start) is not None:
        return True
    if before.lower().endswith("at least "):
        return True
    if _PRONOUN_BEFORE.search(before) or printed.lower() != "one":
        return False
    if (one_of := _ONE_OF.match(text, number.end, end)) is not None:
        if before.lower().endswith("but "):
            return False
        word = (one_of.group("next") or "").lower()
        return not word.endswith(_SUPERLATIVE) and word not in _one_idioms()
    following = _NEXT_WORD.match(text, number.end, end)
    if following is None:
        return False
    word = following.group(1)
    if state_after(text, number.end, end) is not None:
        return True
    return word[0].islower() and not is_break(word) and word.lower() not in _one_idioms()


def _ranks(text: str, at: int) -> bool:
    following = _NEXT_WORD.match(text, at)
    return following is not None and following.group(1).endswith(_SUPERLATIVE)


def ratio(text: str, end: int, number: Number) -> tuple[float, int, Unit | None] | None:
    """Read "one in five residents": the share, where its words end, and of what."""
    if number.value is None or number.value > 20 or number.money is not None:
        return None
    match = _RATIO.match(text, number.end, end)
    if match is None:
        return None
    words = match.group("of")
    whole = float(words) if words.isdigit() else small_value(words)
    if whole is None or not number.value < whole <= 1000:
        return None
    return number.value / whole, match.end(), noun_after(text, match.end(), end)


def stands_alone(
    text: str, start: int, end: int, number: Number, begin: int, *, placed: bool
) -> bool:
    """Say whether a number without a unit counts by the words around it: "put it at 18".

    `begin` is where its words begin; `placed` says that a place stands right behind it.
    """
    if looks_like_year(text, number) or text[number.end : number.end + 1].isalpha():
        return False  # "terminal 44C"
    lead = text[start:begin]
    if _GROUP_OF.search(lead, max(0, len(lead) - 16)) is not None:
        return True
    if points_back(text, start, end, number) or _MORE_BEFORE.search(lead, max(0, len(lead) - 14)):
        return True
    if _PUT_AT.search(text, max(0, number.start - _PUT_REACH), number.start) is not None:
        return True
    if _BY_AND_TO.search(lead, max(0, len(lead) - _PUT_REACH)) is not None:
        return True
    ends = not text[number.end : end].strip(_ENDS)
    if ends and _IT_WAS.search(lead, max(0, len(lead) - _PUT_REACH)) is not None:
        return number.is_figure
    loose = ends or _LOOSE.match(text, number.end, end) is not None
    if loose and _HANDLED.search(lead, max(0, len(lead) - _PUT_REACH)) is not None:
        return True
    undergoes = placed or _UNDERGOES.match(text, number.end, end) is not None
    if (
        _ROSE_FROM.match(lead)
        or (undergoes and _OF_WHICH.match(lead))
        or (_ONLY.search(lead) and (ends or undergoes))
    ):
        return True
    if _OF_NUMBER.match(lead):
        return undergoes
    return not lead.strip() and (undergoes or ends)


def points_back(text: str, start: int, end: int, number: Number) -> bool:
    """Find "the eight" and "the 367" where what is counted was named before: no noun behind it."""
    if number.value is None or number.value < _FEWEST or number.money is not None:
        return False
    if _POINTING.search(text, max(start, number.start - 14), number.start) is None:
        return False
    printed = text[number.start : number.end]
    if (
        looks_like_year(text, number)
        or printed[0].isupper()
        or not float(number.value).is_integer()
    ):
        return False
    return _POINTED.match(text, number.end, end) is not None or number.end >= end


def _is_in_name(text: str, start: int, end: int, number: Number, before: str) -> bool:
    """Say whether a capitalised word before makes the number a name: Boeing 737, Article 5."""
    previous = _CAPITALISED_BEFORE.search(before)
    if previous is None or number.money is not None:
        return False
    word = previous.group("word")
    if word in _designators():
        return True
    initial = number.start - len(before) + previous.start() == start
    if not word[0].isupper() or initial or not number.is_figure:
        return False
    if is_break(word) or word.lower() in _fillers():
        return False
    has_noun = noun_after(text, number.end, end) or percent_after(text, number.end, end)
    if has_noun is None and measure_after(text, number.end, end) is not None:
        return False
    return has_noun is None and counted_before(text, start, number.start) is None


@cache
def _designators() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("designators"))


@cache
def _fillers() -> frozenset[str]:
    phrases = [row["phrase"] for row in rows("quantity_qualifiers") if row["position"] == "before"]
    return frozenset(phrase.split()[-1] for phrase in (*phrases, *vague_words()))


@cache
def _one_idioms() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("one_idioms"))


@cache
def _dual_nouns() -> frozenset[str]:
    return frozenset(row["noun"] for row in rows("dual_nouns"))
