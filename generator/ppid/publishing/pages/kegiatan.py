"""The index of activities by year and kind, and the page of each with its facts and story."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ppid.core.corpus import Corpus
from ppid.core.page import Body, Cell, Facets, Fact, Link, Page, Picture, Section, document_url
from ppid.kinds import has_page, title_of, url_of
from ppid.kinds.acuan.peraturan import Peraturan, slug_of
from ppid.kinds.kegiatan import Kegiatan
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.regulasi import Regulasi
from ppid.kinds.wording import BERANDA, JENIS_KEGIATAN, brief, format_bulat, format_tanggal, sourced
from ppid.publishing.prose import Terms, print_story, terms_of
from ppid.publishing.publication import Publication
from ppid.publishing.regulations import full_title, law_url

INDEX = Link("Kegiatan", "kegiatan/")
FEEDS = (
    Link("Langganan Atom", "kegiatan/atom.xml"),
    Link("Langganan JSON Feed", "kegiatan/feed.json"),
)


def newest_first(corpus: Corpus) -> list[Kegiatan]:
    """Return the activities in the order in which every list shows them."""
    return sorted(corpus.of(Kegiatan), key=lambda k: (k.tanggal, k.id.slug), reverse=True)


def kind_url(jenis: str) -> str:
    """Return the address of the activities of one kind."""
    return f"kegiatan/jenis/{jenis}/"


@dataclass(frozen=True, slots=True)
class Entri:
    """An activity in a list."""

    judul: str
    url: str
    tanggal: str
    keterangan: str


@dataclass(frozen=True, slots=True)
class Tahun:
    """The activities of one year."""

    tahun: int
    jumlah: str
    kegiatan: tuple[Entri, ...]


@dataclass(frozen=True, slots=True)
class DaftarKegiatan:
    """A list of activities by year, with the ways to narrow it down and to follow it."""

    lead: str
    jenis: tuple[Link, ...]
    tahun: tuple[Tahun, ...]
    langganan: tuple[Link, ...] = FEEDS


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the index, one page for each kind, and one for each activity, the newest first."""
    corpus = publication.corpus
    found = newest_first(corpus)
    yield _index(found)
    for jenis, label in JENIS_KEGIATAN.items():
        some = [k for k in found if k.jenis == jenis]
        if some:
            yield _of_kind(jenis, label, some)
    terms = terms_of(corpus)
    for position, kegiatan in enumerate(found):
        around = (
            *(_neighbour("Sebelumnya", k) for k in found[position + 1 : position + 2]),
            *(_neighbour("Sesudahnya", k) for k in found[max(position - 1, 0) : position]),
        )
        yield _page(kegiatan, around, corpus, terms)


def _neighbour(where: str, kegiatan: Kegiatan) -> Link:
    return Link(f"{where}: {kegiatan.judul}", url_of(kegiatan.id))


def _index(found: list[Kegiatan]) -> Page:
    lead = "Kegiatan PPID: rapat, kunjungan, pelatihan, dan evaluasi."
    crumbs = (BERANDA,)
    return _list(Link(INDEX.label, INDEX.url), "Kegiatan", crumbs, lead, _kinds(found), found)


def _of_kind(jenis: str, label: str, found: list[Kegiatan]) -> Page:
    lead = f"{format_bulat(len(found))} kegiatan, yang terbaru lebih dulu."
    link, title = Link(label, kind_url(jenis)), f"Kegiatan: {label.lower()}"
    return _list(link, title, (BERANDA, INDEX), lead, (Link("Semua jenis", INDEX.url),), found)


def _list(  # noqa: PLR0913, PLR0917 — what a list is made of
    link: Link,
    title: str,
    crumbs: tuple[Link, ...],
    lead: str,
    kinds: tuple[Link, ...],
    found: list[Kegiatan],
) -> Page:
    return Page(
        url=link.url,
        title=title,
        description=f"{title}. {lead}",
        section="kegiatan",
        template="jenis/kegiatan/daftar.html",
        context=DaftarKegiatan(lead, kinds, tuple(_years(found))),
        crumbs=crumbs,
        name=link.label,
    )


def _years(found: list[Kegiatan]) -> Iterator[Tahun]:
    for year, group in groupby(found, key=lambda k: k.tanggal.year):
        some = tuple(_entry(kegiatan) for kegiatan in group)
        yield Tahun(year, f"{format_bulat(len(some))} kegiatan", some)


def _entry(kegiatan: Kegiatan) -> Entri:
    place = f", {kegiatan.tempat}" if kegiatan.tempat else ""
    told = f"{JENIS_KEGIATAN[kegiatan.jenis]}{place}"
    return Entri(kegiatan.judul, url_of(kegiatan.id), format_tanggal(kegiatan.tanggal), told)


def _kinds(found: list[Kegiatan]) -> tuple[Link, ...]:
    counts = Counter[str](k.jenis for k in found)
    return tuple(
        Link(f"{label} ({format_bulat(counts[jenis])})", kind_url(jenis))
        for jenis, label in JENIS_KEGIATAN.items()
        if jenis in counts
    )


def _page(kegiatan: Kegiatan, around: tuple[Link, ...], corpus: Corpus, terms: Terms) -> Page:
    url = url_of(kegiatan.id)
    lead = lead_of(kegiatan)
    sections = (_account(kegiatan, terms, "../" * url.count("/")), *_related(kegiatan, corpus))
    return Page(
        url=url,
        title=kegiatan.judul,
        description=brief(f"{kegiatan.judul}. {lead}"),
        section="kegiatan",
        template="jenis/rincian.html",
        context=Body(
            lead,
            _facts(kegiatan, corpus),
            sections,
            neighbours=around,
        ),
        crumbs=(BERANDA, INDEX),
        name=format_tanggal(kegiatan.tanggal),
        facets=Facets("Kegiatan", tahun=str(kegiatan.tanggal.year)),
        sources=(kegiatan.path,),
    )


def lead_of(kegiatan: Kegiatan) -> str:
    """Say in one sentence what it was, when and where."""
    place = f" di {kegiatan.tempat}" if kegiatan.tempat else ""
    return f"{JENIS_KEGIATAN[kegiatan.jenis]}, {format_tanggal(kegiatan.tanggal)}{place}."


def _account(kegiatan: Kegiatan, terms: Terms, root: str) -> Section:
    pictures = tuple(
        Picture(document_url(g.berkas, kegiatan.owner), g.alt, g.sumber) for g in kegiatan.gambar
    )
    story = print_story(kegiatan.isi, terms, root)
    return Section("Uraian", html=story, pictures=pictures, anchor="uraian")


def _facts(kegiatan: Kegiatan, corpus: Corpus) -> tuple[Fact, ...]:
    profil = corpus.get(ProfilOpd, kegiatan.owner)
    opd = Cell(profil.nama, url_of(profil.id)) if profil else Cell(kegiatan.owner)
    jenis = Cell(JENIS_KEGIATAN[kegiatan.jenis], kind_url(kegiatan.jenis))
    return (
        Fact("Tanggal", (Cell(format_tanggal(kegiatan.tanggal)),)),
        Fact("Tempat", (Cell(kegiatan.tempat),)),
        Fact("Jenis", (jenis,)),
        Fact("Peserta", tuple(map(Cell, kegiatan.peserta)) or (Cell(""),)),
        Fact("Dicatat oleh", (opd,)),
        Fact("Sumber", (sourced(kegiatan.sumber),)),
    )


def _related(kegiatan: Kegiatan, corpus: Corpus) -> tuple[Section, ...]:
    links = tuple(filter(None, (_lead_to(code, corpus) for code in kegiatan.terkait)))
    return (Section("Yang terkait", links=links, anchor="terkait"),) if links else ()


def _lead_to(code: str, corpus: Corpus) -> Link | None:
    """Find what a code stands for: a regulation, an OPD, an activity, a law or a row of a list."""
    regulasi = corpus.get(Regulasi, slug=code)
    if regulasi:
        return Link(full_title(regulasi), url_of(regulasi.id))
    profil = corpus.get(ProfilOpd, code)
    if profil:
        return Link(profil.nama, url_of(profil.id))
    kegiatan = corpus.get(Kegiatan, slug=code)
    if kegiatan:
        return Link(kegiatan.judul, url_of(kegiatan.id))
    law = corpus.get(Peraturan, slug=slug_of(code))
    if law:
        return Link(f"{law.kode} tentang {law.tentang}", law_url(law))
    found = corpus.find_written(code)
    return Link(title_of(found), url_of(found.id)) if found and has_page(found.id) else None
