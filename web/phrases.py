"""Sentences that other rooms make, in the language of the page.

Reasons, evidence, doubts and the words of layers and legends are made in English and kept with the
map. Their forms stand in ``lexicon/phrases.tsv``: a phrase as it is, or with ``{…}`` where names
and words of the report stand; ``{phrase}`` is a phrase itself, ``{unit}`` and ``{who}`` are
counted, and a full stop at the end is none of the form. A name of a place alone is one, too. What
has no form there is shown as it is, marked as English.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from markupsafe import Markup

from web import language, placenames, units

FILE = Path(__file__).parent / "lexicon" / "phrases.tsv"
PHRASE = "phrase"
# What is counted or sent: common nouns, so that no name and no sentence passes for one.
_NOUNS: Mapping[str, Callable[[str], str]] = {"unit": units.asked, "who": units.those}
_PLACES = frozenset({"place", "other", "origin", "inner"})
_NOUN = "[a-z][^?:]*?"
_RIGHT_TO_LEFT_WORD = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]+"
_RIGHT_TO_LEFT = re.compile(f"({_RIGHT_TO_LEFT_WORD}(?: +{_RIGHT_TO_LEFT_WORD})*)")
_FIELD = re.compile(r"\{(\w+)\}")


def phrase(text: str) -> str:
    """Return a phrase in the language that is spoken, or as it is where it is not known.

    Examples
    --------
    >>> with language.speaking("uk"):
    ...     phrase("region, exact spot not stated")
    'область, точне місце не вказано'
    """
    return _said(text) or text


def said(text: str) -> Markup:
    """Return a phrase for a page, isolated; marked as English where it is not known."""
    known = _said(text)
    if known is None:
        return Markup('<bdi lang="{}">{}</bdi>').format(language.SOURCE, _isolated(text))
    return Markup("<bdi>{}</bdi>").format(_isolated(known))


def _isolated(text: str) -> Markup:
    """Return a sentence in which words that run from right to left turn nothing but themselves."""
    parts = _RIGHT_TO_LEFT.split(text)
    return Markup().join(
        Markup("<bdi>{}</bdi>").format(part) if rank % 2 else part
        for rank, part in enumerate(parts)
    )


def _said(text: str) -> str | None:
    if language.code() == language.SOURCE:
        return text
    if text in _plain():
        return language.gettext(text)
    if (place := placenames.of_english(text)) is not None:
        return place
    if text.endswith(".") and (sentence := _said(text[:-1])) is not None:
        return f"{sentence}."
    for form, pattern in _filled():
        match = pattern.fullmatch(text)
        words = None if match is None else _words(match.groupdict())
        if words is not None:
            return _FIELD.sub(_filling(words), language.gettext(form))
    return None


def _filling(words: dict[str, str]) -> Callable[[re.Match[str]], str]:
    return lambda field: words[field[1]]


def _words(fields: dict[str, str]) -> dict[str, str] | None:
    """Return what stands in the fields of a form, or None where a phrase is not known."""
    words = {name: _word(name, value) for name, value in fields.items()}
    if PHRASE in fields and _said(fields[PHRASE]) is None:
        return None
    return words


def _word(field: str, value: str) -> str:
    """Return what stands in a field: a phrase, a noun that is counted, or a word as it is."""
    known = _said(value)
    if known is not None:
        return known
    if field in _NOUNS:
        return _NOUNS[field](value)
    return (placenames.with_kind(value) if field in _PLACES else None) or value


def forms() -> tuple[str, ...]:
    """Return all forms, as the file has them."""
    lines = FILE.read_text(encoding="utf-8").splitlines()[1:]
    return tuple(line.split("\t")[0] for line in lines)


@cache
def _plain() -> frozenset[str]:
    return frozenset(form for form in forms() if not _FIELD.search(form))


@cache
def _filled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the forms with fields: those that hold another first, then by their fixed words."""
    found = [form for form in forms() if _FIELD.search(form)]
    found.sort(
        key=lambda form: (PHRASE not in _FIELD.findall(form), -len(_FIELD.sub("", form)), form)
    )
    return tuple((form, _pattern(form)) for form in found)


def _pattern(form: str) -> re.Pattern[str]:
    parts = _FIELD.split(form)
    made = "".join(
        f"(?P<{part}>{_NOUN if part in _NOUNS else '.+?'})" if rank % 2 else re.escape(part)
        for rank, part in enumerate(parts)
    )
    return re.compile(made, re.DOTALL)
