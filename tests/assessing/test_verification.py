"""Marks of assessors beside the states of the data, with figures that are worked out by hand."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ppid.assessing.assess import assess
from ppid.assessing.model import OpdReport, State
from ppid.assessing.verification import (
    OpdVerification,
    Selisih,
    fingerprint,
    verifications,
    verified,
)
from ppid.checking.load import load
from ppid.core.corpus import Corpus
from tests.conftest import SMALL_LAW, TOWN, assemble

TODAY = date(2021, 12, 31)
CORPUS = load(TOWN, TODAY).corpus
HEADING = "kode,tanda,pemantau,tanggal,menurut_data,sidik,catatan\n"


def marked(folder: Path, marks: Mapping[str, str]) -> OpdVerification:
    """Return setda 2021 of the small law with these marks."""
    town = assemble(folder)
    rows = (f"{kode},{mark},Bagian Hukum,2021-12-14,,,\n" for kode, mark in marks.items())
    (town / "data/pemantauan/2021/setda.csv").write_text(HEADING + "".join(rows), "utf-8")
    corpus = load(town, TODAY, SMALL_LAW).corpus
    report = assess(corpus).report("setda", 2021)
    assert report is not None
    return verified(report, corpus)


def report_of(corpus: Corpus, opd: str) -> OpdReport:
    found = assess(corpus).report(opd, 2021)
    assert found is not None
    return found


def test_each_mark_is_held_against_the_state_of_the_data() -> None:
    town = verified(report_of(CORPUS, "dinkes"), CORPUS)
    found = {pair.assessment.obligation.kode: pair for pair in town.marked}
    assert {kode: pair.selisih for kode, pair in found.items()} == {
        "berkala.a.a": Selisih.SAMA,
        "berkala.a.c": Selisih.SAMA,
        "berkala.d.a": Selisih.BERBEDA,
        "serta-merta.a": Selisih.BERBEDA,
        "setiap-saat.h": Selisih.SAMA,
    }
    assert [kode for kode, pair in found.items() if pair.berubah] == ["berkala.d.a"]
    assert town.pemantau == "Tim Monitoring Provinsi 1"
    assert town.tally.ditandai == 4  # serta-merta.a does not count by the data
    assert town.tally.perlu == 68
    assert town.tally.nilai is None
    assert town.tally.belum == 64


def test_offices_that_were_only_assigned_are_known_and_not_marked() -> None:
    (year,) = verifications(assess(CORPUS), CORPUS)
    assert [each.report.opd for each in year.opd] == ["dinkes", "kecamatan-tepi-danau", "setda"]
    assert [each.report.opd for each in year.marked] == ["dinkes"]


def test_the_figure_is_there_once_all_that_counts_is_marked(tmp_path: Path) -> None:
    report = report_of(load(TOWN, TODAY, SMALL_LAW).corpus, "setda")
    counting = [a for a in report.assessments if a.state.counts]
    # By hand: everything there, save the first; the weights are those of our own figure.
    marks = {a.obligation.kode: "ada" for a in counting}
    first = counting[0]
    marks[first.obligation.kode] = "tidak-ada"
    whole = sum(a.bobot for a in counting)
    found = marked(tmp_path, marks).tally
    exact = 100 * (whole - first.bobot) / whole
    assert found.nilai == Decimal(round(exact * 10)) / 10
    assert found.nilai == Decimal("81.8")
    marks.popitem()
    assert marked(tmp_path / "lagi", marks).tally.nilai is None


def test_what_must_be_looked_at_is_answered_by_any_mark() -> None:
    report = report_of(CORPUS, "dinkes")
    pair = verified(report, CORPUS).pairs[0]
    seen = pair._replace(assessment=pair.assessment._replace(state=State.PERLU_DILIHAT))
    assert seen.selisih is Selisih.DIJAWAB
    assert seen.berubah  # the state is another one than when it was marked


@pytest.mark.parametrize("part", ["state", "evidence"])
def test_the_fingerprint_follows_state_and_evidence(part: str) -> None:
    a = next(a for a in report_of(CORPUS, "dinkes").assessments if a.evidence)
    changed = a._replace(state=State.TERCATAT) if part == "state" else a._replace(evidence=())
    assert fingerprint(changed) != fingerprint(a)
    assert fingerprint(a._replace(reason="Kalimat lain.")) == fingerprint(a)
