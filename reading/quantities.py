"""Find how many of what a text says: "at least 3,000 soldiers", "dozens of shops", "$3bn".

Only what counts or measures something is a quantity. Numbers that are dates, ages, names, scores,
calibres, clock times or mere labels are left out; a number that nothing near says the unit of is
left out too, unless the words around it say that it counts.
"""

import re
from functools import cache
from typing import NamedTuple, cast

from reading.lexicon import rows
from reading.model import Qualifier, Quantity, Span
from reading.numerals import (
    figure_pattern,
    number_value,
    number_words,
    small_value,
    word_pattern,
    words_length,
)
from reading.units import (
    Unit,
    counted_before,
    currencies,
    currency_pattern,
    head_noun,
    is_break,
    is_irregular,
    measure_after,
    noun_after,
    percent_after,
    state_after,
)

_WORDS = re.compile(r"[A-Za-z]+|\d")
_RANGE_GAP = re.compile(r"\s?(?:[-–—]|\sto\s|to\s|and\s|or\s)\s?|\s(?:to|and|or)\s", re.IGNORECASE)
_DASH_GAP = re.compile(r"\s?[-–—]\s?")
_AGE_AFTER = re.compile(
    r"[-‑\s](?:years?|months?|weeks?|days?)[-‑\s]?olds?\b|[-‑\s]?y(?:ear)?[-/]?o\b", re.IGNORECASE
)
_AGE_BEFORE = re.compile(
    r"\b(?:aged?(?:\sbetween|\sfrom)?|ages|turned|turning)\s(?:\d+\s(?:and|to|or)\s)?$",
    re.IGNORECASE,
)
_NAME_AGE = re.compile(r"[^\W\d_]\w+,\s$")
_LABEL_BEFORE = re.compile(r"(?:\b(?:Nos?\.|no\.|§|#|p\.|pp\.)\s?|[#§№])$")
_CAPITALISED_BEFORE = re.compile(r"(?P<word>[^\W\d_][\w’'.-]*)[\s-]$")
_SCORE_WORDS = re.compile(
    r"\s(?:win|victory|defeat|loss|draw|lead|score|thrashing|rout|aggregate|triumph|tie|vote|ruling"
    r"|decision|majority)\b"
)
_SCORE_BEFORE = re.compile(
    r"\b(?:won|win|wins|beat|lost|lose|drew|draw|led|lead|ahead|score|score of|by)\s$",
    re.IGNORECASE,
)
_HYPHEN_NOUN = re.compile(r"[-‑][^\W\d_]")
_CALIBRE = re.compile(
    r"[\s-]?(?:mm|cm|millimet(?:re|er)|calib(?:re|er))\b(?!\sof\b|\s(?:rain|snow|per|in)\b)",
    re.IGNORECASE,
)
_RATIO = re.compile(r"\s(?:in|out\sof)(?:\severy)?\s(?P<of>[a-z]+|\d{1,4})\b", re.IGNORECASE)
_FRACTION = re.compile(
    r"\b(?P<n>an?|one|two|three|four)?[-\s]?(?P<d>half|halves|thirds?|quarters?|fifths?|tenths?)\b"
    r"(?P<of>\sof\s(?:all\s|the\s|its\s|their\s|his\s|her\s)*|\s(?:the|its|their)\s)",
    re.I,
)
_DENOMINATORS = {"hal": 2, "thi": 3, "qua": 4, "fif": 5, "ten": 10}
_DEFINITE = re.compile(
    r"\b(?:the|these|those|both|its|his|her|their|our|my|your|all|other|first|last|next|final)\s$",
    re.I,
)
_PRONOUN_BEFORE = re.compile(
    r"\b(?:no|this|that|the|any|every|each|another|which|some|only|everyone|number|day|square)[\s-]$",
    re.I,
)
_FOLLOWED_BY_FIGURES = re.compile(r"[-\s]\d{3,}|[-.]\d|[:/x×]\d|[°′″]")
_REACH = 40
_SUFFIXES = r"hundred|thousand|million|billion|trillion|lakh|crore|dozen|bn|mn|tn|mln|bln"


class _Number(NamedTuple):
    start: int
    end: int
    value: float | None
    minimum: float | None
    qualifier: Qualifier
    money: str | None
    is_figure: bool


def quantities(
    text: str, start: int, end: int, exclude: tuple[Span, ...] = ()
) -> tuple[Quantity, ...]:
    """Return the quantities in ``text[start:end]``, in text order, none overlapping.

    Parameters
    ----------
    text : str
        The whole text; only the window is read.
    start, end : int
        Code-point offsets of the window, end exclusive.
    exclude : tuple of Span
        Where no quantity may stand, as a rule the spans of the time expressions.

    Returns
    -------
    tuple of Quantity
        ``minimum`` and ``maximum`` follow from the qualifier: both are the value for exactly,
        approximately, nearly and including; one is None for at least, more than, up to, less than.

    Examples
    --------
    >>> text = "At least 3,000 North Korean soldiers came."
    >>> [(q.value, q.minimum, q.maximum, q.unit) for q in quantities(text, 0, len(text))]
    [(3000.0, 3000.0, None, 'soldiers')]
    >>> quantities("The 45-year-old flew a Boeing 737.", 0, 34)
    ()
    """
    words = frozenset(_WORDS.findall(text[start:end].lower()))
    if words.isdisjoint(_triggers()):
        return ()
    banned = sorted(exclude)
    found: list[Quantity] = []
    numbers = [n for n in _numbers(text, start, end) if not _in(n.start, n.end, banned)]
    skip = 0
    for rank, number in enumerate(numbers):
        if rank < skip or (found and number.start < found[-1].span.end):
            continue
        following = numbers[rank + 1] if rank + 1 < len(numbers) else None
        quantity = _range(text, start, end, number, following)
        if quantity is not None:
            skip = rank + 2
        else:
            quantity = _single(text, start, end, number)
        if quantity is not None:
            found.append(quantity)
    return tuple(found)


def _numbers(text: str, start: int, end: int) -> list[_Number]:
    """Find everything that reads as a number, whatever it means."""
    found: list[_Number] = []
    for match in _master().finditer(text, start, end):
        kind = cast("str", match.lastgroup)
        words = match.group(kind)
        if kind == "vague":
            row = _vague()[" ".join(words.lower().split())]
            qualifier = cast("Qualifier", row["qualifier"])
            found.append(
                _Number(
                    *match.span(), None, float(row["minimum"]), qualifier, None, is_figure=False
                )
            )
            continue
        stop = match.end()
        if kind == "word":
            stop = match.start() + words_length(words)
            words = words[: stop - match.start()]
        money = match.group("sign") if kind == "money" else None
        figures = words if money is None else words[len(money) :].strip()
        value = number_value(figures)
        if value is not None:
            found.append(
                _Number(match.start(), stop, value, value, "exactly", money, kind != "word")
            )
    return found


def _range(text: str, start: int, end: int, one: _Number, two: _Number | None) -> Quantity | None:
    """Read "between 20 and 30", "3,000 to 5,000", "10-15 million"."""
    if two is None or one.value is None or two.value is None or two.start - one.end > 6:
        return None
    gap = text[one.end : two.start]
    if _RANGE_GAP.fullmatch(gap) is None:
        return None
    word = gap.strip().lower()
    before = text[max(start, one.start - 10) : one.start].lower()
    if (word == "and") != before.endswith("between "):
        return None
    if before.endswith("from "):
        return None
    low, high = one.value, two.value
    scaled = _scale_of(text[two.start : two.end])
    if scaled and low < 1000 and not _scale_of(text[one.start : one.end]):
        low *= scaled
    if low >= high:
        return None
    unit = _unit(text, start, end, two._replace(money=one.money or two.money))
    is_dash = _DASH_GAP.fullmatch(gap) is not None
    if is_dash and (
        unit is None or _SCORE_BEFORE.search(before) or _SCORE_WORDS.match(text, two.end, end)
    ):
        return None
    if (
        _is_label(text, start, end, one)
        or _is_age(text, start, end, two)
        or _is_age(text, start, end, one)
    ):
        return None
    begin = one.start - len("between ") if word == "and" else one.start
    stated, begin = _qualifier(text, start, begin)
    if unit is None and not (stated or one.is_figure and low >= 1000):
        return None
    return _quantity(Span(begin, _span_end(two, unit)), None, low, high, stated or "exactly", unit)


def _single(text: str, start: int, end: int, number: _Number) -> Quantity | None:
    """Read one number with what stands around it; None where it is no quantity."""
    if number.value is None:
        return _vague_quantity(text, start, end, number)
    if _is_label(text, start, end, number) or _is_age(text, start, end, number):
        return None
    if not number.is_figure and not _counts_in_words(text, start, end, number):
        return None
    stated, begin = _qualifier(text, start, number.start)
    ratio = _ratio(text, end, number)
    if ratio is not None:
        value, stop, unit = ratio
        return _quantity(Span(begin, stop), value, value, value, stated or "exactly", unit)
    unit = _unit(text, start, end, number)
    if number.is_figure and _looks_like_year(text, number) and (unit is None or unit.is_part):
        return None
    if unit is None and not (stated or _is_large(text, number)):
        return None
    if (
        unit is None
        and stated is not None
        and stated in {"exactly", "including"}
        and not _is_large(text, number)
    ):
        return None
    stop = number.end
    if stated is None and (after := _after_pattern().match(text, number.end, end)) is not None:
        stated, stop = _after()[" ".join(after.group().lower().split())], after.end()
        if unit is None or unit.span.start < stop:
            unit = noun_after(text, stop, end) or unit
    if stated is None and unit is not None and unit.is_part:
        stated = "including"
    low, high = _bounds(number.value, stated)
    span = Span(begin, max(stop, _span_end(number, unit)))
    return _quantity(span, number.value, low, high, stated or "exactly", unit)


def _vague_quantity(text: str, start: int, end: int, number: _Number) -> Quantity | None:
    """Read "dozens of shops", "some soldiers": only before a plural or a state."""
    words = text[number.start : number.end].lower()
    following = text[number.end : number.end + 12].lstrip()
    if following[:1].isdigit() or re.match(
        r"\s(?:of\s)?(?:" + _small() + r")\b", text[number.end : number.end + 16], re.IGNORECASE
    ):
        return None
    if words == "many" and re.search(
        r"\b(?:how|so|as|too|not)\s$",
        text[max(start, number.start - 6) : number.start],
        re.IGNORECASE,
    ):
        return None
    unit = noun_after(text, number.end, end)
    if unit is None:
        unit = (
            state_after(text, number.end, end)
            if number.qualifier not in {"some", "several"}
            else None
        )
    if unit is None and number.qualifier not in {"some", "several"}:
        unit = counted_before(text, start, number.start)
    if unit is None or (not unit.name and number.qualifier in {"some", "several"}):
        return None
    span = Span(number.start, number.end)
    return _quantity(span, None, number.minimum, None, number.qualifier, unit)


def _unit(text: str, start: int, end: int, number: _Number) -> Unit | None:
    if number.money is not None:
        at = number.start
        return Unit(currencies()[number.money], Span(at, at + len(number.money)))
    percent = percent_after(text, number.end, end)
    if percent is not None:
        return percent
    if number.is_figure or text[number.end : number.end + 1] in {"-", "‑", " "}:
        measure = measure_after(text, number.end, end)
        if measure is not None:
            return measure
    if number.value == 1:
        head = head_noun(text, number.end, end, singular=True)
        return (
            head
            if head is not None and not is_irregular(head.name)
            else state_after(text, number.end, end)
        )
    return (
        noun_after(text, number.end, end)
        or state_after(text, number.end, end)
        or counted_before(text, start, number.start)
    )


def _quantity(
    span: Span, value: float | None, low: float | None, high: float | None,
    qualifier: Qualifier, unit: Unit | None,
) -> Quantity:  # fmt: skip
    named = unit is not None and bool(unit.name)
    return Quantity(
        span=span,
        value=value,
        minimum=low,
        maximum=high,
        qualifier=qualifier,
        unit=unit.name if unit is not None and named else None,
        unit_span=unit.span if unit is not None and named else None,
    )


def _span_end(number: _Number, unit: Unit | None) -> int:
    """Return the end of the quantity's own words: "53 per cent" holds its unit, "five camps" not."""
    if unit is not None and unit.name.startswith(("per cent", "percent")):
        return unit.span.end
    return number.end


def _bounds(value: float, qualifier: str | None) -> tuple[float | None, float | None]:
    if qualifier in {"at_least", "more_than"}:
        return value, None
    if qualifier in {"up_to", "less_than"}:
        return None, value
    return value, value


def _qualifier(text: str, start: int, at: int) -> tuple[Qualifier | None, int]:
    """Return the qualifier before `at` and where its words begin."""
    reach = text[max(start, at - _REACH) : at]
    if not reach[-1:].isspace():
        return None, at
    words = list(re.finditer(r"\S+", reach))
    for length in (4, 3, 2, 1):
        if length > len(words):
            continue
        begin = words[-length].start()
        phrase = " ".join(word.group() for word in words[-length:]).lower().lstrip("(“\"‘'—–-")
        qualifier = _before().get(phrase)
        if qualifier is not None:
            quoted = len(words[-length].group()) - len(words[-length].group().lstrip("(“\"‘'—–-"))
            place = at - len(reach) + begin + quoted
            if qualifier in {"exactly", "including"}:
                place = at
            return qualifier, place
    return None, at


def _is_label(text: str, start: int, end: int, number: _Number) -> bool:
    """Say whether the number is part of a name, a label, a score, a time or a longer figure."""
    before = text[max(start, number.start - 30) : number.start]
    if _LABEL_BEFORE.search(before):
        return True
    if number.money is None and number.is_figure and _CALIBRE.match(text, number.end, end):
        return True
    if number.is_figure and _FOLLOWED_BY_FIGURES.match(text, number.end, end):
        dash = text[number.end : number.end + 1]
        if dash != "-" or text[number.end + 1 : number.end + 2].isdigit():
            return True
    if _HYPHEN_NOUN.match(text, number.end, end) and measure_after(text, number.end, end) is None:
        return True
    if (
        text[number.end : number.end + 2] in {". ", ") ", ".\t"}
        and not before.strip()
        and number.is_figure
    ):
        return True
    previous = _CAPITALISED_BEFORE.search(before)
    if previous is None:
        return False
    word = previous.group("word")
    if word in _designators():
        return True
    named = word[0].isupper() and not is_break(word) and word.lower() not in _capital_fillers()
    initial = number.start - len(before) + previous.start() == start
    if not named or initial or not number.is_figure or number.money is not None:
        return False
    has_noun = noun_after(text, number.end, end) or percent_after(text, number.end, end)
    return has_noun is None and counted_before(text, start, number.start) is None


def _is_age(text: str, start: int, end: int, number: _Number) -> bool:
    if number.value is None or number.value > 120:
        return False
    if _AGE_AFTER.match(text, number.end, end):
        return True
    before = text[max(start, number.start - 24) : number.start]
    if _AGE_BEFORE.search(before):
        return True
    beside = text[number.end : number.end + 1]
    return (
        number.is_figure and _NAME_AGE.search(before) is not None and beside in {",", ")", ".", ""}
    )


def _looks_like_year(text: str, number: _Number) -> bool:
    printed = text[number.start : number.end]
    return printed.isdigit() and len(printed) == 4 and 1500 <= int(printed) <= 2100


def _is_large(text: str, number: _Number) -> bool:
    printed = text[number.start : number.end]
    return number.value is not None and number.value >= 1000 and not printed.isdigit()


def _counts_in_words(text: str, start: int, end: int, number: _Number) -> bool:
    """Say whether a number word counts: not "the two sides", "no one", "the Group of Seven"."""
    printed = text[number.start : number.end]
    before = text[max(start, number.start - 14) : number.start]
    if printed[0].isupper() and before.strip() and before.rstrip()[-1] not in "“\"‘'(:—–-":
        return False
    small = number.value is not None and number.value <= 10
    if small and _DEFINITE.search(before) and not _has_part(text, number.end, end):
        return False
    if number.value != 1:
        return True
    if _PRONOUN_BEFORE.search(before) or printed.lower() != "one":
        return False
    following = re.compile(r"\s([^\W\d_][\w’'-]*)").match(text, number.end, end)
    if following is None:
        return False
    word = following.group(1)
    return word[0].islower() and not is_break(word) and word.lower() not in _one_idioms()


def _has_part(text: str, at: int, end: int) -> bool:
    return re.compile(r"\sof\s", re.IGNORECASE).match(text, at, end) is not None


def _ratio(text: str, end: int, number: _Number) -> tuple[float, int, Unit | None] | None:
    """Read "one in five residents"."""
    match = _RATIO.match(text, number.end, end)
    if match is None or number.value is None or number.value > 20 or number.money:
        return None
    words = match.group("of")
    whole = float(words) if words.isdigit() else small_value(words)
    if whole is None or not number.value < whole <= 1000:
        return None
    return number.value / whole, match.end(), noun_after(text, match.end(), end)


def _scale_of(words: str) -> float:
    """Return the scale that a number ends in ("30 million" → 1e6), 0 for none."""
    last = re.search(r"(?:" + _SUFFIXES + r"|[mk])$", words.lower())
    if last is None:
        return 0.0
    return (number_value(words) or 0.0) / (number_value(words[: last.start()].strip()) or 1.0)


def _in(start: int, end: int, banned: list[Span]) -> bool:
    return any(span.start < end and start < span.end for span in banned)


@cache
def _master() -> re.Pattern[str]:
    figure = figure_pattern()
    vague = "|".join(sorted((p.replace(" ", r"\s") for p in _vague()), key=lambda p: (-len(p), p)))
    return re.compile(
        rf"(?P<money>(?<![\w])(?P<sign>{currency_pattern()})\s?{figure}"
        rf"(?:[-\s]?(?:{_SUFFIXES}|[mk])\b)?)(?![\w])"
        rf"|(?<![\w.,/:+°])(?<![^\W\d_][-‑])(?P<figure>{figure}(?:[-\s]?(?:{_SUFFIXES})\b)?)"
        rf"(?![\w]*[^\W\d_]\d|st\b|nd\b|rd\b|th\b|s\b|[a-zA-Z]\b|[A-Z])"
        rf"|(?<![\w-])(?P<vague>{vague})\b|(?<![\w-])(?P<word>{word_pattern()})",
        re.IGNORECASE,
    )


@cache
def _small() -> str:
    return "|".join(sorted(number_words()))


@cache
def _triggers() -> frozenset[str]:
    vague = {
        phrase.split()[-1] if " of" not in phrase else phrase.split()[0] for phrase in _vague()
    }
    extra = {word for phrase in _vague() for word in phrase.split()} - {"a", "of", "and", "upon"}
    return number_words() | vague | extra | frozenset("0123456789")


@cache
def _vague() -> dict[str, dict[str, str]]:
    return {row["phrase"]: row for row in rows("vague_quantities")}


@cache
def _before() -> dict[str, Qualifier]:
    return {
        row["phrase"]: cast("Qualifier", row["qualifier"])
        for row in rows("quantity_qualifiers")
        if row["position"] == "before"
    }


@cache
def _after() -> dict[str, Qualifier]:
    return {
        row["phrase"]: cast("Qualifier", row["qualifier"])
        for row in rows("quantity_qualifiers")
        if row["position"] == "after"
    }


@cache
def _after_pattern() -> re.Pattern[str]:
    phrases = sorted(_after(), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(
        r"\s(?:" + "|".join(p.replace(" ", r"\s") for p in phrases) + r")\b", re.IGNORECASE
    )


@cache
def _designators() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("designators"))


@cache
def _capital_fillers() -> frozenset[str]:
    return frozenset(phrase.split()[-1] for phrase in _before()) | _vague().keys()


@cache
def _one_idioms() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("one_idioms"))
