"""Conflicts as questions: what each answer means, in the words of a clerk."""

from collections.abc import Callable, Mapping
from typing import Final

from ppid.handing_in.merging.merge import CHOICES, Conflict, ConflictKind, MergeChoice
from ppid.handing_in.model import Question, Reading
from ppid.kinds.rows import MODELS
from ppid.reading.documents.book import CellPlace

_ASKS: Final[Mapping[ConflictKind, str]] = {
    ConflictKind.ISI: "{title} diubah di berkas ini dan juga di daftar yang tersimpan",
    ConflictKind.ISI_BARU: "{title} baris baru ini berbeda dengan yang sudah ditambahkan",
    ConflictKind.HAPUS_UBAH: (
        "Baris ini tidak ada lagi di berkas, tetapi diubah di daftar yang tersimpan"
    ),
    ConflictKind.UBAH_HAPUS: (
        "Baris ini diubah di berkas, tetapi sudah dihapus dari daftar yang tersimpan"
    ),
    ConflictKind.KODE_SAMA: "Kode {kode} dipakai untuk dua informasi baru yang berbeda",
    ConflictKind.INFORMASI_SAMA: "Informasi ini sudah ditambahkan dengan kode lain",
    ConflictKind.KODE_GANDA: "Kode {kode} dipakai lebih dari satu baris; beri kode sendiri",
}
_Means = Callable[[Conflict], str]
_MEANS: Final[Mapping[tuple[ConflictKind, MergeChoice], _Means]] = {
    (ConflictKind.ISI, MergeChoice.TERSIMPAN): lambda c: (
        f"pakai isi yang tersimpan: {_shown(c.ours)}"
    ),
    (ConflictKind.ISI, MergeChoice.BERKAS): lambda c: f"pakai isi berkas: {_shown(c.theirs)}",
    (ConflictKind.ISI, MergeChoice.SEMULA): lambda c: f"kembali ke isi semula: {_shown(c.base)}",
    (ConflictKind.ISI_BARU, MergeChoice.TERSIMPAN): lambda c: (
        f"pakai yang tersimpan: {_shown(c.ours)}"
    ),
    (ConflictKind.ISI_BARU, MergeChoice.BERKAS): lambda c: f"pakai isi berkas: {_shown(c.theirs)}",
    (ConflictKind.HAPUS_UBAH, MergeChoice.TERSIMPAN): lambda _: "pertahankan barisnya",
    (ConflictKind.HAPUS_UBAH, MergeChoice.BERKAS): lambda _: "hapus barisnya",
    (ConflictKind.UBAH_HAPUS, MergeChoice.TERSIMPAN): lambda _: "hapus barisnya",
    (ConflictKind.UBAH_HAPUS, MergeChoice.BERKAS): lambda _: "masukkan lagi dengan isi berkas",
    (ConflictKind.KODE_SAMA, MergeChoice.TERSIMPAN): lambda c: f"simpan hanya {_shown(c.ours)}",
    (ConflictKind.KODE_SAMA, MergeChoice.BERKAS): lambda c: f"simpan hanya {_shown(c.theirs)}",
    (ConflictKind.INFORMASI_SAMA, MergeChoice.TERSIMPAN): lambda _: "pakai baris yang tersimpan",
    (ConflictKind.INFORMASI_SAMA, MergeChoice.BERKAS): lambda _: "pakai baris dari berkas",
    (ConflictKind.INFORMASI_SAMA, MergeChoice.KEDUANYA): lambda _: "simpan keduanya",
}


def question_of(conflict: Conflict, jenis: str, sheet: CellPlace) -> Question | None:
    """Ask about a conflict of a DIK or DIP; None when only a change in the workbook helps.

    `sheet` is where to point when the workbook has no cell for it, as of a row that is gone.
    """
    if not CHOICES[conflict.kind]:
        return None
    readings = tuple(
        Reading(choice.value, _MEANS[conflict.kind, choice](conflict))
        for choice in CHOICES[conflict.kind]
    )
    place = conflict.places[0] if conflict.places else sheet
    written = conflict.theirs or conflict.ours
    return Question(conflict.key, place, written, said(conflict, jenis), readings, conflict.field)


def said(conflict: Conflict, jenis: str) -> str:
    """Say a conflict in a sentence without its full stop."""
    info = MODELS[jenis].model_fields.get(conflict.field)
    title = (info.title if info else "") or conflict.field
    return _ASKS[conflict.kind].format(title=title, kode=f"“{conflict.kode}”")


def _shown(text: str) -> str:
    return f"“{text}”" if text else "(kosong)"
