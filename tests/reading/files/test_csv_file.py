"""Tables in every dialect, with the strays that people leave in them."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.diagnostics.diagnostic import Diagnostic, Severity
from ppid.diagnostics.places import SourceText, Span
from ppid.reading.files.csv_file import CsvFile, read_csv
from ppid.reading.files.decode import decode

PATH = "data/a.csv"
KNOWN = ("kode", "informasi", "catatan")


def read(text: str) -> tuple[CsvFile, list[Diagnostic]]:
    table, found = read_csv(SourceText(PATH, text), KNOWN)
    assert table is not None
    return table, found


def said(found: list[Diagnostic]) -> list[tuple[str, str, int, str]]:
    return [(d.rule_id, d.severity.value, d.span.line, d.span.cell) for d in found]


def written(table: CsvFile, span: Span) -> str:
    source = table.source
    start = source.offset_of(span.line, span.column)
    return source.text[start : source.offset_of(span.end_line, span.end_column)]


@pytest.mark.parametrize(
    "text",
    [
        "kode,informasi,catatan\nA,b,c\nD,e,\n",
        "kode,informasi,catatan\r\nA,b,c\r\nD,e,\r\n",
        "kode,informasi,catatan\rA,b,c\rD,e,",
        '"kode","informasi","catatan"\n"A","b","c"\n"D","e",""\n',
        " kode , informasi,catatan\nA,b,c\nD,e,\n",
        "kode,informasi,catatan,,\nA,b,c,,\nD,e,,,\n,,,,\n,,,,\n",
        "kode,informasi,catatan\nA,b,c\nD,e,\n\n\n",
    ],
)
def test_dialects_with_commas_are_read_in_silence(text: str) -> None:
    table, found = read(text)
    assert table.header == KNOWN
    assert list(table.rows()) == [(0, ["A", "b", "c"]), (1, ["D", "e", ""])]
    assert (table.row_count, found) == (2, [])


@pytest.mark.parametrize(
    ("text", "piece", "column"),
    [
        ("kode;informasi;catatan\nA;b, x;c\n", "titik koma", 5),
        ("kode\tinformasi\tcatatan\nA\tb, x\tc\n", "tab", 5),
        ("sep=;\r\nkode;informasi;catatan\r\nA;b, x;c\r\n", "sep=", 1),
        ('"sep=\t"\nkode\tinformasi\tcatatan\nA\tb, x\tc\n', "sep=", 1),
        ('sep=,,,\nkode,informasi,catatan\nA,"b, x",c\n', "sep=", 1),
    ],
)
def test_other_separators_are_read_with_advice(text: str, piece: str, column: int) -> None:
    table, found = read(text)
    assert list(table.rows()) == [(0, ["A", "b, x", "c"])]
    assert [(d.rule_id, d.severity) for d in found] == [("BRK-004", Severity.SARAN)]
    assert piece in found[0].message
    assert (found[0].span.line, found[0].span.column) == (1, column)


def test_separators_are_told_apart_without_known_columns() -> None:
    table, _ = read_csv(SourceText(PATH, "Judul;Jenis\nRapat, kunjungan, dan lain;x\n"))
    assert table is not None
    assert table.header == ("Judul", "Jenis")


@pytest.mark.parametrize("raw", [b"", b"\n\n", b",,,\n", b"\xef\xbb\xbf", b"sep=;\r\n"])
def test_a_table_without_any_cell_is_refused(raw: bytes) -> None:
    source, _ = decode(PATH, raw)
    assert source is not None
    table, found = read_csv(source, KNOWN)
    assert table is None
    assert [d.rule_id for d in found] == ["BRK-004"]


def test_byte_order_mark_and_tabs_in_utf16_are_read() -> None:
    source, _ = decode(PATH, "kode\tinformasi\tcatatan\r\nA\té\tc\r\n".encode("utf-16"))
    assert source is not None
    table, _ = read_csv(source, KNOWN)
    assert table is not None
    assert [cells for _, cells in table.rows()] == [["A", "é", "c"]]


MULTILINE = 'kode,informasi,catatan\r\nA,"b\nb ""x""",c\r\n\r\nD,😀,"\x85é"\r\n'


def test_places_are_exact_behind_cells_with_line_breaks() -> None:
    table, _ = read(MULTILINE)
    assert table.span((0, "informasi")) == Span(PATH, 2, 3, 3, 9, "B2")
    assert table.span((0, "catatan")) == Span(PATH, 3, 10, 3, 11, "C2")
    assert table.span((2, "catatan")) == Span(PATH, 5, 5, 5, 9, "C4")
    assert table.span((0,)) == Span(PATH, 2, 1, 3, 11, "A2:C2")
    assert table.span(()) == Span(PATH, 1, 1, 1, 23, "A1:C1")
    assert table.key_span((2, "informasi")) == Span(PATH, 1, 6, 1, 15, "B1")
    assert [row for row, _ in table.rows()] == [0, 2]


def test_unknown_routes_climb() -> None:
    table, _ = read(MULTILINE)
    assert table.span((0, "tidak ada")) == table.span((0,))
    assert table.span((99, "kode")) == table.span(())
    assert table.key_span(("tidak ada",)) == table.span(())


def test_the_place_of_the_heading_is_looked_up_once() -> None:
    """Findings ask for it between two cells of a row; the row must not be taken apart anew."""
    table, _ = read("kode,informasi\nA,x\nB,y\n")
    assert table.key_span((0,)) is table.key_span((1,)) is table.span(())


def test_the_sep_line_is_not_counted_as_a_row() -> None:
    table, _ = read("sep=;\nkode;informasi;catatan\nA;b;c\n")
    assert table.span((0, "catatan")) == Span(PATH, 3, 5, 3, 6, "C2")


def test_route_at_finds_the_cell() -> None:
    table, _ = read(MULTILINE)
    text = MULTILINE
    assert table.route_at(text.index('""x')) == (0, "informasi")
    assert table.route_at(text.index("é")) == (2, "catatan")
    assert table.route_at(3) == ()


@pytest.mark.parametrize(
    ("row", "place", "piece"),
    [
        ("A,b", (3, 1, "A3:B3"), "2 sel"),
        ("A,b,c,d", (3, 7, "D3"), "4 sel"),
        ("A,b,c,", (3, 1, "A3:C3"), "4 sel"),
        ('A,"b" x,c', (3, 3, "B3"), "di tengah teks"),
        ('A,"b,c', (3, 3, "B3"), "tidak ditutup"),
    ],
)
def test_miscounted_and_badly_quoted_rows(
    row: str, place: tuple[int, int, str], piece: str
) -> None:
    table, found = read(f"kode,informasi,catatan\nX,y,z\n{row}\n")
    assert [d.rule_id for d in found] == ["BRK-005"]
    assert piece in found[0].message
    assert (found[0].span.line, found[0].span.column, found[0].span.cell) == place
    assert [cells for _, cells in table.rows()] == [["X", "y", "z"]]


def test_a_quote_left_open_is_found_where_it_was_opened() -> None:
    table, found = read('kode,informasi,catatan\nA,"b,c\nD,"e",f\nG,h,i\n')
    assert said(found) == [("BRK-005", "galat", 2, "B2")]
    assert [cells for _, cells in table.rows()] == [["G", "h", "i"]]


def test_an_endless_cell_is_named_without_touching_the_limit_of_the_csv_module() -> None:
    before = csv.field_size_limit()
    _, found = read('kode,informasi,catatan\nA,"' + "x" * (before + 10) + '",c\n')
    assert said(found) == [("BRK-005", "galat", 2, "B2")]
    assert "131.072" in found[0].message
    assert csv.field_size_limit() == before


STRAYS = """Daftar Informasi,,
Dinas Contoh,,
kode,informasi,catatan
1,2,3
A,b,c
,Sekretariat,
kode,informasi,catatan
D,e,

,,
G,h,
Keterangan: lengkap
,,Bekasi
"""


def test_strays_are_reported_once_and_skipped() -> None:
    table, found = read(STRAYS)
    assert [cells[0] for _, cells in table.rows()] == ["A", "D", "G"]
    assert {(d.rule_id, d.severity) for d in found} == {("BRK-007", Severity.PERINGATAN)}
    pieces = [
        (1, "di atas judul"),
        (4, "nomor kolom"),
        (6, "judul kelompok"),
        (7, "ditulis lagi"),
        (9, "2 baris kosong"),
        (12, "di bawah tabel"),
    ]
    assert [d.span.line for d in found] == [line for line, _ in pieces]
    assert all(piece in d.message for d, (_, piece) in zip(found, pieces, strict=True))
    assert table.span((7, "kode")).cell == "A11"


def test_a_row_that_was_only_begun_is_kept() -> None:
    table, found = read("kode,informasi,catatan\nKES-01,,\n")
    assert ([cells for _, cells in table.rows()], found) == ([["KES-01", "", ""]], [])


CELL = st.text("ab,;\t\"'\n\r é😀\x85\u2028=", max_size=8)


@given(
    st.lists(st.tuples(CELL, CELL, CELL), max_size=6),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_the_span_of_a_cell_covers_exactly_what_was_written(
    rows: list[tuple[str, str, str]], separator: str, line_end: str
) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator, lineterminator=line_end, quoting=csv.QUOTE_ALL)
    writer.writerows([KNOWN, *rows])
    table, _ = read(out.getvalue())
    for row, cells in table.rows():
        assert tuple(cells) == rows[row]
        for name, value in zip(KNOWN, cells, strict=True):
            span = table.span((row, name))
            assert written(table, span) == '"' + value.replace('"', '""') + '"'
            assert table.route_at(table.source.offset_of(span.line, span.column)) == (row, name)


@given(st.binary(max_size=80) | st.text('kode,;\t"\n\r =sep').map(str.encode))
def test_no_input_raises_and_spans_lie_inside(raw: bytes) -> None:
    source, _ = decode(PATH, raw)
    if source is None:
        return
    table, found = read_csv(source, KNOWN)
    assert all(1 <= d.span.line <= len(source.line_starts) for d in found)
    if table is not None:
        rows = list(table.rows())
        assert len(rows) == table.row_count
        assert all(len(cells) == len(table.header) for _, cells in rows)
        assert all(table.span((row,)).line >= 1 for row, _ in rows)
        table.route_at(len(raw) // 2)


def test_more_rows_than_are_checked_in_seconds_are_refused_at_once() -> None:
    rows = "kode,informasi,catatan\n" + "A-1,Rencana kerja,x\n" * 10_000 + "\n\n"
    table, _ = read(rows)
    assert table.row_count == 10_000
    nothing, found = read_csv(SourceText("a.csv", rows + "A-2,Laporan,x\n"))
    assert nothing is None
    assert [(one.severity, one.message) for one in found] == [
        (Severity.GALAT, "Tabel ini memuat 10.001 baris; paling banyak 10.000 dibaca")
    ]
