"""What one child process measures, so that its peak memory is its own: see `STAGES`.

Run as `python child.py <job> <project> <frames> <site>`; prints one JSON object of figures.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from frames import TODAY, read_frames

from ppid.checking.check import Checked, check, check_folder
from ppid.checking.load import Memory, load
from ppid.core.corpus import Corpus, pause_gc
from ppid.core.page import Page
from ppid.core.project_files import DiskFolder, StoredFolder
from ppid.diagnostics.diagnostic import in_order
from ppid.publishing.build import Printer, parts_of, write_new
from ppid.publishing.publication import Publication
from ppid.publishing.render import Renderer
from ppid.publishing.search import index_site
from ppid.publishing.site_header import imprint_of
from ppid.reviewing.model import ComparedBase, TouchedFiles
from ppid.reviewing.report import rendered, review

Figures = dict[str, float]
_KIB_PER_MIB = 1024


class Measured:
    """Figures of one child: seconds, processor seconds and peak MiB by stage."""

    def __init__(self) -> None:
        """Start with none."""
        self.figures: Figures = {"start_mb": peak()}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure what happens inside the block; memory peaks so far count, as they would."""
        clock, processor = time.perf_counter(), time.process_time()
        yield
        self.figures[f"{name}_s"] = time.perf_counter() - clock
        self.figures[f"{name}_cpu_s"] = time.process_time() - processor
        self.figures[f"{name}_mb"] = peak()


def peak() -> float:
    """Return the most memory, in MiB, that this process took."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB_PER_MIB


def _checked(project: Path, measured: Measured) -> Checked:
    """Do what `load_and_check` does, with a clock between its halves."""
    with measured.stage("read"), pause_gc():
        loaded = load(project, TODAY)
    with measured.stage("check"), pause_gc():
        found = in_order([*loaded.diagnostics, *check(loaded.corpus)])
    errors = [d for d in found if d.severity == "galat"]
    if wrong := [str(d) for d in errors if "/opd/" in d.span.path]:
        message = f"invented data must be right: {wrong}"
        raise ValueError(message)
    # An error in the hand-written pages of the day is not what is measured here.
    publishable = tuple(d for d in found if d not in errors)
    measured.figures |= {"records": len(loaded.corpus), "findings": len(found)}
    return Checked(loaded.corpus, publishable, loaded.texts)


def _printer(project: Path, frames: Path, site: Path, checked: Checked) -> Printer:
    known = {"badan": imprint_of(checked), "repo": "", "rumah": None}
    return Printer(read_frames(frames), Renderer([project / "theme_overrides"], known), site)


def _pages(checked: Checked) -> Iterator[Page]:
    parts = parts_of(Publication.of(checked))
    return (page for part in parts for pages in part.pages for page in pages())


def read_and_check(project: Path, _frames: Path, _site: Path, measured: Measured) -> None:
    """Read and check only."""
    _checked(project, measured)


def print_site(project: Path, frames: Path, site: Path, measured: Measured) -> None:
    """Read, check, then render and write as a build does."""
    checked = _checked(project, measured)
    count = 0
    with measured.stage("print"), pause_gc():
        printer = _printer(project, frames, site, checked)
        for page in _pages(checked):
            write_new(site, f"{page.url}index.html", printer.html_of(page).encode())
            count += 1
    measured.figures["pages"] = count


def render_only(project: Path, frames: Path, site: Path, measured: Measured) -> None:
    """Read, check, then render every page to its last byte and write it nowhere."""
    checked = _checked(project, measured)
    with measured.stage("render"), pause_gc():
        printer = _printer(project, frames, site, checked)
        size = sum(len(printer.html_of(page).encode()) for page in _pages(checked))
    measured.figures["bytes"] = size


def write_floor(_project: Path, _frames: Path, site: Path, measured: Measured) -> None:
    """Write as many bytes into as many files at the same paths as `site` has, and nothing else."""
    sizes = [(p.relative_to(site).as_posix(), p.stat().st_size) for p in site.rglob("index.html")]
    folders = sorted(str(f.relative_to(site)) for f in site.rglob("*") if f.is_dir())
    page = memoryview(b"x" * max(size for _, size in sizes))
    target = f"{site}-dasar"
    with measured.stage("floor"):
        os.mkdir(target)  # noqa: PTH102 — a floor has nothing that can be left out
        for folder in folders:
            os.mkdir(f"{target}/{folder}")  # noqa: PTH102 — as above
        for path, size in sizes:
            file = os.open(f"{target}/{path}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.write(file, page[:size])
            os.close(file)


def review_changes(project: Path, _frames: Path, _site: Path, measured: Measured) -> None:
    """Read and check two states of the project that differ in a hundredth of the rows; compare."""
    disk = DiskFolder(project)
    paths = [entry.path for top in ("data", "content") for entry in disk.entries(top)]
    sizes = {path: disk.size(path) for path in paths}
    files = {path: _changed(path, disk.read(path)) for path in paths}
    with measured.stage("review"), pause_gc():
        memory = Memory()
        before = check_folder(StoredFolder(files, sizes), TODAY, memory)
        after = check_folder(disk, TODAY, memory)
        found = review(before, after, ComparedBase("dasar", "0" * 40), TouchedFiles())
        rendered(found, "markdown")
    measured.figures["changes"] = len(found.changes)


def _changed(path: str, raw: bytes) -> bytes:
    """Return every hundredth row of a list another code."""
    if not path.endswith(".csv") or "/dokumen/" in path:
        return raw
    lines = raw.split(b"\n")
    return b"\n".join(
        b"X" + line if n % 100 == 1 and line else line for n, line in enumerate(lines)
    )


def index_search(_project: Path, _frames: Path, site: Path, measured: Measured) -> None:
    """Index a printed site for the search; synonyms and names cost nothing by comparison."""
    with measured.stage("search"):
        index_site(site, Corpus((), {}, frozenset(), TODAY))


Job = Callable[[Path, Path, Path, Measured], None]
JOBS: dict[str, Job] = {
    job.__name__: job
    for job in (read_and_check, print_site, render_only, write_floor, review_changes, index_search)
}


def main() -> None:
    """Do the job named on the command line and print what was measured."""
    measured = Measured()
    project, frames, site = map(Path, sys.argv[2:5])
    JOBS[sys.argv[1]](project, frames, site, measured)
    print(json.dumps(measured.figures))


if __name__ == "__main__":
    main()
