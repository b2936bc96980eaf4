"""Workbooks as clerks hand them in, written by code: the same sheets as .xlsx, .xls, .ods, CSV."""

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

import xlwt
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter, range_boundaries

Row = Sequence[object]
_MANIFEST = (
    b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
)


@dataclass(frozen=True)
class SheetOf:
    """A sheet: rows of values from A1 down, and what was done to it.

    `formats` maps cells to number formats, `comments` to texts, `links` to addresses, `fills` to
    colours of six digits; `struck` are cells that are struck through.
    """

    rows: Sequence[Row]
    name: str = "Daftar"
    merges: tuple[str, ...] = ()
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[str, ...] = ()
    formats: Mapping[str, str] = field(default_factory=dict)
    comments: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    fills: Mapping[str, str] = field(default_factory=dict)
    struck: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rich:
    """The text of a cell in two parts: the first is struck through."""

    struck: str
    left: str


def xlsx(*sheets: SheetOf) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for spec in sheets:
        sheet = book.create_sheet(spec.name)
        for row in spec.rows:
            sheet.append([_rich(value) if isinstance(value, Rich) else value for value in row])
        for cell, link in spec.links.items():
            sheet[cell].hyperlink = link
        for cell, colour in spec.fills.items():
            sheet[cell].fill = PatternFill("solid", fgColor=colour)
        for cell in spec.struck:
            sheet[cell].font = Font(strike=True)
        for area in spec.merges:
            sheet.merge_cells(area)
        for cell, code in spec.formats.items():
            sheet[cell].number_format = code
        for cell, text in spec.comments.items():
            sheet[cell].comment = Comment(text, "penilai")
        for number in spec.hidden_rows:
            sheet.row_dimensions[number].hidden = True
        for letter in spec.hidden_columns:
            sheet.column_dimensions[letter].hidden = True
        sheet.sheet_state = "hidden" if spec.hidden else "visible"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _rich(value: Rich) -> CellRichText:
    return CellRichText(TextBlock(InlineFont(strike=True), value.struck), value.left)


_XLS_COLOURS = {"FF0000": "red", "00FF00": "bright_green"}


def xls(*sheets: SheetOf) -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    for spec in sheets:
        sheet = book.add_sheet(spec.name, cell_overwrite_ok=True)
        sheet.visibility = 1 if spec.hidden else 0
        for number, row in enumerate(spec.rows):
            for column, value in enumerate(row):
                if isinstance(value, Rich):
                    gone = xlwt.easyfont("struck_out on")
                    runs = ((value.struck, gone), (value.left, xlwt.easyfont("")))
                    sheet.write_rich_text(number, column, runs)
                elif value is not None:
                    sheet.write(number, column, value, *_style(spec, number, column))
        for area in spec.merges:
            left, top, right, bottom = range_boundaries(area)
            sheet.merge(top - 1, bottom - 1, left - 1, right - 1)
        for number in spec.hidden_rows:
            sheet.row(number - 1).hidden = True
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _style(spec: SheetOf, row: int, column: int) -> tuple[xlwt.XFStyle, ...]:
    cell = f"{get_column_letter(column + 1)}{row + 1}"
    looks = ["font: struck_out on"] if cell in spec.struck else []
    if cell in spec.fills:
        looks.append(f"pattern: pattern solid, fore_colour {_XLS_COLOURS[spec.fills[cell]]}")
    code = spec.formats.get(cell)
    if not looks and code is None:
        return ()
    return (xlwt.easyxf("; ".join(looks), num_format_str=code),)


def ods(*sheets: SheetOf) -> bytes:
    return _open_document("spreadsheet", sheets)


def odt(*sheets: SheetOf) -> bytes:
    """Write the sheets as tables of a text; a sheet's rows with one cell stay rows of its table."""
    return _open_document("text", sheets)


def _open_document(sort: str, sheets: Sequence[SheetOf]) -> bytes:
    tables = "".join(map(_ods_table, sheets))
    fills = "".join(
        f'<style:style style:name="w{colour}" style:family="table-cell">'
        f'<style:table-cell-properties fo:background-color="#{colour}"/></style:style>'
        for colour in sorted({colour for spec in sheets for colour in spec.fills.values()})
    )
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
        'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
        'xmlns:xlink="http://www.w3.org/1999/xlink" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        '<office:automatic-styles><style:style style:name="tersembunyi" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
        '<style:style style:name="coret" style:family="table-cell">'
        '<style:text-properties style:text-line-through-style="solid"/></style:style>'
        f"{fills}</office:automatic-styles>"
        f"<office:body><office:{sort}>{tables}</office:{sort}></office:body>"
        "</office:document-content>"
    )
    return archive(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{sort}".encode(),
            "META-INF/manifest.xml": _MANIFEST,
            "content.xml": content.encode(),
        }
    )


def _ods_table(spec: SheetOf) -> str:
    spans, covered = _merged(spec)
    rows = []
    for number, row in enumerate(spec.rows, start=1):
        width = max((column for at, column in (*spans, *covered) if at == number), default=0)
        cells = "".join(
            "<table:covered-table-cell/>"
            if (number, column) in covered
            else _ods_cell(
                value, spans.get((number, column)), spec, f"{get_column_letter(column)}{number}"
            )
            for column, value in enumerate([*row, *[None] * (width - len(row))], start=1)
        )
        collapsed = ' table:visibility="collapse"' if number in spec.hidden_rows else ""
        rows.append(f"<table:table-row{collapsed}>{cells}</table:table-row>")
    style = ' table:style-name="tersembunyi"' if spec.hidden else ""
    name = quoteattr(spec.name)
    return f"<table:table table:name={name}{style}>{''.join(rows)}</table:table>"


def _merged(
    spec: SheetOf,
) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
    """Return the columns and rows over which cells are merged, and the cells that this covers."""
    spans, covered = {}, set()
    for area in spec.merges:
        left, top, right, bottom = range_boundaries(area)
        spans[top, left] = (right - left + 1, bottom - top + 1)
        covered |= {(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)}
    return spans, covered - spans.keys()


def docx(*sheets: SheetOf) -> bytes:
    """Write the sheets as tables of a Word document, without python-docx: it takes its time."""
    body = "".join(f"<w:tbl>{''.join(_word_rows(spec))}</w:tbl><w:p/>" for spec in sheets)
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    links = "http://schemas.openxmlformats.org/package/2006/relationships"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    return archive(
        {
            "[Content_Types].xml": (
                f'<Types xmlns="{types}"><Override PartName="/word/document.xml" '
                f'ContentType="{main}"/></Types>'
            ).encode(),
            "_rels/.rels": (
                f'<Relationships xmlns="{links}"><Relationship Id="r1" Type="{office}" '
                'Target="word/document.xml"/></Relationships>'
            ).encode(),
            "word/document.xml": (
                f'<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>'
            ).encode(),
        }
    )


def _word_rows(spec: SheetOf) -> Iterator[str]:
    spans, _ = _merged(spec)
    width = max(len(row) for row in spec.rows)
    for number, row in enumerate(spec.rows, start=1):
        cells, column = [], 1
        while column <= width:
            # The area that begins in this cell, or in one above it.
            area = next(
                (
                    (first, *span)
                    for (first, left), span in spans.items()
                    if left == column and first <= number < first + span[1]
                ),
                (number, 1, 1),
            )
            first, columns, rows = area
            look = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
            if rows > 1:
                look += '<w:vMerge w:val="restart"/>' if first == number else "<w:vMerge/>"
            value = row[column - 1] if column <= len(row) and first == number else None
            lines = "" if value is None else str(value)
            runs = "<w:br/>".join(
                f"<w:t xml:space='preserve'>{escape(line)}</w:t>" for line in lines.split("\n")
            )
            cells.append(f"<w:tc><w:tcPr>{look}</w:tcPr><w:p><w:r>{runs}</w:r></w:p></w:tc>")
            column += columns
        yield f"<w:tr>{''.join(cells)}</w:tr>"


def _ods_cell(value: object, span: tuple[int, int] | None, spec: SheetOf, cell: str) -> str:
    given = ""
    if span:
        given = f' table:number-columns-spanned="{span[0]}" table:number-rows-spanned="{span[1]}"'
    if cell in spec.struck:
        given += ' table:style-name="coret"'
    if cell in spec.fills:
        given += f' table:style-name="w{spec.fills[cell]}"'
    if value is None or value == "":
        return f"<table:table-cell{given}/>"
    if isinstance(value, int | float):
        return (
            f'<table:table-cell{given} office:value-type="float" office:value="{value}">'
            f"<text:p>{value}</text:p></table:table-cell>"
        )
    if isinstance(value, Rich):
        gone = f'<text:span text:style-name="coret">{escape(value.struck)}</text:span>'
        lines = f"<text:p>{gone}{escape(value.left)}</text:p>"
    elif cell in spec.links:
        link = f"<text:a xlink:href={quoteattr(spec.links[cell])}>{escape(str(value))}</text:a>"
        lines = f"<text:p>{link}</text:p>"
    else:
        lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
    return f'<table:table-cell{given} office:value-type="string">{lines}</table:table-cell>'


def csv_text(rows: Sequence[Row], separator: str = ",", end: str = "\r\n") -> str:
    written = io.StringIO()
    writer = csv.writer(written, delimiter=separator, lineterminator=end)
    writer.writerows([["" if value is None else value for value in row] for row in rows])
    return written.getvalue()


def archive(parts: Mapping[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return written.getvalue()


def with_parts(workbook: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Put parts into a workbook, or others in their place."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as source:
        kept = {name: source.read(name) for name in source.namelist()}
    return archive({**kept, **parts})


def part_of(workbook: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(workbook)) as source:
        return source.read(name).decode()


def renamed_stream(workbook: bytes, name: str) -> bytes:
    """Rename the main stream of an .xls container, as other documents have it."""
    old = "Workbook".encode("utf-16-le")
    start = workbook.index(old)
    field = name.encode("utf-16-le").ljust(64, b"\0")
    length = (2 * len(name) + 2).to_bytes(2, "little")
    return workbook[:start] + field + length + workbook[start + 66 :]


DIK_HEADINGS = (
    "No",
    "Informasi",
    "Dasar Hukum Pengecualian Informasi",
    "Konsekuensi Dibuka",
    "Konsekuensi Ditutup",
    "Jangka Waktu",
    "Pejabat yang Menguasai Informasi",
    "Penanggung Jawab",
)
DIP_HEADINGS = (
    "No",
    "Ringkasan Isi Informasi",
    "Pejabat/Unit Kerja/Satuan Kerja yang Menguasai Informasi",
    "Penanggung Jawab Pembuatan atau Penerbitan Informasi",
    "Waktu dan Tempat Pembuatan Informasi",
    "Bentuk Informasi yang Tersedia",
    "Jangka Waktu Penyimpanan atau Retensi Arsip",
)
SUBJECTS = (
    "Rekam medis pasien puskesmas",
    "Nilai ujian kompetensi pegawai",
    "Rincian harga perkiraan sendiri",
    "Layout jaringan pusat data",
    "Berkas pemeriksaan internal",
    "Disposisi surat pimpinan",
)


def dik_row(number: object, subject: str = "") -> list[object]:
    position = int(number) - 1 if str(number).isdigit() else 0
    return [
        number,
        subject or SUBJECTS[position % len(SUBJECTS)],
        "UU 14/2008 Pasal 17 huruf h angka 2",
        "Rahasia pribadi seseorang terungkap.",
        "Rahasia pribadi seseorang terjaga.",
        "5 tahun",
        "Bidang Pelayanan",
        "Kepala Bidang Pelayanan",
    ]


def dik_rows(count: int, start: int = 1) -> list[list[object]]:
    return [dik_row(number) for number in range(start, start + count)]


def dip_row(number: object, subject: str = "Laporan kinerja tahunan") -> list[object]:
    return [
        number,
        subject,
        "Subbagian Perencanaan",
        "Kepala Subbagian Perencanaan",
        "Bekasi, 2024",
        "Softcopy",
        "5 tahun",
    ]
