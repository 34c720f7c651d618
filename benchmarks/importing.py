"""What it costs to take in a whole GeoNames dump, on rows of its form that are made up here."""

import argparse
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.tables import show
from benchmarks.timing import child

ROWS = 13_000_000
"""As many as allCountries.txt has."""
_SYLLABLES = [head + tail for head in "bdfghklmnprstvz" for tail in "aeio"]
_KINDS = ("P\tPPL", "P\tPPL", "H\tSTM", "T\tHLL", "S\tSCH", "L\tLCTY", "A\tADM3")
_COUNTRIES = ("BR", "CN", "DE", "ID", "IN", "KE", "MX", "NG", "NO", "PE", "RU", "US")
_IMPORT = """
import sys
from pathlib import Path
from geo.gazetteer.importers import import_file
done = import_file(Path(sys.argv[1]), Path(sys.argv[2]), format="geonames", source="made up",
                   licence="CC0-1.0").places
"""
_BUILD = """
import sys
from pathlib import Path
from geo.gazetteer import world
done = world.read_manifest(world.build(Path(sys.argv[1]), 15000))["places"]
"""
_FACTS = """
import json
print(json.dumps({"cpu_s": probe.cpu_s(),
                  "peak_mb": probe.peak_bytes() / 1e6,
                  "places": done}))
"""


def rows(count: int) -> Iterator[str]:
    """Yield lines like those of ``allCountries.txt``, the same each time."""
    chance = random.Random(13)  # noqa: S311 (a benchmark)
    for number in range(1, count + 1):
        name = "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 5))).capitalize()
        others = f"{name}bad,Upper {name}" if number % 4 == 0 else ""
        latitude, longitude = chance.uniform(-60, 75), chance.uniform(-180, 180)
        people = chance.randint(0, 5000) if number % 3 == 0 else 0
        yield (
            f"{20_000_000 + number}\t{name}\t{name}\t{others}\t{latitude:.5f}\t{longitude:.5f}\t"
            f"{chance.choice(_KINDS)}\t{chance.choice(_COUNTRIES)}\t\t{number % 30:02d}\t\t\t\t"
            f"{people}\t\t10\tUTC\t2024-01-01\n"
        )


def run(count: int = ROWS) -> None:
    """Print CPU seconds and peak memory of the import and of the build over it."""
    with tempfile.TemporaryDirectory(prefix="dateline-import-") as folder:
        show(
            f"Import of {count:,} generated rows",
            ("what", "CPU s", "peak RSS, MB", "places", "on disk, MB"),
            _measure(Path(folder), count),
        )


def _measure(folder: Path, count: int) -> Iterator[tuple[str, ...]]:
    dump = folder / "dump.txt"
    with dump.open("w", encoding="utf-8") as stream:
        stream.writelines(rows(count))
    yield _row("import", child(_IMPORT + _FACTS, str(folder), str(dump)), folder / "gazetteer")
    dump.unlink()
    built = child(_BUILD + _FACTS, str(folder))
    yield _row("build over it", built, next((folder / "gazetteer").glob("world*")))


def _row(what: str, facts: dict[str, Any], folder: Path) -> tuple[str, ...]:
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    cpu_s, peak_mb = f"{facts['cpu_s']:,.0f}", f"{facts['peak_mb']:,.0f}"
    return what, cpu_s, peak_mb, f"{facts['places']:,}", f"{size / 1e6:,.0f}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    run(parser.parse_args().rows)
