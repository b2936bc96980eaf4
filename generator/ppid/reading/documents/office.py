"""What Office packages share: properties, files inside, and parts that no reader knows."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from ppid.core.document import DocumentRemark, RemarkKind, unread
from ppid.reading.documents.package import Allowance, ZipPackage, members_in
from ppid.reading.documents.pieces import Inner, Part, Piece, named, strings_in
from ppid.reading.documents.xml_stream import Step, texts_of
from ppid.values.numbers import format_bulat

_PROPERTIES: Final = {
    "creator": "Pengarang",
    "lastModifiedBy": "Terakhir disimpan oleh",
    "Manager": "Manajer",
    "Company": "Perusahaan",
    "initial-creator": "Pengarang",
    "printed-by": "Dicetak oleh",
}
_PLACES: Final = (
    ("xl/pivotCache/", "salinan data tabel pivot"),
    ("xl/externalLinks/", "isi buku kerja lain yang ditautkan"),
    ("xl/connections", "sambungan ke sumber data lain"),
    ("xl/drawings/", "kotak teks"),
    ("xl/workbook.xml", "nama yang didefinisikan"),
    ("xl/tables/", "nama kolom tabel"),
    ("xl/charts/", "data bagan"),
    ("word/charts/", "data bagan"),
    ("customXml/", "data tambahan"),
    ("styles.xml", "kepala atau kaki halaman"),
)
_CUSTOM: Final = "docProps/custom.xml"
_PROPERTY_FILES: Final = ("docProps/core.xml", "docProps/app.xml", "meta.xml")
_UNREAD: Final = re.compile(r"\.(?:xml|rels|vml)$", re.IGNORECASE)
_EMBEDDED: Final = ("xl/embeddings/", "word/embeddings/", "ppt/embeddings/", "Object ")
_READ_BEFORE: Final = ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml", "meta.xml")
_ABOUT: Final = ("core-properties", "extended-properties")
_PRINTERS: Final = re.compile(r"/printerSettings\d*\.bin$", re.IGNORECASE)
_OF_PROGRAMS: Final = frozenset({"mimetype", "layout-cache"})
"""Files that programs put into every document, without a text in them."""
_AFAR: Final = frozenset(
    {
        *("attachedTemplate", "oleObject", "externalLinkPath", "image", "subDocument", "frame"),
        *("mailMergeSource", "mailMergeHeaderSource", "recipientData"),
    }
)
"""Relationships that fetch something from where they lead."""
_OF_A_COMPUTER: Final = re.compile(r"file:/{2,}|[a-z]:[\\/]|\\\\", re.IGNORECASE)
_THUMBNAIL: Final = "docProps/thumbnail"
_CONTROLS: Final = ("word/activeX/", "xl/activeX/", "ppt/activeX/")
_OFFICE: Final = re.compile(
    r"\b(?:dinas|badan|bagian|bidang|seksi|sub\w*|kota|kabupaten|provinsi|prov|pemkot|pemkab|pemprov"
    r"|pemerintah\w*|sekretariat|setda|setwan|inspektorat|satpol|satuan|polisi|kecamatan|kelurahan"
    r"|kec|kel|upt\w*|rsud|rumah sakit|puskesmas|ppid|humas|tim|staf\w*|tata usaha|umum|arsip"
    r"|admin\w*|disk\w+|dis[dhknp]\w+|bapp?[el]\w+|bp\w{2,}|dp\w{2,}|dlh|dinkes|dishub|kpu|bawaslu|kominfo"
    r"|kementerian|komisi|komite|panitia|pokja|unit|uptd|perumda|pdam|bumd|pt|cv|biro|direktorat"
    r"|balai|kantor|perangkat daerah|opd|skpd|lpse|jdih|wali ?kota|bupati|desa|sekolah|sman?|smpn?"
    r"|sdn?|universitas|contoh|demo|peragaan)\b",
    re.IGNORECASE,
)
_PROGRAM: Final = re.compile(
    r"\b(?:user|pengguna|owner|pemilik|guest|tamu|microsoft|windows|office|word|excel|libreoffice"
    r"|openoffice|openpyxl|python|docx|calc|writer|apache|poi|adobe|acrobat|canva|wps|google|docs"
    r"|nitro|foxit|pdf\w*|scanner|scan|epson|canon|hp|hewlett\w*|acer|asus\w*|lenovo|toshiba|dell"
    r"|axioo|samsung|komputer|computer|pc|laptop|notebook|client|server|root|administrator|unknown"
    r"|anonymous|anonim|default|none|null|xlsx\w*|phpspreadsheet|phpexcel|creator|sistem|system"
    r"|aplikasi|operator|printer|kyocera|xerox|brother|ricoh|iphone|android|apple|mac|ilovepdf)\b",
    re.IGNORECASE,
)
_LETTERS: Final = re.compile(r"[^\W\d_]{3,}")
_ACADEMIC: Final = re.compile(
    r"\b(?:dr|ir|drs|dra|hj?|s\.?[a-z]{1,3}|m\.?[a-z]{1,3}|ph\.?d|a\.?md)\b\.?", re.IGNORECASE
)


def properties(package: ZipPackage) -> Iterator[Part]:
    """Yield what a document says of its makers; only names of people are remarked upon."""
    related = [part for kind in _ABOUT for part in package.related_as("", kind)]
    for name in dict.fromkeys((*_PROPERTY_FILES, *related)):
        for node in package.walk(name):
            if node.step is Step.TEXT:
                yield from told_property(node.name, node.text.strip())
    label = ""
    for node in package.walk(_CUSTOM):
        if node.opens("property"):
            label = node.attribute("name")
            yield Piece(label, "nama properti tambahan")
        elif node.step is Step.TEXT and node.text.strip():
            yield Piece(node.text, f"properti tambahan {named(label)}")
            if is_personal_name(node.text.strip()):
                message = f"Properti tambahan {named(label)} menyebut nama orang"
                yield DocumentRemark(RemarkKind.KETERANGAN, message, doubtful=True)


def told_property(name: str, text: str) -> Iterator[Part]:
    """Yield a property, and a remark if it names a person."""
    if not text:
        return
    label = _PROPERTIES.get(name) or name
    yield Piece(text, f"properti “{label}”")
    if name in _PROPERTIES and is_personal_name(text):
        message = f"Properti “{label}” menyebut nama orang"
        yield DocumentRemark(RemarkKind.KETERANGAN, message)


def carried(package: ZipPackage) -> Iterator[Part]:
    """Yield remarks on programs, files and places elsewhere that a document carries along."""
    if any(name.endswith(("vbaProject.bin", "Basic/script-lc.xml")) for name in package.names):
        yield DocumentRemark(RemarkKind.PROGRAM, "Dokumen ini membawa makro")
    if package.below(*_CONTROLS):
        yield DocumentRemark(RemarkKind.PROGRAM, "Dokumen ini membawa kontrol ActiveX")
    if embedded := package.below(*_EMBEDDED):
        message = f"Dokumen ini membawa {len(embedded)} berkas lain di dalamnya"
        yield DocumentRemark(RemarkKind.PROGRAM, message)
    if package.below(_THUMBNAIL):
        message = "Dokumen ini menyimpan gambar pratinjau; tulisan di dalamnya tidak dibaca"
        yield DocumentRemark(RemarkKind.TERSEMBUNYI, message, doubtful=True)
    for owner in package.names:
        for relation in package.leading_out(owner):
            if relation.type in _AFAR:
                message = "Dokumen ini mengambil isi dari luar saat dibuka"
                yield DocumentRemark(RemarkKind.PROGRAM, message)
            if _OF_A_COMPUTER.match(relation.target):
                message = "Dokumen ini menyebut letak berkas di komputer atau jaringan pembuatnya"
                yield DocumentRemark(RemarkKind.KETERANGAN, message)
    yield from between_parts(package)


def between_parts(package: ZipPackage) -> Iterator[Part]:
    """Yield what lies in a package without being one of its files, and what covered files hold."""
    for told in package.beside:
        yield from strings_in(told, "keterangan tentang isi arsip")
    covered = 0
    for name, content in package.covered():
        covered += 1
        yield Inner(name, content)
    if covered:
        message = f"Ada {covered} berkas di dalamnya yang namanya sama dengan berkas lain di sana"
        yield DocumentRemark(RemarkKind.TERSEMBUNYI, message, doubtful=True)
    unlisted = 0
    for stretch in package.unlisted():
        if not stretch.strip(b"\0\r\n "):
            continue
        unlisted += len(stretch)
        package.allowance.take(len(stretch))
        yield from strings_in(stretch, "isi di luar daftar isi arsip")
        for name, content in members_in(stretch, package.allowance):
            yield Piece(name, "nama berkas di luar daftar isi arsip")
            yield Inner(name, content)
    if unlisted:
        message = f"Ada {format_bulat(unlisted)} byte isi lain di luar daftar isi arsipnya"
        yield DocumentRemark(RemarkKind.TERSEMBUNYI, message, doubtful=True)


def other_parts(package: ZipPackage, known: Collection[str]) -> Iterator[Part]:
    """Yield the parts that no reader knows, so that nothing hides in them."""
    for name in package.names:
        if name in known or name in _READ_BEFORE or name in _OF_PROGRAMS:
            continue
        if _PRINTERS.search(name):
            yield from _printer(package.read(name))
        elif _UNREAD.search(name):
            known_as = next((place for start, place in _PLACES if name.startswith(start)), "")
            yield Piece(texts_of(package.read(name)), known_as or f"bagian {named(name)}")
        else:
            yield Inner(name, package.read(name), told=name.startswith(_THUMBNAIL))
    yield Piece("\t\n".join(package.noted.values()), "catatan di dalam berkas")


def _printer(settings: bytes) -> Iterator[Part]:
    for piece in strings_in(settings, "pengaturan pencetak"):
        yield piece
        if "\\\\" in piece.text:
            message = "Pengaturan pencetak menyebut nama komputer atau jaringan kantor"
            yield DocumentRemark(RemarkKind.KETERANGAN, message)


def read_unknown(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield what can be read of a package whose main part cannot be."""
    package = ZipPackage(content, allowance)
    yield unread("buku kerja Excel biner hanya terbaca sebagian")
    yield from properties(package)
    yield from carried(package)
    main = [name for name in package.names if name.endswith(".bin")]
    for name in main:
        yield from strings_in(package.read(name), f"bagian {named(name)}")
    yield from other_parts(package, main)


def is_personal_name(text: str) -> bool:
    """Return whether a property seems to name a person: words, none of an office or a program."""
    if any(map(str.isdigit, text)) or not _LETTERS.search(_ACADEMIC.sub("", text)):
        return False
    return not _OFFICE.search(text) and not _PROGRAM.search(text)
