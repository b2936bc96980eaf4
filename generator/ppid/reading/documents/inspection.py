"""One document, looked into: its family, its parts, the files inside, and personal data."""

import hashlib
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Final, TypeAlias

from ppid.core.document import Contents, DocumentRemark, RemarkKind, Trace
from ppid.reading.documents.families import (
    DocumentFamily,
    family_of,
    family_of_name,
    has_archive_behind,
    suffix_of,
)
from ppid.reading.documents.package import Allowance
from ppid.reading.documents.pieces import Part, Piece, named
from ppid.reading.documents.xml_stream import UnreadableError
from ppid.values.identifiers import find_personal_data

LARGEST: Final = 100_000_000
"""Bytes of a document; larger ones are not read at all."""
_DEEPEST: Final = 3
_NEAR: Final = 200
_MOST_TRACES: Final = 1_000
_MOST_DIGITS: Final = 4_000_000
Reader: TypeAlias = Callable[[bytes, Allowance], Iterator[Part]]
_READERS: Final = {
    DocumentFamily.WORKBOOK: ("workbooks", "read_xlsx"),
    DocumentFamily.OPEN_DOCUMENT: ("workbooks", "read_open_document"),
    DocumentFamily.LEGACY: ("workbooks", "read_old_office"),
    DocumentFamily.WORD: ("word", "read"),
    DocumentFamily.PDF: ("pdf", "read"),
    DocumentFamily.IMAGE: ("image", "read"),
    DocumentFamily.ARCHIVE: ("plain", "read_archive"),
    DocumentFamily.MEDIA: ("plain", "read_recording"),
    DocumentFamily.PROGRAM: ("plain", "read_program"),
    DocumentFamily.MARKUP: ("plain", "read"),
    DocumentFamily.PLAIN: ("plain", "read"),
}
"""The module and function by which a family is read: their libraries are loaded when needed."""
_DISGUISES: Final = frozenset({DocumentFamily.IMAGE, DocumentFamily.PDF})
"""Families whose readers stop before an archive that hangs on behind."""
_TITLES: Final = frozenset({"properti “title”", "properti “Title”"})


def inspect(path: str, content: bytes) -> Contents:
    """Look into a document; never raise, whatever its bytes are."""
    return _Inspection(Allowance()).of(path, content)


def no_file() -> Contents:
    """Return what is said of what is no file: a link, a pipe, a device."""
    message = "Ini bukan berkas biasa (tautan, pipa, atau perangkat), jadi tidak diperiksa"
    return Contents((), remarks=(_unread(message),))


def too_large() -> Contents:
    """Return what is said of a document that was not read because of its size."""
    return Contents((), remarks=(_unread("Berkas ini terlalu besar untuk diperiksa"),))


class _Inspection:
    """What has been gathered so far from one document and the files inside it."""

    def __init__(self, allowance: Allowance) -> None:
        self._allowance = allowance
        self._digests: list[tuple[str, str]] = []
        self._traces: list[Trace] = []
        self._remarks: list[DocumentRemark] = []
        self._title = ""
        self._digits = _MOST_DIGITS

    def of(self, path: str, content: bytes) -> Contents:
        self._look(path, content, "", 0)
        unique = dict.fromkeys(self._remarks)
        return Contents(
            tuple(self._digests), self._title, tuple(self._traces[:_MOST_TRACES]), tuple(unique)
        )

    def _look(self, path: str, content: bytes, place: str, depth: int) -> None:
        self._digests.append((place, hashlib.sha256(content).hexdigest()))
        stated, real = family_of_name(path), family_of(content)
        # Texts promise little by their names.
        plain = {DocumentFamily.PLAIN, DocumentFamily.MARKUP}
        fits = stated in {real, DocumentFamily.UNKNOWN} or {stated, real} == plain
        if content and not fits:
            message = f"Menurut namanya berkas ini {stated.value}, tetapi isinya {real.value}"
            self._remark(_unread(message), place)
        if real in _DISGUISES and has_archive_behind(content):
            message = f"Di belakang {real.value} ini ada arsip"
            self._remark(DocumentRemark(RemarkKind.PROGRAM, message), place)
            self._read(path, DocumentFamily.ARCHIVE, content, place, depth)
        self._read(path, real, content, place, depth)

    def _read(
        self, path: str, real: DocumentFamily, content: bytes, place: str, depth: int
    ) -> None:
        if real not in _READERS:
            return
        module, function = _READERS[real]
        if real is DocumentFamily.PLAIN and suffix_of(path) == "csv":
            function = "read_table"
        read: Reader = getattr(import_module(f"ppid.reading.documents.{module}"), function)
        unread = "Berkas ini tidak dapat diperiksa"
        try:
            for part in read(content, self._allowance):
                self._take(part, place, depth)
        except UnreadableError as error:
            self._remark(_unread(f"{unread}: {error}"), place)
        # What libraries raise for foreign bytes is not foreseeable; all of it means the same.
        except Exception:  # noqa: BLE001 — see above
            self._remark(_unread(f"{unread}: susunannya rusak"), place)

    def _take(self, part: Part, place: str, depth: int) -> None:
        if isinstance(part, DocumentRemark):
            self._remark(part, place)
        elif isinstance(part, Piece):
            self._search(part, place)
            if part.place in _TITLES and not place:
                self._title = part.text.strip()
        elif depth < _DEEPEST:
            inner = ", ".join(filter(None, (place, f"di dalam {named(part.name)}")))
            self._look(part.name, part.content, inner, depth + 1)
        else:
            message = (
                "Berkas ini tidak dapat diperiksa: berkas di dalam berkasnya terlalu bertingkat"
            )
            self._remark(_unread(message), place)

    def _search(self, piece: Piece, place: str) -> None:
        digits = sum(map(piece.text.count, "0123456789"))
        if digits > self._digits:
            message = "Angka di dalamnya terlalu banyak untuk diperiksa seluruhnya"
            self._remark(_unread(message), "")
            return
        self._digits -= digits
        for sighting in find_personal_data(piece.text):
            text, (_, start, end, _) = piece.text, sighting
            before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
            if piece.marks:  # the next row of a table is about something else
                before, after = before.rpartition("\n")[2], after.partition("\n")[0]
            near = ", ".join(filter(None, (place, piece.place_at(start))))
            self._traces.append(Trace(near, sighting, text[start:end], before, after))

    def _remark(self, remark: DocumentRemark, place: str) -> None:
        message = f"{remark.message} ({place})" if place else remark.message
        self._remarks.append(remark._replace(message=message))


def _unread(message: str) -> DocumentRemark:
    return DocumentRemark(RemarkKind.TAK_TERPERIKSA, message)
