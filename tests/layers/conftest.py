"""A real gazetteer, real outlines, and the whole way from words to annotations."""

from collections.abc import Callable

import pytest

from geo.boundaries import Boundaries
from geo.gazetteer import Gazetteer
from geo.geoparser import locate
from layers.annotate import annotate
from layers.model import Annotation
from layers.relations import relate
from reading.article import read_article
from reading.claims import extract

Pin = Callable[..., tuple[Annotation, ...]]


@pytest.fixture(scope="session")
def gazetteer(tmp_path_factory) -> Gazetteer:
    """The core that every installation carries, without the world index."""
    return Gazetteer.open(tmp_path_factory.mktemp("dateline-data"), core_only=True)


@pytest.fixture(scope="session")
def boundaries() -> Boundaries:
    """The outlines under the UN's view."""
    return Boundaries.open()


@pytest.fixture(scope="session")
def pin(gazetteer, boundaries) -> Pin:
    """Read a text of 24 October 2024 and pin its claims."""

    def pin_text(text: str, *, overrides=(), date="2024-10-24", **about) -> tuple[Annotation, ...]:
        article = read_article(text, date=date, **about)
        located = locate(article, gazetteer, unlisted=False)
        return relate(
            annotate(extract(article), located, gazetteer, boundaries, overrides=overrides)
        )

    return pin_text


@pytest.fixture(scope="session")
def roles(pin) -> Callable[[str], dict[str, str]]:
    """Read a text and give each shown place its role, by name."""

    def roles_of(text: str) -> dict[str, str]:
        return {a.where.place: a.where.place_role for a in pin(text) if a.where.place is not None}

    return roles_of


@pytest.fixture(scope="session")
def related() -> Callable[[tuple[Annotation, ...]], list[tuple[str, str, str]]]:
    """List the relations of annotations as (quote of one, kind, quote of the other)."""

    def links_of(annotations: tuple[Annotation, ...]) -> list[tuple[str, str, str]]:
        words = {a.claim_id: a.anchor.quote for a in annotations}
        firsts = {a.claim_id: a for a in annotations}.values()
        return [(a.anchor.quote, r.type, words[r.target]) for a in firsts for r in a.relations]

    return links_of


@pytest.fixture(scope="session")
def has_just() -> Callable[[list[tuple[str, str, str]], list[tuple[str, str, str]]], None]:
    """Check that relations are the expected ones and no others; words of a quote stand for it."""

    def check(found: list[tuple[str, str, str]], expected: list[tuple[str, str, str]]) -> None:
        left = list(found)
        for said, kind, of in expected:
            match = [link for link in left if said in link[0] and link[1] == kind and of in link[2]]
            assert match, left
            left.remove(match[0])
        assert left == []

    return check
