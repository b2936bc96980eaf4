"""Documents made by code: each with the rules that must speak of it, and no others.

The only personal numbers are samples that the documentation of software libraries prints; names are
invented.
"""

import io
import re
import warnings
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from docx import Document
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfWriter
from pypdf.actions import JavaScript
from pypdf.annotations import Text
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from ppid.reading.documents.book import NoWorkbookError
from ppid.reading.documents.opening import open_workbook

NIK = "3204110609970001"
OTHER_NIK = "6408132511960005"
NPWP = "01.312.166.0-091.000"
MOBILE = "0812-1234-1100"
MAIL = "karangan.satu@gmail.com"
NAME = "Siti Wiraseta, S.H."
FIXED = datetime(2019, 1, 10, tzinfo=UTC).replace(tzinfo=None)


class Case(NamedTuple):
    """A document, the rules that speak of it, and words that must be in what they say."""

    name: str
    content: bytes
    rules: frozenset[str] = frozenset()
    said: tuple[str, ...] = ()


def case(name: str, content: bytes, *rules: str, said: tuple[str, ...] = ()) -> Case:
    return Case(name, content, frozenset(rules), said)


# ---------------------------------------------------------------- workbooks


def book(fill: Callable[[Workbook], None] = lambda _book: None) -> bytes:
    made = Workbook()
    made.properties.creator = "Dinas Contoh"
    made.properties.created = made.properties.modified = FIXED
    sheet = made.active
    assert sheet is not None
    sheet.title = "Rekap"
    for row in (("Bulan", "Permohonan"), ("Januari", 12), ("Februari", 9)):
        sheet.append(row)
    fill(made)
    return saved(made)


def saved(made: Workbook) -> bytes:
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def add_parts(content: bytes, parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO(content)
    with zipfile.ZipFile(buffer, "a") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def hidden_sheet(state: str) -> Callable[[Workbook], None]:
    def fill(made: Workbook) -> None:
        sheet = made.create_sheet("Data")
        sheet["B7"] = f"NIK {NIK}"
        sheet.sheet_state = state

    return fill


def empty_hidden_sheet(made: Workbook) -> None:
    made.create_sheet("Kosong").sheet_state = "hidden"


def choices(made: Workbook) -> None:
    sheet = made.create_sheet("Pilihan")
    for value in ("klasifikasi", "berkala", "setiap-saat", "serta-merta"):
        sheet.append([value])
    sheet.sheet_state = "veryHidden"
    made.defined_names["klasifikasi"] = DefinedName("klasifikasi", attr_text="Pilihan!$A$2:$A$4")
    for formula in ("klasifikasi", "Pilihan!$A$2:$A$4"):
        rule = DataValidation(type="list", formula1=formula)
        rule.add("C2:C10")
        made["Rekap"].add_data_validation(rule)


def choices_with_more(made: Workbook) -> None:
    choices(made)
    made["Pilihan"]["D9"] = "catatan petugas"


def hidden_row(made: Workbook) -> None:
    made["Rekap"].row_dimensions[2].hidden = True


def hidden_column(made: Workbook) -> None:
    made["Rekap"].column_dimensions["B"].hidden = True


def hidden_empty_column(made: Workbook) -> None:
    made["Rekap"].column_dimensions["H"].hidden = True


def comment(made: Workbook) -> None:
    made["Rekap"]["B2"].comment = Comment(f"tanya {MAIL}", "user")


def numbers(made: Workbook) -> None:
    made["Rekap"]["C5"] = int(NIK)


def account_column(made: Workbook) -> None:
    sheet = made.create_sheet("Penerima")
    sheet.append(["Penerima", "No. Rekening", "Jumlah"])
    sheet.append(["Karangan", 1234567890, 250000])


def lost_noughts(made: Workbook) -> None:
    sheet = made.create_sheet("Penerima")
    sheet.append(["Penerima", "Nomor HP", "NPWP", "Jumlah"])
    sheet.append(["Karangan", int(MOBILE.replace("-", "")), int(re.sub(r"[.-]", "", NPWP)), 250000])


def boxes(made: Workbook) -> None:
    sheet = made.create_sheet("Formulir")
    sheet.append(["Nama", "Karangan"])
    sheet.append(["NIK", *map(int, NIK)])


def counts(made: Workbook) -> None:
    sheet = made.create_sheet("Hitungan")
    for row in ("1234567890123456", NIK, "0000100200300400", "9080706050403020"):
        sheet.append(["Kelurahan", *map(int, row)])


def column_of_counts(made: Workbook) -> None:
    sheet = made.create_sheet("Hitungan")
    for digit in NIK:
        sheet.append([int(digit)])


def codes(made: Workbook) -> None:
    sheet = made.create_sheet("Inventaris")
    sheet.append(["Kode Barang", "Nomor Seri", "NUPTK"])
    sheet.append([NIK, MOBILE.replace("-", ""), NIK])


def budget_codes(made: Workbook) -> None:
    sheet = made.create_sheet("DPA")
    sheet.append(["Kode Rekening", "Uraian", "Jumlah"])
    sheet.append(["5.1.02.01.01.0024", "Belanja alat tulis", 12345678901])
    sheet.append(["5.1.02.01.01.0026", "Belanja cetak", 1399601019900])


def author(made: Workbook) -> None:
    made.properties.creator = NAME


def custom_property(made: Workbook) -> None:
    made.custom_doc_props.append(StringProperty(name="Catatan", value=f"NIK {NIK}"))


def sheet_name(made: Workbook) -> None:
    made.create_sheet(NIK)


def large_cell() -> bytes:
    text = b"kata " * 2_000_000
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>' + text + NIK.encode() + b"</t></is></c></row>"
        b"</sheetData></worksheet>"
    )
    return replaced(book(), "xl/worksheets/sheet1.xml", sheet)


def far_cells() -> bytes:
    """Two cells at far corners: a reader that makes a grid of them needs 400 GB."""
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>'
        b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>b</t></is></c></row>'
        b"</sheetData></worksheet>"
    )
    return replaced(book(), "xl/worksheets/sheet1.xml", sheet)


def replaced(content: bytes, name: str, part: bytes) -> bytes:
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.namelist():
            new.writestr(entry, part if entry == name else old.read(entry))
    return buffer.getvalue()


def workbooks() -> Iterator[Case]:
    yield case("rekap.xlsx", book())
    yield case(
        "tersembunyi.xlsx",
        book(hidden_sheet("hidden")),
        *("PRI-001", "PRI-006"),
        said=("di lembar tersembunyi “Data”, sel B7", "Lembar “Data” tersembunyi"),
    )
    yield case("rapat.xlsx", book(hidden_sheet("veryHidden")), "PRI-001", "PRI-006")
    yield case("kosong.xlsx", book(empty_hidden_sheet))
    yield case("pilihan.xlsx", book(choices))
    yield case("pilihan-lebih.xlsx", book(choices_with_more), "PRI-006")
    yield case("baris.xlsx", book(hidden_row), "PRI-006", said=("mulai baris 2",))
    yield case("kolom.xlsx", book(hidden_column), "PRI-006", said=("(B)",))
    yield case("kolom-kosong.xlsx", book(hidden_empty_column))
    yield case("komentar.xlsx", book(comment), "PRI-006", "PRI-004", said=("pada sel B2",))
    yield case("angka.xlsx", book(numbers), "PRI-001", said=("sel C5",))
    yield case("rekening.xlsx", book(account_column), "PRI-003", said=("sel B2",))
    yield case(
        "nol-hilang.xlsx", book(lost_noughts), "PRI-002", "PRI-005", said=("sel B2", "sel C2")
    )
    yield case("kotak.xlsx", book(boxes), "PRI-001", said=("sel B2",))
    yield case("hitungan.xlsx", book(counts))
    yield case("hitungan-turun.xlsx", book(column_of_counts))
    yield case("kode.xlsx", book(codes))
    yield case("dpa.xlsx", book(budget_codes))
    yield case("pengarang.xlsx", book(author), "PRI-007", said=("“Pengarang”",))
    yield case("properti.xlsx", book(custom_property), "PRI-001", said=("“Catatan”",))
    yield case("nama-lembar.xlsx", book(sheet_name), "PRI-001")
    pivot = f'<pivotCacheRecords><r><s v="{NIK}"/></r></pivotCacheRecords>'.encode()
    cache = {"xl/pivotCache/pivotCacheRecords1.xml": pivot}
    yield case("pivot.xlsx", add_parts(book(), cache), "PRI-001", "PRI-006")
    link = b'<externalLink><cell r="A1"><v>catatan</v></cell></externalLink>'
    external = {"xl/externalLinks/externalLink1.xml": link}
    yield case("tautan-luar.xlsx", add_parts(book(), external), "PRI-006")
    yield case("makro.xlsx", add_parts(book(), {"xl/vbaProject.bin": b"VBA"}), "BRK-013")
    joined = {"xl/connections.xml": b"<connections/>"}
    yield case("sambungan.xlsx", add_parts(book(), joined), "BRK-013")
    thread = f'<ThreadedComments><threadedComment ref="D4"><text>{NIK}</text></threadedComment>'
    threads = {
        "xl/threadedComments/threadedComment1.xml": f"{thread}</ThreadedComments>".encode(),
        "xl/persons/person.xml": f'<people><person displayName="{NAME}"/></people>'.encode(),
    }
    yield case(
        "utas.xlsx", add_parts(book(), threads), "PRI-001", "PRI-006", "PRI-007", said=("sel D4",)
    )
    inner = {"xl/embeddings/data.xlsx": book(hidden_sheet("hidden"))}
    yield case(
        "sematan.xlsx",
        add_parts(book(), inner),
        *("PRI-001", "PRI-006", "BRK-013"),
        said=("di dalam “xl/embeddings/data.xlsx”",),
    )
    yield case("sel-10-mb.xlsx", large_cell(), "PRI-001")
    yield case("sel-jauh.xlsx", far_cells())
    yield case("terpotong.xlsx", book()[:-400], "BRK-012")


# ---------------------------------------------------------------- Word and OpenDocument


def document(*paragraphs: str, creator: str = "Dinas Contoh") -> bytes:
    made = Document()
    made.core_properties.author = creator
    made.core_properties.created = made.core_properties.modified = FIXED
    for text in paragraphs:
        made.add_paragraph(text)
    buffer = io.BytesIO()
    made.save(buffer)
    # The template of the library carries a picture of itself.
    return without(buffer.getvalue(), "docProps/thumbnail.jpeg")


def without(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        return archive({each: old.read(each) for each in old.namelist() if each != name})


def with_body(body: str) -> bytes:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    part = f'<w:document xmlns:w="{w}"><w:body><w:p>{body}</w:p></w:body></w:document>'
    return replaced(document(), "word/document.xml", part.encode())


def open_document(body: str, meta: str = "", sort: str = "spreadsheet") -> bytes:
    prefixes = ("office", "table", "text", "style", "dc", "number", "xlink", "fo")
    names = "".join(f' xmlns:{p}="urn:{p}"' for p in prefixes)
    content = f"<office:document-content{names}>{body}</office:document-content>"
    about = f"<office:document-meta{names}>{meta}</office:document-meta>"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{sort}")
        archive.writestr("content.xml", content)
        archive.writestr("meta.xml", about)
    return buffer.getvalue()


def office_texts() -> Iterator[Case]:
    yield case("naskah.docx", document("Laporan layanan informasi tahun 2019."))
    yield case("nik.docx", document(f"Pemohon: {NIK}"), "PRI-001", said=("di isi",))
    yield case("penulis.docx", document("Laporan.", creator=NAME), "PRI-007")
    split = f"<w:r><w:t>{NIK[:7]}</w:t></w:r><w:r><w:t>{NIK[7:]}</w:t></w:r>"
    yield case("terbelah.docx", with_body(split), "PRI-001")
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{d}</w:t></w:r></w:p></w:tc>" for d in NIK)
    yield case("kotak.docx", with_body(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"), "PRI-001")
    rows = cells.replace("<w:tc>", "<w:tr><w:tc>").replace("</w:tc>", "</w:tc></w:tr>")
    yield case("kotak-turun.docx", with_body(f"<w:tbl>{rows}</w:tbl>"))
    changed = f'<w:del w:author="x"><w:r><w:delText>{NIK}</w:delText></w:r></w:del>'
    yield case("dilacak.docx", with_body(changed), "PRI-001", "PRI-007")
    vanished = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>catatan petugas</w:t></w:r>"
    yield case("samar.docx", with_body(vanished), "PRI-006")
    table = '<table:table table:name="Data" table:style-name="ta2">{}</table:table>'
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    row = f"<table:table-row>{cell}</table:table-row>"
    yield case("rekap.ods", open_document(table.format(row.format("Januari"))))
    unseen = '<style:table-properties table:display="false"/>'
    hidden = f'<style:style style:name="ta2">{unseen}</style:style>'
    yield case(
        "tersembunyi.ods",
        open_document(hidden + table.format(row.format(NIK))),
        *("PRI-001", "PRI-006"),
        said=("sel A1", "Lembar “Data” tersembunyi"),
    )
    collapsed = row.replace("row>", 'row table:visibility="collapse">', 1)
    yield case("baris.ods", open_document(table.format(collapsed.format("x"))), "PRI-006")
    mixed = f"<text:p>NIK {NIK[:4]}<text:span>{NIK[4:9]}</text:span>{NIK[9:]}</text:p>"
    yield case("campur.odt", open_document(mixed, sort="text"), "PRI-001")
    meta = f"<dc:creator>{NAME}</dc:creator>"
    yield case("pengarang.odt", open_document("<text:p>x</text:p>", meta, "text"), "PRI-007")
    tracked = "<text:tracked-changes/><text:p>x</text:p>"
    yield case("dilacak.odt", open_document(tracked, sort="text"), "PRI-007")


# ---------------------------------------------------------------- PDF


def page(writer: PdfWriter, text: str) -> None:
    made = writer.add_blank_page(width=595, height=842)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): font})
    made[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    drawing = DecodedStreamObject()
    drawing.set_data(f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET".encode())
    made[NameObject("/Contents")] = writer._add_object(drawing)  # noqa: SLF001


def pdf(*texts: str, change: Callable[[PdfWriter], object] = lambda _writer: None) -> bytes:
    writer = PdfWriter()
    for text in texts or ("Laporan layanan informasi 2019",):
        page(writer, text)
    change(writer)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def add_photo(writer: PdfWriter) -> None:
    """Put a photograph on the first page as it came from the camera."""
    picture = StreamObject.initialize_from_dictionary(
        {
            "__streamdata__": photograph("JPEG", exif=exif(place=True)),
            NameObject("/Subtype"): NameObject("/Image"),
            NameObject("/Filter"): NameObject("/DCTDecode"),
            NameObject("/Width"): NumberObject(4),
            NameObject("/Height"): NumberObject(4),
        }
    )
    drawn = DictionaryObject({NameObject("/Foto"): writer._add_object(picture)})  # noqa: SLF001
    resources = writer.pages[0]["/Resources"].get_object()
    assert isinstance(resources, DictionaryObject)
    resources[NameObject("/XObject")] = drawn


def revised(content: bytes) -> bytes:
    """Append a revision, as programs do that save quickly: what was there before stays."""
    start = content.rindex(b"startxref")
    return content + b"% perubahan\n" + content[start:]


def pdfs() -> Iterator[Case]:
    yield case("laporan.pdf", pdf())
    yield case("teks.pdf", pdf("Satu", f"NIK {NIK}"), "PRI-001", said=("di halaman 2",))
    yield case(
        "pengarang.pdf",
        pdf(change=lambda w: w.add_metadata({"/Author": NAME, "/Producer": "pypdf"})),
        "PRI-007",
    )
    yield case(
        "kantor.pdf",
        pdf(change=lambda w: w.add_metadata({"/Author": "Dinas Contoh", "/Creator": "Writer"})),
    )
    note = Text(text=f"tanya {NIK}", rect=(50, 50, 70, 70))
    noted = pdf(change=lambda w: w.add_annotation(0, note))
    yield case("catatan.pdf", noted, "PRI-001", "PRI-006", said=("Ada 1 catatan",))
    yield case(
        "lampiran.pdf",
        pdf(change=lambda w: w.add_attachment("data.xlsx", book(hidden_sheet("hidden")))),
        *("PRI-001", "PRI-006", "BRK-013"),
        said=("di dalam “data.xlsx”",),
    )
    yield case(
        "perintah.pdf",
        pdf(change=lambda w: w.add_open_action(JavaScript("app.alert(1)"))),
        "BRK-013",
    )
    yield case(
        "terkunci.pdf", pdf(change=lambda w: w.encrypt("rahasia", algorithm="RC4-128")), "BRK-012"
    )
    yield case("berfoto.pdf", pdf(change=add_photo), "PRI-007", said=("GPS", "halaman 1.jpg"))
    yield case("versi-lama.pdf", revised(pdf()), "PRI-006")
    yield case("terpotong.pdf", pdf()[:150], "BRK-012")
    yield case("hanya-kepala.pdf", b"%PDF-1.7\n%%EOF\n", "BRK-012")


# ---------------------------------------------------------------- images


def photograph(sort: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (4, 4)).save(buffer, sort, **options)
    return buffer.getvalue()


def exif(*, place: bool = False, artist: str = "", serial: str = "") -> Image.Exif:
    made = Image.Exif()
    if place:
        made.get_ifd(0x8825).update({1: "S", 2: (6.0, 14.0, 17.0), 3: "E", 4: (106.0, 58.0, 32.0)})
        made[0x8825] = made.get_ifd(0x8825)
    if artist:
        made[315] = artist
    if serial:
        made[0x8769] = {0xA431: serial}
    return made


def png_with(*chunks: tuple[str, str], behind: bool = False) -> bytes:
    info = PngInfo()
    for key, value in chunks:
        info.add_itxt(key, value, zip=True)
    content = photograph("PNG", pnginfo=info)
    if not behind:
        return content
    at = content.index(b"iTXt") - 4
    length = int.from_bytes(content[at : at + 4], "big") + 12
    end = content.index(b"IEND") - 4
    return content[:at] + content[at + length : end] + content[at : at + length] + content[end:]


def images() -> Iterator[Case]:
    yield case("kegiatan.jpg", photograph("JPEG"))
    yield case("kegiatan.png", photograph("PNG"))
    yield case("tempat.jpg", photograph("JPEG", exif=exif(place=True)), "PRI-007", said=("GPS",))
    yield case("tempat.webp", photograph("WEBP", exif=exif(place=True)), "PRI-007")
    yield case("pemotret.jpg", photograph("JPEG", exif=exif(artist=NAME)), "PRI-007")
    yield case("humas.jpg", photograph("JPEG", exif=exif(artist="Humas Pemkot"), quality=50))
    yield case("seri.jpg", photograph("JPEG", exif=exif(serial="A1234567")), "PRI-007")
    yield case("teks.png", png_with(("Comment", f"NIK {NIK}")), "PRI-001")
    yield case("belakang.png", png_with(("Author", NAME), behind=True), "PRI-007")
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><a>{NIK}</a></x:xmpmeta>".encode()
    yield case("xmp.jpg", photograph("JPEG", xmp=xmp), "PRI-001", said=("XMP",))
    yield case("rusak.png", b"\x89PNG\r\n\x1a\n" + bytes(40), "BRK-012")
    header = photograph("PNG")
    huge = header[:16] + (60_000).to_bytes(4, "big") * 2 + header[24:]
    yield case("raksasa.png", huge, "BRK-012")


# ---------------------------------------------------------------- archives, texts, disguises


def archive(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return buffer.getvalue()


def twice(name: str, *contents: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for content in contents:
            made.writestr(name, content)
    return buffer.getvalue()


def unlisted(first: bytes, second: bytes) -> bytes:
    """Put the members of an archive before another one whose directory knows nothing of them."""
    with zipfile.ZipFile(io.BytesIO(first)) as old:
        members = first[: old.start_dir]
    return members + second


def remarked(content: bytes, comment: bytes = b"", extra: bytes = b"") -> bytes:
    """Write the only member of an archive again, with what is said of it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w") as new:
        (entry,) = old.infolist()
        entry.comment, entry.extra = comment, extra
        new.writestr(entry, old.read(entry.filename))
    return buffer.getvalue()


class _Unseekable(io.BytesIO):
    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise io.UnsupportedOperation


def streamed(members: dict[str, bytes]) -> bytes:
    """Write an archive as programs do that learn the sizes of members only behind them."""
    buffer = _Unseekable()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return buffer.getvalue()


def locked(content: bytes) -> bytes:
    """Say in every header that the member is encrypted, as a locked archive does."""
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.find(mark)
        while start >= 0:
            flag = start + at
            content = content[:flag] + bytes([content[flag] | 1]) + content[flag + 1 :]
            start = content.find(mark, start + 4)
    return content


def nested(depth: int) -> bytes:
    content = archive({"isi.txt": NIK.encode()})
    for _ in range(depth):
        content = archive({"dalam.zip": content})
    return content


def others() -> Iterator[Case]:
    yield case("berkas.zip", archive({"daftar.csv": b"bulan,jumlah\nJanuari,12\n"}))
    yield case(
        "nik.zip",
        archive({"isi/data.csv": f"nama,nik\nKarangan,{NIK}\n".encode()}),
        *("PRI-001",),
        said=("di dalam “isi/data.csv”, sel B2",),
    )
    yield case("nama.zip", archive({f"ktp-{NIK}.txt": b"x"}), "PRI-001")
    yield case("bertingkat.zip", nested(2), "PRI-001")
    yield case("terlalu-dalam.zip", nested(9), "BRK-012")
    zeros = dict.fromkeys(("a.txt", "b.txt", "c.txt"), bytes(30_000_000))
    yield case("bom.zip", archive(zeros), "BRK-012")
    yield case("banyak.zip", archive({f"{n}.txt": b"" for n in range(6_000)}), "BRK-012")
    clean = archive({"a.txt": b"isi"})
    for name, content in {
        "di-belakang.zip": clean + f"NIK {NIK}".encode(),
        "kembar.zip": twice("a.txt", f"NIK {NIK}".encode(), b"isi"),
        "tak-terdaftar.zip": unlisted(archive({"b.txt": f"NIK {NIK}".encode() * 9}), clean),
        "tak-terdaftar.xlsx": unlisted(archive({"b.txt": f"NIK {NIK}".encode()}), book()),
        "sesudah-akhir.docx": document("Laporan.") + f"NIK {NIK}".encode(),
    }.items():
        yield case(name, content, "PRI-001", "PRI-006")
    yield case("komentar.zip", remarked(clean, comment=f"NIK {NIK}".encode()), "PRI-001")
    extra = b"\xfe\xca\x14\0NIK " + NIK.encode()
    yield case("tambahan.zip", remarked(clean, extra=extra), "PRI-001")
    yield case("mengalir.zip", streamed({"a.txt": b"isi", "b.txt": b"isi" * 99}))
    yield case("terkunci.zip", locked(archive({"a.txt": b"x"})), "BRK-012")
    yield case("jahat.zip", archive({"../../\x1b[31m\u202efdp.txt": NIK.encode()}), "PRI-001")
    yield case("rusak.zip", b"PK\x03\x04" + bytes(100), "BRK-012")
    yield case("daftar.csv", b"bulan,jumlah\nJanuari,12\n")
    rows = f"nama;hp;npwp\nKarangan;{MOBILE};{NPWP}\n".encode("utf-16")
    yield case("utf16.csv", rows, "PRI-002", "PRI-005", said=("sel B2", "sel C2"))
    yield case("kontrak.csv", f"penyedia,npwp\nCV Karangan,{NPWP}\n".encode())
    yield case("rekening.csv", b"nama,no rekening\nKarangan,1234567890\n", "PRI-003")
    yield case("kotak.csv", f"nama,{'d,' * 16}\nKarangan,{','.join(NIK)}\n".encode(), "PRI-001")
    put_together = '""&""'.join((NIK[:4], NIK[4:8], NIK[8:12], NIK[12:]))
    yield case("rumus.csv", f'nama,nik\nKarangan,"=""{put_together}"""\n'.encode(), "PRI-001")
    two = f"a,{NIK}\nb,{OTHER_NIK}\n".encode()
    yield case("dua.csv", two, "PRI-001", said=("Terbaca 2", "sel B1; sel B2"))
    yield case("titik.geojson", b'{"coordinates": [106.97557112345678, -6.2382701234567]}')
    yield case("nol.csv", b"a,b\0\n1,2\n", "BRK-012")
    yield case("kosong.pdf", b"", "BRK-012", said=("berkas ini kosong",))
    yield case("komputer-besar.csv", f"nama,nik\nKarangan,{NIK}".encode("cp500"), "BRK-012")
    yield case("sebenarnya-zip.pdf", archive({"a.txt": NIK.encode()}), "BRK-014", "PRI-001")
    yield case("sebenarnya-pdf.xlsx", pdf(f"NIK {NIK}"), "BRK-014", "PRI-001")
    yield case("sebenarnya-html.csv", b"<!doctype html><script>x()</script>")
    yield case("program.pdf", b"MZ" + bytes(200), "BRK-013", "BRK-014")
    yield case(
        "dua-muka.jpg", photograph("JPEG") + archive({"a.txt": NIK.encode()}), "PRI-001", "BRK-013"
    )
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + NIK.encode("utf-16-le") + bytes(50)
    yield case("lama.xls", old, "BRK-012", "PRI-001")
    video = b"\0\0\0\x18ftypmp42" + bytes(50) + b"\xa9xyz\0\x15-06.23+106.97/"
    yield case("rekaman.mp4", video, "PRI-007", "BRK-012")
    deep = "<a>" * 5_000 + "</a>" * 5_000
    yield case("dalam.odt", open_document(deep, sort="text"))
    laughs = '<!DOCTYPE x [<!ENTITY a "' + "ha" * 1000 + '"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    bomb = replaced(open_document("", sort="text"), "content.xml", laughs.encode())
    yield case("tawa.odt", bomb, "BRK-012")


CASES = [*workbooks(), *office_texts(), *pdfs(), *images(), *others()]


def refusal(name: str, content: bytes) -> str:
    """Open a file that is handed in; return why it is refused, nothing when it is opened."""
    try:
        open_workbook(name, content)
    except NoWorkbookError as error:
        return str(error)
    return ""
