"""The file that a clerk hands in after the desk: the workbook, what was said about it, the result.

Whoever takes it in asks nothing again, reads the workbook itself once more, and sees whether the
same comes of it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ppid.core.fixed_zip import fixed_zip
from ppid.handing_in.intake.edits import CellEdit
from ppid.handing_in.model import Target
from ppid.reading.documents.families import ZIP
from ppid.reading.documents.opening import MOST_BYTES, bare_name
from ppid.reading.documents.package import ZipPackage
from ppid.reading.documents.xml_stream import UnreadableError

NOTE: Final = "serahan.json"
"""The part by which such a file is known."""
_ORIGINAL: Final = "asli/"
_RESULT: Final = "hasil/"
_LARGEST_NOTE: Final = 5_000_000
MOST_BYTES_PACKED: Final = MOST_BYTES + 2 * _LARGEST_NOTE
"""Of such a file: the workbook, and beside it the note and the list."""


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


@dataclass(frozen=True, slots=True)
class Parcel:
    """A workbook, for which list it is, what was answered and mended, and what came of it.

    `results` are the fingerprints of the files of the list, by their ending.
    """

    name: str
    content: bytes
    target: Target
    answers: Mapping[str, str]
    edits: tuple[CellEdit, ...]
    results: Mapping[str, str]


def fingerprint(content: bytes) -> str:
    """Return the SHA-256 of a file."""
    return sha256(content).hexdigest()


def files_by_ending(texts: Mapping[str, str | None]) -> dict[str, bytes]:
    """Return the files of a list, as `texts_after` gives them, by what their names end with."""
    return {
        path.rpartition(".")[2]: text.encode() for path, text in texts.items() if text is not None
    }


def same_result(parcel: Parcel, texts: Mapping[str, str | None]) -> bool:
    """Tell whether the same files come of a workbook as the clerk has seen."""
    files = files_by_ending(texts)
    return {ending: fingerprint(content) for ending, content in files.items()} == parcel.results


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
    )
    parts = [
        (NOTE, f"{note.model_dump_json(indent=2)}\n".encode()),
        (f"{_ORIGINAL}{_harmless(parcel.name)}", parcel.content),
        *((f"{_RESULT}{target.tahun}.{ending}", files[ending]) for ending in sorted(files)),
    ]
    return fixed_zip(parts, mode=0o644)


def unpack(content: bytes) -> Parcel | None:
    """Return what a file holds that was made at the desk; None for any other file."""
    if not content.startswith(ZIP):
        return None
    try:
        package = ZipPackage(content)
        written = package.read(NOTE)
        if not written or len(written) > _LARGEST_NOTE:
            return None
        note = _Note.model_validate_json(written)
        originals = package.below(_ORIGINAL)
        original = package.read(originals[0]) if len(originals) == 1 else b""
    except (UnreadableError, ValidationError):
        return None
    if not original:
        return None
    return Parcel(
        name=bare_name(note.berkas),
        content=original,
        target=Target(note.opd, note.jenis, note.tahun),
        answers=note.jawaban,
        edits=tuple(CellEdit(e.lembar, e.baris, e.kolom, e.isi) for e in note.suntingan),
        results=note.sidik,
    )


def _harmless(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip(".-") or "berkas"
