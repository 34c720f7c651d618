"""Maps of many marks in Chromium: how long until they are drawn, and how evenly they pan.

Beside them the pages that ``folium.Marker`` and ``geopandas.explore`` write for the same spots.
Those load their scripts from other hosts; here they get Leaflet from our own and an empty file for
the rest (jQuery, Bootstrap, icons), which favours them.
"""

import json
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.crowd import crowded
from benchmarks.tables import ms, show
from benchmarks.timing import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

COUNTS = (1_000, 10_000, 100_000)
_RUNS = 5
_LONGEST_MS = 90_000
_DRAG_STEPS = 90
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_VIEW: Any = {"width": 1440, "height": 900}
# Two frames after the last script has run, what was drawn has been shown.
_SHOWN = (
    "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame("
    "() => done(performance.now()))))"
)
# When that was, written down in the page itself: a question from outside waits for its turn. Ours
# says that its map is ready, a peer's scripts have run when the page has loaded.
_NOTE = """(() => { const seen = () => requestAnimationFrame(() => requestAnimationFrame(
    () => { window.shown_ms = performance.now(); }));
  new MutationObserver((found, watcher) => {
    if (found.some((one) => one.target.dataset && one.target.dataset.ready === "yes")) {
      watcher.disconnect(); seen(); }
  }).observe(document, { subtree: true, attributeFilter: ["data-ready"] });
  window.addEventListener("load", () => {
    if (!document.querySelector("#map_00[data-plan]")) { seen(); } }); })()"""
_DRAWN = """() => new Promise((done) => { const look = () => (window.shown_ms
    ? done(window.shown_ms) : setTimeout(look, 20)); look(); })"""
_WATCH = """() => { window.frames_ms = []; let last = performance.now();
  const tick = (now) => { window.frames_ms.push(now - last); last = now;
    window.watching = requestAnimationFrame(tick); };
  window.watching = requestAnimationFrame(tick); }"""


def run() -> None:
    """Print what a browser takes; a missing browser or peer is said."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
    if found is None:
        print("## Maps in a browser\n\nNo Chromium here: apt-get install chromium.\n")
        return
    from playwright.sync_api import sync_playwright

    rows = []
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=_ARGUMENTS)
        folder = Path(scratch)
        with _site(folder) as site, _disk(folder) as disk:
            rows.append(_row("the sample beside its report", browser, site("nk-soldiers-kursk")))
            rows += [
                _row(f"{count:,} annotations", browser, site(f"crowd-{count}")) for count in COUNTS
            ]
            for name, write in _peers():
                for count in COUNTS:
                    path = folder / f"{name.split()[1]}-{count}.html"
                    rows.append(_peer(name, count, write, path, browser, disk))
        browser.close()
    show(
        "Maps in a browser",
        (
            "page",
            "drawn, ms",
            "main thread, CPU ms",
            "filtered, ms",
            "card, ms",
            "frame p95, ms",
            "page, MB",
        ),
        rows,
        "Wall clock in headless Chromium without a graphics card, from asking for the page to the "
        f"second frame after its last mark; medians of {_RUNS}; our server has the map at hand.",
    )


def _row(name: str, browser: "Browser", address: str) -> tuple[str, ...]:
    drawn, busy, filtered, carded, size = [], [], [], [], 0.0
    for _ in range(_RUNS):
        with _page(browser) as page:
            work = _work_of(page)
            page.goto(address)
            drawn.append(_drawn(page))
            busy.append(work())
            size = _bytes(page)
            filtered.append(_timed(page, "document.querySelector('[data-only]').click()"))
            page.evaluate("document.querySelector('[data-set=all]').click()")
            page.evaluate(
                "void (window.opened = new Promise(done => new MutationObserver(() => {"
                " if (document.querySelector('.card:not([hidden])')) { done(); } })"
                ".observe(document.getElementById('dock'), { attributes: true, subtree: true, "
                "childList: true })))"
            )
            carded.append(_timed(page, "Dateline.step(1, 'list'); await window.opened"))
    return (
        name,
        _median(drawn),
        _median(busy),
        _median(filtered),
        _median(carded),
        _pan(browser, address),
        f"{size:,.1f}",
    )


def _peer(
    name: str,
    count: int,
    write: Callable[[int, Path], None],
    path: Path,
    browser: "Browser",
    disk: Callable[[Path], str],
) -> tuple[str, ...]:
    from playwright.sync_api import Error

    write(count, path)
    size = f"{path.stat().st_size / 1e6:,.1f}"
    label = f"peer: {name}, {count:,}"
    drawn, busy = [], []
    try:
        for _ in range(_RUNS if count < COUNTS[-1] else 1):
            with _page(browser) as page:
                work = _work_of(page)
                page.goto(disk(path), timeout=_LONGEST_MS)
                drawn.append(_drawn(page))
                busy.append(work())
        frames = _pan(browser, disk(path)) if count < COUNTS[-1] else ""
    except Error:
        return (label, f"more than {_LONGEST_MS:,}", "", "", "", "", size)
    return (label, _median(drawn), _median(busy), "", "", frames, size)


def _pan(browser: "Browser", address: str) -> str:
    """Return the 95th percentile of the time between frames while the map is dragged about."""
    with _page(browser) as page:
        page.goto(address, timeout=_LONGEST_MS)
        if page.locator("#map_00").count():
            page.wait_for_selector("#map_00[data-ready=yes]", timeout=_LONGEST_MS)
        box = page.locator(".folium-map").first.bounding_box() or {}
        x, y = box["x"] + box["width"] * 0.7, box["y"] + box["height"] * 0.85
        page.mouse.move(x, y)
        page.mouse.down()
        page.evaluate(_WATCH)
        for step in range(_DRAG_STEPS):
            page.mouse.move(x - 4 * step, y - step)
        page.evaluate("cancelAnimationFrame(window.watching)")
        page.mouse.up()
        frames = sorted(page.evaluate("window.frames_ms"))
    return f"{frames[int(0.95 * (len(frames) - 1))]:,.1f}"


def _work_of(page: "Page") -> Callable[[], float]:
    """Return what gives the CPU milliseconds that the page's main thread has spent since."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return 1000 * float(next(m["value"] for m in metrics if m["name"] == "TaskDuration"))

    return spent


def _timed(page: "Page", work: str) -> float:
    """Return the milliseconds from a deed to the second frame after it."""
    return float(
        page.evaluate(
            f"async () => {{ const start = performance.now(); {work};"
            f" return (await ({_SHOWN})()) - start; }}"
        )
    )


def _drawn(page: "Page") -> float:
    """Return the milliseconds from asking for a page to the second frame after its last mark."""
    return float(page.evaluate(_DRAWN))


def _bytes(page: "Page") -> float:
    """Return the megabytes that page and parts took on the wire."""
    found = page.evaluate(
        "performance.getEntries().reduce((sum, one) => sum + (one.transferSize || 0), 0)"
    )
    return float(found) / 1e6


def _median(values: list[float]) -> str:
    return ms(sorted(values)[len(values) // 2] / 1000)


@contextmanager
def _page(browser: "Browser") -> Iterator["Page"]:
    context = browser.new_context(viewport=_VIEW, reduced_motion="reduce")
    leaflet = ROOT / "web" / "static" / "vendor" / "leaflet"

    def answer(route: Any) -> None:
        name = route.request.url.rsplit("/", 1)[-1].split("?")[0]
        known = leaflet / name
        if name in {"leaflet.js", "leaflet.css"}:
            route.fulfill(path=str(known))
        else:
            route.fulfill(
                body="", content_type="text/css" if name.endswith("css") else "text/javascript"
            )

    context.route(lambda url: "127.0.0.1" not in url, answer)
    context.add_init_script(_NOTE)
    page = context.new_page()
    yield page
    context.close()


@contextmanager
def _site(folder: Path) -> Iterator[Callable[[str], str]]:
    """Serve the sample and the crowds with the server that is for use, all at hand."""
    from werkzeug.serving import WSGIRequestHandler, make_server

    from web import create_app
    from web.settings import Settings

    class Quiet(WSGIRequestHandler):
        def log_request(self, *_args: object) -> None:
            """Keep quiet."""

    own = Settings.from_environ()
    app = create_app(
        Settings(data_dir=own.data_dir, store=str(folder / "maps.sqlite3"), gazetteer=own.gazetteer)
    )
    store = app.extensions["dateline"].store
    client = app.test_client()
    for count in COUNTS:
        store.add(crowded(count, f"crowd-{count}"))
        client.get(f"/maps/crowd-{count}/map")
        client.get(f"/maps/crowd-{count}/drawing.json", headers={"Accept-Encoding": "gzip"})
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()

    def address(map_id: str) -> str:
        plan = "" if map_id.startswith("nk-") else "/map"
        return f"http://127.0.0.1:{server.server_port}/maps/{map_id}{plan}"

    yield address
    server.shutdown()
    thread.join()
    store.close()


@contextmanager
def _disk(folder: Path) -> Iterator[Callable[[Path], str]]:
    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, directory=str(folder), **kwargs)

        def log_message(self, *_args: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield lambda path: f"http://127.0.0.1:{server.server_port}/{path.name}"
    server.shutdown()
    thread.join()


def _peers() -> Iterator[tuple[str, Callable[[int, Path], None]]]:
    yield f"folium {version('folium')} Marker", _write_folium
    try:
        version("mapclassify")
        version("matplotlib")
    except PackageNotFoundError as error:
        print(f"geopandas.explore is left out: {error} is missing; pip install -e .[bench]\n")
        return
    yield f"geopandas {version('geopandas')} explore", _write_explore


def _write_folium(count: int, path: Path) -> None:
    import folium

    drawn = folium.Map(location=(20, 0), zoom_start=2, tiles=None)
    for one in crowded(count).annotations:
        lon, lat = one.drawn.label_lon, one.drawn.label_lat
        folium.Marker((lat, lon), popup=json.dumps(one.anchor.quote)).add_to(drawn)
    drawn.save(str(path))


def _write_explore(count: int, path: Path) -> None:
    from layers.export.frame import to_geodataframe

    frame = to_geodataframe(crowded(count))[["source", "place", "quote", "geometry"]]
    frame.explore(tiles=None).save(str(path))
