"""Daftar Informasi Publik (PerKI 1/2021 Pasal 21 ayat (2) and (5), Lampiran I)."""

from collections.abc import Iterator, Sequence

from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.rows import rows_of
from ppid.kinds.wording import KLASIFIKASI
from ppid.publishing.papers.model import Block, Column, Grid, Paper, Paragraph, Sheet, Style, Words
from ppid.publishing.papers.proof import proof_paragraphs
from ppid.publishing.papers.subject import (
    PPID,
    Subject,
    day_or_blank,
    example_mark,
    number_words,
    or_blank,
    signature,
    title,
)
from ppid.values.dates import BULAN, format_tanggal, read_waktu
from ppid.values.numbers import format_bulat

COLUMNS = (
    Column(("Nomor",), 7, ("Pasal 21 ayat (2) huruf a",)),
    Column(("Ringkasan Isi Informasi",), 27, ("Pasal 21 ayat (2) huruf b",)),
    Column(
        ("Pejabat atau Unit/Satuan Kerja yang Menguasai Informasi",),
        17,
        ("Pasal 21 ayat (2) huruf c",),
    ),
    Column(
        ("Penanggung Jawab Pembuatan atau Penerbitan Informasi",),
        17,
        ("Pasal 21 ayat (2) huruf d",),
    ),
    Column(("Waktu dan Tempat Pembuatan Informasi",), 14, ("Pasal 21 ayat (2) huruf e",)),
    Column(("Bentuk Informasi yang Tersedia",), 12, ("Pasal 21 ayat (2) huruf f",)),
    Column(("Jangka Waktu Penyimpanan atau Retensi Arsip",), 13, ("Pasal 21 ayat (2) huruf g",)),
)
_HEADINGS = {
    "berkala": "Informasi yang wajib disediakan dan diumumkan secara berkala",
    "serta-merta": "Informasi yang wajib diumumkan serta merta",
    "setiap-saat": "Informasi yang wajib tersedia setiap saat",
}


def daftar_publik(subject: Subject) -> Paper:
    """Make the list as it is attached to the decision of the PPID."""
    daftar, decided = subject.daftar, subject.penetapan
    found = [r for r in rows_of(daftar, subject.corpus) if isinstance(r, InformasiPublik)]
    blocks: tuple[Block, ...] = (
        *example_mark(subject),
        *title(
            "DAFTAR INFORMASI PUBLIK",
            subject.badan.upper(),
            subject.opd.upper(),
            f"TAHUN {daftar.id.tahun}",
        ),
        Paragraph(
            Style.TENGAH,
            (
                f"Lampiran Keputusan {PPID} ",
                *number_words(decided.nomor, decided.tanggal, "keputusan"),
            ),
        ),
        *_tables(found),
        *_signed(subject),
        *proof_paragraphs(subject.proof, subject.daftar),
    )
    return Paper(
        name="daftar-informasi-publik",
        title=f"Daftar Informasi Publik {daftar.id.tahun}",
        annex="PerKI 1/2021 Lampiran I",
        about=subject.opd,
        sheets=(Sheet(blocks, wide=True),),
        proof=subject.proof,
        contoh=daftar.contoh,
    )


def _tables(found: Sequence[InformasiPublik]) -> Iterator[Block]:
    """Yield one table for each classification; the numbers run on through all of them."""
    number = 0
    for klasifikasi, heading in _HEADINGS.items():
        own = [row for row in found if row.klasifikasi == klasifikasi]
        if own:
            yield Paragraph(Style.BAGIAN, (heading,))
            rows = tuple(_row(number + place, row) for place, row in enumerate(own, 1))
            caption = f"{format_bulat(len(own))} informasi {KLASIFIKASI[klasifikasi].lower()}"
            yield Grid(caption, COLUMNS, rows)
            number += len(own)


def _row(number: int, row: InformasiPublik) -> tuple[Words, ...]:
    return (
        (str(number),),
        (row.informasi,),
        (row.penguasa,),
        (row.penanggung_jawab,),
        (f"{_when(row.waktu_pembuatan)}, {row.tempat_pembuatan}",),
        (row.bentuk,),
        (row.retensi,),
    )


def _when(text: str) -> str:
    """Write a year, a month or a day in words."""
    value = read_waktu(text).value
    if value is None:
        return text
    if value.hari:
        return format_tanggal(value.awal)
    return f"{BULAN[value.bulan - 1]} {value.tahun}" if value.bulan else str(value.tahun)


def _signed(subject: Subject) -> tuple[Paragraph, ...]:
    """Make the places to sign: the PPID decides, with the approval of the superior (Pasal 45)."""
    decided = subject.penetapan
    return (
        *signature(
            "Menyetujui,",
            or_blank(subject.atasan, "jabatan Atasan PPID"),
            "",
            or_blank("", "tanda tangan dan nama Atasan PPID"),
        ),
        *signature(
            ("Ditetapkan di ", or_blank(decided.tempat, "tempat ditetapkan")),
            ("pada tanggal ", day_or_blank(decided.tanggal, "tanggal ditetapkan")),
            or_blank(decided.pejabat, "jabatan pejabat PPID yang menetapkan"),
            "",
            or_blank("", "tanda tangan dan nama pejabat yang menetapkan"),
        ),
    )
