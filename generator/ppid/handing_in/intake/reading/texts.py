"""What reading a cell comes to; and plain texts, titles, codes and addresses.

Nothing here knows rows, places or answers. A reader never guesses: what has one reading is put
right and said, what has several becomes a doubt, what cannot be read stays as it was written.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.model import Reading
from ppid.reading.files.text_checks import STAND_INS
from ppid.values.addresses import is_public
from ppid.values.cells import unguarded
from ppid.values.dates import holds_words
from ppid.values.text import KODE
from ppid.values.titles import normal_title

KEEP: Final = "apa-adanya"
"""The answer that leaves a cell as it was written."""
EMPTY: Final = "kosongkan"
"""The answer that leaves the field empty."""
AS_WRITTEN: Final = Reading(KEEP, "dibiarkan seperti tertulis")
LEFT_EMPTY: Final = Reading(EMPTY, "dikosongkan")


@dataclass(frozen=True, slots=True)
class Doubt:
    """More than one reading: what to ask, and the readings side by side."""

    asks: str
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Advice:
    """What a clerk should know of a value that is taken over all the same."""

    severity: Severity
    message: str
    advice: str = ""
    example: str = ""
    rule_id: str = ""


@dataclass(frozen=True, slots=True)
class CellValue:
    """A reading: `reason` says why `value` is not what was written; empty when it is.

    With a doubt, `value` is what was written, until somebody answers.
    """

    value: str
    reason: str = ""
    doubt: Doubt | None = None
    advice: Advice | None = None


Reader = Callable[[str], CellValue]


def offers(*values: str) -> tuple[Reading, ...]:
    """Return readings of values that explain themselves, each once."""
    return tuple(Reading(value, value) for value in dict.fromkeys(values) if value)


_REPEATS: Final = frozenset(
    {"idem", "id", "ibid", "sda", "s.d.a", "sama dengan di atas", '"', "\u3003"}
)
_NOTHING: Final = STAND_INS - _REPEATS
_SIGNS_ONLY: Final = re.compile(r"[-.?\u2026_\u2010-\u2015#/\\ ]+")


def is_nothing(text: str) -> bool:
    """Tell whether a text says that there is nothing: “-”, “nihil”, “n/a”."""
    word = text.strip().lower()
    return not word or word.rstrip(".") in _NOTHING or _SIGNS_ONLY.fullmatch(word) is not None


def is_repeat(text: str) -> bool:
    """Tell whether a text says “the same as above”."""
    word = text.strip().lower()
    return word in _REPEATS or word.rstrip(".") in _REPEATS


_BREAKS: Final = re.compile(r"[\r\n\v\f\x85\u2028\u2029]+")
_BULLET: Final = re.compile(r"(?:[-–—•·●▪◦*]\s+|[•·●▪◦]\s*)(?=\S)")
_NUMBERED: Final = re.compile(r"\(?(?:\d{1,3}|[a-z])[.)]\s*(?=\S)", re.IGNORECASE)


@lru_cache(maxsize=32768)
def tidy(text: str) -> str:
    """Write a text on one line, single spaces, without what cannot be seen.

    A list in a cell stays recognisable: “1. Nama⏎2. Alamat” is “1. Nama; 2. Alamat”.
    """
    text = unguarded(text)
    if text.isascii() and text.isprintable() and "  " not in text:
        return _without_bullet(text.strip())
    seen = "".join(filter(None, map(_as_seen, text)))
    lines = [line for line in (" ".join(part.split()) for part in _BREAKS.split(seen)) if line]
    marked = [line for line in lines if _is_item(line)]
    if len(lines) < 2 or len(marked) < 2 or marked[0] != lines[0]:  # noqa: PLR2004 — a list has two
        return _without_bullet(" ".join(lines))
    items: list[str] = []
    for line in lines:
        if _is_item(line):
            items.append(line)
        else:  # it goes on with the item that began above
            items[-1] += f" {line}"
    *before, last = map(_without_bullet, items)
    return "; ".join((*(item.rstrip(" ;,.") for item in before), last.rstrip(" ;,")))


def _as_seen(char: str) -> str:
    """Return a space for any of them, nothing for what has no shape, and other characters."""
    category = unicodedata.category(char)
    if char == "\t" or category == "Zs":
        return " "
    return "" if category in {"Cf", "Cc"} and not _BREAKS.match(char) else char


def _is_item(line: str) -> bool:
    return bool(_BULLET.match(line) or _NUMBERED.match(line))


def _without_bullet(line: str) -> str:
    """Take off a mark of a list; at the start of a cell “- ” would be run as a formula."""
    bullet = _BULLET.match(line)
    return line[bullet.end() :] if bullet else line


# Letters that a scanner takes for others: “lnformasi”, “Pasa1”, “dokurnen”, “pegawa1i”.
_SCANNED: Final = re.compile(
    r"\b[l1|]n(?=form|struk|stans|vesta|divid|spek|tern)\w*|\bPasa[1|]\b|\b[l1|]zin\b"
    r"|\binforrnasi\b|\bdokurnen\b|\b\w*[a-z]{2}[01][a-z]{2}\w*",
    re.IGNORECASE,
)
_LOOKS_LIKE_ADDRESS: Final = re.compile(r"(?<!\S)\S*(?:https?:|www\.|@)\S*")


@lru_cache(maxsize=8192)
def read_plain(text: str) -> CellValue:
    """Take a tidy text as it is; what a scanner seems to have misread is only pointed out."""
    noise = _SCANNED.search(_LOOKS_LIKE_ADDRESS.sub(" ", text))
    if noise is None:
        return CellValue(text)
    message = f"“{noise[0]}” tampak seperti salah baca dari hasil pindaian"
    return CellValue(
        text, advice=Advice(severity=Severity.SARAN, message=message, advice="Periksa ejaannya.")
    )


def read_words(text: str) -> CellValue:
    """Take a text that must be words; of a day or a number alone nobody knows what is meant."""
    return read_plain(text) if holds_words(text) else CellValue(text, doubt=Doubt(""))


SHORTEST: Final = 3
_SHORT: Final = 5
"""Letters below which a title is an abbreviation, or says little to whoever does not know it."""
LONGEST: Final = 300
_CUTS: Final = (re.compile(r"[.;](?=\s)"), re.compile(r":(?=\s)"), re.compile(r",(?=\s)"))
_MEANS: Final = ("sampai titik pertama", "sampai titik dua", "sampai koma pertama")


def joined_title(judul: str, ringkasan: str) -> tuple[str, str]:
    """Return `informasi` and what is left for `catatan`, from a title and its summary.

    “Judul: ringkasan” where that fits; otherwise the title alone, and the summary as a note.
    """
    if not judul or not ringkasan:
        return judul or ringkasan, ""
    if normal_title(ringkasan).startswith(normal_title(judul)) and len(ringkasan) <= LONGEST:
        return ringkasan, ""
    whole = f"{judul}: {ringkasan}"
    return (whole, "") if len(whole) <= LONGEST else (judul, ringkasan)


# “c. q.”, “a. n.” are abbreviations, though they look like marks.
_ITEM: Final = re.compile(
    r"(?:^|(?<=\s))\(?([a-z]|\d{1,2})[.)]\s+(?=[^\W\d_])(?![a-z][.)](?:\s|$))"
)


def without_item_marks(text: str) -> str:
    """Return a title without the letters or numbers of a list: “a. Denah; b. Sandi”.

    Inside a text they are marks only behind a sign and where all of them count on from the first:
    it is a list then, with semicolons between its items. “Pasal 1. Umum 2. Khusus” is none.
    """
    found: list[re.Match[str]] = []
    for mark in _ITEM.finditer(text):
        begins = not found and mark.start() == 0
        behind_sign = bool(found) or text[: mark.start()].rstrip().endswith((":", ";", ","))
        counts_on = mark[1] == _mark_after(found[-1][1] if found else "", mark[1])
        if not begins and not (behind_sign and counts_on):
            found = [one for one in found if one.start() == 0]
            break
        found.append(mark)
    if not found or (len(found) == 1 and found[0].start() > 0):
        return text
    head = text[: found[0].start()].rstrip()
    ends = [mark.start() for mark in found[1:]] + [len(text)]
    items = [text[mark.end() : end].strip(" ;,") for mark, end in zip(found, ends, strict=True)]
    listed = "; ".join(item.removesuffix(" dan") for item in items[:-1]) + "; " * (len(items) > 1)
    return f"{head} {listed}{items[-1]}".strip()


def _mark_after(mark: str, like: str) -> str:
    """Return the mark that follows another one, or begins a list of marks like the given one."""
    if not mark:
        return "1" if like.isdigit() else "a"
    if mark.isdigit() is not like.isdigit():
        return ""
    return str(int(mark) + 1) if mark.isdigit() else chr(ord(mark) + 1)


@lru_cache(maxsize=8192)
def read_title(text: str) -> CellValue:
    """Read a title of 3 to 300 characters; a longer one is cut only where somebody says so."""
    if len(text) < SHORTEST:
        asks = f"Judul ini terlalu pendek, kurang dari {SHORTEST} huruf. Apa nama lengkapnya?"
        return CellValue(text, doubt=Doubt(asks))
    if (bare := without_item_marks(text)) != text and SHORTEST <= len(bare) <= LONGEST:
        return CellValue(bare, "huruf atau nomor butir bukan bagian judul")
    if len(text) < _SHORT:
        message = f"Judul “{text}” hanya {len(text)} huruf; belum tentu dikenal warga"
        return CellValue(text, advice=Advice(Severity.SARAN, message, "Tulis nama lengkapnya."))
    if len(text) <= LONGEST:
        return read_plain(text)
    ways = [
        Reading(text[: cut.start()].strip(), f"{means}; selebihnya masuk catatan")
        for pattern, means in zip(_CUTS, _MEANS, strict=True)
        if (cut := pattern.search(text)) and SHORTEST <= cut.start() <= LONGEST
    ]
    asks = f"Judul ini lebih dari {LONGEST} huruf. Bagian mana yang menjadi judulnya?"
    return CellValue(text, doubt=Doubt(asks, tuple({way.value: way for way in ways}.values())))


LONGEST_KODE: Final = 24
_NOT_IN_KODE: Final = re.compile(r"[^A-Z0-9.]+")


@lru_cache(maxsize=8192)
def read_code(text: str) -> CellValue:
    """Read a code: capitals, figures, dots and hyphens; one that cannot be used is left out."""
    if re.fullmatch(KODE, text):
        return CellValue(text)
    code = _NOT_IN_KODE.sub("-", text.upper()).strip("-.")[:LONGEST_KODE].strip("-.")
    if re.fullmatch(KODE, code):
        return CellValue(code, "kode memakai huruf besar, angka, titik, dan tanda hubung")
    message = f"“{text[:LONGEST_KODE]}” tidak dapat menjadi kode"
    advice = "Kode baru dibuat dari judulnya; tulis kode 2 sampai 24 huruf bila ada yang lain."
    return CellValue(
        "",
        advice=Advice(
            severity=Severity.PERINGATAN, message=message, advice=advice, example="KES-REKAM-MEDIS"
        ),
    )


_INSIDE: Final = re.compile(r"(?:https?://|www\.)[^\s<>“”\"'|]+", re.IGNORECASE)
_BARE: Final = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_FILE: Final = re.compile(r"dokumen/\S+")
_LABEL: Final = re.compile(
    r"\b(?:tautan|link|url|alamat|lihat|di|klik|unduh)\b|[\W_]+", re.IGNORECASE
)
_MOST_ADDRESSES: Final = 5


@lru_cache(maxsize=8192)
def read_address(text: str) -> CellValue:
    """Read the address of a document; https is offered for http, never put in unasked."""
    if is_public(text) or _FILE.fullmatch(text):
        return CellValue(text)
    found = list(dict.fromkeys(match.rstrip(".,;)") for match in _INSIDE.findall(text)))
    around = _LABEL.sub("", _INSIDE.sub(" ", text))
    if len(found) == 1 and is_public(found[0]) and not around:
        return CellValue(found[0], "hanya alamatnya yang diambil")
    if not found and _BARE.fullmatch(text):
        found = [text]
    meant = [f"https://{re.sub(r'(?i)^https?://', '', one)}" for one in found[:_MOST_ADDRESSES]]
    asks = "Alamat yang mana yang menunjuk dokumennya?"
    if not meant:
        asks = "Ini bukan alamat. Tulis alamat https dokumennya, atau berkas yang ikut diserahkan."
    elif len(meant) == 1:
        asks = "Alamat dokumen ditulis dengan https. Apakah ini alamatnya?"
    return CellValue(text, doubt=Doubt(asks, (*offers(*meant), LEFT_EMPTY)))


_BETWEEN: Final = re.compile(r"\s*[;,\n]\s*")


def read_obligations(text: str) -> CellValue:
    """Read codes of obligations, `;` between them; rule DIP-004 knows which exist."""
    value = "; ".join(part for part in _BETWEEN.split(text) if part)
    return CellValue(value, "" if value == text else "kode dipisah dengan titik koma")
