"""The home page: search, the four doors, how to ask, and what is new."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.check import Checked
from generator.corpus import Corpus
from generator.kinds.badan import Badan
from generator.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik
from generator.kinds.kegiatan import Kegiatan
from generator.page import Link, Page, url_of
from generator.pages.daftar import count_rows, name_of
from generator.pages.informasi import count_by_category
from generator.wording import ARTI_KATEGORI, KATEGORI, format_bulat, format_tanggal

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
    """What the template of the home page needs."""

    kalimat: str
    pintu: tuple[Pintu, ...]
    kegiatan: tuple[Baru, ...]
    daftar: tuple[Baru, ...]
    tautan: tuple[Link, ...]
    contoh_pencarian: tuple[str, ...]


def pages(checked: Checked) -> Iterator[Page]:
    """Give the home page."""
    corpus = checked.corpus
    badan = next(iter(corpus.of(Badan)), None)
    body = badan.nama if badan else "badan publik ini"
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
            sentence,
            tuple(_doors(corpus)),
            tuple(_activities(corpus)),
            tuple(_lists(corpus)),
            (
                Link("Perangkat daerah", "opd/"),
                Link("Alasan pengecualian", "tentang/alasan-pengecualian/"),
                Link("Hasil penilaian Komisi Informasi", "tentang/penilaian/"),
                Link("Panduan", "panduan/"),
            ),
            badan.contoh_pencarian if badan else (),
        ),
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
    lists: list[Daftar] = [*corpus.of(DaftarPublik), *corpus.of(DaftarDikecualikan)]
    lists.sort(key=lambda d: (d.disampaikan or date.min, d.id), reverse=True)
    for daftar in lists[:_NEWEST]:
        title = f"{daftar.rows.upper()} {daftar.id.tahun}, {name_of(daftar.id.opd, corpus)}"
        day = format_tanggal(daftar.disampaikan) if daftar.disampaikan else ""
        size = "nihil" if daftar.nihil else f"{format_bulat(count_rows(daftar, corpus))} informasi"
        yield Baru(title, url_of(daftar.id), day, size, daftar.contoh)
