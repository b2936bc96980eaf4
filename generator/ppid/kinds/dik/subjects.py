"""Tell from a title whether it names something that the law keeps open; silent when in doubt."""

import re
from collections.abc import Iterable
from typing import Final

from ppid.kinds.dik.subject_words import (
    NEVER_EXCLUDED,
    NOT_PERSONAL,
    PERSONAL,
    PROCUREMENT,
    PUBLIC_OFFICE,
    Subject,
)

_LEAD: Final = (
    r"(?:(?:dokumen|data|salinan|naskah|berkas|arsip|informasi|daftar|rincian|perincian|himpunan"
    r"|kumpulan|nilai|riwayat|seluruh|semua|isi|tentang|mengenai|terkait)\s+)*"
)
_UNFINISHED: Final = re.compile(
    r"\b(?:belum|sebelum|konsep|draf|draft|usulan|calon|pembahasan|(?:dalam|masih)\s+proses"
    r"|selama\s+(?:proses|pemilihan|evaluasi|tender|lelang))\b",
    re.IGNORECASE,
)
_PERSONS: Final = re.compile(
    r"\b(?:pegawai|karyawan|pekerja|seseorang|perseorangan|orang|pribadi|keluarga|pasien|warga"
    r"|penduduk|siswa|murid|mahasiswa|peserta|pemohon|pelapor|penerima|nasabah|pelanggan|anak"
    r"|wajib\s+pajak|ahli\s+waris|perusahaan|pengusaha|(?-i:ASN|PNS|PPPK))\b",
    re.IGNORECASE,
)


def _heads(subjects: Iterable[Subject]) -> re.Pattern[str]:
    parts = (f"(?P<s{number}>{subject.words})" for number, subject in enumerate(subjects))
    return re.compile(f"{_LEAD}(?:{'|'.join(parts)})", re.IGNORECASE)


_NEVER_EXCLUDED: Final = _heads(NEVER_EXCLUDED)
_PROCUREMENT: Final = _heads(PROCUREMENT)
_NOT_PERSONAL: Final = _heads(NOT_PERSONAL)


def _named(title: str, heads: re.Pattern[str], subjects: tuple[Subject, ...]) -> Subject | None:
    match = heads.match(title)
    if match is None or match.lastgroup is None:
        return None
    return subjects[int(match.lastgroup[1:])]


def never_excluded(title: str) -> Subject | None:
    """Find what a title names of UU 14/2008 Pasal 18 ayat (1); not what is still being made."""
    subject = _named(title, _NEVER_EXCLUDED, NEVER_EXCLUDED)
    return None if subject and _UNFINISHED.search(title) else subject


def procurement(title: str) -> Subject | None:
    """Find what a title names of PerKI 1/2021 Pasal 15 ayat (9); not before it is due."""
    subject = _named(title, _PROCUREMENT, PROCUREMENT)
    return None if subject and _UNFINISHED.search(title) else subject


def not_personal(title: str) -> Subject | None:
    """Find what a title names that is no secret of a person; silent once it speaks of persons."""
    subject = _named(title, _NOT_PERSONAL, NOT_PERSONAL)
    if subject is None or (subject.dasar == PERSONAL and _PERSONS.search(title)):
        return None
    return None if subject.dasar == PUBLIC_OFFICE and _UNFINISHED.search(title) else subject
