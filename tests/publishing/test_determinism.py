"""The same data and day give the same bytes, whatever the machine, its clock and its disk."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

from ppid.publishing.search import INDEX

DAY = "2021-12-31"

Run = Callable[..., subprocess.CompletedProcess[str]]


def copied_backwards(source: Path, target: Path) -> Path:
    """Copy a tree in the opposite order and with other times, as another disk would hold it."""
    for path in sorted(source.rglob("*"), reverse=True):
        if path.is_file():
            copy = target / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
            os.utime(copy, (1_000_000_000, 1_000_000_000))
    return target


def differing(one: Path, other: Path) -> list[str]:
    names = {p.relative_to(root).as_posix() for root in (one, other) for p in root.rglob("*.*")}
    files = sorted(n for n in names if not ((one / n).is_dir() and (other / n).is_dir()))
    assert len(files) > 100
    return [n for n in files if not _same(one / n, other / n)]


def _same(one: Path, other: Path) -> bool:
    return one.is_file() and other.is_file() and one.read_bytes() == other.read_bytes()


def test_machine_clock_and_disk_do_not_show_in_the_site(
    spawn: Run, kota_kecil: Path, situs: Path, tmp_path: Path
) -> None:
    copy = copied_backwards(kota_kecil.parents[1], tmp_path / "lain" / "tempat")
    ended = spawn(
        *("bangun", "--tanggal", DAY, "--keluaran", str(tmp_path / "situs")),
        at=copy / "tests" / "kota-kecil",
        PYTHONHASHSEED="2",
        TZ="Asia/Jayapura",
        LC_ALL="C",
        COLUMNS="40",
    )
    assert ended.returncode == 0, ended.stderr
    found = differing(situs, tmp_path / "situs")
    assert [name for name in found if not name.startswith(f"{INDEX}/")] == []
    assert found == [], "only the search index differs"
