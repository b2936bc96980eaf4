"""What a template remembers of itself on a hidden sheet: for whom it was made, and from which rows.

The stamp is no proof: anybody can write one. It tells a slip of the hand (a row of it changed, a
sheet moved to another workbook) from a template that came back as it went out.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from io import BytesIO
from typing import TYPE_CHECKING, Final

from python_calamine import CalamineError, CalamineWorkbook

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.model import CellRemark, TakenRow, Target
from ppid.handing_in.template.form import STAMP, VERSION
from ppid.kinds.rows import MODELS
from ppid.reading.documents.book import CellPlace
from ppid.reading.documents.stored import Value
from ppid.values.cells import guarded, unguarded
from ppid.values.dates import read_tanggal

if TYPE_CHECKING:
    from ppid.handing_in.template.prepared import Prepared

_MAGIC: Final = "Catatan templat PPID; jangan diubah"
_KEYS: Final = ("versi", "opd", "jenis", "tahun", "disiapkan", "asal", "sidik")
_HEAD: Final = len(_KEYS) + 1
"""Rows above the heading of the base rows, counted from 0."""


class Trust(Enum):
    """How far a stamp can be relied on; the value says what a clerk should know."""

    SOUND = ""
    OLDER = (
        "Templat ini dibuat dengan bentuk yang lama. Isinya tetap dibaca; untuk pengisian "
        "berikutnya unduh templat yang baru"
    )
    NEWER = (
        "Templat ini dibuat dengan bentuk yang lebih baru daripada program ini; perbarui "
        "programnya, lalu baca lagi berkas ini"
    )
    CHANGED = (
        "Catatan tersembunyi di templat ini berubah sejak dibuat, sehingga tidak dipakai; isi "
        "daftar dibandingkan dengan daftar yang tersimpan saja"
    )


@dataclass(frozen=True, slots=True)
class Stamp:
    """A stamp as it was read; `base` holds the rows as prefilled, and none unless it is sound."""

    versi: int
    opd: str
    jenis: str
    tahun: int
    disiapkan: date
    asal: int
    trust: Trust
    base: tuple[Mapping[str, str], ...] = ()


def stamp_table(prepared: "Prepared") -> list[tuple[str, ...]]:
    """Return the rows of the hidden sheet."""
    fields = tuple(MODELS[prepared.jenis].model_fields)
    base = [tuple(row.values[name] for name in fields) for row in prepared.rows]
    about = (
        *(str(VERSION), prepared.opd, prepared.jenis),
        *(str(prepared.tahun), prepared.hari.isoformat(), str(prepared.asal)),
    )
    noted = (*about, fingerprint(about, fields, base))
    head = [(_MAGIC,), *zip(_KEYS, noted, strict=True), fields]
    return [*head, *(tuple(map(guarded, row)) for row in base)]


def fingerprint(about: Sequence[str], fields: Sequence[str], base: Sequence[Sequence[str]]) -> str:
    """Return the SHA-256 of a stamp. Spaces do not count: programs rewrite them on saving."""
    content = [list(about), list(fields), *([" ".join(c.split()) for c in row] for row in base)]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()


def cells_of_sheet(content: bytes, name: str) -> list[list[Value]] | None:
    """Return the cells of a sheet, in any form that calamine reads; None when there is none."""
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        if name not in book.sheet_names:
            return None
        return [list(row) for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)]
    except (CalamineError, OSError, ValueError):
        return None


def read_stamp(content: bytes) -> Stamp | None:
    """Read the stamp of a workbook; None when there is none."""
    table = cells_of_sheet(content, STAMP)
    if table is None:
        return None
    return stamp_in(
        [
            [str(int(c) if isinstance(c, float) and c.is_integer() else c) for c in row]
            for row in table
        ]
    )


def stamp_in(table: Sequence[Sequence[str]]) -> Stamp | None:
    """Make sense of the cells of the hidden sheet; None when they are no stamp at all."""
    noted = {row[0]: row[1] for row in table[1:_HEAD] if len(row) > 1}
    known = bool(table) and bool(table[0]) and table[0][0] == _MAGIC and set(_KEYS) <= set(noted)
    day = read_tanggal(noted.get("disiapkan", "")).value
    numbers = [noted.get(key, "") for key in ("versi", "tahun", "asal")]
    if not known or day is None or not all(n.isdecimal() and len(n) <= 4 for n in numbers):  # noqa: PLR2004 — a year
        return None
    versi, tahun, asal = map(int, numbers)
    fields = tuple(name for name in (table[_HEAD] if len(table) > _HEAD else ()) if name)
    base = []
    for row in table[_HEAD + 1 :]:
        cells = [unguarded(cell) for cell in row[: len(fields)]]
        if any(cells):
            base.append((*cells, *[""] * (len(fields) - len(cells))))
    about = [noted[key] for key in _KEYS[:-1]]
    if fingerprint(about, fields, base) != noted["sidik"] or noted["jenis"] not in MODELS:
        trust = Trust.CHANGED
    elif versi > VERSION:
        trust = Trust.NEWER
    else:
        trust = Trust.OLDER if versi < VERSION else Trust.SOUND
    kept = tuple(dict(zip(fields, row, strict=True)) for row in base)
    return Stamp(
        versi=versi,
        opd=noted["opd"],
        jenis=noted["jenis"],
        tahun=tahun,
        disiapkan=day,
        asal=asal,
        trust=trust,
        base=kept if trust in {Trust.SOUND, Trust.OLDER} else (),
    )


def base_rows(stamp: Stamp) -> tuple[TakenRow, ...]:
    """Return the rows that the template was filled with, for merging; none where that is unsure."""
    return tuple(TakenRow(values, {}) for values in stamp.base)


def remarks_on(stamp: Stamp, target: Target, place: CellPlace) -> Iterator[CellRemark]:
    """Say what a clerk should know of the template: its form, and for which list it was made."""
    if stamp.trust is not Trust.SOUND:
        yield CellRemark(place=place, severity=Severity.PERINGATAN, message=stamp.trust.value)
    if not is_for(stamp, target):
        made = f"{stamp.jenis.upper()} {stamp.opd} {stamp.tahun}"
        message = f"Templat ini dibuat untuk {made}, bukan untuk daftar yang diisi sekarang"
        yield CellRemark(place=place, severity=Severity.PERINGATAN, message=message)


def is_for(stamp: Stamp, target: Target) -> bool:
    """Tell whether a template was made for a list."""
    return Target(stamp.opd, stamp.jenis, stamp.tahun) == target
