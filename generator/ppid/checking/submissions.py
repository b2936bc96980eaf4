"""What is said of a workbook that was handed in: it waits, it is not published, what comes next."""

import re
from dataclasses import dataclass

from ppid.core.kind import OPD_FOLDER
from ppid.diagnostics.diagnostic import Diagnostic, Requirement, Severity, diagnose
from ppid.diagnostics.inert import brief
from ppid.diagnostics.places import Span

FOLDER = "kiriman"
"""The folder of an OPD that takes them; the OPD's own folder will do as well."""
_WAITING = re.compile(
    rf"data/opd/(?P<opd>{OPD_FOLDER})/"
    rf"(?:{FOLDER}/(?P<name>[^/]+\.(?i:xlsx|xlsm|xls|xlsb|ods|docx|odt|csv|zip))"
    r"|(?P<beside>[^/]+\.(?i:xlsx|xlsm|xls|xlsb|ods)))",
    re.ASCII,
)
_LIST = re.compile(r"(?<![a-z])(dik|dip)(?![a-z])", re.IGNORECASE | re.ASCII)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)", re.ASCII)
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._()-]*", re.ASCII)


ANSWERS = ".jawaban.yml"
"""How a file ends that keeps the answers to questions about a workbook; it lies beside it."""
_ANSWERS = re.compile(rf"data/opd/[a-z][a-z0-9-]*/{FOLDER}/[^/]+{re.escape(ANSWERS)}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A workbook as its path tells it; `jenis` is empty and `tahun` 0 where the name is silent."""

    path: str
    opd: str
    jenis: str
    tahun: int

    @property
    def importable(self) -> bool:
        """Whether the name says everything and is safe to be shown and typed."""
        return bool(self.jenis and self.tahun and _PLAIN.fullmatch(self.path.rpartition("/")[2]))

    @property
    def command(self) -> str:
        """Return the command that makes a list of the workbook; in capitals what must be filled."""
        name = self.path.rpartition("/")[2]
        shown = f"'{self.path}'" if _PLAIN.fullmatch(name) else "BERKAS"
        jenis, tahun = self.jenis or "JENIS", self.tahun or "TAHUN"
        return f"ppid impor {shown} --opd {self.opd} --jenis {jenis} --tahun {tahun}"


def holds_answers(path: str) -> bool:
    """Tell whether a file keeps the answers to questions about a workbook that waits."""
    return _ANSWERS.fullmatch(path) is not None


def waiting_of(path: str) -> Waiting | None:
    """Read a path below the project; nothing when no workbook is handed in there."""
    place = _WAITING.fullmatch(path)
    if place is None:
        return None
    name = place["name"] or place["beside"]
    kinds = {kind.lower() for kind in _LIST.findall(name)}
    years = set(_YEAR.findall(name))
    jenis = kinds.pop() if len(kinds) == 1 else ""
    tahun = int(years.pop()) if len(years) == 1 else 0
    return Waiting(path, place["opd"], jenis, tahun)


KRM_001 = Requirement(
    "KRM-001",
    "Buku kerja yang diserahkan sudah dipindahkan ke daftar",
    Severity.PERINGATAN,
    f"Pindahkan isinya ke daftar dengan `ppid impor`, lalu hapus buku kerjanya dari {FOLDER}/.",
    no_basis="Buku kerja menunggu diolah; isinya baru terbit setelah menjadi daftar.",
)


def finding_of(path: str) -> Diagnostic | None:
    """Say that a workbook waits, with the command to run; nothing for any other file."""
    waiting = waiting_of(path)
    if waiting is None:
        return None
    message = f"Buku kerja “{brief(path, 200)}” menunggu diolah; isinya belum terbit"
    hint = f"Jalankan: {waiting.command}; lalu hapus buku kerjanya."
    return diagnose(KRM_001, Span(path), message, hint=hint)
