"""Rules on the legal basis of an exclusion: it can be read, it exists, it suffices, it is valid."""

from collections.abc import Iterator
from difflib import get_close_matches

from generator.corpus import Corpus
from generator.diagnostics.model import Fix, Note, Severity
from generator.kinds.acuan.alasan import Alasan
from generator.kinds.acuan.peraturan import Peraturan, slug_of
from generator.kinds.dik.model import InformasiDikecualikan, alasan_of, daftar_of
from generator.kinds.dik.quote import quoted
from generator.rule import Finding, at, rule
from generator.values.citation import (
    Citation,
    CitationProblem,
    CitationProblemKind,
    CitationReading,
    read_citations,
)
from generator.values.tanggal import format_tanggal

_KIP = "UU 14/2008"
_UNDANG_UNDANG = frozenset({"UU", "Perppu"})

# “{}” is the part of the cell that is meant; EMPTY is left to the rule on missing fields.
_SENTENCES = {
    CitationProblemKind.UNREADABLE: "{} tidak dapat dibaca sebagai rujukan",
    CitationProblemKind.MISSING_LAW: "{} tidak menyebut peraturannya",
    CitationProblemKind.MISSING_NUMBER: "{} tidak menyebut nomor dan tahun peraturannya",
    CitationProblemKind.MISSING_ARTICLE: "{} tidak menyebut pasalnya",
    CitationProblemKind.MISSING_LETTER: "{} tidak menyebut huruf yang menjadi alasan",
    CitationProblemKind.AMBIGUOUS_LETTER: "{} dapat dibaca sebagai lebih dari satu huruf",
    CitationProblemKind.SUSPECT_ARTICLE: "{} bukan alasan pengecualian; alasannya ada di Pasal 17",
    CitationProblemKind.SUSPECT_YEAR: "{} tampaknya memakai tahun yang keliru",
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
    if not row.dasar_hukum:
        return
    reading = read_citations(row.dasar_hukum)
    if reading.problems:
        yield from _unread(row, reading.problems)
    elif not reading.is_normal:
        yield _unusual(row, reading)
    if not alasan_of(row) and not any(map(_hides_ground, reading.problems)):
        message = f"{quoted(row.dasar_hukum)} tidak menyebut huruf dalam UU 14/2008 Pasal 17"
        yield at(row, "dasar_hukum", message)
    yield from _unresolved(row, reading.citations, corpus)


def _unread(row: InformasiDikecualikan, problems: tuple[CitationProblem, ...]) -> Iterator[Finding]:
    for problem in problems:
        if sentence := _SENTENCES.get(problem.kind):
            part = quoted(row.dasar_hukum[problem.start : problem.end])
            offers = [quoted(suggestion) for suggestion in problem.suggestions]
            hint = f"Mungkin maksudnya {' atau '.join(offers)}." if offers else ""
            yield at(row, "dasar_hukum", sentence.format(part), hint=hint)


def _hides_ground(problem: CitationProblem) -> bool:
    """Tell whether a ground may stand in what could not be read."""
    return problem.kind is not CitationProblemKind.DANGLING


def _unusual(row: InformasiDikecualikan, reading: CitationReading) -> Finding:
    message = f"{quoted(row.dasar_hukum)} belum ditulis dalam bentuk baku"
    return at(
        row,
        "dasar_hukum",
        message,
        severity=Severity.SARAN,
        hint=f"Tulis “{reading.normal}”.",
        fix=Fix(row.span("dasar_hukum"), reading.normal),
    )


def _unresolved(
    row: InformasiDikecualikan, citations: tuple[Citation, ...], corpus: Corpus
) -> Iterator[Finding]:
    for citation in citations:
        peraturan = _peraturan_of(citation.peraturan, corpus)
        if peraturan is None:
            yield _unknown(row, citation.peraturan, corpus)
        elif message := _beyond(citation, peraturan, corpus):
            yield at(row, "dasar_hukum", message)


def _peraturan_of(kode: str, corpus: Corpus) -> Peraturan | None:
    """Find a law by its code, or else by another name under which it is on file."""
    found = corpus.get(Peraturan, slug=slug_of(kode))
    return found or next((law for law in corpus.of(Peraturan) if kode in law.nama_lain), None)


def _unknown(row: InformasiDikecualikan, kode: str, corpus: Corpus) -> Finding:
    near = get_close_matches(kode, [law.kode for law in corpus.of(Peraturan)], n=1)
    offer = f"Mungkin maksudnya “{near[0]}”. " if near else ""
    hint = f"{offer}Bila benar, peraturan itu perlu ditambahkan ke data/acuan/dasar-hukum.yml."
    return at(row, "dasar_hukum", f"“{kode}” tidak ada di antara peraturan acuan", hint=hint)


def _beyond(citation: Citation, peraturan: Peraturan, corpus: Corpus) -> str:
    """Say what a citation names that its law does not have; empty when nothing is known."""
    last = peraturan.pasal_terakhir
    if last and citation.pasal.isdigit() and not 0 < int(citation.pasal) <= last:
        return f"“{citation}” tidak ada; {peraturan.kode} berakhir pada Pasal {last}"
    if (citation.peraturan, citation.pasal) != (_KIP, "17"):
        return ""
    if citation.ayat:
        return f"“{citation}” tidak ada; Pasal 17 tidak mempunyai ayat"
    if citation.huruf and corpus.get(Alasan, slug=citation.huruf) is None:
        return f"“{citation}” tidak ada; Pasal 17 hanya mempunyai huruf a sampai j"
    return ""


@rule(
    "DIK-003",
    title="Angka dalam alasan Pasal 17 memang ada pada hurufnya",
    severity=Severity.GALAT,
    softened=True,
    hint="Cocokkan angka dengan bunyi Pasal 17, atau hapus bila hurufnya tidak berangka.",
    legal_basis=("UU 14/2008 Pasal 17",),
)
def angka_ada_pada_hurufnya(row: InformasiDikecualikan, corpus: Corpus) -> Iterator[Finding]:
    for citation in alasan_of(row):
        alasan = corpus.get(Alasan, slug=citation.huruf) if citation.angka else None
        if alasan and citation.angka not in [angka.nomor for angka in alasan.angka]:
            yield at(row, "dasar_hukum", f"“{citation}” tidak ada; {_angka_of(alasan)}")


def _angka_of(alasan: Alasan) -> str:
    if not alasan.angka:
        return f"huruf {alasan.huruf} tidak mempunyai angka"
    first, last = alasan.angka[0].nomor, alasan.angka[-1].nomor
    return f"huruf {alasan.huruf} hanya mempunyai angka {first} sampai {last}"


@rule(
    "DIK-006",
    title="Alasan huruf j disertai undang-undang lain",
    severity=Severity.PERINGATAN,
    hint="Tambahkan undang-undang yang melarang informasi ini dibuka, beserta pasalnya.",
    legal_basis=("UU 14/2008 Pasal 17 huruf j", "PerKI 1/2021 Pasal 49 ayat (7) huruf a"),
)
def huruf_j_menyebut_undang_undang_lain(
    row: InformasiDikecualikan, _corpus: Corpus
) -> Iterator[Finding]:
    if not any(citation.huruf == "j" for citation in alasan_of(row)):
        return
    reading = read_citations(row.dasar_hukum)
    # What cannot be read yet may be that other law: DIK-002 asks for it first.
    if any(map(_hides_ground, reading.problems)) or any(map(_is_other_law, reading.citations)):
        return
    message = f"{quoted(row.dasar_hukum)} memakai huruf j tanpa menyebut undang-undang lain"
    yield at(row, "dasar_hukum", message)


def _is_other_law(citation: Citation) -> bool:
    return citation.jenis in _UNDANG_UNDANG and citation.peraturan != _KIP


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
    daftar = daftar_of(row, corpus)
    decided = daftar.penetapan.tanggal if daftar and daftar.penetapan else None
    if daftar is None or decided is None:
        return
    for kode in dict.fromkeys(c.peraturan for c in read_citations(row.dasar_hukum).citations):
        law = _peraturan_of(kode, corpus)
        if law and not law.in_force(decided):
            began = law.mulai is None or law.mulai <= decided
            state = "sudah tidak berlaku" if began else "belum berlaku"
            note = Note("tanggal keputusan daftar ini", daftar.span("penetapan", "tanggal"))
            message = f"“{kode}” {state} pada tanggal keputusan, {format_tanggal(decided)}"
            yield at(row, "dasar_hukum", message, notes=(note,), hint=_successor(law))


def _successor(law: Peraturan) -> str:
    return f"Periksa penggantinya, {law.dicabut_oleh}." if law.dicabut_oleh else ""
