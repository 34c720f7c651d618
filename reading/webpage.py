"""Take the report out of a web page: its text and what the page says about itself."""

import re
from dataclasses import dataclass

from reading.errors import ArticleError

# htmldate rejects days after its `max_date` and takes today by default, which would let the same
# page read differently tomorrow.
_DATE_RULES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}
_SITE_SUFFIX = re.compile(r"\s[|–—-]\s[^|–—]{2,40}\Z")


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a page and its metadata, each None where the page does not say."""

    text: str
    title: str | None
    author: str | None
    publisher: str | None
    url: str | None
    day: str | None


def read_page(html: str) -> Page:
    """Extract the report from `html` with trafilatura; scripts, menus and comments stay behind.

    The title, if the page has one and the text does not open with it, is set before the text as a
    paragraph of its own, because a headline claims something too.

    Parameters
    ----------
    html : str
        The decoded page.

    Raises
    ------
    ArticleError
        The page holds no running text.
    """
    import trafilatura
    from trafilatura.settings import Document

    document = trafilatura.bare_extraction(
        html,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        include_links=False,
        include_formatting=False,
        date_extraction_params=_DATE_RULES,
    )
    text = (document.text or "").strip() if isinstance(document, Document) else ""
    if not isinstance(document, Document) or not text:
        raise ArticleError(
            "the page holds no running text that could be told from its menus; "
            "paste the report's words as text"
        )
    title = _said(document.title)
    publisher = _said(document.sitename)
    if title is not None and publisher is not None:
        suffix = _SITE_SUFFIX.search(title)
        if suffix is not None and publisher.casefold() in suffix.group().casefold():
            title = title[: suffix.start()]
    paragraphs = [line.strip() for line in text.splitlines() if line.strip()]
    if title is not None and _folded(paragraphs[0]) != _folded(title):
        paragraphs.insert(0, title)
    return Page(
        text="\n\n".join(paragraphs),
        title=title,
        author=_said(document.author),
        publisher=publisher,
        url=_said(document.url),
        day=_said(document.date),
    )


def _said(value: object) -> str | None:
    stated = value.strip() if isinstance(value, str) else ""
    return stated or None


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())
