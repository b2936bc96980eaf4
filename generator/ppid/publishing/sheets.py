"""Tables as files: each list as CSV, all rows of DIP and of DIK, and how CSV and XLSX are written.

UTF-8 with a byte order mark: without it Excel takes the text for the code page of the computer and
shows “Bidang SD – SMP” as rubbish; every other program skips the mark. Lines and quotes
follow RFC 4180. `values.cells.guarded` keeps cells from being run as formulas; in a workbook a text
is written as one.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import StrEnum
from io import BytesIO, StringIO
from typing import Final, get_args

from pydantic import BaseModel
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ppid.core.corpus import Corpus
from ppid.core.page import Export
from ppid.diagnostics.places import RecordId
from ppid.kinds.badan import identitas_of
from ppid.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik, list_name
from ppid.kinds.dik.model import InformasiDikecualikan, periode_of
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.rows import MODELS, published_columns, rows_of
from ppid.kinds.wording import DAFTAR
from ppid.values.cells import guarded


class ColumnType(StrEnum):
    """What the values of a column are, in the words of Table Schema."""

    TEXT = "string"
    NUMBER = "integer"
    DECIMAL = "number"
    DAY = "date"
    YES_NO = "boolean"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a published table: its name in every file, and what it says to readers."""

    name: str
    title: str
    description: str
    type: ColumnType = ColumnType.TEXT


OPD: Final = Column(
    "opd", "OPD", "Nama folder perangkat daerah, sama seperti dalam alamat halamannya."
)
ENDS: Final = Column(
    "berakhir",
    "Berakhir",
    "Hari terakhir pengecualian, dihitung; kosong bila tidak dapat dihitung.",
    ColumnType.DAY,
)
EXAMPLE: Final = Column(
    "contoh",
    "Contoh",
    "“ya” bila datanya peragaan, “tidak” bila data resmi.",
    ColumnType.YES_NO,
)
BODY: Final = (
    Column("badan", "Badan publik", "Nama badan publik yang menerbitkan data ini."),
    Column(
        "kode_wilayah",
        "Kode wilayah",
        "Kode wilayah Kemendagri; kosong bila bukan pemerintah daerah atau belum dicatat.",
    ),
)
"""Columns that every table has, so that those of several bodies can be joined."""
_YEAR: Final = Column("tahun", "Tahun", "Tahun daftar.", ColumnType.NUMBER)
_ADDED: Final = {column.name: column for column in (OPD, _YEAR, ENDS, EXAMPLE, *BODY)}
"""Columns that stand behind those of the list itself, by their names (`ADDED_COLUMNS`)."""
COMPLETENESS_SCHEMA: Final = "kelengkapan/kelengkapan.schema.json"
HANDING_IN_SCHEMA: Final = "kelengkapan/penyerahan.schema.json"
VERIFICATION_SCHEMA: Final = "kelengkapan/verifikasi.schema.json"
GROUNDS_SCHEMA: Final = "informasi/dikecualikan/alasan/alasan.schema.json"
INDEX_URL: Final = "api/v1/index.json"
INDEX_SCHEMA: Final = "api/v1/index.schema.json"
OPENAPI_URL: Final = "api/v1/openapi.json"
PACKAGE_URL: Final = "datapackage.json"
CATALOGUE_JSON_LD: Final = "api/v1/katalog.jsonld"
CATALOGUE_RDF_XML: Final = "api/v1/katalog.rdf"
CKAN_URL: Final = "data.json"
JDIHN_URL: Final = "feed/document.json"


def schema_url(rows: str) -> str:
    """Return the address of the schema of the JSON twin of an item of a list: “dik” or “dip”."""
    return f"api/v1/{rows}.schema.json"


def list_schema_url(rows: str) -> str:
    """Return the address of the schema of the JSON twin of a whole list: “dik” or “dip”."""
    return f"api/v1/daftar-{rows}.schema.json"


def table_schema_url(table: str) -> str:
    """Return the address of the description of the columns of a table, a Table Schema."""
    return f"api/v1/tabel/{table}.json"


def latest_url(opd: str, rows: str, form: str) -> str:
    """Return the address that the newest list of an OPD always has: “json” or “csv”."""
    return f"api/v1/terkini/{opd}/{rows}.{form}"


def list_title(daftar: Daftar, corpus: Corpus) -> str:
    """Name a list with its OPD: “DIK 2025 Dinas Contoh”."""
    profil = corpus.get(ProfilOpd, daftar.id.opd)
    return f"{list_name(daftar.id)} {profil.nama if profil else daftar.id.opd}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of rows, ready to be published."""

    export: Export
    rows: int

    @property
    def size(self) -> int:
        return len(self.export.content)


def sheets_of(corpus: Corpus) -> Mapping[RecordId, Sheet]:
    """Return the file of every list that has rows."""
    lists: list[Daftar] = [*corpus.of(DaftarPublik), *corpus.of(DaftarDikecualikan)]
    return {daftar.id: sheet_of(daftar, corpus) for daftar in lists if rows_of(daftar, corpus)}


def sheets_of_all(sheets: Mapping[RecordId, Sheet]) -> Mapping[str, Sheet]:
    """Return for “dip” and “dik” the rows of all lists below one heading, by OPD and year."""
    found = {}
    for rows in ("dip", "dik"):
        own = sorted(item for item in sheets.items() if item[0].kind == f"daftar-{rows}")
        heading = csv_bytes((), heading_of(rows))
        parts = [sheet.export.content[len(heading) :] for _, sheet in own]
        content = b"".join((heading, *parts))
        title = f"Isi semua {DAFTAR[rows]}"
        export = Export(f"unduhan/{rows}.csv", content, title, table_schema_url(rows))
        found[rows] = Sheet(export, sum(sheet.rows for _, sheet in own))
    return found


def columns_of(rows: str) -> tuple[Column, ...]:
    """Return the columns of a file of DIK or DIP rows."""
    model = MODELS[rows]
    return tuple(_ADDED.get(name) or column_of(model, name) for name in heading_of(rows))


def heading_of(rows: str) -> tuple[str, ...]:
    """Return the first line of a file of DIK or DIP rows."""
    return published_columns(rows)


def column_of(model: type[BaseModel], field: str) -> Column:
    """Return the column that takes the values of a field of a record."""
    info = model.model_fields[field]
    wanted = {info.annotation, *get_args(info.annotation)}
    sorts = {
        bool: ColumnType.YES_NO,
        int: ColumnType.NUMBER,
        Decimal: ColumnType.DECIMAL,
        date: ColumnType.DAY,
    }
    sort = next((named for type_, named in sorts.items() if type_ in wanted), ColumnType.TEXT)
    return Column(field, info.title or field, info.description or "", sort)


def sheet_of(daftar: Daftar, corpus: Corpus) -> Sheet:
    """Write one list, whether it has rows or not."""
    _, opd, tahun, _ = daftar.id
    table = list(row_values(daftar, corpus))
    url = f"opd/{opd}/{daftar.rows}/{tahun}/{daftar.rows}-{opd}-{tahun}.csv"
    content = csv_bytes(table, heading_of(daftar.rows))
    title, day = list_title(daftar, corpus), daftar.disampaikan or daftar.ditetapkan
    export = Export(url, content, title, table_schema_url(daftar.rows), day)
    return Sheet(export, len(table))


def row_values(daftar: Daftar, corpus: Corpus) -> Iterator[Mapping[str, object]]:
    """Yield what stands in the columns of each row of a list."""
    names = tuple(MODELS[daftar.rows].model_fields)
    last = {
        "opd": daftar.id.opd,
        "tahun": daftar.id.tahun,
        "contoh": daftar.contoh,
        **identitas_of(corpus).kolom,
    }
    for row in rows_of(daftar, corpus):
        values = {name: getattr(row, name) for name in names} | last
        if isinstance(row, InformasiDikecualikan):
            values["berakhir"] = periode_of(row, corpus).berakhir
        yield values


def csv_bytes(rows: Iterable[Mapping[str, object]], columns: Sequence[str] = ()) -> bytes:
    """Return a table as a CSV file; without `columns` they are those of the first row."""
    text, table = StringIO(newline=""), list(rows)
    writer = csv.writer(text)
    names = columns or tuple(table[0] if table else ())
    writer.writerow(names)
    for row in table:
        writer.writerow(guarded(_cell_text(row.get(name))) for name in names)
    return text.getvalue().encode("utf-8-sig")


def _cell_text(value: object) -> str:
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return "" if value is None else str(value)


_NO_CLOCK: Final = datetime(1980, 1, 1, tzinfo=UTC)
_WIDEST, _LETTERS_BESIDE = 60, 3
"""Letters that a column is wide at most, and those beside its longest text."""


def xlsx_bytes(
    title: str, notes: Sequence[str], tables: Mapping[str, Sequence[Mapping[str, object]]]
) -> bytes:
    """Return tables as a workbook: a sheet for each, with filters, below a title and notes.

    A column is known by its heading; those of a sheet are the ones of its first row. Texts stay
    texts also where they look like formulas, and the same tables give the same bytes.
    """
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"title": title, "created": _NO_CLOCK})
        bold = book.add_format({"bold": True})
        head = book.add_format({"bold": True, "bg_color": "#E6EEEC", "border": 1})
        day = book.add_format({"num_format": "[$-421]d mmm yyyy", "align": "left"})
        for name, rows in tables.items():
            sheet, columns = book.add_worksheet(name), tuple(rows[0] if rows else ())
            sheet.write_string(0, 0, title, bold)
            for at, note in enumerate(notes, 1):
                sheet.write_string(at, 0, note)
            top = len(notes) + 2
            for place, column in enumerate(columns):
                sheet.write_string(top, place, column, head)
                texts = (str(row[column]) for row in rows if row[column] is not None)
                widest = max(len(column), *map(len, texts), 0) + _LETTERS_BESIDE
                sheet.set_column(place, place, min(widest, _WIDEST))
            for at, row in enumerate(rows, top + 1):
                for place, column in enumerate(columns):
                    _write(sheet, at, place, row[column], day)
            sheet.freeze_panes(top + 1, 1)
            if columns:
                sheet.autofilter(top, 0, top + len(rows), len(columns) - 1)
            sheet.repeat_rows(top)
            sheet.set_landscape()
            sheet.set_paper(9)  # A4
            sheet.fit_to_pages(1, 0)
    return stream.getvalue()


def _write(sheet: Worksheet, row: int, column: int, value: object, day: Format) -> None:
    if isinstance(value, date):
        sheet.write_datetime(row, column, datetime.combine(value, time()), day)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)
    elif value is not None:
        sheet.write_string(row, column, str(value))
