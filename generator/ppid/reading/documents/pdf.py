"""PDF documents: what is seen on the pages, and all else that is stored in them."""

import io
import logging
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import Any, Final

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    EncodedStreamObject,
    IndirectObject,
    NameObject,
    StreamObject,
)

from ppid.core.document import DocumentRemark, RemarkKind, unread
from ppid.reading.documents.families import ZIP
from ppid.reading.documents.office import is_personal_name
from ppid.reading.documents.package import Allowance, LockedError
from ppid.reading.documents.pdf_unseen import Unseen, comments_in, inside
from ppid.reading.documents.pieces import Inner, Part, Piece, is_legible
from ppid.reading.documents.xml_stream import UnreadableError, texts_of
from ppid.values.numbers import format_bulat

# What it says of damage are English sentences with bytes of the document; ours say it to readers.
logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)

_MOST_PAGES: Final = 400
_MOST_DRAWING: Final = 3_000_000
"""Bytes of drawing instructions in all pages: they take far longer than plain text."""
_LONGEST_PAGE: Final = 1_500_000
_MOST_NOTES: Final = 2_000
_MOST_OBJECTS: Final = 30_000
_MOST_BESIDES: Final = 1_000_000
"""Bytes of drawing instructions that no page uses."""
_DEEPEST_FORM: Final = 4
_FORMER: Final = 2
_PEOPLE: Final = {"/Author": "Pengarang"}
_END: Final = re.compile(rb"%%EOF\s*")
_SCRIPT: Final = re.compile(rb"/(?:JavaScript|JS)\b|/Launch\b")
_SCRIPTS: Final = frozenset({"/JavaScript", "/Launch", "/ImportData", "/Rendition"})
_SHOWN_NOTES: Final = frozenset(
    {"/FreeText", "/Widget", "/Link", "/Popup", "/Stamp", "/Redact", "/FileAttachment"}
)
"""Kinds of notes whose text is seen on the page, or that have none of their own."""
_FILLED_BY: Final = {
    **dict.fromkeys(("/Square", "/Circle", "/Polygon"), "/IC"),
    "/FreeText": "/C",
}
"""Kinds of notes that can lie over a text, and where the colour stands that fills them."""
_NOT_SHOWN: Final = 0x2
_CORNERS: Final = 4
_PLACES: Final = {
    "/Title": "penanda halaman",
    "/Contents": "catatan",
    "/RC": "catatan",
    "/T": "isian",
    "/V": "isian",
    "/DV": "isian",
    "/TU": "isian",
    "/JS": "perintah",
    "/URI": "tautan",
    "/F": "nama berkas",
    "/UF": "nama berkas",
    "/ActualText": "tulisan pengganti",
    "/Alt": "tulisan pengganti",
}
_NO_TEXTS: Final = frozenset({"/Font", "/FontDescriptor", "/Encrypt", "/Sig", "/XRef", "/ObjStm"})
"""Kinds of objects whose strings are no texts."""
_ALL_TURNS: Final = (0, 90, 180, 270)
"""Turns of texts that are read: all that pypdf knows."""
_OTHER_STREAMS: Final = frozenset(
    {"/Metadata", "/XRef", "/ObjStm", "/EmbeddedFile", "/Image", "/XML"}
    | {"/Type1C", "/CIDFontType0C", "/OpenType"}
)
"""What streams are said to be that draw nothing."""
_NO_FONTS: Final = {NameObject("/Font"): DictionaryObject()}
_OF_A_FONT: Final = "/Length1"
_SHOWS: Final = re.compile(rb"[)\]>]\s{0,9}(?:T[jJ]|['\"])(?=\s|\Z)")
"""Where a stream shows text."""
_WAYS_TO_LOOK: Final = 3
"""Of a note: as it lies there, below the pointer, and pressed down."""
_MOST_STATES: Final = 100
_LINEARIZED: Final = b"/Linearized"
_SIGNED: Final = b"/ByteRange"


def read(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield the text of every page, and what the document carries besides it."""
    reader = opened(content)
    pages = _Pages(reader, allowance)
    yield from pages.read("")
    yield from pages.remarks()
    yield from _properties(reader)
    yield from _Objects(reader, pages, allowance).read(content)
    ends = [found.end() for found in _END.finditer(content)]
    rest = content[ends[-1] :] if ends else b""
    if rest.strip(b"\0\r\n ") and not rest.startswith(ZIP):  # archives are looked for everywhere
        yield Inner("isi di belakang dokumen", rest)
        message = f"Di belakang akhir dokumen masih ada {format_bulat(len(rest))} byte isi lain"
        yield DocumentRemark(RemarkKind.TERSEMBUNYI, message, doubtful=True)
    ends = ends[:-1]
    if _LINEARIZED in content[:1024]:
        ends = ends[1:]
    if ends and _SIGNED not in content:
        message = "Versi sebelum perubahan terakhir masih tersimpan di dalamnya"
        yield DocumentRemark(RemarkKind.TERSEMBUNYI, message, doubtful=True)
    for end in ends[-_FORMER:]:
        yield from _Pages(opened(content[:end]), allowance).read("versi sebelumnya, ")


def opened(content: bytes) -> PdfReader:
    """Open a document, also one that asks for no password; raise LockedError for others."""
    reader = PdfReader(io.BytesIO(content), strict=False)
    try:
        if reader.is_encrypted and not reader.decrypt(""):
            raise LockedError
    except DependencyError as error:
        raise UnreadableError("isinya disandikan, dan sandinya tidak dikenal di sini") from error
    return reader


class _Pages:
    """The pages of a document, and what is counted over them."""

    def __init__(self, reader: PdfReader, allowance: Allowance) -> None:
        self._reader = reader
        self._allowance = allowance
        self.seen: list[object] = []
        """The objects that were handed on with the name of their page."""
        self.drawn: set[int] = set()
        """The streams by which something is drawn that was read."""
        self._known: set[int] = set()
        self._besides = _MOST_DRAWING
        """Bytes of drawing instructions that may still be read beside those of pages."""
        self._is_cut = False
        self._scans = self._notes = 0
        self._pictured: list[int] = []
        self._covered: list[int] = []
        self._pale: list[int] = []
        self._unknown: list[int] = []

    def read(self, version: str) -> Iterator[Part]:
        """Yield the texts, notes and photographs of the pages."""
        left = _MOST_DRAWING
        for number, page in enumerate(islice(self._reader.pages, _MOST_PAGES), 1):
            _lend_resources(page)
            self.drawn.update(map(id, _contents_of(page)))
            drawing = page.get_contents()
            instructions = drawing.get_data() if drawing is not None else b""
            size = drawing_cost(page, instructions)
            self._allowance.take(min(size, _LONGEST_PAGE))
            left -= min(size, _LONGEST_PAGE)
            if size > _LONGEST_PAGE or left < 0:
                why = f"halaman {number} terlalu besar"
                yield unread(why if left > 0 else f"{why}; juga sesudahnya")
                if left < 0:
                    return
                continue
            yield Piece(comments_in(instructions), f"{version}halaman {number}, di luar tulisan")
            yield from self._page(page, number, f"{version}halaman {number}")
        if len(self._reader.pages) > _MOST_PAGES:
            yield unread(f"yang dibaca hanya {_MOST_PAGES} halaman pertama")

    def _page(self, page: PageObject, number: int, place: str) -> Iterator[Part]:
        unseen = Unseen(page)
        text = _text_of(page.extract_text, unseen)
        yield Piece(text, place)
        yield Piece("\t\n".join(unseen.told), f"{place}, tulisan pengganti")
        self.drawn |= unseen.drawn
        notes = list(self._notes_upon(page, place))
        yield from notes
        # What a note says is mostly what it shows.
        noted = {"".join(part.text.split()) for part in notes if isinstance(part, Piece)}
        known: set[int] = set()
        pictures = list(_pictures(page, known, _DEEPEST_FORM))
        has_text, may_be_writing = bool(text.strip()), unseen.may_be_writing
        for drawing in _drawn_besides(page):
            pictures += _pictures(drawing, known, _DEEPEST_FORM)
            shown = self._shown(page, drawing) if self._take(drawing) else None
            if shown is None:
                continue
            text, look = shown
            has_text |= bool(text.strip())
            may_be_writing |= look.may_be_writing
            unseen.unknown_texts += look.unknown_texts
            if "".join(text.split()) not in noted:
                yield Piece(text, place)
            yield Piece("\t\n".join(look.told), f"{place}, tulisan pengganti")
            yield Piece(comments_in(drawing.get_data()), f"{place}, di luar tulisan")
        if not has_text:
            self._scans += bool(pictures) or may_be_writing
        elif any(_is_legible(picture) for _, picture in pictures):
            self._pictured.append(number)
        for box in _painted_notes(page):
            unseen.cover(box)
        if unseen.covered_texts:
            self._covered.append(number)
        if unseen.unknown_texts:
            self._unknown.append(number)
        # A scanned page keeps the words that a program read from its picture below it.
        if unseen.pale_texts or (unseen.bare_texts and not pictures):
            self._pale.append(number)
        for name, picture in pictures:
            # Photographs are looked into as they were put in, for what the camera wrote.
            if picture.get("/Filter") == "/DCTDecode" and self._take(picture):
                called = f"gambar{name} halaman {number}.jpg"
                yield Inner(called, picture.get_data(), told=True)  # by the remarks below

    def _shown(self, page: PageObject, drawing: Any) -> tuple[str, Unseen] | None:  # noqa: ANN401 — pypdf asks for one that is encoded
        """Return what a pattern or the look of a note shows; None where it is too large."""
        instructions = drawing.get_data()
        size = drawing_cost(drawing, instructions)
        self._allowance.take(min(size, _LONGEST_PAGE))
        self._besides -= size
        self.drawn.add(id(drawing))
        if self._besides < 0:
            self._is_cut = True
            return None
        look = Unseen(page, drawing)
        text = _text_of(partial(page.extract_xform_text, drawing), look)
        self.drawn |= look.drawn
        return text, look

    def _take(self, found: DictionaryObject) -> bool:
        """Note that an object is handed on; return whether it is the first time."""
        if id(found) in self._known:
            return False
        self._known.add(id(found))
        self.seen.append(found)
        return True

    def _notes_upon(self, page: PageObject, place: str) -> Iterator[Part]:
        """Yield the notes and form fields that lie upon a page."""
        for note in islice(page.annotations or (), _MOST_NOTES):
            look = note.get_object()
            if not isinstance(look, DictionaryObject) or not self._take(look):
                continue
            subtype = look.get("/Subtype")
            kind = "isian" if subtype == "/Widget" else "catatan"
            for key in ("/Contents", "/RC", "/V", "/DV", "/T", "/TU"):
                yield Piece(_text(look.get(key)), f"{place}, {kind}")
            self._notes += bool(subtype not in _SHOWN_NOTES and _text(look.get("/Contents")))
            if kind == "catatan" and is_personal_name(_text(look.get("/T"))):
                message = f"Nama pemberi catatan tersimpan pada {place}"
                yield DocumentRemark(RemarkKind.KETERANGAN, message)
            action = inside(look, "/A")
            if self._take(action):
                yield Piece(_text(action.get("/URI")), f"{place}, tautan")

    def remarks(self) -> Iterator[DocumentRemark]:
        """Yield what is to be said of all pages together."""
        if self._scans:
            count = format_bulat(self._scans)
            yield unread(f"{count} halaman hanya gambar, tulisannya tidak dibaca")
        if self._is_cut:
            yield unread("pola, cap, dan isian pada halamannya terlalu banyak", cut_short=True)
        if self._pictured:
            yield unread(f"tulisan pada gambar di {_pages(self._pictured)} tidak dibaca")
        if self._unknown:
            where = _pages(self._unknown)
            yield unread(f"hurufnya tidak dikenal di {where}, jadi tulisannya tidak dibaca")
        kind = RemarkKind.TERSEMBUNYI
        if self._covered:
            message = f"Ada tulisan yang tertutup kotak pada {_pages(self._covered)}"
            yield DocumentRemark(kind, message, doubtful=True)
        if self._pale:
            message = f"Ada tulisan putih atau yang tidak ditampakkan pada {_pages(self._pale)}"
            yield DocumentRemark(kind, message, doubtful=True)
        if self._notes:
            message = f"Ada {format_bulat(self._notes)} catatan yang ikut tersimpan"
            yield DocumentRemark(kind, message, doubtful=True)


def _pages(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"halaman {numbers[0]}"
    return f"{format_bulat(len(numbers))} halaman, mulai halaman {numbers[0]}"


def _text_of(extract: Callable[..., str], look: Unseen) -> str:
    """Return the text of a page or of another drawing; `look` follows how it is drawn.

    Texts that run into different directions are read one after another: a number across a line
    would be part of it.
    """
    text = extract(
        orientations=_ALL_TURNS,
        visitor_operand_before=look.before,
        visitor_operand_after=look.after,
    )
    if len(look.turns) > 1:
        return "\n".join(extract(orientations=(turn,)) for turn in _ALL_TURNS)
    return text


def _lend_resources(page: PageObject) -> None:
    """Let forms that bring no resources use those of their page, as viewers do."""
    resources = inside(page, "/Resources")
    for reference in islice(inside(resources, "/XObject").values(), _MOST_NOTES):
        form = reference.get_object()
        if isinstance(form, StreamObject) and form.get("/Subtype") == "/Form":
            _lend(form, resources)


def _painted_notes(page: PageObject) -> Iterator[list[float]]:
    """Yield the boxes of notes that are filled with a colour through which nothing is seen."""
    for note in islice(page.annotations or (), _MOST_NOTES):
        look = note.get_object()
        if not isinstance(look, DictionaryObject):
            continue
        key = _FILLED_BY.get(str(look.get("/Subtype")), "")
        colour, box = (_numbers(look.get(each)) for each in (key, "/Rect"))
        opaque, flags = look.get("/CA", 1), look.get("/F", 0)
        clear = isinstance(opaque, int | float) and opaque < 1
        unseen = isinstance(flags, int) and flags & _NOT_SHOWN
        if colour and len(box) == _CORNERS and not clear and not unseen:
            yield box


def _drawn_besides(page: PageObject) -> Iterator[StreamObject]:
    """Yield the patterns that fill stretches of a page, and how notes and form fields look."""
    resources = inside(page, "/Resources")
    drawings: list[Any] = list(islice(inside(resources, "/Pattern").values(), _MOST_NOTES))
    for note in islice(page.annotations or (), _MOST_NOTES):
        look = note.get_object()
        looks = inside(look, "/AP") if isinstance(look, DictionaryObject) else {}
        for each in islice(looks.values(), _WAYS_TO_LOOK):
            found = each.get_object()
            states = isinstance(found, DictionaryObject) and not isinstance(found, StreamObject)
            drawings += islice(found.values(), _MOST_STATES) if states else [found]
    for each in drawings:
        drawing = each.get_object()
        if isinstance(drawing, StreamObject):
            _lend(drawing, resources)
            yield drawing


def _lend(drawing: StreamObject, resources: DictionaryObject) -> None:
    """Let what brings no resources use others, as viewers do."""
    if "/Resources" not in drawing:
        drawing[NameObject("/Resources")] = resources


def _contents_of(page: PageObject) -> list[object]:
    """Return the streams whose instructions draw a page."""
    contents = page.get("/Contents")
    found = contents.get_object() if contents is not None else None
    if isinstance(found, ArrayObject):
        return [each.get_object() for each in islice(found, _MOST_OBJECTS)]
    return [found]


def _numbers(value: Any) -> list[float]:  # noqa: ANN401 — a PDF may hold anything anywhere
    found = value.get_object() if value is not None else None
    listed = found if isinstance(found, ArrayObject) else ()
    return [float(each) for each in listed if isinstance(each, int | float)]


def _is_legible(picture: DictionaryObject) -> bool:
    """Return whether a picture is large enough for writing; one of no known size is."""
    size = [picture.get(key) for key in ("/Width", "/Height")]
    width, height = (each if isinstance(each, int) else 1_000 for each in size)
    return is_legible(width, height)


def _pictures(
    drawn: DictionaryObject, known: set[int], deepest: int
) -> Iterator[tuple[str, EncodedStreamObject]]:
    """Yield the pictures on a page and in its forms, each once."""
    for name, reference in islice(inside(drawn, "/Resources", "/XObject").items(), _MOST_NOTES):
        found = reference.get_object()
        if not isinstance(found, StreamObject) or id(found) in known:
            continue
        known.add(id(found))
        if found.get("/Subtype") == "/Image" and isinstance(found, EncodedStreamObject):
            yield name, found
        elif found.get("/Subtype") == "/Form" and deepest:
            yield from _pictures(found, known, deepest - 1)


def drawing_cost(drawn: DictionaryObject, drawing: bytes) -> int:
    """Return the bytes of drawing that a page comes to: forms inside forms can multiply them."""
    return _cost(drawn, drawing, _DEEPEST_FORM, {})


def _cost(
    drawn: DictionaryObject, drawing: bytes, deepest: int, known: dict[tuple[int, int], int]
) -> int:
    """Return the cost of a form or page: what it draws, and at each “Do” the costliest form."""
    named = inside(drawn, "/Resources", "/XObject")
    largest = _costliest(named, deepest, known) if named else 0
    return len(drawing) + drawing.count(b"Do") * largest


def _costliest(named: DictionaryObject, deepest: int, known: dict[tuple[int, int], int]) -> int:
    """Return the largest cost of the forms in a list of names, which many forms may share."""
    key = (id(named), deepest)
    if key not in known:
        forms = [
            form
            for each in islice(named.values(), _MOST_NOTES)
            if isinstance(form := each.get_object(), StreamObject)
            and form.get("/Subtype") == "/Form"
        ]
        if forms and not deepest:
            known[key] = _LONGEST_PAGE + 1
        else:
            costs = (_cost(form, form.get_data(), deepest - 1, known) for form in forms)
            known[key] = max(costs, default=0)
    return known[key]


def _text(value: Any) -> str:  # noqa: ANN401 — a PDF may hold anything anywhere
    return str(value) if isinstance(value, str) and not isinstance(value, NameObject) else ""


def _properties(reader: PdfReader) -> Iterator[Part]:
    for key, value in (reader.metadata or {}).items():
        text = _text(value)
        label = _PEOPLE.get(key) or key.removeprefix("/")
        yield Piece(text, f"properti “{label}”")
        if key in _PEOPLE and is_personal_name(text):
            yield DocumentRemark(RemarkKind.KETERANGAN, f"Properti “{label}” menyebut nama orang")


class _Objects:
    """All objects of a document, whether a page leads to them or not, each once."""

    def __init__(self, reader: PdfReader, pages: _Pages, allowance: Allowance) -> None:
        self._reader = reader
        self._allowance = allowance
        self._left = _MOST_BESIDES
        self._drawn = pages.drawn
        self._orphans: list[Any] = []
        """What may be drawn, but on no page that was read."""
        self._told = {id(each) for each in pages.seen}
        """Objects whose texts were handed on before."""
        self._told.add(id(inside(reader.trailer, "/Info")))
        self._seen = set[int]()
        self._attached = set[int]()
        self._nameless: list[StreamObject] = []
        self._texts: dict[str, list[str]] = {}
        self._counted = Counter[str]()

    def read(self, content: bytes) -> Iterator[Part]:
        """Yield attached files, texts beside the pages, and remarks."""
        numbers = [(at, 0) for at in self._reader.xref_objStm]
        for generation, known in self._reader.xref.items():
            numbers += ((number, generation) for number in known)
        for number, generation in islice(sorted(set(numbers)), _MOST_OBJECTS):
            reference = IndirectObject(number, generation, self._reader)
            try:
                found = reference.get_object()
            # One damaged object says nothing about the others.
            except Exception:  # noqa: BLE001 — what libraries raise is not foreseeable
                self._counted["rusak"] += 1
                continue
            yield from self._object(found)
        yield from self._unused()
        if damaged := self._counted["rusak"]:
            yield unread(f"{format_bulat(damaged)} bagian di dalamnya rusak, jadi tidak dibaca")
        for attached in self._nameless:
            if id(attached) not in self._attached:
                self._counted["lampiran"] += 1
                yield Inner("lampiran", attached.get_data())
        if len(numbers) > _MOST_OBJECTS:
            yield unread(f"yang dibaca hanya {format_bulat(_MOST_OBJECTS)} bagian pertama")
        for place, texts in self._texts.items():
            yield Piece("\t\n".join(texts), place)
        yield from self._remarks(content)

    def _object(self, found: object) -> Iterator[Part]:
        """Look into an object and those that are written inside it."""
        left: list[object] = [found]
        while left:
            each = left.pop()
            if isinstance(each, ArrayObject):
                left += each
                if texts := [text for value in each if (text := _text(value))]:
                    self._texts.setdefault("tulisan di luar halaman", []).extend(texts)
            if not isinstance(each, DictionaryObject) or id(each) in self._seen:
                continue
            self._seen.add(id(each))
            if each.get("/Type") in _NO_TEXTS:
                continue
            left += each.values()
            for key, value in each.items() if id(each) not in self._told else ():
                if text := _text(value):
                    place = _PLACES.get(key, "tulisan di luar halaman")
                    self._texts.setdefault(place, []).append(text)
            yield from self._carried(each)

    def _carried(self, found: DictionaryObject) -> Iterator[Part]:
        if found.get("/S") in _SCRIPTS or "/JS" in found:
            self._counted["perintah"] += 1
        if found.get("/Subtype") == "/Redact":
            self._counted["redaksi"] += 1
        if found.get("/Subtype") in {"/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"}:
            self._counted["rekaman"] += 1
        if "/XFA" in found:
            forms: Any = found["/XFA"].get_object()
            for form in forms if isinstance(forms, ArrayObject) else [forms]:
                stream = form.get_object()
                if isinstance(stream, StreamObject):
                    # Its parts need not be whole by themselves.
                    yield Inner("formulir.txt", stream.get_data())
        if "/EF" in found:
            name = _text(found.get("/UF")) or _text(found.get("/F")) or "lampiran"
            for stream in dict.fromkeys(inside(found, "/EF").values()):
                attached = stream.get_object()
                if isinstance(attached, StreamObject) and id(attached) not in self._attached:
                    self._attached.add(id(attached))
                    self._counted["lampiran"] += 1
                    yield Inner(name, attached.get_data())
        if isinstance(found, StreamObject):
            yield from self._stream(found)

    def _stream(self, found: StreamObject) -> Iterator[Part]:
        if found.get("/Type") == "/Metadata" or found.get("/Subtype") == "/XML":
            yield Piece(texts_of(found.get_data()), "keterangan XMP")
        elif found.get("/Type") == "/EmbeddedFile":
            self._nameless.append(found)
        elif id(found) not in self._told and found.get("/Filter") == "/DCTDecode":
            yield Inner("gambar.jpg", found.get_data())
        elif id(found) not in self._drawn and _OF_A_FONT not in found:
            said = {str(found.get(key)) for key in ("/Type", "/Subtype")}
            if not said & _OTHER_STREAMS:
                self._orphans.append(found)

    def _unused(self) -> Iterator[Part]:
        """Yield the texts of drawings that no page uses, such as those of a former page."""
        page = next(iter(self._reader.pages), None)
        for drawing in self._orphans:
            try:
                instructions = drawing.get_data()
            except Exception:  # noqa: BLE001 — what libraries raise is not foreseeable
                self._counted["rusak"] += 1
                continue
            self._allowance.take(len(instructions))
            if page is None or not (b"BT" in instructions and _SHOWS.search(instructions)):
                continue
            _lend(drawing, inside(page, "/Resources") or DictionaryObject(_NO_FONTS))
            self._left -= drawing_cost(drawing, instructions)
            if self._left < 0:
                yield unread("gambar yang tidak dipakai di dalamnya terlalu besar", cut_short=True)
                return
            yield Piece(page.extract_xform_text(drawing, _ALL_TURNS), "tulisan di luar halaman")
            yield Piece(comments_in(instructions), "tulisan di luar halaman")

    def _remarks(self, content: bytes) -> Iterator[DocumentRemark]:
        if self._counted["perintah"] or _SCRIPT.search(content):
            message = "Dokumen ini membawa perintah yang berjalan saat dibuka"
            yield DocumentRemark(RemarkKind.PROGRAM, message)
        if count := self._counted["lampiran"]:
            message = f"Dokumen ini membawa {format_bulat(count)} berkas lampiran di dalamnya"
            yield DocumentRemark(RemarkKind.PROGRAM, message)
        if count := self._counted["redaksi"]:
            message = f"Ada {format_bulat(count)} penutup tulisan (redaksi) yang belum diterapkan"
            yield DocumentRemark(RemarkKind.TERSEMBUNYI, message)
        if self._counted["rekaman"]:
            yield unread("rekaman di dalamnya tidak dibaca")
        layers = inside(self._reader.trailer, "/Root", "/OCProperties", "/D")
        off = layers.get("/OFF")
        if layers.get("/BaseState") == "/OFF" or (off is not None and off.get_object()):
            message = "Ada lapisan yang disembunyikan"
            yield DocumentRemark(RemarkKind.TERSEMBUNYI, message, doubtful=True)
