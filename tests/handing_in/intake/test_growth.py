"""Taking a list in costs in proportion to its rows, whatever stands in them, up to the most."""

import csv
import io
from collections.abc import Callable, Sequence
from datetime import date
from importlib.resources import files

import pytest

from ppid.checking.check import check_folder
from ppid.checking.load import Memory
from ppid.core.project_files import DiskFolder
from ppid.diagnostics.diagnostic import Diagnostic
from ppid.handing_in.intake.first_check import ReadProject, with_findings
from ppid.handing_in.intake.report import as_markdown
from ppid.handing_in.intake.taking_in import MAX_ROWS, opened, take_in
from ppid.handing_in.model import Intake, Target
from ppid.reading.documents.book import NoWorkbookError
from ppid.values.numbers import format_bulat
from tests.conftest import TOWN
from tests.growth import Work, assert_even

pytestmark = pytest.mark.long

HEAD = (
    *("No", "Informasi", "Klasifikasi", "Penguasa", "Penanggung Jawab", "Waktu Pembuatan"),
    *("Bentuk", "Retensi", "Catatan"),
)
Row = Sequence[object]


def row(number: int, title: str = "Laporan {}", note: str = "") -> Row:
    name = "".join(chr(97 + number // 26**place % 26) for place in range(3))
    rest = "berkala", "Sekretariat", "Sekretaris", "2025", "digital", "5 tahun"
    return number, title.format(name), *rest, note


def each(count: int, *made: Callable[[int], Row]) -> list[Row]:
    """Return so many rows, in turn of these kinds."""
    return [make(number) for number in range(count // len(made)) for make in made]


CODED = "Kode", *HEAD[1:]
SHAPES: dict[str, Callable[[int], list[Row]]] = {
    "distinct titles": lambda n: [HEAD, *each(n, row)],
    "one title": lambda n: [HEAD, *each(n, lambda i: row(i, "Laporan"))],
    "years": lambda n: [HEAD, *each(n, lambda i: row(i, f"Laporan {{}} tahun {1990 + i % 40}"))],
    "one column": lambda n: [HEAD[1:2], *each(n, lambda i: row(i)[1:2])],
    "two columns": lambda n: [HEAD[1:3], *each(n, lambda i: row(i)[1:3])],
    "headings again": lambda n: each(n, lambda _: HEAD, row),
    "titles of groups": lambda n: [HEAD, *each(n, lambda i: [f"{i}. Informasi Berkala"], row)],
    "our example": lambda n: [CODED, *each(n, lambda i: ("CONTOH-1", *row(i)[1:]))],
    "one code": lambda n: [CODED, *each(n, lambda i: ("A-1", *row(i)[1:]))],
    "marks of removal": lambda n: [HEAD, *each(n, lambda i: row(i, "(dihapus) Laporan {}"))],
    "signatures": lambda n: [HEAD, *each(n, row, lambda _: ["Kota, 3 Mei 2025"])],
    "as above": lambda n: [
        HEAD,
        row(0),
        *each(n, lambda i: (i + 1, row(i + 1)[1], *["sda"] * 7)),
    ],
    "notes below": lambda n: [HEAD, *each(n, row, lambda _: [*[""] * 8, "lihat di atas"])],
    "titles that run on": lambda n: [HEAD, *each(n, row, lambda _: ["", "dan lanjutannya"])],
    "cells nobody can read": lambda n: [
        HEAD,
        *each(n, lambda i: (*row(i)[:2], "entah", "?", "?", "tidak tahu", "?", "lama", "?")),
    ],
    "two lists beside each other": lambda n: [
        (*HEAD, "", *HEAD),
        *each(n // 2, lambda i: (*row(i), "", *row(i, "Rencana {}"))),
    ],
    "numbers of another table": lambda n: [
        HEAD,
        *each(n // 2, lambda i: row(i, note=f"lihat nomor {i}")),
        [],
        ("No", "Catatan"),
        *each(n // 2, lambda i: (i, row(i)[1])),
    ],
}


def text(rows: Sequence[Row]) -> bytes:
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue().encode()


@pytest.fixture(scope="module")
def project() -> ReadProject:
    memory, folder = Memory(), DiskFolder(TOWN)
    return ReadProject(folder, check_folder(folder, date(2025, 7, 1), memory).corpus, memory)


def take(content: bytes, project: ReadProject) -> Intake:
    handed = opened("a.csv", content)
    intake = take_in(handed, Target("setda", "dip", 2025), project.corpus, {}).intake
    found = with_findings(intake, "a.csv", project)
    as_markdown(found, "a.csv", "Sekretariat")
    return found


@pytest.mark.parametrize("shape", SHAPES)
def test_rows_are_taken_in_in_proportion(shape: str, project: ReadProject) -> None:
    def prepare(count: int) -> Work[Intake]:
        content = text(SHAPES[shape](count))
        return lambda: take(content, project)

    assert len(assert_even(prepare, 150).rows) >= 150  # it is read, not refused


@pytest.mark.parametrize("shape", ["two columns", "cells nobody can read"])
def test_findings_are_not_compared_with_each_other(
    shape: str, project: ReadProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = []
    monkeypatch.setattr(Diagnostic, "__eq__", lambda *both: compared.append(both))
    assert take(text(SHAPES[shape](20)), project).remarks
    assert not compared


def test_more_rows_than_are_checked_in_seconds_are_refused() -> None:
    opened("a.csv", text([HEAD, *each(MAX_ROWS - 1, row)]))
    with pytest.raises(NoWorkbookError, match=r"memuat 2\.101 baris; paling banyak 2\.100"):
        opened("a.csv", text([HEAD, *each(MAX_ROWS, row)]))


def test_who_has_too_many_rows_is_told_what_to_do_and_the_guide_says_how_many() -> None:
    with pytest.raises(NoWorkbookError) as refused:
        opened("a.csv", text([HEAD, *each(MAX_ROWS, row)]))
    assert "setiap daftar sebagai berkas sendiri" in refused.value.advice
    assert "kirimkan berkasnya kepada PPID Utama" in refused.value.advice
    guide = files("ppid.guide").joinpath("panduan/menyerahkan-daftar.md").read_text("utf-8")
    assert f"paling banyak {format_bulat(MAX_ROWS)} baris" in guide
