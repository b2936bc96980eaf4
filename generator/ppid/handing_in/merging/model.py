"""What comes of merging: rows, what changed, and conflicts that a person must decide."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ppid.handing_in.intake.model import TakenRow
from ppid.reading.documents.book import CellPlace

KODE, INFORMASI = "kode", "informasi"
KODE_SEMULA: Final = "kode_semula"
"""A value of a handed-in row beside its fields: the `kode` with which its row was prefilled.

It tells a `kode` that was changed by hand from a new row, and never stands in the outcome.
"""


class ConflictKind(StrEnum):
    """Why a person must decide."""

    ISI = "isi berbeda"
    """Both changed one field of a row, each in another way."""
    ISI_BARU = "isi baris baru berbeda"
    """Both added the same row, and a field of it says two things."""
    HAPUS_UBAH = "dihapus di berkas, diubah di daftar tersimpan"
    UBAH_HAPUS = "diubah di berkas, dihapus dari daftar tersimpan"
    KODE_SAMA = "satu kode untuk dua informasi"
    """Both added a row with this `kode`, for different information."""
    INFORMASI_SAMA = "satu informasi dengan dua kode"
    """Both added the same information, each with another `kode`."""
    KODE_GANDA = "kode dipakai lebih dari sekali"
    """More than one row of the outcome has this `kode`: to be mended in the workbook."""


class Choice(StrEnum):
    """What an answer may say."""

    TERSIMPAN = "tersimpan"
    BERKAS = "berkas"
    SEMULA = "semula"
    KEDUANYA = "keduanya"


_SIDES: Final = (Choice.TERSIMPAN, Choice.BERKAS)
CHOICES: Final[Mapping[ConflictKind, tuple[Choice, ...]]] = {
    ConflictKind.ISI: (*_SIDES, Choice.SEMULA),
    ConflictKind.ISI_BARU: _SIDES,
    ConflictKind.HAPUS_UBAH: _SIDES,
    ConflictKind.UBAH_HAPUS: _SIDES,
    ConflictKind.KODE_SAMA: _SIDES,
    ConflictKind.INFORMASI_SAMA: (*_SIDES, Choice.KEDUANYA),
    ConflictKind.KODE_GANDA: (),
}
"""The answers that each sort of conflict allows."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that cannot be put together; for a whole row, `field` is empty.

    `base`, `ours` and `theirs` are what the field said; for a row they are its title, and empty
    where the row is not. `places` are the cells of the handed-in workbook.
    """

    kind: ConflictKind
    kode: str
    field: str
    base: str
    ours: str
    theirs: str
    places: tuple[CellPlace, ...] = ()

    @property
    def key(self) -> str:
        """Name the conflict for an answer; the name stays as long as all three say the same."""
        said = json.dumps([self.kind, self.base, self.ours, self.theirs], ensure_ascii=False)
        digest = hashlib.sha256(said.encode()).hexdigest()[:8]
        return f"gabung:{self.kode}:{self.field or 'baris'}:{digest}"


class Effect(StrEnum):
    """What merging did, seen from the stored list."""

    TAMBAH = "baris baru dari berkas"
    HAPUS = "dihapus menurut berkas"
    UBAH = "diubah menurut berkas"
    TETAP = "sudah diubah sejak templat dibuat; isi yang tersimpan dipakai"
    TOLAK = "tidak ikut menurut jawaban"
    BERTAHAN = "tidak ada di berkas; baris yang tersimpan dipertahankan"
    TETAP_HAPUS = "sudah dihapus sejak templat dibuat; barisnya tidak ikut"


@dataclass(frozen=True, slots=True)
class MergeChange:
    """One effect of merging; for a whole row, `field` is empty and the texts are its title."""

    effect: Effect
    kode: str
    field: str
    before: str
    after: str
    places: tuple[CellPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    """The outcome. A field in conflict holds what is stored; a row in conflict is kept.

    Every row of the stored and of the handed-in list is in `rows`, or a change says why not.
    """

    rows: tuple[TakenRow, ...]
    conflicts: tuple[Conflict, ...] = ()
    changes: tuple[MergeChange, ...] = ()


def title_of(row: TakenRow | None) -> str:
    """Return the title of a row; empty when there is no row."""
    return row.values.get(INFORMASI, "") if row else ""


def places_of(row: TakenRow | None, field: str = "") -> tuple[CellPlace, ...]:
    """Return the cells of a field, or of the title where the whole row is meant."""
    return tuple(row.places.get(field or INFORMASI, ())) if row else ()
