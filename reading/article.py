"""Read an article from text, Markdown, a web page or JSON: what it says, and what is known of it.

The decoded text is stored unchanged, so that offsets can be checked against the file. Nothing is
guessed: a publication date is given, printed in the dateline, or stated by the file, or it is
unknown and a warning says so.
"""

import datetime as dt
import hashlib
import json
import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from reading.almanac import iso_day
from reading.decoding import check_text, decode, invisible_warnings
from reading.errors import ArticleError, DateError
from reading.language import language_of, reads_as_english
from reading.opening import Dateline, find_dateline, find_headline
from reading.text import Article, DateSource, Span

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

Kind = Literal["txt", "md", "html", "json"]
NO_DATE = "No publication date: relative dates such as “Thursday” stay open."
NO_LANGUAGE = "The language of the text cannot be told: places only, no claims."
NOT_ENGLISH = "The text is not in English: places only, no claims."

_KINDS: dict[str, Kind] = {
    "": "txt",
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
}
_JSON_KEYS = frozenset(("text", "html", "title", "date_published", "publisher", "author", "url"))
_SLUG = re.compile(r"[a-z0-9-]+\Z")
_SLUG_LENGTH = 60
_OPENING = 256
_URL_LENGTH = 2048
_UNFIT_FOR_URL = re.compile(r"[\s\\<>\"'`{}|^\x00-\x1f\x7f]|[^\x00-\x7f]")
_ZONED_TIME = re.compile(r"[T ]\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})\Z")
_BYTES_PER_CHARACTER = 4


@dataclass(frozen=True, slots=True)
class _Found:
    """What the file itself says; the caller's words win over it."""

    text: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    day: str | None = None
    warnings: tuple[str, ...] = ()


def read_article(
    source: str | bytes | Path,
    *,
    kind: Kind | None = None,
    date: str | dt.date | None = None,
    title: str | None = None,
    publisher: str | None = None,
    author: str | None = None,
    url: str | None = None,
    id: str | None = None,  # noqa: A002 - the name of the field
    timezone: str | None = None,
    date_accessed: str | dt.date | None = None,
    max_chars: int | None = None,
) -> Article:
    r"""Read `source` into an Article.

    Parameters
    ----------
    source : str or bytes or Path
        A path is read; bytes are decoded (byte order mark, a page's charset, UTF-8); a str is the
        text itself, never a file name.
    kind : {"txt", "md", "html", "json"}, optional
        By default told by the suffix of a path, else a page where it opens as one, else text.
    date : str or date, optional
        Day of publication, ``YYYY-MM-DD``; wins over whatever the file says. An ISO date with a
        time and an offset is read in `timezone`.
    title, publisher, author, url : str, optional
        As known; each wins over what the file says. Only http and https addresses without
        credentials are kept.
    id : str, optional
        Slug: lower-case letters, digits and hyphens. Else made of the file's name, the title, or
        the digest of the text.
    timezone : str, optional
        IANA name of the zone that the day of publication is meant in.
    date_accessed : str or date, optional
        Day on which the text was fetched.
    max_chars : int, optional
        Longest text taken, in code points.

    Returns
    -------
    Article
        With warnings for everything that a reader should doubt.

    Raises
    ------
    ArticleError
        Empty, binary, undecodable, too long, of an unknown kind, or unreadable.
    DateError
        A date, or a time zone, that does not exist.

    Examples
    --------
    >>> article = read_article("River floods town\n\nIt rained.", date="2024-02-29")
    >>> article.id, article.date_source, article.headline
    ('river-floods-town', 'given', Span(start=0, end=17))
    """
    zone = _zone(timezone)
    stated_day = _day(date, "the date", zone)
    name: str | None = None
    if isinstance(source, Path):
        kind = kind or _kind_of(source)
        name = source.stem
        source = _bytes_of(source, max_chars)
    kind = kind or ("html" if _is_page(source) else "txt")
    if isinstance(source, bytes):
        if max_chars is not None and len(source) > _BYTES_PER_CHARACTER * max_chars:
            raise _too_long(f"{len(source):,} bytes", max_chars)
        source = decode(source, is_html=kind == "html")
    found = _parse(source, kind)
    text = found.text
    check_text(text)
    if max_chars is not None and len(text) > max_chars:
        raise _too_long(f"{len(text):,} characters", max_chars)

    known_title = _stated(title) or found.title
    headline = find_headline(text, known_title)
    if known_title is None and headline is not None:
        known_title = headline.of(text)
    dateline = _dateline(text, headline, stated_day is not None or found.day is not None)
    day, day_source = _published(stated_day, found, dateline, zone)
    address, url_warnings = _address(_stated(url) or found.url)
    language = language_of(text)
    digest = hashlib.sha256(text.encode()).hexdigest()
    warnings = [*found.warnings, *url_warnings, *invisible_warnings(text)]
    if not reads_as_english(language, text):
        warnings.append(NOT_ENGLISH if language != "und" else NO_LANGUAGE)
    if day is None:
        warnings.append(NO_DATE)
    return Article(
        id=_slug(id, name, known_title, digest),
        text=text,
        sha256=digest,
        title=known_title,
        publisher=_stated(publisher) or found.publisher,
        author=_stated(author) or found.author,
        url=address,
        headline=headline,
        date_published=day,
        date_source=day_source,
        date_accessed=_day(date_accessed, "the date of access", zone),
        language=language,
        timezone=timezone,
        dateline=None if dateline is None else dateline.span,
        warnings=tuple(warnings),
    )


def slug(words: str) -> str | None:
    """Return `words` as lower-case ASCII letters, digits and hyphens; None where none are left.

    Examples
    --------
    >>> slug("São Paulo: 3 dead"), slug("地図")
    ('sao-paulo-3-dead', None)
    """
    folded = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    joined = "-".join(re.findall(r"[a-z0-9]+", folded))
    return joined[:_SLUG_LENGTH].rstrip("-") or None


def _parse(text: str, kind: Kind) -> _Found:
    if kind == "json":
        return _parse_json(text.removeprefix("\ufeff"))
    check_text(text)
    if kind == "html":
        return _parse_html(text)
    return _Found(text)


def _parse_html(html: str) -> _Found:
    from reading.webpage import read_page

    page = read_page(html)
    return _Found(page.text, page.title, page.publisher, page.author, page.url, page.day)


def _parse_json(text: str) -> _Found:
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise ArticleError(
            f"line {error.lineno}, column {error.colno} is no JSON ({error.msg}); "
            'write {"text": "…", "date_published": "2024-10-24"}'
        ) from error
    except RecursionError as error:
        raise ArticleError(
            "the JSON is nested too deeply; an article is one flat object"
        ) from error
    if not isinstance(value, dict):
        raise ArticleError(
            f'the JSON holds {type(value).__name__}, not an object; write {{"text": "…"}}'
        )
    for key in sorted(_JSON_KEYS & value.keys()):
        if not isinstance(value[key], str | None):
            raise ArticleError(f"the JSON value of {key!r} is no string; put it in quotation marks")
    fields = cast("dict[str, str | None]", {k: v for k, v in value.items() if k in _JSON_KEYS})
    body, html = fields.get("text"), fields.get("html")
    if (body is None) == (html is None):
        raise ArticleError('the JSON needs one of the keys "text" and "html", and not both')
    found = _Found(body) if body is not None else _parse_html(_checked(html or ""))
    unknown = ", ".join(repr(str(key)[:40]) for key in sorted(value.keys() - _JSON_KEYS))
    return replace(
        found,
        title=_stated(fields.get("title")) or found.title,
        publisher=_stated(fields.get("publisher")) or found.publisher,
        author=_stated(fields.get("author")) or found.author,
        url=_stated(fields.get("url")) or found.url,
        day=_stated(fields.get("date_published")) or found.day,
        warnings=(f"Unknown JSON keys were left out: {unknown}.",) if unknown else (),
    )


def _checked(text: str) -> str:
    check_text(text)
    return text


def _is_page(source: str | bytes) -> bool:
    opening = source[:_OPENING]
    text = opening.decode("utf-8", "replace") if isinstance(opening, bytes) else opening
    return text.lstrip("\ufeff \t\r\n").lower().startswith(("<!doctype html", "<html>", "<html "))


def _kind_of(path: Path) -> Kind:
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        known = ", ".join(suffix for suffix in _KINDS if suffix)
        raise ArticleError(f"{path.name!r} has the unknown suffix {path.suffix!r}; known: {known}")
    return kind


def _bytes_of(path: Path, max_chars: int | None) -> bytes:
    try:
        size = path.stat().st_size
        if max_chars is not None and size > _BYTES_PER_CHARACTER * max_chars:
            raise _too_long(f"{size:,} bytes", max_chars)
        return path.read_bytes()
    except OSError as error:
        raise ArticleError(
            f"{str(path)!r} cannot be read ({error.strerror or error}); check the path"
        ) from error


def _too_long(size: str, limit: int) -> ArticleError:
    return ArticleError(
        f"the article is too long: {size} where {limit:,} characters are allowed; "
        "cut it, or raise the limit"
    )


def _zone(name: str | None) -> "ZoneInfo | None":
    if name is None:
        return None
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise DateError(f"{name!r} is no time zone; write an IANA name, Europe/Kyiv") from error


def _day(value: str | dt.date | None, what: str, zone: "ZoneInfo | None") -> dt.date | None:
    """Return the day; a moment with an offset is first moved into `zone`."""
    if value is None:
        return None
    if isinstance(value, str):
        stated = value.strip()
        day = iso_day(stated, what)
        if zone is None or _ZONED_TIME.search(stated) is None:
            return day
        try:
            value = dt.datetime.fromisoformat(stated)
        except ValueError as error:
            raise DateError(f"{what} {stated!r} is no ISO 8601 moment ({error})") from error
    if isinstance(value, dt.datetime):
        return (value.astimezone(zone) if zone and value.tzinfo else value).date()
    return value


def _dateline(text: str, headline: Span | None, is_dated: bool) -> Dateline | None:
    """Return the dateline; a day in it that does not exist matters only where no other is known."""
    try:
        return find_dateline(text, headline)
    except DateError:
        if is_dated:
            return None
        raise


def _published(
    stated: dt.date | None, found: _Found, dateline: Dateline | None, zone: "ZoneInfo | None"
) -> tuple[dt.date | None, DateSource | None]:
    if stated is not None:
        return stated, "given"
    if found.day is not None:
        return _day(found.day, "the file's date_published", zone), "metadata"
    if dateline is not None and dateline.day is not None:
        return dateline.day, "dateline"
    return None, None


def _address(url: str | None) -> tuple[str | None, tuple[str, ...]]:
    """Keep an address that a reader may safely follow; else drop it and say why."""
    if url is None:
        return None, ()
    reason = _unsafe(url)
    if reason is None:
        return url, ()
    return None, (f"The source address was dropped: {reason}.",)


def _unsafe(url: str) -> str | None:
    if len(url) > _URL_LENGTH:
        return f"it is longer than {_URL_LENGTH} characters"
    if _UNFIT_FOR_URL.search(url) is not None:
        return "it holds characters that an address must escape"
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "it is no address"
    if parts.scheme.lower() not in {"http", "https"}:
        return "only http and https are followed"
    if "@" in parts.netloc:
        return "it carries credentials"
    if not parts.hostname or port == 0:
        return "it names no host"
    return None


def _slug(given: str | None, name: str | None, title: str | None, digest: str) -> str:
    if given is not None:
        if _SLUG.match(given) is None or given.strip("-") != given or "--" in given:
            raise ArticleError(
                f"the id {given!r} is no slug; use lower-case letters, digits and single hyphens"
            )
        return given
    made = (_slug_of(words) for words in (name, title) if words)
    return next((words for words in made if words), f"article-{digest[:12]}")


def _slug_of(words: str) -> str | None:
    """Return a slug that says something: of letters in another script no stray number is left."""
    made = slug(words)
    has_letters = any(char.isalpha() for char in words)
    return made if made and (not has_letters or any(map(str.isalpha, made))) else None


def _stated(value: str | None) -> str | None:
    return (value.strip() or None) if value is not None else None
