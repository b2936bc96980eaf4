"""The sheets that account for the rest: what was put right by itself, and what goes nowhere."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from ppid.handing_in.intake.from_template import OF_TEMPLATE
from ppid.handing_in.intake.model import Intake, Unused
from ppid.handing_in.reply.entries import Written
from ppid.handing_in.reply.harmless import harmless
from ppid.handing_in.reply.names import SHEET
from ppid.handing_in.reply.paper import MOST_ROWS, Column, Paper
from ppid.handing_in.reply.told import Told
from ppid.values.numbers import format_bulat

_CELLS_NAMED: Final = 20
"""Cells of one reason that are named; the others are counted."""


def repairs_paper(told: Told, written: Written) -> Paper:
    columns = (
        Column("No", 5),
        Column("Lembar", 13),
        Column("Sel", 7),
        Column("Kolom", 16),
        Column("Semula", 40),
        Column("Menjadi", 40),
        Column("Mengapa", 46),
        Column("Tingkat", 18),
    )
    rows = [
        (
            number,
            told.tab(repair.place),
            told.goto(repair.place),
            written.title(repair.place),
            harmless(repair.before),
            harmless(repair.after),
            harmless(repair.reason),
            "Sudah dirapikan",
        )
        for number, repair in enumerate(told.intake.repairs[:MOST_ROWS], 1)
    ]
    return Paper(
        f"{SHEET} - Dirapikan",
        f"Sudah dirapikan otomatis: {format_bulat(len(told.intake.repairs))} sel.",
        "Tidak perlu dikerjakan lagi. Sel di berkas ini tetap seperti semula.",
        columns,
        rows,
    )


def unused_paper(told: Told) -> Paper:
    columns = (
        Column("No", 5),
        Column("Sebab", 60),
        Column("Banyaknya", 11),
        Column("Lembar", 20),
        Column("Sel", 40),
    )
    found = list(_by_reason(told.intake))
    rows = [(number, *row) for number, row in enumerate(found, 1)]
    return Paper(
        f"{SHEET} - Tidak dipakai",
        f"Tidak dipakai: {format_bulat(sum(row[1] for row in found))} sel.",
        "Isi sel ini tidak masuk ke daftar. Bila ada yang semestinya masuk, pindahkan ke tabel.",
        columns,
        rows[:MOST_ROWS],
    )


def _by_reason(intake: Intake) -> Iterator[tuple[str, int, str, str]]:
    """Yield a row for each reason and sheet: the reason, how many cells, the sheet, which cells."""
    theirs = [unused for unused in intake.unused if unused.reason != OF_TEMPLATE]
    ordered = sorted(theirs, key=lambda each: (*_group(each), each.cell.place))
    for (reason, sheet), group in groupby(ordered, _group):
        cells = [each.cell.place.cell for each in group]
        more = len(cells) - _CELLS_NAMED
        rest = [f"dan {format_bulat(more)} lagi"] if more > 0 else []
        yield harmless(reason), len(cells), sheet, ", ".join([*cells[:_CELLS_NAMED], *rest])


def _group(unused: Unused) -> tuple[str, str]:
    return unused.reason, unused.cell.place.sheet
