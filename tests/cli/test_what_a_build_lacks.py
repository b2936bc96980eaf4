"""A build that lacks its history or its address says so, with what to do."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import DAY, TOWN, Run
from tests.reviewing.repositories import commit, git


@pytest.mark.parametrize("depth", [(), ("--depth", "1")])
def test_a_shallow_history_is_told_in_the_terminal(
    depth: tuple[str, ...], tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = shutil.copytree(TOWN, tmp_path / "penuh")
    git(whole, "init", "-q", "-b", "main")
    commit(whole)
    (whole / "catatan.txt").write_text("dua", "utf-8")
    commit(whole)
    copy = tmp_path / "salinan"
    subprocess.run(["git", "clone", "-q", *depth, whole.as_uri(), str(copy)], check=True)
    monkeypatch.setattr(
        "ppid.publishing.mkdocs_plugin.build_site", lambda root, *_: (root / "site", 1)
    )
    ended = run("bangun", "--tanggal", DAY, at=copy)
    assert ended.returncode == 0, ended.stderr
    assert ("git fetch --unshallow" in ended.stderr) is bool(depth)


@pytest.mark.parametrize(
    "address", ["", pytest.param("https://contoh.example/ppid/", marks=pytest.mark.long)]
)
def test_an_unknown_address_is_told_in_the_terminal(address: str, tmp_path: Path, run: Run) -> None:
    """Below a path the page for what is not there finds its style only by the address."""
    small = shutil.copytree(TOWN.parent / "aturan/dasar", tmp_path / "kota")
    shutil.copytree(TOWN / "content", small / "content")
    shutil.copy(TOWN / "mkdocs.yml", small)
    ended = run("bangun", "--tanggal", "2019-07-01", at=small, SITE_URL=address)
    assert ended.returncode == 0, ended.stderr
    assert ("Isi SITE_URL" in ended.stderr) is not bool(address)
    missing = (small / "site/404.html").read_text("utf-8")
    assert f'href="{"/ppid" if address else ""}/assets/css/ppid.css"' in missing
