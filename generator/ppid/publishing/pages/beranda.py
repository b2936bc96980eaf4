"""The home page: search, the four doors, how to ask, and what is new."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ppid.assessing.assess import Overview, overview_of
from ppid.core.page import Page
from ppid.history.changes import ListChanges, newest_changes
from ppid.kinds import url_of
from ppid.kinds.daftar import Daftar
from ppid.kinds.wording import ARTI_KATEGORI, KATEGORI
from ppid.publishing.page_parts import Entri
from ppid.publishing.pages.informasi import rows_by_category
from ppid.publishing.pages.kegiatan import newest_first
from ppid.publishing.publication import Publication
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat

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
    """What the template of the home page needs; `cakupan` says what the doors count."""

    kalimat: str
    pintu: tuple[Pintu, ...]
    cakupan: str
    contoh: bool
    kegiatan: tuple[Entri, ...]
    daftar: tuple[Entri, ...]
    kelengkapan: Overview | None
    contoh_pencarian: tuple[str, ...]


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the home page."""
    corpus, badan = publication.corpus, publication.badan
    sentence = (
        f"Informasi apa yang ada di {badan.nama if badan else 'badan publik ini'}, mana yang "
        "terbuka, mana yang dikecualikan dan sampai kapan, serta cara memintanya."
    )
    doors = tuple(
        Pintu(
            KATEGORI[category],
            sum(map(len, by_year.values())),
            ARTI_KATEGORI[category],
            f"informasi/{category}/",
        )
        for category, by_year in rows_by_category(publication).items()
    )
    activities = tuple(
        Entri(kegiatan.judul, url_of(kegiatan.id), tanggal=format_tanggal(kegiatan.tanggal))
        for kegiatan in newest_first(corpus)[:_NEWEST]
    )
    changed = newest_changes(corpus, _NEWEST)
    yield Page(
        url="",
        title="Beranda",
        description=sentence,
        section="beranda",
        template="halaman/beranda.html",
        context=Beranda(
            kalimat=sentence,
            pintu=doors,
            cakupan=_scope(publication.lists),
            contoh=any(daftar.contoh for daftar in publication.lists),
            kegiatan=activities,
            daftar=tuple(_changed(entry, publication) for entry in changed),
            kelengkapan=overview_of(publication.completeness),
            contoh_pencarian=badan.contoh_pencarian if badan else (),
        ),
    )


def _scope(lists: Sequence[Daftar]) -> str:
    """Say what the numbers of the doors count."""
    if not lists:
        return ""
    years = [daftar.id.tahun for daftar in lists]
    first, last = min(years), max(years)
    if first == last:
        return f"Dihitung dari daftar tahun {last}."
    return (
        f"Dihitung dari semua daftar tahun {first} sampai {last}; informasi yang tercantum pada "
        "beberapa tahun dihitung sekali tiap tahun."
    )


def _changed(entry: ListChanges, publication: Publication) -> Entri:
    """Say how many rows changed since the list before: “3 baru, 1 tidak tercantum lagi”."""
    daftar = entry.now
    counts = (
        (entry.added, "baru"),
        (entry.gone, "tidak tercantum lagi"),
        (entry.changed, "berubah"),
    )
    said = ", ".join(f"{format_bulat(count)} {words}" for count, words in counts if count)
    name = publication.name_of(daftar.id.opd)
    return Entri(
        judul=f"{daftar.rows.upper()} {daftar.id.tahun}, {name}",
        url=f"{url_of(daftar.id)}#perubahan",
        tanggal=format_tanggal(daftar.disampaikan) if daftar.disampaikan else "",
        keterangan=f"{said} sejak {entry.before.id.tahun}",
        contoh=daftar.contoh,
    )
