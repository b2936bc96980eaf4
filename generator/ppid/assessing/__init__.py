"""How far an OPD has met, in a year, what the law in force then bids it to announce.

How to use it, for pages, exports and commands alike:

    from ppid.assessing.assess import assess
    completeness = assess(corpus)              # computed anew: for the site ask Publication
    for year in completeness.years:            # YearReport, oldest first
        year.score, year.categories            # figures of the whole city
        for report in year.reports:            # OpdReport, in the order of folders
            report.score.nilai                 # Decimal("43.8"), or None: nothing applies
            report.categories                  # (Kategori, Score) for each group
            for a in report.assessments:       # Assessment: obligation, state, evidence, reason …
                a.state is State.TERPENUHI
    completeness.year(2024), completeness.report("dinkes", 2024)
    completeness.about(kode, 2024)             # one obligation across OPDs

From the law to a figure: `obligations` (which hold in a year, and whom they bind), `fitting` (which
rows answer what they name), `evidence` (what an OPD had handed in by the judging day, and what
counts in it), `assess` (state and freshness), `score` (figures, and the
method in words). What others make of it: `findings` (code, address, wording, objections, text for
the terminal), `snapshot` (figures of past quarters), `timeliness` (who has handed in what, and in
time), `grounds` (what is withheld on which ground) and `deadlines` (exclusions that end, and what
falls due).

States never depend on whether data is a demonstration; sentences do.
"""
