"""`ppid salinan`: an archive of the site, whole, the same each time, and honest about its gaps."""

import os
import re
import shutil
import subprocess
import sys
from html import unescape
from io import BytesIO
from pathlib import Path
from posixpath import dirname, normpath
from urllib.parse import unquote
from zipfile import ZipFile

import pytest

from ppid.publishing.offline_copy import NOTE, READ_ME, NoCopyError, offline_copy
from tests.conftest import SITE_URL, Run

ADDRESS = re.compile(r'\b(?:href|src|action)="([^"#?]+)')


@pytest.fixture(scope="module")
def copy(situs: Path) -> ZipFile:
    return ZipFile(BytesIO(offline_copy(situs, SITE_URL).content))


def dead(archive: ZipFile) -> list[str]:
    """Name what pages of a copy lead to and it does not hold as a file."""
    names = set(archive.namelist())
    found = []
    for page in (name for name in names if name.endswith(".html")):
        for written in ADDRESS.findall(archive.read(page).decode("utf-8")):
            to = unquote(unescape(written))
            if (
                not re.match(r"[a-z]+:", to)
                and normpath(f"{dirname(page)}/{to}".lstrip("/")) not in names
            ):
                found.append(f"{page}: {to}")
    return found


def test_every_address_names_a_file_of_the_copy(copy: ZipFile, situs: Path) -> None:
    assert dead(copy) == []
    pages = [name for name in copy.namelist() if name.endswith(".html")]
    assert len(pages) > 100
    for page in pages:
        html = copy.read(page).decode("utf-8")
        own = [to[len(SITE_URL) :] for to in ADDRESS.findall(html) if to.startswith(SITE_URL)]
        # Below the same address other programs answer, too.
        assert not [to for to in own if (situs / unquote(to)).exists() and (page, to) != (NOTE, "")]
        assert 'rel="canonical"' not in html
        assert 'type="module"' not in html


def test_pages_and_files_for_people_are_there_and_those_for_machines_are_not(
    copy: ZipFile, situs: Path
) -> None:
    names = set(copy.namelist())
    pages = {path.relative_to(situs).as_posix() for path in situs.rglob("*.html")}
    assert pages - names == {"404.html"}
    for kind in ("csv", "xlsx", "docx"):
        of_site = {path.relative_to(situs).as_posix() for path in situs.rglob(f"*.{kind}")}
        assert of_site
        assert {name for name in of_site if not name.startswith("api/")} <= names
    assert not [name for name in names if name.endswith((".json", ".xml", ".parquet", ".sha256"))]
    for name in (n for n in names if n.endswith(".csv")):
        assert copy.read(name) == (situs / name).read_bytes(), name


def test_the_copy_says_what_it_is_and_of_which_day(copy: ZipFile) -> None:
    note = copy.read(NOTE).decode("utf-8")
    assert "keadaan 31 Desember 2021" in note
    assert "Yang tidak dibawa" in note
    assert "agar salinan ini tidak terlalu besar" not in note
    words = copy.read(READ_ME).decode("utf-8")
    assert "Ekstrak dahulu" in words
    assert SITE_URL in words
    for page in (name for name in copy.namelist() if name.endswith(".html")):
        assert 'aria-label="Salinan luring"' in copy.read(page).decode("utf-8"), page


def test_demonstration_stays_marked(copy: ZipFile, situs: Path) -> None:
    marks = ('aria-label="Peragaan"', "ppid-tanda--contoh")
    for mark in marks:
        marked = [page for page in situs.rglob("index.html") if mark in page.read_text("utf-8")]
        for page in marked:
            assert mark in copy.read(page.relative_to(situs).as_posix()).decode("utf-8")


def test_the_same_site_gives_the_same_bytes(situs: Path, run: Run, tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        ended = run("salinan", str(situs), "--luring", "--keluaran", name, at=tmp_path)
        assert ended.returncode == 0, ended.stderr
        assert "halaman)" in ended.stdout
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


@pytest.mark.long
def test_what_does_not_fit_is_left_out_by_parts_and_said(situs: Path) -> None:
    whole = offline_copy(situs, SITE_URL)
    smaller = offline_copy(situs, SITE_URL, len(whole.content) - 1)
    assert len(smaller.left_out) == 1
    assert smaller.pages == whole.pages
    entries = ZipFile(BytesIO(whole.content)).infolist()
    pages = sum(e.compress_size for e in entries if e.filename.endswith((".html", ".js", ".png")))
    small = offline_copy(situs, SITE_URL, pages - 60_000)
    years = [part for part in small.left_out if part.isdigit()]
    assert years, small.left_out
    assert years == sorted(years)
    assert len(small.content) <= pages - 60_000
    archive = ZipFile(BytesIO(small.content))
    assert dead(archive) == []
    note = archive.read(NOTE).decode("utf-8")
    assert f"tahun {', '.join(years)}" in note
    of_year = re.compile(rf"(?:opd/[^/]+/di[kp]|kelengkapan)/{years[0]}/.*index\.html")
    gone = next(name for name in archive.namelist() if of_year.fullmatch(name))
    page = archive.read(gone).decode("utf-8")
    assert "tidak dibawa" in page
    assert f'href="{SITE_URL}{dirname(gone)}/"' in page
    with pytest.raises(NoCopyError, match="terlalu besar"):
        offline_copy(situs, SITE_URL, 10_000)


def test_the_plain_copy_holds_the_site_as_it_is(situs: Path, run: Run, tmp_path: Path) -> None:
    assert run("salinan", str(situs), at=tmp_path).returncode == 0
    ended = run("verifikasi", "salinan.zip", at=tmp_path)
    assert ended.returncode == 0, ended.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["salinan.zip"]


def test_a_pipe_in_the_place_of_a_page_is_named_and_never_opened(
    situs: Path, tmp_path: Path
) -> None:
    shutil.copytree(situs, tmp_path / "site")
    (tmp_path / "site/404.html").unlink()
    os.mkfifo(tmp_path / "site/404.html")
    for option in ("--luring",), ():
        command = [sys.executable, "-c", "from ppid.cli.main import main; main()", "salinan"]
        ended = subprocess.run(
            [*command, *option],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
        assert ended.returncode == 2
        assert "“404.html” bukan berkas biasa" in ended.stderr


def test_a_folder_without_a_site_gives_no_copy(tmp_path: Path, run: Run) -> None:
    (tmp_path / "site").mkdir()
    for option in ("--luring",), ():
        ended = run("salinan", *option, at=tmp_path)
        assert ended.returncode == 2
        assert "ppid bangun" in ended.stderr
    assert not list(tmp_path.glob("*.zip"))
