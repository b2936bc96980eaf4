"""MkDocs with Material as most people use it: one Markdown page for each row, none in the nav."""

import shutil
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

from project import HEADINGS
from synthetic import lists_of, rows_of

_CONFIG = """\
site_name: Ukuran
theme: {name: material, font: false}
plugins: []
nav: [index.md]
validation: {nav: {omitted_files: ignore}}
"""


def missing() -> str:
    """Return the sentence that says why this cannot run; empty when it can."""
    return "" if find_spec("material") else "mkdocs-material belum terpasang."


def lay_out(folder: Path, rows: int) -> None:
    """Make a project with a Markdown page for each row."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(_CONFIG, "utf-8")
    (folder / "docs" / "index.md").write_text("# Ukuran\n", "utf-8")
    for one in lists_of(rows):
        place = folder / "docs" / one.folder / one.kind / str(one.tahun)
        place.mkdir(parents=True)
        for cells in rows_of(one):
            facts = "".join(
                f"| {name} | {cell} |\n"
                for name, cell in zip(HEADINGS[one.kind], cells, strict=True)
            )
            text = f"# {cells[1]}\n\n| Unsur | Isi |\n| --- | --- |\n{facts}"
            (place / f"{cells[0].lower()}.md").write_text(text, "utf-8")


def measure(folder: Path, site: Path) -> dict[str, float]:
    """Build once and give the figures; raises RuntimeError when MkDocs fails."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    clock = time.perf_counter()
    ended = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - clock
    if ended.returncode:
        raise RuntimeError(ended.stderr.strip())
    pages = sum(1 for _ in site.rglob("index.html"))
    shutil.rmtree(site)
    return {"material_s": seconds, "material_pages": pages}
