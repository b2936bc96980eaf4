"""A site built from a repository: what was mended, and what went, has its pages and feeds."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.history.conftest import Project

DIK = "data/opd/setda/dik/2021.csv"


@pytest.fixture(scope="module")
def site(
    kota_kecil: Path, tmp_path_factory: pytest.TempPathFactory, run: Callable[..., object]
) -> Path:
    folder = tmp_path_factory.mktemp("kota")
    project = Project(folder)
    shutil.copytree(kota_kecil.parent.parent, folder, dirs_exist_ok=True)
    town = Project(folder / "tests" / "kota-kecil")
    project.git("init", "-q", "-b", "main")
    project.commit(day="2021-03-01")
    text = (town.folder / DIK).read_text("utf-8")
    rows = text.splitlines(keepends=True)
    kept = [row for row in rows if not row.startswith("SET-HPS-BERJALAN")]
    town.write(DIK, "".join(kept).replace("SET-NEGOSIASI", "SET-RUNDING"))
    project.commit("Rapikan\n\nAlasan: tender <b>selesai</b> & dibuka", day="2021-06-01")
    out = folder / "hasil"
    ended = run("bangun", "--tanggal", "2021-12-31", "--keluaran", str(out), at=town.folder)
    assert getattr(ended, "returncode", None) == 0, ended
    return out


def page(site: Path, url: str) -> str:
    return (site / url / "index.html").read_text("utf-8")


@pytest.mark.long
def test_a_removed_record_leaves_a_page_that_says_when_and_why(site: Path) -> None:
    html = page(site, "opd/setda/dik/2021/set-hps-berjalan")
    assert "Catatan ini dihapus dari situs pada 1 Juni 2021." in html
    assert "Alasan yang dicatat: “tender &lt;b&gt;selesai&lt;/b&gt; &amp; dibuka”" in html
    assert "DIK 2021 yang berlaku sekarang" in html


def test_a_renumbered_record_leads_on(site: Path) -> None:
    html = page(site, "opd/setda/dik/2021/set-negosiasi")
    assert 'href="../../../../../opd/setda/dik/2021/set-runding/"' in html


def test_the_month_and_the_owner_tell_of_it(site: Path) -> None:
    for url in ("perubahan/2021-06", "opd/setda/perubahan"):
        html = page(site, url)
        assert "1 Juni 2021. Disunting sesudah terbit: 1 informasi tidak tercantum lagi" in html
        assert "&lt;b&gt;selesai&lt;/b&gt;" in html
        assert "Kode berubah dari “SET-NEGOSIASI” menjadi “SET-RUNDING”" in html


def test_the_time_line_of_the_item_tells_of_it(site: Path) -> None:
    html = page(site, "opd/setda/dik/2021/set-runding")
    assert "1 Juni 2021, DIK 2021" in html


def test_the_feeds_tell_of_it(site: Path) -> None:
    for folder in ("perubahan", "opd/setda/perubahan"):
        feed = json.loads((site / folder / "feed.json").read_text("utf-8"))
        newest = next(e for e in feed["items"] if e["tags"] == ["Suntingan sesudah terbit"])
        assert "Alasan yang dicatat: “tender <b>selesai</b> & dibuka”" in newest["content_text"]
        assert newest["title"] == "DIK 2021, Sekretariat Daerah"


def test_the_origin_is_said(site: Path) -> None:
    assert "yang dimulai pada 1 Maret 2021" in page(site, "perubahan")


def test_what_went_is_not_in_the_search(site: Path) -> None:
    names = [p for p in (site / "cari").rglob("*") if p.is_file()]
    assert names
    assert not any(b"set-hps-berjalan" in p.read_bytes() for p in names)
