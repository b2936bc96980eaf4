"""What the commits of a repository tell of published lists; half of the cases expect nothing."""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from ppid.diagnostics.places import RecordId
from ppid.history.model import Past
from ppid.history.read import read_past
from tests.history.conftest import DIK, HEAD, TODAY, Project, dik_row, table

A = dik_row("A-1", "Rekam medis pasien")
B = dik_row("B-1", "Data pelapor pelanggaran")
C = dik_row("C-1", "Soal ujian yang belum dipakai")
LIST = RecordId("daftar-dik", "dinkes", 2021)
SAMPLE_NIK = "3204110609970001"  # published as a sample


def told(past: Past) -> list[tuple[str, str, str, str, str]]:
    return [
        (change.kind.value, change.record.id.slug, change.field, change.before, change.after)
        for revision in past.revisions
        for change in revision.changes
    ]


def columns_reordered(*rows: str) -> str:
    cells = [row.split(",") for row in (HEAD, *rows)]
    return "".join(",".join(reversed(row)) + "\n" for row in cells)


def rows_of(*rows: str) -> str:
    return table(*rows)


SAME = {
    "nothing": rows_of(A, B),
    "rows in another order": rows_of(B, A),
    "columns in another order": columns_reordered(A, B),
    "line endings": rows_of(A, B).replace("\n", "\r\n"),
    "quotes": rows_of(A.replace("Rekam medis pasien", '"Rekam medis pasien"'), B),
    "byte order mark": "\ufeff" + rows_of(A, B),
    "no last line break": rows_of(A, B).rstrip("\n"),
}


@pytest.mark.parametrize("after", SAME.values(), ids=SAME)
def test_another_form_is_no_change(project: Project, after: str) -> None:
    project.list(A, B)
    project.write(DIK, after)
    project.commit()
    past = project.past()
    assert told(past) == []
    assert past.gone == ()


CHANGED = {
    "longer": (
        (A.replace("3 tahun", "5 tahun"), B),
        [("berubah", "a-1", "jangka_waktu", "3 tahun", "5 tahun")],
    ),
    "added": ((A, B, C), [("baru", "c-1", "", "", "")]),
    "removed": ((A,), [("hilang", "b-1", "", "", "")]),
    "renumbered": (
        (A, B.replace("B-1", "B-2")),
        [("berubah", "b-2", "kode", "B-1", "B-2")],
    ),
    "begins elsewhere": (
        (A.replace("2021-01-04", "2021-02-04"), B),
        [("berubah", "a-1", "mulai", "2021-01-04", "2021-02-04")],
    ),
}


@pytest.mark.parametrize(("after", "expected"), CHANGED.values(), ids=CHANGED)
def test_a_list_that_was_mended(
    project: Project, after: tuple[str, ...], expected: list[tuple[str, ...]]
) -> None:
    project.list(A, B)
    name = project.list(*after, day="2025-04-02")
    past = project.past()
    assert told(past) == expected
    (revision,) = past.revisions
    assert (revision.list, revision.day, revision.commit) == (LIST, date(2025, 4, 2), name)
    assert not revision.contoh
    assert revision.reason == ""


def test_the_first_commit_of_a_list_is_no_change(project: Project) -> None:
    project.list(A, B)
    past = project.past()
    assert (past.revisions, past.gone) == ((), ())
    assert past.since == date(2025, 3, 1)
    assert past.whole


def test_a_removed_row_leaves_its_name_the_day_and_the_reason(project: Project) -> None:
    project.list(A, B)
    project.list(A, day="2025-05-06", message="Hapus\n\nAlasan: sudah dibuka dalam DIP\n")
    (gone,) = project.past().gone
    assert gone.record.id == RecordId("dik", "dinkes", 2021, "b-1")
    assert (gone.day, gone.reason) == (date(2025, 5, 6), "sudah dibuka dalam DIP")
    assert gone.moved_to is None


def test_a_row_that_comes_back_is_not_gone(project: Project) -> None:
    project.list(A, B)
    project.list(A)
    project.list(A, B)
    assert project.past().gone == ()


def test_a_renumbered_row_leads_to_its_new_kode(project: Project) -> None:
    project.list(A, B)
    project.list(A, B.replace("B-1", "B-2"))
    (gone,) = project.past().gone
    assert gone.moved_to == RecordId("dik", "dinkes", 2021, "b-2")


def test_a_removed_list_takes_its_rows_with_it(project: Project) -> None:
    project.write("data/opd/dinkes/dik/2021.yml", "disampaikan: 2021-02-01\ncontoh: true\n")
    project.list(A, B)
    project.write("data/opd/dinkes/dik/2021.yml", None)
    project.write(DIK, None)
    project.commit(day="2025-06-07")
    past = project.past()
    (revision,) = past.revisions
    assert revision.removed
    assert revision.contoh
    assert {gone.record.id.slug for gone in past.gone} == {"", "a-1", "b-1"}
    assert all(gone.contoh for gone in past.gone)


def test_what_is_said_of_the_list_itself(project: Project) -> None:
    project.list(A)
    project.write("data/opd/dinkes/dik/2021.yml", "disampaikan: 2021-02-02\n")
    project.commit()
    (revision,) = project.past().revisions
    assert revision.about == ("Disampaikan",)


def test_a_file_that_no_longer_fits_is_said_to_be_so(project: Project) -> None:
    project.write(DIK, table(A.replace("seluruh", "semuanya"), B))
    project.commit()
    project.list(A, B)
    (revision,) = project.past().revisions
    assert not revision.readable
    assert revision.changes == ()


def test_a_merged_branch_is_one_change(project: Project) -> None:
    project.list(A, B)
    project.git("checkout", "-q", "-b", "usulan")
    project.list(A.replace("3 tahun", "4 tahun"), B)
    project.list(A.replace("3 tahun", "5 tahun"), B)
    project.git("checkout", "-q", "main")
    message = "Gabungkan usulan\n\nalasan : masa uji diperpanjang  \n"
    project.git("merge", "-q", "--no-ff", "-m", message, "usulan")
    (revision,) = project.past().revisions
    assert revision.reason == "masa uji diperpanjang"
    assert told(project.past()) == [("berubah", "a-1", "jangka_waktu", "3 tahun", "5 tahun")]


@pytest.mark.parametrize(
    "message",
    [
        "Hapus baris",
        "Hapus\n\nAlasan:   ",
        f"Hapus\n\nAlasan: permintaan pemegang NIK {SAMPLE_NIK}",
        "Alasannya: panjang",
        "Gabungkan\n\nAlasan: <!-- bila daftar yang sudah terbit diubah -->\n\nBila …",
    ],
)
def test_no_reason_is_made_up_or_shows_a_person(project: Project, message: str) -> None:
    project.list(A, B)
    project.list(A, message=message)
    assert [gone.reason for gone in project.past().gone] == [""]


def test_a_hostile_message_is_text_of_one_line(project: Project) -> None:
    project.list(A, B)
    project.list(A, message="x\x1e\x1f\n\nAlasan: \x1b[31m<script>alert(1)</script>\u202e @semua")
    (gone,) = project.past().gone
    assert gone.reason == "[31m<script>alert(1)</script> @semua"


def test_later_days_are_not_known_yet(project: Project) -> None:
    project.list(A, B, day="2025-03-01")
    project.list(A, day="2025-09-01")
    past = project.past(date(2025, 6, 1))
    assert (past.revisions, past.gone) == ((), ())
    assert project.past(TODAY).gone


def test_a_commit_at_night_belongs_to_the_day_here(project: Project) -> None:
    project.list(A, B)
    project.write(DIK, table(A))
    project.git("add", "-A")
    project.git("commit", "-q", "-m", "x", day="2025-04-30T20:00:00+00:00")
    assert project.past().revisions[0].day == date(2025, 5, 1)


def test_without_a_repository_nothing_is_known(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(DIK, table(A))
    past = read_past(tmp_path, project.corpus())
    assert (past.revisions, past.gone, past.since) == ((), (), None)


def test_a_repository_without_commits(project: Project) -> None:
    assert project.past().since is None


def test_a_shallow_copy_says_so(project: Project, tmp_path: Path) -> None:
    project.list(A, B)
    project.list(A)
    copy = tmp_path / "salinan"
    source = f"file://{project.folder}"
    subprocess.run(["git", "clone", "-q", "--depth", "1", source, copy], check=True)
    past = read_past(copy, Project(copy).corpus())
    assert not past.whole
    assert past.revisions == ()


def test_a_project_inside_a_larger_repository(project: Project) -> None:
    inner = Project(project.folder / "kota" / "kecil")
    inner.folder.mkdir(parents=True)
    inner.list(A, B)
    inner.list(A)
    past = inner.past()
    assert [gone.record.id.slug for gone in past.gone] == ["b-1"]
    assert project.past().gone == ()


def test_reading_changes_nothing_of_the_repository(project: Project) -> None:
    project.list(A, B)
    project.list(A)
    project.write(DIK, table(B))
    before = {p: p.read_bytes() for p in project.folder.rglob("*") if p.is_file()}
    project.past()
    after = {p: p.read_bytes() for p in project.folder.rglob("*") if p.is_file()}
    assert before == after
