"""“Serahkan daftar”: how an OPD hands in DIP and DIK with Excel and a browser, one page each."""

from collections.abc import Iterator
from dataclasses import dataclass

from ppid.checking.rules.freshness import day_of_year
from ppid.checking.submissions import FOLDER
from ppid.core.page import Cell, Download, Fact, Link, Page
from ppid.handing_in.template.prepared import collecting_year, template_links
from ppid.kinds import url_of
from ppid.kinds.badan import Badan
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.wording import BERANDA, format_tanggal
from ppid.publishing.items.recipients import Recipient, ppid_utama
from ppid.publishing.pages.daftar import INDEX, downloads_of
from ppid.publishing.pages.opd.handing_in import handing_in_link
from ppid.publishing.pages.opd.lists import LISTS
from ppid.publishing.publication import Publication

_OPEN_TO_ALL = (
    "Kiriman dan lampirannya langsung terlihat oleh umum. Jangan memuat dokumen yang dikecualikan, "
    "NIK, nomor rekening, atau data pribadi lain. Cukup jabatan, tanpa nama orang."
)


@dataclass(frozen=True, slots=True)
class HandingIn:
    """What the page says; `tahun` is the year that is being collected.

    `templates` are workbooks to fill in and `previous` the newest lists as they were handed in;
    either may be empty. `kepada` is whom to write to where nothing can be sent through the host.
    """

    lead: str
    warnings: tuple[str, ...]
    opd: str
    nama: str
    folder: str
    tahun: int
    facts: tuple[Fact, ...]
    templates: tuple[Link, ...]
    previous: tuple[Download, ...]
    kepada: Recipient
    contoh: bool


def pages(publication: Publication) -> Iterator[Page]:
    """Yield a page for each OPD that exists today."""
    corpus = publication.corpus
    for profil in corpus.of(ProfilOpd):
        if profil.masih_aktif(corpus.today):
            yield _page(profil, publication)


def _page(profil: ProfilOpd, publication: Publication) -> Page:
    corpus = publication.corpus
    opd, badan = profil.id.opd, corpus.get(Badan)
    link = handing_in_link(opd)
    lead = (
        f"DIP dan DIK {profil.nama} diserahkan sebagai buku kerja. Cukup Excel dan peramban; tidak "
        "ada yang perlu dipasang."
    )
    utama = ppid_utama(badan, corpus)
    contoh = badan is not None and badan.contoh
    tahun = collecting_year(corpus)
    return Page(
        url=link.url,
        title=f"Serahkan daftar {profil.nama}",
        description=lead,
        section="opd",
        template="halaman/serahkan.html",
        context=HandingIn(
            lead=lead,
            warnings=(_OPEN_TO_ALL,),
            opd=opd,
            nama=profil.nama,
            folder=f"data/opd/{opd}/{FOLDER}",
            tahun=tahun,
            facts=tuple(_facts(opd, tahun, utama, badan)),
            templates=template_links(opd, corpus),
            previous=_previous(opd, publication),
            kepada=Recipient(utama.nama, "" if contoh else utama.surel),
            contoh=contoh,
        ),
        crumbs=(BERANDA, INDEX, _back(profil)),
        name=link.label,
        contoh=contoh,
    )


def _back(profil: ProfilOpd) -> Link:
    return Link(profil.nama, url_of(profil.id))


def _facts(opd: str, tahun: int, utama: Recipient, badan: Badan | None) -> Iterator[Fact]:
    if badan is not None:
        mark = " (contoh)" if badan.contoh else ""
        limits = badan.batas_penyampaian
        for name, day in (("DIP", limits.dip), ("DIK", limits.dik)):
            until = f"{format_tanggal(day_of_year(tahun, day))}{mark}"
            yield Fact(f"Batas waktu {name} {tahun}", (Cell(until),))
    yield Fact("Nama folder", (Cell(opd),))
    yield Fact("Dibaca oleh", (Cell(utama.nama),))


def _previous(opd: str, publication: Publication) -> tuple[Download, ...]:
    """Return the newest list of each kind that has rows, to begin with what is known."""
    found: list[Download] = []
    for model in LISTS:
        lists = sorted(publication.corpus.owned_by(model, opd), key=lambda daftar: -daftar.id.tahun)
        found += next(filter(None, (downloads_of(daftar.id, publication) for daftar in lists)), ())
    return tuple(found)
