"""PDF documents: text layer, properties, notes, forms, attachments, scripts and former versions."""

import io
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject, EncodedStreamObject, StreamObject

from ppid.core.document import DocumentRemark, RemarkKind
from ppid.reading.documents.office import is_personal_name
from ppid.reading.documents.package import Allowance, LockedError
from ppid.reading.documents.pieces import Inner, Part, Piece
from ppid.reading.documents.xml_stream import texts_of

_MOST_PAGES: Final = 400
_MOST_DRAWING: Final = 3_000_000
"""Bytes of drawing instructions in all pages: they take far longer than plain text."""
_LONGEST_PAGE: Final = 1_500_000
_MOST_NOTES: Final = 2_000
_DEEPEST_FORM: Final = 4
_FORMER: Final = 2
_PEOPLE: Final = {"/Author": "Pengarang"}
_END: Final = re.compile(rb"%%EOF\s*")
_SCRIPT: Final = re.compile(rb"/(?:JavaScript|JS)\b|/Launch\b")
_LINEARIZED: Final = b"/Linearized"
_SIGNED: Final = b"/ByteRange"


def read(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield the text of every page, and what the document carries besides it."""
    reader = opened(content)
    yield from _pages(reader, allowance, "")
    yield from _properties(reader)
    yield from _carried(reader, content)
    ends = [found.end() for found in _END.finditer(content)][:-1]
    if _LINEARIZED in content[:1024]:
        ends = ends[1:]
    if ends and _SIGNED not in content:
        message = "Versi sebelum perubahan terakhir masih tersimpan di dalamnya"
        yield DocumentRemark(RemarkKind.TERSEMBUNYI, message, doubtful=True)
    for end in ends[-_FORMER:]:
        yield from _pages(opened(content[:end]), allowance, "versi sebelumnya, ")


def opened(content: bytes) -> PdfReader:
    """Open a document; raise LockedError when it asks for a password."""
    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise LockedError
    return reader


def _pages(reader: PdfReader, allowance: Allowance, version: str) -> Iterator[Part]:
    left = _MOST_DRAWING
    for number, page in enumerate(islice(reader.pages, _MOST_PAGES), 1):
        drawing = page.get_contents()
        size = drawing_cost(page, drawing.get_data() if drawing is not None else b"")
        allowance.take(min(size, _LONGEST_PAGE))
        left -= min(size, _LONGEST_PAGE)
        if size > _LONGEST_PAGE or left < 0:
            message = f"Halaman {number} terlalu besar untuk diperiksa"
            yield DocumentRemark(
                RemarkKind.TAK_TERPERIKSA, message if left > 0 else f"{message}; juga sesudahnya"
            )
            if left < 0:
                return
            continue
        place = f"{version}halaman {number}"
        yield Piece(page.extract_text(), place)
        yield from _notes(page, place)
    if len(reader.pages) > _MOST_PAGES:
        message = f"Yang diperiksa hanya {_MOST_PAGES} halaman pertama"
        yield DocumentRemark(RemarkKind.TAK_TERPERIKSA, message)


def drawing_cost(drawn: DictionaryObject, drawing: bytes) -> int:
    """Return the bytes of drawing that a page comes to: forms inside forms can multiply them."""
    return _cost(drawn, drawing, _DEEPEST_FORM, {})


def _cost(
    drawn: DictionaryObject, drawing: bytes, deepest: int, known: dict[tuple[int, int], int]
) -> int:
    """Return the cost of a form or page; `known` holds that of forms that many others draw."""
    forms = [
        form
        for each in islice(inside(drawn, "/Resources", "/XObject").values(), _MOST_NOTES)
        if isinstance(form := each.get_object(), StreamObject) and form.get("/Subtype") == "/Form"
    ]
    if not forms:
        return len(drawing)
    if not deepest:
        return _LONGEST_PAGE + 1
    largest = 0
    for form in forms:
        key = (id(form), deepest)
        if key not in known:
            known[key] = _cost(form, form.get_data(), deepest - 1, known)
        largest = max(largest, known[key])
    return len(drawing) + drawing.count(b"Do") * largest


def _notes(page: PageObject, place: str) -> Iterator[Part]:
    """Yield the notes and form fields that lie upon a page."""
    for note in islice(page.annotations or (), _MOST_NOTES):
        look = note.get_object()
        if not isinstance(look, DictionaryObject):
            continue
        kind = "isian" if look.get("/Subtype") == "/Widget" else "catatan"
        for key in ("/Contents", "/V", "/DV", "/T", "/TU"):
            yield Piece(_text(look.get(key)), f"{place}, {kind}")
        if kind == "catatan" and is_personal_name(_text(look.get("/T"))):
            yield DocumentRemark(
                RemarkKind.KETERANGAN, f"Nama pemberi catatan tersimpan pada {place}"
            )
        yield Piece(_text(inside(look, "/A").get("/URI")), f"{place}, tautan")


def inside(outer: DictionaryObject, *keys: str) -> DictionaryObject:
    """Follow keys through dictionaries; empty where one of them is not there."""
    for key in keys:
        found = outer.get(key)
        inner = found.get_object() if found is not None else None
        if not isinstance(inner, DictionaryObject):
            return DictionaryObject()
        outer = inner
    return outer


def _text(value: Any) -> str:  # noqa: ANN401 — a PDF may hold anything anywhere
    return str(value) if isinstance(value, str) else ""


def _properties(reader: PdfReader) -> Iterator[Part]:
    for key, value in (reader.metadata or {}).items():
        text = _text(value)
        label = _PEOPLE.get(key) or key.removeprefix("/")
        yield Piece(text, f"properti “{label}”")
        if key in _PEOPLE and is_personal_name(text):
            yield DocumentRemark(RemarkKind.KETERANGAN, f"Properti “{label}” menyebut nama orang")
    stream = inside(reader.trailer, "/Root", "/Metadata")
    if isinstance(stream, StreamObject):
        text = texts_of(stream.get_data())
        yield Piece(text, "keterangan XMP")


def _carried(reader: PdfReader, content: bytes) -> Iterator[Part]:
    root = inside(reader.trailer, "/Root")
    if _SCRIPT.search(content) or "/JavaScript" in inside(root, "/Names"):
        yield DocumentRemark(
            RemarkKind.PROGRAM, "Dokumen ini membawa perintah yang berjalan saat dibuka"
        )
    attached = list(islice(reader.attachment_list, _MOST_NOTES))
    if attached:
        message = f"Dokumen ini membawa {len(attached)} berkas lampiran di dalamnya"
        yield DocumentRemark(RemarkKind.PROGRAM, message)
    for each in attached:
        yield Inner(each.name, each.content)
    yield from _pictures(reader)


def _pictures(reader: PdfReader) -> Iterator[Inner]:
    """Yield photographs as they were put in, with what the camera wrote; none is decoded."""
    for number, page in enumerate(islice(reader.pages, _MOST_PAGES), 1):
        drawn = inside(page, "/Resources", "/XObject")
        for name, reference in islice(drawn.items(), _MOST_NOTES):
            picture = reference.get_object()
            if isinstance(picture, EncodedStreamObject) and picture.get("/Filter") == "/DCTDecode":
                yield Inner(f"gambar{name} halaman {number}.jpg", picture.get_data())
