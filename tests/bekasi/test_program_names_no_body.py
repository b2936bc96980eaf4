"""The program names no body: not this city, not its offices, not its law."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from ppid.core.project_files import is_in_package
from ppid.kinds.acuan.peraturan import Peraturan
from ppid.kinds.badan import Badan
from ppid.kinds.opd import ProfilOpd
from tests.conftest import ROOT, this_body

TEXTS = {".py", ".html", ".css", ".js", ".yml", ".json", ".md", ".svg", ".txt"}
COMMON = {
    # Names that nearly every local government has, used as examples or as plain words.
    *("bagian humas", "catatan sipil", "damkar", "dinas kesehatan", "dinas sosial", "dinkes"),
    *(
        "diknas",
        "dishub",
        "diskominfo",
        "dlh",
        "inspektorat",
        "kecamatan",
        "kominfo",
        "lingkungan hidup",
        "rsud",
        "sekda",
    ),
    *("setda", "setwan", "tata ruang"),
}


def names() -> Iterator[str]:
    """Yield what this body, its channels, its offices and its regulations are called."""
    corpus = this_body(date(2025, 12, 31))
    for badan in corpus.of(Badan):
        yield from (badan.nama, badan.singkatan, *badan.singkatan.split()[1:])
        yield from (badan.alamat, badan.surel, badan.situs, badan.jdih)
        yield from (kanal.nama for kanal in badan.kanal if len(kanal.nama.split()) > 2)
    for profil in corpus.of(ProfilOpd):
        yield from (profil.nama, profil.singkatan, profil.id.opd, *profil.nama_lain)
    yield from (law.kode for law in corpus.of(Peraturan) if not is_in_package(law.path))


@cache
def named() -> re.Pattern[str]:
    """Return what finds any of these names as a word of its own."""
    found = sorted({name.lower() for name in names() if name} - COMMON, key=len, reverse=True)
    assert len(found) > 30
    return re.compile(rf"(?<![\w/-])(?:{'|'.join(map(re.escape, found))})(?![\w/-])", re.IGNORECASE)


@pytest.mark.parametrize("top", ["generator", "theme_overrides"])
def test_the_program_names_no_body(top: str) -> None:
    found = {
        f"{path.relative_to(ROOT)}:{text.count(chr(10), 0, name.start()) + 1}: {name[0]}"
        for path in (ROOT / top).rglob("*")
        if path.suffix in TEXTS
        for text in (path.read_text("utf-8"),)
        for name in named().finditer(text)
    }
    assert sorted(found) == []


def test_what_is_looked_for_would_be_found() -> None:
    (badan,) = this_body(date(2025, 12, 31)).of(Badan)
    assert named().search(f"# misalnya {badan.singkatan}")
