"""The program packed for the browser: our own code, and of the libraries what it uses there.

Two archives: Python's own modules with the libraries are read from theirs as it lies; our code lies
beside its data and the compiled libraries, and is unpacked. `fetch.py` puts bytecode in the place
of every module and keeps that (`READY`); where it is missing or of another state of the code, the
browser gets the sources, which does the same and takes twice as long to start.
"""

import ast
import io
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from functools import lru_cache
from gzip import compress
from hashlib import sha256
from importlib.util import find_spec
from json import dumps
from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile

from ppid.core.fixed_zip import fixed_zip
from ppid.law.yaml_loading import events_of, key_of
from ppid.publishing.checker.parts import WHEELS
from ppid.values.identifiers import find_personal_data
from ppid.values.working_days import all_as_json

_PACKAGE: Final = Path(__file__).parents[2]
_OURS: Final = (
    *("__init__.py", "guide/__init__.py", "guide/aturan/PRI-*.md"),
    *("law/*.py", "law/*.yml", "law/kewajiban/*.yml"),
    *(f"{wing}/*.py" for wing in ("values", "core", "reading", "kinds", "checking", "history")),
    *("assessing/__init__.py", "assessing/copies.py", "assessing/fitting.py"),
    *("assessing/model.py", "assessing/obligations.py", "assessing/verification.py"),
    *("diagnostics/*.py", "handing_in/*.py"),
)
BYTECODE: Final = Path(__file__).with_name("bytecode.mjs")
"""What compiles the modules; a module of the same name says how."""
_DOCUMENTED: Final = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
_NOT_OURS: Final = (
    *("handing_in/reply/*", "handing_in/intake/answers.py", "reading/documents/image.py"),
)
"""What needs a terminal, or libraries that cannot be had there: a reply to a workbook, for one."""
_OURS_AFTER_ALL: Final = ("handing_in/reply/__init__.py", "handing_in/reply/questions.py")
_LIBRARIES: Final[Mapping[str, tuple[str, ...]]] = {
    "annotated_types": (),
    "defusedxml": (),
    "et_xmlfile": (),
    "markdown_it": (),
    "markupsafe": (),
    "mdurl": (),
    "olefile": ("olefile2.py",),
    "openpyxl": (),
    "pydantic": ("v1/*", "mypy.py"),
    "pypdf": (),
    "rapidfuzz": (),
    "stdnum": ("??/*", "*.dat"),
    "typing_extensions": (),
    "typing_inspection": (),
    "yaml": (),
}
"""What our code imports there, and files of it that nothing asks for."""
_KEPT: Final = ("stdnum/id/*",)
_STDLIB_LEFT_OUT: Final = (
    *("ctypes/*", "unittest/*", "multiprocessing/*", "wsgiref/*", "sqlite3/*"),
    *("xmlrpc/*", "tomllib/*", "__phello__/*", "doctest.py", "mailbox.py", "imaplib.py"),
    *("smtplib.py", "ftplib.py", "poplib.py", "turtle.py", "wave.py", "this.py", "tabnanny.py"),
    *("webbrowser.py", "timeit.py", "trace.py", "zipapp.py", "http/server.py", "http/cookiejar.py"),
    *("encodings/mac_[!r]*", "encodings/cp[579]*", "encodings/cp1[01]*", "encodings/iso2022*"),
    *("encodings/euc*", "encodings/big5*", "encodings/gb*", "encodings/shift*", "encodings/hp*"),
    *("encodings/johab*", "encodings/hz*", "encodings/koi8*", "encodings/kz*", "encodings/ptcp*"),
    *("_pydatetime.py", "_pydecimal.py", "_pyio.py", "optparse.py", "pickletools.py"),
    *("pydoc_data/*", "asyncio/windows_*", "asyncio/proactor_events.py"),
    *("pdb.py", "bdb.py", "cProfile.py", "profile.py", "pstats.py", "py_compile.py"),
)
"""Modules of Python itself that nothing here imports."""


@lru_cache
def program() -> bytes:
    """Return all that is laid beside Python in the browser, without what is compiled."""
    return fixed_zip(_shown(dict(sorted([*_ours(), *_libraries()]))))


def compiled(parts: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the compiled libraries, by their paths."""
    for wheel in WHEELS:
        with ZipFile(io.BytesIO(parts[wheel.file])) as package:
            for name in sorted(package.namelist()):
                if name.endswith((".so", ".py")):
                    yield name, package.read(name)


def sources(parts: Mapping[str, bytes]) -> dict[str, dict[str, bytes]]:
    """Return what goes into the two archives, by its path, as it was written."""
    return {
        "python_stdlib.zip": dict(sorted([*_standard_library(parts), *_libraries()])),
        "ppid.zip": dict(sorted([*_ours(), *compiled(parts)])),
    }


def digest_of_sources(files: Mapping[str, Mapping[str, bytes]]) -> str:
    """Return a short name for a state of what goes into the archives, and of what compiles it."""
    recipe = {path.name: path.read_bytes() for path in (BYTECODE, BYTECODE.with_suffix(".py"))}
    flat = {f"{of}/{name}": text for of, inside in files.items() for name, text in inside.items()}
    return digest_of(flat | recipe)


def packed(parts: Mapping[str, bytes], archives: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return what no server would compress, compressed: not every server does it."""
    wasm = "pyodide.asm.wasm"
    loaded = {**archives, wasm: parts[wasm]}
    return {f"{name}.bin": compress(content, 9, mtime=0) for name, content in loaded.items()}


def engine_files(parts: Mapping[str, bytes], ready: bytes = b"") -> dict[str, bytes]:
    """Return all that a browser loads, by file name; `ready` is what `fetch.py` made before."""
    files = sources(parts)
    made = made_of(ready, digest_of_sources(files)) or packed(
        parts, {name: fixed_zip(_shown(inside)) for name, inside in files.items()}
    )
    return {name: parts[name] for name in ("pyodide.mjs", "pyodide.asm.mjs")} | made


def made_of(ready: bytes, digest: str) -> dict[str, bytes]:
    """Return what was made of a state of the sources; nothing where it is of another."""
    try:
        with ZipFile(io.BytesIO(ready)) as package:
            return {
                path.removeprefix(f"{digest}/"): package.read(path)
                for path in package.namelist()
                if path.startswith(f"{digest}/")
            }
    except BadZipFile:
        return {}


def digest_of(files: Mapping[str, bytes]) -> str:
    """Return a short name for a state of these files; another state gets another address."""
    joined = "".join(f"{name} {sha256(files[name]).hexdigest()}\n" for name in sorted(files))
    return sha256(joined.encode()).hexdigest()[:12]


def _shown(inside: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield files as anybody may read them."""
    for name, content in inside.items():
        own = name.startswith("ppid/")
        yield name, content if own else _without_samples(name, content)


def _fits(path: str, shapes: Iterable[str]) -> bool:
    return any(fnmatchcase(path, shape) for shape in shapes)


def _without_samples(name: str, content: bytes) -> bytes:
    """Return a module of others without its remarks where these show numbers or addresses.

    They are samples and names of authors; the gate could not tell them from those of citizens.
    """
    text = content.decode("utf-8", "replace")
    if not name.endswith(".py") or next(iter(find_personal_data(text)), None) is None:
        return content
    try:
        tree = ast.parse(content)
    except SyntaxError:  # of a newer Python than this
        return content
    for node in ast.walk(tree):
        if isinstance(node, _DOCUMENTED) and ast.get_docstring(node, clean=False) is not None:
            node.body[0] = ast.Expr(ast.Constant(""))
    return ast.unparse(tree).encode()


def _standard_library(parts: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    with ZipFile(io.BytesIO(parts["python_stdlib.zip"])) as package:
        for name in package.namelist():
            if not _fits(name, _STDLIB_LEFT_OUT):
                yield name, package.read(name)


def _ours() -> Iterator[tuple[str, bytes]]:
    events = {}
    for path in sorted(_PACKAGE.rglob("*")):
        inside = path.relative_to(_PACKAGE).as_posix()
        ours = _fits(inside, _OURS) and not _fits(inside, _NOT_OURS)
        if path.is_file() and (ours or inside in _OURS_AFTER_ALL):
            content = path.read_bytes()
            yield f"ppid/{inside}", content
            if inside.startswith("law/") and inside.endswith(".yml"):
                text = content.decode()
                events[key_of(text)] = events_of(text)
    yield "ppid/law/yaml_events.json", dumps(events, separators=(",", ":")).encode()
    yield "ppid/values/holidays.json", _holidays()


@lru_cache
def _holidays() -> bytes:
    return all_as_json()


def _libraries() -> Iterator[tuple[str, bytes]]:
    for name, left_out in _LIBRARIES.items():
        spec = find_spec(name)
        if spec is None or spec.origin is None:
            raise ModuleNotFoundError(name, name=name)
        origin = Path(spec.origin)
        base = origin.parent.parent if origin.name == "__init__.py" else origin.parent
        paths = sorted(origin.parent.rglob("*.py")) if base != origin.parent else [origin]
        for path in paths:
            inside = path.relative_to(base).as_posix()
            own = inside.partition("/")[2]
            if not _fits(own, left_out) or _fits(inside, _KEPT):
                yield inside, path.read_bytes()
