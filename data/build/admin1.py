"""Names of the first-order divisions: today's codes, English display names, native terms."""

from dataclasses import dataclass
from pathlib import Path

from data.build.errors import CuratedError
from data.build.geonames import AdminCode
from data.build.records import ascii_name
from data.build.tables import read_table, split_list


@dataclass(frozen=True, slots=True)
class Division:
    """One admin-1 code with the name English uses, its bare form and the variants of it."""

    code: str
    geonameid: int
    name: str
    base: str
    variants: tuple[str, ...]

    @property
    def country_code(self) -> str:
        """ISO 3166-1 alpha-2 part of the code."""
        return self.code.split(".", 1)[0]


def read_divisions(curated: Path, codes_2015: dict[str, AdminCode]) -> list[Division]:
    """Join the codes of 2015 with the hand-written tables into today's divisions.

    A code is alive when it stands in ``admin1_names.csv`` or in the 2015 table without being
    listed in ``admin1_retired.csv``.

    Raises
    ------
    CuratedError
        A new code has no GeoNames id, or a retired code is not one of 2015.
    """
    terms = {row["country_code"]: row for row in read_table(curated / "admin1_terms.csv")}
    named = {row["code"]: row for row in read_table(curated / "admin1_names.csv")}
    retired = {row["code"] for row in read_table(curated / "admin1_retired.csv")}
    generic = {row["name"] for row in read_table(curated / "generic_names.csv")}
    unknown = sorted(retired - codes_2015.keys())
    if unknown:
        raise CuratedError(f"admin1_retired.csv lists codes that never were: {unknown}")
    alive = sorted((codes_2015.keys() - retired) | named.keys())
    return [
        _division(code, codes_2015.get(code), named.get(code), terms, generic) for code in alive
    ]


def _division(
    code: str,
    known: AdminCode | None,
    named: dict[str, str] | None,
    terms: dict[str, dict[str, str]],
    generic: set[str],
) -> Division:
    term = terms.get(code.split(".", 1)[0], {"display": "{}", "variants": ""})
    patterns = (term["display"], *split_list(term["variants"]))
    geonameid = int(named["geonameid"]) if named and named["geonameid"] else None
    # A code that was given to another division since 2015 brings nothing from the old one.
    same = known if known and geonameid in (None, known.geonameid) else None
    if geonameid is None:
        if same is None:
            raise CuratedError(f"admin1_names.csv: {code} needs a geonameid")
        geonameid = same.geonameid
    if named and named["base"]:
        base = named["base"]
    elif same:
        base = _bare(same.name, patterns)
    else:
        raise CuratedError(f"admin1_names.csv: {code} needs a base name")
    display = (named["display"] if named else "") or term["display"].format(base)
    whole = named is not None and named["display"] != ""
    bare = base not in generic and (named is None or named["bare"] == "yes")
    variants = [base] if bare else []
    # "Moscow Federal City" must not become "Moscow Federal City Oblast", nor Crimea an oblast.
    if not whole:
        variants += [pattern.format(base) for pattern in patterns if pattern != "{}"]
    if same and bare:
        variants += [same.name, same.ascii_name]
    if named:
        variants += split_list(named["aliases"])
    variants += [ascii_name(name) for name in (display, *variants)]
    unique = tuple(dict.fromkeys(v for v in variants if v and v != display and v not in generic))
    return Division(code, geonameid, display, base, unique)


def _bare(name: str, patterns: tuple[str, ...]) -> str:
    """Strip the country's own term from a name that already carries it."""
    for pattern in patterns:
        prefix, _, suffix = pattern.partition("{}")
        if pattern != "{}" and name.startswith(prefix) and name.endswith(suffix):
            inner = name[len(prefix) : len(name) - len(suffix)]
            if inner and inner != name:
                return inner
    return name
