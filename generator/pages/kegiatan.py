"""The index of activities, and the page of each with its facts and its story."""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markupsafe import Markup

from generator.check import Checked
from generator.corpus import Corpus
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
    Picture,
    Section,
    Table,
    document_url,
    url_of,
)
from generator.pages.regulasi import short_title
from generator.wording import BERANDA, JENIS_KEGIATAN, brief, format_tanggal

INDEX = Link("Kegiatan", "kegiatan/")


def pages(checked: Checked) -> Iterator[Page]:
    """Give the index and one page for each activity, the newest first."""
    corpus = checked.corpus
    found = sorted(corpus.of(Kegiatan), key=lambda k: (k.tanggal, k.id.slug), reverse=True)
    yield _index(found)
    for position, kegiatan in enumerate(found):
        around = (*found[position + 1 : position + 2], *found[max(position - 1, 0) : position])
        yield _page(kegiatan, around, corpus)


def _index(found: list[Kegiatan]) -> Page:
    rows = [
        (
            Cell(k.judul, url_of(k.id)),
            Cell(format_tanggal(k.tanggal)),
            Cell(JENIS_KEGIATAN[k.jenis]),
            Cell(k.tempat),
        )
        for k in found
    ]
    columns = ("Kegiatan", "Tanggal", "Jenis", "Tempat")
    table = Table(f"{len(rows)} kegiatan", columns, rows, "Belum ada kegiatan yang diterbitkan.")
    lead = "Kegiatan PPID: rapat, kunjungan, pelatihan, dan evaluasi."
    return Page(
        url="kegiatan/",
        title="Kegiatan",
        description=lead,
        section="kegiatan",
        template="jenis/daftar.html",
        context=Body(lead, sections=(Section("", table=table),)),
        crumbs=(BERANDA,),
        name=INDEX.label,
    )


def _page(kegiatan: Kegiatan, around: tuple[Kegiatan, ...], corpus: Corpus) -> Page:
    place = f" di {kegiatan.tempat}" if kegiatan.tempat else ""
    lead = f"{JENIS_KEGIATAN[kegiatan.jenis]}, {format_tanggal(kegiatan.tanggal)}{place}."
    return Page(
        url=url_of(kegiatan.id),
        title=kegiatan.judul,
        description=brief(f"{kegiatan.judul}. {lead}"),
        section="kegiatan",
        template="jenis/rincian.html",
        context=Body(
            lead,
            _facts(kegiatan, corpus),
            (_account(kegiatan),),
            neighbours=tuple(Link(k.judul, url_of(k.id)) for k in around),
        ),
        crumbs=(BERANDA, INDEX),
        name=format_tanggal(kegiatan.tanggal),
        facets=Facets("Kegiatan", tahun=str(kegiatan.tanggal.year)),
        sources=(kegiatan.path,),
    )


def _account(kegiatan: Kegiatan) -> Section:
    pictures = tuple(
        Picture(document_url(g.berkas, kegiatan.owner), g.alt, g.sumber) for g in kegiatan.gambar
    )
    return Section("Uraian", html=_story(kegiatan), pictures=pictures, anchor="uraian")


def _story(kegiatan: Kegiatan) -> Markup:
    """Print the body with the parser that checked it; HTML would be shown as text (BRK-011)."""
    printer = MarkdownIt("commonmark", {"html": False}).enable("table")
    return Markup(printer.render(kegiatan.isi))  # noqa: S704 — without HTML, with safe links only


def _facts(kegiatan: Kegiatan, corpus: Corpus) -> tuple[Fact, ...]:
    related = tuple(filter(None, (_related(code, corpus) for code in kegiatan.terkait)))
    lists = (("Peserta", tuple(map(Cell, kegiatan.peserta))), ("Terkait", related))
    return (
        *(Fact(label, cells) for label, cells in lists if cells),
        Fact("Sumber", (Cell(kegiatan.sumber),)),
    )


def _related(code: str, corpus: Corpus) -> Cell | None:
    """Find what a code stands for: a regulation, an OPD or another activity."""
    regulasi = corpus.get(Regulasi, slug=code)
    if regulasi:
        return Cell(short_title(regulasi), url_of(regulasi.id))
    profil = corpus.get(ProfilOpd, code)
    if profil:
        return Cell(profil.nama, url_of(profil.id))
    kegiatan = corpus.get(Kegiatan, slug=code)
    return Cell(kegiatan.judul, url_of(kegiatan.id)) if kegiatan else None
