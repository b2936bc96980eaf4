"""`ppid impor` as a clerk types it, in a copy of the small base tree or of the invented town."""

import csv
import io
import re
import shutil
from pathlib import Path

import openpyxl
import pytest

from ppid.cli.main import main
from ppid.handing_in.reply.entries import MOST_ROWS
from ppid.handing_in.reply.questions import JAWABAN, KUNCI
from tests.growth import Work, assert_even
from tests.handing_in.intake.workbooks import SheetOf, xlsx

TOWN = Path(__file__).parents[2] / "kota-kecil"
ROOT = Path(__file__).parents[3]
HEADING = ("No", "Informasi", "Cakupan", "Dasar Hukum", "Konsekuensi Dibuka", "Jangka Waktu")
ROWS = (
    (1, "Denah ruang peladen", "Seluruhnya", "Pasal 17 huruf c", "Jaringan mudah diserang.", "5"),
    (2, "Kata sandi aplikasi", "seluruh", "Pasal 17 huruf c", "Data dapat diubah.", "5 Tahun"),
)
LIST = ("--opd", "dinkes", "--jenis", "dik", "--tahun", "2022", "--tanggal", "2022-06-01")
ANSWERS = "kolom.penguasa: Bagian Umum\npenetapan.tanggal: 2022-03-03\n{key}: 5 tahun\n"


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(TOWN, tmp_path / "kota")
    monkeypatch.chdir(tmp_path / "kota")
    return tmp_path / "kota"


@pytest.fixture
def daftar(town: Path) -> Path:
    path = town / "daftar.xlsx"
    path.write_bytes(xlsx(SheetOf([HEADING, *ROWS])))
    return path


def run(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(["impor", *arguments])
    written = capsys.readouterr()
    return int(ended.value.code or 0), written.out, written.err


def key_in(answers: Path) -> str:
    lines = answers.read_text("utf-8").splitlines()
    return next(line.removesuffix(":") for line in lines if line.startswith("jangka_waktu."))


def answered(town: Path, daftar: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    run(str(daftar), *LIST, capsys=capsys)
    answers = town / "daftar.jawaban.yml"
    answers.write_text(ANSWERS.format(key=key_in(answers)), "utf-8")
    return run(str(daftar), *LIST, capsys=capsys)


def rows_of(town: Path) -> list[dict[str, str]]:
    text = (town / "data/opd/dinkes/dik/2022.csv").read_text("utf-8")
    return list(csv.DictReader(io.StringIO(text)))


DIP = ("No", "Informasi", "Klasifikasi", "Penguasa", "Penanggung Jawab", "Waktu", "Retensi")
BOTH = (
    SheetOf([HEADING, *ROWS], "DIK"),
    SheetOf([DIP, (1, "Renja", "berkala", "Seksi Umum", "Camat", "2022", "5 tahun")], "DIP"),
)


def test_answers_about_one_list_are_not_those_about_another_of_the_workbook(
    town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book, kept = town / "keduanya.xlsx", town / "keduanya.jawaban.yml"
    book.write_bytes(xlsx(*BOTH))
    other = [word.replace("dik", "dip") for word in LIST]
    run(str(book), *other, capsys=capsys)
    asked = kept.read_text("utf-8")
    said = asked.replace("penetapan.nomor:", "penetapan.nomor: 77/DIP/2022")
    assert said != asked
    kept.write_text(said, "utf-8")

    run(str(book), *LIST, capsys=capsys)
    assert kept.read_text("utf-8") == said
    own = (town / "keduanya.dinkes-dik-2022.jawaban.yml").read_text("utf-8")
    assert "77/DIP" not in own
    assert "penetapan.tanggal:" in own
    _, _, err = run(str(book), *LIST, "--jawaban", str(kept), capsys=capsys)
    assert "untuk daftar lain: DIP 2022 Dinas Kesehatan" in err
    assert not (town / "data/opd/dinkes/dik/2022.yml").exists()
    # Files that were kept before do not say whose answers they hold.
    kept.write_text(said.replace("untuk: dinkes/dip/2022\n", ""), "utf-8")
    _, out, _ = run(str(book), *other, capsys=capsys)
    assert "Jawaban dibaca dari keduanya.jawaban.yml." in out


def test_nothing_is_written_while_questions_are_open(
    town: Path, daftar: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(str(daftar), *LIST, capsys=capsys)
    assert code == 1
    assert "Belum ada yang ditulis: 3 pertanyaan menunggu jawaban." in out
    assert not (town / "data/opd/dinkes/dik/2022.csv").exists()
    assert "kolom.penguasa:" in (town / "daftar.jawaban.yml").read_text("utf-8")


def test_with_answers_the_list_is_written_and_checked(
    town: Path, daftar: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = answered(town, daftar, capsys)
    assert re.search(r"Ditulis: DIK .+ 2022, 2 baris\.", out)
    assert [row["jangka_waktu"] for row in rows_of(town)] == ["5 tahun", "5 tahun"]
    assert [row["penguasa"] for row in rows_of(town)] == ["Bagian Umum", "Bagian Umum"]
    assert (town / "data/opd/dinkes/dik/2022.yml").read_text("utf-8") == (
        "penetapan:\n  tanggal: 2022-03-03\nsumber: Berkas daftar.xlsx dari perangkat daerah\n"
    )
    assert "Nomor uji konsekuensi: " in out
    assert "galat" not in out


def test_findings_lead_back_to_the_cells_of_the_workbook(
    town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = town / "daftar.xlsx"
    row = (
        1,
        "Denah ruang peladen",
        "seluruh",
        "Pasal 17 huruf c angka 9",
        "Mudah diserang sekali.",
    )
    path.write_bytes(
        xlsx(SheetOf([(*HEADING, "Unit yang Menguasai"), (*row, "tidak terbatas", "Umum")]))
    )
    code, out, _ = run(str(path), *LIST, capsys=capsys)
    assert code == 1
    assert re.search(r"galat, sel D2: .+ \(DIK-003\)", out)


def test_a_run_repeats_and_another_list_is_never_overwritten_unasked(
    town: Path, daftar: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answered(town, daftar, capsys)
    before = (town / "data/opd/dinkes/dik/2022.csv").read_bytes()
    kept = (town / "daftar.jawaban.yml").read_bytes()
    code, out, _ = run(str(daftar), *LIST, capsys=capsys)
    assert code == 0
    assert "2022 sudah sama; tidak ada yang ditulis." in out
    assert (town / "data/opd/dinkes/dik/2022.csv").read_bytes() == before
    assert (town / "daftar.jawaban.yml").read_bytes() == kept
    daftar.write_bytes(xlsx(SheetOf([HEADING, ROWS[0]])))
    code, _, err = run(str(daftar), *LIST, capsys=capsys)
    assert code == 2
    assert "--timpa" in err
    assert (town / "data/opd/dinkes/dik/2022.csv").read_bytes() == before
    code, out, _ = run(str(daftar), *LIST, "--timpa", capsys=capsys)
    assert code == 0
    assert len(rows_of(town)) == 1
    assert "1 informasi dalam daftar 2022 kini tidak ada" in out


def test_only_looking_writes_nothing(
    town: Path, daftar: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(path.as_posix() for path in town.rglob("*"))
    run(str(daftar), *LIST, "--lihat", capsys=capsys)
    assert sorted(path.as_posix() for path in town.rglob("*")) == before


def test_report_and_reply(town: Path, daftar: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = ("--laporan", "laporan.md", "--balasan", "balasan.xlsx")
    run(str(daftar), *LIST, *wanted, capsys=capsys)
    assert "## Pertanyaan yang belum dijawab" in (town / "laporan.md").read_text("utf-8")
    reply = openpyxl.load_workbook(town / "balasan.xlsx")
    assert reply["Daftar"]["F2"].comment is not None
    assert len(reply.sheetnames) > 1


def test_a_list_of_two_thousand_rows_is_taken_in(
    town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [(n, f"Denah ruang {n}", *ROWS[1][2:], "Bagian Umum") for n in range(1, 2001)]
    path = town / "daftar.xlsx"
    path.write_bytes(xlsx(SheetOf([("Daftar tahun 2022",), (*HEADING, "Penguasa"), *rows])))
    (town / "daftar.jawaban.yml").write_text("penetapan.tanggal: 2022-03-03\n", "utf-8")
    code, said, _ = run(str(path), *LIST, capsys=capsys)
    assert code == 0
    assert "2.000 baris" in said
    assert len(rows_of(town)) == 2000


@pytest.mark.long
def test_a_long_list_is_answered_without_a_workbook_and_told_where_it_is_mended(
    town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = ("--laporan", "laporan.md", "--balasan", "balasan.xlsx")
    for count in (MOST_ROWS - 1, MOST_ROWS):  # the row of the headings makes it too long
        path = town / "daftar.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([HEADING, *(ROWS[n % 2] for n in range(count))])
        (town / "balasan.xlsx").unlink(missing_ok=True)
        code, said, _ = run(str(path), *LIST, "--lihat", *wanted, capsys=capsys)
        long = count == MOST_ROWS
        assert code == 1
        assert (town / "balasan.xlsx").exists() != long
        for told in (said, (town / "laporan.md").read_text("utf-8")):
            assert ("Berkas ini lebih dari 1.000 baris" in told) == long
            assert ("halaman “Periksa daftar”" in told) == long
        assert ("Jawab di balasan.xlsx" in said) != long


def test_answers_come_back_in_the_reply(
    town: Path, daftar: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(str(daftar), *LIST, "--lihat", "--balasan", "balasan.xlsx", capsys=capsys)
    book = openpyxl.load_workbook(town / "balasan.xlsx")
    for sheet in book.worksheets:
        for head in (cell for row in sheet.iter_rows() for cell in row if cell.value == JAWABAN):
            keys = next(cell.column for cell in sheet[head.row] if cell.value == KUNCI)
            for row in range(head.row + 1, sheet.max_row + 1):
                if sheet.cell(row, keys).value:
                    sheet.cell(row, head.column).value = "A"
    book.save(town / "balasan.xlsx")
    run("balasan.xlsx", *LIST, capsys=capsys)
    assert [row["jangka_waktu"] for row in rows_of(town)] == ["5 tahun", "5 tahun"]


def test_a_reply_is_never_taken_for_the_file_of_answers(
    town: Path, daftar: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(str(daftar), *LIST, "--lihat", "--balasan", "balasan.xlsx", capsys=capsys)
    before = (town / "balasan.xlsx").read_bytes()
    code, _, err = run(str(daftar), *LIST, "--jawaban", "balasan.xlsx", capsys=capsys)
    assert code == 2
    assert "sebagai BERKAS" in err
    assert (town / "balasan.xlsx").read_bytes() == before


def test_rows_of_a_demonstration_stay_marked(
    town: Path, daftar: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    about = town / "data/opd/dinkes/dik/2021.yml"
    about.write_text(f"contoh: true\n{about.read_text('utf-8')}", "utf-8")
    with (town / "data/opd/dinkes/dik/2021.csv").open(encoding="utf-8") as file:
        first = next(csv.DictReader(file))
    own = ("Kode", *HEADING[1:])
    made_up = (first["kode"], first["informasi"], *ROWS[1][2:])
    code, out, _ = _imported(town, daftar, (own, made_up), capsys)
    assert code == 0, out
    assert "contoh: true" in (town / "data/opd/dinkes/dik/2022.yml").read_text("utf-8")
    assert "ditandai contoh" in out


def _imported(
    town: Path,
    daftar: Path,
    rows: tuple[tuple[object, ...], ...],
    capsys: pytest.CaptureFixture[str],
) -> tuple[int, str, str]:
    daftar.write_bytes(xlsx(SheetOf(list(rows))))
    answers = "kolom.penguasa: Bagian Umum\npenetapan.tanggal: 2022-03-03\n"
    (town / "daftar.jawaban.yml").write_text(answers, "utf-8")
    return run(str(daftar), *LIST, capsys=capsys)


def test_outdated_and_unusable_answers_are_named(
    town: Path, daftar: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = town / "jawab.yml"
    answers.write_text("kolom.lama: x\npenetapan.tanggal: besok\n", "utf-8")
    code, out, _ = run(str(daftar), *LIST, "--jawaban", str(answers), capsys=capsys)
    assert code == 1
    assert "Jawaban “x” tidak ditanyakan (lagi)." in out
    assert "Jawaban “besok” belum dapat dipakai." in out
    answers.write_text("a: [1]\n", "utf-8")
    code, _, err = run(str(daftar), *LIST, "--jawaban", str(answers), capsys=capsys)
    assert code == 2
    assert "jawab.yml tidak dapat dipakai" in err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "Tulis --opd, --jenis, --tahun"),
        (("--opd", "dinkez", "--jenis", "dik", "--tahun", "2022"), 2, "maksudnya “dinkes”"),
        (("--opd", "../..", "--jenis", "dik", "--tahun", "2022"), 2, "tidak ada."),
    ],
)
def test_misuse_says_what_to_write(
    daftar: Path,
    arguments: tuple[str, ...],
    code: int,
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    ended, _, err = run(str(daftar), *arguments, capsys=capsys)
    assert (ended, said in err) == (code, True)


def test_what_is_no_workbook_is_refused_with_the_next_step(
    town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (town / "daftar.xlsx").write_bytes(b"%PDF-1.7 bukan buku kerja")
    code, _, err = run("daftar.xlsx", *LIST, capsys=capsys)
    assert code == 1
    assert err.startswith("daftar.xlsx: ")


def test_a_list_that_is_nil_is_written_once_somebody_says_so(
    town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = town / "nihil.xlsx"
    path.write_bytes(xlsx(SheetOf([HEADING, ("NIHIL",)])))
    code, out, _ = run(str(path), *LIST, capsys=capsys)
    assert (code, "3 pertanyaan menunggu" in out) == (1, True)
    (town / "nihil.jawaban.yml").write_text(
        "nihil.pernyataan: Tidak ada informasi yang dikecualikan.\n"
        "nihil.pejabat: Kepala Dinas\nnihil.tanggal: 31 Januari 2022\n",
        "utf-8",
    )
    code, out, _ = run(str(path), *LIST, capsys=capsys)
    assert code == 0
    assert not (town / "data/opd/dinkes/dik/2022.csv").exists()
    assert "tanggal: 2022-01-31" in (town / "data/opd/dinkes/dik/2022.yml").read_text("utf-8")


def test_titles_alone_come_in_as_a_copy_with_warnings(
    town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = town / "judul.xlsx"
    titles = [(number, f"Surat rahasia bagian {number}") for number in range(1, 6)]
    path.write_bytes(xlsx(SheetOf([("No", "Informasi yang Dikecualikan"), *titles])))
    (town / "judul.jawaban.yml").write_text(
        "kolom.cakupan: seluruh\nkolom.penguasa: Bagian Umum\nsalinan-resmi: salinan\n", "utf-8"
    )
    code, out, _ = run(str(path), *LIST, capsys=capsys)
    assert "salinan_resmi: true" in (town / "data/opd/dinkes/dik/2022.yml").read_text("utf-8")
    assert "(ISI-001)" in out
    assert (code, "galat" in out) == (0, False)


def test_questions_are_asked_at_a_terminal(
    town: Path,
    daftar: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdin", _Terminal("1\nBagian Umum\nbesok\n3 Maret 2022\n" + 6 * "\n"))
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    _, out, _ = run(str(daftar), *LIST, capsys=capsys)
    assert "Jawaban itu belum dapat dipakai." in out
    assert [row["jangka_waktu"] for row in rows_of(town)] == ["5 tahun", "5 tahun"]
    assert "penetapan.tanggal: 3 Maret 2022" in (town / "daftar.jawaban.yml").read_text("utf-8")


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.long
@pytest.mark.parametrize("title", ["Denah ruang peladen", "Denah ruang peladen {}"])
def test_many_rows_of_like_titles_cost_in_proportion(
    title: str, town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def prepare(size: int) -> Work[tuple[int, str, str]]:
        words = ("".join(chr(97 + n // 26**place % 26) for place in range(3)) for n in range(size))
        rows = [(n, title.format(word), *ROWS[0][2:]) for n, word in enumerate(words, 1)]
        path = town / f"{size}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([HEADING, *rows])
        return lambda: run(str(path), *LIST, "--lihat", capsys=capsys)

    _, said, _ = assert_even(prepare, 240)
    assert "960" in said
