"""The real gazetteer and the real outlines, opened once."""

import shutil
from pathlib import Path

import pytest

from geo.boundaries import Boundaries
from geo.data import data_root
from geo.gazetteer import Gazetteer
from geo.gazetteer.store import SOURCES


@pytest.fixture(scope="session")
def core(tmp_path_factory) -> Path:
    """The core's tables as they were when the tests began."""
    folder = tmp_path_factory.mktemp("core")
    for name in SOURCES:
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(data_root() / name, folder / name)
    return folder


@pytest.fixture(scope="session")
def gazetteer_dir(tmp_path_factory) -> Path:
    """A data folder in which only the index of the core is kept."""
    return tmp_path_factory.mktemp("dateline-data")


@pytest.fixture(scope="session")
def gazetteer(gazetteer_dir, core) -> Gazetteer:
    """The core that every installation carries, without the world index."""
    return Gazetteer.open(gazetteer_dir, core_only=True, core=core)


@pytest.fixture(scope="session")
def boundaries() -> Boundaries:
    """The outlines under the UN's view."""
    return Boundaries.open()
