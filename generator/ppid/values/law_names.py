"""Names of laws: from “Undang-Undang Nomor 14 Tahun 2008” to the code “UU 14/2008”.

A code is `<jenis>[ <daerah atau lembaga>] <nomor>/<tahun>`; “UUD 1945” is the one code without a
number. The place stays in the code when it was written (“Perwal Contoh 27/2017”), because this
module cannot know whose Perwal a nameless one is; whoever resolves codes knows its own place.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from ppid.values.law_kinds import (
    ALIASES,
    BYNAMES,
    CODES,
    ISSUERS,
    LAW_KINDS,
    LOCAL,
    MINISTRIES,
    NATIONAL,
    NICKNAMES,
    OFFICES,
)

_UNDANG: Final = r"undang(?:\s*[-–]?\s*undang(?!an)|-?2(?![0-9]))"
_ABBREVIATED: Final = 2
_VARIED: Final = {
    "undang-undang": _UNDANG,
    "wali kota": r"wali\s?kota",
    "menteri ": r"menteri(?:\s+negara)? ",
}


def _pattern(name: str) -> str:
    """Return the pattern of a name; between the letters of “UU” points may stand."""
    if len(name) == _ABBREVIATED:
        return r"\.?\s?".join(name) + r"\.?"
    for written, pattern in _VARIED.items():
        name = name.replace(written, pattern)
    return name.replace(" ", r"\s+")


def _any(names: Iterable[Iterable[str]]) -> str:
    """Return one pattern for all names, longer ones first: Perppu must not stop at PP.

    Names that begin alike stand together, so that most of them are ruled out at once.
    """
    each = sorted((name for group in names for name in group), key=len, reverse=True)
    alike: dict[str, list[str]] = {}
    for name in each:
        alike.setdefault(name[:3] if name[:3].isalpha() else name, []).append(_pattern(name))
    return "|".join(
        f"(?={start})(?:{'|'.join(patterns)})" if len(patterns) > 1 else patterns[0]
        for start, patterns in alike.items()
    )


_MINISTRY: Final = r"(?:per|kep|in)men(?![a-z]+nomor)[a-z]{2,}"
_NATIONAL_NAMES: Final = rf"{_any(NATIONAL.values())}|{_MINISTRY}"
_LOCAL_NAMES: Final = _any(LOCAL.values())
_OFFICE_NAMES: Final = _any(OFFICES.values())
_JOINT_NAMES: Final = r"(?:surat\s+)?keputusan\s+bersama|skb"
_CONSTITUTION: Final = (
    rf"(?:{_UNDANG}\s+dasar|uud)(?:\s+negara)?(?:\s+(?:republik\s+indonesia|n?ri))?"
    r"(?:\s+(?:tahun\s+)?1945|\s+'?45)"
)

NAMES_KIND: Final = rf"(?:{_NATIONAL_NAMES}|{_LOCAL_NAMES}|{_OFFICE_NAMES}|{_JOINT_NAMES})(?![a-z])"
"""Pattern (ignoring case) of the name of any kind of law, with nothing behind it."""
KIND_START: Final = (
    r"(?:u\.?\s?u|undang|per[abdgjklmpuw]|p\.?p|p[mbk]k?|pojk|kep[abgmpuw]|kepres|ketet|kmk?|inst|in[bgpmw]|qanun"
    r"|surat|s[ek]b?(?![a-z])|sema|tap\s)"
)
"""Pattern of letters with which a name of a kind begins: enough to look ahead."""


def _spellings(words: Iterable[str]) -> str:
    """Return a short pattern for many words: what they begin with alike is written once."""
    following: dict[str, list[str]] = {}
    for word in words:
        following.setdefault(word[:1], []).append(word[1:])
    ways = [f"{first}{_spellings(rest)}" for first, rest in sorted(following.items()) if first]
    if not ways:
        return ""
    pattern = f"(?:{'|'.join(ways)})" if len(ways) > 1 else ways[0]
    return f"(?:{pattern})?" if "" in following else pattern


_ABBREVIATIONS: Final = _spellings(
    name
    for names in (*NATIONAL.values(), *LOCAL.values(), *OFFICES.values())
    for name in names
    if name.isalpha() and name not in {"instruksi", "se", "sk"}
)
# “UUNo 17 Tahun 2003” is seen as well.
_END: Final = r"(?:(?![a-z])|(?=no(?:mor)?[\s.:]*[0-9]))"
# “Peraturan Pemerintah (PP) Nomor …” says the kind again.
_STATE: Final = (
    rf"(?:\s*\((?:{_ABBREVIATIONS}|{_MINISTRY})\))?"
    r"(?:\s+(?:republik\s+indonesia|r\.?i\.?(?![a-z])))?"
)
_NICKNAME: Final = rf"(?:\s+(?:{_any([ALIASES])})(?![a-z]))?"
_NOMOR: Final = r"(?:nomor|nomer|nmr|no|nr)(?![a-z])[\s.:-]*"
_TAHUN: Final = r"(?:tahun|thn|th)\s*[.:-]?\s*"
# Behind a year its number does not go on, but another law may: “UU 14/2008/PP 61/2010”. A year that
# closes a number with slashes is sometimes said again: “188.4/705/2013 Tahun 2013”.
_YEAR: Final = (
    rf"(?:\s?/\s?(?:{_TAHUN})?|\s*[,.-]?\s*{_TAHUN}|(?:\s+|\s?-\s?)(?=(?:19|20)[0-9]{{2}}(?![0-9/])))"
    rf"([0-9]{{4}})(?![0-9]|\s?/\s?[0-9]|/[a-z]+(?:/|\s+{_TAHUN}))(?:\s+{_TAHUN}([0-9]{{4}})(?![0-9]))?"
)


_PIECE: Final = r"[0-9a-z]+(?:[.~_-]+[0-9a-z]+)*"
_SLASHED: Final = rf"(?:\s?/\s?{_PIECE})*?"
# “86 B Tahun 2005”
_FIGURE: Final = (
    rf"[0-9]+[a-z]?(?:[.~_-]+(?!{_TAHUN})[0-9a-z]+)*?"
    rf"(?:\s[a-z](?=\s+{_TAHUN}|/[0-9a-z]))?{_SLASHED}"
)
_LETTERS: Final = r"[a-z]{1,6}(?:[-~.][a-z]{1,6}){0,3}"
# Without “Nomor” only capitals may precede the figure (“KP-SKJ 8”): otherwise any word would do.
# “Nomor I Tahun 2021” is how a copied “1” may look.
_NUMBER: Final = (
    rf"(?:{_NOMOR}((?:{_LETTERS}[\s.-]{{0,2}})?{_FIGURE}|{_PIECE}\s?/\s?{_PIECE}{_SLASHED}"
    rf"|[il](?=\s+{_TAHUN}))"
    rf"|((?:(?:(?<=hub\s)|(?!(?:{_ABBREVIATIONS})(?![a-z])|n[a-z]{{1,4}}r[^a-z]))(?-i:[A-Z]{{1,5}}(?:[-~.][A-Z]{{1,5}}){{0,3}})"
    rf"[ .-]{{0,2}})?{_FIGURE}"
    rf"|[a-z]{{2,}}\s?/\s?{_PIECE}{_SLASHED})){_YEAR}"
)
_NOT_A_WORD: Final = (
    r"(?!(?:nomor|nomer|no|nr|tentang|yang|atas|ini|itu|tersebut|sesuai|serta|sebagaimana|karena"
    r"|berdasarkan|menetapkan|perubahan|pasal|psl|ps|ayat|huruf|angka|butir|jo|juncto|junto|jis"
    rf"|{_UNDANG}|{_ABBREVIATIONS}|{_MINISTRY}|surat|dalam(?!\s+negeri)"
    # “Perda Contoh Noomr 5/2020”, “Perbup ContohNomor 5”: a slip of the pen, or two words
    r"|dengan|maka|bahwa)(?![a-z])|[a-z]+no(?:mor)?[\s.:]*[0-9]|n[a-z]{1,4}r[\s.:]*[0-9]|(?-i:[A-Za-z]*[a-z][A-Z]))"
)
_WORD: Final = rf"{_NOT_A_WORD}[a-z]{{2,}}(?:[-/][a-z]+)*[.,]?"
_PLACE: Final = rf"((?:\s+{_NOT_A_WORD}[a-z]{{2,}}\.?){{0,6}}?)"
_OFFICE: Final = rf"(?:\s+dari)?((?:\s+{_WORD}){{0,14}}?)"
_SIGNED_BY: Final = r"(?:\s+[a-z]{2,}[.,]?){0,40}?"
# “UU Praktik Kedokteran Nomor 29 Tahun 2004”, “Perwal tentang PPID Nomor 27 Tahun 2017”
_TITLE: Final = rf"(?:\s+tentang(?:\s+{_WORD}){{1,12}}?\s+(?={_NOMOR}))??"
_NAME: Final = rf"(?:(?!\s+dan(?![a-z]))(?:\s+{_WORD}){{1,10}}?\s+(?={_NOMOR}))??"

LAW: Final = (
    rf"(?:{_CONSTITUTION})(?![0-9a-z])"
    rf"|(?:({_NATIONAL_NAMES}){_END}{_STATE}{_NICKNAME}{_NAME}|({_LOCAL_NAMES})(?![a-z]){_STATE}{_PLACE}"
    rf"|({_JOINT_NAMES})(?![a-z]){_SIGNED_BY}|({_OFFICE_NAMES})(?![a-z])\.?{_STATE}{_OFFICE})"
    rf"{_TITLE}[\s,.-]*{_NUMBER}"
)
"""Pattern (ignoring case) of a law named with number and year."""

NUMBER_ALONE: Final = rf"(?={_NOMOR}){_NUMBER}"
"""Pattern of “Nomor 3 Tahun 2023” without a kind: it goes on with the kind named before."""

_NOT_A_NAME: Final = (
    "(?!nomor|tentang|yang|dan|atau|ini|itu|tersebut|lain|terkait|negara|di|pada|dasar"
    "|pasal|ayat|huruf|uu)"
)
UNNUMBERED: Final = (
    rf"(?:{_NATIONAL_NAMES}|{_LOCAL_NAMES})(?![a-z]){_STATE}{_NICKNAME}"
    rf"\s*(?:{_NOMOR}(?:[0-9]+(?:\s*(?:/|{_TAHUN})\s*[0-9]{{1,3}}(?![0-9]))?)?"
    r"|(?=\s+tentang\b))"
    rf"|(?:{_any([CODES])})(?![a-z])|(?:uu|{_UNDANG})(?:\s+tentang)?\s+(?:{_any([BYNAMES])})(?![a-z])"
    r"(?!\s+(?!(?:pasal|psl|ps|ayat|huruf|no|nomor|tahun|dan|atau|serta|jo)(?![a-z]))(?-i:[A-Z])[a-z])"
    rf"|(?:uu|{_UNDANG})\s+{_NOT_A_NAME}(?-i:[A-Z][A-Za-z]{{2,}})"
    rf"(?:\s+{_NOT_A_WORD}(?-i:[A-Z][a-z]{{2,}}))*"
)
"""Pattern of a law named without number or year: “UU No 14”, “UU Perbankan”, “KUHP”."""

_LONGEST_BARE: Final = 3
BARE_NAMES: Final = sorted(
    name for names in NICKNAMES.values() for name in names if len(name) <= _LONGEST_BARE
)
"""Nicknames that are said without “UU” as well: “KIP Pasal 17”."""

ALIAS: Final = (
    rf"(?:u\.?u\.?[\s-]*|{_UNDANG}\s+)(?:tentang\s+)?(?:{_any(NICKNAMES.values())})(?![a-z])"
    rf"(?!\s*,?\s*(?:{_NOMOR})?[0-9]+\s*(?:/|{_TAHUN})\s*[0-9])"
    rf"|(?:{'|'.join(BARE_NAMES)})(?![a-z])"
)
"""Pattern of the nicknames of laws known in the whole country: “UU KIP”; “KIP” alone as well."""

KIP: Final = "UU 14/2008"
"""The law on public information; its Pasal 17 names the grounds of exclusion."""

_LONGEST_ABBREVIATION: Final = 4
_FIRST_YEAR, _LAST_YEAR = 1945, 2100
_NUMBER_RE: Final = re.compile(_NUMBER, re.IGNORECASE)
_NICKNAME_RES: Final = [
    (code, re.compile(rf"(?:.*[^a-z]|uu)?(?:{_any([names])})", re.IGNORECASE | re.DOTALL))
    for code, names in NICKNAMES.items()
]
_CODE_RES: Final = [
    (re.compile(_pattern(name), re.IGNORECASE), laws) for name, laws in CODES.items()
] + [
    (re.compile(rf".*\s{_pattern(name)}", re.IGNORECASE | re.DOTALL), laws)
    for name, laws in BYNAMES.items()
]
_CODE_BY_NAME: Final = {
    re.sub("[^a-z]", "", name): code
    for code, names in (*NATIONAL.items(), *LOCAL.items(), *OFFICES.items())
    for name in names
} | {"undang": "UU"}  # “Undang2”
_NAME_WORDS: Final = sorted(
    {
        word
        for names in (*NATIONAL.values(), *LOCAL.values(), *OFFICES.values())
        for name in names
        if " " in name
        for word in name.split()
        if word.isalpha()
    }
)
_NOT_A_LETTER: Final = re.compile("[^a-z]")
_PLAIN_CODE: Final = re.compile(rf"(?:{'|'.join((*NATIONAL, *LOCAL))}) [1-9][0-9]*/[0-9]{{4}}")
_ENDING: Final = re.compile(r"\s+(?:republik\s+indonesia|r\.?i)\.?$", re.IGNORECASE)
_FOURTEEN: Final = re.compile(r"u.*\b14(?![0-9])", re.IGNORECASE | re.DOTALL)


@lru_cache(maxsize=4096)
def law_code(text: str) -> str:
    """Return the code of a text that is one law and nothing else; “” when it is none.

    A code reads to itself. `law_code("UU No.14 Th 2008")` is “UU 14/2008”.
    """
    if _PLAIN_CODE.fullmatch(text):
        return text
    code = _code_once(text)
    return code if _PLAIN_CODE.fullmatch(code) or _code_once(code) == code else ""


@lru_cache(maxsize=256)
def alias_code(text: str) -> str:
    """Return the code for a text that `ALIAS` matched; “” when no nickname fits."""
    return next((code for code, names in _NICKNAME_RES if names.fullmatch(text)), "")


@lru_cache(maxsize=256)
def laws_meant(text: str) -> tuple[str, ...]:
    """Return the codes that may be meant by a text that `UNNUMBERED` matched.

    “UU No 14” may well be that of 2008; of most laws without number nothing can be offered.
    """
    for pattern, laws in _CODE_RES:
        if pattern.fullmatch(text):
            return laws
    return (KIP,) if _FOURTEEN.match(text) else ()


def same_kind(code: str, number: str) -> str:
    """Return the code of “Nomor 3 Tahun 2023” behind a law of the same kind."""
    match = _NUMBER_RE.fullmatch(number)
    kind = code.rpartition(" ")[0]
    return law_code(f"{kind} {_number(match)}") if match and kind else ""


def is_possible_year(code: str) -> bool:
    """Tell whether a law of that year can exist; 2104 is a slip of the pen."""
    return _FIRST_YEAR <= int(code[-4:]) <= _LAST_YEAR


@cache
def _law_pattern() -> re.Pattern[str]:
    """Return the pattern of a law; built when it is needed, because that takes its time."""
    return re.compile(LAW, re.IGNORECASE)


def _code_once(text: str) -> str:
    match = _law_pattern().fullmatch(text)
    if match is None:
        return ""
    national, local, place, joint, head, office = match.group(1, 2, 3, 4, 5, 6)
    number = _number(match)
    if _MISREAD.search(number):
        return ""
    if joint:
        return f"SKB {number}" if number else ""
    if national:
        named = _kind(national)
    elif local:
        named = _with_place(_kind(local), place)
    elif head:
        named = _issued_by(_kind(head), office)
    else:
        return "UUD 1945"
    return f"{named} {number}" if named and number else ""


_MISREAD: Final = re.compile(r"(?<![^\W_])(?=[IlOo]*[0-9])(?=[0-9]*[IlOo])[0-9IlOo]{2,}(?![^\W_])")
"""“I4/2008”, “PER/O4/…”: a figure with a letter that a scanner takes for another."""
_MINISTERIAL: Final = re.compile(r"(?:per|kep|in)men(?P<ministry>[a-z]+)")


def _kind(text: str) -> str:
    """Return the code of a kind; “” where its ministry is nearly one that is known."""
    name = _NOT_A_LETTER.sub("", text.lower()).replace("menterinegara", "menteri")
    if code := _CODE_BY_NAME.get(name):
        return code
    ministerial = _MINISTERIAL.fullmatch(name)
    ministry = ministerial["ministry"] if ministerial else ""
    misspelt = ministry not in MINISTRIES and near_word(ministry, MINISTRIES)
    return "" if misspelt else text.capitalize()


_IN_FULL: Final = {"Kab": "Kabupaten", "Prov": "Provinsi", "Prop": "Provinsi"}


_LEVELS: Final = {
    kind.kode: kind.pembuat.capitalize()
    for kind in LAW_KINDS.values()
    if kind.pembuat in {"kota", "kabupaten", "provinsi"}
}


def _with_place(jenis: str, place: str) -> str:
    words = [_IN_FULL.get(word.rstrip("."), word) for word in _titled(place).split()]
    # Only a kota has a wali kota; a Perda may be the kota's or the kabupaten's, so there it counts.
    if words and words[0] == _LEVELS.get(jenis):
        words = words[1:]
    return " ".join([jenis, *words])


def _issued_by(head: str, office: str) -> str:
    """Add the office to the kind; “” where a word is nearly one that is known: “Meteri”."""
    issuer = _titled(_ENDING.sub("", office)).replace(",", "")
    first, *others = issuer.lower().split() or [""]
    if first and first not in ISSUERS and near_word(first, ISSUERS):
        return ""
    misspelt = any(len(word) >= _LONG_WORD and _is_slip(word) for word in others)
    return "" if misspelt else f"{head} {issuer}".rstrip()


def _is_slip(word: str) -> bool:
    """Tell whether a word of an office is one letter away from one that names of laws have."""
    if word in _NAME_WORDS or word in ISSUERS:
        return False
    near = process.extractOne(word, _NAME_WORDS, scorer=OSA.distance, score_cutoff=1)
    return near is not None and near[0][0] == word[0]


_LONG_WORD: Final = 5


def near_word(word: str, known: Iterable[str]) -> str:
    """Return the known word of which another is a slip of the pen; “” when there is none."""
    if len(word) < _LONGEST_ABBREVIATION:
        return ""
    most = 1 if len(word) < _LONG_WORD else 2
    near = process.extract(word, sorted(known), scorer=OSA.distance, score_cutoff=most, limit=None)
    # Where two are as near, a slip leaves the ends of a word alone: “Permendagi”.
    ends = ((found[1], found[0][0] != word[0], found[0][-1] != word[-1]) for found in near)
    best = min(zip(ends, near, strict=True), default=None)
    if best is None:
        return ""
    (distance, begins_otherwise, _), (found, *_) = best
    # Of short words two letters may differ only where the first is right: “Metri”, “Mentri”.
    doubtful = distance > 1 and len(word) <= _LONG_WORD and begins_otherwise
    return "" if doubtful else found


def _titled(text: str) -> str:
    """Write a name with capitals; where all of it is in capitals, only short words stay so."""
    longest = _LONGEST_ABBREVIATION if text.isupper() else len(text)
    return " ".join(_titled_word(word, longest) for word in text.split())


def _titled_word(word: str, longest: int) -> str:
    if "/" in word:  # “ATR/BPN”
        return "/".join(_titled_word(part, longest) for part in word.split("/"))
    if word.isupper() and (len(word.rstrip(".,")) <= longest or "-" in word):
        return word
    return "dan" if word.lower() == "dan" else word.capitalize()


def _number(match: re.Match[str]) -> str:
    """Return number and year as they stand in a code; “” where the year is said in two ways."""
    *_, behind_word, bare, year, again = match.groups()
    number = re.sub(r"\s*/\s*", "/", " ".join((behind_word or bare or "").split()))
    if again and again != year:
        return ""
    if number.isdigit():
        number = number.lstrip("0") or "0"
    return f"{'1' if number in 'Iil' else number}/{year}"
