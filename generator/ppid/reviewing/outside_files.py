"""Files that changed and are no data: what they are, those that decide most first."""

import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePosixPath
from typing import Final

from ppid.reviewing.model import FileSort, OutsideFile

_FOLDERS: Final[Mapping[FileSort, frozenset[str]]] = {
    FileSort.ALUR_KERJA: frozenset(
        {
            *(".github", ".gitlab", ".gitea", ".forgejo", ".ci", ".woodpecker", ".circleci"),
            *(".buildkite", ".drone", ".tekton", ".husky"),
        }
    ),
    FileSort.UJI: frozenset({"tests"}),
    FileSort.PROGRAM: frozenset({"generator", "hooks", "scripts", "requirements"}),
    FileSort.TAMPILAN: frozenset({"theme_overrides", "overrides"}),
}
_NAMES: Final[Mapping[FileSort, re.Pattern[str]]] = {
    FileSort.ALUR_KERJA: re.compile(
        r"codeowners|jenkinsfile|netlify\.toml|vercel\.json|buildspec\.ya?ml|cloudbuild\.ya?ml"
        r"|\.pre-commit-config\.ya?ml|\.(?:woodpecker|drone|travis|appveyor|cirrus)\.ya?ml"
        r"|appveyor\.ya?ml|\.readthedocs\.ya?ml|.*-(?:ci|pipelines?)\.ya?ml"
    ),
    FileSort.PROGRAM: re.compile(
        r"(?:gnu)?makefile|justfile|(?:docker|container)file.*|(?:docker-)?compose.*\.ya?ml"
        r"|(?:mk|proper)docs\.ya?ml|package(?:-lock)?\.json|.*(?:requirements|constraints).*\.(?:txt|in)"
        r"|pipfile|.*\.lock|pip\.conf|\.npmrc|\.python-version|\.tool-versions|\.env.*"
        r"|\.gitattributes|\.gitmodules|\.gitignore"
    ),
}
"""Files by their names, in small letters; the first are what runs, the second what decides it."""
_ENDINGS: Final[Mapping[FileSort, frozenset[str]]] = {
    FileSort.PROGRAM: frozenset(
        {
            *(".py", ".pyc", ".pth", ".sh", ".bash", ".toml", ".cfg", ".ini", ".mk", ".conf"),
            *(".ps1", ".bat", ".cmd", ".whl", ".so", ".wasm"),
        }
    ),
    FileSort.TAMPILAN: frozenset({".js", ".mjs", ".css", ".html", ".htm", ".svg"}),
}


def outside_files(changed: Iterable[str], known: Collection[str]) -> tuple[OutsideFile, ...]:
    """Return the changed files that are not `known` as data or pages, the weightiest first."""
    order = list(FileSort)
    found = [OutsideFile(path, _sort(path)) for path in changed if path not in known]
    return tuple(sorted(found, key=lambda file: (order.index(file.sort), file.path)))


def _sort(path: str) -> FileSort:
    """Tell what a file is by its place, else by its name; `../` leads to the repository's top."""
    place = PurePosixPath(path)
    folders = [part for part in place.parts[:-1] if part != ".."]
    for sort, names in _FOLDERS.items():
        if folders and folders[0] in names:
            return sort
    for sort, named in _NAMES.items():
        if named.fullmatch(place.name.lower()):
            return sort
    for sort, endings in _ENDINGS.items():
        if place.suffix.lower() in endings:
            return sort
    return FileSort.LAIN
