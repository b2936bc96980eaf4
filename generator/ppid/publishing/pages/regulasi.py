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
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.regulasi import Regulasi, changed_by, doubted_by, revoked_by
from ppid.kinds.wording import JENIS_REGULASI
from ppid.publishing import regulations
from ppid.publishing.page_parts import LIST, body_page, brief, fact, sourced, table_of
from ppid.publishing.pages.ppid import PPID
from ppid.publishing.publication import Publication
from ppid.values.dates import format_tanggal
from ppid.values.law_kinds import LAW_KINDS
from ppid.values.numbers import format_bulat
from ppid.values.text import joined

INDEX = Link("Regulasi", "regulasi/")
_ORDER = sorted(JENIS_REGULASI, key=lambda jenis: not LAW_KINDS[jenis].pembuat)
"""Those of bodies come before those of the nation, else they stand as in the list of kinds."""


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
    sections = []
    for jenis in _ORDER:
        if some := [regulasi for regulasi in found if regulasi.jenis == jenis]:
            table = table_of(
                f"{format_bulat(len(some))} {JENIS_REGULASI[jenis]}, yang terbaru lebih dulu",
                some,
                {
                    "Regulasi": lambda r: Cell(regulations.code_of(r), url_of(r.id)),
                    "Tentang": lambda r: r.tentang,
                    "Status": lambda r: regulations.status_cell(r, corpus),
                    "Bagi layanan informasi": lambda r: (
                        _first_sentence(r.ringkasan) or "belum dicatat"
                    ),
                },
            )
            sections.append(Section(JENIS_REGULASI[jenis], table=table, anchor=jenis))
    if not found:
        empty = Table("0 regulasi", (), (), "Belum ada regulasi yang tercatat.")
        sections.append(Section("", table=empty))
    sentence = "Undang-undang dan peraturan lain yang dirujuk di situs ini ada di halaman sendiri."
    links = (Link("Dasar hukum, dengan kutipan pasalnya", "tentang/dasar-hukum/"), PPID)
    sections.append(Section("Peraturan lain", (sentence,), links=links, anchor="peraturan-lain"))
    lead = "Peraturan tentang layanan informasi, dengan perubahan dan pencabutannya."
    body = Body(lead, sections=tuple(sections))
    return body_page(INDEX, body, section="regulasi", template=LIST)


def _first_sentence(text: str) -> str:
    head, dot, _ = text.partition(". ")
    return head + "." if dot else text


# ---- one regulation


def _page(regulasi: Regulasi, publication: Publication) -> Page:
    corpus, family = publication.corpus, publication.families[regulasi.id.slug]
    title = regulations.full_title(regulasi)
    effect = regulasi.ringkasan or "Pengaruhnya terhadap layanan informasi belum dicatat."
    return Page(
        url=url_of(regulasi.id),
        title=title,
        description=brief(regulasi.ringkasan or title),
        section="regulasi",
        template="jenis/regulasi/rincian.html",
        context=IsiRegulasi(
            body=Body(
                _lead(regulasi, corpus),
                tuple(_facts(regulasi, corpus)),
                sections=(
                    _text(regulasi, publication),
                    _cited(regulasi, publication),
                    *_note(regulasi),
                ),
            ),
            status=regulations.status_cell(regulasi, corpus),
            perubahan=Section(
                "Apa yang berubah bagi layanan informasi", (effect,), anchor="perubahan"
            ),
            gambar=regulations.drawing_of(regulasi, family, corpus),
            hubungan=tuple(regulations.sentences(regulasi, family, corpus)),
        ),
        crumbs=(INDEX,),
        name=regulations.short_title(regulasi),
        facets=Facets("Regulasi", tahun=str(regulasi.tahun)),
        sources=(regulasi.path,),
    )


def _note(regulasi: Regulasi) -> Iterator[Section]:
    """Yield what is not known of a regulation: at the foot, the reader came for what is."""
    if regulasi.keterangan:
        yield Section("Catatan", (regulasi.keterangan,), anchor="catatan")


def _lead(regulasi: Regulasi, corpus: Corpus) -> str:
    if revoked := revoked_by(regulasi, corpus):
        return f"Dicabut dengan {regulations.listed(revoked)}."
    changed, doubted = changed_by(regulasi, corpus), doubted_by(regulasi, corpus)
    state = f" dengan perubahan dalam {regulations.listed(changed)}" if changed else ""
    own = regulasi.hubungan_belum_diketahui
    unsure = "; statusnya belum dipastikan" if doubted else ""
    told = f"Menurut catatan situs ini masih berlaku{state}{unsure}."
    if doubted:
        told += f" Belum dipastikan apakah {regulations.listed(doubted)} mengubah atau mencabutnya."
    if own:
        names = joined([cell.text for cell in _named(own, corpus)])
        told += f" Belum dipastikan apakah peraturan ini mengubah atau mencabut {names}."
    return told


def _facts(regulasi: Regulasi, corpus: Corpus) -> Iterator[Fact]:
    place = f" di {regulasi.tempat_penetapan}" if regulasi.tempat_penetapan else ""
    set_on, announced = regulasi.tanggal_penetapan, regulasi.tanggal_pengundangan
    unknown = "tanggalnya belum tercatat"
    initiator = corpus.get(ProfilOpd, regulasi.pemrakarsa) if regulasi.pemrakarsa else None
    opd = Cell(initiator.nama, url_of(initiator.id)) if initiator else "belum tercatat"
    yield fact("Jenis", f"{JENIS_REGULASI[regulasi.jenis]} {regulasi.penerbit}".rstrip())
    yield fact("Ditetapkan", format_tanggal(set_on) + place if set_on else unknown)
    yield fact("Diundangkan", format_tanggal(announced) if announced else unknown)
    yield fact("Pengundangan", regulasi.sumber_pengundangan or "belum tercatat")
    yield fact("Pemrakarsa", opd)
    relations = {
        "Mengubah": _named(regulasi.mengubah, corpus),
        "Mencabut": _named(regulasi.mencabut, corpus),
        "Diubah oleh": tuple(map(_cell, changed_by(regulasi, corpus))),
        "Dicabut oleh": tuple(map(_cell, revoked_by(regulasi, corpus))),
        "Dasar": _named(regulasi.dasar, corpus),
        "Pokok": tuple(map(Cell, regulasi.subjek)),
    }
    yield from (Fact(label, cells) for label, cells in relations.items() if cells)
    yield fact("Klasifikasi", Cell("Informasi Setiap Saat", "informasi/topik/peraturan/"))
    yield fact("Sumber keterangan", sourced(regulasi.sumber))


def _cell(regulasi: Regulasi) -> Cell:
    return Cell(regulations.code_of(regulasi), url_of(regulasi.id))


def _named(names: tuple[str, ...], corpus: Corpus) -> tuple[Cell, ...]:
    """Name regulations, which may be written as slugs or, for a basis, as laws are cited."""
    cells = []
    for name in names:
        regulasi = corpus.get(Regulasi, slug=slug_of(name))
        law = corpus.get(Peraturan, slug=slug_of(name))
        other = Cell(law.kode, regulations.law_url(law)) if law else Cell(name)
        cells.append(_cell(regulasi) if regulasi else other)
    return tuple(cells)


def _text(regulasi: Regulasi, publication: Publication) -> Section:
    """Lead to the text itself, and to where texts of regulations are kept."""
    jdih = publication.badan.jdih if publication.badan else ""
    found = {
        "Buka naskahnya": document_url(regulasi.tautan, regulasi.owner),
        "Unduh naskahnya": f"opd/{regulasi.owner}/{regulasi.berkas}" if regulasi.berkas else "",
        f"Cari {regulations.code_of(regulasi)} di JDIH": jdih,
    }
    links = tuple(Link(label, url) for label, url in found.items() if url)
    known = regulasi.tautan or regulasi.berkas
    said = () if known else ("Naskah peraturan ini belum ada di situs ini.",)
    return Section("Naskah", said, links=links, anchor="naskah")


def _cited(regulasi: Regulasi, publication: Publication) -> Section:
    cited = publication.citations[regulasi.id.slug]
    terms = publication.badan.ppid_utama if publication.badan else ()
    is_basis = any(regulations.code_of(regulasi) == masa.dasar for masa in terms)
    role = (Link("Riwayat PPID Utama", f"{PPID.url}#riwayat"),) if is_basis else ()
    found = ((cited.kegiatan, "kegiatan"), (cited.daftar, "daftar informasi yang dikecualikan"))
    counts = [f"{format_bulat(len(links))} {what}" for links, what in found if links]
    lead = f"Peraturan ini disebut oleh {joined(counts)} di situs ini."
    if not counts:
        lead = "Belum ada kegiatan atau daftar di situs ini yang menyebut peraturan ini."
    links = (*role, *cited.kegiatan, *cited.daftar)
    return Section("Disebut di situs ini", (lead,), links=links, anchor="disebut")
