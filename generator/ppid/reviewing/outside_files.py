"""Files that changed and are no data: what they are, those that decide most first."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePosixPath
from typing import Final

from ppid.reviewing.model import FileSort, OutsideFile

_FOLDERS: Final[Mapping[FileSort, frozenset[str]]] = {
    FileSort.ALUR_KERJA: frozenset({".github", ".gitlab", ".gitea", ".forgejo", ".ci"}),
    FileSort.UJI: frozenset({"tests"}),
    FileSort.PROGRAM: frozenset({"generator", "hooks", "scripts"}),
    FileSort.TAMPILAN: frozenset({"theme_overrides", "overrides"}),
}
_NAMES: Final[Mapping[FileSort, frozenset[str]]] = {
    FileSort.ALUR_KERJA: frozenset({"CODEOWNERS", ".gitlab-ci.yml", ".pre-commit-config.yaml"}),
    FileSort.PROGRAM: frozenset(
        {
            *("Makefile", "Dockerfile", "mkdocs.yml", "properdocs.yml", "package.json"),
            *("constraints.txt", ".gitattributes", ".gitmodules", ".gitignore"),
        }
    ),
}
_ENDINGS: Final[Mapping[FileSort, frozenset[str]]] = {
    FileSort.PROGRAM: frozenset({".py", ".pyc", ".pth", ".sh", ".bash", ".toml", ".cfg"}),
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
    for sort, names in _NAMES.items():
        if place.name in names:
            return sort
    for sort, endings in _ENDINGS.items():
        if place.suffix.lower() in endings:
            return sort
    return FileSort.LAIN
