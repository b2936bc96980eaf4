"""How evidence stands to its clock, read on the last day of the year or, if earlier, today."""

from datetime import date

from ppid.assessing.model import Kesegaran, Obligation
from ppid.checking.rules.freshness import day_of_year
from ppid.kinds.acuan.kewajiban import Tenggat
from ppid.values.tanggal import months_before


def judging_day(tahun: int, today: date) -> date:
    """Give the day by which a year is judged: old years are not blamed for having grown old."""
    return min(date(tahun, 12, 31), today)


def due_day(clock: Tenggat | None, tahun: int) -> date | None:
    """Give the day by which something is due in the following year; None without such a day."""
    if clock is None or clock.batas is None:
        return None
    return day_of_year(tahun + 1, clock.batas)


def freshness(obligation: Obligation, touched: date | None, tahun: int, day: date) -> Kesegaran:
    """Hold the day of evidence against the clock of its obligation."""
    clock = obligation.tenggat
    due = due_day(clock, tahun)
    if clock is None or (due is None and clock.bulan is None):
        return Kesegaran.TANPA_TENGGAT
    if touched is None:
        return Kesegaran.TIDAK_DIKETAHUI
    in_time = touched <= due if due else touched >= months_before(day, clock.bulan or 0)
    return Kesegaran.TEPAT if in_time else Kesegaran.LEWAT
