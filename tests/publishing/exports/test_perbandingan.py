"""OPDs side by side and years compared, as files and as pages: one set of figures."""

import csv
import io
import json
import re
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from ppid.assessing.comparison import compare_years
from ppid.checking.check import load_and_check
from ppid.core.page import Body
from ppid.kinds.daftar import DaftarDikecualikan
from ppid.publishing.exports.perbandingan import exports
from ppid.publishing.pages.kelengkapan import banding
from ppid.publishing.pages.kelengkapan.banding import PilihanBanding
from ppid.publishing.publication import Publication
from tests.conftest import TOWN

PUBLICATION = Publication.of(load_and_check(TOWN, date(2021, 12, 31)))
FILES = {export.url: export.content for export in exports(PUBLICATION)}
YEARS = [year.tahun for year in PUBLICATION.completeness.years]


def rows_in(url: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(FILES[url].decode("utf-8-sig"), newline="")))


def json_in(url: str) -> Any:  # noqa: ANN401 — whatever the file holds
    return json.loads(FILES[url])


@pytest.mark.parametrize("tahun", YEARS)
def test_both_tables_of_a_year_say_what_the_assessment_says(tahun: int) -> None:
    year = PUBLICATION.completeness.by_year[tahun]
    table, rows = (
        json_in(f"kelengkapan/banding/{tahun}.json"),
        rows_in(f"kelengkapan/banding/{tahun}.csv"),
    )
    assert len(rows) == len(table["kewajiban"]) == len(year.obligations.obligations)
    for report in year.reports:
        (own,) = [each for each in table["opd"] if each["opd"] == report.opd]
        wanted = [a.state.value for a in report.assessments]
        assert [table["huruf"][letter] for letter in own["keadaan"]] == wanted
        assert [row[report.opd] for row in rows] == wanted
        assert own["terpenuhi"] == report.score.terpenuhi
        assert own["dokumen"] == report.dokumen
        dik = PUBLICATION.corpus.get(DaftarDikecualikan, report.opd, tahun)
        assert own["dik_nihil"] is bool(dik and dik.nihil)
        assert (own["dik"] is None) is (dik is None)


def test_what_changed_is_in_both_files_and_on_the_page_of_each_opd() -> None:
    pages = {
        page.url: page
        for opd in PUBLICATION.opds
        for page in banding.pages_of_opd(opd, PUBLICATION)
    }
    laws = {y.tahun: y.obligations.kumpulan.peraturan for y in PUBLICATION.completeness.years}
    for before, after in pairwise(YEARS):
        stem = f"kelengkapan/banding/perubahan-{before}-{after}"
        if laws[before] != laws[after]:
            assert f"{stem}.csv" not in FILES
            continue
        rows, whole = rows_in(f"{stem}.csv"), json_in(f"{stem}.json")
        assert [row["kode"] for row in rows] == [row["kode"] for row in whole["perubahan"]]
        for opd in PUBLICATION.opds:
            page = pages[f"kelengkapan/banding/{opd}/{before}-{after}/"]
            assert isinstance(page.context, Body)
            (table,) = [s.table for s in page.context.sections if s.anchor == "kewajiban"]
            assert table is not None
            shown = [(r[0].text, r[2].state, r[3].state) for r in table.rows]
            own = [row for row in rows if row["opd"] == opd]
            assert shown == [(row["kode"], row["sebelum"], row["sesudah"]) for row in own]


def test_years_of_two_regulations_compare_their_lists_alone() -> None:
    laws = [y.obligations.kumpulan.peraturan for y in PUBLICATION.completeness.years]
    place = next(n for n, (one, other) in enumerate(pairwise(laws)) if one != other)
    page = list(banding.pages_of_opd("setda", PUBLICATION))[place]
    assert isinstance(page.context, Body)
    assert "peraturan yang berbeda" in page.context.lead
    assert [s.anchor for s in page.context.sections] == ["angka", "daftar", "lebih-jauh"]
    table = page.context.sections[0].table
    assert table is not None
    assert [row[0].text for row in table.rows] == ["Nilai", "Kesegaran", "Dokumen berbeda"]
    assert {row[3].text for row in table.rows} == {"–"}


def test_every_duty_is_in_the_first_sentence_and_who_has_not_begun_has_no_figure() -> None:
    begun: set[bool] = set()
    for opd in PUBLICATION.opds:
        pages = banding.pages_of_opd(opd, PUBLICATION)
        years = compare_years(opd, PUBLICATION.completeness)
        for page, compared in zip(pages, years, strict=True):
            assert isinstance(page.context, Body)
            table = page.context.sections[0].table
            assert table is not None
            told = [cell.text != "belum mulai" for cell in table.rows[0][1:3]]
            assert told == [compared.before.mulai, compared.after.mulai]
            begun |= set(told)
            if compared.alike:
                counts = re.findall(
                    r"(\d+) (?:kewajiban|tidak|lain|sama|keadaan)", page.context.lead
                )
                assert len(counts) == 4
                assert sum(map(int, counts)) == len(compared.after.assessments)
    assert begun == {True, False}


def test_the_choice_leads_to_every_pair_and_every_matrix() -> None:
    (page,) = banding.page(PUBLICATION)
    assert isinstance(page.context, PilihanBanding)
    linked = {link.url for year in page.context.tahun for link in (*year.kategori, *year.unduhan)}
    linked |= {link.url for link in page.context.antar_tahun.links}
    assert set(FILES) <= linked
    table = page.context.antar_tahun.table
    assert table is not None
    pairs = {cell.url for row in table.rows for cell in row[1:]}
    made = {page.url for opd in PUBLICATION.opds for page in banding.pages_of_opd(opd, PUBLICATION)}
    assert pairs == made
