"""Rules on a DIK as a whole: the test before it, the decision behind it, its consequences."""

from collections import defaultdict
from collections.abc import Iterator

from ppid.core.corpus import Corpus
from ppid.core.rule import Finding, at, rule
from ppid.diagnostics.diagnostic import Note, Severity
from ppid.kinds.daftar import DaftarDikecualikan
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.values.dates import format_tanggal
from ppid.values.text import joined, quoted_line

_SHORTEST = 20
_FEWEST_COPIES = 3
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
    hint="Isi uji_konsekuensi dengan nomor lembar pengujian dan tanggalnya.",
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
    hint="Lengkapi penetapan dari surat keputusan pengecualian informasi.",
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
    same: dict[str, list[InformasiDikecualikan]] = defaultdict(list)
    for row in rows:
        text = row.konsekuensi_dibuka
        same[" ".join(text.lower().split())].append(row)
        if text and len(text) < _SHORTEST:
            message = f"{quoted_line(text)} terlalu singkat untuk menguraikan konsekuensi"
            yield at(row, "konsekuensi_dibuka", message)
    for text, copies in same.items():
        if text and len(copies) >= _FEWEST_COPIES and len(copies) * 2 > len(rows):
            first, second = copies[0], copies[1]
            again = second.span("konsekuensi_dibuka")
            notes = (Note("konsekuensi yang sama tertulis lagi di sini", again),)
            message = f"Konsekuensi yang sama dipakai pada {len(copies)} dari {len(rows)} baris"
            said = f"{message}: {quoted_line(first.konsekuensi_dibuka)}"
            yield at(first, "konsekuensi_dibuka", said, notes=notes)
