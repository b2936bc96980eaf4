"""Makes the pictures of the guides from the real thing: template, reply, and pages of the site.

Run by `make gambar`; needs LibreOffice, pdftoppm and Chromium. The names are those in `PICTURES`.
"""

import subprocess
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from openpyxl import load_workbook
from PIL import Image, ImageChops
from playwright.sync_api import Page, expect, sync_playwright

from tests.handing_in.intake.workbooks import SheetOf, xlsx

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "generator" / "ppid" / "guide" / "panduan" / "gambar"
DAY, OPD, YEAR = "2026-11-26", "dinkes", 2026
WIDTH, NARROW, COLOURS, DOTS = 1100, 720, 24, 110
SHEETS = {
    "templat-petunjuk.png": ("templat", "Petunjuk"),
    "templat-daftar.png": ("templat", f"DIK {YEAR}"),
    "balasan-daftar.png": ("balasan", f"DIK {YEAR}"),
    "balasan-perbaikan.png": ("balasan", "Perbaikan"),
    "balasan-pertanyaan.png": ("balasan", "Perbaikan - Pertanyaan"),
}
PAGES = {
    "situs-daftar.png": f"opd/{OPD}/dik/{YEAR - 1}/",
    "situs-mutu-data.png": "mutu-data/",
}
CHECKED = {
    "periksa-pertanyaan.png": "section:has(> #pertanyaan)",
    "periksa-perbaikan.png": "section:has(> #perbaikan)",
    "periksa-hasil.png": "section:has(> #hasil)",
}
"""What the page “Periksa daftar” shows in turn; it needs its parts (`make pemeriksa`)."""
PICTURES = (*SHEETS, *PAGES, *CHECKED)
AREAS = {"Petunjuk": "B24", "Perbaikan": "I9", "Perbaikan - Pertanyaan": "K8"}
"""Down to which cell a sheet is shown; the others as far as `only` says."""
HEADING = ["No", "Informasi", "Cakupan", "Dasar Hukum", "Konsekuensi Dibuka", "Jangka Waktu"]
LIST = (
    [
        "Denah ruang peladen",
        "seluruh",
        "UU 14/2008 Pasal 17 huruf c angka 2",
        "Ruang mudah dibobol.",
        "5",
    ],
    [
        "Denah gudang obat",
        "seluruh",
        "UU 14/2008 Pasal 17 huruf z",
        "Obat keras dapat dicuri.",
        "5 tahun",
    ],
)
"""A list with a term that is unclear and a letter that the article does not have."""
MISTAKES = {"I9": "5", "J10": "03/04/2025", "D12": "sebagain", "F11": "Pasal 17 huruf z"}
"""Cells of the template that are filled in wrongly, for the reply to have something to say."""


def main() -> None:
    """Make all pictures."""
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as name:
        folder = Path(name)
        books = workbooks(folder)
        for picture, (book, sheet) in SHEETS.items():
            save(printed(only(books[book], sheet, folder), folder), picture)
        pages(folder)


def ppid(*words: str) -> None:
    """Run the program; taking in a list with mistakes ends with another code than 0."""
    subprocess.run(
        [str(Path(sys.executable).with_name("ppid")), *words, "--tanggal", DAY],
        cwd=ROOT,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )


def workbooks(folder: Path) -> dict[str, Path]:
    """Make a template, fill in mistakes as a clerk would, and have it answered."""
    template, filled, answer = (folder / f"{n}.xlsx" for n in ("templat", "isian", "balasan"))
    ppid("templat", "dik", "--opd", OPD, "--tahun", str(YEAR), "--keluaran", str(template))
    book = load_workbook(template)
    for cell, text in MISTAKES.items():
        book[f"DIK {YEAR}"][cell] = text
    book.save(filled)
    saved = converted(filled, "xlsx", folder / "disimpan")
    ppid("impor", str(saved), "--lihat", "--balasan", str(answer))
    return {"templat": template, "balasan": answer}


def converted(file: Path, sort: str, folder: Path) -> Path:
    """Open a file in LibreOffice and save it as another sort."""
    profile = f"-env:UserInstallation=file://{folder.parent}/profil"
    words = ["soffice", profile, "--headless", "--convert-to", sort, "--outdir", str(folder)]
    subprocess.run([*words, str(file)], check=True, stdout=subprocess.DEVNULL)
    return folder / f"{file.stem}.{sort}"


def only(file: Path, sheet: str, folder: Path) -> Path:
    """Leave the first columns and rows of one sheet to be printed, on one page."""
    book = load_workbook(file)
    for each in book.worksheets:
        if each.title != sheet:
            book.remove(each)
    kept = book[sheet]
    kept.print_title_rows = None
    kept.print_area = f"A1:{AREAS.get(sheet, 'I14')}"
    kept.oddFooter.left.text = kept.oddFooter.right.text = kept.oddFooter.center.text = None
    kept.page_setup.orientation = "landscape"
    kept.page_setup.fitToWidth, kept.page_setup.fitToHeight = 1, 1
    kept.sheet_properties.pageSetUpPr.fitToPage = True
    target = folder / f"{file.stem}-{sheet.rsplit(maxsplit=1)[-1]}.xlsx"
    book.save(target)
    return target


def printed(file: Path, folder: Path) -> Image.Image:
    """Print a workbook and look at its first page."""
    page = converted(file, "pdf", folder)
    stem = page.with_suffix("")
    words = ["pdftoppm", "-png", "-singlefile", "-r", str(2 * DOTS), str(page), str(stem)]
    subprocess.run(words, check=True)
    return Image.open(stem.with_suffix(".png"))


def pages(folder: Path) -> None:
    """Build the site, and take pictures of some of its pages."""
    ppid("bangun", "--keluaran", str(folder / "situs"))

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder / "situs")))
    Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": 760})
        for picture, address in PAGES.items():
            page.goto(f"http://127.0.0.1:{server.server_port}/{address}")
            page.wait_for_load_state("networkidle")
            page.screenshot(path=str(folder / picture))
            save(Image.open(folder / picture), picture)
        page.goto(f"http://127.0.0.1:{server.server_port}/periksa/{OPD}/")
        checker(page, folder)
        browser.close()
    server.shutdown()


def checker(page: Page, folder: Path) -> None:
    """Have a list checked as a clerk would, and take a picture of every step."""
    listed = [HEADING, *([number, *row] for number, row in enumerate(LIST, 1))]
    (folder / "daftar.xlsx").write_bytes(xlsx(SheetOf(listed)))
    page.set_viewport_size({"width": NARROW, "height": 760})
    page.select_option("#jenis", "dik")
    page.fill("#tahun", str(YEAR))
    page.set_input_files("#berkas", str(folder / "daftar.xlsx"))
    page.locator("[data-ppid-periksa] [type=submit]").click()
    asking, mending, passed = CHECKED
    seen(page, asking, folder)
    while page.locator("#pertanyaan").count():
        before = page.locator("[data-hasil]").inner_text()
        page.locator(".ppid-periksa__tanya > .ppid-baris button").first.click()
        shown = page.locator("[data-hasil]")
        expect(shown).not_to_have_text(before, use_inner_text=True, timeout=60_000)
    seen(page, mending, folder)
    page.fill("#perbaikan-isi", LIST[0][2])
    page.get_by_role("button", name="Simpan perbaikan").click()
    seen(page, passed, folder)


def seen(page: Page, picture: str, folder: Path) -> None:
    """Wait for a part of the page, and take its picture."""
    part = page.locator(CHECKED[picture])
    part.wait_for(timeout=180_000)
    part.screenshot(path=str(folder / picture))
    save(Image.open(folder / picture), picture, whole=True)


def save(picture: Image.Image, name: str, *, whole: bool = False) -> None:
    """Cut off the white around a picture, and save it small; `whole`: with all that is below."""
    plain = picture.convert("RGB")
    empty = Image.new("RGB", plain.size, plain.getpixel((0, 0)))
    cut = plain.crop(ImageChops.difference(plain, empty).getbbox())
    lowest = cut.height if whole else min(cut.height, cut.width * 3 // 4)
    cut = cut.crop((0, 0, cut.width, lowest))
    height = round(cut.height * WIDTH / cut.width)
    small = cut if whole else cut.resize((WIDTH, height), Image.Resampling.LANCZOS)
    small.quantize(COLOURS, dither=Image.Dither.NONE).save(FOLDER / name, optimize=True)


if __name__ == "__main__":
    main()
