"""Work spread over processes: one outcome for any number, and no half site when one is killed."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.publishing.test_build import publish_old, tree

DAY = "2021-12-31"

# Each runs in a process of its own: only one without other threads is forked.
SPREAD = """
import multiprocessing, os, signal, sys, time
from ppid.publishing.workers import WorkerLostError, spread

def work(task):
    if task == "mati":
        os.kill(os.getpid(), signal.SIGKILL)
    if task == "salah":
        raise ValueError("tugas salah")
    time.sleep(0.02 if task % 2 else 0)
    return task, os.getpid()

def told(tasks, workers):
    try:
        with spread(tasks, work, workers) as done:
            found = list(done)
    except (ValueError, WorkerLostError) as error:
        return f"{type(error).__name__}: {error}"
    assert [task for task, _ in found] == tasks
    return f"{len({pid for _, pid in found} - {os.getpid()})} lain"
"""
LOST = """
import os, signal
from ppid.publishing import build
from ppid.publishing.build import Printer

builder, make = os.getpid(), Printer.make

def make_or_die(self, part):
    if part.pages and os.getpid() != builder:
        os.kill(os.getpid(), signal.SIGKILL)
    return make(self, part)

Printer.make = make_or_die
from ppid.cli.main import main
main()
"""


def said_by(script: str, environment: dict[str, str]) -> str:
    ended = subprocess.run(
        [sys.executable, "-c", SPREAD + script],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.strip()


@pytest.mark.parametrize(("workers", "others"), [(1, 0), (2, 2), (5, 5), (40, 20)])
def test_outcomes_come_in_the_order_of_the_tasks(
    workers: int, others: int, environment: dict[str, str]
) -> None:
    assert said_by(f"print(told(list(range(20)), {workers}))", environment) == f"{others} lain"


@pytest.mark.parametrize(
    ("task", "words"),
    [("salah", "ValueError: tugas salah"), ("mati", "WorkerLostError: sebuah proses")],
)
def test_a_failure_ends_all_and_leaves_nobody_at_work(
    task: str, words: str, environment: dict[str, str]
) -> None:
    script = f"print(told([1, 2, {task!r}, *range(50)], 3), multiprocessing.active_children())"
    said = said_by(script, environment)
    assert said.startswith(words)
    assert said.endswith("[]")


def test_a_process_with_other_threads_is_not_forked(environment: dict[str, str]) -> None:
    script = "import threading\nthreading.Thread(target=time.sleep, args=(5,), daemon=True).start()"
    assert said_by(f"{script}\nprint(told([1, 2, 3], 2))", environment) == "0 lain"


def test_workers_die_with_the_process_that_started_them(environment: dict[str, str]) -> None:
    """A worker holds the lock of the site: one that lived on would keep the next build away."""
    script = """
def kill_parent(task):
    if task:
        print(os.getpid(), flush=True)
        os.kill(os.getppid(), signal.SIGKILL)
    time.sleep(60)

with spread([0, 1], kill_parent, 2) as done:
    list(done)
"""
    ended = subprocess.run(
        [sys.executable, "-c", SPREAD + script],
        env=environment,
        stdout=subprocess.PIPE,
        check=False,
        timeout=30,
    )
    assert ended.returncode < 0
    assert ended.stdout.strip().isdigit(), "the pipe was closed: nobody holds it any more"


@pytest.mark.long
def test_a_killed_worker_ends_the_build_and_leaves_the_old_site(
    proyek: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    site = publish_old(tmp_path / "terbit" / "situs")
    before = tree(site)
    arguments = ("bangun", "--tanggal", DAY, "--keluaran", str(site), "--proses", "2")
    ended = subprocess.run(
        [sys.executable, "-c", LOST, *arguments],
        cwd=proyek,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert ended.returncode == 2, ended.stderr
    assert "--proses 1" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
    assert tree(site) == before
    assert [path.name for path in site.parent.iterdir()] == ["situs"]
