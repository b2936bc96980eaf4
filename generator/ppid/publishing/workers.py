"""Work that is independent is spread over all processors, with the same outcome on one."""

import ctypes
import multiprocessing
import os
import signal
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Final, TypeVar, cast

T = TypeVar("T")
R = TypeVar("R")
_DIE_WITH_PARENT: Final = 1  # PR_SET_PDEATHSIG of Linux


class WorkerLostError(Exception):
    """A process that was at work ended before its time; the message says what to do."""


@dataclass(frozen=True, slots=True)
class _Failure:
    """What a worker sends in place of an outcome."""

    error: Exception


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def spread(tasks: Sequence[T], work: Callable[[T], R], workers: int) -> Iterator[Iterator[R]]:
    """Yield what `work` makes of every task, in the order of the tasks.

    Workers are forked when the block begins: they know what is known then, and only outcomes
    travel. Where a process has other threads, which a fork would stop in the middle of anything,
    or cannot fork, all is made in this one. Inside the block what `work` raises is raised, and
    WorkerLostError when a worker was killed; no worker is left at the end of the block.
    """
    alone = threading.active_count() == 1 and "fork" in multiprocessing.get_all_start_methods()
    count = min(workers, len(tasks)) if alone else 1
    if count <= 1:
        yield map(work, tasks)
        return
    context, crew, ends = multiprocessing.get_context("fork"), [], list[Connection]()
    try:
        for _ in range(count):
            ours, theirs = context.Pipe()
            ends.append(ours)
            arguments = (theirs, tuple(ends), os.getpid(), tasks, work)
            crew.append(context.Process(target=_serve, args=arguments, daemon=True))
            crew[-1].start()
            theirs.close()
        yield _outcomes(ends, len(tasks))
    except BaseException:
        for process in crew:
            process.terminate()
        raise
    finally:
        for end in ends:
            end.close()  # whoever waits for a task goes home
        _see_off(crew)


def _see_off(crew: Sequence[BaseProcess]) -> None:
    for process in crew:
        if process.pid is not None:
            process.join()


def _outcomes(ends: Sequence[Connection], count: int) -> Iterator[Any]:
    """Hand a task to whoever is free, and yield outcomes as soon as those before them are there."""
    handed, done = iter(range(count)), dict[int, Any]()
    for end in ends:
        end.send(next(handed))
    for number in range(count):
        while number not in done:
            for end in cast("list[Connection]", wait(ends)):
                try:
                    finished, outcome = end.recv()
                except (EOFError, OSError) as error:
                    message = (
                        "sebuah proses yang sedang mencetak dihentikan dari luar, mungkin karena "
                        "memori komputer tidak cukup; ulangi, atau ulangi dengan --proses 1"
                    )
                    raise WorkerLostError(message) from error
                if isinstance(outcome, _Failure):
                    raise outcome.error
                done[finished] = outcome
                if (following := next(handed, None)) is not None:
                    end.send(following)
        yield done.pop(number)


def _serve(
    end: Connection,
    others: Sequence[Connection],
    parent: int,
    tasks: Sequence[T],
    work: Callable[[T], R],
) -> None:
    """Do one task after another until there is nobody who hands them out."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one at the keyboard tells the parent
    _die_with(parent)
    for other in others:
        other.close()
    with suppress(EOFError, OSError):
        while True:
            number = end.recv()
            try:
                outcome: R | _Failure = work(tasks[number])
            except Exception as error:  # noqa: BLE001 — raised again in the parent
                error.add_note(traceback.format_exc())
                outcome = _Failure(error)
            end.send((number, outcome))


def _die_with(parent: int) -> None:
    """End this process at once when its parent is killed: it holds the lock of the site too.

    Elsewhere than on Linux it ends with its task.
    """
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
