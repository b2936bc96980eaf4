"""“Periksa daftar”: the intake at the clerk's desk, in the browser; one page, and one each OPD."""

from collections.abc import Iterator
from dataclasses import dataclass

from ppid.core.page import Link, Page
from ppid.handing_in.intake.parcel import MOST_BYTES_PACKED
from ppid.handing_in.template.prepared import collecting_year
from ppid.kinds import url_of
from ppid.kinds.opd import ProfilOpd
from ppid.publishing.checker.offer import (
    CHECKER,
    COMMON,
    ROUND,
    Engine,
    checker_url,
    reference_url,
)
from ppid.publishing.items.letters import Recipient, ppid_utama, to_nobody
from ppid.publishing.pages.daftar import INDEX
from ppid.publishing.pages.opd import handing_in_link
from ppid.publishing.publication import Publication
from ppid.reading.documents.opening import TOO_LARGE
from ppid.values.numbers import format_bulat

TITLE = "Periksa daftar"
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class OfferedOpd:
    """An OPD whose lists can be checked: its folder, its name, and what it is held against."""

    folder: str
    nama: str
    acuan: str
    serahkan: str


@dataclass(frozen=True, slots=True)
class Checking:
    """What the page says; `megabita` is loaded once, on a click.

    A file of more than `terbesar` bytes is not even read: behind its size stands `terlalu_besar`.
    `putaran` is what worksheets are held against; empty where no year was judged yet.
    """

    lead: str
    warnings: tuple[str, ...]
    mesin: str
    acuan: str
    putaran: str
    megabita: str
    terbesar: int
    terlalu_besar: str
    tahun: int
    opd: tuple[OfferedOpd, ...]
    sendiri: str
    kepada: Recipient
    contoh: bool


def has_checker(opd: str, publication: Publication) -> bool:
    """Tell whether an OPD has a page of its own."""
    profil = publication.corpus.get(ProfilOpd, opd)
    exists = profil is not None and profil.masih_aktif(publication.corpus.today)
    return exists and publication.checker is not None


def offers_rounds(publication: Publication) -> bool:
    """Tell whether worksheets can be checked: marks and objections are of what was judged."""
    return publication.checker is not None and bool(publication.completeness.years)


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the page for all OPDs, where the checker is at hand."""
    corpus = publication.corpus
    profiles = [each for each in corpus.of(ProfilOpd) if each.masih_aktif(corpus.today)]
    if profiles and publication.checker:
        yield _page(profiles, publication.checker, publication)


def pages_of_opd(opd: str, publication: Publication) -> Iterator[Page]:
    """Yield the page of an OPD, with its lists chosen."""
    profil = publication.corpus.get(ProfilOpd, opd)
    if profil and publication.checker and has_checker(opd, publication):
        yield _page([profil], publication.checker, publication, opd)


def _page(
    profiles: list[ProfilOpd], engine: Engine, publication: Publication, own: str = ""
) -> Page:
    utama = ppid_utama(publication.corpus)
    lead = (
        "Daftar diperiksa di peramban ini, dengan aturan yang sama seperti di tempat PPID Utama. "
        "Berkasnya tidak dikirim ke mana pun."
    )
    offered = tuple(
        OfferedOpd(
            folder=each.id.opd,
            nama=each.nama,
            acuan=reference_url(each.id.opd),
            serahkan=handing_in_link(each.id.opd).url,
        )
        for each in sorted(profiles, key=lambda each: each.nama)
    )
    crumbs = (INDEX, *((Link(profiles[0].nama, url_of(profiles[0].id)),) if own else ()))
    return Page(
        url=checker_url(own) if own else CHECKER,
        title=f"{TITLE} {profiles[0].nama}" if own else TITLE,
        description=lead,
        section="periksa",
        template="halaman/periksa.html",
        context=Checking(
            lead=lead,
            warnings=(),
            mesin=engine.address,
            acuan=COMMON,
            putaran=ROUND if offers_rounds(publication) else "",
            megabita=format_bulat(-(-engine.size // _MEGABYTE)),
            terbesar=MOST_BYTES_PACKED,
            terlalu_besar=" ".join(TOO_LARGE),
            tahun=collecting_year(publication.corpus),
            opd=offered,
            sendiri=own,
            kepada=to_nobody(utama) if publication.contoh else utama,
            contoh=publication.contoh,
        ),
        crumbs=crumbs,
        name=TITLE,
    )
