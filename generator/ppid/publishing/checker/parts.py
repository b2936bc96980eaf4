"""Python for the browser: which files are needed, from where, and that they are the right ones.

They are fetched once by name (`fetch.py`) and kept in a folder of the project that git leaves out;
a site is built without them as well, then without the checker.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from typing import Final

from ppid.core.project_files import Folder

FOLDER: Final = ".pemeriksa"
"""The folder of a project in which the parts lie."""
READY: Final = "siap.zip"
"""What was made of them there, with bytecode, so that a browser starts sooner (`fetch.py`)."""
PYODIDE: Final = "pyodide@314.0.7"
"""The package of npm that holds Python for browsers, with its version."""
ARCHIVE: Final = "66b7949e5a0cba2250b586d7e368bf12fb482800748d182c4618254b685ffaa0"
"""The SHA-256 of that package as it is fetched."""
ENGINE: Final[Mapping[str, str]] = {
    "pyodide.mjs": "6f1d60f7bf529beb300f0f47983c921d3982363640ba20af0e38efdddbc66109",
    "pyodide.asm.mjs": "f7cdc8ece80678ceb712f8e65ebe6d3a83203a180c399865f49612a051693635",
    "pyodide.asm.wasm": "cc36e3cab04fdfc9a63ff13eb52eae2b911bf46c025cc7b281f394bd3de1d5e6",
    "python_stdlib.zip": "fa1957e5777068fc4f7437f96d860ae2fbe9c19732ba06c84e004ec16dd7dd7a",
}
"""What of it is used, with its SHA-256."""


@dataclass(frozen=True, slots=True)
class Wheel:
    """A library that was compiled for Python in the browser, as it is fetched from PyPI."""

    name: str
    version: str
    file: str
    sha256: str


TAG: Final = ("3.14", "cp", "cp314", "pyemscripten_2026_0_wasm32")
"""The Python of that engine: version, implementation, ABI and platform."""
LOCK: Final = {
    "info": {
        "abi_version": "2026_0",
        "arch": "wasm32",
        "platform": "emscripten_5_0_3",
        "python": "3.14.2",
        "version": PYODIDE.partition("@")[2],
    },
    "packages": {},
}
"""What that engine must be told of packages: none is fetched by it."""
WHEELS: Final = (
    Wheel(
        "pydantic_core",
        "2.50.4",
        "pydantic_core-2.50.4-cp314-cp314-pyemscripten_2026_0_wasm32.whl",
        "e6da138a1ecc1341c8b788a5ee822670b03788e1f5decf7af9d461de6e508b8e",
    ),
    Wheel(
        "python-calamine",
        "0.9.1",
        "python_calamine-0.9.1-cp314-cp314-pyemscripten_2026_0_wasm32.whl",
        "1f9a2f99d65f4cc647f3fc57ff80a2bb492bf8ce66a637b67064d1663697ae21",
    ),
)
FILES: Final[Mapping[str, str]] = {**ENGINE, **{each.file: each.sha256 for each in WHEELS}}
"""Every part with its SHA-256."""


def parts_in(folder: Folder | None) -> Mapping[str, bytes]:
    """Return the parts of a project by name; none unless all of them are there and right.

    What was compiled must be of the version that is installed: the rest of the library comes from
    there.
    """
    if folder is None or not all(folder.has(f"{FOLDER}/{name}") for name in FILES):
        return {}
    if any(_installed(each.name) != each.version for each in WHEELS):
        return {}
    found = {name: folder.read(f"{FOLDER}/{name}") for name in FILES}
    right = all(sha256(found[name]).hexdigest() == digest for name, digest in FILES.items())
    return found if right else {}


def ready_in(folder: Folder | None) -> bytes:
    """Return what was made of the parts of a project before; nothing where it was not."""
    path = f"{FOLDER}/{READY}"
    return folder.read(path) if folder is not None and folder.has(path) else b""


@lru_cache
def _installed(name: str) -> str:
    return version(name)
