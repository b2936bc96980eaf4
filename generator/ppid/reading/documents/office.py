"""What Office packages share: properties, files inside, and parts that no reader knows."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from ppid.core.document import DocumentRemark, RemarkKind
from ppid.reading.documents.package import ZipPackage
from ppid.reading.documents.pieces import Inner, Part, Piece, named
from ppid.reading.documents.xml_stream import Step, texts_of

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
_NESTED: Final = re.compile(
    r"\.(?:xlsx|docx|ods|odt|pdf|zip|jpe?g|png|webp|csv|txt)$", re.IGNORECASE
)
_PICTURE: Final = re.compile(r"\.(?:jpe?g|png|webp)$", re.IGNORECASE)
_UNREAD: Final = re.compile(r"\.(?:xml|rels|vml)$", re.IGNORECASE)
_EMBEDDED: Final = ("xl/embeddings/", "word/embeddings/", "ppt/embeddings/", "Object ")
_READ_BEFORE: Final = ("docProps/", "meta.xml")
# Parts that only describe how something looks or is stored.
_LOOKS: Final = re.compile(
    r"(?:^|/)(?:styles|settings|webSettings|fontTable|calcChain|theme\d*|numbering|tableStyles"
    r"|presProps|viewProps|manifest|\[Content_Types\])\.xml$|/_rels/|^_rels/|/theme/",
    re.IGNORECASE,
)
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
    for name in _PROPERTY_FILES:
        for node in package.walk(name):
            text = node.text.strip()
            if node.step is not Step.TEXT or not text:
                continue
            label = _PROPERTIES.get(node.name) or node.name
            yield Piece(text, f"properti “{label}”")
            if node.name in _PROPERTIES and is_personal_name(text):
                message = f"Properti “{label}” menyebut nama orang"
                yield DocumentRemark(RemarkKind.KETERANGAN, message)
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


def carried(package: ZipPackage) -> Iterator[Part]:
    """Yield the files that are carried inside a document, and remark on programs among them."""
    if any(name.endswith(("vbaProject.bin", "Basic/script-lc.xml")) for name in package.names):
        yield DocumentRemark(RemarkKind.PROGRAM, "Dokumen ini membawa makro")
    embedded = package.below(*_EMBEDDED)
    if embedded:
        message = f"Dokumen ini membawa {len(embedded)} berkas lain di dalamnya"
        yield DocumentRemark(RemarkKind.PROGRAM, message)
    for name in package.names:
        # Pictures are looked into for what their cameras wrote; other files as documents.
        if _PICTURE.search(name) or (name in embedded and _NESTED.search(name)):
            yield Inner(name, package.read(name))


def other_parts(package: ZipPackage, known: Collection[str]) -> Iterator[Piece]:
    """Yield the text of parts that no reader knows, so that nothing hides in them."""
    for name in package.names:
        if name in known or name.startswith(_READ_BEFORE):
            continue
        if _UNREAD.search(name) and not _LOOKS.search(name):
            known_as = next((place for start, place in _PLACES if name.startswith(start)), "")
            yield Piece(texts_of(package.read(name)), known_as or f"bagian {named(name)}")


def is_personal_name(text: str) -> bool:
    """Return whether a property seems to name a person: words, none of an office or a program."""
    if any(map(str.isdigit, text)) or not _LETTERS.search(_ACADEMIC.sub("", text)):
        return False
    return not _OFFICE.search(text) and not _PROGRAM.search(text)
