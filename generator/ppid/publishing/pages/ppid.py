"""Who is PPID: the structure with its duties, and PPID Utama over time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from ppid.core.corpus import Corpus
from ppid.core.page import Cell, Figure, Link, Page, Quote
from ppid.kinds import url_of
from ppid.kinds.acuan.peraturan import Peraturan, slug_of
from ppid.kinds.badan import Badan, MasaPpidUtama
from ppid.kinds.regulasi import Regulasi
from ppid.kinds.wording import BERANDA, format_bulat, format_tanggal
from ppid.publishing.diagram import Box, Words, tree
from ppid.publishing.pages.daftar import name_of
from ppid.publishing.pages.ppid_pelaksana import ABOUT, OFFICERS, PPID, active
from ppid.publishing.publication import Publication
from ppid.publishing.regulations import code_of, law_url

_LAW = "PerKI 1/2021"
_LETTERS = "abcdefghij"


@dataclass(frozen=True, slots=True)
class Peran:
    """A role of the law: what it is for in our words, who holds it here, and the law itself.

    `tugas` are the duties letter by letter, under the words of `pembuka`.
    """

    nama: str
    anchor: str
    ringkas: str
    pemegang: Cell
    level: int
    kutipan: tuple[Quote, ...] = ()
    alamat_tugas: str = ""
    pembuka: str = ""
    tugas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Peristiwa:
    """An entry of a time line: when, and sentences of words and links."""

    waktu: str
    kalimat: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class IsiPpid:
    """The page on PPID; `peran` stand in the order of the tree, `hukum` leads to the law."""

    lead: str
    gambar: Figure
    peran: tuple[Peran, ...]
    sebutan: tuple[Peristiwa, ...]
    riwayat: tuple[Peristiwa, ...]
    pelaksana: Link
    hukum: Link | None


@dataclass(frozen=True, slots=True)
class _Role:
    """A role as PerKI 1/2021 knows it: who may hold it, what it answers for, its duties."""

    nama: str
    anchor: str
    level: int
    ringkas: str
    dijabat: str
    bertanggung_jawab: str
    bertugas: str = ""


_ROLES = (
    _Role(
        "Atasan PPID",
        "atasan",
        0,
        "Menunjuk PPID dan PPID Pelaksana, menentukan arah layanan, menyelesaikan keberatan, dan "
        "mewakili badan publik dalam sengketa informasi.",
        "Pasal 6 ayat (2)",
        "Pasal 7 ayat (1)",
        "Pasal 8 ayat (1)",
    ),
    _Role(
        "PPID Utama",
        "utama",
        1,
        "Menjalankan layanan, menguji akibatnya sebelum informasi dikecualikan, memelihara Daftar "
        "Informasi Publik, dan membina PPID Pelaksana. Peraturan menyebutnya PPID saja.",
        "Pasal 6 ayat (3)",
        "Pasal 7 ayat (2)",
        "Pasal 10 ayat (1)",
    ),
    _Role(
        "PPID Pelaksana",
        "pelaksana",
        2,
        "Membantu PPID Utama di perangkat daerahnya: mengumpulkan dokumen, ikut memeriksanya, dan "
        "ikut memutakhirkan daftar.",
        "Pasal 6 ayat (4)",
        "Pasal 7 ayat (3)",
        "Pasal 12 ayat (1)",
    ),
    _Role(
        "Petugas Pelayanan Informasi",
        "petugas",
        2,
        "Menyiapkan yang diperlukan PPID untuk menyimpan, menyediakan, dan melayani informasi.",
        "Pasal 6 ayat (6)",
        "Pasal 7 ayat (5)",
    ),
    _Role(
        "Tim Pertimbangan",
        "tim",
        1,
        "Membantu merumuskan pertimbangan tertulis, Daftar Informasi Publik, dan informasi yang "
        "dikecualikan.",
        "Pasal 6 ayat (5)",
        "Pasal 7 ayat (4)",
    ),
)


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the page on PPID."""
    yield _ppid(publication.corpus)


def _ppid(corpus: Corpus) -> Page:
    badan = next(iter(corpus.of(Badan)), None)
    lead = "Siapa yang mengelola informasi publik, apa tugasnya, dan siapa yang menjabatnya."
    roles = tuple(_peran(role, badan, corpus) for role in _ROLES)
    return Page(
        url=PPID.url,
        title=PPID.label,
        description=lead,
        section="tentang",
        template="jenis/tentang/ppid.html",
        context=IsiPpid(
            lead=lead,
            gambar=_drawing(roles),
            peran=roles,
            sebutan=tuple(_names(badan)) if badan else (),
            riwayat=tuple(_history(badan, corpus)) if badan else (),
            pelaksana=OFFICERS,
            hukum=Link(_LAW, law_url(law)) if (law := _law(corpus)) else None,
        ),
        crumbs=(BERANDA, ABOUT),
        name="PPID",
        sources=(badan.path,) if badan else (),
    )


def _drawing(roles: tuple[Peran, ...]) -> Figure:
    boxes = [Box((role.nama, role.pemegang.text), level=role.level) for role in roles]
    said = (
        "Atasan PPID menunjuk PPID Utama, PPID Pelaksana, Petugas Pelayanan Informasi, dan Tim "
        "Pertimbangan. PPID Utama membina PPID Pelaksana dan Petugas Pelayanan Informasi."
    )
    return tree(boxes, Words("Susunan PPID", said))


def _peran(role: _Role, badan: Badan | None, corpus: Corpus) -> Peran:
    law = _law(corpus)
    quotes = (
        Quote(f"{_LAW} {place}", words)
        for place in (role.dijabat, role.bertanggung_jawab)
        if law and (words := law.quote(place))
    )
    duties = (law.quote(f"{role.bertugas} huruf {x}") for x in _LETTERS) if law else ()
    return Peran(
        role.nama,
        role.anchor,
        role.ringkas,
        _holder(role, badan, corpus),
        role.level,
        tuple(quotes),
        f"{_LAW} {role.bertugas}",
        law.quote(role.bertugas) if law and role.bertugas else "",
        tuple(filter(None, duties)),
    )


def _law(corpus: Corpus) -> Peraturan | None:
    return corpus.get(Peraturan, slug=slug_of(_LAW))


def _holder(role: _Role, badan: Badan | None, corpus: Corpus) -> Cell:
    """Say who holds a role in this body today."""
    if role.anchor == "atasan" and badan and badan.atasan_ppid:
        return Cell(badan.atasan_ppid.jabatan)
    masa = badan.ppid_utama_on(corpus.today) if badan else None
    if role.anchor == "utama" and masa:
        return Cell(masa.jabatan, f"opd/{masa.opd}/")
    if role.anchor == "pelaksana":
        number = sum(1 for profil in active(corpus) if profil.ppid_pelaksana)
        return Cell(f"pejabat di {format_bulat(number)} perangkat daerah", OFFICERS.url)
    return Cell("belum diketahui")


def _names(badan: Badan) -> Iterator[Peristiwa]:
    for one in badan.sebutan_ppid_pelaksana:
        yield Peristiwa(f"Tercatat sejak {_since(one.mulai)}", ((Cell(one.sebutan),),))


def _since(day: date) -> str:
    """Write the first day; of 1 January, which stands in for an unknown day, only the year."""
    return str(day.year) if (day.month, day.day) == (1, 1) else format_tanggal(day)


def _history(badan: Badan, corpus: Corpus) -> Iterator[Peristiwa]:
    """Yield who was PPID Utama, the oldest first, and say where nobody is on record."""
    ordered = sorted(badan.ppid_utama, key=lambda masa: masa.mulai)
    for masa, later in pairwise((*ordered, None)):
        assert masa is not None  # noqa: S101 — only the last of the pairs is empty
        yield _event(masa, corpus)
        until = later.mulai if later else corpus.today + timedelta(days=1)
        if masa.sampai and masa.sampai + timedelta(days=1) < until:
            first = format_tanggal(masa.sampai + timedelta(days=1))
            last = format_tanggal(later.mulai - timedelta(days=1)) if later else "sekarang"
            said = Cell("Belum tercatat siapa yang menjadi PPID Utama.")
            yield Peristiwa(f"{first} sampai {last}", ((said,),))


def _event(masa: MasaPpidUtama, corpus: Corpus) -> Peristiwa:
    until = format_tanggal(masa.sampai) if masa.sampai else "sekarang"
    opd = Cell(name_of(masa.opd, corpus), f"opd/{masa.opd}/")
    basis = (Cell("Dasar: "), *_basis(masa.dasar, corpus), Cell("."))
    source = (Cell(f"Sumber: {masa.sumber.rstrip('.')}."),) if masa.sumber else ()
    told = ((Cell(f"{masa.jabatan} ("), opd, Cell(").")), basis, source)
    return Peristiwa(f"{_since(masa.mulai)} sampai {until}", tuple(filter(None, told)))


def _basis(written: str, corpus: Corpus) -> tuple[Cell, ...]:
    found = next((r for r in corpus.of(Regulasi) if code_of(r) == written), None)
    return (Cell(written or "belum diketahui", url_of(found.id) if found else ""),)
