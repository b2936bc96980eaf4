"""Who is PPID: the structure and its duties, PPID Utama over time, the officers in the OPDs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from pydantic import BaseModel, ConfigDict

from ppid.core.corpus import Corpus
from ppid.core.page import Body, Cell, Figure, Link, Page, Quote, Section, document_url
from ppid.kinds import url_of
from ppid.kinds.acuan.peraturan import Peraturan, slug_of
from ppid.kinds.badan import Badan, MasaPpidUtama
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.regulasi import Regulasi
from ppid.law import words_in
from ppid.publishing.diagram import Box, Words, tree
from ppid.publishing.page_parts import LIST, body_page, quotes_of, table_of
from ppid.publishing.publication import Publication
from ppid.publishing.regulations import code_of, law_url
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat

ABOUT = Link("Tentang", "tentang/")
PPID = Link("PPID: susunan, tugas, dan riwayat", "tentang/ppid/")
OFFICERS = Link("PPID Pelaksana di setiap perangkat daerah", "tentang/ppid/pelaksana/")
_LAW = "PerKI 1/2021"
_LETTERS = "abcdefghij"


class Peran(BaseModel):
    """A role as PerKI 1/2021 knows it: what it is for in our words, and where the law says so.

    `dijabat` says who may hold it, `bertanggung_jawab` what it answers for, `bertugas` its duties.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    nama: str
    penanda: str
    tingkat: int
    ringkas: str
    dijabat: str
    bertanggung_jawab: str
    bertugas: str = ""


@dataclass(frozen=True, slots=True)
class PeranDisini:
    """A role with who holds it here, and with the words of the law.

    `tugas` are the duties letter by letter, under the words of `pembuka`.
    """

    peran: Peran
    pemegang: Cell
    kutipan: tuple[Quote, ...] = ()
    alamat_tugas: str = ""
    pembuka: str = ""
    tugas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PeristiwaPpid:
    """An entry of a time line: when, and sentences of words and links."""

    waktu: str
    kalimat: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class IsiPpid:
    """The page on PPID; `peran` stand in the order of the tree, `hukum` leads to the law."""

    lead: str
    gambar: Figure
    peran: tuple[PeranDisini, ...]
    sebutan: tuple[PeristiwaPpid, ...]
    riwayat: tuple[PeristiwaPpid, ...]
    pelaksana: Link
    hukum: Link | None


_ROLES: Final = words_in("peran-ppid.yml", tuple[Peran, ...])


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the page on PPID, then that on the officers in the OPDs."""
    corpus, badan = publication.corpus, publication.badan
    lead = "Siapa yang mengelola informasi publik, apa tugasnya, dan siapa pejabatnya."
    law = corpus.get(Peraturan, slug=slug_of(_LAW))
    roles = tuple(_peran(role, law, publication) for role in _ROLES)
    boxes = [Box((r.peran.nama, r.pemegang.text), level=r.peran.tingkat) for r in roles]
    said = (
        "Atasan PPID menunjuk PPID Utama, PPID Pelaksana, Petugas Pelayanan Informasi, dan Tim "
        "Pertimbangan. PPID Utama membina PPID Pelaksana dan Petugas Pelayanan Informasi."
    )
    yield Page(
        url=PPID.url,
        title=PPID.label,
        description=lead,
        section="tentang",
        template="jenis/tentang/ppid.html",
        context=IsiPpid(
            lead=lead,
            gambar=tree(boxes, Words("Susunan PPID", said)),
            peran=roles,
            sebutan=tuple(
                PeristiwaPpid(f"Tercatat sejak {_since(one.mulai)}", ((Cell(one.sebutan),),))
                for one in (badan.sebutan_ppid_pelaksana if badan else ())
            ),
            riwayat=tuple(_history(badan, publication)) if badan else (),
            pelaksana=OFFICERS,
            hukum=Link(_LAW, law_url(law)) if law else None,
        ),
        crumbs=(ABOUT,),
        name="PPID",
        sources=(badan.path,) if badan else (),
    )
    yield _officers(corpus)


# ---- the structure


def _peran(role: Peran, law: Peraturan | None, publication: Publication) -> PeranDisini:
    duties = (law.bunyi(f"{role.bertugas} huruf {x}") for x in _LETTERS) if law else ()
    places = (f"{_LAW} {role.dijabat}", f"{_LAW} {role.bertanggung_jawab}")
    return PeranDisini(
        peran=role,
        pemegang=_holder(role, publication),
        kutipan=quotes_of(places, publication.corpus),
        alamat_tugas=f"{_LAW} {role.bertugas}",
        pembuka=law.bunyi(role.bertugas) if law and role.bertugas else "",
        tugas=tuple(filter(None, duties)),
    )


def _holder(role: Peran, publication: Publication) -> Cell:
    """Say who holds a role in this body today."""
    badan, corpus = publication.badan, publication.corpus
    if role.penanda == "atasan" and badan and badan.atasan_ppid:
        return Cell(badan.atasan_ppid.jabatan)
    masa = badan.ppid_utama_pada(corpus.today) if badan else None
    if role.penanda == "utama" and masa:
        return Cell(masa.jabatan, f"opd/{masa.opd}/")
    if role.penanda == "pelaksana":
        number = sum(1 for profil in _active(corpus) if profil.ppid_pelaksana)
        return Cell(f"pejabat di {format_bulat(number)} perangkat daerah", OFFICERS.url)
    return Cell("belum tercatat")


def _active(corpus: Corpus) -> list[ProfilOpd]:
    """Return the OPDs that exist today, by name."""
    found = (profil for profil in corpus.of(ProfilOpd) if profil.masih_aktif(corpus.today))
    return sorted(found, key=lambda profil: profil.nama)


# ---- PPID Utama over time


def _since(day: date) -> str:
    """Write the first day; of 1 January, which stands in for an unknown day, only the year."""
    return str(day.year) if (day.month, day.day) == (1, 1) else format_tanggal(day)


def _history(badan: Badan, publication: Publication) -> Iterator[PeristiwaPpid]:
    """Yield who was PPID Utama, the oldest first, and say where nobody is on record."""
    ordered = sorted(badan.ppid_utama, key=lambda masa: masa.mulai)
    for masa, later in pairwise((*ordered, None)):
        assert masa is not None  # noqa: S101 — only the last of the pairs is empty
        yield _term(masa, publication)
        until = later.mulai if later else publication.corpus.today + timedelta(days=1)
        if masa.sampai and masa.sampai + timedelta(days=1) < until:
            first = format_tanggal(masa.sampai + timedelta(days=1))
            last = format_tanggal(later.mulai - timedelta(days=1)) if later else "sekarang"
            said = Cell("Belum tercatat siapa yang menjadi PPID Utama.")
            yield PeristiwaPpid(f"{first} sampai {last}", ((said,),))


def _term(masa: MasaPpidUtama, publication: Publication) -> PeristiwaPpid:
    until = format_tanggal(masa.sampai) if masa.sampai else "sekarang"
    name, url = publication.name_of(masa.opd), f"opd/{masa.opd}/"
    profil = publication.corpus.get(ProfilOpd, masa.opd)
    names = (name, profil.singkatan) if profil else (name,)
    # An office that names its OPD is not followed by that name again.
    held = (
        (Cell(masa.jabatan, url), Cell("."))
        if any(one in masa.jabatan for one in names)
        else (Cell(f"{masa.jabatan} ("), Cell(name, url), Cell(")."))
    )
    regulasi = next((r for r in publication.corpus.of(Regulasi) if code_of(r) == masa.dasar), None)
    basis = Cell(masa.dasar or "belum tercatat", url_of(regulasi.id) if regulasi else "")
    source = (Cell(f"Sumber: {masa.sumber.rstrip('.')}."),) if masa.sumber else ()
    sentences = (
        held,
        (Cell("Dasar: "), basis, Cell(".")),
        source,
    )
    return PeristiwaPpid(f"{_since(masa.mulai)} sampai {until}", tuple(filter(None, sentences)))


# ---- the officers in the OPDs


def _officers(corpus: Corpus) -> Page:
    """Return the table of those who are PPID inside the OPDs, with their appointment."""
    found = _active(corpus)
    known = sum(1 for p in found if p.ppid_pelaksana and p.ppid_pelaksana.sk)
    count = f"{format_bulat(len(found))} perangkat daerah"
    table = table_of(
        count,
        found,
        {
            "Perangkat daerah": lambda profil: Cell(profil.nama, url_of(profil.id)),
            "Jabatan yang menjadi PPID Pelaksana": lambda profil: (
                profil.ppid_pelaksana.jabatan if profil.ppid_pelaksana else "belum tercatat"
            ),
            # A column that would say of everyone that nothing is on record says it once, above.
            **({"SK penunjukan": _appointment} if known else {}),
        },
        "Belum tercatat.",
    )
    decided = f"tercatat untuk {format_bulat(known)} di antaranya" if known else "belum tercatat"
    note = "Sumber keterangan setiap perangkat daerah ada di halamannya masing-masing."
    return body_page(
        Link("PPID Pelaksana", OFFICERS.url),
        Body(
            f"{count}. Surat keputusan (SK) penunjukannya {decided}.",
            sections=(Section("", (note,), table=table),),
        ),
        title=OFFICERS.label,
        section="tentang",
        template=LIST,
        crumbs=(ABOUT, PPID),
    )


def _appointment(profil: ProfilOpd) -> Cell:
    sk = profil.ppid_pelaksana.sk if profil.ppid_pelaksana else None
    if sk is None:
        return Cell("belum tercatat")
    words = f"Nomor {sk.nomor}, {format_tanggal(sk.tanggal)}"
    return Cell(words, document_url(sk.tautan, profil.owner))
