"""The index of all OPD, and the page of each: how to reach it and what it has handed in."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ppid.assessing.findings import report_address
from ppid.assessing.obligations import CHANNELS
from ppid.core.corpus import Corpus
from ppid.core.page import Body, Cell, Facets, Fact, Link, Page, Section, Table, document_url
from ppid.diagnostics.diagnostic import Severity
from ppid.history.events import counted, owner_url
from ppid.kinds import url_of
from ppid.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.fields import Kanal
from ppid.kinds.kegiatan import Kegiatan
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.regulasi import Regulasi
from ppid.kinds.rows import rows_of
from ppid.kinds.wording import JENIS_KANAL, JENIS_OPD, KLASIFIKASI
from ppid.publishing.items.letters import Letter, Recipient, asked_of, open_request
from ppid.publishing.page_parts import (
    LIST,
    body_page,
    channel_url,
    day_cell,
    doubt,
    fact,
    filtered,
    phone_url,
    sourced,
    table_of,
    validity,
    ways_to,
)
from ppid.publishing.pages.catatan import records_of
from ppid.publishing.pages.daftar import (
    INDEX,
    LISTS,
    SIGNS,
    document_cell,
    end_cell,
    example_mark,
    filtered_url,
    grounds_cell,
    state_of,
)
from ppid.publishing.pages.kelengkapan import shared
from ppid.publishing.publication import Publication
from ppid.publishing.regulations import full_title
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat

FOR_CLERKS = (
    "Setiap perangkat daerah mempunyai halaman “Serahkan daftar”: buka halaman perangkat "
    "daerahnya, lalu lihat bagian “Untuk pegawai”."
)
_UNVERIFIED = ("belum diverifikasi", "belum dipastikan")
"""How a source begins that supports nothing yet."""
_UNKNOWN = "Kontaknya sendiri belum tercatat di situs ini. Hubungi PPID Utama:"
_FIRST = 10
"""How many rows of the newest lists stand on the page of an OPD."""
_CHANNELS = Link("Telepon, surel, dan meja layanan PPID Utama", CHANNELS)
_NO_DECISION = "Nomor dan tanggalnya belum ada di situs ini."
_SEVERITIES = (
    (Severity.GALAT, "galat"),
    (Severity.PERINGATAN, "peringatan"),
    (Severity.SARAN, "saran"),
)


@dataclass(frozen=True, slots=True)
class IsiOpd:
    """What the template of an OPD needs: its newest lists, whom to ask and how, then the rest."""

    lead: str
    singkatan: str
    surat: Letter
    contoh: bool
    warnings: tuple[str, ...]
    terbaru: tuple[Section, ...]
    kontak: Section
    profil: tuple[Fact, ...]
    lainnya: tuple[Section, ...]


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the index and one page for each OPD."""
    profiles = sorted(publication.corpus.of(ProfilOpd), key=lambda p: p.nama)
    yield _index(profiles, publication)
    for profil in profiles:
        yield _page(profil, publication)


def handing_in_link(opd: str) -> Link:
    """Return the link to the page where an OPD that still exists hands in its lists."""
    return Link("Serahkan daftar", f"opd/{opd}/serahkan/")


def _index(profiles: list[ProfilOpd], publication: Publication) -> Page:
    table = table_of(
        f"{len(profiles)} perangkat daerah",
        profiles,
        {
            "Nama": lambda p: Cell(p.nama, url_of(p.id)),
            "Sebutan lain": lambda p: "; ".join((p.singkatan, *p.nama_lain)),
            "Jenis": lambda p: JENIS_OPD[p.jenis],
            "DIP terbaru": lambda p: _newest(DaftarPublik, p.id.opd, publication),
            "DIK terbaru": lambda p: _newest(DaftarDikecualikan, p.id.opd, publication),
            "Kontak": lambda p: _contact(p, publication.corpus),
        },
        "Belum ada perangkat daerah.",
    )
    search = "Cari nama atau sebutannya"
    table = filtered(table, {"jenis": "Jenis"}, label=search, unit="perangkat daerah")
    lead = (
        "Setiap perangkat daerah menyusun daftar informasi publik (DIP) dan daftar informasi yang "
        "dikecualikan (DIK), dan melayani permintaan informasi di bidangnya."
    )
    for_clerks = Section("Untuk pegawai", (FOR_CLERKS,), anchor="untuk-pegawai")
    return body_page(
        INDEX,
        Body(lead, sections=(Section("", table=table), for_clerks)),
        section="opd",
        template=LIST,
        contoh=publication.contoh,
    )


def _newest(model: type[Daftar], opd: str, publication: Publication) -> Cell:
    lists = publication.corpus.owned_by(model, opd)
    if not lists:
        return state_of(None, publication.corpus)
    newest = max(lists, key=lambda daftar: daftar.id.tahun)
    state = state_of(newest, publication.corpus)
    text = f"{newest.id.tahun}: {state.text}{example_mark(newest, publication)}"
    return replace(state, text=text, url=url_of(newest.id))


def _contact(profil: ProfilOpd, corpus: Corpus) -> Cell:
    """Return the shortest way to reach an OPD that is known."""
    if profil.surel:
        return _doubted(Cell(profil.surel, f"mailto:{profil.surel}"), profil, corpus)
    if profil.telepon:
        number = profil.telepon[0]
        return _doubted(Cell(number, phone_url(number)), profil, corpus)
    for kanal in profil.kanal:
        if kanal.mungkin_berlaku(corpus.today):
            return _channel(kanal, channel_url(kanal))
    if profil.alamat:
        return _doubted(Cell(profil.alamat), profil, corpus)
    return Cell("melalui PPID Utama", CHANNELS)


def _doubted(shown: Cell, profil: ProfilOpd, corpus: Corpus) -> Cell:
    """Say beside an address why it must be confirmed first."""
    words = doubt(shown.text, profil, corpus)
    return replace(shown, text=f"{shown.text} ({words})") if words else shown


def _channel(kanal: Kanal, url: str) -> Cell:
    """Show a channel with its address and, when it ends, its last day."""
    until = f"sampai {format_tanggal(kanal.sampai)}" if kanal.sampai else ""
    if kanal.belum_dipastikan:
        until = validity(kanal)
    told = ", ".join(filter(None, (kanal.nama, kanal.alamat, until)))
    return Cell(f"{JENIS_KANAL[kanal.jenis]}: {told}", url)


# ---- one OPD


def _page(profil: ProfilOpd, publication: Publication) -> Page:
    corpus, to = publication.corpus, asked_of(profil, publication.corpus)
    warnings = []
    if profil.sumber.casefold().startswith(_UNVERIFIED):
        warnings.append("Nama dan keterangan di halaman ini belum diverifikasi.")
    if profil.aktif_sampai and profil.aktif_sampai < corpus.today:
        warnings.append(f"Perangkat daerah ini ada sampai {format_tanggal(profil.aktif_sampai)}.")
    return Page(
        url=url_of(profil.id),
        title=profil.nama,
        description=f"Daftar informasi, regulasi, dan kegiatan {profil.nama}.",
        section="opd",
        template="jenis/opd.html",
        context=IsiOpd(
            lead=_lead(profil, to, corpus.today),
            singkatan=profil.singkatan,
            surat=open_request(to, profil.nama),
            contoh=publication.contoh,
            warnings=tuple(warnings),
            terbaru=tuple(_newest_lists(profil.id.opd, publication)),
            kontak=_reach(profil, publication),
            profil=tuple(_facts(profil, corpus)),
            lainnya=(_lists(profil, publication), *_more(profil, publication)),
        ),
        crumbs=(INDEX,),
        name=profil.nama,
        facets=Facets("Perangkat Daerah", profil.nama),
        sources=(profil.path,),
    )


def _newest_lists(opd: str, publication: Publication) -> Iterator[Section]:
    """Yield the first rows of the newest DIP and DIK, with the way to all of them."""
    for model in LISTS:
        lists = publication.corpus.owned_by(model, opd)
        if lists:
            yield _first_rows(max(lists, key=lambda daftar: daftar.id.tahun), publication)


def _first_rows(daftar: Daftar, publication: Publication) -> Section:
    corpus, url, tahun = publication.corpus, url_of(daftar.id), daftar.id.tahun
    mark = example_mark(daftar, publication)
    name = f"{daftar.rows.upper()} {tahun}{mark}"
    what = "Informasi publik" if daftar.rows == "dip" else "Informasi yang Dikecualikan"
    title, anchor = f"{what}, {tahun}", f"{daftar.rows}-terbaru"
    if daftar.nihil:
        told = f"{name} dinyatakan nihil: tidak ada informasi yang dikecualikan."
        return Section(title, (told,), links=(Link(name, url),), anchor=anchor)
    found = rows_of(daftar, corpus)
    links = [Link(f"Semua {format_bulat(len(found))} informasi dalam {name}", f"{url}#isi-daftar")]
    public = [row for row in found if isinstance(row, InformasiPublik)]
    if public:
        by_kind = {k: [r for r in public if r.klasifikasi == k] for k in KLASIFIKASI}
        links += (
            Link(f"{KLASIFIKASI[k]}: {format_bulat(len(rows))}", filtered_url(url, KLASIFIKASI[k]))
            for k, rows in by_kind.items()
            if rows
        )
        shown = [row for rows in by_kind.values() for row in rows][:_FIRST]
        table = table_of(
            _caption(len(shown), len(found), name),
            shown,
            {
                "Informasi": lambda row: Cell(row.informasi, url_of(row.id)),
                "Dokumen": lambda row: document_cell(row, corpus),
                "Klasifikasi": lambda row: KLASIFIKASI[row.klasifikasi],
            },
        )
    else:
        closed = [row for row in found if isinstance(row, InformasiDikecualikan)][:_FIRST]
        table = table_of(
            _caption(len(closed), len(found), name),
            closed,
            {
                "Informasi": lambda row: Cell(row.informasi, url_of(row.id)),
                "Alasan": lambda row: grounds_cell(row, corpus),
                "Berakhir": lambda row: end_cell(row, corpus),
            },
            "Daftar ini belum berisi.",
        )
    return Section(title, table=table, links=tuple(links), anchor=anchor)


def _caption(shown: int, all_: int, name: str) -> str:
    part = "" if shown == all_ else f"{shown} dari "
    return f"{part}{format_bulat(all_)} informasi dalam {name}"


def _lead(profil: ProfilOpd, to: Recipient, today: date) -> str:
    """Say where a request goes: as its letter does."""
    name = profil.nama
    if profil.singkatan != name:
        name = f"{name} ({profil.singkatan})"
    if to.melalui:
        return f"Permintaan informasi ke {name} dapat diajukan melalui PPID Utama."
    if profil.layanan_langsung and profil.masih_aktif(today):
        return f"Permintaan informasi dapat diajukan langsung ke {name}."
    return f"Permintaan informasi tentang {name} dapat diajukan ke PPID Utama."


def _facts(profil: ProfilOpd, corpus: Corpus) -> Iterator[Fact]:
    yield fact("Jenis", JENIS_OPD[profil.jenis])
    yield fact("Sebutan lain", profil.singkatan, *profil.nama_lain)
    if profil.urusan:
        yield fact("Urusan", ", ".join(profil.urusan))
    if officer := profil.ppid_pelaksana:
        sk = officer.sk
        known = (f"Sumber: {officer.sumber}",) if officer.sumber else ()
        # A decision is the best source; without either, the page says that there is none.
        unknown = () if known or sk else ("Sumbernya belum tercatat",)
        yield fact("PPID Pelaksana", officer.jabatan, *known, *unknown)
        if sk:
            decided = f"Nomor {sk.nomor}, {format_tanggal(sk.tanggal)}"
            yield fact("SK PPID Pelaksana", Cell(decided, document_url(sk.tautan, profil.owner)))
        else:
            yield fact("SK PPID Pelaksana", _NO_DECISION, Cell("Tanyakan ke PPID Utama", CHANNELS))
    if successor := corpus.get(ProfilOpd, profil.diganti_oleh) if profil.diganti_oleh else None:
        yield fact("Diteruskan oleh", Cell(successor.nama, url_of(successor.id)))
    yield fact("Sumber profil", sourced(profil.sumber))
    if profil.catatan:
        yield fact("Catatan", profil.catatan)


def _reach(profil: ProfilOpd, publication: Publication) -> Section:
    """Say how to reach an OPD: what is valid today, what has ended, and where to ask.

    Where nothing is known it is said how to reach PPID Utama instead.
    """
    corpus, badan = publication.corpus, publication.badan
    usable = [kanal for kanal in profil.kanal if kanal.mungkin_berlaku(corpus.today)]
    other = [kanal for kanal in profil.kanal if not kanal.mungkin_berlaku(corpus.today)]
    known = (
        *ways_to(profil, corpus),
        fact("Jam layanan", *profil.jadwal),
        fact("Kanal", *(_channel(kanal, channel_url(kanal)) for kanal in usable)),
        # Nobody is led to a channel that has ended.
        fact("Kanal yang tidak dipakai lagi", *(_channel(kanal, "") for kanal in other)),
    )
    facts = tuple(one for one in known if one.cells)
    name = f"Hubungi PPID {profil.singkatan}"
    if facts:
        return Section(name, (), facts, anchor="kontak")
    facts = tuple(way for way in ways_to(badan, corpus) if way.cells) if badan else ()
    return Section(name, (_UNKNOWN,), facts, links=(_CHANNELS,), anchor="kontak")


def _lists(profil: ProfilOpd, publication: Publication) -> Section:
    """Show the lists for the years of which anybody has one, newest first."""
    title, opd = "Daftar informasi per tahun", profil.id.opd
    found, rows = [], []
    for tahun in sorted({daftar.id.tahun for daftar in publication.lists}, reverse=True):
        begun = profil.aktif_mulai is None or profil.aktif_mulai.year <= tahun
        if not begun or (profil.aktif_sampai and profil.aktif_sampai.year < tahun):
            continue
        for model in LISTS:
            daftar = publication.corpus.get(model, opd, tahun)
            if daftar:
                found.append(daftar)
                rows.append(_list_row(daftar, publication))
            else:
                name, state = (
                    Cell(f"{model.rows.upper()} {tahun}"),
                    state_of(None, publication.corpus),
                )
                rows.append((name, Cell(""), state, Cell(""), Cell(""), Cell("")))
    if not found:
        sentence = "Belum ada berkas daftar dari perangkat daerah ini di situs ini."
        return Section(title, (sentence,), anchor="daftar")
    example = " Isi dan keadaannya data contoh." if any(d.contoh for d in found) else ""
    columns = ("Daftar", "Isi", "Keadaan", "Diterima", "Keputusan", "Perubahan")
    table = Table(f"{len(found)} daftar dari {profil.nama}", columns, rows)
    return Section(title, (f"{SIGNS}{example}",), table=table, anchor="daftar")


def _list_row(daftar: Daftar, publication: Publication) -> tuple[Cell, ...]:
    url, decided = url_of(daftar.id), daftar.penetapan
    contoh = " (contoh)" if daftar.contoh else ""
    count = f"{format_bulat(len(rows_of(daftar, publication.corpus)))} informasi"
    changed = publication.changes.get(daftar.id)
    return (
        Cell(f"{daftar.rows.upper()} {daftar.id.tahun}{contoh}", url),
        Cell("nihil" if daftar.nihil else count, f"{url}#isi-daftar"),
        state_of(daftar, publication.corpus),
        day_cell(daftar.disampaikan),
        Cell(decided.nomor, document_url(decided.tautan, daftar.owner)) if decided else Cell(""),
        Cell(counted(changed), f"{url}#perubahan" if changed and changed.changes else ""),
    )


def _more(profil: ProfilOpd, publication: Publication) -> Iterator[Section]:
    opd, corpus = profil.id.opd, publication.corpus
    if regulations := corpus.owned_by(Regulasi, opd):
        links = tuple(Link(full_title(r), url_of(r.id)) for r in regulations)
        yield Section("Regulasi", links=links, anchor="regulasi")
    if activities := corpus.owned_by(Kegiatan, opd):
        ordered = sorted(activities, key=lambda k: k.tanggal, reverse=True)
        links = tuple(
            Link(f"{format_tanggal(k.tanggal)}: {k.judul}", url_of(k.id)) for k in ordered
        )
        yield Section("Kegiatan", links=links, anchor="kegiatan")
    for name, label, records in records_of(opd, corpus):
        yield Section(label, links=records, anchor=name)
    reports = [
        publication.completeness.report(opd, y.tahun) for y in publication.completeness.years
    ]
    if assessed := [report for report in reversed(reports) if report]:
        contoh = any(report.contoh for report in assessed)
        table = table_of(
            shared.tagged("Kewajiban yang terpenuhi, dalam persen", contoh=contoh),
            assessed,
            {
                "Tahun": lambda report: Cell(str(report.tahun), report_address(opd, report.tahun)),
                "Nilai": lambda report: shared.figure(report.score.nilai),
            },
        )
        yield Section("Kelengkapan", table=table, anchor="kelengkapan")
    if profil.masih_aktif(corpus.today):
        yield Section("Untuk pegawai", links=(handing_in_link(opd),), anchor="untuk-pegawai")
    if any(corpus.owned_by(model, opd) for model in LISTS):
        links = (Link("Apa yang berubah, bulan demi bulan", owner_url(opd)),)
        yield Section("Riwayat perubahan", links=links, anchor="riwayat")
    found = Counter(finding.severity for finding in publication.findings_by_opd.get(opd, ()))
    counts = [
        f"{format_bulat(found[level])} {words}" for level, words in _SEVERITIES if found[level]
    ]
    sentence = (
        f"Masih terbuka: {', '.join(counts)}." if counts else "Tidak ada temuan yang terbuka."
    )
    links = (Link("Temuan dalam data perangkat daerah ini", f"mutu-data/{opd}/"),)
    yield Section("Mutu data", (sentence,), links=links, anchor="mutu-data")
