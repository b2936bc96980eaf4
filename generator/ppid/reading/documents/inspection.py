"""One document, looked into: its family, its parts, the files inside, and personal data."""

import hashlib
import signal
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Final, NoReturn, TypeAlias

from ppid.core.document import Contents, DocumentRemark, RemarkKind, Trace, unread
from ppid.reading.documents.families import (
    DocumentFamily,
    called,
    family_of,
    family_of_name,
    has_archive_behind,
    suffix_of,
)
from ppid.reading.documents.package import MOST_STEPS, Allowance
from ppid.reading.documents.pieces import PICTURE_UNREAD, Inner, Part, Piece, named
from ppid.reading.documents.xml_stream import UnreadableError
from ppid.values.identifiers import DataPribadi, find_personal_data
from ppid.values.numbers import format_bulat
from ppid.values.titles import words_in

LARGEST: Final = 100_000_000
"""Bytes of a document; larger ones are not read at all."""
_DEEPEST: Final = 3
_NEAR: Final = 200
_MOST_TRACES: Final = 1_000
"""Of each sort; more of them would say no more."""
_MOST_DIGITS: Final = 1_500_000
_MOST_LETTERS: Final = 16_000_000
"""Searched in a document, and twice its own size besides: what is packed can be far larger."""
_MEGABYTE: Final = 1 << 20
_SHORTEST_STEP: Final = 4
"""Bytes of a row or tag that hardly any is below."""
_MOST_WORDS: Final = 5_000
"""Different ones that are kept of a document."""
_ABOUT_ITSELF: Final = "properti"
_SECONDS: Final = 3
"""Of work for a document, and as many for each of its full megabytes."""
Reader: TypeAlias = Callable[[bytes, Allowance], Iterator[Part]]
_READERS: Final = {
    DocumentFamily.WORKBOOK: ("workbooks", "read_xlsx"),
    DocumentFamily.OPEN_DOCUMENT: ("workbooks", "read_open_document"),
    DocumentFamily.FLAT: ("workbooks", "read_flat_document"),
    DocumentFamily.LEGACY: ("workbooks", "read_old_office"),
    DocumentFamily.BINARY_WORKBOOK: ("office", "read_unknown"),
    DocumentFamily.SLIDES: ("slides", "read"),
    DocumentFamily.WORD: ("word", "read"),
    DocumentFamily.RTF: ("rtf", "read"),
    DocumentFamily.EMAIL: ("plain", "read_mail"),
    DocumentFamily.PDF: ("pdf", "read"),
    DocumentFamily.IMAGE: ("image", "read"),
    DocumentFamily.DRAWING: ("plain", "read_drawing"),
    DocumentFamily.ARCHIVE: ("plain", "read_archive"),
    DocumentFamily.PACKED: ("plain", "read_packed"),
    DocumentFamily.TAPE: ("plain", "read_tape"),
    DocumentFamily.MEDIA: ("plain", "read_recording"),
    DocumentFamily.PROGRAM: ("plain", "read_program"),
    DocumentFamily.MARKUP: ("plain", "read_markup"),
    DocumentFamily.PLAIN: ("plain", "read"),
    DocumentFamily.UNKNOWN: ("plain", "read_unknown"),
}
"""The module and function by which a family is read: their libraries are loaded when needed."""
_TEXT_READERS: Final = {
    "csv": "read_table",
    **dict.fromkeys(("eml", "mht", "mhtml"), "read_mail"),
    **dict.fromkeys(("html", "htm", "md", "svg", "xml"), "read_markup"),
    **dict.fromkeys(("json", "geojson"), "read_json"),
    **dict.fromkeys(("vcf", "vcs", "ics"), "read_card"),
}
"""How texts are read that say only by their names what they are."""
_DISGUISES: Final = frozenset({DocumentFamily.IMAGE, DocumentFamily.PDF})
"""Families whose readers stop before an archive that hangs on behind."""
_TITLES: Final = frozenset({"properti “title”", "properti “Title”"})


def inspect(path: str, content: bytes, *, words: bool = True, patience: int = 1) -> Contents:
    """Look into a document; never raise, whatever its bytes are.

    With `patience` it may take so many times as long before a part of it is left unread.
    Without `words` those are not kept, which takes a fifth of the time and much memory of a site.
    """
    most = _MOST_WORDS if words else 0
    seconds = _SECONDS * (1 + len(content) // _MEGABYTE) * patience
    allowance = Allowance(steps=MOST_STEPS + len(content) // _SHORTEST_STEP)
    return _Inspection(allowance, len(content), most).of(path, content, seconds)


def no_file() -> Contents:
    """Return what is said of what is no file: a link, a pipe, a device."""
    why = "ini bukan berkas biasa, melainkan tautan, pipa, atau perangkat"
    return Contents((), remarks=(unread(why),))


def too_large() -> Contents:
    """Return what is said of a document that was not read because of its size."""
    return Contents((), remarks=(unread("berkas ini terlalu besar", cut_short=True),))


class _TimeIsUpError(BaseException):
    """The work on a document takes too long; no reader may take it for damage of its own."""


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Raise _TimeIsUpError after so many seconds of work, where the system has such a clock.

    What is counted elsewhere ends far earlier; this is for what nobody foresaw.
    """

    def stop(*_: object) -> NoReturn:
        raise _TimeIsUpError

    if not hasattr(signal, "setitimer") or threading.current_thread() != threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


class _Inspection:
    """What has been gathered so far from one document and the files inside it."""

    def __init__(self, allowance: Allowance, size: int, most_words: int) -> None:
        self._allowance = allowance
        self._most_words = most_words
        self._digests: list[tuple[str, str]] = []
        self._traces: list[Trace] = []
        self._counted = Counter[DataPribadi]()
        self._remarks: list[DocumentRemark] = []
        self._pictures = 0
        """Pictures inside the document whose writing was not read."""
        self._title = ""
        self._words: set[str] = set()
        self._digits = _MOST_DIGITS + 2 * size
        self._letters = _MOST_LETTERS + 2 * size

    def of(self, path: str, content: bytes, seconds: float) -> Contents:
        try:
            with _limited(seconds):
                self._look(Inner(path, content), "", 0)
        except _TimeIsUpError:
            why = "susunannya terlalu rumit, jadi hanya sebagian yang dibaca"
            self._remark(unread(why, cut_short=True), "")
        if self._pictures:
            count = format_bulat(self._pictures)
            self._remark(unread(f"ada {count} gambar di dalamnya, tulisannya tidak dibaca"), "")
        unique = dict.fromkeys(self._remarks)
        return Contents(
            digests=tuple(self._digests),
            title=self._title,
            traces=tuple(self._traces),
            remarks=tuple(unique),
            words=frozenset(self._words),
        )

    def _look(self, file: Inner, place: str, depth: int) -> None:
        path, content, told = file
        self._digests.append((place, hashlib.sha256(content).hexdigest()))
        stated, real = family_of_name(path), family_of(content)
        # Texts promise little by their names.
        plain = {
            *(DocumentFamily.PLAIN, DocumentFamily.MARKUP),
            *(DocumentFamily.EMAIL, DocumentFamily.FLAT),
        }
        fits = stated in {real, DocumentFamily.UNKNOWN} or {stated, real} <= plain
        so_far = len(self._remarks)
        if real in _DISGUISES and has_archive_behind(content):
            message = f"Di belakang {real.value} ini ada arsip"
            self._remark(DocumentRemark(RemarkKind.PROGRAM, message), place)
            self._read(path, DocumentFamily.ARCHIVE, content, place, depth)
        pictures = self._pictures
        self._read(path, real, content, place, depth)
        if told:
            self._pictures = pictures
        # What could not be read says so already.
        unreadable = any(
            r.kind is RemarkKind.TAK_TERPERIKSA and r != PICTURE_UNREAD
            for r in self._remarks[so_far:]
        )
        if content and not fits and not unreadable:
            message = f"Menurut namanya berkas ini {stated.value}, tetapi isinya {real.value}"
            self._remark(DocumentRemark(RemarkKind.TAK_SESUAI, message), place)

    def _read(
        self, path: str, real: DocumentFamily, content: bytes, place: str, depth: int
    ) -> None:
        if not content and not place and not path.startswith("."):  # “.nojekyll”
            self._remark(unread("berkas ini kosong"), place)
        if real is DocumentFamily.UNKNOWN and content:
            self._remark(unread(f"{called(content)} tidak dapat dibuka di sini"), place)
        module, function = _READERS[real]
        if real is DocumentFamily.PLAIN and suffix_of(path) in _TEXT_READERS:
            function = _TEXT_READERS[suffix_of(path)]
        try:
            read: Reader = getattr(import_module(f"ppid.reading.documents.{module}"), function)
        except ModuleNotFoundError:  # a library that cannot be had where this runs in a browser
            self._remark(unread(f"{real.value} tidak dapat dibuka di sini"), place)
            return
        try:
            for part in read(content, self._allowance):
                self._take(part, place, depth)
        except UnreadableError as error:
            self._remark(unread(str(error)), place)
            if real is DocumentFamily.FLAT:  # a text after all, whatever is wrong with it
                self._read(path, DocumentFamily.MARKUP, content, place, depth)
        # What libraries raise for foreign bytes is not foreseeable; all of it means the same.
        except Exception:  # noqa: BLE001 — see above
            self._remark(unread("susunannya rusak"), place)

    def _take(self, part: Part, place: str, depth: int) -> None:
        if part is PICTURE_UNREAD and place:
            self._pictures += 1
        elif isinstance(part, DocumentRemark):
            self._remark(part, place)
        elif isinstance(part, Piece):
            self._search(part, place)
            if part.place in _TITLES and not place:
                self._title = part.text.strip()
        elif depth < _DEEPEST:
            inner = ", ".join(filter(None, (place, f"di dalam {named(part.name)}")))
            self._look(part, inner, depth + 1)
        else:
            self._remark(
                unread("berkas di dalam berkasnya terlalu bertingkat", cut_short=True), place
            )

    def _search(self, piece: Piece, place: str) -> None:
        digits = sum(map(piece.text.count, "0123456789"))
        if digits > self._digits or len(piece.text) > self._letters:
            self._remark(unread("tulisan di dalamnya terlalu banyak", cut_short=True), "")
            return
        self._digits -= digits
        self._letters -= len(piece.text)
        if len(self._words) < self._most_words and not piece.place.startswith(_ABOUT_ITSELF):
            self._words |= words_in(piece.text)
        for sighting in find_personal_data(piece.text):
            self._counted[sighting.sort] += 1
            if self._counted[sighting.sort] > _MOST_TRACES:
                continue
            text, (_, start, end, _) = piece.text, sighting
            before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
            if piece.marks:  # the next row of a table is about something else
                before, after = before.rpartition("\n")[2], after.partition("\n")[0]
            near = ", ".join(filter(None, (place, piece.place_at(start))))
            self._traces.append(Trace(near, sighting, text[start:end], before, after))

    def _remark(self, remark: DocumentRemark, place: str) -> None:
        message = f"{remark.message} ({place})" if place else remark.message
        self._remarks.append(remark._replace(message=message))
