"""Rules on what an exclusion rests on and how long it lasts: grounds that exist, terms that end."""

from collections.abc import Iterator
from datetime import date, timedelta

from ppid.core.corpus import Corpus
from ppid.core.rule import Finding, at, not_normal, rule
from ppid.diagnostics.diagnostic import Note, Severity, offer
from ppid.kinds.acuan.peraturan import Peraturan
from ppid.kinds.dik.model import (
    InformasiDikecualikan,
    beyond,
    daftar_of,
    dasar_of,
    keputusan_of,
    periode_of,
)
from ppid.values.citations import KIP, CitationProblem, CitationProblemKind, CitationReading
from ppid.values.dates import format_tanggal
from ppid.values.durations import MasalahJangka
from ppid.values.terms import (
    Bentuk,
    JangkaWaktu,
    JangkaWaktuReading,
    TermRelation,
    compare,
    condition_ending,
)
from ppid.values.terms import (
    read as read_jangka_waktu,
)
from ppid.values.text import joined, listed, quoted_line
from ppid.values.working_days import hari_kerja_after

_UNDANG_UNDANG = frozenset({"UU", "Perppu"})

# “{}” is the part of the cell that is meant; EMPTY is left to the rule on missing fields.
_BASIS_SENTENCES = {
    CitationProblemKind.UNREADABLE: "{} tidak dapat dibaca sebagai rujukan",
    CitationProblemKind.UNUSED: "{} belum terbaca sebagai bagian rujukan",
    CitationProblemKind.MISSPELT: "{} tampaknya salah ketik",
    CitationProblemKind.MISSING_LAW: "{} tidak jelas peraturannya",
    CitationProblemKind.MISSING_NUMBER: "{} tidak menyebut nomor dan tahun peraturannya",
    CitationProblemKind.MISSING_ARTICLE: "{} tidak menyebut pasalnya",
    CitationProblemKind.MISSING_LETTER: "{} tidak menyebut huruf yang menjadi alasan",
    CitationProblemKind.AMBIGUOUS_LETTER: "{} dapat dibaca sebagai lebih dari satu huruf",
    CitationProblemKind.SUSPECT_ARTICLE: "{} bukan alasan pengecualian; alasannya ada di Pasal 17",
    CitationProblemKind.SUSPECT_PART: "{} menyebut ayat, padahal Pasal 17 tidak berayat",
    CitationProblemKind.SUSPECT_YEAR: "{} dirujuk dengan tahun yang tampaknya keliru",
    CitationProblemKind.AMBIGUOUS: "{} dapat dibaca dengan lebih dari satu cara",
    CitationProblemKind.DANGLING: "{} tidak diikuti rujukan lain",
}


@rule(
    "DIK-002",
    title="Dasar hukum menyebut UU 14/2008 Pasal 17 beserta hurufnya dan semua rujukannya ada",
    severity=Severity.GALAT,
    softened=True,
    hint="Tulis seperti “UU 14/2008 Pasal 17 huruf h angka 3”, dengan titik koma antarrujukan.",
    legal_basis=("UU 14/2008 Pasal 17", "PerKI 1/2021 Pasal 49 ayat (7)"),
)
def dasar_hukum_menyebut_alasan(row: InformasiDikecualikan, corpus: Corpus) -> Iterator[Finding]:
    dasar = dasar_of(row, corpus)
    reading = dasar.reading
    if dasar.sound or not row.dasar_hukum:
        return
    for problem in reading.problems:
        if sentence := _BASIS_SENTENCES.get(problem.kind):
            part = quoted_line(row.dasar_hukum[problem.start : problem.end])
            hint = offer(*problem.suggestions)
            # A stray “dan” hides no ground; all that was cited could be read.
            severity = None if _hides_ground(problem) else Severity.PERINGATAN
            yield at(row, "dasar_hukum", sentence.format(part), severity=severity, hint=hint)
    if not reading.problems and not reading.is_normal:
        yield _not_normal(row, reading)
    if not dasar.alasan and not any(map(_hides_ground, reading.problems)):
        message = f"{quoted_line(row.dasar_hukum)} tidak menyebut huruf dalam UU 14/2008 Pasal 17"
        yield at(row, "dasar_hukum", message)
    doubted = any(p.kind is CitationProblemKind.SUSPECT_YEAR for p in reading.problems)
    for citation, peraturan in dasar.peraturan:
        if peraturan is None:
            if not (doubted and citation.pasal == "17"):
                yield _unknown(row, citation.peraturan, corpus)
        elif reason := beyond(citation, peraturan):
            yield at(row, "dasar_hukum", f"“{citation}” tidak ada; {reason}")
    for citation, alasan in dasar.alasan:
        if alasan is None:
            message = f"“{citation}” tidak ada; Pasal 17 hanya mempunyai huruf a sampai huruf j"
            yield at(row, "dasar_hukum", message)


def _not_normal(row: InformasiDikecualikan, reading: CitationReading) -> Finding:
    """Propose the normal form; with the words that it would leave out, where there are any."""
    subject = quoted_line(row.dasar_hukum)
    if not reading.remainder:
        return not_normal(row, "dasar_hukum", subject, reading.normal, certain=reading.is_certain)
    message = f"{subject} memuat keterangan di luar rujukan"
    hint = f"Tulis “{reading.normal}” dan pindahkan {listed(reading.remainder)} ke kolom lain."
    return at(row, "dasar_hukum", message, severity=Severity.SARAN, hint=hint)


def _hides_ground(problem: CitationProblem) -> bool:
    """Tell whether a ground may stand in what could not be read."""
    return problem.kind is not CitationProblemKind.DANGLING


def _unknown(row: InformasiDikecualikan, kode: str, corpus: Corpus) -> Finding:
    near = [law.kode for law in corpus.of(Peraturan) if _is_near(kode, law.kode)]
    add = "Bila kodenya benar, peraturan itu perlu ditambahkan PPID Utama ke daftar acuan."
    hint = f"{offer(*near[:3])} {add}".lstrip()
    return at(row, "dasar_hukum", f"“{kode}” tidak ada di antara peraturan acuan", hint=hint)


def _is_near(kode: str, other: str) -> bool:
    """Tell whether two codes differ by one character or by a place (“Perwal Contoh 27/2017”).

    A ratio of likeness would take “UU 1/2023” for “UU 17/2023”: figures are no words.
    """
    words, others = kode.split(), other.split()
    same_without_place = (words[0], words[-1]) == (others[0], others[-1])
    differing = sum(a != b for a, b in zip(kode, other, strict=False))
    return same_without_place or (len(kode) == len(other) and differing == 1)


@rule(
    "DIK-003",
    title="Angka dalam alasan Pasal 17 memang ada pada hurufnya",
    severity=Severity.GALAT,
    softened=True,
    hint="Cocokkan angka dengan bunyi Pasal 17, atau hapus bila hurufnya tidak berangka.",
    legal_basis=("UU 14/2008 Pasal 17",),
)
def angka_ada_pada_hurufnya(row: InformasiDikecualikan, corpus: Corpus) -> Iterator[Finding]:
    for citation, alasan in dasar_of(row, corpus).alasan:
        numbers = [angka.nomor for angka in alasan.angka] if alasan else []
        if alasan and citation.angka and citation.angka not in numbers:
            known = f"huruf {alasan.huruf} tidak mempunyai angka"
            if numbers:
                span = f"angka {numbers[0]} sampai {numbers[-1]}"
                known = f"huruf {alasan.huruf} hanya mempunyai {span}"
            yield at(row, "dasar_hukum", f"“{citation}” tidak ada; {known}")


@rule(
    "DIK-006",
    title="Alasan huruf j disertai undang-undang lain",
    severity=Severity.PERINGATAN,
    hint="Tambahkan undang-undang yang melarang informasi ini dibuka, beserta pasalnya.",
    legal_basis=("UU 14/2008 Pasal 17 huruf j", "PerKI 1/2021 Pasal 49 ayat (7) huruf a"),
)
def huruf_j_menyebut_undang_undang_lain(
    row: InformasiDikecualikan, corpus: Corpus
) -> Iterator[Finding]:
    dasar = dasar_of(row, corpus)
    if not any(citation.huruf == "j" for citation, _ in dasar.alasan):
        return
    # What cannot be read yet may be that other law: DIK-002 asks for it first.
    if any(map(_hides_ground, dasar.reading.problems)):
        return
    citations = dasar.reading.citations
    if not any(c.jenis in _UNDANG_UNDANG and c.peraturan != KIP for c in citations):
        message = (
            f"{quoted_line(row.dasar_hukum)} memakai huruf j tanpa menyebut undang-undang lain"
        )
        yield at(row, "dasar_hukum", message)


@rule(
    "DIK-016",
    title="Peraturan yang dirujuk berlaku pada tanggal keputusan",
    severity=Severity.PERINGATAN,
    hint="Periksa apakah rujukan itu sudah diganti, lalu sesuaikan dasar hukumnya.",
    no_basis="Tidak ada pasal yang menyebutnya; aturan ini menjaga agar rujukan tidak usang.",
)
def rujukan_berlaku_pada_tanggal_keputusan(
    row: InformasiDikecualikan, corpus: Corpus
) -> Iterator[Finding]:
    decided = keputusan_of(row, corpus).tanggal
    if decided is None:
        return
    for _, law in dasar_of(row, corpus).peraturan:
        if law is None or law.berlaku_pada(decided):
            continue
        began = law.mulai is None or law.mulai <= decided
        state = "sudah tidak berlaku" if began else "belum berlaku"
        message = f"“{law.kode}” {state} pada tanggal keputusan, {format_tanggal(decided)}"
        hint = f"Periksa penggantinya, {law.dicabut_oleh}." if began and law.dicabut_oleh else ""
        daftar = daftar_of(row, corpus)
        place = daftar.span("penetapan", "tanggal") if daftar else row.span()
        notes = (Note("tanggal keputusannya", place),)
        yield at(row, "dasar_hukum", message, notes=notes, hint=hint)


_NOTICE = 30
# No 30 working days stretch further than this many days, not even over Idul Fitri.
_LONGEST_NOTICE = timedelta(days=70)


@rule(
    "DIK-001",
    title="Pengecualian berakhir sesudah mulainya",
    severity=Severity.GALAT,
    hint="Cocokkan jangka waktu dan tanggal mulainya dengan surat keputusan.",
    legal_basis=("UU 14/2008 Pasal 7 ayat (2)", "PerKI 1/2021 Pasal 52 ayat (2)"),
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
    letters, others = _letters(row, corpus)
    if not letters or not periode_of(row, corpus).tanpa_akhir:
        return
    grounds = f"Pasal 17 huruf {joined(letters)}"
    written = quoted_line(row.jangka_waktu)
    if others:
        rest = f"huruf {joined(others)}"
        message = f"{written} tidak boleh untuk alasan {grounds}; sesudah itu tinggal {rest}"
        hint = (
            f"Tulis kapan alasan {grounds} berakhir, di kolom catatan atau dalam jangka waktunya."
        )
        yield at(row, "jangka_waktu", message, severity=Severity.PERINGATAN, hint=hint)
    else:
        yield at(row, "jangka_waktu", f"{written} tidak boleh untuk alasan {grounds}")


def _letters(row: InformasiDikecualikan, corpus: Corpus) -> tuple[list[str], list[str]]:
    """Return the letters of a row that may not be permanent, and the others."""
    grounds = [alasan for _, alasan in dasar_of(row, corpus).alasan if alasan]
    ending = {alasan.huruf for alasan in grounds if alasan.permanen == "tidak"}
    return sorted(ending), sorted({alasan.huruf for alasan in grounds} - ending)


@rule(
    "DIK-005",
    title="Pengecualian dengan alasan huruf a paling lama 30 tahun",
    severity=Severity.GALAT,
    softened=True,
    hint="Tulis jangka waktu yang tidak melewati batas itu, dihitung dari awal pengecualian.",
    legal_basis=("PerKI 1/2021 Pasal 51 ayat (1)",),
)
def dalam_batas_alasannya(row: InformasiDikecualikan, corpus: Corpus) -> Iterator[Finding]:
    grounds = [alasan for _, alasan in dasar_of(row, corpus).alasan if alasan]
    # Each ground has its own limit: what another ground keeps closed may last longer.
    longer = sorted({alasan.huruf for alasan in grounds if not alasan.batas_tahun})
    for alasan in grounds:
        if not alasan.batas_tahun:
            continue
        periode = periode_of(row, corpus)
        mulai, berakhir = periode.mulai, periode.berakhir
        limit = JangkaWaktu(Bentuk.LAMA, bulan=alasan.batas_tahun * 12)
        last = limit.berakhir(mulai)
        # “sampai” the anniversary itself is how people write a full term: one day is no quarrel.
        if last and berakhir and berakhir <= last + timedelta(days=1):
            continue
        if compare(str(limit), row.jangka_waktu, mulai, mulai) is TermRelation.LEBIH_PANJANG:
            years = f"{alasan.batas_tahun} tahun, batas untuk alasan Pasal 17 huruf {alasan.huruf}"
            message = f"{quoted_line(row.jangka_waktu)} lebih lama daripada {years}"
            if longer:
                rest = f"sesudah itu tinggal huruf {joined(longer)}"
                yield at(row, "jangka_waktu", f"{message}; {rest}", severity=Severity.SARAN)
            else:
                yield at(row, "jangka_waktu", message)


@rule(
    "DIK-009",
    title="Informasi yang jangka waktunya sudah berakhir tidak lagi dikecualikan",
    severity=Severity.PERINGATAN,
    hint="Pindahkan ke daftar informasi publik, atau lakukan uji konsekuensi baru.",
    legal_basis=("UU 14/2008 Pasal 7 ayat (2)", "PerKI 1/2021 Pasal 52 ayat (2)"),
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
    if newest and period.sudah_berakhir(corpus.today):
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
_TERM_SENTENCES = {
    MasalahJangka.UNREADABLE: "{} tidak dapat dibaca sebagai jangka waktu",
    MasalahJangka.COMPOUND: "{} memuat lebih dari satu jangka waktu",
    MasalahJangka.MISSPELT: "{} mungkin salah ketik",
    MasalahJangka.PERMISSION: "{} menyebut kapan atau siapa yang boleh melihat, bukan akhirnya",
    MasalahJangka.OPEN_END: "{} menyebut akhir yang belum terbaca sebagai tanggal",
    MasalahJangka.RANGE: "{} memuat dua batas, bukan satu jangka waktu",
    MasalahJangka.PERIOD: "{} memuat awal dan akhir sekaligus",
    MasalahJangka.CITATION: "{} adalah rujukan peraturan, bukan jangka waktu",
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
    hint="Tulis “5 tahun”, “sampai 2035-12-31”, “sampai <peristiwa>”, atau “sesuai <rujukan>”.",
    legal_basis=("PerKI 1/2021 Pasal 49 ayat (6) huruf e",),
)
def jangka_waktu_jelas(row: InformasiDikecualikan, corpus: Corpus) -> Iterator[Finding]:
    reading, written = read_jangka_waktu(row.jangka_waktu), quoted_line(row.jangka_waktu)
    if reading.value is None:
        if reading.problem and (sentence := _TERM_SENTENCES.get(reading.problem)):
            yield at(row, "jangka_waktu", sentence.format(written), hint=_terms_meant(reading))
        return
    periode = periode_of(row, corpus)
    if not periode.jelas:
        if periode.tanpa_pasal:
            message = f"{written} tidak menyebut pasal yang mengatur akhirnya"
            hint = "Tulis pasalnya, misalnya “sesuai PerKI 1/2021 Pasal 51 ayat (7)”, atau lamanya."
            yield at(row, "jangka_waktu", message, hint=hint)
        elif periode.tanpa_akhir:
            if not _letters(row, corpus)[0]:  # otherwise DIK-004 says so
                message = f"{written} tidak menunjukkan kapan pengecualian berakhir"
                yield at(row, "jangka_waktu", message)
        elif periode.tanpa_kejadian:
            message = f"{written} tidak menyebut kejadian yang menandai akhirnya"
            hint = "Sebut kejadiannya, misalnya “sampai penyidikan selesai”, atau tulis lamanya."
            yield at(row, "jangka_waktu", message, hint=hint)
        elif reading.value.bentuk is Bentuk.SELAMA_KEADAAN:
            ending = condition_ending(reading.value)
            message = f"{written} menyebut keadaan, bukan peristiwa yang mengakhirinya"
            hint = offer(f"sampai {ending}") if ending else ""
            yield at(row, "jangka_waktu", message, hint=hint)
        elif reading.value.follows_event:
            message = f"{written} belum diketahui awalnya"
            hint = "Isi kolom mulai, atau lengkapi tanggal keputusan daftar ini."
            yield at(row, "jangka_waktu", message, hint=hint)
        else:
            message = f"{written} tidak menunjukkan kapan pengecualian berakhir"
            yield at(row, "jangka_waktu", message)
    if not reading.is_normal:
        yield not_normal(row, "jangka_waktu", written, reading.normal)


def _terms_meant(reading: JangkaWaktuReading) -> str:
    """Offer what a term may mean, and name what the offers would leave out."""
    meant = offer(*reading.candidates)
    if not meant or not reading.sisa:
        return meant
    left = f"{meant} {quoted_line(reading.sisa)} belum termasuk di dalamnya."
    began = reading.problem is MasalahJangka.PERIOD
    return f"{left} Awalnya ditulis di kolom mulai." if began else left
