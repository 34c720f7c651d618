"""Dateline reads a news report and puts it on a map, on whose word it is."""


