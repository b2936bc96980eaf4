"""ZIP packages from strangers: bounds, locks, damage, and which part belongs to which.

Whoever opens a workbook, a text document or an archive asks here: the privacy gate, the intake of
lists, and the reply that edits a clerk's workbook.
"""

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

from ppid.reading.documents.xml_stream import Node, TooMuchError, UnreadableError, walk

MOST_BYTES: Final = 64_000_000
"""Unpacked from one document and what is inside it; a list of 2,000 rows takes about 3 MB."""
MOST_WITH_PICTURES: Final = 200_000_000
"""Unpacked from a workbook of which every part is kept in memory, to be written again."""
MOST_STEPS: Final = 800_000
"""Rows and tags of texts in one document; a sheet with 50,000 filled cells has a quarter of them.

What is packed can have far more of them than what packs it is large.
"""
MOST_MEMBERS: Final = 5_000
"""Files inside one document."""
_LOCKED: Final = 0x1
"""The flag of a member that is encrypted."""
_DAMAGE: Final = (
    *(zipfile.BadZipFile, zlib.error, EOFError, KeyError, IndexError, NotImplementedError),
    *(OSError, RuntimeError, ValueError),
)
_LOCAL: Final = b"PK\x03\x04"
"""How the head of a member begins, before its bytes."""
_LOCAL_HEAD: Final = struct.Struct("<8xH8xIIHH")
"""In it the way of packing, both sizes, and the lengths of its name and of its extra fields."""
_LISTED: Final = struct.Struct("<28xHHH12x")
"""In an entry of the directory the lengths of its name, extra fields and comment."""
_END: Final = b"PK\x05\x06"
_END_SIZE: Final = 22
_LARGE_END: Final = re.compile(rb"PK\x06\x06.{52}(?:PK\x06\x07.{16})?", re.DOTALL)
_DESCRIBED: Final = 0x8
"""The flag of a member whose sizes stand behind it."""
_DESCRIPTION: Final = b"PK\x07\x08"
_DEFLATED: Final = 8
_COMMENT: Final = b"<!--"
_XML: Final = (".xml", ".rels", ".vml")
DAMAGED: Final = "berkasnya rusak sehingga tidak dapat dibuka"


class LockedError(UnreadableError):
    """A document asks for a password."""

    def __init__(self) -> None:
        super().__init__("berkasnya terkunci kata sandi")


@dataclass(slots=True)
class Allowance:
    """How much may still be unpacked from one document; shared with the files inside it.

    A few seconds of work and far less than the memory of a small machine.
    """

    left: int = MOST_BYTES
    members: int = MOST_MEMBERS
    steps: int = MOST_STEPS

    def take(self, size: int) -> None:
        """Use up `size` bytes; raise TooMuchError when they are not there."""
        if size > self.left:
            raise TooMuchError("isinya terlalu besar untuk diperiksa seluruhnya")
        self.left -= size

    def count(self, members: int) -> None:
        """Use up so many files inside; raise TooMuchError when they are not there."""
        if members > self.members:
            raise TooMuchError("berkas di dalamnya terlalu banyak untuk diperiksa seluruhnya")
        self.members -= members

    def walk(self, steps: int) -> None:
        """Use up so many rows or tags; raise TooMuchError when they are not there."""
        if steps > self.steps:
            raise TooMuchError(
                "baris atau bagian tulisannya terlalu banyak untuk diperiksa seluruhnya"
            )
        self.steps -= steps


class PackageKind(Enum):
    """What a package holds, and what readers call it."""

    WORKBOOK = "buku kerja Excel (.xlsx)"
    BINARY_WORKBOOK = "buku kerja Excel biner (.xlsb)"
    WORD = "dokumen Word"
    SLIDES = "presentasi PowerPoint"
    SPREADSHEET = "lembar kerja OpenDocument (.ods)"
    OPEN_TEXT = "dokumen OpenDocument (.odt)"
    OPEN_DOCUMENT = "dokumen OpenDocument yang bukan lembar kerja atau naskah"
    NUMBERS = "dokumen Numbers"
    ARCHIVE = "arsip ZIP"


_CONTENT_TYPES: Final = (
    ("ms-excel.sheet.binary", PackageKind.BINARY_WORKBOOK),
    ("spreadsheetml", PackageKind.WORKBOOK),
    ("ms-excel", PackageKind.WORKBOOK),
    ("wordprocessingml", PackageKind.WORD),
    ("ms-word", PackageKind.WORD),
    ("presentationml", PackageKind.SLIDES),
    ("ms-powerpoint", PackageKind.SLIDES),
)
"""Words in the type of the main part; documents with macros are named after the program."""
_USUAL_PARTS: Final = {
    "xl/workbook.xml": PackageKind.WORKBOOK,
    "word/document.xml": PackageKind.WORD,
    "ppt/presentation.xml": PackageKind.SLIDES,
}


class Relation(NamedTuple):
    """A relationship of a part: its id, its type without the address, and where it leads.

    `target` is the name of a part, or an address outside of the package if `external`.
    """

    id: str
    type: str
    target: str
    external: bool


class ZipPackage:
    """A ZIP archive whose members are read one by one within an allowance."""

    def __init__(self, content: bytes, allowance: Allowance | None = None) -> None:
        """Open the archive; raise UnreadableError when it is damaged, locked or too full."""
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
            self._content = content
        except _DAMAGE as error:
            raise UnreadableError(DAMAGED) from error
        self.allowance = allowance or Allowance()
        members = [each for each in self._archive.infolist() if each.file_size or not each.is_dir()]
        self.allowance.count(len(members))
        if any(entry.flag_bits & _LOCKED for entry in members):
            raise LockedError
        # Some programs of Windows write “xl\workbook.xml”.
        self._members = {entry.filename.replace("\\", "/"): entry for entry in members}
        self._covered = [
            entry for entry in members if self._members[entry.filename.replace("\\", "/")] != entry
        ]
        self._relations: dict[str, list[Relation]] = {}
        self.noted: dict[str, str] = {}
        """The comments in the parts that were read, by their names."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all files inside, in the order of the archive."""
        return tuple(self._members)

    @property
    def comment(self) -> bytes:
        """What was written into the archive about itself."""
        return self._archive.comment

    @property
    def beside(self) -> Iterator[bytes]:
        """What was written into the archive about its members, other than their names."""
        for entry in self._archive.infolist():
            at = entry.header_offset + _LOCAL_HEAD.size
            *_, name, extra = self._head(entry.header_offset)
            yield from (entry.comment, entry.extra, self._content[at + name :][:extra])

    def covered(self) -> Iterator[tuple[str, bytes]]:
        """Yield the members that later ones of the same name cover."""
        return ((entry.filename, self._unpacked(entry)) for entry in self._covered)

    def unlisted(self) -> Iterator[bytes]:
        """Yield the stretches of the file that belong to no member, nor to the directory."""
        content, at = self._content, 0
        entries = self._archive.infolist()
        for entry in sorted(entries, key=lambda entry: entry.header_offset):
            yield content[at : entry.header_offset]
            *_, name, extra = self._head(entry.header_offset)
            end = entry.header_offset + _LOCAL_HEAD.size + name + extra + entry.compress_size
            if entry.flag_bits & _DESCRIBED:
                end += self._described(end, entry)
            at = max(at, end)
        yield content[at : self._archive.start_dir]
        at = max(at, self._archive.start_dir)
        for _ in entries:
            at += _LISTED.size + sum(self._numbers(_LISTED, at))
        if large := _LARGE_END.match(content, at):
            at = large.end()
        end = content.find(_END, at)
        if end >= 0:
            yield content[at:end]
            at = end + _END_SIZE + len(self.comment)
        yield content[at:]

    def _numbers(self, shape: struct.Struct, at: int) -> tuple[int, ...]:
        """Return the numbers that stand at a place, noughts beyond the end."""
        return shape.unpack(self._content[at : at + shape.size].ljust(shape.size, b"\0"))

    def _head(self, at: int) -> tuple[int, ...]:
        return self._numbers(_LOCAL_HEAD, at)

    def _described(self, at: int, entry: zipfile.ZipInfo) -> int:
        """Return how long the description is that stands behind a member."""
        content = self._content
        marked = len(_DESCRIPTION) if content.startswith(_DESCRIPTION, at) else 0
        sums = entry.CRC.to_bytes(4, "little")
        for size in (4, 8):
            sizes = b"".join(
                each.to_bytes(8, "little")[:size] for each in (entry.compress_size, entry.file_size)
            )
            if content.startswith(sums + sizes, at + marked):
                return marked + len(sums + sizes)
        return 0

    @cached_property
    def main_part(self) -> str:
        """The part that an Office document is about; empty where none is found."""
        told = self.related_as("", "officeDocument")
        return next((name for name in (*told, *_USUAL_PARTS) if name in self._members), "")

    @cached_property
    def kind(self) -> PackageKind:
        """What the package holds, by the type of its main part.

        The types of other parts say nothing: objects that were put into a workbook have theirs.
        """
        mimetype = self.read("mimetype")[:100]
        if "[Content_Types].xml" in self._members:
            content_type = self._content_type(self.main_part)
            usual = _USUAL_PARTS.get(self.main_part, PackageKind.ARCHIVE)
            return next((kind for word, kind in _CONTENT_TYPES if word in content_type), usual)
        if b"opendocument" in mimetype and "content.xml" in self._members:
            if b"opendocument.spreadsheet" in mimetype:
                return PackageKind.SPREADSHEET
            is_text = b"opendocument.text" in mimetype
            return PackageKind.OPEN_TEXT if is_text else PackageKind.OPEN_DOCUMENT
        if any(name.endswith(".iwa") for name in self._members):
            return PackageKind.NUMBERS
        return PackageKind.ARCHIVE

    def _content_type(self, part: str) -> str:
        """Return the type of a part: its own, or else that of all parts with its ending."""
        found = ""
        for node in self.walk("[Content_Types].xml"):
            if node.opens("Override") and node.attribute("PartName").lstrip("/") == part:
                return node.attribute("ContentType")
            if node.opens("Default") and part.endswith(f".{node.attribute('Extension')}"):
                found = node.attribute("ContentType")
        return found

    def below(self, *starts: str) -> list[str]:
        """Return the names that begin with one of `starts`, sorted."""
        return sorted(name for name in self._members if name.startswith(starts))

    def read(self, name: str) -> bytes:
        """Return the bytes of a file inside; empty when there is none."""
        entry = self._members.get(name)
        content = self._unpacked(entry) if entry else b""
        if _COMMENT in content and name.lower().endswith(_XML):
            noted = (rest.partition(b"-->")[0] for rest in content.split(_COMMENT)[1:])
            self.noted[name] = b"\t\n".join(noted).decode("utf-8", "replace")
        return content

    def _unpacked(self, entry: zipfile.ZipInfo) -> bytes:
        self.allowance.take(entry.file_size)
        try:
            with self._archive.open(entry) as part:
                # ZipFile.read would unpack all there is before it compares it with the size that
                # the archive claims; this stops there, and a wrong size shows as damage.
                return part.read(entry.file_size + 1)
        except _DAMAGE as error:
            raise UnreadableError(DAMAGED) from error

    def walk(self, name: str) -> Iterator[Node]:
        """Yield the elements and texts of an XML file inside; nothing when there is none."""
        content = self.read(name)
        return walk(content) if content else iter(())

    def related(self, owner: str) -> Iterator[Relation]:
        """Yield what leads from a part to another one; the package itself is the owner “”."""
        return (relation for relation in self._listed(owner) if not relation.external)

    def links(self, owner: str) -> dict[str, str]:
        """Return by their ids the addresses outside of the package to which a part leads."""
        return {relation.id: relation.target for relation in self.leading_out(owner)}

    def leading_out(self, owner: str) -> Iterator[Relation]:
        """Yield what leads from a part to somewhere outside of the package."""
        return (relation for relation in self._listed(owner) if relation.external)

    def _listed(self, owner: str) -> list[Relation]:
        """Return all relationships of a part; they are read once, as there may be many."""
        if owner not in self._relations:
            content = self.read(relations_of(owner))
            self._relations[owner] = list(relations_in(content, owner)) if content else []
        return self._relations[owner]

    def related_as(self, owner: str, kind: str) -> list[str]:
        """Return the parts that `owner` has as a “worksheet”, “comments” and so on, each once."""
        targets = (each.target for each in self.related(owner) if each.type == kind)
        return list(dict.fromkeys(targets))


def members_in(stretch: bytes, allowance: Allowance) -> Iterator[tuple[str, bytes]]:
    """Yield what can be unpacked of a stretch of an archive that its directory does not list."""
    starts = [found.start() for found in re.finditer(re.escape(_LOCAL), stretch)]
    for start, end in pairwise([*starts, len(stretch)]):
        allowance.count(1)
        head = stretch[start : start + _LOCAL_HEAD.size].ljust(_LOCAL_HEAD.size, b"\0")
        way, packed, _, name, extra = _LOCAL_HEAD.unpack(head)
        at = start + _LOCAL_HEAD.size
        called = stretch[at : at + name].decode("utf-8", "replace")
        stored = stretch[at + name + extra : end]
        if way == _DEFLATED:
            try:
                stored = zlib.decompressobj(-zlib.MAX_WBITS).decompress(stored, allowance.left + 1)
            except zlib.error as error:
                raise UnreadableError(DAMAGED) from error
        elif packed:
            stored = stored[:packed]
        allowance.take(len(stored))
        yield called, stored


def relations_in(content: bytes, owner: str) -> Iterator[Relation]:
    """Yield the relationships of `owner` that the part `relations_of(owner)` lists."""
    for node in walk(content):
        if node.opens("Relationship"):
            target, external = node.attribute("Target"), node.attribute("TargetMode") == "External"
            yield Relation(
                node.attribute("Id"),
                node.attribute("Type").rpartition("/")[2],
                target if external else target_part(owner, target),
                external,
            )


def relations_of(owner: str) -> str:
    """Name the part that holds the relationships of a part."""
    folder, name = posixpath.split(owner)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def target_part(owner: str, target: str) -> str:
    """Resolve where a relationship of a part leads: “./sheet1.xml”, “../xl/…”, “/xl/…”."""
    path = posixpath.join("/", posixpath.dirname(owner), target.replace("\\", "/"))
    return posixpath.normpath(path).lstrip("/")
