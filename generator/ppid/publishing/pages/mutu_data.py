"""The quality of the data in public: open findings by OPD, and the index of all rules.

The page of each rule is written by hand and ships with the program.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ppid.checking.check import all_requirements
from ppid.core.page import Body, Cell, Link, Page, Section, rule_url
from ppid.diagnostics.diagnostic import Diagnostic, Severity
from ppid.kinds import KINDS, file_in_words, url_of
from ppid.kinds.opd import BesideOffices, ProfilOpd
from ppid.publishing.page_parts import LIST, body_page, finding_url, table_of
from ppid.publishing.pages.daftar import mark_alone
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
    "PMT": "Pemantauan",
    "SGH": "Sanggahan",
    "RUJ": "Rujukan",
    "DUP": "Catatan ganda",
    "KTR": "Pertentangan",
    "BRU": "Ketepatan waktu",
    "PRI": "Data pribadi",
    "PGC": "Pengecualian aturan",
    "KRM": "Buku kerja yang diserahkan",
}


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the overview, a page for each OPD, one for what belongs to none, and the rules."""
    names = {p.id.opd: p.nama for p in publication.corpus.of(ProfilOpd)}
    names[""] = "Berkas bersama"
    yield _overview(names, publication)
    for opd in sorted(names):
        yield _page(opd, names[opd], publication)
    yield _rules()


def _url(opd: str) -> str:
    return f"mutu-data/{opd or BesideOffices.BERSAMA}/"


def _count(found: Sequence[Diagnostic], severity: Severity) -> int:
    return sum(d.severity is severity for d in found)


def _overview(names: Mapping[str, str], publication: Publication) -> Page:
    found, by_opd, known = publication.findings, publication.findings_by_opd, all_requirements()
    counts = Counter((finding.rule_id, finding.severity) for finding in found)
    by_rule = table_of(
        "Temuan menurut aturan",
        sorted(counts),
        {
            "Aturan": lambda key: Cell(key[0], rule_url(key[0])),
            "Yang seharusnya": lambda key: known[key[0]].title,
            "Tingkat": lambda key: Cell(_SHOWN[key[1]], state=key[1].value),
            "Temuan": lambda key: counts[key],
        },
        "Tidak ada temuan.",
    )
    by_owner = table_of(
        "Temuan yang masih terbuka",
        sorted(names, key=lambda slug: names[slug]),
        {
            "Perangkat daerah": lambda opd: Cell(names[opd], _url(opd)),
            "Peringatan": lambda opd: _count(by_opd.get(opd, ()), Severity.PERINGATAN),
            "Saran": lambda opd: _count(by_opd.get(opd, ()), Severity.SARAN),
        },
    )
    lead = (
        f"{format_bulat(_count(found, Severity.PERINGATAN))} peringatan masih terbuka dalam "
        f"{format_bulat(len(publication.corpus))} catatan yang diperiksa."
    )
    what = (
        "Setiap berkas data diperiksa dengan aturan yang sama sebelum terbit. Peringatan tidak "
        "menghalangi penerbitan, tetapi selalu ditampilkan. Angka di sini bukan peringkat."
    )
    sections = (
        Section("", (what,), links=(_RULES,)),
        Section("", table=by_rule),
        Section("", table=by_owner),
    )
    return body_page(
        INDEX,
        Body(lead, sections=sections),
        section="mutu-data",
        template=LIST,
        contoh=publication.contoh,
    )


def _page(opd: str, name: str, publication: Publication) -> Page:
    corpus, found = publication.corpus, publication.findings_by_opd.get(opd, ())
    table = table_of(
        f"{len(found)} temuan",
        found,
        {
            "Temuan": lambda d: Cell(
                f"{d.message}{mark_alone(d.record, publication)}", finding_url(d, corpus)
            ),
            "Aturan": lambda d: Cell(d.rule_id, rule_url(d.rule_id)),
            "Tingkat": lambda d: Cell(_SHOWN[d.severity], state=d.severity.value),
            "Tempat": _place,
        },
        "Tidak ada temuan yang terbuka.",
    )
    lead = f"{format_bulat(len(found))} temuan masih terbuka dalam data {name}."
    if not found:
        lead = f"Tidak ada temuan yang terbuka dalam data {name}."
    profil = corpus.get(ProfilOpd, opd)
    way_on = (*((Link(f"Halaman {name}", url_of(profil.id)),) if profil else ()), _RULES)
    return body_page(
        Link(name, _url(opd)),
        Body(lead, sections=(Section("", table=table, links=way_on),)),
        title=f"Mutu data {name}",
        section="mutu-data",
        template=LIST,
        crumbs=(INDEX,),
        contoh=publication.contoh,
    )


def _place(finding: Diagnostic) -> str:
    span = finding.span
    cell = f" (sel {span.cell})" if span.cell else ""
    return f"{file_in_words(span.path)}, baris {span.line}{cell}"


def _rules() -> Page:
    """Return the index of rules, family by family."""
    families = dict(_FAMILIES)
    for kind in KINDS:  # a family that is not named is called like its kind
        for rule in kind.rules:
            families.setdefault(rule.requirement.id[:3], kind.label)
    sections = []
    for code, name in families.items():
        found = [r for r in all_requirements().values() if r.id.startswith(code)]
        table = table_of(
            f"{len(found)} aturan tentang {name.lower()}",
            found,
            {
                "Aturan": lambda r: Cell(r.id, rule_url(r.id)),
                "Yang seharusnya": lambda r: r.title,
                "Tingkat": lambda r: Cell(r.severity.value.capitalize(), state=r.severity.value),
                "Dasar": lambda r: "; ".join(r.legal_basis) or r.no_basis,
            },
        )
        folded = f"Tampilkan {table.caption}"
        anchor = f"keluarga-{code.lower()}"
        sections.append(Section(name, table=table, anchor=anchor, folded=folded))
    lead = (
        "Setiap aturan menyatakan apa yang seharusnya berlaku, dengan dasar hukum, contoh yang "
        "keliru, dan contoh yang benar."
    )
    return body_page(
        Link("Aturan", _RULES.url),
        Body(lead, sections=tuple(sections)),
        title="Aturan pemeriksaan",
        section="mutu-data",
        template=LIST,
        crumbs=(INDEX,),
    )
