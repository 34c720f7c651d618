"""What can go wrong between a name and its place.

::

    GeoError (ValueError)
    ├── GazetteerError       the gazetteer is missing, damaged, outdated or being built
    │   └── ImportRowError   one row of an import cannot be used; carries its line
    ├── BoundaryError        a boundary file or worldview is unknown or damaged
    └── CorpusError          a gold or prediction file cannot be scored
"""


class GeoError(ValueError):
    """Base of every error that geo raises."""


class GazetteerError(GeoError):
    """The gazetteer cannot answer."""


class ImportRowError(GazetteerError):
    """A row of an imported file cannot be used.

    Parameters
    ----------
    message : str
        What is wrong with the row, and what to do.
    line : int
        1-based line of the file.
    """

    def __init__(self, message: str, line: int) -> None:
        super().__init__(f"line {line}: {message}")
        self.line = line


class BoundaryError(GeoError):
    """A boundary cannot be read."""


class CorpusError(GeoError):
    """An evaluation file cannot be used."""
