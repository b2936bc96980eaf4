"""Rules on how long information is withheld: a term that can be computed, is allowed, and ends."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from ppid.core.corpus import Corpus
from ppid.core.rule import Finding, at, rule
from ppid.diagnostics.diagnostic import Fix, Note, Severity
from ppid.kinds.dik.model import InformasiDikecualikan, daftar_of, periode_of
from ppid.kinds.dik.quote import quoted
from ppid.kinds.dik.resolved import dasar_of, keputusan_of
from ppid.values.dates import format_tanggal
from ppid.values.durations import MasalahJangka
from ppid.values.terms import Bentuk, JangkaWaktu, JangkaWaktuReading, read_jangka_waktu
from ppid.values.text import is_respelling, joined
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
        message = f"{quoted(row.jangka_waktu)} berakhir pada {ends}, padahal mulainya {starts}"
        yield at(row, "jangka_waktu", message, notes=_start_notes(row, corpus))


def _start_notes(row: InformasiDikecualikan, corpus: Corpus) -> tuple[Note, ...]:
    daftar = daftar_of(row, corpus)
    if row.mulai:
        return (Note("tanggal mulainya", row.span("mulai")),)
    if daftar is None:
        return ()
    return (Note("mulai pada tanggal keputusan", daftar.span("penetapan", "tanggal")),)


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
        message = f"{quoted(row.jangka_waktu)} tidak boleh untuk alasan {grounds}"
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
    jangka = read_jangka_waktu(row.jangka_waktu).value
    if jangka is None or not (jangka.bulan or jangka.tanggal):
        return
    for _, alasan in dasar_of(row, corpus).alasan:
        years = alasan.batas_tahun if alasan else None
        if alasan and years and _exceeds(jangka, years, row, corpus):
            limit = f"{years} tahun, batas untuk alasan Pasal 17 huruf {alasan.huruf}"
            message = f"{quoted(row.jangka_waktu)} lebih lama daripada {limit}"
            yield at(row, "jangka_waktu", message)


def _exceeds(jangka: JangkaWaktu, years: int, row: InformasiDikecualikan, corpus: Corpus) -> bool:
    limit = JangkaWaktu(Bentuk.LAMA, bulan=years * 12)
    if jangka.tanggal is None:
        return jangka.bulan > limit.bulan
    last = limit.berakhir(periode_of(row, corpus).mulai)
    # “sampai” the anniversary itself is how people write a full term: one day is no quarrel.
    return last is not None and jangka.tanggal > last + timedelta(days=1)


@rule(
    "DIK-009",
    title="Informasi yang jangka waktunya sudah berakhir tidak lagi dikecualikan",
    severity=Severity.PERINGATAN,
    hint="Pindahkan ke daftar informasi publik, atau lakukan uji konsekuensi baru.",
    legal_basis=("PerKI 1/2021 Pasal 52 ayat (1)", "PerKI 1/2021 Pasal 52 ayat (2)"),
)
def belum_berakhir(row: InformasiDikecualikan, corpus: Corpus) -> Iterator[Finding]:
    decided, newest = keputusan_of(row, corpus)
    term = periode_of(row, corpus)
    mulai, berakhir = term.mulai, term.berakhir
    if berakhir is None or berakhir - corpus.today > _LONGEST_NOTICE:
        return
    if mulai and berakhir <= mulai:  # DIK-001 says so
        return
    if newest:
        yield from _ended_or_ending(row, berakhir, corpus.today)
    elif decided and berakhir < decided:
        # An older list is history; but this one was wrong on the day on which it was decided.
        ends = f"{quoted(row.jangka_waktu)} sudah berakhir pada {format_tanggal(berakhir)}"
        message = f"{ends}, sebelum keputusan daftar ini, {format_tanggal(decided)}"
        yield at(row, "jangka_waktu", message)


def _ended_or_ending(row: InformasiDikecualikan, berakhir: date, today: date) -> Iterator[Finding]:
    ends = f"{quoted(row.jangka_waktu)} berakhir pada {format_tanggal(berakhir)}"
    if berakhir < today:
        message = f"{ends}, tetapi informasi ini masih tercantum sebagai dikecualikan"
        yield at(row, "jangka_waktu", message)
    elif berakhir < _notice_is_over(today):
        message = f"{ends}, dalam {_NOTICE} hari kerja mendatang"
        hint = "Tetapkan statusnya sebelum hari itu: dibuka, atau diuji kembali."
        yield at(row, "jangka_waktu", message, severity=Severity.SARAN, hint=hint)


@lru_cache(maxsize=8)
def _notice_is_over(today: date) -> date:
    """Return the working day after the last one of the notice: counted once, not for every row."""
    return hari_kerja_after(today, _NOTICE + 1)


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
    reading, term = read_jangka_waktu(row.jangka_waktu), periode_of(row, corpus)
    if reading.value is None:
        yield from _unread(row, reading)
    elif not term.jelas:
        yield from _unclear(row, reading.value, corpus)
    if not reading.is_normal and reading.value:
        message = f"{quoted(row.jangka_waktu)} belum ditulis dalam bentuk baku"
        hint = f"Tulis “{reading.normal}”."
        certain = is_respelling(row.jangka_waktu, reading.normal)
        fix = Fix(row.span("jangka_waktu"), reading.normal) if certain else None
        yield at(row, "jangka_waktu", message, severity=Severity.SARAN, hint=hint, fix=fix)


def _unread(row: InformasiDikecualikan, reading: JangkaWaktuReading) -> Iterator[Finding]:
    if reading.problem and (sentence := _SENTENCES.get(reading.problem)):
        offers = " atau ".join(map(quoted, reading.candidates))
        hint = f"Mungkin maksudnya {offers}." if offers else ""
        yield at(row, "jangka_waktu", sentence.format(quoted(row.jangka_waktu)), hint=hint)


def _unclear(row: InformasiDikecualikan, jangka: JangkaWaktu, corpus: Corpus) -> Iterator[Finding]:
    if jangka.bentuk is not Bentuk.SAMPAI_PERISTIWA:
        if not _permanent_letters(row, corpus):  # otherwise DIK-004 says so
            message = f"{quoted(row.jangka_waktu)} tidak menunjukkan kapan pengecualian berakhir"
            yield at(row, "jangka_waktu", message)
    else:
        message = f"{quoted(row.jangka_waktu)} belum diketahui awalnya"
        hint = "Isi kolom mulai, atau lengkapi tanggal keputusan daftar ini."
        yield at(row, "jangka_waktu", message, hint=hint)
