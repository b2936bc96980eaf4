"""Where a text shows personal data: numbers and addresses that only ever belong to one person.

python-stdnum judges days of birth and check digits. What it does not know of a NIK is ours: it
lacks five provinces (65, 92, 93, 95, 96), and takes any regency, days to 99 and the serial 0000.
"""

import re
from collections.abc import Callable, Iterator
from enum import Enum
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from stdnum.exceptions import ValidationError
from stdnum.id import nik, npwp


class DataPribadi(Enum):
    """A kind of personal data, by the name that readers know."""

    NIK = "NIK atau nomor KK"
    REKENING = "nomor rekening bank"
    NPWP = "NPWP"
    PONSEL = "nomor ponsel"
    SUREL = "alamat surel pribadi"


class Sighting(NamedTuple):
    """Personal data at `start` to `end` of a text; `masked` may be shown, the data may not."""

    sort: DataPribadi
    start: int
    end: int
    masked: str


_MAIL: Final = re.compile(
    r"@(?:gmail|googlemail|ymail|rocketmail|yahoo|hotmail|outlook|live|icloud|aol|proton(?:mail)?|gmx"
    r"|msn|yandex|zoho|mail|tutanota|fastmail)\.(?:com|co\.id|co\.uk|id|me|net)(?![\w-])",
    re.IGNORECASE,
)
_MAILBOX: Final = re.compile(r"[\w.+%-]+$")
_LONGEST_MAILBOX: Final = 64


def find_personal_data(text: str) -> Iterator[Sighting]:
    """Yield all personal data in `text`: the numbers in their order, then the addresses."""
    for groups in _digit_runs(text):
        yield from _numbers_in(text, groups)
    yield from _rounded_niks(text)
    for mail in _MAIL.finditer(text):
        box = _MAILBOX.search(text[max(0, mail.start() - _LONGEST_MAILBOX) : mail.start()])
        if box:
            start = mail.start() - len(box[0])
            yield Sighting(DataPribadi.SUREL, start, mail.end(), f"{box[0][:2]}…{mail[0]}")


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
_ADDRESS: Final = re.compile(r"\S*(?:://|\bwww\.)\S*", re.IGNORECASE)
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
    if sum(map(str.isdigit, text)) < _FEWEST_DIGITS and "E" not in text.upper():
        return None
    bare = _ADDRESS.sub(" ", text)
    sort = gravest_in(bare)
    if sort in {DataPribadi.NIK, DataPribadi.REKENING}:
        return Withheld[sort.name]
    if _NIP.search(bare):
        return Withheld.NIP
    long = any(
        not _OTHER_CODE.search(bare[max(0, found.start() - _NEAR) : found.start()].lower())
        for found in _LONG_NUMBER.finditer(bare)
    )
    if long:
        return Withheld.ANGKA_PANJANG
    return Withheld.PONSEL if sort is DataPribadi.PONSEL else None


_FEWEST_DIGITS: Final = 8


@lru_cache(maxsize=32768)
def gravest_in(text: str) -> DataPribadi | None:
    """Return the gravest sort of personal data in a text, or None."""
    if "@" not in text and sum(map(str.isdigit, text)) < _FEWEST_DIGITS:
        return None
    found = {sighting.sort for sighting in find_personal_data(text)}
    return next((sort for sort in DataPribadi if sort in found), None)


def masked(text: str) -> str:
    """Return a text as it may be repeated: of personal data only the ends are shown."""
    if withheld_in(text) in {Withheld.NIP, Withheld.ANGKA_PANJANG}:
        text = _NIP.sub(_ends_of, text)
        text = _LONG_NUMBER.sub(_ends_of, text)
    if gravest_in(text) is None:
        return text
    parts, last = [], 0
    for sighting in sorted(find_personal_data(text), key=lambda sighting: sighting.start):
        if sighting.start >= last:
            parts += [text[last : sighting.start], sighting.masked]
            last = sighting.end
    return "".join([*parts, text[last:]])


def _ends_of(number: re.Match[str]) -> str:
    return f"{number[0][:4]}…{number[0][-2:]}"


# ---------------------------------------------------------------- digits and what parts them


class DigitGroup(NamedTuple):
    """Digits without a gap, and what separates them from the digits before."""

    digits: str
    start: int
    end: int
    gap: str


# Begins with a plain set and looks at nothing before it: that keeps the search fast.
# A run ends after some thousand digits, so that a text of nothing else does not fill the memory.
# Word processors put hard spaces and dashes where people type plain ones.
_RUN: Final = re.compile(
    r"[0-9](?:(?:\)?[ ./\u00a0\u2007\u202f\u2010-\u2013-]{0,2}|[ \r]*\n\s*)[0-9]){9,4000}+[0-9]*"
)
_AS_TYPED: Final = str.maketrans(
    dict.fromkeys("\u00a0\u2007\u202f", " ") | dict.fromkeys("\u2010\u2011\u2012\u2013", "-")
)
_GROUP: Final = re.compile(r"[0-9]+")
# Digits right after other letters are pieces of codes and of addresses.
_LABELS: Final = ("nik", "kk", "ktp", "npwp", "wa", "hp", "telp", "no", "rek")
_NEAR: Final = 60


def _digit_runs(text: str) -> Iterator[list[DigitGroup]]:
    """Yield the groups of every run of ten digits or more, gaps and one line end allowed."""
    for run in _RUN.finditer(text):
        groups: list[DigitGroup] = []
        for match in _GROUP.finditer(text, *run.span()):
            gap = text[groups[-1].end : match.start()].translate(_AS_TYPED) if groups else ""
            groups.append(DigitGroup(match[0], match.start(), match.end(), gap))
        yield groups


def _numbers_in(text: str, groups: list[DigitGroup]) -> Iterator[Sighting]:
    """Look at each group of a run; digits that have been given are not looked at again."""
    # To ask for the word first spares most runs the slow look for an account.
    tests = _TESTS if "rek" in _words_before(text, groups[0]) else _WITHOUT_ACCOUNTS
    index = 0
    while index < len(groups):
        chosen: list[DigitGroup] = []
        # Nothing begins with a lone digit: this keeps long columns of small figures cheap.
        for sort, test in tests if len(groups[index].digits) > 1 else ():
            if chosen := test(text, groups, index):
                digits = _joined(chosen)
                yield Sighting(sort, chosen[0].start, chosen[-1].end, f"{digits[:4]}…{digits[-2:]}")
                break
        index += max(1, len(chosen))


def _joined(groups: list[DigitGroup]) -> str:
    return "".join(group.digits for group in groups)


def _gaps_of(chosen: list[DigitGroup]) -> set[str]:
    return {group.gap for group in chosen[1:]}


def _stands_alone(text: str, groups: list[DigitGroup], index: int, count: int) -> bool:
    """Tell whether `count` groups are no piece of a word, a fraction, or a longer dotted code."""
    first, last = groups[index], groups[index + count - 1]
    before = text[max(0, first.start - 6) : first.start]
    if before[-1:].isalpha() and not before.lower().endswith(_LABELS):
        return False
    if text[last.end : last.end + 1].isalpha():
        return False
    follows = groups[index + count].gap if index + count < len(groups) else ""
    return first.gap != "." and follows not in {".", "-"}


def _words_before(text: str, group: DigitGroup) -> str:
    """Return what stands before a number on the same line, in small letters."""
    return text[max(0, group.start - _NEAR) : group.start].rpartition("\n")[2].lower()


# ---------------------------------------------------------------- NIK and No. KK

# 38 provinces (Kemendagri). Regencies count from 01, cities from 71.
_PROVINCE_RANGES: Final = (
    *((11, 19), (21, 21), (31, 36), (51, 53)),
    *((61, 65), (71, 76), (81, 82), (91, 96)),
)
_PROVINCES: Final = frozenset(
    str(code) for first, last in _PROVINCE_RANGES for code in range(first, last + 1)
)
_REGENCIES: Final = frozenset([*range(1, 40), *range(71, 80)])
_DISTRICTS: Final = range(1, 61)
_LAST_DAY: Final = 71  # women are born on the 41st to the 71st
_NIK_DIGITS: Final = 16
# Where people put a gap: after province, regency, district, day, month, year; or every four digits.
_NIK_GAPS: Final = frozenset({2, 4, 6, 8, 10, 12})
# Codes of payments, purchases and goods that are as long; one in a hundred looks like a NIK.
_OTHER_CODE: Final = re.compile(
    r"(?:\b(?:kode|id|nomor|no\.?) (?:bayar|billing|paket|tender|rup|barang|transaksi)"
    r"|\bvirtual account|\bva)\W{0,3}$"
)


def _is_nik(digits: str) -> bool:
    """Tell whether 16 digits can be a NIK or No. KK: a region that exists, a day, a serial."""
    if digits[:2] not in _PROVINCES or digits[12:] == "0000" or int(digits[6:8]) > _LAST_DAY:
        return False
    if int(digits[2:4]) not in _REGENCIES or int(digits[4:6]) not in _DISTRICTS:
        return False
    try:
        nik.get_birth_date(digits)
    except ValidationError:
        return False
    return True


def _nik_at(text: str, groups: list[DigitGroup], index: int) -> list[DigitGroup]:
    """Return the groups that make a NIK or No. KK from `index` on, or none."""
    chosen, total = [], 0
    for group in groups[index:]:
        chosen.append(group)
        total += len(group.digits)
        if total >= _NIK_DIGITS:
            break
    if total != _NIK_DIGITS or not _is_nik(_joined(chosen)):
        return []
    if _OTHER_CODE.search(_words_before(text, groups[index])):
        return []
    if any("\n" in group.gap for group in chosen):
        gapped = len(chosen) == len(("before", "after"))  # broken by the end of a line
    else:
        cuts = set(accumulate(len(group.digits) for group in chosen[:-1]))
        gapped = cuts <= _NIK_GAPS and len(_gaps_of(chosen)) <= 1
    return chosen if gapped and _stands_alone(text, groups, index, len(chosen)) else []


# Alone in its cell: as a spreadsheet rounds it when it is typed as a number, or shows it.
_ROUNDED_NIK: Final = re.compile(
    r"(?:(?<=[\t\n\r,;|\"])|(?<![\s\S]))(?:([0-9]{12})0000(?:[.,]0)?|([0-9])[.,]([0-9]{2,15})[Ee]\+?15)"
    r"(?=[\t\n\r,;|\"]|(?![\s\S]))"
)


def _rounded_niks(text: str) -> Iterator[Sighting]:
    """Yield what is left of a NIK or No. KK that a spreadsheet took for a number."""
    for found in _ROUNDED_NIK.finditer(text):
        whole, first, decimals = found.groups()
        known = _is_nik(f"{whole}0001") if whole else f"{first}{decimals}"[:2] in _PROVINCES
        if known:
            yield Sighting(DataPribadi.NIK, *found.span(), f"{found[0][:4]}…")


# ---------------------------------------------------------------- NPWP

_NPWP_SHAPE: Final = [2, 3, 3, 1, 3, 3]
_NPWP_PLAIN: Final = (15, 16)  # since PMK 112/2022 with a zero before it, for persons the NIK


def _npwp_at(text: str, groups: list[DigitGroup], index: int) -> list[DigitGroup]:
    """Return the groups that make an NPWP: with its points, or after the word “NPWP”."""
    chosen = groups[index : index + len(_NPWP_SHAPE)]
    if [len(group.digits) for group in chosen] != _NPWP_SHAPE:
        # Without points any number looks like one.
        chosen = groups[index : index + 1]
        if len(chosen[0].digits) not in _NPWP_PLAIN:
            return []
        if "npwp" not in _words_before(text, groups[index]):
            return []
    alone = _stands_alone(text, groups, index, len(chosen))
    return chosen if alone and npwp.is_valid(_joined(chosen)) else []


# ---------------------------------------------------------------- mobile numbers

_MOBILE: Final = re.compile(r"(?:62|0)8[1-9][0-9]{7,10}")
_MOBILE_HEAD: Final = re.compile(r"(?:62|0)8[1-9][0-9]{1,2}")
_MOBILE_STARTS: Final = frozenset("06")
_MOBILE_MOST: Final = 13
_MOBILE_PIECE: Final = range(2, 9)


def _mobile_at(text: str, groups: list[DigitGroup], index: int) -> list[DigitGroup]:
    """Return the groups that make a mobile number: “0812…”, “+62 812 …”, “0812-1234-1100”."""
    chosen = groups[index : index + 1]
    if not _MOBILE.fullmatch(_joined(chosen)):
        chosen = _gapped_mobile(text, groups, index)
    alone = bool(chosen) and _stands_alone(text, groups, index, len(chosen))
    return chosen if alone and _MOBILE.fullmatch(_joined(chosen)) else []


def _gapped_mobile(text: str, groups: list[DigitGroup], index: int) -> list[DigitGroup]:
    first = groups[index]
    if first.digits[0] not in _MOBILE_STARTS:
        return []
    abroad = first.digits == "62" and text[first.start - 1 : first.start] == "+"
    chosen = groups[index : index + (2 if abroad else 1)]
    if not _MOBILE_HEAD.fullmatch(_joined(chosen)):
        return []
    for group in groups[index + len(chosen) : index + _MOBILE_MOST]:
        total = len(_joined(chosen)) + len(group.digits)
        if len(group.digits) not in _MOBILE_PIECE or total > _MOBILE_MOST or "\n" in group.gap:
            break
        chosen.append(group)
    # “(0812) 1234-1100”: the bracket says already that this is a telephone number.
    gaps = {gap for gap in _gaps_of(chosen) if not gap.startswith(")")}
    return chosen if len(chosen) > 1 and len(gaps) <= 1 else []


# ---------------------------------------------------------------- bank accounts

_ACCOUNT_WORD: Final = re.compile(r"(?:rekening|\brek\b|\bnorek\b)[^0-9]*$")
# Codes of the budget, bills, and accounts of the treasury that are published on purpose.
_NO_PERSON: Final = re.compile(
    r"kode|belanja|anggaran|pendapatan|kas umum|kas daerah|rkud|retribusi|penerimaan|koran"
    r"|listrik|\bair\b|pdam|pln|telepon|telp|hubungi|\bhp\b|\bwa\b|whatsapp|nomor surat"
)
_ACCOUNT_DIGITS: Final = range(10, 17)
_ACCOUNT_GAPS: Final = frozenset({"-", " "})


def _account_at(text: str, groups: list[DigitGroup], index: int) -> list[DigitGroup]:
    """Return the groups that make a bank account: ten to sixteen digits right after “rekening”."""
    before = _words_before(text, groups[index])
    if not _ACCOUNT_WORD.search(before):
        return []
    chosen = groups[index : index + 1]
    for group in groups[index + 1 : index + _ACCOUNT_DIGITS.stop]:
        total = len(_joined(chosen)) + len(group.digits)
        if group.gap not in _ACCOUNT_GAPS or total >= _ACCOUNT_DIGITS.stop:
            break
        chosen.append(group)
    after = text[chosen[-1].end : chosen[-1].end + _NEAR].partition("\n")[0].lower()
    if _NO_PERSON.search(before + after) or len(_joined(chosen)) not in _ACCOUNT_DIGITS:
        return []
    return chosen if _stands_alone(text, groups, index, len(chosen)) else []


# In the order of gravity: a number is given as the first of these that it can be.
_Test = tuple[DataPribadi, Callable[[str, list[DigitGroup], int], list[DigitGroup]]]
_TESTS: Final[tuple[_Test, ...]] = (
    (DataPribadi.NIK, _nik_at),
    (DataPribadi.REKENING, _account_at),
    (DataPribadi.NPWP, _npwp_at),
    (DataPribadi.PONSEL, _mobile_at),
)
_WITHOUT_ACCOUNTS: Final = tuple(test for test in _TESTS if test[1] is not _account_at)
