"""Surat keputusan pengecualian informasi (PerKI 1/2021 Pasal 49 ayat (5)–(8), Lampiran III).

Each passage of Pasal 49 ayat (6) and (7) is tied to the place that answers it by `meets`.
"""

from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.rows import rows_of
from ppid.publishing.papers.laws import KIP, PERKI, remembered
from ppid.publishing.papers.model import Block, Column, Grid, Paper, Paragraph, Sheet, Style, Words
from ppid.publishing.papers.proof import proof_paragraphs
from ppid.publishing.papers.rows import cell, information, term
from ppid.publishing.papers.subject import (
    PPID,
    Subject,
    day_or_blank,
    entry,
    example_mark,
    number_line,
    number_words,
    or_blank,
    sentence,
    signature,
    test_of,
    title,
)
from ppid.values.numbers import format_bulat

_OFFICER = "Pasal 49 ayat (6) huruf a"
_BODY = "Pasal 49 ayat (6) huruf b"
_WHAT = "Pasal 49 ayat (6) huruf c"
_WHY = "Pasal 49 ayat (6) huruf d"
_TERM = "Pasal 49 ayat (6) huruf e"
_PLACE_AND_DAY = "Pasal 49 ayat (6) huruf f"
_LAW = "Pasal 49 ayat (7) huruf a"
_ANALYSIS = "Pasal 49 ayat (7) huruf b"
_REASON, _WEIGHED = "Alasan Pengecualian", "Analisis Konsekuensi"
COLUMNS = (
    Column(("No",), 5),
    Column(("Informasi yang Dikecualikan",), 25, (_WHAT,)),
    Column((_REASON, "Undang-Undang yang Dijadikan Dasar"), 19, (_WHY, _LAW)),
    Column((_REASON, _WEIGHED, "Dibuka"), 20, (_ANALYSIS,)),
    Column((_REASON, _WEIGHED, "Ditutup"), 20),
    Column(("Jangka Waktu Pengecualian",), 15, (_TERM,)),
)
SUBJECT = "KLASIFIKASI INFORMASI YANG DIKECUALIKAN"


def keputusan(subject: Subject) -> Paper:
    """Make the decision that withholds the information of a DIK."""
    daftar = subject.daftar
    found = tuple(
        r for r in rows_of(daftar, subject.corpus) if isinstance(r, InformasiDikecualikan)
    )
    return Paper(
        name="keputusan-pengecualian",
        title=f"Surat keputusan pengecualian informasi {daftar.id.tahun}",
        annex="PerKI 1/2021 Lampiran III",
        about=subject.opd,
        sheets=(
            Sheet((*example_mark(subject), *_decision(subject, found))),
            Sheet(
                (
                    *_annex(subject, found),
                    *signed(subject, decided=True),
                    *proof_paragraphs(subject.proof, subject.daftar),
                ),
                wide=True,
            ),
        ),
        proof=subject.proof,
        contoh=daftar.contoh,
    )


def _decision(subject: Subject, rows: tuple[InformasiDikecualikan, ...]) -> tuple[Block, ...]:
    decided = subject.penetapan
    laws = tuple(
        entry(f"{number}.", f"{law};")
        for number, law in enumerate(remembered(rows, subject.corpus), 1)
    )
    body = subject.badan.upper()
    test = test_of(subject.daftar)
    tested = number_words(test.nomor, test.tanggal, "lembar pengujian konsekuensi")
    return (
        *title(
            f"PENETAPAN {PPID.upper()} {body}",
            number_line(decided.nomor, decided.tanggal, "keputusan"),
            "TENTANG",
            SUBJECT,
        ),
        Paragraph(Style.TENGAH, (f"{PPID.upper()} {body},",)),
        Paragraph(Style.BAGIAN, ("Menimbang",)),
        *_reasons(subject),
        Paragraph(Style.BAGIAN, ("Mengingat",)),
        *laws,
        Paragraph(Style.BAGIAN, ("Memperhatikan",)),
        entry("1.", "Lembar Pengujian Konsekuensi ", *tested, ";"),
        entry("2.", "persetujuan Atasan PPID, ", *_approved_by(subject), ";"),
        Paragraph(Style.TENGAH, ("MEMUTUSKAN:",)),
        Paragraph(Style.BAGIAN, ("Menetapkan",)),
        sentence(f"PENETAPAN {PPID.upper()} {body} TENTANG {SUBJECT}."),
        *_articles(subject, len(rows)),
        *signed(subject, decided=True, meets=True),
    )


def _reasons(subject: Subject) -> tuple[Paragraph, ...]:
    day = day_or_blank(test_of(subject.daftar).tanggal, "tanggal pengujian konsekuensi")
    return (
        entry(
            "a.",
            f"bahwa berdasarkan Pasal 19 {KIP}, {PPID} wajib melakukan pengujian tentang "
            "konsekuensi dengan saksama dan penuh ketelitian sebelum menyatakan Informasi Publik "
            "tertentu dikecualikan;",
        ),
        entry(
            "b.",
            f"bahwa atas informasi yang dikuasai {subject.opd} telah dilakukan pengujian "
            "konsekuensi pada tanggal ",
            day,
            ";",
        ),
        entry(
            "c.",
            f"bahwa berdasarkan Pasal 49 ayat (5) {PERKI}, Informasi Publik yang dikecualikan "
            "melalui pengujian konsekuensi ditetapkan dalam bentuk surat keputusan pengecualian "
            "Informasi;",
        ),
        entry(
            "d.",
            "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, huruf b, dan "
            f"huruf c, perlu menetapkan Penetapan {PPID} tentang Klasifikasi Informasi yang "
            "Dikecualikan;",
        ),
    )


def _approved_by(subject: Subject) -> Words:
    """Name the superior, and leave the number and day of the approval open."""
    officer = or_blank(subject.atasan, "jabatan Atasan PPID")
    return officer, ", ", or_blank("", "nomor dan tanggal persetujuan Atasan PPID")


def _articles(subject: Subject, count: int) -> tuple[Paragraph, ...]:
    return (
        sentence(
            f"PERTAMA: {format_bulat(count)} informasi yang dikuasai {subject.opd} ditetapkan "
            "sebagai Informasi yang Dikecualikan, dengan uraian, alasan pengecualian, dan "
            "jangka waktu pengecualian sebagaimana tercantum dalam Lampiran yang merupakan "
            "bagian yang tidak terpisahkan dari Penetapan ini."
        ),
        sentence(
            "KEDUA: Penetapan ini mulai berlaku pada tanggal ditetapkan. Jangka waktu "
            "pengecualian dihitung sejak tanggal itu, kecuali Lampiran menyebut tanggal mulai "
            "yang lain."
        ),
    )


def signed(subject: Subject, *, decided: bool, meets: bool = False) -> tuple[Paragraph, ...]:
    """Make the place in which the PPID signs; a decision that is not on file has it all open."""
    penetapan = subject.penetapan
    place, day = (penetapan.tempat, penetapan.tanggal) if decided else ("", None)
    officer, unit = (penetapan.pejabat, subject.unit) if decided else ("", "")
    where = signature(
        ("Ditetapkan di ", or_blank(place, "tempat ditetapkan")),
        ("pada tanggal ", day_or_blank(day, "tanggal ditetapkan")),
        meets=(_PLACE_AND_DAY,) if meets else (),
    )
    who = signature(
        or_blank(officer, "jabatan pejabat PPID yang menetapkan"),
        meets=(_OFFICER,) if meets else (),
    )
    whose = signature(
        (subject.badan,),
        or_blank(unit, "unit kerja pejabat yang menetapkan"),
        meets=(_BODY,) if meets else (),
    )
    name = or_blank("", "tanda tangan dan nama pejabat yang menetapkan")
    return (*where, *who, *whose, *signature("", name))


def _annex(subject: Subject, found: tuple[InformasiDikecualikan, ...]) -> tuple[Block, ...]:
    decided = subject.penetapan
    rows = tuple(_row(number, row) for number, row in enumerate(found, 1))
    return (
        *title(
            "LAMPIRAN",
            f"PENETAPAN {PPID.upper()} {subject.badan.upper()}",
            number_line(decided.nomor, decided.tanggal, "keputusan"),
            f"TENTANG {SUBJECT}",
        ),
        Grid(f"Informasi yang dikecualikan, dikuasai {subject.opd}", COLUMNS, rows),
    )


def _row(number: int, row: InformasiDikecualikan) -> tuple[Words, ...]:
    return (
        (str(number),),
        information(row),
        cell(row.dasar_hukum, "undang-undang yang dijadikan dasar"),
        cell(row.konsekuensi_dibuka, "konsekuensi bila dibuka"),
        cell(row.konsekuensi_ditutup, "konsekuensi bila ditutup"),
        term(row),
    )
