"""Conflicts as questions: what each answer means, in the words of a clerk."""

from collections.abc import Mapping
from typing import Final

from ppid.handing_in.merging.merge import CHOICES, Conflict, ConflictKind
from ppid.handing_in.model import Question, Reading
from ppid.kinds.rows import field_title
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
_MEANS: Final[Mapping[ConflictKind, tuple[str, ...]]] = {
    ConflictKind.ISI: (
        *("pakai isi yang tersimpan: {ours}", "pakai isi berkas: {theirs}"),
        "kembali ke isi semula: {base}",
    ),
    ConflictKind.ISI_BARU: ("pakai yang tersimpan: {ours}", "pakai isi berkas: {theirs}"),
    ConflictKind.HAPUS_UBAH: ("pertahankan barisnya", "hapus barisnya"),
    ConflictKind.UBAH_HAPUS: ("hapus barisnya", "masukkan lagi dengan isi berkas"),
    ConflictKind.KODE_SAMA: ("simpan hanya {ours}", "simpan hanya {theirs}"),
    ConflictKind.INFORMASI_SAMA: (
        *("pakai baris yang tersimpan", "pakai baris dari berkas", "simpan keduanya"),
    ),
}
"""What each of `CHOICES` means, in their order."""


def question_of(conflict: Conflict, jenis: str, sheet: CellPlace) -> Question | None:
    """Ask about a conflict of a DIK or DIP; None when only a change in the workbook helps.

    `sheet` is where to point when the workbook has no cell for it, as of a row that is gone.
    """
    if not CHOICES[conflict.kind]:
        return None
    texts = {"base": conflict.base, "ours": conflict.ours, "theirs": conflict.theirs}
    shown = {name: f"“{text}”" if text else "(kosong)" for name, text in texts.items()}
    readings = tuple(
        Reading(choice.value, means.format_map(shown))
        for choice, means in zip(CHOICES[conflict.kind], _MEANS[conflict.kind], strict=True)
    )
    place = conflict.places[0] if conflict.places else sheet
    written = conflict.theirs or conflict.ours
    return Question(
        key=conflict.key,
        place=place,
        written=written,
        asks=said(conflict, jenis),
        readings=readings,
        field=conflict.field,
    )


def said(conflict: Conflict, jenis: str) -> str:
    """Say a conflict in a sentence without its full stop."""
    title = field_title(conflict.field, jenis) or conflict.field
    return _ASKS[conflict.kind].format(title=title, kode=f"“{conflict.kode}”")
