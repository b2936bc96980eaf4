"""The manifest of a site: the SHA-256 of every file, and whether a copy still agrees with it.

`manifes.sha256` can be checked with `sha256sum --check` too; `manifes.json` says of which day and
data the site was made, and holds the digest of the manifest itself. Whoever wrote that one digest
down can prove later every file that was public then.
"""

import hashlib
import json
import os
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

LIST, SUMMARY = "manifes.sha256", "manifes.json"
_OURS = {LIST, SUMMARY}
_LINE = 66  # 64 digits and two spaces


class NoManifestError(Exception):
    """A copy that holds no manifest, or one that cannot be read."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a copy stands to its manifest; paths are sorted."""

    sidik: str
    cocok: int
    berubah: tuple[str, ...]
    hilang: tuple[str, ...]
    tambahan: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Tell whether nothing was changed, lost or added."""
        return not (self.berubah or self.hilang or self.tambahan)


def write_manifest(folder: Path, tanggal: str, data_id: str) -> str:
    """Write both files of the manifest and give its digest."""
    digests = {name: _digest_of(folder / name) for name in _files_in(folder)}
    listed = "".join(f"{digests[name]}  {name}\n" for name in sorted(digests)).encode()
    sidik = hashlib.sha256(listed).hexdigest()
    summary = {
        "tanggal": tanggal,
        "data": data_id,
        "algoritma": "SHA-256",
        "berkas": len(digests),
        "sidik_manifes": sidik,
    }
    (folder / LIST).write_bytes(listed)
    (folder / SUMMARY).write_text(json.dumps(summary, indent=2) + "\n", "utf-8")
    return sidik


def _files_in(folder: Path) -> Iterator[str]:
    for parent, _, names in os.walk(folder):
        inside = os.path.relpath(parent, folder)
        for name in names:
            path = name if inside == "." else f"{inside}/{name}"
            if path not in _OURS:
                yield path.replace(os.sep, "/")


def _digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def verify(copy: Path) -> Verdict:
    """Hold a folder, a .zip or a .tar (also compressed) against the manifest inside it.

    Nothing is unpacked. Raises NoManifestError when there is no manifest to hold it against.
    """
    digests, listed = _read(copy)
    wanted = _wanted(listed)
    found = {name: digest for name, digest in digests.items() if name not in _OURS}
    changed = sorted(name for name in wanted.keys() & found.keys() if wanted[name] != found[name])
    return Verdict(
        hashlib.sha256(listed).hexdigest(),
        len(wanted.keys() & found.keys()) - len(changed),
        tuple(changed),
        tuple(sorted(wanted.keys() - found.keys())),
        tuple(sorted(found.keys() - wanted.keys())),
    )


def _wanted(listed: bytes) -> dict[str, str]:
    """Read the lines of a manifest; a line of another shape makes it unreadable."""
    wanted: dict[str, str] = {}
    for line in listed.decode("utf-8", errors="replace").splitlines():
        digest, name = line[: _LINE - 2], line[_LINE:]
        if line[_LINE - 2 : _LINE] != "  " or not name or set(digest) - set("0123456789abcdef"):
            message = f"{LIST} memuat baris yang tidak dapat dibaca"
            raise NoManifestError(message)
        wanted[name] = digest
    return wanted


def _read(copy: Path) -> tuple[Mapping[str, str], bytes]:
    """Give the digest of every file of a copy, and the bytes of its manifest."""
    if copy.is_dir():
        members = _in_folder(copy)
    elif zipfile.is_zipfile(copy):
        members = _in_zip(copy)
    elif tarfile.is_tarfile(copy):
        members = _in_tar(copy)
    else:
        message = f"“{copy.name}” bukan folder, .zip, atau .tar"
        raise NoManifestError(message)
    return _digested(members)


def _in_folder(folder: Path) -> Iterator[tuple[str, IO[bytes]]]:
    ours = (name for name in sorted(_OURS) if (folder / name).is_file())
    for name in (*_files_in(folder), *ours):
        yield name, (folder / name).open("rb")


def _in_zip(copy: Path) -> Iterator[tuple[str, IO[bytes]]]:
    with zipfile.ZipFile(copy) as archive:
        for entry in archive.infolist():
            if not entry.is_dir():
                yield entry.filename, archive.open(entry)


def _in_tar(copy: Path) -> Iterator[tuple[str, IO[bytes]]]:
    with tarfile.open(copy) as archive:
        for entry in archive:
            file = archive.extractfile(entry) if entry.isreg() else None
            if file is not None:
                yield entry.name, file


def _digested(members: Iterator[tuple[str, IO[bytes]]]) -> tuple[Mapping[str, str], bytes]:
    """Hash members; an archive may hold the site in a folder, which is taken off the names."""
    digests: dict[str, str] = {}
    manifests: dict[str, bytes] = {}
    for name, file in members:
        path = name.removeprefix("./")
        with file:
            if path.rsplit("/", 1)[-1] == LIST:
                manifests[path] = file.read()
                digest = hashlib.sha256(manifests[path]).hexdigest()
            else:
                digest = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
        # Two members of one name: nobody can say which one was meant, so neither agrees.
        digests[path] = "" if path in digests else digest
    if not manifests:
        message = f"tidak ada {LIST} di dalamnya"
        raise NoManifestError(message)
    top = min(manifests, key=len)
    base = top.removesuffix(LIST)
    inside = {
        name.removeprefix(base) if name.startswith(base) else name: digest
        for name, digest in digests.items()
    }
    return inside, manifests[top]
