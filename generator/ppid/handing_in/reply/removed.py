"""What is taken out of a workbook before it goes back, and how that is said."""

from collections.abc import Mapping
from enum import Enum

from ppid.values.numbers import format_bulat


class Removed(Enum):
    """A sort of content that is taken out; the value says what became of it."""

    MACRO = "Makro (kode program) dihapus."
    BOOK = "Tautan ke buku kerja lain dihapus."
    FORMULA = "sel yang rumusnya mengambil isi dari buku kerja lain kini berisi nilai terakhirnya."
    CONNECTION = "Sambungan ke sumber data luar dihapus; isinya yang terakhir tetap."
    OBJECT = "Objek yang disisipkan (berkas, kontrol, atau program) dihapus."
    ADDIN = "Aplikasi tambahan dihapus."
    ADDRESS = (
        "tautan ke berkas di komputer atau jaringan, atau yang menjalankan perintah, dimatikan; "
        "tulisannya tetap."
    )
    CONTENT = "Isi yang diambil dari alamat luar, misalnya gambar, tidak ikut."
    SIGNATURE = "Tanda tangan elektronik berkas dihapus karena tidak berlaku bagi salinan ini."


_COUNTED = frozenset({Removed.FORMULA, Removed.ADDRESS})


def removals_said(removed: Mapping[Removed, int]) -> tuple[str, ...]:
    """Say what was taken out, one sentence for each sort, always in the same order."""
    return tuple(
        f"{format_bulat(removed[sort])} {sort.value}" if sort in _COUNTED else sort.value
        for sort in Removed
        if removed.get(sort)
    )
