"""The web door: ``flask --app app run`` finds the application here."""

from web import create_app

__all__ = ["create_app"]
