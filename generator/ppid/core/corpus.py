"""Everything that was loaded, looked up by kind, OPD, year and id; no access to files."""

import gc
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TypeVar, cast

from ppid.core.document import Contents
from ppid.core.project_files import is_in_package
from ppid.core.record import Record
from ppid.diagnostics.places import Located, RecordId

R = TypeVar("R", bound=Record)
T = TypeVar("T")
_KEY = re.compile(r"([a-z-]+)/([a-z0-9-]+)(?:/(20\d\d))?(?:/(.+))?")


class Corpus:
    """All records with the sources they were read from, and the day that counts as today."""

    def __init__(  # noqa: PLR0913, PLR0917 — one parameter for each thing that was loaded
        self,
        records: Iterable[Record],
        sources: Mapping[str, Located],
        documents: frozenset[str],
        today: date,
        sizes: Mapping[str, int] | None = None,
        contents: Mapping[str, Contents] | None = None,
    ) -> None:
        """Index `records`; `documents` are the paths of published files below `dokumen/`.

        `sizes` holds the bytes of those documents, as far as they are known; `contents` what was
        found inside them and inside other files that are published as they are.
        """
        self.sources = sources
        self.documents = documents
        self.sizes = sizes or {}
        self.contents = contents or {}
        self.today = today
        self._by_kind: dict[str, list[Record]] = defaultdict(list)
        self._by_list: dict[tuple[str, str, int], list[Record]] = defaultdict(list)
        self._by_owner: dict[tuple[str, str], list[Record]] = defaultdict(list)
        self._by_id: dict[RecordId, Record] = {}
        self._derived: dict[Callable[[Corpus], object], object] = {}
        for record in records:
            kind, opd, tahun, _ = record.id
            self._by_kind[kind].append(record)
            self._by_list[kind, opd, tahun].append(record)
            self._by_owner[kind, record.owner].append(record)
            self._by_id.setdefault(record.id, record)

    def __len__(self) -> int:
        """Count the records of the project; national law, which it did not write, is left out."""
        return sum(
            not is_in_package(record.path)
            for records in self._by_kind.values()
            for record in records
        )

    def of(self, model: type[R]) -> Sequence[R]:
        """Return all records of a model, in the order of their files and lines."""
        return cast("Sequence[R]", self._by_kind.get(model.kind, ()))

    def in_list(self, model: type[R], opd: str, tahun: int) -> Sequence[R]:
        """Return the records of one OPD and year."""
        return cast("Sequence[R]", self._by_list.get((model.kind, opd, tahun), ()))

    def owned_by(self, model: type[R], opd: str) -> Sequence[R]:
        """Return the records that lie in the folder of one OPD."""
        return cast("Sequence[R]", self._by_owner.get((model.kind, opd), ()))

    def get(self, model: type[R], opd: str = "", tahun: int = 0, slug: str = "") -> R | None:
        """Look one record up by the parts of its id."""
        return cast("R | None", self._by_id.get(RecordId(model.kind, opd, tahun, slug)))

    def find(self, record_id: RecordId) -> Record | None:
        """Look one record up by its id, whatever its kind."""
        return self._by_id.get(record_id)

    def derive(self, make: Callable[["Corpus"], T]) -> T:
        """Return what `make` makes of this corpus: made once, and kept as long as the corpus.

        For indexes and the like that rules ask for with every record; `make` is a function at the
        top of a module, which is what the outcome is known by.
        """
        if make not in self._derived:
            self._derived[make] = make(self)
        return cast("T", self._derived[make])

    def find_written(self, key: str) -> Record | None:
        """Look one record up by its id as people write it, such as “dip/dinkes/2019/kes-01”."""
        found = _KEY.fullmatch(key)
        if found is None:
            return None
        kind, opd, tahun, slug = found.groups("")
        return self.find(RecordId(kind, opd, int(tahun or 0), slug.lower()))


@contextmanager
def pause_gc() -> Iterator[None]:
    """Do not look for cycles inside the block; memory that nobody refers to is freed all the same.

    Reading makes hundreds of thousands of objects that all stay, and printing makes few cycles;
    looking through them again and again took a quarter of the time (`tests/bench/`).
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def keep_to_the_end() -> None:
    """Do not look for cycles when the process ends, which takes seconds after a large corpus."""
    gc.freeze()
