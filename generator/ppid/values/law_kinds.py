"""Kinds of laws by their names, as people write them; capitals and spaces do not matter."""

from collections.abc import Mapping
from typing import Final

Names = Mapping[str, tuple[str, ...]]

NATIONAL: Final[Names] = {
    "Perppu": ("peraturan pemerintah pengganti undang-undang", "perppu", "perpu"),
    "UU Darurat": ("undang-undang darurat", "uu darurat"),
    "UU": ("undang-undang", "uu"),
    "PP": ("peraturan pemerintah", "pp"),
    "Perpres": ("peraturan presiden", "perpres"),
    "Keppres": ("keputusan presiden", "keppres"),
    "Inpres": ("instruksi presiden", "inpres"),
    "TAP MPR": (
        "ketetapan majelis permusyawaratan rakyat",
        "ketetapan mpr",
        "tap mpr",
    ),
    "PerKI": (
        "peraturan komisi informasi",
        "peraturan komisi informasi pusat",
        "perki",
        "perkip",
    ),
    "Permendagri": ("peraturan menteri dalam negeri", "permendagri"),
    "Kepmendagri": ("keputusan menteri dalam negeri", "kepmendagri"),
    "Inmendagri": ("instruksi menteri dalam negeri", "inmendagri"),
    "Permenkumham": (
        "peraturan menteri hukum dan hak asasi manusia",
        "peraturan menteri hukum dan ham",
        "permenkumham",
    ),
    "PermenPANRB": (
        "peraturan menteri pendayagunaan aparatur negara dan reformasi birokrasi",
        "peraturan menteri panrb",
        "peraturan menteri pan rb",
        "permenpanrb",
        "permenpan rb",
        "permenpan-rb",
        "permen panrb",
        "permen pan rb",
        "permen pan-rb",
    ),
    "KepmenPANRB": (
        "keputusan menteri pendayagunaan aparatur negara dan reformasi birokrasi",
        "kepmenpanrb",
        "kepmenpan rb",
        "kepmenpan-rb",
        "kepmen panrb",
        "kepmen pan rb",
        "kepmen pan-rb",
    ),
    "Permenpan": (
        "peraturan menteri pendayagunaan aparatur negara",
        "peraturan menteri pan",
        "permenpan",
        "permen pan",
    ),
    "Kepmenpan": (
        "keputusan menteri pendayagunaan aparatur negara",
        "keputusan menteri pan",
        "kepmenpan",
        "kepmen pan",
    ),
    "PMK": ("peraturan menteri keuangan", "pmk"),
    "KMK": ("keputusan menteri keuangan", "kmk"),
    "Permenkes": ("peraturan menteri kesehatan", "permenkes", "permen kesehatan"),
    "Kepmenkes": ("keputusan menteri kesehatan", "kepmenkes", "kepmen kesehatan"),
    "Permensos": ("peraturan menteri sosial", "permensos"),
    "Permenhub": ("peraturan menteri perhubungan", "permenhub"),
    "Permendikbud": ("peraturan menteri pendidikan dan kebudayaan", "permendikbud"),
    "Kepmendikbud": ("keputusan menteri pendidikan dan kebudayaan", "kepmendikbud"),
    "Permenkominfo": ("peraturan menteri komunikasi dan informatika", "permenkominfo"),
    "PM": ("pm",),
    "Perkap": ("peraturan kapolri", "perkap"),
    "Perma": ("peraturan mahkamah agung", "perma"),
    "SEMA": ("surat edaran mahkamah agung", "sema"),
    "Perja": ("peraturan jaksa agung", "perja"),
    "PKPU": ("peraturan komisi pemilihan umum", "peraturan kpu", "pkpu"),
    "POJK": ("peraturan otoritas jasa keuangan", "peraturan ojk", "pojk"),
    "PBI": ("peraturan bank indonesia", "pbi"),
}
"""Kinds of which the whole country has one."""

LOCAL: Final[Names] = {
    "Perda": ("peraturan daerah", "perda"),
    "Perwal": ("peraturan wali kota", "perwal", "perwali", "perwako", "perwalko"),
    "Kepwal": (
        "keputusan wali kota",
        "surat keputusan wali kota",
        "sk wali kota",
        "kepwal",
        "kepwali",
        "kepwalkot",
    ),
    "Inwal": ("instruksi wali kota", "inwal"),
    "SE Wali Kota": ("surat edaran wali kota", "se wali kota"),
    "Perbup": ("peraturan bupati", "perbup"),
    "Kepbup": ("keputusan bupati", "surat keputusan bupati", "sk bupati", "kepbup"),
    "Pergub": ("peraturan gubernur", "pergub"),
    "Kepgub": ("keputusan gubernur", "surat keputusan gubernur", "sk gubernur", "kepgub"),
}
"""Kinds that every region has: the name of the place may follow."""

OFFICES: Final[Names] = {
    "Perka": ("peraturan kepala", "perka"),
    "Perlem": ("perlem",),
    "Perban": ("perban",),
    "Perdirjen": ("perdirjen", "peraturan direktur jenderal", "peraturan dirjen"),
    "Permen": ("permen", "permeneg"),
    "Kepmen": ("kepmen", "kepmeneg"),
    "Inmen": ("inmen",),
    "SE": ("surat edaran", "se"),
    "SK": ("surat keputusan", "sk"),
    "Peraturan": ("peraturan",),
    "Keputusan": ("keputusan",),
    "Instruksi": ("instruksi",),
    "Surat Perintah": ("surat perintah",),
}
"""Kinds after which the name of an office follows: “Perka ANRI”, “Keputusan Rektor …”."""

_ISSUERS: Final = """
    menteri negara kepala badan lembaga komisi komite dewan direktur direktorat direksi dirjen
    deputi sekretaris sekretariat sekjen sekda sekwan rektor dekan ketua pimpinan inspektur
    inspektorat camat lurah desa kelurahan kecamatan gubernur bupati wali walikota presiden
    pemerintah daerah mahkamah jaksa kejaksaan kepolisian kapolri panglima bank arsip bersama
    majelis dinas perusahaan universitas politeknik pejabat otoritas
"""
ISSUERS: Final = frozenset(_ISSUERS.split())
"""Words with which names of offices begin; a word that is nearly one is a slip of the pen."""

NICKNAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "UU 14/2008": ("kip", "keterbukaan informasi", "keterbukaan informasi publik"),
    "UU 27/2022": ("pdp", "pelindungan data pribadi", "perlindungan data pribadi"),
    "UU 11/2008": ("ite", "informasi dan transaksi elektronik"),
    "UU 43/2009": ("kearsipan",),
    "UU 40/1999": ("pers",),
}
"""Names that mean one law everywhere, after “UU”; “UU Kesehatan” names two and is no such."""

CODES: Final[Mapping[str, tuple[str, ...]]] = {
    "kuhap": ("UU 8/1981",),
    "kitab undang-undang hukum acara pidana": ("UU 8/1981",),
    "kuhp": ("UU 1/1946", "UU 1/2023"),
    "kitab undang-undang hukum pidana": ("UU 1/1946", "UU 1/2023"),
    "kuhperdata": (),
    "kuh perdata": (),
    "kuhd": (),
    "kitab undang-undang hukum perdata": (),
    "kitab undang-undang hukum dagang": (),
}
"""Codes of law named without a number, with the laws that may be meant: always a question."""

_FILLER: Final = """
    berdasarkan sesuai dengan ketentuan sebagaimana diatur dimaksud dimaksudkan tercantum disebut
    disebutkan dalam pada menurut vide lihat mengacu merujuk kepada yang tersebut di atas berikut
    dasar hukum khususnya terutama juga telah diubah terakhir beberapa kali ini antara lain ialah
    adalah peraturan perundang undangan dari oleh untuk bahwa
"""
FILLER: Final = frozenset(_FILLER.split())
"""Words that only lead over to a citation; nothing is lost without them."""
