"""Texts with separators from anywhere: what cannot be told is asked or refused, never guessed."""

import random
from collections.abc import Iterator, Sequence

import pytest

from ppid.handing_in.intake.sheets import ENCODING
from ppid.handing_in.intake.taking_in import opened, take_in
from ppid.handing_in.model import Target
from ppid.reading.documents.book import NoWorkbookError
from ppid.reading.documents.opening import open_workbook
from tests.growth import Work, assert_even
from tests.handing_in.intake.tables import town
from tests.handing_in.intake.workbooks import DIK_HEADINGS, csv_text, dik_rows

ENCODINGS = ("cp1252", "utf-8", "utf-8-sig", "utf-16", "cp850", "mac_roman")
OLD = {"cp1252": "windows", "mac_roman": "macintosh", "cp850": "dos"}
PHRASES = (
    "Model naïve Bayes",
    "Bidang SD – SMP", "Profil “Bekasi Keren” dan datanya", "data “pribadi” pegawai",
    "Daftar kafé dan restoran", "CAFÉ di Kota Bekasi", "Berita acara, notula, dan lainnya…",
    "Tanah seluas 250 m² milik warga", "Volume 10 m³ air bersih", "Selama 1½ tahun anggaran",
    "Pasal\u00a017 huruf\u00a0h", "Jadwal salat Jum’at", "JADWAL SALAT JUM’AT", "Renstra 2020–2024",
    "Data ‘rahasia’ bank", "Laporan — tahun berjalan", "Suhu gudang arsip 25°C", "résumé perkara",
    "DINAS\u00a0SOSIAL KOTA BEKASI", "• Laporan keuangan", "“Profil”", "Rp\u00a05.000.000",
)  # fmt: skip


def text_files() -> Iterator[tuple[str, str, bytes]]:
    """Yield texts in encodings that can hold them, with one to three unusual lines in each."""
    rng = random.Random(16)  # noqa: S311 — samples, not secrets
    for number in range(120):
        wanted = [PHRASES[number % len(PHRASES)], *rng.sample(PHRASES, rng.randrange(3))]
        texts = [*wanted, *(f"Laporan kegiatan ke-{each}" for each in range(rng.randrange(12)))]
        rng.shuffle(texts)
        rows = [[str(row), text, "Sekretariat"] for row, text in enumerate(texts, 1)]
        text = csv_text([["No", "Informasi", "Unit"], *rows], rng.choice(",;\t"))
        for encoding in ENCODINGS:
            try:
                yield text, encoding, text.encode(encoding)
            except UnicodeEncodeError:  # the character is not known there
                continue


FILES = list(text_files())


def texts_in(content: bytes, encoding: str = "") -> list[str]:
    book = open_workbook("a.csv", content, encoding)
    return [cell.text for cell in book.sheets[0].cells if cell.place.column == 2]


def test_there_are_enough_files() -> None:
    assert len(FILES) >= 270
    assert {encoding for _, encoding, _ in FILES} == set(ENCODINGS)


def test_no_letter_is_silently_another() -> None:
    for text, encoding, content in FILES:
        right = texts_in(text.encode())
        choices = [choice.name for choice in open_workbook("a.csv", content).encodings]
        if choices:
            assert encoding in OLD, (encoding, text)
            assert right in [texts_in(content, name) for name in choices], (encoding, text)
        else:
            assert texts_in(content) == right, (encoding, text)


def test_files_of_windows_are_seldom_asked_about() -> None:
    asked = [
        text
        for text, encoding, content in FILES
        if encoding == "cp1252" and open_workbook("a.csv", content).encodings
    ]
    assert {"CAFÉ" in text for text in asked} <= {True}


@pytest.mark.parametrize("old", OLD)
def test_the_encoding_is_asked_with_the_readings_side_by_side(old: str) -> None:
    rows = [[*row[:1], "Daftar kafé dan RUMAH SINGGAH É", *row[2:]] for row in dik_rows(2)]
    content = csv_text([list(DIK_HEADINGS), *rows]).encode(old)
    handed, target = opened("dik.csv", content), Target("dinkes", "dik", 2024)
    (question,) = [
        one for one in take_in(handed, target, town(), {}).intake.questions if one.key == ENCODING
    ]
    samples = {reading.value: reading.means for reading in question.readings}
    assert "kafé" in samples[OLD[old]]
    assert len(set(samples.values())) == len(samples) > 1
    intake = take_in(handed, target, town(), {ENCODING: OLD[old]}).intake
    assert {row.values["informasi"] for row in intake.rows} == {rows[0][1]}
    assert ENCODING in [one.key for one in intake.answered]


def refusal(text: str) -> str:
    with pytest.raises(NoWorkbookError) as caught:
        open_workbook("a.csv", text.encode())
    assert caught.value.advice.endswith(".")
    return caught.value.sentence


HEAD = ["No", "Informasi", "Penguasa", "Waktu", "Bentuk", "Retensi", "Klasifikasi"]
ROWS = [
    [str(n), f"Laporan bulanan pos {n}", "Bidang Umum", "2024", "softcopy", "5 tahun", "berkala"]
    for n in range(1, 9)
]


def with_cells(cells: dict[tuple[int, int], str], separator: str = ";") -> str:
    """Write the rows with other cells (row and column from 0, the headings are row 0), bare."""
    rows: list[Sequence[str]] = [HEAD, *ROWS]
    return "".join(
        separator.join(cells.get((at, column), cell) for column, cell in enumerate(row)) + "\r\n"
        for at, row in enumerate(rows)
    )


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize(
    "closing",
    [
        {},
        {(5, 1): 'Laporan pos 5"'},
        {(5, 4): 'softcopy"'},
        {(4, 0): '4"'},
        {(4, 6): 'berkala"'},
        {(3, 4): 'softcopy"'},
        {(6, 1): '"Laporan pos 6"'},
        {(6, 1): '"Laporan ""pos"" 6"'},
    ],
    ids=lambda cells: ", ".join(f"{place}: {text}" for place, text in cells.items()) or "tidak ada",
)
def test_a_quote_that_swallows_rows_is_named_with_its_line(
    closing: dict[tuple[int, int], str], separator: str
) -> None:
    text = with_cells({(3, 1): '"Laporan bulanan pos 3', **closing}, separator)
    assert "dibuka pada baris 4" in refusal(text)
    assert "dibuka pada baris 5" in refusal(f"sep={separator}\r\n{text}")


def test_the_line_is_that_of_the_text_and_not_of_the_record() -> None:
    cells = {(1, 1): '"Laporan\r\nbulanan"', (3, 4): '"softcopy'}
    assert "dibuka pada baris 5" in refusal(with_cells(cells))


def test_a_separator_inside_of_a_text_is_named_with_its_line() -> None:
    sentence = refusal(with_cells({(2, 1): "Laporan keuangan, barang"}, ","))
    assert "Baris 3 memuat 8 sel, padahal baris lain 7" in sentence
    assert "koma" in sentence


@pytest.mark.parametrize(
    "text",
    [
        "UU 14/2008, Pasal 17, huruf h;\nUU 27/2022, Pasal 4, ayat (2);\nPerwal 1, 2, 3, dan 4",
        "1. nama;\n2. alamat;\n3. nomor;\n4. foto;\n5. tanda tangan;\n6. sidik jari;\n7. gaji",
        "Rp1,500,000,000\nRp2,500,000,000",
        'Buku "Bekasi; Kota Patriot"\njilid 2',
    ],
)
@pytest.mark.parametrize("separator", [";", ","])
def test_a_cell_of_several_lines_stays_one(text: str, separator: str) -> None:
    rows = [HEAD, *(row if row[0] != "3" else ["3", text, *row[2:]] for row in ROWS)]
    texts = texts_in(csv_text(rows, separator).encode())
    assert texts[3] == text
    assert len(texts) == 9


def test_titles_and_notes_may_be_narrower_than_the_table() -> None:
    text = "DAFTAR INFORMASI PUBLIK\r\n\r\n" + with_cells({}) + "Catatan;dikirim 2024\r\n"
    assert len(open_workbook("a.csv", text.encode()).sheets[0].cells) == 1 + 63 + 2


@pytest.mark.long
def test_looking_for_faults_grows_evenly() -> None:
    def read(count: int) -> Work[object]:
        rows = [["1", 'a "b"; c\nd – e', "x"]] * count
        content = csv_text([["No", "Informasi", "Unit"], *rows]).encode("cp1252")
        return lambda: open_workbook("a.csv", content)

    assert_even(read, 4_000)
