"""Fetches the parts of the checker by name, once: `python -m ppid.publishing.checker.fetch`.

npm and pip do it, as they are set up on this machine; every file must have the fingerprint that
`parts.py` knows. Then the engine itself compiles the modules that a browser loads; that is done
again whenever one of them has changed.
"""

import subprocess
import sys
import tarfile
from hashlib import sha256
from json import dumps
from pathlib import Path
from tempfile import TemporaryDirectory

from ppid.core.fixed_zip import fixed_zip
from ppid.publishing.checker.parts import (
    ARCHIVE,
    ENGINE,
    FILES,
    FOLDER,
    LOCK,
    PYODIDE,
    READY,
    TAG,
    WHEELS,
)
from ppid.publishing.checker.program import (
    BYTECODE,
    digest_of_sources,
    made_of,
    packed,
    sources,
)


def main() -> int:
    """Fetch and compile what is not there yet; say in one line what went wrong."""
    folder = Path.cwd() / FOLDER
    try:
        if not all(_is_right(folder / name, digest) for name, digest in FILES.items()):
            _fetch(folder)
        _compile(folder)
    except (OSError, subprocess.SubprocessError, tarfile.TarError) as error:
        sys.stderr.write(f"Bagian halaman Periksa daftar belum dapat diambil: {error}\n")
        return 1
    return 0


def _fetch(folder: Path) -> None:
    with TemporaryDirectory() as temporary:
        fetched = Path(temporary)
        _fetch_engine(fetched)
        _fetch_wheels(fetched)
        for name, digest in FILES.items():
            _expect(fetched / name, digest)
        folder.mkdir(exist_ok=True)
        for name in FILES:
            (folder / name).write_bytes((fetched / name).read_bytes())


def _compile(folder: Path) -> None:
    """Lay what a browser loads, with bytecode, beside the parts."""
    parts = {name: (folder / name).read_bytes() for name in FILES}
    files, ready = sources(parts), folder / READY
    digest = digest_of_sources(files)
    if ready.is_file() and made_of(ready.read_bytes(), digest):
        return
    with TemporaryDirectory() as temporary:
        paths = [Path(temporary) / name for name in files]
        for path, inside in zip(paths, files.values(), strict=True):
            path.write_bytes(fixed_zip(inside.items()))
        _run("node", str(BYTECODE), str(folder.resolve()), dumps(LOCK), *map(str, paths))
        made = packed(parts, {path.name: path.read_bytes() for path in paths})
    ready.write_bytes(fixed_zip((f"{digest}/{name}", content) for name, content in made.items()))


def _is_right(path: Path, digest: str) -> bool:
    return path.is_file() and sha256(path.read_bytes()).hexdigest() == digest


def _expect(path: Path, digest: str) -> None:
    if not _is_right(path, digest):
        message = f"isinya lain daripada yang dikenal: {path.name}"
        raise OSError(message)


def _fetch_engine(folder: Path) -> None:
    _run("npm", "pack", "--silent", "--pack-destination", str(folder), PYODIDE)
    archive = folder / f"{PYODIDE.replace('@', '-')}.tgz"
    _expect(archive, ARCHIVE)
    with tarfile.open(archive) as package:
        for name in ENGINE:
            part = package.extractfile(f"package/{name}")
            if part is not None:
                (folder / name).write_bytes(part.read())


def _fetch_wheels(folder: Path) -> None:
    python, implementation, abi, platform = TAG
    wanted = folder / "wheels.txt"
    lines = (f"{each.name}=={each.version} --hash=sha256:{each.sha256}\n" for each in WHEELS)
    wanted.write_text("".join(lines), "utf-8")
    _run(
        *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
        *("--no-deps", "--only-binary=:all:", "--require-hashes", "--dest", str(folder)),
        *("--python-version", python, "--implementation", implementation),
        *("--abi", abi, "--platform", platform, "--requirement", str(wanted)),
    )


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 — our own words only


if __name__ == "__main__":
    sys.exit(main())
