"""Whether a property of a document names a person, or an office or a program."""

import re
from typing import Final

_OFFICE: Final = re.compile(
    r"\b(?:dinas|badan|bagian|bidang|seksi|sub\w*|kota|kabupaten|provinsi|prov|pemkot|pemkab|pemprov"
    r"|pemerintah\w*|sekretariat|setda|setwan|inspektorat|satpol|satuan|polisi|kecamatan|kelurahan"
    r"|kec|kel|upt\w*|rsud|rumah sakit|puskesmas|ppid|humas|tim|staf\w*|tata usaha|umum|arsip"
    r"|admin\w*|disk\w+|dis[dhknp]\w+|bapp?[el]\w+|bp\w{2,}|dp\w{2,}|dlh|dinkes|dishub|kpu|bawaslu|kominfo"
    r"|kementerian|komisi|komite|panitia|pokja|unit|uptd|perumda|pdam|bumd|pt|cv|biro|direktorat"
    r"|balai|kantor|perangkat daerah|opd|skpd|lpse|jdih|wali ?kota|bupati|desa|sekolah|sman?|smpn?"
    r"|sdn?|universitas|contoh|demo|peragaan)\b",
    re.IGNORECASE,
)
_PROGRAM: Final = re.compile(
    r"\b(?:user|pengguna|owner|pemilik|guest|tamu|microsoft|windows|office|word|excel|libreoffice"
    r"|openoffice|openpyxl|python|docx|calc|writer|apache|poi|adobe|acrobat|canva|wps|google|docs"
    r"|nitro|foxit|pdf\w*|scanner|scan|epson|canon|hp|hewlett\w*|acer|asus\w*|lenovo|toshiba|dell"
    r"|axioo|samsung|komputer|computer|pc|laptop|notebook|client|server|root|administrator|unknown"
    r"|anonymous|anonim|default|none|null|xlsx\w*|phpspreadsheet|phpexcel|creator|sistem|system"
    r"|aplikasi|operator|printer|kyocera|xerox|brother|ricoh|iphone|android|apple|mac|ilovepdf)\b",
    re.IGNORECASE,
)
_LETTERS: Final = re.compile(r"[^\W\d_]{3,}")
_TITLES: Final = re.compile(
    r"\b(?:dr|ir|drs|dra|hj?|s\.?[a-z]{1,3}|m\.?[a-z]{1,3}|ph\.?d|a\.?md)\b\.?", re.IGNORECASE
)


def is_personal_name(text: str) -> bool:
    """Tell whether a property seems to name a person: words, none of an office or a program."""
    if any(map(str.isdigit, text)) or not _LETTERS.search(_TITLES.sub("", text)):
        return False
    return not _OFFICE.search(text) and not _PROGRAM.search(text)
