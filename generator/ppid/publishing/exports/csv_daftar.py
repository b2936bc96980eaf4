"""Each list as CSV, and all rows of DIP and of DIK as one file each.

UTF-8 with a byte order mark: without it Excel takes the text for the code page of the computer and
shows “Diskominfostandi – Bekasi” as rubbish; every other program skips the mark. Lines and quotes
follow RFC 4180. `values.sel` keeps cells from being run as formulas.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import StringIO
from typing import Final

from ppid.core.corpus import Corpus
from ppid.core.page import Download, Export
from ppid.diagnostics.places import RecordId
from ppid.history.changes import Row, rows_of
from ppid.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik
from ppid.kinds.dik.model import InformasiDikecualikan, periode_of
from ppid.kinds.dip.model import InformasiPublik
from ppid.publishing.publication import Publication
from ppid.values.text import guarded

_BOM: Final = "\ufeff".encode()
_MODELS: Final[Mapping[str, type[Row]]] = {"dik": InformasiDikecualikan, "dip": InformasiPublik}
ADDED: Final = {
    "opd": "Nama folder perangkat daerah, sama seperti dalam alamat halamannya.",
    "tahun": "Tahun daftar.",
    "berakhir": "Hari terakhir pengecualian, dihitung; kosong bila tidak dapat dihitung.",
    "contoh": "“ya” bila datanya peragaan, “tidak” bila data resmi.",
}
"""Columns that stand behind those of the list itself; `berakhir` only in a DIK."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of rows, ready to be published."""

    export: Export
    rows: int

    @property
    def size(self) -> int:
        return len(self.export.content)


def exports(publication: Publication) -> Iterator[Export]:
    """Yield the file of every list that has rows, then the two files of all rows."""
    for sheet in sheets_of(publication.corpus).values():
        yield sheet.export
    for rows in ("dip", "dik"):
        yield sheet_of_all(rows, publication.corpus).export


@lru_cache(maxsize=2)
def sheets_of(corpus: Corpus) -> Mapping[RecordId, Sheet]:
    """Write every list once: pages say the size, then the files are published."""
    lists: list[Daftar] = [*corpus.of(DaftarPublik), *corpus.of(DaftarDikecualikan)]
    found = ((daftar, rows_of(daftar, corpus)) for daftar in lists)
    return {daftar.id: _sheet(daftar, rows, corpus) for daftar, rows in found if rows}


@lru_cache(maxsize=4)
def sheet_of_all(rows: str, corpus: Corpus) -> Sheet:
    """Put all lists of a sort below one heading, by OPD and year."""
    kind = f"daftar-{rows}"
    own = sorted((key, sheet) for key, sheet in sheets_of(corpus).items() if key.kind == kind)
    heading = _written([columns_of(rows)])
    parts = [sheet.export.content[len(_BOM) + len(heading) :] for _, sheet in own]
    content = b"".join((_BOM, heading, *parts))
    return Sheet(Export(f"unduhan/{rows}.csv", content), sum(sheet.rows for _, sheet in own))


def columns_of(rows: str) -> tuple[str, ...]:
    """Return the heading of a file of DIK or DIP rows."""
    added = (name for name in ADDED if rows == "dik" or name != "berakhir")
    return (*_MODELS[rows].model_fields, *added)


def downloads_of(list_id: RecordId, corpus: Corpus) -> tuple[Download, ...]:
    """Return what can be downloaded of a list; nothing where it has no rows."""
    sheet = sheets_of(corpus).get(list_id)
    if sheet is None:
        return ()
    label = f"Unduh {list_id.kind.removeprefix('daftar-').upper()} {list_id.tahun} (CSV)"
    return (Download(label, sheet.export.url, sheet.size),)


def _sheet(daftar: Daftar, found: Sequence[Row], corpus: Corpus) -> Sheet:
    names = tuple(_MODELS[daftar.rows].model_fields)
    last = (daftar.id.opd, str(daftar.id.tahun))
    contoh = "ya" if daftar.contoh else "tidak"
    table: list[Sequence[str]] = [columns_of(daftar.rows)]
    for row in found:
        values = [guarded(_text(row, name)) for name in names]
        table.append([*values, *last, *_end(row, corpus), contoh])
    _, opd, tahun, _ = daftar.id
    url = f"opd/{opd}/{daftar.rows}/{tahun}/{daftar.rows}-{opd}-{tahun}.csv"
    return Sheet(Export(url, _BOM + _written(table)), len(found))


def _text(row: Row, name: str) -> str:
    value = getattr(row, name)
    return "" if value is None else str(value)


def _end(row: Row, corpus: Corpus) -> tuple[str, ...]:
    if not isinstance(row, InformasiDikecualikan):
        return ()
    return (str(periode_of(row, corpus).berakhir or ""),)


def _written(table: Sequence[Sequence[str]]) -> bytes:
    text = StringIO(newline="")
    csv.writer(text).writerows(table)
    return text.getvalue().encode()
