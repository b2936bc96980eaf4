"""Every generated document is spoken of by exactly the rules that it was made for."""

import csv
import io
import random
import subprocess
import sys
import tarfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.checking.rules import RULES
from ppid.core.corpus import Corpus
from ppid.core.document import Contents, RemarkKind
from ppid.core.rule import diagnostic_of
from ppid.diagnostics.diagnostic import Diagnostic, Severity
from ppid.reading.documents.inspection import inspect
from tests.growth import Work, assert_even
from tests.handing_in.intake.workbooks import Row, SheetOf, archive, csv_text, ods, xls, xlsx
from tests.reading.documents.files import (
    CASES,
    MAIL,
    MOBILE,
    NAME,
    NIK,
    NPWP,
    Case,
    open_document,
    pdf,
    photograph,
)

SECRETS = (NIK, NPWP, MOBILE, MAIL, NAME)
CHUNK = bytes(4) + b"tEXt" + crc32(b"tEXt").to_bytes(4)
PATH = "data/opd/dinas-contoh/dokumen/"
MOST_MEMORY = 500_000  # kilobytes
MEASURE = """
import re
from pathlib import Path
from ppid.reading.documents.inspection import inspect
from tests.reading.documents.files import CASES
for case in CASES:
    inspect(case.name, case.content)
# getrusage would count the memory of pytest as well, which it inherits when it starts.
print(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
"""
ROOT = Path(__file__).parents[3]


def said_of(name: str, content: bytes) -> list[Diagnostic]:
    contents = {PATH + name: inspect(name, content)}
    corpus = Corpus([], {}, frozenset(contents), date(2019, 7, 1), contents=contents)
    wanted = [rule for rule in RULES if rule.requirement.id.startswith(("PRI", "BRK"))]
    return [diagnostic_of(rule, found) for rule in wanted for found in rule.check(corpus)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_document_is_judged(case: Case) -> None:
    found = said_of(case.name, case.content)
    assert {d.rule_id for d in found} == case.rules, [d.message for d in found]
    told = " | ".join(d.message for d in found)
    assert all(words in told for words in case.said), told
    assert not any(secret in told for secret in SECRETS), told
    assert "\x1b" not in told


NOTES: list[Row] = [["No", "Keterangan"], *([n, f"hubungi {MOBILE}"] for n in range(40))]
GROWING: dict[str, Callable[[int], tuple[str, bytes]]] = {
    "buku kerja": lambda n: ("a.xlsx", xlsx(SheetOf(NOTES * n))),
    "lembar": lambda n: ("a.xlsx", xlsx(*(SheetOf(NOTES, name=f"L{each}") for each in range(n)))),
    "buku kerja lama": lambda n: ("a.xls", xls(SheetOf(NOTES * n))),
    "lembar kerja terbuka": lambda n: ("a.ods", ods(SheetOf(NOTES * n))),
    "tabel teks": lambda n: ("a.csv", csv_text(NOTES * n).encode()),
    "teks": lambda n: ("a.txt", f"hubungi {MOBILE}\n".encode() * 40 * n),
    "halaman web": lambda n: ("a.html", f"<p>hubungi {MOBILE}</p>".encode() * 40 * n),
    "halaman pdf": lambda n: ("a.pdf", pdf(*[f"hubungi {MOBILE}"] * n)),
    "naskah RTF": lambda n: ("a.rtf", rf"{{\rtf1 {{\b hubungi}} {MOBILE}\par }}".encode() * 40 * n),
    "surat": lambda n: ("a.eml", b"MIME-Version: 1\n" + b"X-A: hubungi\n" * 100 * n),
    "keping PNG": lambda n: ("a.png", inside(photograph("PNG"), -12, CHUNK * 400 * n)),
    "di belakang PNG": lambda n: ("a.png", photograph("PNG") + CHUNK * 400 * n),
    "blok GIF": lambda n: ("a.gif", inside(photograph("GIF"), -1, b"!\xfe\1a\0" * 1_000 * n)),
    "segmen JPEG": lambda n: ("a.jpg", inside(photograph("JPEG"), 2, b"\xff\xfe\0\3a" * 400 * n)),
    "kotak PDF": lambda n: ("a.pdf", pdf(") Tj 0 0 9 9 re f (a" * 50 * n)),
    "tag web": lambda n: ("a.html", b"<b " * 1_000 * n),
    "kepala SVG": lambda n: ("a.svg", b"<svg>" + b" on" * 1_000 * n),
    "berkas TAR": lambda n: ("a.tar", tape(5 * n)),
    "paragraf bertingkat": lambda n: (
        "a.odt",
        open_document(("<text:p>" * 9 + "</text:p>" * 9) * 20 * n),
    ),
    "arsip": lambda n: ("a.zip", archive({f"{each}.txt": NIK.encode() for each in range(5 * n)})),
}


NOT_READ = {
    "buku kerja lama": "berkas Office lama hanya terbaca sebagian",
    "di belakang PNG": "yang jenisnya tidak dikenal tidak dapat dibuka",
}
"""What of these documents is not looked into; all the others are, to their ends."""


def inside(content: bytes, place: int, more: bytes) -> bytes:
    return content[:place] + more + content[place:]


def test_a_letter_of_nothing_but_headers_is_said_to_be_unread() -> None:
    contents = inspect("a.eml", b"MIME-Version: 1\n" + b"X-A: hubungi\n" * 77_000 + b"\nisi")
    assert [remark.kind for remark in contents.remarks] == [RemarkKind.TAK_TERPERIKSA]
    assert "kepala suratnya terlalu panjang" in contents.remarks[0].message


def tape(count: int) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as made:
        for each in range(count):
            made.addfile(tarfile.TarInfo(f"{each}.txt"))
    return buffer.getvalue()


@pytest.mark.parametrize("name", GROWING)
def test_looking_into_a_document_grows_evenly(name: str) -> None:
    def look(size: int) -> Work[Contents]:
        path, content = GROWING[name](size)
        return lambda: inspect(path, content)

    for contents in (look(2)(), assert_even(look, 10)):
        unread = [r.message for r in contents.remarks if r.kind is RemarkKind.TAK_TERPERIKSA]
        assert len(unread) == (name in NOT_READ), unread
        assert all(NOT_READ[name] in message for message in unread)


@pytest.mark.long
def test_memory_stays_small() -> None:
    """A process that looks into all of them needs less than what a small machine has."""
    ended = subprocess.run(
        [sys.executable, "-c", MEASURE], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert int(ended.stdout) < MOST_MEMORY


def test_other_readers_of_csv_keep_their_limit() -> None:
    before = csv.field_size_limit()
    inspect("daftar.csv", b"kode,isi\nA,1\n")
    assert csv.field_size_limit() == before


def test_there_are_enough() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 40
    assert sum(not case.rules for case in CASES) >= 10


def test_what_cannot_be_read_never_blocks() -> None:
    found = [d for case in CASES for d in said_of(case.name, case.content)]
    unread = {d.severity for d in found if d.rule_id == "BRK-012"}
    assert unread == {Severity.PERINGATAN}


@given(st.integers(0, len(CASES) - 1), st.integers(0), st.sampled_from(["cut", "flip", "fill"]))
def test_damage_never_raises(number: int, seed: int, how: str) -> None:
    name, content = CASES[number][:2]
    rng = random.Random(seed)  # noqa: S311 — damage, not secrets
    if len(content) > 200_000:
        return
    at = rng.randrange(len(content) + 1)
    if how == "cut":
        content = content[:at]
    elif how == "flip":
        content = content[:at] + rng.randbytes(8) + content[at + 8 :]
    else:
        content = content[:at] + bytes(64) + content[at:]
    inspect(name, content)


@given(st.binary(max_size=400), st.sampled_from(["a.pdf", "a.xlsx", "a.png", "a.csv", "a.zip"]))
def test_no_bytes_raise(content: bytes, name: str) -> None:
    for head in (b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"):
        inspect(name, head + content)
