"""The home page: search, the four doors, how to ask, and what is new."""

from collections.abc import Iterator
from dataclasses import dataclass

from ppid.assessing.assess import Overview, overview_of
from ppid.core.page import Link, Page
from ppid.history.events import Event
from ppid.kinds import url_of
from ppid.kinds.wording import ARTI_KATEGORI, KATEGORI
from ppid.publishing.page_parts import Entri
from ppid.publishing.pages.informasi import RowsByYear, rows_by_category
from ppid.publishing.pages.kegiatan import newest_first
from ppid.publishing.publication import Publication
from ppid.publishing.topics import A_TO_Z, TOPICS
from ppid.values.dates import format_tanggal

_NEWEST = 5


@dataclass(frozen=True, slots=True)
class Pintu:
    """A door to one category."""

    judul: str
    jumlah: int
    keterangan: str
    url: str


@dataclass(frozen=True, slots=True)
class Beranda:
    """What the template of the home page needs; the doors count the lists of `tahun`."""

    kalimat: str
    pintu: tuple[Pintu, ...]
    tahun: int | None
    contoh: bool
    kegiatan: tuple[Entri, ...]
    daftar: tuple[Entri, ...]
    kelengkapan: Overview | None
    contoh_pencarian: tuple[str, ...]
    topik: tuple[Link, ...]


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the home page."""
    corpus, badan = publication.corpus, publication.badan
    sentence = (
        f"Informasi apa yang ada di {badan.nama if badan else 'badan publik ini'}, mana yang "
        "terbuka, mana yang dikecualikan dan sampai kapan, serta cara memintanya."
    )
    newest = max((daftar.id.tahun for daftar in publication.lists), default=None)
    doors = tuple(
        _door(category, by_year, newest)
        for category, by_year in rows_by_category(publication).items()
    )
    activities = tuple(
        Entri(kegiatan.judul, url_of(kegiatan.id), tanggal=format_tanggal(kegiatan.tanggal))
        for kegiatan in newest_first(corpus)[:_NEWEST]
    )
    changed = [event for event in publication.events if event.groups and not event.mends]
    yield Page(
        url="",
        title="Beranda",
        description=sentence,
        section="beranda",
        template="halaman/beranda.html",
        context=Beranda(
            kalimat=sentence,
            pintu=doors,
            tahun=newest,
            contoh=any(daftar.contoh for daftar in publication.lists),
            kegiatan=activities,
            daftar=tuple(_changed(event, publication) for event in changed[:_NEWEST]),
            kelengkapan=overview_of(publication.completeness),
            contoh_pencarian=badan.contoh_pencarian if badan else (),
            topik=(*(topik.link for topik in TOPICS), A_TO_Z),
        ),
    )


def _door(category: str, by_year: RowsByYear, newest: int | None) -> Pintu:
    """Count the newest year; what the number counts is one click away, and the years before."""
    rows = by_year.get(newest, []) if newest else []
    url = f"informasi/{category}/{newest}/" if rows else f"informasi/{category}/"
    return Pintu(KATEGORI[category], len(rows), ARTI_KATEGORI[category], url)


def _changed(event: Event, publication: Publication) -> Entri:
    """Say how many rows changed since the list before: “3 informasi baru, …”."""
    return Entri(
        judul=f"{event.tautan.label}, {publication.name_of(event.opd)}",
        url=f"{event.tautan.url}#perubahan",
        tanggal=format_tanggal(event.day) if event.day else "",
        keterangan=event.kalimat.rstrip("."),
        contoh=event.contoh,
    )
