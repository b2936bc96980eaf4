"""The record of a round of assessment, to be signed: what was found, and rooms for names.

Offices are printed as far as the data names them; who holds them signs by hand.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from ppid.assessing.verification import OpdVerification, Selisih, YearVerification
from ppid.core.corpus import Corpus
from ppid.core.page import Export
from ppid.kinds.acuan.surat import Kolom, surat_for
from ppid.kinds.badan import Badan
from ppid.publishing.papers.model import (
    Blank,
    PageField,
    Paper,
    PaperSection,
    PaperTable,
    Paragraph,
    Style,
    Words,
)
from ppid.publishing.papers.word import docx_of
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat, format_desimal

_NAME: Final = "berita-acara"
_RESULTS: Final = (
    Kolom(judul=("No",), lebar=5),
    Kolom(judul=("Perangkat daerah",), lebar=28),
    Kolom(judul=("Pemantau",), lebar=20),
    Kolom(judul=("Ditandai",), lebar=11),
    Kolom(judul=("Berbeda",), lebar=9),
    Kolom(judul=("Nilai menurut data",), lebar=10),
    Kolom(judul=("Nilai pemantau",), lebar=10),
    Kolom(judul=("Nama dan paraf perangkat daerah",), lebar=24),
)
_SIGNATURES: Final = (
    Kolom(judul=("No",), lebar=5),
    Kolom(judul=("Jabatan",), lebar=38),
    Kolom(judul=("Nama",), lebar=30),
    Kolom(judul=("Tanda tangan",), lebar=27),
)
_AGREED: Final = (
    (
        "Nilai menurut data dihitung dari bukti yang tercatat; nilai pemantau memakai bobot yang "
        "sama dan hanya disebut bila semua kewajiban yang dihitung sudah ditandai."
    ),
    "Selisih dan alasannya terbit di halaman verifikasi pemantau. Siapa pun boleh menyanggahnya.",
)


def round_url(tahun: int) -> str:
    """Return the address of the record of a round."""
    return f"kelengkapan/{tahun}/{_NAME}-{tahun}.docx"


def printed_round(found: YearVerification, corpus: Corpus) -> Export | None:
    """Return the record of a round as a file; None where no papers are on file for the day."""
    paper = round_paper(found, corpus)
    return Export(round_url(found.year.tahun), docx_of(paper)) if paper else None


def round_paper(found: YearVerification, corpus: Corpus) -> Paper | None:
    """Return the record of a round: its results, then who signs them."""
    surat, badan = surat_for(corpus.today, corpus), corpus.get(Badan)
    if surat is None or badan is None:
        return None
    tahun, contoh = found.year.tahun, any(each.contoh for each in found.opd)
    title = f"Berita acara pemantauan kelengkapan informasi publik tahun {tahun}"
    mark = (Paragraph(Style.CONTOH, (surat.contoh,)),) if contoh else ()
    ordered = sorted(found.opd, key=lambda each: (each.report.profil.nama, each.report.opd))
    opening: Words = (
        "Pada hari ini ",
        Blank("hari"),
        ", tanggal ",
        Blank("tanggal"),
        ", bertempat di ",
        Blank("tempat"),
        (
            f", telah diperiksa kelengkapan informasi publik {badan.nama} tahun {tahun} menurut "
            f"{found.year.obligations.kumpulan.peraturan}. Hasil di bawah ini berasal dari tanda "
            f"pemantau dalam data per {format_tanggal(corpus.today)}."
        ),
    )
    counted = f"{format_bulat(len(ordered))} perangkat daerah"
    results = PaperTable(counted, _RESULTS, _results(ordered), roomy=True)
    signers = _signers(ordered, badan, corpus)
    signatures = PaperTable("Yang menandatangani", _SIGNATURES, signers, roomy=True)
    blocks = (
        *mark,
        Paragraph(Style.KOP, (badan.nama.upper(),)),
        Paragraph(Style.JUDUL, (title.upper(),)),
        Paragraph(Style.TENGAH, ("Nomor ", Blank("nomor"))),
        Paragraph(Style.ISI, opening),
        results,
        *(Paragraph(Style.ISI, (sentence,)) for sentence in _AGREED),
        Paragraph(Style.BAGIAN, ("Yang menandatangani",)),
        signatures,
    )
    return Paper(
        name=_NAME,
        title=title,
        annex="",
        about=badan.nama,
        sections=(PaperSection(blocks, wide=True),),
        header=(surat.kepala_contoh,) if contoh else (),
        footer=((f"{title}. Halaman ", PageField.PAGE, " dari ", PageField.PAGES),),
        proof=None,
        contoh=contoh,
    )


def _results(ordered: Sequence[OpdVerification]) -> list[tuple[Words, ...]]:
    rows: list[tuple[Words, ...]] = []
    for number, each in enumerate(ordered, 1):
        tally = each.tally
        rows.append(
            (
                (str(number),),
                (each.report.profil.nama,),
                (each.pemantau or Blank("pemantau"),),
                (f"{format_bulat(tally.ditandai)} dari {format_bulat(tally.perlu)}",),
                (format_bulat(tally.selisih.get(Selisih.BERBEDA, 0)),),
                (_figure(each.report.score.nilai),),
                ("belum lengkap" if tally.belum else _figure(tally.nilai),),
                (),
            )
        )
    return rows


def _figure(nilai: Decimal | None) -> str:
    return "tidak ada" if nilai is None else format_desimal(nilai)


def _signers(
    ordered: Sequence[OpdVerification], badan: Badan, corpus: Corpus
) -> list[tuple[Words, ...]]:
    """Return a row for each assessor, then for PPID Utama and its superior."""
    utama = badan.ppid_utama_pada(corpus.today)
    superior = badan.atasan_ppid.jabatan if badan.atasan_ppid else ""
    assessors = dict.fromkeys(each.pemantau for each in ordered if each.pemantau)
    offices: list[Words] = [
        *((f"Pemantau: {name}",) for name in assessors),
        ("PPID Utama: ", utama.jabatan if utama else Blank("jabatan")),
        ("Mengetahui, Atasan PPID: ", superior or Blank("jabatan")),
    ]
    return [((str(number),), words, (), ()) for number, words in enumerate(offices, 1)]
