"""The base of a review comes from git: real repositories, and nothing in them is touched."""

import hashlib
import shutil
from pathlib import Path

import pytest

from ppid.reviewing.base import NoBaseError, stored
from ppid.reviewing.model import Review
from ppid.reviewing.report import review_branch
from tests.reviewing.edits import DAY, TOWN, cell, put, without
from tests.reviewing.repositories import HOSTILE_BRANCH, KES, change, commit, git


def told(project: Path, base: str = "") -> Review:
    return review_branch(project, stored(project, base), DAY)


def sorts(found: Review) -> list[tuple[str, str]]:
    return [(str(change.sort), change.record) for change in found.changes]


GONE = [("hilang", "dip/dinkes/2021/kes-renstra")]


def test_a_branch_without_changes(project: Path) -> None:
    found = told(project)
    assert found.changes == found.new == found.solved == found.effects == ()
    assert (found.base.name, found.base.notes) == ("origin/main", ())


@pytest.mark.parametrize("how", ["committed", "staged", "unstaged"])
def test_work_counts_before_it_is_committed(project: Path, how: str) -> None:
    change(project, KES, without("KES-RENSTRA"))
    if how == "committed":
        commit(project)
    if how == "staged":
        git(project, "add", "-A")
    assert sorts(told(project)) == GONE


def test_untracked_files_count(project: Path) -> None:
    (project / "data/opd/setda/dokumen/baru.txt").write_text("isi\n")
    (project / "skrip.py").write_text("print()\n")
    found = told(project)
    assert sorts(found) == [("dokumen-baru", "data/opd/setda/dokumen/baru.txt")]
    assert [file.path for file in found.outside] == ["skrip.py"]


def test_what_main_did_meanwhile_is_not_the_work_of_the_branch(project: Path) -> None:
    start = git(project, "rev-parse", "HEAD")
    change(project, KES, without("KES-RENSTRA"))
    commit(project)
    git(project, "checkout", "-q", "main")
    change(project, "data/opd/setda/dip/2021.csv", without("SET-PROFIL"))
    commit(project)
    git(project, "push", "-q", "origin", "main")
    git(project, "checkout", "-q", "cabang")
    found = told(project)
    assert sorts(found) == GONE
    assert found.base.commit == start


def snapshot(project: Path) -> dict[str, tuple[str, int]]:
    found = {}
    for path in sorted(project.rglob("*")):
        if path.is_file():
            state = path.stat().st_mtime_ns
            found[str(path)] = (hashlib.sha256(path.read_bytes()).hexdigest(), state)
    return found


def test_neither_the_work_tree_nor_the_index_is_touched(project: Path) -> None:
    change(project, KES, without("KES-RENSTRA"))
    git(project, "add", "-A")
    change(project, KES, cell("KES-REALISASI", penguasa="Sekretariat"))
    (project / "data/opd/setda/dokumen/baru.txt").write_text("isi\n")
    (project / "data/badan.yml").touch()  # the index no longer knows its time
    before = snapshot(project)
    told(project)
    assert snapshot(project) == before


def test_a_project_in_a_folder_of_the_repository(project: Path) -> None:
    (project / "kota").mkdir()
    for name in ("data", "content", "mkdocs.yml"):
        git(project, "mv", name, f"kota/{name}")
    base = commit(project)
    change(project, f"kota/{KES}", without("KES-RENSTRA"))
    (project / "lain.txt").write_text("di luar\n")
    found = told(project / "kota", base)
    assert sorts(found) == GONE
    assert [file.path for file in found.outside] == ["../lain.txt"]


def test_a_renamed_document_is_no_change(project: Path) -> None:
    folder = "data/opd/setda/dokumen"
    git(project, "mv", f"{folder}/sk-dik-2021.txt", f"{folder}/keputusan-dik-2021.txt")
    git(project, "mv", f"{folder}/alun-alun.png", f"{folder}/alun.png")
    found = told(project)
    assert found.changes == ()
    assert found.unchanged.renamed == (
        (f"{folder}/alun-alun.png", f"{folder}/alun.png"),
        (f"{folder}/sk-dik-2021.txt", f"{folder}/keputusan-dik-2021.txt"),
    )
    assert {d.rule_id for d in found.new} == {"ISI-007"}


def test_a_renamed_folder_is_one_change(project: Path) -> None:
    git(project, "mv", "data/opd/kecamatan-tepi-danau", "data/opd/kecamatan-danau")
    found = told(project)
    assert sorts(found) == [("kode-berubah", "opd/kecamatan-danau")]
    assert found.effects == ()


def test_without_a_remote_main_is_taken(project: Path) -> None:
    git(project, "remote", "remove", "origin")
    found = told(project)
    assert found.base.name == "main"
    assert "origin/main tidak ada" in found.base.notes[0]


def test_any_commit_can_be_named(project: Path) -> None:
    change(project, KES, without("KES-RENSTRA"))
    first = commit(project)
    change(project, KES, put("KES-SIAGA-DBD", "KES-DBD"))
    found = told(project, first[:8])
    assert sorts(found) == [("kode-berubah", "dip/dinkes/2021/kes-dbd")]
    assert told(project, "HEAD").base.commit == first


@pytest.mark.parametrize("name", ["tidak-ada", "--help", "-x", "HEAD:data", "@{99}", ":/awal", ""])
def test_an_unknown_name(project: Path, name: str) -> None:
    if not name:
        git(project, "remote", "remove", "origin")
        git(project, "branch", "-D", "-q", "main")
    with pytest.raises(NoBaseError, match="git fetch origin"):
        stored(project, name)


def test_without_git(tmp_path: Path) -> None:
    with pytest.raises(NoBaseError, match="bukan repositori git"):
        stored(tmp_path, "")


def test_a_history_that_is_too_short(project: Path, origin: Path, tmp_path: Path) -> None:
    change(project, KES, without("KES-RENSTRA"))
    commit(project)
    git(project, "push", "-q", "origin", "cabang")
    git(project, "checkout", "-q", "main")
    commit(project, "Kosong")
    git(project, "push", "-q", "origin", "main")
    where = origin.as_uri()
    git(
        tmp_path, "clone", "-q", "--depth=1", "--no-single-branch", "-b", "cabang", where, "dangkal"
    )
    with pytest.raises(NoBaseError, match="--unshallow"):
        stored(tmp_path / "dangkal", "")


def test_a_commit_whose_files_were_not_fetched(project: Path, origin: Path, tmp_path: Path) -> None:
    git(origin, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--filter=blob:none", "--no-checkout", origin.as_uri(), "sebagian")
    with pytest.raises(NoBaseError, match="--refetch"):
        stored(tmp_path / "sebagian", "")
    assert project.is_dir()


def test_no_common_history(project: Path) -> None:
    git(project, "checkout", "-q", "--orphan", "yatim")
    commit(project)
    found = told(project)
    assert found.changes == ()
    assert "riwayat bersama" in found.base.notes[0]


def test_a_branch_without_commits(project: Path) -> None:
    git(project, "checkout", "-q", "--orphan", "kosong")
    found = told(project)
    assert found.changes == ()
    assert "belum mempunyai commit" in found.base.notes[0]


def test_a_base_without_data(tmp_path: Path) -> None:
    project = tmp_path / "baru"
    shutil.copytree(TOWN, project)
    git(project, "init", "-q", "-b", "main")
    (project / ".gitignore").write_text("\n")
    git(project, "add", ".gitignore")
    git(project, "commit", "-q", "-m", "Awal")
    found = told(project)
    assert "belum memuat folder data/" in found.base.notes[-1]
    kinds = {str(change.sort) for change in found.changes}
    assert {"baru", "daftar-baru", "dikecualikan-baru", "dokumen-baru"} <= kinds
    assert not any("hilang" in kind for kind in kinds)


def test_bad_data_in_the_base_is_a_finding_like_any_other(project: Path) -> None:
    for path, raw in {
        KES: b"\xff\xfe\x00rusak",
        "data/opd/setda/profil.yml": b"nama: [",
        "data/opd/setda/dik/2021.csv": b"",
        "data/aneh.bin": b"\x00\x01",
    }.items():
        (project / path).write_bytes(raw)
    base = commit(project)
    git(project, "checkout", "-q", "HEAD~1", "--", ".")
    (project / "data/aneh.bin").unlink()
    found = told(project, base)
    assert not found.blocked
    assert {d.span.path for d in found.solved} >= {KES, "data/aneh.bin"}
    back = told(project, "HEAD~1")
    assert back.changes == ()


def test_data_that_breaks_is_not_called_gone(project: Path) -> None:
    (project / KES).write_bytes(b"PK\x03\x04 buku kerja")
    (project / "data/opd/setda/dik/2021.yml").write_bytes(b"penetapan: [")
    found = told(project)
    assert found.blocked
    assert {str(change.sort) for change in found.changes} == {"tidak-terbaca"}


def test_links_in_the_base_are_not_followed(project: Path) -> None:
    (project / "data/opd/setda/dokumen/tautan.txt").symlink_to("/etc/hostname")
    base = commit(project)
    found = told(project, base)
    assert found.changes == ()


def test_a_hostile_branch_name(project: Path) -> None:
    git(project, "branch", HOSTILE_BRANCH, "main")
    change(project, KES, without("KES-RENSTRA"))
    commit(project, "@semua <script>alert(1)</script>\n\n::error::pesan\n\x1b[31m")
    found = told(project, HOSTILE_BRANCH)
    assert found.base.name == HOSTILE_BRANCH
    assert sorts(found) == GONE


def test_variables_of_a_hook_lead_nowhere(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", "/nonexistent")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nonexistent/index")
    assert told(project).changes == ()
