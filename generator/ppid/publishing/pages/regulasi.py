"""The index of regulations, and the page of each with its relations to others."""

from collections.abc import Iterator
from dataclasses import dataclass

from ppid.core.corpus import Corpus
from ppid.core.page import (
    Body,
    Cell,
    Facets,
    Fact,
    Figure,
    Link,
    Page,
    Section,
    Table,
    document_url,
)
from ppid.kinds import url_of
from ppid.kinds.acuan.peraturan import Peraturan, slug_of
from ppid.kinds.badan import Badan
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.regulasi import Regulasi, changed_by, doubted_by, revoked_by
from ppid.kinds.wording import BERANDA, JENIS_REGULASI, brief, format_bulat, format_tanggal, sourced
from ppid.publishing.publication import Publication
from ppid.publishing.regulations import (
    code_of,
    drawing_of,
    full_title,
    law_url,
    listed,
    sentences,
    short_title,
    status_cell,
)
from ppid.values.text import joined

INDEX = Link("Regulasi", "regulasi/")
_OF_THE_BODY = ("perda", "perwal", "kepwal", "instruksi", "edaran")
_ORDER = (*_OF_THE_BODY, *(jenis for jenis in JENIS_REGULASI if jenis not in _OF_THE_BODY))


@dataclass(frozen=True, slots=True)
class IsiRegulasi:
    """A regulation: its status, what it changed, its relations, and what else is known."""

    body: Body
    status: Cell
    perubahan: Section
    gambar: Figure | None
    hubungan: tuple[tuple[Cell, ...], ...]


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the index and one page for each regulation."""
    corpus = publication.corpus
    found = sorted(corpus.of(Regulasi), key=lambda r: (-r.tahun, r.jenis, r.nomor))
    yield _index(found, corpus)
    for regulasi in found:
        yield _page(regulasi, publication)


def _index(found: list[Regulasi], corpus: Corpus) -> Page:
    lead = "Peraturan tentang layanan informasi, dengan perubahan dan pencabutannya."
    groups = tuple(
        Section(JENIS_REGULASI[jenis], table=_table(jenis, group, corpus), anchor=jenis)
        for jenis in _ORDER
        if (group := [r for r in found if r.jenis == jenis])
    )
    nothing = Section("", table=Table("0 regulasi", (), (), "Belum ada regulasi yang tercatat."))
    return Page(
        url=INDEX.url,
        title=INDEX.label,
        description=lead,
        section="regulasi",
        template="jenis/daftar.html",
        context=Body(lead, sections=(*(groups or (nothing,)), _laws())),
        crumbs=(BERANDA,),
        name=INDEX.label,
    )


def _table(jenis: str, group: list[Regulasi], corpus: Corpus) -> Table:
    rows = [
        (
            Cell(code_of(r), url_of(r.id)),
            Cell(r.tentang),
            status_cell(r, corpus),
            Cell(_first_sentence(r.ringkasan) or "belum dicatat"),
        )
        for r in group
    ]
    caption = f"{format_bulat(len(rows))} {JENIS_REGULASI[jenis]}, yang terbaru lebih dulu"
    return Table(caption, ("Regulasi", "Tentang", "Status", "Bagi layanan informasi"), rows)


def _first_sentence(text: str) -> str:
    head, dot, _ = text.partition(". ")
    return head + "." if dot else text


def _laws() -> Section:
    sentence = "Undang-undang dan peraturan lain yang dirujuk di situs ini ada di halaman sendiri."
    links = (
        Link("Dasar hukum, dengan kutipan pasalnya", "tentang/dasar-hukum/"),
        Link("PPID: susunan, tugas, dan riwayat", "tentang/ppid/"),
    )
    return Section("Peraturan lain", (sentence,), links=links, anchor="peraturan-lain")


def _page(regulasi: Regulasi, publication: Publication) -> Page:
    corpus, family = publication.corpus, publication.families[regulasi.id.slug]
    title = full_title(regulasi)
    unsure = (regulasi.keterangan,) if regulasi.keterangan else ()
    sections = (_text(regulasi, corpus), _cited(regulasi, publication))
    body = Body(_lead(regulasi, corpus), _facts(regulasi, corpus), sections, unsure)
    return Page(
        url=url_of(regulasi.id),
        title=title,
        description=brief(regulasi.ringkasan or title),
        section="regulasi",
        template="jenis/regulasi/rincian.html",
        context=IsiRegulasi(
            body,
            status_cell(regulasi, corpus),
            _change(regulasi),
            drawing_of(regulasi, family, corpus),
            tuple(sentences(regulasi, family, corpus)),
        ),
        crumbs=(BERANDA, INDEX),
        name=short_title(regulasi),
        facets=Facets("Regulasi", tahun=str(regulasi.tahun)),
        sources=(regulasi.path,),
    )


def _lead(regulasi: Regulasi, corpus: Corpus) -> str:
    revoked = revoked_by(regulasi, corpus)
    if revoked:
        return f"Dicabut dengan {listed(revoked)}."
    changed, doubted = changed_by(regulasi, corpus), doubted_by(regulasi, corpus)
    state = f" dengan perubahan dalam {listed(changed)}" if changed else ""
    doubt = f" Belum diketahui apakah {listed(doubted)} mengubah atau mencabutnya."
    told = f"Sejauh tercatat di situs ini, berlaku{state}.{doubt if doubted else ''}"
    return told + _own(regulasi, corpus)


def _own(regulasi: Regulasi, corpus: Corpus) -> str:
    """Say what this regulation may do to others."""
    slugs = regulasi.hubungan_belum_diketahui
    if not slugs:
        return ""
    names = joined([cell.text for cell in _named(slugs, corpus)])
    return f" Belum diketahui apakah peraturan ini mengubah atau mencabut {names}."


def _change(regulasi: Regulasi) -> Section:
    unknown = "Pengaruhnya terhadap layanan informasi belum dicatat."
    told = (regulasi.ringkasan or unknown,)
    return Section("Apa yang berubah bagi layanan informasi", told, anchor="perubahan")


def _facts(regulasi: Regulasi, corpus: Corpus) -> tuple[Fact, ...]:
    initiator = corpus.get(ProfilOpd, regulasi.pemrakarsa) if regulasi.pemrakarsa else None
    opd = Cell(initiator.nama, url_of(initiator.id)) if initiator else Cell("belum diketahui")
    relations = (
        ("Mengubah", _named(regulasi.mengubah, corpus)),
        ("Mencabut", _named(regulasi.mencabut, corpus)),
        ("Diubah oleh", tuple(_cell(r) for r in changed_by(regulasi, corpus))),
        ("Dicabut oleh", tuple(_cell(r) for r in revoked_by(regulasi, corpus))),
        ("Dasar", _named(regulasi.dasar, corpus)),
        ("Pokok", tuple(map(Cell, regulasi.subjek))),
    )
    return (
        Fact("Jenis", (Cell(JENIS_REGULASI[regulasi.jenis]),)),
        *_dates(regulasi),
        Fact("Pengundangan", (Cell(regulasi.sumber_pengundangan or "belum diketahui"),)),
        Fact("Pemrakarsa", (opd,)),
        *(Fact(label, cells) for label, cells in relations if cells),
        Fact("Sumber keterangan", (sourced(regulasi.sumber),)),
    )


def _dates(regulasi: Regulasi) -> Iterator[Fact]:
    place = f" di {regulasi.tempat_penetapan}" if regulasi.tempat_penetapan else ""
    for label, day, where in (
        ("Ditetapkan", regulasi.tanggal_penetapan, place),
        ("Diundangkan", regulasi.tanggal_pengundangan, ""),
    ):
        told = format_tanggal(day) + where if day else "tanggal belum diketahui"
        yield Fact(label, (Cell(told),))


def _text(regulasi: Regulasi, corpus: Corpus) -> Section:
    """Lead to the text itself, and to where texts of regulations are kept."""
    file = f"opd/{regulasi.owner}/{regulasi.berkas}" if regulasi.berkas else ""
    badan = next(iter(corpus.of(Badan)), None)
    jdih = badan.jdih if badan else ""
    found = (
        ("Buka naskahnya", document_url(regulasi.tautan, regulasi.owner)),
        ("Unduh naskahnya", file),
        (f"Cari {code_of(regulasi)} di JDIH", jdih),
    )
    links = tuple(Link(label, url) for label, url in found if url)
    known = regulasi.tautan or regulasi.berkas
    said = () if known else ("Naskah peraturan ini belum ada di situs ini.",)
    return Section("Naskah", said, links=links, anchor="naskah")


def _cited(regulasi: Regulasi, publication: Publication) -> Section:
    cited = publication.citations[regulasi.id.slug]
    terms = publication.badan.ppid_utama if publication.badan else ()
    masa = any(code_of(regulasi) == m.dasar for m in terms)
    role = (Link("Riwayat PPID Utama", "tentang/ppid/#riwayat"),) if masa else ()
    found = ((cited.kegiatan, "kegiatan"), (cited.daftar, "daftar informasi yang dikecualikan"))
    counts = [f"{format_bulat(len(links))} {what}" for links, what in found if links]
    lead = f"Peraturan ini disebut oleh {joined(counts)} di situs ini."
    if not counts:
        lead = "Belum ada kegiatan atau daftar di situs ini yang menyebut peraturan ini."
    links = (*role, *cited.kegiatan, *cited.daftar)
    return Section("Disebut di situs ini", (lead,), links=links, anchor="disebut")


def _cell(regulasi: Regulasi) -> Cell:
    return Cell(code_of(regulasi), url_of(regulasi.id))


def _named(names: tuple[str, ...], corpus: Corpus) -> tuple[Cell, ...]:
    """Name regulations, which may be written as slugs or, for a basis, as laws are cited."""
    return tuple(_found(name, corpus) for name in names)


def _found(name: str, corpus: Corpus) -> Cell:
    slug = slug_of(name)
    regulasi = corpus.get(Regulasi, slug=slug)
    law = corpus.get(Peraturan, slug=slug)
    if regulasi:
        return _cell(regulasi)
    return Cell(law.kode, law_url(law)) if law else Cell(name)
