"""The checker in a real browser: by keyboard, without a byte going out, with what the command does.

A busy machine takes its time to start Python; what is waited for is bounded all the same.
"""

import io
import re
import resource
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, expect

from ppid.handing_in.desk import ClerkDesk, Outcome, Work
from tests.browser.conftest import VIOLATIONS, serve, watched
from tests.handing_in.intake.workbooks import SheetOf, xlsx
from tests.handing_in.test_desk import STRANGE as LOOKED_AT
from tests.handing_in.test_desk import answered, as_json, desk_of_site
from tests.handing_in.worksheet.papers import FEW, marked, objected

pytestmark = pytest.mark.browser

HEADING = ("No", "Informasi", "Cakupan", "Dasar Hukum", "Konsekuensi Dibuka", "Jangka Waktu")
ROWS = (
    (1, "Denah ruang peladen", "Seluruhnya", "Pasal 17 huruf c", "Jaringan mudah diserang.", "5"),
    (2, "Kata sandi aplikasi", "seluruh", "Pasal 17 huruf c", "Data dapat diubah.", "5 Tahun"),
    (3, "Denah gudang arsip", "seluruh", "Pasal 17 huruf c angka 9", "Arsip dicuri.", "3 tahun"),
)
LIST = xlsx(SheetOf([HEADING, *ROWS]))
SOUND = xlsx(SheetOf([HEADING, *ROWS[:2]]))
NIK = "3275010101900001"
STARTS = 170_000
LOOKS = 110_000


@contextmanager
def at_the_desk(browser: Browser, site: Path, width: int) -> Iterator[tuple[Page, list[Request]]]:
    with serve(site) as address, watched(browser, address, width) as seen:
        sent: list[Request] = []
        seen.page.context.on("request", lambda each: sent.append(each))  # noqa: PLW0108 — hooked
        page = seen.open("periksa/dinkes/")
        assert not [each for each in sent if "pemeriksa/" in each.url]
        yield page, sent
        # Nothing of a file goes out: files of this site are asked for, and nothing is sent along.
        assert {each.method for each in sent} == {"GET"}
        assert not [each for each in sent if each.post_data_buffer]
        own = [each for each in sent if each.url.startswith(address)]
        assert [each for each in sent if each not in own and "blob:" not in each.url] == []
        assert not [each for each in sent if "?" in each.url]


def given(page: Page, name: str, content: bytes, jenis: str = "dik", tahun: str = "2022") -> None:
    page.select_option("#jenis", jenis)
    page.fill("#tahun", tahun)
    files = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    page.set_input_files("#berkas", files=[files])
    page.locator("[data-ppid-periksa] button[type=submit]").focus()
    page.keyboard.press("Enter")


def told(page: Page, words: str, within: int = LOOKS) -> None:
    expect(page.locator("[data-kabar]")).to_contain_text(words, timeout=within)


def outcome_of(site: Path, work: Work, content: bytes) -> Outcome:
    parts = [site / "periksa/acuan.json", site / "periksa/dinkes/acuan.json"]
    today = date.today().isoformat()  # noqa: DTZ011 — as the browser on this machine has it
    return ClerkDesk.with_references([each.read_bytes() for each in parts], today).outcome(
        work, content
    )


def unpacked(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        return {name: package.read(name) for name in package.namelist()}


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=VIOLATIONS).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found]


def overflowing(page: Page, *widths: int) -> list[int]:
    """Return the widths at which the page is wider than its window; the last one stays."""
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(width)
    return found


def test_a_list_is_mended_answered_and_handed_in_by_keyboard(
    browser: Browser, situs_periksa: Path, tmp_path: Path
) -> None:
    with at_the_desk(browser, situs_periksa, 1280) as (page, _):
        given(page, "daftar.xlsx", LIST)
        told(page, "DIK 2022", STARTS)
        expect(page.locator("#pertanyaan")).to_be_focused()
        assert violations(page) == []
        # The fault stands in its cell, with its sentence and how to mend it.
        cell = page.locator("td[data-tingkat=galat]")
        assert "DIK-" in cell.inner_text()
        cell.locator("button").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Control+a")
        page.keyboard.type("Pasal 17 huruf z")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(cell).to_contain_text("Pasal 17 huruf z", timeout=LOOKS)
        page.set_viewport_size({"width": 360, "height": 800})
        # Questions one at a time: a button for each reading, or own words.
        for _ in range(4):
            asked = page.locator(".ppid-periksa__tanya:has(> #pertanyaan)")
            if not asked.count():
                break
            before = asked.inner_text()
            choices = asked.locator("> .ppid-baris button")
            if choices.count():
                choices.first.focus()
                page.keyboard.press("Enter")
            else:
                asked.locator("#jawaban-sendiri").focus()
                page.keyboard.type("Bagian Umum")
                page.keyboard.press("Enter")
            expect(page.locator(".ppid-periksa__tanya").first).not_to_have_text(
                before, use_inner_text=True, timeout=LOOKS
            )
        # What still holds the list back is shown with its row, and mended there.
        expect(page.locator("#perbaikan")).to_be_focused(timeout=LOOKS)
        assert "Denah gudang arsip" in page.locator(".ppid-periksa__tanya").inner_text()
        assert violations(page) == []
        page.locator("#perbaikan-isi").focus()
        page.keyboard.press("Control+a")
        page.keyboard.type("Pasal 17 huruf c")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        told(page, "Lulus: 3 baris, 0 galat")
        assert violations(page) == []
        assert overflowing(page, 1280, 900, 360) == []
        with page.expect_download(timeout=LOOKS) as handed_in:
            page.get_by_role("button", name="Unduh berkas serahan").focus()
            page.keyboard.press("Enter")
        handed_in.value.save_as(tmp_path / "serahan.zip")
        with page.expect_download(timeout=LOOKS) as corrected:
            page.get_by_role("button", name="Unduh buku kerja").focus()
            page.keyboard.press("Enter")
        corrected.value.save_as(tmp_path / "benar.xlsx")
        receipt = page.locator(".ppid-periksa__tanda-terima").inner_text()
        # What was done last is taken back.
        page.get_by_role("button", name="Urungkan langkah terakhir").focus()
        page.keyboard.press("Enter")
        expect(page.locator("#perbaikan")).to_be_visible(timeout=LOOKS)
    # The command says the same of the file that was handed in.
    parcel = unpacked(tmp_path / "serahan.zip")
    assert parcel["asli/daftar.xlsx"] == LIST
    here = outcome_of(situs_periksa, Work("kiriman.zip"), (tmp_path / "serahan.zip").read_bytes())
    assert here.hasil.startswith("Lulus: 3 baris, 0 galat")
    assert here.sidik is not None
    for print_ in here.sidik.values():
        assert print_ in receipt
    again = outcome_of(
        situs_periksa, Work("dik-2022-dinkes.xlsx"), (tmp_path / "benar.xlsx").read_bytes()
    )
    # That the day of the decision is not known yet is an answer, which no cell of it can hold.
    assert {each.kunci for each in again.pertanyaan if each.wajib} <= {"penetapan.tanggal"}
    assert [[cell.isi for cell in row.sel][:3] for row in again.baris] == [
        [cell.isi for cell in row.sel][:3] for row in here.baris
    ]


@pytest.mark.long
def test_what_must_not_pass_is_refused_kindly_and_nothing_of_it_is_kept(
    browser: Browser, situs_periksa: Path
) -> None:
    with at_the_desk(browser, situs_periksa, 1280) as (page, _):
        given(page, "foto.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 2000)
        told(page, "gambar (JPEG)", STARTS)
        # An assessor's worksheet: what would come of handing it in, and nothing to save.
        given(page, "kertas.xlsx", marked({**FEW, ("dinkes", "berkala.a.a"): ("v", "")}))
        told(page, "Belum dapat diterima: 1 hal perlu diperbaiki dahulu")
        expect(page.locator("#hasil-kertas")).to_be_focused()
        refused = page.locator("section:has(> #ditolak-kertas)").inner_text()
        assert "lembar Penilaian sel N7" in refused
        assert "Pilih Ada, Tidak ada, atau Tidak berlaku." in refused
        assert "Dinas" in page.locator("section:has(> #kemajuan-kertas)").inner_text()
        assert page.locator("#tanda-kertas-judul").is_visible()
        assert page.get_by_role("button", name="Unduh").count() == 0
        assert violations(page) == []
        # A sheet of objections the same way.
        given(page, "sanggahan.xlsx", objected())
        told(page, "Lembar sanggahan 2021. Dapat diterima: 2 sanggahan terbaca.")
        read = page.locator("section:has(> #sanggahan-kertas)").inner_text()
        assert 'Bagannya ada: "di" <b>laman</b>' in read
        assert page.get_by_role("button", name="Unduh").count() == 0
        assert violations(page) == []
        named = [(*ROWS[0][:4], f"Nomor {NIK} diketahui.", "5 tahun"), ROWS[1]]
        given(page, "daftar.xlsx", xlsx(SheetOf([HEADING, *named])))
        expect(page.locator("#pribadi")).to_be_focused(timeout=LOOKS)
        assert "Hapus dari berkas aslinya" in page.locator("[data-hasil]").inner_text()
        assert page.get_by_role("button", name="Unduh berkas serahan").count() == 0
        other = page.context.new_page()
        other.goto(page.url)
        other.wait_for_timeout(500)
        assert other.locator("#belum-selesai").count() == 0
        # Work that may be kept is there again, until it is deleted.
        given(page, "daftar.xlsx", LIST)
        expect(page.locator("#pribadi")).to_have_count(0, timeout=LOOKS)
        expect(page.locator("#isi-daftar")).to_be_visible(timeout=LOOKS)
        page.wait_for_timeout(500)
        other.reload()
        expect(other.locator("#belum-selesai")).to_be_visible()
        other.get_by_role("button", name="Hapus", exact=True).click()
        # The page says that it is gone by no longer showing it.
        expect(other.locator("#belum-selesai")).to_have_count(0)
        other.reload()
        other.wait_for_timeout(500)
        assert other.locator("#belum-selesai").count() == 0


STRANGE = {
    "kosong.xlsx": "Berkas ini kosong. Periksa apakah berkas tersimpan utuh.",
    "kunci.xlsx": "Buku kerja ini dikunci dengan kata sandi. Buka dengan kata sandinya",
    "kumpulan.zip": "Berkas ini arsip ZIP yang memuat berkas lain. Buka arsipnya",
    "acak.xlsx": "Berkas ini",
    "besar.xlsx": "Berkas ini 60 MB; paling besar 25 MB dapat dibaca. Hapus gambar",
}
ODD_NAME = "Daftar “DIK” <b>&amp; 🗂 2022 #1?.xlsx"


@pytest.mark.long
def test_every_strange_file_is_answered_with_a_sentence(
    browser: Browser, situs_periksa: Path, tmp_path: Path
) -> None:
    for name in STRANGE.keys() - {"besar.xlsx"}:
        (tmp_path / name).write_bytes(LOOKED_AT[name][0]())
    with (tmp_path / "besar.xlsx").open("wb") as file:
        file.truncate(60_000_000)
    (tmp_path / ODD_NAME).write_bytes(LIST)
    (tmp_path / "folder").mkdir()
    with at_the_desk(browser, situs_periksa, 1280) as (page, _):
        page.select_option("#jenis", "dik")
        page.fill("#tahun", "2022")
        # Said at once, without anything being fetched.
        dropped(page, tmp_path / "folder")
        told(page, "Yang diseret sebuah folder. Buka folder itu")
        dropped(page, tmp_path / "acak.xlsx", tmp_path / "kosong.xlsx")
        told(page, "Yang diseret lebih dari satu berkas. Seret satu saja")
        dropped(page, text="1\tDenah")
        told(page, "Yang diseret bukan berkas. Pilih berkasnya")
        # Also beside the form: there a browser would show the file in place of the page.
        dropped(page, tmp_path / "besar.xlsx", at="h1")
        told(page, STRANGE["besar.xlsx"])
        for name, said in STRANGE.items():
            dropped(page, tmp_path / name)
            told(page, said, STARTS)
            assert not page.locator("[data-hasil] > *").count()
        dropped(page, tmp_path / ODD_NAME)
        expect(page.locator("#pertanyaan")).to_be_focused(timeout=LOOKS)
        assert page.locator("[data-hasil] b").count() == 0
        # A file that was handed in is opened again, and says the same.
        work, outcome = answered(Work(ODD_NAME, "dinkes", "dik", 2022), SOUND)
        (tmp_path / "kiriman.zip").write_bytes(desk_of_site().hand_in(as_json(work), SOUND))
        dropped(page, tmp_path / "kiriman.zip")
        told(page, outcome.hasil)
        page.reload()
        page.get_by_role("button", name="Lanjutkan").click()
        told(page, outcome.hasil, STARTS)


def dropped(page: Page, *files: Path, text: str = "", at: str = "#berkas-keterangan") -> None:
    """Let go of files over the page, as somebody does who dragged them there."""
    page.locator(at).scroll_into_view_if_needed()
    box = page.locator(at).bounding_box()
    assert box
    items = [{"mimeType": "text/plain", "data": text}] if text else []
    data = {"items": items, "files": list(map(str, files)), "dragOperationsMask": 1}
    session = page.context.new_cdp_session(page)
    for step in ("dragEnter", "dragOver", "drop"):
        place = {"x": box["x"] + 9, "y": box["y"] + 9}
        session.send("Input.dispatchDragEvent", {"type": step, "data": data, **place})


@pytest.mark.long
def test_it_can_be_cancelled_and_works_without_the_net_once_it_is_there(
    browser: Browser, situs_periksa: Path
) -> None:
    with at_the_desk(browser, situs_periksa, 1280) as (page, _):
        given(page, "daftar.xlsx", LIST)
        page.locator("[data-batal]").click()
        told(page, "Dibatalkan.")
        given(page, "daftar.xlsx", LIST)
        told(page, "DIK 2022", STARTS)
        page.context.set_offline(True)
        rows = [HEADING, *(replace_row(row) for row in ROWS)]
        given(page, "lain.xlsx", xlsx(SheetOf(rows)))
        expect(page.locator("[data-hasil]")).to_contain_text("Denah lain", timeout=LOOKS)
        page.context.set_offline(False)


@pytest.mark.long
def test_a_pasted_table_is_checked_and_the_facts_of_the_list_are_written_down(
    browser: Browser, situs_periksa: Path
) -> None:
    table = "\n".join("\t".join(map(str, row)) for row in (HEADING, *ROWS[:2]))
    with at_the_desk(browser, situs_periksa, 360) as (page, _):
        page.select_option("#jenis", "dik")
        page.fill("#tahun", "2022")
        page.locator("summary", has_text="Tempel tabel").click()
        page.fill("#tempel", table)
        page.get_by_role("button", name="Periksa", exact=True).click()
        told(page, "DIK 2022", STARTS)
        assert "Denah ruang peladen" in page.locator("#isi-daftar ~ .ppid-tabel").inner_text()
        facts = page.locator("section:has(> #keterangan)")
        facts.get_by_label("Nomor keputusan").fill("100.3/12/2022")
        facts.get_by_role("button", name="Simpan keterangan").click()
        expect(facts.locator("dl")).to_contain_text("100.3/12/2022", timeout=LOOKS)
        assert facts.get_by_label("Nomor keputusan").count() == 0
        # What was written down goes along, and is there again after the page was left.
        page.reload()
        page.get_by_role("button", name="Lanjutkan").click()
        expect(facts.locator("dl")).to_contain_text("100.3/12/2022", timeout=STARTS)
        assert overflowing(page, 360) == []
        assert violations(page) == []


GAPS = """() => {
  window.longest = 0;
  let last = performance.now();
  setInterval(() => {
    window.longest = Math.max(window.longest, performance.now() - last);
    last = performance.now();
  }, 20);
}"""


def resident_in(page: Page) -> int:
    """Return the bytes in memory of the process of a page, with its workers and the browser's code.

    What only waits to be collected counts as well: where the worker takes in the answer of Python
    as a string, it is four hundred megabytes.
    """
    browser = page.context.browser
    assert browser
    told = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
    pages = [each["id"] for each in told["processInfo"] if each["type"] == "renderer"]
    kept = [Path(f"/proc/{each}/statm").read_text("utf-8").split()[1] for each in pages]
    return max(map(int, kept)) * resource.getpagesize()


@pytest.mark.long
def test_the_page_answers_while_two_thousand_rows_are_checked(
    browser: Browser, situs_periksa: Path
) -> None:
    rows = [(n, f"Denah gudang {n}", *ROWS[1][2:]) for n in range(1, 2001)]
    with at_the_desk(browser, situs_periksa, 1280) as (page, _):
        page.evaluate(GAPS)
        given(page, "daftar.xlsx", xlsx(SheetOf([HEADING, *rows])))
        told(page, "2.000 baris", STARTS)
        assert page.evaluate("window.longest") < 1_500
        assert int(page.get_attribute("[data-ppid-periksa]", "data-memori") or 0) < 400_000_000
        assert resident_in(page) < 400_000_000
        assert page.locator("#isi-daftar ~ .ppid-tabel tbody tr").count() == 50
        # It is left in the middle of the next look.
        page.get_by_role("button", name="Periksa", exact=True).click()
        page.locator("[data-batal]").click()
        told(page, "Dibatalkan.")


@pytest.mark.long
def test_a_cell_far_down_is_mended_and_stays_in_sight(
    browser: Browser, situs_periksa: Path
) -> None:
    rows = [(n, f"Denah gudang {n}", *ROWS[1][2:]) for n in range(1, 121)]
    with at_the_desk(browser, situs_periksa, 1280) as (page, _):
        given(page, "daftar.xlsx", xlsx(SheetOf([HEADING, *rows])))
        told(page, "DIK 2022", STARTS)
        assert page.locator("#isi-daftar ~ .ppid-tabel tbody tr").count() == 50
        for _ in range(2):
            page.get_by_role("button", name=re.compile(r"Tampilkan \d+ baris lagi")).click()
        cell = page.get_by_role("button", name="Ubah Informasi, baris 110: Denah gudang 109")
        cell.click()
        page.get_by_role("textbox", name="Informasi, baris 110").fill("Denah gudang timur")
        page.get_by_role("button", name="Simpan", exact=True).click()
        again = page.get_by_role("button", name="Ubah Informasi, baris 110: Denah gudang timur")
        expect(again).to_be_focused(timeout=LOOKS)
        expect(again).to_be_in_viewport()


def replace_row(row: tuple[object, ...]) -> tuple[object, ...]:
    return (row[0], f"Denah lain {row[0]}", *row[2:])


@pytest.mark.long
def test_another_office_is_asked_about_without_starting_the_engine_again(
    browser: Browser, situs_periksa: Path
) -> None:
    with serve(situs_periksa) as address, watched(browser, address) as seen:
        page = seen.open("periksa/")
        loaded: list[str] = []
        page.on("request", lambda each: loaded.append(each.url))
        for opd in ("dinkes", "setda"):
            page.select_option("#opd", opd)
            given(page, "daftar.xlsx", LIST)
            name = page.locator(f"#opd option[value={opd}]").inner_text()
            told(page, f"DIK 2022, {name}", STARTS)
        assert len([each for each in loaded if each.endswith(".wasm.bin")]) == 1
        assert len([each for each in loaded if each.endswith("setda/acuan.json")]) == 1


def test_a_file_that_the_browser_cannot_read_is_not_taken_for_the_one_before(
    browser: Browser, situs_periksa: Path
) -> None:
    with serve(situs_periksa) as address, watched(browser, address) as seen:
        seen.page.add_init_script("File.prototype.arrayBuffer = () => Promise.reject(new Error())")
        page = seen.open("periksa/dinkes/")
        given(page, "daftar.xlsx", LIST)
        told(page, "tidak dapat dibaca")
        assert "pilih lagi" in page.locator("[data-kabar]").inner_text()


def test_the_fields_look_alike_in_the_dark(browser: Browser, situs_periksa: Path) -> None:
    looks = "id => getComputedStyle(document.getElementById(id)).backgroundColor"
    with serve(situs_periksa) as address:
        for scheme in ("dark", "light"):
            with watched(browser, address, color_scheme=scheme) as seen:
                page = seen.open("periksa/dinkes/")
                names = ("opd", "jenis", "tahun", "tempel")
                assert len({page.evaluate(looks, name) for name in names}) == 1


def test_without_javascript_or_webassembly_the_other_ways_are_named(
    browser: Browser, situs_periksa: Path
) -> None:
    with serve(situs_periksa) as address:
        with watched(browser, address, java_script_enabled=False) as seen:
            page = seen.open("periksa/dinkes/")
            assert "memerlukan JavaScript" in page.locator("article").inner_text()
            assert not page.locator("[data-ppid-periksa]").is_visible()
            others = page.locator("section:has(> #peninjau)").inner_text()
            assert "Peninjau dapat membuka berkas daftar dari sebuah usulan" in others
            assert "Pemantau dapat membuka kertas kerja yang sudah ditandai" in others
            assert "belum memuat pembagian tugas" not in others
            assert page.get_by_role("link", name="halaman serahkan daftar").is_visible()
        with watched(browser, address) as seen:
            seen.page.add_init_script("delete globalThis.WebAssembly")
            page = seen.open("periksa/")
            given(page, "daftar.xlsx", LIST)
            told(page, "serahkan berkasnya dan baca jawabannya")


def test_only_this_page_may_run_webassembly(situs_periksa: Path) -> None:
    policy = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]+)"')
    for path in situs_periksa.rglob("*.html"):
        found = policy.findall(path.read_text("utf-8"))
        is_checker = path.relative_to(situs_periksa).parts[0] == "periksa"
        assert ["'wasm-unsafe-eval'" in each for each in found] == [is_checker], path
        assert "connect-src 'self';" in found[0]
