"""The texts that are read: our own articles, and the corpora where ``DATELINE_EVAL`` is set."""

import json
import os
from functools import cache
from pathlib import Path

from benchmarks.timing import ROOT

SAMPLE = ROOT / "data" / "sample" / "nk-soldiers-kursk.txt"
DATE = "2024-10-24"
REPORT_CHARACTERS = 3000
_FROM_EACH = 150
_CORPORA = ("lgl-dev.jsonl", "geowebnews-dev.jsonl")


@cache
def articles() -> tuple[Path, ...]:
    """Return the sample and all articles of the tests."""
    return (SAMPLE, *sorted((ROOT / "tests" / "articles").rglob("*.txt")))


@cache
def documents() -> tuple[str, ...]:
    """Return the texts in which names are sought: our articles, and the first of each corpus."""
    found = [path.read_text(encoding="utf-8") for path in articles()]
    folder = os.environ.get("DATELINE_EVAL")
    for name in _CORPORA if folder else ():
        path = Path(folder or "", name)
        if path.is_file():
            lines = path.read_text(encoding="utf-8").split("\n")[:_FROM_EACH]
            found += [json.loads(line)["text"] for line in lines]
    return tuple(found)


@cache
def reports() -> tuple[str, ...]:
    """Return our articles put together to reports of about 3,000 characters each."""
    found: list[str] = []
    text = ""
    for path in articles():
        text += path.read_text(encoding="utf-8").strip() + "\n\n"
        if len(text) >= REPORT_CHARACTERS:
            end = text.rfind("\n\n", 0, REPORT_CHARACTERS + 400)
            found.append(text[: end if end > 0 else len(text)])
            text = ""
    return tuple(found)


def described() -> str:
    """Return what the texts are, in a sentence."""
    texts = documents()
    characters = sum(map(len, texts)) // len(texts)
    origin = "our articles and two corpora of news" if len(texts) > len(articles()) else "ours"
    return f"{len(texts)} texts ({origin}), {characters:,} characters each on average"
