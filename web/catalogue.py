"""``python -m web.catalogue`` brings the catalogues up to date with the sources, and compiles them.

New messages come in untranslated, those that nobody says any more go out; then a translator fills
``translations/<language>/LC_MESSAGES/messages.po`` and runs it again. Tests hold that nothing is
missing and that nothing is stale.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from layers.lexicon import table
from web import language, units

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

_HERE = Path(__file__).parent
_METHODS = [
    ("templates/**.html", "jinja2"),
    ("lexicon/phrases.tsv", "web.catalogue:extract_phrases"),
    ("lexicon/units.tsv", "web.catalogue:extract_units"),
    ("**.py", "python"),
]
_OPTIONS = {"templates/**.html": {"trimmed": "true", "silent": "false", "encoding": "utf-8"}}
_KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "marked": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "plural": (1, 2),
}


def extract_phrases(
    file: IO[bytes], keywords: object, comment_tags: object, options: object
) -> Iterator[tuple[int, str, str, list[str]]]:
    """Give Babel the first column of a table; the second is a note for those who translate."""
    for number, line in enumerate(file.read().decode().splitlines()[1:], 2):
        message, _, note = line.partition("\t")
        yield number, "gettext", message, [note] if note else []


def extract_units(
    file: IO[bytes], keywords: object, comment_tags: object, options: object
) -> Iterator[tuple[int, str, tuple[str, str, str], list[str]]]:
    """Give Babel the nouns that are counted, singular and plural."""
    for number, line in enumerate(file.read().decode().splitlines()[1:], 2):
        one, many = line.split("\t")
        yield number, "npgettext", (units.CONTEXT, one, many), ["a noun, without its number"]


def sources() -> "Catalog":
    """Return all messages of the sources."""
    from babel.messages.catalog import Catalog
    from babel.messages.extract import extract_from_dir

    found = Catalog(project="Dateline", charset="utf-8", fuzzy=False)
    messages = extract_from_dir(_HERE, _METHODS, _OPTIONS, keywords=_KEYWORDS, comment_tags=())
    for name, _, message, comments, context in messages:
        found.add(message, None, [(name, 1)], auto_comments=comments, context=context)
    for row in table("rules").values():
        found.add(row["words"], auto_comments=["a rule, on the page of reasons"])
    return found


def path_of(code: str) -> Path:
    """Return where the catalogue of a language lies."""
    return language.FOLDER / code / "LC_MESSAGES" / "messages.po"


def read(code: str) -> "Catalog":
    """Return the catalogue of a language as it lies there."""
    from babel.messages.pofile import read_po

    with path_of(code).open("rb") as handle:
        return read_po(handle, locale=code)


def updated(code: str) -> "Catalog":
    """Return the catalogue of a language with the messages of the sources, in their order."""
    catalogue = read(code)
    catalogue.update(sources(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def written(catalogue: "Catalog") -> bytes:
    """Return a catalogue as text, without lines and dates: it changes only by its words."""
    from babel.messages.pofile import write_po

    out = BytesIO()
    write_po(out, catalogue, no_location=True, sort_output=True, omit_header=True, width=100)
    head = (
        'msgid ""\nmsgstr ""\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Language: {catalogue.locale_identifier}\\n"\n'
        f'"Plural-Forms: {catalogue.plural_forms}\\n"\n\n'
    )
    return head.encode() + out.getvalue()


def compiled(catalogue: "Catalog") -> bytes:
    """Return a catalogue as programs read it."""
    from babel.messages.mofile import write_mo

    # Same text, same bytes: no hour of making.
    catalogue.creation_date = catalogue.revision_date = datetime.fromtimestamp(0, UTC)
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def missing(catalogue: "Catalog") -> list[str]:
    """Return the messages that have no translation, not in every form, or only a doubtful one."""
    return [
        str(message.id)
        for message in catalogue
        if message.id
        and (
            message.fuzzy
            or not all(message.string if isinstance(message.string, tuple) else (message.string,))
        )
    ]


def main() -> int:
    """Update and compile; say what is missing."""
    for code in language.LANGUAGES:
        if code == language.SOURCE:
            continue
        path = path_of(code)
        path.write_bytes(written(updated(code)))
        catalogue = read(code)
        path.with_suffix(".mo").write_bytes(compiled(catalogue))
        for message in missing(catalogue):
            print(f"{code}: not translated: {message}")  # noqa: T201  (a translator's tool)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
