"""A disk that fills up at twenty points: the old state stays, and the sentence says why.

As root the disk is a small tmpfs; elsewhere no file may grow beyond a size, which the system
refuses in another word at the same places.
"""

import os
import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from shutil import copytree, disk_usage, rmtree

from ppid.core.manifest import verify
from tests.ketahanan.child import ppid
from tests.ketahanan.projects import DAY, OPD, contents, row_of, small, table
from tests.ketahanan.report import Report

POINTS = 20
_IMPORT = ("impor", "masuk.csv", "--opd", OPD, "--jenis", "dip", "--tahun", "2019", "--timpa", *DAY)


def run(work: Path, random: Random) -> Report:
    """Fill the disk at points between what a project takes and what a command adds."""
    del random
    report = Report()
    project = small(work / "proyek")
    row = row_of(project, "dip")
    many = [{**row, "kode": f"PUB-{n:04}", "informasi": f"Laporan bagian {n}"} for n in range(900)]
    (project / "masuk.csv").write_text(table(many), "utf-8")
    ppid(("bangun", *DAY), project)
    grown = copytree(project, work / "sesudah")
    ppid(_IMPORT, grown)
    new = _data(grown)
    report.figures["cara"] = "tmpfs kecil" if os.geteuid() == 0 else "batas ukuran berkas"
    for number in range(POINTS):
        building = number % 2 == 1
        with _disk(work / "disk", project, number, building=building) as small_disk:
            _fill(small_disk, report, number, new, building=building)
    return report


def _data(project: Path) -> dict[str, bytes]:
    return contents(project / "data")


def _fill(
    project: Path, report: Report, number: int, new: dict[str, bytes], *, building: bool
) -> None:
    before = _data(project)
    ended = ppid(("bangun", *DAY) if building else _IMPORT, project)
    about = f"titik {number}, {'bangun' if building else 'impor'}"
    report.judge(ended, about, bounded=not building)
    full = "penuh" in ended.said or "terlalu besar" in ended.said
    report.count("ditolak karena penuh" if full else "cukup")
    if ended.code and not full and ended.code != 1:
        report.faults.append(f"{about}: sebabnya tidak disebut: {ended.said[-300:]}")
    ppid(("jelaskan", "DIK-001"), project)
    now = _data(project)
    if now != before and (building or now != new):
        report.faults.append(f"{about}: data berubah sebagian")
    if not verify(project / "site").utuh:
        report.faults.append(f"{about}: situs yang lama rusak")


@contextmanager
def _disk(at: Path, project: Path, number: int, *, building: bool) -> Iterator[Path]:
    """Lay a project out on a disk that has little room left; the room grows with the number."""
    at.mkdir()
    share = number / POINTS
    if os.geteuid():
        copytree(project, at / "proyek")
        least = max(path.stat().st_size for path in project.rglob("*") if path.is_file())
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        allowed = int(share * (least if building else 200_000))
        resource.setrlimit(resource.RLIMIT_FSIZE, (allowed, limits[1]))
        try:
            yield at / "proyek"
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
            rmtree(at)
        return
    taken = sum(-(-path.stat().st_size // 4096) * 4096 + 4096 for path in project.rglob("*"))
    room = int(share * (taken if building else 160_000))
    mount = ["mount", "-t", "tmpfs", "-o", f"size={2 * taken + room}", "tmpfs", str(at)]
    subprocess.run(mount, check=True)
    try:
        laid = copytree(project, at / "proyek")
        (at / "isi").write_bytes(bytes(max(0, disk_usage(at).free - room)))
        yield laid
    finally:
        subprocess.run(["umount", str(at)], check=True)
        at.rmdir()
