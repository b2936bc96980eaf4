"""One row for each OPD and obligation of a year, for spreadsheets and statistics."""

from collections.abc import Sequence

import pandas as pd

from ppid.assessing.findings import address_of, code_of, said
from ppid.assessing.model import Assessment, OpdReport, YearReport
from ppid.values.text import guarded

_COLUMNS = (
    "tahun",
    "opd",
    "nama",
    "kode",
    "kategori",
    "kewajiban",
    "dasar",
    "bobot",
    "keadaan",
    "kesegaran",
    "diperbarui",
    "jumlah_bukti",
    "tautan",
    "alasan",
    "temuan",
    "alamat",
    "contoh",
)


def as_csv(year: YearReport, reports: Sequence[OpdReport]) -> str:
    """Write the assessments of some OPDs of a year."""
    rows = [_row(report, a) for report in reports for a in report.assessments]
    frame = pd.DataFrame(rows, columns=list(_COLUMNS)).sort_values(["tahun", "opd"], kind="stable")
    assert frame.empty or set(frame["tahun"]) == {year.tahun}  # noqa: S101 — one file, one year
    return frame.to_csv(index=False, lineterminator="\r\n")


def _row(report: OpdReport, a: Assessment) -> tuple[object, ...]:
    return (
        a.tahun,
        a.opd,
        guarded(report.profil.nama),
        a.obligation.kode,
        a.obligation.kategori.kode,
        guarded(a.obligation.teks),
        guarded(a.obligation.dasar),
        str(a.obligation.bobot),
        a.state.value,
        a.kesegaran.value,
        a.diperbarui.isoformat() if a.diperbarui else "",
        len(a.evidence),
        guarded(link_of(a)),
        guarded(said(report, a)),
        code_of(a),
        address_of(a),
        "ya" if report.contoh else "tidak",
    )


def link_of(a: Assessment) -> str:
    """Return the first document of the evidence, else the page of the first record."""
    documents = (e.tautan for e in a.evidence if e.tautan)
    return next(documents, a.evidence[0].url if a.evidence else "")
