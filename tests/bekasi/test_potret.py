"""The figures that were kept for a day are those of the page for that day."""

from datetime import date

from ppid.assessing.assess import assess
from ppid.kinds.potret import Potret
from tests.conftest import this_body


def test_a_closed_year_has_one_figure() -> None:
    corpus = this_body(date(2025, 12, 31))
    completeness = assess(corpus)
    kept = [p for p in corpus.of(Potret) if p.tanggal == date(p.tahun, 12, 31)]
    assert kept
    for potret in kept:
        year = completeness.year(potret.tahun)
        assert year is not None
        assert potret.seluruh.nilai == year.score.nilai
        shown = {report.opd: report.score.nilai for report in year.reports}
        assert {each.opd: each.nilai for each in potret.opd} == shown
