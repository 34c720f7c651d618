"""web shows it: the only package that imports flask."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from web.settings import Settings

__all__ = ["create_app"]


def create_app(settings: "Settings | None" = None) -> "Flask":
    """Build the web application.

    Parameters
    ----------
    settings : Settings, optional
        By default those of the ``DATELINE_*`` variables of the process.

    Returns
    -------
    flask.Flask
        With its store open; on a new machine the store has been made and holds the sample.

    Raises
    ------
    SettingsError
        A variable cannot be used.
    StoreError
        The store cannot be opened.
    GazetteerError
        The sample must be read and no gazetteer answers.
    """
    from web.application import build
    from web.settings import Settings

    return build(settings if settings is not None else Settings.from_environ())
