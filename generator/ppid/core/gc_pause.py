"""Garbage collection, put off while nearly everything that is made stays in use."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def put_off() -> Iterator[None]:
    """Do not look for cycles inside the block; memory that nobody refers to is freed all the same.

    Reading makes hundreds of thousands of objects that all stay, and printing makes few cycles;
    looking through them again and again took a quarter of the time (`tests/bench/`).
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def keep_to_the_end() -> None:
    """Do not look for cycles when the process ends, which takes seconds after a large corpus."""
    gc.freeze()
