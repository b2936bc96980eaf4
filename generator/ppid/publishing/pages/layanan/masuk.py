"""The entrance to the service, which asks what the reader wants to do."""

from collections.abc import Iterator
from dataclasses import dataclass

from ppid.core.corpus import Corpus
from ppid.core.page import Page, Table
from ppid.kinds.acuan.prosedur import Prosedur
from ppid.kinds.layanan import LaporanLayanan
from ppid.kinds.wording import BERANDA
from ppid.publishing.pages.layanan.alamat import (
    ALUR,
    INDEX,
    KANAL,
    REPORTS,
    SOP,
    TENGGAT,
    procedure_link,
)
from ppid.publishing.pages.layanan.kanal import table_of, valid_today
from ppid.publishing.pages.layanan.tenggat import has_terms


@dataclass(frozen=True, slots=True)
class Door:
    """One thing that a reader may want to do."""

    judul: str
    href: str
    keterangan: str


@dataclass(frozen=True, slots=True)
class Entrance:
    """What the entrance shows."""

    lead: str
    doors: tuple[Door, ...]
    channels: Table


def page(corpus: Corpus) -> Page:
    """Return the entrance."""
    lead = "Warga negara dan badan hukum Indonesia dapat meminta informasi publik."
    return Page(
        url=INDEX.url,
        title="Layanan informasi",
        description=f"{lead} Cara, tenggat, biaya, kanal, dan laporan layanan.",
        section="layanan",
        template="halaman/layanan.html",
        context=Entrance(lead, tuple(_doors(corpus)), table_of(valid_today(corpus))),
        crumbs=(BERANDA,),
        name=INDEX.label,
    )


def _doors(corpus: Corpus) -> Iterator[Door]:
    procedures = corpus.of(Prosedur)
    for prosedur in procedures:
        if prosedur.untuk == "warga":
            link = procedure_link(prosedur)
            yield Door(link.label, link.url, prosedur.ringkasan)
    if procedures:
        words = "Seluruh jalan dari permintaan sampai sengketa, di satu lembar yang dapat dicetak."
        yield Door(ALUR.label, ALUR.url, words)
    if has_terms(corpus):
        yield Door(TENGGAT.label, TENGGAT.url, "Kapan jawaban atau keberatan paling lambat?")
    if any(prosedur.huruf for prosedur in procedures):
        words = "Standar layanan menurut PerKI 1/2021 Pasal 23, langkah demi langkah."
        yield Door(SOP.label, SOP.url, words)
    yield Door(KANAL.label, KANAL.url, "Nomor dan alamat yang berlaku hari ini, dan yang lama.")
    if corpus.of(LaporanLayanan):
        yield Door(REPORTS.label, REPORTS.url, "Jumlah permohonan, waktu, dan penolakan per tahun.")
