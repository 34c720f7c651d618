"""A made-up map of any size: so many claims, each at a spot of its own, the same for each run."""

import hashlib
import random
from datetime import date, timedelta

from geo.model import Geometry
from layers.build import build
from layers.model import (
    Anchor,
    Annotation,
    Audit,
    Drawn,
    How,
    HowMany,
    MapDocument,
    What,
    When,
    Where,
    Who,
)
from reading.model import Article, Stance

_SEED = 7
_A_REPORT = 100
_SPEAKERS = tuple(f"Ministry of District {number}" for number in range(1, 11))
_STANCES: tuple[Stance, ...] = ("asserts", "asserts", "asserts", "denies", "speculates")
_EVENTS = ("attack", "flood", "evacuation", "protest", "statement")
_FIRST = date(2024, 1, 1)
_DAYS = 300


def crowded(count: int, map_id: str = "crowd") -> MapDocument:
    """Return a map with so many claims on it.

    Parameters
    ----------
    count : int
        Of annotations, of claims and of spots.
    map_id : str
    """
    chance = random.Random(_SEED)  # noqa: S311  (the same spots each time, no secret)
    articles: list[Article] = []
    annotations: list[Annotation] = []
    for start in range(0, count, _A_REPORT):
        numbers = range(start, min(start + _A_REPORT, count))
        told = [_sentence(number, chance) for number in numbers]
        article = _article(f"{map_id}-{start}", "\n\n".join(words for words, *_ in told))
        articles.append(article)
        at = 0
        for number, (words, speaker, place) in zip(numbers, told, strict=True):
            annotations.append(_annotation(article, number, at, words, speaker, place, chance))
            at += len(words) + 2
    made = tuple(annotations)
    return MapDocument(
        id=map_id,
        title=f"{count:,} claims",
        articles=tuple(articles),
        annotations=made,
        mentions=(),
        layers=build(made),
        extractor_version="0",
        gazetteer_version="0",
        worldview="un",
        credits=("Claims: made up for this measurement.",),
    )


def _sentence(number: int, chance: random.Random) -> tuple[str, str, str]:
    speaker, place = chance.choice(_SPEAKERS), f"Place {number}"
    return f"Flood waters reached {place}, {speaker} said.", speaker, place


def _article(article_id: str, text: str) -> Article:
    return Article(
        id=article_id,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=article_id,
        publisher="The Benchmark",
        date_published=_FIRST + timedelta(days=_DAYS),
        date_source="given",
    )


def _annotation(
    article: Article,
    number: int,
    start: int,
    words: str,
    speaker: str,
    place: str,
    chance: random.Random,
) -> Annotation:
    said = _FIRST + timedelta(days=chance.randrange(_DAYS))
    spot = (round(chance.uniform(-170, 170), 4), round(chance.uniform(-55, 70), 4))
    end = start + len(words)
    at = start + words.index(place)
    return Annotation(
        anchor=Anchor(
            id=f"a{number:06}",
            claim_id=f"c{number:06}",
            quote=words,
            start=start,
            end=end,
            prefix=article.text[max(0, start - 32) : start],
            suffix=article.text[end : end + 32],
            paragraph=number % _A_REPORT,
            article_id=article.id,
            article_sha256=article.sha256,
            headline=article.title,
            publisher=article.publisher,
            author=None,
            url=None,
            url_archived=None,
            date_accessed=None,
            language="en",
            timezone=None,
            date_published=article.date_published,
            date_source="given",
        ),
        who=Who(speaker, speaker, "ministry", None, None, False, None, None),
        how=How("indirect", "said", chance.choice(_STANCES), "stated", ()),
        what=What("flood waters", None, chance.choice(_EVENTS), words),
        how_many=HowMany(None, None, None, None, None, None),
        when=When(said, said, None, "day", "expression", said, said),
        where=Where(
            place, "event_location", place, at, at + len(place), True, None, "city", 1, 1,
            f"made:{number}", None, 0.9, (), 1,
        ),
        drawn=Drawn(f"made:{number}", "spot", None, None, *spot, None, None, None),
        audit=Audit((), "0", "0"),
        geometry=Geometry("Point", spot),
    )  # fmt: skip
