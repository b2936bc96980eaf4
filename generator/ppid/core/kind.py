"""What a kind of record consists of: where its files lie, its model, its name and its rules."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from ppid.core.record import Record
from ppid.core.rule import Rule
from ppid.diagnostics.places import RecordId

_PARTS = {
    "opd": r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*",
    "tahun": r"20\d\d",
    "slug": r"[a-z0-9]+(?:-[a-z0-9]+)*",
    "tanggal": r"20\d\d-\d\d-\d\d",
}


@dataclass(frozen=True, slots=True)
class Place:
    """What a file's path says: the OPD that owns it, the year, and the rest of its name."""

    opd: str = ""
    tahun: int = 0
    slug: str = ""


@dataclass(frozen=True)
class FilePattern:
    """A shape of path below `data/`, such as `opd/{opd}/dik/{tahun}.csv`."""

    shape: str

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        escaped = re.escape(self.shape).replace(r"\{", "{").replace(r"\}", "}")
        for name, part in _PARTS.items():
            escaped = escaped.replace(f"{{{name}}}", f"(?P<{name}>{part})")
        return re.compile(escaped)

    def match(self, path: str) -> Place | None:
        """Read `path` (relative to `data/`); None when it has another shape."""
        found = self._regex.fullmatch(path)
        if found is None:
            return None
        parts = found.groupdict()
        slug = "-".join(filter(None, (parts.get("tanggal"), parts.get("slug"))))
        return Place(parts.get("opd") or "", int(parts.get("tahun") or 0), slug)


@dataclass(frozen=True)
class Kind:
    """A kind of record.

    `identify` makes the id from the path and the record; `entries` names the top-level key whose
    list holds the records when a YAML file has many; `body` is the field that takes the text below
    the front matter of a Markdown file; `label` is what readers see.
    """

    label: str
    model: type[Record]
    files: tuple[FilePattern, ...]
    identify: Callable[[Place, Record], RecordId]
    rules: tuple[Rule, ...] = ()
    entries: str = ""
    body: str = ""

    @property
    def name(self) -> str:
        """The name in ids, the same as the model's."""
        return self.model.kind
