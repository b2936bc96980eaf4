"""The same information twice in one list: the same code, the same title, nearly the same title."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from ppid.core.corpus import Corpus
from ppid.core.project_files import is_in_package
from ppid.core.record import Record
from ppid.core.rule import Finding, at, rule
from ppid.diagnostics.diagnostic import Note, Severity
from ppid.diagnostics.places import RecordId
from ppid.kinds import KINDS
from ppid.kinds.daftar import Butir
from ppid.kinds.rows import Row, all_rows
from ppid.values.text import quoted
from ppid.values.titles import TitleRelation, normal_title, related_within

R = TypeVar("R", bound=Record)


def _lists(corpus: Corpus) -> Iterator[list[Row]]:
    """Yield the rows of every list; they stand together because files are read one by one."""
    for _, members in groupby(all_rows(corpus), key=lambda row: row.id[:3]):
        yield list(members)


@rule(
    "DUP-001",
    title="Kode hanya dipakai satu kali dalam satu daftar",
    severity=Severity.GALAT,
    hint="Beri salah satunya kode baru yang belum pernah dipakai.",
    no_basis="Alamat halaman dibentuk dari kode; dua catatan tidak dapat menempati satu alamat.",
)
def kode_dipakai_satu_kali(corpus: Corpus) -> Iterator[Finding]:
    for row, earlier in _repeated(all_rows(corpus)):
        notes = (Note("pertama kali dipakai di sini", earlier.span("kode")),)
        yield at(row, "kode", f"Kode {quoted(row.kode)} sudah dipakai", notes=notes)


def _repeated(records: Iterable[R]) -> Iterator[tuple[R, R]]:
    """Yield each record whose id stands before, with the first that has it."""
    first = dict[RecordId, R]()
    for record in records:
        earlier = first.setdefault(record.id, record)
        if earlier is not record:
            yield record, earlier


@rule(
    "DUP-002",
    title="Informasi yang sama tidak ditulis dua kali dalam satu daftar",
    severity=Severity.PERINGATAN,
    hint="Hapus salah satu, atau tulis apa yang membedakan keduanya.",
    no_basis="Daftar yang memuat satu hal dua kali membingungkan dan salah hitung.",
)
def informasi_ditulis_satu_kali(corpus: Corpus) -> Iterator[Finding]:
    for rows in _lists(corpus):
        first: dict[str, Row] = {}
        for row in rows:
            earlier = first.setdefault(normal_title(row.informasi), row)
            # The same code with the same title is what DUP-001 says already.
            if earlier is not row and earlier.kode != row.kode:
                notes = (Note(f"sama dengan {earlier.kode}", earlier.span("informasi")),)
                message = f"{quoted(row.informasi)} sudah ada dengan kode {earlier.kode}"
                yield at(row, "informasi", message, notes=notes)


@rule(
    "DUP-003",
    title="Tidak ada dua judul yang hampir sama dalam satu daftar",
    severity=Severity.PERINGATAN,
    hint="Bila sama, hapus salah satu; bila berbeda, tulis bedanya dengan kata yang jelas.",
    no_basis="Judul yang hanya berbeda ejaan biasanya satu hal yang tertulis dua kali.",
)
def judul_cukup_berbeda(corpus: Corpus) -> Iterator[Finding]:
    for rows in _lists(corpus):
        first: dict[str, Row] = {}
        for row in rows:
            first.setdefault(normal_title(row.informasi), row)
        for earlier, row, relation in _near_pairs(list(first.values())):
            notes = (Note(f"{earlier.kode} di sini", earlier.span("informasi")),)
            titles = quoted(row.informasi), quoted(earlier.informasi)
            if relation is TitleRelation.SAMA:
                yield at(
                    row, "informasi", f"{titles[0]} hampir sama dengan {titles[1]}", notes=notes
                )
            else:
                message = f"{titles[0]} mungkin sama dengan {titles[1]}"
                yield at(row, "informasi", message, severity=Severity.SARAN, notes=notes)


def _near_pairs(rows: Sequence[Row]) -> Iterator[tuple[Row, Row, TitleRelation]]:
    """Yield each row that is like an earlier one, once, with the first that is most like it."""
    found: dict[int, tuple[int, TitleRelation]] = {}
    for earlier, later, relation in related_within([row.informasi for row in rows]):
        known = found.get(later)
        if known is None or (relation is TitleRelation.SAMA and known[1] is not relation):
            found[later] = earlier, relation
    for later, (earlier, relation) in sorted(found.items()):
        yield rows[earlier], rows[later], relation


@rule(
    "DUP-004",
    title="Satu peraturan atau kegiatan dicatat oleh satu perangkat daerah",
    severity=Severity.GALAT,
    hint="Simpan di folder perangkat daerah yang mengurusnya, dan hapus yang lain.",
    no_basis="Alamat halaman dibentuk dari nama berkas; satu alamat hanya untuk satu catatan.",
)
def satu_alamat_satu_catatan(corpus: Corpus) -> Iterator[Finding]:
    # Rows of a list that share a code are named by DUP-001.
    kinds = (kind for kind in KINDS if kind.address and not issubclass(kind.model, Butir))
    for record, earlier in _repeated(one for kind in kinds for one in corpus.of(kind.model)):
        notes = (Note("yang pertama ada di sini", earlier.span()),)
        message = f"Catatan {quoted(record.id.slug)} sudah ada di folder {earlier.owner}"
        yield at(record, "", message, notes=notes)


@rule(
    "DUP-005",
    title="Yang sudah tercatat sebagai acuan tidak dicatat lagi",
    severity=Severity.GALAT,
    hint="Hapus dari berkas ini. Bila catatan yang pertama keliru, laporkan yang itu.",
    no_basis="Satu peraturan dengan dua catatan akan dikutip dengan dua bunyi.",
)
def acuan_dicatat_satu_kali(corpus: Corpus) -> Iterator[Finding]:
    for kind in KINDS:
        for record, earlier in _repeated(corpus.of(kind.model)) if kind.single else ():
            national = is_in_package(earlier.path)
            where = "acuan nasional yang dibawa program" if national else "acuan"
            notes = (Note("yang pertama ada di sini", earlier.span()),)
            name = getattr(record, "kode", str(record.id))
            message = f"{kind.label} {quoted(name)} sudah ada dalam {where}"
            yield at(record, "", message, notes=notes)
