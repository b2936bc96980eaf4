"""Whether work grows evenly with what there is to do; a limit in seconds judges the computer."""

from collections.abc import Callable
from time import process_time

Work = Callable[[], object]


def seconds(work: Work) -> float:
    """Return the processor time of the faster of two runs."""
    taken = []
    for _ in range(2):
        started = process_time()
        work()
        taken.append(process_time() - started)
    return min(taken)


def assert_even(prepare: Callable[[int], Work], size: int) -> None:
    """Assert that four times as much takes at most ten times as long: even growth, and some air.

    Work that grows with the square would take sixteen times as long. What `prepare` does is not
    counted; a hundredth of a second is too little to be measured.
    """
    small, large = seconds(prepare(size)), seconds(prepare(4 * size))
    assert large <= 10 * max(small, 0.01), f"{size}: {small:.3f} s, {4 * size}: {large:.3f} s"
