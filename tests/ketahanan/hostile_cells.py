"""Two thousand hostile cells in all columns, opened in Chromium: no script runs, nothing leaves."""

import os
import shutil
from collections.abc import Iterator, Mapping
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Final

from markdown_it import MarkdownIt
from playwright.sync_api import Dialog, Page, Request, sync_playwright

from tests.browser.conftest import serve
from tests.conftest import QUIET
from tests.ketahanan.child import ppid
from tests.ketahanan.projects import DAY, OPD, contents, heading, restore, row_of, small, table
from tests.ketahanan.report import Report

CELLS: Final = 2_000
_OUT: Final = "https://jahat.example/"
PAYLOADS: Final = (
    "<script>alert(1)</script>",
    '"><script>alert(1)</script>',
    "</title><script>alert(1)</script>",
    "</textarea></script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    f"<img src={_OUT}gambar.png>",
    f'<link rel=stylesheet href="{_OUT}gaya.css">',
    f"<iframe src={_OUT}></iframe>",
    "<svg/onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<details open ontoggle=alert(1)>",
    "' autofocus onfocus=alert(1) x='",
    '" style="background:url(https://jahat.example/latar)" x="',
    "javascript:alert(1)",
    "[klik](javascript:alert(1))",
    f"![gambar]({_OUT}gambar.png)",
    f"<a href='{_OUT}' ping='{_OUT}'>klik</a>",
    "{{ 7*7 }}{% import 'os' as os %}",
    "@@ppid:isi@@ @@ppid:judul@@",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script>",
    "<base href=https://jahat.example/>",
    "<meta http-equiv=refresh content='0;url=https://jahat.example/'>",
    "<form action=https://jahat.example/><button>kirim</button></form>",
    '=HYPERLINK("https://jahat.example/";"klik")',
    "-->]]><!--<script>alert(1)</script>",
)
_FREE: Final = {"informasi", "bagian", "konsekuensi_dibuka", "konsekuensi_ditutup", "penguasa"} | {
    "penanggung_jawab",
    "tempat_pembuatan",
    "catatan",
}
"""Columns whose words are published as they stand; the others are refused where they are odd."""


def run(work: Path, random: Random) -> Report:
    """Hand in lists that are hostile in every column, and publish what may be published."""
    report = Report()
    payloads = list(PAYLOADS)
    random.shuffle(payloads)
    project = small(work / "proyek")
    shown = work / "laporan"
    shown.mkdir()
    old = contents(project)
    for kind in ("dip", "dik"):
        row, columns = row_of(project, kind), heading(project, kind)
        _hand_in(project, kind, _rows(columns, payloads), shown, report)
        restore(project, old)
        old |= {f"data/opd/{OPD}/{kind}/2019.csv": table(_published(row, kind, payloads)).encode()}
        restore(project, old)
    built = ppid(("bangun", "--keluaran", str(work / "situs"), *DAY), project)
    report.judge(built, "bangun", bounded=False)
    if built.code:
        report.faults.append(f"bangun: {built.said[-1500:]}")
        return report
    _open_all(work / "situs", shown, report)
    return report


def _rows(columns: list[str], payloads: list[str]) -> Iterator[Mapping[str, str]]:
    """Yield rows with a payload in every cell, until there are enough cells of this list."""
    turn = cycle(payloads)
    for number in range(-(-CELLS // 2 // len(columns))):
        yield {name: f"{next(turn)} {number}" for name in columns}


def _published(row: Mapping[str, str], kind: str, payloads: list[str]) -> Iterator[dict[str, str]]:
    """Yield rows that are right but for hostile words in every column of free text."""
    # A DIK names no address and no document; that is refused before it could be shown.
    turn = cycle(each for each in payloads if kind == "dip" or "https:" not in each)
    free = sorted(_FREE & row.keys())
    for number in range(80):
        changed = {name: f"{row[name][:30] or 'Teks'} {next(turn)} {number}" for name in free}
        part = {"cakupan": "sebagian"} if kind == "dik" else {}
        yield {**row, **changed, **part, "kode": f"JHT-{kind.upper()}-{number:02}"}


def _hand_in(
    project: Path, kind: str, rows: Iterator[Mapping[str, str]], shown: Path, report: Report
) -> None:
    listed = list(rows)
    report.count("sel jahat", sum(len(row) for row in listed))
    (project / "masuk.csv").write_text(table(listed), "utf-8")
    target = ("--opd", OPD, "--jenis", kind, "--tahun", "2020", "--lihat", *DAY)
    answers = ("--laporan", "laporan.md", "--balasan", "balasan.xlsx")
    report.look(("impor", "masuk.csv", *target, *answers), project, f"impor {kind}")
    if not (project / "laporan.md").is_file():
        report.faults.append(f"impor {kind}: tidak ada laporan")
        return
    text = (project / "laporan.md").read_text("utf-8")
    html = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(text)
    (shown / f"{kind}.html").write_text(f"<!doctype html><meta charset=utf-8>{html}", "utf-8")
    wanted = {f"data/opd/{OPD}/{kind}/2019.csv": table(listed).encode()}
    checked = project.parent / f"periksa-{kind}"
    shutil.copytree(project, checked)
    for path, content in wanted.items():
        (checked / path).write_bytes(content)
    for form in ("teks", "markdown", "github", "json"):
        report.look(("periksa", "--format", form, *DAY), checked, f"periksa {form} {kind}")


def _open_all(site: Path, shown: Path, report: Report) -> None:
    found = shutil.which(os.environ.get("PPID_PERAMBAN", "chromium")) or "/usr/bin/chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        page = browser.new_context(bypass_csp=False).new_page()
        _watch(page, report)
        for folder, names in ((site, _pages(site)), (shown, ["dip.html", "dik.html"])):
            with serve(folder) as address:
                for name in names:
                    page.goto(address + name, wait_until="load")
                    report.count("halaman dibuka")
                if folder is site:
                    page.goto(f"{address}cari/?q=alert", wait_until="networkidle")
        browser.close()
    report.figures.setdefault("skrip asing yang jalan", 0)
    report.figures.setdefault("permintaan keluar", 0)


def _pages(site: Path) -> list[str]:
    """Return the addresses of every page on which a hostile word stands."""
    marks = ("jahat.example", "alert(1)", "JHT-")
    found = (path for path in sorted(site.rglob("index.html")))
    return [
        f"{path.parent.relative_to(site).as_posix()}/"
        for path in found
        if any(mark in path.read_text("utf-8") for mark in marks)
    ]


def _watch(page: Page, report: Report) -> None:
    """Note every dialog, and every request that leaves this machine, while pages open."""

    def asked(request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1", "data:")):
            report.count("permintaan keluar")
            report.faults.append(f"permintaan keluar: {request.url} dari {page.url}")

    page.on("request", asked)

    def ran(dialog: Dialog) -> None:
        report.count("skrip asing yang jalan")
        report.faults.append(f"skrip asing jalan di {page.url}")
        dialog.dismiss()

    page.on("dialog", ran)
