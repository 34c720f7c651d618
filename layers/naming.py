"""What a place is called on the map: as the report spells it, where that is one of its names."""

from geo.gazetteer import Gazetteer, fold
from geo.model import Resolution
from reading.model import Quantity


class Names:
    """Names to show for the places of one article."""

    def __init__(self, gazetteer: Gazetteer, text: str) -> None:
        self._gazetteer = gazetteer
        self._text = text
        self._known: dict[str, frozenset[str]] = {}

    def shown(self, resolution: Resolution, count: Quantity | None = None) -> str:
        """Return the name to show.

        Parameters
        ----------
        resolution : Resolution
        count : Quantity or None
            So many unnamed ones within it: "five unnamed camps in Russian Far East".
        """
        name = self._as_printed(resolution) or resolution.name
        if count is None:
            return name
        unit = count.unit or ""
        number = " ".join(count.span.of(self._text).split())
        number = number.removesuffix(unit).strip() or number
        return f"{number.lower()} unnamed {unit} in {name}"

    def _as_printed(self, resolution: Resolution) -> str | None:
        toponym = resolution.toponym
        if resolution.part is not None or toponym.core.isupper() or toponym.text.isupper():
            return None
        town = resolution.place is not None and resolution.place.precision == "city"
        if toponym.kind == "literal" and town:
            return toponym.core
        words = toponym.text.removeprefix("the ").removeprefix("The ")
        if toponym.kind == "vague_region" and self._is_called(resolution, words):
            return words
        return None

    def _is_called(self, resolution: Resolution, words: str) -> bool:
        place = resolution.place
        if place is None:
            return False
        known = self._known.get(place.id)
        if known is None:
            known = frozenset(fold(name.name) for name in self._gazetteer.names(place.id))
            self._known[place.id] = known
        return fold(words) in known
