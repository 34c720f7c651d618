"""The application over a real store, with the sample read by the real pipeline."""

from pathlib import Path

import pytest

from web import create_app
from web.settings import Settings


@pytest.fixture(scope="session")
def web_data(tmp_path_factory) -> Path:
    """A data folder of its own, in which the core gazetteer's index is made once."""
    return tmp_path_factory.mktemp("web-data")


@pytest.fixture(scope="session")
def app(web_data, document):
    """A new machine's application, and one more map in it."""
    made = create_app(
        Settings(data_dir=web_data, store=str(web_data / "maps.sqlite3"), gazetteer="core")
    )
    made.extensions["dateline"].store.add(document)
    return made


@pytest.fixture
def client(app):
    return app.test_client()


@pytest.fixture
def make_app(web_data, tmp_path, document):
    """An application with other settings, and a store of its own with one small map."""
    made = []

    def make(**settings):
        from layers.store import open_store

        path = tmp_path / f"maps-{len(made)}.sqlite3"
        with open_store(path) as store:
            store.add(document)
            store.note("nk-soldiers-kursk")
        made.append(
            create_app(Settings(data_dir=web_data, store=str(path), gazetteer="core", **settings))
        )
        return made[-1]

    yield make
    for one in made:
        one.extensions["dateline"].store.close()
