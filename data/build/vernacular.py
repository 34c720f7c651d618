"""What divisions are called in the languages of the pages, by Unicode CLDR.

CLDR knows subdivisions by ISO 3166-2. Ours are found among those of their country by an English
name that both have; ``curated/division_codes.csv`` says it where no name does. Where English names
the kind ("Kabul Province") and the other language does not, the kind is put before the name, so
that a division is not taken for its town.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from html import unescape
from pathlib import Path

from data.build.packages import read_npm
from data.build.records import Record
from data.build.tables import read_table, split_list, table_bytes

LANGUAGES = ("uk",)
_ENGLISH = "en"
_ENTRY = re.compile(r'<subdivision type="(\w+)"[^>]*>([^<]+)</subdivision>')
_ASIDE = re.compile(r"\s*\([^)]*\)$|[¹²³]$")
_LONG = 5


def vernacular_bytes(records: Iterable[Record], cldr: Path, curated: Path) -> bytes:
    """Write the names of divisions and of curated regions, sorted by id and language."""
    records = tuple(records)
    divisions = [record for record in records if record.feature_code.startswith("ADM")]
    codes = _codes(divisions, _names(cldr, _ENGLISH), curated)
    english = {record.id: record.name for record in records}
    rows = [
        (row["id"], english[row["id"]], row["lang"], row["name"])
        for row in read_table(curated / "region_names.csv")
    ]
    for language in LANGUAGES:
        words, kinds = _kinds(curated, language)
        names = _names(cldr, language)
        for place, code in codes.items():
            if code in names:
                name = _with_kind(_ASIDE.sub("", names[code]), english[place], words, kinds)
                rows.append((place, english[place], language, name[0].upper() + name[1:]))
    return table_bytes(("id", "english", "lang", "name"), sorted(rows))


def _names(cldr: Path, language: str) -> dict[str, str]:
    text = read_npm(cldr, f"3rdparty/cldr/common/subdivisions/{language}.xml").decode()
    # Of two spellings the first.
    return {code: unescape(name).split(",")[0].strip() for code, name in _ENTRY.findall(text)}


def _kinds(curated: Path, language: str) -> tuple[set[str], dict[str, str]]:
    """Return the words for kinds of divisions in a language, and those that English has by it."""
    rows = [r for r in read_table(curated / "division_kinds.csv") if r["lang"] == language]
    return {row["word"] for row in rows}, {row["kind"]: row["word"] for row in rows if row["kind"]}


def _with_kind(name: str, english: str, words: set[str], kinds: Mapping[str, str]) -> str:
    told = name.casefold().replace("-", " ").split()
    for word in words:
        stem = word[:-2] if len(word) > _LONG else word
        if any(part == word or (len(word) > _LONG and part.startswith(stem)) for part in told):
            return name
    longest_first = sorted(kinds, key=lambda kind: (-len(kind), kind))
    kind = next((kind for kind in longest_first if english.endswith(f" {kind}")), None)
    return name if kind is None else f"{kinds[kind]} {name}"


def _codes(
    divisions: Iterable[Record], english: Mapping[str, str], curated: Path
) -> dict[str, str]:
    """Return the subdivision of CLDR that each division is; who cannot be told apart has none."""
    found = {row["id"]: row["subdivision"] for row in read_table(curated / "division_codes.csv")}
    ours = [division for division in divisions if division.id not in found]
    by_name: dict[tuple[str, str], set[str]] = defaultdict(set)
    for code, name in english.items():
        by_name[code[:2].upper(), fold(name)].add(code)
    for spellings in (_whole, _bare):
        taken = set(found.values())
        fits: dict[str, str] = {}
        for division in ours:
            codes = {
                code
                for name in spellings(division)
                for code in by_name.get((division.country_code, fold(name)), ())
            } - taken
            if len(codes) == 1 and division.id not in found:
                fits[division.id] = codes.pop()
        times = Counter(fits.values())
        found |= {place: code for place, code in fits.items() if times[code] == 1}
    return found


def _whole(division: Record) -> tuple[str, ...]:
    return (division.name, *split_list(division.alternatenames))


def _bare(division: Record) -> tuple[str, ...]:
    """Return the name without its last word, which says the kind: "Khartoum State"."""
    return (division.name.rpartition(" ")[0],)


def fold(name: str) -> str:
    """Return a name without accents, case and punctuation.

    >>> fold("Béni Mellal-Khénifra")
    'beni mellal khenifra'
    """
    plain = "".join(
        char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char)
    )
    return " ".join(re.findall(r"\w+", plain.casefold()))
