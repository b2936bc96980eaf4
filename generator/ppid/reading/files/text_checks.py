"""Checks on the text of every data file, whatever its kind; run once for each file."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import chain, islice
from typing import NamedTuple

from ppid.diagnostics.diagnostic import Diagnostic, Fix, Requirement, diagnose
from ppid.diagnostics.places import Located, Route, Span
from ppid.reading.files.csv_file import CsvFile
from ppid.reading.files.markdown_file import BODY, MarkdownFile
from ppid.reading.files.requirements import BRK_008, BRK_009, BRK_010, ISI_008, ISI_009
from ppid.reading.files.yaml_file import YamlFile

_Tree = dict[str, "_Tree"]


def pattern_of(words: Iterable[str]) -> str:
    """Return a pattern for any of `words`; common beginnings are tried once, not word by word."""
    root: _Tree = {}
    for word in words:
        node = root
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return _branch(root)


def _branch(node: _Tree) -> str:
    ways = [re.escape(step) + _branch(rest) for step, rest in sorted(node.items()) if step]
    if not ways:
        return ""
    joined = "(?:" + "|".join(ways) + ")"
    return joined + "?" if "" in node else joined


# Full-width forms count: some spreadsheets turn them into the ASCII sign.
_FORMULA_SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"
_LEADING_CONTROL = {"\t": "tab", "\r": "pindah baris"}
# “-5”, “-5,5 %” and “+62 (21) 8895-1234” are numbers to everybody who opens the table.
_PLAIN_NUMBER = re.compile(r"[+-] ?\(?\d[\d .,()/-]*%?")
_DASHES = re.compile(r"[-\u2010-\u2015]+")

STAND_INS = {
    "idem", "id", "ibid", "sda", "s.d.a", "sama dengan di atas", "nihil", "n/a", "n.a",
    "#ref!", "#n/a", "#error!", "#value!", "#name?", "#div/0!", "#null!", "#num!", "#####",
    "null", "none", "nan", "undefined", "~", '"', "\u3003", "xxx", "tbd",
}  # fmt: skip
_DOTS = re.compile(r"[.?\u2026_]+")

_WORD_LISTS = {"kata", "frasa", "tegas"}
"""Fields that hold words to be recognised: “nihil” is meant there, and so is a misspelt word."""
_CODES = {"kode", "singkatan", "nomor", "nama_lain"} | {
    *("kop", "judul_surat", "baris_tengah", "alinea", "diktum")
}
"""Fields that may be all capitals; letters and decisions have titles that are."""
_MIN_CAPITAL_WORDS = 3
_LONG_WORD = 5
_DOUBLED = re.compile(r"(?<=\S) {2,}(?=\S)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SHOWN = 60

# The same conditions over many values at once, joined with NUL. Their only task is to be fast and
# to miss nothing; what they find is looked at again value by value.
_BOUNDARY = re.compile(
    r"\x00(?:(?<=\s\x00)|\s"
    rf"|[{re.escape(_FORMULA_SIGNS)}]"
    r"|[-.?\u2026_\u2010-\u2015]+\s*\x00"
    r"|[^a-z\x00 ]+ [^a-z\x00]+(?=\x00))"
)
_MAYBE_STAND_IN = re.compile(rb"\x00" + pattern_of(STAND_INS).encode() + rb"\.?#*\x00")


class TextFinding(NamedTuple):
    """A requirement that a value does not meet, the sentence about it, a certain replacement."""

    requirement: Requirement
    message: str
    replacement: str = ""


def may_fail(joined: str, lowered: bytes) -> bool:
    """Return quickly whether any value may fail; `joined` has NUL around and between values."""
    return (
        "  " in joined
        or _BOUNDARY.search(joined) is not None
        or _MAYBE_STAND_IN.search(lowered) is not None
    )


def check_value(value: str, name: str) -> Iterator[TextFinding]:
    """Check the value of the field called `name`."""
    text = value.strip()
    if not text:
        return
    word = text.lower().rstrip(".#" if len(text) > 1 and text[0] != "#" else ".")
    stands_in = re.sub(r"#{5,}", "#####", word) in STAND_INS and name not in _WORD_LISTS
    if stands_in or _DASHES.fullmatch(text) or _DOTS.fullmatch(text):
        yield TextFinding(BRK_010, f"“{text}” bukan isi")
    elif value[0] in _LEADING_CONTROL:
        yield TextFinding(BRK_008, f"“{_shown(text)}” diawali {_LEADING_CONTROL[value[0]]}")
    elif text[0] in _FORMULA_SIGNS and not _PLAIN_NUMBER.fullmatch(text):
        message = f"“{_shown(text)}” diawali “{text[0]}” dan akan dijalankan sebagai rumus"
        yield TextFinding(BRK_008, message)
    yield from _untidy(value, text, name)


def _untidy(value: str, text: str, name: str) -> Iterator[TextFinding]:
    tidy = _DOUBLED.sub(" ", text)
    # A block of YAML ends with a line end that nobody typed.
    if value.removesuffix("\n") != text:
        yield TextFinding(ISI_008, f"Ada spasi di awal atau akhir “{_shown(text)}”", tidy)
    if doubled := _DOUBLED.search(text):
        around = text[max(0, doubled.start() - 15) : doubled.end() + 15]
        yield TextFinding(ISI_008, f"Ada spasi ganda di “{around}”", tidy)
    if name not in _CODES and text.isupper():
        words = _WORD.findall(text)
        # Abbreviations may follow each other: “RKA DPA SKPD” is no shouting.
        if len(words) >= _MIN_CAPITAL_WORDS and sum(len(w) >= _LONG_WORD for w in words) > 1:
            yield TextFinding(ISI_008, f"“{_shown(text)}” seluruhnya huruf besar")


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


_PRINTABLE = bytes(range(0x20, 0x7F)) + b"\t\r\n"
_HIDDEN_CATEGORIES = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
_REPLACEMENT = "\ufffd"
_NAMES = {
    "\x7f": "hapus",
    "\x85": "baris baru NEL",
    "\xad": "tanda hubung tersembunyi",
    "\u061c": "penanda arah tulisan",
    "\u200b": "spasi tanpa lebar",
    "\u200c": "pemisah huruf tanpa lebar",
    "\u200d": "penyambung huruf tanpa lebar",
    "\u200e": "penanda arah tulisan",
    "\u200f": "penanda arah tulisan",
    "\u2028": "pemisah baris",
    "\u2029": "pemisah paragraf",
    "\u2060": "penyambung kata tanpa lebar",
    "\ufeff": "tanda BOM di tengah teks",
    _REPLACEMENT: "pengganti huruf yang hilang",
}
_DIRECTION = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_BY_CATEGORY = {"Cc": "karakter kendali", "Co": "karakter pribadi", "Cs": "separuh karakter"}
_NONCHARACTERS = range(0xFDD0, 0xFDF0)
_LAST_OF_PLANE = 0xFFFE  # the last two of each plane, U+FFFE and U+FFFF first of all
_WORD_CHARACTERS = re.compile(r"\S+")


def odd_characters(text: str) -> set[str]:
    """Return the distinct characters of `text` beyond printable ASCII, tab and line ends."""
    # Deleting the plain bytes leaves the few characters that are worth a look, at a tenth of what
    # a regular expression or a set of the whole text costs.
    odd = text.encode("utf-8", "surrogatepass").translate(None, _PRINTABLE)
    return set(odd.decode("utf-8", "surrogatepass"))


def hidden_runs(text: str, odd: set[str]) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and name of each run of hidden characters; `odd` as `odd_characters`."""
    hidden = "".join(filter(_is_hidden, odd))
    if hidden:
        for run in re.finditer(f"[{re.escape(hidden)}]+", text):
            yield run.start(), run.end(), name_of(run[0][0])


def _is_hidden(character: str) -> bool:
    hidden = unicodedata.category(character) in _HIDDEN_CATEGORIES
    return hidden or character == _REPLACEMENT or _is_noncharacter(character)


def _is_noncharacter(character: str) -> bool:
    """Tell whether Unicode will never give it a meaning; XML forbids some, so workbooks break."""
    code = ord(character)
    return code in _NONCHARACTERS or code & _LAST_OF_PLANE == _LAST_OF_PLANE


def name_of(character: str) -> str:
    """Name a character without showing it: “U+202E (pembalik arah tulisan)”."""
    category = unicodedata.category(character)
    name = "pengatur arah tulisan" if character in _DIRECTION else _NAMES.get(character)
    if _is_noncharacter(character):
        name = "bukan karakter"
    name = name or _BY_CATEGORY.get(category, unicodedata.name(character, "").lower())
    return f"U+{ord(character):04X} ({name})" if name else f"U+{ord(character):04X}"


def unnormalised_words(text: str, odd: set[str]) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and NFC form of each word that is composed in another way."""
    # Looking at few characters first spares most texts a slow look at all of them.
    if any(map(_may_compose, odd)) and not unicodedata.is_normalized("NFC", text):
        for word in _WORD_CHARACTERS.finditer(text):
            if not unicodedata.is_normalized("NFC", word[0]):
                yield word.start(), word.end(), unicodedata.normalize("NFC", word[0])


def _may_compose(character: str) -> bool:
    plain = character < "\u0300" or "\u2000" <= character < "\u20d0"
    return not plain or not unicodedata.is_normalized("NFC", character)


MISSPELLINGS = {
    "aktifitas": "aktivitas",
    "akte": "akta",
    "analisa": "analisis",
    "apotik": "apotek",
    "atlit": "atlet",
    "detil": "detail",
    "diatas": "di atas",
    "dibawah": "di bawah",
    "didalam": "di dalam",
    "dikecualikanan": "dikecualikan",
    "dilingkungan": "di lingkungan",
    "diluar": "di luar",
    "dimana": "di mana",
    "disain": "desain",
    "efektip": "efektif",
    "fihak": "pihak",
    "frekwensi": "frekuensi",
    "hakekat": "hakikat",
    "himbauan": "imbauan",
    "hirarki": "hierarki",
    "ijasah": "ijazah",
    "ijin": "izin",
    "invetaris": "inventaris",
    "jadual": "jadwal",
    "jaman": "zaman",
    "jum'at": "Jumat",
    "kadaluarsa": "kedaluwarsa",
    "kadaluwarsa": "kedaluwarsa",
    "karir": "karier",
    "konkrit": "konkret",
    "konsekwensi": "konsekuensi",
    "kwalitas": "kualitas",
    "kwantitas": "kuantitas",
    "kwartal": "kuartal",
    "kwitansi": "kuitansi",
    "lnformasi": "informasi",
    "managemen": "manajemen",
    "merubah": "mengubah",
    "metoda": "metode",
    "nasehat": "nasihat",
    "nomer": "nomor",
    "nopember": "November",
    "obyek": "objek",
    "obyektif": "objektif",
    "pebruari": "Februari",
    "perijinan": "perizinan",
    "photo": "foto",
    "praktek": "praktik",
    "propinsi": "provinsi",
    "publlik": "publik",
    "rapot": "rapor",
    "resiko": "risiko",
    "sekedar": "sekadar",
    "silahkan": "silakan",
    "sistim": "sistem",
    "standart": "standar",
    "standarisasi": "standardisasi",
    "subyek": "subjek",
    "subyektif": "subjektif",
    "tauladan": "teladan",
    "tehnik": "teknik",
    "tehnis": "teknis",
    "walikota": "wali kota",
}
"""Wrong to right, in lower case; names of months and days have a capital in any case."""

_TITLES = {"wali kota"}  # every word begins with a capital where the title does

_WORDS = pattern_of(MISSPELLINGS)
_MAYBE = re.compile(rb"[^a-z0-9_/.@-]" + _WORDS.encode() + rb"(?![a-z])")
# What is quoted, an address, code, or the official name of a regulation keeps its spelling.
_PROTECTED = r"""
    [“"][^“”"]*[”"] | `[^`]*` | \b(?:https?://|www\.)\S+ | [^\s@]{1,64}@\S+ | \]\([^)]*\)
    | \b[\w.-]{1,80}\.\w{2,4}/\S*
    | \b(?:peraturan|keputusan|instruksi|edaran)\s+walikota(?:\s+\w+)?\s+nomor\b
"""
_FOUND = re.compile(
    rf"(?:{_PROTECTED})|(?<![\w/.@-])(?P<word>{_WORDS})(?![\w@]|[-/.]\w)",
    re.IGNORECASE | re.VERBOSE,
)


def may_misspell(lowered: bytes) -> bool:
    """Return quickly whether a text (lower case, UTF-8) may hold a misspelling at all."""
    return _MAYBE.search(lowered) is not None or _MAYBE.match(b" " + lowered[:20]) is not None


def misspelt(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the offset of each misspelt word, the word, and its right spelling."""
    for found in _FOUND.finditer(text):
        word = found["word"]
        if word:
            right = MISSPELLINGS[word.lower()]
            if word.isupper():
                right = right.upper()
            elif word[0].isupper():
                right = right.title() if right in _TITLES else right[0].upper() + right[1:]
            yield found.start("word"), word, right


_ROWS_AT_ONCE = 200  # larger chunks leave the processor's cache and are a fifth slower
_ENTITY = re.compile(r"&#?\w{1,32};")
# Fields that repeat what somebody else wrote, or where to find it, keep its spelling.
_QUOTING_FIELDS = {
    *_WORD_LISTS,
    *("nama_lain", "sumber", "tentang"),
    *("tautan", "situs", "surel", "dasar_hukum"),
}


def check_text(located: Located) -> Iterator[Diagnostic]:
    """Report BRK-008, BRK-009, BRK-010, ISI-008 and ISI-009 wherever they do not hold."""
    yield from _characters(located)
    if isinstance(located, CsvFile):
        rows = located.rows()
        while chunk := list(islice(rows, _ROWS_AT_ONCE)):
            if not _is_clean(chain.from_iterable(cells for _, cells in chunk)):
                for row, cells in chunk:
                    yield from _in_row(located, row, cells)
    elif isinstance(located, MarkdownFile):
        yield from _in_scalars(located.front)
        yield from _in_body(located)
    elif isinstance(located, YamlFile):
        yield from _in_scalars(located)


def _characters(located: Located) -> Iterator[Diagnostic]:
    """Look at the file as it stands, comments and titles included."""
    text = located.source.text
    odd = odd_characters(text)
    for start, end, name in hidden_runs(text, odd):
        more = f" sebanyak {end - start}" if end - start > 1 else ""
        message = f"Ada karakter tersembunyi {name}{more}"
        yield diagnose(BRK_009, _at(located, start, end), message)
    for start, end, composed in unnormalised_words(text, odd):
        span = _at(located, start, end)
        message = f"“{composed}” ditulis dengan tanda terpisah dari hurufnya (bukan bentuk NFC)"
        yield diagnose(BRK_009, span, message, fix=Fix(span, composed))


def _in_row(table: CsvFile, row: int, cells: list[str]) -> Iterator[Diagnostic]:
    if not _is_clean(cells):
        for name, value in zip(table.header, cells, strict=True):
            yield from _in_value(table, (row, name), value, name)


def _in_scalars(yaml_file: YamlFile) -> Iterator[Diagnostic]:
    texts = yaml_file.texts()
    # A hidden character may be written as an escape: the file shows only its number.
    for route, value in texts if "\\" in yaml_file.source.text else ():
        span = yaml_file.span(route)
        written = _written(yaml_file, span)
        for start, end, name in hidden_runs(value, odd_characters(value)):
            if "\\" in written and value[start:end] not in written:
                message = f"Ada karakter tersembunyi {name}, ditulis dengan garis miring terbalik"
                yield diagnose(BRK_009, span, message)
    for route, value in texts:
        if not _is_clean([value]):
            name = next((str(step) for step in reversed(route) if isinstance(step, str)), "")
            yield from _in_value(yaml_file, route, value, name)


def _in_body(markdown: MarkdownFile) -> Iterator[Diagnostic]:
    body = markdown.body
    for entity in _ENTITY.finditer(body):
        character = unescape(entity[0])
        for _, _, name in hidden_runs(character, odd_characters(character)):
            span = _at(markdown, *(markdown.body_start + at for at in entity.span()))
            yield diagnose(BRK_009, span, f"“{entity[0]}” berarti karakter tersembunyi {name}")
    if may_misspell(body.encode("utf-8", "replace").lower()):
        for offset, word, right in misspelt(body):
            start = markdown.body_start + offset
            yield _misspelling(_at(markdown, start, start + len(word)), word, right)


def _in_value(located: Located, route: Route, value: str, name: str) -> Iterator[Diagnostic]:
    for requirement, message, replacement in check_value(value, name):
        span = located.span(route)
        # What is written on several lines is folded or indented: only people know how.
        certain = replacement and span.line == span.end_line
        fix = Fix(span, replacement) if certain else None
        yield diagnose(requirement, span, message, fix=fix)
    if name not in _QUOTING_FIELDS:
        for offset, word, right in misspelt(value):
            span = _inside(located, located.span(route), value, offset, word)
            yield _misspelling(span, word, right)


def _misspelling(span: Span, word: str, right: str) -> Diagnostic:
    return diagnose(ISI_009, span, f"“{word}” ejaan bakunya “{right}”", fix=Fix(span, right))


def _is_clean(values: Iterable[str]) -> bool:
    joined = "\0" + "\0".join(values) + "\0"
    lowered = joined.encode("utf-8", "replace").lower()
    return not may_fail(joined, lowered) and not may_misspell(lowered)


def _inside(located: Located, span: Span, value: str, offset: int, word: str) -> Span:
    """Narrow the span of a value down to one word; the whole value when escapes hide the word."""
    written = _written(located, span)
    start = located.source.offset_of(span.line, span.column)
    for quote in ('"', "'"):
        if written == f"{quote}{value.replace(quote, quote * 2)}{quote}":
            start += 1 + offset + value[:offset].count(quote)
            return located.source.span_between(start, start + len(word), span.cell)
    if written == value:
        found = offset
    else:
        places = [match.start() for match in re.finditer(re.escape(word), written)]
        earlier = value[:offset].count(word)
        if earlier >= len(places):
            return span
        found = places[earlier]
    return located.source.span_between(start + found, start + found + len(word), span.cell)


def _written(located: Located, span: Span) -> str:
    source = located.source
    start = source.offset_of(span.line, span.column)
    return source.text[start : source.offset_of(span.end_line, span.end_column)]


def _at(located: Located, start: int, end: int) -> Span:
    """Return the place of some characters, with the name of the cell they stand in."""
    route = located.route_at(start)
    cell = located.span(route).cell if route and route != (BODY,) else ""
    return located.source.span_between(start, end, cell)
