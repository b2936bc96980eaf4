"""Figures of the service in words, sums and charts, shared by the pages of reports."""

from collections.abc import Sequence
from dataclasses import dataclass

from ppid.core.page import Cell, Figure
from ppid.kinds.layanan import LaporanLayanan, Permohonan
from ppid.kinds.wording import format_bulat, number
from ppid.publishing.charts import Chart, Series, draw
from ppid.values.numbers import format_desimal

COLUMNS = ("Diterima", "Dikabulkan seluruhnya", "Dikabulkan sebagian", "Ditolak", "Dalam proses")
_OUTCOMES = COLUMNS[1:]
UNKNOWN = "tidak dicatat"


@dataclass(frozen=True, slots=True)
class Sum:
    """Requests and what became of them, in one report or many."""

    diterima: int = 0
    dikabulkan_seluruhnya: int = 0
    dikabulkan_sebagian: int = 0
    ditolak: int = 0
    dalam_proses: int = 0

    @property
    def dikabulkan(self) -> int:
        """Requests that were granted, wholly or in part."""
        return self.dikabulkan_seluruhnya + self.dikabulkan_sebagian

    @property
    def outcomes(self) -> tuple[int, int, int, int]:
        """What became of the requests, in the order of the columns."""
        granted = (self.dikabulkan_seluruhnya, self.dikabulkan_sebagian)
        return (*granted, self.ditolak, self.dalam_proses)

    def cells(self) -> tuple[Cell, ...]:
        """Show the figures in the order of `COLUMNS`."""
        return tuple(map(number, (self.diterima, *self.outcomes)))


def sum_of(found: Sequence[LaporanLayanan]) -> Sum:
    """Add up the requests of reports."""
    asked: list[Permohonan] = [laporan.permohonan for laporan in found]
    return Sum(
        sum(one.diterima for one in asked),
        sum(one.dikabulkan_seluruhnya for one in asked),
        sum(one.dikabulkan_sebagian for one in asked),
        sum(one.ditolak for one in asked),
        sum(one.dalam_proses for one in asked),
    )


def said(total: Sum) -> str:
    """Say what came in and what became of it."""
    parts = [
        (total.dikabulkan_seluruhnya, "dikabulkan seluruhnya"),
        (total.dikabulkan_sebagian, "dikabulkan sebagian"),
        (total.ditolak, "ditolak"),
        (total.dalam_proses, "masih dalam proses"),
    ]
    words = ", ".join(f"{format_bulat(n)} {what}" for n, what in parts if n)
    asked = f"{format_bulat(total.diterima)} permohonan diterima"
    return f"{asked}: {words}." if words else f"{asked}."


def title_of(title: str, found: Sequence[LaporanLayanan]) -> str:
    """Mark the title of a chart that shows demonstration figures."""
    return f"{title} (contoh)" if any(laporan.contoh for laporan in found) else title


def outcomes_figure(
    name: str, title: str, description: str, rows: Sequence[tuple[str, Sum | None]]
) -> Figure:
    """Draw what became of requests, one bar a row; None where nothing was reported."""
    series = tuple(
        Series(label, tuple(one.outcomes[i] if one else None for _, one in rows))
        for i, label in enumerate(_OUTCOMES)
    )
    return draw(Chart(name, title, description, tuple(label for label, _ in rows), series))


def average_of(laporan: LaporanLayanan) -> Cell:
    """Show the average time of an answer."""
    if laporan.waktu is None:
        return Cell(UNKNOWN)
    return Cell(format_desimal(laporan.waktu.rata_rata_hari_kerja), number=True)


def longest_of(laporan: LaporanLayanan) -> Cell:
    """Show the longest time of an answer."""
    longest = laporan.waktu.terlama_hari_kerja if laporan.waktu else None
    return Cell(UNKNOWN) if longest is None else number(longest)


def index_of(laporan: LaporanLayanan) -> Cell:
    """Show the index of satisfaction with its scale."""
    if laporan.kepuasan is None:
        return Cell(UNKNOWN)
    return Cell(f"{format_desimal(laporan.kepuasan.nilai)} dari {laporan.kepuasan.skala}")


def kind_of(laporan: LaporanLayanan) -> Cell:
    """Say whether figures are a demonstration."""
    return Cell("contoh" if laporan.contoh else "resmi")
