"""Dateline reads a news report and puts it on a map, on whose word it is."""

__version__ = "0.1.0"
