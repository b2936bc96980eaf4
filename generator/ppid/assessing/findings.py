"""A finding as others meet it: its code, its permanent address, its wording, its objections."""

from functools import lru_cache
from urllib.parse import quote

from ppid.assessing.model import Assessment, OpdReport, State
from ppid.core.corpus import Corpus
from ppid.kinds.sanggahan import Sanggahan


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


def obligation_address(kode: str, tahun: int) -> str:
    """Return the address of the page of one obligation across the OPDs of a year."""
    return f"kelengkapan/{tahun}/kewajiban/{kode}/"


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
    return _objections(corpus).get(code_of(assessment), ())


@lru_cache(maxsize=2)
def _objections(corpus: Corpus) -> dict[str, tuple[Sanggahan, ...]]:
    found: dict[str, list[Sanggahan]] = {}
    for sanggahan in sorted(corpus.of(Sanggahan), key=lambda each: each.tanggal):
        found.setdefault(sanggahan.temuan, []).append(sanggahan)
    return {code: tuple(each) for code, each in found.items()}
