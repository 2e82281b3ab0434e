"""Python's search for cycles, left out where millions of records are made and none is let go."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_search_for_cycles() -> Iterator[None]:
    """Leave the collector out for a while: it would walk all records again and again for nothing.

    For work whose records hold no cycles and stay; the search took two thirds of the time of a
    large desk.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
