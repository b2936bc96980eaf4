"""Invented lists, the same on every run: which rows stand in which list of which OPD and year."""

from collections.abc import Iterator
from dataclasses import dataclass
from zlib import crc32

import vocabulary as v

YEARS = (2017, 2018, 2019, 2020, 2021)
ROWS_OF_LIST = {"dip": 400, "dik": 200}  # 300 on average; a DIP is about twice as long as a DIK


@dataclass(frozen=True, slots=True)
class List:
    """One list of one OPD and year, with the number of its rows."""

    opd: int
    tahun: int
    kind: str
    rows: int

    @property
    def folder(self) -> str:
        """The name of the folder of its OPD."""
        return f"opd-{self.opd:02}"


def lists_of(rows: int, kinds: tuple[str, ...] = ("dip", "dik")) -> Iterator[List]:
    """Spread a number of rows over lists: all years of one OPD, then the next OPD."""
    number = 0
    while rows:
        opd, place = divmod(number, len(YEARS) * len(kinds))
        kind = kinds[place % len(kinds)]
        here = min(rows, ROWS_OF_LIST[kind])
        yield List(opd, YEARS[place // len(kinds)], kind, here)
        rows -= here
        number += 1


def rows_of(one: List) -> Iterator[list[str]]:
    """Yield the rows of a list, cell by cell, without the heading."""
    make = _public if one.kind == "dip" else _excluded
    for number in range(one.rows):
        yield make(one, number)


def _pick(words: tuple[str, ...], *seed: object) -> str:
    """Choose by a checksum, so that every run and every machine chooses the same."""
    return words[_chance(len(words), *seed)]


def _chance(sides: int, *seed: object) -> int:
    return crc32(repr(seed).encode()) % sides


def _title(heads: tuple[str, ...], one: List, number: int) -> str:
    """Join two words that no other row of the list joins, and a region."""
    head = heads[number % len(heads)]
    turn = number // len(heads) + 7 * (number % len(heads)) + 11 * one.opd
    region = 1 + _chance(40, "region", one.opd, number)
    return f"{head} {v.SUBJECTS[turn % len(v.SUBJECTS)]} di wilayah {region}"


def _unit(one: List, number: int) -> str:
    return f"{_pick(v.UNITS, 'unit', one.opd, number)} {name_of(one.opd)}"


def name_of(opd: int) -> str:
    """Return the name of an OPD."""
    return f"Dinas {v.CONCERNS[opd % len(v.CONCERNS)]} {opd + 1}"


def _public(one: List, number: int) -> list[str]:
    seed = (one.opd, number)
    sort = "serta-merta" if not _chance(40, "sort", *seed) else ""
    sort = sort or _pick(("berkala", "berkala", "setiap-saat"), "class", *seed)
    title = _title(v.DOCUMENTS, one, number)
    title = f"Peringatan bencana: {title.lower()}" if sort == "serta-merta" else title
    unit = _unit(one, number)
    made = f"{one.tahun - _chance(3, 'made', *seed)}-{1 + _chance(12, 'month', *seed):02}"
    # One row in fifty lacks its address, one in a hundred writes its retention in another way.
    lacks = not _chance(50, "address", one.tahun, *seed)
    odd = not _chance(100, "retention", one.tahun, *seed)
    retention = "5 thn" if odd else _pick(v.RETENTION, "retention", *seed)
    return [
        f"OPD{one.opd:02}-{number:04}",
        title,
        sort,
        _pick(v.DUTIES[sort], "duty", *seed),
        unit,
        f"Kepala {unit}",
        made,
        "Kota Contoh",
        _pick(v.FORMS, "form", *seed),
        retention,
        "" if lacks else _address(one, number),
        f"{one.tahun}-{1 + _chance(12, 'renewed', *seed):02}-{1 + _chance(28, 'day', *seed):02}",
        "" if _chance(4, "note", *seed) else "Dapat dibaca pula di ruang layanan informasi.",
    ]


def _address(one: List, number: int) -> str:
    if not _chance(4, "file", one.opd, number):
        return f"dokumen/contoh-{number % 10}.csv"
    return f"https://data.example/{one.folder}/{one.tahun}/berkas-{number:04}.pdf"


def _excluded(one: List, number: int) -> list[str]:
    seed = (one.opd, number)
    letter = _pick(v.LETTERS, "letter", *seed)
    basis = f"UU 14/2008 Pasal 17 huruf {letter}"
    if letter == "j" or _chance(2, "basis", *seed):
        basis += f"; {_pick(v.OTHER_LAWS, 'law', *seed)}"
    part = _chance(3, "part", *seed) == 0
    unit = _unit(one, number)
    # One row in fifty names a term that is over, or one that cannot be read.
    odd = not _chance(50, "odd", one.tahun, *seed)
    term = _pick(("1 tahun", "selama diperlukan"), "term", *seed)
    return [
        f"OPD{one.opd:02}-K{number:04}",
        _title(v.SECRETS, one, number),
        "sebagian" if part else "seluruh",
        "nama dan alamat setiap orang" if part else "",
        basis,
        f"{_pick(v.HARMS, 'harm', *seed)} {_pick(v.CONTEXTS, 'context', *seed)}",
        _pick(v.BENEFITS, "benefit", *seed),
        term if odd else _pick(v.TERMS, "term", *seed),
        f"{one.tahun}-02-{1 + _chance(28, 'day', *seed):02}" if _chance(3, "start", *seed) else "",
        unit,
        f"Kepala {unit}",
        "" if _chance(3, "note", *seed) else "Ringkasannya tanpa identitas tetap terbuka.",
    ]
