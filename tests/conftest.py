"""Shared fixtures: where the evaluation files are, and a document made by hand."""

import hashlib
import os
from datetime import date
from pathlib import Path

import pytest

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
    Mention,
    Relation,
    What,
    When,
    Where,
    Who,
)
from reading.model import Article

ROOT = Path(__file__).resolve().parent.parent
TEXT = "Two camps stand in Elbonia, the ministry said.\n\nOfficials denied that."
SQUARE = Geometry("Polygon", (((10.0, 10.0), (12.0, 10.0), (12.0, 12.0), (10.0, 10.0)),))


@pytest.fixture(scope="session")
def eval_dir() -> Path:
    """The folder with the golds and scorers; its sibling ``article`` holds the first article."""
    value = os.environ.get("DATELINE_EVAL")
    if not value or not Path(value).is_dir():
        pytest.skip("DATELINE_EVAL does not point to the folder with the evaluation files")
    return Path(value)


@pytest.fixture(scope="session")
def document() -> MapDocument:
    """A small document made by hand: two claims, one drawn as an area, one without a place."""
    article = Article(
        id="camps",
        text=TEXT,
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        title="Camps",
        publisher="The <b>Post</b>",
        date_published=date(2024, 10, 24),
        date_source="given",
    )
    said = TEXT.index("\n")
    claims = (
        _annotation(article, 0, said, "the ministry", "asserts", SQUARE),
        _annotation(article, said + 2, len(TEXT), "Officials", "denies", None),
    )
    mention = Mention(
        "camps",
        19,
        26,
        "Elbonia",
        "literal",
        "resolved",
        "dl:elbonia",
        "Elbonia",
        "region",
        None,
        11.0,
        11.0,
        0.9,
        ("Elbonia",),
        ("the only place of that name",),
    )
    return MapDocument(
        id="camps",
        title="Camps",
        articles=(article,),
        annotations=claims,
        mentions=(mention,),
        layers=build(claims),
        extractor_version="0",
        gazetteer_version="0",
        worldview="un",
        credits=("Claims: speakers as quoted by The <b>Post</b>, 2024-10-24.",),
        warnings=("Nothing here is real.",),
    )


def _annotation(article, start, end, source, stance, geometry) -> Annotation:
    claim = f"c{start:03}"
    drawn = geometry is not None
    day = date(2024, 10, 24)
    return Annotation(
        anchor=Anchor(
            id=f"a{start:03}",
            claim_id=claim,
            quote=TEXT[start:end],
            start=start,
            end=end,
            prefix=TEXT[max(0, start - 32) : start],
            suffix=TEXT[end : end + 32],
            paragraph=start > 0,
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
            date_published=day,
            date_source="given",
        ),
        who=Who(source, source, "ministry", None, None, False, None, None),
        how=How("indirect", "said", stance, "stated", ()),
        what=What("camps", None, "training", f"{source}: camps"),
        how_many=HowMany(2.0 if drawn else None, 2.0, 2.0, "exactly", "camps", None),
        when=When(None, day, None, None, "tense", day, day),
        where=Where(
            "Elbonia" if drawn else None,
            "event_location" if drawn else "none",
            "Elbonia" if drawn else None,
            19 if drawn else None,
            26 if drawn else None,
            drawn,
            None,
            "region" if drawn else "none",
            4,
            3,
            "dl:elbonia" if drawn else None,
            None,
            0.9 if drawn else None,
            ("the only place of that name",) if drawn else (),
            1,
        ),
        drawn=Drawn(
            "dl:elbonia" if drawn else None,
            "area_within_which" if drawn else None,
            "The text says only “Elbonia”." if drawn else None,
            None,
            11.0,
            11.0,
            None,
            None,
            None,
        ),
        audit=Audit(("cue:say",), "0", "0"),
        relations=() if drawn else (Relation("denies", "c000"),),
        geometry=geometry,
    )
