"""The two pages on which a citizen acts: to ask for information, and to object to an answer.

What to do stands first, with a letter that is ready to be filled in; the law is folded below.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ppid.core.corpus import Corpus
from ppid.core.page import Cell, Fact, Page, Section, Table
from ppid.kinds import url_of
from ppid.kinds.acuan.alasan import Alasan
from ppid.kinds.acuan.prosedur import Prosedur
from ppid.kinds.badan import Badan
from ppid.kinds.opd import ProfilOpd
from ppid.publishing.items import letters
from ppid.publishing.page_parts import brief, fact, map_url, table_of, ways_to
from ppid.publishing.pages.layanan import ACTED, CRUMBS, sections_of
from ppid.publishing.papers.of_lists import Printed
from ppid.publishing.publication import Publication


@dataclass(frozen=True, slots=True)
class Acting:
    """What the template needs: the letter with whom it goes to, its form, and the law behind it.

    `langsung` are the OPDs that answer requests by themselves; `alasan` the grounds of refusals,
    with how to object to each.
    """

    lead: str
    surat: letters.Letter
    formulir: Printed | None
    tujuan: tuple[Fact, ...]
    langsung: Table | None
    alasan: tuple[Alasan, ...]
    ketentuan: tuple[Section, ...]


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the page of each procedure that a citizen begins with a letter."""
    corpus = publication.corpus
    forms = {printed.paper.name: printed for printed in publication.service_papers}
    known = {prosedur.kode: prosedur for prosedur in corpus.of(Prosedur)}
    for kode in ACTED:
        if prosedur := known.get(kode):
            asks = kode == "permohonan"
            form = forms.get("formulir-permintaan" if asks else "formulir-keberatan")
            yield _page(prosedur, form, corpus, asks=asks)


def _page(prosedur: Prosedur, form: Printed | None, corpus: Corpus, *, asks: bool) -> Page:
    to = letters.ppid_utama(corpus) if asks else letters.superior_of_ppid(corpus)
    write = letters.open_request if asks else letters.open_objection
    context = Acting(
        lead=prosedur.ringkasan,
        surat=write(to),
        formulir=form,
        tujuan=tuple(_destination(to, corpus)),
        langsung=_direct(corpus) if asks else None,
        alasan=() if asks else tuple(corpus.of(Alasan)),
        ketentuan=sections_of(prosedur, corpus),
    )
    return Page(
        url=prosedur.alamat,
        title=prosedur.judul,
        description=brief(prosedur.ringkasan),
        section="layanan",
        template=f"halaman/{'minta' if asks else 'keberatan'}.html",
        context=context,
        crumbs=CRUMBS,
        name=prosedur.judul,
        sources=(prosedur.path,),
    )


def _destination(to: letters.Recipient, corpus: Corpus) -> Iterator[Fact]:
    """Yield where a letter goes: to whom, and every way there that is on file."""
    badan = corpus.get(Badan)
    yield fact("Kepada", to.nama)
    if badan is None:
        return
    ways = {way.label: way.cells for way in ways_to(badan, corpus) if way.cells}
    if "Surel" in ways:
        yield Fact("Surel", ways["Surel"])
    if "Alamat" in ways:
        on_map = Cell("Cari di peta", map_url(badan.alamat))
        yield Fact("Datang langsung", (*ways["Alamat"], on_map))
    if "Telepon" in ways:
        yield Fact("Telepon", ways["Telepon"])


def _direct(corpus: Corpus) -> Table | None:
    """Return the OPDs with a mail of their own that answer requests by themselves."""
    found = []
    for profil in sorted(corpus.of(ProfilOpd), key=lambda profil: profil.nama):
        to = letters.ppid_pelaksana(profil, corpus)
        if to and profil.surel:
            found.append((profil, to))
    if not found:
        return None
    doubted = any(to.ragu for _, to in found)
    return table_of(
        f"{len(found)} perangkat daerah yang surelnya tercatat",
        found,
        {
            "Perangkat daerah": lambda one: Cell(one[0].nama, url_of(one[0].id)),
            "Surel": lambda one: Cell(one[1].surel, _request_to(*one).mailto()),
            **({"Keterangan": lambda one: one[1].ragu or "–"} if doubted else {}),
        },
    )


def _request_to(profil: ProfilOpd, to: letters.Recipient) -> letters.Letter:
    return letters.open_request(to, profil.nama)
