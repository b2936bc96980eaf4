"""Names of laws: from “Undang-Undang Nomor 14 Tahun 2008” to the code “UU 14/2008”.

A code is `<jenis>[ <daerah>] <nomor>/<tahun>`; “UUD 1945” is the one code without a number.
The place stays in the code when it was written (“Perwal Contoh 27/2017”), because this module
cannot know whose Perwal a nameless one is; whoever resolves codes knows its own place.
"""

import re
from functools import lru_cache
from typing import Final

_UNDANG: Final = r"undang\s*[-–]?\s*undang(?!an)"

# Longer names first: “peraturan pemerintah pengganti …” must not stop at “peraturan pemerintah”.
_NATIONAL: Final = {
    "Perppu": rf"peraturan\s+pemerintah\s+pengganti\s+{_UNDANG}|perp?pu",
    "UU": rf"{_UNDANG}|u\.?\s?u\.?",
    "PP": r"peraturan\s+pemerintah|p\.?p\.?",
    "Perpres": r"peraturan\s+presiden|perpres",
    "Keppres": r"keputusan\s+presiden|keppres",
    "Inpres": r"instruksi\s+presiden|inpres",
    "PerKI": r"peraturan\s+komisi\s+informasi(?:\s+pusat)?|perkip?",
    "Permendagri": r"peraturan\s+menteri\s+dalam\s+negeri|permendagri",
    "Kepmendagri": r"keputusan\s+menteri\s+dalam\s+negeri|kepmendagri",
    "Permenkumham": (
        r"peraturan\s+menteri\s+hukum\s+dan\s+(?:hak\s+asasi\s+manusia|ham)|permenkumham"
    ),
    "PermenPANRB": (
        r"peraturan\s+menteri\s+pendayagunaan\s+aparatur\s+negara\s+dan\s+reformasi\s+birokrasi"
        r"|permen\s?pan\s?-?\s?rb"
    ),
    "PMK": r"peraturan\s+menteri\s+keuangan|pmk",
    "PM": r"pm",
}
_LOCAL: Final = {
    "Perda": r"peraturan\s+daerah|perda",
    "Perwal": r"peraturan\s+wali\s?kota|perwal(?:i|ko)?",
    "Kepwal": r"keputusan\s+wali\s?kota|kepwali?",
    "Inwal": r"instruksi\s+wali\s?kota|inwal",
    "SE Wali Kota": r"(?:surat\s+edaran|se)\s+wali\s?kota",
    "Perbup": r"peraturan\s+bupati|perbup",
    "Kepbup": r"keputusan\s+bupati|kepbup",
    "Pergub": r"peraturan\s+gubernur|pergub",
    "Kepgub": r"keputusan\s+gubernur|kepgub",
}
_PERMEN: Final = r"permen[a-z]+"
_ANY_OTHER: Final = (
    r"(?:peraturan|keputusan|instruksi|surat\s+(?:edaran|keputusan|perintah))"
    r"(?:\s+(?!nomor|no\b)[a-z]+){0,6}?"
)
_CONSTITUTION: Final = (
    rf"(?:{_UNDANG}\s+dasar|uud)(?:\s+negara)?(?:\s+(?:republik\s+indonesia|n?ri))?"
    r"(?:\s+(?:tahun\s+)?1945|\s+'?45)"
)

_STATE: Final = r"(?:\s+(?:republik\s+indonesia|r\.?i\.?(?![a-z])))?"
_NICKNAME: Final = r"(?:\s+(?:kip|ite|pdp)(?![a-z]))?"
_NOMOR: Final = r"(?:nomor|nomer|no|nr)(?![a-z])\s*[.:]?\s*"
_YEAR: Final = r"(?:\s*/\s*|\s*,?\s*(?:tahun|thn|th)\s*\.?\s*)([0-9]{4})(?![0-9])"
_PLAIN_NUMBER: Final = r"([0-9]+[a-z]?(?:[./-][0-9a-z./-]+?)??)"
# Only capitals may precede the figure (“KP-SKJ 8”): otherwise any word before it would be taken in.
_OFFICE_NUMBER: Final = (
    r"((?:(?-i:[A-Z]{1,5}(?:[-~.][A-Z]{1,5}){0,3})[ .-]{0,2})?[0-9]+[a-z]?(?:[./-][0-9a-z./-]+?)??)"
)


def _any(names: dict[str, str]) -> str:
    return "|".join(names.values())


LAW: Final = (
    rf"(?:{_CONSTITUTION})(?![0-9a-z])"
    rf"|({_any(_NATIONAL)}|{_PERMEN})(?![a-z]){_STATE}{_NICKNAME}\s*(?:{_NOMOR})?{_PLAIN_NUMBER}{_YEAR}"
    rf"|({_any(_LOCAL)})(?![a-z])((?:\s+[a-z]+){{0,4}}?)\s*(?:{_NOMOR})?{_PLAIN_NUMBER}{_YEAR}"
    rf"|({_ANY_OTHER})\s+(?:{_NOMOR})?{_OFFICE_NUMBER}{_YEAR}"
)
"""Pattern (ignoring case, ten groups) of a law named with number and year."""

_CODES: Final = (
    r"kuh(?:ap|p|d|perdata)(?![a-z])|kitab\s+undang-undang\s+hukum(?:\s+acara)?\s+[a-z]+"
)
_NOT_A_NAME: Final = "(?!nomor|tentang|yang|dan|atau|ini|itu|tersebut|lain|terkait|negara|di|pada)"
UNNUMBERED: Final = (
    rf"(?:{_any(_NATIONAL)}|{_any(_LOCAL)}|{_PERMEN})(?![a-z]){_STATE}{_NICKNAME}"
    rf"\s*(?:{_NOMOR}(?:[0-9]+(?:\s*(?:/|tahun|thn|th)\s*\.?\s*[0-9]{{1,3}}(?![0-9]))?)?"
    r"|(?=\s+tentang\b))"
    rf"|{_CODES}|(?:uu|{_UNDANG})\s+{_NOT_A_NAME}(?-i:[A-Z][A-Za-z]{{2,}})"
)
"""Pattern of a law named without number or year: “UU No 14”, “UU Perbankan”, “KUHP”."""

# Only nicknames that mean one law everywhere; “UU Kesehatan” and “KUHP” name two each.
_NICKNAMES: Final = {
    "UU 14/2008": r"kip|keterbukaan\s+informasi(?:\s+publik)?",
    "UU 27/2022": r"pdp|pe(?:r)?lindungan\s+data\s+pribadi",
    "UU 11/2008": r"ite|informasi\s+dan\s+transaksi\s+elektronik",
    "UU 43/2009": r"kearsipan",
    "UU 40/1999": r"pers",
}
ALIAS: Final = (
    rf"(?:uu|{_UNDANG})(?:\s+tentang)?\s+(?:{_any(_NICKNAMES)})(?![a-z])"
    rf"(?!\s*,?\s*(?:{_NOMOR})?[0-9]+{_YEAR})"
)
"""Pattern of the nicknames of laws known in the whole country: “UU KIP”."""

_LONGEST_ABBREVIATION: Final = 4
_LAW_RE: Final = re.compile(LAW, re.IGNORECASE)
_ALIAS_RES: Final = [
    (code, re.compile(rf".*\s(?:{names})", re.IGNORECASE | re.DOTALL))
    for code, names in _NICKNAMES.items()
]
_JENIS_RES: Final = [
    (code, re.compile(names, re.IGNORECASE)) for code, names in (_NATIONAL | _LOCAL).items()
]


@lru_cache(maxsize=4096)
def law_code(text: str) -> str:
    """Return the code of a text that is one law and nothing else; “” when it is none.

    A code reads to itself. `law_code("UU No.14 Th 2008")` is “UU 14/2008”.
    """
    code = _code_once(text)
    return code if code and _code_once(code) == code else ""


@lru_cache(maxsize=256)
def alias_code(text: str) -> str:
    """Return the code for a text that `ALIAS` matched; “” when no nickname fits."""
    return next((code for code, names in _ALIAS_RES if names.fullmatch(text)), "")


def _code_once(text: str) -> str:
    match = _LAW_RE.fullmatch(text)
    if match is None:
        return ""
    national, local, place, other = match.group(1, 4, 5, 8)
    if national:
        return f"{_jenis(national)} {_number(match[2])}/{match[3]}"
    if local:
        return f"{_with_place(_jenis(local), place)} {_number(match[6])}/{match[7]}"
    if other:
        return f"{_titled(other)} {_number(match[9])}/{match[10]}"
    return "UUD 1945"


def _jenis(text: str) -> str:
    known = next((code for code, names in _JENIS_RES if names.fullmatch(text)), "")
    return known or text.capitalize()


def _with_place(jenis: str, place: str) -> str:
    words = _titled(place).split()
    # Only a kota has a wali kota; a Perda may be the kota's or the kabupaten's, so there it counts.
    if words[:1] == ["Kota"] and jenis in {"Perwal", "Kepwal", "Inwal", "SE Wali Kota"}:
        words = words[1:]
    return " ".join([jenis, *words])


def _titled(text: str) -> str:
    return " ".join(map(_titled_word, text.split()))


def _titled_word(word: str) -> str:
    if word.isupper() and len(word) <= _LONGEST_ABBREVIATION:
        return word
    return "dan" if word.lower() == "dan" else word.capitalize()


def _number(text: str) -> str:
    bare = " ".join(text.split())
    return (bare.lstrip("0") or "0") if bare.isdigit() else bare
