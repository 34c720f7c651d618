"""What places are called in the language of the page, where Unicode CLDR or our tables know it.

Countries and parts of the world come from CLDR as Babel has it; divisions and curated regions from
``data/place_names.csv``, which CLDR's subdivisions were put into. Of a division that neither knows,
the word for its kind is translated, and its name stays ("Округ Charlton").
"""

import csv
import re
from collections.abc import Mapping
from functools import cache

from babel import Locale

from geo.data import data_path
from web import language

_ASIDE = re.compile(r" \([^)]*\)$")
FILE, KINDS = "place_names.csv", ("curated", "division_kinds.csv")


def of_id(place: str, lang: str) -> str | None:
    """Return the name of a record in a language, or None.

    Examples
    --------
    >>> of_id("gn:538555", "uk")
    'Курська область'
    """
    return _by_id(lang).get(place)


def of_english(name: str) -> str | None:
    """Return what has an English name in the language of the page, if only one place has it.

    Examples
    --------
    >>> with language.speaking("uk"):
    ...     of_english("North Korea"), of_english("Kursk Oblast"), of_english("Georgia")
    ('Північна Корея', 'Курська область', None)
    """
    lang = language.code()
    if lang == language.SOURCE:
        return None
    return _by_english(lang).get(name.casefold())


def with_kind(name: str) -> str | None:
    """Return a division's name with the word for its kind in the language of the page.

    Examples
    --------
    >>> with language.speaking("uk"):
    ...     with_kind("Charlton County"), with_kind("County Down"), with_kind("Paris")
    ('Округ Charlton', 'Графство Down', None)
    """
    after, before = _kinds(language.code())
    for kind, word in after.items():
        if name.endswith(f" {kind}"):
            return f"{_capital(word)} {name.removesuffix(f' {kind}')}"
    for kind, word in before.items():
        if name.startswith(f"{kind} "):
            return f"{_capital(word)} {name.removeprefix(f'{kind} ')}"
    return None


def _capital(word: str) -> str:
    return word[0].upper() + word[1:]


def _rows(*path: str) -> list[dict[str, str]]:
    with data_path(*path).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


@cache
def _by_id(lang: str) -> Mapping[str, str]:
    return {row["id"]: row["name"] for row in _rows(FILE) if row["lang"] == lang}


@cache
def _by_english(lang: str) -> Mapping[str, str]:
    """Return the names by those in English; what several places are called is left out."""
    pairs = [(row["english"], row["name"]) for row in _rows(FILE) if row["lang"] == lang]
    names, english = Locale(lang).territories, Locale(language.SOURCE).territories
    pairs += [(str(english[code]), str(names[code])) for code in english if code in names]
    found: dict[str, set[str]] = {}
    for one, name in pairs:
        # "Georgia (U.S. state)" is called Georgia, too.
        for spelling in {one, _ASIDE.sub("", one)}:
            found.setdefault(spelling.casefold(), set()).add(name)
    return {one: min(called) for one, called in found.items() if len(called) == 1}


@cache
def _kinds(lang: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return the words for kinds that English puts after a name, and those before it."""
    rows = [row for row in _rows(*KINDS) if row["lang"] == lang and row["kind"]]
    kinds = {row["kind"]: row["word"] for row in rows}
    return (
        {kind: word for kind, word in kinds.items() if not kind.endswith(" …")},
        {kind[:-2]: word for kind, word in kinds.items() if kind.endswith(" …")},
    )
