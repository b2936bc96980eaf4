"""Where the time of a build goes: `python tests/bench/stages.py [project] [--tanggal …]`.

One process makes what a build makes, stage after stage, with a clock between; what several stages
ask for (completeness, events, papers) is made once, and before them.
"""

import argparse
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

from child import peak
from frames import print_frames, read_frames
from project import REPOSITORY
from rich.console import Console
from rich.table import Table

from ppid.checking.check import Checked, check
from ppid.checking.load import load
from ppid.core.corpus import pause_gc
from ppid.core.manifest import write_manifest
from ppid.diagnostics.diagnostic import in_order
from ppid.history.read import read_past
from ppid.publishing import exports, pages
from ppid.publishing.build import Made, Printer, SitePart
from ppid.publishing.catalogue import catalogue_of
from ppid.publishing.dead_links import find_dead_links
from ppid.publishing.publication import Publication
from ppid.publishing.render import Renderer
from ppid.publishing.search import index_site
from ppid.publishing.site_header import imprint_of
from ppid.publishing.structured_data import StructuredData

DERIVED = ("completeness", "events", "histories", "changes", "citations", "sheets")


class Clock:
    """Processor seconds by stage, with the files and bytes that each stage wrote."""

    def __init__(self, site: Path) -> None:
        """Start with none; `site` is where the stages write."""
        self.site = site
        self.taken: dict[str, tuple[float, int, int]] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure what happens inside the block."""
        before, started = set(self._files()), time.process_time()
        yield
        took = time.process_time() - started
        new = set(self._files()) - before
        self.taken[name] = took, len(new), sum(path.stat().st_size for path in new)

    def _files(self) -> Iterable[Path]:
        return (path for path in self.site.rglob("*") if path.is_file())


def main() -> None:
    """Measure a project and print the table."""
    parser = argparse.ArgumentParser(description="Mengukur tahap-tahap pembangunan situs.")
    parser.add_argument("proyek", type=Path, nargs="?", default=REPOSITORY)
    parser.add_argument("--tanggal", type=date.fromisoformat, default=date(2026, 11, 30))
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="ppid-tahap-") as made:
        clock = Clock(Path(made) / "situs")
        clock.site.mkdir()
        with pause_gc():
            _build(wanted.proyek.resolve(), wanted.tanggal, Path(made), clock)
    _show(clock)


def _build(root: Path, today: date, folder: Path, clock: Clock) -> None:
    (folder / "bingkai").mkdir()
    print_frames(root, folder / "bingkai")
    with clock.stage("baca"):
        loaded = load(root, today)
    with clock.stage("periksa"):
        found = in_order([*loaded.diagnostics, *check(loaded.corpus)])
    checked = Checked(loaded.corpus, tuple(found), loaded.texts)
    with clock.stage("riwayat git"):
        past = read_past(root, checked.corpus)
    publication = Publication.of(checked, "", past)
    for name in DERIVED:
        with clock.stage(f"turunan: {name}"):
            getattr(publication, name)
    with clock.stage("turunan: papers"):
        for daftar in publication.lists:
            publication.papers_of(daftar)
    known = {"badan": imprint_of(checked), "repo": "", "rumah": None}
    renderer = Renderer([root / "theme_overrides"], known)
    structured = StructuredData.of(publication)
    printer = Printer(read_frames(folder / "bingkai"), renderer, clock.site, structured=structured)
    made = Made()
    for module in _modules(pages):
        with clock.stage(f"susun: {_name(module)}"):
            found_pages = list(_asked(module, "pages", publication))
        with clock.stage(f"cetak: {_name(module)}"):
            made.take(printer.make(SitePart(pages=(partial(iter, found_pages),))))
    for module in _modules(exports):
        with clock.stage(f"unduhan: {_name(module)}"):
            asked = partial(_asked, module, "exports", publication)
            made.take(printer.make(SitePart(exports=(asked,))))
    with clock.stage("katalog"):
        described = Made()
        for export in catalogue_of(publication, made.data):
            described.write(export, clock.site)
        made.take(described)
    with clock.stage("pencarian"):
        index_site(clock.site, checked.corpus, made.found)
    with clock.stage("manifes"):
        write_manifest(clock.site, "", "", made.digests)
    with clock.stage("tautan mati"):
        find_dead_links(clock.site, "", made.links, made.digests)


def _asked(module: ModuleType, name: str, publication: Publication) -> Iterator[Any]:
    """Yield what a module makes of the whole and of every OPD."""
    if hasattr(module, name):
        yield from getattr(module, name)(publication)
    if hasattr(module, f"{name}_of_opd"):
        for opd in publication.opds:
            yield from getattr(module, f"{name}_of_opd")(opd, publication)


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for module in iter_modules(package.__path__):
        yield import_module(f"{package.__name__}.{module.name}")


def _name(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]


def _show(clock: Clock) -> None:
    table = Table("Tahap", title=f"Waktu prosesor; memori puncak {peak():.0f} MiB")
    for name in ("Detik", "%", "Berkas", "MB", "µs per berkas", "ns per byte"):
        table.add_column(name, justify="right")
    whole = sum(seconds for seconds, _, _ in clock.taken.values())
    for stage, (seconds, files, size) in clock.taken.items():
        row = [stage, f"{seconds:.2f}", f"{100 * seconds / whole:.1f}"]
        row += [str(files), f"{size / 1e6:.1f}"] if files else ["", ""]
        row += [f"{seconds / files * 1e6:.0f}", f"{seconds / size * 1e9:.0f}"] if files else []
        table.add_row(*row)
    table.add_section()
    table.add_row("seluruhnya", f"{whole:.2f}")
    Console(width=100).print(table)


if __name__ == "__main__":
    main()
