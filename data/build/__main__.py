"""Command line of the data build: ``python -m data.build --packages FOLDER [--check]``."""

import argparse
import sys
from pathlib import Path

from data.build.errors import BuildError
from data.build.make import build_all
from data.build.packages import PACKAGES, verify


def main(arguments: list[str] | None = None) -> int:
    """Remake the derived files, or with ``--check`` compare them byte for byte."""
    parser = argparse.ArgumentParser(prog="python -m data.build", description=__doc__)
    parser.add_argument("--packages", type=Path, help="folder that holds all pinned packages")
    for package in PACKAGES:
        parser.add_argument(f"--{package.key}", type=Path, help=f"path of {package.filename}")
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[1], help="data folder")
    parser.add_argument("--check", action="store_true", help="write nothing, compare with disk")
    options = parser.parse_args(arguments)
    try:
        paths = {}
        for package in PACKAGES:
            given = getattr(options, package.key.replace("-", "_"))
            folder = options.packages or Path()
            paths[package.key] = verify(package, given or folder / package.filename)
        outputs = build_all(paths, options.data)
    except BuildError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    different = []
    for name, content in sorted(outputs.items()):
        target = options.data / name
        same = target.is_file() and target.read_bytes() == content
        if not same:
            different.append(name)
            if not options.check:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
        sys.stdout.write(f"{'same   ' if same else 'changed'} {name} {len(content)} bytes\n")
    return 1 if options.check and different else 0


if __name__ == "__main__":
    sys.exit(main())
