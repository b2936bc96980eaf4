"""A finding as others meet it: its code, its permanent address, its wording, its objections."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from urllib.parse import quote

from ppid.assessing.model import Assessment, OpdReport, State, YearReport
from ppid.assessing.score import RUMUS
from ppid.core.corpus import Corpus
from ppid.diagnostics.inert import visible
from ppid.kinds.opd import BesideOffices
from ppid.kinds.sanggahan import Sanggahan
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_desimal


def code_of(assessment: Assessment) -> str:
    """Return the code of a finding, such as `2024/dinkes/berkala.d.a`: it never changes."""
    return f"{assessment.tahun}/{assessment.opd}/{assessment.obligation.kode}"


def address_of(assessment: Assessment) -> str:
    """Return the permanent address of a finding relative to the root; the anchor is its code."""
    page = report_address(assessment.opd, assessment.tahun)
    return f"{page}#{assessment.obligation.kode}"


def report_address(opd: str, tahun: int) -> str:
    """Return the address of the page of one OPD and year."""
    return f"kelengkapan/{tahun}/{opd}/"


def verification_address(tahun: int, opd: str = "") -> str:
    """Return the address of what assessors found: in a year, or of one OPD in it."""
    of_office = f"{opd}/" if opd else ""
    return f"kelengkapan/{tahun}/{of_office}{BesideOffices.VERIFIKASI}/"


def obligation_address(kode: str, tahun: int) -> str:
    """Return the address of the page of one obligation across the OPDs of a year."""
    return f"kelengkapan/{tahun}/{BesideOffices.KEWAJIBAN}/{kode}/"


def category_address(kode: str, tahun: int) -> str:
    """Return the address of the matrix of one category and year."""
    return f"kelengkapan/{tahun}/{BesideOffices.KATEGORI}/{kode}/"


def said(report: OpdReport, assessment: Assessment) -> str:
    """Return the reason; of a demonstration it speaks as of the demonstration, never of an office.

    Whom an obligation binds is said by the law and not by the data.
    """
    scope = assessment.obligation.berlaku_untuk
    idle = assessment.state is State.TIDAK_BERLAKU
    of_law = idle and scope and assessment.reason.startswith(scope.alasan.removesuffix("."))
    return worded(assessment.reason, contoh=report.contoh and not of_law)


def worded(reason: str, *, contoh: bool) -> str:
    """Begin a sentence with “Dalam data contoh ini” where the data is a demonstration."""
    if not contoh:
        return reason
    start = reason.split(" ", 1)[0]
    named = start.isupper() or not start.isalpha()
    first = reason if named else reason[0].lower() + reason[1:]
    return f"Dalam data contoh ini, {first.replace(' dalam data ini', '')}"


def objection_mail(address: str, assessment: Assessment, page: str) -> str:
    """Return a mail link that carries the code of the finding; empty without an address.

    `page` is the full address of the finding.
    """
    if not address:
        return ""
    code = code_of(assessment)
    body = (
        f"Temuan: {code}\nAlamat: {page}\nKeadaan: {assessment.state.value}\n"
        f"Kewajiban: {assessment.obligation.teks}\n\n"
        "Yang menurut saya keliru:\n\nBuktinya (alamat dokumen):\n"
    )
    subject = quote(f"Sanggahan {code}", safe="")
    return f"mailto:{quote(address, safe='@.+-_')}?subject={subject}&body={quote(body, safe='')}"


def objection_form(repo: str, assessment: Assessment) -> str:
    """Return the address of the issue form with the code filled in; empty without a repository."""
    if not repo:
        return ""
    code = quote(code_of(assessment), safe="")
    return f"{repo}/issues/new?template=sanggahan.yml&title=Sanggahan%20{code}&temuan={code}"


def objections_to(assessment: Assessment, corpus: Corpus) -> tuple[Sanggahan, ...]:
    """Return the objections to a finding with their answers, oldest first."""
    return corpus.derive(_objections).get(code_of(assessment), ())


def _objections(corpus: Corpus) -> dict[str, tuple[Sanggahan, ...]]:
    found: dict[str, list[Sanggahan]] = {}
    for sanggahan in sorted(corpus.of(Sanggahan), key=lambda each: each.tanggal):
        found.setdefault(sanggahan.temuan, []).append(sanggahan)
    return {code: tuple(each) for code, each in found.items()}


_SIGN = dict(zip(State, "●○?+–", strict=True))
LEGEND = "● terpenuhi, ○ belum, ? perlu dilihat, + tercatat di luar persen, – tidak berlaku"
FRESH = (
    "Kesegaran: bagian yang buktinya diperbarui dalam enam bulan, dari kewajiban terpenuhi yang "
    "harus diperbarui berkala (UU 14/2008 Pasal 9 ayat (3)); tidak ikut dihitung dalam nilai."
)
"""What the figure of freshness is, for whoever reads it without the page on the method."""
_CONTOH = "Data contoh: angka ini tidak menyatakan apa pun tentang kantor yang sebenarnya."


def as_text(year: YearReport, reports: Sequence[OpdReport], *, each: bool) -> str:
    """Write a table of OPDs, or with `each` every obligation of the given ones."""
    lines = [
        f"Kelengkapan {year.tahun} menurut {year.obligations.kumpulan.peraturan}",
        f"Hari penilaian: {format_tanggal(year.hari)}",
        *([_CONTOH] if year.contoh else []),
        "",
    ]
    if each:
        for report in reports:
            lines += [*_obligations(report), ""]
    else:
        width = max((len(report.opd) for report in reports), default=0)
        heads = f"{'perangkat daerah':<{width}}   nilai    ●    ○    ?    +    –"
        lines.append(f"{heads}  kesegaran")
        for report in reports:
            score = report.score
            numbers = (score.terpenuhi, score.belum, score.perlu_dilihat, score.tercatat)
            counts = " ".join(f"{number:4}" for number in (*numbers, score.tidak_berlaku))
            fresh = percent(score.kesegaran)
            lines.append(f"{report.opd:<{width}}  {percent(score.nilai):>6} {counts} {fresh:>10}")
        lines.append("")
    return "\n".join([*lines, LEGEND, RUMUS, FRESH])


def percent(figure: Decimal | None) -> str:
    """Write a figure in the Indonesian way; a dash where there is none."""
    return "–" if figure is None else format_desimal(figure)


def _obligations(report: OpdReport) -> Iterator[str]:
    score = report.score
    fresh = f"; kesegaran {percent(score.kesegaran)}" if score.kesegaran is not None else ""
    yield f"{visible(report.profil.nama)}: {percent(score.nilai)}{fresh}"
    group = ""
    for a in report.assessments:
        if a.obligation.kategori.nama != group:
            group = a.obligation.kategori.nama
            yield f"  {visible(group)}"
        yield f"    {_SIGN[a.state]} {visible(a.obligation.kode)}: {visible(a.obligation.teks)}"
        yield f"      {visible(said(report, a))}"
