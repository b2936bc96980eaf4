"""Other programs on the same rows, each once per size; one that is missing is skipped."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import rival_frictionless
import rival_hugo
import rival_material
from project import lay_out, write_one_table
from runs import BENCH, Result, answer_of, child, repetitions

MATERIAL_ROWS = 1_000
Rival = Callable[[int, Path], Result]


def hugo(rows: int, folder: Path) -> Result:
    """Print the same rows with Hugo."""
    result = Result(rows)
    project = folder / "hugo"
    rival_hugo.lay_out(project, folder / "bingkai", rows)
    for _ in range(repetitions(rows)):
        result.take(rival_hugo.measure(project, folder / "hugo-situs"))
    shutil.rmtree(project)
    return result


def material(rows: int, folder: Path) -> Result:
    """Print rows as Markdown pages with MkDocs and Material."""
    result = Result(rows)
    rival_material.lay_out(folder / "material", rows)
    result.take(rival_material.measure(folder / "material", folder / "material-situs"))
    shutil.rmtree(folder / "material")
    return result


def frictionless(rows: int, folder: Path) -> Result:
    """Validate DIP rows in one CSV, and read and check the very same rows ourselves."""
    result = Result(rows)
    table, project = folder / "dip.csv", folder / "dip"
    write_one_table(table, rows)
    project.mkdir()
    lay_out(project, rows, ("dip",))
    program = str(BENCH / "rival_frictionless.py")
    for _ in range(repetitions(rows)):
        result.take(answer_of([sys.executable, program, str(table)]))
        result.take(child("read_and_check", project, folder, folder))
    shutil.rmtree(project)
    table.unlink()
    return result


MISSING: dict[str, Callable[[], str]] = {
    "hugo": rival_hugo.missing,
    "material": rival_material.missing,
    "frictionless": rival_frictionless.missing,
}
RIVALS: dict[str, Rival] = {"hugo": hugo, "material": material, "frictionless": frictionless}
