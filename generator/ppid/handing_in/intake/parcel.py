"""The file that a clerk hands in after the desk: the workbook, what was said about it, the result.

Whoever takes it in asks nothing again, reads the workbook itself once more, and sees whether the
same comes of it.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from io import StringIO
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ppid.core.fixed_zip import fixed_zip
from ppid.handing_in.intake.edits import CellEdit
from ppid.handing_in.model import Target
from ppid.reading.documents.book import NoWorkbookError
from ppid.reading.documents.families import ZIP
from ppid.reading.documents.opening import MOST_BYTES, bare_name
from ppid.reading.documents.package import ZipPackage
from ppid.reading.documents.xml_stream import UnreadableError
from ppid.values.identifiers import masked
from ppid.values.numbers import format_bulat
from ppid.values.text import joined

NOTE: Final = "serahan.json"
"""The part by which such a file is known."""
_ORIGINAL: Final = "asli/"
_RESULT: Final = "hasil/"
_LARGEST_NOTE: Final = 5_000_000
MOST_BYTES_PACKED: Final = MOST_BYTES + 2 * _LARGEST_NOTE
"""Of such a file: the workbook, and beside it the note and the list."""
_FIRST_NAME: Final = 30
"""Where the name of its first part stands in an archive."""
_AGAIN: Final = (
    "Buat lagi di halaman “Periksa daftar”, lalu serahkan berkasnya tanpa membuka atau "
    "menyimpannya kembali."
)
_DAMAGED: Final = ("Berkas serahan ini rusak, sehingga tidak dapat dibaca.", _AGAIN)
_CALLED: Final = {"csv": "isi daftarnya", "yml": "keterangan daftarnya"}
_MOST_NAMED: Final = 3


class _Stored(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class _Edit(_Stored):
    lembar: str
    baris: int = Field(ge=1, le=2_000_000)
    kolom: int = Field(ge=1, le=20_000)
    isi: str = Field(max_length=32_767)


class _Note(_Stored):
    versi: Literal[1]
    opd: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    jenis: Literal["dik", "dip"]
    tahun: int = Field(ge=1900, le=2999)
    berkas: str = Field(min_length=1, max_length=300)
    jawaban: dict[str, str]
    suntingan: list[_Edit]
    sidik: dict[str, str]
    acuan: str = Field(default="", max_length=64)


@dataclass(frozen=True, slots=True)
class Parcel:
    """A workbook, for which list it is, what was answered and mended, and what came of it.

    `results` are the fingerprints of the files of the list, by their ending, and `shown` the files
    themselves. `basis` tells what the list was held against, and by which version of the program.
    """

    name: str
    content: bytes
    target: Target
    answers: Mapping[str, str]
    edits: tuple[CellEdit, ...]
    results: Mapping[str, str]
    basis: str = ""
    shown: Mapping[str, bytes] = field(default_factory=dict)


def fingerprint(content: bytes) -> str:
    """Return the SHA-256 of a file."""
    return sha256(content).hexdigest()


def files_by_ending(texts: Mapping[str, str | None]) -> dict[str, bytes]:
    """Return the files of a list, as `texts_after` gives them, by what their names end with."""
    return {
        path.rpartition(".")[2]: text.encode() for path, text in texts.items() if text is not None
    }


def differing(parcel: Parcel, texts: Mapping[str, str | None]) -> tuple[str, ...]:
    """Name what comes of a workbook otherwise than the clerk has seen; nothing where all is so."""
    files = files_by_ending(texts)
    return tuple(
        _differing_rows(parcel.shown.get(ending, b""), files.get(ending, b""))
        if ending == "csv"
        else _CALLED.get(ending, ending)
        for ending in sorted({*files, *parcel.shown})
        if files.get(ending) != parcel.shown.get(ending)
    )


def _differing_rows(shown: bytes, now: bytes) -> str:
    """Name the rows of a list that are not the same in two states of it."""
    before, after = _rows(shown), _rows(now)
    codes = [kode for kode in {**before, **after} if before.get(kode) != after.get(kode)]
    named = [masked(kode) for kode in codes[:_MOST_NAMED]]
    if rest := len(codes) - len(named):
        named.append(f"{format_bulat(rest)} baris lainnya")
    return f"baris {joined(named)}" if named else _CALLED["csv"]


def _rows(content: bytes) -> Mapping[str, object]:
    try:
        return {row["kode"]: row for row in csv.DictReader(StringIO(content.decode()))}
    except (UnicodeDecodeError, csv.Error, KeyError):  # it is none of ours
        return {}


def pack(parcel: Parcel, files: Mapping[str, bytes]) -> bytes:
    """Return the file to hand in; the files of the list lie in it to be looked at."""
    target = parcel.target
    note = _Note(
        versi=1,
        opd=target.opd,
        jenis="dik" if target.jenis == "dik" else "dip",
        tahun=target.tahun,
        berkas=parcel.name,
        jawaban=dict(sorted(parcel.answers.items())),
        suntingan=[
            _Edit(lembar=edit.sheet, baris=edit.row, kolom=edit.column, isi=edit.text)
            for edit in parcel.edits
        ],
        sidik={ending: fingerprint(content) for ending, content in sorted(files.items())},
        acuan=parcel.basis,
    )
    parts = [
        (NOTE, f"{note.model_dump_json(indent=2)}\n".encode()),
        (f"{_ORIGINAL}{_harmless(parcel.name)}", parcel.content),
        *((f"{_RESULT}{target.tahun}.{ending}", files[ending]) for ending in sorted(files)),
    ]
    return fixed_zip(parts, mode=0o644)


def unpack(content: bytes) -> Parcel | None:
    """Return what a file holds that was made at the desk; None for any other file.

    Raise `NoWorkbookError` for one that was made there and is no longer as it was made.
    """
    if not content.startswith(ZIP):
        return None
    begins = content[_FIRST_NAME : _FIRST_NAME + len(NOTE)] == NOTE.encode()
    try:
        package = ZipPackage(content)
        if NOTE not in package.names and not begins:
            return None
        return _as_made(package)
    except (UnreadableError, ValidationError) as error:
        if not begins and not isinstance(error, ValidationError):
            return None
        raise NoWorkbookError(*_DAMAGED) from error


def _as_made(package: ZipPackage) -> Parcel:
    written = package.read(NOTE)
    originals = package.below(_ORIGINAL)
    original = package.read(originals[0]) if len(originals) == 1 else b""
    if not original or len(written) > _LARGEST_NOTE:
        raise NoWorkbookError(*_DAMAGED)
    note = _Note.model_validate_json(written)
    shown = {name.rpartition(".")[2]: package.read(name) for name in package.below(_RESULT)}
    changed = [*_changed(shown, note.sidik)]
    if changed:
        sentence = f"Berkas serahan ini diubah sesudah dibuat: {joined(changed)} di dalamnya lain "
        raise NoWorkbookError(f"{sentence}daripada yang dicatat ketika berkas ini dibuat.", _AGAIN)
    return Parcel(
        name=bare_name(note.berkas),
        content=original,
        target=Target(note.opd, note.jenis, note.tahun),
        answers=note.jawaban,
        edits=tuple(CellEdit(e.lembar, e.baris, e.kolom, e.isi) for e in note.suntingan),
        results=note.sidik,
        basis=note.acuan,
        shown=shown,
    )


def _changed(shown: Mapping[str, bytes], noted: Mapping[str, str]) -> Iterator[str]:
    """Name the files of a list that are not those of which the fingerprints were noted."""
    for ending in sorted({*shown, *noted}):
        if ending not in shown or fingerprint(shown[ending]) != noted.get(ending):
            yield _CALLED.get(ending, "berkas lain")


def _harmless(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip(".-") or "berkas"
