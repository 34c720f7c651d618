"""Turn bytes into text by a declared rule, and refuse what is no text."""

import codecs
import re

from reading.errors import ArticleError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF document"),
)
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE
)
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_NOT_FOR_PAGES = frozenset(("idna", "punycode", "raw-unicode-escape", "unicode-escape", "utf-7"))
_CONTROLS_PER_THOUSAND = 5
_ADVICE = "save the report as UTF-8 text and try again"


def decode(data: bytes, *, is_html: bool = False) -> str:
    """Decode `data`: by its byte order mark, else by the page's own ``charset``, else as UTF-8.

    The byte order mark is no part of the text.

    Parameters
    ----------
    data : bytes
    is_html : bool
        Heed ``<meta charset>`` in the first 2,048 bytes.

    Raises
    ------
    ArticleError
        A known binary format, or a byte that the encoding does not allow; the byte offset is named.

    Examples
    --------
    >>> decode("Málaga".encode("utf-16"))
    'Málaga'
    """
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise ArticleError(f"the input is {name}, not text (byte 0); {_ADVICE}")
    encoding, skip = "utf-8", 0
    for mark, name in _BOMS:
        if data.startswith(mark):
            encoding, skip = name, len(mark)
            break
    else:
        declared = _CHARSET.search(data[:2048]) if is_html else None
        if declared is not None:
            encoding = _known_encoding(declared.group(1).decode("ascii"))
    if encoding == "utf-8" and (nul := data.find(b"\0")) >= 0:
        raise ArticleError(f"the input has a NUL byte at byte {nul}, so it is no text; {_ADVICE}")
    try:
        return data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start + skip
        raise ArticleError(
            f"byte {at} (0x{data[at]:02x}) is not valid {encoding.upper()}; {_ADVICE}"
        ) from error


def check_text(text: str) -> None:
    """Refuse a text that is empty, holds NUL or lone surrogates, or is binary in disguise.

    Raises
    ------
    ArticleError
        What it is, and at which character.
    """
    if (nul := text.find("\0")) >= 0:
        raise ArticleError(f"the text has a NUL character at character {nul}; remove it")
    if (lone := _SURROGATES.search(text)) is not None:
        raise ArticleError(
            f"character {lone.start()} (U+{ord(lone.group()):04X}) is half of a surrogate pair and "
            f"no character; {_ADVICE}"
        )
    controls = _CONTROLS.findall(text)
    if len(controls) * 1000 > _CONTROLS_PER_THOUSAND * max(len(text), 1000):
        first = _CONTROLS.search(text)
        at = first.start() if first is not None else 0
        raise ArticleError(
            f"the input looks binary: {len(controls)} control characters, the first at character "
            f"{at}; {_ADVICE}"
        )
    if not _INVISIBLE.sub("", text).strip():
        raise ArticleError("the article is empty: it has no visible character; give it some text")


def invisible_warnings(text: str) -> tuple[str, ...]:
    r"""Name the invisible characters of `text` that can mislead a reader, in words.

    Examples
    --------
    >>> invisible_warnings("abc\u202edef")
    ('The text holds characters that turn the writing direction: U+202E (1).',)
    """
    counts: dict[str, int] = {}
    for match in _INVISIBLE.finditer(text):
        counts[match.group()] = counts.get(match.group(), 0) + 1
    warnings: list[str] = []
    for what, chosen in (
        ("that turn the writing direction", [c for c in sorted(counts) if c in _BIDI]),
        ("that cannot be seen", [c for c in sorted(counts) if c not in _BIDI]),
    ):
        if chosen:
            named = ", ".join(f"U+{ord(c):04X} ({counts[c]})" for c in chosen)
            warnings.append(f"The text holds characters {what}: {named}.")
    return tuple(warnings)


def _known_encoding(name: str) -> str:
    """Return the codec for a declared charset; one that names UTF-16 in ASCII is UTF-8."""
    try:
        "a".encode(name)
        known = codecs.lookup(name).name
    except (LookupError, UnicodeError) as error:
        raise ArticleError(f"the page declares the unknown charset {name!r}; {_ADVICE}") from error
    if known in _NOT_FOR_PAGES:
        raise ArticleError(f"the page declares {name!r}, no charset for pages; {_ADVICE}")
    return "utf-8" if known.startswith(("utf-16", "utf-32")) else known
