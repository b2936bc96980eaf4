"""The home page: search, the four doors, how to ask, and what is new."""

from collections.abc import Iterator
from dataclasses import dataclass

from ppid.assessing.assess import Glance, glance
from ppid.core.corpus import Corpus
from ppid.core.page import Page
from ppid.history.changes import ListChanges, newest_changes
from ppid.kinds import url_of
from ppid.kinds.badan import Badan
from ppid.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik
from ppid.kinds.kegiatan import Kegiatan
from ppid.kinds.wording import ARTI_KATEGORI, KATEGORI, format_bulat, format_tanggal
from ppid.publishing.pages.daftar import name_of
from ppid.publishing.pages.informasi import count_by_category
from ppid.publishing.publication import Publication

_NEWEST = 5


@dataclass(frozen=True, slots=True)
class Pintu:
    """A door to one category."""

    judul: str
    jumlah: int
    keterangan: str
    url: str


@dataclass(frozen=True, slots=True)
class Baru:
    """Something that is new, with its day in words."""

    judul: str
    url: str
    tanggal: str
    keterangan: str = ""
    contoh: bool = False


@dataclass(frozen=True, slots=True)
class Beranda:
    """What the template of the home page needs; `cakupan` says what the doors count."""

    kalimat: str
    pintu: tuple[Pintu, ...]
    cakupan: str
    contoh: bool
    kegiatan: tuple[Baru, ...]
    daftar: tuple[Baru, ...]
    kelengkapan: Glance | None
    contoh_pencarian: tuple[str, ...]


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the home page."""
    corpus = publication.corpus
    badan = next(iter(corpus.of(Badan)), None)
    body = badan.nama if badan else "badan publik ini"
    lists: list[Daftar] = [*corpus.of(DaftarPublik), *corpus.of(DaftarDikecualikan)]
    sentence = (
        f"Informasi apa yang ada di {body}, mana yang terbuka, mana yang dikecualikan dan sampai "
        "kapan, serta cara memintanya."
    )
    yield Page(
        url="",
        title="Beranda",
        description=sentence,
        section="beranda",
        template="halaman/beranda.html",
        context=Beranda(
            kalimat=sentence,
            pintu=tuple(_doors(corpus)),
            cakupan=_scope(lists),
            contoh=any(daftar.contoh for daftar in lists),
            kegiatan=tuple(_activities(corpus)),
            daftar=tuple(_lists(corpus)),
            kelengkapan=glance(corpus),
            contoh_pencarian=badan.contoh_pencarian if badan else (),
        ),
    )


def _scope(lists: list[Daftar]) -> str:
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


def _doors(corpus: Corpus) -> Iterator[Pintu]:
    for category, counted in count_by_category(corpus).items():
        label, meaning = KATEGORI[category], ARTI_KATEGORI[category]
        yield Pintu(label, counted.total(), meaning, f"informasi/{category}/")


def _activities(corpus: Corpus) -> Iterator[Baru]:
    newest = sorted(corpus.of(Kegiatan), key=lambda k: (k.tanggal, k.id.slug), reverse=True)
    for kegiatan in newest[:_NEWEST]:
        yield Baru(kegiatan.judul, url_of(kegiatan.id), format_tanggal(kegiatan.tanggal))


def _lists(corpus: Corpus) -> Iterator[Baru]:
    for entry in newest_changes(corpus, _NEWEST):
        daftar = entry.now
        title = f"{daftar.rows.upper()} {daftar.id.tahun}, {name_of(daftar.id.opd, corpus)}"
        day = format_tanggal(daftar.disampaikan) if daftar.disampaikan else ""
        url = f"{url_of(daftar.id)}#perubahan"
        yield Baru(title, url, day, _counted(entry), daftar.contoh)


def _counted(entry: ListChanges) -> str:
    """Say how many rows changed since the list before: “3 baru, 1 tidak tercantum lagi”."""
    counts = (
        (entry.added, "baru"),
        (entry.gone, "tidak tercantum lagi"),
        (entry.changed, "berubah"),
    )
    said = ", ".join(f"{format_bulat(count)} {words}" for count, words in counts if count)
    return f"{said} sejak {entry.before.id.tahun}"
