"""Commands killed at random moments: data and site are old or new afterwards, never between."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from ppid.core.manifest import SUMMARY, verify
from ppid.core.writing import PENDING
from tests.ketahanan.child import Kill, ppid
from tests.ketahanan.projects import DAY, OPD, contents, restore, row_of, small, table
from tests.ketahanan.report import Report

BUILDS, WRITES = 42, 86
"""Kills of the build, and of each of the three commands that write into the data: 300 in all."""
_TRIES: Final = 4
"""How often a command may end before it is killed, for each kill."""
_LIST: Final = f"data/opd/{OPD}/dip/2019.csv"


def run(work: Path, random: Random) -> Report:
    """Kill each command as often as it is its turn."""
    report = Report()
    for name, (prepare, arguments) in _WRITERS.items():
        _kill_writer(work / name, random, report, _Writer(name, prepare, arguments))
    _kill_builds(work / "bangun", random, report)
    return report


@dataclass(frozen=True)
class _Writer:
    """A command that writes into data/, and what makes a project on which it has work to do."""

    name: str
    prepare: Callable[[Path], None]
    arguments: tuple[str, ...]


def _to_import(project: Path) -> None:
    row = row_of(project, "dip")
    many = [{**row, "kode": f"PUB-{n:03}", "informasi": f"Laporan bagian {n}"} for n in range(60)]
    (project / "masuk.csv").write_text(table(many), "utf-8")


def _to_tidy(project: Path) -> None:
    for path in sorted((project / "data").rglob("*.csv")):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    for path in sorted((project / "data").rglob("*.yml")):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def _to_mend(project: Path) -> None:
    for kind in ("dip", "dik"):
        path = project / f"data/opd/{OPD}/{kind}/2019.csv"
        row = row_of(project, kind)
        odd = {"diperbarui": "1 Maret 2019", "waktu_pembuatan": "Januari 2019"}
        odd |= {"dasar_hukum": "UU No. 14 Tahun 2008 Pasal 17 huruf a"}
        changed = {name: odd.get(name, value) for name, value in row.items()}
        path.write_text(table([changed]), "utf-8")


_TARGET = ("--opd", OPD, "--jenis", "dip", "--tahun", "2019", "--timpa")
_WRITERS: Final[Mapping[str, tuple[Callable[[Path], None], tuple[str, ...]]]] = {
    "impor": (_to_import, ("impor", "masuk.csv", *_TARGET, *DAY)),
    "rapikan": (_to_tidy, ("rapikan",)),
    "perbaiki": (_to_mend, ("periksa", "--perbaiki", *DAY)),
}


def _kill_writer(project: Path, random: Random, report: Report, writer: _Writer) -> None:
    small(project)
    writer.prepare(project)
    old = contents(project)
    whole = ppid(writer.arguments, project)
    new = contents(project)
    report.judge(whole, writer.name)
    data = [
        path for path in old | new if path.startswith("data/") and old.get(path) != new.get(path)
    ]
    if not data:
        report.faults.append(f"{writer.name}: tidak menulis apa pun; {whole.said[-300:]}")
    writing = max(0.002, _writing_time(project, old, writer))
    killed = 0
    for number in range(_TRIES * WRITES):
        if killed == WRITES:
            break
        restore(project, old)
        # Half of the kills fall into the writing, which is short, half into the whole of it.
        late = number % 2 == 0
        moment = random.uniform(0, writing if late else whole.seconds)
        ended = ppid(writer.arguments, project, Kill(moment, after_write=late))
        killed += ended.code is None
        report.count("dimatikan" if ended.code is None else "selesai lebih dahulu")
        report.count("selesai oleh perintah berikutnya", (project / PENDING).is_dir())
        report.judge(ppid(("jelaskan", "DIK-001"), project), f"sesudah {writer.name}")
        now = contents(project)
        between = [path for path in data if now.get(path) not in {old.get(path), new.get(path)}]
        mixed = len(data) > 1 and writer.name == "impor" and _is_mixed(now, old, new, data)
        left = [path for path in now if PENDING in path]
        report.count(
            f"{writer.name}: baru"
            if now.get(data[0]) == new.get(data[0])
            else f"{writer.name}: lama"
        )
        if between or mixed or left:
            report.faults.append(
                f"{writer.name}, matikan ke-{number}: {between or left or 'campur'}"
            )


def _is_mixed(
    now: Mapping[str, bytes], old: Mapping[str, bytes], new: Mapping[str, bytes], paths: list[str]
) -> bool:
    """Tell whether the files of one list are partly old and partly new."""
    return not any(all(now.get(p) == side.get(p) for p in paths) for side in (old, new))


def _writing_time(project: Path, old: Mapping[str, bytes], writer: _Writer) -> float:
    """Return how long a command goes on once it has begun to write."""
    restore(project, old)
    killed = ppid(writer.arguments, project, Kill(0, after_write=True))
    restore(project, old)
    whole = ppid(writer.arguments, project)
    return whole.seconds - killed.seconds


def _kill_builds(project: Path, random: Random, report: Report) -> None:
    small(project)
    first = (project / _LIST).read_text("utf-8")
    texts = (first, first.replace("tahun berjalan", "tahun depan"))
    whole = ppid(("bangun", *DAY), project)
    report.judge(whole, "bangun", bounded=False)
    if not (project / "site").is_dir():
        report.faults.append(f"bangun: {whole.said[-500:]}")
        return
    killed = 0
    for number in range(_TRIES * BUILDS):
        if killed == BUILDS:
            break
        (project / _LIST).write_text(texts[(number + 1) % 2], "utf-8")
        # A third of the kills fall into the last tenth, where the site takes its place.
        least = 0.9 if number % 3 == 0 else 0
        moment = random.uniform(least, 1) * whole.seconds
        before = _digest(project)
        ended = ppid(("bangun", *DAY), project, Kill(moment))
        killed += ended.code is None
        report.count("dimatikan" if ended.code is None else "selesai lebih dahulu")
        verdict = verify(project / "site") if (project / "site").is_dir() else None
        if verdict is None or not verdict.utuh:
            report.faults.append(f"bangun, matikan ke-{number}: situs tidak ada atau tidak utuh")
            continue
        report.count("bangun: baru" if _digest(project) != before else "bangun: lama")
    report.judge(ppid(("bangun", *DAY), project), "bangun terakhir", bounded=False)
    left = [path.name for path in project.iterdir() if path.name.startswith(".site")]
    if left or _digest(project) is None:
        report.faults.append(f"bangun: tersisa {left}")
    shutil.rmtree(project)


def _digest(project: Path) -> bytes | None:
    path = project / "site" / SUMMARY
    return path.read_bytes() if path.is_file() else None
