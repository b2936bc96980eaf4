"""The quality of the data in public: open findings by OPD, and the index of all rules.

The page of each rule is written by hand and ships with the program.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from ppid.checking.check import all_requirements
from ppid.core.page import Body, Cell, Link, Page, Section, Table, rule_url
from ppid.diagnostics.diagnostic import Diagnostic, Severity
from ppid.kinds import KINDS, url_of
from ppid.kinds.opd import ProfilOpd
from ppid.publishing.page_parts import BERANDA, finding_url, number
from ppid.publishing.publication import Publication
from ppid.values.numbers import format_bulat

INDEX = Link("Mutu data", "mutu-data/")
_RULES = Link("Semua aturan dan dasar hukumnya", "aturan/")
_SHOWN = {Severity.PERINGATAN: "Peringatan", Severity.SARAN: "Saran"}
_FAMILIES = {
    "BRK": "Berkas",
    "ISI": "Isian",
    "DIK": "Informasi yang dikecualikan",
    "DIP": "Informasi publik",
    "REG": "Regulasi",
    "KGT": "Kegiatan",
    "OPD": "Perangkat daerah",
    "LYN": "Angka layanan",
    "BDN": "Badan publik",
    "KWJ": "Kewajiban pengumuman",
    "SAQ": "Kuesioner penilaian",
    "RUJ": "Rujukan",
    "DUP": "Catatan ganda",
    "KTR": "Pertentangan",
    "BRU": "Ketepatan waktu",
    "PRI": "Data pribadi",
    "PGC": "Pengecualian aturan",
}


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the overview, a page for each OPD, one for what belongs to none, and the rules."""
    by_opd: dict[str, list[Diagnostic]] = defaultdict(list)
    for finding in publication.findings:
        parts = finding.span.path.split("/")
        inside = parts[:2] == ["data", "opd"] and len(parts) > 3  # noqa: PLR2004
        by_opd[parts[2] if inside else ""].append(finding)
    names = {p.id.opd: p.nama for p in publication.corpus.of(ProfilOpd)}
    names[""] = "Berkas bersama"
    yield _overview(names, by_opd, publication)
    for opd in sorted(names):
        yield _page(opd, names[opd], by_opd.get(opd, []), publication)
    yield _rules()


def _url(opd: str) -> str:
    return f"mutu-data/{opd or 'bersama'}/"


def _count(found: Sequence[Diagnostic], severity: Severity) -> int:
    return sum(d.severity is severity for d in found)


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
    table = Table("Temuan yang masih terbuka", ("Perangkat daerah", "Peringatan", "Saran"), rows)
    warnings = _count(publication.findings, Severity.PERINGATAN)
    lead = (
        f"{format_bulat(warnings)} peringatan masih terbuka dalam "
        f"{format_bulat(len(publication.corpus))} catatan yang diperiksa."
    )
    what = (
        "Setiap berkas data diperiksa dengan aturan yang sama sebelum terbit. Peringatan tidak "
        "menghalangi penerbitan, tetapi selalu ditampilkan. Angka di sini bukan peringkat."
    )
    about = Section("", (what,), links=(_RULES,))
    return Page(
        url=INDEX.url,
        title="Mutu data",
        description=lead,
        section="mutu-data",
        template="jenis/daftar.html",
        context=Body(
            lead, sections=(about, _by_rule(publication.findings), Section("", table=table))
        ),
        crumbs=(BERANDA,),
        name=INDEX.label,
        contoh=publication.contoh,
    )


def _by_rule(findings: Sequence[Diagnostic]) -> Section:
    counts = Counter((finding.rule_id, finding.severity) for finding in findings)
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
    corpus = publication.corpus
    rows = []
    for finding in found:
        span = finding.span
        cell = f" (sel {span.cell})" if span.cell else ""
        rows.append(
            (
                Cell(finding.message, finding_url(finding, corpus)),
                Cell(finding.rule_id, rule_url(finding.rule_id)),
                Cell(_SHOWN[finding.severity], state=finding.severity.value),
                Cell(f"{span.path}, baris {span.line}{cell}"),
            )
        )
    columns = ("Temuan", "Aturan", "Tingkat", "Tempat")
    table = Table(f"{len(rows)} temuan", columns, rows, "Tidak ada temuan yang terbuka.")
    lead = f"{format_bulat(len(rows))} temuan masih terbuka dalam data {name}."
    if not rows:
        lead = f"Tidak ada temuan yang terbuka dalam data {name}."
    profil = corpus.get(ProfilOpd, opd)
    way_on = (*((Link(f"Halaman {name}", url_of(profil.id)),) if profil else ()), _RULES)
    return Page(
        url=_url(opd),
        title=f"Mutu data {name}",
        description=lead,
        section="mutu-data",
        template="jenis/daftar.html",
        context=Body(lead, sections=(Section("", table=table, links=way_on),)),
        crumbs=(BERANDA, INDEX),
        name=name,
        contoh=publication.contoh,
    )


def _rules() -> Page:
    """Return the index of rules, family by family."""
    sections = []
    families = dict(_FAMILIES)
    for kind in KINDS:  # a family that is not named is called like its kind
        for rule in kind.rules:
            families.setdefault(rule.requirement.id[:3], kind.label)
    for code, name in families.items():
        rows = [
            (
                Cell(r.id, rule_url(r.id)),
                Cell(r.title),
                Cell(r.severity.value.capitalize(), state=r.severity.value),
                Cell("; ".join(r.legal_basis) or r.no_basis),
            )
            for r in all_requirements().values()
            if r.id.startswith(code)
        ]
        columns = ("Aturan", "Yang seharusnya", "Tingkat", "Dasar")
        table = Table(f"{len(rows)} aturan tentang {name.lower()}", columns, rows)
        sections.append(Section(name, table=table, anchor=f"keluarga-{code.lower()}"))
    lead = (
        "Setiap aturan menyatakan apa yang seharusnya berlaku, dengan dasar hukum, contoh yang "
        "keliru, dan contoh yang benar."
    )
    return Page(
        url="aturan/",
        title="Aturan pemeriksaan",
        description=lead,
        section="mutu-data",
        template="jenis/daftar.html",
        context=Body(lead, sections=tuple(sections)),
        crumbs=(BERANDA, INDEX),
        name="Aturan",
    )
