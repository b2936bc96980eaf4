"""“Serahkan daftar”: how an OPD hands in DIP and DIK with Excel and a browser, one page each."""

from collections.abc import Iterator
from dataclasses import dataclass

from ppid.checking.rules.timeliness import day_of_year
from ppid.checking.submissions import FOLDER
from ppid.core.page import Download, Fact, Link, Page
from ppid.handing_in.template.prepared import collecting_year, template_links
from ppid.kinds import url_of
from ppid.kinds.opd import ProfilOpd
from ppid.publishing.checker.offer import checker_url
from ppid.publishing.items.letters import Recipient, ppid_utama, to_nobody
from ppid.publishing.page_parts import fact
from ppid.publishing.pages.daftar import INDEX, LISTS, downloads_of
from ppid.publishing.pages.opd import handing_in_link
from ppid.publishing.publication import Publication
from ppid.values.dates import format_tanggal

_OPEN_TO_ALL = (
    "Kiriman dan lampirannya langsung terlihat oleh umum. Jangan memuat dokumen yang dikecualikan, "
    "NIK, nomor rekening, atau data pribadi lain. Cukup jabatan, tanpa nama orang."
)


@dataclass(frozen=True, slots=True)
class HandingIn:
    """What the page says; `tahun` is the year that is being collected.

    `templates` are workbooks to fill in and `previous` the newest lists as they were handed in;
    either may be empty. `kepada` is whom to write to where nothing can be sent through the host.
    `periksa` is where a list can be checked before, empty where that is not offered.
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
    periksa: str
    contoh: bool


def pages(publication: Publication) -> Iterator[Page]:
    """Yield a page for each OPD that exists today."""
    corpus = publication.corpus
    for profil in corpus.of(ProfilOpd):
        if profil.masih_aktif(corpus.today):
            yield _page(profil, publication)


def _page(profil: ProfilOpd, publication: Publication) -> Page:
    opd, corpus, contoh = profil.id.opd, publication.corpus, publication.contoh
    link, utama = handing_in_link(opd), ppid_utama(corpus)
    lead = (
        f"DIP dan DIK {profil.nama} diserahkan sebagai buku kerja. Cukup Excel dan peramban; tidak "
        "ada yang perlu dipasang."
    )
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
            tahun=collecting_year(corpus),
            facts=tuple(_facts(opd, utama, publication)),
            templates=template_links(opd, corpus),
            previous=tuple(_previous(opd, publication)),
            kepada=to_nobody(utama) if contoh else utama,
            periksa=checker_url(opd) if publication.checker else "",
            contoh=contoh,
        ),
        crumbs=(INDEX, Link(profil.nama, url_of(profil.id))),
        name=link.label,
        contoh=contoh,
    )


def _facts(opd: str, utama: Recipient, publication: Publication) -> Iterator[Fact]:
    badan, tahun = publication.badan, collecting_year(publication.corpus)
    if badan is not None:
        mark = " (contoh)" if badan.contoh else ""
        limits = badan.batas_penyampaian
        for name, day in (("DIP", limits.dip), ("DIK", limits.dik)):
            until = f"{format_tanggal(day_of_year(tahun, day))}{mark}"
            yield fact(f"Batas waktu {name} {tahun}", until)
    yield fact("Nama folder", opd)
    yield fact("Dibaca oleh", utama.nama)


def _previous(opd: str, publication: Publication) -> Iterator[Download]:
    """Yield the newest list of each kind that has rows, to begin with what is known."""
    for model in LISTS:
        lists = sorted(publication.corpus.owned_by(model, opd), key=lambda daftar: -daftar.id.tahun)
        found = (downloads_of(daftar.id, publication) for daftar in lists)
        yield from next(filter(None, found), ())
