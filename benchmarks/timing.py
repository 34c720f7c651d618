"""CPU seconds and memory of this process or of a child, medians of several runs."""

import atexit
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

RUNS = 5
_NOT_KEPT = "PYTHONDONTWRITEBYTECODE"
ROOT = Path(__file__).resolve().parent.parent


@cache
def _environment() -> dict[str, str]:
    """Return the variables of a child: compiled modules are kept, as an installation keeps them."""
    kept = tempfile.TemporaryDirectory(prefix="dateline-benchmarks-")
    atexit.register(kept.cleanup)
    given = {name: value for name, value in os.environ.items() if name != _NOT_KEPT}
    return given | {"PYTHONPYCACHEPREFIX": kept.name}


def child_cpu_s(command: Sequence[str], runs: int = RUNS, stdin: bytes = b"") -> float:
    """Return the median CPU seconds (user and system) of a command, after one warm-up run."""
    seconds = []
    for _ in range(runs + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            command, input=stdin, capture_output=True, check=True, cwd=ROOT, env=_environment()
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(seconds[1:])


def python_cpu_s(code: str, runs: int = RUNS) -> float:
    """Return the median CPU seconds of a fresh interpreter that runs `code`."""
    return child_cpu_s([sys.executable, "-c", code], runs)


def own_cpu_s(work: Callable[[], object], runs: int = 7) -> float:
    """Return the median CPU seconds of a call in this process, after one warm-up call."""
    seconds = []
    for _ in range(runs + 1):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return statistics.median(seconds[1:])


def child(code: str, *arguments: str) -> dict[str, Any]:
    """Return what a fresh interpreter prints as JSON: `code` sees `probe` and ``sys.argv``.

    `probe` has ``cpu_s()``, ``rss_bytes()`` and ``private_bytes()`` of that process.
    """
    program = f"import benchmarks.probe as probe\n{code}"
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env=_environment(),
        text=True,
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def children(code: str, *arguments: str, runs: int = RUNS) -> dict[str, float]:
    """Return the medians of the numbers that several fresh interpreters print."""
    found = [child(code, *arguments) for _ in range(runs + 1)][1:]
    return {name: statistics.median(one[name] for one in found) for name in found[0]}


def machine() -> str:
    """Return what the figures were taken on, in one line."""
    return f"Python {sys.version.split()[0]}, {os.cpu_count()} CPUs, {sys.platform}, one core used"
