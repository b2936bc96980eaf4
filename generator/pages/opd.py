"""The index of all OPD, and the page of each: how to reach it and what it has handed in."""

from collections.abc import Iterator

from generator.check import Checked
from generator.completeness.assess import assess
from generator.completeness.findings import report_address
from generator.corpus import Corpus
from generator.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik
from generator.kinds.dik.model import InformasiDikecualikan
from generator.kinds.dip.model import InformasiPublik
from generator.kinds.fields import Kanal
from generator.kinds.kegiatan import Kegiatan
from generator.kinds.opd import ProfilOpd
from generator.kinds.regulasi import Regulasi
from generator.page import (
    Body,
    Cell,
    Facets,
    Fact,
    Link,
    Page,
    Section,
    Table,
    document_url,
    url_of,
)
from generator.pages.regulasi import full_title
from generator.wording import BERANDA, JENIS_KANAL, JENIS_OPD, format_tanggal, number

INDEX = Link("Perangkat Daerah", "opd/")


def pages(checked: Checked) -> Iterator[Page]:
    """Give the index and one page for each OPD."""
    profiles = sorted(checked.corpus.of(ProfilOpd), key=lambda p: p.nama)
    yield _index(profiles, checked.corpus)
    for profil in profiles:
        yield _page(profil, checked)


def _index(profiles: list[ProfilOpd], corpus: Corpus) -> Page:
    rows = [
        (
            Cell(p.nama, url_of(p.id)),
            Cell("; ".join((p.singkatan, *p.nama_lain))),
            Cell(JENIS_OPD[p.jenis]),
            number(len(corpus.owned_by(DaftarPublik, p.id.opd))),
            number(len(corpus.owned_by(DaftarDikecualikan, p.id.opd))),
        )
        for p in profiles
    ]
    columns = ("Nama", "Sebutan lain", "Jenis", "DIP (tahun)", "DIK (tahun)")
    table = Table(f"{len(rows)} perangkat daerah", columns, rows, "Belum ada perangkat daerah.")
    lead = (
        "Setiap perangkat daerah menyusun daftar informasi publik (DIP) dan daftar informasi yang "
        "dikecualikan (DIK), dan melayani permintaan informasi di bidangnya."
    )
    return Page(
        url="opd/",
        title="Perangkat Daerah",
        description=lead,
        section="opd",
        template="jenis/daftar.html",
        context=Body(lead, sections=(Section("", table=table),)),
        crumbs=(BERANDA,),
        name=INDEX.label,
    )


def _page(profil: ProfilOpd, checked: Checked) -> Page:
    corpus = checked.corpus
    unverified = profil.sumber == "belum diverifikasi"
    warnings = ["Nama dan keterangan di halaman ini belum diverifikasi."] if unverified else []
    if profil.aktif_sampai and profil.aktif_sampai < corpus.today:
        warnings.append(f"Perangkat daerah ini ada sampai {format_tanggal(profil.aktif_sampai)}.")
    sections = (_reach(profil, corpus), _lists(profil, corpus), *_more(profil, checked))
    return Page(
        url=url_of(profil.id),
        title=profil.nama,
        description=f"Daftar informasi, regulasi, dan kegiatan {profil.nama}.",
        section="opd",
        template="jenis/rincian.html",
        context=Body(_lead(profil), _facts(profil, corpus), sections, tuple(warnings)),
        crumbs=(BERANDA, INDEX),
        name=profil.nama,
        facets=Facets("Perangkat Daerah", profil.nama),
        sources=(profil.path,),
    )


def _lead(profil: ProfilOpd) -> str:
    if profil.layanan_langsung:
        return f"Permintaan informasi dapat diajukan langsung ke {profil.nama}."
    return f"Permintaan informasi tentang {profil.nama} dapat diajukan ke PPID Utama."


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


def _reach(profil: ProfilOpd, corpus: Corpus) -> Section:
    facts = [
        Fact(label, cells)
        for label, cells in (
            ("Alamat", (Cell(profil.alamat),) if profil.alamat else ()),
            ("Telepon", tuple(map(Cell, profil.telepon))),
            ("Surel", (Cell(profil.surel, f"mailto:{profil.surel}"),) if profil.surel else ()),
            ("Situs", (Cell(profil.situs, profil.situs),) if profil.situs else ()),
            ("Jam layanan", tuple(map(Cell, profil.jadwal))),
            ("Kanal", tuple(map(_channel, _open_channels(profil, corpus)))),
        )
        if cells
    ]
    unknown = () if facts else ("Alamat dan nomor kontaknya belum diketahui.",)
    return Section(f"Hubungi {profil.singkatan}", unknown, tuple(facts), anchor="kontak")


def _open_channels(profil: ProfilOpd, corpus: Corpus) -> list[Kanal]:
    return [kanal for kanal in profil.kanal if kanal.masih_berlaku(corpus.today)]


def _channel(kanal: Kanal) -> Cell:
    url = kanal.alamat if kanal.alamat.startswith("https://") else ""
    return Cell(f"{JENIS_KANAL[kanal.jenis]}: {kanal.nama}, {kanal.alamat}", url)


def _lists(profil: ProfilOpd, corpus: Corpus) -> Section:
    opd = profil.id.opd
    lists: list[Daftar] = [
        *corpus.owned_by(DaftarPublik, opd),
        *corpus.owned_by(DaftarDikecualikan, opd),
    ]
    lists.sort(key=lambda daftar: (-daftar.id.tahun, daftar.rows))
    rows = [_list_row(daftar, corpus) for daftar in lists]
    columns = ("Tahun", "Daftar", "Isi", "Disampaikan", "Keputusan")
    empty = "Belum ada daftar yang disampaikan."
    table = Table(f"{len(rows)} daftar dari {profil.nama}", columns, rows, empty)
    return Section("Daftar informasi per tahun", table=table, anchor="daftar")


def _list_row(daftar: Daftar, corpus: Corpus) -> tuple[Cell, ...]:
    model = InformasiDikecualikan if daftar.rows == "dik" else InformasiPublik
    count = len(corpus.in_list(model, daftar.id.opd, daftar.id.tahun))
    contoh = " (contoh)" if daftar.contoh else ""
    return (
        Cell(f"{daftar.id.tahun}", url_of(daftar.id)),
        Cell(f"{daftar.rows.upper()}{contoh}"),
        Cell("nihil") if daftar.nihil else number(count),
        Cell(format_tanggal(daftar.disampaikan) if daftar.disampaikan else ""),
        Cell(daftar.penetapan.nomor if daftar.penetapan else ""),
    )


def _more(profil: ProfilOpd, checked: Checked) -> Iterator[Section]:
    corpus, opd = checked.corpus, profil.id.opd
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
    links = tuple(
        Link(f"Kelengkapan {year.tahun}", report_address(opd, year.tahun))
        for year in reversed(assess(corpus).years)
    )
    if links:
        yield Section("Kelengkapan", links=links, anchor="kelengkapan")
    yield Section(
        "Mutu data",
        links=(Link("Temuan yang masih terbuka untuk perangkat daerah ini", f"mutu-data/{opd}/"),),
        anchor="mutu-data",
    )
