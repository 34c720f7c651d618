"""What a name stands for: a whole country, a capital, a government, or a place beside."""

from geo.model import Resolution

_CAPITAL = "PPLC"


def acts(resolution: Resolution) -> bool:
    """Say whether a name can stand for a government: a country, a capital, the Kremlin."""
    place = resolution.place
    if resolution.toponym.kind == "metonym" or resolution.precision == "country":
        return True
    return place is not None and place.feature_code == _CAPITAL and resolution.part is None


def is_capital(resolution: Resolution) -> bool:
    """Say whether a name is that of a capital."""
    place = resolution.place
    return place is not None and place.feature_code == _CAPITAL


def is_country(resolution: Resolution) -> bool:
    """Say whether a name means a whole country, not its capital or a part."""
    return resolution.precision == "country" and resolution.part is None


def is_measured(resolution: Resolution) -> bool:
    """Say whether words lead from a place to one beside it: "45 km south of X", "south of X"."""
    part = resolution.part or ""
    return part[:1].isdigit() or part.endswith(" side")
