"""Every type of page opens quietly, loads little, is accessible, and fits a narrow screen."""

import gzip
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Response

from tests.browser.conftest import SHIFTS, Watched, watched

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

PAGES = {
    "beranda": "",
    "cari": "cari/",
    "hasil cari": "cari/?q=puskesmas",
    "informasi": "informasi/",
    "kategori": "informasi/dikecualikan/",
    "kategori setahun": "informasi/dikecualikan/2021/",
    "alasan": "informasi/dikecualikan/alasan/",
    "alasan setahun": "informasi/dikecualikan/alasan/2021/",
    "unduhan": "unduhan/",
    "indeks OPD": "opd/",
    "OPD": "opd/dinkes/",
    "serahkan daftar": "opd/dinkes/serahkan/",
    "indeks daftar": "opd/setda/dik/",
    "daftar DIK": "opd/setda/dik/2021/",
    "daftar DIK nihil": "opd/kecamatan-tepi-danau/dik/2021/",
    "daftar DIP contoh": "opd/dinkes/dip/2020/",
    "surat keputusan": "opd/setda/dik/2021/cetak/keputusan-pengecualian/",
    "surat perubahan": "opd/setda/dik/2021/cetak/lembar-pengubahan/",
    "surat contoh": "opd/dinkes/dip/2020/cetak/daftar-informasi-publik/",
    "DIK": "opd/setda/dik/2021/set-memo-1/",
    "DIK salinan resmi": "opd/setda/dik/2020/set-tanpa-dasar/",
    "DIK berakhir": "opd/setda/dik/2021/set-negosiasi/",
    "DIK lama": "opd/setda/dik/2020/set-nilai-pegawai/",
    "DIP": "opd/setda/dip/2021/set-rencana-panjang/",
    "DIP di situs lain": "opd/dinkes/dip/2021/kes-siaga-dbd/",
    "DIP huruf asing": "opd/setda/dip/2021/set-tanda-1/",
    "indeks regulasi": "regulasi/",
    "regulasi": "regulasi/perwal-2-2017/",
    "regulasi belum pasti": "regulasi/perwal-6-2021/",
    "indeks kegiatan": "kegiatan/",
    "kegiatan satu jenis": "kegiatan/jenis/rapat-koordinasi/",
    "kegiatan": "kegiatan/2021-09-28-hari-hak-untuk-tahu/",
    "layanan": "layanan/",
    "permohonan": "layanan/permohonan/",
    "keberatan": "layanan/keberatan/",
    "tanya jawab": "layanan/tanya-jawab/",
    "privasi": "tentang/privasi/",
    "ringkasan Inggris": "en/",
    "topik": "informasi/topik/peraturan/",
    "judul A sampai Z": "informasi/a-z/",
    "judul satu huruf": "informasi/a-z/p/",
    "mengikuti perubahan": "perubahan/ikuti/",
    "SOP": "layanan/sop/",
    "SOP satu": "layanan/sop/uji-konsekuensi/",
    "alur": "layanan/alur/",
    "kanal": "layanan/kanal/",
    "hitung tenggat": "layanan/hitung-tenggat/?peristiwa=permintaan-diterima&tanggal=2021-05-03",
    "semua laporan": "layanan/laporan/",
    "laporan setahun": "layanan/laporan/2020/",
    "laporan layanan": "layanan/laporan/2020/setda/",
    "kelengkapan": "kelengkapan/",
    "kelengkapan setahun": "kelengkapan/2021/",
    "penyerahan setahun": "kelengkapan/2021/penyerahan/",
    "verifikasi setahun": "kelengkapan/2021/verifikasi/",
    "verifikasi OPD": "kelengkapan/2021/dinkes/verifikasi/",
    "matriks": "kelengkapan/2021/kategori/setiap-saat/",
    "kelengkapan OPD": "kelengkapan/2021/setda/",
    "kelengkapan kewajiban": "kelengkapan/2021/kewajiban/berkala.d.a/",
    "cara menghitung": "kelengkapan/cara-menghitung/",
    "siklus pengecualian": "kelengkapan/siklus-pengecualian/",
    "kalender tenggat": "kelengkapan/kalender/",
    "kuesioner": "kelengkapan/saq/2021/",
    "jawaban kuesioner": "kelengkapan/saq/2021/opd/dinkes/",
    "bandingkan": "kelengkapan/banding/",
    "dua tahun": "kelengkapan/banding/dinkes/2020-2021/",
    "pertanyaan kuesioner": "kelengkapan/saq/2021/1-01/",
    "riwayat perubahan": "perubahan/",
    "riwayat OPD": "opd/setda/perubahan/",
    "mutu data": "mutu-data/",
    "mutu data OPD": "mutu-data/setda/",
    "indeks aturan": "aturan/",
    "aturan": "aturan/DIK-004/",
    "panduan": "panduan/memulai/",
    "tentang": "tentang/",
    "aksesibilitas": "tentang/aksesibilitas/",
    "alasan pengecualian": "tentang/alasan-pengecualian/",
    "dasar hukum": "tentang/dasar-hukum/uu-14-2008/",
    "penilaian": "tentang/penilaian/",
    "PPID": "tentang/ppid/",
    "PPID Pelaksana": "tentang/ppid/pelaksana/",
    "tidak ditemukan": "404.html",
}
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that depend on colours: all that a dark page can break and a light one cannot.

That dark and light differ in nothing else is held by tests/publishing/test_stylesheet.py. So each
page is looked at light where it is wide and dark where it is narrow.
"""
FRAMES = ("beranda", "hasil cari", "OPD", "daftar DIK", "DIK", "matriks", "kuesioner", "panduan")
"""Pages on which stands what only a wide window shows, to be looked at in the dark there too."""
SETTLED = "Promise.all(document.getAnimations().map(animation => animation.finished))"
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
MOVED = """() => {
  const folded = [...document.querySelectorAll("details:not([open])")];
  for (const one of folded) one.open = true;
  const moved = [...document.querySelectorAll(".ppid-tabel--tumpuk")]
    .filter(table => table.scrollWidth > table.clientWidth)
    .map(table => table.querySelector("caption").textContent);
  for (const one of folded) one.open = false;
  return moved;
}"""
"""Tables that are no matrix and yet are wider than their room, also where they are folded away."""
NAMELESS = """() => [...document.querySelectorAll("table td")]
  .filter(cell => cell.checkVisibility() && getComputedStyle(cell).display !== "table-cell")
  .filter(cell => ["none", '""'].includes(getComputedStyle(cell, "::before").content))
  .map(cell => cell.textContent)"""
"""Cells that left their column, as those of a table do that stacks, and do not say which it was."""
OVERLAPS = Path(__file__).with_name("overlaps.js").read_text("utf-8")
FIRST_VIEW, FIRST_SEARCH = 150_000, 300_000  # bytes of gzip without fonts


def violations(page: Page, rules: list[str] | None = None) -> list[str]:
    """Return what axe finds by its rules for WCAG 2.2 AA, or by some of them."""
    chosen = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": WCAG}
    page.evaluate(SETTLED)
    answer = Axe().run(page, options={"runOnly": chosen, "resultTypes": ["violations"]}).response
    assert answer["passes"]
    return [
        f"{violation['id']}: {violation['help']}\n  {node['html']}\n  {node['failureSummary']}"
        for violation in answer["violations"]
        for node in violation["nodes"]
    ]


@dataclass(frozen=True)
class FirstView:
    """A page as it is opened, before anybody touches it."""

    seen: Watched
    sizes: dict[str, int]
    """Bytes of gzip of everything that came, by address, without fonts."""
    shift: float

    @property
    def page(self) -> Page:
        return self.seen.page


def first_view(seen: Watched, path: str) -> FirstView:
    answers: list[Response] = []

    def hear(answer: Response) -> None:
        answers.append(answer)

    seen.page.on("response", hear)
    seen.open(path)
    sizes = {
        answer.url: len(gzip.compress(answer.body(), mtime=0))
        for answer in answers
        if answer.ok and not answer.url.endswith(".woff2")
    }
    return FirstView(seen, sizes, seen.page.evaluate(SHIFTS))


# Each page is opened once in a wide and once in a narrow window; the tests share both.


@pytest.fixture(scope="module", params=PAGES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def wide(name: str, browser: Browser, address: str) -> Iterator[FirstView]:
    with watched(browser, address, width=1280) as seen:
        yield first_view(seen, PAGES[name])


@pytest.fixture(scope="module")
def narrow(name: str, browser: Browser, address: str) -> Iterator[FirstView]:
    with watched(browser, address, width=360) as seen:
        yield first_view(seen, PAGES[name])


def test_first_view_is_small_and_does_not_move(
    name: str, wide: FirstView, narrow: FirstView
) -> None:
    most = FIRST_SEARCH if PAGES[name].startswith("cari/") else FIRST_VIEW
    for view in (wide, narrow):
        assert view.sizes
        assert sum(view.sizes.values()) <= most, view.sizes
        assert view.shift <= 0.01
        assert view.seen.complaints == []


def test_page_is_accessible(name: str, wide: FirstView) -> None:
    assert wide.page.locator("h1").count() == 1
    assert violations(wide.page) == []
    if name in FRAMES:
        wide.page.emulate_media(color_scheme="dark")
        assert violations(wide.page, COLOURS) == []
        wide.page.emulate_media(color_scheme="light")


@pytest.mark.long
def test_page_is_accessible_on_a_narrow_screen_in_the_dark(narrow: FirstView) -> None:
    narrow.page.set_viewport_size({"width": 320, "height": 900})
    narrow.page.emulate_media(color_scheme="dark")
    assert violations(narrow.page) == []


def test_a_cell_that_is_stacked_says_its_column(narrow: FirstView) -> None:
    narrow.page.set_viewport_size({"width": 360, "height": 900})
    narrow.page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
    assert narrow.page.evaluate(NAMELESS) == []


def test_page_never_has_to_be_moved_sideways(wide: FirstView) -> None:
    for width in (320, 480, 640, 768, 900, 1024, 1280):
        wide.page.set_viewport_size({"width": width, "height": 900})
        assert wide.page.evaluate(TOO_WIDE) <= 0, f"pada lebar {width}"


def test_a_list_never_has_to_be_moved_sideways(wide: FirstView) -> None:
    for width in (320, 600, 768, 1000, 1024):
        wide.page.set_viewport_size({"width": width, "height": 900})
        assert wide.page.evaluate(MOVED) == [], f"pada lebar {width}"


def test_no_text_lies_over_another(wide: FirstView) -> None:
    for width in (320, 360, 768, 1440):
        wide.page.set_viewport_size({"width": width, "height": 900})
        assert wide.page.evaluate(OVERLAPS) == [], f"pada lebar {width}"


@pytest.mark.long
def test_text_can_be_twice_as_large(name: str, watch_large_text: Open) -> None:
    with watch_large_text() as seen:
        page = seen.open(PAGES[name])
        for width in (320, 360, 640, 768, 1024, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate(TOO_WIDE) <= 0, f"pada lebar {width}"
            assert page.evaluate(OVERLAPS) == [], f"pada lebar {width}"


def test_a_label_over_a_figure_would_be_found(watch: Open) -> None:
    with watch(width=360) as seen:
        page = seen.open("layanan/laporan/2020/")
        assert page.evaluate(OVERLAPS) == []
        page.evaluate(
            """() => {
                const sheet = new CSSStyleSheet();
                sheet.replaceSync("td.ppid-angka { white-space: nowrap !important; }");
                document.adoptedStyleSheets = [sheet];
            }"""
        )
        assert any("Dikabulkan seluruhnya" in pair for pair in page.evaluate(OVERLAPS))


def test_a_matrix_of_many_years_beside_its_drawing_is_moved_and_the_page_is_not(
    watch: Open,
) -> None:
    with watch(width=1280) as seen:
        page = seen.open("kelengkapan/")
        table = page.locator(".ppid-bagan + .ppid-tabel--tahun")
        for _ in range(4):
            table.locator("tr").evaluate_all(
                "rows => rows.forEach(row => row.append(row.lastElementChild.cloneNode(true)))"
            )
        assert table.evaluate("e => e.scrollWidth > e.clientWidth")
        assert page.evaluate(TOO_WIDE) <= 0


def test_page_that_is_not_there_shows_the_way_on(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("opd/tidak-ada/dik/2021/")
        assert page.locator("h1").is_visible()
        assert page.locator("main a[href], article a[href]").count() > 0
        expected = [f"404: {seen.address}opd/tidak-ada/dik/2021/"]
        assert [c for c in seen.complaints if c.startswith("404")] == expected
        seen.complaints.clear()


def test_hostile_titles_are_shown_as_written(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("opd/setda/dik/2021/set-memo-1/")
        title = page.locator("h1").inner_text()
        assert '<b>sangat rahasia</b> & "antarbagian" tentang {{ rapat }} ]]>' in title
        assert "<script>alert('x')</script>" in title
        assert page.locator("article script, article b").count() == 0
        assert "<b>sangat rahasia</b>" in page.title()


def test_examples_of_a_rule_stand_beside_its_reasons_where_there_is_room(watch: Open) -> None:
    with watch(width=1440) as seen:
        page = seen.open("aturan/DIK-004/")
        reasons, examples = page.locator(".ppid-aturan > *").all()
        left, right = reasons.bounding_box(), examples.bounding_box()
        assert left["x"] + left["width"] < right["x"]
        assert abs(left["y"] - right["y"]) < 1
        page.set_viewport_size({"width": 768, "height": 900})
        assert reasons.bounding_box()["y"] < examples.bounding_box()["y"]
