"""Print the tables of docs/performance.md: ``python -m benchmarks [NAME]``."""

import argparse

from benchmarks import browser, page, places, reading, scaling, startup
from benchmarks.timing import machine
from dateline.opening import open_gazetteer

_ALL = {
    "startup": startup.run,
    "places": places.run,
    "reading": reading.run,
    "page": page.run,
    "browser": browser.run,
    "scaling": scaling.run,
}


def main() -> None:
    """Run the benchmarks that are named; a few minutes for all on two cores."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("name", nargs="?", choices=[*_ALL, "all"], default="all")
    chosen = parser.parse_args().name
    gazetteer = open_gazetteer()
    if gazetteer.is_core_only:
        parser.error(" ".join(gazetteer.warnings) or "the world gazetteer is switched off")
    print(f"{machine()}; medians of five runs or more.\n")
    for name, run in _ALL.items():
        if chosen in (name, "all"):
            run()


if __name__ == "__main__":
    main()
