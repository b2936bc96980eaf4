"""Read a table in any dialect that a spreadsheet writes, and say what in it is no table."""

from collections.abc import Iterator, Sequence

from ppid.diagnostics.model import Diagnostic, Severity, diagnose
from ppid.diagnostics.span import SourceText, Span
from ppid.reading.files.csv_layout import SEPARATORS, find_layout, is_well_quoted, records
from ppid.reading.files.csv_survey import Stray, Survey, survey
from ppid.reading.files.csv_table import CsvFile
from ppid.reading.files.requirements import BRK_004, BRK_005, BRK_007

__all__ = ["CsvFile", "read_csv"]

_SAVE_AGAIN = (
    "Isinya terbaca. Agar seragam: di LibreOffice pilih Simpan Sebagai, “Text CSV”, pemisah “,”; "
    "di Excel ubah dahulu pemisah daftar Windows (Region, List separator) menjadi koma."
)
_NOT_PARSED = "Baris ini tidak ikut dibaca."
_QUOTED_LENGTH = 60

# The csv module keeps its limit for the length of a cell (131,072 characters) as global state. It
# is left alone: a cell that long is a forgotten quote, and other libraries rely on the setting.
_TOO_LONG = "field larger than field limit"


def read_csv(
    source: SourceText, known: Sequence[str] = ()
) -> tuple[CsvFile | None, list[Diagnostic]]:
    """Read a table whose heading is the record with most of the `known` columns."""
    layout = find_layout(source.text, known)
    if layout is None:
        message = "Berkas tabel ini kosong; baris judul kolom pun tidak ada"
        return None, [diagnose(BRK_004, source.span_between(0, 0), message)]
    all_records = records(source.text, layout.start, layout.separator)
    seen = survey(all_records, layout)
    table = CsvFile(source, layout, seen)
    return table, [*_separator_findings(table), *_stray_findings(table, seen)]


def _separator_findings(table: CsvFile) -> Iterator[Diagnostic]:
    layout = table.layout
    name = SEPARATORS[layout.separator]
    if layout.declared:
        message = f"Sel dipisah dengan {name} menurut baris “sep=” di awal berkas"
        span = table.source.span_between(0, len(table.source.line_text(1)))
    elif layout.separator != ",":
        message = f"Sel dipisah dengan {name}, bukan koma"
        first = table.heading_span(0)
        end = table.source.offset_of(first.end_line, first.end_column)
        span = table.source.span_between(end, end + 1)
    else:
        return
    yield diagnose(BRK_004, span, message, severity=Severity.SARAN, hint=_SAVE_AGAIN)


def _stray_findings(table: CsvFile, seen: Survey) -> Iterator[Diagnostic]:
    for stray, first, last in seen.blocks():
        if stray is Stray.BROKEN:
            yield _broken(table, first, seen.reasons[first])
        elif stray in {Stray.SHORT, Stray.LONG}:
            yield _miscounted(table, first, seen.counts[first], stray)
        elif stray is not Stray.TRAILING:
            message = _stray_message(table, stray, first, last)
            yield diagnose(BRK_007, table.record_span(first, last), message)


def _broken(table: CsvFile, record: int, reason: str) -> Diagnostic:
    cells = table.cells_as_written(record)
    if reason.startswith(_TOO_LONG):
        place = max(cells, key=lambda cell: len(_written(table, cell)))
        message = "Sel ini lebih dari 131.072 karakter; mungkin tanda kutipnya tidak ditutup"
        return diagnose(BRK_005, _first_character(place), message)
    bad = (cell for cell in cells if not is_well_quoted(_written(table, cell)))
    place = next(bad, cells[-1])
    if reason.startswith("unexpected end"):
        message = "Tanda kutip yang dibuka di sini tidak ditutup sampai akhir berkas"
    else:
        message = "Tanda kutip yang dibuka di sini ditutup di tengah teks"
    hint = 'Tambahkan kutip penutup; tanda kutip di dalam teks ditulis dua kali ("").'
    return diagnose(BRK_005, _first_character(place), message, hint=hint)


def _miscounted(table: CsvFile, record: int, count: int, stray: Stray) -> Diagnostic:
    width = len(table.header)
    message = f"Baris ini memuat {count} sel, padahal judul kolomnya {width}"
    span = table.record_span(record)
    if stray is Stray.LONG:
        # Point at the first cell that has no heading and is not empty.
        beyond = table.cells_as_written(record)[width:]
        span = next((cell for cell in beyond if _written(table, cell).strip('" ')), span)
    return diagnose(BRK_005, span, message)


def _stray_message(table: CsvFile, stray: Stray, first: int, last: int) -> str:
    count = last - first + 1
    text = _shown(table, first)
    more = f" dan {count - 1} baris sesudahnya" if count > 1 else ""
    return {
        Stray.ABOVE: f"“{text}”{more} berada di atas judul kolom",
        Stray.BLANK: f"Ada {count} baris kosong di tengah tabel",
        Stray.LONE: f"“{text}”{more} berdiri sendiri di tengah tabel, seperti judul kelompok",
        Stray.BELOW: f"“{text}”{more} berada di bawah tabel, seperti catatan atau tanda tangan",
        Stray.HEADER: "Judul kolom ditulis lagi di tengah tabel",
        Stray.NUMBERING: "Baris ini hanya memuat nomor kolom",
    }[stray] + ("" if stray is Stray.BLANK else f". {_NOT_PARSED}")


def _shown(table: CsvFile, record: int) -> str:
    """Give the first filled cell of a record, shortened."""
    for cell in table.cells_as_written(record):
        text = " ".join(_written(table, cell).strip('" ').split())
        if text:
            return text if len(text) <= _QUOTED_LENGTH else text[: _QUOTED_LENGTH - 1] + "…"
    return ""


def _written(table: CsvFile, cell: Span) -> str:
    start = table.source.offset_of(cell.line, cell.column)
    return table.source.text[start : table.source.offset_of(cell.end_line, cell.end_column)]


def _first_character(cell: Span) -> Span:
    return cell._replace(end_line=cell.line, end_column=cell.column + 1)
