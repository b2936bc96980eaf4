"""Open findings by OPD: what the rules still warn about, in public."""

from collections import defaultdict
from collections.abc import Iterator

from ppid.checking.check import all_requirements
from ppid.core.page import Body, Cell, Link, Page, Section, Table, rule_url
from ppid.diagnostics.diagnostic import Diagnostic, Severity
from ppid.kinds import has_page, url_of
from ppid.kinds.badan import Badan
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.wording import BERANDA, format_bulat, number
from ppid.publishing.publication import Publication

INDEX = Link("Mutu data", "mutu-data/")
_SHOWN = {Severity.PERINGATAN: "Peringatan", Severity.SARAN: "Saran"}


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the overview, one page for each OPD, and one for the files that belong to none."""
    by_opd: dict[str, list[Diagnostic]] = defaultdict(list)
    for finding in publication.findings:
        by_opd[_opd_of(finding)].append(finding)
    names = {p.id.opd: p.nama for p in publication.corpus.of(ProfilOpd)}
    names[""] = "Berkas bersama"
    yield _overview(names, by_opd, publication)
    for opd in sorted(names):
        yield _page(opd, names[opd], by_opd.get(opd, []), publication)


def _opd_of(finding: Diagnostic) -> str:
    parts = finding.span.path.split("/")
    return parts[2] if parts[:2] == ["data", "opd"] and len(parts) > 3 else ""  # noqa: PLR2004


def _url(opd: str) -> str:
    return f"mutu-data/{opd or 'bersama'}/"


def _overview(
    names: dict[str, str], by_opd: dict[str, list[Diagnostic]], publication: Publication
) -> Page:
    rows = [
        (
            Cell(names[opd], _url(opd)),
            number(_count(by_opd.get(opd, []), Severity.PERINGATAN)),
            number(_count(by_opd.get(opd, []), Severity.SARAN)),
        )
        for opd in sorted(names, key=lambda slug: names[slug])
    ]
    columns = ("Perangkat daerah", "Peringatan", "Saran")
    table = Table("Temuan yang masih terbuka", columns, rows)
    warnings = _count(list(publication.findings), Severity.PERINGATAN)
    lead = (
        f"{format_bulat(warnings)} peringatan masih terbuka dalam "
        f"{format_bulat(len(publication.corpus))} catatan yang diperiksa."
    )
    what = (
        "Setiap berkas data diperiksa dengan aturan yang sama sebelum terbit. Peringatan tidak "
        "menghalangi penerbitan, tetapi selalu ditampilkan. Angka di sini bukan peringkat."
    )
    about = Section("", (what,), links=(Link("Semua aturan dan dasar hukumnya", "aturan/"),))
    return Page(
        url="mutu-data/",
        title="Mutu data",
        description=lead,
        section="mutu-data",
        template="jenis/daftar.html",
        context=Body(lead, sections=(about, _by_rule(publication), Section("", table=table))),
        crumbs=(BERANDA,),
        name=INDEX.label,
        contoh=_is_demonstration(publication),
    )


def _is_demonstration(publication: Publication) -> bool:
    return any(badan.contoh for badan in publication.corpus.of(Badan))


def _count(found: list[Diagnostic], severity: Severity) -> int:
    return sum(d.severity is severity for d in found)


def _by_rule(publication: Publication) -> Section:
    counts: dict[tuple[str, Severity], int] = defaultdict(int)
    for finding in publication.findings:
        counts[finding.rule_id, finding.severity] += 1
    known = all_requirements()
    rows = [
        (
            Cell(rule_id, rule_url(rule_id)),
            Cell(known[rule_id].title),
            Cell(_SHOWN[severity], state=severity.value),
            number(count),
        )
        for (rule_id, severity), count in sorted(counts.items())
    ]
    columns = ("Aturan", "Yang seharusnya", "Tingkat", "Temuan")
    return Section("", table=Table("Temuan menurut aturan", columns, rows, "Tidak ada temuan."))


def _page(opd: str, name: str, found: list[Diagnostic], publication: Publication) -> Page:
    rows = [
        (
            Cell(finding.message, _record_url(finding, publication)),
            Cell(finding.rule_id, rule_url(finding.rule_id)),
            Cell(_SHOWN[finding.severity], state=finding.severity.value),
            Cell(_place(finding)),
        )
        for finding in found
    ]
    columns = ("Temuan", "Aturan", "Tingkat", "Tempat")
    table = Table(f"{len(rows)} temuan", columns, rows, "Tidak ada temuan yang terbuka.")
    lead = f"{format_bulat(len(rows))} temuan masih terbuka dalam data {name}."
    if not rows:
        lead = f"Tidak ada temuan yang terbuka dalam data {name}."
    return Page(
        url=_url(opd),
        title=f"Mutu data {name}",
        description=lead,
        section="mutu-data",
        template="jenis/daftar.html",
        context=Body(
            lead, sections=(Section("", table=table, links=_way_on(opd, name, publication)),)
        ),
        crumbs=(BERANDA, INDEX),
        name=name,
        contoh=_is_demonstration(publication),
    )


def _way_on(opd: str, name: str, publication: Publication) -> tuple[Link, ...]:
    """Lead back to the OPD, and to the page that says what the rules are for."""
    profil = publication.corpus.get(ProfilOpd, opd)
    rules = Link("Semua aturan dan dasar hukumnya", "aturan/")
    return (Link(f"Halaman {name}", url_of(profil.id)), rules) if profil else (rules,)


def _record_url(finding: Diagnostic, publication: Publication) -> str:
    record = finding.record
    if record is None or not has_page(record) or publication.corpus.find(record) is None:
        return ""
    return url_of(record)


def _place(finding: Diagnostic) -> str:
    cell = f" (sel {finding.span.cell})" if finding.span.cell else ""
    return f"{finding.span.path}, baris {finding.span.line}{cell}"
