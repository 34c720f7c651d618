"""A real server, a real Chromium, and pages that record everything that goes wrong in them."""

import dataclasses
import hashlib
import os
import shutil
import threading
from collections.abc import Iterator
from datetime import date
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

from geo.model import PlaceName
from layers.build import build
from layers.model import MapDocument, PlaceRecord
from reading.model import Article
from web import create_app
from web.settings import Settings

SAMPLE = "/maps/nk-soldiers-kursk"
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 360, "height": 780}
EVALUATED = "14551969"  # what a template would make of the first; in no port, no digest
PAYLOADS = (
    "{{5309*2741}}{{ self }}",
    "{% for x in y %}",
    "{# never closed",
    "${window.__x=1}",
    "`${window.__x=2}`",
    "</script><script>window.__x=3</script>",
    "<img src=x onerror=window.__x=4>",
    "</textarea><svg onload=window.__x=5>",
    "javascript:window.__x=6",
    '"><script>window.__x=7</script>',
    "' onmouseover='window.__x=8",
    "\u2028window.__x=9\u2029",
    "\u202egnp.exe\u202c",
    "<!--<script>",
    "&lt;b&gt;&#x27;",
)
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--no-first-run",
]


def pytest_collection_modifyitems(items):
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
    if found is None:
        reason = "no Chromium on this machine: apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=_ARGUMENTS)
        yield started
        started.close()


def hostile_map(document: MapDocument) -> MapDocument:
    """A map on which every text field of every claim holds a payload, one payload a claim."""
    whole = " ".join(PAYLOADS)
    text = "\n\n".join(f"{payload} said {payload} here." for payload in PAYLOADS)
    article = Article(
        id="hostile",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=whole,
        publisher=whole,
        author=whole,
        url="javascript:window.__x=10",
        date_published=date(2024, 10, 24),
        date_source="given",
        warnings=(whole,),
    )
    drawn, unplaced = document.annotations
    annotations, mentions, start = [], [], 0
    for rank, payload in enumerate(PAYLOADS):
        base = drawn if rank % 3 else unplaced
        end = start + len(f"{payload} said {payload} here.")
        annotations.append(_filled(base, article, payload, rank, start, end))
        mention = document.mentions[0]
        mentions.append(
            dataclasses.replace(
                mention,
                article_id="hostile",
                start=start,
                end=start + len(payload),
                text=payload,
                name=payload,
                candidates=(payload,),
                evidence=(payload,),
            )
        )
        start = end + 2
    return dataclasses.replace(
        document,
        id="hostile",
        title=whole,
        articles=(article,),
        annotations=tuple(annotations),
        mentions=tuple(mentions),
        layers=build(tuple(annotations)),
        credits=(whole,),
        warnings=PAYLOADS,
        places=tuple(_record(payload, rank) for rank, payload in enumerate(PAYLOADS)),
    )


def _record(payload: str, rank: int) -> PlaceRecord:
    """A place whose every name is the payload, in a script that cannot be known."""
    names = (PlaceName(payload, "en", "preferred"), PlaceName(payload, "und-Cyrl", "variant"))
    return PlaceRecord(
        f"place {rank} {payload}", payload, "city", "UA", 30.0, 50.0, None, payload, names
    )


def _filled(base: Any, article: Article, payload: str, rank: int, start: int, end: int) -> Any:
    """An annotation whose every free text is the payload."""
    return dataclasses.replace(
        base,
        anchor=base.anchor._replace(id=f"a{rank}",
            claim_id=f"c{rank}",
            quote=article.text[start:end],
            start=start,
            end=end,
            prefix=payload,
            suffix=payload,
            paragraph=rank,
            article_id=article.id,
            article_sha256=article.sha256,
            headline=payload,
            publisher=payload,
            author=payload,
            url=article.url,
        ),
        who=base.who._replace(
            source=payload, source_mention=payload, source_role=payload, via=payload
        ),
        how=base.how._replace(cue=payload, hedges=(payload,)),
        what=base.what._replace(subject=payload, object=payload, summary=payload),
        how_many=base.how_many._replace(quantity_unit=payload),
        when=base.when._replace(date_expression=payload),
        where=base.where._replace(place=payload, place_mention=payload, match_evidence=(payload,),
            gazetteer_id=f"place {rank} {payload}" if rank % 2 else None,
        ),
        drawn=base.drawn._replace(shape=f"shape {rank} {payload}", geometry_reason=payload,
            boundary_source=payload, boundary_as_of=payload,
        ),
        relations=(),
    )  # fmt: skip


@pytest.fixture(scope="session")
def app(tmp_path_factory, document):
    data = tmp_path_factory.mktemp("browser-data")
    made = create_app(Settings(data_dir=data, store=str(data / "maps.sqlite3"), gazetteer="core"))
    store = made.extensions["dateline"].store
    store.add(document)
    store.add(hostile_map(document))
    return made


class _Quiet(WSGIRequestHandler):
    """A server that does not write down each request."""

    def log_request(self, *_args):
        """Keep quiet."""


@pytest.fixture(scope="session")
def site(app) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=_Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def foreign(tmp_path_factory) -> Iterator[tuple[str, Path]]:
    """Another site: its address, and the folder it shows."""
    folder = tmp_path_factory.mktemp("foreign")

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, directory=str(folder), **kwargs)

        def log_message(self, *_args):
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://localhost:{server.server_port}", folder
    server.shutdown()
    thread.join()
    server.server_close()


@dataclasses.dataclass
class Record:
    """What a page asked for and complained of."""

    page: Page
    requests: list[str] = dataclasses.field(default_factory=list)
    complaints: list[str] = dataclasses.field(default_factory=list)

    def foreign_requests(self, *own: str) -> list[str]:
        """Requests that left for any other place than those named."""
        return [r for r in self.requests if not r.startswith((*own, "data:", "blob:"))]

    def violations(self) -> list[str]:
        """What the content policy refused, in the page and its frames."""
        found = []
        for frame in self.page.frames:
            found += frame.evaluate("window.__violations || []")
        return found

    def check_quiet(self, *own: str) -> None:
        """Nothing foreign was asked for, nothing failed, nothing was refused."""
        assert self.foreign_requests(*own) == []
        assert self.complaints == []
        assert self.violations() == []


_WATCH = """
window.__violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.__violations.push(event.violatedDirective + " " + event.blockedURI);
});
"""


@pytest.fixture
def open_page(browser):
    """Open an address in a context of its own; `options` go to the context."""
    contexts = []

    def open_(address: str, viewport: dict[str, int] = DESKTOP, **options: Any) -> Record:
        context = browser.new_context(viewport=viewport, **options)
        contexts.append(context)
        context.add_init_script(_WATCH)
        page = context.new_page()
        record = Record(page)
        page.on("request", lambda request: record.requests.append(request.url))
        page.on(
            "console",
            lambda message: (
                record.complaints.append(message.text)
                if message.type in {"error", "warning"}
                else None
            ),
        )
        page.on("pageerror", lambda error: record.complaints.append(str(error)))
        page.on("dialog", lambda dialog: record.complaints.append(dialog.message))
        page.goto(address)
        if page.locator("#map_00").count():
            wait_for_map(page)
        return record

    yield open_
    for context in contexts:
        context.close()


def wait_for_map(page: Any) -> None:
    """Wait until the map of a page or frame is drawn."""
    page.wait_for_selector("#map_00[data-ready=yes]", timeout=15_000)


@pytest.fixture
def map_page(open_page, site):
    """Open the sample beside its map, without movement so that nothing need be waited for."""

    def open_(path: str = SAMPLE, **options: Any) -> Page:
        record = open_page(site + path, reduced_motion="reduce", **options)
        return record.page

    return open_


@pytest.fixture(scope="module")
def sample_map(browser, site) -> Iterator[Page]:
    """The sample's map alone, opened once for the tests that only look at it."""
    context = browser.new_context(viewport=DESKTOP, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{site}{SAMPLE}/map")
    wait_for_map(page)
    yield page
    context.close()


@pytest.fixture
def claims(app) -> list[Any]:
    """The claims of the sample: the first annotation of each, in text order."""
    return [g[0] for g in app.extensions["dateline"].store.get("nk-soldiers-kursk").claims()]
