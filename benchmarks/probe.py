"""What a process says of itself: CPU time and memory."""

import resource
import sys
import time
from pathlib import Path

_SMAPS = Path("/proc/self/smaps_rollup")
_STATUS = Path("/proc/self/status")
_KIB = 1024


def cpu_s() -> float:
    """Return the CPU seconds that this process has used."""
    return time.process_time()


def rss_bytes() -> int:
    """Return the resident memory; its peak so far where the system tells no more."""
    return _rollup("Rss:") or peak_bytes()


def private_bytes() -> int:
    """Return the resident memory that no other process shares; 0 where the system tells none."""
    return _rollup("Private_Clean:") + _rollup("Private_Dirty:")


def peak_bytes() -> int:
    """Return the largest resident memory so far.

    Where the system tells the mark of this program alone, that is taken: the other one is
    handed down from the process that started it.
    """
    if _STATUS.exists():
        lines = _STATUS.read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) * _KIB for line in lines if line.startswith("VmHWM:"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * _KIB


def _rollup(name: str) -> int:
    if not _SMAPS.exists():
        return 0
    lines = _SMAPS.read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) * _KIB for line in lines if line.startswith(name))
