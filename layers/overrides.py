"""Corrections by hand: which place a name means, which role it has, or that it is none.

A CSV with the columns ``mention,start,correction``. ``start`` is the code-point offset of the name,
or empty for every place where these words stand. ``correction`` is a place id (``gn:524894``),
``drop``, or ``role=destination``.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import get_args

from geo.gazetteer import Gazetteer
from geo.model import Place, Resolution, Toponym
from layers.errors import OverrideError
from layers.model import PlaceRole
from reading.model import Article, Span

COLUMNS = ("mention", "start", "correction")
_ROLES = frozenset(get_args(PlaceRole))
_DROP = "drop"
_ROLE = "role="


@dataclass(frozen=True, slots=True)
class Override:
    """One correction; exactly one of `place_id`, `role` and `drop` is set.

    ``start`` None means every place where the words stand; ``line`` is the line of the file.
    """

    mention: str
    start: int | None = None
    place_id: str | None = None
    role: PlaceRole | None = None
    drop: bool = False
    line: int = 0

    @property
    def rule(self) -> str:
        """What the annotation's ``rules`` say of it."""
        if self.drop:
            return "override:drop"
        return f"override:role={self.role}" if self.role else f"override:place={self.place_id}"


@dataclass(frozen=True, slots=True)
class Corrected:
    """The resolutions after correction, with what was decided by hand at which name."""

    resolutions: tuple[Resolution, ...]
    roles: Mapping[Span, PlaceRole]
    rules: Mapping[Span, tuple[str, ...]]


def load_overrides(path: Path | str) -> tuple[Override, ...]:
    """Read corrections from a CSV file.

    Parameters
    ----------
    path : Path or str
        UTF-8, with the header ``mention,start,correction``.

    Returns
    -------
    tuple of Override
        In the order of the file.

    Raises
    ------
    OverrideError
        The file cannot be read, or a line of it cannot be used; the message names the line.
    """
    source = Path(path)
    try:
        text = source.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise OverrideError(f"{source.name}: there is no such file") from None
    except (OSError, UnicodeDecodeError) as error:
        raise OverrideError(f"{source.name}: cannot be read as UTF-8 text: {error}") from error
    reader = csv.reader(text.splitlines(), strict=True)
    try:
        rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise OverrideError(f"{source.name}, line {reader.line_num}: {error}") from error
    if not rows or tuple(cell.strip() for cell in rows[0][1]) != COLUMNS:
        raise OverrideError(f"{source.name}, line 1: the header must be {','.join(COLUMNS)}")
    return tuple(_override(source.name, line, row) for line, row in rows[1:])


def _override(name: str, line: int, row: Sequence[str]) -> Override:
    where = f"{name}, line {line}"
    if len(row) != len(COLUMNS):
        raise OverrideError(f"{where}: {len(row)} columns where there must be {len(COLUMNS)}")
    mention, start, correction = (cell.strip() for cell in row)
    if not mention:
        raise OverrideError(f"{where}: no mention; write the words as they stand in the text")
    if start and not start.isdecimal():
        raise OverrideError(f"{where}: start {start!r} is no offset; write a number or nothing")
    at = int(start) if start else None
    if correction == _DROP:
        return Override(mention, at, drop=True, line=line)
    if correction.startswith(_ROLE):
        role = correction.removeprefix(_ROLE).strip()
        if role not in _ROLES:
            known = ", ".join(sorted(_ROLES))
            raise OverrideError(f"{where}: {role!r} is no role; write one of {known}")
        return Override(mention, at, role=role, line=line)  # type: ignore[arg-type]
    if ":" not in correction:
        raise OverrideError(
            f"{where}: {correction!r} is no correction; write a place id such as gn:524894, "
            "drop, or role=destination"
        )
    return Override(mention, at, place_id=correction, line=line)


def check_overrides(
    overrides: Sequence[Override], articles: Sequence[Article], gazetteer: Gazetteer
) -> None:
    """Make sure that every correction has something to correct.

    Raises
    ------
    OverrideError
        The words stand in none of the articles, or nobody knows the place.
    """
    for override in overrides:
        if not any(_spans(override, article.text) for article in articles):
            place = "" if override.start is None else f" at {override.start}"
            raise OverrideError(
                f"line {override.line}: “{override.mention}” does not stand in the text{place}"
            )
        if override.place_id is not None and gazetteer.place(override.place_id) is None:
            raise OverrideError(
                f"line {override.line}: the gazetteer knows no place {override.place_id!r}; "
                "`dateline geocode NAME` shows ids"
            )


def correct(
    resolutions: Sequence[Resolution],
    article: Article,
    gazetteer: Gazetteer,
    overrides: Sequence[Override],
) -> Corrected:
    """Apply corrections to what the geoparser found in one article."""
    found = {resolution.toponym.span: resolution for resolution in resolutions}
    roles: dict[Span, PlaceRole] = {}
    rules: dict[Span, tuple[str, ...]] = {}
    for override in overrides:
        for span in _spans(override, article.text):
            if override.drop:
                found.pop(span, None)
            elif override.role is not None:
                roles[span] = override.role
            elif override.place_id is not None:
                place = gazetteer.place(override.place_id)
                if place is not None:
                    found[span] = _by_hand(span, override.mention, place, found.get(span))
            rules[span] = (*rules.get(span, ()), override.rule)
    in_order = sorted(found, key=attrgetter("start", "end"))
    return Corrected(tuple([found[span] for span in in_order]), roles, rules)


def _spans(override: Override, text: str) -> list[Span]:
    size = len(override.mention)
    if override.start is not None:
        there = text[override.start : override.start + size] == override.mention
        return [Span(override.start, override.start + size)] if there else []
    spans, at = [], text.find(override.mention)
    while at >= 0:
        inside_word = text[at - 1 : at].isalnum() or text[at + size : at + size + 1].isalnum()
        if not inside_word:
            spans.append(Span(at, at + size))
        at = text.find(override.mention, at + size)
    return spans


def _by_hand(span: Span, words: str, place: Place, before: Resolution | None) -> Resolution:
    toponym = before.toponym if before else Toponym(span, words, "literal", words)
    if toponym.kind == "nested":
        toponym = toponym._replace(kind="literal", nested_in=None)
    return Resolution(
        toponym=toponym,
        place=place,
        name=place.name,
        precision=place.precision,
        latitude_deg=place.latitude_deg,
        longitude_deg=place.longitude_deg,
        confidence=1.0,
        candidates=before.candidates if before else (),
    )
