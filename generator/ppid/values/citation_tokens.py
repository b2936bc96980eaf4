"""The words of a legal basis that matter, and the letters and figures that stand in them."""

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from ppid.values.law_names import ALIAS, BARE_NAMES, KIND_START, LAW, NUMBER_ALONE, UNNUMBERED

# What a token is: the names of the groups of the pattern. Plain words and no Enum, because hashing
# and comparing Enum members took a third of the whole reading time.
LAW_NAME: Final = "law"
NEXT_NUMBER: Final = "next"
ALIAS_NAME: Final = "alias"
UNNUMBERED_NAME: Final = "unnumbered"
WITHIN: Final = "within"
AMENDED: Final = "amended"
GAZETTE: Final = "gazette"
PASAL: Final = "pasal"
AYAT: Final = "ayat"
HURUF: Final = "huruf"
ANGKA: Final = "angka"
BUTIR: Final = "butir"
BROKEN: Final = "broken"
BARE: Final = "bare"
AND: Final = "and"
JO: Final = "jo"
COMMA: Final = "comma"
EXPLAIN: Final = "explain"
BREAK: Final = "break"


class Token(NamedTuple):
    """A word that matters: what it is, its text, where it stands."""

    sort: str
    text: str
    start: int
    end: int


_TO_WORD: Final = r"(?:s\.?\s?/?\s?d\.?(?![a-z])|(?:sampai|hingga)(?:\s+(?:dengan|dgn))?(?![a-z]))"
TO: Final = rf"\s*(?:[-–—]|[.,;]?\s*{_TO_WORD})\s*"
"""Pattern of what stands between the ends of a range."""
_SEP: Final = (
    r"\s*(?:,\s*(?:dan(?:\s*/\s*atau)?|atau|serta)(?![a-z])|(?:dan\s*/\s*atau|dan|atau|serta)(?![a-z])"
    rf"|[.,;]?\s*{_TO_WORD}|[,./&–—-](?!\s*{_TO_WORD}))\s*"
)
_QUOTED: Final = r"(?:\(\s*[a-z|]\s*\)|[\"“”‘’'][a-z][\"“”‘’'])"
_LETTER: Final = rf"(?:{_QUOTED}|[a-z|](?![a-z0-9]))"
# “huruf h, b. UU 5/1999”: there “b.” opens the next point of a list.
_NEXT_LETTER: Final = rf"{_LETTER}(?!(?<=,\s[a-z])\.\s+{KIND_START})"
# A figure before “. ” or “)” opens the next point of a numbered list: “angka 1, 2. UU 5/1999”.
_NEXT_ARTICLE: Final = (
    r"(?:(?<!,\s)[0-9]{1,3}(?![0-9a-z]|\s*/)"
    r"|(?<=,\s)[0-9]{1,3}(?![0-9a-z]|\s*/|[.)]\s+(?!dan|atau)[a-z(]))"
)
# “Pasal 28F dan 28G”; of Pasal 17 the letter names a ground: “Pasal 17h, 17j”.
_INSERTED: Final = r"(?!17)[0-9]{1,3}[a-z](?![a-z0-9])"
_PARAGRAPH: Final = r"\(\s*[0-9]{1,3}\s*\)"
_FIGURE: Final = rf"(?:\(\s*[0-9]{{1,3}}[a-z]?\s*\)|{_NEXT_ARTICLE})"
_FIRST_FIGURE: Final = r"(?:\(\s*[0-9]{1,3}[a-z]?\s*\)|[0-9]{1,3}[a-z]?(?![0-9a-z]))"
# A scanner tears figures apart too; of “1 7” it is known what was meant.
_ARTICLE: Final = (
    r"(?:1\s7(?![0-9.)/])|[0-9]{1,4}(?![0-9]))"
    r"(?:[a-z](?![a-z0-9])|[a-z](?=[0-9]{1,2}(?![0-9])))?"
)
_PASAL: Final = r"(?:p\s?a\s?s\s?a\s?l(?:\s?-\s?pasal)?|psl|ps)"
_HURUF: Final = r"(?:huruf-huruf|h\s?u\s?r\s?u\s?f|hrf)"
_ANGKA: Final = r"(?:a\s?n\s?g\s?k\s?a|ang)"
_AYAT: Final = r"(?:a\s?y\s?a\s?t|ay)"
_BUTIR: Final = r"(?:butir|point?)(?![a-z])"
_PART_STARTS: Final = rf"(?:{_HURUF}|{_AYAT})\s*[.:]?\s*(?:{_LETTER}|\(?[0-9])"
_MORE: Final = "{0,5000}"
"""More than one list ever has: each repetition costs a matcher some three kilobytes."""
_NOT_A_YEAR: Final = r"(?!\s*(?:/|tahun|thn|th)(?![a-z]))"
_AMENDED: Final = (
    r"(?:telah\s+)?(?:beberapa\s+kali\s+)?(?:telah\s+)?diubah"
    rf"(?:(?:\s+[a-z]+){{0,4}}?\s+(?:dengan|dgn|dg|oleh)|(?:\s+[a-z]+)?(?=\s+{KIND_START}))"
    r"|s\.?\s?t\.?\s?(?:d\.?\s?)?[td]\.?\s?d\.?"
)
# A law behind these words in a title is what the title is about, not what is cited.
_WITHIN: Final = (
    r"(?:(?:perubahan|pelaksanaan|pencabutan|penetapan|ketentuan|pengesahan|penyempurnaan"
    r"|penjabaran|implementasi|penyesuaian|pedoman|mengubah|mencabut|mengganti(?:kan)?|pengganti|menetapkan"
    rf"|mengesahkan|melaksanakan)(?:\s+(?!{KIND_START}|pasal)[a-z]+){{0,5}}?"
    rf"|atas|dari|terhadap|menjadi|dalam)\s+(?={KIND_START})"
)
# “(Lembaran Negara Tahun 2008 Nomor 61, Tambahan Lembaran Negara Nomor 4846)”
_GAZETTE: Final = (
    r"(?:tln(?:ri)?[\s.:]*[0-9]+(?![0-9])"
    r"|(?:(?:tambahan\s+)?(?:lem[a-z]{1,8}|berita)\s+(?:negara|daerah)|t?ln(?:ri)?(?![a-z])"
    r"|bnri?(?![a-z]))[^();]{0,150}?(?:nomor|no)[\s.:]*[0-9]+(?:/[a-z](?![a-z]))?"
    r"(?:\s+tahun\s+[0-9]{4}(?![0-9]))?)"
)

# With these letters the words that matter begin; all others are passed over at once, for speed.
_STEMS: Final = (
    rf"(?:(?:{'|'.join(BARE_NAMES)})(?![a-z])"
    r"|undang|u\.?\s?u|p\.?p|p[mbks]|pojk|p\s?a\s?s\s?a|per[abdgjklmpuw]|pelaks|pen[cegjy]|pedom|men[cgj]|menet|melak|atas(?![a-z])|dari(?![a-z])|terhad|dalam(?![a-z])|po?in"
    r"|kep[bgmpuw]|kepres|keten|ketetap|kmk?(?![a-z])|kuh|kitab|ins?t?ruksi|inp|inm|implem|tap(?![a-z])|nomor|no(?![a-z])"
    r"|ke(?![a-z])|in[bgw]|qanun|surat|s\.?e(?:rta|ma)?(?![a-z])|sk[b]?(?![a-z])|a\s?y|a\s?n\s?g|atau|h\s?u\s?r|hrf"
    r"|j\.?\s?o|j[iu]nc|junto|jis(?![a-z])|t?ln(?:ri)?(?![a-z])|lem[a-z]{1,8}\s+(?:neg|daer)|berita|bn|tambahan"
    r"|butir|beberapa|dan(?![a-z])|dst|dll|dsb|diubah|telah|s\.?\s?t\.?\s?d?\.?\s?[td]\.?\s?d|tent|ttg|yai|yak|karena|bahwa|mengenai)"
)

_TOKEN: Final = (
    rf"(?:(?<![a-z])(?!{_STEMS})[a-z]{{2,}}(?![a-z])\s*)+"
    r"|(?P<comma>[,\n\r])"
    rf"|(?P<pasal>\b{_PASAL}\s*[.:]?\s*{_ARTICLE}(?:{_SEP}(?:{_NEXT_ARTICLE}|{_INSERTED})|{TO}(?:pasal|psl?)\.?\s+{_ARTICLE}){_MORE})"
    rf"|(?P<ayat>(?<![a-z]){_AYAT}\s*[.:]?\s*{_FIRST_FIGURE}(?:\)?{_SEP}(?:ay(?:at|\.)?\s*)?{_FIGURE}){_MORE})"
    rf"|(?P<huruf>(?<![a-z]){_HURUF}\s*[.:]?\s*(?:{_LETTER}|[a-z](?=[0-9])|1(?![0-9]))"
    rf"(?:\)?{_SEP}(?:(?:huruf|hrf\.?)\s+)?{_NEXT_LETTER}){_MORE})"
    rf"|(?P<angka>(?<![a-z]){_ANGKA}\s*[.:]?\s*{_FIRST_FIGURE}(?:\)?{_SEP}(?:ang(?:ka|\.)?\s+)?{_FIGURE}){_MORE})"
    r"|(?P<and>\b(?:dan(?:\s*/\s*atau)?|atau|serta)(?![a-z])|&)"
    rf"|(?P<law>\b(?=[upkistq])(?:{LAW}))"
    rf"|(?P<alias>\b(?:{ALIAS}))"
    rf"|(?P<unnumbered>\b(?=[upkist])(?:{UNNUMBERED}))"
    rf"|(?P<next>\b(?=n){NUMBER_ALONE})"
    rf"|(?P<gazette>\b(?=[tlb]){_GAZETTE})"
    rf"|(?P<within>\b(?=[pkimadt]){_WITHIN})"
    rf"|(?P<amended>\b(?:{_AMENDED})(?![a-z]))"
    rf"|(?P<butir>\b{_BUTIR}\s*(?:{_FIRST_FIGURE}(?:{_SEP}(?:butir\s+)?{_FIGURE}){_MORE}"
    rf"|{_LETTER}(?:{_SEP}(?:butir\s+)?{_NEXT_LETTER}){_MORE})"
    rf"|\b(?:no(?:mor)?\s*\.?|ke\s?-?)\s*[0-9]{{1,2}}(?![0-9]){_NOT_A_YEAR})"
    rf"|(?P<broken>\b(?:{_PASAL}|{_HURUF}|{_AYAT}|{_ANGKA}|{_BUTIR}|dst|dll|dsb)(?![a-z-]))"
    r"|(?P<jo>\b(?:j\.?\s?o\.?|jis|j[iu]ncto|junto)(?![a-z]))"
    rf"|(?P<break>;|(?:^|(?<=\s))[0-9]{{1,2}}[.)]\s+(?=[a-z(])"
    rf"|(?:^|(?<=\s))[a-z][.)]\s+(?={KIND_START}|{_PASAL}|kuh|kitab|{_PART_STARTS})"
    rf"|(?:^|(?<=\s))\([a-z]\)\s+(?={_PART_STARTS})"
    rf"|(?:(?<=[\n;:])|(?<=[\n;:]\s))[a-z][.)]\s+(?={_ANGKA}))"
    r"|(?P<explain>:|\b(?:tentang|ttg|yaitu|yakni|karena|bahwa|mengenai)(?![a-z]))"
    rf"|(?P<bare>{_QUOTED}(?:{_SEP}{_QUOTED}){_MORE}|{_PARAGRAPH}(?:{TO}{_PARAGRAPH})?"
    r"|(?<![0-9a-z])(?:17[a-j](?![a-z0-9])"
    rf"|[0-9]{{1,3}}(?:{TO}[0-9]{{1,3}})?(?![0-9])(?![.,]?[0-9])"
    rf"{_NOT_A_YEAR}|(?!s\.?\s?/?\s?d\.?(?![a-z])|\|){_LETTER}(?:{_SEP}{_NEXT_LETTER}){_MORE}|[a-z](?=[0-9]{{1,2}}(?![0-9])))"
    rf"|(?<=[a-z])[0-9]{{1,2}}(?![0-9a-z]))"
    r"|[a-z]{2,}"
)


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of all tokens; built when it is needed, because that takes its time."""
    return re.compile(_TOKEN, re.IGNORECASE)


def tokens(text: str) -> list[Token]:
    """Return the words of a legal basis that matter, in order; never raises."""
    return [
        Token(match.lastgroup, match[0], match.start(), match.end())
        for match in _pattern().finditer(text)
        if match.lastgroup is not None
    ]


_VALUE: Final = re.compile(r"[0-9]+[a-z]?|(?<![a-z])[a-z|](?![a-z])", re.IGNORECASE)
_RANGE: Final = re.compile(
    rf"[\s)\"“”‘’']*{TO}(?:huruf|hrf\.?|ay(?:at|\.)?|ang(?:ka|\.)?|butir|pasal|psl?\.?)?[\s(\"“”‘’']*",
    re.IGNORECASE,
)
_KEYWORD: Final = re.compile(
    rf"(?:{_PASAL}|{_HURUF}|{_AYAT}|{_ANGKA}|{_BUTIR}|no(?:mor)?|ke\s?-?)\s*[.:]?\s*", re.IGNORECASE
)
_TORN: Final = re.compile(r"(1)\s(7)(?![0-9])")
_LONGEST_RANGE: Final = 100


@lru_cache(maxsize=4096)
def values_of(text: str) -> tuple[str, ...]:
    """Return the values of a keyword: “huruf a.b dan d” → a, b, d; “ayat (1)–(3)” → 1, 2, 3."""
    keyword = _KEYWORD.match(text)
    text = text[keyword.end() :] if keyword else text
    torn = _TORN.match(text)
    values: list[str] = [torn[1] + torn[2]] if torn else []
    end = torn.end() if torn else 0
    for match in _VALUE.finditer(text, end):
        ranged = bool(values) and _RANGE.match(text, end) is not None
        if ranged and _RANGE.fullmatch(text, end, match.start()) is None:
            continue  # one of the two letters of “s.d.”
        if ranged:
            values.extend(_inside(values[-1], match[0]))
        values.append(match[0])
        end = match.end()
    return tuple(values)


def _inside(first: str, last: str) -> list[str]:
    """Return what lies inside a range, without its ends; nothing when it is no range."""
    if first.isdigit() and last.isdigit() and int(last) - int(first) <= _LONGEST_RANGE:
        return [str(number) for number in range(int(first) + 1, int(last))]
    if len(first) == len(last) == 1 and first.isalpha() and last.isalpha():
        return [chr(code) for code in range(ord(first.lower()) + 1, ord(last.lower()))]
    return []


def next_mark(mark: str) -> str:
    """Return the mark of the next point of a list: 1 → 2, b → c."""
    return str(int(mark) + 1) if mark.isdigit() else chr(ord(mark) + 1)
