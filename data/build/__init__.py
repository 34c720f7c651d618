"""Remake every derived file of ``data/`` from pinned registry packages, byte for byte."""
