"""A marked worksheet on the desk of “Periksa daftar”: what taking it in would say of it."""

import shutil
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.formula.translate import Translator

from ppid.assessing.assess import assess
from ppid.cli.main import main
from ppid.core.project_files import DiskFolder
from ppid.handing_in.desk import PUTARAN, ClerkDesk, Outcome, Work
from ppid.handing_in.reference import round_reference
from ppid.handing_in.worksheet.judged import Judged
from ppid.handing_in.worksheet.seen import SeenPaper
from tests.conftest import Run
from tests.handing_in.test_desk import (
    DAY,
    TOWN,
    as_json,
    corpus_of_town,
    desk,
    desk_of_site,
    references,
)
from tests.handing_in.worksheet.papers import (
    FEW,
    OBJECTIONS,
    Marks,
    Objection,
    marked,
    objected,
)
from tests.office import Office

NAME = "kertas.xlsx"
FIRST = ("dinkes", "berkala.a.a")
FAULTY: dict[str, tuple[Marks, str]] = {
    "unknown mark": ({FIRST: ("v", "")}, "2021-12-20"),
    "note alone": ({FIRST: ("", "Ada?")}, "2021-12-20"),
    "formula": ({FIRST: ('="Ada"', "")}, "2021-12-20"),
    "private": ({FIRST: ("Ada", "Kata pegawai di 0812-3456-7890")}, "2021-12-20"),
    "no day": ({}, ""),
    "day to come": ({}, "2022-12-30"),
    "several": ({FIRST: ("ya", "=1+1")}, ""),
    "earlier than what is stored": ({FIRST: ("Tidak ada", "Kosong")}, "2021-12-01"),
}


def seen(content: bytes) -> SeenPaper:
    paper = desk_of_site().outcome(Work(NAME), content).kertas
    assert paper is not None
    return paper


def taken_in(content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> int | None:
    """Let the command look at a worksheet; return how it ended."""
    shutil.copytree(TOWN, tmp_path / "kota", dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path / "kota")
    Path(NAME).write_bytes(content)
    with pytest.raises(SystemExit) as ended:
        main(["terima-kertas", NAME, "--lihat", "--tanggal", DAY])
    assert ended.value.code is None or isinstance(ended.value.code, int)
    return ended.value.code


def test_marks_are_read_and_told_as_the_command_tells_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    content = marked({**FEW, ("dinkes", "berkala.b.b"): ("Tidak ada", "Tidak ditemukan")})
    paper = seen(content)
    assert paper.ditolak == ()
    read = {(m.kode, m.tanda) for m in paper.tanda}
    assert {("berkala.a.a", "Ada"), ("berkala.b.b", "Tidak ada")} <= read
    one = next(m for m in paper.tanda if m.kode == "berkala.b.b")
    assert one.catatan == "Tidak ditemukan"
    assert one.tempat.startswith("lembar Penilaian sel N")
    assert paper.hasil == f"Dapat diterima: {len(paper.tanda)} tanda terbaca"
    assert taken_in(content, tmp_path, monkeypatch) in {0, None}
    told = capsys.readouterr().out.splitlines()
    assert paper.kabar
    assert [line for line in told if line in paper.kabar] == [*paper.kabar]
    assert told[-1] == "Hanya dilihat: tidak ada yang ditulis."


ODD: Marks = {
    **FEW,
    FIRST: (" ada ", ""),
    ("dinkes", "berkala.b.b"): ("TIDAK ADA", "Tidak ditemukan"),
    ("dinkes", "berkala.b.c"): ("tidak  berlaku", "Tidak ada kegiatan seperti itu"),
}


@pytest.mark.parametrize("form", ["xlsx", pytest.param("ods", marks=pytest.mark.long)])
@pytest.mark.parametrize("case", ["odd spellings", pytest.param("several", marks=pytest.mark.long)])
def test_a_sorted_worksheet_saved_by_libreoffice_is_told_as_the_command_tells_it(
    form: str, case: str, proyek: Path, run: Run, office: Office
) -> None:
    marks, day = FAULTY.get(case, (ODD, "2021-12-20"))
    content = office.convert(turned_over(marked({**ODD, **marks}, day)), form)
    name = f"kertas.{form}"
    outcome = desk_of_site().outcome(Work(name), content)
    assert outcome == desk().outcome(Work(name), content)
    paper = outcome.kertas
    assert paper is not None
    (proyek / name).write_bytes(content)
    said = run("terima-kertas", name, "--lihat", "--tanggal", DAY, at=proyek)
    assert said.returncode == bool(paper.ditolak) == (case == "several")
    if paper.ditolak:
        *lines, _ = said.stderr.splitlines()
        for line, each in zip(lines, paper.ditolak, strict=True):
            assert line.startswith(f"{name}, {each.tempat}: {each.kalimat} {each.saran}")
    else:
        assert {"Ada", "Tidak ada", "Tidak berlaku"} <= {each.tanda for each in paper.tanda}
        assert [each for each in said.stdout.splitlines() if each in paper.kabar] == [*paper.kabar]


def turned_over(content: bytes) -> bytes:
    """Return a worksheet with its rows from the last to the first, as sorting them leaves them."""
    book = load_workbook(BytesIO(content))
    sheet = book["Penilaian"]
    rows = range(7, sheet.max_row + 1)
    old = [[cell.value for cell in sheet[row]] for row in rows]
    for values, origin, row in zip(reversed(old), reversed(rows), rows, strict=True):
        for cell, value in zip(sheet[row], values, strict=True):
            if isinstance(value, str) and value.startswith("="):
                at = f"{cell.column_letter}{origin}"
                cell.value = Translator(value, at).translate_formula(cell.coordinate)
            else:
                cell.value = value
    turned = BytesIO()
    book.save(turned)
    return turned.getvalue()


def test_progress_counts_what_must_be_marked() -> None:
    report = assess(corpus_of_town()).report("dinkes", 2021)
    assert report is not None
    counting = [a.obligation.kode for a in report.assessments if a.state.counts]
    idle = next(a.obligation.kode for a in report.assessments if not a.state.counts)
    everything: Marks = {("dinkes", kode): ("Ada", "Dilihat") for kode in counting}
    (before,) = seen(marked({("dinkes", idle): ("Tidak berlaku", "")})).kemajuan
    (after,) = seen(marked(everything)).kemajuan
    assert before.perangkat == after.perangkat == report.profil.nama
    assert before.seluruhnya == after.seluruhnya == len(counting)
    assert before.ditandai < len(counting)
    assert after.ditandai == len(counting)


@pytest.mark.parametrize("case", FAULTY)
def test_what_would_be_refused_is_named_with_its_cell_and_the_next_step(case: str) -> None:
    marks, day = FAULTY[case]
    paper = seen(marked({**FEW, **marks}, day))
    assert paper.hasil.startswith("Belum dapat diterima: ")
    assert all(each.tempat for each in paper.ditolak)
    assert all(each.saran for each in paper.ditolak)
    # Who reads the page has no terminal.
    shown = " ".join(f"{each.kalimat} {each.saran}" for each in paper.ditolak)
    assert "ppid " not in shown
    assert "--" not in shown


@pytest.mark.parametrize("case", ["several", "earlier than what is stored"])
def test_what_would_be_refused_is_what_the_command_refuses(
    case: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    marks, day = FAULTY[case]
    content = marked({**FEW, **marks}, day)
    paper = seen(content)
    assert taken_in(content, tmp_path, monkeypatch) == 1
    *lines, count = capsys.readouterr().err.splitlines()
    assert f"{len(paper.ditolak)} hal perlu diperbaiki" in count
    for line, each in zip(lines, paper.ditolak, strict=True):
        assert line.startswith(f"{NAME}, {each.tempat}: {each.kalimat} {each.saran}")


@pytest.mark.parametrize("marks", [{}, FEW, FAULTY["several"][0]], ids=["blank", "few", "several"])
@pytest.mark.parametrize("assessor", [0, 1])
def test_what_a_site_offers_is_enough_for_the_same_outcome(marks: Marks, assessor: int) -> None:
    content = marked(marks, assessor=assessor)
    outcome = desk_of_site().outcome(Work(NAME), content)
    assert outcome.kertas is not None
    assert outcome == desk().outcome(Work(NAME), content)


@pytest.mark.parametrize("made", [lambda: marked(FEW), objected], ids=["marks", "objections"])
def test_nothing_of_a_worksheet_can_be_saved_from_the_desk(made: Callable[[], bytes]) -> None:
    content = made()
    assert desk_of_site().hand_in(as_json(Work(NAME)), content) == b""
    assert desk_of_site().corrected(as_json(Work(NAME)), content) == b""


def test_what_worksheets_are_held_against_is_asked_for_when_there_is_one() -> None:
    without = ClerkDesk.with_references(references(), DAY)
    assert without.outcome(Work(NAME), marked(FEW)) == Outcome(kurang=(PUTARAN,))


@pytest.mark.parametrize("made", [lambda: marked(FEW), objected], ids=["marks", "objections"])
def test_what_cannot_be_checked_there_is_said_with_who_does(made: Callable[[], bytes]) -> None:
    content = made()
    bare = ClerkDesk.with_references(references(), DAY)
    bare.know_round(
        round_reference(Judged(()), date.fromisoformat(DAY), DiskFolder(TOWN)).as_json()
    )
    of_year = bare.outcome(Work(NAME), content)
    assert of_year.ditolak.startswith("Situs ini tidak memuat penilaian tahun 2021")
    assert "diperiksa oleh yang menerimanya" in of_year.saran


WRONG: tuple[Objection, ...] = (
    OBJECTIONS[0],
    ("2021/dinkes/berkala.zz", "kemarin", "Wali Kota", "=1+1", ""),
    ("2021/dinkes/berkala.d.a", "2022-12-30", "", "Hubungi 0812-3456-7890", "http://a.example"),
)
"""One objection that is sound, and rows with a fault in nearly every cell."""


@pytest.mark.parametrize("rows", [(), OBJECTIONS, WRONG], ids=["none", "sound", "wrong"])
def test_a_sheet_of_objections_is_told_as_the_command_tells_it(
    rows: tuple[Objection, ...], proyek: Path, run: Run
) -> None:
    content = objected(rows)
    outcome = desk_of_site().outcome(Work(NAME), content)
    assert outcome == desk().outcome(Work(NAME), content)
    paper = outcome.kertas
    assert paper is not None
    assert paper.tanda == paper.kemajuan == ()
    (proyek / NAME).write_bytes(content)
    said = run("terima-kertas", NAME, "--lihat", "--tanggal", DAY, at=proyek)
    assert said.returncode == bool(paper.ditolak) == (rows == WRONG)
    if paper.ditolak:
        *lines, count = said.stderr.splitlines()
        assert f"{len(paper.ditolak)} hal perlu diperbaiki dahulu" in count
        assert paper.hasil.endswith("hal perlu diperbaiki dahulu, 1 sanggahan terbaca")
        for line, each in zip(lines, paper.ditolak, strict=True):
            assert line == f"{NAME}, {each.tempat}: {each.kalimat} {each.saran}"
    else:
        assert [each for each in said.stdout.splitlines() if each in paper.kabar] == [*paper.kabar]
        assert [(s.temuan, s.isi, s.tautan) for s in paper.sanggahan] == [
            (finding, words, link) for finding, _, _, words, link in rows
        ]


def test_an_objection_that_is_on_file_already_is_known_there(proyek: Path, run: Run) -> None:
    content = objected()
    (proyek / NAME).write_bytes(content)
    assert run("terima-kertas", NAME, "--tanggal", DAY, at=proyek).returncode == 0
    folder, made = DiskFolder(proyek), ClerkDesk.with_references(references(), DAY)
    judged, day = Judged.of(assess(corpus_of_town())), date.fromisoformat(DAY)
    made.know_round(round_reference(judged, day, folder).as_json())
    paper = made.outcome(Work(NAME), content).kertas
    assert paper is not None
    assert paper.kabar == ("Sanggahan: 0 baru, 2 sudah tercatat.",)
    assert paper.sanggahan[0].tempat == "lembar Sanggahan sel D6"
    assert paper.sanggahan[1].pihak == "Masyarakat"
    assert paper.hasil == "Dapat diterima: 2 sanggahan terbaca"


@pytest.mark.parametrize("row", [1, 3])
def test_a_worksheet_whose_identity_was_changed_is_refused_without_a_command(row: int) -> None:
    book = load_workbook(BytesIO(marked(FEW)))
    book["Identitas"].cell(row, 2).value = "2020"
    changed = BytesIO()
    book.save(changed)
    outcome = desk_of_site().outcome(Work(NAME), changed.getvalue())
    assert outcome.ditolak
    assert outcome.saran.startswith("Minta kertas kerja yang baru")
    assert "ppid " not in f"{outcome.ditolak} {outcome.saran}"
