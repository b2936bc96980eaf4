"""One document, looked into: its family, its parts, the files inside, and personal data."""

import hashlib
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Final, TypeAlias

from ppid.core.document import (
    Allowance,
    Contents,
    Part,
    Piece,
    Remark,
    Sort,
    Trace,
    UnreadableError,
    named,
)
from ppid.reading.documents.signature import (
    Family,
    family_of,
    family_of_name,
    has_archive_behind,
    suffix_of,
)
from ppid.values.identifiers import find_personal_data

LARGEST: Final = 100_000_000
"""Bytes of a document; larger ones are not read at all."""
_DEEPEST: Final = 3
_NEAR: Final = 200
_MOST_TRACES: Final = 1_000
_MOST_DIGITS: Final = 4_000_000
Reader: TypeAlias = Callable[[bytes, Allowance], Iterator[Part]]


def inspect(path: str, content: bytes) -> Contents:
    """Look into a document; never raises, whatever its bytes are."""
    return _Inspection(Allowance()).of(path, content)


def too_large() -> Contents:
    """Say of a document that it was not read because of its size."""
    message = "Berkas ini terlalu besar untuk diperiksa"
    return Contents((), remarks=(Remark(Sort.TAK_TERPERIKSA, message),))


class _Inspection:
    """What has been gathered so far from one document and the files inside it."""

    def __init__(self, allowance: Allowance) -> None:
        self._allowance = allowance
        self._digests: list[tuple[str, str]] = []
        self._traces: list[Trace] = []
        self._remarks: list[Remark] = []
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
        if not _fits(stated, real) and content:
            self._remark(_mismatch(stated, real), place)
        if real in _DISGUISES and has_archive_behind(content):
            self._remark(Remark(Sort.PROGRAM, f"Di belakang {real.sebutan} ini ada arsip"), place)
            self._read(path, Family.ARCHIVE, content, place, depth)
        self._read(path, real, content, place, depth)

    def _read(self, path: str, real: Family, content: bytes, place: str, depth: int) -> None:
        try:
            for part in _reader(path, real)(content, self._allowance):
                self._take(part, place, depth)
        except UnreadableError as error:
            self._remark(_unread(str(error)), place)
        # What libraries raise for foreign bytes is not foreseeable; all of it means the same.
        except Exception:  # noqa: BLE001 — see above
            self._remark(_unread("susunannya rusak"), place)

    def _take(self, part: Part, place: str, depth: int) -> None:
        if isinstance(part, Remark):
            self._remark(part, place)
        elif isinstance(part, Piece):
            self._search(part, place)
            if part.place in _TITLES and not place:
                self._title = part.text.strip()
        elif depth < _DEEPEST:
            inner = ", ".join(filter(None, (place, f"di dalam {named(part.name)}")))
            self._look(part.name, part.content, inner, depth + 1)
        else:
            self._remark(_unread("berkas di dalam berkasnya terlalu bertingkat"), place)

    def _search(self, piece: Piece, place: str) -> None:
        digits = sum(map(piece.text.count, "0123456789"))
        if digits > self._digits:
            message = "Angka di dalamnya terlalu banyak untuk diperiksa seluruhnya"
            self._remark(Remark(Sort.TAK_TERPERIKSA, message), "")
            return
        self._digits -= digits
        self._traces.extend(_traces(piece, place))

    def _remark(self, remark: Remark, place: str) -> None:
        message = f"{remark.message} ({place})" if place else remark.message
        self._remarks.append(remark._replace(message=message))


_DISGUISES: Final = frozenset({Family.IMAGE, Family.PDF})
_TITLES: Final = frozenset({"properti “title”", "properti “Title”"})


def _traces(piece: Piece, place: str) -> Iterator[Trace]:
    for sighting in find_personal_data(piece.text):
        text, (_, start, end, _) = piece.text, sighting
        before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
        if piece.marks:  # the next row of a table is about something else
            before, after = before.rpartition("\n")[2], after.partition("\n")[0]
        near = ", ".join(filter(None, (place, piece.place_at(start))))
        yield Trace(near, sighting, text[start:end], before, after)


def _reader(path: str, family: Family) -> Reader:
    """Return the reader of a family; its libraries are loaded only when a document needs them."""
    if not family.module:
        return lambda _content, _allowance: iter(())
    module = import_module(f"ppid.reading.documents.{family.module}")
    is_table = family is Family.PLAIN and suffix_of(path) == "csv"
    reader: Reader = module.read_table if is_table else module.read
    return reader


def _fits(stated: Family, real: Family) -> bool:
    """Tell whether a name promises what a file is; texts promise little."""
    if stated is Family.UNKNOWN:
        return True
    return stated is real or {stated, real} == {Family.PLAIN, Family.MARKUP}


def _mismatch(stated: Family, real: Family) -> Remark:
    message = f"Menurut namanya berkas ini {stated.sebutan}, tetapi isinya {real.sebutan}"
    return Remark(Sort.TAK_TERPERIKSA, message)


def _unread(reason: str) -> Remark:
    return Remark(Sort.TAK_TERPERIKSA, f"Berkas ini tidak dapat diperiksa: {reason}")
