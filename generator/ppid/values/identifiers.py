"""Where a text shows personal data: numbers and addresses that only ever belong to one person."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from enum import Enum
from itertools import accumulate
from typing import Final, NamedTuple


class Group(NamedTuple):
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


def digit_runs(text: str) -> Iterator[list[Group]]:
    """Yield the groups of every run of ten digits or more, gaps and one line end allowed."""
    for run in _RUN.finditer(text):
        groups: list[Group] = []
        for match in _GROUP.finditer(text, *run.span()):
            gap = text[groups[-1].end : match.start()].translate(_AS_TYPED) if groups else ""
            groups.append(Group(match[0], match.start(), match.end(), gap))
        yield groups


def joined(groups: list[Group]) -> str:
    """Return the digits of several groups as one number."""
    return "".join(group.digits for group in groups)


def reaching(groups: list[Group], index: int, digits: int) -> list[Group]:
    """Return the groups from `index` on that together have exactly so many digits, or none."""
    total = 0
    for last in range(index, len(groups)):
        total += len(groups[last].digits)
        if total >= digits:
            return groups[index : last + 1] if total == digits else []
    return []


def gaps_of(chosen: list[Group]) -> set[str]:
    """Return the different gaps inside a number."""
    return {group.gap for group in chosen[1:]}


def stands_alone(text: str, groups: list[Group], index: int, count: int) -> bool:
    """Tell whether `count` groups are no piece of a word, a fraction, or a longer dotted code."""
    first, last = groups[index], groups[index + count - 1]
    before = text[max(0, first.start - 6) : first.start]
    if before[-1:].isalpha() and not before.lower().endswith(_LABELS):
        return False
    if text[last.end : last.end + 1].isalpha():
        return False
    follows = groups[index + count].gap if index + count < len(groups) else ""
    return first.gap != "." and follows not in {".", "-"}


def words_before(text: str, group: Group) -> str:
    """Return what stands before a number on the same line, in small letters."""
    return text[max(0, group.start - _NEAR) : group.start].rpartition("\n")[2].lower()


def words_after(text: str, group: Group) -> str:
    """Return what stands after a number on the same line, in small letters."""
    return text[group.end : group.end + _NEAR].partition("\n")[0].lower()


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
_NIK_DIGITS: Final = 16
_WOMEN: Final = 40
# Where people put a gap: after province, regency, district, day, month, year; or every four digits.
_NIK_GAPS: Final = frozenset({2, 4, 6, 8, 10, 12})


# Codes of payments, purchases and goods that are as long; one in a hundred looks like a NIK.
_OTHER_CODE: Final = re.compile(
    r"(?:\b(?:kode|id|nomor|no\.?) (?:bayar|billing|paket|tender|rup|barang|transaksi)"
    r"|\bvirtual account|\bva)\W{0,3}$"
)


def is_nik(digits: str) -> bool:
    """Tell whether 16 digits can be a NIK or No. KK: a region that exists, a day, a serial."""
    if digits[:2] not in _PROVINCES or digits[12:] == "0000":
        return False
    if int(digits[2:4]) not in _REGENCIES or int(digits[4:6]) not in _DISTRICTS:
        return False
    day = int(digits[6:8])
    return _is_day(digits[10:12], digits[8:10], day - _WOMEN if day > _WOMEN else day)


def _is_day(year: str, month: str, day: int) -> bool:
    try:
        # Of the two centuries that a year may mean, the leap years are the same but for 1900.
        date(int(f"20{year}"), int(month), day)
    except ValueError:
        return False
    return True


def nik_at(text: str, groups: list[Group], index: int) -> list[Group]:
    """Return the groups that make a NIK or No. KK from `index` on, or none."""
    chosen = reaching(groups, index, _NIK_DIGITS)
    if not chosen or not is_nik(joined(chosen)):
        return []
    if _OTHER_CODE.search(words_before(text, groups[index])):
        return []
    alone = stands_alone(text, groups, index, len(chosen))
    return chosen if alone and _is_gapped_like_nik(chosen) else []


def _is_gapped_like_nik(chosen: list[Group]) -> bool:
    if any("\n" in group.gap for group in chosen):
        return len(chosen) == len(("before", "after"))  # broken by the end of a line
    cuts = set(accumulate(len(group.digits) for group in chosen[:-1]))
    return cuts <= _NIK_GAPS and len(gaps_of(chosen)) <= 1


# ---------------------------------------------------------------- NPWP

_NPWP_SHAPE: Final = [2, 3, 3, 1, 3, 3]
_NPWP_DIGITS: Final = 15
_NPWP_PLAIN: Final = range(_NPWP_DIGITS, _NPWP_DIGITS + 2)
_NPWP_CHECKED: Final = 9


def luhn(digits: str) -> bool:
    """Tell whether the last digit is the check digit that Luhn's rule gives for the others."""
    doubled = (int(digit) * 2 for digit in digits[-2::-2])
    total = sum(map(int, digits[::-2])) + sum(n // 10 + n % 10 for n in doubled)
    return total % 10 == 0


def npwp_at(text: str, groups: list[Group], index: int) -> list[Group]:
    """Return the groups that make an NPWP: with its points, or after the word “NPWP”."""
    chosen = groups[index : index + len(_NPWP_SHAPE)]
    if [len(group.digits) for group in chosen] != _NPWP_SHAPE:
        # Without points any number looks like one.
        chosen = groups[index : index + 1]
        if len(chosen[0].digits) not in _NPWP_PLAIN:
            return []
        if "npwp" not in words_before(text, groups[index]):
            return []
    digits = joined(chosen)
    if len(digits) == _NPWP_DIGITS + 1 and digits.startswith("0"):
        digits = digits[1:]  # the 16 digits of a body, PMK 112/2022
    valid = len(digits) == _NPWP_DIGITS and luhn(digits[:_NPWP_CHECKED])
    return chosen if valid and stands_alone(text, groups, index, len(chosen)) else []


# ---------------------------------------------------------------- mobile numbers

_MOBILE: Final = re.compile(r"(?:62|0)8[1-9][0-9]{7,10}")
_MOBILE_HEAD: Final = re.compile(r"(?:62|0)8[1-9][0-9]{1,2}")
_MOBILE_STARTS: Final = frozenset("06")
_MOBILE_MOST: Final = 13
_MOBILE_PIECE: Final = range(2, 9)


def mobile_at(text: str, groups: list[Group], index: int) -> list[Group]:
    """Return the groups that make a mobile number: “0812…”, “+62 812 …”, “0812-1234-1100”."""
    chosen = groups[index : index + 1]
    if not _MOBILE.fullmatch(joined(chosen)):
        chosen = _gapped_mobile(text, groups, index)
    alone = bool(chosen) and stands_alone(text, groups, index, len(chosen))
    return chosen if alone and _MOBILE.fullmatch(joined(chosen)) else []


def _gapped_mobile(text: str, groups: list[Group], index: int) -> list[Group]:
    first = groups[index]
    if first.digits[0] not in _MOBILE_STARTS:
        return []
    abroad = first.digits == "62" and text[first.start - 1 : first.start] == "+"
    chosen = groups[index : index + (2 if abroad else 1)]
    if not _MOBILE_HEAD.fullmatch(joined(chosen)):
        return []
    for group in groups[index + len(chosen) : index + _MOBILE_MOST]:
        total = len(joined(chosen)) + len(group.digits)
        if len(group.digits) not in _MOBILE_PIECE or total > _MOBILE_MOST or "\n" in group.gap:
            break
        chosen.append(group)
    # “(0812) 1234-1100”: the bracket says already that this is a telephone number.
    gaps = {gap for gap in gaps_of(chosen) if not gap.startswith(")")}
    return chosen if len(chosen) > 1 and len(gaps) <= 1 else []


# ---------------------------------------------------------------- bank accounts

_ACCOUNT_WORD: Final = re.compile(r"(?:rekening|\brek\b|\bnorek\b)[^0-9]*$")
# Codes of the budget, bills, and accounts of the treasury that are published on purpose.
_NO_PERSON: Final = re.compile(
    r"kode|belanja|anggaran|pendapatan|kas umum|kas daerah|rkud|retribusi|penerimaan|koran"
    r"|listrik|\bair\b|pdam|pln|telepon|telp|hubungi|\bhp\b|\bwa\b|whatsapp|nomor surat"
)
_ACCOUNT_DIGITS: Final = range(10, 17)
_ACCOUNT_TOTALS: Final = range(17)
_ACCOUNT_GAPS: Final = frozenset({"-", " "})


def speaks_of_accounts(text: str, groups: list[Group]) -> bool:
    """Tell quickly whether the word may stand before or among the digits of a run."""
    return "rek" in words_before(text, groups[0])


def account_at(text: str, groups: list[Group], index: int) -> list[Group]:
    """Return the groups that make a bank account: ten to sixteen digits right after “rekening”."""
    before = words_before(text, groups[index])
    if not _ACCOUNT_WORD.search(before):
        return []
    chosen = groups[index : index + 1]
    for group in groups[index + 1 : index + _ACCOUNT_DIGITS.stop]:
        total = len(joined(chosen)) + len(group.digits)
        if group.gap not in _ACCOUNT_GAPS or total not in _ACCOUNT_TOTALS:
            break
        chosen.append(group)
    meant = not _NO_PERSON.search(before + words_after(text, chosen[-1]))
    fits = len(joined(chosen)) in _ACCOUNT_DIGITS and stands_alone(text, groups, index, len(chosen))
    return chosen if meant and fits else []


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


# In the order of gravity: a number is given as the first of these that it can be.
_Test = tuple[DataPribadi, Callable[[str, list[Group], int], list[Group]]]
_TESTS: Final[tuple[_Test, ...]] = (
    (DataPribadi.NIK, nik_at),
    (DataPribadi.REKENING, account_at),
    (DataPribadi.NPWP, npwp_at),
    (DataPribadi.PONSEL, mobile_at),
)
_WITHOUT_ACCOUNTS: Final = tuple(test for test in _TESTS if test[1] is not account_at)
_MAIL: Final = re.compile(
    r"@(?:gmail|googlemail|ymail|rocketmail|yahoo|hotmail|outlook|live|icloud|aol|proton(?:mail)?|gmx"
    r"|msn|yandex|zoho|mail|tutanota|fastmail)\.(?:com|co\.id|co\.uk|id|me|net)(?![\w-])",
    re.IGNORECASE,
)
_MAILBOX: Final = re.compile(r"[\w.+%-]+$")
_LONGEST_MAILBOX: Final = 64


def find_personal_data(text: str) -> Iterator[Sighting]:
    """Yield all personal data in `text`: the numbers in their order, then the addresses."""
    for groups in digit_runs(text):
        yield from _numbers(text, groups)
    for mail in _MAIL.finditer(text):
        box = _MAILBOX.search(text[max(0, mail.start() - _LONGEST_MAILBOX) : mail.start()])
        if box:
            start = mail.start() - len(box[0])
            yield Sighting(DataPribadi.SUREL, start, mail.end(), f"{box[0][:2]}…{mail[0]}")


def _numbers(text: str, groups: list[Group]) -> Iterator[Sighting]:
    """Look at each group of a run; digits that have been given are not looked at again."""
    tests = _TESTS if speaks_of_accounts(text, groups) else _WITHOUT_ACCOUNTS
    index = 0
    while index < len(groups):
        # Nothing begins with a lone digit: this keeps long columns of small figures cheap.
        if len(groups[index].digits) == 1:
            index += 1
            continue
        sort, chosen = _number_at(text, groups, index, tests)
        if chosen:
            digits = joined(chosen)
            yield Sighting(sort, chosen[0].start, chosen[-1].end, f"{digits[:4]}…{digits[-2:]}")
        index += max(1, len(chosen))


def _number_at(
    text: str, groups: list[Group], index: int, tests: tuple[_Test, ...]
) -> tuple[DataPribadi, list[Group]]:
    for sort, test in tests:
        if chosen := test(text, groups, index):
            return sort, chosen
    return DataPribadi.NIK, []
