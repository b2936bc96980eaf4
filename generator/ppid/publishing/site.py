"""From a checked corpus to every page of the site and every file beside them, in order."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TypeVar

from ppid.core.page import Export, Page
from ppid.publishing import exports, pages
from ppid.publishing.publication import Publication

P = TypeVar("P", Page, Export)


class AddressTakenError(Exception):
    """Two pages claim the same address: a defect of the program or of two record names."""


def pages_of(publication: Publication) -> Iterator[Page]:
    """Return every page once; raise AddressTakenError when two have the same address."""
    return _once(page for module in _modules(pages) for page in module.pages(publication))


def exports_of(publication: Publication) -> Iterator[Export]:
    """Return every file beside the pages once; raise AddressTakenError as `pages_of` does."""
    return _once(export for module in _modules(exports) for export in module.exports(publication))


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for module in iter_modules(package.__path__):
        yield import_module(f"{package.__name__}.{module.name}")


def _once(found: Iterable[P]) -> Iterator[P]:
    """Refuse a second use of an address, without regard to case: some disks make no difference."""
    taken: set[str] = set()
    for each in found:
        address = each.url.lower()
        if address in taken:
            message = f"dua halaman atau unduhan beralamat sama: {each.url}"
            raise AddressTakenError(message)
        taken.add(address)
        yield each
