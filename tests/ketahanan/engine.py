"""Every workbook of the intake's tests, and every real list, in the engine of the browser.

Each must be said, and handed in, as on this machine: word for word and byte for byte.
"""

import itertools
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from ppid.core.project_files import DiskFolder
from ppid.handing_in.desk import Work
from ppid.publishing.checker.parts import parts_in, ready_in
from ppid.publishing.checker.program import engine_files
from tests.handing_in.intake.test_corpus import SHAPES, TROUBLES, WRITERS, shapes_for, shifted
from tests.handing_in.intake.test_real_lists import REAL
from tests.handing_in.test_desk import CASES, answered, as_json, desk_of_site
from tests.ketahanan.report import Report
from tests.publishing.checker.engine import NODE, ROOT, said_in_node
from tests.publishing.checker.test_program import contents_of

LONGEST, LARGEST = 1800, 400
"""Seconds that all of it may take, and megabytes that Python may hold in the end."""


def run(work: Path, random: Random) -> Report:  # noqa: ARG001 — nothing here is left to chance
    """Put everything on both desks."""
    report = Report()
    parts = parts_in(DiskFolder(ROOT))
    if not parts or not NODE.exists():
        report.faults.append("bagian pemeriksa belum diambil: make pemeriksa")
        return report
    named = [*_cases(), *_generated(), *_real()]
    tried = [each for _, *pair in named for each in _both(*pair)]
    names = [name for name, *_ in named for _ in range(2)]
    begun = time.monotonic()
    files = engine_files(parts, ready_in(DiskFolder(ROOT)))
    said = said_in_node(work, files, tried, LONGEST)
    report.figures["berkas"] = len(named)
    report.figures["detik di mesin peramban"] = round(time.monotonic() - begun)
    report.figures["MB di mesin peramban"] = round(said.memory / 1e6)
    if said.memory > LARGEST * 1e6:
        report.faults.append(f"memakai {said.memory / 1e6:.0f} MB")
    for name, (task, content), looked, handed in zip(
        names, tried, said.looked, said.handed_in, strict=True
    ):
        desk = desk_of_site()
        if looked != desk.look(as_json(task), content).decode():
            report.faults.append(f"{name}: dilihat lain")
        here = desk.hand_in(as_json(task), content)
        if bool(here) != bool(handed) or (here and contents_of(here) != contents_of(handed)):
            report.faults.append(f"{name}: diserahkan lain")
        report.count("diserahkan, sama bitanya", bool(here))
    return report


def _both(task: Work, content: bytes) -> tuple[tuple[Work, bytes], tuple[Work, bytes]]:
    """Return a file as it comes, and with everything answered that is asked."""
    return (task, content), (answered(task, content)[0], content)


def _cases() -> Iterator[tuple[str, Work, bytes]]:
    for case in CASES:
        task = Work(case.file, "dinkes", case.jenis, 2024, dict(case.answers))
        yield case.name, task, case.content()


def _generated() -> Iterator[tuple[str, Work, bytes]]:
    for trouble, kind in itertools.product(TROUBLES, WRITERS):
        for shape in shapes_for(trouble, kind):
            content = WRITERS[kind](shifted(SHAPES[shape], TROUBLES[trouble].rows()))
            task = Work(f"daftar.{kind}", "dinkes", "dik", 2024)
            yield f"{shape}, {trouble}, {kind}", task, content


def _real() -> Iterator[tuple[str, Work, bytes]]:
    """Yield the published lists that lie beside the project, where they do."""
    for path in sorted(REAL.glob("*.csv")):
        yield path.stem, Work(path.name, "dinkes", path.stem[:3], 2024), path.read_bytes()
