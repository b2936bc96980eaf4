"""A questionnaire filled in: every duty once at least, each answer that of the assessment."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from ppid.assessing.assess import assess
from ppid.assessing.model import State, YearReport
from ppid.assessing.questionnaire import (
    ADA,
    UNKNOWN_WEIGHT,
    UNMAPPED,
    counted,
    form_of_body,
    form_of_opd,
    weight_in_words,
)
from ppid.checking.load import load
from ppid.kinds.acuan.saq import KuesionerSaq
from tests.conftest import TOWN

CORPUS = load(TOWN, date(2021, 12, 31)).corpus


@pytest.fixture(scope="module")
def saq() -> KuesionerSaq:
    found = CORPUS.get(KuesionerSaq, tahun=2021)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def year() -> YearReport:
    found = assess(CORPUS).year(2021)
    assert found is not None
    return found


def test_every_duty_has_a_row_and_every_question_too(saq: KuesionerSaq, year: YearReport) -> None:
    codes = {o.kode for o in year.obligations.obligations}
    asked = {kode for kode in codes if kode.startswith("setiap-saat.")}
    for rows in (form_of_body(saq, year), form_of_opd(saq, year.reports[0], year)):
        assert {row.kode for row in rows if row.kode} == codes
        assert {row.no[:4] for row in rows if row.variabel != UNMAPPED} == {"1-01", "1-02", "1-03"}
        apart = [row.kode for row in rows if row.variabel == UNMAPPED]
        assert len(apart) == len(set(apart))
        assert set(apart) == codes - asked
        assert len({row.no for row in rows}) == len(rows)


def test_an_answer_is_that_of_the_assessment(saq: KuesionerSaq, year: YearReport) -> None:
    words = {"Ada", "Belum ada", "Perlu dilihat", "Tercatat", "Tidak berlaku"}
    assert set(ADA.values()) == words
    for report in year.reports:
        states = {a.obligation.kode: a for a in report.assessments}
        rows = [row for row in form_of_opd(saq, report, year) if row.kode]
        for row in rows:
            a = states[row.kode]
            assert row.ada == ADA[a.state]
            documents = {e.tautan or e.url for e in a.evidence} - {""}
            assert set(row.bukti) == documents
        assert sum(counted(rows).values()) == len(states)
        assert counted(rows).get("Ada", 0) == report.score.terpenuhi


def test_the_body_has_what_all_have_whom_it_binds(saq: KuesionerSaq, year: YearReport) -> None:
    rows = {row.kode: row for row in form_of_body(saq, year) if row.kode}
    for place, obligation in enumerate(year.obligations.obligations):
        found = Counter(report.assessments[place].state for report in year.reports)
        met = found[State.TERPENUHI]
        bound = met + found[State.BELUM] + found[State.PERLU_DILIHAT]
        ada = rows[obligation.kode].ada
        if not bound:
            assert ada in {"Tercatat", "Tidak berlaku"}
        elif met == bound:
            assert ada == "Ada"
        elif met:
            assert ada == f"Sebagian ({met} dari {bound})"
        else:
            assert ada in {"Belum ada", "Perlu dilihat"}
        shown = (f"kelengkapan/2021/kewajiban/{obligation.kode}/",) if met else ()
        assert rows[obligation.kode].bukti == shown


def test_what_no_page_and_no_duty_answers_is_not_said_to_be_there(
    saq: KuesionerSaq, year: YearReport
) -> None:
    rows = {row.no: row for row in form_of_opd(saq, year.reports[0], year)}
    assert rows["1-02.1"].ada == "Lihat halaman"
    assert rows["1-02.1"].bukti == ("kegiatan/",)
    assert rows["1-03.1"].ada == "Tidak tercatat di situs ini"
    assert rows["1-03.1"].bukti == ()


def test_a_weight_that_is_not_known_is_never_a_number(saq: KuesionerSaq, year: YearReport) -> None:
    assert weight_in_words(None) == UNKNOWN_WEIGHT == "bobot tidak tercatat"
    assert weight_in_words(Decimal("12.5")) == "paling tinggi 12,5"
    for row in form_of_body(saq, year):
        known = row.no.startswith("1-01")
        assert row.total_nilai == ("paling tinggi 12,5" if known else UNKNOWN_WEIGHT)


def test_how_sure_a_question_is_stands_beside_its_answer(
    saq: KuesionerSaq, year: YearReport
) -> None:
    said = {row.no: row.keterangan for row in form_of_body(saq, year)}
    assert "Butir dibaca dalam kuesioner tahun itu: Rekaan" in said["1-01.1"]
    assert said["1-02.1"].startswith("Butir dibaca dalam kuesioner tahun lain: ")
    assert said["1-03.1"].startswith("Butir disimpulkan dari sumbernya: ")
    assert said["0.1"].endswith(
        "Tidak ada butir kuesioner yang diketahui menanyakan kewajiban ini."
    )
