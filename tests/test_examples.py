"""The examples in the docstrings are true."""

import doctest
import importlib
import pkgutil

import pytest

PACKAGES = ("reading", "geo", "layers", "web", "dateline")


def modules():
    for package in PACKAGES:
        root = importlib.import_module(package)
        found = pkgutil.walk_packages(root.__path__, f"{package}.")
        yield from (info.name for info in found if not info.name.endswith("__main__"))


@pytest.mark.parametrize("name", [*modules()])
def test_what_docstrings_show_is_what_happens(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_there_are_examples():
    tried = [doctest.testmod(importlib.import_module(name)).attempted for name in modules()]
    assert sum(tried) > 100
