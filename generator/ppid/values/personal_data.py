"""Where a text shows personal data: numbers and addresses that only ever belong to one person."""

import re
from collections.abc import Callable, Iterator
from enum import Enum
from typing import Final, NamedTuple

from ppid.values.digit_runs import Group, digit_runs, joined
from ppid.values.personal_numbers import account_at, mobile_at, nik_at, npwp_at, speaks_of_accounts


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
    """Give all personal data in `text`: the numbers in their order, then the addresses."""
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
