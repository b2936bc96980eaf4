"""One sentence that says how a list stands: rows that are fine, cells to mend, answers wanted."""

from collections.abc import Sequence

from ppid.handing_in.intake.model import Intake
from ppid.handing_in.reply.entries import Entry, Level, by_cell
from ppid.handing_in.reply.questions import is_conflict
from ppid.values.numbers import format_bulat


def standing(intake: Intake, entries: Sequence[Entry]) -> str:
    """Say how a list stands, such as “12 dari 14 baris sudah baik; 3 sel perlu diperbaiki”."""
    wrong = {e.place for e in entries if e.level is Level.GALAT and e.place}
    about_file = sum(e.level is Level.GALAT and e.place is None for e in entries)
    conflicts = sum(map(is_conflict, intake.questions))
    asked = len(intake.questions) - conflicts
    said = [_rows_said(intake, entries)]
    if wrong:
        said.append(f"{format_bulat(len(wrong))} sel perlu diperbaiki")
    if about_file:
        said.append(f"{format_bulat(about_file)} hal tentang seluruh daftar perlu diperbaiki")
    if asked:
        said.append(f"{format_bulat(asked)} pertanyaan menunggu jawaban")
    if conflicts:
        said.append(f"{format_bulat(conflicts)} bentrokan menunggu pilihan")
    return f"{'; '.join(said)}."


def _rows_said(intake: Intake, entries: Sequence[Entry]) -> str:
    held = {
        (place.sheet, place.row)
        for place, found in by_cell(entries).items()
        if found[0].level in {Level.GALAT, Level.PERTANYAAN}
    }
    total = len(intake.rows)
    good = sum(
        held.isdisjoint((p.sheet, p.row) for places in row.places.values() for p in places)
        for row in intake.rows
    )
    if not total:
        return "Belum ada baris daftar yang terbaca"
    if good == total:
        return f"Semua {format_bulat(total)} baris sudah baik"
    return f"{format_bulat(good)} dari {format_bulat(total)} baris sudah baik"
