"""Another program opens the replies, saves them, and they are answered again."""

from pathlib import Path

import pytest

from ppid.handing_in.reply.package import open_package, sheets_of, tag
from ppid.handing_in.reply.questions import read_answers
from ppid.handing_in.reply.workbook import reply
from tests.handing_in.reply.handed import CLASH, QUESTION, SHEET, TARGET, intake
from tests.handing_in.reply.workbooks import made
from tests.office import Office

NAMES = ("polos", "gambar", "bagan", "format bersyarat", "komentar", "sel gabungan", "makro")


@pytest.fixture(scope="module")
def saved(office: Office, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Convert all replies at once: starting the program takes most of the time."""
    folder = tmp_path_factory.mktemp("balasan")
    for name in NAMES:
        found = intake(questions=(QUESTION, CLASH))
        (folder / f"{name}.xlsx").write_bytes(reply("daftar.xlsx", made(name), found))
    files = sorted(folder.glob("*.xlsx"))
    for sort in ("xlsx", "pdf"):
        office.save_as(sort, files, folder / "hasil")
    return folder / "hasil"


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES)
def test_a_reply_opens_prints_and_keeps_its_marks(saved: Path, name: str):
    package = open_package((saved / f"{name}.xlsx").read_bytes())
    root = package.read(sheets_of(package)[0].part)
    assert 'N("PPID")=0' in {each.text for each in root.iter(tag("formula"))}
    comments = next(package.related(sheets_of(package)[0].part, "comments"))
    assert "PPID: perlu diperbaiki" in package.parts[comments].decode()
    assert (saved / f"{name}.pdf").stat().st_size > 5_000


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES)
def test_what_it_saved_is_answered_without_doubling(saved: Path, name: str):
    content = (saved / f"{name}.xlsx").read_bytes()
    package = open_package(reply("daftar.xlsx", content, intake(questions=())))
    ours = [s.name for s in sheets_of(package) if s.name.startswith("Perbaikan")]
    assert ours == ["Perbaikan", "Perbaikan - Dirapikan", "Perbaikan - Tidak dipakai"]
    root = package.read(next(s.part for s in sheets_of(package) if s.name == SHEET))
    marks = [e.text for e in root.iter(tag("formula")) if e.text == 'N("PPID")=0']
    assert len(marks) == 2
    assert read_answers(content, TARGET) == {}
