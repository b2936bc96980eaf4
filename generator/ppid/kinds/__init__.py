"""One file or folder for each kind of record; `KINDS` is found by looking, not listed by hand."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

from ppid.core.kind import FilePlace, Kind
from ppid.core.record import Record
from ppid.diagnostics.places import RecordId


def _discover() -> Iterator[Kind]:
    for module in walk_packages(__path__, f"{__name__}."):
        found = vars(import_module(module.name)).values()
        yield from (value for value in found if isinstance(value, Kind))


KINDS: tuple[Kind, ...] = tuple(_discover())
KIND_BY_NAME = {kind.name: kind for kind in KINDS}


def kind_of_file(path: str) -> tuple[Kind, FilePlace] | None:
    """Find the kind of a file by its path (relative to `data/`); None for an unknown one."""
    found = ((kind, kind.match(path)) for kind in KINDS)
    return next(((kind, place) for kind, place in found if place), None)


def file_in_words(path: str) -> str:
    """Return what readers call a file of data: its kind with the year or the name, never a path.

    A file of no kind is called by its own name.
    """
    found = kind_of_file(path.removeprefix("data/"))
    if found is None:
        return path.rpartition("/")[2]
    kind, place = found
    return " ".join(filter(None, (kind.label, place.slug, str(place.tahun or ""))))


def has_page(record_id: RecordId) -> bool:
    """Tell whether records of this kind have a page of their own."""
    return bool(KIND_BY_NAME[record_id.kind].address)


def url_of(record_id: RecordId) -> str:
    """Return the permanent address of a record's page, relative to the root of the site.

    Raises KeyError for kinds that have no page of their own.
    """
    kind, opd, tahun, slug = record_id
    if not (address := KIND_BY_NAME[kind].address):
        raise KeyError(kind)
    return address.format(opd=opd, tahun=tahun, slug=slug)


def title_of(record: Record) -> str:
    """Return what readers know a record by: its title, else its kind with the year or the name."""
    kind = KIND_BY_NAME[record.kind]
    title: str = getattr(record, kind.title) if kind.title else ""
    return title or f"{kind.label} {record.id.tahun or record.id.slug}".strip()
