"""What Office packages share: properties, comments, macros, embedded files, and parts unknown."""

import re
from collections.abc import Iterator
from typing import Final

from ppid.core.document import Inner, Part, Piece, Remark, Sort, named
from ppid.reading.documents.authors import is_personal_name
from ppid.reading.documents.package import Package, Step, local, texts_of

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
_READ_BEFORE: Final = (
    "docProps/",
    "meta.xml",
    "xl/comments",
    "xl/threadedComments/",
    "xl/persons/",
)
# Parts that only describe how something looks or is stored.
_LOOKS: Final = re.compile(
    r"(?:^|/)(?:styles|settings|webSettings|fontTable|calcChain|theme\d*|numbering|tableStyles"
    r"|presProps|viewProps|manifest|\[Content_Types\])\.xml$|/_rels/|^_rels/|/theme/",
    re.IGNORECASE,
)


def properties(package: Package) -> Iterator[Part]:
    """Yield what a document says of its makers; only names of people are remarked upon."""
    for name in _PROPERTY_FILES:
        for node in package.walk(name):
            text = node.text.strip()
            if node.step is not Step.TEXT or not text:
                continue
            label = _PROPERTIES.get(node.name) or node.name
            yield Piece(text, f"properti “{label}”")
            if node.name in _PROPERTIES and is_personal_name(text):
                yield Remark(Sort.KETERANGAN, f"Properti “{label}” menyebut nama orang")
    yield from _custom(package)


def _custom(package: Package) -> Iterator[Part]:
    label = ""
    for node in package.walk(_CUSTOM):
        if node.step is Step.OPENS and node.name == "property":
            label = local(node.attributes, "name")
            yield Piece(label, "nama properti tambahan")
        elif node.step is Step.TEXT and node.text.strip():
            yield Piece(node.text, f"properti tambahan {named(label)}")
            if is_personal_name(node.text.strip()):
                message = f"Properti tambahan {named(label)} menyebut nama orang"
                yield Remark(Sort.KETERANGAN, message, doubtful=True)


def carried(package: Package) -> Iterator[Part]:
    """Yield the files that are carried inside a document, and remark on programs among them."""
    if any(name.endswith(("vbaProject.bin", "Basic/script-lc.xml")) for name in package.names):
        yield Remark(Sort.PROGRAM, "Dokumen ini membawa makro")
    embedded = package.below(*_EMBEDDED)
    if embedded:
        message = f"Dokumen ini membawa {len(embedded)} berkas lain di dalamnya"
        yield Remark(Sort.PROGRAM, message)
    for name in package.names:
        # Pictures are looked into for what their cameras wrote; other files as documents.
        if _PICTURE.search(name) or (name in embedded and _NESTED.search(name)):
            yield Inner(name, package.read(name))


def notes(package: Package) -> Iterator[Part]:
    """Yield the comments of a workbook and remark on them; threaded ones are stored twice."""
    refs: list[str] = []
    for name in package.below("xl/comments", "xl/threadedComments/", "xl/persons/"):
        ref, text = "", ""
        for node in package.walk(name):
            if node.step is Step.OPENS and node.name in {"comment", "threadedComment"}:
                ref, text = node.attributes.get("ref", ""), ""
            elif node.step is Step.OPENS and node.name == "person":
                yield from _author(node.attributes.get("displayName", ""))
            elif node.step is Step.TEXT and node.name == "author":
                yield from _author(node.text)
            elif node.step is Step.TEXT:
                text += node.text
            elif node.name in {"comment", "threadedComment"} and text.strip():
                refs.append(ref)
                yield Piece(text, f"komentar pada sel {ref}")
    if refs:
        message = f"Ada {len(set(refs))} komentar, yang pertama pada sel {min(refs)}"
        yield Remark(Sort.TERSEMBUNYI, message)


def _author(name: str) -> Iterator[Part]:
    yield Piece(name, "nama pemberi komentar")
    # Excel calls the authors of threaded comments “tc={…}” in the copy for older programs.
    if is_personal_name(name) and not name.startswith("tc="):
        yield Remark(Sort.KETERANGAN, "Nama pemberi komentar ikut tersimpan")


def other_parts(package: Package, known: frozenset[str]) -> Iterator[Piece]:
    """Yield the text of parts that no reader knows, so that nothing hides in them."""
    for name in package.names:
        if name in known or name.startswith(_READ_BEFORE):
            continue
        if _UNREAD.search(name) and not _LOOKS.search(name):
            text = "\t\n".join(texts_of(package.walk(name)))
            known_as = next((p for start, p in _PLACES if name.startswith(start)), "")
            yield Piece(text, known_as or f"bagian {named(name)}")
