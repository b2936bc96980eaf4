"""The index of all OPD, and the page of each: how to reach it and what it has handed in."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from ppid.assessing.assess import assess
from ppid.assessing.findings import report_address
from ppid.core.corpus import Corpus
from ppid.core.page import Body, Cell, Facets, Fact, Link, Page, Section, Table, document_url
from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.template.prepared import template_section
from ppid.history.events import owner_url
from ppid.kinds import url_of
from ppid.kinds.badan import Badan
from ppid.kinds.daftar import Daftar
from ppid.kinds.kegiatan import Kegiatan
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.regulasi import Regulasi
from ppid.kinds.wording import BERANDA, JENIS_OPD, format_bulat, format_tanggal
from ppid.publishing.pages.catatan import records_of
from ppid.publishing.pages.daftar import INDEX
from ppid.publishing.pages.daftar.handed_in import example_mark, state_of
from ppid.publishing.pages.daftar.tables import filter_of
from ppid.publishing.pages.opd.handing_in import FOR_CLERKS, handing_in_link
from ppid.publishing.pages.opd.lists import LISTS, lists_of
from ppid.publishing.pages.opd.reach import channel_cell, channels, reach
from ppid.publishing.publication import Publication
from ppid.publishing.regulations import full_title

_UNVERIFIED = "belum diverifikasi"
_SEVERITIES = (
    (Severity.GALAT, "galat"),
    (Severity.PERINGATAN, "peringatan"),
    (Severity.SARAN, "saran"),
)
Findings = dict[str, Counter[Severity]]


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the index and one page for each OPD."""
    profiles = sorted(publication.corpus.of(ProfilOpd), key=lambda p: p.nama)
    findings = _count_findings(publication)
    years = _years(publication.corpus)
    yield _index(profiles, publication.corpus)
    for profil in profiles:
        yield _page(profil, years, findings.get(profil.id.opd, Counter()), publication.corpus)


def _count_findings(publication: Publication) -> Findings:
    """Count the open findings in the folder of each OPD."""
    found: Findings = defaultdict(Counter)
    for finding in publication.findings:
        parts = finding.span.path.split("/")
        if parts[:2] == ["data", "opd"]:
            found[parts[2]][finding.severity] += 1
    return found


def _years(corpus: Corpus) -> list[int]:
    """Return the years for which anybody has a list, newest first."""
    return sorted({d.id.tahun for model in LISTS for d in corpus.of(model)}, reverse=True)


def _index(profiles: list[ProfilOpd], corpus: Corpus) -> Page:
    rows = [
        (
            Cell(p.nama, url_of(p.id)),
            Cell("; ".join((p.singkatan, *p.nama_lain))),
            Cell(JENIS_OPD[p.jenis]),
            *(_newest(model, p.id.opd, corpus) for model in LISTS),
            _contact(p, corpus),
        )
        for p in profiles
    ]
    columns = ("Nama", "Sebutan lain", "Jenis", "DIP terbaru", "DIK terbaru", "Kontak")
    narrow = filter_of(
        rows,
        columns,
        {"jenis": "Jenis"},
        label="Cari nama atau sebutannya",
        unit="perangkat daerah",
    )
    caption = f"{len(rows)} perangkat daerah"
    table = Table(caption, columns, rows, "Belum ada perangkat daerah.", narrow)
    for_clerks = Section("Untuk pegawai", (FOR_CLERKS,), anchor="untuk-pegawai")
    lead = (
        "Setiap perangkat daerah menyusun daftar informasi publik (DIP) dan daftar informasi yang "
        "dikecualikan (DIK), dan melayani permintaan informasi di bidangnya."
    )
    return Page(
        url=INDEX.url,
        title=INDEX.label,
        description=lead,
        section="opd",
        template="jenis/daftar.html",
        context=Body(lead, sections=(Section("", table=table), for_clerks)),
        crumbs=(BERANDA,),
        name=INDEX.label,
        contoh=any(badan.contoh for badan in corpus.of(Badan)),
    )


def _newest(model: type[Daftar], opd: str, corpus: Corpus) -> Cell:
    lists = corpus.owned_by(model, opd)
    if not lists:
        return state_of(None, corpus)
    newest = max(lists, key=lambda daftar: daftar.id.tahun)
    state = state_of(newest, corpus)
    text = f"{newest.id.tahun}: {state.text}{example_mark(newest, corpus)}"
    return replace(state, text=text, url=url_of(newest.id))


def _contact(profil: ProfilOpd, corpus: Corpus) -> Cell:
    """Return the shortest way to reach an OPD that is known."""
    if profil.surel:
        return Cell(profil.surel, f"mailto:{profil.surel}")
    if profil.telepon:
        return Cell(profil.telepon[0])
    usable = channels(profil, corpus, open_today=True)
    if usable:
        return channel_cell(usable[0])
    return Cell(profil.alamat or "belum diketahui")


def _page(profil: ProfilOpd, years: list[int], found: Counter[Severity], corpus: Corpus) -> Page:
    warnings = (
        ["Nama dan keterangan di halaman ini belum diverifikasi."]
        if profil.sumber == _UNVERIFIED
        else []
    )
    if profil.aktif_sampai and profil.aktif_sampai < corpus.today:
        warnings.append(f"Perangkat daerah ini ada sampai {format_tanggal(profil.aktif_sampai)}.")
    offered = template_section(profil.id.opd, corpus)
    sections = (
        reach(profil, corpus),
        lists_of(profil, years, corpus),
        *((offered,) if offered else ()),
        *_more(profil, found, corpus),
    )
    return Page(
        url=url_of(profil.id),
        title=profil.nama,
        description=f"Daftar informasi, regulasi, dan kegiatan {profil.nama}.",
        section="opd",
        template="jenis/opd.html",
        context=Body(_lead(profil), _facts(profil, corpus), sections, tuple(warnings)),
        crumbs=(BERANDA, INDEX),
        name=profil.nama,
        facets=Facets("Perangkat Daerah", profil.nama),
        sources=(profil.path,),
    )


def _lead(profil: ProfilOpd) -> str:
    name = profil.nama
    if profil.singkatan != name:
        name = f"{name} ({profil.singkatan})"
    if profil.layanan_langsung:
        return f"Permintaan informasi dapat diajukan langsung ke {name}."
    return f"Permintaan informasi tentang {name} dapat diajukan ke PPID Utama."


def _facts(profil: ProfilOpd, corpus: Corpus) -> tuple[Fact, ...]:
    facts = [
        Fact("Jenis", (Cell(JENIS_OPD[profil.jenis]),)),
        Fact("Sebutan lain", tuple(map(Cell, (profil.singkatan, *profil.nama_lain)))),
    ]
    if profil.urusan:
        facts.append(Fact("Urusan", (Cell(", ".join(profil.urusan)),)))
    officer = profil.ppid_pelaksana
    if officer:
        facts.append(Fact("PPID Pelaksana", (Cell(officer.jabatan),)))
        sk = officer.sk
        decided = f"Nomor {sk.nomor}, {format_tanggal(sk.tanggal)}" if sk else "SK belum diketahui"
        facts.append(
            Fact(
                "SK PPID Pelaksana",
                (Cell(decided, document_url(sk.tautan, profil.owner) if sk else ""),),
            )
        )
    successor = corpus.get(ProfilOpd, profil.diganti_oleh) if profil.diganti_oleh else None
    if successor:
        facts.append(Fact("Diteruskan oleh", (Cell(successor.nama, url_of(successor.id)),)))
    address = profil.sumber if profil.sumber.startswith("https://") else ""
    facts.append(Fact("Sumber profil", (Cell(profil.sumber, address),)))
    return tuple(facts)


def _more(profil: ProfilOpd, found: Counter[Severity], corpus: Corpus) -> Iterator[Section]:
    opd = profil.id.opd
    regulations = corpus.owned_by(Regulasi, opd)
    if regulations:
        links = tuple(Link(full_title(r), url_of(r.id)) for r in regulations)
        yield Section("Regulasi", links=links, anchor="regulasi")
    activities = sorted(corpus.owned_by(Kegiatan, opd), key=lambda k: k.tanggal, reverse=True)
    if activities:
        links = tuple(
            Link(f"{format_tanggal(k.tanggal)}: {k.judul}", url_of(k.id)) for k in activities
        )
        yield Section("Kegiatan", links=links, anchor="kegiatan")
    for name, label, records in records_of(opd, corpus):
        yield Section(label, links=records, anchor=name)
    links = tuple(
        Link(f"Kelengkapan {year.tahun}", report_address(opd, year.tahun))
        for year in reversed(assess(corpus).years)
    )
    if links:
        yield Section("Kelengkapan", links=links, anchor="kelengkapan")
    if profil.masih_aktif(corpus.today):
        yield Section("Untuk pegawai", links=(handing_in_link(opd),), anchor="untuk-pegawai")
    if any(corpus.owned_by(model, opd) for model in LISTS):
        links = (Link("Apa yang berubah, bulan demi bulan", owner_url(opd)),)
        yield Section("Riwayat perubahan", links=links, anchor="riwayat")
    counts = [
        f"{format_bulat(found[level])} {words}" for level, words in _SEVERITIES if found[level]
    ]
    open_findings = ", ".join(counts)
    sentence = f"Masih terbuka: {open_findings}." if counts else "Tidak ada temuan yang terbuka."
    links = (Link("Temuan dalam data perangkat daerah ini", f"mutu-data/{opd}/"),)
    yield Section("Mutu data", (sentence,), links=links, anchor="mutu-data")
