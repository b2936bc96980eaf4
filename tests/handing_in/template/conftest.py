"""LibreOffice, for tests that let it open what we made and what a clerk filled in."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Convert = Callable[..., bytes]


@pytest.fixture(scope="session")
def soffice() -> str:
    """LibreOffice; tests are skipped without it, unless PPID_WAJIB_KANTOR=1."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None and os.environ.get("PPID_WAJIB_KANTOR") == "1":
        pytest.fail("LibreOffice tidak ada, padahal PPID_WAJIB_KANTOR=1")
    if found is None:
        pytest.skip("LibreOffice tidak ada; pasang libreoffice-calc untuk uji rumus")
    return found


@pytest.fixture
def convert(soffice: str, tmp_path: Path) -> Convert:
    """Let LibreOffice open a workbook and save it again: `convert(content, "ods")`."""
    names = {"xlsx": "xlsx:Calc MS Excel 2007 XML", "ods": "ods", "xls": "xls"}

    def converted(content: bytes, form: str = "xlsx", given: str = "xlsx") -> bytes:
        source = tmp_path / f"templat.{given}"
        source.write_bytes(content)
        command = [
            soffice,
            f"-env:UserInstallation=file://{tmp_path}/profil",
            *("--headless", "--convert-to", names[form], "--outdir"),
            *(str(tmp_path / "hasil"), str(source)),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return (tmp_path / "hasil" / f"templat.{form}").read_bytes()

    return converted
