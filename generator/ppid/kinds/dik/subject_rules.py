"""Rules on what is excluded, and on its list: it may be, it is not given away, it was decided."""

import re
from collections.abc import Iterator
from operator import attrgetter
from pathlib import PurePosixPath

from ppid.core.corpus import Corpus
from ppid.core.rule import Finding, at, rule
from ppid.diagnostics.diagnostic import Note, Severity
from ppid.diagnostics.places import Span
from ppid.kinds.acuan.kata_perihal import subject_of
from ppid.kinds.daftar import DaftarDikecualikan
from ppid.kinds.dik.model import (
    SHORTEST_CONSEQUENCE,
    InformasiDikecualikan,
    dasar_of,
    is_unexplained,
    with_one_consequence,
)
from ppid.kinds.dik.withheld import called_like, documents_of, is_withheld
from ppid.values.dates import format_tanggal
from ppid.values.text import joined, quoted_line


@rule(
    "DIK-010",
    title="Yang dikecualikan bukan informasi yang menurut undang-undang selalu terbuka",
    severity=Severity.PERINGATAN,
    hint="Periksa kembali; bila hanya sebagian yang dilindungi, tulis “sebagian” dan bagiannya.",
    legal_basis=("UU 14/2008 Pasal 18 ayat (1)",),
)
def bukan_informasi_yang_selalu_terbuka(
    row: InformasiDikecualikan, corpus: Corpus
) -> Iterator[Finding]:
    # Inside an open document a part may still be protected: PerKI 1/2021 Pasal 22 ayat (2) huruf b.
    subject = (
        subject_of(row.informasi, "selalu-terbuka", corpus) if row.cakupan == "seluruh" else None
    )
    if subject:
        named = f"{quoted_line(row.informasi)} tampak sebagai {subject.sebutan}"
        message = f"{named}, yang tidak termasuk informasi yang dikecualikan ({subject.dasar})"
        # Letter b can be read as if it spoke of law enforcement alone.
        doubtful = subject.dasar.endswith("huruf b") and "penegak hukum" not in subject.sebutan
        yield at(row, "informasi", message, severity=Severity.SARAN if doubtful else None)


@rule(
    "DIK-011",
    title="Yang dikecualikan bukan dokumen pengadaan yang wajib diumumkan",
    severity=Severity.PERINGATAN,
    hint="Periksa kembali; bila hanya sebagian yang dilindungi, tulis “sebagian” dan bagiannya.",
    legal_basis=("PerKI 1/2021 Pasal 15 ayat (9)",),
)
def bukan_dokumen_pengadaan_yang_diumumkan(
    row: InformasiDikecualikan, corpus: Corpus
) -> Iterator[Finding]:
    if row.cakupan != "seluruh":
        return
    if subject := subject_of(row.informasi, "pengadaan", corpus):
        named = f"{quoted_line(row.informasi)} tampak sebagai {subject.sebutan}"
        message = f"{named}, yang wajib diumumkan secara berkala ({subject.dasar})"
        yield at(row, "informasi", message)


_TEXTS = (
    "informasi",
    "bagian",
    "dasar_hukum",
    "konsekuensi_dibuka",
    "konsekuensi_ditutup",
    "jangka_waktu",
    "penguasa",
    "penanggung_jawab",
    "catatan",
)
_texts_of = attrgetter(*_TEXTS)
_ADDRESS = re.compile(
    r"https?:\S+|\bwww\.\S+|\b(?:[a-z0-9-]{1,63}\.){1,6}(?:id|com|net|org|ly|ee)/\S*"
    r"|[\w./%-]{0,100}\w\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|csv|zip|rar|7z|jpe?g|png|tiff?)\b",
    re.IGNORECASE,
)
# Every address has this or “://”; to look for it first spares nearly all rows the long search.
_DOT_INSIDE = re.compile(r"\.[A-Za-z7]")
_RENAME = "Keluarkan berkas itu dari dokumen/; bila isinya memang terbuka, beri nama lain."


@rule(
    "DIK-013",
    title="Informasi yang dikecualikan tidak disertai alamat atau berkas dokumennya",
    severity=Severity.GALAT,
    hint="Hapus alamat dan berkas dokumennya; daftar ini hanya menyebut informasinya.",
    legal_basis=("UU 14/2008 Pasal 54", "PerKI 1/2021 Pasal 50 ayat (1)"),
)
def dokumennya_tidak_ikut_terbit(row: InformasiDikecualikan, corpus: Corpus) -> Iterator[Finding]:
    texts = _texts_of(row)
    joined = "\n".join(texts)
    if "://" in joined or _DOT_INSIDE.search(joined):
        for name, text in zip(_TEXTS, texts, strict=True):
            if found := _ADDRESS.search(text):
                yield at(
                    row, name, f"{quoted_line(found[0])} adalah alamat atau nama berkas dokumen"
                )
    names = documents_of(row.id.opd, corpus)
    if names and (named := called_like(row, names)) and is_withheld(row, corpus):
        name = PurePosixPath(named.path).name
        notes = (Note("berkas yang akan ikut terbit", Span(named.path)),)
        like = "bernama seperti" if named.exactly else "bernama hampir seperti"
        message = f"Berkas “{name}” {like} informasi ini"
        severity = None if named.exactly else Severity.PERINGATAN
        yield at(row, "kode", message, notes=notes, hint=_RENAME, severity=severity)


_EVERYTHING = re.compile(
    r"(?:keseluruhan|(?:seluruh|semua)(?:nya)?)"
    r"(?:\s+(?:isi|dokumen|informasi|bagian|halaman|berkas|naskah|materi|data)(?:nya)?)*\s*\.?",
    re.IGNORECASE,
)


@rule(
    "DIK-014",
    title="Cakupan “sebagian” menyebut bagiannya dan tidak menutup seluruh dokumen",
    severity=Severity.GALAT,
    hint="Tulis bagian yang ditutup pada kolom bagian; selebihnya tetap terbuka.",
    legal_basis=("UU 14/2008 Pasal 22 ayat (7) huruf e", "PerKI 1/2021 Pasal 50 ayat (3)"),
)
def cakupan_sesuai_bagiannya(row: InformasiDikecualikan, _corpus: Corpus) -> Iterator[Finding]:
    if row.cakupan == "sebagian" and not row.bagian:
        yield at(row, "cakupan", "Cakupannya “sebagian”, tetapi kolom bagian kosong")
    elif row.cakupan == "sebagian" and _EVERYTHING.fullmatch(row.bagian):
        message = f"Cakupannya “sebagian”, tetapi bagiannya {quoted_line(row.bagian)}"
        hint = "Sebut bagian tertentu, atau tulis “seluruh” bila seluruh dokumen sudah diuji."
        yield at(row, "bagian", message, severity=Severity.PERINGATAN, hint=hint)
    elif row.cakupan == "seluruh" and row.bagian and not _EVERYTHING.fullmatch(row.bagian):
        message = f"Cakupannya “seluruh”, tetapi kolom bagian berisi {quoted_line(row.bagian)}"
        hint = "Bila hanya bagian itu yang ditutup, tulis “sebagian” pada kolom cakupan."
        yield at(row, "bagian", message, severity=Severity.PERINGATAN, hint=hint)


@rule(
    "DIK-017",
    title="Alasan huruf g dan h dipakai untuk rahasia seseorang, bukan urusan badan publik",
    severity=Severity.PERINGATAN,
    hint="Periksa kembali alasannya; informasi ini mungkin terbuka, atau alasannya huruf lain.",
    legal_basis=("UU 14/2008 Pasal 17 huruf h", "UU 14/2008 Pasal 18 ayat (2)"),
)
def alasan_pribadi_untuk_rahasia_seseorang(
    row: InformasiDikecualikan, corpus: Corpus
) -> Iterator[Finding]:
    if row.cakupan != "seluruh":
        return
    if not (subject := subject_of(row.informasi, "bukan-pribadi", corpus)):
        return
    letters = {citation.huruf for citation, _ in dasar_of(row, corpus).alasan}
    # Another ground beside g and h may well fit, so only these two alone are asked about.
    if letters and letters <= {"g", "h"}:
        message = (
            f"{quoted_line(row.informasi)} tampak sebagai {subject.sebutan}, bukan rahasia pribadi"
        )
        yield at(row, "dasar_hukum", message)


_DECISION = {
    "nomor": "nomor",
    "tanggal": "tanggal",
    "pejabat": "pejabat yang menetapkan",
    "tempat": "tempat",
}


@rule(
    "DIK-007",
    title="Daftar didahului uji konsekuensi yang tidak lebih baru daripada keputusannya",
    severity=Severity.PERINGATAN,
    hint="Tulis nomor lembar uji konsekuensi dan tanggalnya.",
    legal_basis=("UU 14/2008 Pasal 19", "PerKI 1/2021 Pasal 22 ayat (3)", "PerKI 1/2021 Pasal 49"),
)
def uji_konsekuensi_mendahului(daftar: DaftarDikecualikan, _corpus: Corpus) -> Iterator[Finding]:
    uji, penetapan = daftar.uji_konsekuensi, daftar.penetapan
    if daftar.nihil:
        return
    if uji is None:
        yield at(daftar, "", "Daftar ini belum menyebut uji konsekuensinya")
    elif uji.tanggal is None:
        yield Finding(
            daftar.key_span("uji_konsekuensi"), "Uji konsekuensi ini belum bertanggal", daftar.id
        )
    elif penetapan and penetapan.tanggal and uji.tanggal > penetapan.tanggal:
        note = Note("tanggal keputusannya", daftar.span("penetapan", "tanggal"))
        tested, decided = format_tanggal(uji.tanggal), format_tanggal(penetapan.tanggal)
        message = f"Uji konsekuensi bertanggal {tested}, sesudah keputusannya, {decided}"
        hint = "Periksa kedua tanggal; pengujian mendahului keputusan."
        yield at(daftar, ("uji_konsekuensi", "tanggal"), message, notes=(note,), hint=hint)


@rule(
    "DIK-008",
    title="Daftar mempunyai keputusan dengan nomor, tanggal, pejabat, dan tempat",
    severity=Severity.PERINGATAN,
    hint="Lengkapi dari surat keputusan pengecualian informasi.",
    legal_basis=("PerKI 1/2021 Pasal 49 ayat (5)", "PerKI 1/2021 Pasal 49 ayat (6)"),
)
def keputusan_lengkap(daftar: DaftarDikecualikan, _corpus: Corpus) -> Iterator[Finding]:
    penetapan = daftar.penetapan
    if daftar.nihil:
        return
    if penetapan is None:
        yield at(daftar, "", "Daftar ini belum menyebut keputusan yang menetapkannya")
        return
    missing = [label for name, label in _DECISION.items() if not getattr(penetapan, name)]
    if missing:
        message = f"Keputusan ini belum menyebut {joined(missing)}"
        yield Finding(daftar.key_span("penetapan"), message, daftar.id)


@rule(
    "DIK-020",
    title="Daftar yang dinyatakan nihil tidak memuat informasi",
    severity=Severity.GALAT,
    hint="Hapus pernyataan nihilnya, atau hapus baris-baris dalam berkas CSV tahun itu.",
    legal_basis=("UU 14/2008 Pasal 7 ayat (2)",),
)
def nihil_tanpa_baris(daftar: DaftarDikecualikan, corpus: Corpus) -> Iterator[Finding]:
    rows = corpus.in_list(InformasiDikecualikan, daftar.id.opd, daftar.id.tahun)
    if daftar.nihil and rows:
        notes = (Note("baris pertamanya", rows[0].span()),)
        message = f"Daftar ini dinyatakan nihil, tetapi memuat {len(rows)} informasi"
        yield at(daftar, "nihil", message, notes=notes)


@rule(
    "DIK-015",
    title="Konsekuensi bila dibuka diuraikan untuk tiap informasi",
    severity=Severity.PERINGATAN,
    hint="Uraikan akibat bagi publik bila informasi ini dibuka, khusus untuk informasi ini.",
    legal_basis=(
        "PerKI 1/2021 Pasal 49 ayat (2) huruf d",
        "PerKI 1/2021 Pasal 49 ayat (7) huruf b",
    ),
)
def konsekuensi_diuraikan(daftar: DaftarDikecualikan, corpus: Corpus) -> Iterator[Finding]:
    rows = corpus.in_list(InformasiDikecualikan, daftar.id.opd, daftar.id.tahun)
    for row in filter(is_unexplained, rows):
        text = quoted_line(row.konsekuensi_dibuka)
        short = len(row.konsekuensi_dibuka.strip()) < SHORTEST_CONSEQUENCE
        how = "terlalu singkat untuk menguraikan" if short else "mengulang judul atau kata, bukan"
        message = f"{text} {how} konsekuensi"
        yield at(row, "konsekuensi_dibuka", message)
    if copies := with_one_consequence(rows):
        first, second = copies[0], copies[1]
        again = second.span("konsekuensi_dibuka")
        notes = (Note("konsekuensi yang sama tertulis lagi di sini", again),)
        message = f"Konsekuensi yang sama dipakai pada {len(copies)} dari {len(rows)} baris"
        said = f"{message}: {quoted_line(first.konsekuensi_dibuka)}"
        yield at(first, "konsekuensi_dibuka", said, notes=notes)
