"""The states of a year as a table, for what works on tables."""

import pandas as pd

from ppid.assessing.model import YearReport


def matrix_of(year: YearReport) -> pd.DataFrame:
    """Give a row for each OPD and a column for each obligation, in the order of the law."""
    return pd.DataFrame(
        [[a.state.value for a in report.assessments] for report in year.reports],
        index=pd.Index([report.opd for report in year.reports], name="opd"),
        columns=pd.Index([o.kode for o in year.obligations.obligations], name="kode"),
    )
