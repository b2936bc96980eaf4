"""The record of a round: the figures of the page, the offices that sign, and nobody's name."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document

from ppid.assessing.verification import Selisih, YearVerification
from ppid.checking.check import load_and_check
from ppid.core.page import Body
from ppid.publishing.exports import verifikasi as files
from ppid.publishing.pages.kelengkapan import verifikasi as pages
from ppid.publishing.papers.model import Blank, Paper, PaperTable
from ppid.publishing.papers.of_rounds import printed_round, round_paper, round_url
from ppid.publishing.publication import Publication
from tests.conftest import TOWN

PUBLICATION = Publication.of(load_and_check(TOWN, date(2021, 12, 31)))
FOUND = PUBLICATION.verifications[2021]


def paper_of(found: YearVerification = FOUND) -> Paper:
    paper = round_paper(found, PUBLICATION.corpus)
    assert paper is not None
    return paper


def tables_in(paper: Paper) -> list[PaperTable]:
    blocks = [block for section in paper.sections for block in section.blocks]
    return [block for block in blocks if isinstance(block, PaperTable)]


def test_results_are_those_of_the_verification() -> None:
    results, _ = tables_in(paper_of())
    shown = {row[1][0]: row for row in results.rows}
    assert len(shown) == len(FOUND.opd) == 3
    for each in FOUND.opd:
        row, tally = shown[each.report.profil.nama], each.tally
        assert row[2] == (each.pemantau,)
        assert row[3] == (f"{tally.ditandai} dari {tally.perlu}",)
        assert row[4] == (str(tally.selisih.get(Selisih.BERBEDA, 0)),)
        assert row[5] == (f"{each.report.score.nilai}".replace(".", ","),)
        assert tally.belum
        assert row[6] == ("belum lengkap",)  # not everything that counts has a mark


def test_offices_sign_and_every_name_is_left_empty() -> None:
    _, signatures = tables_in(paper_of())
    offices = ["".join(map(str, row[1])) for row in signatures.rows]
    assert offices == [
        "Pemantau: Tim Monitoring Provinsi 1",
        'Pemantau: Bagian Hukum "Tata" & <b>Laksana</b>',
        "PPID Utama: Kepala Bagian Umum Sekretariat Daerah",
        "Mengetahui, Atasan PPID: Sekretaris Daerah Kota Kecil",
    ]
    assert all(row[2:] == ((), ()) for row in signatures.rows)
    assert signatures.roomy


def test_an_office_that_nobody_recorded_is_a_place_to_fill_in() -> None:
    nobody = replace(FOUND, opd=tuple(replace(each, pemantau="") for each in FOUND.opd))
    results, signatures = tables_in(paper_of(nobody))
    assert all(row[2] == (Blank("pemantau"),) for row in results.rows)
    assert len(signatures.rows) == 2
    assert set(paper_of(nobody).blanks) >= {"pemantau"}


def test_the_page_of_the_year_leads_to_the_file() -> None:
    (page,) = pages.pages(PUBLICATION)
    assert isinstance(page.context, Body)
    linked = {link.url for section in page.context.sections for link in section.links}
    assert round_url(2021) in linked
    assert round_url(2021) in {export.url for export in files.exports(PUBLICATION)}


def test_the_file_opens_and_stays_the_same() -> None:
    first, again = (printed_round(FOUND, PUBLICATION.corpus) for _ in range(2))
    assert first is not None
    assert first == again
    document = Document(BytesIO(first.content))
    assert [len(table.rows) for table in document.tables] == [4, 5]
    assert "CONTOH" not in "".join(p.text for p in document.paragraphs)


@pytest.mark.parametrize("contoh", [True, False])
def test_a_demonstration_says_so_on_every_page(*, contoh: bool) -> None:
    found = replace(FOUND, opd=tuple(replace(each, contoh=contoh) for each in FOUND.opd))
    paper = paper_of(found)
    assert paper.contoh is contoh
    assert bool(paper.header) is contoh
