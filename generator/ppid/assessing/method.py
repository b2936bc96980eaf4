"""The method in words, made from the very data and vocabulary by which it is applied."""

from collections.abc import Sequence
from dataclasses import dataclass

from ppid.assessing.model import Obligation, ObligationSet
from ppid.assessing.score import RUMUS
from ppid.kinds.acuan.kewajiban import ARTI_BUKTI, Kategori, Tenggat

ARTI_KEADAAN = {
    "terpenuhi": "Bukti yang diperhitungkan ditemukan dalam data.",
    "belum": "Bukti yang diperhitungkan belum ditemukan; yang tidak diketahui termasuk di sini.",
    "tidak-berlaku": "Kewajiban ini tidak mengikat perangkat daerah itu pada tahun itu.",
}
ARTI_KESEGARAN = {
    "tepat": "Tanggal buktinya memenuhi tenggat.",
    "lewat": "Tanggal buktinya melewati tenggat.",
    "tidak-diketahui": "Buktinya tidak bertanggal.",
    "tanpa-tenggat": "Tidak ada tenggat yang dihitung dengan tanggal.",
}
LANGKAH = (
    "Setiap tahun dinilai dengan peraturan yang berlaku pada 31 Desember tahun itu.",
    "Pada tahun peraturan berganti, semua daftar dinilai dengan peraturan yang baru.",
    (
        "Daftar yang ditetapkan sebelum peraturan itu berlaku sering memakai kode lama; "
        "kode lama yang artinya dapat tertukar tidak dihitung."
    ),
    "Tahun yang dinilai adalah tahun yang mempunyai paling sedikit satu daftar atau laporan.",
    "Hari penilaian adalah 31 Desember tahun itu, atau hari ini bila tahunnya belum selesai.",
    "Satu jenis bukti yang memadai sudah cukup; isi dokumennya tidak dibuka oleh program.",
    "Yang tidak berlaku keluar dari pembilang dan dari penyebut.",
    "Bukti yang melewati tenggat tetap dihitung, kecuali bila tenggat itulah kewajibannya.",
    "Kewajiban tahunan baru diminta sesudah batas waktunya lewat.",
)


@dataclass(frozen=True, slots=True)
class Group:
    """A category of a set, with the obligations in it."""

    kategori: Kategori
    obligations: tuple[Obligation, ...]


@dataclass(frozen=True, slots=True)
class Method:
    """How figures come about under one regulation; everything here is printed as it stands."""

    kumpulan: ObligationSet
    rumus: str
    langkah: Sequence[str]
    tenggat: Sequence[Tenggat]
    groups: Sequence[Group]


def method_of(kumpulan: ObligationSet) -> Method:
    """Describe the method of one set."""
    groups = tuple(
        Group(c, tuple(o for o in kumpulan.obligations if o.kategori.kode == c.kode))
        for c in kumpulan.categories
    )
    return Method(kumpulan, RUMUS, LANGKAH, kumpulan.kumpulan.tenggat, groups)


def evidence_in_words(obligation: Obligation) -> tuple[str, ...]:
    """Say what counts as evidence of an obligation."""
    return tuple(ARTI_BUKTI[sort] for sort in obligation.bukti)


def scope_in_words(obligation: Obligation) -> str:
    """Say whom an obligation binds."""
    scope = obligation.berlaku_untuk
    return scope.alasan if scope else "Berlaku bagi semua perangkat daerah."


def weight_in_words(obligation: Obligation) -> str:
    """Say what an obligation weighs, exactly: “1” or “1/23”."""
    return str(obligation.bobot)
