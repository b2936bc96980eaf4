"""What a kind of record consists of: where its files lie, its model, its name and its rules."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ppid.core.record import Record
from ppid.core.rule import Rule
from ppid.diagnostics.places import RecordId

OPD_FOLDER = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
"""How the folder of an OPD is named."""
_PARTS = {
    "opd": OPD_FOLDER,
    "tahun": r"20\d\d",
    "slug": r"[a-z0-9]+(?:-[a-z0-9]+)*",
    "tanggal": r"20\d\d-\d\d-\d\d",
}


WHOLE_FILE = "[]"
"""In place of a key: the file itself is the list of records, as other programs write it."""


@dataclass(frozen=True, slots=True)
class FilePlace:
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

    @property
    def words(self) -> tuple[str, ...]:
        """The names of folders and files that the shape spells out."""
        return tuple(part for part in self.shape.split("/") if "{" not in part)

    def match(self, path: str) -> FilePlace | None:
        """Read `path` (relative to `data/`); None when it has another shape."""
        found = self._regex.fullmatch(path)
        if found is None:
            return None
        parts = found.groupdict()
        slug = "-".join(filter(None, (parts.get("tanggal"), parts.get("slug"))))
        return FilePlace(parts.get("opd") or "", int(parts.get("tahun") or 0), slug)


@dataclass(frozen=True, kw_only=True)
class BlankFile:
    """How `ppid baru` makes a file to fill in: by which name it is asked for, and with what in it.

    Kinds of one name are made together, such as a list and its rows. `offered` are fields that may
    stay empty but are written without a comment mark; `known` gives the values that the path tells;
    `example` is what `--nama` may look like.
    """

    name: str
    offered: tuple[str, ...] = ()
    known: Callable[[FilePlace], Mapping[str, str]] = lambda _: {}
    example: str = ""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of record: all that is particular to it, for whoever asks.

    `label` is what readers see. `identify` makes the id from the path and the record; `entries`
    names the top-level key whose list holds the records when a YAML file has many, or says
    WHOLE_FILE; `body` is the
    field that takes the text below the front matter of a Markdown file; `title` is the field by
    which readers know a record.

    `address` is the shape of the address of a record's page. A kind with an address is public:
    what went keeps a page that says so, and the rules across kinds hold for it. Where no module of
    `publishing/pages/` prints its pages, `template` does, from the fields of the record. `blank` is
    what `ppid baru` makes; without it, people do not write such a file from scratch.

    `single` forbids a second record of the same id where there are no pages: a body may not record
    again what the law that ships with the program holds. Of words that are looked up, such as
    synonyms, records of one id add to each other. `shipped` refuses the file of a body: its words
    are read without a corpus.
    """

    label: str
    model: type[Record]
    files: tuple[FilePattern, ...]
    identify: Callable[[FilePlace, Any], RecordId]
    rules: tuple[Rule, ...] = ()
    entries: str = ""
    body: str = ""
    title: str = ""
    address: str = ""
    template: str = ""
    blank: BlankFile | None = None
    single: bool = False
    shipped: bool = False

    @property
    def name(self) -> str:
        """The name in ids, the same as the model's."""
        return self.model.kind

    @property
    def shared(self) -> bool:
        """Whether its addresses leave the OPD out, so that two OPDs could claim the same one."""
        return bool(self.address) and "{opd}" not in self.address

    def match(self, path: str) -> FilePlace | None:
        """Read a path (relative to `data/`) as one of a file of this kind; None for any other."""
        return next((place for shape in self.files if (place := shape.match(path))), None)
