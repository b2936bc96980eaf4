"""Lists that contradict each other: public in one place, excluded in another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import TypeVar

from ppid.core.corpus import Corpus
from ppid.core.rule import Finding, at, rule
from ppid.diagnostics.diagnostic import Note, Severity
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.dik.withheld import is_withheld
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.rows import Row, all_rows
from ppid.values.text import quoted
from ppid.values.titles import (
    TitleRelation,
    can_be_reworded,
    normal_title,
    related_within,
    title_key,
)

_NOT_IN_PUBLIC_LIST = ("UU 14/2008 Pasal 11 ayat (1) huruf a",)
_R = TypeVar("_R", bound=Row)
_Pair = tuple[InformasiDikecualikan, InformasiPublik]


@rule(
    "KTR-001",
    title="Informasi tidak sekaligus publik dan dikecualikan dalam satu perangkat daerah",
    severity=Severity.GALAT,
    hint="Hapus dari salah satu daftar, atau pilih cakupan “sebagian” dan tulis bagiannya.",
    legal_basis=_NOT_IN_PUBLIC_LIST,
)
def tidak_sekaligus_publik_dan_dikecualikan(corpus: Corpus) -> Iterator[Finding]:
    for closed, opened, relation in _own_contradictions(corpus):
        notes = (Note(f"di DIP dengan kode {opened.kode}", opened.span("informasi")),)
        same = normal_title(closed.informasi) == normal_title(opened.informasi)
        if same:
            message = f"{quoted(closed.informasi)} juga tercantum sebagai informasi publik"
            yield at(closed, "informasi", message, notes=notes)
        else:
            # Another spelling is not certain enough to hold a publication back.
            sure = relation is TitleRelation.SAMA
            likely = "hampir sama dengan" if sure else "mungkin sama dengan"
            message = f"{quoted(closed.informasi)} {likely} {quoted(opened.informasi)} dalam DIP"
            severity = Severity.PERINGATAN if sure else Severity.SARAN
            hint = "Bila sama, hapus dari salah satu daftar; bila berbeda, tulis bedanya."
            yield at(closed, "informasi", message, severity=severity, hint=hint, notes=notes)


@rule(
    "KTR-002",
    title="Informasi yang dikecualikan satu perangkat daerah tidak dibuka yang lain",
    severity=Severity.PERINGATAN,
    hint="Sepakati dengan PPID Utama mana yang benar, lalu samakan kedua daftar.",
    legal_basis=_NOT_IN_PUBLIC_LIST,
)
def perangkat_daerah_tidak_saling_bertentangan(corpus: Corpus) -> Iterator[Finding]:
    for closed, opened in _foreign_contradictions(corpus):
        message = f"{quoted(closed.informasi)} tercantum publik di {opened.id.opd}"
        notes = (Note(f"di DIP dengan kode {opened.kode}", opened.span("informasi")),)
        yield at(closed, "informasi", message, notes=notes)


def _withheld(corpus: Corpus) -> Iterator[InformasiDikecualikan]:
    """Yield the rows of which nothing belongs in a DIP."""
    return (row for row in corpus.of(InformasiDikecualikan) if is_withheld(row, corpus))


def _own_contradictions(
    corpus: Corpus,
) -> Iterator[tuple[InformasiDikecualikan, InformasiPublik, TitleRelation]]:
    """Yield each withheld row with the row of its OPD's DIP of that year that is most like it."""
    for (opd, tahun), group in groupby(_withheld(corpus), key=lambda row: row.id[1:3]):
        rows, public = list(group), _by_title(corpus.in_list(InformasiPublik, opd, tahun))
        closed = _by_title(rows)
        titles = [*closed, *public]
        found: dict[str, tuple[TitleRelation, InformasiPublik]] = {}
        for one, other, relation in related_within(titles, len(closed)) if public else ():
            nearest = found.get(titles[one])
            if nearest is None or (relation is TitleRelation.SAMA and nearest[0] != relation):
                found[titles[one]] = relation, public[titles[other]]
        for row in rows:
            if row.informasi in found:
                relation, opened = found[row.informasi]
                yield row, opened, relation


def _by_title(rows: Iterable[_R]) -> dict[str, _R]:
    """Return the first row of each title: what is said of one holds for all that read the same."""
    first: dict[str, _R] = {}
    for row in rows:
        first.setdefault(row.informasi, row)
    return first


def _foreign_contradictions(corpus: Corpus) -> Iterator[_Pair]:
    """Yield each withheld row with the first public row of its title and year of another OPD.

    Not where its own OPD has it, too: that is what KTR-001 says.
    """
    public: dict[tuple[int, str], list[InformasiPublik]] = defaultdict(list)
    for row in corpus.of(InformasiPublik):
        public[row.id.tahun, title_key(row.informasi)].append(row)
    for closed in _withheld(corpus):
        opened = public.get((closed.id.tahun, title_key(closed.informasi)), ())
        if opened and all(row.id.opd != closed.id.opd for row in opened):
            yield closed, opened[0]


@rule(
    "KTR-003",
    title="Satu kode dipakai untuk informasi yang sama dari tahun ke tahun",
    severity=Severity.PERINGATAN,
    hint="Beri kode baru untuk informasi yang lain; kode lama tetap milik informasi lama.",
    no_basis="Alamat halaman dan riwayat antartahun dibentuk dari kode.",
)
def kode_tetap_satu_arti(corpus: Corpus) -> Iterator[Finding]:
    for earlier, row in _successors(corpus):
        if not can_be_reworded(earlier.informasi, row.informasi):
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
