"""The words by which dates, terms and retentions are known; `law/kata-waktu.yml` says which."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from pydantic import BaseModel, ConfigDict

from ppid.law import words_in


class TimeWords(BaseModel):
    """The phrases of the file, group by group; its comments say what each group means."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    bulan: tuple[tuple[str, ...], ...]
    hari: tuple[tuple[str, ...], ...]
    pengisi_tanggal: tuple[str, ...]
    triwulan: tuple[str, ...]
    caturwulan: tuple[str, ...]
    semester: tuple[str, ...]
    urutan: tuple[tuple[str, ...], ...]
    sampai: tuple[str, ...]
    dan: tuple[str, ...]
    awal: tuple[str, ...]
    akhir: tuple[str, ...]
    bukan_tempat: tuple[str, ...]
    sebelum_waktu: tuple[str, ...]
    tempat_bernomor: tuple[str, ...]
    kata_waktu: tuple[str, ...]
    bagian_waktu: tuple[str, ...]
    tahun: tuple[str, ...]
    bulan_lama: tuple[str, ...]
    satuan_lain: tuple[str, ...]
    paling_lama: Mapping[str, tuple[str, ...]]
    paling_singkat: Mapping[str, tuple[str, ...]]
    kata_batas: tuple[str, ...]
    penetapan_daftar: tuple[str, ...]
    sejak: tuple[str, ...]
    kapan_saja: tuple[str, ...]
    bingkai: tuple[str, ...]
    tidak_terbatas: tuple[str, ...]
    tak_kunjung: tuple[str, ...]
    tak_kunjung_sendirian: tuple[str, ...]
    selama_diperlukan: tuple[str, ...]
    sesuai: tuple[str, ...]
    jra: tuple[str, ...]
    selama: tuple[str, ...]
    tidak: tuple[str, ...]
    belum: tuple[str, ...]
    bukan_awal: tuple[str, ...]
    dibuka_setelah: tuple[str, ...]
    dibuka_pada: tuple[str, ...]
    pada_saat: tuple[str, ...]
    syarat: tuple[str, ...]
    dengan_catatan: tuple[str, ...]
    izin: tuple[str, ...]
    kata_peristiwa: tuple[str, ...]
    kata_kejadian: tuple[str, ...]
    kata_suasana: tuple[str, ...]
    permanen: tuple[str, ...]
    selama_berlaku: tuple[str, ...]
    nasib: Mapping[str, tuple[str, ...]]
    lalu: tuple[str, ...]
    aktif: tuple[str, ...]
    inaktif: tuple[str, ...]
    disimpan: tuple[str, ...]


TIME_WORDS: Final = words_in("kata-waktu.yml", TimeWords)


def pattern_of(phrases: Iterable[str], space: str = r"\s+") -> str:
    """Return a pattern of any of some phrases, as whole words; the longest is tried first."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    spelt = (space.join(map(re.escape, phrase.split())) for phrase in longest_first)
    return rf"(?<![^\W\d_])(?:{'|'.join(spelt)})(?![^\W\d_])"
