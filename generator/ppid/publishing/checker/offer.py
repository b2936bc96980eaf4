"""What a site offers of the checker: where its files lie, and how much a browser loads."""

from dataclasses import dataclass
from gzip import compress
from typing import Final

from ppid.core.page import Export
from ppid.core.project_files import Folder
from ppid.publishing.checker.parts import parts_in, ready_in
from ppid.publishing.checker.program import digest_of, engine_files

CHECKER: Final = "periksa/"
"""The address of the checker's page; those of single OPDs lie below it."""
COMMON: Final = f"{CHECKER}acuan.json"
ROUND: Final = f"{CHECKER}putaran.json"
"""What only worksheets are held against: marks of assessors, and objections."""
_SCRIPTS: Final = (".js", ".mjs")


@dataclass(frozen=True, slots=True)
class Engine:
    """The files that a browser loads, where they lie, and their size on the way in bytes."""

    address: str
    files: tuple[Export, ...]
    size: int


def engine_in(folder: Folder | None) -> Engine | None:
    """Return the engine of a project; none where its parts have not been fetched."""
    parts = parts_in(folder)
    if not parts:
        return None
    files = engine_files(parts, ready_in(folder))
    address = f"assets/pemeriksa/{digest_of(files)}/"
    # Servers compress scripts; what they do not compress is compressed as it lies there.
    sent = (len(compress(c, 6) if n.endswith(_SCRIPTS) else c) for n, c in files.items())
    exports = tuple(Export(f"{address}{name}", content) for name, content in files.items())
    return Engine(address, exports, sum(sent))


def checker_url(opd: str) -> str:
    """Return the address of the page of an OPD."""
    return f"{CHECKER}{opd}/"


def reference_url(opd: str) -> str:
    """Return where lies what only an OPD needs."""
    return f"{checker_url(opd)}acuan.json"
