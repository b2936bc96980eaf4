"""What lists, categories and departments say: counts agree, and demonstrations are marked."""

import csv
import re
import shutil
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from ppid.checking.check import load_and_check
from ppid.core.corpus import Corpus
from ppid.core.page import Body, Page
from ppid.diagnostics.places import RecordId
from ppid.kinds.daftar import DaftarDikecualikan, DaftarPublik, list_id
from ppid.publishing.pages import informasi, mutu_data
from ppid.publishing.pages.daftar import example_mark, received, state_of
from ppid.publishing.pages.kelengkapan import saq
from ppid.publishing.publication import Publication
from ppid.publishing.tables import TABLES
from ppid.values.numbers import format_ukuran

DAY = date(2021, 12, 31)


@pytest.fixture(scope="module")
def checked(kota_kecil: Path) -> Publication:
    return Publication.of(load_and_check(kota_kecil, DAY))


@pytest.fixture
def corpus(checked: Publication) -> Corpus:
    return checked.corpus


def text_of(situs: Path, path: str) -> str:
    html = (situs / path / "index.html").read_text("utf-8")
    return unescape(re.sub(r"<[^>]+>", " ", html))


def late(daftar: DaftarPublik, *, contoh: bool) -> DaftarPublik:
    made = daftar.model_copy(update={"disampaikan": date(2021, 4, 5), "contoh": contoh})
    made.placed(daftar.id, daftar.origin)
    return made


def test_lateness_is_a_plain_fact_and_of_a_demonstration_one_of_the_example(corpus: Corpus) -> None:
    daftar = corpus.get(DaftarPublik, "setda", 2021)
    assert daftar is not None
    real, example = late(daftar, contoh=False), late(daftar, contoh=True)
    assert state_of(real, corpus).text == "Setelah batas waktu"
    assert received(real, corpus) == (
        "Daftar diterima PPID Utama pada 5 April 2021; batas waktunya 31 Maret 2021."
    )
    assert "pada 5 April 2021 dalam data contoh ini; batas" in received(example, corpus)


@pytest.mark.parametrize("day", [None, date(2031, 1, 1)])
def test_a_day_that_nobody_knows_or_that_cannot_be_is_no_day(day: date, corpus: Corpus) -> None:
    daftar = corpus.get(DaftarPublik, "setda", 2021)
    assert daftar is not None
    made = daftar.model_copy(update={"disampaikan": day})
    made.placed(daftar.id, daftar.origin)
    assert state_of(made, corpus).text == "Harinya tidak diketahui"


@pytest.mark.parametrize(
    ("opd", "tahun", "said"),
    [
        ("setda", 2021, "Disampaikan"),
        ("kecamatan-tepi-danau", 2021, "Dinyatakan nihil"),
        ("kecamatan-tepi-danau", 2020, "Belum ada berkas di situs ini"),
    ],
)
def test_every_state_has_its_words(opd: str, tahun: int, said: str, corpus: Corpus) -> None:
    cell = state_of(corpus.get(DaftarDikecualikan, opd, tahun), corpus)
    assert cell.text == said
    assert cell.state


def test_example_among_real_lists_is_marked_wherever_it_shows(
    situs: Path, corpus: Corpus, checked: Publication
) -> None:
    assert example_mark(corpus.get(DaftarPublik, "dinkes", 2020), checked) == " (contoh)"
    assert example_mark(corpus.get(DaftarPublik, "dinkes", 2021), checked) == ""
    assert "jam layanan puskesmas (contoh)" in text_of(situs, "informasi/berkala/2020")
    assert "1 (contoh)" in text_of(situs, "informasi/berkala")
    assert "DIP 2020 (contoh)" in text_of(situs, "opd/dinkes")
    html = (situs / "unduhan/index.html").read_text("utf-8")
    assert re.search(r"dip-dinkes-2020\.csv\"[^>]*>[\d,]+ \w+ \(contoh\)<", html)


def test_example_among_real_lists_is_marked_in_findings(checked: Publication) -> None:
    row = RecordId("dip", "dinkes", 2020, "kes-puskesmas")
    examples = (row, list_id(row), RecordId("layanan", "dinkes", 2020))
    assert all(map(checked.is_example, examples))
    assert not any(map(checked.is_example, (row._replace(tahun=2021), None)))
    (own,) = checked.findings_by_opd["dinkes"][:1]
    made = replace(checked, findings=(replace(own, record=row), replace(own, record=None)))
    (table,) = (table for table in TABLES if table.name == "temuan")
    assert [each["contoh"] for each in table.rows(made)] == [True, False]
    (page,) = (page for page in mutu_data.pages(made) if page.url == "mutu-data/dinkes/")
    assert isinstance(page.context, Body)
    assert page.context.sections[0].table is not None
    shown = [cells[0].text for cells in page.context.sections[0].table.rows]
    assert shown == [f"{own.message} (contoh)", own.message]


def test_questions_of_a_year_with_example_lists_say_so(kota_kecil: Path, tmp_path: Path) -> None:
    town = shutil.copytree(kota_kecil, tmp_path / "kota")
    asked = town / "data/acuan/saq"
    shutil.copy(asked / "2021.yml", asked / "2020.yml")
    made = Publication.of(load_and_check(town, DAY))
    marked = {page.url: page.contoh for page in saq.pages(made)}
    assert marked[saq.saq_url(2020)] is True
    assert marked[saq.saq_url(2020, "1-01")] is True
    assert marked[saq.saq_url(2021)] is False


def test_numbers_of_the_categories_agree_with_the_files(checked: Publication, situs: Path) -> None:
    pages = {page.url: page for page in informasi.pages(checked)}
    with (situs / "unduhan/dip.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for category in ("berkala", "serta-merta", "setiap-saat"):
        wanted = sum(row["klasifikasi"] == category for row in rows)
        assert shown_in(pages[f"informasi/{category}/"]) == wanted
        years = [url for url in pages if url.startswith(f"informasi/{category}/2")]
        assert sum(len(pages[url].context.sections[0].table.rows) for url in years) == wanted


def shown_in(page: Page) -> int:
    """Add up the numbers of a matrix."""
    table = next(s.table for s in page.context.sections if s.table)
    texts = (cell.text.split()[0] for row in table.rows for cell in row[1:])
    return sum(int(text) for text in texts if text.isdigit())


def test_nihil_stands_in_the_table_of_exclusions(situs: Path) -> None:
    assert re.search(r"Kecamatan Tepi Danau\s+nihil", text_of(situs, "informasi/dikecualikan"))


@pytest.mark.parametrize("rows", ["dik", "dip"])
def test_size_beside_a_download_is_its_size(rows: str, situs: Path) -> None:
    size = (situs / f"unduhan/{rows}.csv").stat().st_size
    html = (situs / "unduhan/index.html").read_text("utf-8")
    assert re.search(rf'unduhan/{rows}\.csv">CSV, {format_ukuran(size)}<', html)
