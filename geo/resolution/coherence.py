"""What the rest of a text says about which place a name means.

Names lend each other support: by what they call each other, and by the votes of
:mod:`geo.resolution.votes`. Only names with several candidates are re-ranked, and only the order
changes: what is no place does not become one.
"""

from collections.abc import Iterable, Sequence

from geo.model import Place
from geo.resolution import weights
from geo.resolution.candidates import Group, Option, Region, is_whole, region_of
from geo.resolution.naming import NAMED_AFTER
from geo.resolution.votes import vote
from geo.senses import is_country, is_municipality

LEAST_ELSEWHERE = 2.0
LEAST_HERE = 0.5
LEAST_AROUND = 1.8
SMALL_PEOPLE = 100_000


def apply_context(groups: Sequence[Group], home: Place | None) -> None:
    """Re-rank the options of all groups by what the other groups say."""
    believed = [group for group in groups if group.belief > -1.0 and group.options]
    unsure = [group for group in groups if len(group.options) > 1]
    if home is not None:
        _favour_home(groups, home)
    _favour_named(unsure, believed)
    _favour_fuller(unsure, believed)
    _favour_counties(unsure, believed)
    _favour_called(unsure, groups)
    _favour_capitals(unsure, believed)
    vote(unsure, believed)
    _mark_towns(groups, believed)


def _favour_home(groups: Iterable[Group], home: Place) -> None:
    region = region_of(home.country_code or "", home.admin1_code or "")
    for group in groups:
        for at, option in enumerate(group.options):
            if option.site.region is not None and option.site.region == region:
                group.add(at, "home", weights.HOME, f"the outlet is at home near {home.name}")
            elif option.place.country_code == home.country_code is not None:
                words = f"the outlet is at home in {home.country_code}"
                group.add(at, "home", weights.HOME / 2, words)


def _favour_named(unsure: Iterable[Group], believed: Iterable[Group]) -> None:
    """Favour places in countries and divisions that other names of the text mean."""
    named: dict[Region, dict[str, float]] = {}
    names: dict[Region, str] = {}
    for group in believed:
        if not group.name.leads:
            continue
        key, often = group.name.key, len(group.mentions)
        for option, share in zip(group.options, group.shares, strict=True):
            realm = option.site.realm
            if share < 0.2 or realm is None or not option.site.leads:
                continue
            names.setdefault(realm, option.place.name)
            for region in (realm, *option.site.within):
                by_name = named.setdefault(region, {})
                by_name[key] = by_name.get(key, 0.0) + share * often
    if not named:
        return
    totals = {realm: sum(by_name.values()) for realm, by_name in named.items()}
    most = max(totals.values())
    for group in unsure:
        for at, option in enumerate(group.options):
            for realm in option.site.within:
                if realm in totals:
                    strength = totals[realm] - named[realm].get(group.name.key, 0.0)
                    if strength >= 0.05:
                        _favour(group, at, realm, strength, most, names)


def _favour_fuller(unsure: Iterable[Group], believed: Iterable[Group]) -> None:
    """Take a short name for the country that the text calls by its full name.

    "Congo" beside "the Democratic Republic of Congo" means that one of the two.
    """
    fuller = [
        (f" {group.name.key} ", group.best.place)
        for group in believed
        if " " in group.name.key and is_country(group.best.place)
    ]
    for group in unsure:
        for words, place in fuller:
            if f" {group.name.key} " not in words or f" {group.name.key} " == words:
                continue
            for at, option in enumerate(group.options):
                if option.place.id == place.id:
                    reason = f"{place.name} is named in full in the text"
                    group.add(at, "fuller name", weights.QUALIFIED, reason)


def _favour_counties(unsure: Iterable[Group], believed: Iterable[Group]) -> None:
    """Take a name for the county that the text calls by one of which there is no other.

    "Clare County Council" and "Clare" beside "Co Clare".
    """
    counties = {
        group.best.place.id: group.name.key.split()
        for group in believed
        if len(group.options) == 1 and group.best.place.feature_code == "ADM2"
    }
    if not counties:
        return
    for group in unsure:
        for at, option in enumerate(group.options):
            words = counties.get(option.place.id)
            if words is not None and not set(group.name.key.split()).isdisjoint(words):
                reason = f"{option.place.name} is named without doubt in the text"
                group.add(at, "fuller name", weights.QUALIFIED / 2, reason)


def _favour_called(unsure: Iterable[Group], groups: Iterable[Group]) -> None:
    """Take a bare name for the division that the text calls by it elsewhere.

    "The province of Idlib … airstrikes in Idlib".
    """
    called = {
        (group.name.key, group.best.place.id): group.best.place.name
        for group in groups
        if group.name.called and group.options
    }
    if not called:
        return
    for group in unsure:
        if group.town_word is not None or group.name.called:
            continue
        for at, option in enumerate(group.options):
            if (group.name.key, option.place.id) not in called:
                continue
            metropolis = any(reason.name == NAMED_AFTER for reason in group.evidence[at])
            if not metropolis and _is_division(option):
                words = f"the text calls {option.place.name} so"
                group.add(at, "called so", weights.DIVISION_NAMED, words)


def _favour_capitals(unsure: Iterable[Group], believed: Sequence[Group]) -> None:
    """Take a name for the capital of a country that the text names: "Santiago" beside "Chile"."""
    capitals = [
        (group, at)
        for group in unsure
        for at, option in enumerate(group.options)
        if option.place.feature_code == "PPLC"
    ]
    if not capitals:
        return
    countries = {
        best.country_code: best.name
        for group in believed
        if is_country(best := group.best.place) and best.country_code is not None
    }
    for group, at in capitals:
        country = countries.get(group.options[at].place.country_code or "")
        if country is not None and not is_country(group.best.place):
            words = f"{country}, whose capital it is, is named in the text"
            group.add(at, "capital of a country named", weights.CAPITAL_NAMED, words)


def _is_division(option: Option) -> bool:
    return option.place.feature_code == "ADM1"


def _favour(
    group: Group,
    at: int,
    realm: Region,
    strength: float,
    most: float,
    names: dict[Region, str],
) -> None:
    words = f"{names.get(realm, realm.partition('.')[0])} is named in the text"
    if not is_whole(realm):
        group.add(at, "division named", weights.DIVISION_NAMED * min(1.0, strength), words)
    else:
        group.add(at, "country named", weights.COUNTRY_NAMED * min(1.0, strength / most), words)


def _mark_towns(groups: Iterable[Group], believed: Iterable[Group]) -> None:
    """Mark towns that are strange to the text, and those that are native to it.

    Where a text is about one country, an unlisted village of it is likelier than its namesake
    overseas: small towns in countries that nothing else in the text points to are strangers. A town
    in a division that several other names lie in is native there, and so is one with a seldom name
    that nothing else bears, in a country that they lie in.
    """
    towns = [
        (group, place)
        for group in groups
        if group.options
        and ((place := group.best.place).feature_class == "P" or is_municipality(place))
    ]
    if not towns:
        return
    by_name, totals = _told_of(believed)
    countries = [
        region for region, total in totals.items() if total >= LEAST_ELSEWHERE and is_whole(region)
    ]
    for group, place in towns:
        own = by_name.get(group.name.key, {})
        home = region_of(place.country_code or "")
        here = totals.get(home, 0.0) - own.get(home, 0.0)
        if place.population < SMALL_PEOPLE and here < LEAST_HERE:
            group.stranger = any(
                totals[region] - own.get(region, 0.0) >= LEAST_ELSEWHERE
                for region in countries
                if region != home
            )
        around = group.best.site.region
        if around is not None:
            group.native = totals.get(around, 0.0) - own.get(around, 0.0) >= LEAST_AROUND
        if here >= LEAST_AROUND and not group.native:
            group.native = _is_only_here(group)


def _told_of(
    believed: Iterable[Group],
) -> tuple[dict[str, dict[Region, float]], dict[Region, float]]:
    """Return how far each name speaks of each division and country, and how far all do."""
    by_name: dict[str, dict[Region, float]] = {}
    for group in believed:
        key = group.name.key
        if len(group.options) == 1 and key not in by_name:
            by_name[key] = dict.fromkeys(group.name.inside[0], 1.0)
            continue
        votes = by_name.setdefault(key, {})
        for inside, share in zip(group.name.inside, group.shares, strict=True):
            for region in inside:
                votes[region] = votes.get(region, 0.0) + share
    totals: dict[Region, float] = {}
    for votes in by_name.values():
        for region, share in votes.items():
            votes[region] = capped = min(share, 1.0)
            totals[region] = totals.get(region, 0.0) + capped
    return by_name, totals


def _is_only_here(group: Group) -> bool:
    """Tell whether a seldom name that stands like a place is that of one country's towns alone."""
    stands = group.belief - group.prior - weights.BIAS >= weights.PLACE_CUE
    return (
        stands
        and all(option.variant for option in group.options)
        and len({option.place.country_code for option in group.options}) == 1
    )
