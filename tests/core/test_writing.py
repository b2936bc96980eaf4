"""Changes of a project are made as a whole or not at all: full disk, kill, closed folder, race."""

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from ppid.core import writing
from ppid.core.writing import NotWrittenError, settle, write_together

Run = Callable[..., subprocess.CompletedProcess[str]]
OLD: Mapping[str, bytes | None] = {
    "data/a.csv": b"lama a\n",
    "data/a.yml": b"lama yml\n",
    "data/hapus.csv": b"hapus\n",
    "data/baru/b.csv": None,
}
NEW: Mapping[str, bytes | None] = {
    "data/a.csv": b"baru a\n" * 10_000,
    "data/a.yml": b"baru yml\n",
    "data/hapus.csv": None,
    "data/baru/b.csv": b"b\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, content in OLD.items():
        if content is not None:
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(content)
    return tmp_path


def state(root: Path) -> dict[str, bytes | None]:
    return {p: (root / p).read_bytes() if (root / p).is_file() else None for p in OLD}


def leftovers(root: Path) -> list[str]:
    names = [path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()]
    return sorted(set(names) - set(OLD))


def test_everything_is_written_and_nothing_left_beside_it(root: Path) -> None:
    assert write_together(root, NEW) == list(NEW)
    assert state(root) == NEW
    assert leftovers(root) == []
    assert write_together(root, NEW) == []


def test_rights_of_a_file_stay(root: Path) -> None:
    (root / "data/a.csv").chmod(0o640)
    write_together(root, NEW)
    assert (root / "data/a.csv").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("call", range(12))
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_refusal_at_any_step_leaves_everything_as_it_was(
    root: Path, call: int, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused_at(range(call, call + 1), number, monkeypatch)
    message = refusal(root)
    assert message.startswith("Tidak ada yang berubah") or not message
    assert "Errno" not in message
    assert state(root) == (OLD if message else NEW)  # there may be fewer steps than this
    assert (root / "data/baru").is_dir() == (not message)
    monkeypatch.undo()
    settle(root)
    assert leftovers(root) == []


@pytest.mark.parametrize("first", range(14))
@pytest.mark.parametrize("lasts", [1, 2, 3, 1_000])
def test_what_is_said_of_a_refusal_is_true_of_then_and_of_the_next_command(
    root: Path, first: int, lasts: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused_at(range(first, first + lasts), errno.ENOSPC, monkeypatch)
    message = refusal(root)
    then = state(root)
    monkeypatch.undo()
    settle(root)
    after = state(root)
    if not message:
        assert then == after == NEW
    elif message.startswith("Tidak ada yang berubah"):
        assert then == after == OLD
    else:
        assert message.startswith("Perubahan data/a.csv, data/a.yml,")
        assert after == (NEW if message.endswith("dahulu menyelesaikannya.") else OLD)
    assert leftovers(root) == []


def test_what_cannot_be_cleared_away_afterwards_is_cleared_by_the_next_command(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(writing.shutil, "rmtree", refusing)
    assert write_together(root, NEW) == list(NEW)
    assert state(root) == NEW
    assert (root / writing.PENDING).is_dir()
    monkeypatch.undo()
    assert settle(root) == []
    assert not (root / writing.PENDING).exists()


def refusal(root: Path) -> str:
    """Return what is said when something is refused; empty when nothing was."""
    try:
        write_together(root, NEW)
    except NotWrittenError as error:
        return str(error)
    return ""


def refused_at(calls: range, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the system refuse some of the steps in which something is written."""
    steps = iter(range(1_000))

    def refusing(act: Callable[..., object]) -> Callable[..., object]:
        def acted(*args: object, **more: object) -> object:
            if next(steps) in calls:
                raise OSError(number, os.strerror(number))
            return act(*args, **more)

        return acted

    monkeypatch.setattr(os, "fsync", refusing(os.fsync))
    monkeypatch.setattr(Path, "replace", refusing(Path.replace))
    monkeypatch.setattr(Path, "unlink", refusing(Path.unlink))


def test_a_folder_in_the_place_of_a_file_is_refused_before_anything_is_done(root: Path) -> None:
    (root / "data/baru/b.csv").mkdir(parents=True)
    message = refusal(root)
    assert message.startswith("Tidak ada yang berubah")
    assert "di tempat itu ada folder" in message
    assert state(root) == OLD
    assert not (root / writing.PENDING).exists()
    assert settle(root) == []  # nothing is left that would stop every later command


def test_a_folder_that_came_in_between_does_not_stop_the_way_back(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def intruding(self: Path, target: Path) -> Path:
        if Path(target).name == "b.csv":
            Path(target).mkdir()
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", intruding)
    assert refusal(root).startswith("Tidak ada yang berubah")
    assert state(root) == OLD
    assert not (root / writing.PENDING).exists()


@pytest.mark.parametrize("step", range(40))
def test_a_kill_at_any_step_leaves_the_old_or_is_finished_by_the_next_command(
    root: Path, step: int
) -> None:
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(root), str(step)],
        env={"PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )
    assert killed.returncode in {0, -signal.SIGKILL}
    settle(root)
    assert state(root) in (dict(OLD), dict(NEW))
    assert leftovers(root) == []


KILLED = f"""
import os, signal, sys
from pathlib import Path
from ppid.core.writing import write_together
steps = iter(range(1000))
def watch(event, args):
    if event in ("open", "os.rename", "os.remove", "os.mkdir", "shutil.copyfile"):
        if str(args[0]).startswith(sys.argv[1]) and next(steps) == int(sys.argv[2]):
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(watch)
write_together(Path(sys.argv[1]), {dict(NEW)!r})
"""


REFUSED_AND_KILLED = f"""
import errno, os, signal, sys
from pathlib import Path
from ppid.core.writing import NotWrittenError, write_together
replace, refused, steps = Path.replace, False, iter(range(1000))
def refuse_the_last(self, target):
    global refused
    if str(target).endswith("b.csv") and not refused:
        refused = True
        raise OSError(errno.ENOSPC, "penuh")
    return replace(self, target)
def watch(event, args):
    if refused and event in ("os.rename", "os.remove", "os.rmdir"):
        if next(steps) == int(sys.argv[2]):
            os.kill(os.getpid(), signal.SIGKILL)
Path.replace = refuse_the_last
sys.addaudithook(watch)
try:
    write_together(Path(sys.argv[1]), {dict(NEW)!r})
except NotWrittenError:
    pass
"""


@pytest.mark.parametrize("step", range(10))
def test_a_kill_while_a_refused_change_is_led_back_is_led_back_to_its_end(
    root: Path, step: int
) -> None:
    killed = subprocess.run(
        [sys.executable, "-c", REFUSED_AND_KILLED, str(root), str(step)],
        env={"PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )
    assert killed.returncode in {0, -signal.SIGKILL}
    changed = settle(root)
    # Killed before the way back was decided, the change goes on to its end.
    assert state(root) == (NEW if changed else OLD)
    assert leftovers(root) == []


def test_what_cannot_be_tidied_away_undoes_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "rmdir", lambda *_, **__: (_ for _ in ()).throw(PermissionError()))
    write_together(root, NEW)
    monkeypatch.undo()
    assert state(root) == NEW
    settle(root)
    assert state(root) == NEW
    assert leftovers(root) == []


def test_two_writers_take_turns(root: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from ppid.core.writing import write_together\n"
        "for n in range(30):\n"
        "    text = f'{sys.argv[2]} {n}'.encode()\n"
        "    write_together(Path(sys.argv[1]), {'data/a.csv': text, 'data/a.yml': text})\n"
    )
    environment = {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", code, str(root)]
    writers = [subprocess.Popen([*command, name], env=environment) for name in ("satu", "dua")]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0]
    assert (root / "data/a.csv").read_bytes() == (root / "data/a.yml").read_bytes()
    assert leftovers(root) == []


def cut_off(root: Path) -> None:
    """Leave a change behind as a kill before its first move does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writing, "_put_in_place", lambda _: [])
        write_together(root, NEW)


def test_what_somebody_changed_in_between_stays_and_the_rest_is_led_back(root: Path) -> None:
    cut_off(root)
    (root / "data/a.yml").write_bytes(b"ketikan sesudahnya\n")
    (root / "data/a.csv").write_bytes(NEW["data/a.csv"] or b"")  # this one had been moved
    (said,) = settle(root)
    assert said.startswith("Perubahan yang terputus dibatalkan: data/a.yml sudah lain")
    assert state(root) == {**OLD, "data/a.yml": b"ketikan sesudahnya\n"}
    assert leftovers(root) == []


def test_a_change_waits_for_nobody_who_was_killed_meanwhile(root: Path) -> None:
    cut_off(root)
    (root / "data/a.yml").write_bytes(b"ketikan sesudahnya\n")
    with pytest.raises(NotWrittenError, match=r"dibatalkan: data/a\.yml sudah lain"):
        write_together(root, {"data/lain.csv": b"x\n"})
    assert state(root) == {**OLD, "data/a.yml": b"ketikan sesudahnya\n"}
    assert write_together(root, {"data/lain.csv": b"x\n"}) == ["data/lain.csv"]


def test_nothing_is_said_to_be_finished_of_which_the_new_content_is_gone(root: Path) -> None:
    cut_off(root)
    (root / writing.PENDING / "0.baru").unlink()
    (said,) = settle(root)
    assert said.startswith("Perubahan yang terputus dibatalkan: data/a.csv")
    assert state(root) == OLD


JOURNALS = {
    "cut": lambda told: json.dumps(told)[:7],
    "numbers": lambda _: "[1, 2]",
    "no text": lambda _: "\udcff",
    "deep": lambda _: "[" * 100_000,
    "of another folder": lambda told: json.dumps({**told, "folder": told["folder"] + 1}),
    "out of the project": lambda told: json.dumps(
        {**told, "berkas": [{**told["berkas"][0], "path": "../luar.txt"}]}
    ),
    "by a whole path": lambda told: json.dumps(
        {**told, "berkas": [{**told["berkas"][0], "path": "/luar.txt"}]}
    ),
    "in a circle of links": lambda told: json.dumps(
        {**told, "berkas": [{**told["berkas"][0], "path": "data/lingkar/luar.txt"}]}
    ),
    "through a link": lambda told: json.dumps(
        {**told, "berkas": [{**told["berkas"][0], "path": "data/keluar/luar.txt"}]}
    ),
}


@pytest.mark.parametrize("name", JOURNALS)
def test_a_journal_that_was_not_written_here_is_not_believed(
    name: str, root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("luar")
    (root / "data/keluar").symlink_to(outside)
    (root / "data/lingkar").symlink_to(root / "data/lingkar")
    cut_off(root)
    journal = root / writing.PENDING / "jurnal.json"
    made = JOURNALS[name](json.loads(journal.read_bytes()))
    journal.write_bytes(made.encode("utf-8", "surrogateescape"))
    with pytest.raises(NotWrittenError, match=r"tidak dipakai.*hapus folder itu"):
        settle(root)
    assert state(root) == OLD
    assert list(outside.iterdir()) == []


def test_a_change_that_came_with_a_copy_or_behind_a_link_is_not_believed(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    cut_off(root)
    copy = tmp_path_factory.mktemp("salinan") / "proyek"
    shutil.copytree(root, copy)
    with pytest.raises(NotWrittenError, match="dibuat di tempat lain"):
        settle(copy)
    assert state(copy) == OLD
    shutil.rmtree(copy / writing.PENDING)
    (copy / writing.PENDING).symlink_to(root / writing.PENDING)
    with pytest.raises(NotWrittenError, match="dibuat di tempat lain"):
        settle(copy)
    assert (root / writing.PENDING / "jurnal.json").is_file()


def test_a_change_that_is_on_its_way_is_proposed_to_nobody(root: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    cut_off(root)
    asked = ["git", "status", "--porcelain", "--untracked-files=all"]
    told = subprocess.run(asked, cwd=root, check=True, capture_output=True, text=True).stdout
    assert writing.PENDING not in told


def test_a_command_says_that_it_finished_what_was_cut_off(proyek: Path, run: Run) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writing, "_put_in_place", lambda _: [])
        write_together(proyek, {"data/opd/dinkes/catatan.yml": b"nama: x\n"})
    ended = run("jelaskan", "DIK-004", at=proyek)
    assert ended.returncode == 0
    assert "Perubahan yang terputus diselesaikan: data/opd/dinkes/catatan.yml" in ended.stderr
    assert (proyek / "data/opd/dinkes/catatan.yml").read_text("utf-8") == "nama: x\n"
    assert not (proyek / writing.PENDING).exists()


def test_a_journal_that_is_not_believed_is_no_defect_of_the_program(proyek: Path, run: Run) -> None:
    (proyek / writing.PENDING).mkdir()
    (proyek / writing.PENDING / "jurnal.json").write_text('{"a"', "utf-8")
    ended = run("jelaskan", "DIK-004", at=proyek)
    assert ended.returncode == 2
    assert "hapus folder itu, lalu ulangi" in ended.stderr
    assert "cacat program" not in ended.stderr


def test_what_the_system_refuses_is_no_defect_of_the_program(proyek: Path, run: Run) -> None:
    ended = run("kelengkapan", "--keluaran", "/dev/full/x", "--tanggal", "2021-12-31", at=proyek)
    assert ended.returncode == 2
    assert "cacat program" not in ended.stderr
    assert "salah satu foldernya ternyata berkas" in ended.stderr
    ended = run("kelengkapan", "--keluaran", "/proc/x", "--tanggal", "2021-12-31", at=proyek)
    assert ended.returncode == 2
    assert "tidak dapat ditulis" in ended.stderr
