"""The workbook itself: what it holds, how it is guarded, what it costs, and who can open it."""

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from ppid.checking.load import load
from ppid.handing_in.template.form import (
    EXAMPLE_MARK,
    EXAMPLE_ROW,
    FACTS_SHEET,
    FIRST_COLUMN,
    FIRST_ROW,
    GUIDE,
    HEADING_ROW,
    MODELS,
    REFERENCE,
    STAMP,
    Content,
    columns_of,
    is_example,
    list_sheet,
)
from ppid.handing_in.template.prepared import Prepared, PreparedRow, prepare
from ppid.handing_in.template.sheet import ADVISED_COLOUR, MISSING_COLOUR, WRONG_COLOUR
from ppid.handing_in.template.workbook import CHECKED_ROOM, CONTOH, ROOM, workbook
from ppid.kinds.acuan.alasan import Alasan
from ppid.kinds.acuan.kewajiban import kewajiban_in, kumpulan_in
from ppid.values.cells import unguarded
from tests.growth import assert_even
from tests.office import Office

TOWN = Path(__file__).parents[2] / "kota-kecil"
CORPUS = load(TOWN, date(2022, 2, 1)).corpus
DIK, DIP = (prepare("setda", jenis, 2022, CORPUS) for jenis in ("dik", "dip"))
BOOKS = {"dik": workbook(DIK, CORPUS), "dip": workbook(DIP, CORPUS)}
PREPARED = {"dik": DIK, "dip": DIP}
JENIS = pytest.mark.parametrize("jenis", MODELS)
HOSTILE = (
    '=HYPERLINK("http://jahat.example";"klik")',
    "+62 21 000",
    "-1+1",
    "@SUM(A1)",
    "'=1",
    "</t></is></c><script>alert(1)</script>",
    "{{nama}} {{asal}}",
    "baris satu\nbaris dua",
    "Ω “kutip” ’ — 𝄞",
)
Convert = Callable[..., bytes]


def opened(content: bytes, *, values: bool = False) -> Workbook:
    return load_workbook(io.BytesIO(content), data_only=values)


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def list_of(book: Workbook, jenis: str) -> Worksheet:
    return book[list_sheet(jenis, 2022)]


def read_back(sheet: Worksheet, jenis: str) -> list[dict[str, str]]:
    """Read the list as a careful reader would: by its headings, without the example."""
    fields = {column.heading: column.field for column in columns_of(jenis)}
    heads = {c.column: fields[str(c.value)] for c in sheet[HEADING_ROW] if str(c.value) in fields}
    found = []
    for number in range(HEADING_ROW + 1, sheet.max_row + 1):
        cells = {field: sheet.cell(number, column).value for column, field in heads.items()}
        values = {field: written(value) for field, value in cells.items()}
        if any(values.values()) and not is_example(values["kode"]):
            found.append(values)
    return found


def written(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None else unguarded(str(value))


def with_rows(prepared: Prepared, rows: Sequence[PreparedRow]) -> Prepared:
    return replace(prepared, rows=tuple(rows))


# ── what it holds


@JENIS
def test_sheets_stand_in_order_and_the_stamp_is_hidden(jenis: str) -> None:
    book = opened(BOOKS[jenis])
    assert book.sheetnames == [GUIDE, list_sheet(jenis, 2022), FACTS_SHEET, REFERENCE, STAMP]
    assert [sheet.sheet_state for sheet in book] == ["visible"] * 4 + ["veryHidden"]


@JENIS
def test_what_was_prefilled_reads_back_unchanged(jenis: str) -> None:
    found = read_back(list_of(opened(BOOKS[jenis]), jenis), jenis)
    assert found == [dict(row.values) for row in PREPARED[jenis].rows]


@JENIS
def test_hostile_text_reads_back_unchanged_and_is_no_formula(jenis: str) -> None:
    row = PREPARED[jenis].rows[0]
    texts = [c.field for c in columns_of(jenis) if c.content is not Content.TANGGAL]
    rows = [
        PreparedRow({**row.values, **{f: HOSTILE[(n + k) % 9] for k, f in enumerate(texts)}}, text)
        for n, text in enumerate(HOSTILE)
    ]
    content = workbook(with_rows(PREPARED[jenis], rows), CORPUS)
    sheet = list_of(opened(content), jenis)
    assert read_back(sheet, jenis) == [dict(each.values) for each in rows]
    cells = list(chain.from_iterable(sheet.iter_rows(min_row=FIRST_ROW, min_col=2)))
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert not [c.value for c in cells if isinstance(c.value, str) and c.value[:1] in "=+-@"]


def test_a_hostile_name_stays_text() -> None:
    content = workbook(replace(DIK, nama=f"=A1 & <b> {HOSTILE[5]}"), CORPUS)
    for sheet in (opened(content)[GUIDE], list_of(opened(content), "dik")):
        cell = next(c for c in chain.from_iterable(sheet.iter_rows()) if "<b>" in str(c.value))
        assert cell.data_type != "f"


@JENIS
def test_dates_are_dates_and_codes_stay_text(jenis: str) -> None:
    row = replace(PREPARED[jenis].rows[0])
    values = {**row.values, "mulai": "2021-03-31"} if jenis == "dik" else {
        **row.values, "diperbarui": "2021-03-31", "waktu_pembuatan": "2021-03"
    }  # fmt: skip
    prepared = with_rows(PREPARED[jenis], [PreparedRow(values)])
    sheet = list_of(opened(workbook(prepared, CORPUS)), jenis)
    for number, column in enumerate(columns_of(jenis), FIRST_COLUMN):
        cell = sheet.cell(FIRST_ROW, number)
        if column.content is Content.TANGGAL:
            assert cell.is_date
            assert cell.value == datetime(2021, 3, 31)  # noqa: DTZ001 — a day only
        elif cell.value is not None:
            assert isinstance(cell.value, str)
        if column.content in {Content.KODE, Content.WAKTU, Content.JANGKA_WAKTU}:
            assert cell.number_format == "@"


@JENIS
def test_the_example_is_marked(jenis: str) -> None:
    sheet = list_of(opened(BOOKS[jenis]), jenis)
    assert sheet.cell(EXAMPLE_ROW, FIRST_COLUMN).value == EXAMPLE_MARK
    assert all(sheet.cell(EXAMPLE_ROW, c).value for c in range(3, FIRST_COLUMN + 5))


def test_demonstration_is_marked_on_both_sheets_and_only_then() -> None:
    marked = opened(workbook(replace(DIK, contoh=True), CORPUS))
    for sheet in (marked[GUIDE], list_of(marked, "dik")):
        assert CONTOH in {cell.value for cell in chain.from_iterable(sheet.iter_rows(max_row=5))}
    assert CONTOH.encode() not in b"".join(parts(BOOKS["dik"]).values())


@pytest.mark.parametrize(
    ("prepared", "words"),
    [
        (DIK, "Terisi awal dari DIK 2021, 4 baris. Disiapkan 1 Februari 2022."),
        (prepare("setda", "dik", 2019, CORPUS), "Belum ada daftar sebelumnya di situs ini."),
        (prepare("kecamatan-tepi-danau", "dik", 2022, CORPUS), "DIK 2021 dinyatakan nihil"),
    ],
)
def test_the_sheet_says_where_its_rows_come_from(prepared: Prepared, words: str) -> None:
    sheet = opened(workbook(prepared, CORPUS))[list_sheet("dik", prepared.tahun)]
    assert str(sheet.cell(3, FIRST_COLUMN).value).startswith(words)


def test_an_empty_template_has_headings_and_room() -> None:
    empty = prepare("setda", "dik", 2019, CORPUS)
    sheet = opened(workbook(empty, CORPUS))[list_sheet("dik", 2019)]
    assert read_back(sheet, "dik") == []
    assert sheet.max_row == FIRST_ROW + CHECKED_ROOM - 1


def test_the_reference_of_a_dik_quotes_the_law_word_for_word() -> None:
    sheet = opened(BOOKS["dik"])[REFERENCE]
    told = {row[0]: row for row in sheet.iter_rows(values_only=True)}
    for alasan in CORPUS.of(Alasan):
        row = told[f"UU 14/2008 Pasal 17 huruf {alasan.huruf}"]
        assert row[1:4] == (alasan.label, alasan.teks, alasan.penjelasan)
        for angka in alasan.angka:
            case = told[f"UU 14/2008 Pasal 17 huruf {alasan.huruf} angka {angka.nomor}"]
            assert case[2] == f"{angka.nomor}. {angka.teks}"


def test_the_reference_of_a_dip_lists_the_obligations_in_force() -> None:
    group = kumpulan_in(2022, CORPUS)
    assert group is not None
    rows = list(opened(BOOKS["dip"])[REFERENCE].iter_rows(values_only=True))
    assert group.peraturan in str(rows[0][0])
    in_force = kewajiban_in(2022, CORPUS)
    listed = [(row[0], row[2]) for row in rows[4 : 4 + len(in_force)]]
    assert listed == [(each.kode, each.teks) for each in in_force]


# ── how it is guarded


@JENIS
def test_headings_are_locked_and_rows_are_not(jenis: str) -> None:
    sheet = list_of(opened(BOOKS[jenis]), jenis)
    shield = sheet.protection
    assert shield.sheet
    assert shield.password is None
    allowed = ("insertRows", "deleteRows", "sort", "autoFilter")
    assert not any(getattr(shield, name) for name in allowed)
    assert shield.insertColumns
    assert shield.deleteColumns
    for column in range(1, sheet.max_column + 1):
        assert sheet.cell(HEADING_ROW, column).protection.locked
        assert not sheet.cell(EXAMPLE_ROW, column).protection.locked
    # Excel deletes and sorts only rows without a single locked cell: `kode` is not locked either.
    filled = [c for c in chain.from_iterable(sheet.iter_rows(min_row=FIRST_ROW)) if c.has_style]
    assert filled
    assert not [cell for cell in filled if cell.protection.locked]
    assert all(d.protection.locked is False for d in sheet.column_dimensions.values())
    assert max(d.max or 0 for d in sheet.column_dimensions.values()) == 16_384


@JENIS
def test_the_sheet_is_laid_out_for_screen_and_paper(jenis: str) -> None:
    sheet = list_of(opened(BOOKS[jenis]), jenis)
    assert sheet.freeze_panes == f"C{HEADING_ROW + 1}"
    assert str(sheet.auto_filter.ref).startswith(f"A{HEADING_ROW}:")
    assert sheet.print_title_rows == f"${HEADING_ROW}:${HEADING_ROW}"
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (2, 0)
    assert sheet.print_title_cols == "$B:$C"
    assert sheet.oddFooter.right.text == "Halaman &P dari &N"
    last = FIRST_ROW - 1 + len(PREPARED[jenis].rows)
    assert str(sheet.print_area).endswith(f"${last}")
    dims = {letter: d.width for letter, d in sheet.column_dimensions.items()}
    assert min(dims.values()) >= 12


def in_range(sheet: Worksheet, cell: str) -> list[str]:
    return [v.type or "prompt" for v in sheet.data_validations.dataValidation if cell in v.sqref]


@JENIS
def test_every_heading_explains_itself_and_every_choice_is_offered(jenis: str) -> None:
    sheet = list_of(opened(BOOKS[jenis]), jenis)
    offered = {Content.PILIHAN, Content.JANGKA_WAKTU, Content.RETENSI}
    offered |= {Content.DASAR_HUKUM, Content.KEWAJIBAN}
    for number, column in enumerate(columns_of(jenis), FIRST_COLUMN):
        letter = sheet.cell(1, number).column_letter
        assert len(in_range(sheet, f"{letter}{HEADING_ROW}")) == 1, column.field
        for row in (FIRST_ROW, FIRST_ROW + ROOM - 1):
            kinds = in_range(sheet, f"{letter}{row}")
            assert ("list" in kinds) == (column.content in offered), column.field
            assert ("date" in kinds) == (column.content is Content.TANGGAL)


@JENIS
def test_rules_stay_within_the_limits_of_excel(jenis: str) -> None:
    book = opened(BOOKS[jenis])
    for sheet in book:
        for choice in sheet.data_validations.dataValidation:
            assert len(choice.formula1 or "") <= 255
            assert len(choice.error or "") <= 225
            assert len(choice.prompt or "") <= 255
            assert max(len(choice.errorTitle or ""), len(choice.promptTitle or "")) <= 32
        for area in sheet.conditional_formatting:
            assert all(len(formula) < 255 for rule in area.rules for formula in rule.formula)
        assert len(sheet.title) <= 31
    styles = parts(BOOKS[jenis])["xl/styles.xml"]
    assert int(re.search(rb'<cellXfs count="(\d+)"', styles)[1]) < 64  # type: ignore[index]


def test_a_choice_that_is_too_long_for_a_list_refers_to_the_reference() -> None:
    sheet = list_of(opened(BOOKS["dik"]), "dik")
    letters = {c.field: n for n, c in enumerate(columns_of("dik"), FIRST_COLUMN)}
    cell = sheet.cell(FIRST_ROW, letters["dasar_hukum"]).coordinate
    choice = next(v for v in sheet.data_validations.dataValidation if cell in v.sqref)
    first, last = re.fullmatch(r"Acuan!\$A\$(\d+):\$A\$(\d+)", choice.formula1).groups()  # type: ignore[union-attr]
    reference = opened(BOOKS["dik"])[REFERENCE]
    values = [reference.cell(row, 1).value for row in range(int(first), int(last) + 1)]
    assert values[0] == "UU 14/2008 Pasal 17 huruf a"
    assert values[-1].startswith("UU 14/2008 Pasal 17 huruf j")
    assert not choice.showErrorMessage  # several citations may stand in one cell


# ── what it costs


def parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


@JENIS
def test_the_same_data_gives_the_same_bytes(jenis: str) -> None:
    again = load(TOWN, date(2022, 2, 1)).corpus
    assert workbook(prepare("setda", jenis, 2022, again), again) == BOOKS[jenis]
    later = load(TOWN, date(2022, 2, 2)).corpus
    assert workbook(prepare("setda", jenis, 2022, later), later) != BOOKS[jenis]


def many(prepared: Prepared, count: int) -> Prepared:
    rows = [
        PreparedRow({**prepared.rows[n % len(prepared.rows)].values, "kode": f"KODE-{n}"})
        for n in range(count)
    ]
    return with_rows(prepared, rows)


@pytest.mark.long
def test_two_thousand_rows_are_quick_and_leave_room_for_as_many() -> None:
    content = assert_even(lambda count: lambda: workbook(many(DIK, count), CORPUS), 500)
    sheet = list_of(opened(content), "dik")
    assert len(read_back(sheet, "dik")) == 2000
    assert in_range(sheet, f"D{FIRST_ROW + 3999}") == ["list"]


def test_empty_rows_cost_little() -> None:
    assert len(BOOKS["dik"]) < 60_000
    assert len(BOOKS["dip"]) < 60_000
    part = parts(BOOKS["dik"])["xl/worksheets/sheet2.xml"]
    assert part.count(b"<row") == FIRST_ROW - 1 + len(DIK.rows) + CHECKED_ROOM


# ── in LibreOffice, as a clerk would use it


def filled_in(jenis: str, cells: dict[str, object]) -> bytes:
    book = opened(BOOKS[jenis])
    for name, value in cells.items():
        list_of(book, jenis)[name].value = value
    return saved(book)


def letter(jenis: str, field: str) -> str:
    fields = [column.field for column in columns_of(jenis)]
    return "ABCDEFGHIJKLMNOP"[FIRST_COLUMN - 1 + fields.index(field)]


@JENIS
def test_libreoffice_changes_no_value_and_keeps_the_guards(jenis: str, office: Office) -> None:
    content = office.convert(BOOKS[jenis])
    book = opened(content, values=True)
    sheet = list_of(book, jenis)
    assert read_back(sheet, jenis) == [dict(row.values) for row in PREPARED[jenis].rows]
    assert sheet.protection.sheet
    assert not sheet.protection.insertRows
    assert not sheet.protection.deleteRows
    assert book[STAMP].sheet_state in {"hidden", "veryHidden"}
    assert in_range(sheet, f"D{FIRST_ROW}") == ["list"]
    assert in_range(sheet, f"D{HEADING_ROW}")
    colours = {
        rule.dxf.fill.bgColor.rgb for area in sheet.conditional_formatting for rule in area.rules
    }
    assert colours == {MISSING_COLOUR, WRONG_COLOUR, ADVISED_COLOUR}
    # Without a window LibreOffice keeps no frozen panes, of any workbook; the rest it does keep.
    assert str(sheet.auto_filter.ref).startswith(f"A{HEADING_ROW}:")
    assert sheet.print_title_rows == f"${HEADING_ROW}:${HEADING_ROW}"


def said_of(content: bytes, jenis: str, office: Office) -> list[str]:
    sheet = list_of(opened(office.convert(content), values=True), jenis)
    rows = range(FIRST_ROW, sheet.max_row + 1)
    return [str(sheet.cell(row, 1).value or "").strip() for row in rows]


def test_column_periksa_says_in_words_what_is_wrong(office: Office) -> None:
    """One fault a row, in the prefilled rows and in new ones below them."""
    free = FIRST_ROW + len(DIK.rows)
    at = {column.field: letter("dik", column.field) for column in columns_of("dik")}
    cells: dict[str, object] = {
        f"{at['informasi']}{FIRST_ROW}": None,
        f"{at['cakupan']}{FIRST_ROW + 1}": "separuh",
        f"{at['jangka_waktu']}{FIRST_ROW + 2}": "5",
        f"{at['kode']}{FIRST_ROW + 3}": DIK.rows[0].values["kode"],
        f"{at['catatan']}{free}": "baris yang baru dimulai",
        f"{at['kode']}{free + 1}": "kode kecil",
        f"{at['mulai']}{free + 2}": "kapan-kapan",
        f"{at['cakupan']}{free + 3}": "sebagian",
        f"{at['dasar_hukum']}{free + 4}": "Perwal tentang arsip",
        f"{at['informasi']}{free + 5}": "ab",
    }
    said = said_of(filled_in("dik", cells), "dik", office)
    assert said[0] == "Kode dipakai lebih dari sekali. Informasi belum diisi."
    assert "Cakupan bukan salah satu pilihan." in said[1]
    assert said[2] == "Jangka waktu belum terbaca, misalnya “5 tahun”."
    assert said[3].startswith("Kode dipakai lebih dari sekali. Kode berubah; samakan dengan")
    begun, *_ = said[len(DIK.rows) :]
    titles = ("Informasi", "Cakupan", "Dasar hukum", "Konsekuensi dibuka", "Jangka waktu")
    assert begun == " ".join(f"{t} belum diisi." for t in (*titles, "Penguasa informasi"))
    new = said[len(DIK.rows) + 1 :]
    assert "Kode bukan 2–24 huruf besar, angka, titik, atau tanda hubung." in new[0]
    assert "Mulai bukan tanggal, misalnya 2026-03-31." in new[1]
    assert "Bagian belum diisi." in new[2]
    assert "Dasar hukum belum menyebut huruf dalam UU 14/2008 Pasal 17." in new[3]
    assert "Informasi terlalu pendek." in new[4]
    assert not any(new[5:])


@pytest.mark.long
def test_column_periksa_of_a_dip(office: Office) -> None:
    at = {column.field: letter("dip", column.field) for column in columns_of("dip")}
    cells: dict[str, object] = {
        f"{at['waktu_pembuatan']}{FIRST_ROW}": "Maret 2022",
        f"{at['waktu_pembuatan']}{FIRST_ROW + 1}": "2022-03",
        f"{at['tautan']}{FIRST_ROW + 1}": "www.contoh.go.id",
        f"{at['retensi']}{FIRST_ROW + 2}": "entah",
        f"{at['klasifikasi']}{FIRST_ROW + 3}": None,
    }
    said = said_of(filled_in("dip", cells), "dip", office)
    assert said[:4] == [
        "Waktu pembuatan bukan tahun, tahun-bulan, tanggal, atau kurun.",
        "Tautan tidak diawali https:// atau dokumen/.",
        "Retensi belum terbaca, misalnya “5 tahun”.",
        "Klasifikasi belum diisi.",
    ]


def test_a_filled_row_is_found_right_and_the_count_above_says_so(office: Office) -> None:
    book = opened(office.convert(BOOKS["dik"]), values=True)
    sheet = list_of(book, "dik")
    assert sheet.cell(HEADING_ROW - 1, 1).value == "Perlu diperiksa: 0 baris"
    assert {sheet.cell(row, 1).value for row in range(FIRST_ROW, FIRST_ROW + 4)} <= {None, ""}


@pytest.mark.long
def test_a_new_row_that_a_clerk_writes_reads_as_it_was_meant(office: Office) -> None:
    row = FIRST_ROW + len(DIK.rows)
    values = {**DIK.rows[0].values, "kode": "SET-BARU-1", "mulai": "2022-01-31"}
    cells: dict[str, object] = {
        f"{letter('dik', f)}{row}": date(2022, 1, 31) if f == "mulai" else text
        for f, text in values.items()
    }
    sheet = list_of(opened(office.convert(filled_in("dik", cells)), values=True), "dik")
    found = read_back(sheet, "dik")
    assert found[-1] == values
    assert found[:-1] == [dict(each.values) for each in DIK.rows]
    assert not sheet.cell(row, 1).value
