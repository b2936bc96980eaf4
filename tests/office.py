"""LibreOffice, for tests that let it open what we made and what a clerk filled in."""

import os
import shutil
import subprocess
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import pytest

FILTERS = {"xlsx": "xlsx:Calc MS Excel 2007 XML"}
"""What a form is called where the ending alone would choose another one."""


@dataclass(frozen=True)
class Office:
    """The program with one profile for all tests of a process; making one takes a while."""

    program: str
    folder: Path
    known: dict[tuple[bytes, str, str], bytes] = field(default_factory=dict)

    @property
    def profile(self) -> Path:
        return self.folder / "profil"

    def run(self, *arguments: str) -> None:
        command = [self.program, f"-env:UserInstallation={self.profile.as_uri()}", "--headless"]
        subprocess.run([*command, *arguments], check=True, capture_output=True, timeout=180)

    def save_as(self, form: str, files: list[Path], target: Path) -> None:
        """Open files and write them into a folder in another form, all in one start."""
        wanted = ("--convert-to", FILTERS.get(form, form), "--outdir", str(target))
        self.run(*wanted, *map(str, files))

    def convert(self, content: bytes, form: str = "xlsx", given: str = "xlsx") -> bytes:
        """Return a workbook as it is saved again; what was asked for before is remembered."""
        key = (sha256(content).digest(), form, given)
        if key not in self.known:
            source = self.folder / f"buku.{given}"
            source.write_bytes(content)
            self.save_as(form, [source], self.folder / "hasil")
            self.known[key] = (self.folder / "hasil" / f"buku.{form}").read_bytes()
        return self.known[key]


def find_office() -> str:
    """Return the path of LibreOffice; skip without it, unless PPID_WAJIB_KANTOR=1."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    # Writer is a package of its own; the program is there without it too.
    if found and (Path(found).resolve().parent / "libswlo.so").exists():
        return found
    message = "LibreOffice tidak lengkap; pasang libreoffice-calc dan libreoffice-writer"
    if os.environ.get("PPID_WAJIB_KANTOR") == "1":
        pytest.fail(message, pytrace=False)
    pytest.skip(message)
