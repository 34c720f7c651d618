"""Puts the application together: store, routes, errors, headers, the sample on a new machine.

The sample is added once for each store; who removes it does not get it again.
"""

import json

from flask import Flask

from geo.data import data_path
from layers.store import Store, open_store
from web import assets, language, problems, security
from web.context import EXTENSION, Context
from web.settings import Settings

SAMPLE = "nk-soldiers-kursk"


def build(settings: Settings) -> Flask:
    """Build the application; see :func:`web.create_app`."""
    from web import (
        claims,
        data,
        embed,
        fragments,
        index,
        intake,
        method,
        pages,
        places,
        questions,
        rereading,
        timeline,
        why,
    )

    app = Flask("web", static_folder=None, template_folder=None)
    store = open_store(settings.store)
    context = Context(settings, store)
    app.extensions[EXTENSION] = context
    security.install(app, settings)
    language.install(app)
    problems.install(app)
    rooms = (
        index,
        pages,
        claims,
        data,
        embed,
        fragments,
        intake,
        method,
        places,
        questions,
        rereading,
        timeline,
        why,
    )
    for room in rooms:
        app.register_blueprint(room.blueprint)
    if not store.is_noted(SAMPLE):
        add_sample(context, store)
        store.note(SAMPLE)
    assets.asset("map.js")
    return app


def add_sample(context: Context, store: Store) -> None:
    """Read the sample report through the whole pipeline and keep its map.

    Another process that was faster is no error.
    """
    from layers.errors import MapExistsError
    from layers.reader import read
    from reading.article import read_article

    text = data_path("sample", f"{SAMPLE}.txt")
    known = json.loads(data_path("sample", f"{SAMPLE}.json").read_text(encoding="utf-8"))
    article = read_article(
        text,
        id=SAMPLE,
        date=known["date_published"],
        title=known["title"],
        publisher=known["publisher"],
    )
    document = read([article], context.gazetteer, context.boundaries, id=SAMPLE)
    try:
        store.add(document)
    except MapExistsError:
        return
