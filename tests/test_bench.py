"""The benchmark must keep running: fifty rows through every stage, no figures judged."""

import importlib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

BENCH = Path(__file__).parent / "bench"
ROWS = 50
Modules = Callable[[str], ModuleType]


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Modules:
    monkeypatch.syspath_prepend(str(BENCH))
    return importlib.import_module


@pytest.mark.long
def test_every_stage_is_measured_on_fifty_rows(
    bench: Modules, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    child, runs = bench("child"), bench("runs")
    project, frames, site = (tmp_path / name for name in ("proyek", "bingkai", "situs"))
    for folder in (project, frames):
        folder.mkdir()
    assert bench("project").lay_out(project, ROWS) == 1
    bench("frames").print_frames(project, frames)
    result = runs.Result(ROWS)
    for job in ("print_site", "write_floor", "render_only", "review_changes"):
        measured = child.Measured()
        child.JOBS[job](project, frames, site, measured)
        result.take(measured.figures)
    assert result.middle("pages") > ROWS
    assert result.middle("changes") == 1
    assert (tmp_path / "situs-dasar" / "index.html").stat().st_size > 0
    wishes = list(bench("aims").aims({10_000: result, 100_000: result}, {}))
    bench("tables").show({ROWS: result}, {}, wishes)
    assert "cetak dan tulis" in capsys.readouterr().out


def test_rows_are_the_same_on_every_run(bench: Modules):
    synthetic = bench("synthetic")
    lists = list(synthetic.lists_of(100_000))
    assert len(lists) == 333
    assert sum(one.rows for one in lists) == 100_000
    codes = [cells[0] for cells in synthetic.rows_of(lists[0])]
    assert len(set(codes)) == lists[0].rows
    assert list(synthetic.rows_of(lists[1])) == list(synthetic.rows_of(lists[1]))
