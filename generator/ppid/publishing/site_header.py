"""What stands on every page: who publishes, who answers today, and from which data it was made."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from ppid.checking.check import Checked
from ppid.core.page import Link
from ppid.core.project_files import PACKAGE
from ppid.kinds.badan import Badan
from ppid.kinds.fields import Kanal
from ppid.publishing.page_parts import channel_url, doubt, phone_url
from ppid.values.dates import format_tanggal


@dataclass(frozen=True, slots=True)
class Bagian:
    """An entry of the header."""

    nama: str
    judul: str
    alamat: str


SECTIONS = (
    Bagian("informasi", "Informasi", "informasi/"),
    Bagian("opd", "Perangkat Daerah", "opd/"),
    Bagian("regulasi", "Regulasi", "regulasi/"),
    Bagian("layanan", "Layanan", "layanan/"),
    Bagian("kelengkapan", "Kelengkapan", "kelengkapan/"),
)
HOME = "beranda"
ENGLISH = "english"

FRAMES = (
    *(entry.nama for entry in SECTIONS),
    *("mutu-data", "kegiatan", "tentang", "periksa", HOME, ENGLISH),
)
"""The names of the frames: one for each section of the header, and six that are not in it."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """The facts of the body that the frame prints.

    `kanal` are the channels valid today, then those of which only a mention is known, each with the
    address that a touch opens, if there is one. `ragu` says of each address in doubt why it is.
    """

    nama: str
    singkatan: str
    alamat: str
    surel: str
    telepon: tuple[Link, ...]
    kanal: tuple[tuple[Kanal, str], ...]
    ragu: Mapping[str, str]
    ppid_utama: str
    lisensi: str
    contoh: bool


@dataclass(frozen=True, slots=True)
class DataState:
    """Of which day and which state of the data a site is made; `id` as in `data_id`.

    Apart from `Imprint`, since the frame alone says it: every page would be another with each
    change of the data.
    """

    tanggal: str
    id: str

    @classmethod
    def of(cls, checked: Checked) -> Self:
        """Return the state of what was checked."""
        return cls(format_tanggal(checked.corpus.today), data_id(checked))


def imprint_of(checked: Checked) -> Imprint:
    """Gather what every page says of the body. Raises LookupError when there is no body."""
    corpus = checked.corpus
    badan = corpus.get(Badan)
    if badan is None:
        message = "badan.yml tidak terbaca"
        raise LookupError(message)
    masa = badan.ppid_utama_pada(corpus.today)
    doubts = {each: doubt(each, badan, corpus) for each in (badan.surel, *badan.telepon)}
    known = (kanal for kanal in badan.kanal if kanal.mungkin_berlaku(corpus.today))
    return Imprint(
        nama=badan.nama,
        singkatan=badan.singkatan,
        alamat=badan.alamat,
        surel=badan.surel,
        telepon=tuple(Link(number, phone_url(number)) for number in badan.telepon),
        kanal=tuple((k, channel_url(k)) for k in sorted(known, key=lambda k: k.belum_dipastikan)),
        ragu={address: words for address, words in doubts.items() if words},
        ppid_utama=masa.jabatan if masa else "",
        lisensi=badan.lisensi,
        contoh=badan.contoh,
    )


def data_id(checked: Checked) -> str:
    """Return eight hexadecimal digits that change whenever `data/` or the national law changes."""
    digest = hashlib.sha256()
    for path in sorted(checked.texts):
        if path.startswith(("data/", PACKAGE)):
            digest.update(f"{path}\0{checked.texts[path].text}\0".encode(errors="surrogatepass"))
    return digest.hexdigest()[:8]
