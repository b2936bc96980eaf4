"""A preview holds the pages that a proposal changes, opens from a folder, runs nothing of it."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.conftest import SITE_URL, Run, assemble
from tests.reviewing.repositories import commit, git

ROWS = "data/opd/dinkes/dip/2021.csv"
DAY = ("--tanggal", "2021-12-31")


@pytest.fixture(scope="module")
def main_line(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The town's repository, with a proposal that changes data, program, theme and settings."""
    project = assemble(tmp_path_factory.mktemp("utama"))
    git(project, "init", "-q", "-b", "main")
    commit(project)
    git(project, "switch", "-q", "-c", "usul")
    rows = project / ROWS
    kept = [line for line in rows.read_text("utf-8").splitlines() if "KES-SIAGA" not in line]
    rows.write_text("\n".join([*kept, ""]).replace("10 tahun", "8 tahun"), "utf-8")
    footer = project / "theme_overrides/partials/footer.html"
    footer.parent.mkdir(parents=True)
    footer.write_text("JAHAT", "utf-8")
    (project / "content/rahasia.md").symlink_to("/etc/passwd")
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "hooks: [jahat.py]\n", "utf-8")
    (project / "jahat.py").write_text("raise SystemExit('JAHAT')\n", "utf-8")
    commit(project)
    git(project, "switch", "-q", "main")
    return project


@pytest.fixture(scope="module")
def preview(main_line: Path, tmp_path_factory: pytest.TempPathFactory, run: Run) -> Path:
    target = tmp_path_factory.mktemp("hasil") / "pratinjau"
    ended = run("pratinjau", "usul", "--keluaran", str(target), *DAY, at=main_line)
    assert ended.returncode == 0, ended.stderr
    return target


def test_it_holds_what_changes_and_names_what_goes(preview: Path) -> None:
    front = (preview / "index.html").read_text("utf-8")
    site = preview / "situs"
    pages = {page.parent.relative_to(site).as_posix() for page in site.rglob("*.html")}
    assert {"opd/dinkes/dip/2021", "opd/dinkes/dip/2021/kes-realisasi", "informasi"} <= pages
    assert not {"tentang", "layanan", "opd/setda/dik/2021", "aturan/DIP-001"} & pages
    assert all(f"situs/{page}/index.html" in front for page in pages - {"."})
    assert "Informasi Serta Merta 2021" in front.partition("Halaman yang hilang")[2]
    changed = (site / "opd/dinkes/dip/2021/kes-realisasi/index.html").read_text("utf-8")
    assert "8 tahun" in changed
    assert "belum terbit" in changed


def test_nothing_else_of_the_proposal_is_used(preview: Path, main_line: Path) -> None:
    texts = [path.read_text("utf-8") for path in preview.rglob("*.html")]
    assert not any("JAHAT" in text or "root:" in text for text in texts)
    assert git(main_line, "status", "--porcelain") == ""
    assert git(main_line, "worktree", "list").count("\n") == 0


@pytest.mark.long
def test_every_address_leads_to_a_file(preview: Path) -> None:
    """Folders do not open from a disk, so nothing leads to one."""
    for page in preview.rglob("*.html"):
        html = page.read_text("utf-8")
        for address in re.findall(r'\b(?:href|src|action)="([^"#?]+)', html):
            to = unquote(unescape(address))
            if re.match(r"[a-z]+:", to):
                continue
            assert (page.parent / to).is_file(), f"{page.relative_to(preview)}: {to}"


def test_what_did_not_change_is_read_on_the_published_site(preview: Path) -> None:
    html = (preview / "situs/opd/dinkes/index.html").read_text("utf-8")
    assert f'href="{SITE_URL}layanan/"' in html
    # A file that changed is old there.
    own = (preview / "situs/opd/dinkes/dip/2021/index.html").read_text("utf-8")
    assert ".csv" not in re.sub(r">[^<]*<", "", own)
    assert "../index.html#tidak-dibawa" in own


def test_errors_and_unknown_commits_are_said(main_line: Path, tmp_path: Path, run: Run) -> None:
    git(main_line, "switch", "-q", "-c", "rusak")
    rows = main_line / ROWS
    rows.write_text(rows.read_text("utf-8").replace(",berkala,", ",kadang,"), "utf-8")
    commit(main_line)
    git(main_line, "switch", "-q", "main")
    for asked, words in (("rusak", "Masih ada galat"), ("tak-ada", "tidak mengenal")):
        target = tmp_path / asked
        ended = run("pratinjau", asked, "--keluaran", str(target), *DAY, at=main_line)
        assert ended.returncode == 1
        assert words in ended.stderr
        assert not target.exists()


def test_a_folder_that_holds_something_is_left_alone(
    main_line: Path, tmp_path: Path, run: Run
) -> None:
    (tmp_path / "surat.txt").write_text("penting", "utf-8")
    ended = run("pratinjau", "usul", "--keluaran", str(tmp_path), *DAY, at=main_line)
    assert ended.returncode == 2
    assert [path.name for path in tmp_path.iterdir()] == ["surat.txt"]
