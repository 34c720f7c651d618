"""In which language a page speaks: Flask-Babel with our catalogues, inside a request and outside.

The language of a page is that of ``?lang=`` if we speak it, else the best of ``Accept-Language``;
without a request it is English, or the one named to :func:`speaking`. Reports, quotes and names
keep their own language, and the pages say which.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import flask_babel
from babel import Locale
from flask import Flask, has_app_context, has_request_context, request

if TYPE_CHECKING:
    from babel.support import NullTranslations

SOURCE = "en"
# Each language by the name that those who speak it give it.
LANGUAGES: Mapping[str, str] = {SOURCE: "English", "uk": "Українська"}
PARAMETER = "lang"
FOLDER = Path(__file__).parent / "translations"
_SAMPLES = range(200)


def install(app: Flask) -> None:
    """Let an application speak our languages."""
    flask_babel.Babel(
        app,
        configure_jinja=False,
        default_locale=SOURCE,
        default_translation_directories=str(FOLDER),
        locale_selector=wanted,
    )


def wanted() -> str:
    """Return the language that the request asks for."""
    if not has_request_context():
        return SOURCE
    return in_address() or request.accept_languages.best_match(LANGUAGES) or SOURCE


def in_address() -> str | None:
    """Return the language that the address itself names, to be kept in links; None without one."""
    if not has_request_context():
        return None
    given = request.args.get(PARAMETER)
    return given if given in LANGUAGES else None


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language, with or without an application.

    Raises
    ------
    KeyError
        We do not speak it.
    """
    if language not in LANGUAGES:
        raise KeyError(language)
    if has_app_context():
        with flask_babel.force_locale(language):
            yield
        return
    with _mute().app_context(), flask_babel.force_locale(language):
        yield


@cache
def _mute() -> Flask:
    """Return an application that answers nothing; pages made without a site speak through it."""
    app = Flask("web.language", static_folder=None, template_folder=None)
    install(app)
    return app


def locale() -> Locale:
    """Return the locale that is spoken."""
    return flask_babel.get_locale() or Locale(SOURCE)


def code() -> str:
    """Return the tag of the language that is spoken, for ``lang``."""
    return str(locale().language)


def direction() -> str:
    """Return ``ltr`` or ``rtl``, for ``dir``."""
    return str(locale().text_direction)


def translations() -> "NullTranslations":
    """Return the catalogue of the language that is spoken."""
    found: NullTranslations = flask_babel.get_domain().get_translations()
    return found


def gettext(message: str, **values: object) -> str:
    """Return a message in the language that is spoken, its ``%(names)s`` filled in.

    Examples
    --------
    >>> with speaking("uk"):
    ...     gettext("Claims")
    'Твердження'
    """
    said = translations().ugettext(message)
    return said % values if values else said


def pgettext(context: str, message: str, **values: object) -> str:
    """Return a message that means different things in different places."""
    said = str(translations().upgettext(context, message))
    return said % values if values else said


def ngettext(one: str, many: str, num: int, **values: object) -> str:
    """Return a message in the form that a number asks for.

    Examples
    --------
    >>> with speaking("uk"):
    ...     [ngettext("%(num)s claim", "%(num)s claims", n) for n in (1, 2, 5)]
    ['1 твердження', '2 твердження', '5 тверджень']
    """
    return translations().ungettext(one, many, num) % {"num": num, **values}


def npgettext(context: str, one: str, many: str, num: int) -> str:
    """Return a message of a context in the form that a number asks for; it is not filled in."""
    return str(translations().unpgettext(context, one, many, num))


def marked(message: str) -> str:
    """Return a message as it stands; this only shows it to those who translate."""
    return message


def forms(one: str, many: str) -> dict[str, str]:
    """Return a message in each form, by the names that browsers give them (``one``, ``few`` …)."""
    rule, found = locale().plural_form, translations()
    return {rule(n): found.ungettext(one, many, n) for n in reversed(_SAMPLES)}
