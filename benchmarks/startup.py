"""What it costs to start: fresh interpreters, beside the imports that we do without."""

import sys
from importlib.metadata import version

from benchmarks.corpus import DATE, SAMPLE
from benchmarks.tables import ms, show, times
from benchmarks.timing import child_cpu_s, python_cpu_s


def run() -> None:
    """Print CPU milliseconds of commands and imports."""
    dateline = [sys.executable, "-m", "dateline"]
    rows = [
        ("python -c pass", python_cpu_s("pass")),
        ("import dateline", python_cpu_s("import dateline")),
        ("dateline --version", child_cpu_s([*dateline, "--version"])),
        ("dateline geoparse, one article", child_cpu_s([*dateline, "geoparse", str(SAMPLE)])),
        (
            "dateline read, one article",
            child_cpu_s([*dateline, "read", str(SAMPLE), "--date", DATE]),
        ),
        (f"peer: import geopandas {version('geopandas')}", python_cpu_s("import geopandas")),
        (f"peer: import folium {version('folium')}", python_cpu_s("import folium")),
    ]
    peer = rows[-1][1]
    show(
        "Start-up",
        ("cold, files in the page cache", "CPU ms", "× folium"),
        [(name, ms(seconds), times(seconds / peer)) for name, seconds in rows],
    )
