"""Rules on how long information is withheld: a term that can be computed, is allowed, and ends."""

from collections.abc import Iterator
from datetime import date, timedelta

from ppid.core.corpus import Corpus
from ppid.core.rule import Finding, at, rule
from ppid.diagnostics.diagnostic import Fix, Note, Severity
from ppid.kinds.dik.model import (
    InformasiDikecualikan,
    daftar_of,
    dasar_of,
    keputusan_of,
    periode_of,
)
from ppid.values.dates import format_tanggal
from ppid.values.durations import MasalahJangka
from ppid.values.terms import Bentuk, JangkaWaktu, TermRelation, compare, read_jangka_waktu
from ppid.values.text import is_respelling, joined, quoted_line
from ppid.values.working_days import hari_kerja_after

_NOTICE = 30
# No 30 working days stretch further than this many days, not even over Idul Fitri.
_LONGEST_NOTICE = timedelta(days=70)


@rule(
    "DIK-001",
    title="Pengecualian berakhir sesudah mulainya",
    severity=Severity.GALAT,
    hint="Cocokkan jangka waktu dan tanggal mulainya dengan surat keputusan.",
    legal_basis=("PerKI 1/2021 Pasal 51", "PerKI 1/2021 Pasal 52 ayat (2)"),
)
def berakhir_setelah_mulai(row: InformasiDikecualikan, corpus: Corpus) -> Iterator[Finding]:
    term = periode_of(row, corpus)
    if term.mulai and term.berakhir and term.berakhir <= term.mulai:
        ends, starts = format_tanggal(term.berakhir), format_tanggal(term.mulai)
        message = f"{quoted_line(row.jangka_waktu)} berakhir pada {ends}, padahal mulainya {starts}"
        daftar = daftar_of(row, corpus)
        note = Note("tanggal mulainya", row.span("mulai"))
        if daftar and not row.mulai:
            note = Note("mulai pada tanggal keputusan", daftar.span("penetapan", "tanggal"))
        yield at(row, "jangka_waktu", message, notes=(note,))


@rule(
    "DIK-004",
    title="Pengecualian dengan alasan huruf a sampai huruf f tidak bersifat permanen",
    severity=Severity.GALAT,
    softened=True,
    hint="Tulis jangka waktu yang berakhir, misalnya “5 tahun” (huruf a: paling lama 30 tahun).",
    legal_basis=("UU 14/2008 Pasal 20 ayat (1)",),
)
def tidak_permanen(row: InformasiDikecualikan, corpus: Corpus) -> Iterator[Finding]:
    if letters := _permanent_letters(row, corpus):
        grounds = f"Pasal 17 huruf {joined(letters)}"
        message = f"{quoted_line(row.jangka_waktu)} tidak boleh untuk alasan {grounds}"
        yield at(row, "jangka_waktu", message)


def _permanent_letters(row: InformasiDikecualikan, corpus: Corpus) -> list[str]:
    """Return the letters that may not be permanent, for a row that has no end; mostly none."""
    jangka = read_jangka_waktu(row.jangka_waktu).value
    if jangka is None or jangka.bentuk is not Bentuk.TIDAK_TERBATAS:
        return []
    grounds = [alasan for _, alasan in dasar_of(row, corpus).alasan if alasan]
    return sorted({alasan.huruf for alasan in grounds if alasan.permanen == "tidak"})


@rule(
    "DIK-005",
    title="Pengecualian dengan alasan huruf a paling lama 30 tahun",
    severity=Severity.GALAT,
    softened=True,
    hint="Tulis jangka waktu yang tidak melewati batas itu, dihitung dari awal pengecualian.",
    legal_basis=("PerKI 1/2021 Pasal 51 ayat (1)",),
)
def dalam_batas_alasannya(row: InformasiDikecualikan, corpus: Corpus) -> Iterator[Finding]:
    for _, alasan in dasar_of(row, corpus).alasan:
        if alasan is None or not alasan.batas_tahun:
            continue
        periode = periode_of(row, corpus)
        mulai, berakhir = periode.mulai, periode.berakhir
        limit = JangkaWaktu(Bentuk.LAMA, bulan=alasan.batas_tahun * 12)
        last, relation = limit.berakhir(mulai), compare(str(limit), row.jangka_waktu, mulai, mulai)
        # “sampai” the anniversary itself is how people write a full term: one day is no quarrel.
        is_full = last is not None and berakhir == last + timedelta(days=1)
        if relation is TermRelation.LEBIH_PANJANG and not is_full:
            years = f"{alasan.batas_tahun} tahun, batas untuk alasan Pasal 17 huruf {alasan.huruf}"
            message = f"{quoted_line(row.jangka_waktu)} lebih lama daripada {years}"
            yield at(row, "jangka_waktu", message)


@rule(
    "DIK-009",
    title="Informasi yang jangka waktunya sudah berakhir tidak lagi dikecualikan",
    severity=Severity.PERINGATAN,
    hint="Pindahkan ke daftar informasi publik, atau lakukan uji konsekuensi baru.",
    legal_basis=("PerKI 1/2021 Pasal 52 ayat (1)", "PerKI 1/2021 Pasal 52 ayat (2)"),
)
def belum_berakhir(row: InformasiDikecualikan, corpus: Corpus) -> Iterator[Finding]:
    decided, newest = keputusan_of(row, corpus)
    period = periode_of(row, corpus)
    mulai, berakhir = period.mulai, period.berakhir
    if berakhir is None or berakhir - corpus.today > _LONGEST_NOTICE:
        return
    if mulai and berakhir <= mulai:  # DIK-001 says so
        return
    term, ended = quoted_line(row.jangka_waktu), format_tanggal(berakhir)
    if newest and berakhir < corpus.today:
        message = f"{term} berakhir pada {ended}, tetapi informasi ini masih tercantum sebagai"
        yield at(row, "jangka_waktu", f"{message} dikecualikan")
    elif newest and berakhir < corpus.derive(_notice_is_over):
        message = f"{term} berakhir pada {ended}, dalam {_NOTICE} hari kerja mendatang"
        hint = "Tetapkan statusnya sebelum hari itu: dibuka, atau diuji kembali."
        yield at(row, "jangka_waktu", message, severity=Severity.SARAN, hint=hint)
    elif not newest and decided and berakhir < decided:
        # An older list is history; but this one was wrong on the day on which it was decided.
        message = f"{term} sudah berakhir pada {ended}, sebelum keputusan daftar ini"
        yield at(row, "jangka_waktu", f"{message}, {format_tanggal(decided)}")


def _notice_is_over(corpus: Corpus) -> date:
    """Return the working day after the last one of the notice: counted once, not for every row."""
    return hari_kerja_after(corpus.today, _NOTICE + 1)


# MISSING is left to the rules on empty fields and on signs that stand for nothing.
_SENTENCES = {
    MasalahJangka.UNREADABLE: "{} tidak dapat dibaca sebagai jangka waktu",
    MasalahJangka.COMPOUND: "{} memuat lebih dari satu jangka waktu",
    MasalahJangka.CONDITIONAL: "{} menyebut keadaan, bukan peristiwa yang mengakhirinya",
    MasalahJangka.AMBIGUOUS_UNIT: "{} tidak menyebut tahun atau bulan",
    MasalahJangka.AMBIGUOUS_NUMBER: "{} memuat angka dan kata yang tidak sama",
    MasalahJangka.OTHER_UNIT: "{} tidak ditulis dalam tahun atau bulan",
    MasalahJangka.NOT_POSITIVE: "{} tidak menunjukkan lamanya",
    MasalahJangka.DATE_FORM: "{} tidak ditulis sebagai “sampai TTTT-BB-HH”",
    MasalahJangka.MISSING_CITATION: "{} tidak menyebut peraturannya",
}


@rule(
    "DIK-012",
    title="Jangka waktu pengecualian jelas kapan berakhirnya",
    severity=Severity.PERINGATAN,
    hint="Tulis “5 tahun”, “sampai 2024-12-31”, “sampai <peristiwa>”, atau “sesuai <rujukan>”.",
    legal_basis=("PerKI 1/2021 Pasal 49 ayat (6) huruf e",),
)
def jangka_waktu_jelas(row: InformasiDikecualikan, corpus: Corpus) -> Iterator[Finding]:
    reading, written = read_jangka_waktu(row.jangka_waktu), quoted_line(row.jangka_waktu)
    if reading.value is None:
        if reading.problem and (sentence := _SENTENCES.get(reading.problem)):
            offers = " atau ".join(map(quoted_line, reading.candidates))
            hint = f"Mungkin maksudnya {offers}." if offers else ""
            yield at(row, "jangka_waktu", sentence.format(written), hint=hint)
        return
    if not periode_of(row, corpus).jelas:
        if reading.value.bentuk is Bentuk.SAMPAI_PERISTIWA:
            message = f"{written} belum diketahui awalnya"
            hint = "Isi kolom mulai, atau lengkapi tanggal keputusan daftar ini."
            yield at(row, "jangka_waktu", message, hint=hint)
        elif not _permanent_letters(row, corpus):  # otherwise DIK-004 says so
            message = f"{written} tidak menunjukkan kapan pengecualian berakhir"
            yield at(row, "jangka_waktu", message)
    if not reading.is_normal:
        message, hint = f"{written} belum ditulis dalam bentuk baku", f"Tulis “{reading.normal}”."
        certain = is_respelling(row.jangka_waktu, reading.normal)
        fix = Fix(row.span("jangka_waktu"), reading.normal) if certain else None
        yield at(row, "jangka_waktu", message, severity=Severity.SARAN, hint=hint, fix=fix)
