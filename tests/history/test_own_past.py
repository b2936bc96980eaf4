"""A body's history begins with the body: what a copied repository tells of another is left out."""

from datetime import date

from tests.history.conftest import Project, dik_row

A = dik_row("A-1", "Rekam medis pasien")
B = dik_row("B-1", "Data pelapor pelanggaran")
BODY = "data/badan.yml"
OTHER = """nama: Pemerintah Kota Seberang
singkatan: Kota Seberang
jenis: kota
"""
OWN = """nama: Pemerintah Kabupaten Contoh Utara
singkatan: Contoh Utara
jenis: kabupaten
alamat: Jalan Contoh Nomor 1
tahun_berjalan: 2021
batas_penyampaian: {dik: 03-31, dip: 03-31}
"""


def _taken_over(project: Project) -> None:
    project.write(BODY, OTHER)
    project.list(A, B, day="2025-03-01")
    project.list(A, day="2025-03-02")
    project.write(BODY, OWN)
    project.list(B, day="2025-04-01")


def test_what_was_of_another_body_is_not_told(project: Project) -> None:
    _taken_over(project)
    past = project.past()
    assert (past.revisions, past.gone) == ((), ())
    assert past.since == date(2025, 4, 1)
    project.list(A, B, day="2025-04-02")
    (revision,) = project.past().revisions
    assert [change.record.id.slug for change in revision.changes] == ["a-1"]


def test_a_body_that_is_not_committed_yet_has_no_past(project: Project) -> None:
    project.write(BODY, OTHER)
    project.list(A, B, day="2025-03-01")
    project.list(A, day="2025-03-02")
    project.write(BODY, OWN)
    assert project.past().revisions == ()
    assert project.past().since is None


def test_a_body_keeps_its_past_when_one_of_its_names_changes(project: Project) -> None:
    project.write(BODY, OWN)
    project.list(A, B, day="2025-03-01")
    project.write(BODY, OWN.replace("singkatan: Contoh Utara", "singkatan: Kab. Contoh Utara"))
    project.list(A, day="2025-03-02")
    assert len(project.past().revisions) == 1


def test_what_stood_before_the_file_of_the_body_is_its_own(project: Project) -> None:
    project.list(A, B, day="2025-03-01")
    project.list(A, day="2025-03-02")
    project.write(BODY, OWN)
    project.commit(day="2025-03-03")
    assert len(project.past().revisions) == 1


def test_the_file_of_the_body_may_say_when_its_past_begins(project: Project) -> None:
    project.write(BODY, OWN + "riwayat_mulai: 2025-03-03\n")
    project.list(A, B, day="2025-03-01")
    project.list(A, day="2025-03-02")
    project.list(A, B, day="2025-03-03")
    past = project.past()
    assert [revision.day for revision in past.revisions] == [date(2025, 3, 3)]
    assert past.since == date(2025, 3, 3)


def test_nor_does_that_day_bring_back_another_body(project: Project) -> None:
    _taken_over(project)
    project.write(BODY, OWN + "riwayat_mulai: 2025-04-01\n")
    project.commit(day="2025-04-03")
    assert project.past().revisions == ()
