"""The index of activities by year and kind, and the page of each with its facts and story."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from ppid.core.corpus import Corpus
from ppid.core.page import Body, Cell, Facets, Link, Page, Picture, Section, document_url
from ppid.kinds import has_page, title_of, url_of
from ppid.kinds.acuan.peraturan import Peraturan, slug_of
from ppid.kinds.kegiatan import Kegiatan
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.regulasi import Regulasi
from ppid.kinds.wording import HARI, JENIS_KEGIATAN
from ppid.publishing.page_parts import body_page, brief, fact, sourced
from ppid.publishing.prose import Terms, print_story, terms_of
from ppid.publishing.publication import Publication
from ppid.publishing.regulations import full_title, law_url
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat

INDEX = Link("Kegiatan", "kegiatan/")
FEEDS = (
    Link("Langganan Atom", "kegiatan/atom.xml"),
    Link("Langganan JSON Feed", "kegiatan/feed.json"),
)


@dataclass(frozen=True, slots=True)
class DaftarKegiatan:
    """A list of activities by year, with the ways to narrow it down and to follow it."""

    lead: str
    jenis: tuple[Link, ...]
    tahun: tuple[tuple[int, tuple[Kegiatan, ...]], ...]
    sebutan: Mapping[str, str] = field(default_factory=lambda: JENIS_KEGIATAN)
    langganan: tuple[Link, ...] = FEEDS


def newest_first(corpus: Corpus) -> list[Kegiatan]:
    """Return the activities in the order in which every list shows them."""
    return sorted(corpus.of(Kegiatan), key=lambda k: (k.tanggal, k.id.slug), reverse=True)


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the index, one page for each kind, and one for each activity, the newest first."""
    corpus = publication.corpus
    found = newest_first(corpus)
    counts = Counter[str](kegiatan.jenis for kegiatan in found)
    kinds = [jenis for jenis in JENIS_KEGIATAN if jenis in counts]
    yield Page(
        url=INDEX.url,
        title="Kegiatan",
        description=f"Kegiatan. {_LEAD}",
        section="kegiatan",
        template="jenis/kegiatan/daftar.html",
        context=DaftarKegiatan(
            _LEAD,
            tuple(
                Link(f"{JENIS_KEGIATAN[jenis]} ({format_bulat(counts[jenis])})", _kind_url(jenis))
                for jenis in kinds
            ),
            tuple(_years(found)),
        ),
        name=INDEX.label,
    )
    for jenis in kinds:
        yield _of_kind(jenis, [kegiatan for kegiatan in found if kegiatan.jenis == jenis])
    terms = terms_of(corpus)
    for position, kegiatan in enumerate(found):
        around = (
            *(Link(f"Sebelumnya: {k.judul}", url_of(k.id)) for k in found[position + 1 :][:1]),
            *(Link(f"Sesudahnya: {k.judul}", url_of(k.id)) for k in found[:position][-1:]),
        )
        yield _page(kegiatan, around, corpus, terms)


_LEAD = "Kegiatan PPID: rapat, kunjungan, pelatihan, dan evaluasi."


def _kind_url(jenis: str) -> str:
    return f"kegiatan/jenis/{jenis}/"


def _of_kind(jenis: str, found: list[Kegiatan]) -> Page:
    label = JENIS_KEGIATAN[jenis]
    title = f"Kegiatan: {label.lower()}"
    lead = f"{format_bulat(len(found))} kegiatan, yang terbaru lebih dulu."
    every = Link("Semua jenis", INDEX.url)
    return Page(
        url=_kind_url(jenis),
        title=title,
        description=f"{title}. {lead}",
        section="kegiatan",
        template="jenis/kegiatan/daftar.html",
        context=DaftarKegiatan(lead, (every,), tuple(_years(found))),
        crumbs=(INDEX,),
        name=label,
    )


def _years(found: list[Kegiatan]) -> Iterator[tuple[int, tuple[Kegiatan, ...]]]:
    for year, group in groupby(found, key=lambda kegiatan: kegiatan.tanggal.year):
        yield year, tuple(group)


def _page(kegiatan: Kegiatan, around: tuple[Link, ...], corpus: Corpus, terms: Terms) -> Page:
    url, jenis, day = url_of(kegiatan.id), kegiatan.jenis, format_tanggal(kegiatan.tanggal)
    place = f" di {kegiatan.tempat}" if kegiatan.tempat else ""
    lead = f"{JENIS_KEGIATAN[jenis]}, {day}{place}."
    profil = corpus.get(ProfilOpd, kegiatan.owner)
    opd = Cell(profil.nama, url_of(profil.id)) if profil else Cell(kegiatan.owner)
    facts = (
        fact("Tanggal", f"{HARI[kegiatan.tanggal.weekday()]}, {day}"),
        fact("Tempat", kegiatan.tempat),
        fact("Jenis", Cell(JENIS_KEGIATAN[jenis], _kind_url(jenis))),
        fact("Peserta", *(kegiatan.peserta or ("",))),
        fact("Dicatat oleh", opd),
        fact("Sumber", sourced(kegiatan.sumber)),
    )
    account = Section(
        "Uraian",
        html=print_story(kegiatan.isi, terms, "../" * url.count("/")),
        pictures=tuple(
            Picture(document_url(g.berkas, kegiatan.owner), g.alt, g.sumber)
            for g in kegiatan.gambar
        ),
        anchor="uraian",
    )
    links = tuple(filter(None, (_link_of(code, corpus) for code in kegiatan.terkait)))
    related = (Section("Yang terkait", links=links, anchor="terkait"),) if links else ()
    return body_page(
        Link(day, url),
        Body(lead, facts, (account, *related), neighbours=around),
        title=kegiatan.judul,
        description=brief(f"{kegiatan.judul}. {lead}"),
        section="kegiatan",
        crumbs=(INDEX,),
        facets=Facets("Kegiatan", tahun=str(kegiatan.tanggal.year)),
        sources=(kegiatan.path,),
    )


def _link_of(code: str, corpus: Corpus) -> Link | None:
    """Find what a code stands for: a regulation, an OPD, an activity, a law or another record."""
    if regulasi := corpus.get(Regulasi, slug=code):
        return Link(full_title(regulasi), url_of(regulasi.id))
    if profil := corpus.get(ProfilOpd, code):
        return Link(profil.nama, url_of(profil.id))
    if kegiatan := corpus.get(Kegiatan, slug=code):
        return Link(kegiatan.judul, url_of(kegiatan.id))
    if law := corpus.get(Peraturan, slug=slug_of(code)):
        return Link(f"{law.kode} tentang {law.tentang}", law_url(law))
    found = corpus.find_written(code)
    return Link(title_of(found), url_of(found.id)) if found and has_page(found.id) else None
