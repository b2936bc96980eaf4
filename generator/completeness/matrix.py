"""The assessments of a year as a table, for what works on tables."""

import pandas as pd

from generator.completeness.model import YearReport

COLUMNS = (
    "tahun",
    "opd",
    "kode",
    "kategori",
    "keadaan",
    "kesegaran",
    "diperbarui",
    "bobot",
    "jumlah_bukti",
    "alasan",
)


def matrix_of(year: YearReport) -> pd.DataFrame:
    """Give the states of a year: a row for each OPD, a column for each obligation."""
    return pd.DataFrame(
        [[a.state.value for a in report.assessments] for report in year.reports],
        index=pd.Index([report.opd for report in year.reports], name="opd"),
        columns=pd.Index([o.kode for o in year.obligations.obligations], name="kode"),
    )


def long_table(year: YearReport) -> pd.DataFrame:
    """Give one row for each OPD and obligation of a year."""
    rows = [
        (
            a.tahun,
            a.opd,
            a.obligation.kode,
            a.obligation.kategori.kode,
            a.state.value,
            a.kesegaran.value,
            a.diperbarui.isoformat() if a.diperbarui else "",
            str(a.obligation.bobot),
            len(a.evidence),
            a.reason,
        )
        for report in year.reports
        for a in report.assessments
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))
