"""Whether work grows evenly with what there is to do; a limit in seconds judges the computer."""

from collections.abc import Callable
from time import process_time
from typing import TypeVar

Result = TypeVar("Result")
Work = Callable[[], Result]
_MOST_TRIES = 5


def timed(work: Work[Result]) -> tuple[float, Result]:
    """Return the seconds of processor time that work took, and what came of it."""
    started = process_time()
    result = work()
    return process_time() - started, result


def assert_even(prepare: Callable[[int], Work[Result]], size: int) -> Result:
    """Assert that four times as much takes at most ten times as long: even growth, and some air.

    Work that grows with the square would take sixteen times as long. What `prepare` does is not
    counted; a hundredth of a second is too little to be measured. Other work on the machine only
    ever lengthens what is measured, so both are measured again until the shortest times agree, at
    most five times. Returns what came of the larger work.
    """
    small, large = prepare(size), prepare(4 * size)
    least, taken = float("inf"), float("inf")
    for _ in range(_MOST_TRIES):
        least = min(least, timed(small)[0])
        spent, result = timed(large)
        taken = min(taken, spent)
        if taken <= 10 * max(least, 0.01):
            return result
    message = f"{size}: {least:.3f} s, {4 * size}: {taken:.3f} s"
    raise AssertionError(message)
