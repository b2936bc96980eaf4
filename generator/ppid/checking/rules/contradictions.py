"""Lists that contradict each other: public in one place, excluded in another."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from rapidfuzz import fuzz

from ppid.core.corpus import Corpus
from ppid.core.rule import Finding, at, rule
from ppid.diagnostics.diagnostic import Note, Severity
from ppid.kinds.dik.model import InformasiDikecualikan, periode_of
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.rows import Row, all_rows
from ppid.values.text import quoted
from ppid.values.titles import normal_title

_NOT_IN_PUBLIC_LIST = ("UU 14/2008 Pasal 11 ayat (1) huruf a",)
_Pair = tuple[InformasiDikecualikan, InformasiPublik]
_ALIKE = 50
"""Below this share of common words two titles name different things (from 0 to 100)."""


@rule(
    "KTR-001",
    title="Informasi tidak sekaligus publik dan dikecualikan dalam satu perangkat daerah",
    severity=Severity.GALAT,
    hint="Hapus dari salah satu daftar, atau pilih cakupan “sebagian” dan tulis bagiannya.",
    legal_basis=_NOT_IN_PUBLIC_LIST,
)
def tidak_sekaligus_publik_dan_dikecualikan(corpus: Corpus) -> Iterator[Finding]:
    for closed, opened in _contradictions(corpus):
        if closed.id.opd == opened.id.opd:
            message = f"{quoted(closed.informasi)} juga tercantum sebagai informasi publik"
            notes = (Note(f"di DIP dengan kode {opened.kode}", opened.span("informasi")),)
            yield at(closed, "informasi", message, notes=notes)


@rule(
    "KTR-002",
    title="Informasi yang dikecualikan satu perangkat daerah tidak dibuka yang lain",
    severity=Severity.PERINGATAN,
    hint="Sepakati dengan PPID Utama mana yang benar, lalu samakan kedua daftar.",
    legal_basis=_NOT_IN_PUBLIC_LIST,
)
def perangkat_daerah_tidak_saling_bertentangan(corpus: Corpus) -> Iterator[Finding]:
    for closed, opened in _contradictions(corpus):
        if closed.id.opd != opened.id.opd:
            message = f"{quoted(closed.informasi)} tercantum publik di {opened.id.opd}"
            notes = (Note(f"di DIP dengan kode {opened.kode}", opened.span("informasi")),)
            yield at(closed, "informasi", message, notes=notes)


def _contradictions(corpus: Corpus) -> Iterator[_Pair]:
    """Pair each excluded row with the public row of its title and year, its own OPD's first.

    Where only a part is excluded, the rest belongs in the DIP. What is excluded no more is
    public by law, so that the row in the DIP is right.
    """
    closed: dict[tuple[int, str], list[InformasiDikecualikan]] = {}
    for row in corpus.of(InformasiDikecualikan):
        if row.cakupan == "seluruh":
            closed.setdefault((row.id.tahun, normal_title(row.informasi)), []).append(row)
    opened: dict[tuple[int, str], list[InformasiPublik]] = {}
    for public in corpus.of(InformasiPublik):
        key = (public.id.tahun, normal_title(public.informasi))
        if key in closed:
            opened.setdefault(key, []).append(public)
    for key, publics in opened.items():
        for row in closed[key]:
            if not _has_ended(row, corpus):
                own = (public for public in publics if public.id.opd == row.id.opd)
                yield row, next(own, publics[0])


def _has_ended(row: InformasiDikecualikan, corpus: Corpus) -> bool:
    berakhir = periode_of(row, corpus).berakhir
    return berakhir is not None and berakhir < corpus.today


@rule(
    "KTR-003",
    title="Satu kode dipakai untuk informasi yang sama dari tahun ke tahun",
    severity=Severity.PERINGATAN,
    hint="Beri kode baru untuk informasi yang lain; kode lama tetap milik informasi lama.",
    no_basis="Alamat halaman dan riwayat antartahun dibentuk dari kode.",
)
def kode_tetap_satu_arti(corpus: Corpus) -> Iterator[Finding]:
    for earlier, row in _successors(corpus):
        one, other = normal_title(earlier.informasi), normal_title(row.informasi)
        if one != other and fuzz.token_set_ratio(one, other) < _ALIKE:
            message = f"Kode {row.kode} dipakai untuk {quoted(row.informasi)}"
            notes = (Note(f"pada {earlier.id.tahun} artinya lain", earlier.span("informasi")),)
            yield at(row, "kode", f"{message}, bukan yang dahulu", notes=notes)


def _successors(corpus: Corpus) -> Iterator[tuple[Row, Row]]:
    """Pair each row with the row of its code in the list before it."""
    by_code: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in all_rows(corpus):
        by_code[row.kind, row.id.opd, row.kode].append(row)
    for same in by_code.values():
        same.sort(key=lambda row: row.id.tahun)
        yield from ((a, b) for a, b in pairwise(same) if a.id.tahun < b.id.tahun)
