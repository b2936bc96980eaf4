"""How to ask for information: the entrance, the procedures of the law, and the channels."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ppid.assessing.obligations import CHANNELS
from ppid.core.corpus import Corpus
from ppid.core.page import Body, Cell, Fact, Link, Page, Section, Table
from ppid.kinds.acuan.peraturan import Peraturan, slug_of, split_citation
from ppid.kinds.acuan.prosedur import BatasHari, Langkah, Prosedur
from ppid.kinds.acuan.surat import surat_for
from ppid.kinds.fields import Kanal
from ppid.kinds.layanan import LaporanLayanan
from ppid.kinds.wording import JENIS_KANAL
from ppid.publishing.page_parts import (
    Entri,
    Value,
    body_page,
    brief,
    channel_url,
    fact,
    map_url,
    quotes_of,
    table_of,
    validity,
)
from ppid.publishing.papers.of_service import FOLDER
from ppid.publishing.publication import Publication
from ppid.publishing.topics import TOPICS
from ppid.values.dates import format_tanggal
from ppid.values.text import joined

INDEX = Link("Layanan", "layanan/")
ALUR = Link("Alur layanan", "layanan/alur/")
SOP = Link("SOP layanan informasi", "layanan/sop/")
KANAL = Link("Kanal layanan", CHANNELS)
TENGGAT = Link("Hitung tenggat", "layanan/hitung-tenggat/")
NASKAH = Link("Formulir, register, dan surat", FOLDER)
ANSWERS = Link("Tanya jawab (FAQ)", "layanan/tanya-jawab/")
REPORTS = Link("Laporan layanan", "layanan/laporan/")
CRUMBS = (INDEX,)
_STANDARDS = "PerKI 1/2021 Pasal 23 ayat (2)"
_SEVEN = 7
_MAP = "Peta ada di situs lain (OpenStreetMap), yang baru dibuka bila Anda menekan tautannya."
_WAY = ("permohonan", "keberatan", "sengketa")
ACTED: Final = ("permohonan", "keberatan")
"""The procedures that begin with a letter: their pages (`ajukan.py`) are there to act on."""


@dataclass(frozen=True, slots=True)
class Entrance:
    """What the entrance shows."""

    lead: str
    doors: tuple[Entri, ...]
    channels: Table


@dataclass(frozen=True, slots=True)
class Way:
    """The way from a request to a dispute: procedures, their steps, and each term in words."""

    lead: str
    stretches: tuple[tuple[Prosedur, tuple[tuple[Langkah, str], ...]], ...]


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the entrance, every procedure, the standards, the whole way, and the channels."""
    corpus = publication.corpus
    procedures = corpus.of(Prosedur)
    yield _entrance(publication)
    for prosedur in procedures:
        if prosedur.kode not in ACTED:
            yield _procedure(prosedur, corpus)
    if any(prosedur.huruf for prosedur in procedures):
        yield _standards(corpus)
    if procedures:
        yield _way(corpus)
    yield _channels(publication)


def counted_steps(corpus: Corpus) -> Iterator[tuple[Langkah, BatasHari]]:
    """Yield every step of the law whose term can be counted in days, with that term."""
    for prosedur in corpus.of(Prosedur):
        for langkah in prosedur.langkah:
            if langkah.tenggat and langkah.tenggat.dihitung:
                yield langkah, langkah.tenggat


# ---- the entrance


def _entrance(publication: Publication) -> Page:
    lead = "Warga negara dan badan hukum Indonesia dapat meminta informasi publik."
    today = publication.corpus.today
    usable = [kanal for kanal in _known(publication) if kanal.mungkin_berlaku(today)]
    channels = _channel_table(usable, sources=False)
    return Page(
        url=INDEX.url,
        title="Layanan informasi",
        description=f"{lead} Cara, tenggat, biaya, kanal, dan laporan layanan.",
        section="layanan",
        template="halaman/layanan.html",
        context=Entrance(lead, tuple(_doors(publication.corpus)), channels),
        name=INDEX.label,
    )


def _doors(corpus: Corpus) -> Iterator[Entri]:
    """Ask what the reader wants to do."""
    procedures = corpus.of(Prosedur)
    for prosedur in procedures:
        if prosedur.untuk == "warga":
            yield Entri(prosedur.judul, prosedur.alamat, prosedur.ringkasan)
    if procedures:
        words = "Seluruh jalan dari permintaan sampai sengketa, di satu lembar yang dapat dicetak."
        yield Entri(ALUR.label, ALUR.url, words)
    if any(counted_steps(corpus)):
        yield Entri(TENGGAT.label, TENGGAT.url, "Kapan jawaban atau keberatan paling lambat?")
    if any(prosedur.huruf for prosedur in procedures):
        words = "Standar layanan menurut PerKI 1/2021 Pasal 23, langkah demi langkah."
        yield Entri(SOP.label, SOP.url, words)
    if surat_for(corpus.today, corpus):
        words = "Formulir untuk pemohon; register dan surat untuk petugas."
        yield Entri(NASKAH.label, NASKAH.url, words)
    yield Entri(ANSWERS.label, ANSWERS.url, "Jawaban singkat atas pertanyaan yang sering muncul.")
    yield Entri(KANAL.label, KANAL.url, "Nomor dan alamat yang berlaku hari ini, dan yang lama.")
    if corpus.of(LaporanLayanan):
        yield Entri(
            REPORTS.label, REPORTS.url, "Jumlah permintaan, waktu, dan penolakan per tahun."
        )


# ---- the procedures


def _procedure(prosedur: Prosedur, corpus: Corpus) -> Page:
    return body_page(
        Link(prosedur.judul, prosedur.alamat),
        Body(prosedur.ringkasan, sections=sections_of(prosedur, corpus)),
        description=brief(prosedur.ringkasan),
        section="layanan",
        template="jenis/prosedur.html",
        crumbs=CRUMBS if prosedur.untuk == "warga" else (*CRUMBS, SOP),
        sources=(prosedur.path,),
    )


def sections_of(prosedur: Prosedur, corpus: Corpus) -> tuple[Section, ...]:
    """Return the steps at a glance, each step with the words of the law, and notes at the foot."""
    rows = [
        (
            Cell(f"{n}. {langkah.judul}", f"{prosedur.alamat}#langkah-{n}"),
            Cell(langkah.pelaku),
            Cell(term_in_words(langkah.tenggat) or "–"),
            Cell(langkah.dasar[0] if langkah.dasar else ""),
        )
        for n, langkah in enumerate(prosedur.langkah, start=1)
    ]
    columns = ("Langkah", "Siapa", "Paling lambat", "Dasar")
    steps = Section("Langkah", table=Table(f"{len(rows)} langkah", columns, rows), anchor="langkah")
    quotes = quotes_of(prosedur.dasar, corpus)
    related = [
        Link(other.judul, other.alamat)
        for other in corpus.of(Prosedur)
        if other.untuk == prosedur.untuk and other is not prosedur
    ]
    listed = Section("Yang tercatat di situs ini", links=_listed(prosedur), anchor="tercatat")
    return (
        *((listed,) if listed.links else ()),
        steps,
        *(_step(n, langkah, corpus) for n, langkah in enumerate(prosedur.langkah, start=1)),
        *((Section("Ketentuan umumnya", quotes=quotes, anchor="ketentuan"),) if quotes else ()),
        *((Section("Catatan", prosedur.catatan, anchor="catatan"),) if prosedur.catatan else ()),
        Section("Terkait", links=(*related, ALUR, TENGGAT, KANAL), anchor="terkait"),
    )


def _listed(prosedur: Prosedur) -> tuple[Link, ...]:
    """Lead to what the lists hold on the subject of a procedure, such as the pledge itself."""
    return tuple(
        Link(f"{topik.judul} dalam daftar informasi", topik.link.url)
        for topik in TOPICS
        if topik.slug == prosedur.kode
    )


def _step(number: int, langkah: Langkah, corpus: Corpus) -> Section:
    facts = [fact("Siapa", langkah.pelaku)]
    if langkah.tenggat:
        facts.append(fact("Paling lambat", term_in_words(langkah.tenggat)))
    # What the law lists by letters, each with its address.
    letters = [
        (Cell(f"{kode} {part.rujukan}"), Cell(part.teks))
        for kode, passage in map(split_citation, langkah.rincian)
        if (law := corpus.get(Peraturan, slug=slug_of(kode)))
        for part in law.huruf_dari(passage)
    ]
    caption = f"Rincian menurut {joined(langkah.rincian)}"
    return Section(
        f"{number}. {langkah.judul}",
        (langkah.isi,),
        tuple(facts),
        quotes_of(langkah.dasar, corpus),
        Table(caption, ("Ketentuan", "Bunyi"), letters) if letters else None,
        anchor=f"langkah-{number}",
    )


def term_in_words(tenggat: BatasHari | None) -> str:
    """Say a term in words; empty where the law sets none."""
    if tenggat is None:
        return ""
    if not tenggat.dihitung:
        return f"{tenggat.hari} hari kerja"
    since = f"sejak {tenggat.sejak}"
    if tenggat.sesudah:
        return f"{tenggat.hari} hari kerja berikutnya, seluruhnya {tenggat.seluruhnya} {since}"
    return f"{tenggat.hari} hari kerja {since}"


def _standards(corpus: Corpus) -> Page:
    found = sorted((p for p in corpus.of(Prosedur) if p.huruf), key=lambda p: p.huruf)
    rows = []
    for prosedur in found:
        quotes = quotes_of((f"{_STANDARDS} huruf {prosedur.huruf}",), corpus)
        words = quotes[0].teks.rstrip(";").removesuffix("; dan") if quotes else ""
        name = Cell(f"{prosedur.huruf}. {prosedur.judul}", prosedur.alamat)
        rows.append((name, Cell(words), Cell(prosedur.ringkasan)))
    here = "" if len(rows) == _SEVEN else f" {len(rows)} di antaranya diuraikan di sini."
    lead = f"Standar layanan informasi terdiri atas tujuh bagian.{here}"
    columns = ("Prosedur", "Bunyi peraturan", "Ringkasan")
    table = Table(f"{len(rows)} prosedur menurut {_STANDARDS}", columns, rows)
    note = (
        (
            "PerKI 1/2021 Pasal 23 memuat dua kali ayat (2). Ayat yang kedua mewajibkan prosedur "
            "operasionalnya diumumkan dan disebarluaskan."
        ),
        (
            "Yang diuraikan di sini adalah langkah menurut peraturan. Prosedur operasional "
            "Badan Publik ini belum tersedia di sini."
        ),
    )
    listed = next((topik.link for topik in TOPICS if topik.slug == "sop"), KANAL)
    ground = Section("Dasarnya", note, quotes=quotes_of((_STANDARDS,), corpus), links=(listed,))
    return body_page(
        SOP,
        Body(lead, sections=(Section("", table=table), ground)),
        description=brief(lead),
        section="layanan",
        crumbs=CRUMBS,
        sources=tuple(dict.fromkeys(prosedur.path for prosedur in found)),
    )


def _way(corpus: Corpus) -> Page:
    known = {prosedur.kode: prosedur for prosedur in corpus.of(Prosedur)}
    stretches = tuple(
        (prosedur, tuple((step, term_in_words(step.tenggat)) for step in prosedur.langkah))
        for prosedur in (known[kode] for kode in _WAY if kode in known)
    )
    lead = "Dari permintaan sampai sengketa: siapa yang bertindak dan paling lambat kapan."
    return Page(
        url=ALUR.url,
        title="Alur layanan informasi",
        description=lead,
        section="layanan",
        template="halaman/alur.html",
        context=Way(lead, stretches),
        crumbs=CRUMBS,
        name=ALUR.label,
        sources=tuple(dict.fromkeys(prosedur.path for prosedur in known.values())),
    )


# ---- the channels


def _known(publication: Publication) -> tuple[Kanal, ...]:
    """Return all channels in the order of the data: none is the most important here."""
    return publication.badan.kanal if publication.badan else ()


def _channels(publication: Publication) -> Page:
    """Return the page of channels: of today, of which only a mention is known, and ended ones."""
    badan, today = publication.badan, publication.corpus.today
    known = _known(publication)
    valid = [kanal for kanal in known if kanal.masih_berlaku(today)]
    named = [kanal for kanal in known if kanal.belum_dipastikan]
    ended = [kanal for kanal in known if kanal.sampai and kanal.sampai < today]
    coming = [kanal for kanal in known if kanal.mulai and kanal.mulai > today]
    sections = [Section("Berlaku hari ini", table=_channel_table(valid), anchor="berlaku")]
    if named:
        words = (
            "Yang diketahui hanya kapan sumbernya menyebut kanal ini. Apakah masih melayani hari "
            "ini, belum dipastikan."
        )
        table = _channel_table(named)
        title = "Belum dipastikan masih berlaku"
        sections.append(Section(title, (words,), table=table, anchor="belum-dipastikan"))
    if counters := [kanal for kanal in valid if kanal.jenis == "loket"]:
        facts = tuple(map(_counter, counters))
        sections.append(Section("Datang langsung", (_MAP,), facts, anchor="datang"))
    if coming:
        table = _channel_table(coming)
        sections.append(Section("Akan datang", table=table, anchor="akan-datang"))
    if ended:
        words = (
            "Nomor dan alamat ini pernah disebut sebagai kanal, dan masih beredar di berita lama. "
            "Nomor yang tidak tercantum lagi belum tentu sudah tidak melayani."
        )
        table = _channel_table(ended, linked=False)
        sections.append(Section("Kanal lama", (words,), table=table, anchor="lama"))
    lead = f"{len(valid)} kanal berlaku pada {format_tanggal(today)}."
    if named:
        lead += f" {len(named)} kanal lain disebut sumber, tetapi belum dipastikan masih berlaku."
    return body_page(
        KANAL,
        Body(lead, sections=tuple(sections)),
        description=f"{lead} Kanal lama disebut terpisah.",
        section="layanan",
        crumbs=CRUMBS,
        sources=(badan.path,) if badan else (),
    )


def _counter(kanal: Kanal) -> Fact:
    """Show where a counter is and when it is open."""
    hours = kanal.jam or "Jam layanannya belum tercatat; tanyakan sebelum datang."
    return fact(kanal.nama, kanal.alamat, hours, Cell("Cari di peta", map_url(kanal.alamat)))


def _channel_table(found: Sequence[Kanal], *, sources: bool = True, linked: bool = True) -> Table:
    """Show channels as a table; nobody is led to one that has ended."""
    columns: dict[str, Callable[[Kanal], Value]] = {
        "Kanal": lambda kanal: kanal.nama,
        "Jenis": lambda kanal: JENIS_KANAL[kanal.jenis],
        "Alamat": lambda kanal: (
            Cell(kanal.alamat, channel_url(kanal) if linked else "")
            if kanal.alamat
            else "tidak disebut sumbernya"
        ),
        "Untuk": lambda kanal: kanal.untuk or "–",
        **({"Jam layanan": lambda kanal: kanal.jam or "–"} if any(k.jam for k in found) else {}),
        "Masa berlaku": validity,
    }
    if sources:
        columns["Sumber"] = lambda kanal: kanal.sumber
    return table_of(f"{len(found)} kanal", found, columns, "Belum ada kanal yang tercatat.")
