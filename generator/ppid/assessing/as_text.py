"""The assessment for the terminal: figures of every OPD, or each obligation of one."""

from collections.abc import Iterator, Sequence

from ppid.assessing.findings import said
from ppid.assessing.model import OpdReport, Score, State, YearReport
from ppid.assessing.score import RUMUS
from ppid.diagnostics.inert import visible
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_desimal

_SIGN = {State.TERPENUHI: "●", State.BELUM: "○", State.TIDAK_BERLAKU: "–"}
_CONTOH = "Data contoh: angka ini tidak menyatakan apa pun tentang kantor yang sebenarnya."


def as_text(year: YearReport, reports: Sequence[OpdReport], *, each: bool) -> str:
    """Write a table of OPDs, or with `each` every obligation of the given ones."""
    lines = [*_heading(year), ""]
    for report in reports if each else ():
        lines += [*_obligations(report), ""]
    if not each:
        lines += [*_table(reports), ""]
    return "\n".join([*lines, "● terpenuhi, ○ belum, – tidak berlaku", RUMUS])


def _heading(year: YearReport) -> Iterator[str]:
    law = year.obligations.kumpulan.peraturan
    yield f"Kelengkapan {year.tahun} menurut {law}"
    yield f"Hari penilaian: {format_tanggal(year.hari)}"
    if year.contoh:
        yield _CONTOH


def _table(reports: Sequence[OpdReport]) -> Iterator[str]:
    width = max((len(report.opd) for report in reports), default=0)
    yield f"{'perangkat daerah':<{width}}   nilai    ●    ○    –"
    for report in reports:
        yield f"{report.opd:<{width}}  {_figures(report.score)}"


def _figures(score: Score) -> str:
    counts = f"{score.terpenuhi:4} {score.belum:4} {score.tidak_berlaku:4}"
    return f"{nilai_of(score):>6} {counts}"


def nilai_of(score: Score) -> str:
    """Write a figure in the Indonesian way; a dash when nothing applies."""
    return "–" if score.nilai is None else format_desimal(score.nilai)


def _obligations(report: OpdReport) -> Iterator[str]:
    yield f"{visible(report.profil.nama)}: {nilai_of(report.score)}"
    group = ""
    for a in report.assessments:
        if a.obligation.kategori.nama != group:
            group = a.obligation.kategori.nama
            yield f"  {visible(group)}"
        yield f"    {_SIGN[a.state]} {visible(a.obligation.kode)}: {visible(a.obligation.teks)}"
        yield f"      {visible(said(report, a))}"
