"""Data of an earlier format carried to that of this program, and nothing else changed."""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

import yaml

from ppid.checking.check import Checked, check_folder
from ppid.core.project_files import DiskFolder, Folder, StoredFolder
from ppid.core.writing import write_together
from ppid.diagnostics.as_text import as_text
from ppid.diagnostics.diagnostic import Severity
from ppid.kinds import kind_of_file
from ppid.kinds.badan import FORMAT_DATA, Badan
from ppid.values.numbers import format_bulat

_BODY: Final = "data/badan.yml"
_NUMBER: Final = re.compile(r"^format_data:.*$", re.MULTILINE)
_SHIPPED: Final = "DUP-005"
"""The rule that finds what a body records although the program ships it."""
_WHOLE: Final = re.compile(r'^(\s*)"kota"(\s*:)', re.MULTILINE)


class NotUpgradedError(Exception):
    """Nothing was changed; the message says why and what to do."""


@dataclass(slots=True)
class _Change:
    """The project while it is carried over: new contents by path, None for a file that goes."""

    folder: Folder
    today: date
    files: dict[str, bytes | None] = field(default_factory=dict)

    def text(self, path: str) -> str:
        written = self.files.get(path)
        return (self.folder.read(path) if written is None else written).decode("utf-8")

    def paths(self, top: str) -> list[str]:
        listed = (entry.path for entry in self.folder.entries(top) if not entry.instead)
        return [path for path in listed if self.files.get(path, b"") is not None]

    def checked(self) -> Checked:
        """Check the project as it would be."""
        kept = [path for top in ("data", "content") for path in self.paths(top)]
        sizes = {path: self.folder.size(path) for path in kept}
        new = {path: raw for path, raw in self.files.items() if raw is not None}
        whole = StoredFolder(new, sizes | {p: len(raw) for p, raw in new.items()}, self.folder)
        return check_folder(whole, self.today)


@dataclass(frozen=True, slots=True)
class FormatStep:
    """From the format before to `to`: what it does, in a sentence, and the doing."""

    to: int
    title: str
    carry: Callable[[_Change], Iterator[str]]


def _without_shipped(change: _Change) -> Iterator[str]:
    """Take out of `data/acuan/` what the program ships since; a file left empty goes."""
    lines: dict[str, set[int]] = defaultdict(set)
    for found in change.checked().findings:
        if found.rule_id == _SHIPPED and found.span.path.startswith("data/acuan/"):
            lines[found.span.path].add(found.span.line)
    for path, at in sorted(lines.items()):
        kind = kind_of_file(path.removeprefix("data/"))
        if kind and not kind[0].entries:  # the file is one record
            change.files[path] = None
            yield f"{path}: dihapus, sebab sudah dibawa program"
            continue
        text = change.text(path)
        entries = _entries(text)
        gone = [one for one in entries if any(one.start < line <= one.end for line in at)]
        kept = text.splitlines(keepends=True)
        for one in reversed(gone):
            del kept[one.start : one.end]
        change.files[path] = None if len(gone) == len(entries) else "".join(kept).encode()
        yield f"{path}: {format_bulat(len(gone))} yang sudah dibawa program tidak dicatat lagi"


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of a YAML list: its lines, counted from 0, the last one not included."""

    start: int
    end: int


def _entries(text: str) -> list[_Entry]:
    """Find the entries of the one list that a file of reference data consists of."""
    root = yaml.compose(text, yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode):
        return []
    lists = [value for _, value in root.value if isinstance(value, yaml.SequenceNode)]
    return [
        _Entry(item.start_mark.line, _last_line(item) + 1) for one in lists for item in one.value
    ]


def _last_line(node: yaml.Node) -> int:
    """Return the last line with content: comments and blanks below belong to what follows."""
    if isinstance(node, yaml.MappingNode):
        return max((_last_line(value) for _, value in node.value), default=node.start_mark.line)
    if isinstance(node, yaml.SequenceNode) and not node.flow_style:
        return max((_last_line(value) for value in node.value), default=node.start_mark.line)
    ends_before = node.end_mark.column == 0 and node.end_mark.line > node.start_mark.line
    return node.end_mark.line - 1 if ends_before else node.end_mark.line


def _whole_body(change: _Change) -> Iterator[str]:
    """Call the figures of a whole body “seluruh”: not every body is a city."""
    for path in change.paths("data/potret"):
        text = change.text(path)
        try:
            known = json.loads(text)
        except ValueError:
            continue  # said by the rules
        if isinstance(known, dict) and "kota" in known and "seluruh" not in known:
            change.files[path] = _WHOLE.sub(r'\1"seluruh"\2', text, count=1).encode()
            yield f"{path}: “kota” menjadi “seluruh”"


STEPS: Final = (
    FormatStep(2, "Acuan nasional dibawa program", _without_shipped),
    FormatStep(3, "Angka seluruh badan dalam potret tidak lagi disebut “kota”", _whole_body),
)


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What was, or would be, done: for each step its title and what it changed."""

    before: int
    done: tuple[tuple[str, tuple[str, ...]], ...]
    files: Mapping[str, bytes | None]


def upgrade(root: Path, today: date, *, write: bool = True) -> Upgrade:
    """Carry the data of a project to the format of this program, whole or not at all.

    Raise `NotUpgradedError` where the data is newer than the program, or would have errors
    afterwards that it has not now.
    """
    change = _Change(DiskFolder(root), today)
    first = change.checked()
    badan = first.corpus.get(Badan)
    text = change.text(_BODY) if change.folder.has(_BODY) else ""
    stated = re.search(r"^format_data: *(\d+)", text, re.MULTILINE)
    before = int(stated[1]) if stated else 1
    if not text or (badan is None and not stated):
        message = f"{_BODY} belum dapat dibaca; perbaiki dahulu menurut: ppid periksa"
        raise NotUpgradedError(message)
    if before > FORMAT_DATA:
        message = (
            f"Data ini ditulis dalam bentuk {before}, program ini mengenal sampai {FORMAT_DATA}. "
            "Pasang program yang lebih baru."
        )
        raise NotUpgradedError(message)
    done = [(s.title, tuple(s.carry(change))) for s in STEPS if s.to > before]
    text = change.text(_BODY)  # a step may have changed it
    line = f"format_data: {FORMAT_DATA}"
    if stated is None:
        lines = text.splitlines(keepends=True)
        place = next((n for n, one in enumerate(lines) if one.startswith("nama:")), len(lines))
        lines.insert(place, f"{line}\n")
        change.files[_BODY] = "".join(lines).encode()
    elif before != FORMAT_DATA:
        change.files[_BODY] = _NUMBER.sub(line, text, count=1).encode()
    last = change.checked()
    new = set(_errors(last)) - set(_errors(first))
    if new:
        errors = [d for d in last.findings if (d.rule_id, d.span.path) in new]
        said = as_text(errors, last.texts, colour=False)
        message = f"Tidak ada yang diubah, sebab data sesudahnya memuat galat baru:\n{said}"
        raise NotUpgradedError(message)
    if write:
        write_together(root, change.files)
    return Upgrade(before, tuple(done), change.files)


def _errors(checked: Checked) -> Iterator[tuple[str, str]]:
    return ((d.rule_id, d.span.path) for d in checked.findings if d.severity is Severity.GALAT)
