"""How far an OPD has met, in a year, what the law in force then bids it to announce.

How to use it, for pages, exports and commands alike (all of it is computed once for a corpus):

    from generator.completeness.assess import assess
    completeness = assess(corpus)
    for year in completeness.years:            # YearReport, oldest first
        year.score, year.categories            # figures of the whole city
        for report in year.reports:            # OpdReport, in the order of folders
            report.score.nilai                 # Decimal("43.8"), or None: nothing applies
            report.categories                  # (Kategori, Score) for each group
            for a in report.assessments:       # Assessment: obligation, state, evidence, reason …
                a.state is State.TERPENUHI
    completeness.year(2024), completeness.report("dinkes", 2024)
    completeness.about(kode, 2024)             # one obligation across OPDs

`method.method_of(kumpulan)` gives what “cara menghitung” prints, made from the very data;
`findings` gives a finding's code, its permanent address and its “sanggah” links;
`findings.said(report, assessment)` gives the reason worded for demonstration data where it is one;
`matrix.matrix_of(year)` gives a pandas frame (OPD × obligation).

States never depend on whether data is a demonstration; sentences do.
"""
