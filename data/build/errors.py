"""Errors of the data build.

BuildError (ValueError)
├── PackageError    a source package is missing, damaged or of another version
└── CuratedError    a hand-written table contradicts itself or the sources
"""


class BuildError(ValueError):
    """Something stands in the way of remaking the data files."""


class PackageError(BuildError):
    """A source package is missing, or is not the pinned one."""


class CuratedError(BuildError):
    """A hand-written table under ``data/curated`` cannot be used as it stands."""
