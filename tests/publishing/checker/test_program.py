"""The checker packed for a browser: its parts, what is in the package, and that it runs alone."""

import ast
import gzip
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from ppid.core.fixed_zip import fixed_zip
from ppid.core.project_files import DiskFolder, StoredFolder
from ppid.handing_in.desk import Work
from ppid.publishing.checker import parts as parts_module
from ppid.publishing.checker.bytecode import with_bytecode
from ppid.publishing.checker.parts import ENGINE, FILES, FOLDER, WHEELS, parts_in, ready_in
from ppid.publishing.checker.program import (
    digest_of,
    digest_of_sources,
    engine_files,
    made_of,
    program,
)
from ppid.publishing.offline_copy import offline_copy
from ppid.values.working_days import libur_of, stored_in
from tests.handing_in.intake.cases_dik import DIK_CASES
from tests.handing_in.intake.cases_dip import DIP_CASES
from tests.handing_in.intake.workbooks import SheetOf, docx, xls, xlsx
from tests.handing_in.test_desk import (
    DAY,
    HEADING,
    ROWS,
    WORK,
    answered,
    as_json,
    desk_of_site,
)
from tests.handing_in.worksheet.papers import FEW, marked, objected
from tests.publishing.checker.engine import NODE, lay_files, said_in_node

ROOT = Path(__file__).parents[3]
LARGEST = 10_000_000
SHEET = SheetOf([HEADING, *ROWS])
LIST = xlsx(SHEET)
ROW_OF_PAGE = "".join(f"<td>{value}" for value in ROWS[0])
PAGES = [
    # As a program offers what it calls a workbook, and as Excel saves one for the web.
    f"<table><tr><th>{'<th>'.join(HEADING)}</tr><tr>{ROW_OF_PAGE}</tr></table>".encode(),
    (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        "Content-Type: text/html; charset=windows-1252\r\n\r\n<html><style>.x1 "
        "{text-decoration:line-through}</style><p>Daftar Informasi Publik “2022”<table>"
        f"<tr><td>{'<td>'.join(HEADING)}<tr style='display:none'>{ROW_OF_PAGE}<tr>{ROW_OF_PAGE}"
        "<td class=x1>gugur<tr><td colspan=3>dan <s>seterusnya</table></html>\r\n--b--\r\n"
    ).encode("cp1252"),
]
"""Lists as web pages named .xls."""


@cache
def tried() -> list[tuple[Work, bytes]]:
    """Return what is put on the desk; made when it is asked for, as much of it takes long."""
    long = xlsx(SheetOf([HEADING, *((n, f"Denah {n}", *ROWS[1][2:]) for n in range(2000))]))
    return [
        (WORK, LIST),
        (Work("a.xls", "dinkes", "dik", 2022), xls(SHEET)),
        (Work("a.docx", "dinkes", "dik", 2022), docx(SHEET)),
        *((Work(f"{n}.xls", "dinkes", "dik", 2022), content) for n, content in enumerate(PAGES)),
        (Work("kertas.xlsx"), marked(FEW)),
        (Work("sanggahan.xlsx"), objected()),
        (Work("foto.jpg", "dinkes", "dik", 2022), b"\xff\xd8\xff\xe0" + b"\0" * 2000),
        (Work("panjang.xlsx", "dinkes", "dik", 2022), long),
        *(
            (Work(case.file, "dinkes", case.jenis, 2024, dict(case.answers)), case.content())
            for case in [*DIK_CASES, *DIP_CASES][::8]
        ),
    ]


_ALONE = """
import json, sys
from pathlib import Path
import ppid
from ppid.law import yaml_loading
from ppid.handing_in.desk import ClerkDesk
folder = Path(sys.argv[1])
for module in (ppid, sys.modules["yaml"], sys.modules["rapidfuzz"], sys.modules["pydantic"]):
    assert Path(module.__file__).is_relative_to(folder), module
assert yaml_loading.LOADER is yaml_loading.SafeReplay
parts = [(folder / name).read_bytes() for name in ("a.json", "b.json")]
desk = ClerkDesk.with_references(parts, sys.argv[2])
desk.know_round((folder / "putaran.json").read_bytes())
for path in sorted(folder.glob("*.work")):
    seen = desk.look(path.read_text("utf-8"), path.with_suffix(".bytes").read_bytes())
    print(seen.decode())
"""


def expected() -> list[str]:
    return [desk_of_site().look(as_json(work), content).decode() for work, content in tried()]


@pytest.mark.long
def test_the_packed_program_runs_alone_and_says_the_same(tmp_path: Path) -> None:
    lay_files(tmp_path, tried())
    with zipfile.ZipFile(io.BytesIO(program())) as package:
        package.extractall(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", _ALONE, str(tmp_path), DAY],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.splitlines() == expected()


def test_the_package_holds_no_page_and_nothing_of_this_machine() -> None:
    with zipfile.ZipFile(io.BytesIO(program())) as package:
        names = package.namelist()
        assert not any("publishing" in name or "adopting" in name for name in names)
        assert not [name for name in names if name.endswith((".so", ".pyc", ".html"))]
        events = json.loads(package.read("ppid/law/yaml_events.json"))
    assert len(events) > 15
    assert program() == program.__wrapped__()


def test_every_module_that_the_package_imports_is_in_it() -> None:
    """Also those that are imported late: a list that needs one would end the checker."""
    with zipfile.ZipFile(io.BytesIO(program())) as package:
        names = package.namelist()
        own = [name for name in names if name.startswith("ppid/") and name.endswith(".py")]
        imported = {module for name in own for module in imports_of(package.read(name))}
    packed = {
        name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in names
    }
    compiled = {each.name.replace("-", "_") for each in WHEELS}
    missing = {
        module
        for module in imported
        if module.partition(".")[0] not in {*sys.stdlib_module_names, *compiled}
        if not any(each == module or each.startswith(f"{module}.") for each in packed)
    }
    # Holidays lie there as data.
    assert missing == {"holidays.countries.indonesia"}


def imports_of(source: bytes) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def test_holidays_are_known_without_their_library() -> None:
    years = range(1989, 2078)
    told = [libur_of.__wrapped__(year) for year in years]
    with zipfile.ZipFile(io.BytesIO(program())) as package:
        packed = package.read("ppid/values/holidays.json")
    assert [stored_in(packed).get(year, {}) for year in years] == told


def test_without_its_parts_a_site_has_no_checker(situs: Path) -> None:
    assert not (situs / "periksa").exists()
    assert not (situs / "assets" / "pemeriksa").exists()


@pytest.mark.long
def test_a_copy_for_a_disk_leaves_the_checker_out(situs_periksa: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(offline_copy(situs_periksa).content)) as package:
        names = package.namelist()
    assert any(name.endswith("opd/dinkes/serahkan/index.html") for name in names)
    assert not [name for name in names if "periksa/dinkes" in name or "assets/pemeriksa" in name]


def test_parts_that_are_not_the_right_ones_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {f"{FOLDER}/{name}": name.encode() for name in FILES}
    sizes = {path: len(content) for path, content in files.items()}
    assert parts_in(None) == {}
    assert parts_in(StoredFolder({}, {})) == {}
    assert parts_in(StoredFolder(files, sizes)) == {}
    digests = {name: parts_module.sha256(name.encode()).hexdigest() for name in FILES}
    monkeypatch.setattr(parts_module, "FILES", digests)
    assert parts_in(StoredFolder(files, sizes)) == {name: name.encode() for name in FILES}
    monkeypatch.setattr(parts_module, "_installed", lambda _: "0")
    assert parts_in(StoredFolder(files, sizes)) == {}


def test_the_libraries_of_the_browser_are_those_of_the_program() -> None:
    pinned = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    known = {line.partition("==")[0].lower().replace("-", "_"): line for line in pinned}
    for wheel in WHEELS:
        assert known[wheel.name.replace("-", "_")].partition("==")[2] == wheel.version


def test_what_was_compiled_of_another_state_is_not_used() -> None:
    files = {"ppid.zip": {"ppid/a.py": b"A = 1"}, "python_stdlib.zip": {}}
    digest = digest_of_sources(files)
    ready = fixed_zip([(f"{digest}/ppid.zip.bin", b"bytecode")])
    assert made_of(ready, digest) == {"ppid.zip.bin": b"bytecode"}
    changed = digest_of_sources({**files, "ppid.zip": {"ppid/a.py": b"A = 2"}})
    assert changed != digest
    assert made_of(ready, changed) == {}
    assert made_of(b"", digest) == {}
    assert made_of(ready[:40], digest) == {}


def test_bytecode_says_what_the_source_says_without_its_remarks(tmp_path: Path) -> None:
    source = b'''"""About."""
from dataclasses import dataclass

@dataclass
class Point:
    """A point."""
    x: int = 1

def double(x):
    """Double it."""
    assert x > 0, "positive"
    return [x, *(each * 2 for each in (x,))]
'''
    archive = with_bytecode(fixed_zip([("point.py", source), ("point.txt", b"as it is")]))
    assert archive == with_bytecode(fixed_zip([("point.py", source), ("point.txt", b"as it is")]))
    with zipfile.ZipFile(io.BytesIO(archive)) as package:
        assert package.namelist() == ["point.pyc", "point.txt"]
        package.extractall(tmp_path)
    assert b"Double it." not in (tmp_path / "point.pyc").read_bytes()
    tried = "import point; print(point.double(2), point.Point()); point.double(0)"
    done = subprocess.run(
        [sys.executable, "-c", tried], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.stdout == "[2, 4] Point(x=1)\n"
    assert "in double" in done.stderr
    assert "AssertionError: positive" in done.stderr


@pytest.mark.long
def test_in_the_engine_of_the_browser_everything_is_the_same(tmp_path: Path) -> None:
    parts = parts_in(DiskFolder(ROOT))
    if not parts or not NODE.exists():
        pytest.skip("bagian pemeriksa belum diambil: make pemeriksa")
    files = engine_files(parts, ready_in(DiskFolder(ROOT)))
    scripts = {name for name in ENGINE if name.endswith(".mjs")}
    packed = {f"{name}.bin" for name in (*ENGINE, "ppid.zip") if name not in scripts}
    assert {*files} == scripts | packed
    sent = [gzip.compress(c) if n.endswith(".mjs") else c for n, c in files.items()]
    assert sum(map(len, sent)) <= LARGEST
    assert digest_of(files) == digest_of(dict(reversed(files.items())))
    work, _ = answered(WORK, LIST)
    said = said_in_node(tmp_path, files, [*tried(), (work, LIST)], 600)
    assert said.looked[:-1] == expected()
    assert said.memory < 400_000_000
    here = desk_of_site().hand_in(as_json(work), LIST)
    assert contents_of(said.handed_in[-1]) == contents_of(here)


def contents_of(archive: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(archive)) as package:
        return {name: package.read(name) for name in package.namelist()}
