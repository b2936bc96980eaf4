"""Whether work grows evenly with what there is to do; a limit in seconds judges the computer."""

from collections.abc import Callable
from time import process_time
from typing import TypeVar

Result = TypeVar("Result")
Work = Callable[[], Result]


def timed(work: Work[Result]) -> tuple[float, Result]:
    """Return the seconds of processor time that work took, and what came of it."""
    started = process_time()
    result = work()
    return process_time() - started, result


def assert_even(prepare: Callable[[int], Work[Result]], size: int) -> Result:
    """Assert that four times as much takes at most ten times as long: even growth, and some air.

    Work that grows with the square would take sixteen times as long. What `prepare` does is not
    counted; a hundredth of a second is too little to be measured. What takes too long is given a
    second try, as other work on the machine may have disturbed it. Returns what came of the larger
    work.
    """
    small = prepare(size)
    least = min(timed(small)[0] for _ in range(2))
    large = prepare(4 * size)
    taken, result = timed(large)
    if taken > 10 * max(least, 0.01):
        taken, result = timed(large)
    assert taken <= 10 * max(least, 0.01), f"{size}: {least:.3f} s, {4 * size}: {taken:.3f} s"
    return result
