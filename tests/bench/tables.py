"""The figures as tables in the terminal."""

from collections.abc import Iterable, Mapping

from aims import Aim, Rivals
from rich.console import Console
from rich.table import Table
from runs import STAGES, Result

_NAMES = {
    "read": "baca",
    "check": "periksa",
    "render": "cetak saja",
    "print": "cetak dan tulis",
    "floor": "dasar tulis",
    "review": "tinjau",
    "search": "pencarian",
}
_MET = {True: "tercapai", False: "belum", None: "–"}


def show(ours: Mapping[int, Result], rivals: Rivals, wishes: Iterable[Aim]) -> None:
    """Print everything that was measured, then the aims."""
    console = Console(width=110)
    console.print(_stages(ours))
    if rivals:
        console.print(_others(rivals))
    console.print(_aims(wishes))


def _stages(ours: Mapping[int, Result]) -> Table:
    table = Table(title="Nilai tengah; “CPU” waktu prosesor, yang tidak terganggu proses lain")
    table.add_column("Tahap")
    for name in ("Baris", "Detik", "CPU", "µs CPU per baris", "MiB puncak", "× dasar"):
        table.add_column(name, justify="right")
    for rows, result in ours.items():
        for stage in (*STAGES, "search"):
            if f"{stage}_s" in result.values:
                table.add_row(*_stage(stage, rows, result))
        table.add_section()
    return table


def _stage(stage: str, rows: int, result: Result) -> tuple[str, ...]:
    floor = result.middle("floor_cpu_s")
    of_floor = result.middle(f"{stage}_cpu_s") / floor if stage in {"render", "print"} else 0
    return (
        _NAMES[stage],
        str(rows),
        f"{result.middle(f'{stage}_s'):.2f}",
        f"{result.middle(f'{stage}_cpu_s'):.2f}",
        f"{result.per_row(stage):.1f}",
        f"{max(result.values[f'{stage}_mb']):.0f}",
        f"{of_floor:.1f}" if of_floor else "",
    )


def _others(rivals: Rivals) -> Table:
    table = Table("Program lain", title="Pembanding dengan baris yang sama")
    for name in ("Baris", "Detik", "Per detik", "Byte per halaman"):
        table.add_column(name, justify="right")
    for (name, rows), result in rivals.items():
        key = "validate" if name == "frictionless" else name
        count = result.middle(f"{key}_rows" if name == "frictionless" else f"{key}_pages")
        seconds = result.middle(f"{key}_s")
        size = result.middle("hugo_bytes") / count if name == "hugo" else 0
        rate = f"{count / seconds:.0f}"
        table.add_row(name, str(rows), f"{seconds:.2f}", rate, f"{size:.0f}" if size else "")
    return table


def _aims(wishes: Iterable[Aim]) -> Table:
    table = Table("Sasaran", "Terukur", "Keadaan", title="Sasaran")
    for aim in wishes:
        table.add_row(aim.wish, aim.measured, _MET[aim.met])
    return table
