"""A new repository: laid down beside its place, checked, committed, built, and moved there."""

import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import mkdtemp

from ppid.adopting.answers import NoAnswersError
from ppid.adopting.lists import TakenList, WaitingList, take_all
from ppid.adopting.repository import TEMPLATES, Started, files_of, printer
from ppid.checking.check import Checked, all_requirements, load_and_check
from ppid.core.writing import write_together
from ppid.diagnostics.as_text import as_text
from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.inert import visible
from ppid.kinds.opd import ProfilOpd

TASKS = "TUGAS.md"
Say = Callable[[str], None]
Build = Callable[[Path, Checked], None]


class NotStartedError(Exception):
    """Nothing was made; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """Findings of one rule: what is missing, how often, and where first."""

    title: str
    count: int
    offices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StartedRepository:
    """What came of it: the lists that are in, those that wait, and the tasks as written."""

    taken: tuple[TakenList, ...]
    waiting: tuple[WaitingList, ...]
    tasks: str


def start(
    target: Path, started: Started, lists: Path | None, build: Build, say: Say
) -> StartedRepository:
    """Make the repository at `target`, which must not be there or be empty.

    Raise `NotStartedError` or `NoAnswersError`; nothing of it is left then.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        message = f"{visible(str(target))} sudah berisi; sebutkan folder yang kosong atau baru."
        raise NotStartedError(message)
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        write_together(beside, dict(files_of(started)))
        taken, waiting = _lists_of(beside, started, lists, say)
        checked = _sound(beside, started.today)
        tasks = _tasks(started, taken, waiting, checked)
        write_together(beside, {TASKS: tasks.encode()})
        for script in beside.glob("*.sh"):
            script.chmod(0o755)
        _commit(beside, started)
        say("Situs dibangun untuk pertama kali …")
        build(beside, checked)
        beside.chmod(0o755)  # a temporary folder is closed to others
        if target.is_dir():
            target.rmdir()
        beside.rename(target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return StartedRepository(tuple(taken), tuple(waiting), tasks)


def _lists_of(
    root: Path, started: Started, lists: Path | None, say: Say
) -> tuple[list[TakenList], list[WaitingList]]:
    if lists is None:
        return [], []
    say(f"Daftar dibaca dari {visible(lists.name)} …")
    told = started.jawaban.daftar
    return take_all(root, lists, told, started.offices, started.today)


def _sound(root: Path, today: date) -> Checked:
    """Check the new project; what is wrong there can only come from the answers."""
    checked = load_and_check(root, today)
    if checked.blocked:
        errors = [d for d in checked.findings if d.severity is Severity.GALAT]
        raise NoAnswersError(as_text(errors, checked.texts, colour=False))
    return checked


def _tasks(
    started: Started, taken: list[TakenList], waiting: list[WaitingList], checked: Checked
) -> str:
    """Write what is missing: lists that wait, and each rule that finds something, once."""
    names = {profil.id.opd: profil.nama for profil in checked.corpus.of(ProfilOpd)}
    return (
        printer(TEMPLATES / "perangkat")
        .get_template("TUGAS.md.j2")
        .render(
            jawaban=started.jawaban,
            nama=names,
            diambil=taken,
            menunggu=waiting,
            kelompok=list(_groups(checked, names)),
        )
    )


def _groups(checked: Checked, names: dict[str, str]) -> Iterator[TaskGroup]:
    rules = all_requirements()
    counts = Counter(d.rule_id for d in checked.findings if d.severity is Severity.PERINGATAN)
    for rule_id, count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        found = (d.span.path.split("/") for d in checked.findings if d.rule_id == rule_id)
        offices = dict.fromkeys(names[p[2]] for p in found if p[1] == "opd" and p[2] in names)
        yield TaskGroup(rules[rule_id].title, count, tuple(offices)[:3])


def _commit(root: Path, started: Started) -> None:
    """Make the one commit; who nobody is known to git signs as the body itself."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}

    def git(*arguments: str) -> str:
        return subprocess.run(  # noqa: S603 — fixed commands
            ["git", *arguments],  # noqa: S607 — the git of whoever calls
            cwd=root,
            env=kept,
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout

    who = (
        *("-c", f"user.name=PPID {started.jawaban.singkatan}"),
        *("-c", f"user.email={started.jawaban.surel or 'ppid@localhost'}"),
    )
    try:
        git("init", "--quiet", "--initial-branch=main")
        git("add", "--all")
        known = subprocess.run(
            ["git", "var", "GIT_AUTHOR_IDENT"],  # noqa: S607 — as above
            cwd=root,
            env=kept,
            capture_output=True,
            check=False,
        )
        named = () if known.returncode == 0 else who
        git(*named, "commit", "--quiet", "-m", f"Mulai situs PPID {started.jawaban.singkatan}")
    except OSError as error:
        message = "Program git tidak ada; pasang dahulu, misalnya: sudo apt-get install git"
        raise NotStartedError(message) from error
    except subprocess.CalledProcessError as error:
        reason = visible(str(error.stderr).strip())
        message = f"Git menolak menyimpan repositori baru: {reason}"
        raise NotStartedError(message) from error
