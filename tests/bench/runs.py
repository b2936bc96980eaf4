"""Start children, repeat them, and take medians."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from project import lay_out

BENCH = Path(__file__).parent
STAGES = ("read", "check", "render", "print", "floor", "review")
_MANY, _FEW = 5, 2
_LARGE = 50_000


@dataclass(slots=True)
class Result:
    """The figures of one number of rows: each name with what every repetition gave."""

    rows: int
    values: dict[str, list[float]] = field(default_factory=dict)

    def take(self, figures: dict[str, float]) -> None:
        """Add the figures of one child."""
        for name, value in figures.items():
            self.values.setdefault(name, []).append(value)

    def middle(self, name: str) -> float:
        """Return the median of a figure; raises KeyError when it was not measured."""
        return median(self.values[name])

    def per_row(self, stage: str) -> float:
        """Return the processor time of a stage in microseconds for each row."""
        return self.middle(f"{stage}_cpu_s") / self.rows * 1e6

    @property
    def peak(self) -> float:
        """The most memory, in MiB, that reading, checking and printing took in one process."""
        return max(self.values["print_mb"])


def repetitions(rows: int) -> int:
    """Tell how often a size is measured when nobody says: large ones take minutes."""
    return _FEW if rows >= _LARGE else _MANY


def measure(rows: int, folder: Path, times: int, *, search: bool) -> Result:
    """Measure every stage for one number of rows, `times` times over."""
    result = Result(rows)
    project, site = folder / f"proyek-{rows}", folder / f"situs-{rows}"
    project.mkdir()
    result.take({"lists": lay_out(project, rows)})
    for number in range(times):
        for job in ("print_site", "write_floor", "render_only", "review_changes"):
            result.take(child(job, project, folder / "bingkai", site))
        if search and number == 0:
            result.take(child("index_search", project, folder / "bingkai", site))
        shutil.rmtree(site)
        shutil.rmtree(f"{site}-dasar")
    shutil.rmtree(project)
    return result


def child(job: str, *folders: Path) -> dict[str, float]:
    """Run one job of `child.py` in a process of its own."""
    return answer_of([sys.executable, str(BENCH / "child.py"), job, *map(str, folders)])


def answer_of(command: Sequence[str]) -> dict[str, float]:
    """Run a command that prints one JSON object last; raises RuntimeError when it fails."""
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise RuntimeError(ended.stderr.strip() or ended.stdout.strip())
    answer: dict[str, float] = json.loads(ended.stdout.splitlines()[-1])
    return answer
