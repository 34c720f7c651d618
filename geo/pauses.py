"""Making very many values at once, without looking for rings among them again and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_cycle_search() -> Iterator[None]:
    """Put the search for reference cycles off while many values without any are made.

    The search walks all values each time their number has grown by a quarter; of a map of a hundred
    thousand claims that takes as long as making it. What other threads make meanwhile is searched
    afterwards.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
