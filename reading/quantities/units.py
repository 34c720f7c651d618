"""Find what a number counts: the head noun behind it, a measure, money, or the verb before it."""

import re
from functools import cache
from typing import NamedTuple

from reading.lexicon import rows
from reading.model import Span
from reading.numerals import small_value

_TOKEN = re.compile(r"[^\W\d_][\w’'.-]*|\d[\w.,]*|[^\w\s]")
_PERCENT = re.compile(r"[-‑\s]?(?:%|per\s?cent\b|percent\b|pct\b|percentage\spoints?\b)|pc\b")
_OF_THEM = re.compile(r"\s(?:more\s)?of\s(?:them|whom|these|those|which)\b", re.IGNORECASE)
_BEING = re.compile(r",?\s(?:being|as|were|are|was|is)\s")
_OF = re.compile(
    r"\s(?:out\s)?of\s(?:(?:the|its|his|her|their|our|these|those|all)\s)?(?:(?:other|remaining)\s)?",
    re.IGNORECASE,
)
_MORE = re.compile(r"\s(?:more|other|further|additional|new)\b", re.IGNORECASE)
_NUMBER_OF = re.compile(
    r"\b(?:number|total|count|toll|tally)\sof\s(?P<of>[^\W\d_]+(?:\s[^\W\d_]+)?"
    r"(?:\s[^\W\d_]+)?(?:\s[^\W\d_]+)?)\b(?:[^.;:”]{0,70}"
    r"|[^.;:”]{0,160}\b(?:at|to|reached|passed|exceeded|hit)\s[^.;:,”\d]{0,16})$",
    re.IGNORECASE,
)
_TOLL = re.compile(r"\b(?P<toll>death\stoll)\b[^.;:”]{0,60}$", re.IGNORECASE)
_TOLL_MOVES = re.compile(
    r"\b(?P<toll>death\stoll)\s[^.;:”\d]{0,140}\b(?:climb(?:ed|s)?|rose|risen|rises?|jump(?:ed|s)|grew"
    r"|grown|increas(?:ed|es)|reached|passed|stood|stands|hit|soared|swelled|surged)\s(?:to|at|by)?\s?[^.;:,”\d]{0,16}$",
    re.IGNORECASE,
)
_BARE_TOLL = re.compile(
    r"\b(?P<toll>toll)\s(?:(?:far\s|much\s)?(?:higher|lower),\s)?[^.;:,”\d]{0,48}\b(?:at|to|reach(?:ed|es)|pass(?:ed|es)|top(?:ped|s)|hits?|nears|was|is|of)\s[^.;:,”\d]{0,16}$",
    re.IGNORECASE,
)
_TOLL_ASIDE = re.compile(
    r"\b(?P<toll>toll),\swhich\s[^.;:”]{0,70}\b(?:at|to|reached|passed|was|hit|of)\s[^.;:,”\d]{0,16}$",
    re.IGNORECASE,
)
_VOTED = re.compile(r"\b(?P<noun>voted)\s(?:by\s)?$")
_OF_WHOLE = re.compile(
    r"\bof\s(?:the|these|those)\s[\d,.]{0,12}\s?(?P<of>[^\W\d_]+(?:\s[^\W\d_]+)?)\b"
    r"[^.;:,”\d]{0,40},\s[^.;:,”\d]{0,16}$",
    re.IGNORECASE,
)
_TOTTED = re.compile(
    r"\b(?P<noun>arrests|cases|casualties|deaths|fatalities|infections|injuries|victims"
    r"|(?:(?<=the\s)|(?<=total\s))(?:dead|injured|missing|wounded))\s"
    r"(?:[^.;:,”\d]{0,48}\b(?:at|to|reached|totalled|numbered|hit|passed)\s)?"
    r"[^.;:,”\d]{0,16}$",
    re.IGNORECASE,
)
_BODIES_OF = re.compile(
    r"\b(?P<noun>bodies|corpses|remains)\sof\s(?:[a-z]{2,8}\s){0,2}$", re.IGNORECASE
)
_PER_SO_MANY = re.compile(r"\sper\s(?:\d[\d,]{0,12}|thousand|million)(?:\s[a-z]{3,20})?\b")
_STATE_AND_NOUN = re.compile(r"\s(?P<state>[a-z]{3,13})\s(?P<noun>[a-z]{3,20})\b")
_ON_BOARD = re.compile(r"\son\sboard\b")
_SUM = r"(?=\d[\d.,]{0,12}\s?(?:million|billion|trillion|bn|mn|[bBmM])\b|\d{1,3},\d{3})"
_SPELLS = frozenset({"days", "hours", "minutes", "months", "weeks", "years"})
_INCLUDED = re.compile(
    r"\b(?P<noun>dead|wounded|injured|missing|killed|victims|casualties|deaths|fatalities|survivors)"
    r"\s(?:includ(?:e|es|ed|ing)|were|comprised)\s(?:at\sleast\s)?$",
    re.IGNORECASE,
)
_WAS = re.compile(
    r"(?:\s(?:were|was|are|is|have been|has been|had been|have|had|remain|remained|reported"
    r"|listed as|still|also|others|more|(?:confirmed|feared|found|presumed)(?=\sdead\b))\b){1,3}"
)
_STATE = re.compile(r"\s([a-z]{3,13})\b")
_MAGNITUDE = re.compile(r"\b(?P<unit>magnitude)(?:\s(?:of|at|was|to|is))?\s$", re.IGNORECASE)
_ON_SCALE = re.compile(
    r"\son\sthe\s(?:open-ended\s)?(?P<scale>Richter|moment\smagnitude)(?:\sscale)?\b"
    r"|\s(?P<quake>earthquake|quake|aftershock|foreshock|temblor|tremor)s?\b",
    re.IGNORECASE,
)
_STRONGEST_QUAKE = 10
_NATIONALS = re.compile(
    r"[A-Z][a-z]{1,12}(?:ans|ats|bs|des|ese|ews|ims|is|nes|ons|ots|rds|rks)(?![\w’'-]|\s[A-Z])"
)
"""People by their nation, creed or party: "Israelis", "Serbs", "Democrats"."""
_MAGNITUDE_REACH = 16
_PHRASE_TOKENS = 7
_LOOK_BACK = 180
_DONE_REACH = 40
_ANOTHER = frozenset({"", "another", "a further"})
_NOT_MEN = frozenset({"abdomen", "omen", "regimen", "specimen"})
_NOT_PLURAL = ("ss", "us", "is", "'s", "’s")


class Unit(NamedTuple):
    """What is counted, and where its words stand, if they stand in the text."""

    name: str
    span: Span
    is_part: bool = False


def percent_after(text: str, at: int, end: int) -> Unit | None:
    """Return "per cent", as printed, where it stands at `at`."""
    match = _PERCENT.match(text, at, end)
    if match is None:
        return None
    start = match.start() + (1 if match.group()[0] in " -‑\u00a0\n" else 0)
    name = " ".join(text[start : match.end()].lower().split())
    return Unit("per cent" if name in {"%", "pc", "pct"} else name, Span(start, match.end()))


_TERM = re.compile(
    r"[-‑](?P<unit>year|month)\s(?:(?:(?:jail|prison|suspended)\s){1,2}(?:sentence|term)|sentence)s?\b"
)
_DEGREES = re.compile(r"(?:\s?°\s?)?[CF](?!\w)|\s?°(?!\w)")
_TEMPERATURE = re.compile(
    r"\b(?:temperatures?|degrees|heat|heatwave|hott?(?:er|est)?|warm\w*|cold\w*|cool\w*"
    r"|mercury|thermometers?|fr[eo]ez\w*|[cf]elsius|fahrenheit)\b|\(\d{1,3}\s?°?[CF]\)",
    re.IGNORECASE,
)
_TEMPERATURE_REACH = 60


def measure_after(text: str, at: int, end: int) -> Unit | None:
    """Return the measure at `at`: "km", "-mile", " sq km", the "C" of "heat of 44C"."""
    served = _TERM.match(text, at, end)
    if served is not None:
        return Unit(served.group("unit") + "s", Span(*served.span("unit")))
    degrees = _DEGREES.match(text, at, end)
    if degrees is not None and (
        "°" in degrees.group()
        or _TEMPERATURE.search(text, max(0, at - _TEMPERATURE_REACH), at + _TEMPERATURE_REACH)
    ):
        return Unit("degrees", Span(*degrees.span()))
    match = _measure_pattern().match(text, at, end)
    if match is None:
        return None
    form = " ".join(match.group("unit").lower().split())
    joined = not match.group()[0].isspace()
    span = Span(match.start("unit"), match.end("unit"))
    return Unit(_measures()[form] if joined else form, span)


def magnitude_before(text: str, start: int, at: int) -> Unit | None:
    """Return the "magnitude" right before a number: "a magnitude 7 quake rocks towns"."""
    found = _MAGNITUDE.search(text, max(start, at - _MAGNITUDE_REACH), at)
    if found is None:
        return None
    begin = found.start("unit")
    return Unit("magnitude", Span(begin, begin + len("magnitude")))


def magnitude_after(text: str, at: int, end: int, value: float) -> Unit | None:
    """Return what says that a number is a magnitude: "5.3 on the Richter scale", "a 5.3 quake"."""
    if value >= _STRONGEST_QUAKE:
        return None
    found = _ON_SCALE.match(text, at, end)
    if found is None or (found.group("quake") and value.is_integer()):
        return None  # "two earthquakes"
    return Unit("magnitude", Span(*found.span(found.lastgroup or 0)))


def state_after(text: str, at: int, end: int) -> Unit | None:
    """Return "killed", "wounded", "dead" … that stands right behind a number without a noun."""
    if (on_board := _ON_BOARD.match(text, at, end)) is not None:
        return Unit("aboard", Span(on_board.start() + 1, on_board.end()))
    was = _WAS.match(text, at, end)
    begin = was.end() if was is not None else at
    match = _STATE.match(text, begin, end)
    row = None if match is None else _casualties().get(match.group(1))
    if match is None or row is None or row["form"] != "state":
        return None
    return Unit(row["unit"], Span(match.start(1), match.end(1)))


def rate_after(text: str, at: int, end: int) -> Unit | None:
    """Return "per 100,000 people" where it stands at `at`."""
    rate = _PER_SO_MANY.match(text, at, end)
    if rate is None:
        return None
    start = rate.start() + 1
    return Unit(" ".join(text[start : rate.end()].lower().split()), Span(start, rate.end()))


def done_before(text: str, start: int, at: int) -> Unit | None:
    """Return what was done to the so many at `at`: "killing 14", "wounded another two"."""
    reach = text[max(start, at - _DONE_REACH) : at]
    base = at - len(reach)
    for token in reversed(list(_TOKEN.finditer(reach))[-3:]):
        row = _casualties().get(token.group().lower())
        if row is not None and reach[token.end() :].strip(" ").lower() in _ANOTHER:
            return Unit(row["unit"], Span(base + token.start(), base + token.end()))
    return None


def counted_before(text: str, start: int, at: int) -> Unit | None:
    """Return what stands before a number: "killing 14", "the number of deaths … at"."""
    reach = text[max(start, at - _LOOK_BACK) : at]
    base = at - len(reach)
    done = done_before(text, start, at)
    if done is not None:
        return done
    toll = _TOLL.search(reach) or _BARE_TOLL.search(reach) or _TOLL_MOVES.search(reach)
    toll = toll or _TOLL_ASIDE.search(reach)
    if toll is not None:
        return Unit("deaths", Span(base + toll.start("toll"), base + toll.end("toll")))
    totted = _TOTTED.search(reach) or _INCLUDED.search(reach) or _BODIES_OF.search(reach)
    if totted is not None:
        noun = Span(base + totted.start("noun"), base + totted.end("noun"))
        return Unit(totted.group("noun").lower(), noun)
    voted = _VOTED.search(reach)
    if voted is not None:
        return Unit("votes", Span(base + voted.start("noun"), base + voted.end("noun")))
    whole = _OF_WHOLE.search(reach)
    if whole is not None:
        return _of_whole(whole.group("of"), base + whole.start("of"))
    counted = _NUMBER_OF.search(reach)
    if counted is None:
        return None
    for token in _TOKEN.finditer(reach, counted.start("of"), counted.end("of")):
        state = _casualties().get(token.group().lower(), {"form": "-"})["form"] == "state"
        if state or is_plural(token.group()):
            return Unit(token.group(), Span(base + token.start(), base + token.end()))
    return None


def _of_whole(words: str, at: int) -> Unit | None:
    """Return what "of the four deaths, 140 were in …", "of those killed, 12 were …" count."""
    for token in _TOKEN.finditer(words):
        word, begin = token.group(), at + token.start()
        row = _casualties().get(word.lower())
        if row is not None or is_plural(word):
            name = word if row is None else row["unit"]
            return Unit(name, Span(begin, begin + len(word)), is_part=True)
    return None


def noun_after(text: str, at: int, end: int) -> Unit | None:
    """Return the noun that the number before `at` counts; ``is_part`` for "of them", "of the"."""
    of_them = _OF_THEM.match(text, at, end)
    if of_them is not None:
        being = _BEING.match(text, of_them.end(), end)
        head = head_noun(text, being.end() - 1, end) if being is not None else None
        if head is not None:
            return head._replace(is_part=True)
        state = state_after(text, of_them.end(), end)
        if state is not None:
            return state._replace(is_part=True)
        return Unit("", Span(at, at), is_part=True)
    of = _OF.match(text, at, end)
    if of is not None:
        head = head_noun(text, of.end() - 1, end, skip_figures=True) or state_after(
            text, of.end() - 1, end
        )
        if head is None:
            return Unit("", Span(at, at), is_part=True) if _so_many(text, of.end(), end) else None
        return head._replace(is_part=True)
    stated = _STATE_AND_NOUN.match(text, at, end)
    if stated is not None and stated.group("state") in _casualties():
        noun = stated.group("noun")
        if is_plural(noun) and noun not in _SPELLS and noun not in _breaks():
            return _unit_of(noun, stated.start("noun"))
    more = _MORE.match(text, at, end)
    return head_noun(text, more.end() if more is not None else at, end)


def _so_many(text: str, at: int, end: int) -> bool:
    """Say whether a number stands at `at`: "three of the 14"."""
    token = _TOKEN.match(text, at, end)
    word = "" if token is None else token.group()
    return word[:1].isdigit() or small_value(word) is not None


def head_noun(
    text: str, at: int, end: int, *, singular: bool = False, skip_figures: bool = False
) -> Unit | None:
    """Return the head of the noun phrase that begins at `at`: its first plural, or the next if two.

    Parameters
    ----------
    singular : bool
        After "one": the last word before the phrase ends, instead.
    skip_figures : bool
        After "28 of": step over the figures of the whole, "the state’s 93 counties".
    """
    last: Unit | None = None
    position = at
    for rank, token in enumerate(_TOKEN.finditer(text, at, end)):
        word = token.group().rstrip(".-’'")
        gap = token.start() - position
        position = token.end()
        if skip_figures and rank < 2 and word[:1].isdigit():
            continue
        if rank >= _PHRASE_TOKENS or gap > 2 or _ends_phrase(word, last):
            break
        if singular and word[0].islower() and not word.endswith(("’s", "'s", "ed", "ing")):
            last = _unit_of(word, token.start())
        elif rank == 0 and not singular and _NATIONALS.match(text, token.start(), end):
            return Unit(word, Span(token.start(), token.start() + len(word)))
        elif not singular and is_plural(word):
            if last is not None:
                return _unit_of(word, token.start())
            last = _unit_of(word, token.start())
        elif last is not None:
            break
    return last


def is_plural(word: str) -> bool:
    """Say whether a word in lower case looks like a plural noun."""
    if not word[0].islower():
        return len(word) > 2 and word.endswith("s") and word[:-1].isupper() and word[:-1].isalpha()
    if word in _irregular() or (word.endswith("men") and word not in _NOT_MEN):
        return True
    if word == "news":
        return False
    return len(word) > 3 and word.endswith("s") and not word.endswith(_NOT_PLURAL)


def _ends_phrase(word: str, last: Unit | None) -> bool:
    if not word or not word[0].isalpha() or word.lower() in _breaks():
        return True
    return last is not None and word.lower().endswith(("ing", "ed"))


def _unit_of(word: str, start: int) -> Unit:
    return Unit(word.lower(), Span(start, start + len(word)))


def are_nationals(text: str, at: int) -> bool:
    """Say whether people are called by their nation, creed or party there: "Danes"."""
    return _NATIONALS.match(text, at) is not None


def is_irregular(word: str) -> bool:
    """Say whether `word` is a plural without the plural's s ("people")."""
    return word.lower() in _irregular()


def is_break(word: str) -> bool:
    """Say whether `word` ends a noun phrase."""
    return word.lower() in _breaks()


@cache
def currency_pattern() -> str:
    """Return a regular expression for a sign of money before a number.

    A single letter is one only before so many thousands: "N810,000" and not the road N2.
    """
    signs = sorted((row["sign"] for row in rows("currencies")), key=lambda s: (-len(s), s))
    return (
        "(?:"
        + "|".join(re.escape(s) + (_SUM if len(s) == 1 and s.isalpha() else "") for s in signs)
        + ")"
    )


@cache
def currencies() -> dict[str, str]:
    """Return the sign of money → its name in the plural."""
    return {row["sign"]: row["unit"] for row in rows("currencies")}


@cache
def _measures() -> dict[str, str]:
    known = {row["form"]: row["unit"] for row in rows("units")}
    return known | {unit: unit for unit in known.values()}


@cache
def _measure_pattern() -> re.Pattern[str]:
    forms = sorted(_measures(), key=lambda form: (-len(form), form))
    joined = "|".join(re.escape(form) for form in forms)
    return re.compile(rf"(?:[-‑\s]|(?=[a-z]))(?P<unit>{joined})(?![\w])", re.IGNORECASE)


@cache
def _casualties() -> dict[str, dict[str, str]]:
    return {row["word"]: row for row in rows("casualty_words")}


@cache
def _irregular() -> frozenset[str]:
    return frozenset(row["noun"] for row in rows("irregular_plurals"))


@cache
def _breaks() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("phrase_breaks"))
