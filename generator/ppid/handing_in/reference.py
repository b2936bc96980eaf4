"""What lists and worksheets are held against where the project is not at hand: in a browser.

For a list, of other OPDs their profiles and regulations are enough; of their documents and those of
the OPD itself the names and sizes. For a worksheet it is enough how every OPD was judged, who was
assigned, and which marks and objections are stored. The tests hold results against those of the
whole project.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from importlib.metadata import version
from typing import Final

import yaml
from pydantic import TypeAdapter

from ppid.checking.load import Memory, is_document, load_from
from ppid.core.project_files import Folder, StoredFolder
from ppid.handing_in.intake.first_check import ReadProject
from ppid.handing_in.worksheet.judged import Judged, Round
from ppid.handing_in.worksheet.objections import OBJECTIONS_FILE
from ppid.law.yaml_loading import StoredEvent, events_of, key_of, remember

_OF_ALL: Final = ("profil.yml", "regulasi")
"""What every OPD says that lists of others speak of: its name, and the laws it keeps."""
_TEXTS: Final = (".yml", ".csv", ".md", ".json")


@dataclass(frozen=True, slots=True)
class ListReference:
    """Files of a project by their paths, sizes of its documents, and its YAML as events.

    `program` is the version that reads them.
    """

    files: Mapping[str, str]
    documents: Mapping[str, int]
    events: Mapping[str, list[StoredEvent]]
    program: str = ""

    def as_json(self) -> bytes:
        """Return it as it is sent."""
        return _ADAPTER.dump_json(self)


_ADAPTER: Final = TypeAdapter(ListReference)


def basis_of(parts: Iterable[ListReference]) -> str:
    """Return a fingerprint of what lists are held against, and of the program that does it.

    Of the same workbook and answers come the same files where it is the same.
    """
    digest = sha256()
    for part in parts:
        said = (part.program, sorted(part.files.items()), sorted(part.documents.items()))
        digest.update(repr(said).encode())
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class RoundReference:
    """How OPDs were judged on a day, and the files of rounds: who was assigned, what is stored."""

    hari: date
    judged: Judged
    rounds: ListReference

    def as_json(self) -> bytes:
        """Return it as it is sent."""
        return _ROUND.dump_json(self)


_ROUND: Final = TypeAdapter(RoundReference)


def common_reference(project: Folder) -> ListReference:
    """Return what is the same for every OPD."""
    return _reference(project, (path for path in _paths(project) if _is_common(path)))


def reference_of(opd: str, project: Folder) -> ListReference:
    """Return what only an OPD needs."""
    own = f"data/opd/{opd}/"
    paths = (path for path in _paths(project) if path.startswith(own) and not _is_common(path))
    return _reference(project, paths)


def round_reference(judged: Judged, day: date, project: Folder) -> RoundReference:
    """Return what the worksheets of all years that were judged are held against."""
    return RoundReference(day, judged, _reference(project, filter(_is_of_round, _paths(project))))


def round_from(part: bytes, project: ReadProject) -> Round:
    """Read what was sent of the rounds, beside a project that may lack all of it."""
    said = _ROUND.validate_json(part)
    remember(said.rounds.events)
    texts = {path: text.encode() for path, text in said.rounds.files.items()}
    sizes = {
        entry.path: project.folder.size(entry.path)
        for top in ("data", "content")
        for entry in project.folder.entries(top)
        if not entry.instead
    }
    sizes |= {path: len(text) for path, text in texts.items()}
    folder = StoredFolder(texts, sizes, project.folder)
    corpus = load_from(folder, project.corpus.today, project.memory).corpus
    return Round(said.hari, said.judged, folder, corpus)


def project_from(parts: list[bytes], today: date) -> ReadProject:
    """Read a project from its references, each as it was sent."""
    files: dict[str, bytes] = {}
    sizes: dict[str, int] = {}
    read = [_ADAPTER.validate_json(part) for part in parts]
    for part in read:
        remember(part.events)
        files |= {path: text.encode() for path, text in part.files.items()}
        files |= dict.fromkeys(part.documents, b"")
        sizes |= part.documents
    folder = StoredFolder(files, {path: len(text) for path, text in files.items()} | sizes)
    memory = Memory()
    return ReadProject(folder, load_from(folder, today, memory).corpus, memory, basis_of(read))


def _paths(project: Folder) -> Iterator[str]:
    return (path for path, instead in project.entries("data") if not instead)


def _is_common(path: str) -> bool:
    parts = path.split("/")
    if parts[1] != "opd":
        return path.endswith(_TEXTS) and parts[1] in {"badan.yml", "acuan"}
    return len(parts) > 3 and parts[3] in _OF_ALL  # noqa: PLR2004 — data/opd/<folder>/<this>


def _is_of_round(path: str) -> bool:
    """Tell assignments, marks and objections from what checks of addresses found.

    Assignments and marks lie by their year.
    """
    parts = path.split("/")
    of_year = parts[1] == "pemantauan" and parts[2].removesuffix(".yml").isdecimal()
    return of_year or path == OBJECTIONS_FILE


def _reference(project: Folder, paths: Iterator[str]) -> ListReference:
    files: dict[str, str] = {}
    documents: dict[str, int] = {}
    events: dict[str, list[StoredEvent]] = {}
    for path in paths:
        if is_document(path):
            documents[path] = project.size(path)
        elif path.endswith(_TEXTS):
            try:
                files[path] = project.read(path).decode()
                if path.endswith(".yml"):
                    events[key_of(files[path])] = events_of(files[path])
            except (UnicodeDecodeError, yaml.YAMLError):  # `ppid periksa` says so
                continue
    return ListReference(files, documents, events, version("ppid-statis"))
