"""Nouns that are counted, in the form that the number and the sentence ask for.

The unit of a quantity is a word of the report. Where ``lexicon/units.tsv`` knows it, pages in
another language say it in theirs; any other stays as it is printed.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from web import language
from web.language import gettext, npgettext

FILE = Path(__file__).parent / "lexicon" / "units.tsv"
# What stands for "some of them": languages with cases use the form that five of them have.
_MANY = 5
_FEW = 2
CONTEXT = "counted"


def counted(unit: str, number: float | None = None, *, governed: bool = False) -> str:
    """Return a unit as it stands after a number, or after a word for many where there is none.

    Parameters
    ----------
    unit : str
    number : float, optional
    governed : bool
        A preposition stands before the number ("about") and decides the case.

    Examples
    --------
    >>> with language.speaking("uk"):
    ...     counted("soldiers", 3), counted("soldiers", 12000), counted("soldiers")
    ('солдати', 'солдатів', 'солдатів')
    """
    if number is None or governed:
        return _form(unit, _MANY) or unit
    return _form(unit, int(number) if number == int(number) else _FEW) or unit


def asked(unit: str) -> str:
    """Return a unit as it stands after "how many"; set in quotes where it is not known."""
    return _form(unit, _MANY) or gettext("“%(words)s”", words=unit)


def those(unit: str) -> str:
    """Return those that a unit counts, as who does something; in quotes where it is not known."""
    return _form(unit, _FEW) or gettext("“%(words)s”", words=unit)


def _form(unit: str, number: int) -> str | None:
    if language.code() == language.SOURCE:
        return unit
    pair = _pairs().get(unit.casefold())
    return None if pair is None else npgettext(CONTEXT, *pair, number)


def pairs() -> tuple[tuple[str, str], ...]:
    """Return all units that are known, each in its two English forms."""
    lines = FILE.read_text(encoding="utf-8").splitlines()[1:]
    return tuple((one, many) for one, many in (line.split("\t") for line in lines))


@cache
def _pairs() -> Mapping[str, tuple[str, str]]:
    return {word: pair for pair in pairs() for word in pair}
