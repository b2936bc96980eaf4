"""What hides in documents as other programs make them, and what is said when nothing can be read.

The files below `tahan/` were made by hand, each for one way of hiding; persons and numbers in them
are invented.
"""

import base64
import io
import json
import tracemalloc
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, NumberObject, StreamObject

from ppid.core.document import Contents, RemarkKind
from ppid.reading.documents import inspection, pdf_unseen, plain
from ppid.reading.documents.inspection import inspect
from ppid.reading.documents.opening import open_workbook
from ppid.values.identifiers import DataPribadi
from tests.growth import assert_even
from tests.reading.documents.files import (
    MOBILE,
    NIK,
    add_parts,
    add_photo,
    archive,
    book,
    document,
    exif,
    open_document,
    pdf,
    photograph,
    replaced,
    with_body,
)

FOLDER = Path(__file__).parent / "tahan"
HIDDEN, ABOUT, UNREAD, PROGRAM = (
    RemarkKind.TERSEMBUNYI,
    RemarkKind.KETERANGAN,
    RemarkKind.TAK_TERPERIKSA,
    RemarkKind.PROGRAM,
)
NUMBER = DataPribadi.NIK


class Told(NamedTuple):
    """Where a NIK was read, and of which kind the remarks are, with words of theirs."""

    place: str | None = None
    remarks: tuple[tuple[RemarkKind, str], ...] = ()


def remark(kind: RemarkKind, words: str, place: str | None = None) -> Told:
    return Told(place, ((kind, words),))


BEHIND_A_PICTURE = ((UNREAD, "tulisan pada gambar"), (HIDDEN, "20 byte"))
ATTACHED = "di dalam “daftar.csv”, sel B2"
SAVED_PAGE = (
    b"From: <Saved by Blink>\nSnapshot-Content-Location: https://contoh.go.id/\n"
    b"Subject: =?utf-8?q?Daftar?= =?utf-8?q?_nama?=\nMIME-Version: 1.0\n"
    b'Content-Type: multipart/related;\n\ttype="text/html"; boundary="B"\n\n\n'
    b"--B\nContent-Type: text/html\nContent-Transfer-Encoding: %s\n\n%s\n"
    b"--B\nContent-Type: image/gif\nContent-Transfer-Encoding: base64\n"
    b"Content-Location: https://contoh.go.id/a.gif\n\n%s\n--B--\n"
)
CASES = {
    "daftar-pilihan.xlsx": Told("daftar pilihan, lembar “Sheet”"),
    "dimampatkan.csv.gz": Told("di dalam “isi”, baris 2"),
    "gambar-pratinjau.xlsx": remark(HIDDEN, "gambar pratinjau"),
    "kepala-cetak.xlsx": Told("kepala cetak, lembar “Sheet”"),
    "komentar.gif": remark(UNREAD, "tulisan pada gambar", "komentar gambar"),
    "kotak-hitam.pdf": remark(HIDDEN, "tertutup kotak pada halaman 1"),
    "kotak-teks.xlsx": Told("kotak teks"),
    "pelolosan.json": Told("baris 1"),
    "pencetak.xlsx": remark(ABOUT, "Pengaturan pencetak"),
    "pindaian.pdf": remark(UNREAD, "1 halaman hanya gambar, tulisannya tidak dibaca"),
    "sesudah-akhir.jpg": Told("di dalam “isi di belakang gambar”, baris 1", BEHIND_A_PICTURE),
    "sesudah-akhir.png": Told("di dalam “isi di belakang gambar”, baris 1", BEHIND_A_PICTURE),
    "teks-putih.docx": Told(None, ((HIDDEN, "putih di atas putih"), (HIDDEN, "pratinjau"))),
    "exif.tif": Told(None, ((ABOUT, "nama pembuatnya"), (UNREAD, "gambar TIFF"))),
    "formulir-berbagi-sumber-40.pdf": Told(),
    "lembar-makro-excel4.xlsx": remark(PROGRAM, "lembar makro Excel 4"),
    "lembar-tersembunyi-nama-lain.xlsx": remark(HIDDEN, "“Catatan” tersembunyi"),
    "pdf-hasil-pindai.pdf": remark(UNREAD, "1 halaman hanya gambar"),
    "pdf-js-openaction-aliran-objek.pdf": remark(PROGRAM, "perintah"),
    "pdf-js-openaction-terbuka.pdf": remark(PROGRAM, "perintah"),
    "pdf-komentar.pdf": remark(HIDDEN, "1 catatan"),
    "pdf-lampiran-anotasi.pdf": remark(PROGRAM, "1 berkas lampiran", ATTACHED),
    "pdf-lampiran-biasa.pdf": remark(PROGRAM, "1 berkas lampiran", ATTACHED),
    "pdf-lapisan-tersembunyi.pdf": remark(HIDDEN, "lapisan"),
    "pdf-launch-terbuka.pdf": remark(PROGRAM, "perintah"),
    "pdf-redaksi-belum-diterapkan.pdf": remark(HIDDEN, "1 penutup tulisan"),
    "pdf-sandi-kosong.pdf": remark(ABOUT, "menyebut nama orang"),
    "teks-bersama-huruf-1M-4000.xlsx": Told(),
    "x.7z": remark(UNREAD, "arsip 7-Zip"),
    "x.eml": remark(ABOUT, "pengirim dan penerimanya", "di dalam “surat.txt”, baris 1"),
    "x.mdb": remark(UNREAD, "basis data Access"),
    "zip-berisi-rar.zip": Told(
        "di dalam “x.csv.gz”, di dalam “isi”, baris 2",
        (
            (UNREAD, "arsip RAR tidak dapat dibuka di sini (di dalam “x.rar”)"),
            (ABOUT, "pembuat"),
            (UNREAD, "gambar TIFF"),
        ),
    ),
}


def places(found: Contents, sort: DataPribadi = NUMBER) -> list[str]:
    return [trace.place for trace in found.traces if trace.sighting.sort is sort]


def test_every_file_has_its_case() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_what_hides_is_told(name: str) -> None:
    place, remarks = CASES[name]
    found = inspect(name, (FOLDER / name).read_bytes())
    assert places(found)[:1] == ([place] if place else [])
    assert [each.kind for each in found.remarks] == [kind for kind, _ in remarks]
    for each, (_, words) in zip(found.remarks, remarks, strict=True):
        assert words in each.message


RTF = (
    r"{\rtf1\ansi{\fonttbl{\f0 Arial;}}{\info{\author Siti Wiraseta}}"
    rf"\b {NIK[:6]}\b0 {NIK[6:12]}\'3{NIK[12]}\u5{NIK[13]}?{NIK[14:]}\par{{\v catatan}}}}"
)
MADE = {
    "gaya.html": f"<p>NIK <b>{NIK[:5]}</b><i style='x'>{NIK[5:]}</i></p>".encode(),
    "titel.html": f'<span title="NIK {NIK}">x</span>'.encode(),
    "utf-32.csv": f"nama,nik\nFulan,{NIK}\n".encode("utf-32"),
    "utf-32-tanpa-bom.txt": f"NIK {NIK}".encode("utf-32-be"),
    "naskah.rtf": RTF.encode(),
    "titik.svg": f"<svg><tspan>{NIK[:8]}</tspan><tspan>{NIK[8:]}</tspan></svg>".encode(),
    "biasa.dat": b"\0\1\2" + f"NIK {NIK}".encode("utf-16-le") + b"\0\0\3",
    "surat.eml": f"From: x@contoh.go.id\nSubject: NIK {NIK}\n\nisi\n".encode(),
}


B64 = base64.b64encode(f"<p>NIK {NIK}</p>".encode()).decode()
ESCAPED = "".join(f"\\u{ord(each):04x}" for each in NIK)
MADE |= {
    "alamat-data.html": f'<iframe src="data:text/html;base64,{B64}"></iframe>'.encode(),
    "alamat-data.css": f"a {{background: url(data:text/plain;base64,{B64})}}".encode(),
    "gambar-data.svg": f'<svg><image href="data:image/svg+xml;base64,{B64}"/></svg>'.encode(),
    "halaman-dalam.html": (
        '<iframe srcdoc="&lt;p&gt;NIK '
        + "".join(f"&amp;#{ord(each)};" for each in NIK)
        + '&lt;/p&gt;"></iframe>'
    ).encode(),
    "singkatan.svg": (
        f'<!DOCTYPE svg [<!ENTITY a "{NIK[:8]}"><!ENTITY b "&a;{NIK[8:]}">]>'
        "<svg><text>NIK &b;</text></svg>"
    ).encode(),
    "huruf-demi-huruf.svg": (
        "<svg>" + "".join(f'<text x="{n}" y="2">{each}</text>' for n, each in enumerate(NIK))
    ).encode(),
    "berkas.json": f'{{"isi": "{B64}", "sidik": "{"0a" * 32}"}}'.encode(),
    "bertingkat.json": json.dumps({"x": json.dumps({"y": '{"nik": "' + ESCAPED + '"}'})}).encode(),
}


@pytest.mark.parametrize("name", MADE)
def test_a_number_is_found_however_it_is_kept(name: str) -> None:
    assert len(places(inspect(name, MADE[name]))) == 1


FIELD = f'<w:fldSimple w:instr=" IF 1 NIK {NIK} "><w:r><w:t>x</w:t></w:r></w:fldSimple>'
PICTURE = f'<w:drawing><w:docPr descr="KTP {NIK}"/></w:drawing>'
CONTROL = f'<w:sdt><w:sdtPr><w:alias w:val="NIK {NIK}"/></w:sdtPr></w:sdt>'
NOTE = f"<text:p>a<office:annotation><text:p>NIK {NIK}</text:p></office:annotation></text:p>"
CHOICE = f'<table:content-validation table:condition="cell-content-is-in-list({NIK})"/>'
XFA = StreamObject.initialize_from_dictionary({"__streamdata__": f"<a>{NIK}</a>".encode()})
OTHERS = {
    "bidang.docx": lambda: with_body(FIELD),
    "gambar.docx": lambda: with_body(PICTURE),
    "isian.docx": lambda: with_body(CONTROL),
    "catatan.odt": lambda: open_document(NOTE, sort="text"),
    "pilihan.ods": lambda: open_document(CHOICE),
    "penanda.pdf": lambda: pdf(change=lambda w: w.add_outline_item(title=NIK, page_number=0)),
    "formulir.pdf": lambda: pdf(
        change=lambda w: w.root_object.update({NameObject("/XFA"): w._add_object(XFA)})  # noqa: SLF001
    ),
    "terkunci.pdf": lambda: pdf(NIK, change=lambda w: w.encrypt("", "kunci", algorithm="AES-256")),
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_stands_beside_the_text_is_read(name: str) -> None:
    assert len(places(inspect(name, OTHERS[name]()))) == 1


@pytest.mark.parametrize("name", ["a.mht", "a.mhtml", "a.html", "a.txt"])
def test_a_saved_page_is_opened(name: str) -> None:
    written = f"<p>NIK {NIK}</p>".encode()
    ways = {
        b"base64": base64.encodebytes(written),
        b"quoted-printable": b"".join(b"=%02X" % each for each in written[:40]) + written[40:],
    }
    picture = base64.encodebytes(photograph("GIF"))
    for way, stored in ways.items():
        found = inspect(name, SAVED_PAGE % (way, stored, picture))
        assert places(found) == ["di dalam “surat.html”, baris 1"]
        assert not found.remarks
    (told,) = inspect(name, SAVED_PAGE % (b"x-lain", b"", picture)).remarks
    assert told.kind is UNREAD


@pytest.mark.parametrize("way", ["q", "Q", "b"])
def test_a_number_in_an_encoded_header_is_found(way: str) -> None:
    words = []
    for half in (NIK[:9], NIK[9:]):
        written = half if way in "qQ" else base64.b64encode(half.encode()).decode()
        words.append(f"=?utf-8?{way}?{written}?=")
    found = inspect("a.eml", f"Subject: {words[0]}\n {words[1]}\n\nisi".encode())
    assert places(found) == ["kepala surat “Subject”"]


HEADERS = {
    "kata bersandi": b"Subject: " + b"=?utf-8?q?a?= " * 8_000,
    "kurung bertingkat": b"To: " + b"(a " * 30_000,
    "kurung siku": b"From: " + b"<" * 100_000,
    "parameter": b"Content-Type: text/plain" + b"".join(b"; name*%d*=a" % n for n in range(8_000)),
    "bagian bertingkat": b"".join(
        b"Content-Type: multipart/mixed; boundary=B%d\n\n--B%d\n" % (n, n) for n in range(2_000)
    ),
}


@pytest.mark.parametrize("name", HEADERS)
def test_no_header_of_a_letter_needs_much_memory(name: str) -> None:
    tracemalloc.start()
    try:
        found = inspect("a.eml", HEADERS[name] + f"\nX-A: NIK {NIK}\n\nisi".encode())
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()
    assert len(places(found)) == 1
    refused = name in {"parameter", "bagian bertingkat"}
    assert ["kepala suratnya terlalu panjang" in each.message for each in found.remarks] == (
        [True] * refused
    )


def test_a_section_that_is_not_shown_is_told() -> None:
    section = '<text:section text:display="none"><text:p>catatan</text:p></text:section>'
    (told,) = inspect("a.odt", open_document(section, sort="text")).remarks
    assert told.kind is HIDDEN


def test_hidden_text_and_names_in_rtf_are_told() -> None:
    told = [each.message for each in inspect("a.rtf", RTF.encode()).remarks]
    assert told == ["Properti “Pengarang” menyebut nama orang", "Ada teks yang disembunyikan"]


def test_a_picture_that_can_act_is_told() -> None:
    for act in (b"<script>x()</script>", b"<a href='javascript:x()'/>", b"<g onload='x()'/>"):
        (told,) = inspect("a.svg", b"<?xml version='1.0'?><svg>" + act + b"</svg>").remarks
        assert told.kind is PROGRAM
    assert not inspect("a.svg", b"<svg><path d='M0 0'/></svg>").remarks


@pytest.mark.parametrize("content", [b"\0\1\2\3" * 9, b"\x28\xb5\x2f\xfd\0\0", b"Rar!\x1a\x07\0"])
def test_what_cannot_be_opened_is_never_called_clean(content: bytes) -> None:
    (told,) = inspect("a.bin", content).remarks
    assert told.kind is UNREAD
    assert told.message.startswith("Tidak dapat diperiksa: ")


PACKED = {
    "a.html": "<b>1</b>",
    "a.xml": "<a/>",
    "a.csv": "1,2\n",
    "content.xml": "<text:tab/>",
}


@pytest.mark.parametrize("name", PACKED)
def test_texts_far_larger_than_what_packs_them_are_left_unread(name: str) -> None:
    """What is counted first needs neither the memory nor the time of what would come of it."""
    packed = archive({name: f"<a {NIK}>\n".encode() + PACKED[name].encode() * 1_000_000})
    if name == "content.xml":
        packed = archive({"a.ods": open_document(f"<text:p>{PACKED[name] * 1_000_000}</text:p>")})
    tracemalloc.start()
    found = inspect("a.zip", packed).remarks
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert any("terlalu banyak" in each.message for each in found)
    assert peak < 80_000_000


def test_no_library_writes_to_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    whole = pdf(f"hubungi {MOBILE}", "dua")
    for at in range(0, len(whole), 40):
        inspect("a.pdf", whole[:at] + b"\0<<[" + whole[at + 4 :])
        inspect("a.pdf", whole[:at])
    assert capfd.readouterr() == ("", "")


def test_work_without_an_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    def forever(*_: object) -> None:
        while True:
            with suppress(Exception):  # as careless readers do
                sum(range(100))

    monkeypatch.setattr(plain, "read", forever)
    monkeypatch.setattr(inspection, "_SECONDS", 0.05)
    (told,) = inspect("a.txt", b"x").remarks
    assert told.kind is UNREAD
    assert "terlalu rumit" in told.message


def forms(count: int) -> bytes:
    """Make a page that draws so many forms, all with the same resources."""
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources 5 0 R /Length 1 >>\n"
        b"stream\n \nendstream"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Resources 5 0 R /Contents 4 0 R >>",
        b"<< /Length 7 >>\nstream\n/F0 Do\n\nendstream",
        b"<< /XObject << "
        + b" ".join(b"/F%d %d 0 R" % (at, at + 6) for at in range(count))
        + b" >> >>",
        *[form] * count,
    ]
    return pdf_of(objects)


def pdf_of(objects: list[bytes]) -> bytes:
    """Write a PDF of these objects, numbered from 1; the first is its catalogue."""
    made, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return made + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Root 1 0 R /Size %d >>\n"
        b"startxref\n%d\n%%%%EOF" % (count, table, count, len(made))
    )


def test_shared_parts_of_a_pdf_are_followed_once() -> None:
    assert inspect("a.pdf", forms(100)).remarks == ()  # it is read, not refused
    assert_even(lambda size: lambda: inspect("a.pdf", forms(size)), 100)


@pytest.mark.parametrize("damaged", [b">>", b"(tanpa akhir", b"<< /Length 99999 >>\nstream\nx"])
def test_a_damaged_part_of_a_pdf_is_told_and_the_others_are_read(damaged: bytes) -> None:
    whole = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << >> >>",
        f"<< /A (NIK {NIK}) >>".encode(),
    ]
    assert inspect("a.pdf", pdf_of(whole)).remarks == ()
    found = inspect("a.pdf", pdf_of([*whole, damaged]))
    (told,) = found.remarks
    assert told.kind is UNREAD
    assert "1 bagian di dalamnya rusak" in told.message
    assert places(found) == ["tulisan di luar halaman"]


def shown_by_nothing(made: Workbook) -> None:
    """Fill cells that nobody sees: white on white, of a format without a number, and one seen."""
    sheet = made["Rekap"]
    sheet["E7"], sheet["E8"], sheet["E9"] = "catatan", 12, "tajuk"
    sheet["E7"].font = sheet["E9"].font = Font(color="FFFFFFFF")
    sheet["E8"].number_format = ";;;"
    sheet["E9"].fill = PatternFill("solid", fgColor="FF003366")


def with_messages(made: Workbook) -> None:
    rule = DataValidation(type="whole", formula1="1", promptTitle="Isi", prompt=f"seperti {NIK}")
    rule.add("B2")
    made["Rekap"].add_data_validation(rule)


def test_cells_that_nobody_sees_are_told() -> None:
    (told,) = inspect("a.xlsx", book(shown_by_nothing)).remarks
    assert told.kind is HIDDEN
    assert told.doubtful
    assert "Ada 2 sel yang tulisannya tidak tampak, mulai sel E7" in told.message


def _run(look: str) -> str:
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>nama yang dihitamkan</w:t></w:r>"


def test_cells_too_small_to_be_read_are_told() -> None:
    def fill(made: Workbook) -> None:
        sheet = made["Rekap"]
        sheet["E7"], sheet["H8"] = "catatan", "catatan"
        sheet["E7"].font = Font(size=1)
        sheet.column_dimensions["H"].width = 0.14

    told = [each.message for each in inspect("a.xlsx", book(fill)).remarks]
    assert any("tulisannya tidak tampak, mulai sel E7" in each for each in told)
    assert any("(H)" in each for each in told)


@pytest.mark.parametrize(
    ("body", "times"),
    [
        ('<w:pPr><w:pStyle w:val="B"/></w:pPr><w:r><w:t>catatan</w:t></w:r>', 1),
        ('<w:r><w:rPr><w:rStyle w:val="A"/></w:rPr><w:t>catatan</w:t></w:r>', 1),
        ('<w:r><w:rPr><w:rStyle w:val="C"/></w:rPr><w:t>isi</w:t></w:r>', 0),
        ('<w:pPr><w:pStyle w:val="A"/></w:pPr>' + _run('<w:vanish w:val="0"/>'), 0),
    ],
)
def test_text_that_its_style_hides_is_told(body: str, times: int) -> None:
    styles = (
        '<w:styles xmlns:w="w"><w:style w:styleId="A"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style><w:style w:styleId="C"/></w:styles>'
    )
    content = replaced(with_body(body), "word/styles.xml", styles.encode())
    told = [each.message for each in inspect("a.docx", content).remarks]
    assert told == ["Ada teks yang disembunyikan"] * times


def test_messages_of_cells_are_read() -> None:
    found = inspect("a.xlsx", book(with_messages))
    assert places(found) == ["pesan pengisian sel, lembar “Rekap”"]


STYLES = f"<a xmlns:s='s'><s:footer><p>{NIK[:9]}<span>{NIK[9:]}</span></p></s:footer></a>"


def test_the_footer_of_an_open_document_is_read() -> None:
    content = add_parts(open_document("x"), {"styles.xml": STYLES.encode()})
    assert places(inspect("a.ods", content)) == ["kepala atau kaki halaman"]


def rels(kind: str, target: str) -> dict[str, bytes]:
    relation = f'<Relationship Id="r9" Type="x/{kind}" Target="{target}" TargetMode="External"/>'
    return {"word/_rels/settings.xml.rels": f"<Relationships>{relation}</Relationships>".encode()}


@pytest.mark.parametrize(
    ("parts", "kinds"),
    [
        (rels("attachedTemplate", "file:///C:/Users/nama/a.dotx"), [PROGRAM, ABOUT]),
        (rels("oleObject", "file://///SERVER/bagi/a.xlsx"), [PROGRAM, ABOUT]),
        (rels("hyperlink", "https://contoh.go.id"), []),
        ({"word/activeX/activeX1.xml": b"<a/>"}, [PROGRAM]),
        ({"docProps/thumbnail.emf": b"\1\0\0\0" + bytes(36) + b" EMF"}, [HIDDEN]),
    ],
)
def test_what_a_word_document_fetches_or_names_is_told(
    parts: dict[str, bytes], kinds: list[RemarkKind]
) -> None:
    found = inspect("a.docx", add_parts(document("Laporan"), parts))
    assert [each.kind for each in found.remarks] == kinds


def test_a_second_picture_behind_the_first_is_only_looked_into() -> None:
    seen = photograph("JPEG")
    assert not inspect("a.jpg", seen + seen).remarks
    placed = photograph("JPEG", exif=exif(place=True))
    (told,) = inspect("a.jpg", seen + placed).remarks
    assert told.kind is ABOUT


def test_hidden_slides_and_notes_are_told() -> None:
    slide = f'<sld show="0"><p><t>{NIK[:7]}</t><t>{NIK[7:]}</t></p></sld>'
    parts = {
        "[Content_Types].xml": b"<Types/>",
        "ppt/presentation.xml": b"<p/>",
        "ppt/slides/slide1.xml": slide.encode(),
        "ppt/notesSlides/notesSlide1.xml": b"<notes/>",
    }
    found = inspect("a.pptx", archive(parts))
    assert len(places(found)) == 1
    assert [each.kind for each in found.remarks] == [HIDDEN, HIDDEN]


GROUND = "<cSld><bg><bgPr><solidFill>{}</solidFill></bgPr></bg><spTree>{}</spTree></cSld>"
BOX = (
    "<sp><spPr>{}</spPr><txBody><p><r><rPr><solidFill>{}</solidFill></rPr><t>x</t></r></p>"
    "</txBody></sp>"
)
BLACK_ONE, WHITE_ONE = '<srgbClr val="000000"/>', '<srgbClr val="ffffff"/>'
NAMED_WHITE = '<schemeClr val="bg1"/>'
THEME = (
    "<theme><clrScheme><dk1><sysClr val='windowText' lastClr='000000'/></dk1>"
    "<lt1><sysClr val='window' lastClr='FFFFFF'/></lt1></clrScheme></theme>"
)
MASTER = "<sldMaster>{}<clrMap bg1='lt1' tx1='dk1'/></sldMaster>"
PLAIN_MASTER = MASTER.format(
    "<cSld><bg><bgRef idx='1001'><schemeClr val='bg1'/></bgRef></bg><spTree/></cSld>"
)
DARK_MASTER = MASTER.format(GROUND.format('<schemeClr val="tx1"/>', ""))
PHOTO = "<pic><spPr><xfrm><ext cx='{0}' cy='{0}'/></xfrm></spPr></pic>"
SLIDES = {
    "hitam di atas gelap": (GROUND.format(BLACK_ONE, BOX.format("", BLACK_ONE)), PLAIN_MASTER, 1),
    "putih di atas gelap": (GROUND.format(BLACK_ONE, BOX.format("", WHITE_ONE)), PLAIN_MASTER, 0),
    "putih di atas putih": (BOX.format("", WHITE_ONE), PLAIN_MASTER, 1),
    "nyaris putih": (BOX.format("", '<srgbClr val="fefdfe"/>'), PLAIN_MASTER, 1),
    "kuning pucat": (BOX.format("", '<srgbClr val="fffff0"/>'), PLAIN_MASTER, 0),
    "putih menurut tema": (BOX.format("", NAMED_WHITE), PLAIN_MASTER, 1),
    "hitam di atas induk gelap": (BOX.format("", BLACK_ONE), DARK_MASTER, 1),
    "putih di atas induk gelap": (BOX.format("", NAMED_WHITE), DARK_MASTER, 0),
    "putih di kotak gelap": (
        BOX.format(f"<solidFill>{BLACK_ONE}</solidFill>", WHITE_ONE),
        PLAIN_MASTER,
        0,
    ),
    "hitam di kotak hitam": (
        BOX.format(f"<solidFill>{BLACK_ONE}</solidFill>", BLACK_ONE),
        PLAIN_MASTER,
        1,
    ),
    "di atas foto": (PHOTO.format(9_000_000) + BOX.format("", WHITE_ONE), PLAIN_MASTER, 0),
    "di samping lambang": (PHOTO.format(900_000) + BOX.format("", WHITE_ONE), PLAIN_MASTER, 1),
    "warna turunan": (
        BOX.format("", "<schemeClr val='bg1'><lumMod val='50000'/></schemeClr>"),
        PLAIN_MASTER,
        0,
    ),
    "bergradasi": (
        f"<cSld><bg><bgPr><gradFill/></bgPr></bg>{BOX.format('', WHITE_ONE)}</cSld>",
        PLAIN_MASTER,
        0,
    ),
    "tanpa warna": (BOX.format("", ""), DARK_MASTER, 0),
    "tanpa tulisan": (BOX.format("", WHITE_ONE).replace(">x<", "> <"), PLAIN_MASTER, 0),
}


@pytest.mark.parametrize("name", SLIDES)
def test_words_in_the_colour_of_their_slide_are_told(name: str) -> None:
    slide, master, times = SLIDES[name]
    related = "<Relationships><Relationship Id='a' Type='x/{}' Target='../{}'/></Relationships>"
    parts = {
        "[Content_Types].xml": "<Types/>",
        "ppt/presentation.xml": "<p/>",
        "ppt/slides/slide1.xml": f"<sld>{slide}</sld>",
        "ppt/slides/_rels/slide1.xml.rels": related.format("slideLayout", "l/l1.xml"),
        "ppt/l/l1.xml": "<sldLayout/>",
        "ppt/l/_rels/l1.xml.rels": related.format("slideMaster", "m/m1.xml"),
        "ppt/m/m1.xml": master,
        "ppt/m/_rels/m1.xml.rels": related.format("theme", "t/t1.xml"),
        "ppt/t/t1.xml": THEME,
    }
    told = inspect("a.pptx", archive({n: each.encode() for n, each in parts.items()})).remarks
    assert [each.kind for each in told] == [HIDDEN] * times
    assert all("sewarna dengan latarnya pada 1 salindia" in each.message for each in told)


def test_a_binary_workbook_is_read_in_part_and_says_so() -> None:
    kind = '<Override PartName="/xl/workbook.bin" ContentType="ms-excel.sheet.binary.main"/>'
    relation = '<Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.bin"/>'
    parts = {
        "[Content_Types].xml": f"<Types>{kind}</Types>".encode(),
        "_rels/.rels": f"<Relationships>{relation}</Relationships>".encode(),
        "xl/workbook.bin": b"\1\2",
        "xl/sharedStrings.bin": b"\3" + f"NIK {NIK}".encode("utf-16-le"),
    }
    found = inspect("a.xlsb", archive(parts))
    assert places(found) == ["bagian “xl/sharedStrings.bin”"]
    assert [each.kind for each in found.remarks] == [UNREAD]


def test_text_that_is_seen_on_a_page_is_not_called_hidden() -> None:
    """White letters on a dark box, and a box below a text, are how tables look."""
    for drawing in (
        "0 0 1 rg 40 690 200 30 re f 1 g BT /F1 12 Tf 50 700 Td (judul) Tj ET",
        ".9 g 40 690 200 30 re f 0 g BT /F1 12 Tf 50 700 Td (isi) Tj ET",
        "BT /F1 12 Tf 50 700 Td (isi) Tj ET 0 g 40 600 200 30 re f",
    ):
        assert not inspect("a.pdf", pdf(f") Tj ET {drawing} BT (")).remarks
    pale = "1 1 1 rg BT /F1 12 Tf 50 700 Td (catatan) Tj ET 0 g"
    (told,) = inspect("a.pdf", pdf(f") Tj ET {pale} BT (")).remarks
    assert "putih" in told.message


@pytest.mark.parametrize(
    "drawing",
    [
        "0 g 40 690 200 30 re f BT /F1 12 Tf 50 700 Td (rahasia) Tj ET",
        ".5 0 0 rg 40 690 200 30 re f BT /F1 12 Tf 50 700 Td (rahasia) Tj ET 0 g",
        "0 0 0 1 k 40 690 200 30 re f 0 g BT /F1 12 Tf 50 700 Td (rahasia) Tj ET",
    ],
)
def test_text_in_the_colour_of_the_box_below_it_is_told(drawing: str) -> None:
    """A word processor blacks words out by their ground; whoever copies them reads them."""
    (told,) = inspect("a.pdf", pdf(f") Tj ET {drawing} BT (")).remarks
    assert "tertutup kotak" in told.message


COVERED = "BT /F1 12 Tf 50 700 Td (rahasia) Tj ET "
FORM = (
    b"<< /Type /XObject /Subtype /Form /BBox [0 0 600 900] %s/Length %d >>\nstream\n%s\nendstream"
)
SHADE = b"<< /Type /XObject /Subtype /Image /Width 9 /Height 9 %s/Length 1 >>\nstream\n0\nendstream"


def drawn(
    drawing: str,
    other: bytes = b"<< >>",
    page: str = "",
    named: str = "/XObject",
    others: list[bytes] | None = None,
) -> bytes:
    """Make a PDF of a page with this drawing, which can call an object by the name X."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    resources = f"<< /Font << /F1 5 0 R /X 6 0 R >> {named} << /X 6 0 R >> >>"
    about = f"/Parent 2 0 R /MediaBox [0 0 595 842] /Resources {resources} /Contents 4 0 R {page}"
    return pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< /Type /Page {about} >>".encode(),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing.encode()),
            font,
            other,
            *(others or []),
        ]
    )


def form(drawing: bytes, about: bytes = b"") -> bytes:
    return FORM % (about, len(drawing), drawing)


SQUARE = b"<< /Type /Annot /Subtype /Square /Rect [40 690 240 720] /IC [0 0 0] %s>>"
BLACK_BOX = b"0 g 40 690 200 30 re f"
NOTED = "/Annots [6 0 R]"
COVERINGS = {
    "garis": (drawn(f"{COVERED}0 g 40 690 m 240 690 l 240 720 l 40 720 l h f"), 1),
    "segitiga": (drawn(f"{COVERED}0 g 40 690 m 240 720 l 40 720 l h f"), 1),
    "segitiga di atasnya": (drawn(f"{COVERED}0 g 40 690 m 240 720 l 40 740 l h f"), 1),
    "segitiga di sebelahnya": (drawn(f"{COVERED}0 g 40 690 m 240 690 l 240 720 l h f"), 0),
    "garis tebal": (drawn(f"{COVERED}20 w 40 704 m 240 704 l S"), 1),
    "garis tipis": (drawn(f"{COVERED}1 w 40 704 m 240 704 l S"), 0),
    "formulir": (drawn(f"{COVERED}/X Do", form(BLACK_BOX)), 1),
    "formulir digeser": (
        drawn(f"{COVERED}q 1 0 0 1 0 300 cm /X Do Q", form(b"0 g 0 0 99 9 re f")),
        0,
    ),
    "formulir digeser ke sana": (
        drawn(
            f"{COVERED}q 1 0 0 1 0 600 cm /X Do Q",
            form(b"0 g 0 0 99 30 re f", b"/Matrix [1 0 0 1 0 90] "),
        ),
        1,
    ),
    "gambar": (drawn(f"{COVERED}q 200 0 0 30 40 690 cm /X Do Q", SHADE % b""), 1),
    "gambar bertopeng": (
        drawn(f"{COVERED}q 200 0 0 30 40 690 cm /X Do Q", SHADE % b"/SMask 5 0 R "),
        0,
    ),
    "pindaian": (drawn(f"{COVERED}q 595 0 0 842 0 0 cm /X Do Q", SHADE % b""), 0),
    "catatan": (drawn(COVERED, SQUARE % b"", NOTED), 1),
    "catatan bening": (drawn(COVERED, SQUARE % b"/CA .4 ", NOTED), 0),
}


@pytest.mark.parametrize("name", COVERINGS)
def test_whatever_covers_a_text_is_told(name: str) -> None:
    content, times = COVERINGS[name]
    told = inspect("a.pdf", content).remarks
    assert ["tertutup kotak" in each.message for each in told] == [True] * times


@pytest.mark.parametrize(
    ("drawing", "page"),
    [
        ("q 0 0 1 1 re W n BT /F1 12 Tf 50 700 Td (rahasia) Tj ET Q", ""),
        ("BT /F1 12 Tf 5000 700 Td (rahasia) Tj ET", ""),
        ("BT /F1 12 Tf 50 700 Td (rahasia) Tj ET", "/CropBox [0 0 100 100]"),
        ("BT /F1 .1 Tf 50 700 Td (rahasia) Tj ET", ""),
        ("q .01 0 0 .01 0 0 cm BT /F1 12 Tf 5000 70000 Td (rahasia) Tj ET Q", ""),
    ],
)
def test_text_outside_of_what_is_shown_or_too_small_is_told(drawing: str, page: str) -> None:
    (told,) = inspect("a.pdf", drawn(drawing, page=page)).remarks
    assert told.kind is HIDDEN
    seen = "q 40 690 99 30 re W n BT /F1 1 Tf 12 0 0 12 50 700 Tm (isi) Tj ET Q"
    assert not inspect("a.pdf", drawn(seen)).remarks


STRANGE_FONT = b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H >>"
LINES = "".join(f"{n % 9} {n} m {n} {n % 7} l S " for n in range(60))


@pytest.mark.parametrize(
    "content",
    [
        drawn("BT /X 12 Tf 50 700 Td <00010002000300040005> Tj ET", STRANGE_FONT),
        drawn(LINES),
        drawn("0 g " + "1 1 2 2 re f " * 60),
    ],
    ids=["huruf tak dikenal", "goresan", "kotak"],
)
def test_a_page_whose_writing_is_not_read_is_never_called_clean(content: bytes) -> None:
    (told,) = inspect("a.pdf", content).remarks
    assert told.kind is UNREAD


def test_texts_of_a_pdf_that_are_drawn_or_chosen_otherwise_are_read() -> None:
    pattern = (
        b"<< /Type /Pattern /PatternType 1 /PaintType 1 /BBox [0 0 300 50] /XStep 300 /YStep 50 "
        b"/Resources << /Font << /F1 5 0 R >> >> /Length 99 >>\nstream\n%s\nendstream"
    )
    written = f"BT /F1 12 Tf 5 5 Td (NIK {NIK}) Tj ET".encode().ljust(99)
    filled = drawn("/Pattern cs /X scn 0 0 500 500 re f", pattern % written, named="/Pattern")
    assert places(inspect("a.pdf", filled)) == ["halaman 1"]
    lent = drawn("/X Do", form(written))  # without resources of its own
    assert places(inspect("a.pdf", lent)) == ["halaman 1"]
    aloud = drawn(f"/Span << /ActualText ({NIK}) >> BDC BT /F1 9 Tf 9 9 Td (x) Tj ET EMC")
    assert places(inspect("a.pdf", aloud)) == ["halaman 1, tulisan pengganti"]
    choice = f"<< /Type /Annot /Subtype /Widget /FT /Ch /T (a) /Opt [({NIK}) (b)] >>".encode()
    assert len(places(inspect("a.pdf", drawn(COVERED, choice, NOTED)))) == 1


WRITTEN = f"BT /F1 9 Tf 9 9 Td (NIK {NIK}) Tj ET".encode()
STAMP = "/Annots [<< /Type /Annot /Subtype /Stamp /Rect [0 0 595 842] /AP << /N %s >> >>]"
SCAN = form(
    b"q 595 0 0 842 0 0 cm BI /W 99 /H 99 /CS /G /BPC 8 /F /AHx ID 00> EI Q", b"/PatternType 1 "
)
TYPE3 = (
    b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 "
    b"/LastChar 97 /Widths [9] /Encoding << /Differences [97 /a] >> /CharProcs << /a 7 0 R >> >>"
)
DRAWN_ELSEWHERE = {
    "cap": (drawn("", form(WRITTEN), STAMP % "6 0 R"), "halaman 1"),
    "keadaan isian": (drawn(COVERED, form(WRITTEN), STAMP % "<< /Ya 6 0 R >>"), "halaman 1"),
    "tidak dipakai": (drawn(COVERED, form(WRITTEN), named="/A"), "tulisan di luar halaman"),
    "huruf": (
        drawn(f"{COVERED} BT /X 1 Tf (a) Tj ET", TYPE3, others=[form(WRITTEN)]),
        "tulisan di luar halaman",
    ),
    "keterangan": (drawn(f"{COVERED}\n% (NIK {NIK}\n"), "halaman 1, di luar tulisan"),
}


@pytest.mark.parametrize("name", DRAWN_ELSEWHERE)
def test_a_text_that_is_no_part_of_the_page_itself_is_read(name: str) -> None:
    content, place = DRAWN_ELSEWHERE[name]
    assert places(inspect("a.pdf", content)) == [place]


def test_what_a_field_says_and_shows_is_told_once() -> None:
    look = (STAMP % "6 0 R").replace("/AP", f"/Contents (NIK {NIK}) /AP")
    found = inspect("a.pdf", drawn(COVERED, form(WRITTEN), look))
    assert places(found) == ["halaman 1, catatan"]


@pytest.mark.parametrize(
    "content",
    [
        drawn("", SCAN, STAMP % "6 0 R"),
        drawn("/Pattern cs /X scn 0 0 595 842 re f", SCAN, named="/Pattern"),
    ],
    ids=["cap", "pola"],
)
def test_a_picture_of_a_page_is_unread_however_it_is_laid_there(content: bytes) -> None:
    (told,) = inspect("a.pdf", content).remarks
    assert "1 halaman hanya gambar" in told.message


@pytest.mark.parametrize(
    ("moved", "times"),
    [
        ("0 1 -1 0 50 400 Tm", 1),  # up the page
        ("0 -1 1 0 50 690 Tm", 1),
        ("25 0 Td", 0),  # right behind it
        ("", 0),
    ],
)
def test_a_number_across_a_text_is_no_part_of_it(moved: str, times: int) -> None:
    drawing = f"BT /F1 9 Tf 50 700 Td (12345) Tj {moved} ({NIK}) Tj ET"
    assert len(places(inspect("a.pdf", drawn(drawing)))) == times


def test_a_number_that_is_drawn_piece_by_piece_is_found() -> None:
    each = "".join(
        f"BT /F1 9 Tf {50 + 5 * at} 700 Td ({sign}) Tj ET " for at, sign in enumerate(NIK)
    )
    assert places(inspect("a.pdf", drawn(each))) == ["halaman 1"]


@pytest.mark.parametrize("pieces", ["(a) % b\n", "(", "(()", "(a(b)", "%\n", "\\("])
def test_looking_for_comments_in_drawings_takes_even_time(pieces: str) -> None:
    def prepare(count: int) -> Callable[[], str]:
        drawing = pieces.encode() * count
        return lambda: pdf_unseen.comments_in(drawing)

    assert_even(prepare, 40_000)


def test_texts_that_are_drawn_beside_pages_take_even_time() -> None:
    def prepare(count: int) -> Callable[[], Contents]:
        others = [form(b"BT /F1 9 Tf (isi) Tj 0 0 Td (isi) Tj ET") for _ in range(count)]
        content = drawn(COVERED, others=others)
        return lambda: inspect("a.pdf", content)

    assert not assert_even(prepare, 300).remarks


RICH_ASIDE = [r"{\header %s}", r"{\footnote %s}", r"{\shp{\*\shpinst{\shptxt %s}}}"]
RICH_ASIDE += [r"{\*\atnid AB}{\*\annotation{\*\atnref 1}%s}", r"{\*\userprops{\staticval %s}}"]


@pytest.mark.parametrize("group", RICH_ASIDE)
def test_texts_beside_the_running_text_of_a_rich_text_part_no_number(group: str) -> None:
    head, tail = NIK[:8], NIK[8:]
    aside = r"{\rtf1\ansi 12345" + group % NIK + "6789}"
    assert places(inspect("a.rtf", aside.encode())) == ["isi"]
    within = r"{\rtf1\ansi " + head + group % "1" + tail + "}"
    assert places(inspect("a.rtf", within.encode())) == ["isi"]


INKS = b"[/Separation /Black /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] >>]"


@pytest.mark.parametrize(
    ("content", "times"),
    [
        (drawn("/X gs BT /F1 9 Tf 9 9 Td (isi) Tj ET", b"<< /ca 0 >>", named="/ExtGState"), 1),
        (drawn("/X gs BT /F1 9 Tf 9 9 Td (isi) Tj ET", b"<< /ca .5 >>", named="/ExtGState"), 0),
        (drawn("/X cs 0 scn BT /F1 9 Tf 9 9 Td (isi) Tj ET", INKS, named="/ColorSpace"), 1),
        (drawn("/X cs 1 scn BT /F1 9 Tf 9 9 Td (isi) Tj ET", INKS, named="/ColorSpace"), 0),
        (drawn(".98 g BT /F1 9 Tf 9 9 Td (isi) Tj ET"), 1),
    ],
)
def test_letters_without_ink_or_through_which_all_is_seen_are_told(
    content: bytes, times: int
) -> None:
    told = inspect("a.pdf", content).remarks
    assert [each.kind for each in told] == [HIDDEN] * times


@pytest.mark.parametrize(
    ("page", "times"),
    [
        ("<p hidden>rahasia</p>", 1),
        ('<div class="a" hidden=""><p>rahasia</p></div>', 1),
        ('<p style="display: none">rahasia</p>', 1),
        ('<p style="color:#fff;background:#FEFEFE">rahasia</p>', 1),
        ('<p style="color:#fff;background:#006">isi</p>', 0),
        ('<p style="color:#fff">isi</p>', 0),
        ('<p title="a hidden b">isi</p>', 0),
        ('<p aria-hidden="true">isi</p>', 0),
        ("<p hidden></p>", 0),
        ("<script hidden>isi</script>", 0),
    ],
)
def test_what_a_web_page_does_not_show_is_told(page: str, times: int) -> None:
    told = inspect("a.html", f"<!doctype html><html><body>{page}</body></html>".encode()).remarks
    assert [each.kind for each in told] == [HIDDEN] * times


@pytest.mark.parametrize("pieces", ["<p hidden>", "<p>", "<p hidden", "<p style='color:#fff;'>"])
def test_looking_for_what_a_page_hides_takes_even_time(pieces: str) -> None:
    def prepare(count: int) -> Callable[[], Contents]:
        content = f"<html>{pieces * count}".encode()
        return lambda: inspect("a.html", content)

    assert_even(prepare, 5_000)


def styled(styles: str, body: str) -> bytes:
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    part = f"<w:styles {names}>{styles}</w:styles>".encode()
    return replaced(with_body(body), "word/styles.xml", part)


PALE_STYLE = '<w:style w:styleId="A"><w:rPr><w:color w:val="FEFEFE"/></w:rPr></w:style>'
BUILT_ON = '<w:style w:styleId="B"><w:basedOn w:val="A"/>%s</w:style>'


@pytest.mark.parametrize(
    ("style", "run", "times"),
    [
        ("A", "", 1),
        ("B", "", 1),
        ("A", '<w:color w:val="000000"/>', 0),
        ("C", "", 0),
        ("D", "", 0),
        ("E", '<w:color w:val="FDFDFD"/>', 1),
    ],
)
def test_text_that_its_style_makes_white_is_told(style: str, run: str, times: int) -> None:
    styles = PALE_STYLE + BUILT_ON % ""
    styles += (BUILT_ON % '<w:rPr><w:color w:val="111111"/></w:rPr>').replace('"B"', '"C"')
    styles += (BUILT_ON % '<w:pPr><w:shd w:fill="000080"/></w:pPr>').replace('"B"', '"D"')
    body = (
        f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:rPr>{run}</w:rPr>'
        "<w:t>rahasia</w:t></w:r>"
    )
    told = [each.message for each in inspect("a.docx", styled(styles, body)).remarks]
    assert ["tidak tampak" in each for each in told] == [True] * times


HEAD, TAIL = NIK[:8], NIK[8:]
IN_PIECES = {
    "catatan.html": f"<html>{HEAD}<!-- x -->{TAIL}".encode(),
    "baris.html": f"<html>{HEAD}<br />{TAIL}".encode(),
    "bagian.xml": f"<a>{HEAD}<![CDATA[{TAIL}]]></a>".encode(),
    "pangkat.json": f'{{"a":{NIK[0]}.{NIK[1:]}e15}}'.encode(),
    "pangkat-lain.json": f'[{NIK[0]}.{NIK[1:]}E+15, "1E5", 1e400, 0.5e1]'.encode(),
    "kartu.vcf": b"BEGIN:VCARD\nNOTE;ENCODING=QUOTED-PRINTABLE:"
    + "".join(f"={ord(sign):02X}" for sign in HEAD).encode()
    + f"=\n{TAIL}\nEND:VCARD\n".encode(),
}


@pytest.mark.parametrize("name", IN_PIECES)
def test_a_number_that_is_stored_in_pieces_is_found(name: str) -> None:
    assert places(inspect(name, IN_PIECES[name]))


def test_numbers_on_two_lines_stay_two() -> None:
    assert not inspect("a.html", f"<html>{NIK[:10]}<br>{NIK}1".encode()).traces


REPEATED = [
    "1<br>",
    "1<!--",
    "12345<br >",
    "<![CDATA[",
    "=\n",
    "QUOTED-PRINTABLE:=\n",
    "1.1e1 1",
    "11",
]


@pytest.mark.parametrize("pieces", REPEATED)
@pytest.mark.parametrize("name", ["a.html", "a.json", "a.vcf"])
def test_looking_for_pieces_of_numbers_takes_even_time(name: str, pieces: str) -> None:
    def prepare(count: int) -> Callable[[], Contents]:
        content = (pieces * count).encode()
        return lambda: inspect(name, content)

    assert_even(prepare, 5_000)


def escaped(made: Workbook) -> None:
    made["Rekap"]["B7"] = f"_x00{ord(NIK[0]):02x}_{NIK[1:]}"


def test_signs_of_cells_that_are_stored_by_their_numbers_are_read_as_they_are_shown() -> None:
    content = book(escaped)
    assert places(inspect("a.xlsx", content)) == ["lembar “Rekap”, sel B7"]
    sheet = open_workbook("a.xlsx", content).sheets[0]
    assert [cell.text for cell in sheet.cells if cell.text.endswith(NIK[1:])] == [NIK]


def test_comments_in_the_parts_of_a_workbook_are_read() -> None:
    content = replaced(book(), "xl/theme/theme1.xml", f"<a><!-- {NIK} --></a>".encode())
    assert places(inspect("a.xlsx", content)) == ["catatan di dalam berkas"]


def chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4) + kind + body + zlib.crc32(kind + body).to_bytes(4)


@pytest.mark.parametrize(
    ("more", "place"),
    [
        (chunk(b"prVt", NIK.encode()), "keterangan gambar"),
        (chunk(b"iCCP", b"c\0\0" + zlib.compress(NIK.encode())), "keterangan gambar"),
        (chunk(b"IDAT", NIK.encode()), "isi di belakang gambar"),
    ],
    ids=["bagian lain", "warna", "sesudah titik-titiknya"],
)
def test_texts_in_any_part_of_a_png_are_read(more: bytes, place: str) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (2, 2)).save(buffer, "PNG")
    head, _, end = buffer.getvalue().rpartition(chunk(b"IEND", b""))
    assert places(inspect("a.png", head + more + chunk(b"IEND", b"") + end)) == [place]


@pytest.mark.parametrize("between", [b"isi", b"\0\1\2isi"])
def test_a_file_with_the_marks_of_parquet_is_said_to_be_unread(between: bytes) -> None:
    (told,) = inspect("a.parquet", b"PAR1" + between + b"PAR1").remarks
    assert told.kind is UNREAD
    assert "Parquet" in told.message


def test_a_white_box_on_a_dark_page_and_thin_lines_hide_nothing() -> None:
    for drawing in (
        "0 g 0 0 600 800 re f 1 g 40 690 200 30 re f 0 g BT /F1 12 Tf 50 700 Td (isi) Tj ET",
        "0 g 40 701 200 1 re f BT /F1 12 Tf 50 700 Td (isi) Tj ET",
    ):
        assert not inspect("a.pdf", pdf(f") Tj ET {drawing} BT (")).remarks


@pytest.mark.parametrize(
    ("look", "times"),
    [
        ('<w:highlight w:val="black"/>', 1),
        ('<w:color w:val="auto"/><w:highlight w:val="black"/>', 1),
        ('<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>', 1),
        ('<w:highlight w:val="black"/><w:shd w:val="clear" w:fill="FFFF00"/>', 1),
        ('<w:shd w:val="clear" w:fill="000000"/>', 0),  # shown in white
        ('<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>', 0),
        ('<w:highlight w:val="yellow"/>', 0),
    ],
)
def test_blackened_words_of_a_document_are_told(look: str, times: int) -> None:
    told = [each.message for each in inspect("a.docx", with_body(_run(look))).remarks]
    assert ["hitam di atas hitam" in each for each in told] == [True] * times


@pytest.mark.parametrize(
    ("look", "times"),
    [
        (r"\cf2 ", 1),
        (r"\highlight1 ", 1),
        (r"\cf1\chshdng0\chcbpat1 ", 1),
        (r"\cf4 ", 1),  # nearly white
        (r"\cf1 ", 0),
        (r"\cf2\highlight1 ", 0),
        (r"\chcbpat1 ", 0),  # shown in white
        (r"\highlight3 ", 0),
        (r"\cf2\plain ", 0),
        (r"\clcbpat1\cell\cf2 ", 0),  # the heading of a table
    ],
)
def test_words_without_contrast_in_a_rich_text_are_told(look: str, times: int) -> None:
    colours = r"{\colortbl;\red0\green0\blue0;\red255\green255\blue255;\red255\green255\blue0;"
    colours += r"\red254\green253\blue254;}"
    written = rf"{{\rtf1{colours} Kepala {{{look}nama yang dihitamkan}} kaki}}"
    told = [each.message for each in inspect("a.rtf", written.encode()).remarks]
    assert ["tidak tampak" in each for each in told] == [True] * times


def flat(body: str, styles: str = "", sort: str = "text") -> bytes:
    """Make an OpenDocument that is a single file of XML."""
    prefixes = ("table", "text", "style", "dc", "meta", "fo", "draw")
    names = "".join(f' xmlns:{p}="urn:{p}"' for p in prefixes)
    office = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    kind = f'office:mimetype="application/vnd.oasis.opendocument.{sort}"'
    return (
        f'<?xml version="1.0"?>\n<office:document {office}{names} {kind}>'
        f"<office:meta><dc:creator>Dinas Contoh</dc:creator></office:meta>"
        f"<office:styles>{styles}</office:styles>"
        f"<office:body>{body}</office:body></office:document>"
    ).encode()


def test_numbers_run_on_through_the_looks_of_an_open_document_in_one_file() -> None:
    number = f'{NIK[:5]}<text:span text:style-name="B">{NIK[5:]}</text:span>'
    found = inspect("a.fodt", flat(f"<text:p>{number}</text:p>"))
    assert places(found) == ["isi"]
    assert not found.remarks
    damaged = inspect("a.fodt", flat(f"<text:p>{number}</text:p>")[:-9])
    assert places(damaged)[-1] == "baris 2"
    assert [each.kind for each in damaged.remarks] == [UNREAD]


def test_what_hangs_on_behind_a_pdf_or_a_bitmap_is_looked_into() -> None:
    picture = io.BytesIO()
    Image.new("L", (3, 3)).save(picture, "BMP")
    for name, content in (("a.pdf", pdf()), ("a.bmp", picture.getvalue())):
        assert not inspect(name, content).remarks
        found = inspect(name, content + NIK.encode())
        assert len(places(found)) == 1
        assert any("masih ada 16 byte isi lain" in each.message for each in found.remarks)


def test_a_number_that_is_kept_with_a_nought_behind_the_point_is_found() -> None:
    assert len(places(inspect("a.json", f'{{"nik": {NIK}.0}}'.encode()))) == 1


def test_cells_of_the_colour_of_their_ground_and_printed_pieces_are_told() -> None:
    made = Workbook()
    sheet = made.active
    sheet["A1"], sheet["A2"] = "Bulan", "catatan"
    sheet["A2"].font, sheet["A2"].fill = Font(color="FF000000"), PatternFill("solid", "FF000000")
    sheet.oddFooter.left.text = f"No {NIK[:8]}&B{NIK[8:]}"
    buffer = io.BytesIO()
    made.save(buffer)
    found = inspect("a.xlsx", buffer.getvalue())
    assert places(found) == ["kaki cetak, lembar “Sheet”"]
    assert any("tidak tampak, mulai sel A2" in each.message for each in found.remarks)


def style(family: str, says: str, name: str = "a", parent: str = "") -> str:
    head = f'style:name="{name}" style:family="{family}" style:parent-style-name="{parent}"'
    return f"<style:style {head}>{says}</style:style>"


WHITE = '<style:text-properties fo:color="#ffffff"/>'
DARK = '<style:paragraph-properties fo:background-color="#003366"/>'
PARAGRAPH = '<text:p text:style-name="a">catatan</text:p>'
SPAN = '<text:p text:style-name="b">Laporan <text:span text:style-name="a">x</text:span></text:p>'
SHAPE = '<draw:custom-shape draw:style-name="a"><text:p>x</text:p></draw:custom-shape>'
LOOKS: dict[str, tuple[str, str, int]] = {
    "putih": (style("paragraph", WHITE), PARAGRAPH, 1),
    "nyaris putih": (style("paragraph", WHITE.replace("ffffff", "fefdfe")), PARAGRAPH, 1),
    "kuning pucat": (style("paragraph", WHITE.replace("ffffff", "fffff0")), PARAGRAPH, 0),
    "putih menurut gaya di atasnya": (
        style("paragraph", WHITE, "b") + style("paragraph", "", parent="b"),
        PARAGRAPH,
        1,
    ),
    "sepotong": (style("text", WHITE), SPAN, 1),
    "amat kecil": (
        style("text", '<style:text-properties fo:font-size="1pt"/>'),
        SPAN,
        1,
    ),
    "sewarna latar": (
        style("paragraph", '<style:text-properties fo:color="#003366"/>' + DARK),
        PARAGRAPH,
        1,
    ),
    "putih di atas gelap": (style("paragraph", WHITE + DARK), PARAGRAPH, 0),
    "paragraf gelap": (style("text", WHITE) + style("paragraph", DARK, "b"), SPAN, 0),
    "warna pilihan program": (
        style("text", '<style:text-properties style:use-window-font-color="true"/>')
        + style("paragraph", WHITE + DARK, "b"),
        SPAN,
        0,
    ),
    "gaya yang tidak dipakai": (style("text", WHITE, "lain"), SPAN, 0),
    "halaman gelap": (
        '<style:page-layout-properties fo:background-color="#003366"/>' + style("paragraph", WHITE),
        PARAGRAPH,
        0,
    ),
    "bidang tanpa warna yang diketahui": (style("graphic", WHITE), SHAPE, 0),
    "disembunyikan": (style("text", '<style:text-properties text:display="none"/>'), SPAN, 1),
    "bagian": ("", '<text:section text:display="none"><text:p>x</text:p></text:section>', 1),
    "paragraf": ("", '<text:p><text:hidden-paragraph text:is-hidden="true"/>x</text:p>', 1),
}


@pytest.mark.parametrize("name", LOOKS)
def test_words_that_nobody_sees_in_an_open_document_are_told(name: str) -> None:
    styles, body, times = LOOKS[name]
    in_package = open_document(styles + body, sort="text")
    for file, content in (("a.odt", in_package), ("a.fodt", flat(body, styles))):
        told = inspect(file, content).remarks
        assert [each.kind for each in told] == [HIDDEN] * times
        assert all(each.doubtful for each in told)


def test_styles_that_stand_apart_count_as_well() -> None:
    named = "<office:styles xmlns:office='o' xmlns:style='s' xmlns:fo='f'>{}</office:styles>"
    parts = {"styles.xml": named.format(style("paragraph", WHITE)).encode()}
    (told,) = inspect("a.odt", add_parts(open_document(PARAGRAPH, sort="text"), parts)).remarks
    assert "tidak tampak" in told.message


PRINTED = (
    "<office:document-styles xmlns:office='o' xmlns:style='s' xmlns:fo='f' xmlns:text='t'>"
    "<office:automatic-styles>{}</office:automatic-styles><office:master-styles>"
    "<style:master-page><style:{}>{}</style:{}></style:master-page></office:master-styles>"
    "</office:document-styles>"
)
COLOURED_BAND = (
    "<style:page-layout><style:header-style>"
    '<style:header-footer-properties fo:background-color="#003366"/>'
    "</style:header-style></style:page-layout>"
)
BANDS = {
    "putih": (style("paragraph", WHITE), PARAGRAPH, 1),
    "hitam": ("", PARAGRAPH, 0),
    "tidak ditampilkan": (
        style("text", '<style:text-properties text:display="none"/>'),
        SPAN,
        1,
    ),
    "putih di atas warna": (COLOURED_BAND + style("paragraph", WHITE), PARAGRAPH, 0),
    "tersembunyi": ("", '<text:p><text:hidden-text text:string-value="x"/></text:p>', 1),
}


@pytest.mark.parametrize("sort", ["text", "spreadsheet"])
@pytest.mark.parametrize("band", ["header", "footer", "footer-left", "header-first"])
@pytest.mark.parametrize("name", BANDS)
def test_words_that_nobody_sees_above_and_below_the_pages_are_told(
    name: str, band: str, sort: str
) -> None:
    styles, words, times = BANDS[name]
    printed = PRINTED.format(styles, band, words, band).encode()
    # A style of the text that is called like one of the band is another one.
    same_name = style("paragraph", '<style:text-properties fo:color="#112233"/>')
    for body in ("", same_name + PARAGRAPH):
        content = add_parts(open_document(body, sort=sort), {"styles.xml": printed})
        told = inspect("a.odt" if sort == "text" else "a.ods", content).remarks
        assert [each.kind for each in told] == [HIDDEN] * times
        assert all(each.doubtful for each in told)


@pytest.mark.parametrize(
    ("cell", "times"),
    [
        ('office:value-type="float" office:value="3201"><text:p/>', 1),
        ('office:value-type="string" office:string-value="rahasia"><text:p/>', 1),
        ('office:value-type="date" office:date-value="2024-05-01"><text:p> </text:p>', 1),
        ('office:value-type="float" office:value="0"><text:p/>', 0),
        ('office:value-type="float" office:value="3201"><text:p>3.201</text:p>', 0),
        ('office:value-type="float" office:value="3201">', 0),
        ('office:value-type="string" office:string-value=""><text:p/>', 0),
    ],
)
def test_a_format_that_shows_nothing_of_a_cell_is_told(cell: str, times: int) -> None:
    """LibreOffice writes an empty paragraph for “;;;”; other programs may write none at all."""
    row = f"<table:table-row><table:table-cell {cell}</table:table-cell></table:table-row>"
    content = open_document(f'<table:table table:name="Data">{row}</table:table>')
    told = inspect("a.ods", content).remarks
    assert ["sel yang tulisannya tidak tampak, mulai sel A1" in each.message for each in told] == [
        True
    ] * times


PAGE = '<draw:page draw:style-name="{}" draw:master-page-name="{}">{}</draw:page>'
TEXT_BOX = '<draw:frame draw:style-name="kotak"><text:p text:style-name="a">x</text:p></draw:frame>'
BLACK_LETTERS = '<style:text-properties fo:color="#000000"/>'
FILLED = '<style:{}-properties draw:fill="solid" draw:fill-color="#000000"/>'
DARK_SLIDE = style("drawing-page", FILLED.format("drawing-page"), "gelap")
LAID_BEFORE = '<draw:rect draw:style-name="kotak"/>'
OPEN_SLIDES = {
    "hitam di atas gelap": (style("paragraph", BLACK_LETTERS), "gelap", "", 1),
    "putih di atas gelap": (style("paragraph", WHITE), "gelap", "", 0),
    "putih di atas putih": (style("paragraph", WHITE), "", "", 1),
    "hitam di atas induk gelap": (style("paragraph", BLACK_LETTERS), "", "Gelap", 1),
    "putih di atas induk gelap": (style("paragraph", WHITE), "", "Gelap", 0),
    "induk bergambar": (style("paragraph", WHITE), "", "Foto", 0),
    "putih di kotak gelap": (
        style("paragraph", WHITE) + style("graphic", FILLED.format("graphic"), "kotak"),
        *("", "", 0),
    ),
    "kotak menurut letaknya": (
        style("paragraph", WHITE) + style("presentation", FILLED.format("graphic"), "kotak"),
        *("", "", 0),
    ),
}
MASTERS = (
    '<style:master-page style:name="Gelap" draw:style-name="gelap"/>'
    '<style:master-page style:name="Foto"><draw:image/></style:master-page>'
)


@pytest.mark.parametrize("name", OPEN_SLIDES)
def test_words_in_the_colour_of_their_open_slide_are_told(name: str) -> None:
    styles, own, master, times = OPEN_SLIDES[name]
    slide = PAGE.format(own, master, TEXT_BOX)
    told = inspect("a.fodp", flat(slide, DARK_SLIDE + styles + MASTERS, "presentation")).remarks
    assert [each.kind for each in told] == [HIDDEN] * times
    if times:  # on something that lies on the slide nobody knows
        covered = PAGE.format(own, master, LAID_BEFORE + TEXT_BOX)
        content = flat(covered, DARK_SLIDE + styles + MASTERS, "presentation")
        assert not inspect("a.fodp", content).remarks


SHEET = (
    '<table:table table:name="Data" {}><table:table-column table:number-columns-repeated="2"/>'
    '<table:table-column table:default-cell-style-name="a"/><table:table-row {}>'
    "<table:table-cell><text:p>x</text:p></table:table-cell>"
    '<table:table-cell table:style-name="b"><text:p>x</text:p></table:table-cell>'
    "<table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>"
)
CELL = style("table-cell", WHITE) + style("table-cell", "", "b")


@pytest.mark.parametrize("sort", ["ods", "fods"])
def test_what_hides_in_sheets_of_an_open_document_is_told(sort: str) -> None:
    def told(styles: str, body: str) -> list[str]:
        packed = open_document(styles + body)
        content = packed if sort == "ods" else flat(body, styles, "spreadsheet")
        return [each.message for each in inspect(f"a.{sort}", content).remarks]

    assert not told("", SHEET.format("", ""))
    (white,) = told(CELL, SHEET.format("", ""))
    assert "Ada 1 sel yang tulisannya tidak tampak, mulai sel C1" in white
    (row,) = told("", SHEET.format("", 'table:visibility="collapse"'))
    assert "Ada 1 baris tersembunyi" in row
    hiding = style("table", '<style:table-properties table:display="false"/>')
    (sheet,) = told(hiding, SHEET.format('table:style-name="a"', ""))
    assert "Lembar “Data” tersembunyi" in sheet


def test_pictures_macros_and_makers_of_an_open_document_in_one_file_are_told() -> None:
    picture = base64.b64encode(photograph("JPEG", exif=exif(place=True))).decode()
    body = f"<office:binary-data>{picture}</office:binary-data><!-- NIK {NIK} -->"
    macro = "<ooo:source-code xmlns:ooo='o'>Sub a</ooo:source-code>"
    content = flat(body + macro).replace(b"Dinas Contoh", b"Siti Wiraseta")
    found = inspect("a.fodt", content)
    assert places(found) == ["catatan di dalam berkas"]
    told = [each.message for each in found.remarks]
    assert [words in each for words, each in zip(("GPS", "nama", "makro"), told, strict=True)] == [
        True
    ] * 3


def large(sort: str) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (40, 40)).save(buffer, sort)
    return buffer.getvalue()


@pytest.mark.parametrize("sort", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF"])
def test_a_picture_in_which_writing_can_stand_is_said_to_be_unread(sort: str) -> None:
    (told,) = inspect(f"a.{sort.lower().replace('jpeg', 'jpg')}", large(sort)).remarks
    assert told.kind is UNREAD
    assert "tidak dibaca" in told.message
    (named,) = inspect("a.pdf", large("PNG")).remarks[1:]
    assert named.kind is RemarkKind.TAK_SESUAI  # is said beside it


@pytest.mark.parametrize("brand", [b"heic", b"heix", b"mif1", b"msf1", b"hevc", b"avif"])
def test_a_picture_of_a_telephone_is_said_to_be_unread(brand: bytes) -> None:
    (told,) = inspect("a.heic", bytes(3) + b"\x18ftyp" + brand + bytes(99)).remarks
    assert told.kind is UNREAD


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", lambda: add_parts(document(), {"word/media/1.png": large("PNG")})),
        ("a.xlsx", lambda: add_parts(book(), {"xl/media/1.jpeg": large("JPEG")})),
        ("a.odt", lambda: add_parts(open_document("", sort="text"), {"P/1.png": large("PNG")})),
        ("a.zip", lambda: archive({"b.docx": with_media()})),
    ],
)
def test_pictures_inside_a_document_are_counted(name: str, content: Callable[[], bytes]) -> None:
    (told,) = inspect(name, content()).remarks
    assert (
        told.message == "Tidak dapat diperiksa: ada 1 gambar di dalamnya, tulisannya tidak dibaca"
    )


def with_media() -> bytes:
    return add_parts(document("x"), {"word/media/1.png": large("PNG")})


CURVES = "0 0 m " + "1 1 2 2 3 3 c " * 60 + "f"
INLINE = "BI /W 1 /H 1 /BPC 8 /CS /G ID \0 EI"


@pytest.mark.parametrize("drawing", [CURVES, INLINE])
def test_a_page_without_a_letter_is_said_to_be_unread(drawing: str) -> None:
    (told,) = inspect("a.pdf", pdf(f") Tj ET {drawing} BT (")).remarks
    assert "1 halaman hanya gambar" in told.message


def pictured(text: str) -> bytes:
    """Make a page with a text and a picture that no camera wrote."""

    def change(writer: PdfWriter) -> None:
        add_photo(writer)
        resources = writer.pages[0]["/Resources"].get_object()
        assert isinstance(resources, DictionaryObject)
        picture = resources["/XObject"]["/Foto"].get_object()
        picture.update({NameObject("/Width"): NumberObject(40)})
        picture.update({NameObject("/Height"): NumberObject(40)})
        picture.update({NameObject("/Filter"): NameObject("/CCITTFaxDecode")})

    return pdf(text, change=change)


def test_a_picture_beside_the_text_of_a_page_is_said_to_be_unread() -> None:
    (told,) = inspect("a.pdf", pictured("Surat pengantar")).remarks
    assert told.message == "Tidak dapat diperiksa: tulisan pada gambar di halaman 1 tidak dibaca"


def left_open(made: Workbook) -> None:
    made["Rekap"]["D4"] = "=SUM(B2:B3)"


def test_a_formula_without_a_stored_value_is_said_to_be_unread() -> None:
    table = '<table:table table:name="Rekap"><table:table-row>{}</table:table-row></table:table>'
    cell = '<table:table-cell table:formula="of:=1+1"{}/>'
    sheets = {
        "a.xlsx": (book(left_open), "D4"),
        "a.ods": (open_document(table.format(cell.format(""))), "A1"),
        "a.fods": (flat(table.format(cell.format("")), sort="spreadsheet"), "A1"),
    }
    for name, (content, at) in sheets.items():
        (told,) = inspect(name, content).remarks
        assert told.kind is UNREAD
        assert f"hasil rumus di 1 sel tidak tersimpan, mulai sel {at}" in told.message
    empty = ' office:value-type="string" office:string-value=""'
    assert not inspect("a.ods", open_document(table.format(cell.format(empty)))).remarks
    cells = '<row r="1"><c r="A1" t="str"><f>B1</f><v></v></c></row>'
    part = f"<worksheet><sheetData>{cells}</sheetData></worksheet>".encode()
    assert not inspect("a.xlsx", replaced(book(), "xl/worksheets/sheet1.xml", part)).remarks


def coloured(made: Workbook) -> None:
    made["Rekap"]["E7"] = "catatan"
    made["Rekap"]["E7"].font = Font(color="FFFFC000")
    made["Rekap"]["E7"].fill = PatternFill("solid", fgColor="FFFFC000")


def blackened(made: Workbook) -> None:
    made["Rekap"]["E7"] = "catatan"
    made["Rekap"]["E7"].font = Font(color="FF000000")
    made["Rekap"]["E7"].fill = PatternFill("solid")  # black without a colour of its own


def almost_white(made: Workbook) -> None:
    made["Rekap"]["E7"] = "catatan"
    made["Rekap"]["E7"].font = Font(color="FFFEFEFE")


def test_letters_of_any_colour_on_the_same_ground_are_told() -> None:
    for fill in (coloured, blackened, almost_white):
        (cell,) = inspect("a.xlsx", book(fill)).remarks
        assert "mulai sel E7" in cell.message
    for look in (
        '<w:color w:val="FFC000"/><w:shd w:val="clear" w:fill="FFC000"/>',
        '<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>',
    ):
        (told,) = inspect("a.docx", with_body(_run(look))).remarks
        assert told.kind is HIDDEN
