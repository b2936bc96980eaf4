"""Where a text shows personal data: what only ever belongs to one person, and what a word tells.

python-stdnum judges days of birth and check digits. What it does not know of a NIK is ours: it
lacks five provinces (65, 92, 93, 95, 96), and takes any regency, days to 99 and the serial 0000.
Every pattern looks a bounded way ahead, so that the work grows with the text and no faster.

A site has a hundred million characters, few of them in numbers. Patterns asked at every character
begin with a class of characters, which `re` skips quickly, and tell their alternatives apart by
looking back; the others are asked only where digits or a word stand that they cannot do without.
"""

import re
from collections.abc import Callable, Iterator
from enum import Enum
from functools import lru_cache
from typing import Final, NamedTuple

from stdnum.exceptions import ValidationError
from stdnum.id import nik, npwp

from ppid.values.seen_text import DIGIT, DIGITS, NEAR, NOT_DIGIT, SeenText


class DataPribadi(Enum):
    """A kind of personal data, by the name that readers know; the gravest come first."""

    NIK = "NIK atau nomor KK"
    REKENING = "nomor rekening bank"
    NPWP = "NPWP"
    PONSEL = "nomor ponsel"
    SUREL = "alamat surel pribadi"
    BPJS = "nomor BPJS"
    PASPOR = "nomor paspor"
    LAHIR = "tanggal lahir"
    ALAMAT = "alamat rumah"
    KENDARAAN = "nomor kendaraan"


class Sighting(NamedTuple):
    """Personal data at `start` to `end` of a text; `masked` may be shown, the data may not."""

    sort: DataPribadi
    start: int
    end: int
    masked: str


def find_personal_data(text: str) -> Iterator[Sighting]:
    """Yield all personal data in `text` in its order; of what overlaps, only the gravest."""
    few = _count_digits(text) < _FEWEST_DIGITS
    if few and text.isascii() and not any(mark in text for mark in _MARKS):
        return
    read = SeenText(text)
    digits = _count_digits(read.text)
    found = sorted(
        (start, detector.rank, end)
        for detector in _DETECTORS
        if detector.fewest_digits <= digits
        for start, end in detector.seen_in(read)
    )
    kept: list[tuple[int, int, int]] = []
    for each in found:
        if kept and each[0] < kept[-1][2]:
            if each[1] < kept[-1][1]:
                kept[-1] = each
            continue
        kept.append(each)
    for start, rank, end in kept:
        masked = _ends_of(_GRAVEST_FIRST[rank], read.text[start:end])
        yield Sighting(_GRAVEST_FIRST[rank], read.written_at(start), read.written_at(end), masked)


_GRAVEST_FIRST: Final = tuple(DataPribadi)
_FEWEST_DIGITS: Final = 2
"""A home is known by two digits, as is a car (“D 97 A”); all else has more."""
_MARKS: Final = ("@", "[", "(", "&", "%", "\\", " at ", " AT ", " At ")
"""One of them stands in a mailbox, or where a character is written by its number."""


def _count_digits(text: str) -> int:
    return sum(map(text.count, "0123456789"))


def _ends_of(sort: DataPribadi, found: str) -> str:
    """Return what may be shown of personal data."""
    if sort is DataPribadi.SUREL:
        box, _, host = found.partition("@")
        return f"{box[:2]}…@{host}" if host else f"{box[:2]}…"
    digits = NOT_DIGIT.sub("", found)
    if sort in _TOLD_BY_WORDS:
        return f"{found[:2]}…{found[-2:]}"
    whole = sort is not DataPribadi.NIK or len(digits) == _NIK_DIGITS
    return f"{digits[:4]}…{digits[-2:]}" if whole else f"{found[:4]}…"


class Withheld(Enum):
    """What no cell of a list may bring into the data, in the order of its gravity."""

    NIK = "NIK atau nomor KK"
    REKENING = "nomor rekening bank"
    NIP = "NIP, yang menunjuk seseorang"
    ANGKA_PANJANG = "angka yang panjangnya seperti NIK, nomor KK, atau NIP"
    PONSEL = "nomor ponsel"


# Typed into a spreadsheet as numbers, numbers of identity lose their last digits or become powers
# of ten (3,27501E+15): nobody can tell any more whose they are, but they are no less personal.
_LONG_NUMBER: Final = re.compile(
    r"(?<![\w.,])(?:[0-9]{15,18}(?![0-9A-Za-z_])|[0-9](?:[.,][0-9]+)?[eE]\+?1[4-7](?![0-9A-Za-z_]))"
)
_ADDRESS: Final = re.compile(r"(?<!\S)\S*(?:://|\bwww\.)\S*", re.IGNORECASE)
# Eight digits of the day of birth, six of the month of appointment, one of the sex, three of a
# serial; or any number that is said to be one.
_NIP: Final = re.compile(
    r"(?<![0-9])19[4-9][0-9](?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]) ?"
    r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2]) ?[12] ?[0-9]{3}(?![0-9])"
    r"|\bNI(?:P|PPPK|P3K)\b[\W_]{0,4}[0-9](?:[ .]?[0-9]){8,17}",
    re.IGNORECASE,
)


def withheld_in(text: str) -> Withheld | None:
    """Return the gravest thing in the text of a cell that must not come into a list, or None."""
    digits = _count_digits(text) if text.isascii() else sum(map(str.isdigit, text))
    noughts = text.count("o") + text.count("O")  # people type the letter for the figure
    if digits + noughts < _FEWEST_OF_PERSONS and not _POWER_OF_TEN.search(text):
        return None
    bare = _ADDRESS.sub(" ", text)
    sorts = _sorts_in(bare)
    if sorts & {DataPribadi.NIK, DataPribadi.REKENING}:
        return Withheld.NIK if DataPribadi.NIK in sorts else Withheld.REKENING
    if _NIP.search(bare):
        return Withheld.NIP
    long = any(
        not _OTHER_CODE.search(bare[max(0, found.start() - NEAR) : found.start()].lower())
        for found in _LONG_NUMBER.finditer(bare)
    )
    if long:
        return Withheld.ANGKA_PANJANG
    return Withheld.PONSEL if DataPribadi.PONSEL in sorts else None


_FEWEST_OF_PERSONS: Final = 8
_POWER_OF_TEN: Final = re.compile(r"[0-9][eE]")


@lru_cache(maxsize=32768)
def _sorts_in(text: str) -> frozenset[DataPribadi]:
    return frozenset(sighting.sort for sighting in find_personal_data(text))


def find_nips(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the NIP of an official stands, which names a person beside a name."""
    return (found.span() for found in _NIP.finditer(text))


def masked(text: str) -> str:
    """Return a text as it may be repeated: of personal data only the ends are shown."""
    return _masked_before(text) if len(text) <= _SAID_OFTEN else _masked(text)


_SAID_OFTEN: Final = 500
"""Characters of a text that may be said of many cells, in the same words each time."""


def _masked(text: str) -> str:
    if withheld_in(text) in {Withheld.NIP, Withheld.ANGKA_PANJANG}:
        text = _NIP.sub(_shortened, text)
        text = _LONG_NUMBER.sub(_shortened, text)
    parts, last = [], 0
    for sighting in find_personal_data(text) if _sorts_in(text) else ():
        parts += [text[last : sighting.start], sighting.masked]
        last = sighting.end
    return "".join([*parts, text[last:]])


_masked_before = lru_cache(maxsize=4096)(_masked)


def _shortened(number: re.Match[str]) -> str:
    return f"{number[0][:4]}…{number[0][-2:]}"


def _digits_of(number: str) -> str:
    return NOT_DIGIT.sub("", number)


# How numbers are parted by those who type them, and where they must not go on: digits behind a
# point or a dash make them a piece of a longer code.
_GAP: Final = r"[ ./_-]{0,3}"
_STARTS: Final = r"(?<![0-9]\.)"
_STOPS: Final = r"(?![0-9]|[.-][0-9])"


def _gaps_in(number: str) -> list[str]:
    """Return what parts the digits of a number; blanks around a sign say nothing."""
    return [gap.strip(" ") or " " for gap in DIGITS.split(number)[1:-1]]


# ---------------------------------------------------------------- what stands around a number


def _is_in_letter_number(read: SeenText, start: int, end: int) -> bool:
    """Return whether a number is a piece of that of a letter."""
    before, after = read.before(start), read.after(end)
    return bool(_LETTER_BEFORE.search(before) or _LETTER_AFTER.match(after))


def _is_apart(read: SeenText, start: int, end: int) -> bool:
    """Return whether a number is no piece of a word; short words for it may stand close."""
    close = read.text[max(0, start - _LABEL) : start]
    if close[-1:].isalpha() and not _CLOSE.search(close):
        return False
    return not read.text[end : end + 1].isalpha()


def _is_between_words(read: SeenText, start: int, end: int) -> bool:
    """Return whether plain words alone are glued to a number: “Dinas3204…”, “3204…Kota”.

    Letters of a code are short capitals (“INV3204…”), mixed, hexadecimal, or go on in digits.
    Behind a word for the number, a single letter may follow: “NIK3204…X”.
    """
    close = read.text[max(0, start - _LABEL) : start]
    said = _CLOSE.search(close) if close[-1:].isalpha() else None
    if close[-1:].isalpha() and not said:
        before = _GLUED_BEFORE.search(read.text, max(0, start - _LONGEST_WORD), start)
        if not (before and _is_word(before[0]) and not _CODE_WORD.search(before[0])):
            return False
    if not read.text[end : end + 1].isalpha():
        return True
    if said and len(said[0]) > 1 and not read.text[end + 1 : end + 2].isalnum():
        return True
    after = _GLUED_AFTER.match(read.text, end)
    return after is not None and _is_word(after[0])


_LABEL: Final = 6
_LONGEST_WORD: Final = 40
# Letters up to a number, and behind it; at most the number of a part follows (“…tahap2”).
_GLUED_BEFORE: Final = re.compile(r"(?<![^\W_])[^\W\d_]{1,39}\Z")
_GLUED_AFTER: Final = re.compile(r"[^\W\d_]{1,39}(?=[0-9]{0,2}(?![^\W_]))")
_WORDS: Final = re.compile(r"(?:[A-Z]?[a-z]{3,}){1,5}|[A-Z]{4,}")
_VOWEL: Final = re.compile(r"[aiueo]", re.IGNORECASE)
_HEXADECIMAL: Final = re.compile(r"[a-f]+", re.IGNORECASE)


def _is_word(letters: str) -> bool:
    plain = _WORDS.fullmatch(letters) and _VOWEL.search(letters)
    return plain is not None and not _HEXADECIMAL.fullmatch(letters)


_CLOSE: Final = re.compile(
    r"(?:nik|kk|ktp|npwp|wa|hp|telp|no|rek|(?<![^\W_])[a-z])$", re.IGNORECASE
)


# ---------------------------------------------------------------- NIK and No. KK

# 38 provinces (Kemendagri); regencies count from 01, cities from 71; the days of women from 41.
# People put gaps after province, regency, district, day, month and year, or every four digits.
_BREAK: Final = rf"(?:{_GAP}|[ \r]{{0,3}}\n[ \t]{{0,40}})"
_NIK: Final = re.compile(
    _STARTS
    + _BREAK.join(
        (
            r"(?:1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-6])",
            r"(?:0[1-9]|[123][0-9]|7[1-9])",
            r"(?:0[1-9]|[1-5][0-9]|60)",
            r"(?:0[1-9]|[1-6][0-9]|7[01])",
            r"(?:0[1-9]|1[0-2])",
            r"[0-9]{2}",
            r"(?!0000)[0-9]{4}",
        )
    )
    # Kept as a number, it may end in “.0”.
    + r"(?![0-9]|[.-](?!0(?![0-9.-]))[0-9])"
)
_NIK_DIGITS: Final = 16
# Of a form with a box for each digit.
_BOXED_NIK: Final = re.compile(rf"{_STARTS}[0-9](?: [0-9]){{15}}{_STOPS}")
_NIK_WORD: Final = re.compile(r"\bn\W?i\W?k\b|\bktp|\bkk\b|kartu keluarga|kependudukan")
# Close behind such a word its digits may be parted by anything: “(32)(75)…”, “**3275**0145…”, marks
# of a page, or the end of a line. One may follow another.
_MARKUP: Final = r"</?[A-Za-z][^<>]{0,60}>"
_TAG: Final = re.compile(_MARKUP)
_ANY_GAP: Final = (
    r"(?:(?:[^\w<>\n\\]|_){0,6}(?:\n[ \t\r]{0,40}){0,2}"
    rf"|(?:{_MARKUP}[ \t\r\n]{{0,40}}){{1,4}})"
)
_DIGITS_PARTED: Final = (
    rf"(?:[^0-9<]|{_MARKUP}){{0,40}}?0{{0,2}}(?P<data>[1-9](?:{_ANY_GAP}[0-9]){{15}}){_STOPS}"
)
_TOLD_NIK: Final = re.compile(
    rf"\b(?:nik|n[. ]i[. ]k|(?:e-?)?ktp(?:-el)?|kk|keluarga|kependudukan)(?![^\W\d_])"
    rf"{_DIGITS_PARTED}",
    re.IGNORECASE,
)
_MOST_GAPS: Final = 2
_NIK_WORDS: Final = ("nik", "n.i.k", "n i k", "ktp", "kk", "keluarga", "kependudukan")
_NEXT_NIK: Final = re.compile(_DIGITS_PARTED)
# Codes of payments, goods and papers that are as long; one in a hundred looks like a NIK.
_CODED: Final = (
    r"bayar|billing|paket|tender|rup|barang|transaksi|agenda|surat|kontrak|spk|spm|spp|sp2d|sppt"
    r"|polis|seri|serial|regist(?:er|rasi)|inventaris|aset|serti[fp]ikat|resi|referensi|tagihan"
    r"|faktur|kuitansi|invoice|pesanan|arsip|dokumen|izin|rangka|mesin|meter|imei|satker|naskah"
    r"|berita acara|induk berusaha|objek pajak|tiket|laporan|stts|katalog|perkara|antrean"
    r"|pendaftaran|produk|reg|sk|spt|bidang|induk siswa(?: nasional)?|identitas serti[fp]ikat"
)
_KIND_OF_PAPER: Final = r"masuk|keluar|dinas|tugas|perintah|pajak|tanah|bangunan|elektronik|produk"
_OF_PERSONS: Final = (
    r"nik|ktp|kk|hp|wa|warga|penduduk|kependudukan|keluarga|pemohon|penerima|pegawai"
)
_OTHER_CODE: Final = re.compile(
    rf"(?:\b(?:id|nomor|no\.?)[ _](?:{_CODED})\.?(?: (?:{_KIND_OF_PAPER}))?"
    rf"|\bkode(?:[ _](?!(?:{_OF_PERSONS})\b)[a-z]{{2,20}}){{1,5}}"
    rf"|\b(?:{_CODED})[ _](?:nomor|no\b\.?)"
    r"|\b(?:virtual account|va|nib|nuptk|nitku|nop|nup|nisn|nss|barcode|npsn|nidn|ntpn|imei"
    r"|isbn|str|nrp))"
    r"\W{0,4}$"
)
_CODE_WORD: Final = re.compile(rf"(?:{_CODED}|id|va|kode)\Z", re.IGNORECASE)
# Between the classification and the year of a letter: “800/3275.0101.0190.0001/2026”.
_LETTER_BEFORE: Final = re.compile(r"(?<![0-9.])[0-9]{3}(?:\.[0-9]{1,2}){0,4}/$")
_LETTER_AFTER: Final = re.compile(r" ?/ ?(?:(?:19|20)[0-9]{2}(?![0-9])|[ivx]{1,4}(?!\w))")
# As a spreadsheet shows it in a cell of amounts: “1.000.000.000.000.000,00”.
_THOUSANDS: Final = re.compile(
    r"(?P<number>[1-9](?<![0-9].)(?<![0-9][.,].)(?P<mark>[., '])[0-9]{3}(?:(?P=mark)[0-9]{3}){4})"
    r"(?:[.,]0{1,2})?(?![.,]?[0-9])"
)
_MONEY: Final = re.compile(r"(?<![^\W\d_])(?:rp|idr)[\s.:]{0,3}$")
_AMOUNT: Final = re.compile(
    r"rupiah|anggaran|belanja|pendapatan|penerimaan|pembiayaan|pagu|\bapb|negara|realisasi|nilai"
    r"|jumlah|total|harga|aset|saldo|utang|\bkas\b|\bidr\b|\busd\b|dolar|triliun"
)
# As a spreadsheet rounds or shows it when it is typed as a number.
_ROUNDED_NIK: Final = re.compile(
    r"(?<![0-9.])(?:([0-9]{12})0000(?:[.,]0)?|([0-9])[.,]([0-9]{2,15})[Ee]\+?15)"
    r"(?=[\t\n\r,;|/\"'\]]|(?![\s\S]))"
)
_CELL_STARTS: Final = frozenset("\t\n\r,;|\"'[")


def _niks(read: SeenText) -> Iterator[tuple[int, int]]:
    for found in read.numbers(_NIK):
        start, end = found.span()
        gaps = _gaps_in(found[0])
        before = read.before(start)
        if any("\n" in gap for gap in gaps):
            regular = len(gaps) == 1  # broken by the end of a line
        else:
            letter = gaps and ("/" in gaps or _is_in_letter_number(read, start, end))
            regular = len(set(gaps)) <= 1 and not letter
            regular = regular or _NIK_WORD.search(before) is not None
        if not regular or not _has_birthday(_digits_of(found[0])):
            continue
        if not _is_between_words(read, start, end) or _OTHER_CODE.search(before):
            continue
        if not _MONEY.search(before) or _NIK_WORD.search(before):
            yield start, end
    for found in read.numbers(_BOXED_NIK):
        if _is_nik(found[0]) and _NIK_WORD.search(read.before(found.start())):
            yield found.span()
    yield from _niks_told(read)
    yield from _niks_in_cells(read)
    for found in _THOUSANDS.finditer(read.text):
        start, end = found.span("number")
        if _is_nik(found["number"]) and _is_no_amount(read, found):
            yield start, end


def _rounded_niks(read: SeenText) -> Iterator[tuple[int, int]]:
    for found in _ROUNDED_NIK.finditer(read.text) if read.holds("0000", "e15", "e+15") else ():
        whole, first, decimals = found.groups()
        likely = _NIK.match(f"{whole}0001") if whole else _PROVINCE.match(f"{first}{decimals}")
        alone = found.start() == 0 or read.text[found.start() - 1] in _CELL_STARTS
        if likely and (alone or _NIK_WORD.search(read.before(found.start()))):
            yield found.span()


def _niks_told(read: SeenText) -> Iterator[tuple[int, int]]:
    """Yield what a word says to be one, however its digits are parted, and what follows it."""
    seen = 0
    for told in read.told(_TOLD_NIK, _NIK_WORDS, before=0):
        found: re.Match[str] | None = told
        while found and found.start() >= seen:
            start, end = found.span("data")
            other = _OTHER_CODE.search(read.before(start))
            apart = _is_between_words(read, start, end) and not other
            if apart and _is_parted_nik(found["data"]):
                yield start, end
            seen = end
            found = _NEXT_NIK.match(read.text, end)


def _is_parted_nik(written: str) -> bool:
    """Return whether these digits are a NIK, parted by people: not those of a table of numbers.

    They leave two or four digits and more together, or none, or part them once; always in the same
    way or two, and never by what stands between lists (“],[”).
    """
    bare = _TAG.sub(" ", written)
    parts, kinds = [*map(len, DIGITS.findall(bare))], {gap.strip() for gap in _gaps_in(bare)}
    alike = all(part % 2 == 0 for part in parts) or len(parts) in {1, 2, _NIK_DIGITS}
    lists = any("[" in kind and "," in kind for kind in kinds)
    return alike and not lists and len(kinds) <= _MOST_GAPS and _is_nik(bare)


def _niks_in_cells(read: SeenText) -> Iterator[tuple[int, int]]:
    """Yield what stands with a cell for each digit.

    Without a word beside it must fill its row alone; most rows of a table of counts show no NIK.
    """
    rows = likely = 0
    alone = []
    for found in read.boxed:
        places = [digit.start() for digit in DIGIT.finditer(read.text, *found.span())]
        said = _NIK_WORD.search(read.before(found.start())) is not None
        rows += len(places) == _NIK_DIGITS
        # One digit more is the number of the row, or what the next cell begins with.
        for at in range(len(places) - _NIK_DIGITS + 1)[:2]:
            start, end = places[at], places[at + _NIK_DIGITS - 1] + 1
            if not _is_nik(read.text[start:end]):
                continue
            if said:
                yield start, end
                break
            if len(places) == _NIK_DIGITS:
                likely += 1
                alone.append((start, end))
    if rows <= 2 * likely:
        yield from alone


def _is_nik(number: str) -> bool:
    digits = _digits_of(number)
    return _NIK.fullmatch(digits) is not None and _has_birthday(digits)


def _is_no_amount(read: SeenText, found: re.Match[str]) -> bool:
    """Return whether a number that is parted like an amount of money is none.

    Only the budget of the state has sixteen digits in rupiah. With commas it may be several
    numbers, unless it fills a cell.
    """
    before = read.before(found.start())
    if _NIK_WORD.search(before):
        return not _OTHER_CODE.search(before)
    whole = found["number"] != found[0] or read.text[found.start() - 1 : found.start()] in {
        "\t",
        '"',
    }
    one = found["mark"] == "." or (found["mark"] == "," and whole)
    if _MONEY.search(before):
        return False
    return one and not _AMOUNT.search(before + read.after(found.end()))


_PROVINCE: Final = re.compile(r"1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-6]")


def _has_birthday(digits: str) -> bool:
    try:
        nik.get_birth_date(digits)
    except ValidationError:
        return False
    return True


# ---------------------------------------------------------------- NPWP

# With its points anywhere; without them any number looks like one, so that the word must stand
# before it. Since PMK 112/2022 with a zero before it, for persons the NIK.
_NPWP: Final = re.compile(
    _STARTS + r"[ ./_-]{1,3}".join(f"[0-9]{{{n}}}" for n in (2, 3, 3, 1, 3, 3)) + _STOPS
)
_PLAIN_NPWP: Final = re.compile(rf"{_STARTS}[0-9](?:{_GAP}[0-9]){{14,15}}{_STOPS}")
_NPWP_WORD: Final = re.compile(r"n\W{0,2}p\W{0,2}w\W{0,2}p")
# Said to be one and written like one, it is one, also with a digit mistyped.
_CLOSE_NPWP_WORD: Final = re.compile(rf"{_NPWP_WORD.pattern}[^0-9]{{0,25}}$")
_UNPARTED: Final = re.compile(r"[0-9]{15,16}")
# A spreadsheet takes the nought before a number away; of an NPWP with two it takes both.
_LOST_NPWP: Final = re.compile(
    rf"{_STARTS}[0-9]"
    rf"(?:[0-9]{{13}}|{''.join(f'[ ./_-]{{1,3}}[0-9]{{{n}}}' for n in (3, 3, 1, 3, 3))}){_STOPS}"
)
_NPWP_DIGITS: Final = 15


def _npwps(read: SeenText) -> Iterator[tuple[int, int]]:
    shaped = [found.span() for found in read.numbers(_NPWP)]
    said = _NPWP_WORD.search(read.text.lower()) is not None
    plain = [
        found.span()
        for found in (read.numbers(_PLAIN_NPWP) if said else ())
        if _NPWP_WORD.search(read.before(found.start()))
    ]
    for start, end in (*shaped, *plain):
        written = read.text[start:end]
        like_one = (start, end) in shaped or _UNPARTED.fullmatch(written)
        told = like_one and said and _CLOSE_NPWP_WORD.search(read.before(start))
        if written.strip("0./_- ") and (told or is_npwp(written)) and _is_apart(read, start, end):
            yield start, end
    if not said:
        return
    lost = [found.span() for found in read.numbers(_LOST_NPWP)]
    boxes = [found.span() for found in read.boxed]
    for start, end in (*lost, *boxes):
        before = read.before(start)
        close = _CLOSE_NPWP_WORD.search(before) and not _OTHER_CODE.search(before)
        if close and is_npwp(read.text[start:end]) and _is_apart(read, start, end):
            yield start, end


def is_npwp(written: str) -> bool:
    """Return whether the check digit of a number is that of an NPWP; noughts may be lost."""
    return npwp.is_valid(_digits_of(written).zfill(_NPWP_DIGITS))


# ---------------------------------------------------------------- mobile numbers

_MOBILE: Final = re.compile(
    rf"{_STARTS}(?:(?:00)?62[) ]{{0,2}}[.-]? ?(?:\(0\)[ .-]?|0|\()?|0 ?)"
    rf"8{_GAP}[1-9](?:\)?{_GAP}[0-9]){{7,10}}{_STOPS}"
)
# Without the nought that a spreadsheet takes away, a word must tell that this is one.
_LOST_MOBILE: Final = re.compile(rf"{_STARTS}8{_GAP}[1-9](?:{_GAP}[0-9]){{8,10}}{_STOPS}")
_BOXED_MOBILE: Final = re.compile(r"08[1-9][0-9]{7,10}")
_PLUS: Final = re.compile(r"\+[( ]{0,2}$|\(\+?$")
_PHONE: Final = (
    r"(?:\bhp|\bwa|whatsapp|te?le?pon|\bte?lp|ponsel|\bhub(?:ungi)?|kontak|seluler|handphone|sms)\b"
)
_PHONE_WORD: Final = re.compile(rf"{_PHONE}[^0-9]{{0,12}}$")
_CLOSE_PHONE_WORD: Final = re.compile(
    rf"{_PHONE}(?: (?:pribadi|pemohon|penerima|pegawai|aktif))?[^0-9a-z]{{0,12}}$"
)
_LOST_PARTS: Final = re.compile(
    r"8[1-9](?:[0-9]{8,10}(?![ ./_-]{0,3}[0-9])|[0-9](?P<gap>[ .-])[0-9]{3,4}(?P=gap)?[0-9]{3,5})"
)
_MOBILE_FIRST: Final = range(3, 14)
_MOBILE_HEAD: Final = range(4, 6)
_MOBILE_PIECE: Final = range(2, 9)
_MOBILE_THREES: Final = range(3, 5)
_MIXED: Final = frozenset(" -.")
_YEARS: Final = re.compile(r"(?:19|20)[0-9]{2}[-/](?:19|20)[0-9]{2}$")


# Close behind such a word it may be parted by other signs, or by the end of a line.
_PHONE_GAP: Final = r"(?:[^\w<>\n]{0,3}(?:\n[ \t]{0,40})?)"
_TOLD_MOBILE: Final = re.compile(
    rf"{_PHONE}[^0-9]{{0,12}}"
    rf"(?P<data>0[0-9](?:{_PHONE_GAP}[0-9]){{8,11}}){_STOPS}",
    re.IGNORECASE,
)
_PHONE_WORDS: Final = (
    *("hp", "wa", "whatsapp", "telepon", "telpon", "teleon", "telp", "tlp", "ponsel", "hub"),
    *("kontak", "seluler", "handphone", "sms"),
)
# Where letters are spoken of, a number with strokes is theirs.
_LETTER_WORD: Final = re.compile(
    r"\b(?:sk|surat|nomor|no|agenda|perkara|keputusan|register|perjanjian)\b\W{0,4}$"
)
_DAY_FIRST: Final = re.compile(r"08([./-])(?:0[1-9]|1[0-2])\1(?:19|20)[0-9]{2}(?![0-9])")
_LETTER_REST: Final = re.compile(r" ?/ ?[a-z]")


def _mobiles(read: SeenText) -> Iterator[tuple[int, int]]:
    for found in read.numbers(_MOBILE):
        start, end = found.span()
        if plus := _PLUS.search(read.text, max(0, start - 3), start):
            start = plus.start()
        before = read.before(start)
        if _OTHER_CODE.search(before) or not _is_apart(read, start, end):
            continue
        after = read.after(end)
        told = _PHONE_WORD.search(before)
        follows = _LETTER_AFTER.match(after) or (not told and _LETTER_REST.match(after))
        if _LETTER_BEFORE.search(before) and follows:
            continue
        if not told and "/" in found[0] and _LETTER_WORD.search(before):
            continue
        if _DAY_FIRST.match(read.text, start):
            continue
        if told or _is_grouped(read.text[start:end]):
            yield start, end
    for found in read.told(_TOLD_MOBILE, _PHONE_WORDS, before=0):
        start, end = found.span("data")
        other = _OTHER_CODE.search(read.before(start)) or not _is_apart(read, start, end)
        if _is_mobile_in_pieces(found["data"]) and not other:
            yield start, end
    lost = [found.span() for found in read.numbers(_LOST_MOBILE)]
    boxes = [found.span() for found in read.boxed if _BOXED_MOBILE.fullmatch(_digits_of(found[0]))]
    for start, end in (*lost, *boxes):
        said = _CLOSE_PHONE_WORD.search(read.before(start)) and _is_apart(read, start, end)
        if said and ((start, end) in boxes or _LOST_PARTS.match(read.text, start)):
            yield start, end


def _is_mobile_in_pieces(number: str) -> bool:
    """Return whether a number behind a word for it is one, parted alike or by the end of a line."""
    first, *others = map(len, DIGITS.findall(number))
    gaps = {gap for gap in _gaps_in(number) if "\n" not in gap}
    right = re.match("08[1-9]", _digits_of(number))
    return (
        right is not None
        and len(gaps) <= 1
        and first in _MOBILE_FIRST
        and all(n > 1 for n in others)
    )


def _is_grouped(number: str) -> bool:
    """Return whether digits are grouped as people group those of a telephone.

    A plus or a bracket says already that this is one.
    """
    first, *others = map(len, DIGITS.findall(number))
    gaps = {gap for gap in _gaps_in(number) if not gap.startswith(")")}
    if not others or "+" in number:
        return True
    if number.startswith("62-"):
        head, *rest = others
        return (
            gaps == {"-"} and head in _MOBILE_THREES and all(each in _MOBILE_PIECE for each in rest)
        )
    if first == _MOBILE_THREES.start:  # “081-xxx-xxx-xxx”
        return len(gaps) == 1 and all(each in _MOBILE_THREES for each in others)
    if first not in _MOBILE_HEAD or _YEARS.search(number):
        return False
    alike = len(gaps) <= 1 and all(each in _MOBILE_PIECE for each in others)
    return alike or (gaps <= _MIXED and all(each in range(3, 6) for each in others))


# ---------------------------------------------------------------- bank accounts

# Names that are no other words; those that are; and those that “bank” or “BPD” makes one.
_PLAIN_BANKS: Final = (
    r"bca|bni|bri|btn|bsi|bjb|cimb(?: niaga)?|muamalat|ocbc(?: nisp)?|panin|maybank|bukopin|seabank"
)
_BANKS_LIKE_WORDS: Final = r"mandiri|danamon|permata|jago"
_REGIONS: Final = (
    r"jateng|jatim|jabar|bali|dki|diy|ntb|ntt|papua|maluku|aceh|riau|kepri|babel|jambi|bengkulu"
    r"|lampung|banten|sum(?:ut|bar|sel)|sul(?:sel|ut|teng|tra|selbar)|kal(?:bar|tim|teng|sel|timtara)"
    r"|jawa (?:barat|tengah|timur)|(?:sumatera|sulawesi|kalimantan) [a-z]{5,8}"
)
_NAMED_BANK: Final = (
    r"\b(?:bank (?!indonesia\b|dunia\b|data\b|soal\b|sampah\b|darah\b)[a-z]{2,12}"
    r"(?: (?:asia|indonesia|negara|rakyat|tabungan|banten|nagari|mega|niaga|central|daerah|jabar"
    r"|jawa|barat|tengah|timur|utara|selatan|sumatera|pembangunan)\b){0,3}"
    rf"|bpd (?:{_REGIONS})|(?:{_PLAIN_BANKS}))\b(?: syariah\b)?(?: ?\([a-z ]{{2,20}}\))?"
)
_NUMBER_WORD: Final = (
    r"(?:(?:no|nomor|rek|norek|cab(?:ang)? \w{1,20}|kcp? \w{1,20})\b[\s:.,]{0,3}){0,2}"
)
_ACCOUNT: Final = re.compile(rf"[0-9](?:[ .-]{{0,3}}[0-9]){{9,15}}{_STOPS}")
_ACCOUNT_WORD: Final = re.compile(r"(?:rekening|\brek\b|\bnorek\b|\ba/c\b)[^0-9]*$")
_BANK_BEFORE: Final = re.compile(rf"{_NAMED_BANK}[\s:.,;|(-]{{0,4}}{_NUMBER_WORD}$")
_ANY_BANK_BEFORE: Final = re.compile(
    rf"\b(?:{_BANKS_LIKE_WORDS})\b(?: syariah\b)?[\s:.,;|(-]{{0,4}}{_NUMBER_WORD}$"
)
_BANK_AFTER: Final = re.compile(
    rf"[ ,;/-]{{0,3}}(?P<bracket>\()?(?P<bank>{_NAMED_BANK}|(?:{_BANKS_LIKE_WORDS})\b)"
    r"(?P<end> ?\)?\s*(?:$|[,;|]))?"
)
_HOLDER: Final = re.compile(r"\ba\.? ?/? ?n\b|\batas nama\b|\bmilik\b")
_PAID: Final = re.compile(r"\b(?:transfer|(?:di)?(?:bayar|kirim|setor|salur)(?:kan)?)\b[^0-9]*$")
# Of what is counted: a round number, or a year before it or before a serial: “BRI 2024000123456”.
_ROUND: Final = "00000"
_YEAR_FIRST: Final = re.compile(r"20[0-4][0-9](?: |0|-)")
_COUNTED: Final = re.compile(
    r"sebesar|senilai|obligasi|laba|giro|modal|setoran|saham|rupiah|\brup\b|tender|paket|penyedia"
)
# A code of the budget is parted behind its first digit: “5 1 02 01 01 0024”.
_BUDGET: Final = re.compile(
    r"[0-9][ .-]{1,3}[0-9]{1,2}[ .-]{1,3}[0-9]{2}[ .-]|[1-9][1-4](?:0[1-9]){2,3}00[0-9]{2}(?![0-9])"
)
# Codes of the budget, bills, and accounts of the treasury that are published on purpose.
_NO_PERSON: Final = re.compile(
    r"kode|belanja|anggaran|pendapatan|kas umum|kas daerah|rkud|retribusi|penerimaan|koran"
    r"|\bpju\b|penerangan|lampu|\bakun (?:belanja|[0-9])|listrik"
    r"|\bair\b|pdam|pln|telepon|telp|hubungi|\bhp\b|\bwa\b|whatsapp|nomor surat"
    r"|\bva\b|virtual|briva|billing|referensi|ntpn|call|\brp"
)


def _accounts(read: SeenText) -> Iterator[tuple[int, int]]:
    if not read.holds("rek", "a/c", "bank", "bpd", *_BANK_NAMES):
        return
    for found in read.numbers(_ACCOUNT):
        start, end = found.span()
        before, after = read.before(start), read.after(end)
        dotted = {*_gaps_in(found[0])} == {"."} or _BUDGET.match(found[0])
        if dotted or _NO_PERSON.search(before + after) or not _is_apart(read, start, end):
            continue
        if _ACCOUNT_WORD.search(before) or _is_at_bank(found[0], before, after):
            yield start, end


def _is_at_bank(number: str, before: str, after: str) -> bool:
    """Return whether the name of a bank beside a number makes it an account.

    A name that is also a word does so only beside the name of the holder, or where it is paid to.
    """
    owned = _HOLDER.match(after.lstrip(" ,;(")) is not None or _PAID.search(before) is not None
    counted = _YEAR_FIRST.match(number) or number.endswith(_ROUND)
    if (counted and not owned) or _COUNTED.search(before + after):
        return False
    if _BANK_BEFORE.search(before):
        return True
    if _ANY_BANK_BEFORE.search(before):
        return owned
    named = _BANK_AFTER.match(after)
    if not named:
        return False
    holder = _HOLDER.match(after[named.end() :].lstrip(" ,;()"))
    if owned or holder or named["bracket"]:
        return True
    return named["end"] is not None and not re.match(_BANKS_LIKE_WORDS, named["bank"])


_BANK_NAMES: Final = ("bca", "bni", "bri", "btn", "bsi", "bjb", "mandiri", "cimb", "danamon")

# ---------------------------------------------------------------- addresses of mailboxes

_MAIL: Final = re.compile(
    r"[@\[( ](?:(?:(?<=@)(?:(?<= @) )?|(?<=[\[(]) ?at ?[\])] ?)"
    r"(?:gmail|googlemail|ymail|rocketmail|yahoo|hotmail|outlook|live|icloud|aol|proton(?:mail)?|gmx"
    r"|msn|yandex|zoho|mail|tutanota|fastmail)(?: ?[.,] ?| ?[\[(] ?dot ?[\])] ?| dot )"
    # Spelled out with nothing around it only at hosts whose names are no words.
    r"|(?<= )at (?:gmail|googlemail|ymail|rocketmail|yahoo|hotmail|icloud|protonmail)"
    r"(?: ?\. ?| dot ))"
    r"(?:com(?:\.[a-z]{2})?|co\.[a-z]{2}|id|me|net)(?![\w-])",
    re.IGNORECASE,
)
_MAILBOX: Final = re.compile(r"[\w.+%-]+$")
_LONGEST_MAILBOX: Final = 64


def _mails(read: SeenText) -> Iterator[tuple[int, int]]:
    if not read.holds("@", "at]", "at)", "at ]", "at )", " at "):
        return
    for mail in _MAIL.finditer(read.text):
        start = mail.start() - (read.text[mail.start() - 1 : mail.start()] == " ")
        if box := _MAILBOX.search(read.text[max(0, start - _LONGEST_MAILBOX) : start]):
            yield start - len(box[0]), mail.end()


# ---------------------------------------------------------------- what only a word gives away

_DAY: Final = (
    r"(?:[0-9]{1,2}[ ./-]{1,2}(?:[0-9]{1,2}|[a-z]{3,9})[ ./-]{1,2}(?:(?:19|20)[0-9]{2}|[0-9]{2})"
    r"|(?:19|20)[0-9]{2}-[0-9]{1,2}-[0-9]{1,2})(?![0-9])"
)
_PUBLIC_WORKS: Final = (
    r"pembangunan|perbaikan|peningkatan|pemeliharaan|rehab|pengaspalan|saluran|drainase|turap"
    r"|jalan lingkungan|posyandu|kantor|balai|sekretariat|\bpos\b|masjid|mushol|gereja|sekolah"
    r"|puskesmas|pengurus|ketua|lembaga|banjir|wilayah|lokasi|lingkungan"
    r"|(?<!perum )(?<!perumahan )taman|lapangan|gedung"
    r"|\btps\b|paud|sekretaris|musala|musola|surau|vihara|kelenteng|majelis|yayasan|\bpanti\b"
    r"|pesantren|ponpes|tahfi[dz]|\blomba|\bjuara"
    r"|karang taruna|\bpkk\b|koperasi|klinik|\bpasar\b|makam|\btpu\b|madrasah"
    r"|\b(?:sdn|sdit|smpn|smpit|sman|smkn|mtsn?|min)\b"
    r"|\b(?:sd|smp|sma|smk|tk|ra|mi) (?:negeri|islam|al|kristen|katolik)\b"
)


class _Telling(NamedTuple):
    """What a word gives away, such as a day of birth.

    `pattern` finds both, and begins at most `before` characters before one of `words`; `public`
    tells from what stands near that this is not about a person.
    """

    pattern: re.Pattern[str]
    words: tuple[str, ...]
    public: re.Pattern[str]
    before: int = 0

    def seen_in(self, read: SeenText) -> Iterator[tuple[int, int]]:
        """Yield where it stands."""
        for found in read.told(self.pattern, self.words, before=self.before):
            start, end = found.span("data")
            told = read.before(found.start()) + found[0].lower() + read.after(found.end())
            if not self.public.search(told):
                yield start, end


_BPJS: Final = _Telling(
    re.compile(
        r"\b(?:bpjs|jkn|kis|kpj|jamsostek|jaminan kesehatan(?=[^0-9\n]{0,40}000))\b[^0-9\n]{0,40}"
        r"(?P<data>(?<![0-9])(?!(?:(?:19|20)[0-9]{2}[ .-]){2})"  # years
        r"(?:[0-9](?:[ .-]?[0-9]){10,12}"
        rf"|[1-9][0-9]{{9}})){_STOPS}",  # without the noughts that a spreadsheet takes away
        re.IGNORECASE,
    ),
    ("bpjs", "jkn", "kis", "kpj", "jamsostek", "jaminan kesehatan"),
    re.compile(r"faskes|telepon|telp|kode|klaim|rekening|virtual|\bva\b|iuran|tagihan|\brp"),
)
_PASSPORT_WORD: Final = r"(?i:\bpass?(?:por|sport|port)\b)"
_PASSPORT_NUMBER: Final = r"(?P<data>[A-Z]{1,2}(?:[ -]?[0-9]){6,7})(?!\w)"
_PUBLIC_PASSPORTS: Final = re.compile(r"blanko|contoh format|kuota")
_PASSPORT: Final = _Telling(
    re.compile(rf"{_PASSPORT_WORD}[^0-9\n]{{0,30}}?\b{_PASSPORT_NUMBER}"),
    ("paspor", "passpor", "pasport"),
    _PUBLIC_PASSPORTS,
)
_PASSPORT_BEHIND: Final = _Telling(
    re.compile(
        rf"\b{_PASSPORT_NUMBER}[ ,]{{0,2}}(?:\(|[ ,-])(?i:(?:no|nomor)\b[. ]{{0,2}})?"
        rf"{_PASSPORT_WORD}"
    ),
    ("paspor", "passpor", "pasport"),
    _PUBLIC_PASSPORTS,
    before=len("AB 1 2 3 4 5 6 7  (nomor. "),
)
_BIRTH: Final = _Telling(
    re.compile(
        r"(?:\bttl\b|\b(?:tempat\W{1,3}(?:dan )?)?(?:tanggal|tgl\.?) lahir\b"
        # Births that are counted or recorded are nobody's day.
        r"|(?<!akta )(?<!angka )(?<!jumlah )(?<!data )\bkelahiran\b"
        r"(?![^\n]{0,60}\b(?:sebanyak|terbit|diterbitkan|bayi|jiwa|orang|anak)\b)"
        r"|\blahir(?: di\b| pada\b| tanggal| tgl|:| :)"
        # Beside the name of a place.
        r"|(?<!akta )\blahir (?!mati|hidup|kembali|prematur)(?=(?:[a-z]{3,20},? ){1,3}[0-9]))"
        # Up to the day, but not into the next cell of a table.
        rf"(?:[^0-9\n\t,;|\"]|[,;] ){{0,40}}(?P<data>(?<![0-9]){_DAY})",
        re.IGNORECASE,
    ),
    ("ttl", "lahir"),
    re.compile(r"\bhari|undang|organisasi|lembaga|pancasila|kota \w+ lahir|kabupaten \w+ lahir"),
    before=len("tempat///dan tanggal "),
)
_RT: Final = r"(?:r\.?t(?![^\W\d_])\.?|rukun tetangga)"
_RW: Final = r"(?:r\.?w(?![^\W\d_])\.?|rukun warga)"
_PART: Final = r"\W{0,3}[0-9]{1,3}(?![0-9])"
_NEIGHBOURS: Final = (
    rf"(?:{_RT}(?:{_PART}(?:[ ./,-]{{0,3}}(?:dan )?{_RW}{_PART}| ?/ ?[0-9]{{1,3}})"
    rf"| ?/ ?{_RW}\W{{0,3}}[0-9]{{1,3}} ?[/-] ?[0-9]{{1,3}})"
    rf"|{_RW}{_PART}[ ./,-]{{0,3}}(?:dan )?{_RT}{_PART})(?![0-9])"
)
_HOME: Final = _Telling(
    re.compile(rf"(?<!\w)(?P<data>{_NEIGHBOURS})", re.IGNORECASE),
    ("rt", "r.t", "rw", "r.w", "rukun"),
    re.compile(
        rf"{_PUBLIC_WORKS}|\bpeta\b|denah|monografi|rekap|kerja bakti|musyawarah|pemilihan"
        r"|penerangan|lampu|\bbatas|bidang tanah"
        r"|\bdaftar (?:calon )?(?:penerima|warga)[a-z ]{0,30}\Wrt"
        # Several neighbourhoods are nobody's home.
        r"|\brt\W{0,3}[0-9]{1,3}[ ,]{0,2}(?:s\W{0,2}d\b\.?|sampai(?: dengan)?|hingga|dan|,|-)"
        r" {0,2}rt\b"
    ),
)
# Said to be where somebody lives, two numbers are enough.
_HOME_SAID: Final = _Telling(
    re.compile(
        r"(?:alamat (?:rumah|tinggal|asal|ktp)|tempat tinggal)\b[^\n]{0,80}?"
        rf"(?<![\w/.-])(?P<data>{_NEIGHBOURS}|[0-9]{{2,3}} ?/ ?[0-9]{{2,3}}(?![\w/]))",
        re.IGNORECASE,
    ),
    ("alamat", "tempat tinggal"),
    re.compile(r"rumah (?:sakit|dinas|ibadah|makan|potong|singgah|produksi|aspirasi)"),
)
# A dash may as well stand between several neighbourhoods: only the street before it tells.
_HOME_IN_STREET: Final = _Telling(
    re.compile(
        r"\b(?:kp|kampung|jl|jln|jalan|gg|gang|perum|perumahan|komplek|dusun)\b"
        r"[^0-9\n]{0,40}(?:[0-9]{1,3}[ ,]{1,2})?"
        rf"(?P<data>{_RT}\W{{0,3}}[0-9]{{1,3}} ?- ?[0-9]{{1,3}})(?![0-9]|\W{{0,3}}rw)",
        re.IGNORECASE,
    ),
    ("kp", "kampung", "jl", "jalan", "gg", "gang", "perum", "komplek", "dusun"),
    _HOME.public,
)
# Where the plate is of a region, so that “Motor Y 500 X” is none.
_REGION: Final = (
    r"(?:A[ABDEG]?|B[ABDEGHKLMNP]?|D[A-EGHKLMNRST]?|E[ABDE]?|K[BHTU]?|P[ABGSY]?|[FGHLMNRSTWZ])"
)
_PLATE_WORD: Final = r"(?i:\bno(?:mor)?\W{0,2}pol(?:isi)?\b|\bnopol\b|\bplat\b|\btnkb\b)"
_PLATE: Final = _Telling(
    re.compile(
        rf"(?:{_PLATE_WORD}[^0-9\n]{{0,25}}?\b(?=[A-Z])"
        # Known by the word right before it, in small letters too.
        rf"|{_PLATE_WORD}(?i:\W{{0,3}}(?:nomor|no)?\W{{0,3}})"
        r"(?=[a-z]{1,2} ?[0-9]{3,4} ?[a-z]{2,3}\b)"
        rf"|(?i:\bkendaraan\b|\bmobil\b|\bmotor\b)[^0-9\n]{{0,25}}?\b"
        rf"(?={_REGION}[ -]?[0-9])(?!\w{{1,2}} ?20[0-9]{{2}} ?(?:EV|CC|KW|WD)\b))"
        r"(?P<data>[A-Za-z]{1,2}[ -]?[0-9]{1,4}[ -]?[A-Za-z]{1,3})(?!\w)"
    ),
    ("pol", "plat", "tnkb", "kendaraan", "mobil", "motor"),
    re.compile(
        r"dinas|operasional|ambulan|pemadam|armada|\btruk|\bbus\b|patroli|jabatan|aset|perpustakaan"
        r"|keliling|layanan|pelayanan|puskesmas|sampah"
    ),
    before=len("nomor//"),
)


def _either(*tellings: _Telling) -> Callable[[SeenText], Iterator[tuple[int, int]]]:
    return lambda read: (found for telling in tellings for found in telling.seen_in(read))


_TOLD_BY_WORDS: Final = frozenset(
    {DataPribadi.PASPOR, DataPribadi.LAHIR, DataPribadi.ALAMAT, DataPribadi.KENDARAAN}
)


class _Detector(NamedTuple):
    """What finds one kind of personal data, in texts that hold so many digits."""

    sort: DataPribadi
    fewest_digits: int
    seen_in: Callable[[SeenText], Iterator[tuple[int, int]]]

    @property
    def rank(self) -> int:
        """Return how grave it is; the gravest is 0."""
        return _GRAVEST_FIRST.index(self.sort)


_DETECTORS: Final = (
    _Detector(DataPribadi.NIK, _NIK_DIGITS, _niks),
    _Detector(DataPribadi.NIK, 5, _rounded_niks),
    _Detector(DataPribadi.REKENING, 10, _accounts),
    _Detector(DataPribadi.NPWP, 10, _npwps),
    _Detector(DataPribadi.PONSEL, 10, _mobiles),
    _Detector(DataPribadi.SUREL, 0, _mails),
    _Detector(DataPribadi.BPJS, 10, _BPJS.seen_in),
    _Detector(DataPribadi.PASPOR, 6, _either(_PASSPORT, _PASSPORT_BEHIND)),
    _Detector(DataPribadi.LAHIR, 3, _BIRTH.seen_in),
    _Detector(DataPribadi.ALAMAT, 2, _either(_HOME, _HOME_SAID, _HOME_IN_STREET)),
    _Detector(DataPribadi.KENDARAAN, 1, _PLATE.seen_in),
)
