"""Commands killed at random moments: data and site are old or new afterwards, never between."""

import re
import shutil
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final, Literal

from ppid.core.manifest import SUMMARY, verify
from ppid.core.writing import PENDING
from ppid.publishing.reuse import FOLDER
from tests.ketahanan.child import Kill, ppid
from tests.ketahanan.projects import DAY, OPD, contents, restore, row_of, small, table
from tests.ketahanan.report import Report

BUILDS, WRITES = 42, 86
"""Kills of the build, and of each of the three commands that write into the data: 300 in all."""
_TRIES: Final = 4
"""How often a command may end before it is killed, for each kill."""
_BUILD: Final = ("bangun", "--proses", "3", *DAY)
"""By several processes, also on a machine with one processor."""
_TAKING_PLACE: Final = 0.1
"""Seconds from the exchange of the sites until the old one is removed."""
_PART: Final = re.compile(r"\.[0-9]+$")
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
    longest = {"start": whole.seconds, "write": max(0.002, _writing_time(project, old, writer))}
    killed = 0
    for number in range(_TRIES * WRITES):
        if killed == WRITES:
            break
        restore(project, old)
        # Half of the kills fall into the writing, which is short, half into the whole of it.
        after: Literal["start", "write"] = "write" if number % 2 == 0 else "start"
        moment = random.uniform(0, longest[after])
        ended = ppid(writer.arguments, project, Kill(moment, after))
        killed += ended.code is None
        # How long a command takes follows what else the machine does.
        longest[after] = max(0.002, longest[after] * (1.1 if ended.code is None else 0.8))
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
    if killed < WRITES:
        report.faults.append(f"{writer.name}: hanya {killed} dari {WRITES} kali dimatikan")


def _is_mixed(
    now: Mapping[str, bytes], old: Mapping[str, bytes], new: Mapping[str, bytes], paths: list[str]
) -> bool:
    """Tell whether the files of one list are partly old and partly new."""
    return not any(all(now.get(p) == side.get(p) for p in paths) for side in (old, new))


def _writing_time(project: Path, old: Mapping[str, bytes], writer: _Writer) -> float:
    """Return how long a command goes on once it has begun to write."""
    restore(project, old)
    killed = ppid(writer.arguments, project, Kill(0, "write"))
    restore(project, old)
    whole = ppid(writer.arguments, project)
    return whole.seconds - killed.seconds


def _kill_builds(project: Path, random: Random, report: Report) -> None:
    """Kill builds by several processes, which find what earlier ones kept, whole or damaged."""
    small(project)
    first = (project / _LIST).read_text("utf-8")
    texts = (first, first.replace("tahun berjalan", "tahun depan"))
    right = list[bytes | None]()
    whole = None
    for text in texts:
        (project / _LIST).write_text(text, "utf-8")
        whole = ppid((*_BUILD, "--tanpa-simpanan"), project)
        report.judge(whole, "bangun", bounded=False)
        right.append(_digest(project))
    if whole is None or None in right or right[0] == right[1]:
        report.faults.append(f"bangun: dua data tidak menjadi dua situs; {whole}")
        return
    killed, longest = 0, whole.seconds
    for number in range(_TRIES * BUILDS):
        if killed == BUILDS:
            break
        (project / _LIST).write_text(texts[number % 2], "utf-8")
        report.count("simpanan dirusak", _damage(project / FOLDER, random))
        before = _digest(project)
        # A third of the kills fall into the moment in which the site takes its place.
        late = Kill(random.uniform(0, _TAKING_PLACE), "exchange")
        early = Kill(random.uniform(0, longest))
        ended = ppid(_BUILD, project, late if number % 3 == 0 else early)
        about = f"bangun, matikan ke-{number}"
        if left := _at_work(project):
            report.faults.append(f"{about}: {left} proses masih bekerja")
        longest *= 1.1 if ended.code is None else 0.8
        if ended.code is None:
            killed += 1
        elif ended.code or _digest(project) != right[number % 2]:
            report.faults.append(f"{about}: kode {ended.code}, {ended.said[-300:]!r}")
        report.count("dimatikan" if ended.code is None else "selesai lebih dahulu")
        verdict = verify(project / "site") if (project / "site").is_dir() else None
        if verdict is None or not verdict.utuh:
            report.faults.append(f"{about}: situs tidak ada atau tidak utuh")
        elif _digest(project) not in {before, right[number % 2]}:
            report.faults.append(f"{about}: situs lain daripada yang dibangun tanpa simpanan")
        else:
            report.count("bangun: baru" if _digest(project) != before else "bangun: lama")
    if killed < BUILDS:
        report.faults.append(f"bangun: hanya {killed} dari {BUILDS} kali dimatikan")
    for text, digest in zip(texts, right, strict=True):
        (project / _LIST).write_text(text, "utf-8")
        for _ in range(2):  # the second finds what it can use, part of it damaged
            last = ppid(_BUILD, project)
            report.judge(last, "bangun terakhir", bounded=False)
            if last.code or _digest(project) != digest:
                report.faults.append(f"bangun terakhir: kode {last.code}, {last.said[-300:]!r}")
            report.count("simpanan dirusak", _damage(project / FOLDER, random))
    left_over = [path.name for path in project.iterdir() if path.name.startswith(".site")]
    left_over += [path.name for path in (project / FOLDER).iterdir() if _PART.search(path.name)]
    if left_over:
        report.faults.append(f"bangun: tersisa {left_over}")
    shutil.rmtree(project)


def _damage(kept: Path, random: Random) -> int:
    """Flip, cut off or empty half of what earlier builds kept; return how many files."""
    found = kept.iterdir() if kept.is_dir() else ()
    paths = sorted(path for path in found if path.stat().st_size)
    chosen = random.sample(paths, (len(paths) + 1) // 2)
    for path in chosen:
        content = bytearray(path.read_bytes())
        at = random.randrange(len(content))
        content[at] ^= 1
        path.write_bytes(random.choice((bytes(content), content[:at], b"")))
    return len(chosen)


def _at_work(project: Path) -> int:
    """Count processes in the folder of a project that outlive the one that was killed."""
    for _ in range(100):
        found = 0
        for process in Path("/proc").glob("[0-9]*/cwd"):
            with suppress(OSError):
                found += process.readlink() == project
        if not found:
            return 0
        time.sleep(0.02)
    return found


def _digest(project: Path) -> bytes | None:
    path = project / "site" / SUMMARY
    return path.read_bytes() if path.is_file() else None
