"""Lembar pengujian konsekuensi (PerKI 1/2021 Pasal 49 ayat (4), Lampiran II)."""

from ppid.kinds.daftar import UjiKonsekuensi
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.rows import rows_of
from ppid.kinds.wording import HARI
from ppid.publishing.papers.model import (
    Blank,
    Block,
    Column,
    Grid,
    Paper,
    Paragraph,
    Sheet,
    Style,
    Words,
)
from ppid.publishing.papers.proof import proof_paragraphs
from ppid.publishing.papers.rows import cell, information, term
from ppid.publishing.papers.subject import (
    Subject,
    day_or_blank,
    example_mark,
    number_line,
    sentence,
    signature,
    test_of,
    title,
)

_WEIGHING = "Konsekuensi/Pertimbangan Bagi Publik (berisi uraian konsekuensi/pertimbangannya)"
COLUMNS = (
    Column(("Informasi (berisi informasi tertentu yang akan dikecualikan)",), 26),
    Column(("Dasar Hukum Pengecualian Informasi",), 20),
    Column((_WEIGHING, "Dibuka"), 22),
    Column((_WEIGHING, "Ditutup"), 22),
    Column(("Jangka Waktu (disebutkan jangka waktunya)",), 14),
)
TESTERS = (
    Column(("No",), 5),
    Column(("Nama",), 32),
    Column(("Jabatan",), 28),
    Column(("Unit Kerja",), 28),
    Column(("TTD",), 18),
)
_TESTERS = 5


def lembar_uji(subject: Subject) -> Paper:
    """Make the sheet of the consequence test of a DIK."""
    rows = tuple(
        _row(row)
        for row in rows_of(subject.daftar, subject.corpus)
        if isinstance(row, InformasiDikecualikan)
    )
    test = test_of(subject.daftar)
    blocks: tuple[Block, ...] = (
        *example_mark(subject),
        *title(
            "LEMBAR PENGUJIAN KONSEKUENSI",
            number_line(test.nomor, test.tanggal, "lembar pengujian konsekuensi"),
        ),
        _opening(subject, test),
        Grid("Informasi yang diuji dan hasil pengujiannya", COLUMNS, rows),
        *testers(),
        *approval(),
        *proof_paragraphs(subject.proof, subject.daftar),
    )
    return Paper(
        name="lembar-pengujian",
        title=f"Lembar pengujian konsekuensi {subject.daftar.id.tahun}",
        annex="PerKI 1/2021 Lampiran II",
        about=subject.opd,
        sheets=(Sheet(blocks, wide=True),),
        proof=subject.proof,
        contoh=subject.daftar.contoh,
    )


def _opening(subject: Subject, test: UjiKonsekuensi) -> Paragraph:
    return sentence(
        "Pada hari ini ",
        HARI[test.tanggal.weekday()] if test.tanggal else Blank("hari pengujian"),
        " tanggal ",
        day_or_blank(test.tanggal, "tanggal pengujian"),
        " bertempat di ",
        Blank("tempat pengujian"),
        " telah dilakukan Pengujian Konsekuensi atas informasi yang dikuasai "
        f"{subject.opd} sebagai berikut:",
    )


def _row(row: InformasiDikecualikan) -> tuple[Words, ...]:
    return (
        information(row),
        cell(row.dasar_hukum, "undang-undang yang menjadi dasar"),
        cell(row.konsekuensi_dibuka, "konsekuensi bila dibuka"),
        cell(row.konsekuensi_ditutup, "pertimbangan bila ditutup"),
        term(row),
    )


def testers() -> tuple[Block, ...]:
    """Make the table in which those who tested sign; who they are is not in the data."""
    rows = tuple(((str(number),), (), (), (), ()) for number in range(1, _TESTERS + 1))
    return (
        Paragraph(Style.BAGIAN, ("Yang melakukan pengujian",)),
        Grid("Yang melakukan pengujian (diisi dengan tangan)", TESTERS, rows, roomy=True),
    )


def approval() -> tuple[Paragraph, ...]:
    """Make the place in which the head of the public body approves."""
    return signature(
        "Menyetujui,",
        Blank("jabatan pimpinan Badan Publik"),
        "",
        Blank("tanda tangan dan nama pimpinan Badan Publik"),
    )
