"""One command of `ppid` in a forked process: measured, and killed where that is asked for."""

import os
import re
import resource
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from statistics import median
from typing import Final, Literal, NoReturn

import ppid as program
from ppid.checking.load import load
from ppid.cli.main import main
from tests.ketahanan.projects import BASE

LONGEST: Final = 180
"""Seconds of processor time after which a command is stopped; it may be slow on a busy machine."""
HANGING: Final = 900.0
"""Seconds after which a command counts as hanging, whatever else the machine does."""
_CRASHED: Final = re.compile(r"Traceback \(most recent call last\)|cacat program")
_SEEN: Final = {**os.environ, "SITE_URL": "", "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}
_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@dataclass(frozen=True, slots=True)
class Kill:
    """When a command dies: so many seconds after its start, or after something that it does."""

    seconds: float
    after: Literal["start", "write", "exchange"] = "start"


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended; `code` is nothing when it was killed."""

    code: int | None
    said: str
    processor: float
    seconds: float
    megabytes: int

    @property
    def crashed(self) -> bool:
        """Whether it broke down instead of saying what is wrong."""
        return self.code is not None and bool(_CRASHED.search(self.said))


@cache
def _prepared() -> float:
    """Import the program and read the law, once for all forks; return what that takes of each."""
    started = time.process_time()
    for module in walk_packages(program.__path__, "ppid."):
        import_module(module.name)
    load(BASE, date(2020, 1, 31))
    return time.process_time() - started


def ppid(arguments: Sequence[str], at: Path, kill: Kill | None = None) -> Ended:
    """Run a command in the folder `at`, in a fork of this process."""
    prepared = _prepared()
    told, tell = os.pipe()
    with tempfile.TemporaryFile() as said:
        started = time.monotonic()
        number = os.fork()
        if number == 0:
            watch = _Watch(tell, str(at), exchange=bool(kill) and kill.after == "exchange")
            _run(arguments, at, said.fileno(), watch)
        os.close(tell)
        process = os.pidfd_open(number)
        if kill and kill.after != "start":
            select.select([told, process], [], [], HANGING)
        if not select.select([process], [], [], kill.seconds if kill else HANGING)[0]:
            os.kill(number, signal.SIGKILL)
        _, status, used = os.wait4(number, 0)
        took = time.monotonic() - started
        os.close(told)
        os.close(process)
        said.seek(0)
        words = said.read().decode("utf-8", "replace")
    code = os.waitstatus_to_exitcode(status)
    return Ended(
        None if code < 0 else code,
        words,
        prepared + used.ru_utime + used.ru_stime,
        took,
        used.ru_maxrss // 1024,
    )


_TOLD: Final = """
import atexit, pathlib, sys
said = pathlib.Path(sys.argv.pop(1))
atexit.register(lambda: said.write_text(pathlib.Path("/proc/self/status").read_text()))
"""
"""Keeps what the system says of a process at its end."""
_ALONE: Final = "from ppid.cli.main import main; main()"
"""Runs a command."""


_QUIET: Final = 1.2
"""Seconds that `_YARDSTICK` takes on an undisturbed core; the bounds are meant for such a core."""
_YARDSTICK: Final = """
import argparse, ast, inspect, json, re, typing
written = "".join(map(inspect.getsource, (argparse, ast, inspect, re, typing)))
for _ in range(2):
    said = ast.dump(ast.parse(written))
    places = {}
    for found in re.finditer(r"[A-Za-z_]\\w*", said):
        places.setdefault(found[0], []).append((found.start(), found[0].lower()))
    json.loads(json.dumps(sorted(places.items())))
"""
"""Work of the standard library alone, so that it stays the same whatever becomes of the program.

It leans on memory and caches as the measured commands do.
"""
_ROUNDS: Final = 5


def alone(arguments: Sequence[str], at: Path) -> Ended:
    """Run a command in processes of its own, from the start of the interpreter.

    Neighbours on the same hardware make the same work up to twice as long, for seconds or for
    minutes. So it takes turns with a yardstick: its processor time is the median of how many times
    as long it takes, in seconds of a quiet core.
    """
    rounds = [
        (_measured(_YARDSTICK, (), at), _measured(_ALONE, arguments, at)) for _ in range(_ROUNDS)
    ]
    usual = median(ended.processor / yardstick.processor for yardstick, ended in rounds)
    most = max(ended.megabytes for _, ended in rounds)
    return replace(rounds[-1][1], processor=usual * _QUIET, megabytes=most)


def _measured(script: str, arguments: Sequence[str], at: Path) -> Ended:
    with tempfile.TemporaryFile() as said, tempfile.NamedTemporaryFile() as status:
        started = time.monotonic()
        command = [sys.executable, "-c", _TOLD + script, status.name, *arguments]
        process = subprocess.Popen(command, cwd=at, stdout=said, stderr=said, env=_SEEN)
        # What `wait4` tells of memory counts that of this process, from before the other began.
        _, status_code, used = os.wait4(process.pid, 0)
        took = time.monotonic() - started
        said.seek(0)
        words = said.read().decode("utf-8", "replace")
        highest = re.search(r"VmHWM:\s+([0-9]+) kB", Path(status.name).read_text("utf-8"))
    process.returncode = os.waitstatus_to_exitcode(status_code)
    return Ended(
        code=process.returncode,
        said=words,
        processor=used.ru_utime + used.ru_stime,
        seconds=took,
        megabytes=int(highest[1]) // 1024 if highest else 0,
    )


def _run(arguments: Sequence[str], at: Path, said: int, watch: "_Watch") -> NoReturn:
    """Be the child: never come back, whatever happens."""
    code = 99
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))
        os.chdir(at)
        os.dup2(said, 1)
        os.dup2(said, 2)
        os.environ.update(_SEEN)
        sys.addaudithook(watch)
        main(arguments)
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 0
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


class _Watch:
    """Tells through a pipe when the first file below a folder is written, moved or removed.

    With `exchange` when two folders are about to change places instead.
    """

    def __init__(self, tell: int, folder: str, *, exchange: bool) -> None:
        self._tell, self._folder, self._exchange = tell, folder, exchange

    def __call__(self, event: str, about: tuple[object, ...]) -> None:
        if self._tell < 0:
            return
        if self._exchange:
            happens = event == "ctypes.dlsym" and about[1] == "renameat2"
        else:
            happens = self._is_write(event, about)
        if happens:
            os.write(self._tell, b".")
            self._tell = -1

    def _is_write(self, event: str, about: tuple[object, ...]) -> bool:
        opened = event == "open" and isinstance(about[2], int) and about[2] & _WRITING
        if not opened and event not in {"os.rename", "os.remove", "os.mkdir", "os.rmdir"}:
            return False
        path = about[0]
        return isinstance(path, str | os.PathLike) and os.fspath(path).startswith(self._folder)
