"""A table in normal form: comma, quotes only where needed, columns in the order of the model."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from ppid.checking.tidy.lines import unified
from ppid.checking.tidy.model import CannotTidyError
from ppid.diagnostics.model import Severity
from ppid.diagnostics.span import SourceText
from ppid.reading.files.csv_file import CsvFile, read_csv
from ppid.reading.files.csv_header import check_header
from ppid.reading.files.csv_layout import records
from ppid.reading.files.csv_survey import Stray, survey

_EMPTY = {Stray.BLANK, Stray.TRAILING}


def tidy_table(path: str, text: str, columns: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Give a table in normal form and what changed in it.

    Raises CannotTidyError where something would be lost: a broken record, an unknown column, or
    text outside of the rows.
    """
    table = _read(path, text, columns)
    order = [name for name in columns if name in table.header]
    rows = [[cell for _, cell in _cells(table, cells, order)] for _, cells in table.rows()]
    written = _written([order, *rows])
    again = _read(path, written, columns)
    if [cells for _, cells in again.rows()] != rows:
        raise CannotTidyError("Hasil rapihannya tidak sama isinya; laporkan sebagai cacat program")
    return written, tuple(_changes(table, order, text, written))


def _read(path: str, text: str, columns: Sequence[str]) -> CsvFile:
    table, found = read_csv(SourceText(path, text), columns)
    if table is None:
        raise CannotTidyError(found[0].message)
    found = [*found, *check_header(table, (), columns)]
    worst = next((d for d in found if d.severity is Severity.GALAT), None)
    if worst is not None:
        message = f"Baris {worst.span.line}: {worst.message}"
        raise CannotTidyError(message)
    _refuse_strays(table)
    return table


def _refuse_strays(table: CsvFile) -> None:
    """Raise for text that stands outside of the rows: it would be lost. Empty rows may go."""
    layout = table.layout
    seen = survey(records(table.source.text, layout.start, layout.separator), layout)
    lost = sorted(n for n, stray in seen.strays.items() if stray not in _EMPTY)
    if lost:
        line = table.record_span(lost[0]).line
        message = f"Baris {line} memuat tulisan di luar tabel; pindahkan atau hapus dahulu"
        raise CannotTidyError(message)


def _cells(table: CsvFile, cells: Sequence[str], order: Sequence[str]) -> Iterator[tuple[str, str]]:
    by_name = dict(zip(table.header, cells, strict=True))
    for name in order:
        yield name, unified(by_name[name]).strip()


def _written(table: Sequence[Sequence[str]]) -> str:
    text = StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(table)
    return text.getvalue()


def _changes(table: CsvFile, order: Sequence[str], before: str, after: str) -> Iterator[str]:
    if table.layout.separator != "," or table.layout.declared:
        yield "pemisah sel menjadi koma"
    if list(table.header) != list(order):
        yield "urutan kolom mengikuti bentuk baku"
    if table.layout.written_width > len(table.header):
        yield "kolom kosong di belakang dihapus"
    if any(cell != cell.strip() for _, cells in table.rows() for cell in cells):
        yield "spasi di tepi sel dihapus"
    if unified(before).removesuffix("\n") != after.removesuffix("\n"):
        yield "tanda kutip, baris kosong, dan tepi tabel dirapikan"
