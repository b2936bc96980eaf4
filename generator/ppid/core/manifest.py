"""The manifest of a site: the SHA-256 of every file, and whether a copy still agrees with it.

`manifes.sha256` can be checked with `sha256sum --check` too; `manifes.json` says of which day and
data the site was made, and holds the digest of the manifest itself. Whoever wrote that one digest
down can prove later every file that was public then.
"""

import hashlib
import json
import lzma
import os
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import IO

LIST, SUMMARY = "manifes.sha256", "manifes.json"
_OURS = {LIST, SUMMARY}
_LINE = 66  # 64 digits and two spaces
_DAMAGE = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
)
"""What the libraries raise for archives that are cut off, damaged or locked by a password."""
Member = tuple[str, IO[bytes] | None]
"""A file of a copy with its name; None in place of what is no file: a link, a folder (“…/”).

What is no file is never opened: a pipe would keep the reader waiting for ever.
"""


class NoManifestError(Exception):
    """A copy that holds no manifest, or one that cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyVerdict:
    """How a copy stands to its manifest; paths are sorted, those of empty folders end with “/”."""

    sidik: str
    hari: str
    """Of which day the summary says the site was made; empty when it does not say."""
    cocok: int
    berubah: tuple[str, ...]
    hilang: tuple[str, ...]
    tambahan: tuple[str, ...]

    @property
    def utuh(self) -> bool:
        """Tell whether nothing was changed, lost or added."""
        return not (self.berubah or self.hilang or self.tambahan)


def write_manifest(
    folder: Path,
    tanggal: str,
    data_id: str,
    known: Mapping[str, str] = MappingProxyType({}),
    badan: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Write both files of the manifest and return its digest.

    `known` holds digests of files that were taken when they were written; `badan` says whose site
    it is.
    """
    digests = {}
    for name in _files_in(folder):
        if digest := known.get(name):
            digests[name] = digest
            continue
        with (folder / name).open("rb") as file:
            digests[name] = hashlib.file_digest(file, "sha256").hexdigest()
    listed = "".join(f"{digests[name]}  {name}\n" for name in sorted(digests)).encode()
    sidik = hashlib.sha256(listed).hexdigest()
    summary = {
        **({"badan": badan} if badan else {}),
        "tanggal": tanggal,
        "data": data_id,
        "algoritma": "SHA-256",
        "berkas": len(digests),
        "sidik_manifes": sidik,
    }
    (folder / LIST).write_bytes(listed)
    (folder / SUMMARY).write_text(json.dumps(summary, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return sidik


def _files_in(folder: Path) -> Iterator[str]:
    for parent, folders, names in os.walk(folder):
        inside = os.path.relpath(parent, folder)
        # A link to a folder is not walked, so it is named as it stands.
        links = (name for name in folders if (Path(parent) / name).is_symlink())
        for name in (*names, *links):
            path = name if inside == "." else f"{inside}/{name}"
            if path not in _OURS:
                yield path.replace(os.sep, "/")


def verify(copy: Path) -> CopyVerdict:
    """Hold a folder, a .zip or a .tar (also compressed) against the manifest inside it.

    Nothing is unpacked. Raises NoManifestError when there is no manifest to hold it against, or
    when the copy is damaged and cannot be read to its end.
    """
    try:
        digests, ours = _read(copy)
    except _DAMAGE as error:
        message = f"“{copy.name}” rusak, terkunci, atau tidak dapat dibaca sampai akhir"
        raise NoManifestError(message) from error
    wanted = _wanted(ours[LIST])
    sidik = hashlib.sha256(ours[LIST]).hexdigest()
    found = {name: digest for name, digest in digests.items() if name not in _OURS}
    summary = _read_summary(ours.get(SUMMARY, b""))
    both = wanted.keys() & found.keys()
    changed = {name for name in both if wanted[name] != found[name]}
    if SUMMARY in ours and summary.get("sidik_manifes") != sidik:
        changed.add(SUMMARY)
    return CopyVerdict(
        sidik=sidik,
        hari=_day_of(summary),
        cocok=len(both) - len(changed - {SUMMARY}),
        berubah=tuple(sorted(changed)),
        hilang=tuple(sorted((wanted.keys() - found.keys()) | ({SUMMARY} - ours.keys()))),
        tambahan=tuple(sorted(found.keys() - wanted.keys() - _folders_of(wanted))),
    )


def _read_summary(content: bytes) -> Mapping[str, object]:
    """Return what the summary states; nothing when it is none."""
    try:
        stated = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return stated if isinstance(stated, dict) else {}


def _day_of(summary: Mapping[str, object]) -> str:
    try:
        return date.fromisoformat(str(summary.get("tanggal"))).isoformat()
    except ValueError:
        return ""


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


def _read(copy: Path) -> tuple[Mapping[str, str], Mapping[str, bytes]]:
    """Return the digest of every file of a copy, and the bytes of the files of its manifest.

    An archive may hold the site in a folder, which is taken off the names.
    """
    digests: dict[str, str] = {}
    kept: dict[str, bytes] = {}
    for name, file in _members(copy):
        path, digest = name.removeprefix("./"), ""  # what is no file has nothing to hash
        if file:
            with file:
                if path.rsplit("/", 1)[-1] in _OURS:
                    kept[path] = file.read()
                    digest = hashlib.sha256(kept[path]).hexdigest()
                else:
                    digest = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
        # Two members of one name: nobody can say which one was meant, so neither agrees.
        digests[path] = "" if path in digests else digest
    lists = [path for path in kept if path.rsplit("/", 1)[-1] == LIST]
    if not lists:
        message = f"tidak ada {LIST} di dalamnya"
        raise NoManifestError(message)
    base = min(lists, key=len).removesuffix(LIST)
    filled = _folders_of(digests)
    # What lies outside of the folder never passes for something inside.
    inside = {
        path.removeprefix(base) if path.startswith(base) else f"../{path}": digest
        for path, digest in digests.items()
        if path and path not in filled
    }
    return inside, {name: kept[base + name] for name in _OURS if base + name in kept}


def _folders_of(paths: Iterable[str]) -> set[str]:
    """Return the folders in which these lie, as “opd/dinkes/”; the others are empty or unknown."""
    return {f"{folder}/" for path in paths for folder in PurePosixPath(path).parents}


def _members(copy: Path) -> Iterator[Member]:
    if copy.is_dir():
        ours = (name for name in sorted(_OURS) if (copy / name).is_file())
        for parent, folders, names in os.walk(copy):
            if not folders and not names and Path(parent) != copy:
                yield f"{Path(parent).relative_to(copy).as_posix()}/", None
        for name in (*_files_in(copy), *ours):
            path = copy / name
            yield name, path.open("rb") if stat.S_ISREG(path.lstat().st_mode) else None
    elif zipfile.is_zipfile(copy):
        with zipfile.ZipFile(copy) as archive:
            for entry in archive.infolist():
                yield entry.filename, None if entry.is_dir() else archive.open(entry)
    elif tarfile.is_tarfile(copy):
        with tarfile.open(copy) as tape:
            for part in tape:
                name = f"{part.name}/" if part.isdir() else part.name
                yield name, tape.extractfile(part) if part.isreg() else None
    else:
        message = f"“{copy.name}” bukan folder, .zip, atau .tar"
        raise NoManifestError(message)
