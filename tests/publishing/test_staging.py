"""`ppid taruh`: a finished site takes its place at once; whoever looks always finds one."""

import threading
from pathlib import Path

import pytest

from ppid.core.manifest import SUMMARY
from ppid.publishing.staging import StagingError, put_in_place
from tests.conftest import Run


def _site(folder: Path, words: str) -> Path:
    folder.mkdir(parents=True)
    (folder / SUMMARY).write_text("{}", "utf-8")
    (folder / "index.html").write_text(words, "utf-8")
    return folder


def test_there_is_a_site_at_every_moment(tmp_path: Path) -> None:
    served = _site(tmp_path / "situs", "ke-0")
    missed, looked, ended = 0, 0, threading.Event()

    def look() -> None:
        nonlocal missed, looked
        while not ended.is_set():
            looked += 1
            try:
                (served / "index.html").read_bytes()
            except FileNotFoundError:
                missed += 1

    reader = threading.Thread(target=look)
    reader.start()
    for number in range(1, 60):
        put_in_place(_site(tmp_path / f"baru-{number}", f"ke-{number}"), served)
        assert (served / "index.html").read_text("utf-8") == f"ke-{number}"
    ended.set()
    reader.join()
    assert looked > 60
    assert missed == 0
    assert [path.name for path in tmp_path.iterdir()] == ["situs"]


def test_the_first_site_needs_no_folder_before_it(tmp_path: Path, run: Run) -> None:
    _site(tmp_path / "baru", "pertama")
    assert run("taruh", "baru", "srv/situs", at=tmp_path).returncode == 0
    assert (tmp_path / "srv/situs/index.html").read_text("utf-8") == "pertama"
    assert not (tmp_path / "baru").exists()


def test_only_a_site_is_put_there_and_only_a_site_is_replaced(tmp_path: Path, run: Run) -> None:
    (tmp_path / "kosong").mkdir()
    served = _site(tmp_path / "situs", "lama")
    with pytest.raises(StagingError, match="bukan situs"):
        put_in_place(tmp_path / "kosong", served)
    (tmp_path / "foto").mkdir()
    (tmp_path / "foto/keluarga.jpg").write_bytes(b"jangan hilang")
    ended = run("taruh", "situs", "foto", at=tmp_path)
    assert ended.returncode == 2
    assert "berisi hal lain" in ended.stderr
    assert (served / "index.html").read_text("utf-8") == "lama"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["foto", "kosong", "situs"]
