"""Numbers that belong to a person: what makes digits a NIK, an NPWP, a mobile or an account number.

The shapes are those of public documentation. A NIK has no check digit, so the region and the day
inside it are looked at closely: of random codes only about one in a hundred passes.
"""

import re
from datetime import date
from itertools import accumulate
from typing import Final

from ppid.values.digit_runs import (
    Group,
    gaps_of,
    joined,
    reaching,
    stands_alone,
    words_after,
    words_before,
)

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
    """Give the groups that make a NIK or No. KK from `index` on, or none."""
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
    """Give the groups that make an NPWP: with its points, or after the word “NPWP”."""
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
    """Give the groups that make a mobile number: “0812…”, “+62 812 …”, “0812-1234-1100”."""
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
    """Give the groups that make a bank account: ten to sixteen digits right after “rekening”."""
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
