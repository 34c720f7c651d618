"""What can go wrong between a claim and its mark on the map.

::

    LayersError (ValueError)
    ├── OverrideError      a hand correction names no mention or no place
    ├── ExportError        a document cannot be written in this format
    ├── EvaluationError    a gold or prediction file cannot be scored
    └── StoreError         the store cannot keep or give
        ├── MapNotFoundError
        ├── MapExistsError
        ├── MapIdError         ids are lower-case slugs without dots
        ├── StoreBusyError     another writer holds the store
        └── StoreSchemaError   written by a newer version, or no store of ours
"""


class LayersError(ValueError):
    """Base of every error that layers raises."""


class OverrideError(LayersError):
    """A correction by hand cannot be applied."""


class ExportError(LayersError):
    """A document cannot be written."""


class EvaluationError(LayersError):
    """A gold or prediction file cannot be scored."""


class StoreError(LayersError):
    """The store cannot keep or give what was asked."""


class MapNotFoundError(StoreError):
    """No map of that id is kept."""


class MapExistsError(StoreError):
    """A map of that id is kept already."""


class MapIdError(StoreError):
    """The id is not a lower-case slug."""


class StoreBusyError(StoreError):
    """Another writer holds the store; try again."""


class StoreSchemaError(StoreError):
    """The file is no store of ours, or of a newer version."""
