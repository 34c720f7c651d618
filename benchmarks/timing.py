"""CPU seconds of this process or of a child, medians of several runs."""

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence


def child_cpu_s(command: Sequence[str], runs: int = 5, stdin: bytes = b"") -> float:
    """Return the median CPU seconds (user and system) of a command, after one warm-up run."""
    seconds = []
    for _ in range(runs + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, input=stdin, capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(seconds[1:])


def python_cpu_s(code: str, runs: int = 5) -> float:
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


def machine() -> str:
    """Return what the figures were taken on, in one line."""
    return f"Python {sys.version.split()[0]}, {os.cpu_count()} CPUs, {sys.platform}"
