"""Finding places: opening the gazetteer, matching, all rules; beside other matchers."""

import pickle
import re
import statistics
import tempfile
import time
from bisect import bisect_left
from collections.abc import Callable
from pathlib import Path

from benchmarks import corpus
from benchmarks.peers import city_names, peers
from benchmarks.tables import mb, ms, show, times
from benchmarks.timing import child, children

_CAPITAL = re.compile(r"(?<![^\W_])[^\W\d_a-z]")
_OPEN = """
import json, sys
from pathlib import Path
import geo.gazetteer, marisa_trie, sqlite3
from geo.gazetteer import Gazetteer
rss, cpu = probe.rss_bytes(), probe.cpu_s()
gazetteer = Gazetteer.open(Path(sys.argv[1]))
opened = probe.cpu_s() - cpu
gazetteer.places_named("kursk")
first = probe.cpu_s() - cpu
print(json.dumps({"open_s": opened, "first_s": first, "rss": probe.rss_bytes() - rss}))
"""
_SECOND = """
import json, subprocess, sys
from pathlib import Path
from geo.gazetteer import Gazetteer
private = probe.private_bytes()
gazetteer = Gazetteer.open(Path(sys.argv[1]))
for key in ("kursk", "paris", "new york"):
    gazetteer.places_named(key)
added = probe.private_bytes() - private
if len(sys.argv) > 2:
    print(json.dumps({"private": added}))
else:
    again = [sys.executable, "-c", sys.orig_argv[2], sys.argv[1], "second"]
    print(subprocess.run(again, capture_output=True, text=True, check=True).stdout.strip())
"""
_DICTIONARY = """
import json, pickle, sys
rss, cpu = probe.rss_bytes(), probe.cpu_s()
with open(sys.argv[1], "rb") as stream:
    names = pickle.load(stream)
print(json.dumps({"open_s": probe.cpu_s() - cpu, "rss": probe.rss_bytes() - rss}))
"""
_BUILD = """
import json, sys
from pathlib import Path
from geo.gazetteer import world
cpu = probe.cpu_s()
world.build(Path(sys.argv[1]))
print(json.dumps({"build_s": probe.cpu_s() - cpu, "peak": probe.peak_bytes()}))
"""


def run() -> None:
    """Print the tables.

    Raises
    ------
    GazetteerError
        The world index cannot be built.
    """
    _opening()
    _matching()
    _building()


def _opening() -> None:
    from dateline.opening import open_gazetteer

    gazetteer = open_gazetteer()
    folder = str(_data_dir())
    opened = children(_OPEN, folder)
    second = children(_SECOND, folder)
    names = _name_count()
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch, "names.pickle")
        path.write_bytes(
            pickle.dumps({name: (rank / 7, -rank / 9) for rank, name in enumerate(city_names())})
        )
        peer = children(_DICTIONARY, str(path))
    count = len(city_names())
    show(
        "Gazetteer",
        ("what", "CPU ms", "RSS added, MB", "names"),
        [
            ("open", ms(opened["open_s"]), "", f"{names:,}"),
            ("open, and the first name looked up", ms(opened["first_s"]), mb(opened["rss"]), ""),
            ("second process, memory of its own", "", mb(second["private"]), ""),
            (
                "peer: pickled dict, name to coordinates",
                ms(peer["open_s"]),
                mb(peer["rss"]),
                f"{count:,}",
            ),
        ],
        note=f"Gazetteer {gazetteer.version}.",
    )


def _data_dir() -> Path:
    from web.settings import Settings

    return Settings.from_environ().data_dir


def _name_count() -> int:
    """Return how many names the world index knows."""
    from geo.gazetteer.index import read_manifest
    from geo.gazetteer.store import current

    return int(read_manifest(current(_data_dir() / "gazetteer"))["names"])


def _matching() -> None:
    from dateline.opening import open_gazetteer
    from geo.gazetteer import fold_with_offsets
    from geo.geoparser import locate

    gazetteer = open_gazetteer()
    names = _name_count()

    def match(text: str) -> object:
        """Return the longest names at capitals, each as its most prominent place."""
        folded, offsets = fold_with_offsets(text)
        starts = [capital.start() for capital in _CAPITAL.finditer(text)]
        if not isinstance(offsets, range):
            starts = [bisect_left(offsets, start) for start in starts]
        found, taken = [], 0
        for start, end in gazetteer.find_names(folded, starts):
            places = gazetteer.places_named(folded[start:end]) if start >= taken else ()
            if places:
                taken, place = end, places[0]
                span = offsets[start], offsets[end]
                found.append((*span, place.id, place.latitude_deg, place.longitude_deg))
        return found

    contenders: list[tuple[str, str, Callable[[str], object] | None]] = [
        ("matching with coordinates, most prominent place", f"{names:,} names", match),
        ("all rules: recognised, resolved, scored", "", lambda text: locate(text, gazetteer)),
    ]
    contenders += [(f"peer: {peer.name}", peer.note, peer.match) for peer in peers()]
    texts = corpus.documents()
    speeds = _side_by_side([match for _name, _note, match in contenders if match], texts)
    rates = iter(speeds)
    rows = []
    measured = [(name, note, next(rates) if match else None) for name, note, match in contenders]
    base = next((rate for name, _note, rate in measured if "flashgeotext" in name), None)
    for name, note, rate in measured:
        if rate is None:
            rows.append((f"{name} ({note})", "–", "–"))
        else:
            against = times(rate / base) if base else "–"
            rows.append((f"{name} ({note})" if note else name, f"{rate:,.0f}", against))
    show(
        "Places",
        ("what", "documents/s", "× flashgeotext"),
        rows,
        note=f"{corpus.described()}; caches warm.",
    )


def _side_by_side(
    contenders: list[Callable[[str], object]], texts: tuple[str, ...], runs: int = 5
) -> list[float]:
    """Return documents a second of each, run after run in turn so that noise meets all alike."""
    seconds: list[list[float]] = [[] for _ in contenders]
    for _ in range(runs + 1):
        for index, match in enumerate(contenders):
            start = time.process_time()
            for text in texts:
                match(text)
            seconds[index].append(time.process_time() - start)
    return [len(texts) / statistics.median(one[1:]) for one in seconds]


def _building() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        built = child(_BUILD, scratch)
        size = sum(path.stat().st_size for path in Path(scratch).rglob("*") if path.is_file())
    show(
        "Building the world index, once on a machine",
        ("what", "CPU s", "peak RSS, MB", "on disk, MB"),
        [("build", f"{built['build_s']:.1f}", mb(built["peak"]), mb(size))],
        note="One run.",
    )
