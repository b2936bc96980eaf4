"""From a folder to a corpus: the only code that walks `data/` and `content/`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from ppid.checking import submissions
from ppid.checking.read_file import FileRead, read_file
from ppid.core.corpus import Corpus
from ppid.core.document import Contents
from ppid.core.kind import FilePlace, Kind
from ppid.core.project_files import PACKAGE, DiskFolder, Folder
from ppid.core.record import Record
from ppid.diagnostics.diagnostic import Diagnostic, Requirement, Severity, diagnose, offer
from ppid.diagnostics.places import Located, SourceText, Span
from ppid.kinds import KINDS, kind_of_file
from ppid.law import LAW
from ppid.reading.documents.inspection import LARGEST, inspect, too_large

BRK_006 = Requirement(
    "BRK-006",
    "Nama berkas dan folder dikenal",
    Severity.GALAT,
    "Samakan nama dan letaknya dengan susunan folder data/, atau hapus berkas ini.",
    no_basis="Nama yang tidak dikenal berarti isinya tidak akan pernah terbit.",
)
REQUIREMENTS = (BRK_006, submissions.KRM_001)

_DOCUMENT = re.compile(
    r"opd/(?P<opd>[a-z][a-z0-9-]*)/dokumen/(?:[a-z0-9][a-z0-9._-]*/)*(?P<name>.+)"
)
_DOCUMENT_NAME = re.compile(
    r"[a-z0-9][a-z0-9._-]{0,150}\."
    r"(?:pdf|csv|xlsx?|ods|docx?|odt|txt|jpe?g|png|webp|json|geojson|mp3|mp4|zip)"
)
_IGNORED = {".gitkeep", ".gitignore"}
_ASK_FOR_WORDS = "Hapus berkas ini, lalu usulkan kata itu kepada pengembang programnya."


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of reading a folder: a corpus, what is wrong, and the texts to quote from."""

    corpus: Corpus
    diagnostics: list[Diagnostic]
    texts: Mapping[str, SourceText]


@dataclass(frozen=True, slots=True)
class Memory:
    """Files that were read before, by path and bytes: what two corpora share is read once."""

    known: dict[tuple[str, bytes], FileRead] = field(default_factory=dict)
    looked: dict[tuple[str, bytes], Contents] = field(default_factory=dict)

    def read(self, path: str, raw: bytes, kind: Kind | None, place: FilePlace | None) -> FileRead:
        """Read a file, or return what came of it before."""
        found = self.known.get((path, raw))
        if found is None:
            found = self.known[path, raw] = read_file(path, raw, kind, place)
        return found

    def inspect(self, path: str, raw: bytes) -> Contents:
        """Look into a document, or return what was seen in it before."""
        key = (path, sha256(raw).digest())
        found = self.looked.get(key)
        if found is None:
            found = self.looked[key] = inspect(path, raw)
        return found


def load(root: Path, today: date, law: Path = LAW) -> Loaded:
    """Read `root/data`, what lies below `root/content`, and `law`; never raises for bad data.

    `law` is the folder of what holds in the whole country; a project adds to it in `data/acuan/`.
    """
    return load_from(DiskFolder(root), today, law=law)


def load_from(folder: Folder, today: date, memory: Memory | None = None, law: Path = LAW) -> Loaded:
    """Read the same from any folder; `memory` is shared by folders that have files in common."""
    harvest = _Harvest(folder, memory)
    for read in _read_law(law):
        harvest.keep(read)
    for path in harvest.files_below("data"):
        harvest.take_data_file(path)
    for path in harvest.files_below("content"):
        if path.endswith(".md"):
            harvest.take(path)
        else:
            harvest.look_into(path)
    if not folder.has("data/badan.yml"):
        message = "Berkas “data/badan.yml” belum ada; tanpa itu situs tidak tahu milik siapa"
        hint = "Salin dari proyek lain lalu sesuaikan; isinya nama, alamat, dan kanal badan publik."
        harvest.complain("data/badan.yml", message, hint)
    corpus = Corpus(
        harvest.records,
        harvest.located,
        frozenset(harvest.documents),
        today,
        sizes=harvest.documents,
        contents=harvest.contents,
    )
    return Loaded(corpus, harvest.diagnostics, harvest.texts)


@lru_cache(maxsize=4)
def _read_law(folder: Path) -> tuple[FileRead, ...]:
    """Read what ships with the program, once for every corpus of a process: it does not change.

    Its files are laid out as those in `data/acuan/`. They are no part of the project, hence not
    among the sources of a corpus, which rules about files and personal data go through.
    """
    inside = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.yml")))
    return tuple(
        read_file(f"{PACKAGE}law/{name}", (folder / name).read_bytes(), *known)
        for name in inside
        if (known := kind_of_file(f"acuan/{name}"))
    )


@dataclass(slots=True)
class _Harvest:
    """What has been gathered so far while one folder is being read."""

    folder: Folder
    memory: Memory | None
    records: list[Record] = field(default_factory=list)
    located: dict[str, Located] = field(default_factory=dict)
    texts: dict[str, SourceText] = field(default_factory=dict)
    documents: dict[str, int] = field(default_factory=dict)
    contents: dict[str, Contents] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def files_below(self, top: str) -> Iterator[str]:
        """Yield the paths of files in a fixed order; what is no file is refused."""
        for path, instead in self.folder.entries(top):
            if instead:
                self.complain(path, f"“{_shown(path)}” adalah {instead}, bukan berkas")
            elif path.rsplit("/", 1)[-1] not in _IGNORED:
                yield path

    def take_data_file(self, path: str) -> None:
        """Take a file of `data/`: a document, a workbook that waits, records, or none of these."""
        inside = path.removeprefix("data/")
        if document := _DOCUMENT.fullmatch(inside):
            self.documents[path] = self.folder.size(path)
            self.look_into(path)
            if _DOCUMENT_NAME.fullmatch(name := document["name"]) is None:
                message = f"Nama dokumen “{_shown(name)}” memakai huruf, tanda, atau jenis"
                hint = "Pakai huruf kecil, angka, dan tanda hubung, misalnya “laporan-2019.pdf”."
                self.complain(path, f"{message} yang tidak diterima", hint)
        elif waiting := submissions.finding_of(path):
            self.diagnostics.append(waiting)
        elif matched := kind_of_file(inside):
            kind, _ = matched
            if kind.shipped:
                message = f"{kind.label} tidak dapat ditambah oleh sebuah badan publik"
                self.complain(path, message, _ASK_FOR_WORDS)
            else:
                self.take(path, *matched)
        elif not submissions.holds_answers(path):
            message = f"Berkas “{_shown(path)}” tidak dikenal di dalam folder data/"
            self.complain(path, message, _likely_name(path))

    def take(self, path: str, kind: Kind | None = None, place: FilePlace | None = None) -> None:
        """Read a file and keep what came of it."""
        read = self.memory.read if self.memory else read_file
        found = read(path, self.folder.read(path), kind, place)
        if found.located is not None:
            self.located[path] = found.located
        self.keep(found)

    def keep(self, read: FileRead) -> None:
        """Keep the records of a file, what is wrong with them, and the text to quote from."""
        if read.source is not None:
            self.texts[read.source.path] = read.source
        self.records.extend(read.records)
        self.diagnostics.extend(read.diagnostics)

    def look_into(self, path: str) -> None:
        """Look into a file that is published as it is."""
        if self.folder.size(path) > LARGEST:
            self.contents[path] = too_large()
            return
        look = self.memory.inspect if self.memory else inspect
        self.contents[path] = look(path.rsplit("/", 1)[-1], self.folder.read(path))

    def complain(self, path: str, message: str, hint: str = "") -> None:
        """Say that a file has no place in the project, or none like it."""
        self.diagnostics.append(diagnose(BRK_006, Span(path), message, hint=hint))


def is_document(path: str) -> bool:
    """Tell whether a path is that of a file that is published as it is."""
    return _DOCUMENT.fullmatch(path.removeprefix("data/")) is not None


def _likely_name(path: str) -> str:
    """Offer the name of a folder or file that a part of an unknown path is nearly like."""
    words = {word for kind in KINDS for shape in kind.files for word in shape.words}
    known = sorted(words | {"dokumen", submissions.FOLDER})
    unknown = (part for part in path.split("/")[1:] if part not in known)
    near = [match for part in unknown for match in get_close_matches(part, known, 1, 0.7)]
    return f"{offer(near[0])} {BRK_006.hint}" if near else ""


def _shown(path: str) -> str:
    """Make a file name safe to print: names may hold bytes that are no text at all."""
    return "".join(c if c.isprintable() and not "\ud800" <= c <= "\udfff" else "�" for c in path)
