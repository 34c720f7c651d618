"""Which place each toponym means, with the reasons, or that it cannot be told."""

from geo.resolution.resolve import resolve

__all__ = ["resolve"]
