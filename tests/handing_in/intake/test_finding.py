from collections import Counter
from itertools import chain
from typing import NamedTuple

import pytest

from ppid.handing_in.model import HandedTable
from ppid.reading.documents.book import Book, FilledCell
from ppid.reading.documents.opening import open_workbook
from tests.handing_in.intake.cases import Case
from tests.handing_in.intake.cases_dik import DIK_CASES
from tests.handing_in.intake.cases_dip import DIP_CASES
from tests.handing_in.intake.tables import found
from tests.handing_in.intake.workbooks import DIK_HEADINGS, SheetOf, dik_rows, with_parts, xlsx

CASES = (*DIK_CASES, *DIP_CASES)


class Read(NamedTuple):
    """A case, the workbook that it wrote, and the table that was found in it."""

    case: Case
    book: Book
    table: HandedTable


def joined(cells: tuple[FilledCell, ...]) -> str:
    return " + ".join(cell.text for cell in cells)


@pytest.fixture(scope="module", params=CASES, ids=lambda case: f"{case.jenis}-{case.name}")
def read(request: pytest.FixtureRequest) -> Read:
    case = request.param
    book = open_workbook(case.file, case.content())
    return Read(case, book, found(book, case.jenis, case.answers))


def test_the_rows_are_found(read: Read) -> None:
    found = [
        {name: joined(row.fields.get(name, ())) for name in wanted}
        for row, wanted in zip(read.table.rows, read.case.rows, strict=False)
    ]
    assert found == list(read.case.rows)
    assert len(read.table.rows) == len(read.case.rows)


def test_only_what_is_ambiguous_is_asked(read: Read) -> None:
    keys = [question.key for question in read.table.questions]
    assert len(keys) == len(read.case.asked)
    assert all(map(str.startswith, keys, read.case.asked))
    assert all(len(question.readings) > 1 for question in read.table.questions)


def test_leftovers_say_why(read: Read) -> None:
    reasons = Counter(entry.reason for entry in read.table.unused)
    assert {reason: reasons[reason] for reason in read.case.unused} == read.case.unused


def test_group_titles_and_statements_are_kept(read: Read) -> None:
    case, _, table = read
    if case.sections is not None:
        assert tuple(" ".join(c.text for c in row.section) for row in table.rows) == case.sections
    assert table.nihil == case.nihil
    said = " ".join(remark.message for remark in table.remarks)
    assert all(words in said for words in case.said)


def test_every_cell_is_accounted_for_once(read: Read) -> None:
    assert_accounted(read.book, read.table)


def assert_accounted(book: Book, table: HandedTable) -> None:
    filled = Counter(cell for sheet in book.sheets for cell in sheet.cells)
    headings = {cell for heading in table.headings for cell in heading.cells}
    in_rows = {cell for row in table.rows for cell in chain(row.section, *row.fields.values())}
    unused = Counter(entry.cell for entry in table.unused)
    assert set(unused.values()) <= {1}
    assert not headings & in_rows
    assert not (headings | in_rows) & set(unused)
    assert headings | in_rows | set(unused) == set(filled)


def test_names_of_cases_are_used_once() -> None:
    names = [(case.jenis, case.name) for case in CASES]
    assert len(set(names)) == len(names)


def test_what_is_not_read_is_said() -> None:
    sheet = SheetOf([list(DIK_HEADINGS), *dik_rows(2)], comments={"B2": "tolong dicek"})
    parts = {"xl/vbaProject.bin": b"x", "xl/externalLinks/externalLink1.xml": b"<externalLink/>"}
    book = open_workbook("a.xlsm", with_parts(xlsx(sheet), parts))
    said = " ".join(remark.message for remark in found(book, "dik").remarks)
    assert "memuat makro" in said
    assert "merujuk ke berkas lain" in said
    assert "komentar pada sel B2" in said


def remarks_on_title(*lines: str, name: str = "Daftar") -> list[str]:
    """Return what is said of a title above a list that is handed in by Dinkes for 2024."""
    sheet = SheetOf([*([line] for line in lines), DIK_HEADINGS, *dik_rows(2)], name=name)
    table = found(open_workbook("a.xlsx", xlsx(sheet)), "dik")
    return [one.message for one in table.remarks if "padahal daftar ini" in one.message]


@pytest.mark.parametrize(
    "title",
    [
        "DAFTAR INFORMASI YANG DIKECUALIKAN TAHUN 2021",
        "Daftar informasi yang dikecualikan 2021",
        "Tahun Anggaran 2021",
        "2021",
        "PERIODE 2021-2023",
        "KEPUTUSAN NOMOR 5 TAHUN 2024 TENTANG DAFTAR INFORMASI YANG DIKECUALIKAN TAHUN 2021",
    ],
)
def test_a_title_of_another_year_is_named_with_both(title: str) -> None:
    said = "Judul menyebut tahun 2021, padahal daftar ini diserahkan untuk 2024."
    assert remarks_on_title(title) == [said]


def test_a_sheet_called_after_another_year_is_named_with_both() -> None:
    said = "Nama lembar “DIK 2021” menyebut tahun 2021, padahal daftar ini diserahkan untuk 2024."
    assert remarks_on_title("DAFTAR INFORMASI YANG DIKECUALIKAN", name="DIK 2021") == [said]
    assert not remarks_on_title("TAHUN 2024", name="DIK 2021")


@pytest.mark.parametrize(
    "title",
    [
        "Nomor 27 Tahun 2017",
        "Nomor : 188/12/2021",
        ": 27 Tahun 2017",
        "Tanggal 5 Januari 2021",
        "Lampiran Peraturan Komisi Informasi Nomor 1 Tahun 2021",
        "DAFTAR INFORMASI TAHUN 2021 S.D. 2024",
        "Daftar informasi menurut Peraturan Komisi Informasi Tahun 2021",
    ],
)
def test_the_year_of_a_decision_or_within_a_period_is_not_that_of_the_list(title: str) -> None:
    assert not remarks_on_title(title)


def test_a_title_of_another_body_is_named_with_both() -> None:
    for title in ("SEKRETARIAT DAERAH KOTA KECIL", "PPID Pelaksana Sekretariat Daerah", "SETDA"):
        (said,) = remarks_on_title("DAFTAR INFORMASI YANG DIKECUALIKAN", title)
        assert said.startswith("Judul menyebut Sekretariat Daerah, padahal")
        assert "Dinas Kesehatan" in said
    assert not remarks_on_title("DINKES", "Tembusan: Sekretariat Daerah")
    assert not remarks_on_title(
        "Dinas Kesehatan, Pengendalian Penduduk, Keluarga Berencana,",
        "Pemberdayaan Perempuan, dan Perlindungan Anak",
        "Sekretariat Daerah",
    )


def test_a_numbered_row_of_short_cells_is_content() -> None:
    headings = (
        *("No", "Ringkasan Isi Informasi", "Kategori", "Pejabat/Unit Kerja yang Menguasai"),
        *("Penanggung Jawab", "Waktu dan Tempat Pembuatan", "Bentuk Informasi", "Retensi"),
    )
    rows = (
        (1, "Laporan tanam per musim", "Berkala", "Bidang Tanaman", "Kepala Bidang Tanaman"),
        (2, "Harga pupuk bersubsidi", "Setiap Saat", "Bidang Sarana", "Kepala Bidang Sarana"),
    )
    filled = [(*row, "2024, Kota Kecil", "Digital", "5 tahun") for row in rows]
    table = found(open_workbook("a.xlsx", xlsx(SheetOf([headings, *filled]))), "dip")
    assert [joined(row.fields["informasi"]) for row in table.rows] == [row[1] for row in rows]
