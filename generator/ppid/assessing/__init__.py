"""How far an OPD has met, in a year, what the law in force then bids it to announce.

How to use it, for pages, exports and commands alike (all of it is computed once for a corpus):

    from ppid.assessing.assess import assess
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

Beside it:

- `method.method_of(year.obligations)`: what “cara menghitung” prints, made from the very data, with
  `evidence_in_words`, `scope_in_words` and `weight_in_words` of an obligation;
- `findings`: a finding's code, permanent address, “sanggah” links (mail, issue form) and the
  objections to it; `findings.said(report, assessment)` is the reason to print, worded as of a
  demonstration where it is one;
- `snapshot.trend(corpus, opd)`: figures of past quarters from `data/potret/`;
- `matrix.matrix_of(year)`: a pandas frame (OPD × obligation);
- `kinds.acuan.pita.pita_of(nilai, corpus.of(PitaNilai))`: the band, for orientation only;
- downloads of a year lie at `kelengkapan/<tahun>/kelengkapan-<tahun>.csv|json|xlsx`.

States never depend on whether data is a demonstration; sentences do.
"""
