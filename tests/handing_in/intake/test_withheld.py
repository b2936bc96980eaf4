"""No number by which a person is known comes into a list, in whatever form it stands in a cell."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.report import as_markdown, as_text
from ppid.handing_in.intake.taking_in import opened, take_in
from ppid.handing_in.model import Intake, Target
from ppid.values.identifiers import DataPribadi, find_personal_data, withheld_in
from tests.handing_in.intake.tables import town
from tests.handing_in.intake.workbooks import (
    DIK_HEADINGS,
    SheetOf,
    csv_text,
    dik_rows,
    ods,
    with_parts,
    xls,
    xlsx,
)
from tests.reading.documents.files import MOBILE, NIK

ROUNDED = f"{NIK[:12]}0000"
NIP = "198001012005011001"
TARGET = Target("dinkes", "dik", 2024)
NOTE = [*DIK_HEADINGS, "Keterangan"]


def taken(content: bytes, name: str) -> Intake:
    return take_in(opened(name, content), TARGET, town(), {}).intake


def with_note(value: object) -> SheetOf:
    first, *others = dik_rows(3)
    return SheetOf([NOTE, [*first, value], *([*row, "biasa"] for row in others)])


def assert_kept_out(intake: Intake, number: str) -> None:
    notes = [row.values["catatan"] for row in intake.rows]
    assert notes == ["", "biasa", "biasa"]
    (remark,) = [one for one in intake.remarks if one.severity is Severity.GALAT]
    assert remark.place.row == 2
    assert remark.place.column == len(NOTE)
    told = as_text(intake, "a.xlsx", "X") + as_markdown(intake, "a.xlsx", "X")
    assert number not in told
    assert number[:14] not in told


WRITERS: dict[str, Callable[[SheetOf], bytes]] = {"a.xlsx": xlsx, "a.xls": xls, "a.ods": ods}


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("number", [NIK, ROUNDED, NIP, "123456789012345"])
def test_a_number_cell_is_a_finding(number: str, name: str) -> None:
    assert_kept_out(taken(WRITERS[name](with_note(int(number))), name), number)


@pytest.mark.parametrize(
    "stored", [NIK, f"{NIK}.0", f"{NIK[0]}.{NIK[1:]}E15", f"{NIK[0]}.{NIK[1:6]}e+15"]
)
def test_all_stored_forms_of_a_number_are_looked_at(stored: str) -> None:
    content, part = xlsx(with_note(4711)), "xl/worksheets/sheet1.xml"
    with ZipFile(BytesIO(content)) as book:
        sheet = book.read(part)
    changed = sheet.replace(b"<v>4711<", f"<v>{stored}<".encode())
    assert_kept_out(taken(with_parts(content, {part: changed}), "a.xlsx"), NIK)


TEXTS = [
    NIK,
    ROUNDED,
    f"{NIK}.0",
    f"{ROUNDED},0",
    f"NIK {NIK}",
    f"No. KK: {ROUNDED}",
    f"{NIK}/{ROUNDED}",
    f"{ROUNDED}; {ROUNDED}",
    f"{ROUNDED} dan {ROUNDED}",
    f"Budi {ROUNDED}",
    "3,27501E+15",
    "3.27501e15",
    "3E+15",
    "1,98001E+17",
    f"'{NIK}",
    NIP,
    f"NIP. {NIP}",
    "19800101 200501 1 001",
    "NIP 470012345",
    f"Camat, Fulan NIP. {NIP}",
    f"hubungi Fulan {MOBILE}",
    f"{NIK[:4]} {NIK[4:8]} {NIK[8:12]} {NIK[12:]}",
    "NIK " + " ".join(NIK[at : at + 2] for at in range(0, 16, 2)),
    f"NIK ({NIK[:4]})({NIK[4:8]})({NIK[8:12]})({NIK[12:]})",
    f"NIK {NIK}Bekasi",
    f"dinas{NIK}",
    "NIK " + NIK.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
    "Bank Syariah Indonesia (BSI) 7183520946 an Rudi",
    "5271840963 BCA a/n Budi",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_cell_is_a_finding(text: str) -> None:
    content = csv_text(with_note(text).rows).encode()
    assert_kept_out(taken(content, "a.csv"), text if text.isdigit() else NIK)


@pytest.mark.parametrize(
    "text",
    [
        "Rp1.500.000.000.000.000",
        "2019 2020 2021 2022",
        "1 Januari 2024–31 Desember 2024",
        "2024-01-01 2024-12-31",
        "Kode billing 820230512345678",
        "10 tahun",
        "1.5E3",
        "Gedung E15",
        "https://contoh.go.id/d/123456789012345678",
        "(021) 8840000",
        "Perda 8/2023; Perwal 27/2017",
        "SP DIPA-018.01.1.412345/2024",
        "lemari E, rak 14",
        "Penyedia: CV Mandiri 10023456000",
        "Program Mandiri 2024000123",
        "akun 521211 rekening 1102010001",
        "Nomor: 085/1234/5678/2026",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert withheld_in(text) is None


@pytest.mark.parametrize("form", [ROUNDED, f"{ROUNDED}.0", "3.27501E+15", '"3,27501E+15"'])
def test_what_a_spreadsheet_left_of_a_nik_is_found_in_data_as_well(form: str) -> None:
    text = f"kode,catatan\nA-1,{form}\n"
    assert [one.sort for one in find_personal_data(text)] == [DataPribadi.NIK]
    assert not any(find_personal_data(f"kode,catatan\nA-1,anggaran {ROUNDED} rupiah\n"))
